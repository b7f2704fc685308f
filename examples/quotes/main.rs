//! Who said what in a text, or in any number of them.

mod html;
#[path = "../common/input.rs"]
mod input;
#[path = "../common/lines.rs"]
mod lines;
#[path = "../common/record.rs"]
mod record;
#[path = "../common/sink.rs"]
mod sink;
mod table;

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use whosaid::{Attributor, Genre, Scratch};

use input::{Input, Text, Texts};
use lines::{Fault, complain};
use record::Record;
use sink::Sink;

/// Says who said what in English texts.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    /// What each file holds.
    #[arg(long, value_enum, default_value_t = Input::Text)]
    input: Input,
    /// How to show what was found.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// What kind of texts they are.
    #[arg(long, value_enum, default_value_t = GenreChoice::Auto)]
    genre: GenreChoice,
    /// Leave out what is less sure than this, from 0 to 1.
    #[arg(long, default_value_t = 0.0)]
    least_confidence: f32,
    /// Leave out speech without quotation marks.
    #[arg(long)]
    no_indirect: bool,
    /// Report the indirect speech of novels too.
    #[arg(long, conflicts_with = "no_indirect")]
    indirect: bool,
    /// Standard input where no file is named, or for "-".
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: speaker, words, and how that was decided.
    Table,
    /// For programs: an object with all that was found on a line for each text.
    Jsonl,
    /// For a browser: the texts with each speaker's words in a colour.
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum GenreChoice {
    /// Decided for each text.
    Auto,
    News,
    Fiction,
}

/// Texts are read, and their answers written, in batches: no more than two are in memory at a time.
const BATCH_BYTES: usize = 8 << 20;
const BATCH_TEXTS: usize = 512;

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(code) => code,
        // whoever read the output has seen enough
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain("quotes", error);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    let attributor = attributor(arguments).map_err(io::Error::other)?;
    let progress = progress(arguments);
    let (head, foot) = if arguments.format == Format::Html { (html::HEAD, html::FOOT) } else { ("", "") };
    let sink = Sink::open("quotes", head, foot)?;
    let heard = progress.clone();
    let mut texts = Texts::of(arguments.input, &arguments.files, move |bytes| heard.inc(bytes as u64));
    let mut failed = false;
    let mut batch = next_batch(&mut texts);
    while !batch.is_empty() {
        let read = || {
            let texts = batch.par_iter();
            let answers = texts.map_init(Scratch::default, |scratch, text| {
                answer(&attributor, scratch, arguments.format, text)
            });
            answers.collect()
        };
        let (answers, next): (Vec<_>, _) = rayon::join(read, || next_batch(&mut texts));
        for (text, answer) in batch.iter().zip(&answers) {
            match (text, answer) {
                (Ok(_), Some(answer)) => sink.write(answer)?,
                (Err(fault), _) => {
                    failed = true;
                    progress.suspend(|| complain("quotes", fault));
                }
                (Ok(_), None) => {}
            }
        }
        batch = next;
    }
    progress.finish_and_clear();
    sink.close()?;
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn attributor(arguments: &Arguments) -> Result<Attributor, whosaid::Error> {
    let mut builder = Attributor::builder().least_confidence(arguments.least_confidence)?;
    if arguments.indirect || arguments.no_indirect {
        builder = builder.indirect(arguments.indirect);
    }
    Ok(match arguments.genre {
        GenreChoice::Auto => builder,
        GenreChoice::News => builder.genre(Genre::News),
        GenreChoice::Fiction => builder.genre(Genre::Fiction),
    }
    .build())
}

/// A bar on the terminal, unless the answers go there or the size of the input is not known.
fn progress(arguments: &Arguments) -> ProgressBar {
    let size: u64 = arguments.files.iter().filter_map(|file| Some(std::fs::metadata(file).ok()?.len())).sum();
    if size == 0 || io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = "{bar:40} {bytes}/{total_bytes} {bytes_per_sec}, {eta} left";
    let style = ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(size).with_style(style)
}

fn next_batch(texts: &mut Texts) -> Vec<Result<Text, Fault>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while bytes < BATCH_BYTES && batch.len() < BATCH_TEXTS {
        let Some(text) = texts.next() else { break };
        bytes += text.as_ref().map_or(0, |text| text.text.len());
        batch.push(text);
    }
    batch
}

/// What is written for a text: whole lines.
fn answer(
    attributor: &Attributor,
    scratch: &mut Scratch,
    format: Format,
    text: &Result<Text, Fault>,
) -> Option<Vec<u8>> {
    let text = text.as_ref().ok()?;
    let document = attributor.attribute_with(scratch, &text.text);
    Some(match format {
        Format::Table => table::draw(&text.id, &document).into_bytes(),
        Format::Html => html::section(&text.id, &document).into_bytes(),
        Format::Jsonl => {
            let mut line = serde_json::to_vec(&Record::of(&text.id, &document)).ok()?;
            line.push(b'\n');
            line
        }
    })
}
