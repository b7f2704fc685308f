//! A text of Python's as UTF-8.
//!
//! Python's texts may hold half a surrogate pair, which UTF-8 has not. Each is read as U+FFFD: one code point and three
//! bytes, as `text.encode("utf-8", "surrogatepass")` has it, so that places in code points and in bytes stay right.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

pub(crate) fn utf8(text: &Bound<'_, PyString>) -> PyResult<String> {
    if let Ok(plain) = text.to_str() {
        return Ok(plain.to_owned());
    }
    let bytes = text.call_method1("encode", ("utf-8", "surrogatepass"))?;
    Ok(without_surrogates(bytes.cast::<PyBytes>()?.as_bytes()))
}

/// The same bytes with U+FFFD for each surrogate.
fn without_surrogates(bytes: &[u8]) -> String {
    let mut whole = bytes.to_vec();
    for at in 0..whole.len().saturating_sub(2) {
        // ED A0 80 to ED BF BF; ED is never a later byte of a character
        if whole[at] == 0xED && whole[at + 1] >= 0xA0 {
            whole[at..at + 3].copy_from_slice("\u{FFFD}".as_bytes());
        }
    }
    String::from_utf8_lossy(&whole).into_owned()
}
