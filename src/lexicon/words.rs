//! The words of a language and all that can be asked of them.

use super::classes::Classes;
use super::graded::WordGrades;
use super::key::Key;
use super::kinds::Entry;
use super::known::Known;
use super::phrases::{self, Phrase};
use super::table::{Table, WordId};
use super::tone::{Tone, Tones};
use super::verb::{Grades, Verb};

/// The words of a language.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    pub(super) table: Table,
    /// The first is "no verb".
    pub(super) verbs: Vec<Verb>,
    /// The grades of words: verbs are many, and most have the grades of others.
    pub(super) grades: WordGrades,
    /// Sorted by verb.
    pub(super) phrases: Vec<Phrase>,
    pub(super) tones: Tones,
    pub(crate) known: Known,
}

impl Lexicon {
    /// The word of `key`; 0 where the lists do not have it.
    #[inline]
    pub(crate) fn find(&self, key: Key) -> WordId {
        self.table.find(key)
    }

    /// The word of `key` and what is known of it.
    #[inline]
    pub(crate) fn look_up(&self, key: Key) -> (WordId, &Entry) {
        self.table.look_up(key)
    }

    /// The readings of the word that `bytes` spell, in any case.
    #[inline]
    pub(crate) fn classes_of(&self, bytes: &[u8]) -> Classes {
        self.entry(self.find(Key::of(bytes))).classes
    }

    #[inline]
    pub(crate) fn entry(&self, id: WordId) -> &Entry {
        self.table.entry(id)
    }

    /// The verb that the word is a form of, if any.
    #[cfg(test)]
    pub(crate) fn verb(&self, id: WordId) -> Option<&Verb> {
        match self.table.verb(id) {
            0 => None,
            verb => self.verbs.get(usize::from(verb)),
        }
    }

    /// The grades of the verb that the word is a form of; none for other words.
    #[inline]
    pub(crate) fn grades(&self, id: WordId) -> Grades {
        self.grades.of_word(id)
    }

    /// What the word tells of how something was said.
    pub(crate) fn tone(&self, id: WordId) -> Tone {
        self.tones.get(id).unwrap_or_else(|| self.grades(id).tone)
    }

    /// The longest phrase of the list that `verb` makes with `words`, which follow it, and how many of these
    /// it takes up.
    pub(crate) fn phrase<W>(&self, verb: WordId, words: W) -> Option<(&Phrase, usize)>
    where
        W: Iterator<Item = (WordId, Classes)> + Clone,
    {
        phrases::longest(&self.phrases, self.table.verb(verb), words)
    }

    /// How many words there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.table.len()
    }

    /// What a look-up has to keep at hand.
    #[cfg(test)]
    pub(crate) fn bytes_of_slots(&self) -> usize {
        self.table.bytes_of_slots()
    }
}
