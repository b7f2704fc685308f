//! What a decision about a stop needs, and what it comes to.

use crate::lexicon::Lexicon;

/// What a decision needs beside the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'l> {
    pub(crate) lexicon: &'l Lexicon,
    /// Whether a line break inside a paragraph is white space.
    pub(crate) wrapped: bool,
}

/// What a stop does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Boundary {
    /// The sentence ends at byte `end`, closing marks included; the next one begins at or after `next`.
    Ends { end: usize, next: usize },
    /// It goes on; no sentence ends before `resume`.
    Continues { resume: usize },
}
