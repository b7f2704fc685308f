//! Reads an English text and says who said what.

#![forbid(unsafe_code)]

mod layout;
mod lex;
mod lexicon;
mod marks;
mod segment;
mod span;

pub use segment::{Lines, Segmenter, Sentences, sentences};
pub use span::Span;
