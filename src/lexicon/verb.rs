//! What a verb reports with.

use super::governed::Prepositions;
use super::key::Key;
use super::tone::Tone;

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
    pub(crate) shift: PolarityShift,
    /// What it tells of how something was said.
    pub(crate) tone: Tone,
}

/// How a verb turns the one that it takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum PolarityShift {
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
