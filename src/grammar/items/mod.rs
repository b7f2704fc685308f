//! Tokens to chunks: the items that rules speak of.
//!
//! In: the tokens and quoted spans of a paragraph. Out: [`Item`]s, [`VerbGroup`]s and sentences, appended
//! to a [`Chunks`]. A quoted span is one item of the sentence that it stands in; what is inside it is
//! chunked apart, for its names.
//!
//! `chunk.rs` is the pass over a paragraph. It asks `words.rs` what a doubtful word is (`reading.rs` whether noun
//! or verb), `pronouns.rs`, `phrases.rs` and `groups.rs` for items of their kinds, `quoted.rs` for quoted spans.
//! `noun.rs` says how far a noun phrase reaches, `plain.rs` over the plain words that it begins with, `verb.rs` how far
//! a verb group does. `item.rs`, `features.rs`, `chunks.rs` are what is found, `ground.rs` and `chunker.rs` what is
//! read, `seen.rs` which ordinary words were names before, `line.rs` the item line.

mod chunk;
mod chunker;
mod chunks;
mod features;
mod ground;
mod groups;
mod item;
mod line;
mod noun;
mod phrases;
mod plain;
mod pronouns;
mod quoted;
mod reading;
mod seen;
mod verb;
mod words;

pub(crate) use chunker::Chunker;
pub(crate) use chunks::Chunks;
pub(crate) use features::Features;
pub(crate) use ground::Named;
pub(crate) use item::{Holds, Item, ItemKind, Kinds, Sentence};
pub(crate) use line::{letter, letter_name, line};
pub(crate) use verb::{VerbForm, VerbGroup};
