//! Where a tag stands in a conversation.

/// How the words around a quotation tell its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// *“…,” said Ann*.
    Inverted,
    /// *“…,” Ann said*.
    Direct,
    /// *“…,” smiled Ann*: a verb that does not report, but a comma closes the quotation.
    AnyVerb,
    /// *“…,” was her answer*.
    Reply,
    /// *Ann said, “…”*.
    Before,
    /// The paragraph before ends in a colon or comma after a verb of speech.
    Ahead,
}
