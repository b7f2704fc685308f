//! The person or body behind mentions.

use std::fmt;

use crate::answer::kind::{EntityKind, Gender};
use crate::answer::roster::Row;
use crate::base::span::Span;

/// The place of an [`Entity`] in [`Document::entities`](crate::Document::entities).
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
/// let quote = &document.quotes()[0];
/// let id: whosaid::EntityId = quote.speakers()[0];
/// assert_eq!(document.entity(id).unwrap().id(), id);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(u32);

impl EntityId {
    pub(crate) fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The place in the list of entities.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// let quote = &document.quotes()[0];
    /// assert_eq!(quote.speakers()[0].index(), 0);
    /// ```
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One person or body with all its mentions: a view into its [`Document`](crate::Document), as cheap to copy
/// as a reference.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
/// let ana = document.entities().next().unwrap();
/// assert_eq!((ana.name(), ana.mentions().count()), ("Ana Ruiz", 1));
/// ```
#[derive(Clone, Copy, PartialEq)]
pub struct Entity<'d> {
    id: EntityId,
    row: Row<'d>,
}

impl<'d> Entity<'d> {
    pub(crate) const fn new(id: EntityId, row: Row<'d>) -> Self {
        Self { id, row }
    }

    /// Its place in the list of entities, by which quotes speak of it.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// let ana = document.entities().next().unwrap();
    /// assert_eq!(document.quotes()[0].speakers(), [ana.id()]);
    /// ```
    #[must_use]
    pub const fn id(&self) -> EntityId {
        self.id
    }

    /// The fullest name in the text; the most words that describe it where it has none. In news no two have one name:
    /// where they do, the title tells them, *Mr. Norton* and *Mrs. Norton*, or a number, *a woman (2)*.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz. Ruiz left.");
    /// assert_eq!(document.entities().next().unwrap().name(), "Ana Ruiz");
    /// ```
    #[must_use]
    pub fn name(&self) -> &'d str {
        self.row.name()
    }

    /// The form of its name that the text has most often, by which readers know it.
    ///
    /// ```
    /// let text = "“Rates will fall,” said Ana Ruiz. Ruiz left. “Soon,” Ruiz added.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// assert_eq!(document.entities().next().unwrap().short_name(), "Ruiz");
    /// ```
    #[must_use]
    pub fn short_name(&self) -> &'d str {
        self.row.short_name()
    }

    /// The office or trade of somebody with a name, in the words of the text.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“No,” said Ana Ruiz, the mayor of Harrow.");
    /// assert_eq!(document.entities().next().unwrap().role(), Some("mayor of Harrow"));
    /// ```
    #[must_use]
    pub fn role(&self) -> Option<&'d str> {
        self.row.role()
    }

    /// The id of the caller's own, where a [`Cast`](crate::cast::Cast) gave one.
    ///
    /// ```
    /// use whosaid::{Attributor, cast::{Cast, Person}};
    /// let cast = Cast::new().with(Person::new("Ana Ruiz").id("Q42"));
    /// let document = Attributor::builder().cast(&cast)?.build().attribute("“No,” said Ana Ruiz.");
    /// assert_eq!(document.entities().next().unwrap().caller_id(), Some("Q42"));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    #[must_use]
    pub fn caller_id(&self) -> Option<&'d str> {
        self.row.caller_id()
    }

    /// The forms of its name as they stand in the text, each once.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz. Ruiz left.");
    /// assert!(document.entities().next().unwrap().aliases().eq(["Ana Ruiz", "Ruiz"]));
    /// ```
    pub fn aliases(&self) -> impl Iterator<Item = &'d str> + Clone + use<'d> {
        self.row.aliases()
    }

    /// Person, organisation …
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// let ana = document.entities().next().unwrap();
    /// assert_eq!(ana.kind(), whosaid::EntityKind::Person);
    /// ```
    #[must_use]
    pub fn kind(&self) -> EntityKind {
        self.row.facts().kind
    }

    /// The gender, where the text shows it.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// let ana = document.entities().next().unwrap();
    /// assert_eq!(ana.gender(), Some(whosaid::Gender::Feminine));
    /// ```
    #[must_use]
    pub fn gender(&self) -> Option<Gender> {
        self.row.facts().gender
    }

    /// Where it is mentioned, in the order of the text, in bytes. Inside of quotation marks names and pronouns
    /// count, not what a speaker calls somebody otherwise.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“No,” said Ana Ruiz. Ruiz left.");
    /// let ana = document.entities().next().unwrap();
    /// assert_eq!(ana.mentions().map(|span| span.len()).collect::<Vec<_>>(), [8, 4]);
    /// ```
    pub fn mentions(&self) -> impl Iterator<Item = Span> + Clone + use<'d> {
        self.row.mentions()
    }

    /// The person or body for whom somebody speaks: the bank, of *a spokesman for the bank*, where the text mentions
    /// it as an entity.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“No,” said a spokesman for Harbour Bank.");
    /// let spokesman = document.speakers(&document.quotes()[0]).next().unwrap();
    /// let bank = document.entity(spokesman.speaks_for().unwrap()).unwrap();
    /// assert_eq!(bank.name(), "Harbour Bank");
    /// ```
    #[must_use]
    pub fn speaks_for(&self) -> Option<EntityId> {
        self.row.facts().speaks_for.map(EntityId)
    }

    /// Whether the text gives it a name at all.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// let ana = document.entities().next().unwrap();
    /// assert!(ana.is_named());
    /// ```
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.row.facts().named
    }
}

impl fmt::Debug for Entity<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Entity")
            .field("name", &self.name())
            .field("aliases", &self.aliases().collect::<Vec<_>>())
            .field("kind", &self.kind())
            .field("gender", &self.gender())
            .field("mentions", &self.mentions().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
