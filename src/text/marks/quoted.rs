//! Words in quotation marks, as the later stages see them.

use super::kind::Family;

/// Words in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// The token of the opening mark.
    pub(crate) open: u32,
    /// The token of the closing mark; where there is none, the end of the paragraph's tokens.
    pub(crate) close: u32,
    pub(crate) closed: bool,
    pub(crate) family: Family,
    /// 0 for a span in no other.
    pub(crate) depth: u8,
}

impl Quoted {
    /// The token after the span, closing mark included.
    pub(crate) fn end(&self) -> u32 {
        self.close + u32::from(self.closed)
    }
}
