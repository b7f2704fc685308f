//! From clauses to who says what, as far as one sentence and its neighbours tell.
//!
//! In: chunks and rows. Out: drafts of quotes. `sentence.rs` reads one sentence after the other, `link` ties quoted
//! spans to a source, `flow` does where their sentence is silent, `content` fixes what was said, with marks or without,
//! `custom.rs` are the caller's own rules,
//! whose patterns `pattern_check.rs` looks over, `rules.rs` walks all tables of the crate's. In a conversation `lines.rs` gives
//! evidence (`evidence.rs`) of who speaks a line, and no answer yet.

mod block_quotation;
mod callers;
pub(crate) mod content;
pub(crate) mod custom;
pub(crate) mod evidence;
pub(crate) mod flow;
mod lead_in;
pub(crate) mod lines;
pub(crate) mod link;
mod pattern_check;
mod quoted;
pub(crate) mod rules;
pub(crate) mod sentence;
pub(crate) mod trace;
