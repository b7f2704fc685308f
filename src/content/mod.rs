//! What was said: the extents of contents, and the quotes of a sentence put together.
//!
//! In: the links of a sentence's quoted spans and its rows. Out: [`Draft`]s, one for each cue: halves on
//! either side of a cue are joined, a quoted span inside a reported clause takes the clause with it, and
//! what is reported without marks comes from the rows that no quoted span has used.

mod draft;
mod indirect;
mod mixed;

pub(crate) use draft::{Draft, mention_of};
pub(crate) use indirect::indirect;
pub(crate) use mixed::{quoted_content, trimmed};
