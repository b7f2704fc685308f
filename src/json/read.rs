//! From the shape to a document that stands alone.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::values::SCHEMA;
use crate::answer::document::Document;
use crate::answer::entity::EntityId;
use crate::answer::genre::Genre;
use crate::answer::kind::{EntityKind, Gender};
use crate::answer::manner::{Form, Manner, Mode, Stance};
use crate::answer::quote::{Alternative, CueStatus, Mention, MentionKind, Quote, QuoteKind};
use crate::answer::roster::{Chain, Facts, Roster};
use crate::answer::rule::Rule;
use crate::answer::unattributed::{Reason, Unattributed, Use};
use crate::base::span::Span;
use crate::offsets::{Offsets, Unit};

#[derive(Deserialize)]
struct Whole {
    schema: u32,
    genre: Genre,
    #[serde(default)]
    offsets: Unit,
    #[serde(default)]
    text: String,
    quotes: Vec<QuoteRead>,
    unattributed: Vec<Unattributed>,
    entities: Vec<EntityRead>,
    #[serde(default)]
    sentences: Vec<Span>,
}

/// A quote, with what only a document writes of it.
#[derive(Deserialize)]
struct QuoteRead {
    #[serde(default)]
    quoted: Vec<Span>,
    #[serde(flatten)]
    quote: Quote,
}

#[derive(Deserialize)]
struct EntityRead {
    name: String,
    named: bool,
    aliases: Vec<String>,
    kind: EntityKind,
    gender: Option<Gender>,
    speaks_for: Option<EntityId>,
    #[serde(default)]
    short_name: Option<String>,
    #[serde(default)]
    role: Option<String>,
    #[serde(default)]
    caller_id: Option<String>,
    mentions: Vec<Span>,
}

impl<'de> Deserialize<'de> for Unattributed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Shape {
            span: Span,
            #[serde(rename = "use")]
            quoted_use: Use,
            reason: Reason,
        }
        let Shape { span, quoted_use, reason } = Shape::deserialize(deserializer)?;
        Ok(Self { span, quoted_use, reason })
    }
}

/// A mention as quotes and alternatives write it.
fn mention(span: Option<Span>, kind: Option<MentionKind>) -> Option<Mention> {
    span.map(|span| Mention::new(span, kind.unwrap_or(MentionKind::Nominal)))
}

impl<'de> Deserialize<'de> for Alternative {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Shape {
            source: Option<Span>,
            speaker_ids: Vec<EntityId>,
            confidence: f32,
        }
        let Shape { source, speaker_ids, confidence } = Shape::deserialize(deserializer)?;
        Ok(Self { source: mention(source, None), speakers: speaker_ids.into_iter().collect(), confidence })
    }
}

impl<'de> Deserialize<'de> for Quote {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Shape {
            kind: QuoteKind,
            content: Vec<Span>,
            cue: Option<Span>,
            status: CueStatus,
            #[serde(default)]
            mode: Mode,
            #[serde(default)]
            stance: Stance,
            #[serde(default)]
            form: Form,
            source: Option<Span>,
            mention: Option<MentionKind>,
            speaker_ids: Vec<EntityId>,
            speaker_reason: String,
            speaker_confidence: f32,
            addressee_ids: Vec<EntityId>,
            rule: Rule,
            confidence: f32,
            alternatives: Vec<Alternative>,
        }
        let shape = Shape::deserialize(deserializer)?;
        let source = mention(shape.source, shape.mention);
        let mut alternatives = shape.alternatives;
        // another person behind the same words
        for other in &mut alternatives {
            if other.source.map(Mention::span) == shape.source {
                other.source = source;
            }
        }
        Ok(Self {
            kind: shape.kind,
            content: shape.content.into_iter().collect(),
            cue: shape.cue,
            status: shape.status,
            manner: Manner { mode: shape.mode, stance: shape.stance, form: shape.form },
            source,
            speakers: shape.speaker_ids.into_iter().collect(),
            addressees: shape.addressee_ids.into_iter().collect(),
            rule: shape.rule,
            confidence: shape.confidence,
            speaker_confidence: shape.speaker_confidence,
            speaker_reason: Cow::Owned(shape.speaker_reason),
            alternatives,
        })
    }
}

impl<'de> Deserialize<'de> for Document<'static> {
    /// Reads schema 1. Without `"text"` the document has none, as after
    /// [`without_text`](Document::without_text).
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        document(Whole::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

fn document(whole: Whole) -> Result<Document<'static>, String> {
    let Whole { schema, genre, offsets, text, quotes, unattributed, entities, sentences } = whole;
    if schema != SCHEMA {
        return Err(format!("schema {schema}: this version of the crate reads schema {SCHEMA}"));
    }
    if offsets != Unit::Bytes && text.is_empty() {
        return Err(format!("offsets in {offsets}: without \"text\" only bytes can be read"));
    }
    let units = Offsets::new(&text, offsets);
    let mut spoken: Vec<Span> = Vec::new();
    let mut all: Vec<Quote> = Vec::with_capacity(quotes.len());
    for QuoteRead { quoted, quote } in quotes {
        spoken.extend(quoted);
        all.push(quote);
    }
    spoken.sort_unstable();
    spoken.dedup();
    let roster = roster(&entities, &text, &units)?;
    let mut document = Document {
        text: Cow::Borrowed(""),
        genre,
        quotes: all,
        spoken,
        parents: Vec::new(),
        unattributed,
        roster,
        sentences,
    };
    for span in places(&mut document) {
        *span = checked(*span, &text, &units)?;
    }
    let ids = document.quotes.iter().flat_map(|quote| quote.speakers().iter().chain(quote.addressees()));
    if let Some(id) = ids.copied().find(|id| id.index() >= document.roster.len()) {
        return Err(format!("there is no entity {}", id.index()));
    }
    document.text = Cow::Owned(text);
    document.settle();
    Ok(document)
}

/// Every place of a document, but for the mentions of its entities.
fn places<'d>(document: &'d mut Document<'static>) -> impl Iterator<Item = &'d mut Span> {
    let quotes = document.quotes.iter_mut().flat_map(Quote::places);
    let unattributed = document.unattributed.iter_mut().map(|unattributed| &mut unattributed.span);
    quotes.chain(unattributed).chain(&mut document.sentences).chain(&mut document.spoken)
}

/// A place in bytes, on boundaries of characters.
fn checked(span: Span, text: &str, units: &Offsets<'_>) -> Result<Span, String> {
    if text.is_empty() {
        return Ok(span);
    }
    let bytes = match units.unit() {
        Unit::Bytes => span,
        _ => Span::new(units.byte(span.start()), units.byte(span.end())),
    };
    match bytes.get(text) {
        Some(_) => Ok(bytes),
        None => Err(format!("the place {span} is none in the text, or cuts a character")),
    }
}

fn roster(entities: &[EntityRead], text: &str, units: &Offsets<'_>) -> Result<Roster, String> {
    let mut roster = Roster::default();
    for entity in entities {
        let mut chain = Chain::default();
        let name = roster.write(&entity.name, text);
        for alias in &entity.aliases {
            let alias = roster.write(alias, text);
            roster.alias(&mut chain, alias, text, usize::MAX);
        }
        let mentions: Vec<Span> =
            entity.mentions.iter().map(|span| checked(*span, text, units)).collect::<Result<_, _>>()?;
        roster.run(&mut chain, mentions.into_iter().map(Into::into));
        let speaks_for = entity.speaks_for.map(|id| id.index() as u32);
        if speaks_for.is_some_and(|id| id as usize >= entities.len()) {
            return Err(format!("{} speaks for an entity that there is not", entity.name));
        }
        let (kind, gender, named) = (entity.kind, entity.gender, entity.named);
        let [short, role, caller_id] = [&entity.short_name, &entity.role, &entity.caller_id]
            .map(|words| words.as_deref().map(|words| roster.write(words, text)));
        let short = short.filter(|_| entity.short_name.as_ref() != Some(&entity.name));
        roster.push(Facts { name, kind, gender, named, speaks_for, short, role, caller_id }, &chain);
    }
    Ok(roster)
}
