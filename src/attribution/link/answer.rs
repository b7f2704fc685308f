//! What a rule answers, and the link that is made of it.

use super::pattern::Pattern;
use crate::answer::quote::CueStatus;
use crate::answer::rule::Entry;

/// What a question answers: the source's items, the cue's tokens, the row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answer {
    pub(crate) source: (usize, usize),
    pub(crate) cue: Option<(u32, u32)>,
    pub(crate) row: Option<usize>,
    pub(crate) status: CueStatus,
}

/// A source and cue for a quoted span.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    pub(crate) rule: &'static Entry,
    pub(crate) pattern: Pattern,
    /// The items of the source.
    pub(crate) source: (usize, usize),
    /// The tokens of the cue.
    pub(crate) cue: Option<(u32, u32)>,
    /// The row of the cue, counted from the sentence's first.
    pub(crate) row: Option<usize>,
    pub(crate) status: CueStatus,
    /// The items of a nearer speaker, whom the source reports: *Ray* in *Lee said Ray called it “…”*.
    pub(crate) inner: Option<(usize, usize)>,
}
