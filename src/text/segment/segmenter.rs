//! The sentences of a text, one by one.

use std::sync::Arc;

use crate::base::span::Span;
use crate::lexicon::Lexicon;
use crate::text::layout::Layout;
use crate::text::layout::lines::{skip_space, trim_end};

use super::boundary::{Boundary, Context};
use super::decide::decide;
use super::list::{Marker, is_line_start};
use super::scan;

/// The sentences of `text`, whose lines are wrapped or not as they look.
///
/// ```
/// let text = "“Why?” Dr. Lee asked. Nobody knew.";
/// let sentences: Vec<&str> = whosaid::sentences(text).map(|span| &text[span]).collect();
/// assert_eq!(sentences, ["“Why?” Dr. Lee asked.", "Nobody knew."]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Sentences<'_> {
    Segmenter::new().sentences(text)
}

/// What a line break inside a paragraph means.
///
/// ```
/// use whosaid::{Lines, Segmenter};
/// assert_eq!(Segmenter::new().lines(Lines::Wrapped).sentences("one\ntwo").count(), 1);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Lines {
    /// Decided once for each text, by the breaks between lines that are not empty: wrapped where at least
    /// one break in four stands inside a sentence (a small letter follows and no stop stands before) and,
    /// if there are six breaks or more, most of these lines are full. At most 64 KiB are looked at. A text
    /// in which no break stands inside a sentence, or no line ends in a stop, is unwrapped.
    #[default]
    Auto,
    /// White space: only an empty line, a form feed or a list item ends what stands before it.
    Wrapped,
    /// The end of a paragraph.
    Unwrapped,
}

/// Cuts texts into sentences, with options.
///
/// ```
/// use whosaid::{Lines, Segmenter};
/// let segmenter = Segmenter::new().lines(Lines::Unwrapped);
/// assert_eq!(segmenter.sentences("one\ntwo").count(), 2);
/// ```
#[derive(Clone, Debug)]
pub struct Segmenter {
    lexicon: Arc<Lexicon>,
    lines: Lines,
}

impl Default for Segmenter {
    fn default() -> Self {
        Self::new()
    }
}

impl Segmenter {
    /// A segmenter for English with [`Lines::Auto`].
    ///
    /// ```
    /// assert_eq!(whosaid::Segmenter::new().sentences("It rained. We left.").count(), 2);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self { lexicon: Lexicon::english(), lines: Lines::Auto }
    }

    /// Sets what a line break means.
    ///
    /// ```
    /// use whosaid::{Lines, Segmenter};
    /// assert_eq!(Segmenter::new().lines(Lines::Unwrapped).sentences("one\ntwo").count(), 2);
    /// ```
    #[must_use]
    pub fn lines(mut self, lines: Lines) -> Self {
        self.lines = lines;
        self
    }

    /// The sentences of `text`.
    ///
    /// ```
    /// let text = "It rained. We left.";
    /// let mut sentences = whosaid::Segmenter::new().sentences(text);
    /// assert_eq!(sentences.next().map(|span| &text[span]), Some("It rained."));
    /// ```
    #[must_use]
    pub fn sentences<'t>(&self, text: &'t str) -> Sentences<'t> {
        let wrapped = match self.lines {
            Lines::Auto => Layout::of(text).wrapped,
            Lines::Wrapped => true,
            Lines::Unwrapped => false,
        };
        Sentences { text, lexicon: Arc::clone(&self.lexicon), wrapped, start: 0, list: None }
    }
}

/// The sentences of a text, in order. Made by [`sentences`] and [`Segmenter::sentences`].
///
/// Each span lies on character boundaries and has no white space at its ends; together they cover
/// all of the text but white space (and a byte order mark).
///
/// ```
/// let mut sentences = whosaid::sentences("It rained. We left.");
/// assert_eq!(sentences.next().unwrap().to_string(), "0..10");
/// ```
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    lexicon: Arc<Lexicon>,
    wrapped: bool,
    start: usize,
    /// The marker of the list item that is being read.
    list: Option<Marker>,
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let text = self.text.as_bytes();
        let start = skip_space(text, self.start);
        if start >= text.len() {
            self.start = text.len();
            return None;
        }
        let context = Context { lexicon: &self.lexicon, wrapped: self.wrapped };
        let marker = Marker::read(text, start);
        if marker.is_some() || self.list.is_some() && is_line_start(text, start) {
            self.list = marker;
        }
        let (end, next) = match self.list {
            None => find_end(text, start, &context),
            Some(marker) => find_item_end(text, start, marker, &context),
        };
        self.start = next;
        Some(Span::new(start, end))
    }
}

impl std::iter::FusedIterator for Sentences<'_> {}

/// The end of the sentence that starts at `start`, and where to look for the next.
fn find_end(text: &[u8], start: usize, context: &Context<'_>) -> (usize, usize) {
    let mut at = start;
    while let Some(stop) = scan::find_candidate(text, at) {
        match decide(text, stop, context) {
            Boundary::Ends { end, next } if end > start => return (end, next),
            Boundary::Ends { next: resume, .. } | Boundary::Continues { resume } => at = resume,
        }
    }
    (trim_end(text, start, text.len()), text.len())
}

/// The same for a sentence of the list item with `marker`: it ends before the next item too.
fn find_item_end(text: &[u8], start: usize, marker: Marker, context: &Context<'_>) -> (usize, usize) {
    let mut at = start.max(marker.end(text));
    while let Some(stop) = scan::find_list_candidate(text, at) {
        if let Some(next) = marker.find_next(text, stop).filter(|next| *next > start) {
            return (trim_end(text, start, next), next);
        }
        if scan::is_only_list_candidate(text, stop) {
            at = stop + 1;
            continue;
        }
        match decide(text, stop, context) {
            Boundary::Ends { end, next } if end > start => return (end, next),
            Boundary::Ends { next: resume, .. } | Boundary::Continues { resume } => at = resume,
        }
    }
    (trim_end(text, start, text.len()), text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).map(|span| &text[span]).collect()
    }

    /// The decision can be asked for any stop in any order, and the attributor does so.
    #[test]
    fn a_stop_can_be_asked_for_alone() {
        let text = "\u{201C}Why?\u{201D} Dr. Lee asked. \u{201C}It is late.\u{201D} He left.";
        let lexicon = Lexicon::english();
        let context = Context { lexicon: &lexicon, wrapped: false };
        let ends = |stop: &str| match decide(text.as_bytes(), text.find(stop).unwrap_or(0), &context) {
            Boundary::Ends { end, .. } => Some(&text[..end]),
            Boundary::Continues { .. } => None,
        };
        assert_eq!(ends("?"), None);
        assert_eq!(ends(". Lee"), None);
        assert_eq!(ends(". \u{201C}"), Some("\u{201C}Why?\u{201D} Dr. Lee asked."));
        assert!(ends(".\u{201D} He").is_some_and(|sentence| sentence.ends_with("late.\u{201D}")));
    }

    #[test]
    fn work_grows_with_the_length_of_the_text() {
        let pieces = [
            ". ",
            "...",
            ". . ",
            ".\" ",
            ". \" ",
            "Mr. ",
            "U.S. ",
            "a.m. B",
            "\"",
            "\u{201D}",
            ".)",
            "\n",
            " \n",
            ".\n",
            " ",
            "1. a ",
            "1) a 2) b ",
            "(. ",
            "[1] ",
            ". [1] ",
            ". :) ",
            "a",
            "\u{2026}",
            "\u{3002}",
            "--\" ",
            "- ",
            "\u{2022} ",
            "a. b. ",
            "?(",
        ];
        for piece in pieces {
            for lines in [Lines::Wrapped, Lines::Unwrapped] {
                let work = |times: usize| {
                    let text = piece.repeat(times);
                    let steps = crate::base::steps::count(|| {
                        let _ = Segmenter::new().lines(lines).sentences(&text).count();
                    });
                    (text.len(), steps)
                };
                let ((_, short), (length, long)) = (work(2_000), work(8_000));
                assert!(long <= 5 * short + 100, "{piece:?}: {short} steps, then {long}");
                assert!(long <= 8 * length, "{piece:?}: {long} steps over {length} bytes");
            }
        }
    }

    #[test]
    fn white_space_and_byte_order_marks_belong_to_no_sentence() {
        assert_eq!(cut("\u{FEFF}One. \u{A0} Two.\u{3000}"), ["One.", "Two."]);
        assert_eq!(cut(" \u{FEFF} "), Vec::<&str>::new());
    }
}
