//! Tokens to chunks: the items that rules speak of.
//!
//! In: the tokens and quoted spans of a paragraph. Out: [`Item`]s, [`VerbGroup`]s and sentences, appended
//! to a [`Chunks`]. A quoted span is one item of the sentence that it stands in; what is inside it is
//! chunked apart, for its names.
//!
//! `item.rs` is what an item knows and its letter in the item line, `chunk.rs` the pass over a paragraph,
//! `noun.rs` how far a noun phrase reaches, `plain.rs` the runs of plain words in it, `verb.rs` how far a verb group reaches, `reading.rs` whether a
//! word is noun or verb here, `line.rs` the item line,
//! `seen.rs` which ordinary words were names before.

mod chunk;
mod item;
mod line;
mod name;
mod noun;
mod plain;
mod reading;
mod seen;
mod verb;

pub(crate) use chunk::{Chunker, Chunks};
pub(crate) use item::{Features, Holds, Item, ItemKind, Sentence};
pub(crate) use line::line;
pub(crate) use name::NameKind;
pub(crate) use noun::Named;
pub(crate) use verb::{Form, VerbGroup};
