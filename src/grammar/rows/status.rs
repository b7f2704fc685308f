//! How the text stands to a verb: beyond what its group says (*did not say*, *will say*), whether it stands
//! in a question or behind *if*.

use crate::answer::quote::CueStatus;
use crate::grammar::items::{ItemKind, VerbForm, VerbGroup};
use crate::lexicon::{Classes, PolarityShift};
use crate::text::lex::TokenKind;

use super::predicate::{Predicate, Subject};
use super::view::View;

/// So many items may stand between a verb and the one that it takes: *wants Lee to say*.
const FARTHEST: u32 = 2;
/// So far behind a verb is a question of its own looked for.
const LONGEST_BEHIND: usize = 40;

/// The status of a verb with that `grammatical_subject`; `main` tells that it stands in no other's complement.
pub(super) fn of(
    view: &View<'_>,
    group: &VerbGroup,
    grammatical_subject: Option<Subject>,
    main: bool,
) -> CueStatus {
    let mut status = group.status;
    if main && ends_in_question(view, group.item as usize) {
        status = status.with(CueStatus::QUESTIONED);
    }
    if is_negated(view, group.item as usize) {
        status = status.with(CueStatus::NEGATED);
    }
    if grammatical_subject.is_some_and(|subject| is_conditional(view, subject.first.min(group.item as usize)))
    {
        status = status.with(CueStatus::CONDITIONAL);
    }
    status
}

/// What the verb that takes this one does to it: *refused to say*, *denied having said*, *is going to say*. A
/// refusal to say is none of the saying either.
pub(super) fn shift(group: &mut VerbGroup, rows: &mut [Predicate]) {
    let reports = group.grades.quote.max(group.grades.that) >= 2;
    let takes = matches!(group.form, VerbForm::Infinitive | VerbForm::Gerund) && reports;
    let Some(governor) = rows.last_mut().filter(|_| takes) else { return };
    if group.item - governor.group.item > FARTHEST {
        return;
    }
    match governor.group.grades.shift {
        PolarityShift::None => {}
        PolarityShift::Negates => {
            group.status = group.status.with(CueStatus::NEGATED);
            governor.group.status = governor.group.status.with(CueStatus::NEGATED);
        }
        PolarityShift::LooksAhead => group.status = group.status.with(CueStatus::FUTURE),
    }
}

/// *never said*: what stands before the group.
fn is_negated(view: &View<'_>, mut at: usize) -> bool {
    while view.kind_before(at) == Some(ItemKind::Adverb) {
        at -= 1;
        if view.has(at, Classes::NEGATION) {
            return true;
        }
    }
    false
}

/// Whether the sentence ends in a question mark that holds for the verb at `at`, too.
fn ends_in_question(view: &View<'_>, at: usize) -> bool {
    let last = view.end.checked_sub(1).and_then(|last| view.item(last));
    last.filter(|last| last.kind == ItemKind::Stop)
        .and_then(|last| view.tokens.get(last.start as usize))
        .is_some_and(|token| token.kind == TokenKind::Question)
        && !question_opens_behind(view, at)
}

/// *He said it was full, but they were friends: could he find room?*, *Lee said it was late, but is it?*: a question of
/// its own opens behind the verb at `at`, where the sentence does not open as one.
fn question_opens_behind(view: &View<'_>, at: usize) -> bool {
    let asks = |at: usize| {
        let at = view.over_adverbs(at);
        view.has(at, Classes::AUXILIARY) && view.kind(at) == Some(ItemKind::Verb)
            || view.has(at, Classes::WH) && !view.has(at, Classes::SUBORDINATOR)
    };
    let opens = |at: usize| match view.kind(at) {
        Some(ItemKind::Colon | ItemKind::Semicolon | ItemKind::Dash) => asks(at + 1),
        Some(ItemKind::Coordinator) => view.kind_before(at) == Some(ItemKind::Comma) && asks(at + 1),
        _ => false,
    };
    !asks(view.first) && (at + 1..view.end).take(LONGEST_BEHIND).any(opens)
}

/// *if he says*, *unless Lee denies it*.
fn is_conditional(view: &View<'_>, mut first: usize) -> bool {
    while view.kind_before(first) == Some(ItemKind::Adverb) {
        first -= 1;
    }
    let known = &view.lexicon.known;
    view.kind_before(first).is_some() && [known.if_, known.unless].contains(&view.word(first - 1))
}
