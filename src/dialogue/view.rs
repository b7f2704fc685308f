//! A paragraph as the readers of this module see it: tokens, and which of them stand in quotations.

use std::ops::Range;

use crate::lexicon::{Classes, Key, Lexicon};
use crate::text::lex::{Shape, Token, TokenKind};

/// The tokens of a paragraph with its quoted spans.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) text: &'a str,
    /// Where the block of the tokens begins in the text.
    pub(super) base: usize,
    pub(super) tokens: &'a [Token],
    /// Token ranges of the outer quoted spans, marks included, in order.
    pub(super) quotes: &'a [Range<usize>],
    pub(super) lexicon: &'a Lexicon,
}

impl<'a> View<'a> {
    /// The token at `at`, if there is one.
    #[inline]
    pub(super) fn get(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// Whether the token at `at` has one of `classes`.
    #[inline]
    pub(super) fn has(&self, at: usize, classes: Classes) -> bool {
        self.get(at).is_some_and(|token| token.has(classes))
    }

    #[inline]
    pub(super) fn is(&self, at: usize, kind: TokenKind) -> bool {
        self.get(at).is_some_and(|token| token.kind == kind)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.is_word() && token.is_capital())
    }

    /// The text of the tokens `range`.
    pub(super) fn str(&self, range: Range<usize>) -> &'a str {
        if range.is_empty() {
            return "";
        }
        let (Some(first), Some(last)) = (self.get(range.start), self.get(range.end - 1)) else {
            return "";
        };
        self.text.get(self.base + first.start as usize..self.base + last.end as usize).unwrap_or("")
    }

    /// Whether the word at `at` is `word`, which is in lower case.
    pub(super) fn reads(&self, at: usize, word: &str) -> bool {
        self.get(at).is_some_and(|token| (token.end - token.start) as usize == word.len())
            && self.str(at..at + 1).eq_ignore_ascii_case(word)
    }

    /// The key of the word at `at`, its last stop and marks of italics left out.
    pub(super) fn key(&self, at: usize) -> Key {
        Key::of(self.str(at..at + 1).trim_end_matches('.').trim_matches('_').as_bytes())
    }

    /// The narration before quotation `index`, or after the last.
    pub(super) fn narration(&self, index: usize) -> Range<usize> {
        let start =
            index.checked_sub(1).and_then(|before| self.quotes.get(before)).map_or(0, |quote| quote.end);
        let end = self.quotes.get(index).map_or(self.tokens.len(), |quote| quote.start);
        start..end.max(start)
    }

    /// The last token of the quotation that is no mark.
    pub(super) fn closing(&self, quote: &Range<usize>) -> Option<TokenKind> {
        let tokens = self.tokens.get(quote.clone())?;
        let last = tokens.iter().rev().find(|token| !token.kind.is_mark())?;
        Some(if last.shape.has(Shape::STOPPED) { TokenKind::Stop } else { last.kind })
    }

    /// Whether a sentence ends with the token at `at`, be its stop taken for an abbreviation's.
    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| {
            token.kind.ends_sentence()
                || token.shape.has(Shape::STOPPED)
                    && !token.is_capital()
                    && self.get(at + 1).is_none_or(|next| next.is_capital() || next.kind.is_mark())
        })
    }

    /// The first place from `at` on that holds no adverb.
    pub(super) fn skip_adverbs(&self, mut at: usize) -> usize {
        while self.is_adverb(at) || self.is_italic(at) {
            at += 1;
        }
        at
    }

    /// A mark of italics before a word: *_Ann_*.
    fn is_italic(&self, at: usize) -> bool {
        self.is(at, TokenKind::Symbol) && matches!(self.str(at..at + 1), "_" | "*")
    }

    /// The place before which only adverbs stand up to `at`.
    pub(super) fn skip_back_adverbs(&self, mut at: usize) -> usize {
        while at > 0 && self.is_adverb(at - 1) {
            at -= 1;
        }
        at
    }

    /// An adverb that no other reading makes the subject or verb here.
    pub(super) fn is_adverb(&self, at: usize) -> bool {
        let others = Classes::FINITE
            .with(Classes::PRONOUN)
            .with(Classes::DETERMINER)
            .with(Classes::COORDINATOR)
            .with(Classes::SUBORDINATOR)
            .with(Classes::PREPOSITION);
        self.get(at).is_some_and(|token| {
            token.is_word()
                && !token.is_capital()
                && (token.has(Classes::ADVERB.with(Classes::NEGATION)) || self.ends_in_ly(at))
                && !token.has(others)
        })
    }

    fn ends_in_ly(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.word == 0) && self.str(at..at + 1).ends_with("ly")
    }

    /// A finite verb at `at`, auxiliaries aside.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.is_word() && !token.is_capital() && token.has(Classes::FINITE))
    }

    /// A word in *-ed* that no list has: a verb that was made or misspelt.
    pub(super) fn is_unlisted_past(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.is_word() && token.word == 0 && !token.is_capital())
            && self.str(at..at + 1).ends_with("ed")
    }

    /// *put in Ann, broke out Ann*.
    pub(super) fn is_particle(&self, at: usize) -> bool {
        ["in", "on", "out", "up", "forth", "off", "back", "away", "from"]
            .iter()
            .any(|word| self.reads(at, word))
    }

    /// Where the sentence begins in which `start..end` ends.
    pub(super) fn sentence_start(&self, start: usize, end: usize) -> usize {
        let stops = |at: &usize| self.ends_sentence(*at);
        (start..end).rev().find(stops).map_or(start, |stop| stop + 1)
    }

    /// The grade with which the word at `at` reports a quotation.
    pub(super) fn grade(&self, at: usize) -> u8 {
        self.get(at).map_or(0, |token| self.lexicon.grades(token.word).quote)
    }
}
