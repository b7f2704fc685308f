//! Which row stands in the complement of which.

use super::{ComplementKind, Row};

/// The row in whose complement item `at` stands: the innermost of the open ones that still covers it. The
/// open rows form a chain through their parents, so that the cost is linear in the rows.
pub(super) fn parent(rows: &[Row], open: &mut Option<usize>, at: usize) -> Option<usize> {
    while let Some(last) = *open {
        if rows[last].complement.end > at {
            break;
        }
        *open = rows[last].parent.map(|parent| parent as usize);
    }
    *open
}

/// Opens the complement of the last row, if it has one in which verbs can stand.
pub(super) fn enter(rows: &[Row], open: &mut Option<usize>) {
    let Some(row) = rows.last() else { return };
    let clause = matches!(
        row.complement.kind,
        ComplementKind::That
            | ComplementKind::Bare
            | ComplementKind::Infinitive
            | ComplementKind::Wh
            | ComplementKind::Object
    );
    if clause && row.group.grades.best() > 0 && row.complement.end > row.item() {
        *open = Some(rows.len() - 1);
    }
}
