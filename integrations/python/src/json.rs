//! To JSON and back, in the one shape of the library.

use pyo3::prelude::*;
use serde_json::Value;
use whosaid::Document;
use whosaid::offsets::Unit;

use crate::answer::Answer;
use crate::errors::value_error;

/// A line of JSON as the program writes it.
pub(crate) fn to_json(answer: &Answer, id: Option<&str>, offsets: &str, with_text: bool) -> PyResult<String> {
    let unit: Unit = offsets.parse().map_err(value_error)?;
    let mut shape = whosaid::json::Answer::of(answer.document()).offsets(unit);
    if let Some(id) = id {
        shape = shape.id(id);
    }
    if with_text {
        shape = shape.with_text();
    }
    serde_json::to_string(&shape).map_err(value_error)
}

/// The same as Python's own `json` reads it.
pub(crate) fn to_dict<'py>(
    py: Python<'py>,
    answer: &Answer,
    id: Option<&str>,
    offsets: &str,
    with_text: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let line = py.detach(|| to_json(answer, id, offsets, with_text))?;
    py.import("json")?.call_method1("loads", (line,))
}

/// What was written, with the text that stands in it or is given.
pub(crate) fn from_json(line: &str, text: Option<String>) -> PyResult<Answer> {
    let mut value: Value = serde_json::from_str(line).map_err(value_error)?;
    if let (Some(text), Value::Object(fields)) = (text, &mut value) {
        fields.insert("text".to_owned(), Value::String(text));
    }
    if value.get("text").is_none() {
        return Err(value_error("there is no text: write it with with_text=True, or give it as text"));
    }
    let document: Document<'static> = serde_json::from_value(value).map_err(value_error)?;
    Ok(Answer::new(document.text().to_owned(), |_| document))
}
