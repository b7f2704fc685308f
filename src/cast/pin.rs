//! Who speaks a line, whatever the text says.

use crate::answer::document::one_line;
use crate::base::span::Span;

/// The words of a pin are cut after so many letters.
const MOST_WORDS: usize = 40;

/// So far from its place a line is sought by its words, in bytes.
const FAR: usize = 1 << 16;

/// A place in the text, and who speaks there.
///
/// ```
/// use whosaid::cast::Cast;
/// let cast = Cast::new().pin_span(0..9, "Tom").pin_nobody(12..20);
/// assert_eq!(cast.pins()[0].to_string(), "0..9 | Tom");
/// assert_eq!(cast.pins()[1].to_string(), "12..20 | nobody");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Pin {
    span: Span,
    #[cfg_attr(feature = "serde", serde(default))]
    speaker: Option<String>,
    #[cfg_attr(feature = "serde", serde(default))]
    words: Option<String>,
}

impl Pin {
    pub(super) const fn new(span: Span, speaker: Option<String>) -> Self {
        Self { span, speaker, words: None }
    }

    /// With the first words of its place in `text`.
    pub(super) fn words_of(mut self, text: &str) -> Self {
        let words = self.span.get(text).map(one_line);
        let words = words.map(|words| words.chars().take(MOST_WORDS).collect::<String>());
        self.words = words.filter(|words| super::person::is_plain(words));
        self
    }

    pub(super) fn with_words(mut self, words: &str) -> Self {
        self.words = Some(words.to_owned());
        self
    }

    /// Where the words stand, in bytes.
    ///
    /// ```
    /// assert_eq!(whosaid::cast::Cast::new().pin_span(0..9, "Tom").pins()[0].span().end(), 9);
    /// ```
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Who speaks; none where nobody does.
    ///
    /// ```
    /// assert_eq!(whosaid::cast::Cast::new().pin_nobody(0..9).pins()[0].speaker(), None);
    /// ```
    #[must_use]
    pub fn speaker(&self) -> Option<&str> {
        self.speaker.as_deref()
    }

    /// The first of the words, where they are known.
    ///
    /// ```
    /// use whosaid::{Attributor, cast::Cast};
    /// let document = Attributor::new().attribute("“No,” said Tom.");
    /// assert_eq!(Cast::new().pin(&document, &document.quotes()[0], "Tom").pins()[0].words(), Some("“No,”"));
    /// ```
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        self.words.as_deref()
    }

    /// The place in `text`; none where it has other words, there and around. `moved` is how far the pin before was found
    /// from its place, by which this one is tried first.
    pub(super) fn place(&self, text: &str, moved: &mut isize) -> Option<Span> {
        let Some(words) = &self.words else {
            return self.span.get(text).filter(|words| !words.is_empty()).map(|_| self.span);
        };
        let is_here = |start: usize| {
            let span = Span::new(start, start + self.span.len());
            let here = span.get(text).map(one_line);
            here.filter(|here| here.starts_with(words.as_str())).map(|_| span)
        };
        let guess = self.span.start().saturating_add_signed(*moved);
        if let Some(found) = is_here(self.span.start()).or_else(|| is_here(guess)) {
            *moved = found.start() as isize - self.span.start() as isize;
            return Some(found);
        }
        let first = words.split(' ').next().filter(|first| !first.is_empty())?;
        let near = |at: usize| at.clamp(guess.saturating_sub(FAR), guess.saturating_add(FAR)).min(text.len());
        let (mut from, mut to) = (near(0), near(text.len()));
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        while !text.is_char_boundary(to) {
            to -= 1;
        }
        let found = text[from..to].match_indices(first).filter_map(|(at, _)| is_here(from + at));
        let found = found.min_by_key(|span| span.start().abs_diff(guess))?;
        *moved = found.start() as isize - self.span.start() as isize;
        Some(found)
    }
}
