//! Nouns that speak in this text, whatever the lists have them for: *said the carter*, *said the fox*.
//!
//! In: the heads of the tags so far. Out: whether a noun is one of them, so that *The carter put down the sack* tells of
//! somebody too.

use crate::base::map::Map;
use crate::identity::names::words::{Spelling, spelling};
use crate::lexicon::Classes;
use crate::text::lex::Words;

/// The nouns that a tag with a verb of speech has had.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    /// Those of the lexicon, a bit for each word.
    known: Vec<u64>,
    others: Map<Spelling, ()>,
}

impl Spoken {
    /// Notes the noun at `at`; names and pronouns need no note.
    pub(super) fn learn(&mut self, words: &Words<'_>, at: usize) {
        let Some(token) = words
            .get(at)
            .filter(|token| token.is_word() && !token.is_capital() && !token.has(Classes::ANYBODY))
        else {
            return;
        };
        let word = usize::from(token.word);
        if word == 0 {
            self.others.insert(spelling(words.key(at)), ());
            return;
        }
        if word / 64 >= self.known.len() {
            self.known.resize(word / 64 + 1, 0);
        }
        self.known[word / 64] |= 1 << (word % 64);
    }

    /// Whether the noun at `at` has spoken.
    pub(super) fn has(&self, words: &Words<'_>, at: usize) -> bool {
        let Some(token) = words.get(at) else { return false };
        match usize::from(token.word) {
            0 => !self.others.is_empty() && self.others.contains_key(&spelling(words.key(at))),
            word => self.known.get(word / 64).is_some_and(|bits| bits >> (word % 64) & 1 == 1),
        }
    }
}
