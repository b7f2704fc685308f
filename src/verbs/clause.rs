//! Which row stands in the complement of which.

use super::{ComplementKind, Row, View};

/// Sets the parent of each row: the nearest reporting row before it whose complement covers it.
pub(super) fn nest(_view: &View<'_>, rows: &mut [Row]) {
    // the open rows form a chain through their parents, so that the cost is linear in the rows
    let mut open: Option<usize> = None;
    for at in 0..rows.len() {
        let item = rows[at].item();
        while let Some(last) = open {
            if rows[last].complement.end > item {
                break;
            }
            open = rows[last].parent.map(|parent| parent as usize);
        }
        rows[at].parent = open.map(|open| open as u32);
        let complement = rows[at].complement;
        let covers = matches!(
            complement.kind,
            ComplementKind::That
                | ComplementKind::Bare
                | ComplementKind::Infinitive
                | ComplementKind::Wh
                | ComplementKind::Object
        );
        if covers && rows[at].group.grades.best() > 0 && complement.end > item {
            open = Some(at);
        }
    }
}
