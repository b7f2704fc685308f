//! All answers for one text.

use crate::answer::entity::{Entity, EntityId};
use crate::answer::genre::Genre;
use crate::answer::quote::{Quote, Unattributed};
use crate::answer::roster::Roster;
use crate::base::span::Span;

/// What [`Attributor::attribute`](crate::Attributor::attribute) found in a text. It borrows the text; its
/// quotes and entities hold spans and ids.
#[derive(Clone, Debug, PartialEq)]
pub struct Document<'t> {
    pub(crate) text: &'t str,
    pub(crate) genre: Genre,
    pub(crate) quotes: Vec<Quote>,
    pub(crate) unattributed: Vec<Unattributed>,
    pub(crate) roster: Roster,
    pub(crate) sentences: Vec<Span>,
}

impl<'t> Document<'t> {
    /// The text that was given.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The quotations, in the order of their first content byte.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” Ana Ruiz said.");
    /// assert_eq!(document.quotes().len(), 1);
    /// ```
    #[must_use]
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    /// The quoted spans that nobody says, each with its use or the reason.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("The film “Salt Road” opens today.");
    /// assert_eq!(document.unattributed().len(), 1);
    /// ```
    #[must_use]
    pub fn unattributed(&self) -> &[Unattributed] {
        &self.unattributed
    }

    /// The persons and bodies; an [`EntityId`] is a place in this list.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“No,” said Ana Ruiz of Harbour Bank.");
    /// let names: Vec<_> = document.entities().map(|entity| entity.name()).collect();
    /// assert_eq!(names, ["Ana Ruiz", "Harbour Bank"]);
    /// ```
    pub fn entities(&self) -> impl ExactSizeIterator<Item = Entity<'_>> + DoubleEndedIterator + Clone {
        self.roster.rows(self.text).enumerate().map(|(id, row)| Entity::new(EntityId::new(id), row))
    }

    /// The sentences, which cover all but white space.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("It rained. We left.");
    /// assert_eq!(document.sentences().len(), 2);
    /// ```
    #[must_use]
    pub fn sentences(&self) -> &[Span] {
        &self.sentences
    }

    /// The genre by which the text was read: the one that was set, else the one that was recognised.
    #[must_use]
    pub const fn genre(&self) -> Genre {
        self.genre
    }

    /// The entity of an id. None for an id of another document that has more of them.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> Option<Entity<'_>> {
        Some(Entity::new(id, self.roster.row(id.index(), self.text)?))
    }

    /// The persons or bodies that say `quote`: none, one, or several.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute(
    ///     "Ana Ruiz runs the bank. “Rates will fall,” she said.",
    /// );
    /// let names: Vec<_> = document.speakers(&document.quotes()[0]).map(|entity| entity.name()).collect();
    /// assert_eq!(names, ["Ana Ruiz"]);
    /// ```
    pub fn speakers<'d>(&'d self, quote: &'d Quote) -> impl Iterator<Item = Entity<'d>> + 'd {
        quote.speakers().iter().filter_map(|id| self.entity(*id))
    }

    /// The name of the first speaker of `quote`, where there is one.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” Ana Ruiz said.");
    /// assert_eq!(document.speaker_name(&document.quotes()[0]), Some("Ana Ruiz"));
    /// ```
    #[must_use]
    pub fn speaker_name<'d>(&'d self, quote: &'d Quote) -> Option<&'d str> {
        self.speakers(quote).next().map(|entity| entity.name())
    }

    /// The words of each of `spans`.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” Ana Ruiz said.");
    /// let texts: Vec<_> = document.texts(document.quotes()[0].content()).collect();
    /// assert_eq!(texts, ["“Rates will fall,”"]);
    /// ```
    pub fn texts<'d>(&'d self, spans: &'d [Span]) -> impl Iterator<Item = &'t str> + 'd {
        spans.iter().filter_map(|span| span.get(self.text))
    }
}
