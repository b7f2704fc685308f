//! Speech without quotation marks.

use crate::block::Block;
use crate::few::Few;
use crate::items::{Form, ItemKind, Sentence};
use crate::lexicon::Lexicon;
use crate::link::INDIRECT;
use crate::quote::{CueStatus, QuoteKind};
use crate::rule::{Entry, Rule};
use crate::span::Span;
use crate::verbs::{ComplementKind, Row, SubjectPlace, View};

use super::draft::{Draft, mention_of};
use super::mixed::trimmed;

/// The least grade of a verb with its complement.
const LEAST: u8 = 2;

/// Appends what the rows of `sentence` report without marks; `used` tells the rows that quoted spans have.
pub(crate) fn indirect(
    block: &Block,
    sentence: &Sentence,
    lexicon: &Lexicon,
    rows: &[Row],
    used: &dyn Fn(usize) -> bool,
    drafts: &mut Vec<Draft>,
) {
    let view = View::of(&block.chunks, &block.tokens, sentence, lexicon);
    for (index, row) in rows.iter().enumerate() {
        if used(index) || !row.has_subject() {
            continue;
        }
        if let Some(draft) = clause(block, row).or_else(|| tag(block, &view, row)) {
            drafts.push(draft);
        }
    }
    according_to(block, &view, drafts);
}

fn draft(
    block: &Block,
    entry: &'static Entry,
    content: Few<Span>,
    cue: Span,
    source: (usize, usize),
    status: CueStatus,
) -> Draft {
    Draft {
        kind: QuoteKind::Indirect,
        content,
        cue: Some(cue),
        status,
        source: Some(mention_of(block, source.0, source.1)),
        rule: Rule::of(entry),
        confidence: entry.precision / 100.0,
    }
}

/// *X said that …* and the other complements.
fn clause(block: &Block, row: &Row) -> Option<Draft> {
    let subject = row.subject?;
    let entry = match row.complement.kind {
        ComplementKind::That => &INDIRECT[0],
        ComplementKind::Bare => &INDIRECT[1],
        ComplementKind::Infinitive => &INDIRECT[2],
        ComplementKind::Wh => &INDIRECT[0],
        ComplementKind::Object => &INDIRECT[3],
        ComplementKind::Quotation | ComplementKind::None => return None,
    };
    if row.grade() < LEAST || row.group.passive && subject.place != SubjectPlace::Agent {
        return None;
    }
    let span = trimmed(block, row.complement.start, row.complement.end)?;
    let main = row.group.main as usize;
    Some(draft(
        block,
        entry,
        Few::one(span),
        block.span(main, main + 1),
        (subject.first, subject.end),
        row.group.status,
    ))
}

/// *The match, X said, was lost*; *…, X said*.
fn tag(block: &Block, view: &View<'_>, row: &Row) -> Option<Draft> {
    let subject = row.subject?;
    let place = matches!(subject.place, SubjectPlace::Before | SubjectPlace::Across | SubjectPlace::Inverted);
    if row.group.form != Form::Finite || row.group.grades.parenthetical < LEAST || !place {
        return None;
    }
    let first = subject.first.min(row.item());
    let end = subject.end.max(row.item() + 1);
    if view.kind_before(first) != Some(ItemKind::Comma) {
        return None;
    }
    let mut content = Few::default();
    if let Some(before) = trimmed(block, view.first, first) {
        content.push(before);
    }
    let mut close = end;
    while matches!(
        view.kind(close),
        Some(
            ItemKind::Time
                | ItemKind::Adverb
                | ItemKind::Preposition
                | ItemKind::Name
                | ItemKind::Nominal
                | ItemKind::Phrase
        )
    ) {
        close += 1;
    }
    match view.kind(close) {
        None | Some(ItemKind::Stop) => {}
        Some(ItemKind::Comma) => {
            if let Some(after) = trimmed(block, close, view.end) {
                content.push(after);
            }
        }
        _ => return None,
    }
    if content.as_slice().is_empty() || quoted_between(view, view.first, view.end) {
        return None;
    }
    let main = row.group.main as usize;
    Some(draft(
        block,
        &INDIRECT[5],
        content,
        block.span(main, main + 1),
        (subject.first, subject.end),
        row.group.status,
    ))
}

fn quoted_between(view: &View<'_>, first: usize, end: usize) -> bool {
    (first..end).any(|at| view.kind(at) == Some(ItemKind::Quoted))
}

/// *According to X, …* and *…, according to X*.
fn according_to(block: &Block, view: &View<'_>, drafts: &mut Vec<Draft>) {
    let Some(at) = (view.first..view.end).find(|at| view.kind(*at) == Some(ItemKind::AccordingTo)) else {
        return;
    };
    if !view.is_noun_phrase(at + 1) || quoted_between(view, view.first, view.end) {
        return;
    }
    let end = view.forward_chain(at + 1);
    let content =
        if at == view.first { trimmed(block, end, view.end) } else { trimmed(block, view.first, at) };
    let Some(content) = content else { return };
    let cue = block.item_span(at, at + 1);
    drafts.push(draft(block, &INDIRECT[4], Few::one(content), cue, (at + 1, end), CueStatus::default()));
}
