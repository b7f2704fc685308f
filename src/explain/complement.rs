//! What a verb takes.

use crate::answer::names::names;
use crate::base::span::Span;
use crate::grammar::rows;

/// What a verb takes, and where that stands.
///
/// ```
/// use whosaid::explain::ComplementKind;
/// let text = "Ana Ruiz said that rates will fall.";
/// let explanation = whosaid::Attributor::new().explain(text);
/// let complement = explanation.sentences()[0].verbs()[0].complement();
/// assert_eq!(complement.kind(), ComplementKind::That);
/// assert_eq!(&text[complement.span()], "that rates will fall");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Complement {
    kind: ComplementKind,
    span: Span,
}

impl Complement {
    pub(super) const fn new(kind: ComplementKind, span: Span) -> Self {
        Self { kind, span }
    }

    /// What sort of thing it is.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("Ana Ruiz left.");
    /// assert_eq!(explanation.sentences()[0].verbs()[0].complement().kind().to_string(), "nothing");
    /// ```
    #[must_use]
    pub const fn kind(self) -> ComplementKind {
        self.kind
    }

    /// Where it stands, in bytes; empty, behind the verb, where there is none.
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("Ana Ruiz left.");
    /// assert!(explanation.sentences()[0].verbs()[0].complement().span().is_empty());
    /// ```
    #[must_use]
    pub const fn span(self) -> Span {
        self.span
    }
}

/// A sort of complement.
///
/// ```
/// use whosaid::explain::ComplementKind;
/// assert_eq!("that-clause".parse(), Ok(ComplementKind::That));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ComplementKind {
    /// The verb takes nothing.
    Nothing,
    /// A quoted span right behind the verb, or behind a comma or colon.
    Quotation,
    /// *argued that it rained*.
    That,
    /// *said it rained*.
    Bare,
    /// *promised to come*.
    Infinitive,
    /// *asked whether it rained*.
    Wh,
    /// *criticised the plan*.
    Object,
    /// *talked about the plan*.
    Preposition,
}

names!(
    "kind of complement",
    "explain::ComplementKind",
    ComplementKind {
        Nothing = "nothing",
        Quotation = "quotation",
        That = "that-clause",
        Bare = "bare clause",
        Infinitive = "infinitive",
        Wh = "wh-clause",
        Object = "object",
        Preposition = "prepositional object",
    }
);

impl From<rows::ComplementKind> for ComplementKind {
    fn from(kind: rows::ComplementKind) -> Self {
        match kind {
            rows::ComplementKind::None => Self::Nothing,
            rows::ComplementKind::Quotation => Self::Quotation,
            rows::ComplementKind::That => Self::That,
            rows::ComplementKind::Bare => Self::Bare,
            rows::ComplementKind::Infinitive => Self::Infinitive,
            rows::ComplementKind::Wh => Self::Wh,
            rows::ComplementKind::Object => Self::Object,
            rows::ComplementKind::About => Self::Preposition,
        }
    }
}
