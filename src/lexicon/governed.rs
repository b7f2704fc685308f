//! The prepositions after which a verb reports: *talk about*, *call for*.

use super::known::Known;
use super::table::WordId;

/// The prepositions that a verb can ask for. Their place is the place of their grade.
const NAMES: [&str; 14] =
    ["about", "against", "as", "at", "by", "for", "from", "in", "into", "of", "on", "over", "to", "with"];
/// The place of the mark that the verb names who is spoken to.
const HEARER: usize = 14;
/// The bit that says that the verb begins a phrase of the list.
const HEADS_PHRASE: u32 = 1 << 30;

/// A grade from 0 to 3 for each of them, and whether the verb names who is spoken to, two bits each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Prepositions(u32);

impl Prepositions {
    /// Sets the grade of a preposition; `None` where it is none of the list.
    pub(super) fn set(&mut self, name: &str, grade: u8) -> Option<()> {
        let place = NAMES.iter().position(|known| *known == name)?;
        self.0 |= u32::from(grade.min(3)) << (2 * place);
        Some(())
    }

    pub(super) fn set_hearer(&mut self) {
        self.0 |= 1 << (2 * HEARER);
    }

    pub(super) fn set_heads_phrase(&mut self) {
        self.0 |= HEADS_PHRASE;
    }

    pub(super) fn bits(self) -> u64 {
        self.0.into()
    }

    /// Whether a preposition has a grade.
    #[inline]
    pub(crate) fn are_any(self) -> bool {
        self.0 & ((1 << (2 * HEARER)) - 1) != 0
    }

    /// Whether the verb begins a phrase that may report: *take issue with*.
    #[inline]
    pub(crate) fn heads_phrase(self) -> bool {
        self.0 & HEADS_PHRASE != 0
    }

    /// Whether the verb names who is spoken to: *told Lee*.
    pub(crate) fn takes_hearer(self) -> bool {
        self.0 >> (2 * HEARER) & 1 == 1
    }

    /// The grade with the preposition `word`.
    pub(crate) fn grade(self, known: &Known, word: WordId) -> u8 {
        if self.0 == 0 {
            return 0;
        }
        places(known)
            .iter()
            .position(|preposition| *preposition == word)
            .map_or(0, |place| (self.0 >> (2 * place) & 3) as u8)
    }

    /// The highest grade.
    pub(crate) fn best(self) -> u8 {
        (0..HEARER).map(|place| (self.0 >> (2 * place) & 3) as u8).max().unwrap_or(0)
    }
}

fn places(known: &Known) -> [WordId; 14] {
    [
        known.about,
        known.against,
        known.as_,
        known.at,
        known.by,
        known.for_,
        known.from,
        known.in_,
        known.into,
        known.of,
        known.on,
        known.over,
        known.to,
        known.with,
    ]
}
