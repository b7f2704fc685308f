//! The command: the program of the crate within the interpreter.

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use pyo3::prelude::*;

/// Runs the program `whosaid` with `arguments`, the first of which is its name, and returns its exit code.
///
/// It writes to the streams of the process, not to `sys.stdout`.
#[pyfunction]
pub(crate) fn program(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| {
        let code = whosaid::cli::run(arguments);
        let _ = std::io::stdout().flush();
        // an exit code does not tell its number otherwise
        (0..=u8::MAX).find(|number| ExitCode::from(*number) == code).unwrap_or(u8::MAX)
    })
}
