//! What the scans of noun phrases read, and what they find.

use crate::base::steps;
use crate::grammar::names::NameKind;
use crate::lexicon::{Classes, Lexicon};
use crate::text::lex::{Token, TokenKind};

use super::features::Features;
use super::item::ItemKind;

/// What the scan of a noun phrase found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub(super) end: usize,
    pub(super) head: usize,
    pub(super) kind: ItemKind,
    pub(super) features: Features,
    /// The place of its first name in the list, which ends with its last.
    pub(super) first_name: usize,
}

/// A run of capitals read as a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    pub(crate) start: u32,
    /// The first token of the name proper, after titles; `end` of an office with nobody's name.
    pub(crate) name_start: u32,
    pub(crate) end: u32,
    pub(crate) kind: NameKind,
}

/// A noun phrase of more tokens than this is none; the bound keeps the cost linear where words that open a
/// phrase follow one another without end.
pub(super) const MOST_WORDS: usize = 60;

/// Words that can stand before the noun.
pub(super) const MODIFIER: Classes =
    Classes::ADJECTIVE.with(Classes::NUMBER).with(Classes::DEMONYM).with(Classes::TITLE);

/// Words that end a phrase whatever else they are.
pub(super) const BREAKS: Classes = Classes::BREAK;

/// What a scan reads and does not change.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    /// The text that the tokens count their bytes in.
    pub(super) words: &'a [u8],
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'a Lexicon,
}

impl Ground<'_> {
    #[inline]
    pub(super) fn token(&self, at: usize, limit: usize) -> Option<&Token> {
        steps::add(1);
        if at < limit { self.tokens.get(at) } else { None }
    }

    /// Whether the token at `at` can belong to a noun phrase that a determiner opened.
    pub(super) fn goes_on_as_noun(&self, at: usize, limit: usize) -> bool {
        self.token(at, limit).is_some_and(|token| {
            matches!(token.kind, TokenKind::Number)
                || token.is_word()
                    && (token.has(Classes::ANY_NOUN | MODIFIER | Classes::PLURAL | Classes::TIME)
                        || token.word == 0
                        || token.is_capital() && !token.has(BREAKS | Classes::VERB))
                    && !token.has(BREAKS | Classes::PRONOUN | Classes::DETERMINER)
        })
    }

    /// *Lee's scheduled visit*, *his running mate*: a form of a verb before a noun; *Lee's most bitter foe*.
    pub(super) fn describes(&self, at: usize, limit: usize) -> bool {
        let compared =
            self.token(at, limit).is_some_and(|token| token.has(Classes::ADVERB) && !token.has(BREAKS))
                && self.token(at + 1, limit).is_some_and(|token| token.has(Classes::ADJECTIVE))
                && self.goes_on_as_noun(at + 2, limit);
        if compared {
            return true;
        }
        self.token(at, limit).is_some_and(|token| {
            token.is_word()
                && !token.is_capital()
                && token.has(Classes::VERB_ING.with(Classes::VERB_PARTICIPLE))
                && !token.has(BREAKS)
        }) && self.goes_on_as_noun(at + 1, limit)
    }
}
