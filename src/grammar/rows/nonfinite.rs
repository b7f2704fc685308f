//! The subjects of verbs without a tense: *to say, saying, called*.

use crate::grammar::items::{Features, ItemKind, VerbForm};
use crate::lexicon::Classes;

use super::extent::clause_at;
use super::insertion::skip_back;
use super::phrase::{chain, forward_chain, is_somebody, is_thing};
use super::predicate::{FARTHEST, Predicate, Subject, SubjectPlace};
use super::shared::{Level, shared};
use super::view::View;

/// *to say*: the object of the verb before (*asked Lee to say*), else its subject.
pub(super) fn infinitive(view: &View<'_>, verb: usize, rows: &[Predicate]) -> Option<Subject> {
    let last = rows.last()?;
    let governor = last.item();
    let object = governor + 1;
    let near = object < verb && view.is_noun_phrase(object) && !last.group.passive;
    if near && verb - object <= 3 && last.group.grades.infinitive > 0 {
        return Some(chain(view, verb - 1, SubjectPlace::Before))
            .filter(|subject| subject.first > governor)
            .or(last.subject);
    }
    // "the result led her to say": what has no will makes somebody speak
    if near && view.is_noun_phrase(verb - 1) && is_somebody_or_pronoun(view, object) && drives(view, last) {
        return Some(Subject { first: object, end: verb, place: SubjectPlace::Before });
    }
    last.grammatical_subject.map(|subject| Subject { place: SubjectPlace::Shared, ..subject })
}

fn is_somebody_or_pronoun(view: &View<'_>, at: usize) -> bool {
    is_somebody(view, at)
        || view.kind(at) == Some(ItemKind::Pronoun)
            && (!view.has(at, Classes::DETERMINER) || view.has(at, Classes::PLURAL))
}

/// Whether a thing does what the row tells, so that an infinitive after its object is the object's.
fn drives(view: &View<'_>, row: &Predicate) -> bool {
    let known = &view.lexicon.known;
    row.grammatical_subject.is_some_and(|subject| {
        let first = match view.kind(subject.first) {
            // "a win that led her to say"
            Some(ItemKind::Relative | ItemKind::That) if subject.first > view.first => {
                let before = subject.first - 1;
                if view.kind(before) == Some(ItemKind::Comma) {
                    return true;
                };
                before
            }
            _ => subject.first,
        };
        let paper = view.item(first).is_some_and(|item| {
            item.features.has(Features::DOCUMENT.with(Features::CUE)) && !item.features.has(Features::PERSON)
        });
        is_thing(view, first)
            || paper
            || view.kind(first) == Some(ItemKind::That)
            || view.word(first) == known.it
            || view.kind(first) == Some(ItemKind::Pronoun) && view.has(first, Classes::DETERMINER)
    })
}

pub(super) fn gerund(
    view: &View<'_>,
    verb: usize,
    rows: &[Predicate],
    parent: Option<usize>,
) -> Option<Subject> {
    let at = skip_back(view, verb);
    match view.kind_before(at) {
        Some(kind) if kind.is_noun_phrase() && view.is_subject_phrase(at - 1) => {
            let phrase = chain(view, at - 1, SubjectPlace::Before);
            if speaks_itself(view, rows, phrase) {
                return Some(phrase);
            }
            // "led the weekly to do a cover saying": whoever does it
            let own = rows
                .last()
                .filter(|row| row.group.form == VerbForm::Infinitive && view.after_cue(row) == phrase.first);
            let own = own.and_then(|row| row.grammatical_subject);
            let own = own.map(|subject| Subject { place: SubjectPlace::Shared, ..subject });
            own.or_else(|| shared(rows, Level::Here(parent))).or(Some(phrase))
        }
        // "told of a theme that carried him by urging"
        Some(ItemKind::Preposition)
            if rows.last().and_then(|row| row.grammatical_subject).is_some_and(|subject| {
                view.kind(subject.first) == Some(ItemKind::That) && subject.place == SubjectPlace::Across
            }) =>
        {
            shared(rows, Level::Main)
        }
        Some(ItemKind::Verb | ItemKind::Preposition | ItemKind::Subordinator) if !rows.is_empty() => rows
            .last()
            .and_then(|row| row.grammatical_subject)
            .map(|subject| Subject { place: SubjectPlace::Shared, ..subject }),
        _ if rows.is_empty() => beside_comma(view, at).or_else(|| fronted(view, verb)),
        Some(ItemKind::Coordinator) => joined(rows, parent).or_else(|| shared(rows, Level::Main)),
        _ => speaking(view, rows).or_else(|| shared(rows, Level::Main)),
    }
}

/// *Lee, citing the storm, said*: the phrase that opens the clause.
fn beside_comma(view: &View<'_>, at: usize) -> Option<Subject> {
    let last = at.checked_sub(2).filter(|last| *last >= view.first && view.is_subject_phrase(*last))?;
    if view.kind(at - 1) != Some(ItemKind::Comma) {
        return None;
    }
    let phrase = chain(view, last, SubjectPlace::Across);
    (phrase.first == view.first).then_some(phrase)
}

/// Whether the phrase right before a gerund does it: *heard Lee saying*, not *issued a statement saying*.
fn speaks_itself(view: &View<'_>, rows: &[Predicate], phrase: Subject) -> bool {
    let Some(item) = view.item(phrase.first) else { return false };
    let known = &view.lexicon.known;
    let somebody = matches!(item.kind, ItemKind::Name | ItemKind::Pronoun)
        || item.features.has(Features::PERSON.with(Features::SIGN));
    match view.kind_before(phrase.first) {
        // "…, with the party saying"
        Some(ItemKind::Preposition) if view.word(phrase.first - 1) == known.with => {
            matches!(view.kind_before(phrase.first - 1), Some(ItemKind::Comma | ItemKind::Dash))
                || is_somebody(view, phrase.first)
        }
        // "wrote to the members saying"
        Some(ItemKind::Verb)
            if rows.last().is_some_and(|row| {
                row.item() + 1 == phrase.first && row.group.grades.prepositions.takes_hearer()
            }) =>
        {
            false
        }
        // "after the paper's letter telling him", "went to ads praising him"
        Some(ItemKind::Preposition) if !somebody && item.kind == ItemKind::Nominal => {
            let apart =
                [known.to, known.for_, known.from, known.about, known.after, known.before, known.despite];
            apart.contains(&view.word(phrase.first - 1))
        }
        // "there were mails showing"
        Some(ItemKind::Verb) if view.group(phrase.first - 1).is_some_and(|group| group.copular) => true,
        // things do not speak where somebody does something with them; signs do
        _ => somebody,
    }
}

/// *Lee spoke, calling it A and adding B*: the subject of the gerund that a second one is joined to.
pub(super) fn joined(rows: &[Predicate], parent: Option<usize>) -> Option<Subject> {
    let parent = parent.map(|parent| parent as u32);
    let gerund = |row: &&Predicate| row.group.form == VerbForm::Gerund && row.parent == parent;
    let first = rows.iter().rev().take(FARTHEST).find(gerund)?;
    first.grammatical_subject.map(|subject| Subject { place: SubjectPlace::Shared, ..subject })
}

/// *The trouble began when fans booed, shouting …*: of two clauses the one whose subject can speak.
fn speaking(view: &View<'_>, rows: &[Predicate]) -> Option<Subject> {
    let main = shared(rows, Level::Main)?;
    let last = rows
        .iter()
        .rev()
        .take(FARTHEST)
        .find(|row| row.group.form == VerbForm::Finite)?
        .grammatical_subject?;
    let thing = view.item(main.first).is_some_and(|item| {
        item.kind == ItemKind::Phrase && !item.features.has(Features::PLURAL.with(Features::CUE))
    });
    let speaks = view.item(last.first).is_some_and(|item| {
        matches!(item.kind, ItemKind::Name | ItemKind::Nominal) || item.kind == ItemKind::Pronoun
    });
    (thing && speaks).then_some(Subject { place: SubjectPlace::Shared, ..last })
}

/// *Since announcing the plan, Lee has …*: the subject of the clause after the comma.
pub(super) fn fronted(view: &View<'_>, verb: usize) -> Option<Subject> {
    let comma = (verb + 1..verb + 30).find(|at| {
        let comma = view.kind(*at) == Some(ItemKind::Comma) || view.ends_in_comma(*at);
        comma && clause_at(view, at + 1)
    })?;
    let first = comma + 1;
    Some(Subject { first, end: forward_chain(view, first), place: SubjectPlace::Shared })
}

/// *the plan called …*: the phrase before a participle.
pub(super) fn reduced(view: &View<'_>, verb: usize) -> Option<Subject> {
    let at = skip_back(view, verb);
    let last = at.checked_sub(1).filter(|last| *last >= view.first)?;
    let item = view.item(last)?;
    (view.is_subject_phrase(last) && !item.features.has(Features::HEADLESS))
        .then(|| chain(view, last, SubjectPlace::Before))
}
