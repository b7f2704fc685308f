//! Words that tell who speaks a line of a conversation.

use super::link::Pattern;

/// Words of the narration that tell the speaker, as tokens of the block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence {
    /// The quoted span, by its place among those of the block.
    pub(crate) quoted: u32,
    /// The tokens of the source, and the one that says what it is.
    pub(crate) source: (u32, u32),
    pub(crate) head: u32,
    /// The tokens of the cue; empty where there is none.
    pub(crate) cue: (u32, u32),
    pub(crate) pattern: Pattern,
    /// A verb that surely reports is said of the source, so that it is somebody whatever its noun.
    pub(crate) reports: bool,
}

/// Who is led in at the end of a paragraph: *Ann said:*
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ahead {
    /// The paragraph that leads in, counted from the block's first.
    pub(crate) paragraph: u32,
    pub(crate) evidence: Evidence,
}
