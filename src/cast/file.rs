//! The cast as a file: lines with fields.

use std::fmt;
use std::str::FromStr;

use super::given::Cast;
use super::person::{Person, is_plain};
use super::pin::Pin;
use crate::answer::error::{Error, Inner};
use crate::base::span::Span;

/// Who speaks a line that nobody does.
const NOBODY: &str = "nobody";

fn fault(place: &str, entry: &str, problem: impl Into<String>) -> Error {
    Error(Inner::Cast { place: place.to_owned(), entry: entry.to_owned(), problem: problem.into() })
}

impl Cast {
    /// The cast of a file; the page of this module shows one.
    ///
    /// # Errors
    /// An [`Error`] of kind [`Cast`](crate::ErrorKind::Cast) where a line cannot be read: it names the line and the remedy.
    ///
    /// ```
    /// use whosaid::cast::Cast;
    /// let cast = Cast::parse("[people]\nAna Ruiz | Annie; the mayor | f | Q42\n[pins]\n0..9 | Ana Ruiz\n")?;
    /// assert_eq!(Cast::parse(&cast.to_string()), Ok(cast));
    /// let error = Cast::parse("[people]\nAna | | x").unwrap_err();
    /// assert_eq!(error.to_string(), "cast, line 2: \"Ana | | x\": the gender \"x\" is none; write m, f or nothing");
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn parse(file: &str) -> Result<Self, Error> {
        let mut cast = Self::new();
        let mut in_pins = None;
        for (number, line) in (1..).zip(file.lines()) {
            let entry = line.split('#').next().unwrap_or("").trim();
            let place = format!("cast, line {number}");
            match (entry, in_pins) {
                ("", _) => {}
                ("[people]", _) => in_pins = Some(false),
                ("[pins]", _) => in_pins = Some(true),
                (_, _) if entry.starts_with('[') => {
                    return Err(fault(&place, entry, "there is no such section; write [people] or [pins]"));
                }
                (_, Some(false)) => cast = cast.with(person(&place, entry)?),
                (_, Some(true)) => cast = cast.with_pin(pin(&place, entry)?),
                (_, None) => {
                    return Err(fault(
                        &place,
                        entry,
                        "stands before the first section; write [people] above it",
                    ));
                }
            }
        }
        Ok(cast)
    }
}

fn person(place: &str, entry: &str) -> Result<Person, Error> {
    let mut fields = entry.split('|').map(str::trim);
    let name = fields.next().unwrap_or("");
    if !is_plain(name) {
        return Err(fault(place, entry, "there is no name; write it first: Ana Ruiz | Annie | f | Q42"));
    }
    let aliases = fields.next().unwrap_or("").split(';').map(str::trim).filter(|alias| !alias.is_empty());
    let mut person = aliases.fold(Person::new(name), Person::alias);
    match fields.next().unwrap_or("") {
        "" => {}
        gender => {
            let unknown =
                |_| fault(place, entry, format!("the gender {gender:?} is none; write m, f or nothing"));
            person = person.gender(gender.parse().map_err(unknown)?);
        }
    }
    match fields.next().unwrap_or("") {
        "" => {}
        id => person = person.id(id),
    }
    match fields.next() {
        None => Ok(person),
        Some(more) => {
            Err(fault(place, entry, format!("{more:?} is a fifth field; other names are parted by ;")))
        }
    }
}

fn pin(place: &str, entry: &str) -> Result<Pin, Error> {
    let mut fields = entry.split('|').map(str::trim);
    let range = fields.next().unwrap_or("");
    let span = range.split_once("..").and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
    let span: Option<(usize, usize)> = span.filter(|(from, to)| from < to);
    let Some((from, to)) = span else {
        return Err(fault(place, entry, format!("{range:?} is no place; write bytes as in 38..51")));
    };
    let speaker = match fields.next().unwrap_or("") {
        "" => {
            return Err(fault(
                place,
                entry,
                "nobody is named; write | Ana Ruiz or | nobody behind the place",
            ));
        }
        NOBODY => None,
        name => Some(name.to_owned()),
    };
    let pin = Pin::new(Span::new(from, to), speaker);
    Ok(match fields.next().unwrap_or("") {
        "" => pin,
        words => pin.with_words(words),
    })
}

impl FromStr for Cast {
    type Err = Error;

    fn from_str(file: &str) -> Result<Self, Error> {
        Self::parse(file)
    }
}

impl FromStr for Person {
    type Err = Error;

    fn from_str(entry: &str) -> Result<Self, Error> {
        person("person", entry)
    }
}

impl FromStr for Pin {
    type Err = Error;

    fn from_str(entry: &str) -> Result<Self, Error> {
        pin("pin", entry)
    }
}

impl fmt::Display for Cast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "[people]")?;
        self.people.iter().try_for_each(|person| writeln!(f, "{person}"))?;
        if self.pins.is_empty() {
            return Ok(());
        }
        writeln!(f, "[pins]")?;
        self.pins.iter().try_for_each(|pin| writeln!(f, "{pin}"))
    }
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let aliases = self.aliases().join("; ");
        let gender = self.known_gender().map_or("", |gender| gender.as_str());
        let fields = [self.name(), &aliases, gender, self.known_id().unwrap_or("")];
        let last = fields.iter().rposition(|field| !field.is_empty()).unwrap_or(0);
        f.write_str(&fields[..=last].join(" | "))
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} | {}", self.span(), self.speaker().unwrap_or(NOBODY))?;
        self.words().map_or(Ok(()), |words| write!(f, " | {words}"))
    }
}
