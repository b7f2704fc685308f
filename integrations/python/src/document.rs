//! What was found in a text.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyString, PyTuple, PyType};
use whosaid::cast::Cast;
use whosaid::locate::Claim;
use whosaid::page;

use crate::answer::{Answer, Place, all_bytes};
use crate::entity::Entity;
use crate::json;
use crate::located::Located;
use crate::parts::{Segment, Total, Unattributed};
use crate::quote::Quote;
use crate::text::utf8;

/// What a pickle keeps: `from_json`, the line and the text.
type Reduced<'py> = (Bound<'py, PyAny>, (String, Py<PyString>));

/// What was found in a text: quotes, quoted spans that nobody says, entities and sentences.
///
/// Places are `(start, end)` in code points, so that `document.text[start:end]` is what stands there; what ends in
/// `_bytes` counts bytes of UTF-8.
#[pyclass(frozen, module = "whosaid")]
pub(crate) struct Document {
    answer: Answer,
    text: Py<PyString>,
    quotes: PyOnceLock<Py<PyTuple>>,
    entities: PyOnceLock<Py<PyTuple>>,
}

impl Document {
    pub(crate) const fn new(answer: Answer, text: Py<PyString>) -> Self {
        Self { answer, text, quotes: PyOnceLock::new(), entities: PyOnceLock::new() }
    }
}

#[pymethods]
impl Document {
    /// The text that was given.
    #[getter]
    fn text(&self, py: Python<'_>) -> Py<PyString> {
        self.text.clone_ref(py)
    }

    /// By which policy the text was read: "news", "fiction" or "transcript".
    #[getter]
    fn genre(&self) -> &'static str {
        self.answer.document().genre().as_str()
    }

    /// The quotes, in the order of their first content.
    #[getter]
    fn quotes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let made = self.quotes.get_or_try_init(py, || {
            let places = 0..self.answer.document().quotes().len();
            PyTuple::new(py, places.map(|place| Quote::new(&self.answer, place))).map(Bound::unbind)
        });
        made.map(|quotes| quotes.bind(py).clone())
    }

    /// The quoted spans that nobody says.
    #[getter]
    fn unattributed(&self) -> Vec<Unattributed> {
        let all = self.answer.document().unattributed().iter();
        all.map(|quoted| Unattributed::new(&self.answer, *quoted)).collect()
    }

    /// The persons and bodies; `speaker_ids` are places in it.
    #[getter]
    fn entities<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let made = self
            .entities
            .get_or_try_init(py, || PyTuple::new(py, Entity::all(&self.answer)).map(Bound::unbind));
        made.map(|entities| entities.bind(py).clone())
    }

    /// The places of all sentences.
    #[getter]
    fn sentences(&self) -> Vec<Place> {
        self.answer.all_chars(self.answer.document().sentences().iter().copied())
    }

    /// The places of all sentences in bytes.
    #[getter]
    fn sentences_bytes(&self) -> Vec<Place> {
        all_bytes(self.answer.document().sentences().iter().copied())
    }

    /// The text cut where speech in quotation marks begins and ends.
    #[getter]
    fn segments(&self) -> Vec<Segment> {
        self.answer.document().segments().map(|segment| Segment::new(&self.answer, &segment)).collect()
    }

    /// Who speaks how much, those with most words first.
    #[getter]
    fn totals(&self) -> Vec<Total> {
        self.answer.document().totals().iter().map(Total::new).collect()
    }

    /// Whether `words` stand in the text, and whether `by` says them.
    #[pyo3(signature = (words, by = None))]
    fn locate(&self, py: Python<'_>, words: &str, by: Option<&str>) -> PyResult<Located> {
        let claim = Claim::new(words);
        let claim = by.map_or(claim, |by| claim.by(by));
        let located = py.detach(|| self.answer.document().locate(claim));
        Located::new(py, &self.answer, &located)
    }

    /// The people of the text in the form that `Attributor(cast=...)` takes, to be corrected and given back.
    fn cast(&self) -> String {
        Cast::of(self.answer.document()).to_string()
    }

    /// The line of JSON that `whosaid quotes --format jsonl` writes, places counted in "chars", "bytes" or "utf16".
    #[pyo3(signature = (id = None, *, offsets = "chars", with_text = false))]
    fn to_json(&self, py: Python<'_>, id: Option<&str>, offsets: &str, with_text: bool) -> PyResult<String> {
        py.detach(|| json::to_json(&self.answer, id, offsets, with_text))
    }

    /// The same as a dict.
    #[pyo3(signature = (id = None, *, offsets = "chars", with_text = false))]
    fn to_dict<'py>(
        &self,
        py: Python<'py>,
        id: Option<&str>,
        offsets: &str,
        with_text: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        json::to_dict(py, &self.answer, id, offsets, with_text)
    }

    /// The document of a line of JSON, with the text that stands in it or is given.
    #[classmethod]
    #[pyo3(signature = (line, text = None))]
    fn from_json(
        _class: &Bound<'_, PyType>,
        line: &str,
        text: Option<Bound<'_, PyString>>,
    ) -> PyResult<Self> {
        let py = _class.py();
        let answer = json::from_json(line, text.as_ref().map(utf8).transpose()?)?;
        let text = text.unwrap_or_else(|| PyString::new(py, answer.text()));
        Ok(Self::new(answer, text.unbind()))
    }

    /// A page for a browser that stands alone.
    #[pyo3(signature = (title = "Who said what"))]
    fn to_html(&self, title: &str) -> String {
        page::head(title) + &page::section(title, self.answer.document()) + page::FOOT
    }

    /// The page in a frame, as notebooks show it.
    fn _repr_html_(&self) -> String {
        let page = self.to_html("Who said what");
        format!(
            "<iframe srcdoc=\"{}\" style=\"width:100%;height:30em;border:0\" title=\"Who said what\"></iframe>",
            page::escape(&page)
        )
    }

    fn __len__(&self) -> usize {
        self.answer.document().quotes().len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.quotes(py)?.try_iter()?.into_any())
    }

    fn __bool__(&self) -> bool {
        true
    }

    fn __repr__(&self) -> String {
        let document = self.answer.document();
        let (quotes, entities) = (document.quotes().len(), document.entities().len());
        format!("<Document genre={:?} quotes={quotes} entities={entities}>", self.genre())
    }

    /// Whether both say the same of the same text.
    fn __eq__(&self, py: Python<'_>, other: &Self) -> PyResult<bool> {
        let shape = |document: &Self| document.to_json(py, None, "bytes", true);
        Ok(self.answer.is_same(&other.answer) || shape(self)? == shape(other)?)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.text.bind(py).hash()
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py>> {
        let (py, this) = (slf.py(), slf.get());
        let line = this.to_json(py, None, "bytes", false)?;
        Ok((slf.get_type().getattr("from_json")?, (line, this.text(py))))
    }
}
