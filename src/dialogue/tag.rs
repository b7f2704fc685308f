//! What tells the speaker of a line, before the mentions of its paragraph are kept.

use std::ops::Range;

use super::record::CuePattern;

/// The phrase of the speaker and the tokens of the cue.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    /// The phrase among those of the paragraph.
    pub(super) phrase: usize,
    pub(super) cue: Range<usize>,
    pub(super) form: CuePattern,
}
