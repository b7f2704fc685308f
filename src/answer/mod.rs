//! What a caller gets.
//!
//! In: what the last stages found. Out: a [`Document`](document::Document) with its quotes and the persons behind
//! them. `quote.rs` is a quotation with all its parts, `unattributed.rs` what is quoted and nobody says, `entity.rs` a
//! person or body, `kind.rs` what is told of one in a word, `roster.rs` how all of them are kept, `rule.rs` what a rule
//! tells of itself, `segments.rs` the text by voices, `totals.rs` who speaks how much and what is where, `names.rs` what the members of enums are called, `genre.rs` the kinds of text,
//! `nested.rs` to whom nested speech belongs, `error.rs` what can go wrong.

pub(crate) mod document;
pub(crate) mod entity;
pub(crate) mod error;
pub(crate) mod genre;
pub(crate) mod kind;
pub(crate) mod manner;
pub(crate) mod names;
pub(crate) mod nested;
pub(crate) mod quote;
pub(crate) mod roster;
pub(crate) mod rule;
pub(crate) mod segments;
pub(crate) mod totals;
pub(crate) mod unattributed;
