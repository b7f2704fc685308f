//! Small parts of a document: other readings, spans that nobody says, segments and totals.

use pyo3::prelude::*;
use whosaid::Span;

use crate::answer::{Answer, Place};
use crate::row::{indices, names, rounded};

/// Another reading of a quote.
#[pyclass(frozen, eq, get_all, module = "whosaid")]
#[derive(PartialEq)]
pub(crate) struct Alternative {
    /// Where the words stand that stand for the speaker.
    source: Option<Place>,
    /// The same in bytes.
    source_bytes: Option<Place>,
    /// The names of the speakers.
    speakers: Vec<String>,
    /// The places of the speakers in the document's entities.
    speaker_ids: Vec<usize>,
    /// How sure it is, from 0 to 1, in thousandths.
    confidence: f64,
}

impl Alternative {
    pub(crate) fn new(answer: &Answer, other: &whosaid::Alternative) -> Self {
        let source: Option<Span> = other.source().map(|source| source.span());
        Self {
            source: source.map(|span| answer.chars(span)),
            source_bytes: source.map(Place::from),
            speakers: names(answer.document(), other.speakers()).map(str::to_owned).collect(),
            speaker_ids: indices(other.speakers()).collect(),
            confidence: rounded(other.confidence()),
        }
    }
}

#[pymethods]
impl Alternative {
    fn __repr__(&self) -> String {
        format!("<Alternative speakers={:?} confidence={}>", self.speakers, self.confidence)
    }
}

/// A quoted span that nobody says.
#[pyclass(frozen, eq, get_all, module = "whosaid")]
#[derive(PartialEq)]
pub(crate) struct Unattributed {
    /// Where it stands.
    span: Place,
    /// Where it stands, in bytes.
    span_bytes: Place,
    /// Its words on one line.
    text: String,
    /// "title", "nickname", "word", "scare", "sign" or "unknown".
    r#use: &'static str,
    /// "not speech", "no cue", "no source" or "below the least confidence".
    reason: &'static str,
}

impl Unattributed {
    pub(crate) fn new(answer: &Answer, quoted: whosaid::Unattributed) -> Self {
        Self {
            span: answer.chars(quoted.span()),
            span_bytes: quoted.span().into(),
            text: answer.words(quoted.span()).split_whitespace().collect::<Vec<_>>().join(" "),
            r#use: quoted.quoted_use().as_str(),
            reason: quoted.reason().as_str(),
        }
    }
}

#[pymethods]
impl Unattributed {
    fn __repr__(&self) -> String {
        format!("<Unattributed {:?} use={:?} reason={:?}>", self.text, self.r#use, self.reason)
    }
}

/// A stretch of the text: speech in quotation marks, or what stands between.
#[pyclass(frozen, eq, get_all, module = "whosaid")]
#[derive(PartialEq)]
pub(crate) struct Segment {
    /// Where it stands.
    span: Place,
    /// Where it stands, in bytes.
    span_bytes: Place,
    /// Its words as they stand in the text.
    text: String,
    /// Who speaks, where somebody does.
    speaker: Option<String>,
    /// The places of the speakers in the document's entities.
    speaker_ids: Vec<usize>,
    /// Whether it is speech.
    quoted: bool,
}

impl Segment {
    pub(crate) fn new(answer: &Answer, segment: &whosaid::Segment<'_>) -> Self {
        Self {
            span: answer.chars(segment.span()),
            span_bytes: segment.span().into(),
            text: segment.text().to_owned(),
            speaker: segment.speaker().map(str::to_owned),
            speaker_ids: segment.quote().map_or_else(Vec::new, |quote| indices(quote.speakers()).collect()),
            quoted: segment.quote().is_some(),
        }
    }
}

#[pymethods]
impl Segment {
    fn __repr__(&self) -> String {
        format!("<Segment {:?} quoted={}>", self.text, if self.quoted { "True" } else { "False" })
    }
}

/// How much somebody says.
#[pyclass(frozen, eq, get_all, module = "whosaid")]
#[derive(PartialEq)]
pub(crate) struct Total {
    /// The name; None for all that has no speaker.
    speaker: Option<String>,
    /// The place in the document's entities.
    speaker_id: Option<usize>,
    /// How many quotes.
    quotes: usize,
    /// How many words.
    words: usize,
}

impl Total {
    pub(crate) fn new(total: &whosaid::Total<'_>) -> Self {
        Self {
            speaker: total.name().map(str::to_owned),
            speaker_id: total.speaker().map(|speaker| speaker.id().index()),
            quotes: total.quotes(),
            words: total.words(),
        }
    }
}

#[pymethods]
impl Total {
    fn __repr__(&self) -> String {
        let speaker = self.speaker.as_ref().map_or("None".to_owned(), |name| format!("{name:?}"));
        format!("<Total speaker={speaker} quotes={} words={}>", self.quotes, self.words)
    }
}
