//! Ties each quoted span to a source, within its sentence.
//!
//! In: the rows of a sentence and its quoted spans. Out: a [`Link`] for each span that a rule of the table
//! reads, with the rule's name. `scene.rs` is what a rule sees, `rules.rs` the table, whose order is the
//! order in which rules are tried, `after.rs`, `before.rs` and `label.rs` the rules' questions.

mod after;
mod before;
mod label;
mod rules;
mod scene;

use crate::quote::CueStatus;
use crate::rule::Entry;

pub(crate) use rules::{FLOW, INDIRECT, Question, RULES};
pub(crate) use scene::{QuotedEnd, Scene};

/// A source and cue for a quoted span.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    pub(crate) rule: &'static Entry,
    /// The items of the source.
    pub(crate) source: (usize, usize),
    /// The tokens of the cue.
    pub(crate) cue: Option<(u32, u32)>,
    /// The row of the cue, counted from the sentence's first.
    pub(crate) row: Option<usize>,
    pub(crate) status: CueStatus,
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// What a question answers: the source's items, the cue's tokens, the row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answer {
    pub(crate) source: (usize, usize),
    pub(crate) cue: Option<(u32, u32)>,
    pub(crate) row: Option<usize>,
    pub(crate) status: CueStatus,
}

/// Tries the rules in their order on the quoted span of `scene`; `tried` hears of each.
pub(crate) fn link(scene: &Scene<'_>, mut tried: impl FnMut(&'static Entry, bool)) -> Option<Link> {
    for rule in RULES {
        let answer = if rule.when.holds(scene) { (rule.asks)(scene) } else { None };
        tried(&rule.entry, answer.is_some());
        if let Some(Answer { source, cue, row, status }) = answer {
            return Some(Link { rule: &rule.entry, source, cue, row, status });
        }
    }
    None
}
