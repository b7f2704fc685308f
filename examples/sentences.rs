//! Prints the sentences of texts, a sentence a line, or their places as JSON lines.

#[path = "common/input.rs"]
mod input;
#[path = "common/lines.rs"]
mod lines;
#[path = "common/sink.rs"]
mod sink;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use input::{Input, Text, Texts};
use lines::complain;
use serde::Serialize;
use sink::Sink;
use whosaid::{Lines, Segmenter};

/// Cuts English texts into sentences.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Each file is a text, or holds a JSON object with "id" and "text" on each line.
    #[arg(long, value_enum, default_value_t = Input::Text)]
    input: Input,
    /// A sentence a line, or {"id", "sentences": [[start, end], ...]} in bytes for each text.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What a line break inside a paragraph means.
    #[arg(long, value_enum, default_value_t = LineBreaks::Auto)]
    lines: LineBreaks,
    /// Standard input where no file is named.
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Jsonl,
}

#[derive(Clone, Copy, ValueEnum)]
enum LineBreaks {
    /// Decided for each text by its lines.
    Auto,
    /// White space.
    Wrapped,
    /// The end of a paragraph.
    Unwrapped,
}

impl From<LineBreaks> for Lines {
    fn from(lines: LineBreaks) -> Self {
        match lines {
            LineBreaks::Auto => Self::Auto,
            LineBreaks::Wrapped => Self::Wrapped,
            LineBreaks::Unwrapped => Self::Unwrapped,
        }
    }
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    sentences: Vec<[usize; 2]>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(faults) if faults > 0 => ExitCode::FAILURE,
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain("sentences", error);
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

/// Writes the sentences of every text that can be read; counts those that cannot.
fn run(arguments: &Arguments) -> io::Result<usize> {
    let sink = Sink::open("sentences", "", "")?;
    let segmenter = Segmenter::new().lines(arguments.lines.into());
    let mut faults = 0;
    for text in Texts::of(arguments.input, &arguments.files, |_| ()) {
        match text {
            Ok(text) => {
                let mut answer = Vec::new();
                write(&mut answer, &segmenter, &text, arguments.format)?;
                sink.write(&answer)?;
            }
            Err(fault) => {
                complain("sentences", fault);
                faults += 1;
            }
        }
    }
    sink.close()?;
    Ok(faults)
}

fn write(out: &mut impl Write, segmenter: &Segmenter, text: &Text, format: Format) -> io::Result<()> {
    let sentences = segmenter.sentences(&text.text);
    if format == Format::Jsonl {
        let sentences = sentences.map(|span| [span.start(), span.end()]).collect();
        serde_json::to_writer(&mut *out, &Answer { id: &text.id, sentences })?;
        return writeln!(out);
    }
    for span in sentences {
        // A sentence of wrapped lines is printed on one.
        let mut words = text.text.as_str()[span].split_whitespace();
        write!(out, "{}", words.next().unwrap_or(""))?;
        for word in words {
            write!(out, " {word}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}
