//! Who is meant.
//!
//! In: the tokens and items of each block, and which mentions are sources. Out: the person or body behind each.
//! `mention/` makes mentions of items, `names/` joins the forms of a name, `resolve/` says whom each mention means.

pub(crate) mod mention;
pub(crate) mod names;
pub(crate) mod resolve;
