//! Prints the sentences of texts, a sentence a line, or their places as JSON lines.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use serde::{Deserialize, Serialize};
use whosaid::{Lines, Segmenter};

/// Cuts English texts into sentences.
#[derive(Parser)]
#[command(version, about)]
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
enum Input {
    Text,
    Jsonl,
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

#[derive(Deserialize)]
struct Text {
    id: String,
    text: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    sentences: Vec<[usize; 2]>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sentences: {error}");
            ExitCode::FAILURE
        }
        Ok(()) => ExitCode::SUCCESS,
    }
}

fn run(arguments: &Arguments) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let segmenter = Segmenter::new().lines(arguments.lines.into());
    let standard_input = [PathBuf::from("-")];
    let files = if arguments.files.is_empty() { &standard_input[..] } else { &arguments.files };
    for file in files {
        let input = open(file).map_err(|error| at(&file.display().to_string(), &error))?;
        if arguments.input == Input::Text {
            let text = Text { id: file.display().to_string(), text: io::read_to_string(input)? };
            write(&mut out, &segmenter, &text, arguments.format)?;
            continue;
        }
        for (number, line) in BufReader::new(input).lines().enumerate() {
            let line = line?;
            if !line.trim().is_empty() {
                let place = || format!("{}, line {}", file.display(), number + 1);
                let text: Text = serde_json::from_str(&line).map_err(|error| at(&place(), &error.into()))?;
                write(&mut out, &segmenter, &text, arguments.format)?;
            }
        }
    }
    out.flush()
}

fn open(file: &Path) -> io::Result<Box<dyn Read>> {
    if file == Path::new("-") { Ok(Box::new(io::stdin())) } else { Ok(Box::new(File::open(file)?)) }
}

/// The error with its place.
fn at(place: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{place}: {error}"))
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
