//! A guide: an article and a scene through all stages, what counts as what and which switch changes it, which genre
//! when, and the list of rules. There is nothing to call here.
//!
//! 1. [`article`]: a few sentences of news, from bytes to speakers.
//! 2. [`scene`]: a page of a novel, whose lines mostly name nobody.
//! 3. [`conventions`]: what is a quote, its content, its source, its speaker, and how to have it otherwise.
//! 4. [`genres`]: news or fiction, and texts that are neither.
//! 5. [`rules`]: all rules by name, with an example each.
//!
//! ```
//! // every rule that a document names is in the list
//! let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
//! assert!(whosaid::Rule::all().any(|rule| rule == *document.quotes()[0].rule()));
//! ```
//!
//! The JSON has a page of its own, the module `json` (feature `serde`).

#[doc = include_str!("article.md")]
pub mod article {}

#[doc = include_str!("scene.md")]
pub mod scene {}

#[doc = include_str!("conventions.md")]
pub mod conventions {}

#[doc = include_str!("genres.md")]
pub mod genres {}

#[doc = include_str!("rules.md")]
pub mod rules {}
