//! What is found in a text as a JSON object: the form that scorers and other programs read.

use serde::{Deserialize, Serialize};
use whosaid::{
    CueStatus, Document, Entity, EntityKind, Gender, Genre, Mention, MentionKind, Quote, QuoteKind, Reason,
    Span, Use,
};

/// Where something stands, in bytes.
pub(crate) type Place = [usize; 2];

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(crate) struct Record {
    pub(crate) id: String,
    pub(crate) genre: String,
    pub(crate) quotes: Vec<QuoteRecord>,
    pub(crate) unattributed: Vec<UnattributedRecord>,
    pub(crate) entities: Vec<EntityRecord>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(crate) struct QuoteRecord {
    /// direct, mixed or indirect.
    pub(crate) kind: String,
    pub(crate) content: Vec<Place>,
    pub(crate) cue: Option<Place>,
    /// negated, future, conditional, questioned: how the text stands to the saying, where it does not just
    /// assert it.
    pub(crate) status: Vec<String>,
    pub(crate) source: Option<Place>,
    /// name, nominal or pronoun.
    pub(crate) mention: Option<String>,
    /// The name of the first speaker.
    pub(crate) speaker: Option<String>,
    pub(crate) speakers: Vec<String>,
    pub(crate) speaker_reason: String,
    pub(crate) speaker_confidence: f64,
    pub(crate) addressees: Vec<String>,
    pub(crate) rule: String,
    pub(crate) confidence: f64,
    pub(crate) alternatives: Vec<AlternativeRecord>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(crate) struct AlternativeRecord {
    pub(crate) source: Option<Place>,
    pub(crate) speakers: Vec<String>,
    pub(crate) confidence: f64,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(crate) struct UnattributedRecord {
    pub(crate) span: Place,
    #[serde(rename = "use")]
    pub(crate) quoted_use: String,
    pub(crate) reason: String,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(crate) struct EntityRecord {
    pub(crate) name: String,
    pub(crate) named: bool,
    pub(crate) aliases: Vec<String>,
    pub(crate) kind: String,
    pub(crate) gender: Option<String>,
    pub(crate) mentions: Vec<Place>,
}

impl Record {
    pub(crate) fn of(id: &str, document: &Document<'_>) -> Self {
        Self {
            id: id.to_owned(),
            genre: match document.genre() {
                Genre::Fiction => "fiction",
                _ => "news",
            }
            .to_owned(),
            quotes: document.quotes().iter().map(|quote| QuoteRecord::of(quote, document)).collect(),
            unattributed: document
                .unattributed()
                .iter()
                .map(|unattributed| UnattributedRecord {
                    span: place(unattributed.span()),
                    quoted_use: use_name(unattributed.quoted_use()).to_owned(),
                    reason: reason_name(unattributed.reason()).to_owned(),
                })
                .collect(),
            entities: document.entities().map(EntityRecord::of).collect(),
        }
    }
}

impl QuoteRecord {
    fn of(quote: &Quote, document: &Document<'_>) -> Self {
        let speakers = names(quote.speakers(), document);
        Self {
            kind: kind_name(quote.kind()).to_owned(),
            content: quote.content().iter().copied().map(place).collect(),
            cue: quote.cue().map(place),
            status: status_names(quote.cue_status()).map(str::to_owned).collect(),
            source: quote.source().map(|source| place(source.span())),
            mention: quote.source().map(|source| mention_name(source).to_owned()),
            speaker: speakers.first().cloned(),
            speakers,
            speaker_reason: quote.speaker_reason().to_owned(),
            speaker_confidence: rounded(quote.speaker_confidence()),
            addressees: names(quote.addressees(), document),
            rule: quote.rule().name().to_owned(),
            confidence: rounded(quote.confidence()),
            alternatives: quote
                .alternatives()
                .iter()
                .map(|alternative| AlternativeRecord {
                    source: alternative.source().map(|source| place(source.span())),
                    speakers: names(alternative.speakers(), document),
                    confidence: rounded(alternative.confidence()),
                })
                .collect(),
        }
    }
}

impl EntityRecord {
    fn of(entity: Entity<'_>) -> Self {
        Self {
            name: entity.name().to_owned(),
            named: entity.is_named(),
            aliases: entity.aliases().map(str::to_owned).collect(),
            kind: match entity.kind() {
                EntityKind::Person => "person",
                EntityKind::Organisation => "organisation",
                EntityKind::Group => "group",
                EntityKind::Place => "place",
                EntityKind::Document => "document",
                _ => "unknown",
            }
            .to_owned(),
            gender: entity.gender().and_then(|gender| match gender {
                Gender::Masculine => Some("m".to_owned()),
                Gender::Feminine => Some("f".to_owned()),
                _ => None,
            }),
            mentions: entity.mentions().map(place).collect(),
        }
    }
}

fn place(span: Span) -> Place {
    [span.start(), span.end()]
}

/// A confidence in thousandths.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}

fn names(ids: &[whosaid::EntityId], document: &Document<'_>) -> Vec<String> {
    ids.iter().filter_map(|id| document.entity(*id)).map(|entity| entity.name().to_owned()).collect()
}

pub(crate) fn kind_name(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        _ => "indirect",
    }
}

fn mention_name(mention: Mention) -> &'static str {
    match mention.kind() {
        MentionKind::Name => "name",
        MentionKind::Pronoun => "pronoun",
        _ => "nominal",
    }
}

pub(crate) fn status_names(status: CueStatus) -> impl Iterator<Item = &'static str> {
    [
        (status.is_negated(), "negated"),
        (status.is_future(), "future"),
        (status.is_conditional(), "conditional"),
        (status.is_questioned(), "questioned"),
    ]
    .into_iter()
    .filter_map(|(holds, name)| holds.then_some(name))
}

pub(crate) fn use_name(quoted_use: Use) -> &'static str {
    match quoted_use {
        Use::Title => "title",
        Use::Nickname => "nickname",
        Use::Word => "word",
        Use::Scare => "scare",
        Use::Sign => "sign",
        _ => "unknown",
    }
}

pub(crate) fn reason_name(reason: Reason) -> &'static str {
    match reason {
        Reason::NotSpeech => "not speech",
        Reason::NoCue => "no cue",
        Reason::NoSource => "no source",
        Reason::BelowLeastConfidence => "below the least confidence",
        _ => "unknown",
    }
}
