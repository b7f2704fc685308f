//! Errors as Python has them: what a caller gets wrong is a `ValueError` with the library's words.

use pyo3::PyErr;
use pyo3::exceptions::PyValueError;

pub(crate) fn value_error(error: impl ToString) -> PyErr {
    PyValueError::new_err(error.to_string())
}
