//! From clauses to who says what, as far as one sentence and its neighbours tell.
//!
//! In: chunks and rows. Out: drafts of quotes. `link` ties quoted spans to a source, `flow.rs` does where their
//! sentence is silent, `content` fixes what was said, with marks or without, `custom.rs` are the caller's own rules.

pub(crate) mod content;
pub(crate) mod custom;
pub(crate) mod flow;
pub(crate) mod link;
