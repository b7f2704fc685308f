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

/// The status of a verb with that `grammatical_subject`; `main` tells that it stands in no other's complement.
pub(super) fn of(
    view: &View<'_>,
    group: &VerbGroup,
    grammatical_subject: Option<Subject>,
    main: bool,
) -> CueStatus {
    let mut status = group.status;
    if main && ends_in_question(view) {
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

fn ends_in_question(view: &View<'_>) -> bool {
    let last = view.end.checked_sub(1).and_then(|last| view.item(last));
    last.filter(|last| last.kind == ItemKind::Stop)
        .and_then(|last| view.tokens.get(last.start as usize))
        .is_some_and(|token| token.kind == TokenKind::Question)
}

/// *if he says*, *unless Lee denies it*.
fn is_conditional(view: &View<'_>, mut first: usize) -> bool {
    while view.kind_before(first) == Some(ItemKind::Adverb) {
        first -= 1;
    }
    let known = &view.lexicon.known;
    view.kind_before(first).is_some() && [known.if_, known.unless].contains(&view.word(first - 1))
}
