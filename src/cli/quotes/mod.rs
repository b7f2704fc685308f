//! `whosaid quotes`: who says what, for people and for programs.

mod cast;
mod rows;
mod script;
mod table;
mod tei;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::batch::{self, Jobs};
use super::engine::{self, Engine};
use super::input::{Reading, Text};
use super::paint::{Paint, When};
use super::sink::Sink;
use crate::json::Answer;
use crate::offsets::Unit;
use crate::{Attributor, Document, Scratch, page};

/// Says who says what in texts.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  whosaid quotes article.txt
  whosaid quotes --all article.txt               also what is unsure, and why each is read so
  whosaid quotes -f script novel.txt             for audiobooks: a voice for each line
  whosaid quotes -f jsonl --offsets chars texts.jsonl > quotes.jsonl
  whosaid quotes -f cast novel.txt > people.txt      to edit and give back:
  whosaid quotes --cast people.txt novel.txt
  cat article.txt | whosaid quotes -f csv -o quotes.csv")]
pub(super) struct Arguments {
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    engine: Engine,
    #[command(flatten)]
    jobs: Jobs,
    /// How to show what was found.
    #[arg(short, long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Write to this file.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// In the table also readings below 60 %, quoted spans that nobody says, and why each is read so.
    #[arg(long)]
    all: bool,
    /// How many columns the table may take.
    #[arg(long, value_name = "COLUMNS", default_value_t = 80)]
    width: usize,
    /// Colours in the table.
    #[arg(long, value_enum, default_value_t = When::Auto)]
    color: When,
    /// How places are counted in jsonl, csv and tsv: Python and jq count chars, JavaScript counts utf16.
    #[arg(long, value_enum, default_value_t = UnitChoice::Bytes)]
    offsets: UnitChoice,
    /// Write the text into jsonl, too.
    #[arg(long)]
    with_text: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: line, speaker and words.
    Table,
    /// For programs: an object with all that was found on a line for each text.
    Jsonl,
    /// A row for each quote, with commas.
    Csv,
    /// The same with tabs.
    Tsv,
    /// The text in turns: ANA RUIZ: …, NARRATOR: …
    Script,
    /// TEI XML, with an element "said" for each speech and who says it.
    Tei,
    /// The people and, to be corrected, who speaks each line: what --cast reads.
    Cast,
    /// For a browser: the texts with each speaker's words in a colour.
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum UnitChoice {
    Bytes,
    Chars,
    Utf16,
}

impl From<UnitChoice> for Unit {
    fn from(unit: UnitChoice) -> Self {
        match unit {
            UnitChoice::Bytes => Self::Bytes,
            UnitChoice::Chars => Self::Chars,
            UnitChoice::Utf16 => Self::Utf16,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> io::Result<bool> {
    let attributor = arguments.engine.attributor()?;
    let (head, foot) = match arguments.format {
        Format::Html => (page::head("Who said what"), page::FOOT),
        Format::Tei => (tei::HEAD.to_owned(), tei::FOOT),
        Format::Csv => (rows::head(b','), ""),
        Format::Tsv => (rows::head(b'\t'), ""),
        Format::Cast | Format::Table | Format::Jsonl | Format::Script => (String::new(), ""),
    };
    let paint = Paint::new(arguments.color, arguments.output.as_deref());
    let sink = Sink::open(arguments.output.as_deref(), &head, foot)?;
    let read = |scratch: &mut Scratch, text: &Text| answer(arguments, &attributor, paint, scratch, text);
    let whole = batch::answer(&arguments.reading, &arguments.jobs, read, |_, answer| sink.write(&answer?))?;
    sink.close()?;
    Ok(whole)
}

/// What is written for a text: whole lines.
fn answer(
    arguments: &Arguments,
    attributor: &Attributor,
    paint: Paint,
    scratch: &mut Scratch,
    text: &Text,
) -> io::Result<Vec<u8>> {
    let document = engine::attribute(attributor, scratch, text)?;
    let unit = arguments.offsets.into();
    Ok(match arguments.format {
        Format::Table => table::draw(&text.id, &document, paint, arguments.width, arguments.all).into_bytes(),
        Format::Html => page::section(&text.id, &document).into_bytes(),
        Format::Script => script::write(&text.id, &document).into_bytes(),
        Format::Tei => tei::write(&text.id, &document).into_bytes(),
        Format::Cast => cast::write(&text.id, &document).into_bytes(),
        Format::Csv => rows::write(&text.id, &document, unit, b','),
        Format::Tsv => rows::write(&text.id, &document, unit, b'\t'),
        Format::Jsonl => line(text, &document, unit, arguments.with_text)?,
    })
}

/// An answer as a line of JSON, with the fields that the input had besides between its id and what was found.
fn line(text: &Text, document: &Document<'_>, unit: Unit, with_text: bool) -> io::Result<Vec<u8>> {
    let answer = Answer::of(document).id(text.id.as_str()).offsets(unit);
    let answer = if with_text { answer.with_text() } else { answer };
    let mut line = Vec::with_capacity(text.text.len() * 4 + 512);
    serde_json::to_writer(&mut line, &answer)?;
    if !text.fields.is_empty() {
        let mut passed = Vec::new();
        for (name, value) in &text.fields {
            passed.push(b',');
            serde_json::to_writer(&mut passed, name)?;
            write!(passed, ":{}", value.get())?;
        }
        // {"schema":1,"id":"…" and then the rest
        let mut head = b"{\"schema\":1,\"id\":".to_vec();
        serde_json::to_writer(&mut head, &text.id)?;
        line.splice(head.len()..head.len(), passed);
    }
    line.push(b'\n');
    Ok(line)
}

/// Where the speakers of a document stand in the order in which they are first heard.
fn order(document: &Document<'_>) -> Vec<usize> {
    let mut places = vec![usize::MAX; document.entities().len()];
    let mut next = 0;
    for id in document.quotes().iter().flat_map(|quote| quote.speakers()) {
        if let Some(place) = places.get_mut(id.index()).filter(|place| **place == usize::MAX) {
            *place = next;
            next += 1;
        }
    }
    places
}
