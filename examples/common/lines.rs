//! Files of one JSON object a line, and what cannot be read of them.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

use serde::de::DeserializeOwned;

/// Something that could not be read, and where.
#[derive(Debug)]
pub(crate) struct Fault {
    place: String,
    problem: String,
}

impl Fault {
    pub(crate) fn new(place: impl Into<String>, problem: impl ToString) -> Self {
        Self { place: place.into(), problem: problem.to_string() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

/// Tells the user; `eprintln!` would panic where nobody listens any more.
pub(crate) fn complain(program: &str, problem: impl fmt::Display) {
    let _ = writeln!(io::stderr(), "{program}: {problem}");
}

/// A file to read, or standard input for "-".
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) reader: BufReader<Box<dyn Read + Send>>,
}

impl Source {
    pub(crate) fn open(path: &Path) -> Result<Self, Fault> {
        let standard = path == Path::new("-");
        let name = if standard { "stdin".to_owned() } else { path.display().to_string() };
        if path.is_dir() {
            return Err(Fault::new(name, "is a directory; name the files in it"));
        }
        let reader: Box<dyn Read + Send> = match File::open(path) {
            _ if standard => Box::new(io::stdin()),
            Ok(file) => Box::new(file),
            Err(error) => return Err(Fault::new(name, error)),
        };
        Ok(Self { name, reader: BufReader::new(reader) })
    }
}

/// The lines of a source.
pub(crate) struct Lines {
    source: Source,
    number: usize,
}

impl Lines {
    pub(crate) fn of(source: Source) -> Self {
        Self { source, number: 0 }
    }

    /// The object on the next line that is not blank; `heard` is told of the bytes read.
    pub(crate) fn next<T: DeserializeOwned>(&mut self, heard: &dyn Fn(usize)) -> Option<Result<T, Fault>> {
        loop {
            let mut line = Vec::new();
            self.number += 1;
            match self.source.reader.read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(bytes) => heard(bytes),
                // the rest of the file cannot be read either
                Err(error) => {
                    self.source.reader = BufReader::new(Box::new(io::empty()));
                    return Some(Err(self.fault(&error)));
                }
            }
            // without the line break, or an object that breaks off would end on a line 2
            let json = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii_end();
            if !json.is_empty() {
                return Some(serde_json::from_slice(json).map_err(|error| self.fault(&error)));
            }
        }
    }

    fn fault(&self, error: &dyn fmt::Display) -> Fault {
        // the place within the line is all that its own count of lines can tell
        let problem = error.to_string().replace(" at line 1 column", ", column");
        Fault::new(format!("{}, line {}", self.source.name, self.number), problem)
    }
}
