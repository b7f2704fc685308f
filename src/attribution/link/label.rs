//! Colons and dashes in the place of a cue.

use crate::answer::quote::CueStatus;
use crate::grammar::items::{Features, ItemKind, Kinds, VerbForm};
use crate::lexicon::Classes;

use super::answer::Answer;
use super::scene::{QuotedEnd, Scene};

/// The items of a label that tells who speaks, where and when.
const LONGEST_LABEL: usize = 12;
/// The items of a line that signs a quotation.
const LONGEST_SIGNATURE: usize = 12;

/// *Name: “…”*.
pub(super) fn name_colon(scene: &Scene<'_>) -> Option<Answer> {
    let colon = scene.at.checked_sub(1).filter(|at| scene.view.kind(*at) == Some(ItemKind::Colon))?;
    let item = scene.view.item(colon)?;
    let last = over_brackets(scene, colon.checked_sub(1)?);
    let shown = shown(scene, colon).or_else(|| introduced(scene, colon));
    if shown.is_none()
        && (last < scene.view.first || !scene.view.is_noun_phrase(last) && !is_lone_name(scene, last))
    {
        return None;
    }
    // the label stands alone before the colon, but for brackets and commas
    let alone = || (scene.view.first..last).all(|at| scene.view.kind(at) != Some(ItemKind::Verb));
    let source = shown.or_else(|| {
        let first = scene.view.chain_start(last);
        (alone() || follows_dash(scene, first)).then_some((first, last + 1))
    })?;
    // "Her verdict: “…”": the noun is the cue, its possessor the source
    let noun = scene.view.item(source.0).filter(|noun| {
        source.1 == source.0 + 1 && noun.features.has(Features::CUE) && noun.features.has(Features::POSSESSED)
    });
    // "Ana Ruiz, mayor of Harrow, speaking on Monday: “…”"
    let speaking = || {
        let row = scene.rows_before().next().map(|(_, row)| &row.group)?;
        (row.item as usize > source.0 && row.grades.quote >= 2).then_some((row.main, row.cue_end))
    };
    let cue = noun.map(|noun| (noun.head, noun.head + 1)).or_else(speaking).unwrap_or((item.start, item.end));
    Some(Answer { source, cue: Some(cue), row: None, status: CueStatus::default() })
}

/// *Here is Lee in 1992: “…”*, *This was Lee on the plan: “…”*: somebody is shown who speaks.
fn shown(scene: &Scene<'_>, colon: usize) -> Option<(usize, usize)> {
    let view = &scene.view;
    let (points, name) = (view.first, view.first + 2);
    let here = view.word(points) == view.lexicon.known.here || view.word(points) == view.lexicon.known.this;
    let is = view
        .group(points + 1)
        .is_some_and(|group| group.copular && group.main as usize + 1 == group.cue_end as usize);
    let somebody = view.item(name).is_some_and(|item| {
        item.kind == ItemKind::Name || item.features.has(Features::PERSON.with(Features::ORGANISATION))
    });
    let alone = || {
        (name + 1..colon).all(|at| {
            view.is_noun_phrase(at)
                || matches!(
                    view.kind(at),
                    Some(ItemKind::Preposition | ItemKind::Time | ItemKind::Adverb | ItemKind::Comma)
                )
                || view.group(at).is_some_and(|group| group.form == VerbForm::Gerund)
        })
    };
    (here && is && somebody && alone()).then_some((name, name + 1))
}

/// *Ana Ruiz, mayor of Harrow, speaking on Monday: “…”*, *Minister Ann Lee on local radio just now: “…”*, *Tom Hill,
/// Harrow Post: “…”*: a person opens the label, and what follows tells who that is, where or when.
fn introduced(scene: &Scene<'_>, colon: usize) -> Option<(usize, usize)> {
    let view = &scene.view;
    let first = view.over(view.first, Kinds::of([ItemKind::Time, ItemKind::Coordinator]));
    let person = view.item(first).is_some_and(|item| {
        item.features.has(Features::PERSON_NAME)
            || item.kind == ItemKind::Name
                && !item.features.has(Features::ORGANISATION.with(Features::PLURAL))
            || item.features.has(Features::PERSON) && item.kind == ItemKind::Nominal
    });
    const BEHIND: Kinds = Kinds::of([
        ItemKind::Name,
        ItemKind::Nominal,
        ItemKind::Phrase,
        ItemKind::Time,
        ItemKind::Preposition,
        ItemKind::Adverb,
        ItemKind::Comma,
    ]);
    let telling = |at: usize| {
        view.kind(at).is_some_and(|kind| BEHIND.has(kind))
            || view.group(at).is_some_and(|group| group.form == VerbForm::Gerund)
                && view.kind_before(at) == Some(ItemKind::Comma)
    };
    // "Lee in Rome:" is a label of its own kind already
    let set_off = matches!(
        view.kind(first + 1),
        Some(ItemKind::Comma | ItemKind::Preposition | ItemKind::Time | ItemKind::Adverb)
    );
    // "Harrow, Ana Ruiz:": the place of somebody named behind it
    let named = |at: usize| view.item(at).is_some_and(|item| item.features.has(Features::PERSON_NAME));
    let place = !named(first) && (first + 1..colon).any(named);
    let near = colon - first <= LONGEST_LABEL;
    (person && set_off && near && !place && (first + 1..colon).all(telling)).then_some((first, first + 1))
}

/// *Cook: “…”*: one word with a capital, which could be a verb, but none that says what is read or noted.
fn is_lone_name(scene: &Scene<'_>, at: usize) -> bool {
    at == scene.view.first
        && scene.view.group(at).is_some_and(|group| {
            let name = scene.view.tokens.get(group.main as usize);
            group.grades.best() == 0
                && name.is_some_and(|name| name.is_capital() && name.has(Classes::VERB_BASE))
        })
}

/// *Poll finds a gap - Ana Ruiz: “We …”*: a name between a dash and the colon.
fn follows_dash(scene: &Scene<'_>, first: usize) -> bool {
    scene.view.kind(first) == Some(ItemKind::Name)
        && scene.view.kind_before(first) == Some(ItemKind::Dash)
        && scene.opens_with_capital()
}

/// The item before brackets that end at `at`: *Lee (R-Ohio):*.
fn over_brackets(scene: &Scene<'_>, at: usize) -> usize {
    if scene.view.kind(at) != Some(ItemKind::CloseBracket) {
        return at;
    }
    let open = (scene.view.first..at).rev().take(8);
    let open = open.into_iter().find(|at| scene.view.kind(*at) == Some(ItemKind::OpenBracket));
    open.and_then(|open| open.checked_sub(1)).unwrap_or(at)
}

/// *Name: The Plan Is ‘Dead’*: a headline's speaker before its colon.
pub(super) fn headline(scene: &Scene<'_>) -> Option<Answer> {
    let first = scene.view.first;
    let limit = scene.at.min(first + 6);
    let colon = (first + 1..limit).find(|at| scene.view.kind(*at) == Some(ItemKind::Colon))?;
    // in a headline the label stands above all verbs
    let reports = || {
        scene
            .rows_before()
            .take(8)
            .any(|(_, row)| row.has_subject() && row.grade().max(row.group.grades.quote) >= 1)
    };
    if !scene.view.title_case && reports() {
        return None;
    }
    let lone = colon == first + 1 && is_lone_name(scene, first);
    if !lone
        && !(first..colon)
            .all(|at| scene.view.is_noun_phrase(at) || scene.view.kind(at) == Some(ItemKind::Preposition))
    {
        return None;
    }
    let item = scene.view.item(colon)?;
    Some(Answer {
        source: (first, colon),
        cue: Some((item.start, item.end)),
        row: None,
        status: CueStatus::default(),
    })
}

/// *“…”—Ana Ruiz, 1994*, *“…” - Ana Ruiz, mayor of Harrow*: a dash and somebody's name close the line.
pub(super) fn signed(scene: &Scene<'_>) -> Option<Answer> {
    let view = &scene.view;
    let (dash, name) = (scene.at + 1, scene.at + 2);
    let item = view.item(dash).filter(|item| item.kind == ItemKind::Dash)?;
    let speech = scene.opens_sentence()
        && (matches!(scene.end, QuotedEnd::Stop | QuotedEnd::Strong | QuotedEnd::Comma)
            || scene.lacks_comma());
    const BEHIND: Kinds = Kinds::of([
        ItemKind::Name,
        ItemKind::Nominal,
        ItemKind::Phrase,
        ItemKind::Time,
        ItemKind::Preposition,
        ItemKind::Comma,
        ItemKind::OpenBracket,
        ItemKind::CloseBracket,
        ItemKind::Stop,
    ]);
    let line = view.over(name, BEHIND) == view.end && view.end - name <= LONGEST_SIGNATURE;
    (speech && line && is_somebody(scene, name)).then(|| Answer {
        source: (name, name + 1),
        cue: Some((item.start, item.end)),
        row: None,
        status: CueStatus::default(),
    })
}

/// A name, or a noun for people.
fn is_somebody(scene: &Scene<'_>, at: usize) -> bool {
    scene.view.item(at).is_some_and(|item| {
        item.kind == ItemKind::Name
            || item.kind == ItemKind::Nominal
                && item.features.has(Features::PERSON.with(Features::ORGANISATION))
    })
}

/// *‘We had no choice’: mayor on the mill*: a headline tells behind a colon who said it.
pub(super) fn headline_source(scene: &Scene<'_>) -> Option<Answer> {
    let view = &scene.view;
    let (colon, name) = (scene.at + 1, scene.at + 2);
    let item = view.item(colon).filter(|item| item.kind == ItemKind::Colon && scene.at == view.first)?;
    let heads = view.kind(view.end - 1) != Some(ItemKind::Stop);
    let closes = matches!(
        view.kind(name + 1),
        None | Some(ItemKind::Subordinator | ItemKind::Preposition | ItemKind::Comma)
    );
    let bare = |item: &crate::grammar::items::Item| {
        !item.features.has(Features::DEFINITE.with(Features::INDEFINITE).with(Features::PLURAL))
            || item.kind == ItemKind::Name
    };
    let headed = heads && closes && is_somebody(scene, name) && view.item(name).is_some_and(bare);
    headed.then(|| Answer {
        source: (name, name + 1),
        cue: Some((item.start, item.end)),
        row: None,
        status: CueStatus::default(),
    })
}
