//! Counts, and what follows from them.

use std::fmt;

/// Right answers, answers, and what there was to answer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) right: usize,
    pub(super) answers: usize,
    pub(super) gold: usize,
}

impl Tally {
    pub(super) fn add(&mut self, right: bool, answered: bool, gold: bool) {
        self.right += usize::from(right);
        self.answers += usize::from(answered);
        self.gold += usize::from(gold);
    }

    pub(super) fn precision(&self) -> f64 {
        share(self.right, self.answers)
    }

    pub(super) fn recall(&self) -> f64 {
        share(self.right, self.gold)
    }

    pub(super) fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (precision, recall, f1) = (self.precision(), self.recall(), self.f1());
        let (right, answers, gold) = (self.right, self.answers, self.gold);
        write!(f, "P {precision:6.2}  R {recall:6.2}  F1 {f1:6.2}   ({right}/{answers}/{gold})")
    }
}

/// `part` of `whole` in per cent.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// Tallies by name, in the order of the names.
pub(super) type Tallies = std::collections::BTreeMap<String, Tally>;
