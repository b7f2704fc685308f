//! A cue before the quoted span.

use crate::builder::Nested;
use crate::items::{Features, Form, ItemKind};
use crate::quote::CueStatus;
use crate::verbs::{ComplementKind, SubjectPlace};

use super::after::according_at;
use super::{Answer, Scene};

/// *X said, “…”*; the quoted span is the verb's complement.
pub(super) fn source_cue(scene: &Scene<'_>) -> Option<Answer> {
    let (index, row) = scene.rows_before().find(|(_, row)| {
        row.complement.kind == ComplementKind::Quotation && row.complement.start == scene.at
    })?;
    if row.group.grades.quote == 0 || !row.has_subject() {
        return None;
    }
    scene.answer(outermost(scene, index))
}

/// *X said the plan was “…”*: the span stands in what the verb reports.
pub(super) fn covered(scene: &Scene<'_>) -> Option<Answer> {
    let (index, _) = scene.rows_before().take(16).find(|(_, row)| {
        row.has_subject()
            && row.complement.kind != ComplementKind::None
            && row.complement.start <= scene.at
            && scene.at < row.complement.end
            && row.grade().max(row.group.grades.quote) >= 2
    })?;
    scene.answer(outermost(scene, index))
}

/// The row that reports the one at `index`, and so on outwards: the speaker of the whole. A verb in a
/// relative clause keeps its own: *Ray, whom Lee called “weak”*.
fn outermost(scene: &Scene<'_>, mut index: usize) -> usize {
    if scene.nested == Nested::Inner {
        return index;
    }
    loop {
        let row = &scene.rows[index];
        let relative =
            row.subject.is_some_and(|subject| scene.view.kind(subject.first) == Some(ItemKind::Relative));
        if relative {
            return index;
        }
        let Some(parent) = row.parent.map(|parent| parent as usize) else { return index };
        let outer = &scene.rows[parent];
        let reports = outer.has_subject()
            && outer.grade() >= 2
            && matches!(
                outer.complement.kind,
                ComplementKind::That | ComplementKind::Bare | ComplementKind::Infinitive | ComplementKind::Wh
            );
        if !reports {
            return index;
        }
        index = parent;
    }
}

/// *According to X, … “…”*.
pub(super) fn according_to(scene: &Scene<'_>) -> Option<Answer> {
    let at = (scene.view.first..scene.at)
        .rev()
        .take(40)
        .find(|at| scene.view.kind(*at) == Some(ItemKind::AccordingTo))?;
    according_at(scene, at)
}

/// *X's claim that …*, *in a statement by X*, *the claim by X that …*.
pub(super) fn noun_cue(scene: &Scene<'_>) -> Option<Answer> {
    let known = &scene.view.lexicon.known;
    for at in (scene.view.first..scene.at).rev().take(8) {
        let item = scene.view.item(at)?;
        if item.kind == ItemKind::Semicolon || item.kind == ItemKind::Colon && at + 1 < scene.at {
            return None;
        }
        if !item.features.has(Features::CUE) {
            continue;
        }
        let cue = Some((item.head, item.head + 1));
        let by = scene.view.word(at + 1);
        if (by == known.by || by == known.from || by == known.of)
            && at + 2 < scene.at
            && scene.view.is_noun_phrase(at + 2)
        {
            let source = (at + 2, scene.view.forward_chain(at + 2).min(scene.at));
            return Some(Answer { source, cue, row: None, status: CueStatus::default() });
        }
        if item.features.has(Features::POSSESSED) {
            return Some(Answer { source: (at, at + 1), cue, row: None, status: CueStatus::default() });
        }
    }
    None
}

/// A verb that does not report governs the span, and nothing else does.
pub(super) fn any_clause(scene: &Scene<'_>) -> Option<Answer> {
    let (index, _) = scene.rows_before().take(4).find(|(_, row)| {
        row.has_subject()
            && row.group.form != Form::Participle
            && !row.group.copular
            && row.group.grades.best() > 0
            && row.subject.is_some_and(|subject| subject.place != SubjectPlace::Agent || row.group.passive)
    })?;
    scene.answer(outermost(scene, index))
}
