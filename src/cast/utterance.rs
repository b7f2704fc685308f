//! What somebody says, as the caller knows it.

use crate::answer::error::{Error, Inner};
use crate::base::span::Span;

/// Words of the text, and the words that stand for whoever says them: what
/// [`Attributor::identify`](crate::Attributor::identify) is asked about.
///
/// ```
/// use whosaid::{Span, cast::Utterance};
/// let utterance = Utterance::new(0..22).by(23..26);
/// assert_eq!(utterance.source(), Some(Span::new(23, 26)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Utterance {
    content: Span,
    source: Option<Span>,
}

impl Utterance {
    /// Something said by whoever the conversation tells.
    ///
    /// ```
    /// assert_eq!(whosaid::cast::Utterance::new(0..22).source(), None);
    /// ```
    #[must_use]
    pub fn new(content: impl Into<Span>) -> Self {
        Self { content: content.into(), source: None }
    }

    /// The words that stand for the speaker: *she*, *the mayor*.
    ///
    /// ```
    /// assert!(whosaid::cast::Utterance::new(0..22).by(23..26).source().is_some());
    /// ```
    #[must_use]
    pub fn by(mut self, source: impl Into<Span>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// What is said, in bytes.
    ///
    /// ```
    /// assert_eq!(whosaid::cast::Utterance::new(0..22).content().len(), 22);
    /// ```
    #[must_use]
    pub const fn content(self) -> Span {
        self.content
    }

    /// Where the words for the speaker stand, in bytes.
    ///
    /// ```
    /// assert_eq!(whosaid::cast::Utterance::new(0..22).by(23..26).source().unwrap().start(), 23);
    /// ```
    #[must_use]
    pub const fn source(self) -> Option<Span> {
        self.source
    }

    /// Source and content in `text`; a source that is not told is empty and stands at the content.
    pub(crate) fn places(self, text: &str, number: usize) -> Result<(Span, Span), Error> {
        let checked = |span: Span, part: &str| place(span, text, || format!("utterance {number}, {part}"));
        let content = checked(self.content, "content")?;
        let source = self.source.map(|source| checked(source, "source")).transpose()?;
        Ok((source.unwrap_or(Span::new(content.start(), content.start())), content))
    }
}

/// A span that is words of `text`; `what` says in an error whose it is.
pub(super) fn place(span: Span, text: &str, what: impl Fn() -> String) -> Result<Span, Error> {
    let fault = |problem: String| Err(Error(Inner::Place { what: what(), span, problem }));
    if span.end() > text.len() {
        return fault(format!("the text ends at {}; count in bytes of this very text", text.len()));
    }
    match span.get(text) {
        Some("") => fault("is empty; give the bytes of its words".to_owned()),
        Some(_) => Ok(span),
        None => fault("cuts a character; offsets::Offsets turns characters into bytes".to_owned()),
    }
}

/// Source and content.
impl From<(Span, Span)> for Utterance {
    fn from((source, content): (Span, Span)) -> Self {
        Self { content, source: Some(source) }
    }
}
