//! Settings, words and rules of the caller's own.

use std::sync::Arc;

use crate::attributor::Attributor;
use crate::error::{Error, Inner};
use crate::genre::Genre;
use crate::lexicon::{Classes, Lexicon, Loader, parse_grades};

/// What the engine is told beside the text.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) genre: Option<Genre>,
    pub(crate) wrapped: Option<bool>,
    pub(crate) indirect: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { genre: None, wrapped: None, indirect: true }
    }
}

/// Makes an [`Attributor`] with settings, words and rules of the caller's own.
///
/// ```
/// use whosaid::{Attributor, Genre};
/// let attributor = Attributor::builder().genre(Genre::News).verb("skeet", "q3 t2 b2 p3")?.build();
/// let document = attributor.attribute("“Rates will fall,” Ana Ruiz skeeted.");
/// assert_eq!(document.quotes().len(), 1);
/// # Ok::<(), whosaid::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Builder {
    lexicon: Arc<Lexicon>,
    settings: Settings,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self { lexicon: Lexicon::english(), settings: Settings::default() }
    }

    /// Reads every text as of this genre, whatever it looks like.
    #[must_use]
    pub fn genre(mut self, genre: Genre) -> Self {
        self.settings.genre = Some(genre);
        self
    }

    /// Whether a line break inside a paragraph is white space (`true`) or ends it (`false`); by default
    /// each text's own lines decide.
    #[must_use]
    pub fn wrapped(mut self, wrapped: bool) -> Self {
        self.settings.wrapped = Some(wrapped);
        self
    }

    /// Whether speech without quotation marks is reported. On by default.
    #[must_use]
    pub fn indirect(mut self, indirect: bool) -> Self {
        self.settings.indirect = indirect;
        self
    }

    /// Adds a verb, or new grades for one that is known.
    ///
    /// `forms` is the base form, with irregular forms after it: `say/said`, `begin/began/begun`, and `+`
    /// where the last letter doubles: `blog+`. `grades` tells how strongly it reports with each
    /// complement, 0 to 3, in fields apart: `q` a quotation, `t` a that-clause, `b` a clause without
    /// *that*, `i` a to-infinitive, `o` an object, `w` a wh-clause, `p` as a tag.
    ///
    /// # Errors
    /// An [`Error`] of kind [`Verb`](crate::ErrorKind::Verb) where the base form is empty, is no single
    /// word, or a grade cannot be read.
    ///
    /// ```
    /// let error = whosaid::Attributor::builder().verb("skeet", "q9").unwrap_err();
    /// assert!(error.to_string().contains("q9"));
    /// ```
    pub fn verb(mut self, forms: &str, grades: &str) -> Result<Self, Error> {
        let fault = |problem: String| Error(Inner::Verb { verb: forms.to_owned(), problem });
        if forms.split(['/', '|']).any(|form| form.is_empty() || form.contains(char::is_whitespace)) {
            return Err(fault("write single words, such as `skeet` or `say/said`".to_owned()));
        }
        let grades = parse_grades(grades).map_err(fault)?;
        let mut loader = Loader::from(&self.lexicon);
        loader.verb(forms, grades, Classes::NONE).map_err(fault)?;
        self.lexicon = Arc::new(loader.finish());
        Ok(self)
    }

    /// The attributor.
    #[must_use]
    pub fn build(self) -> Attributor {
        Attributor { lexicon: self.lexicon, settings: self.settings }
    }
}
