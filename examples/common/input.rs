//! Texts from files or standard input, one after the other, so that few are in memory at a time.

use std::io::Read;
use std::path::PathBuf;

use clap::ValueEnum;
use serde::Deserialize;

use crate::lines::{Fault, Lines, Source};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Input {
    /// A text.
    Text,
    /// An object with "id" and "text" on each line.
    Jsonl,
}

/// A text to read.
#[derive(Debug, Deserialize)]
pub(crate) struct Text {
    pub(crate) id: String,
    pub(crate) text: String,
}

/// The texts of `files` in their order; of standard input where there are none.
pub(crate) struct Texts {
    input: Input,
    files: std::vec::IntoIter<PathBuf>,
    lines: Option<Lines>,
    /// Hears of each stretch of bytes that was read.
    heard: Box<dyn Fn(usize) + Send>,
}

impl Texts {
    pub(crate) fn of(input: Input, files: &[PathBuf], heard: impl Fn(usize) + Send + 'static) -> Self {
        let files = if files.is_empty() { vec![PathBuf::from("-")] } else { files.to_vec() };
        Self { input, files: files.into_iter(), lines: None, heard: Box::new(heard) }
    }
}

impl Iterator for Texts {
    type Item = Result<Text, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(lines) = &mut self.lines {
                match lines.next(&self.heard) {
                    Some(text) => return Some(text),
                    None => self.lines = None,
                }
            }
            match (Source::open(&self.files.next()?), self.input) {
                (Err(fault), _) => return Some(Err(fault)),
                (Ok(source), Input::Text) => return Some(whole(source, &self.heard)),
                (Ok(source), Input::Jsonl) => self.lines = Some(Lines::of(source)),
            }
        }
    }
}

/// All of a file as one text.
fn whole(mut source: Source, heard: &dyn Fn(usize)) -> Result<Text, Fault> {
    let mut bytes = Vec::new();
    if let Err(error) = source.reader.read_to_end(&mut bytes) {
        return Err(Fault::new(source.name, error));
    }
    heard(bytes.len());
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Text { id: source.name, text }),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Err(Fault::new(source.name, format!("is not UTF-8: see byte {at}")))
        }
    }
}
