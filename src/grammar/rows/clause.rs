//! Which row stands in the complement of which.

use crate::grammar::items::ItemKind;

use super::predicate::{Predicate, Subject, SubjectPlace};
use super::view::View;

/// The row in whose complement item `at` stands: the innermost of the open ones that still covers it. The
/// open rows form a chain through their parents, so that the cost is linear in the rows.
pub(super) fn parent(rows: &[Predicate], open: &mut Option<usize>, at: usize) -> Option<usize> {
    while let Some(last) = *open {
        if rows[last].complement.end > at {
            break;
        }
        *open = rows[last].parent.map(|parent| parent as usize);
    }
    *open
}

/// Opens the complement of the last row, if it has one in which verbs can stand.
pub(super) fn enter(rows: &[Predicate], open: &mut Option<usize>) {
    let Some(row) = rows.last() else { return };
    let clause = row.complement.kind.holds_clause();
    if clause && row.group.grades.best() > 0 && row.complement.end > row.item() {
        *open = Some(rows.len() - 1);
    }
}

/// Whether the subject is *who, which*, or *that* after a noun.
pub(crate) fn is_relative(view: &View<'_>, subject: Subject) -> bool {
    match view.kind(subject.first) {
        Some(ItemKind::Relative) => true,
        Some(ItemKind::That) => subject.place == SubjectPlace::Across,
        _ => false,
    }
}

/// Whether the clause of the verb at item `verb` opens with *who*, *that* after a noun, *as*, *when* …, or
/// with nothing after a noun: *an investment he praised*.
pub(super) fn is_subordinate(view: &View<'_>, verb: usize, subject: Option<Subject>) -> bool {
    let Some(subject) = subject.filter(|subject| subject.first < verb) else { return false };
    if is_relative(view, subject) {
        return true;
    }
    match view.kind_before(subject.first) {
        Some(ItemKind::Relative | ItemKind::Subordinator | ItemKind::That) => true,
        Some(kind) => kind.is_noun_phrase() && view.kind(subject.first) == Some(ItemKind::Pronoun),
        None => false,
    }
}
