//! `whosaid sentences`: the sentences of texts, a sentence a line, or their places as JSON lines.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::batch::{self, Jobs};
use super::input::{Reading, Text};
use super::sink::Sink;
use crate::{Lines, Segmenter};

/// Cuts texts into sentences.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    jobs: Jobs,
    /// A sentence a line, or {"id", "sentences": [[start, end], ...]} in bytes for each text.
    #[arg(short, long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What a line break inside a paragraph means.
    #[arg(long, value_enum, default_value_t = LineBreaks::Auto)]
    lines: LineBreaks,
    /// Write to this file.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Jsonl,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
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

/// Writes the sentences of every text that can be read.
pub(super) fn run(arguments: &Arguments) -> io::Result<bool> {
    let sink = Sink::open(arguments.output.as_deref(), "", "")?;
    let segmenter = Segmenter::new().lines(arguments.lines.into());
    let whole = batch::answer(
        &arguments.reading,
        &arguments.jobs,
        |_, text| {
            let mut answer = Vec::new();
            write(&mut answer, &segmenter, text, arguments.format).map(|()| answer)
        },
        |_, answer| sink.write(&answer?),
    )?;
    sink.close()?;
    Ok(whole)
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
