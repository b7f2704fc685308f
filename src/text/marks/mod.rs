//! Quotation marks to quoted spans, a paragraph at a time.
//!
//! In: the tokens of a paragraph. Out: [`Quoted`] spans in the order of their opening marks, nested ones
//! after the span that holds them. A mark that finds no partner is dropped, but for an opening one of the
//! text's primary kind: it runs to the paragraph's end, as in speeches that go on in the next paragraph.
//! So a stray mark spoils its own paragraph at most.
//!
//! `event.rs` reads which way a mark can face from what stands beside it, `pair.rs` joins them.

mod event;
mod pair;

pub(crate) use pair::{Pairing, pair};

/// The two families of marks; in each the kinds pair freely, so that mixed styles in a text do no harm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Family {
    /// `"…"`, `“…”`, ``` ``…'' ```, `«…»`, `„…“`.
    #[default]
    Double,
    /// `'…'`, `‘…’`, `‹…›`.
    Single,
}

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
