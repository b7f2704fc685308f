//! The subject that a verb shares with one before it: *said A and added B*.

use crate::grammar::items::{Features, ItemKind, VerbForm, VerbGroup};

use super::phrase::is_thing;
use super::predicate::{FARTHEST, Predicate, Subject, SubjectPlace};
use super::view::View;

/// On which level a verb without a subject of its own goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// The sentence's own clause: a verb of saying that is joined with *and* reports as the first did.
    Main,
    /// The clause that is open.
    Here(Option<usize>),
}

pub(super) fn level(group: &VerbGroup, parent: Option<usize>) -> Level {
    if group.grades.quote >= 2 { Level::Main } else { Level::Here(parent) }
}

/// The subject of the last finite verb on that level.
pub(super) fn shared(rows: &[Predicate], level: Level) -> Option<Subject> {
    let wanted = match level {
        Level::Main => None,
        Level::Here(parent) => parent.map(|parent| parent as u32),
    };
    let on_level = |row: &&Predicate| {
        row.parent == wanted && row.group.form == VerbForm::Finite && row.grammatical_subject.is_some()
    };
    let free = |row: &&Predicate| on_level(row) && (!row.subordinate || level != Level::Main);
    let last = rows.iter().rev().take(FARTHEST).find(free);
    let last = last.or_else(|| rows.iter().rev().take(FARTHEST).find(on_level));
    let any = || {
        rows.iter()
            .take(FARTHEST)
            .find(|row| row.group.form == VerbForm::Finite && row.grammatical_subject.is_some())
    };
    last.or_else(any)?.grammatical_subject.map(|subject| Subject { place: SubjectPlace::Shared, ..subject })
}

/// The same, but for *there are times when Lee shouts and says*.
pub(super) fn shared_by_somebody(view: &View<'_>, rows: &[Predicate], level: Level) -> Option<Subject> {
    let subject = shared(rows, level)?;
    let known = &view.lexicon.known;
    let there = view.word(subject.first) == known.there;
    if !there && !cannot_speak(view, subject.first) {
        return Some(subject);
    }
    let last = rows
        .iter()
        .rev()
        .take(FARTHEST)
        .find(|row| row.group.form == VerbForm::Finite && row.grammatical_subject.is_some())
        .and_then(|row| row.grammatical_subject);
    // "the odd thing is that they shout and call": of two clauses the one whose subject can speak
    let last = last.filter(|last| {
        there
            || !cannot_speak(view, last.first)
                && !matches!(view.kind(last.first), Some(ItemKind::Relative | ItemKind::That))
    });
    let last = last.map(|subject| Subject { place: SubjectPlace::Shared, ..subject });
    if there { last } else { last.or(Some(subject)) }
}

/// A phrase for a thing, or *it*.
fn cannot_speak(view: &View<'_>, at: usize) -> bool {
    is_thing(view, at)
        && view.item(at).is_some_and(|item| !item.features.has(Features::PLURAL.with(Features::CUE)))
        || view.word(at) == view.lexicon.known.it
}

/// *got Lee to laugh and say*: the subject of the infinitive that goes on.
pub(super) fn joined_base(rows: &[Predicate]) -> Option<Subject> {
    let last = rows.iter().rev().take(FARTHEST).find(|row| row.group.form != VerbForm::Gerund)?;
    let subject = last.grammatical_subject.filter(|_| last.group.form == VerbForm::Infinitive)?;
    Some(Subject { place: SubjectPlace::Shared, ..subject })
}

/// *When Lee thanked them and said A, a man shouted*: in a clause that stands in front, the verb goes on from it.
pub(super) fn nearest(
    view: &View<'_>,
    joint: usize,
    rows: &[Predicate],
    parent: Option<usize>,
) -> Option<Subject> {
    if matches!(view.kind_before(joint), Some(ItemKind::Comma | ItemKind::Dash | ItemKind::Quoted)) {
        return None;
    }
    let parent = parent.map(|parent| parent as u32);
    let finite = |row: &&Predicate| row.group.form == VerbForm::Finite && row.parent == parent;
    let last = rows.iter().rev().take(FARTHEST).find(finite)?;
    let subject = last.grammatical_subject.filter(|_| last.subordinate)?;
    let opened = match view.kind_before(subject.first) {
        Some(ItemKind::Subordinator) => matches!(
            view.kind_before(subject.first - 1),
            None | Some(ItemKind::Comma | ItemKind::Coordinator | ItemKind::Semicolon)
        ),
        // "such a help that Lee thanked them and said"
        Some(ItemKind::That) => true,
        _ => false,
    };
    opened.then_some(Subject { place: SubjectPlace::Shared, ..subject })
}
