//! The ordinary words that this text uses as names.
//!
//! In: the names as they are met. Out: whether a word with a capital at a sentence's start is one of them:
//! once a Mr. Cross was met, *Cross* at the head of a sentence is he.

use crate::lexicon::WordId;

/// A set of words of the lexicon. Words that the lexicon lacks need no memory: they open no sentence as
/// anything but names.
#[derive(Clone, Debug, Default)]
pub(crate) struct SeenNames {
    words: Vec<WordId>,
    /// A bit for each word, once there are more than a few.
    bits: Vec<u64>,
}

/// So many words are looked up one by one: a sentence needs no bits.
const FEW: usize = 4;

impl SeenNames {
    pub(crate) fn insert(&mut self, word: WordId) {
        if word == 0 || self.has(word) {
            return;
        }
        self.words.push(word);
        if self.words.len() > FEW {
            self.bits.resize(usize::from(WordId::MAX) / 64 + 1, 0);
            // the first time all of them, then the new one
            let new = if self.words.len() == FEW + 1 { 0 } else { self.words.len() - 1 };
            for word in &self.words[new..] {
                self.bits[usize::from(*word) / 64] |= 1 << (word % 64);
            }
        }
    }

    /// Forgets all words.
    pub(crate) fn clear(&mut self) {
        for word in self.words.drain(..) {
            if let Some(bits) = self.bits.get_mut(usize::from(word) / 64) {
                *bits = 0;
            }
        }
    }

    pub(crate) fn has(&self, word: WordId) -> bool {
        if self.words.len() <= FEW {
            return self.words.contains(&word);
        }
        self.bits.get(usize::from(word) / 64).is_some_and(|bits| bits >> (word % 64) & 1 == 1)
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
        (100..200).for_each(|word| seen.insert(word));
        assert!(seen.has(7) && seen.has(100) && seen.has(199) && !seen.has(8) && !seen.has(0));
        seen.clear();
        assert!(!seen.has(7) && !seen.has(150));
    }
}
