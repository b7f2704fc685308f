//! Colons and dashes in the place of a cue.

use crate::items::ItemKind;
use crate::quote::CueStatus;

use super::{Answer, Scene};

/// *Name: “…”*.
pub(super) fn name_colon(scene: &Scene<'_>) -> Option<Answer> {
    let colon = scene.at.checked_sub(1).filter(|at| scene.view.kind(*at) == Some(ItemKind::Colon))?;
    let last = over_brackets(scene, colon.checked_sub(1)?);
    if last < scene.view.first || !scene.view.is_noun_phrase(last) {
        return None;
    }
    // the label stands alone before the colon, but for brackets and commas
    let alone = (scene.view.first..last).all(|at| scene.view.kind(at) != Some(ItemKind::Verb));
    let item = scene.view.item(colon)?;
    let first = scene.view.chain_start(last);
    if !alone && !follows_dash(scene, first) {
        return None;
    }
    Some(Answer {
        source: (first, last + 1),
        cue: Some((item.start, item.end)),
        row: None,
        status: CueStatus::default(),
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
    if !(first..colon)
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
