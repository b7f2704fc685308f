//! The scratch of a block of paragraphs: tokens, quoted spans, chunks. Nothing of it outlives the block.

use std::iter::Peekable;
use std::ops::Range;

use crate::base::span::Span;
use crate::grammar::items::{Chunker, Chunks};
use crate::grammar::rows::Predicate;
use crate::lexicon::Lexicon;
use crate::text::lex::{Token, TokenKind, Words, lex};
use crate::text::marks::{Pairing, Primary, Quoted, dash, pair};
use crate::text::segment;

/// Blocks are filled up to about this many bytes: small enough that tokens and items stay in the cache.
pub(crate) const BLOCK: usize = 16 * 1024;

/// What the later stages ask of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wants {
    All,
    /// Everything but what is inside of quoted spans.
    Sources,
    /// What bears on quoted spans.
    Quoted,
}

/// Whether the paragraph holds a quoted span, may announce the one that opens the next, or may sign the
/// one before. What stands at the block's ends may for all that is known here.
fn bears_on_quoted(paragraphs: &[Paragraph], number: usize, tokens: &[Token], quoted: &[Quoted]) -> bool {
    let paragraph = &paragraphs[number];
    let announces = paragraphs.get(number + 1).is_none_or(|next| {
        let first = quoted[next.quoted.clone()].first();
        // a dash or label may stand before it
        first.is_some_and(|first| first.open as usize <= next.tokens.start + 2)
    });
    let after_quoted = number.checked_sub(1).is_none_or(|before| !paragraphs[before].quoted.is_empty());
    let signs =
        || tokens[paragraph.tokens.clone()].first().is_some_and(|token| token.kind == TokenKind::Dash);
    !paragraph.quoted.is_empty() || announces || after_quoted && signs()
}

/// A paragraph's tokens and quoted spans.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paragraph {
    pub(crate) tokens: Range<usize>,
    pub(crate) quoted: Range<usize>,
    pub(crate) sentences: Range<usize>,
}

#[derive(Debug, Default)]
pub(crate) struct Block {
    /// The byte of the text from which the tokens count.
    pub(crate) base: usize,
    pub(crate) tokens: Vec<Token>,
    pub(crate) quoted: Vec<Quoted>,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) chunks: Chunks,
    /// The rows of the sentences, one after the other, and where each one's end.
    pub(crate) rows: Vec<Predicate>,
    pub(crate) row_ends: Vec<usize>,
    pairing: Pairing,
}

impl Block {
    /// Room for the blocks of a text of `bytes`: a token takes five bytes of the text, an item ten.
    pub(crate) fn with_room(bytes: usize) -> Self {
        let bytes = bytes.min(BLOCK);
        let mut block = Self::default();
        block.tokens.reserve(bytes / 4 + 8);
        block.chunks.items.reserve(bytes / 8 + 8);
        block
    }

    /// Forgets what was learnt of the text before.
    pub(crate) fn forget(&mut self) {
        self.chunks.seen.clear();
    }

    pub(crate) fn open(&mut self, base: usize) {
        self.base = base;
        self.tokens.clear();
        self.quoted.clear();
        self.paragraphs.clear();
        self.chunks.clear();
    }

    /// Tokens and quoted spans of the paragraph `first` and of as many `others` as make a block.
    pub(crate) fn fill(
        &mut self,
        text: &str,
        first: Range<usize>,
        others: &mut Peekable<impl Iterator<Item = Range<usize>>>,
        primary: Primary,
        lexicon: &Lexicon,
    ) {
        let base = first.start;
        self.open(base);
        self.lex(text, first, primary, lexicon);
        while let Some(range) = others.next_if(|range| range.end - base <= BLOCK) {
            self.lex(text, range, primary, lexicon);
        }
    }

    /// Tokens and quoted spans of the paragraph `range` of the text.
    pub(crate) fn lex(&mut self, text: &str, range: Range<usize>, primary: Primary, lexicon: &Lexicon) {
        let (tokens, marks) = self.lex_only(text, range, lexicon);
        let first = self.quoted.len();
        if marks {
            pair(&mut self.pairing, &self.tokens, tokens.clone(), primary.family(), &mut self.quoted);
        }
        let words = Words { text, base: self.base, tokens: &self.tokens[..tokens.end], lexicon };
        dash::end_lost(&words, &mut self.quoted[first..]);
        if primary == Primary::Dash {
            dash::speech_around(&words, tokens.clone(), &mut self.quoted, first);
        }
        self.paragraphs.push(Paragraph { tokens, quoted: first..self.quoted.len(), sentences: 0..0 });
    }

    /// The tokens alone of the paragraph `range` of the text; returns their places, and whether marks are
    /// among them.
    pub(crate) fn lex_only(
        &mut self,
        text: &str,
        range: Range<usize>,
        lexicon: &Lexicon,
    ) -> (Range<usize>, bool) {
        let first = self.tokens.len();
        let marks = lex(text, range, self.base, lexicon, &mut self.tokens);
        (first..self.tokens.len(), marks)
    }

    /// Items, verb groups and sentences of the paragraphs; of those that nobody `wants`, sentences alone.
    pub(crate) fn chunk(&mut self, text: &str, context: segment::Context<'_>, wants: Wants) {
        let mut chunker = Chunker::new(
            self.reach(text),
            self.base,
            &self.tokens,
            &self.quoted,
            context,
            wants == Wants::All,
            &mut self.chunks,
        );
        for number in 0..self.paragraphs.len() {
            let first = chunker.chunks.sentences.len();
            let idle = wants == Wants::Quoted
                && !bears_on_quoted(&self.paragraphs, number, &self.tokens, &self.quoted);
            let paragraph = &mut self.paragraphs[number];
            if idle {
                chunker.skim(number as u32, paragraph.tokens.clone());
            } else {
                chunker.paragraph(number as u32, paragraph.tokens.clone(), paragraph.quoted.clone());
            }
            paragraph.sentences = first..chunker.chunks.sentences.len();
        }
    }

    /// The text up to a little behind the block. Where sentences end is decided by what follows; a run of
    /// stops without end must not be followed to its end from each block.
    fn reach<'t>(&self, text: &'t str) -> &'t str {
        const BEHIND: usize = 4 * 1024;
        let end = self.base + self.tokens.last().map_or(0, |token| token.end as usize) + BEHIND;
        (end..text.len().min(end + 4)).find_map(|end| text.get(..end)).unwrap_or(text)
    }

    /// The bytes of tokens `first` up to, not including, `end`.
    pub(crate) fn span(&self, first: usize, end: usize) -> Span {
        let start = self.tokens.get(first).map_or(0, |token| token.start as usize);
        let stop = end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
            .map_or(start, |token| token.end as usize);
        Span::new(self.base + start, self.base + stop)
    }

    /// The bytes of items `first` up to, not including, `end`.
    pub(crate) fn item_span(&self, first: usize, end: usize) -> Span {
        let items = &self.chunks.items;
        let start = items.get(first).map_or(0, |item| item.start as usize);
        let stop =
            end.checked_sub(1).and_then(|last| items.get(last)).map_or(start, |item| item.end as usize);
        self.span(start, stop)
    }
}
