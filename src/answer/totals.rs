//! Who speaks how much, and what stands at a place.

use std::cmp::Reverse;

use crate::answer::document::Document;
use crate::answer::entity::{Entity, EntityId};
use crate::answer::quote::Quote;
use crate::base::span::Span;

/// How much somebody says in a document.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
/// let total = document.totals()[0];
/// assert_eq!((total.name(), total.quotes(), total.words()), (Some("Ana Ruiz"), 1, 3));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Total<'d> {
    speaker: Option<Entity<'d>>,
    quotes: usize,
    words: usize,
}

impl<'d> Total<'d> {
    /// Whoever speaks; `None` for all quotes together of which nobody is known to be the speaker.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill.");
    /// assert_eq!(document.totals()[0].speaker().unwrap().aliases().count(), 1);
    /// ```
    #[must_use]
    pub const fn speaker(&self) -> Option<Entity<'d>> {
        self.speaker
    }

    /// The speaker's name.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill.");
    /// assert_eq!(document.totals()[0].name(), Some("Tom Hill"));
    /// ```
    #[must_use]
    pub fn name(&self) -> Option<&'d str> {
        self.speaker.map(|speaker| speaker.name())
    }

    /// How many quotes.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill. “It pours,” he added.");
    /// assert_eq!(document.totals()[0].quotes(), 2);
    /// ```
    #[must_use]
    pub const fn quotes(&self) -> usize {
        self.quotes
    }

    /// How many words in their contents.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill. “It pours,” he added.");
    /// assert_eq!(document.totals()[0].words(), 4);
    /// ```
    #[must_use]
    pub const fn words(&self) -> usize {
        self.words
    }
}

/// How many words stand in `text`: what has a letter or digit between blanks.
pub(crate) fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

impl Document<'_> {
    /// How much each speaker says, who says most words first. A quote of two speakers counts for both.
    ///
    /// ```
    /// let text = "“It rains,” said Tom Hill. “It rains every day now,” said Ana Ruiz.";
    /// for total in whosaid::Attributor::new().attribute(text).totals() {
    ///     println!("{}: {} quotes, {} words", total.name().unwrap_or("?"), total.quotes(), total.words());
    /// }
    /// # assert_eq!(whosaid::Attributor::new().attribute(text).totals()[0].words(), 5);
    /// ```
    #[must_use]
    pub fn totals(&self) -> Vec<Total<'_>> {
        let mut counts = vec![(0, 0); self.roster.len() + 1];
        let unknown = self.roster.len();
        for quote in self.quotes() {
            let words: usize = self.texts(quote.content()).map(word_count).sum();
            let mut count = |place: usize| {
                if let Some((quotes, all)) = counts.get_mut(place) {
                    *quotes += 1;
                    *all += words;
                }
            };
            match quote.speakers() {
                [] => count(unknown),
                speakers => speakers.iter().for_each(|id| count(id.index())),
            }
        }
        let speakers = self.entities().map(Some).chain([None]);
        let totals = speakers.zip(counts).filter(|(_, (quotes, _))| *quotes > 0);
        let mut totals: Vec<Total<'_>> =
            totals.map(|(speaker, (quotes, words))| Total { speaker, quotes, words }).collect();
        totals.sort_by_key(|total| (total.speaker.is_none(), Reverse(total.words), Reverse(total.quotes)));
        totals
    }

    /// The quotes of a speaker, in the order of the text.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill. “It pours,” he added.");
    /// let tom = document.entities().next().unwrap().id();
    /// assert_eq!(document.quotes_by(tom).count(), 2);
    /// ```
    pub fn quotes_by(&self, id: EntityId) -> impl Iterator<Item = &Quote> + Clone {
        self.quotes().iter().filter(move |quote| quote.speakers().contains(&id))
    }

    /// The quote in whose content the byte at `offset` stands; of several the one with the fewest words.
    ///
    /// ```
    /// let text = "It rained. “It pours,” said Tom Hill.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// let quote = document.quote_at(text.find("pours").unwrap()).unwrap();
    /// assert_eq!(document.speaker_name(quote), Some("Tom Hill"));
    /// assert_eq!(document.quote_at(0), None);
    /// ```
    #[must_use]
    pub fn quote_at(&self, offset: usize) -> Option<&Quote> {
        let around = |span: &&Span| span.start() <= offset && offset < span.end();
        let holds = self.quotes().iter().filter_map(|quote| {
            let span = quote.content().iter().find(around)?;
            Some((span.len(), quote))
        });
        holds.min_by_key(|(len, _)| *len).map(|(_, quote)| quote)
    }

    /// The sentence in which the byte at `offset` stands; `None` between sentences.
    ///
    /// ```
    /// let text = "It rained. We left.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// assert_eq!(&text[document.sentence_at(12).unwrap()], "We left.");
    /// ```
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> Option<Span> {
        let after = self.sentences.partition_point(|sentence| sentence.start() <= offset);
        let sentence = *self.sentences.get(after.checked_sub(1)?)?;
        (offset < sentence.end()).then_some(sentence)
    }

    /// The sentences in which `quote` stands, its cue and source with it, as one span.
    ///
    /// ```
    /// let text = "It rained. “It pours,” said Tom Hill. We left.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// assert_eq!(&text[document.sentence_of(&document.quotes()[0]).unwrap()], "“It pours,” said Tom Hill.");
    /// ```
    #[must_use]
    pub fn sentence_of(&self, quote: &Quote) -> Option<Span> {
        let parts = quote.content().iter().copied().chain(quote.cue());
        let parts = parts.chain(quote.source().map(|source| source.span()));
        let whole = parts
            .reduce(|one, other| Span::new(one.start().min(other.start()), one.end().max(other.end())))?;
        let first = self.sentence_at(whole.start())?;
        let last = self.sentence_at(whole.end().checked_sub(1)?).unwrap_or(first);
        Some(Span::new(first.start(), last.end().max(whole.end())))
    }
}
