//! Annotated texts: an object a line, as the README describes.

use serde::Deserialize;

use super::record::Place;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Gold {
    pub(super) id: String,
    pub(super) text: String,
    /// "fiction" is scored by characters, all else by mentions.
    pub(super) genre: String,
    pub(super) meta: Meta,
    pub(super) quotes: Vec<GoldQuote>,
    pub(super) entities: Vec<GoldEntity>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Meta {
    pub(super) publisher: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GoldQuote {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) content: Vec<Place>,
    pub(super) source: Vec<Place>,
    pub(super) cue: Vec<Place>,
    /// The head word of the source.
    pub(super) head: Option<Place>,
    /// What kind of mention the source is.
    pub(super) mention: Option<String>,
    pub(super) cue_lemma: Option<String>,
    pub(super) speaker: Option<String>,
    #[serde(rename = "type")]
    pub(super) how: Option<String>,
    pub(super) named: Option<bool>,
}

impl GoldQuote {
    /// From the first byte of the source to its last.
    pub(super) fn source_span(&self) -> Option<Place> {
        Some([self.source.first()?[0], self.source.last()?[1]])
    }

    /// From the first byte of the content to its last.
    pub(super) fn content_span(&self) -> Option<Place> {
        Some([self.content.first()?[0], self.content.last()?[1]])
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GoldEntity {
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    pub(super) gender: Option<String>,
    pub(super) category: Option<String>,
    pub(super) narrator: bool,
    pub(super) mentions: Vec<Place>,
}

/// Who speaks in a text of news: stand-off, an object a line.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Speakers {
    pub(super) id: String,
    pub(super) entities: Vec<NewsEntity>,
    /// For each quote of the gold a place in `entities`.
    pub(super) speakers: std::collections::HashMap<String, Option<usize>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NewsEntity {
    pub(super) name: Option<String>,
    pub(super) aliases: Vec<String>,
    pub(super) kind: String,
}
