//! Reads an English text and says who said what.

#![forbid(unsafe_code)]

// Tests of the crate share the reader of examples with the integration tests, which know it by its name.
#[cfg(test)]
extern crate self as whosaid;

/// The examples of the README run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod attributor;
mod block;
mod builder;
mod content;
mod custom;
mod document;
mod engine;
mod entity;
mod error;
mod explain;
mod few;
mod fiction;
mod flow;
mod genre;
mod items;
mod layout;
mod lex;
mod lexicon;
mod link;
mod marks;
mod quote;
mod resolve;
mod rule;
mod scratch;
mod segment;
mod span;
mod stages;
#[cfg(test)]
mod table_test;
mod turns;
mod verbs;

pub use attributor::Attributor;
pub use builder::{Builder, Nested};
pub use document::Document;
pub use entity::{Entity, EntityId, EntityKind, Gender};
pub use error::{Error, ErrorKind};
pub use explain::{ExplainedQuoted, ExplainedSentence, ExplainedVerb, Explanation, Trial};
pub use genre::Genre;
pub use quote::{Alternative, CueStatus, Mention, MentionKind, Quote, QuoteKind, Reason, Unattributed, Use};
pub use rule::Rule;
pub use scratch::Scratch;
pub use segment::{Lines, Segmenter, Sentences, sentences};
pub use span::Span;
#[doc(hidden)]
pub use stages::Stage;
