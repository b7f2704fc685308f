//! The grades of words, found without the verb.
//!
//! Thousands of verbs have a few hundred different grades. The chunker asks for those of each verb of a text; where
//! each verb kept its own, an eighth of its time was waiting for them.

use super::key::MULTIPLIER;
use super::table::WordId;
use super::verb::{Grades, Verb};

/// The different grades, and which of them a word has; the first are those of no verb.
#[derive(Clone, Debug)]
pub(super) struct WordGrades {
    grades: Vec<Grades>,
    number_of: Vec<u16>,
}

impl WordGrades {
    /// The grades of words that are forms of `verbs` by these numbers.
    pub(super) fn of(verb_of: &[u16], verbs: &[Verb]) -> Self {
        let mut grades = vec![Grades::default()];
        // the numbers given last, by some bits of the grades: nearly all of them, and a few grades told twice
        // do no harm
        let mut near = [0_u16; 1024];
        let numbers: Vec<u16> = verbs
            .iter()
            .map(|verb| {
                let near = &mut near[(verb.grades.mixed() >> 54) as usize];
                if grades[usize::from(*near)] != verb.grades {
                    *near = grades.len() as u16;
                    grades.push(verb.grades);
                }
                *near
            })
            .collect();
        let number = |verb: &u16| numbers.get(usize::from(*verb)).copied().unwrap_or(0);
        Self { number_of: verb_of.iter().map(number).collect(), grades }
    }

    #[inline]
    pub(super) fn of_word(&self, word: WordId) -> Grades {
        let number = self.number_of.get(usize::from(word)).copied().unwrap_or(0);
        self.grades.get(usize::from(number)).copied().unwrap_or_default()
    }
}

impl Grades {
    /// All that they are in one number, well mixed.
    fn mixed(self) -> u64 {
        let Self { quote, that, bare, infinitive, object, wh, parenthetical, prepositions, shift, tone } =
            self;
        let small = [quote, that, bare, infinitive, object, wh, parenthetical, shift as u8];
        (u64::from_le_bytes(small) ^ prepositions.bits().rotate_left(34) ^ tone.bits().rotate_left(19))
            .wrapping_mul(MULTIPLIER)
    }
}
