//! What a caller can get wrong: a word, its grades, a rule, a setting.

use thiserror::Error as ThisError;

use super::names::names;
use crate::base::span::Span;

/// Why the builder could not be given what it was given. The message names the thing, the place and the
/// remedy.
///
/// ```
/// let error = whosaid::Attributor::builder().verb("", "q3").unwrap_err();
/// assert_eq!(error.kind(), whosaid::ErrorKind::Verb);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[error(transparent)]
pub struct Error(#[from] pub(crate) Inner);

/// What sort of thing was wrong.
///
/// ```
/// use whosaid::{ErrorKind, Genre};
/// assert_eq!("poem".parse::<Genre>().unwrap_err().kind(), ErrorKind::Name);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A verb or its grades.
    Verb,
    /// A rule: its name, pattern or confidence.
    Rule,
    /// A setting out of its bounds.
    Setting,
    /// An entry or a section of a file of words.
    Words,
    /// An entry of a cast.
    Cast,
    /// A place that is none in the text.
    Place,
    /// A word that names no member of an enum: `"fax".parse::<Genre>()`.
    Name,
}

names!(
    "kind of error",
    "ErrorKind",
    ErrorKind { Verb = "verb", Rule = "rule", Setting = "setting", Words = "words", Cast = "cast", Place = "place", Name = "name" }
);

#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub(crate) enum Inner {
    #[error("verb {verb:?}: {problem}")]
    Verb { verb: String, problem: String },
    #[error("rule {rule:?}: {problem}")]
    Rule { rule: String, problem: String },
    #[error("{setting}: {problem}")]
    Setting { setting: &'static str, problem: String },
    #[error("{place}: {entry}: {problem}", entry = shown(entry))]
    Words { place: String, entry: String, problem: String },
    #[error("{place}: {entry:?}: {problem}")]
    Cast { place: String, entry: String, problem: String },
    #[error("{what} at {span}: {problem}")]
    Place { what: String, span: Span, problem: String },
    #[error("{what} {name:?}: there is none of this name; write one of {known}")]
    Name { what: &'static str, name: String, known: String },
}

impl Error {
    pub(crate) fn unknown_name(what: &'static str, name: &str, known: &[&str]) -> Self {
        Self(Inner::Name { what, name: name.to_owned(), known: known.join(", ") })
    }

    /// What sort of thing was wrong.
    ///
    /// ```
    /// use whosaid::{Attributor, ErrorKind};
    /// let error = Attributor::builder().least_confidence(2.0).unwrap_err();
    /// assert_eq!(error.kind(), ErrorKind::Setting);
    /// ```
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        match self.0 {
            Inner::Verb { .. } => ErrorKind::Verb,
            Inner::Rule { .. } => ErrorKind::Rule,
            Inner::Setting { .. } => ErrorKind::Setting,
            Inner::Words { .. } => ErrorKind::Words,
            Inner::Cast { .. } => ErrorKind::Cast,
            Inner::Place { .. } => ErrorKind::Place,
            Inner::Name { .. } => ErrorKind::Name,
        }
    }
}

/// A section as it is written, an entry in marks.
fn shown(entry: &str) -> String {
    if entry.starts_with('[') { entry.to_owned() } else { format!("{entry:?}") }
}
