//! How the text stands to a verb: beyond what its group says (*did not say*, *will say*), whether it stands
//! in a question or behind *if*.

use crate::items::{ItemKind, VerbGroup};
use crate::lex::TokenKind;
use crate::quote::CueStatus;

use super::{Subject, View};

/// The status of a verb with the subject `surface`; `main` tells that it stands in no other's complement.
pub(super) fn of(view: &View<'_>, group: &VerbGroup, surface: Option<Subject>, main: bool) -> CueStatus {
    let mut status = group.status;
    if main && ends_in_question(view) {
        status = status.with(CueStatus::QUESTIONED);
    }
    if surface.is_some_and(|subject| is_conditional(view, subject.first.min(group.item as usize))) {
        status = status.with(CueStatus::CONDITIONAL);
    }
    status
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
