//! Bytes to tokens, each with the readings of its word, in one pass.
//!
//! In: the text and the paragraphs of a block. Out: [`Token`]s in order, offsets relative to the block.
//! `token.rs` is what a token knows, `scan.rs` the pass over the bytes (`sixteen.rs` reads as many at once), `word.rs` how far a word reaches
//! where it is more than plain letters (hyphens, apostrophes, stops, letters outside ASCII), `markup.rs` what of web
//! pages and Markdown is passed over.

mod markup;
mod scan;
mod sixteen;
mod token;
mod word;
mod words;

pub(crate) use scan::lex;
pub(crate) use token::{Shape, Token, TokenKind};
pub(crate) use words::Words;
