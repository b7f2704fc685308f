//! What must be known of the whole text before anything else.
//!
//! In: the text. Out: a [`Layout`], the facts that hold for all of it, and its paragraphs.
//! `facts.rs` holds the facts, `wrap.rs` tells whether lines are wrapped, `lines.rs` reads a line break and what stands
//! around it, `paragraphs.rs` cuts the text into paragraphs, `genre.rs` tells novels from news, `primary.rs` which
//! marks hold speech.

mod facts;
mod genre;
pub(crate) mod lines;
mod paragraphs;
mod primary;
mod wrap;

pub(crate) use facts::Layout;
pub(crate) use genre::genre;
pub(crate) use paragraphs::paragraphs;
pub(crate) use primary::primary;
