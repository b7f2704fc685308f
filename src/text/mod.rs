//! From bytes to sentences: what can be told without grammar.
//!
//! In: the text. Out: `layout` what holds for all of it, `pieces.rs` what is read at once, `lex` tokens, `marks`
//! quoted spans, `segment` where a sentence ends, `turns` who speaks by a label.

pub(crate) mod layout;
pub(crate) mod lex;
pub(crate) mod marks;
pub(crate) mod pieces;
pub(crate) mod segment;
pub(crate) mod turns;
