//! The words of a block as readers of single words see them.

use std::ops::Range;

use crate::lexicon::{Classes, Key, Lexicon};

use super::token::{Shape, Token, TokenKind};

/// The tokens of a block with the text and lexicon behind them.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    /// Where the block of the tokens begins in the text.
    pub(crate) base: usize,
    pub(crate) tokens: &'a [Token],
    pub(crate) lexicon: &'a Lexicon,
}

impl<'a> Words<'a> {
    /// The token at `at`, if there is one.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// Whether the token at `at` has one of `classes`.
    #[inline]
    pub(crate) fn has(&self, at: usize, classes: Classes) -> bool {
        self.get(at).is_some_and(|token| token.has(classes))
    }

    #[inline]
    pub(crate) fn is(&self, at: usize, kind: TokenKind) -> bool {
        self.get(at).is_some_and(|token| token.kind == kind)
    }

    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.is_word() && token.is_capital())
    }

    /// The text of the tokens `range`.
    pub(crate) fn str(&self, range: Range<usize>) -> &'a str {
        if range.is_empty() {
            return "";
        }
        let (Some(first), Some(last)) = (self.get(range.start), self.get(range.end - 1)) else {
            return "";
        };
        self.text.get(self.base + first.start as usize..self.base + last.end as usize).unwrap_or("")
    }

    /// Whether the word at `at` is `word`, which is in lower case.
    pub(crate) fn reads(&self, at: usize, word: &str) -> bool {
        self.get(at).is_some_and(|token| (token.end - token.start) as usize == word.len())
            && self.str(at..at + 1).eq_ignore_ascii_case(word)
    }

    /// The key of the word at `at`, its last stop and marks of italics left out.
    pub(crate) fn key(&self, at: usize) -> Key {
        let word = self.str(at..at + 1);
        let apart = |byte: Option<&u8>| matches!(byte, Some(b'.' | b'_'));
        if apart(word.as_bytes().first()) || apart(word.as_bytes().last()) {
            return Key::of(word.trim_end_matches('.').trim_matches('_').as_bytes());
        }
        Key::of(word.as_bytes())
    }

    /// Whether a sentence ends with the token at `at`, be its stop taken for an abbreviation's.
    pub(crate) fn ends_sentence(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| {
            token.kind.ends_sentence()
                || token.shape.has(Shape::STOPPED)
                    && !token.is_capital()
                    && self.get(at + 1).is_none_or(|next| next.is_capital() || next.kind.is_mark())
        })
    }

    /// The first place from `at` on that holds no adverb.
    pub(crate) fn skip_adverbs(&self, mut at: usize) -> usize {
        while self.is_adverb(at) {
            at += 1;
        }
        at
    }

    /// An adverb that no other reading makes the subject or verb here.
    fn is_adverb(&self, at: usize) -> bool {
        let others = Classes::FINITE
            .with(Classes::PRONOUN)
            .with(Classes::DETERMINER)
            .with(Classes::COORDINATOR)
            .with(Classes::SUBORDINATOR)
            .with(Classes::PREPOSITION);
        self.get(at).is_some_and(|token| {
            let adverb = token.has(Classes::ADVERB.with(Classes::NEGATION))
                || token.word == 0 && self.str(at..at + 1).ends_with("ly");
            token.is_word() && !token.is_capital() && adverb && !token.has(others)
        })
    }

    /// A finite verb at `at`.
    pub(crate) fn is_finite(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.is_word() && !token.is_capital() && token.has(Classes::FINITE))
    }

    /// The grade with which the word at `at` reports a quotation.
    pub(crate) fn grade(&self, at: usize) -> u8 {
        self.get(at).map_or(0, |token| self.lexicon.grades(token.word).quote)
    }
}
