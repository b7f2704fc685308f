//! Verbs that report together with the words after them: *take issue with, make clear, rule out*.

use super::classes::Classes;
use super::table::WordId;
use super::verb::Grades;

/// The words of a phrase after its verb; no phrase has more.
pub(super) const MOST_WORDS: usize = 4;

/// A phrase of the list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    /// The verb's number.
    pub(super) verb: u16,
    /// The words after the verb, 0 behind the last.
    pub(super) words: [WordId; MOST_WORDS],
    pub(crate) grades: Grades,
}

/// The longest of `phrases`, sorted by verb, that `verb` makes with the words that follow it, and how many of them
/// it takes up. An adverb may stand between: *came out strongly against*.
pub(super) fn longest<W>(phrases: &[Phrase], verb: u16, following: W) -> Option<(&Phrase, usize)>
where
    W: Iterator<Item = (WordId, Classes)> + Clone,
{
    let from = phrases.partition_point(|phrase| phrase.verb < verb);
    phrases[from..]
        .iter()
        .take_while(|phrase| phrase.verb == verb)
        .filter_map(|phrase| Some((phrase, taken_up(phrase, following.clone())?)))
        .max_by_key(|(_, taken)| *taken)
}

fn taken_up(phrase: &Phrase, mut following: impl Iterator<Item = (WordId, Classes)>) -> Option<usize> {
    let mut taken = 0;
    let mut next = || {
        taken += 1;
        following.next()
    };
    for word in phrase.words.iter().take_while(|word| **word != 0) {
        let (mut found, classes) = next()?;
        if found != *word && classes.any(Classes::ADVERB) {
            (found, _) = next()?;
        }
        if found != *word {
            return None;
        }
    }
    Some(taken)
}
