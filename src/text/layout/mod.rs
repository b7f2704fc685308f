//! What must be known of the whole text before anything else.
//!
//! In: the text. Out: a [`Layout`], the facts that hold for all of it, and its paragraphs.
//! `wrap.rs` tells whether lines are wrapped, `lines.rs` reads a line break and what stands around it,
//! `paragraphs.rs` cuts the text into paragraphs, `genre.rs` tells novels from news, `primary.rs` which
//! marks hold speech.

mod genre;
pub(crate) mod lines;
mod paragraphs;
mod primary;
mod wrap;

pub(crate) use genre::genre;
pub(crate) use paragraphs::paragraphs;
pub(crate) use primary::{Primary, primary};

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
