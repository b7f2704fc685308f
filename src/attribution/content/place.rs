//! What stands in a part of a sentence: a verb, a quoted span, its end.

use crate::grammar::items::{ItemKind, VerbForm};
use crate::grammar::rows::View;

/// How far the words beside a tag are read for their verb.
pub(super) const NEAR: usize = 60;

/// Whether one of these items is a verb. *Then, she apologized*: without one nothing is said.
pub(super) fn has_verb(view: &View<'_>, first: usize, end: usize) -> bool {
    (first..end.min(first + NEAR))
        .any(|at| view.group(at).is_some_and(|group| matches!(group.form, VerbForm::Finite | VerbForm::Base)))
}

/// The end of the sentence without its stop.
pub(super) fn sentence_end(view: &View<'_>) -> usize {
    if view.kind(view.end - 1) == Some(ItemKind::Stop) { view.end - 1 } else { view.end }
}

/// Whether a quoted span stands there.
pub(super) fn quoted_between(view: &View<'_>, first: usize, end: usize) -> bool {
    view.holds.has(ItemKind::Quoted) && (first..end).any(|at| view.kind(at) == Some(ItemKind::Quoted))
}
