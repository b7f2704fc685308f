//! Annotated texts: an object a line, as the README describes.

use serde::Deserialize;

use crate::record::Place;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Gold {
    pub(crate) id: String,
    pub(crate) text: String,
    /// "fiction" is scored by characters, all else by mentions.
    pub(crate) genre: String,
    pub(crate) meta: Meta,
    pub(crate) quotes: Vec<GoldQuote>,
    pub(crate) entities: Vec<GoldEntity>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Meta {
    pub(crate) publisher: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct GoldQuote {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) content: Vec<Place>,
    pub(crate) source: Vec<Place>,
    pub(crate) cue: Vec<Place>,
    /// The head word of the source.
    pub(crate) head: Option<Place>,
    /// What kind of mention the source is.
    pub(crate) mention: Option<String>,
    pub(crate) cue_lemma: Option<String>,
    pub(crate) speaker: Option<String>,
    #[serde(rename = "type")]
    pub(crate) how: Option<String>,
    pub(crate) named: Option<bool>,
}

impl GoldQuote {
    /// From the first byte of the source to its last.
    pub(crate) fn source_span(&self) -> Option<Place> {
        Some([self.source.first()?[0], self.source.last()?[1]])
    }

    /// From the first byte of the content to its last.
    pub(crate) fn content_span(&self) -> Option<Place> {
        Some([self.content.first()?[0], self.content.last()?[1]])
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct GoldEntity {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) gender: Option<String>,
    pub(crate) category: Option<String>,
    pub(crate) narrator: bool,
    pub(crate) mentions: Vec<Place>,
}

/// Who speaks in a text of news: stand-off, an object a line.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Speakers {
    pub(crate) id: String,
    pub(crate) entities: Vec<NewsEntity>,
    /// For each quote of the gold a place in `entities`.
    pub(crate) speakers: std::collections::HashMap<String, Option<usize>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NewsEntity {
    pub(crate) name: Option<String>,
    pub(crate) aliases: Vec<String>,
    pub(crate) kind: String,
}
