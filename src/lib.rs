//! Reads an English text and says who said what.

#![forbid(unsafe_code)]

mod lex;
mod lexicon;
mod span;

pub use span::Span;
