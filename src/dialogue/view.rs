//! A paragraph as the readers of this folder see it: its words, and which of them stand in quotations.

use std::ops::{Deref, Range};

use crate::text::lex::{Shape, TokenKind, Words};

/// The words of a block, of which those from `first` up to `end` are the paragraph's, with its quoted spans.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) words: Words<'a>,
    pub(super) first: usize,
    pub(super) end: usize,
    /// Token ranges of the outer quoted spans, marks included, in order.
    pub(super) quotes: &'a [Range<usize>],
}

impl<'a> Deref for View<'a> {
    type Target = Words<'a>;

    fn deref(&self) -> &Words<'a> {
        &self.words
    }
}

impl View<'_> {
    /// The narration before quotation `index`, or after the last.
    pub(super) fn narration(&self, index: usize) -> Range<usize> {
        let start = index
            .checked_sub(1)
            .and_then(|before| self.quotes.get(before))
            .map_or(self.first, |quote| quote.end);
        let end = self.quotes.get(index).map_or(self.end, |quote| quote.start);
        start..end.max(start)
    }

    /// The last token of the quotation that is no mark.
    pub(super) fn closing(&self, quote: &Range<usize>) -> Option<TokenKind> {
        let tokens = self.tokens.get(quote.clone())?;
        let last = tokens.iter().rev().find(|token| !token.kind.is_mark())?;
        Some(if last.shape.has(Shape::STOPPED) { TokenKind::Stop } else { last.kind })
    }
}
