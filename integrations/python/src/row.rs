//! The fields of a quote, with the names and values of the JSON page where the library gives them by no method.

use std::borrow::Cow;

use whosaid::{Document, EntityId, Quote, Span};

/// A quote and the document in which it stands.
#[derive(Clone, Copy)]
pub(crate) struct Row<'d> {
    pub(crate) document: &'d Document<'d>,
    pub(crate) quote: &'d Quote,
    /// Its place among the quotes.
    pub(crate) place: usize,
}

impl<'d> Row<'d> {
    pub(crate) fn text(self) -> String {
        self.document.words(self.quote)
    }

    pub(crate) fn cue_text(self) -> Option<Cow<'d, str>> {
        self.quote.cue().map(|cue| self.words(cue))
    }

    pub(crate) fn source_text(self) -> Option<Cow<'d, str>> {
        self.quote.source().map(|source| self.words(source.span()))
    }

    fn words(self, span: Span) -> Cow<'d, str> {
        on_one_line(span.get(self.document.text()).unwrap_or(""))
    }

    /// The place of the quote in whose words it stands: mostly one of the last before it.
    pub(crate) fn parent(self) -> Option<usize> {
        let parent = self.document.parent(self.quote)?;
        let quotes = self.document.quotes();
        let is_parent = |quote: &Quote| std::ptr::eq(quote, parent);
        let before = quotes[..self.place].iter().rposition(is_parent);
        before.or_else(|| quotes.iter().position(is_parent))
    }

    pub(crate) fn speakers(self) -> impl Iterator<Item = &'d str> {
        names(self.document, self.quote.speakers())
    }

    pub(crate) fn addressees(self) -> impl Iterator<Item = &'d str> {
        names(self.document, self.quote.addressees())
    }
}

pub(crate) fn names<'d>(document: &'d Document<'d>, ids: &'d [EntityId]) -> impl Iterator<Item = &'d str> {
    ids.iter().filter_map(|id| document.entity(*id)).map(|entity| entity.name())
}

pub(crate) fn indices(ids: &[EntityId]) -> impl Iterator<Item = usize> {
    ids.iter().map(|id| id.index())
}

/// A confidence in thousandths.
pub(crate) fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}

/// Words with each stretch of white space a blank. A single word, as most cues are, is not copied.
fn on_one_line(words: &str) -> Cow<'_, str> {
    if words.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
}
