//! Reads an English text and says who said what: every quotation, direct, mixed or indirect, with its cue, its
//! source as it stands in the text, the person or body behind that source, the rule that decided, and how sure it
//! is. No model, no parser, no download; any text gives an answer, and the same text the same one.
//!
//! ```
//! use whosaid::Attributor;
//!
//! let text = "Ana Ruiz runs the mill. “It is perfectly safe,” she told reporters.";
//! let document = Attributor::new().attribute(text);
//! let quote = &document.quotes()[0];
//! assert_eq!(&text[quote.content()[0]], "“It is perfectly safe,”");
//! assert_eq!(&text[quote.source().unwrap().span()], "she");
//! assert_eq!(document.speaker_name(quote), Some("Ana Ruiz"));
//! assert_eq!(quote.rule().name(), "quoted-source-cue");
//! ```
//!
//! # Types
//!
//! An [`Attributor`] is made once, is cheap to clone and can be shared between threads. Its [`Document`] borrows the
//! text and holds [`Quote`]s, quoted spans that are [`Unattributed`], each with its [`Use`] or the [`Reason`], the
//! [`Entity`]s behind the speakers, and the sentences. Every place is a [`Span`] of bytes into the text that was
//! given, on boundaries of characters. A [`Builder`] takes settings, verbs and rules of the caller's own; only there
//! can an [`Error`] come up. The [`Segmenter`], or [`sentences()`], cuts sentences alone.
//!
//! What else one may want stands in a module each: [`explain`] why a text is read so, [`guide`] a
//! text through all stages, conventions and rules, [`locate`] whether a quotation
//! stands in a source, [`offsets`] characters and UTF-16 units for bytes, [`page`] a page for a browser, [`registry`] the
//! speakers of many documents as one list, [`words`] words of the caller's own, and with features `json` and `cli`.
//!
//! # Stages
//!
//! ```text
//! text -> layout -> lex -> marks -> segment -> items -> rows     a block of paragraphs at a time, of any genre
//!                                                       |
//!         news:   link -> flow -> content -> resolve <--+        what ties words to a source, then who that is
//!                                                       |
//!         novels: evidence of lines -> conversation  <--+        what stands beside a line, then who speaks all of
//!                                                                them, decided as a whole
//! ```
//!
//! [`Attributor::explain`] shows what the stages make of a text. DESIGN.md walks a sentence and a
//! scene through all of them.
//!
//! # Limits
//!
//! English; news, reports and novels. What the text does not tell is not known: there is no knowledge of the world
//! beyond word lists. Confidences are measured on development texts and may be off on others; `whosaid evaluate`
//! measures them anew.
//!
//! # Features and speed
//!
//! - `serde`: answers to JSON and whatever else serde knows, and back; the module `json` tells the shape. It brings in
//!   serde.
//!
//! - `cli`: the program `whosaid`, as a function in the module `cli`. `cargo install whosaid --features cli` installs it.
//!
//! Without them there is nothing to choose. Nothing needs threads, files or a clock. `cargo bench` measures the
//! whole beside `icu_segmenter` over the same text in the same run, and each stage with the feature `stages`, which is for
//! that alone.
//!
//! # Versions
//!
//! Rust 1.85 or later; a later one is asked for by a minor version only. [`NOTICE`] tells where the word lists come from.

#![forbid(unsafe_code)]

// Tests of the crate share the reader of examples with the integration tests, which know it by its name.
#[cfg(test)]
extern crate self as whosaid;

/// The examples of the README run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// Where the word lists come from, and under which licences: to be shown by programs that list what is in them.
///
/// ```
/// assert!(whosaid::NOTICE.contains("MIT"));
/// ```
pub const NOTICE: &str = include_str!("../NOTICE");

mod base;

mod answer;
mod lexicon;
mod text;

mod grammar;

mod attribution;
mod dialogue;
mod identity;

mod attributor;
mod builder;
pub mod cast;
mod catalogue;
#[cfg(feature = "cli")]
pub mod cli;
pub mod explain;
mod finish;
pub mod guide;
#[cfg(feature = "serde")]
pub mod json;
pub mod locate;
pub mod offsets;
pub mod page;
mod policy;
mod reading;
pub mod registry;
mod scratch;
mod settings;
#[cfg(feature = "stages")]
mod stages;
#[cfg(test)]
mod tests;
mod transcript;
pub mod words;

pub use answer::document::Document;
pub use answer::entity::{Entity, EntityId};
pub use answer::error::{Error, ErrorKind};
pub use answer::genre::Genre;
pub use answer::kind::{EntityKind, Gender};
pub use answer::manner::{Form, Mode, Stance};
pub use answer::nested::Nested;
pub use answer::quote::{Alternative, CueStatus, Mention, MentionKind, Quote, QuoteKind};
pub use answer::rule::Rule;
pub use answer::segments::{Segment, Segments};
pub use answer::totals::Total;
pub use answer::unattributed::{Reason, Unattributed, Use};
pub use attributor::Attributor;
pub use base::span::Span;
pub use builder::Builder;
pub use scratch::Scratch;
#[cfg(feature = "stages")]
#[doc(hidden)]
pub use stages::Stage;
pub use text::segment::{Lines, Segmenter, Sentences, sentences};
