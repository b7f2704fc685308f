//! Cuts a text into sentences.
//!
//! In: the text, and what [`crate::text::layout`] knows of it. Out: the spans of its sentences, one by one, which
//! `segmenter.rs` hands out.
//! `scan.rs` finds the bytes at which a sentence can end, `stop.rs` reads the stop there with its
//! closing marks, `word.rs` the word before it, `behind.rs` what lies farther back, `next.rs` what
//! follows; `decide.rs` decides what `boundary.rs` names, with `tag.rs` for
//! what follows a quotation, `period.rs` for abbreviations, `joined.rs` for stops without a blank and
//! `list.rs` for list items. `bytes.rs` and `terminators.rs` are tables. The reader asks [`decide()`] too, so
//! that there is one set of rules.

mod behind;
mod boundary;
mod bytes;
mod decide;
mod joined;
mod list;
mod next;
mod period;
mod scan;
mod segmenter;
mod stop;
mod tag;
mod terminators;
mod word;

pub(crate) use boundary::{Boundary, Context};
pub(crate) use decide::decide;
pub use segmenter::{Lines, Segmenter, Sentences, sentences};
