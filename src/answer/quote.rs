//! What a reader wants to know of a quotation.

use std::borrow::Cow;
use std::fmt;

use crate::answer::entity::EntityId;
use crate::answer::error::Error;
use crate::answer::manner::{Form, Manner, Mode, Stance};
use crate::answer::names::names;
use crate::answer::rule::Rule;
use crate::base::few::Few;
use crate::base::span::Span;

/// How much of the content stands in quotation marks.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
/// let quote = &document.quotes()[0];
/// assert_eq!(quote.kind(), whosaid::QuoteKind::Direct);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QuoteKind {
    /// All of it: *“It rains,” she said.*
    Direct,
    /// Some of it: *She said the rain was “a blessing” for the farm.*
    Mixed,
    /// None of it: *She said that it rained.*
    Indirect,
}

names!(
    "kind of quote",
    "QuoteKind",
    QuoteKind { Direct = "direct", Mixed = "mixed", Indirect = "indirect" }
);

/// What kind of words a mention is.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
/// let quote = &document.quotes()[0];
/// assert_eq!(quote.source().unwrap().kind(), whosaid::MentionKind::Name);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MentionKind {
    /// *Dmitry Peskov*, *the Kremlin*.
    Name,
    /// *the spokesman*, *critics of the plan*.
    Nominal,
    /// *he*, *they*, *I*, *who*.
    Pronoun,
}

names!(
    "kind of mention",
    "MentionKind",
    MentionKind { Name = "name", Nominal = "nominal", Pronoun = "pronoun" }
);

/// Words of the text that stand for a person or body.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
/// let quote = &document.quotes()[0];
/// assert_eq!(&document.text()[quote.source().unwrap().span()], "Ana Ruiz");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mention {
    span: Span,
    kind: MentionKind,
}

impl Mention {
    pub(crate) const fn new(span: Span, kind: MentionKind) -> Self {
        Self { span, kind }
    }

    /// Where the words stand, in bytes: the whole noun phrase with title and apposition, without a
    /// relative clause at its end.
    ///
    /// ```
    /// let text = "“Rates will fall,” said Ana Ruiz, who runs the bank.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// assert_eq!(&text[document.quotes()[0].source().unwrap().span()], "Ana Ruiz");
    /// ```
    #[must_use]
    pub const fn span(self) -> Span {
        self.span
    }

    /// Name, nominal or pronoun.
    ///
    /// ```
    /// use whosaid::MentionKind;
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” she said.");
    /// assert_eq!(document.quotes()[0].source().unwrap().kind(), MentionKind::Pronoun);
    /// ```
    #[must_use]
    pub const fn kind(self) -> MentionKind {
        self.kind
    }
}

/// How the text stands to the saying: *said* asserts it, *did not say*, *will say*, *would say*, *if he
/// says* and *did he say?* do not.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
/// let quote = &document.quotes()[0];
/// assert_eq!(quote.cue_status().to_string(), "asserted");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CueStatus(u8);

impl CueStatus {
    pub(crate) const NEGATED: Self = Self(1);
    pub(crate) const FUTURE: Self = Self(2);
    pub(crate) const CONDITIONAL: Self = Self(4);
    pub(crate) const QUESTIONED: Self = Self(8);

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the text says that it was said: none of the others holds.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("Ana Ruiz said that rates will fall.");
    /// assert!(document.quotes()[0].cue_status().is_asserted());
    /// ```
    #[must_use]
    pub const fn is_asserted(self) -> bool {
        self.0 == 0
    }

    /// *did not say, never said, denied having said*.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("Ana Ruiz did not say that rates will fall.");
    /// assert!(document.quotes()[0].cue_status().is_negated());
    /// ```
    #[must_use]
    pub const fn is_negated(self) -> bool {
        self.0 & Self::NEGATED.0 != 0
    }

    /// *will say, is going to say*.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("Ana Ruiz will say that rates must fall.");
    /// assert!(document.quotes()[0].cue_status().is_future());
    /// ```
    #[must_use]
    pub const fn is_future(self) -> bool {
        self.0 & Self::FUTURE.0 != 0
    }

    /// *would say, might say, if he says*.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("Ana Ruiz might say that rates will fall.");
    /// assert!(document.quotes()[0].cue_status().is_conditional());
    /// ```
    #[must_use]
    pub const fn is_conditional(self) -> bool {
        self.0 & Self::CONDITIONAL.0 != 0
    }

    /// *Did he say that …?*
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("Did Ana Ruiz say that rates will fall?");
    /// assert!(document.quotes()[0].cue_status().is_questioned());
    /// ```
    #[must_use]
    pub const fn is_questioned(self) -> bool {
        self.0 & Self::QUESTIONED.0 != 0
    }

    const NAMES: [(Self, &'static str); 4] = [
        (Self::NEGATED, "negated"),
        (Self::FUTURE, "future"),
        (Self::CONDITIONAL, "conditional"),
        (Self::QUESTIONED, "questioned"),
    ];

    /// The names of all that holds; none where the saying is asserted.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("Ana Ruiz did not say that rates will fall.");
    /// assert!(document.quotes()[0].cue_status().names().eq(["negated"]));
    /// ```
    pub fn names(self) -> impl Iterator<Item = &'static str> + Clone {
        Self::NAMES.into_iter().filter(move |(one, _)| self.0 & one.0 != 0).map(|(_, name)| name)
    }

    /// The status of which all of `names` hold.
    #[cfg_attr(not(feature = "serde"), allow(dead_code))]
    pub(crate) fn named<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Self, Error> {
        names.into_iter().try_fold(Self::default(), |status, name| {
            let found = Self::NAMES.iter().find(|(_, known)| *known == name);
            let unknown = || Error::unknown_name("status", name, &Self::NAMES.map(|(_, known)| known));
            found.map(|(one, _)| status.with(*one)).ok_or_else(unknown)
        })
    }
}

impl fmt::Display for CueStatus {
    /// `asserted`, or what holds instead: `negated, future`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_asserted() {
            return f.pad("asserted");
        }
        f.pad(&self.names().collect::<Vec<_>>().join(", "))
    }
}

/// Another reading that was weighed.
///
/// ```
/// let text = "Ann Lee met Eve Ray. “It rains,” she said.";
/// let document = whosaid::Attributor::new().attribute(text);
/// for other in document.quotes()[0].alternatives() {
///     assert!(other.confidence() < document.quotes()[0].speaker_confidence());
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    pub(crate) source: Option<Mention>,
    pub(crate) speakers: Few<EntityId>,
    pub(crate) confidence: f32,
}

impl Alternative {
    /// The words that this reading takes as the source, where it rests on any.
    ///
    /// ```
    /// let text = "Ann Lee met Eve Ray. “It rains,” she said.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// for other in document.quotes()[0].alternatives() {
    ///     assert_eq!(other.source(), document.quotes()[0].source());
    /// }
    /// ```
    #[must_use]
    pub const fn source(&self) -> Option<Mention> {
        self.source
    }

    /// The entities behind them.
    ///
    /// ```
    /// let text = "Ann Lee met Eve Ray. “It rains,” she said.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// for other in document.quotes()[0].alternatives() {
    ///     assert_eq!(other.speakers().len(), 1);
    /// }
    /// ```
    #[must_use]
    pub fn speakers(&self) -> &[EntityId] {
        self.speakers.as_slice()
    }

    /// How likely this reading is, from 0 to 1.
    ///
    /// ```
    /// let text = "Ann Lee met Eve Ray. “It rains,” she said.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// for other in document.quotes()[0].alternatives() {
    ///     assert!((0.0..=1.0).contains(&other.confidence()));
    /// }
    /// ```
    #[must_use]
    pub const fn confidence(&self) -> f32 {
        self.confidence
    }
}

/// One reported utterance: what was said, by which words it is reported, on which mention it hangs, and
/// how that was decided. All spans are bytes into the text that was given.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
/// let quote = &document.quotes()[0];
/// assert_eq!(document.words(quote), "“Rates will fall,”");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    pub(crate) kind: QuoteKind,
    pub(crate) content: Few<Span>,
    pub(crate) cue: Option<Span>,
    pub(crate) status: CueStatus,
    pub(crate) manner: Manner,
    pub(crate) source: Option<Mention>,
    pub(crate) speakers: Few<EntityId>,
    pub(crate) addressees: Few<EntityId>,
    pub(crate) rule: Rule,
    pub(crate) confidence: f32,
    pub(crate) speaker_confidence: f32,
    pub(crate) speaker_reason: Cow<'static, str>,
    pub(crate) alternatives: Vec<Alternative>,
}

impl Quote {
    /// Direct, mixed or indirect.
    ///
    /// ```
    /// use whosaid::QuoteKind;
    /// let document = whosaid::Attributor::new().attribute("Ana Ruiz said that rates will fall.");
    /// assert_eq!(document.quotes()[0].kind(), QuoteKind::Indirect);
    /// ```
    #[must_use]
    pub const fn kind(&self) -> QuoteKind {
        self.kind
    }

    /// The reported words, quotation marks included: one span, or several where a cue or a paragraph's
    /// end stands between.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates,” Ana Ruiz said, “will fall.”");
    /// assert_eq!(document.quotes()[0].content().len(), 2);
    /// ```
    #[must_use]
    pub fn content(&self) -> &[Span] {
        self.content.as_slice()
    }

    /// The reporting word or phrase: *told*, *according to*. None where nothing in the text reports, as in
    /// a line of dialogue without a tag.
    ///
    /// ```
    /// let text = "“Rates will fall,” Ana Ruiz said.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// assert_eq!(&text[document.quotes()[0].cue().unwrap()], "said");
    /// ```
    #[must_use]
    pub const fn cue(&self) -> Option<Span> {
        self.cue
    }

    /// Whether the text asserts the saying, denies it, asks for it …
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// let quote = &document.quotes()[0];
    /// assert!(quote.cue_status().is_asserted());
    /// ```
    #[must_use]
    pub const fn cue_status(&self) -> CueStatus {
        self.status
    }

    /// Whether it was said, written, thought, or shown by a document.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” Ana Ruiz wrote.");
    /// assert_eq!(document.quotes()[0].mode(), whosaid::Mode::Written);
    /// ```
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.manner.mode
    }

    /// How the speaker stands to it: holds it for so, denies it, asks for it …
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("Ana Ruiz denied that rates will fall.");
    /// assert_eq!(document.quotes()[0].stance(), whosaid::Stance::Rejected);
    /// ```
    #[must_use]
    pub const fn stance(&self) -> Stance {
        self.manner.stance
    }

    /// Whether what was said is there, or only what it was about. Without quotation marks only clauses are reported,
    /// unless [`Builder::topics`](crate::Builder::topics) asks for the others.
    ///
    /// ```
    /// let attributor = whosaid::Attributor::builder().topics(true).build();
    /// let document = attributor.attribute("Ana Ruiz called for talks.");
    /// assert_eq!(document.quotes()[0].form(), whosaid::Form::Topic);
    /// ```
    #[must_use]
    pub const fn form(&self) -> Form {
        self.manner.form
    }

    /// The mention to which the cue ties the content. None where the speaker was inferred from the course
    /// of a conversation.
    ///
    /// ```
    /// let text = "“Rates will fall,” Ana Ruiz said.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// assert_eq!(&text[document.quotes()[0].source().unwrap().span()], "Ana Ruiz");
    /// ```
    #[must_use]
    pub const fn source(&self) -> Option<Mention> {
        self.source
    }

    /// The entities that speak: none where the mention stands for nobody known, several for *Lee and Ray
    /// said*. [`Document::speakers`](crate::Document::speakers) gives the entities themselves.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// let quote = &document.quotes()[0];
    /// assert_eq!(document.entity(quote.speakers()[0]).unwrap().name(), "Ana Ruiz");
    /// ```
    #[must_use]
    pub fn speakers(&self) -> &[EntityId] {
        self.speakers.as_slice()
    }

    /// The entities that are spoken to, where a vocative or the turns of a conversation tell.
    ///
    /// ```
    /// use whosaid::{Attributor, Genre};
    /// let attributor = Attributor::builder().genre(Genre::Fiction).build();
    /// let document = attributor.attribute("“Is it late, Tom?” asked Ann.\n\n“Past nine,” said Tom.");
    /// let tom = document.quotes()[1].speakers();
    /// assert_eq!(document.quotes()[0].addressees(), tom);
    /// ```
    #[must_use]
    pub fn addressees(&self) -> &[EntityId] {
        self.addressees.as_slice()
    }

    /// The rule that tied content and source.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// let quote = &document.quotes()[0];
    /// assert_eq!(quote.rule().name(), "quoted-cue-source");
    /// ```
    #[must_use]
    pub const fn rule(&self) -> &Rule {
        &self.rule
    }

    /// How likely the source is right, from 0 to 1: the measured precision of the rule in its
    /// circumstances.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” Ana Ruiz said.");
    /// assert!(document.quotes()[0].confidence() > 0.9);
    /// ```
    #[must_use]
    pub const fn confidence(&self) -> f32 {
        self.confidence
    }

    /// How likely the speakers are the entities behind a right source, from 0 to 1. Who speaks a line of a
    /// novel is one decision: there it is the same as [`confidence`](Self::confidence).
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// let quote = &document.quotes()[0];
    /// assert!(quote.speaker_confidence() > 0.9);
    /// ```
    #[must_use]
    pub const fn speaker_confidence(&self) -> f32 {
        self.speaker_confidence
    }

    /// What tied the source to its entity, in a few words: *full name*, *surname*, *gender and recency*.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// let quote = &document.quotes()[0];
    /// assert_eq!(quote.speaker_reason(), "full name");
    /// ```
    #[must_use]
    pub fn speaker_reason(&self) -> &str {
        &self.speaker_reason
    }

    /// Other readings that were weighed, the likelier first.
    ///
    /// ```
    /// let text = "Ann Lee met Eve Ray. “It rains,” she said.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// for other in document.quotes()[0].alternatives() {
    ///     println!("{:?} {:.2}", other.speakers(), other.confidence());
    /// }
    /// ```
    #[must_use]
    pub fn alternatives(&self) -> &[Alternative] {
        &self.alternatives
    }
}

#[cfg(feature = "serde")]
impl Quote {
    /// Every place that it tells.
    pub(crate) fn places(&mut self) -> impl Iterator<Item = &mut Span> {
        let sources = self.alternatives.iter_mut().filter_map(|other| other.source.as_mut());
        let sources = self.source.iter_mut().chain(sources).map(|source| &mut source.span);
        self.content.as_mut_slice().iter_mut().chain(&mut self.cue).chain(sources)
    }
}
