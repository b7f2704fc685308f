//! Whether a quotation stands in a text, and what differs.

use pyo3::prelude::*;

use crate::answer::{Answer, Place, all_bytes};
use crate::quote::Quote;

/// Where words that differ from a claim stand, and what they are.
#[pyclass(frozen, eq, get_all, module = "whosaid")]
#[derive(Clone, PartialEq)]
pub(crate) struct Difference {
    /// What the claim has; empty where something is left out.
    claimed: String,
    /// What the text has; empty where something is put in.
    found: String,
    /// Where.
    span: Place,
    /// Where, in bytes.
    span_bytes: Place,
}

#[pymethods]
impl Difference {
    fn __repr__(&self) -> String {
        format!("<Difference claimed={:?} found={:?}>", self.claimed, self.found)
    }
}

/// What was found of a claim.
#[pyclass(frozen, get_all, module = "whosaid")]
pub(crate) struct Located {
    /// "exact", "folded", "altered", "said by another" or "absent".
    verdict: &'static str,
    /// Where the words stand.
    spans: Vec<Place>,
    /// Where the words stand, in bytes.
    spans_bytes: Vec<Place>,
    /// What differs.
    differences: Vec<Difference>,
    /// The quote in which they stand.
    quote: Option<Py<Quote>>,
    /// Who says so in the text.
    speaker: Option<String>,
}

impl Located {
    pub(crate) fn new(
        py: Python<'_>,
        answer: &Answer,
        located: &whosaid::locate::Located<'_>,
    ) -> PyResult<Self> {
        let difference = |difference: &whosaid::locate::Difference| Difference {
            claimed: difference.claimed().to_owned(),
            found: difference.found().to_owned(),
            span: answer.chars(difference.span()),
            span_bytes: difference.span().into(),
        };
        let place = located
            .quote()
            .and_then(|quote| answer.document().quotes().iter().position(|other| std::ptr::eq(other, quote)));
        Ok(Self {
            verdict: located.verdict().as_str(),
            spans: answer.all_chars(located.spans().iter().copied()),
            spans_bytes: all_bytes(located.spans().iter().copied()),
            differences: located.differences().iter().map(difference).collect(),
            quote: place.map(|place| Py::new(py, Quote::new(answer, place))).transpose()?,
            speaker: located.speaker().map(str::to_owned),
        })
    }
}

#[pymethods]
impl Located {
    fn __repr__(&self) -> String {
        format!("<Located verdict={:?}>", self.verdict)
    }

    /// Whether the words stand in the text, whoever says them.
    fn __bool__(&self) -> bool {
        !self.spans.is_empty()
    }
}
