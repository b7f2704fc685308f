//! Words and what is known of them.
//!
//! In: the lists of `en/*.txt` (and what a caller adds). Out: a [`Lexicon`] that answers for a word of
//! the text which readings it can have, and for a verb which complements it reports with.
//! `words.rs` is the lexicon, `classes.rs` names the readings, `key.rs` is a word as the table knows it, `table.rs` the
//! look-up, `kinds.rs` what words of like readings share, `part.rs` says what a word is without doubt,
//! `verb.rs` what a verb reports with, `governed.rs` after which prepositions, `tone.rs` whether it is said, written or thought, denied or asked, `graded.rs` keeps the grades of words,
//! `phrases.rs` finds the verbs that report with the words after them, `known.rs` the words that rules name.
//! `lines.rs` takes a list apart, `load.rs` reads the words, `inflect.rs` makes the forms of verbs and the plurals of
//! nouns, `lists.rs` says what must hold of the lists. Beside the lexicon `equivalents.rs` knows nicknames, roles and
//! states, `people.rs` titles and kin by marriage, `hash.rs` makes a number of a word.

pub(crate) mod classes;
pub(crate) mod equivalents;
mod governed;
mod graded;
mod grades;
mod hash;
mod inflect;
mod key;
mod kinds;
mod known;
mod lines;
#[cfg(test)]
mod lists;
mod load;
mod part;
pub(crate) mod people;
mod phrases;
mod table;
mod tone;
mod verb;
mod words;

pub(crate) use classes::Classes;
pub(crate) use equivalents::takes_letter;
pub(crate) use grades::parse_grades;
pub(crate) use hash::{Letters, hash, hash_at, hash_key};
pub(crate) use key::{KEEP, Key, keep, load as load_word};
pub(crate) use load::Loader;
pub(crate) use part::Part;
pub(crate) use table::WordId;
pub(crate) use tone::Tone;
pub(crate) use verb::{Grades, PolarityShift};
pub(crate) use words::Lexicon;
