//! Words of the caller's own: verbs, titles, roles, bodies, places, names, abbreviations, and what is to be forgotten.
//!
//! ```
//! use whosaid::{Attributor, words::Words};
//!
//! let words = Words::parse("
//! [verbs]
//! skeet q3 t2 p3 written  # reports strongly with a quotation and as a tag, well with a that-clause
//! [titles]
//! podestà role
//! [remove]
//! call                 # reports no longer
//! ")?;
//! let attributor = Attributor::builder().words(&words)?.build();
//! let document = attributor.attribute("“Rates will fall,” skeeted Ana Ruiz.");
//! assert_eq!(document.speaker_name(&document.quotes()[0]), Some("Ana Ruiz"));
//! # Ok::<(), whosaid::Error>(())
//! ```
//!
//! # The file
//!
//! A line is an entry, `#` opens a comment, a word in brackets a section:
//!
//! | section | an entry | |
//! |---|---|---|
//! | `[verbs]` | `skeet q3 t2`, `begin/began/begun q2` | forms as [`Builder::verb`] has them, then [`Grades`]; a verb that is known gets new ones |
//! | `[titles]` | `podestà masc role` | what stands before a name; `masc`, `fem`, and `role` for an office |
//! | `[roles]` | `harbourmaster`, `alderman/aldermen masc` | nouns for persons, with the plural where it is not regular; `masc`, `fem`, `role` where it may stand before a name |
//! | `[organisations]` | `cooperative`, `Skyline` | nouns for bodies; with a capital the name of one |
//! | `[places]` | `Elstow` | names of places |
//! | `[names]` | `Ines f`, `Sasha` | given names; `f`, `m`, or neither for both |
//! | `[abbreviations]` | `wkly`, `adm title abbr-continues` | without the stop at their end; `abbr-continues` never ends a sentence, `abbr-number` goes on before a number |
//! | `[remove]` | `call` | a verb reports no longer; a title, role, body, place, name or abbreviation is an ordinary word |
//!
//! All of them hold in every genre. However many there are, the word lists are copied once.

use std::fmt;
use std::str::FromStr;

use crate::answer::error::{Error, Inner};
use crate::answer::kind::Gender;
use crate::answer::manner::{Mode, Stance};
use crate::answer::names::names;
use crate::builder::Builder;
use crate::lexicon::{self, Loader};

/// A section of a file of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Section {
    /// Verbs that report, with their grades.
    Verbs,
    /// What stands before a name.
    Titles,
    /// Nouns for persons.
    Roles,
    /// Nouns for bodies, and their names.
    Organisations,
    /// Names of places.
    Places,
    /// Given names.
    Names,
    /// Words that are written with a stop.
    Abbreviations,
    /// Words that lose what the lists say of them.
    Remove,
}

names!(
    "section",
    "words::Section",
    Section {
        Verbs = "verbs",
        Titles = "titles",
        Roles = "roles",
        Organisations = "organisations",
        Places = "places",
        Names = "names",
        Abbreviations = "abbreviations",
        Remove = "remove",
    }
);

/// How strongly a verb reports with each complement, from 0, never, to 3, surely, and how it says what it does.
///
/// ```
/// use whosaid::words::Grades;
/// let grades = Grades { quote: 3, that: 2, ..Grades::default() };
/// assert_eq!("q3 t2".parse(), Ok(grades));
/// assert_eq!(grades.to_string(), "q3 t2");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Grades {
    /// `q`: a quotation: *said “…”*.
    pub quote: u8,
    /// `t`: a *that*-clause: *argued that …*.
    pub that: u8,
    /// `b`: a clause without *that*: *said it rained*.
    pub bare: u8,
    /// `i`: a *to*-infinitive: *promised to …*.
    pub infinitive: u8,
    /// `o`: an object: *criticised the plan*.
    pub object: u8,
    /// `w`: a *wh*-clause: *asked whether …*.
    pub wh: u8,
    /// `p`: in or after what is said: *the plan, Lee said, failed*.
    pub tag: u8,
    /// `written`, `thought`, `shown`; *said* where nothing else is told.
    pub mode: Mode,
    /// `rejected`, `doubted`, `asked`, `ordered`, `promised`; *asserted* where nothing else is told.
    pub stance: Stance,
}

impl fmt::Display for Grades {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = [
            ('q', self.quote),
            ('t', self.that),
            ('b', self.bare),
            ('i', self.infinitive),
            ('o', self.object),
            ('w', self.wh),
            ('p', self.tag),
        ];
        let set = all.iter().filter(|(_, grade)| *grade > 0);
        let mut set: Vec<String> = set.map(|(letter, grade)| format!("{letter}{grade}")).collect();
        set.extend(Some(self.mode).filter(|mode| *mode != Mode::Said).map(|mode| mode.to_string()));
        set.extend(
            Some(self.stance).filter(|stance| *stance != Stance::Asserted).map(|stance| stance.to_string()),
        );
        f.pad(&set.join(" "))
    }
}

impl FromStr for Grades {
    type Err = Error;

    fn from_str(grades: &str) -> Result<Self, Error> {
        let fault = |problem| Error(Inner::Verb { verb: grades.to_owned(), problem });
        let read = lexicon::parse_grades(grades).map_err(fault)?;
        Ok(Self {
            quote: read.quote,
            that: read.that,
            bare: read.bare,
            infinitive: read.infinitive,
            object: read.object,
            wh: read.wh,
            tag: read.parenthetical,
            mode: read.tone.mode,
            stance: read.tone.stance,
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    section: Section,
    entry: String,
    /// Where it stands in a file.
    line: Option<usize>,
}

/// Words to be added to those of the crate, changed or removed, in the order in which they were given.
///
/// ```
/// use whosaid::words::{Grades, Words};
/// let words = Words::new().verb("skeet", Grades { quote: 3, tag: 3, ..Grades::default() }).title("podestà");
/// assert_eq!(words.len(), 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    entries: Vec<Entry>,
}

impl Words {
    /// None.
    ///
    /// ```
    /// assert!(whosaid::words::Words::new().is_empty());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Those of a file with sections. The entries are read where a builder takes them.
    ///
    /// # Errors
    /// An [`Error`] of kind [`Words`](crate::ErrorKind::Words) where a section is unknown, or a word stands before the
    /// first.
    ///
    /// ```
    /// use whosaid::words::Words;
    /// assert_eq!(Words::parse("[places]\nElstow  # on the coast\n")?.len(), 1);
    /// let error = Words::parse("[place]\nElstow").unwrap_err();
    /// assert!(error.to_string().starts_with("words, line 1: [place]"));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn parse(file: &str) -> Result<Self, Error> {
        let mut words = Self::new();
        let mut section = None;
        for (number, line) in (1..).zip(file.lines()) {
            let entry = line.split('#').next().unwrap_or("").trim();
            let fault = |problem: String| {
                Error(Inner::Words {
                    place: format!("words, line {number}"),
                    entry: entry.to_owned(),
                    problem,
                })
            };
            if let Some(name) = entry.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
                let known: Vec<&str> = Section::ALL.iter().map(|section| section.as_str()).collect();
                let unknown =
                    |_| fault(format!("there is no such section; write one of {}", known.join(", ")));
                section = Some(name.parse::<Section>().map_err(unknown)?);
            } else if !entry.is_empty() {
                let none = || {
                    fault("stands before the first section; write [verbs] or the like above it".to_owned())
                };
                let section = section.ok_or_else(none)?;
                words.entries.push(Entry { section, entry: entry.to_owned(), line: Some(number) });
            }
        }
        Ok(words)
    }

    /// Adds an entry as a line of a section would.
    ///
    /// ```
    /// use whosaid::{Attributor, words::{Section, Words}};
    /// let words = Words::new().entry(Section::Names, "Ines f").entry(Section::Roles, "harbourmaster");
    /// assert!(Attributor::builder().words(&words).is_ok());
    /// ```
    #[must_use]
    pub fn entry(mut self, section: Section, entry: impl Into<String>) -> Self {
        self.entries.push(Entry { section, entry: entry.into(), line: None });
        self
    }

    /// Adds a verb, or new grades for one that is known; `forms` as [`Builder::verb`] has them.
    ///
    /// ```
    /// use whosaid::{Attributor, words::{Grades, Words}};
    /// let words = Words::new().verb("skeet", Grades { quote: 3, tag: 3, ..Grades::default() });
    /// let attributor = Attributor::builder().words(&words)?.build();
    /// assert_eq!(attributor.attribute("“It rains,” skeeted Ana Ruiz.").quotes().len(), 1);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    #[must_use]
    pub fn verb(self, forms: &str, grades: Grades) -> Self {
        self.entry(Section::Verbs, format!("{forms} {grades}"))
    }

    /// Adds a title.
    ///
    /// ```
    /// assert_eq!(whosaid::words::Words::new().title("podestà").len(), 1);
    /// ```
    #[must_use]
    pub fn title(self, title: &str) -> Self {
        self.entry(Section::Titles, title)
    }

    /// Adds a given name.
    ///
    /// ```
    /// use whosaid::{Attributor, Gender, words::Words};
    /// let words = Words::new().name("Elowyn", Some(Gender::Feminine));
    /// let attributor = Attributor::builder().words(&words)?.build();
    /// let document = attributor.attribute("“It rains,” said Elowyn Hale.");
    /// assert_eq!(document.entities().next().unwrap().gender(), Some(Gender::Feminine));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    #[must_use]
    pub fn name(self, name: &str, gender: Option<Gender>) -> Self {
        let gender = gender.map_or("", Gender::as_str);
        self.entry(Section::Names, format!("{name} {gender}"))
    }

    /// Takes away what the lists say of a word: a verb reports no longer, a title is an ordinary word.
    ///
    /// ```
    /// use whosaid::{Attributor, words::Words};
    /// let attributor = Attributor::builder().words(&Words::new().remove("say"))?.build();
    /// assert!(attributor.attribute("Ana Ruiz said that it rained.").quotes().is_empty());
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    #[must_use]
    pub fn remove(self, word: &str) -> Self {
        self.entry(Section::Remove, word)
    }

    /// How many entries.
    ///
    /// ```
    /// assert_eq!(whosaid::words::Words::new().remove("say").len(), 1);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    ///
    /// ```
    /// assert!(!whosaid::words::Words::new().remove("say").is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Enters all of them.
    pub(crate) fn enter(&self, loader: &mut Loader) -> Result<(), Error> {
        for Entry { section, entry, line } in &self.entries {
            let list = match section {
                Section::Verbs => "verbs",
                Section::Titles => "titles",
                Section::Roles => "persons",
                Section::Organisations if entry.starts_with(char::is_uppercase) => "bodies",
                Section::Organisations => "organisations",
                Section::Places => "places",
                Section::Names => "given-names",
                Section::Abbreviations => "abbreviations",
                Section::Remove => "",
            };
            let read = match section {
                Section::Remove => loader.remove(entry),
                Section::Names => loader.entry(list, &name_entry(entry)),
                _ => loader.entry(list, entry),
            };
            let read = no_word(*section, entry).map_or(read, |problem| Err(problem.to_owned()));
            read.map_err(|problem| {
                let place = match line {
                    Some(line) => format!("words, line {line}, [{section}]"),
                    None => format!("words, [{section}]"),
                };
                Error(Inner::Words { place, entry: entry.clone(), problem })
            })?;
        }
        Ok(())
    }
}

impl FromStr for Words {
    type Err = Error;

    fn from_str(file: &str) -> Result<Self, Error> {
        Self::parse(file)
    }
}

/// Why an entry does not begin with a word that a text could have.
fn no_word(section: Section, entry: &str) -> Option<&'static str> {
    let word = entry.split_whitespace().next().unwrap_or("");
    if !word.contains(char::is_alphabetic) {
        return Some("begins with no word; write one with letters, and its tags behind it");
    }
    let stop = section == Section::Abbreviations && word.ends_with('.');
    stop.then_some("leave out the stop at its end")
}

/// A given name as the list has it: `Ines f` as `Ines female-name`, without a sex as a name of both.
fn name_entry(entry: &str) -> String {
    let mut fields = entry.split_whitespace();
    let name = fields.next().unwrap_or("").to_owned();
    let mut tags: Vec<&str> = fields
        .map(|field| match field {
            "f" => "female-name",
            "m" => "male-name",
            other => other,
        })
        .collect();
    if !tags.iter().any(|tag| tag.ends_with("-name")) {
        tags.extend(["female-name", "male-name"]);
    }
    format!("{name} {}", tags.join(" "))
}

impl Builder {
    /// Adds words of the caller's own, new grades for verbs that are known, and takes words away.
    ///
    /// # Errors
    /// An [`Error`] of kind [`Words`](crate::ErrorKind::Words) where an entry cannot be read; it names the line and the
    /// remedy.
    ///
    /// ```
    /// use whosaid::{Attributor, ErrorKind, words::Words};
    /// let words = Words::parse("[verbs]\nskeet q9")?;
    /// let error = Attributor::builder().words(&words).unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::Words);
    /// assert!(error.to_string().starts_with("words, line 2, [verbs]: \"skeet q9\": \"q9\" is no grade"));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn words(mut self, words: &Words) -> Result<Self, Error> {
        words.enter(self.loader())?;
        Ok(self)
    }
}
