//! How far confidence keeps what it promises, and the measured precision of each rule.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::tally::{Tally, share};

/// The sure answers are those from here on.
const SURE: f64 = 0.9;
const BINS: usize = 10;

#[derive(Debug, Default)]
pub(super) struct Calibration {
    /// Quoted spans that gold attributes.
    pub(super) gold: usize,
    spans: Answers,
    indirect: Answers,
}

#[derive(Debug, Default)]
struct Answers {
    rules: BTreeMap<String, Tally>,
    /// By tenths of confidence: answers, right ones, the sum of their confidences.
    bins: [(usize, usize, f64); BINS],
    sure: Tally,
}

impl Answers {
    fn add(&mut self, rule: &str, confidence: f64, right: bool) {
        self.rules.entry(rule.to_owned()).or_default().add(right, true, true);
        let bin = &mut self.bins[((confidence * BINS as f64) as usize).min(BINS - 1)];
        bin.0 += 1;
        bin.1 += usize::from(right);
        bin.2 += confidence;
        if confidence >= SURE {
            self.sure.add(right, true, true);
        }
    }

    /// The mean distance between confidence and precision over the bins, in points.
    fn error(&self) -> f64 {
        let total: usize = self.bins.iter().map(|bin| bin.0).sum();
        let distance: f64 = self.bins.iter().map(|bin| (bin.1 as f64 - bin.2).abs()).sum();
        if total == 0 { 0.0 } else { 100.0 * distance / total as f64 }
    }
}

impl Calibration {
    /// An answer for a quoted span.
    pub(super) fn add(&mut self, rule: &str, confidence: f64, right: bool) {
        self.spans.add(rule, confidence, right);
    }

    /// An indirect quotation.
    pub(super) fn indirect(&mut self, rule: &str, confidence: f64, right: bool) {
        self.indirect.add(rule, confidence, right);
    }

    pub(super) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "confidence")?;
        for (what, answers) in [("quoted spans", &self.spans), ("indirect", &self.indirect)] {
            writeln!(out, "  {what:22} expected calibration error {:.2} points", answers.error())?;
        }
        let sure = &self.spans.sure;
        let (precision, answered) = (sure.precision(), share(sure.answers, self.gold));
        writeln!(
            out,
            "  {:22} P {precision:6.2} with {answered:.2} % of the spans answered",
            "at 0.9 and more"
        )?;
        for (what, answers) in [("quoted spans", &self.spans), ("indirect", &self.indirect)] {
            writeln!(out, "precision by rule, {what}")?;
            let mut rules: Vec<_> = answers.rules.iter().collect();
            rules.sort_by_key(|(_, tally)| std::cmp::Reverse(tally.answers));
            for (rule, tally) in rules {
                writeln!(out, "  {rule:36} {:6.2}  of {}", tally.precision(), tally.answers)?;
            }
        }
        Ok(())
    }

    /// What stands in the tables of rules, to be put in their place.
    pub(super) fn print_precisions(&self, out: &mut impl Write) -> io::Result<()> {
        for answers in [&self.spans, &self.indirect] {
            for (rule, tally) in &answers.rules {
                writeln!(
                    out,
                    "name: \"{rule}\", precision: {:.1}, // of {}",
                    tally.precision(),
                    tally.answers
                )?;
            }
        }
        Ok(())
    }
}
