//! Texts from files or standard input, one after the other, so that few are in memory at a time.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Deserialize;

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

/// Something that could not be read, and where.
#[derive(Debug)]
pub(crate) struct Fault {
    place: String,
    problem: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

/// The texts of `files` in their order; of standard input where there are none.
pub(crate) struct Texts {
    input: Input,
    files: std::vec::IntoIter<PathBuf>,
    lines: Option<Lines>,
    /// Hears of each stretch of bytes that was read.
    heard: Box<dyn Fn(usize) + Send>,
}

struct Lines {
    file: String,
    reader: BufReader<Box<dyn Read + Send>>,
    number: usize,
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
            let path = self.files.next()?;
            let file = if path == Path::new("-") { "stdin".to_owned() } else { path.display().to_string() };
            let fault = |error: &io::Error| Fault { place: file.clone(), problem: error.to_string() };
            let reader = match open(&path) {
                Ok(reader) => reader,
                Err(error) => return Some(Err(fault(&error))),
            };
            match self.input {
                Input::Text => return Some(whole(reader, file, &self.heard)),
                Input::Jsonl => self.lines = Some(Lines { file, reader: BufReader::new(reader), number: 0 }),
            }
        }
    }
}

fn open(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin()));
    }
    if path.is_dir() {
        return Err(io::Error::other("is a directory; name the files in it"));
    }
    Ok(Box::new(File::open(path)?))
}

/// All of a file as one text.
fn whole(mut reader: Box<dyn Read + Send>, file: String, heard: &dyn Fn(usize)) -> Result<Text, Fault> {
    let mut bytes = Vec::new();
    if let Err(error) = reader.read_to_end(&mut bytes) {
        return Err(Fault { place: file, problem: error.to_string() });
    }
    heard(bytes.len());
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Text { id: file, text }),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Err(Fault { place: file, problem: format!("is not UTF-8: see byte {at}") })
        }
    }
}

impl Lines {
    /// The text of the next line that is not blank.
    fn next(&mut self, heard: &dyn Fn(usize)) -> Option<Result<Text, Fault>> {
        loop {
            let mut line = Vec::new();
            self.number += 1;
            let place = || format!("{}, line {}", self.file, self.number);
            match self.reader.read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(bytes) => heard(bytes),
                // the rest of the file cannot be read either
                Err(error) => {
                    let fault = Fault { place: place(), problem: error.to_string() };
                    self.reader = BufReader::new(Box::new(io::empty()));
                    return Some(Err(fault));
                }
            }
            let json = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line);
            if json.trim_ascii().is_empty() {
                continue;
            }
            return Some(match serde_json::from_slice::<Text>(json) {
                Ok(text) => Ok(text),
                Err(error) => {
                    // the place within the line is all that its own count of lines can tell
                    let problem = error.to_string().replace(" at line 1 column", ", column");
                    Err(Fault { place: place(), problem })
                }
            });
        }
    }
}
