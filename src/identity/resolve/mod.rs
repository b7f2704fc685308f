//! Who is meant: one person or body behind every mention.
//!
//! In: the mentions of a text and, once it is read, which of them are sources. Out: the entities of the text and
//! an [`Answer`] for each source. `collector.rs` gathers block by block, `memory.rs` keeps who was met,
//! `walk.rs` goes over the mentions once, `nominal.rs` is whom *the judge* means, `pronoun.rs` and `salience.rs` are
//! whom *he* does, `reason.rs` says why and how surely, `answer.rs` turns all that into entities. `told.rs` is who is
//! behind the indirect speech of a book, whose cast is known already.

mod answer;
mod collector;
mod memory;
mod nominal;
mod pronoun;
mod reason;
mod salience;
pub(crate) mod told;
mod walk;

pub(crate) use answer::{Answer, Source};
pub(crate) use collector::Collector;
