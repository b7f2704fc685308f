//! The quoted span as the subject of a reply: *“…,” was her answer*, *“…!” came Ray's voice*, *“…,” was all he said*.

use crate::answer::quote::CueStatus;
use crate::grammar::items::{Features, ItemKind, VerbForm};
use crate::grammar::rows::Predicate;
use crate::lexicon::Classes;

use super::after::tag_start;
use super::answer::Answer;
use super::scene::{QuotedEnd, Scene};

/// *“…,” was X's reply*, *“…,” were the words of X*, *“…,” is how X put it*, *“…,” was all X said*.
pub(super) fn was_noun(scene: &Scene<'_>) -> Option<Answer> {
    let view = &scene.view;
    let is = tag_start(scene);
    let row = scene.row_at(is).map(|index| &scene.rows[index]).filter(|row| row.group.copular)?;
    if row.group.form != VerbForm::Finite || !scene.opens_sentence() {
        return None;
    }
    let next = (is + 1..is + 3).find(|at| view.kind(*at) != Some(ItemKind::Adverb))?;
    if let Some(answer) = whose(scene, next, &[view.lexicon.known.of]) {
        return Some(answer);
    }
    let all = view.word(next) == view.lexicon.known.all;
    let puts = |row: &Predicate| {
        let near = |first: usize| first == next + 1 || all && (next..next + 3).contains(&first);
        row.subject.is_some_and(|subject| near(subject.first))
            && row.group.grades.quote.max(row.group.grades.parenthetical) >= 2
    };
    let (index, _) = scene.rows_after().take(3).find(|(_, row)| puts(row))?;
    let answer = scene.answer(index).filter(|_| all || view.has(next, Classes::WH));
    // "is how" is no part of what is said
    answer.map(|answer| Answer { row: None, ..answer })
}

/// *“…,” came the reply from X*, *“…!” came X's voice*, *“…!” came from X*: a verb without a subject brings it.
pub(super) fn came_noun(scene: &Scene<'_>) -> Option<Answer> {
    let view = &scene.view;
    let known = &view.lexicon.known;
    let start = tag_start(scene);
    let row = scene.row_at(start).map(|index| &scene.rows[index])?;
    let noun = view.item(start + 1);
    let voice = noun.is_some_and(|noun| {
        let head = view.tokens.get(noun.head as usize);
        noun.features.has(Features::INDEFINITE) && head.is_some_and(|head| head.has(Classes::ANYBODY))
    });
    let comes = (row.subject.is_none() || voice)
        && row.group.form == VerbForm::Finite
        && !row.group.copular
        && row.group.grades.best() <= 1
        && matches!(scene.end, QuotedEnd::Comma | QuotedEnd::Strong | QuotedEnd::Dash);
    if !comes {
        return None;
    }
    // "came a voice from the hall": whose it is nobody says
    if voice {
        return Some(Answer {
            source: (start + 1, view.forward_chain(start + 1)),
            cue: Some((row.group.main, row.group.cue_end)),
            row: None,
            status: CueStatus::default(),
        });
    }
    let from = view.word(start + 1) == known.from
        && matches!(view.kind(start + 2), Some(ItemKind::Name | ItemKind::Nominal | ItemKind::Pronoun));
    if from && scene.opens_sentence() {
        return Some(Answer {
            source: (start + 2, view.forward_chain(start + 2)),
            cue: Some((row.group.main, row.group.main + 1)),
            row: None,
            status: CueStatus::default(),
        });
    }
    let own = if scene.opens_sentence() { [known.from, known.of] } else { [known.from, known.from] };
    let answer = whose(scene, start + 1, &own)?;
    (scene.opens_sentence() || answer.source.0 > start + 1).then_some(answer)
}

/// Whose voice or answer the noun at `at` is, by *'s* or by one of the prepositions `of`.
fn whose(scene: &Scene<'_>, at: usize, of: &[crate::lexicon::WordId]) -> Option<Answer> {
    let view = &scene.view;
    let noun = view.item(at)?;
    let head = view.tokens.get(noun.head as usize)?;
    let reports = noun.features.has(Features::CUE)
        || scene.opens_sentence() && (head.has(Classes::MENTION) || head.word == view.lexicon.known.voice);
    if !reports {
        return None;
    }
    let source = if noun.features.has(Features::POSSESSED) {
        (at, at + 1)
    } else if of.contains(&view.word(at + 1)) && view.is_noun_phrase(at + 2) {
        (at + 2, view.forward_chain(at + 2))
    } else {
        return None;
    };
    let cue = Some((noun.head, noun.head + 1));
    Some(Answer { source, cue, row: None, status: CueStatus::default() })
}
