//! From a document to the shape.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::values::SCHEMA;
use crate::answer::document::{Document, one_line};
use crate::answer::entity::{Entity, EntityId};
use crate::answer::genre::Genre;
use crate::answer::kind::{EntityKind, Gender};
use crate::answer::manner::{Form, Mode, Stance};
use crate::answer::quote::{Alternative, CueStatus, Mention, MentionKind, Quote, QuoteKind};
use crate::answer::unattributed::{Reason, Unattributed, Use};
use crate::base::span::Span;
use crate::offsets::{Offsets, Unit};

/// What was found in a text, to be written: with an id, with or without the text, in a unit of the reader's choice.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“No,” said Ana Ruiz.");
/// let line = serde_json::to_string(&whosaid::json::Answer::of(&document).id("a1"))?;
/// assert!(line.contains("Ana Ruiz"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Answer<'d> {
    document: &'d Document<'d>,
    id: Option<Cow<'d, str>>,
    offsets: Offsets<'d>,
    with_text: bool,
}

impl<'d> Answer<'d> {
    /// All of `document`, without its text, in bytes.
    ///
    /// ```
    /// use whosaid::json::Answer;
    /// let document = whosaid::Attributor::new().attribute("“No,” Ana Ruiz said.");
    /// assert!(serde_json::to_string(&Answer::of(&document))?.contains(r#""content":[[0,9]]"#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn of(document: &'d Document<'d>) -> Self {
        let offsets = Offsets::new(document.text(), Unit::Bytes);
        Self { document, id: None, offsets, with_text: false }
    }

    /// With what the caller calls the text.
    ///
    /// ```
    /// use whosaid::json::Answer;
    /// let document = whosaid::Attributor::new().attribute("");
    /// let line = serde_json::to_string(&Answer::of(&document).id("a1"))?;
    /// assert!(line.starts_with(r#"{"schema":1,"id":"a1","#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn id(mut self, id: impl Into<Cow<'d, str>>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// With places counted so. A document without text has bytes only.
    ///
    /// ```
    /// use whosaid::{json::Answer, offsets::Unit};
    /// let document = whosaid::Attributor::new().attribute("“No,” Ana Ruiz said.");
    /// let line = serde_json::to_string(&Answer::of(&document).offsets(Unit::Utf16))?;
    /// assert!(line.contains(r#""content":[[0,5]]"#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn offsets(mut self, unit: Unit) -> Self {
        let unit = if self.document.text().is_empty() { Unit::Bytes } else { unit };
        self.offsets = Offsets::new(self.document.text(), unit);
        self
    }

    /// With the text.
    ///
    /// ```
    /// use whosaid::json::Answer;
    /// let document = whosaid::Attributor::new().attribute("It rains.");
    /// assert!(serde_json::to_string(&Answer::of(&document).with_text())?.contains(r#""text":"It rains.""#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn with_text(mut self) -> Self {
        self.with_text = true;
        self
    }

    fn words(&self, span: Span) -> Cow<'d, str> {
        one_line(span.get(self.document.text()).unwrap_or(""))
    }
}

/// What an iterator gives, made anew each time it is written.
struct List<F>(F);

impl<F, I> Serialize for List<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items = (self.0)();
        let mut list = serializer.serialize_seq(None)?;
        for item in items {
            list.serialize_element(&item)?;
        }
        list.end()
    }
}

/// A confidence in thousandths.
pub(super) fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}

#[derive(serde::Serialize)]
struct Whole<'a, Q: Serialize, U: Serialize, E: Serialize, P: Serialize> {
    schema: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    genre: Genre,
    offsets: Unit,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    quotes: Q,
    unattributed: U,
    entities: E,
    sentences: P,
}

impl Serialize for Answer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = self.document;
        let place = |span: Span| self.place(span);
        let whole = Whole {
            schema: SCHEMA,
            id: self.id.as_deref(),
            genre: document.genre(),
            offsets: self.offsets.unit(),
            text: self.with_text.then(|| document.text()),
            quotes: List(|| {
                let quotes = document.quotes().iter().enumerate();
                quotes.map(|(at, quote)| self.quote(at, quote))
            }),
            unattributed: List(|| {
                let unattributed = document.unattributed().iter();
                unattributed.map(|quoted| UnattributedShape {
                    span: self.place(quoted.span()),
                    text: self.words(quoted.span()),
                    quoted_use: quoted.quoted_use(),
                    reason: quoted.reason(),
                })
            }),
            entities: List(|| document.entities().map(|entity| EntityShape::of(entity, &self.offsets))),
            sentences: List(|| document.sentences().iter().copied().map(place)),
        };
        whole.serialize(serializer)
    }
}

impl Serialize for Document<'_> {
    /// The shape with the text, so that all of it can be read back; without it where the document has none.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let answer = Answer::of(self);
        if self.text().is_empty() { answer } else { answer.with_text() }.serialize(serializer)
    }
}

#[derive(serde::Serialize)]
struct UnattributedShape<'a> {
    span: [usize; 2],
    text: Cow<'a, str>,
    #[serde(rename = "use")]
    quoted_use: Use,
    reason: Reason,
}

/// A quote within its document.
#[derive(serde::Serialize)]
struct QuoteShape<'a, C, M, N, I, A>
where
    C: Serialize,
    M: Serialize,
    N: Serialize,
    I: Serialize,
    A: Serialize,
{
    kind: QuoteKind,
    text: String,
    content: C,
    quoted: M,
    sentence: Option<[usize; 2]>,
    parent: Option<usize>,
    cue: Option<[usize; 2]>,
    cue_text: Option<Cow<'a, str>>,
    status: CueStatus,
    mode: Mode,
    stance: Stance,
    form: Form,
    source: Option<[usize; 2]>,
    source_text: Option<Cow<'a, str>>,
    mention: Option<MentionKind>,
    speaker: Option<&'a str>,
    speakers: N,
    speaker_ids: &'a [EntityId],
    speaker_reason: &'a str,
    speaker_confidence: f64,
    addressees: I,
    addressee_ids: &'a [EntityId],
    rule: &'a str,
    confidence: f64,
    alternatives: A,
}

#[derive(serde::Serialize)]
struct AlternativeShape<'a, N: Serialize> {
    source: Option<[usize; 2]>,
    speakers: N,
    speaker_ids: &'a [EntityId],
    confidence: f64,
}

impl<'d> Answer<'d> {
    fn place(&self, span: Span) -> [usize; 2] {
        let place = self.offsets.span(span);
        [place.start, place.end]
    }

    fn names<'a>(&'a self, ids: &'a [EntityId]) -> impl Serialize + 'a {
        List(move || {
            ids.iter().filter_map(|id| self.document.entity(*id)).map(|entity: Entity<'a>| entity.name())
        })
    }

    fn quote<'a>(&'a self, at: usize, quote: &'a Quote) -> impl Serialize + 'a {
        QuoteShape {
            kind: quote.kind(),
            text: self.document.words(quote),
            content: List(move || quote.content().iter().map(|span| self.place(*span))),
            quoted: List(move || self.document.quoted(quote).map(|span| self.place(span))),
            sentence: self.document.sentence_of(quote).map(|span| self.place(span)),
            parent: self.document.parent_place(at),
            cue: quote.cue().map(|cue| self.place(cue)),
            cue_text: quote.cue().map(|cue| self.words(cue)),
            status: quote.cue_status(),
            mode: quote.mode(),
            stance: quote.stance(),
            form: quote.form(),
            source: quote.source().map(|source| self.place(source.span())),
            source_text: quote.source().map(|source| self.words(source.span())),
            mention: quote.source().map(Mention::kind),
            speaker: self.document.speaker_name(quote),
            speakers: self.names(quote.speakers()),
            speaker_ids: quote.speakers(),
            speaker_reason: quote.speaker_reason(),
            speaker_confidence: rounded(quote.speaker_confidence()),
            addressees: self.names(quote.addressees()),
            addressee_ids: quote.addressees(),
            rule: quote.rule().name(),
            confidence: rounded(quote.confidence()),
            alternatives: List(move || quote.alternatives().iter().map(|other| self.alternative(other))),
        }
    }

    fn alternative<'a>(&'a self, other: &'a Alternative) -> impl Serialize + 'a {
        AlternativeShape {
            source: other.source().map(|source| self.place(source.span())),
            speakers: self.names(other.speakers()),
            speaker_ids: other.speakers(),
            confidence: rounded(other.confidence()),
        }
    }
}

#[derive(serde::Serialize)]
struct EntityShape<'a, A: Serialize, M: Serialize> {
    id: EntityId,
    name: &'a str,
    named: bool,
    aliases: A,
    kind: EntityKind,
    gender: Option<Gender>,
    speaks_for: Option<EntityId>,
    short_name: &'a str,
    role: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    caller_id: Option<&'a str>,
    mentions: M,
}

impl<'a> EntityShape<'a, (), ()> {
    fn of(entity: Entity<'a>, offsets: &'a Offsets<'a>) -> impl Serialize + 'a {
        EntityShape {
            id: entity.id(),
            name: entity.name(),
            named: entity.is_named(),
            aliases: List(move || entity.aliases()),
            kind: entity.kind(),
            gender: entity.gender(),
            speaks_for: entity.speaks_for(),
            short_name: entity.short_name(),
            role: entity.role(),
            caller_id: entity.caller_id(),
            mentions: List(move || {
                entity.mentions().map(|span| {
                    let place = offsets.span(span);
                    [place.start, place.end]
                })
            }),
        }
    }
}

impl Serialize for Entity<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        EntityShape::of(*self, &Offsets::new("", Unit::Bytes)).serialize(serializer)
    }
}

impl Serialize for Unattributed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Shape {
            span: Span,
            #[serde(rename = "use")]
            quoted_use: Use,
            reason: Reason,
        }
        Shape { span: self.span(), quoted_use: self.quoted_use(), reason: self.reason() }
            .serialize(serializer)
    }
}

impl Serialize for Quote {
    /// The fields of the shape that need no text.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Shape<'a> {
            kind: QuoteKind,
            content: &'a [Span],
            cue: Option<Span>,
            status: CueStatus,
            mode: Mode,
            stance: Stance,
            form: Form,
            source: Option<Span>,
            mention: Option<MentionKind>,
            speaker_ids: &'a [EntityId],
            speaker_reason: &'a str,
            speaker_confidence: f64,
            addressee_ids: &'a [EntityId],
            rule: &'a str,
            confidence: f64,
            alternatives: &'a [Alternative],
        }
        let shape = Shape {
            kind: self.kind(),
            content: self.content(),
            cue: self.cue(),
            status: self.cue_status(),
            mode: self.mode(),
            stance: self.stance(),
            form: self.form(),
            source: self.source().map(Mention::span),
            mention: self.source().map(Mention::kind),
            speaker_ids: self.speakers(),
            speaker_reason: self.speaker_reason(),
            speaker_confidence: rounded(self.speaker_confidence()),
            addressee_ids: self.addressees(),
            rule: self.rule().name(),
            confidence: rounded(self.confidence()),
            alternatives: self.alternatives(),
        };
        shape.serialize(serializer)
    }
}

impl Serialize for Alternative {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Shape<'a> {
            source: Option<Span>,
            speaker_ids: &'a [EntityId],
            confidence: f64,
        }
        let shape = Shape {
            source: self.source().map(Mention::span),
            speaker_ids: self.speakers(),
            confidence: rounded(self.confidence()),
        };
        shape.serialize(serializer)
    }
}
