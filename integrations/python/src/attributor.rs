//! Reading a text, or many.

use std::sync::OnceLock;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use whosaid::Scratch;
use whosaid::cast::Utterance;
use whosaid::offsets::Offsets;

use crate::answer::{Answer, Place};
use crate::document::Document;
use crate::errors::value_error;
use crate::many::Documents;
use crate::settings::{with_cast, with_rules, with_verbs, with_words};
use crate::text::utf8;

/// Reads texts with settings, words, rules and people of the caller's own. It can be shared between threads and pickled.
#[pyclass(frozen, module = "whosaid")]
pub(crate) struct Attributor {
    inner: whosaid::Attributor,
    keywords: Py<PyDict>,
}

#[pymethods]
impl Attributor {
    /// All settings have defaults that serve most texts.
    #[new]
    #[pyo3(signature = (
        *, genre = None, wrapped = None, indirect = None, topics = false, entities = true, nested = "outer",
        least_confidence = 0.0, verbs = None, words = None, rules = Vec::new(), cast = None
    ))]
    #[allow(clippy::too_many_arguments)] // they are keywords
    fn new(
        py: Python<'_>,
        genre: Option<&str>,
        wrapped: Option<bool>,
        indirect: Option<bool>,
        topics: bool,
        entities: bool,
        nested: &str,
        least_confidence: f32,
        verbs: Option<&Bound<'_, PyDict>>,
        words: Option<&Bound<'_, PyAny>>,
        rules: Vec<(String, String, f32)>,
        cast: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let keywords = PyDict::new(py);
        let mut builder = whosaid::Attributor::builder().topics(topics).entities(entities);
        builder = builder.least_confidence(least_confidence).map_err(value_error)?;
        builder = builder.nested(nested.parse().map_err(value_error)?);
        if let Some(genre) = genre {
            builder = builder.genre(genre.parse().map_err(value_error)?);
            keywords.set_item("genre", genre)?;
        }
        if let Some(wrapped) = wrapped {
            builder = builder.wrapped(wrapped);
            keywords.set_item("wrapped", wrapped)?;
        }
        if let Some(indirect) = indirect {
            builder = builder.indirect(indirect);
            keywords.set_item("indirect", indirect)?;
        }
        if let Some(verbs) = verbs {
            builder = with_verbs(builder, verbs)?;
            keywords.set_item("verbs", verbs)?;
        }
        if let Some(words) = words {
            builder = with_words(builder, words)?;
            keywords.set_item("words", words)?;
        }
        if let Some(cast) = cast {
            builder = with_cast(builder, cast)?;
            keywords.set_item("cast", cast)?;
        }
        keywords.set_item("topics", topics)?;
        keywords.set_item("entities", entities)?;
        keywords.set_item("nested", nested)?;
        keywords.set_item("least_confidence", least_confidence)?;
        keywords.set_item("rules", rules.clone())?;
        Ok(Self { inner: with_rules(builder, rules)?.build(), keywords: keywords.unbind() })
    }

    /// All quotes of `text` with their speakers. Any text gives an answer.
    fn attribute(&self, text: &Bound<'_, PyString>) -> PyResult<Document> {
        read(&self.inner, text)
    }

    /// The documents of `texts` in their order, read by so many `threads` while Python goes on; by default as many as
    /// there are cores. `texts` may be endless: it is read a little ahead only.
    #[pyo3(signature = (texts, threads = None))]
    fn attribute_many(&self, texts: &Bound<'_, PyAny>, threads: Option<usize>) -> PyResult<Documents> {
        Documents::new(&self.inner, texts, threads)
    }

    /// Who is behind sources that are known already: `utterances` are pairs of places in code points,
    /// `(content, source)`, the source None where it is not known.
    fn identify(
        &self,
        text: &Bound<'_, PyString>,
        utterances: Vec<(Place, Option<Place>)>,
    ) -> PyResult<Document> {
        let words = utf8(text)?;
        let offsets = Offsets::chars(&words);
        let bytes = |Place(start, end): Place| match start <= end {
            true => Ok(offsets.byte(start)..offsets.byte(end)),
            false => Err(value_error(format!("the place ({start}, {end}) ends before it begins"))),
        };
        let known = utterances.into_iter().map(|(content, source)| {
            let utterance = Utterance::new(bytes(content)?);
            source.map_or(Ok(utterance), |source| Ok(utterance.by(bytes(source)?)))
        });
        let known = known.collect::<PyResult<Vec<Utterance>>>()?;
        let found = text.py().detach(|| Answer::try_new(words, |text| self.inner.identify(text, &known)));
        Ok(Document::new(found.map_err(value_error)?, text.clone().unbind()))
    }

    /// Raises a ValueError where a pin of the cast has no place in `text`.
    fn check(&self, text: &Bound<'_, PyString>) -> PyResult<()> {
        self.inner.check(&utf8(text)?).map_err(value_error)
    }

    fn __getnewargs_ex__(&self, py: Python<'_>) -> ((), Py<PyDict>) {
        ((), self.keywords.clone_ref(py))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<Attributor {}>", self.keywords.bind(py).repr()?))
    }
}

/// All quotes of `text` with their speakers. Any text gives an answer.
#[pyfunction]
pub(crate) fn attribute(text: &Bound<'_, PyString>) -> PyResult<Document> {
    read(plain(), text)
}

/// The documents of `texts` in their order, read by so many `threads` while Python goes on; by default as many as there
/// are cores. `texts` may be endless: it is read a little ahead only.
#[pyfunction]
#[pyo3(signature = (texts, threads = None))]
pub(crate) fn attribute_many(texts: &Bound<'_, PyAny>, threads: Option<usize>) -> PyResult<Documents> {
    Documents::new(plain(), texts, threads)
}

/// The attributor without settings.
pub(crate) fn plain() -> &'static whosaid::Attributor {
    static PLAIN: OnceLock<whosaid::Attributor> = OnceLock::new();
    PLAIN.get_or_init(whosaid::Attributor::new)
}

fn read(attributor: &whosaid::Attributor, text: &Bound<'_, PyString>) -> PyResult<Document> {
    let words = utf8(text)?;
    let scratch = &mut Scratch::default();
    let answer = text.py().detach(|| Answer::new(words, |text| attributor.attribute_with(scratch, text)));
    Ok(Document::new(answer, text.clone().unbind()))
}
