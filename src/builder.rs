//! Settings, words and rules of the caller's own.

use std::sync::Arc;

use crate::answer::error::{Error, Inner};
use crate::answer::genre::Genre;
use crate::answer::nested::Nested;
use crate::answer::rule::Rule;
use crate::attribution::custom::CustomRule;
use crate::attributor::Attributor;
use crate::cast::{self, Cast};
use crate::lexicon::{Classes, Lexicon, Loader, parse_grades};
use crate::settings::Settings;

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
    /// The lexicon with words of the caller's own, from the first of them on.
    loader: Option<Loader>,
    settings: Settings,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self { lexicon: Lexicon::english(), loader: None, settings: Settings::default() }
    }

    /// The lexicon as it grows: copied once, however many words are added.
    pub(crate) fn loader(&mut self) -> &mut Loader {
        self.loader.get_or_insert_with(|| Loader::from(&self.lexicon))
    }

    /// Reads every text as of this genre, whatever it looks like.
    ///
    /// ```
    /// use whosaid::{Attributor, Genre};
    /// let attributor = Attributor::builder().genre(Genre::Fiction).build();
    /// assert_eq!(attributor.attribute("“No,” said Ann.").genre(), Genre::Fiction);
    /// ```
    #[must_use]
    pub fn genre(mut self, genre: Genre) -> Self {
        self.settings.genre = Some(genre);
        self
    }

    /// Whether a line break inside a paragraph is white space (`true`) or ends it (`false`); by default
    /// each text's own lines decide.
    ///
    /// ```
    /// let attributor = whosaid::Attributor::builder().wrapped(true).build();
    /// assert_eq!(attributor.attribute("It rained\nall day.").sentences().len(), 1);
    /// ```
    #[must_use]
    pub fn wrapped(mut self, wrapped: bool) -> Self {
        self.settings.wrapped = Some(wrapped);
        self
    }

    /// Whether speech without quotation marks is reported. On by default for news; for fiction only where it is
    /// asked for, since it takes a third more time and readers of novels seek the lines.
    ///
    /// ```
    /// use whosaid::{Attributor, Genre};
    /// let text = "Ann rose. She told Tom that she would come.";
    /// let novels = Attributor::builder().genre(Genre::Fiction).indirect(true).build();
    /// let document = novels.attribute(text);
    /// assert_eq!(document.speaker_name(&document.quotes()[0]), Some("Ann"));
    /// ```
    #[must_use]
    pub fn indirect(mut self, indirect: bool) -> Self {
        self.settings.indirect = Some(indirect);
        self
    }

    /// Whether speech without marks is reported of which the text gives only the topic (*called for talks, ruled out a
    /// strike*), and attitudes (*praised the crew, hopes to stay*). Off by default: what is reported then is what a
    /// reader would call said, written or thought. [`Quote::form`](crate::Quote::form) tells the three apart.
    ///
    /// ```
    /// use whosaid::{Attributor, Form};
    /// let text = "Ana Ruiz called for talks.";
    /// assert!(Attributor::new().attribute(text).quotes().is_empty());
    /// let document = Attributor::builder().topics(true).build().attribute(text);
    /// assert_eq!(document.quotes()[0].form(), Form::Topic);
    /// ```
    #[must_use]
    pub fn topics(mut self, topics: bool) -> Self {
        self.settings.topics = topics;
        self
    }

    /// Whether the persons and bodies behind the sources are told. On by default. Without them quotes are the
    /// same, with their sources, and have no speakers, addressees or alternatives. News with
    /// [`indirect`](Self::indirect) off too is then read only for what bears on quotation marks, which takes
    /// about half the time. A novel takes the same time, since which lines belong together hangs on its cast;
    /// a line whose speaker was inferred has no source either.
    ///
    /// ```
    /// let attributor = whosaid::Attributor::builder().indirect(false).entities(false).build();
    /// let text = "Ana Ruiz runs the bank. \"Rates will fall,\" she said.";
    /// let document = attributor.attribute(text);
    /// let source = document.quotes()[0].source().unwrap();
    /// assert_eq!(&text[source.span()], "she");
    /// assert!(document.entities().len() == 0);
    /// ```
    #[must_use]
    pub fn entities(mut self, entities: bool) -> Self {
        self.settings.entities = entities;
        self
    }

    /// Adds a verb, or new grades for one that is known.
    ///
    /// `forms` is the base form, with irregular forms after it: `say/said`, `begin/began/begun`, and `+`
    /// where the last letter doubles: `blog+`. `grades` tells how strongly it reports with each
    /// complement, 0 to 3, in fields apart: `q` a quotation, `t` a that-clause, `b` a clause without
    /// *that*, `i` a to-infinitive, `o` an object, `w` a wh-clause, `p` as a tag. Beside them may stand the name of a
    /// [`Mode`](crate::Mode) (`written`) and of a [`Stance`](crate::Stance) (`rejected`; `to-ordered` with an
    /// infinitive only), `attitude` where its object is no more than judged, and `claims` where something is said of it
    /// (*called it a farce*).
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
        self.loader().verb(forms, grades, Classes::NONE).map_err(fault)?;
        Ok(self)
    }

    /// To whom speech inside reported speech belongs. [`Nested::Outer`] by default.
    ///
    /// ```
    /// use whosaid::{Attributor, Nested};
    /// let text = "Ana Ruiz said that Tom Lee called it “a farce.”";
    /// let document = Attributor::builder().nested(Nested::Inner).build().attribute(text);
    /// let called = document.quotes().last().unwrap();
    /// assert_eq!(&text[called.source().unwrap().span()], "Tom Lee");
    /// ```
    #[must_use]
    pub fn nested(mut self, nested: Nested) -> Self {
        self.settings.nested = nested;
        self
    }

    /// Leaves out what is less sure than `least`, from 0 to 1: a higher figure gives fewer answers, and more
    /// of them right. Quoted spans that lose their reading so are among the
    /// [`unattributed`](crate::Document::unattributed).
    ///
    /// # Errors
    /// An [`Error`] of kind [`Setting`](crate::ErrorKind::Setting) where `least` is not between 0 and 1.
    ///
    /// ```
    /// use whosaid::{Attributor, Reason};
    /// let attributor = Attributor::builder().least_confidence(0.999)?.build();
    /// let document = attributor.attribute("“Rates will fall,” Ana Ruiz said.");
    /// assert!(document.quotes().is_empty());
    /// assert_eq!(document.unattributed()[0].reason(), Reason::BelowLeastConfidence);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn least_confidence(mut self, least: f32) -> Result<Self, Error> {
        if !(0.0..=1.0).contains(&least) {
            let problem = format!("{least} is not between 0 and 1");
            return Err(Error(Inner::Setting { setting: "least confidence", problem }));
        }
        self.settings.least_confidence = least;
        Ok(self)
    }

    /// Adds a rule, which is asked before the crate's own: a regular expression over the item line of a
    /// sentence, with groups named `content`, `cue` and `source`. [`Attributor::explain`] shows the line of
    /// any text, and [`ExplainedSentence::line`](crate::explain::ExplainedSentence::line) what its letters mean.
    /// `confidence`, from 0 to 1, is what the quotations that it finds will have.
    ///
    /// It holds in every genre. In fiction a line that it reads has its source for a tag, so that the lines
    /// around are decided with it, and who the source is comes from the cast. What it reads without quotation
    /// marks is reported where [`indirect`](Self::indirect) speech is.
    ///
    /// # Errors
    /// An [`Error`] of kind [`Rule`](crate::ErrorKind::Rule) where the name is empty or taken, the pattern
    /// cannot be read, lacks a group or has one more, or has a letter that no item line has, or the confidence is not
    /// between 0 and 1. The message draws the place.
    ///
    /// ```
    /// use whosaid::Attributor;
    /// let text = "Ana Ruiz (on the phone) “Rates will fall.”";
    /// let attributor = Attributor::builder()
    ///     .rule("phone-label", r"^(?<source>N)(?<cue>\([^)]*\))(?<content>Q)", 0.8)?
    ///     .build();
    /// let document = attributor.attribute(text);
    /// assert_eq!(document.quotes()[0].rule().name(), "phone-label");
    /// assert_eq!(&text[document.quotes()[0].source().unwrap().span()], "Ana Ruiz");
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn rule(mut self, name: &str, pattern: &str, confidence: f32) -> Result<Self, Error> {
        let rule = CustomRule::new(name, pattern, confidence)?;
        if Rule::named(name).is_some() || self.settings.rules.iter().any(|known| known.name() == name) {
            let problem = "the name is taken; choose another".to_owned();
            return Err(Error(Inner::Rule { rule: name.to_owned(), problem }));
        }
        self.settings.rules = self.settings.rules.iter().cloned().chain([rule]).collect();
        Ok(self)
    }

    /// Takes in the people whom the caller knows, and lines that are theirs whatever the text says. The last cast holds.
    /// A pin speaks of the text for which it was made: one that knows the words of its line is left out in every other.
    ///
    /// # Errors
    /// An [`Error`] of kind [`Cast`](crate::ErrorKind::Cast) where a name is empty, two people have it, or a pin holds no
    /// words. Whether the pins have a place in a text tells [`Attributor::check`].
    ///
    /// ```
    /// use whosaid::{Attributor, cast::{Cast, Person}};
    /// let cast = Cast::new().with(Person::new("Ana Ruiz").alias("the Owl"));
    /// let document = Attributor::builder().cast(&cast)?.build().attribute("“No,” said the Owl.");
    /// assert_eq!(document.speaker_name(&document.quotes()[0]), Some("Ana Ruiz"));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn cast(mut self, cast: &Cast) -> Result<Self, Error> {
        self.settings.cast = Arc::new(cast::Index::of(cast)?);
        Ok(self)
    }

    /// The attributor.
    ///
    /// ```
    /// let attributor = whosaid::Attributor::builder().build();
    /// assert_eq!(attributor.attribute("“No,” said Ana Ruiz.").quotes().len(), 1);
    /// ```
    #[must_use]
    pub fn build(self) -> Attributor {
        let lexicon = match self.loader {
            Some(loader) => Arc::new(loader.finish()),
            None => self.lexicon,
        };
        Attributor { lexicon, settings: self.settings }
    }
}
