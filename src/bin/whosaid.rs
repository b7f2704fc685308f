//! Says who said what in English texts: `whosaid --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    whosaid::cli::run(std::env::args_os())
}
