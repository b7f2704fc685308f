//! Words in quotation marks, as the later stages see them.

use super::kind::Family;

/// What stands around quoted words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bounds {
    /// Two marks.
    Marks,
    /// No mark closes them, so that the next paragraph may go on with them.
    Unclosed,
    /// The mark that closes them was lost: they end before the next one that opens, or before their tag.
    Lost,
    /// A dash, or a comma after a tag, opens them, and nothing closes them.
    Dash,
}

/// Words in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// The token of the opening mark, or of what stands in its place.
    pub(crate) open: u32,
    /// The token of the closing mark; where there is none, the end of the paragraph's tokens.
    pub(crate) close: u32,
    pub(crate) bounds: Bounds,
    pub(crate) family: Family,
    /// 0 for a span in no other.
    pub(crate) depth: u8,
}

impl Quoted {
    /// The token after the span, closing mark included.
    pub(crate) fn end(&self) -> u32 {
        self.close + u32::from(self.is_closed())
    }

    /// Whether a mark closes it.
    pub(crate) fn is_closed(&self) -> bool {
        self.bounds == Bounds::Marks
    }
}
