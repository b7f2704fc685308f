//! Colons and dashes in the place of a cue.

use crate::answer::quote::CueStatus;
use crate::grammar::items::{Features, ItemKind, VerbForm};
use crate::lexicon::Classes;

use super::answer::Answer;
use super::scene::Scene;

/// *Name: “…”*.
pub(super) fn name_colon(scene: &Scene<'_>) -> Option<Answer> {
    let colon = scene.at.checked_sub(1).filter(|at| scene.view.kind(*at) == Some(ItemKind::Colon))?;
    let item = scene.view.item(colon)?;
    let last = over_brackets(scene, colon.checked_sub(1)?);
    let shown = shown(scene, colon);
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
    let cue = noun.map_or((item.start, item.end), |noun| (noun.head, noun.head + 1));
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
