//! What was said: the extents of contents, and the quotes of a sentence put together.
//!
//! In: the links of a sentence's quoted spans and its rows. Out: [`Draft`]s, one for each cue: halves on
//! either side of a cue are joined, a quoted span inside a reported clause takes the clause with it, and
//! what is reported without marks comes from the rows that no quoted span has used.
//! `rules.rs` is the table of the constructions, `indirect.rs`, `adjective.rs` and `noun.rs` read them, `place.rs` says
//! what stands in a part of a sentence, `manner.rs` how it was said, `finding.rs` drops what is nested, `mixed.rs` is the content of quoted spans.

mod adjective;
mod draft;
mod finding;
mod indirect;
pub(crate) mod manner;
mod mixed;
mod noun;
mod place;
mod rules;

pub(crate) use draft::{Draft, mention_of};
pub(crate) use indirect::{Scratch, Wanted, indirect};
pub(crate) use mixed::{quoted_content, trimmed};
pub(crate) use noun::possessor;
pub(crate) use rules::INDIRECT;
