//! The one place where the stages meet.

use std::sync::Arc;

use crate::answer::document::Document;
use crate::answer::genre::Genre;
use crate::base::span::Span;
use crate::builder::{Builder, Settings};
use crate::engine::{Engine, Parts};
use crate::explain::Explanation;
use crate::fiction;
use crate::lexicon::Lexicon;
use crate::scratch::Scratch;
use crate::text::layout::{self, Layout};
use crate::text::pieces::ranges;
use crate::text::segment;

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
    #[must_use]
    pub fn new() -> Self {
        Self { lexicon: Lexicon::english(), settings: Settings::default() }
    }

    /// Settings, words and rules of the caller's own.
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

    /// Who is behind sources that are known already, from another program or annotated by hand: each of
    /// `utterances` is the span of a source and the span of what it says. The quotes of the answer are
    /// these, and no others.
    ///
    /// ```
    /// use whosaid::Span;
    /// let text = "Ana Ruiz runs the bank. “Rates will fall,” she said.";
    /// let at = |words: &str| Span::from(text.find(words).unwrap()..text.find(words).unwrap() + words.len());
    /// let document =
    ///     whosaid::Attributor::new().identify(text, &[(at("she"), at("“Rates will fall,”"))]);
    /// assert_eq!(document.speaker_name(&document.quotes()[0]), Some("Ana Ruiz"));
    /// ```
    #[must_use]
    pub fn identify<'t>(&self, text: &'t str, utterances: &[(Span, Span)]) -> Document<'t> {
        let mut explanation = None;
        let asked = Settings { entities: true, ..self.settings.clone() };
        let all = Self { lexicon: Arc::clone(&self.lexicon), settings: asked };
        let mut engine = all.read(text, &mut explanation, &mut Scratch::with_room(text.len()), Parts::Never);
        engine.replace(utterances);
        engine.finish().0
    }

    fn run<'t>(
        &self,
        text: &'t str,
        mut explanation: Option<&mut Explanation>,
        scratch: &mut Scratch,
    ) -> Document<'t> {
        let genre = self.settings.genre.unwrap_or_else(|| layout::genre(text));
        if genre == Genre::Fiction {
            let wrapped = self.settings.wrapped.unwrap_or_else(|| Layout::of(text).wrapped);
            let context = segment::Context { lexicon: &self.lexicon, wrapped };
            let document = fiction::attribute(text, context, &self.settings, scratch, explanation);
            let lines = if wrapped { segment::Lines::Wrapped } else { segment::Lines::Unwrapped };
            let sentences = segment::Segmenter::new().lines(lines).sentences(text).collect();
            return Document { sentences, ..document };
        }
        let (document, kept) = self.read(text, &mut explanation, scratch, Parts::OfLongTexts).finish();
        scratch.kept = kept;
        document
    }

    /// Reads a text to its end.
    fn read<'t, 's, 'x>(
        &'s self,
        text: &'t str,
        explanation: &mut Option<&'x mut Explanation>,
        scratch: &mut Scratch,
        parts: Parts,
    ) -> Engine<'t, 's, 'x> {
        let layout = Layout::of(text);
        let wrapped = self.settings.wrapped.unwrap_or(layout.wrapped);
        let context = segment::Context { lexicon: &self.lexicon, wrapped };
        let kept = std::mem::take(&mut scratch.kept);
        let mut engine = Engine::new(text, &self.settings, context, explanation.take(), kept);
        let block = &mut scratch.block;
        block.forget();
        let mut paragraphs = ranges(text, wrapped).peekable();
        while let Some(first) = paragraphs.next() {
            block.fill(text, first, &mut paragraphs, engine.primary(), &self.lexicon);
            block.chunk(text, context, engine.wants());
            engine.block(block, parts);
        }
        engine
    }
}
