//! Files of one JSON object a line, and what cannot be read of them.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

use serde::de::DeserializeOwned;

/// Something that could not be read, and where.
#[derive(Debug)]
pub(super) struct Fault {
    place: String,
    problem: String,
}

impl Fault {
    pub(super) fn new(place: impl Into<String>, problem: impl ToString) -> Self {
        Self { place: place.into(), problem: problem.to_string() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

/// Tells the user; `eprintln!` would panic where nobody listens any more.
pub(super) fn complain(problem: impl fmt::Display) {
    let _ = writeln!(io::stderr(), "whosaid: {problem}");
}

/// A file to read, or standard input for "-".
pub(super) struct Source {
    pub(super) name: String,
    pub(super) reader: BufReader<Box<dyn Read + Send>>,
}

impl Source {
    pub(super) fn open(path: &Path) -> Result<Self, Fault> {
        let standard = path == Path::new("-");
        let name = if standard { "stdin".to_owned() } else { path.display().to_string() };
        let reader: Box<dyn Read + Send> = match File::open(path) {
            _ if standard => Box::new(io::stdin()),
            Ok(file) => Box::new(file),
            Err(error) => return Err(Fault::new(name, error)),
        };
        Ok(Self { name, reader: BufReader::with_capacity(1 << 16, reader) })
    }
}

/// The lines of a source.
pub(super) struct Lines {
    source: Source,
    number: usize,
    /// Whether a line was an object.
    read: bool,
}

impl Lines {
    pub(super) fn of(source: Source) -> Self {
        Self { source, number: 0, read: false }
    }

    /// The object on the next line that is not blank.
    pub(super) fn next<T: DeserializeOwned>(&mut self) -> Option<Result<T, Fault>> {
        loop {
            let mut line = Vec::new();
            self.number += 1;
            match self.source.reader.read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(_) => {}
                // the rest of the file cannot be read either
                Err(error) => {
                    self.give_up();
                    return Some(Err(self.fault(&error)));
                }
            }
            // without the line break, or an object that breaks off would end on a line 2
            let json = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii_end();
            if json.is_empty() {
                continue;
            }
            let object = serde_json::from_slice(json);
            if object.is_err() && !self.read && json.trim_ascii_start().first() != Some(&b'{') {
                self.give_up();
                return Some(Err(self.fault(&"looks like plain text: leave out --input jsonl")));
            }
            self.read = true;
            return Some(object.map_err(|error| self.fault(&error)));
        }
    }

    /// The name of the source and the number of the line before.
    pub(super) fn place(&self) -> String {
        format!("{}, line {}", self.source.name, self.number)
    }

    fn give_up(&mut self) {
        self.source.reader = BufReader::new(Box::new(io::empty()));
    }

    fn fault(&self, error: &dyn fmt::Display) -> Fault {
        // the place within the line is all that its own count of lines can tell
        Fault::new(self.place(), error.to_string().replace(" at line 1 column", ", column"))
    }
}
