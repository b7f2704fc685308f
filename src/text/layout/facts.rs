//! The facts that hold for a whole text.

use super::wrap;

/// The facts that hold for a whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// A line break inside a paragraph is white space; only an empty line (or an indented or marked
    /// line) begins a paragraph. Otherwise every line is a paragraph.
    pub(crate) wrapped: bool,
}

impl Layout {
    pub(crate) fn of(text: &str) -> Self {
        Self { wrapped: wrap::is_wrapped(text.as_bytes()) }
    }
}
