//! Writes the texts, an object of JSON on a line for each.

use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, text) in whosaid_texts::texts().iter().enumerate() {
        writeln!(out, "{}", whosaid_texts::line(number, text))?;
    }
    out.flush()
}
