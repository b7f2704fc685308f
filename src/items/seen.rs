//! The ordinary words that this text uses as names.
//!
//! In: the names as they are met. Out: whether a word with a capital at a sentence's start is one of them:
//! once a Mr. Cross was met, *Cross* at the head of a sentence is he.

use crate::lexicon::WordId;

/// A set of words of the lexicon. Words that the lexicon lacks need no memory: they open no sentence as
/// anything but names.
#[derive(Clone, Debug, Default)]
pub(crate) struct SeenNames {
    /// A bit for each word, made at the first name.
    bits: Vec<u64>,
    /// The words whose bits are set, to take them back with.
    words: Vec<WordId>,
}

impl SeenNames {
    pub(crate) fn insert(&mut self, word: WordId) {
        if self.bits.is_empty() {
            self.bits.resize(usize::from(WordId::MAX) / 64 + 1, 0);
        }
        if !self.has(word) {
            self.bits[usize::from(word) / 64] |= 1 << (word % 64);
            self.words.push(word);
        }
    }

    /// Forgets all words.
    pub(crate) fn clear(&mut self) {
        for word in self.words.drain(..) {
            self.bits[usize::from(word) / 64] = 0;
        }
    }

    pub(crate) fn has(&self, word: WordId) -> bool {
        word != 0 && self.bits.get(usize::from(word) / 64).is_some_and(|bits| bits >> (word % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_was_put() {
        let mut seen = SeenNames::default();
        assert!(!seen.has(7));
        seen.insert(7);
        seen.insert(WordId::MAX);
        assert!(seen.has(7) && seen.has(WordId::MAX) && !seen.has(8));
    }
}
