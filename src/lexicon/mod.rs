//! Words and what is known of them.
//!
//! In: the lists of `en/*.txt` (and what a caller adds). Out: a [`Lexicon`] that answers for a word of
//! the text which readings it can have, and for a verb which complements it reports with.
//! `classes.rs` names the readings, `table.rs` is the look-up, `kinds.rs` what words of like readings share,
//! `load.rs` reads the lists, `graded.rs` keeps the grades of words, `part.rs` says what a word is without doubt,
//! `hash.rs` makes a number of a word, `equivalents.rs` knows nicknames, roles and states,
//! `phrases.rs` finds the verbs that report with the words after them,
//! `inflect.rs` makes the forms of verbs and the plurals of nouns, `lists.rs` says what must hold of the lists.

pub(crate) mod classes;
pub(crate) mod equivalents;
mod governed;
mod graded;
mod hash;
mod inflect;
mod kinds;
mod known;
#[cfg(test)]
mod lists;
mod load;
mod part;
mod phrases;
mod table;

use std::sync::Arc;

use once_cell::sync::Lazy;

pub(crate) use classes::Classes;
use governed::Prepositions;
use graded::WordGrades;
pub(crate) use hash::{Letters, hash, hash_at};
pub(crate) use kinds::Entry;
pub(crate) use known::Known;
pub(crate) use load::{Loader, parse_grades};
pub(crate) use part::Part;
pub(crate) use table::{KEEP, Key, WordId, keep, load as load_word};

use table::Table;

/// How strongly a verb reports with each complement, 0 (never) to 3 (surely).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Grades {
    /// A quotation: *said "…"*.
    pub(crate) quote: u8,
    /// A *that*-clause: *argued that …*.
    pub(crate) that: u8,
    /// A clause without *that*: *said it rained*.
    pub(crate) bare: u8,
    /// A *to*-infinitive: *promised to …*.
    pub(crate) infinitive: u8,
    /// An object: *criticized the plan*.
    pub(crate) object: u8,
    /// A *wh*-clause: *asked whether …*.
    pub(crate) wh: u8,
    /// In or after what is said: *the plan, Lee said, failed*.
    pub(crate) parenthetical: u8,
    /// After a preposition: *talked about the plan*.
    pub(crate) prepositions: Prepositions,
    /// What it does to a verb that it takes: *refused to say*, *is going to say*.
    pub(crate) turn: Turn,
}

/// How a verb turns the one that it takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Turn {
    #[default]
    None,
    /// *refused to say, denied having said*.
    Negates,
    /// *is going to say, plans to say*.
    LooksAhead,
}

impl Grades {
    /// Whether the verb reports with anything.
    #[inline]
    pub(crate) fn are_any(self) -> bool {
        let Self { quote, that, bare, infinitive, object, wh, parenthetical, .. } = self;
        quote | that | bare | infinitive | object | wh | parenthetical != 0 || self.prepositions.are_any()
    }

    pub(crate) fn best(self) -> u8 {
        self.quote
            .max(self.that)
            .max(self.bare)
            .max(self.infinitive)
            .max(self.object)
            .max(self.wh)
            .max(self.parenthetical)
    }
}

/// A verb: its base form and its grades.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verb {
    pub(crate) base: Key,
    pub(crate) grades: Grades,
}

/// The words of a language.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    table: Table,
    /// The first is "no verb".
    verbs: Vec<Verb>,
    /// The grades of words: verbs are many, and most have the grades of others.
    grades: WordGrades,
    /// Sorted by verb.
    phrases: Vec<phrases::Phrase>,
    pub(crate) known: Known,
}

static ENGLISH: Lazy<Arc<Lexicon>> = Lazy::new(|| Arc::new(Loader::english()));

impl Lexicon {
    /// The English lists, read at first use.
    pub(crate) fn english() -> Arc<Self> {
        Arc::clone(&ENGLISH)
    }

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

    /// How many words there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.table.len()
    }
}
