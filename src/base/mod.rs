//! What every other folder may use, and what knows of none.
//!
//! In: nothing. Out: `span.rs` places in a text, `few.rs` a short list that seldom needs memory of its own,
//! `table.rs` a map from hashes to numbers, `map.rs` one whose keys are whole words,
//! `steps.rs` the count of work that tests look at.

pub(crate) mod few;
pub(crate) mod map;
pub(crate) mod span;
pub(crate) mod steps;
pub(crate) mod table;
