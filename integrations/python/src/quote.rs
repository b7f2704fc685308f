//! A quote: its fields are made when they are asked for.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::PyDict;
use whosaid::MentionKind;

use crate::answer::{Answer, Place, all_bytes};
use crate::json;
use crate::parts::Alternative;
use crate::row::{Row, indices, rounded};

/// One reported utterance. The fields are those of the JSON page, places are `(start, end)` in code points; fields that
/// end in `_bytes` count bytes of UTF-8.
#[pyclass(frozen, module = "whosaid")]
pub(crate) struct Quote {
    answer: Answer,
    place: usize,
}

impl Quote {
    pub(crate) fn new(answer: &Answer, place: usize) -> Self {
        Self { answer: answer.clone(), place }
    }

    fn row(&self) -> Row<'_> {
        let document = self.answer.document();
        Row { document, quote: &document.quotes()[self.place], place: self.place }
    }

    fn quote(&self) -> &whosaid::Quote {
        self.row().quote
    }
}

#[pymethods]
impl Quote {
    /// "direct", "mixed" or "indirect".
    #[getter]
    fn kind(&self) -> &'static str {
        self.quote().kind().as_str()
    }

    /// The words of the content on one line, " … " between its pieces.
    #[getter]
    fn text(&self) -> String {
        self.row().text()
    }

    /// Where the words stand, marks included: one place or several.
    #[getter]
    fn content(&self) -> Vec<Place> {
        self.answer.all_chars(self.quote().content().iter().copied())
    }

    /// The content in bytes.
    #[getter]
    fn content_bytes(&self) -> Vec<Place> {
        all_bytes(self.quote().content().iter().copied())
    }

    /// What of the content stands in marks.
    #[getter]
    fn quoted(&self) -> Vec<Place> {
        self.answer.all_chars(self.answer.document().quoted(self.quote()))
    }

    /// What stands in marks, in bytes.
    #[getter]
    fn quoted_bytes(&self) -> Vec<Place> {
        all_bytes(self.answer.document().quoted(self.quote()))
    }

    /// The place of the sentence, or sentences, with content, cue and source.
    #[getter]
    fn sentence(&self) -> Option<Place> {
        self.answer.document().sentence_of(self.quote()).map(|span| self.answer.chars(span))
    }

    /// The place of the sentence in bytes.
    #[getter]
    fn sentence_bytes(&self) -> Option<Place> {
        self.answer.document().sentence_of(self.quote()).map(Place::from)
    }

    /// The place in the document's quotes of the quote in whose words it stands.
    #[getter]
    fn parent(&self) -> Option<usize> {
        self.row().parent()
    }

    /// Where the word that reports stands.
    #[getter]
    fn cue(&self) -> Option<Place> {
        self.quote().cue().map(|cue| self.answer.chars(cue))
    }

    /// Where the word that reports stands, in bytes.
    #[getter]
    fn cue_bytes(&self) -> Option<Place> {
        self.quote().cue().map(Place::from)
    }

    /// The word that reports.
    #[getter]
    fn cue_text(&self) -> Option<Cow<'_, str>> {
        self.row().cue_text()
    }

    /// Of "negated", "future", "conditional", "questioned" all that hold; empty where the saying is asserted.
    #[getter]
    fn status(&self) -> Vec<&'static str> {
        self.quote().cue_status().names().collect()
    }

    /// "said", "written", "thought", or "shown" by a document or study.
    #[getter]
    fn mode(&self) -> &'static str {
        self.quote().mode().as_str()
    }

    /// "asserted", "rejected", "doubted", "asked", "ordered" or "promised".
    #[getter]
    fn stance(&self) -> &'static str {
        self.quote().stance().as_str()
    }

    /// "clause" where what was said is there, else "topic" or "attitude".
    #[getter]
    fn form(&self) -> &'static str {
        self.quote().form().as_str()
    }

    /// Where the words stand that stand for the speaker.
    #[getter]
    fn source(&self) -> Option<Place> {
        self.quote().source().map(|source| self.answer.chars(source.span()))
    }

    /// Where the source stands, in bytes.
    #[getter]
    fn source_bytes(&self) -> Option<Place> {
        self.quote().source().map(|source| source.span().into())
    }

    /// The words of the source.
    #[getter]
    fn source_text(&self) -> Option<Cow<'_, str>> {
        self.row().source_text()
    }

    /// Whether the source is a "name", a "nominal" or a "pronoun".
    #[getter]
    fn mention(&self) -> Option<&'static str> {
        self.quote().source().map(|source| source.kind()).map(MentionKind::as_str)
    }

    /// The name of the first speaker.
    #[getter]
    fn speaker(&self) -> Option<&str> {
        self.row().speakers().next()
    }

    /// The names of all speakers.
    #[getter]
    fn speakers(&self) -> Vec<&str> {
        self.row().speakers().collect()
    }

    /// The places of the speakers in the document's entities.
    #[getter]
    fn speaker_ids(&self) -> Vec<usize> {
        indices(self.quote().speakers()).collect()
    }

    /// What ties source and speaker.
    #[getter]
    fn speaker_reason(&self) -> &str {
        self.quote().speaker_reason()
    }

    /// How surely the speaker is tied to the source, from 0 to 1, in thousandths.
    #[getter]
    fn speaker_confidence(&self) -> f64 {
        rounded(self.quote().speaker_confidence())
    }

    /// The names of those who are spoken to.
    #[getter]
    fn addressees(&self) -> Vec<&str> {
        self.row().addressees().collect()
    }

    /// The places of those who are spoken to in the document's entities.
    #[getter]
    fn addressee_ids(&self) -> Vec<usize> {
        indices(self.quote().addressees()).collect()
    }

    /// Which rule tied content and source.
    #[getter]
    fn rule(&self) -> &str {
        self.quote().rule().name()
    }

    /// How surely content and source are tied, from 0 to 1, in thousandths.
    #[getter]
    fn confidence(&self) -> f64 {
        rounded(self.quote().confidence())
    }

    /// Other readings.
    #[getter]
    fn alternatives(&self) -> Vec<Alternative> {
        self.quote().alternatives().iter().map(|other| Alternative::new(&self.answer, other)).collect()
    }

    /// The quote as the object that the JSON page describes, places counted in "chars", "bytes" or "utf16".
    #[pyo3(signature = (*, offsets = "chars"))]
    fn to_dict<'py>(&self, py: Python<'py>, offsets: &str) -> PyResult<Bound<'py, PyAny>> {
        let whole = json::to_dict(py, &self.answer, None, offsets, false)?;
        whole.cast::<PyDict>()?.as_any().get_item("quotes")?.get_item(self.place)
    }

    fn __repr__(&self) -> String {
        let row = self.row();
        let speaker = row.speakers().next().map_or("None".to_owned(), |name| format!("{name:?}"));
        format!("<Quote {:?} speaker={speaker} kind={:?}>", row.text(), row.quote.kind().as_str())
    }

    fn __eq__(&self, other: &Self) -> bool {
        let same_answer = self.answer.is_same(&other.answer) || self.answer.text() == other.answer.text();
        same_answer && self.place == other.place && self.quote() == other.quote()
    }

    fn __hash__(&self) -> isize {
        self.place as isize
    }
}
