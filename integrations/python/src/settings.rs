//! The builder's words, rules and cast out of what Python gives.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use whosaid::Builder;
use whosaid::cast::Cast;
use whosaid::words::{Section, Words};

use crate::errors::value_error;

/// Verbs with their grades: `{"skeet": "q3 t2"}`.
pub(crate) fn with_verbs(mut builder: Builder, verbs: &Bound<'_, PyDict>) -> PyResult<Builder> {
    for (forms, grades) in verbs.iter() {
        let (forms, grades): (String, String) = (forms.extract()?, grades.extract()?);
        builder = builder.verb(&forms, &grades).map_err(value_error)?;
    }
    Ok(builder)
}

/// The text of a file with sections, or a dict of sections with lists of entries.
pub(crate) fn with_words(builder: Builder, words: &Bound<'_, PyAny>) -> PyResult<Builder> {
    let words = if let Ok(file) = words.cast::<PyString>() {
        Words::parse(file.to_str()?).map_err(value_error)?
    } else if let Ok(sections) = words.cast::<PyDict>() {
        let mut words = Words::new();
        for (section, entries) in sections.iter() {
            let section: Section = section.extract::<String>()?.parse().map_err(value_error)?;
            for entry in entries.extract::<Vec<String>>()? {
                words = words.entry(section, entry);
            }
        }
        words
    } else {
        return Err(PyTypeError::new_err(
            "words: give the text of a file, or a dict of sections and entries",
        ));
    };
    builder.words(&words).map_err(value_error)
}

/// Rules as `(name, pattern, confidence)`.
pub(crate) fn with_rules(mut builder: Builder, rules: Vec<(String, String, f32)>) -> PyResult<Builder> {
    for (name, pattern, confidence) in rules {
        builder = builder.rule(&name, &pattern, confidence).map_err(value_error)?;
    }
    Ok(builder)
}

/// The text of a file of people and pins, or the same as a dict: `{"people": [{"name": ...}], "pins": [...]}`.
pub(crate) fn with_cast(builder: Builder, cast: &Bound<'_, PyAny>) -> PyResult<Builder> {
    let cast = if let Ok(file) = cast.cast::<PyString>() {
        Cast::parse(file.to_str()?).map_err(value_error)?
    } else if cast.is_instance_of::<PyDict>() {
        let line: String = cast.py().import("json")?.call_method1("dumps", (cast,))?.extract()?;
        serde_json::from_str(&line).map_err(|error| value_error(format!("cast: {error}")))?
    } else {
        return Err(PyTypeError::new_err("cast: give the text of a file, or a dict with people and pins"));
    };
    builder.cast(&cast).map_err(value_error)
}
