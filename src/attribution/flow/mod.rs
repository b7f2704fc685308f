//! Across sentences and paragraphs: quotations that no cue in their sentence explains.
//!
//! In: what was said last, sentence by sentence. Out: for a quoted span without a link, the draft that it
//! goes on from, or the cue of the sentence before. This is the policy of news; novels take turns.
//! `continuation.rs` remembers and decides, `rules.rs` is the table of what it can say.

mod continuation;
pub(super) mod rules;

pub(crate) use continuation::{Continuation, Cue, Flow, Place, Taken, Unmarked, Unsigned};
pub(crate) use rules::FLOW;
