//! All rules that tie a text to a source, wherever their tables stand: `link/rules.rs` within the sentence of a
//! quoted span, `flow/rules.rs` across sentences, `content/rules.rs` without marks.

use crate::answer::rule::Entry;

use super::content::INDIRECT;
use super::flow::FLOW;
use super::link::RULES;

/// Their entries, table by table.
pub(crate) fn entries() -> impl Iterator<Item = &'static Entry> + Clone {
    RULES.iter().map(|rule| &rule.entry).chain(&FLOW).chain(&INDIRECT)
}
