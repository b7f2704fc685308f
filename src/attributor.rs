//! The one place where the stages meet.

use std::sync::Arc;

use crate::answer::document::Document;
use crate::answer::error::Error;
use crate::base::span::Span;
use crate::builder::Builder;
use crate::cast::Utterance;
use crate::explain::Explanation;
use crate::lexicon::Lexicon;
use crate::reading::{Parts, Reading};
use crate::scratch::Scratch;
use crate::settings::Settings;

/// Reads texts and says who said what in them. Cheap to clone, and safe to share between threads.
///
/// ```
/// let attributor = whosaid::Attributor::new();
/// let document = attributor.attribute("“Rates will fall,” Ana Ruiz said.");
/// for quote in document.quotes() {
///     println!("{}: {:?}", document.speaker_name(quote).unwrap_or("?"), quote.content());
/// }
/// # assert_eq!(document.quotes().len(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Attributor {
    pub(crate) lexicon: Arc<Lexicon>,
    pub(crate) settings: Settings,
}

impl Default for Attributor {
    fn default() -> Self {
        Self::new()
    }
}

impl Attributor {
    /// An attributor for English with the settings that serve most texts. The word lists are read at the
    /// first call in a program; later calls cost nothing.
    ///
    /// ```
    /// let attributor = whosaid::Attributor::new();
    /// assert_eq!(attributor.attribute("“No,” said Ana Ruiz.").quotes().len(), 1);
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self { lexicon: Lexicon::english(), settings: Settings::default() }
    }

    /// Settings, words and rules of the caller's own.
    ///
    /// ```
    /// let attributor = whosaid::Attributor::builder().indirect(false).build();
    /// assert!(attributor.attribute("Ana Ruiz said that it rained.").quotes().is_empty());
    /// ```
    #[must_use]
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// All quotations of `text` with their speakers. Any text gives an answer.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("");
    /// assert!(document.quotes().is_empty());
    /// ```
    #[must_use]
    pub fn attribute<'t>(&self, text: &'t str) -> Document<'t> {
        self.attribute_with(&mut Scratch::with_room(text.len()), text)
    }

    /// The same, in memory that the caller keeps from text to text.
    ///
    /// ```
    /// let mut scratch = whosaid::Scratch::default();
    /// let document = whosaid::Attributor::new().attribute_with(&mut scratch, "“It rains,” said Tom Hill.");
    /// assert_eq!(document.quotes().len(), 1);
    /// ```
    #[must_use]
    pub fn attribute_with<'t>(&self, scratch: &mut Scratch, text: &'t str) -> Document<'t> {
        self.run(text, None, scratch)
    }

    /// Whether every pin of the builder's cast has its place in `text`. Reading a text never fails: a pin that lies behind
    /// the end or cuts a character holds nothing there. Pins that know the [words](crate::cast::Pin::words) of their line
    /// look for them, and are left out where they do not find them.
    ///
    /// # Errors
    /// An [`Error`] of kind [`Place`](crate::ErrorKind::Place) that names the first pin without a place.
    ///
    /// ```
    /// use whosaid::{Attributor, cast::Cast};
    /// let attributor = Attributor::builder().cast(&Cast::new().pin_span(1..16, "Eve Ray"))?.build();
    /// let error = attributor.check("“Past nine,” said Tom Hill.").unwrap_err();
    /// assert!(error.to_string().starts_with("a pin of the cast at 1..16: cuts a character"));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn check(&self, text: &str) -> Result<(), Error> {
        self.settings.cast.check(text)
    }

    /// What the engine saw: the item line of each sentence, and for each quoted span the rules that were
    /// tried; in fiction, the persons who were weighed for it. For people who wonder why; slower than [`attribute`](Self::attribute).
    ///
    /// ```
    /// let explanation = whosaid::Attributor::new().explain("“Rates will fall,” Ana Ruiz said.");
    /// assert_eq!(explanation.sentences()[0].line(), "QNS.");
    /// ```
    #[must_use]
    pub fn explain(&self, text: &str) -> Explanation {
        let mut explanation = Explanation::default();
        let _ = self.run(text, Some(&mut explanation), &mut Scratch::default());
        explanation
    }

    /// Who is behind sources that are known already, from another program or annotated by hand. The quotes of the
    /// answer are these, and no others; a cast's people hold, its pins do not. The text is read in the builder's genre or
    /// its own: in fiction each line that is given has its source for a tag, whatever the narration says, one without a
    /// source leaves the speaker to the conversation, and speakers come from the cast.
    ///
    /// # Errors
    /// An [`Error`] of kind [`Place`](crate::ErrorKind::Place) where a place is empty, lies behind the text's end or cuts
    /// a character.
    ///
    /// ```
    /// use whosaid::{Attributor, cast::Utterance};
    /// let text = "Ana Ruiz runs the bank. “Rates will fall,” she said.";
    /// let document = Attributor::new().identify(text, &[Utterance::new(24..46).by(47..50)])?;
    /// assert_eq!(document.speaker_name(&document.quotes()[0]), Some("Ana Ruiz"));
    ///
    /// let error = Attributor::new().identify(text, &[Utterance::new(25..46)]).unwrap_err();
    /// assert!(error.to_string().starts_with("utterance 1, content at 25..46: cuts a character"));
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    pub fn identify<'t>(&self, text: &'t str, utterances: &[Utterance]) -> Result<Document<'t>, Error> {
        let places = (1..).zip(utterances).map(|(number, utterance)| utterance.places(text, number));
        let places = places.collect::<Result<Vec<(Span, Span)>, Error>>()?;
        let settings = Settings { entities: true, ..self.settings.clone() };
        let scratch = &mut Scratch::with_room(text.len());
        let mut reading = Reading::new(text, &self.lexicon, &settings, None, scratch, Parts::Never);
        reading.expect(&places);
        reading.read(&mut scratch.block);
        reading.replace(&places);
        Ok(reading.finish().0)
    }

    fn run<'t>(
        &self,
        text: &'t str,
        explanation: Option<&mut Explanation>,
        scratch: &mut Scratch,
    ) -> Document<'t> {
        let parts = Parts::OfLongTexts;
        let mut reading = Reading::new(text, &self.lexicon, &self.settings, explanation, scratch, parts);
        reading.read(&mut scratch.block);
        let (document, kept) = reading.finish();
        scratch.kept = kept;
        document
    }
}
