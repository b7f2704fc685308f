//! What is found in a text as a JSON object: the form that scorers and other programs read.

use crate::{Document, Entity, Quote, Span};
use serde::Deserialize;

/// Where something stands, in bytes.
pub(super) type Place = [usize; 2];

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Record {
    pub(super) id: String,
    pub(super) genre: String,
    pub(super) quotes: Vec<QuoteRecord>,
    pub(super) unattributed: Vec<UnattributedRecord>,
    pub(super) entities: Vec<EntityRecord>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct QuoteRecord {
    /// direct, mixed or indirect.
    pub(super) kind: String,
    pub(super) content: Vec<Place>,
    pub(super) cue: Option<Place>,
    /// negated, future, conditional, questioned: how the text stands to the saying, where it does not just
    /// assert it.
    pub(super) status: Vec<String>,
    pub(super) source: Option<Place>,
    /// name, nominal or pronoun.
    pub(super) mention: Option<String>,
    /// The name of the first speaker.
    pub(super) speaker: Option<String>,
    pub(super) speakers: Vec<String>,
    pub(super) speaker_reason: String,
    pub(super) speaker_confidence: f64,
    pub(super) addressees: Vec<String>,
    pub(super) rule: String,
    pub(super) confidence: f64,
    pub(super) alternatives: Vec<AlternativeRecord>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AlternativeRecord {
    pub(super) source: Option<Place>,
    pub(super) speakers: Vec<String>,
    pub(super) confidence: f64,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct UnattributedRecord {
    pub(super) span: Place,
    #[serde(rename = "use")]
    pub(super) quoted_use: String,
    pub(super) reason: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct EntityRecord {
    pub(super) name: String,
    pub(super) named: bool,
    pub(super) aliases: Vec<String>,
    pub(super) kind: String,
    pub(super) gender: Option<String>,
    pub(super) mentions: Vec<Place>,
}

impl Record {
    pub(super) fn of(id: &str, document: &Document<'_>) -> Self {
        Self {
            id: id.to_owned(),
            genre: document.genre().to_string(),
            quotes: document.quotes().iter().map(|quote| QuoteRecord::of(quote, document)).collect(),
            unattributed: document
                .unattributed()
                .iter()
                .map(|unattributed| UnattributedRecord {
                    span: place(unattributed.span()),
                    quoted_use: unattributed.quoted_use().to_string(),
                    reason: unattributed.reason().to_string(),
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
            kind: quote.kind().to_string(),
            content: quote.content().iter().copied().map(place).collect(),
            cue: quote.cue().map(place),
            status: quote.cue_status().names().map(str::to_owned).collect(),
            source: quote.source().map(|source| place(source.span())),
            mention: quote.source().map(|source| source.kind().to_string()),
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
            kind: entity.kind().to_string(),
            gender: entity.gender().map(|gender| gender.to_string()),
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

fn names(ids: &[crate::EntityId], document: &Document<'_>) -> Vec<String> {
    ids.iter().filter_map(|id| document.entity(*id)).map(|entity| entity.name().to_owned()).collect()
}
