//! From tokens to clauses.
//!
//! In: the tokens and quoted spans of a block of paragraphs. Out: `names` the runs of capitals that are names, `items` the chunks of each sentence, `rows` a row
//! for each verb group with its subject and complement; `block.rs` keeps all of them for a few paragraphs.

pub(crate) mod block;
pub(crate) mod items;
pub(crate) mod names;
pub(crate) mod rows;
