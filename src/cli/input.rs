//! Texts from files, folders or standard input, one after the other, so that few are in memory at a time.

use std::fmt;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::lines::{Fault, Lines, Source};

/// What is read, and how.
#[derive(Debug, Args)]
pub(super) struct Reading {
    /// What each file holds; by its name where this is left out: JSON lines in *.jsonl and *.ndjson.
    #[arg(long, value_enum)]
    pub(super) input: Option<Input>,
    /// How the letters of texts are written; a byte order mark overrules it.
    #[arg(long, value_enum, default_value_t = Encoding::Utf8)]
    encoding: Encoding,
    /// Files, folders with all that is in them (*.txt, *.md, *.jsonl, *.ndjson), patterns with * and ?; standard
    /// input where none is named, or for "-".
    files: Vec<PathBuf>,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Input {
    /// A text.
    Text,
    /// An object with "id" and "text" on each line.
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Encoding {
    #[value(alias = "utf-8")]
    Utf8,
    /// ISO 8859-1, read as Windows reads it.
    #[value(aliases = ["cp1252", "windows-1252", "iso-8859-1"])]
    Latin1,
    #[value(alias = "utf16")]
    Utf16le,
    Utf16be,
}

/// A text to read.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) id: String,
    pub(super) text: String,
    /// The other fields of its object, as they were written.
    pub(super) fields: Vec<(String, Box<RawValue>)>,
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with \"id\" and \"text\"")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
                let (mut id, mut text, mut fields) = (None, None, Vec::new());
                while let Some(name) = map.next_key::<String>()? {
                    match name.as_str() {
                        "id" => id = Some(map.next_value::<String>()?),
                        "text" => text = Some(map.next_value::<String>()?),
                        "schema" | "genre" | "offsets" | "quotes" | "unattributed" | "entities"
                        | "sentences" => {
                            map.next_value::<IgnoredAny>()?;
                        }
                        _ => fields.push((name, map.next_value()?)),
                    }
                }
                let id = id.ok_or_else(|| serde::de::Error::missing_field("id"))?;
                let text = text.ok_or_else(|| serde::de::Error::missing_field("text"))?;
                Ok(Text { id, text, fields })
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

/// The texts of what was named, in its order.
pub(super) struct Texts {
    input: Option<Input>,
    encoding: Encoding,
    /// What is still to be read, the next one last, and whether the user named it.
    files: Vec<(PathBuf, bool)>,
    faults: Vec<Fault>,
    lines: Option<Lines>,
}

impl Texts {
    pub(super) fn of(reading: &Reading) -> Self {
        let mut files: Vec<(PathBuf, bool)> = reading.files.iter().map(|path| (path.clone(), true)).collect();
        if files.is_empty() {
            if io::stdin().is_terminal() {
                let _ = writeln!(io::stderr(), "whosaid: reading what you type; end it with Ctrl-D");
            }
            files.push((PathBuf::from("-"), true));
        }
        files.reverse();
        Self { input: reading.input, encoding: reading.encoding, files, faults: Vec::new(), lines: None }
    }

    /// Puts what a folder or a pattern stands for in its place.
    fn expand(&mut self, path: &Path, named: bool) -> bool {
        let pattern = path.to_string_lossy();
        let found = if path.is_dir() {
            entries(path)
                .map(|entries| entries.into_iter().filter(|path| path.is_dir() || is_text(path)).collect())
        } else if pattern.contains(['*', '?']) && !path.exists() {
            matching(path)
        } else {
            return false;
        };
        match found {
            Ok(found) => {
                let found: Vec<PathBuf> = found;
                if found.is_empty() && named {
                    let problem = "holds no *.txt, *.md, *.jsonl or *.ndjson; name the files";
                    let problem = if path.is_dir() { problem } else { "matches no file" };
                    self.faults.push(Fault::new(path.display().to_string(), problem));
                }
                self.files.extend(found.into_iter().rev().map(|path| (path, false)));
            }
            Err(error) => self.faults.push(Fault::new(path.display().to_string(), error)),
        }
        true
    }
}

impl Iterator for Texts {
    type Item = Result<Text, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(fault) = self.faults.pop() {
                return Some(Err(fault));
            }
            if let Some(lines) = &mut self.lines {
                match lines.next() {
                    Some(text) => return Some(text),
                    None => self.lines = None,
                }
            }
            let (path, named) = self.files.pop()?;
            if self.expand(&path, named) {
                continue;
            }
            let by_name = if is_lines(&path) { Input::Jsonl } else { Input::Text };
            match (Source::open(&path), self.input.unwrap_or(by_name)) {
                (Err(fault), _) => return Some(Err(fault)),
                (Ok(source), Input::Text) => {
                    let text = whole(source, self.encoding);
                    return Some(if self.input.is_none() && !is_text(&path) {
                        text.and_then(guessed)
                    } else {
                        text
                    });
                }
                (Ok(source), Input::Jsonl) => self.lines = Some(Lines::of(source)),
            }
        }
    }
}

fn has_extension(path: &Path, known: &[&str]) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("");
    known.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

fn is_lines(path: &Path) -> bool {
    has_extension(path, &["jsonl", "ndjson"])
}

fn is_text(path: &Path) -> bool {
    is_lines(path) || has_extension(path, &["txt", "text", "md"])
}

/// What stands in a folder, in the order of names.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.sort();
    Ok(paths)
}

/// The files that a pattern with `*` and `?` in its parts stands for.
fn matching(pattern: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = vec![PathBuf::new()];
    for part in pattern.components() {
        let name = part.as_os_str().to_string_lossy().into_owned();
        if !name.contains(['*', '?']) {
            found.iter_mut().for_each(|path| path.push(&name));
            continue;
        }
        let mut next = Vec::new();
        for folder in found.iter().filter(|path| path.as_os_str().is_empty() || path.is_dir()) {
            let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            for path in entries(here)? {
                let own = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                if !own.starts_with('.') && fits(name.as_bytes(), own.as_bytes()) {
                    next.push(folder.join(own));
                }
            }
        }
        found = next;
    }
    found.retain(|path| path.exists());
    Ok(found)
}

/// Whether a name fits a pattern in which `*` stands for anything and `?` for a byte.
fn fits(pattern: &[u8], name: &[u8]) -> bool {
    let (mut at, mut from) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while from < name.len() {
        match pattern.get(at) {
            Some(b'*') => {
                star = Some((at, from));
                at += 1;
            }
            Some(letter) if *letter == b'?' || *letter == name[from] => {
                at += 1;
                from += 1;
            }
            _ => {
                // the last star takes one byte more
                let Some((place, taken)) = star else { return false };
                star = Some((place, taken + 1));
                (at, from) = (place + 1, taken + 1);
            }
        }
    }
    pattern[at..].iter().all(|letter| *letter == b'*')
}

/// All of a file as one text.
fn whole(mut source: Source, encoding: Encoding) -> Result<Text, Fault> {
    let mut bytes = Vec::new();
    if let Err(error) = source.reader.read_to_end(&mut bytes) {
        return Err(Fault::new(source.name, error));
    }
    match decode(bytes, encoding) {
        Ok(text) => Ok(Text { id: source.name, text, fields: Vec::new() }),
        Err(problem) => Err(Fault::new(source.name, problem)),
    }
}

/// A file that is read as a text because neither its name nor the user said anything, and is hardly one.
fn guessed(text: Text) -> Result<Text, Fault> {
    let start = text.text.trim_start();
    let problem = if start.starts_with("[{")
        || start.starts_with("[\n") && start[1..].trim_start().starts_with('{')
    {
        "looks like a list in JSON: write an object with \"id\" and \"text\" on each line, and say --input jsonl"
    } else if start.starts_with("{\"") {
        "looks like JSON lines: say --input jsonl, or --input text if it is a text"
    } else {
        return Ok(text);
    };
    Err(Fault::new(text.id, problem))
}

fn decode(bytes: Vec<u8>, encoding: Encoding) -> Result<String, String> {
    let (encoding, skip) = match bytes.as_slice() {
        [0xff, 0xfe, ..] => (Encoding::Utf16le, 2),
        [0xfe, 0xff, ..] => (Encoding::Utf16be, 2),
        _ => (encoding, 0),
    };
    let units = |unit: fn([u8; 2]) -> u16| -> Vec<u16> {
        bytes[skip..].chunks(2).map(|pair| unit([pair[0], *pair.get(1).unwrap_or(&0)])).collect()
    };
    match encoding {
        // every second byte is 0 where letters of ASCII are written in UTF-16 without a byte order mark
        Encoding::Utf8 if bytes.len() > 3 && (bytes[1], bytes[3]) == (0, 0) => {
            Err("looks like UTF-16: --encoding utf16le reads it".to_owned())
        }
        Encoding::Utf8 if bytes.len() > 3 && (bytes[0], bytes[2]) == (0, 0) => {
            Err("looks like UTF-16: --encoding utf16be reads it".to_owned())
        }
        Encoding::Utf8 => String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            format!("is not UTF-8: see byte {at}; --encoding latin1 reads older files")
        }),
        Encoding::Latin1 => Ok(bytes.iter().map(|byte| latin1(*byte)).collect()),
        Encoding::Utf16le => Ok(String::from_utf16_lossy(&units(u16::from_le_bytes))),
        Encoding::Utf16be => Ok(String::from_utf16_lossy(&units(u16::from_be_bytes))),
    }
}

/// Of Windows' letters those that stand where ISO 8859-1 has controls.
fn latin1(byte: u8) -> char {
    const WINDOWS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_fit_names() {
        for (pattern, name, holds) in [
            ("*.txt", "a.txt", true),
            ("a*b*c", "aXbYbZc", true),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("*", "", true),
            ("a*", "b", false),
        ] {
            assert_eq!(fits(pattern.as_bytes(), name.as_bytes()), holds, "{pattern} {name}");
        }
    }

    #[test]
    fn older_files_are_read() {
        assert_eq!(decode(b"\x93caf\xe9\x94".to_vec(), Encoding::Latin1).as_deref(), Ok("“café”"));
        assert_eq!(decode(b"\xff\xfeN\0o\0".to_vec(), Encoding::Utf8).as_deref(), Ok("No"));
        let told = decode(b"N\0o\0".to_vec(), Encoding::Utf8).expect_err("zeros");
        assert_eq!(told, "looks like UTF-16: --encoding utf16le reads it");
    }
}
