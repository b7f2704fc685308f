//! Colons and dashes in the place of a cue.

use crate::items::ItemKind;
use crate::quote::CueStatus;

use super::{Answer, Scene};

/// *Name: “…”*.
pub(super) fn name_colon(scene: &Scene<'_>) -> Option<Answer> {
    let colon = scene.at.checked_sub(1).filter(|at| scene.view.kind(*at) == Some(ItemKind::Colon))?;
    let last = colon.checked_sub(1).filter(|at| *at >= scene.view.first && scene.view.is_noun_phrase(*at))?;
    // the label stands alone before the colon, but for brackets and commas
    let alone = (scene.view.first..last).all(|at| scene.view.kind(at) != Some(ItemKind::Verb));
    let item = scene.view.item(colon)?;
    let first = if alone { scene.view.chain_start(last) } else { return None };
    Some(Answer {
        source: (first, last + 1),
        cue: Some((item.start, item.end)),
        row: None,
        status: CueStatus::default(),
    })
}

/// *Name: The Plan Is ‘Dead’*: a headline's speaker before its colon.
pub(super) fn headline(scene: &Scene<'_>) -> Option<Answer> {
    let first = scene.view.first;
    let limit = scene.at.min(first + 6);
    let colon = (first + 1..limit).find(|at| scene.view.kind(*at) == Some(ItemKind::Colon))?;
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

/// *“…” – Name*.
pub(super) fn dash_name(scene: &Scene<'_>) -> Option<Answer> {
    let dash = scene.at + 1;
    let item = scene.view.item(dash).filter(|item| item.kind == ItemKind::Dash)?;
    let name = scene.view.item(dash + 1).filter(|item| item.kind == ItemKind::Name)?;
    let _ = name;
    let verb = (dash + 1..scene.view.end).any(|at| scene.view.kind(at) == Some(ItemKind::Verb));
    if verb {
        return None;
    }
    Some(Answer {
        source: (dash + 1, scene.view.forward_chain(dash + 1)),
        cue: Some((item.start, item.end)),
        row: None,
        status: CueStatus::default(),
    })
}
