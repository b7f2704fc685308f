//! Who is meant.
//!
//! In: the mentions of the text, block by block. Out: `resolve` the person or body behind each source.

pub(crate) mod resolve;
