//! Nouns that report, before the quoted span or after it.

use crate::answer::quote::CueStatus;
use crate::grammar::items::{Features, ItemKind, VerbForm};
use crate::grammar::rows::{ComplementKind, Predicate, View};
use crate::lexicon::Classes;

use super::answer::Answer;
use super::scene::Scene;

/// The items from a verb to the noun that it takes.
const FARTHEST_NOUN: usize = 5;
/// The items from an infinitive to the span in it.
const FARTHEST_INFINITIVE: usize = 7;

/// *X's claim that …*, *in a statement by X*, *the claim by X that …*.
pub(super) fn noun_cue(scene: &Scene<'_>) -> Option<Answer> {
    let known = &scene.view.lexicon.known;
    for at in (scene.view.first..scene.at).rev().take(5) {
        let item = scene.view.item(at)?;
        if item.kind == ItemKind::Semicolon || item.kind == ItemKind::Colon && at + 1 < scene.at {
            return None;
        }
        // "her line “…”", right before it
        let line = || at + 2 >= scene.at && is_words(&scene.view, at);
        if !item.features.has(Features::CUE) && !line() {
            continue;
        }
        let cue = Some((item.head, item.head + 1));
        let close = |first: usize| {
            (first..scene.at).all(|between| {
                matches!(
                    scene.view.kind(between),
                    Some(
                        ItemKind::Preposition
                            | ItemKind::That
                            | ItemKind::Colon
                            | ItemKind::Comma
                            | ItemKind::Time
                    )
                ) || scene.view.item(between).is_some_and(|item| item.features.has(Features::HEADLESS))
            })
        };
        let by = scene.view.word(at + 1);
        if (by == known.by || by == known.from) && at + 2 < scene.at && scene.view.is_noun_phrase(at + 2) {
            let source = (at + 2, scene.view.forward_chain(at + 2).min(scene.at));
            return close(source.1).then_some(Answer {
                source,
                cue,
                row: None,
                status: CueStatus::default(),
            });
        }
        let as_ = scene.view.word(at + 1) == known.as_;
        if item.features.has(Features::POSSESSED) && close(at + 1) && !as_ {
            return Some(Answer { source: (at, at + 1), cue, row: None, status: CueStatus::default() });
        }
    }
    None
}

/// *X's “…” remark*: a noun that reports after the quoted span, whose possessor stands before it.
pub(super) fn noun_cue_after(scene: &Scene<'_>) -> Option<Answer> {
    let before = scene.at.checked_sub(1).filter(|at| *at >= scene.view.first)?;
    let noun = scene.view.item(scene.at + 1)?;
    let determined = Features::DEFINITE.with(Features::INDEFINITE).with(Features::POSSESSED);
    let reports = noun.features.has(Features::CUE) && !noun.features.has(determined);
    let possessor = scene.view.item(before)?;
    (reports && possessor.features.has(Features::POSSESSOR)).then(|| Answer {
        source: (before, before + 1),
        cue: Some((noun.head, noun.head + 1)),
        row: None,
        status: CueStatus::default(),
    })
}

/// *X launched into a lament for “…”*, *landed a dig at “…”*: a verb that takes a noun that reports.
pub(super) fn noun_taken(scene: &Scene<'_>) -> Option<Answer> {
    let view = &scene.view;
    let at = (view.first..scene.at)
        .rev()
        .take(7)
        .find(|at| view.item(*at).is_some_and(|item| item.features.has(Features::CUE)))?;
    let noun = view.item(at)?;
    // "used the expression “lame duck”" speaks of the words
    let named = view.tokens.get(noun.head as usize).is_some_and(|head| head.has(Classes::MENTION));
    let free = !named && !noun.features.has(Features::POSSESSED);
    // "a request to the board that week for": whom it is put to, and when, may stand between
    let joins = (at + 1..scene.at).all(|between| {
        let item = view.item(between);
        matches!(
            view.kind(between),
            Some(ItemKind::Preposition | ItemKind::That | ItemKind::Colon | ItemKind::Time)
        ) || item.is_some_and(|item| {
            let hearer = item.kind == ItemKind::Name
                || item.features.has(Features::PERSON.with(Features::ORGANISATION));
            item.features.has(Features::HEADLESS)
                || hearer && view.kind_before(between) == Some(ItemKind::Preposition)
        })
    });
    let index = scene.rows.partition_point(|row| row.item() < at).checked_sub(1)?;
    let row = &scene.rows[index];
    if at - row.item() > FARTHEST_NOUN {
        return None;
    }
    let taken = (view.after_cue(row)..at).all(|between| {
        view.is_noun_phrase(between)
            || matches!(view.kind(between), Some(ItemKind::Preposition | ItemKind::Adverb))
    });
    let person = row.subject.and_then(|subject| view.item(subject.first)).is_some_and(|item| {
        matches!(item.kind, ItemKind::Name | ItemKind::Pronoun | ItemKind::Relative | ItemKind::Nominal)
    });
    let acts = person && !row.group.copular && !row.group.passive;
    if free && joins && taken && acts { scene.answer(index) } else { None }
}

/// *X's suggestion that she was “…”*, *X's promise to be “…”*, *the contention of X that …*: the span stands in the clause of the noun.
pub(super) fn noun_that(scene: &Scene<'_>) -> Option<Answer> {
    let view = &scene.view;
    let that = (view.first..scene.at).rev().take(16).take_while(|at| {
        !matches!(view.kind(*at), Some(ItemKind::Semicolon | ItemKind::Colon | ItemKind::Dash))
    });
    let that = that.into_iter().find(|at| view.kind(*at) == Some(ItemKind::That));
    let that = that.or_else(|| infinitive(scene))?;
    let at = (view.first..that).rev().take(6).find(|at| {
        // "her line that “…”"
        let line = || *at + 1 == that && that + 1 == scene.at && is_words(view, *at);
        view.item(*at).is_some_and(|item| item.features.has(Features::CUE) || line())
    })?;
    let item = view.item(at)?;
    let cue = Some((item.head, item.head + 1));
    let loose = (at + 1..that).any(|between| {
        !view.is_noun_phrase(between)
            && !matches!(view.kind(between), Some(ItemKind::Preposition | ItemKind::Time))
    });
    if loose {
        return None;
    }
    let known = &view.lexicon.known;
    if item.features.has(Features::POSSESSED) {
        return Some(Answer { source: (at, at + 1), cue, row: None, status: CueStatus::default() });
    }
    let by = view.word(at + 1);
    let named = [known.of, known.by, known.from].contains(&by) && view.is_noun_phrase(at + 2);
    named.then(|| Answer {
        source: (at + 2, view.forward_chain(at + 2).min(that)),
        cue,
        row: None,
        status: CueStatus::default(),
    })
}

/// *her line, his catch phrase*: a noun for words, which are said where it tells whose they are.
fn is_words(view: &View<'_>, at: usize) -> bool {
    view.item(at).is_some_and(|item| {
        item.features.has(Features::POSSESSED)
            && view.tokens.get(item.head as usize).is_some_and(|head| head.has(Classes::MENTION))
    })
}

/// *X's promise to be “…”*: the infinitive in which the span stands, with no clause between.
fn infinitive(scene: &Scene<'_>) -> Option<usize> {
    let view = &scene.view;
    let near = (view.first..scene.at).rev().take(FARTHEST_INFINITIVE).take_while(|at| {
        view.is_noun_phrase(*at)
            || matches!(
                view.kind(*at),
                Some(ItemKind::Preposition | ItemKind::Adverb | ItemKind::Adjective | ItemKind::Verb)
            )
    });
    let at = near.into_iter().find(|at| view.kind(*at) == Some(ItemKind::Verb))?;
    if view.group(at).is_some_and(|group| group.form == VerbForm::Infinitive) {
        return Some(at);
    }
    // "to be" is read as two
    at.checked_sub(1).filter(|to| view.word(*to) == view.lexicon.known.to)
}

/// *X, whose motto is …*: the relative before the noun at `at`.
fn whose(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|before| *before >= scene.view.first)?;
    let item = scene.view.item(before).filter(|item| item.kind == ItemKind::Relative)?;
    scene.view.tokens.get(item.start as usize)?.has(Classes::POSSESSIVE).then_some(before)
}

/// *X's answer was “…”*, *his motto is “…”*, *X's claim is that … “…”*: the possessor of a noun that reports.
pub(super) fn copular_noun(scene: &Scene<'_>) -> Option<Answer> {
    let possessed = |row: &Predicate| {
        let subject = row.subject.filter(|_| row.group.copular)?;
        let item = scene.view.item(subject.first)?;
        let possessor = if item.features.has(Features::POSSESSED) {
            Some(subject.first)
        } else {
            whose(scene, subject.first).filter(|_| item.features.has(Features::CUE))
        };
        possessor.map(|possessor| (possessor, item))
    };
    let (index, (at, item)) = scene.rows_before().take(8).enumerate().find_map(|(nth, (index, row))| {
        let (at, item) = possessed(row)?;
        let complement = row.complement;
        let is = nth == 0
            && row.parent.is_none()
            && complement.kind == ComplementKind::Quotation
            && complement.start == scene.at;
        let is_that = complement.kind == ComplementKind::That
            && complement.start <= scene.at
            && scene.at < complement.end
            && item.features.has(Features::CUE);
        (is || is_that).then_some((index, (at, item)))
    })?;
    let (source, cue) = ((at, at + 1), Some((item.head, item.head + 1)));
    // "his catch phrase was “…”"
    if is_words(&scene.view, at) {
        return Some(Answer { source, cue, row: Some(index), status: scene.rows[index].group.status });
    }
    scene.answer(index).map(|answer| Answer { source, cue, ..answer })
}
