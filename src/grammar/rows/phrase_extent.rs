//! How far an object or an infinitive reaches: to the end of its phrase with what belongs to it.

use std::ops::Range;

use crate::grammar::items::{Features, ItemKind, Kinds, VerbForm, VerbGroup};
use crate::lexicon::Classes;

use super::extent::{FARTHEST, LONGEST, clause_at, direct_clause_at, of_clause};
use super::predicate::Subject;
use super::view::View;

/// The end of the infinitive that begins at `start`: as far as a phrase, or as the clause that it takes.
pub(crate) fn of_infinitive(
    view: &View<'_>,
    group: &VerbGroup,
    subject: Option<Subject>,
    start: usize,
) -> usize {
    let clause = (start..start + FARTHEST)
        .take_while(|at| !matches!(view.kind(*at), None | Some(ItemKind::Comma | ItemKind::Stop)))
        .any(|at| view.kind(at) == Some(ItemKind::That) || view.word(at) == view.lexicon.known.whether);
    if clause { of_clause(view, group, subject, start) } else { phrase(view, start, Hanging::All) }
}

/// The end of the phrase that begins at `start`, an object with what hangs on it.
pub(crate) fn of_phrase(view: &View<'_>, start: usize) -> usize {
    phrase(view, start, Hanging::Own)
}

/// What may hang on a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hanging {
    /// What describes it.
    Own,
    /// Time, place and manner as well, which an infinitive takes to itself.
    All,
}

/// What ends a phrase wherever it stands.
const ENDS_PHRASE: Kinds = Kinds::of([
    ItemKind::Stop,
    ItemKind::Semicolon,
    ItemKind::Colon,
    ItemKind::Dash,
    ItemKind::AccordingTo,
    ItemKind::CloseBracket,
]);

fn phrase(view: &View<'_>, start: usize, hanging: Hanging) -> usize {
    let limit = view.end.min(start + LONGEST);
    let form = view.group(start).map(|group| group.form);
    // nothing but "of" hangs on a name or pronoun
    let mut bare = matches!(view.kind(start), Some(ItemKind::Name | ItemKind::Pronoun));
    let mut relative =
        matches!(view.kind(start), Some(ItemKind::Relative | ItemKind::That | ItemKind::Subordinator));
    let mut at = start + 1;
    while at < limit {
        let Some(kind) = view.kind(at) else { return at };
        match kind {
            kind if ENDS_PHRASE.has(kind) => return at,
            ItemKind::OpenBracket => {
                match (at..limit.min(at + 40)).find(|at| view.kind(*at) == Some(ItemKind::CloseBracket)) {
                    Some(close) => at = close,
                    None => return at,
                }
            }
            ItemKind::Comma if !goes_on(view, at, form) => return at,
            ItemKind::Quoted if view.ends_in_comma(at) && !goes_on(view, at, form) => return at + 1,
            ItemKind::Coordinator => match view.group(view.over_adverbs(at + 1)) {
                Some(group) if !is_joined(view, group, form, start..at) => return at,
                // "denied it and even some officials believe"
                None if !relative && direct_clause_at(view, view.over_adverbs(at + 1)) => return at,
                _ => {}
            },
            ItemKind::Subordinator if view.has(at, Classes::WH) && !view.has(at, Classes::SUBORDINATOR) => {
                relative = true
            }
            ItemKind::Subordinator if view.word(at) == view.lexicon.known.whether => relative = true,
            // "attacked Lee as weak", "the extent to which Lee as mayor had"
            ItemKind::Subordinator
                if relative || view.word(at) == view.lexicon.known.as_ && !clause_at(view, at + 1) => {}
            ItemKind::Subordinator => return at,
            ItemKind::Time if hanging == Hanging::Own => {
                return if view.kind(at - 1) == Some(ItemKind::Preposition) { at - 1 } else { at };
            }
            ItemKind::Relative | ItemKind::That => {
                relative = true;
                bare = false;
            }
            ItemKind::Verb => {
                let finite = view.is_finite(at);
                if finite && !relative && !hangs_on_phrase(view, at, hanging) {
                    return at;
                }
                // "those who say the law is a pit": the next verb stands in what they say
                let reports = view.group(at).is_some_and(|group| group.grades.bare >= 2);
                relative &= !finite || reports && clause_at(view, at + 1);
            }
            ItemKind::Preposition if hanging == Hanging::Own && leads_out(view, at, bare) => return at,
            // "accused Russia of meddling in the election": what hangs on the gerund
            ItemKind::Preposition if is_doing(view, at + 1) => bare = false,
            _ => {}
        }
        at += 1;
    }
    limit
}

/// Whether the verb of `group` behind *and* goes on from a phrase of the form `form` with the items `phrase`.
fn is_joined(view: &View<'_>, group: &VerbGroup, form: Option<VerbForm>, phrase: Range<usize>) -> bool {
    Some(group.form) == form
        || group.form == VerbForm::Base && holds_infinitive(view, phrase.start, phrase.end)
        || matches!(group.form, VerbForm::Infinitive | VerbForm::Participle)
}

/// Whether the verb at `at` is of a clause on the phrase that nothing opens.
fn hangs_on_phrase(view: &View<'_>, at: usize, hanging: Hanging) -> bool {
    // "the gains the fund made"
    let contact = view.is_subject_phrase(at - 1) && view.is_noun_phrase(at.saturating_sub(2));
    // "the jobs lost to the storm"
    let reduced = || {
        hanging == Hanging::All
            && view.group(at).is_some_and(|group| group.grades.quote < 2)
            && view.has(at, Classes::VERB_PARTICIPLE)
            && !view.has(at, Classes::AUXILIARY)
    };
    contact || reduced()
}

/// Whether the preposition at `at` tells of the act rather than of its object.
fn leads_out(view: &View<'_>, at: usize, bare: bool) -> bool {
    let known = &view.lexicon.known;
    let word = view.word(at);
    if [known.after, known.before, known.since, known.until].contains(&word) {
        return true;
    }
    let act = [known.during, known.despite, known.amid, known.throughout, known.via].contains(&word);
    let place = [known.in_, known.on, known.at, known.from].contains(&word);
    let by = word == known.by && view.group(at + 1).is_some_and(|group| group.form == VerbForm::Gerund);
    act || by || bare && place || place && is_show(view, at + 1)
}

/// Whether a gerund stands at `at`, which may be read as an adjective: *meddling in*.
fn is_doing(view: &View<'_>, at: usize) -> bool {
    matches!(view.kind(at), Some(ItemKind::Verb | ItemKind::Adjective)) && view.has(at, Classes::VERB_ING)
}

/// *in an interview*, *on Twitter*: where it was said.
fn is_show(view: &View<'_>, at: usize) -> bool {
    view.item(at).is_some_and(|item| {
        item.features.has(Features::DOCUMENT.with(Features::CUE)) && item.features.has(Features::INDEFINITE)
    })
}

/// Whether one of the last items is an infinitive that a base form can go on from: *to stay and fight*.
fn holds_infinitive(view: &View<'_>, start: usize, at: usize) -> bool {
    (start.max(at.saturating_sub(FARTHEST))..at)
        .any(|at| view.group(at).is_some_and(|group| group.form == VerbForm::Infinitive))
}

/// Whether the comma at `at` stands in a list or around an apposition: another phrase and *and* follow.
fn goes_on(view: &View<'_>, at: usize, form: Option<VerbForm>) -> bool {
    let known = &view.lexicon.known;
    let first = view.over_adverbs(at + 1);
    if [known.such, known.including, known.from].contains(&view.word(first)) {
        return true;
    }
    if form == Some(VerbForm::Gerund)
        && view.group(first).is_some_and(|group| group.form == VerbForm::Gerund && group.grades.that < 2)
    {
        return (first..first + FARTHEST).any(|at| view.kind(at) == Some(ItemKind::Coordinator));
    }
    for next in at + 1..at + 1 + FARTHEST {
        match view.kind(next) {
            Some(ItemKind::Coordinator) => {
                let then = view.over_adverbs(next + 1);
                // "a “disgrace,” but the mayor, who has a mill, says"
                let clause =
                    if next == at + 1 { clause_at(view, then) } else { direct_clause_at(view, then) };
                let joined = view.is_noun_phrase(then) && !clause;
                let repeats = view.kind(then) == Some(ItemKind::Preposition)
                    || view.group(then).is_some_and(|group| group.form == VerbForm::Infinitive);
                return joined || repeats;
            }
            Some(ItemKind::Preposition | ItemKind::Comma | ItemKind::Adjective) => {}
            Some(kind) if kind.is_noun_phrase() => {}
            _ => return false,
        }
    }
    false
}
