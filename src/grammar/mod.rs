//! From tokens to clauses.
//!
//! In: the tokens and quoted spans of a block of paragraphs. Out: `items` the chunks of each sentence, `rows` a row
//! for each verb group with its subject and complement; `block.rs` keeps all of them for a few paragraphs.

pub(crate) mod block;
pub(crate) mod items;
pub(crate) mod rows;
