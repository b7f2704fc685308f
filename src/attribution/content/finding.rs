//! What is reported without marks, before nested readings are dropped.

use crate::answer::manner::Manner;
use crate::answer::nested::Nested;
use crate::answer::quote::{CueStatus, Mention, QuoteKind};
use crate::answer::rule::Rule;
use crate::base::few::Few;
use crate::grammar::block::Block;

use super::draft::Draft;
use super::mixed::trimmed;
use super::rules::Indirect;

/// A reading in items.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finding {
    pub(super) rule: Indirect,
    /// None where a passive leaves open who says it.
    pub(super) source: Option<Mention>,
    /// The item of the cue.
    pub(super) at: usize,
    /// The tokens of the cue.
    pub(super) cue: (usize, usize),
    /// The items of the content; the second part is empty where no cue splits it.
    pub(super) content: [(usize, usize); 2],
    pub(super) status: CueStatus,
    pub(super) manner: Manner,
}

/// The items that a reading of a quoted span or a finding reports.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cover {
    pub(super) first: usize,
    pub(super) end: usize,
}

/// So many neighbours are asked whether they hold a finding: a bound for sentences without end.
const NEIGHBOURS: usize = 24;

/// Appends the findings as drafts; those inside of another's content stay out, unless nested speech was
/// asked for.
pub(super) fn keep(
    block: &Block,
    findings: &[Finding],
    used: &[Cover],
    nested: Nested,
    drafts: &mut Vec<Draft>,
) {
    for (place, finding) in findings.iter().enumerate() {
        if nested == Nested::Inner || !is_nested(place, findings, used) {
            drafts.extend(draft(block, finding));
        }
    }
}

fn is_nested(place: usize, findings: &[Finding], used: &[Cover]) -> bool {
    let finding = &findings[place];
    let inside = |first: usize, end: usize| first <= finding.at && finding.at < end;
    let from = place.saturating_sub(NEIGHBOURS);
    let to = findings.len().min(place + NEIGHBOURS);
    used.iter().rev().take(NEIGHBOURS).any(|cover| inside(cover.first, cover.end))
        || (from..to).filter(|other| *other != place).any(|other| {
            let other = &findings[other];
            other.content.iter().any(|(first, end)| inside(*first, *end))
        })
}

fn draft(block: &Block, finding: &Finding) -> Option<Draft> {
    let mut content = Few::default();
    for (first, end) in finding.content {
        if let Some(span) = trimmed(block, first, end) {
            content.push(span);
        }
    }
    if content.as_slice().is_empty() {
        return None;
    }
    let entry = finding.rule.entry();
    Some(Draft {
        kind: QuoteKind::Indirect,
        content,
        cue: Some(block.span(finding.cue.0, finding.cue.1)),
        status: finding.status,
        manner: finding.manner,
        source: finding.source,
        rule: Rule::of(entry),
        confidence: entry.precision / 100.0,
    })
}
