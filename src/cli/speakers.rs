//! `whosaid speakers`: who is quoted how often in many texts.

use std::fmt::Write;
use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::batch::{self, Jobs};
use super::engine::{self, Engine};
use super::input::{Reading, Text};
use super::paint::{Paint, When, one_line, width};
use super::sink::Sink;
use crate::page::escape;
use crate::registry::{Person, Registry};
use crate::{Document, EntityKind, Gender, Scratch};

/// Counts who is quoted how often in texts, with everybody's names joined over all of them.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  whosaid speakers folder
  whosaid speakers --top 20 -f csv articles.jsonl > speakers.csv
  whosaid speakers -f html -o speakers.html folder")]
pub(super) struct Arguments {
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    engine: Engine,
    #[command(flatten)]
    jobs: Jobs,
    /// How to show them.
    #[arg(short, long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Only so many, those with most words.
    #[arg(long, value_name = "NUMBER")]
    top: Option<usize>,
    /// Colours.
    #[arg(long, value_enum, default_value_t = When::Auto)]
    color: When,
    /// Write to this file.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Table,
    Csv,
    Json,
    /// A page with bars.
    Html,
}

pub(super) fn run(arguments: &Arguments) -> io::Result<bool> {
    let attributor = arguments.engine.attributor()?;
    let paint = Paint::new(arguments.color, arguments.output.as_deref());
    let sink = Sink::open(arguments.output.as_deref(), "", "")?;
    let mut registry = Registry::new();
    let mut texts = 0;
    let read = |scratch: &mut Scratch, text: &Text| {
        engine::attribute(&attributor, scratch, text).map(Document::into_owned)
    };
    let whole = batch::answer(&arguments.reading, &arguments.jobs, read, |_, document| {
        texts += 1;
        registry.add(&document?);
        Ok(())
    })?;
    let all = registry.people();
    let summary = Summary::of(&all, texts);
    let shown = &all[..arguments.top.unwrap_or(all.len()).min(all.len())];
    let answer = match arguments.format {
        Format::Table => table(shown, &summary, paint),
        Format::Csv => csv(shown),
        Format::Json => json(shown, &summary)?,
        Format::Html => page(shown, &summary),
    };
    sink.write(answer.as_bytes())?;
    sink.close()?;
    Ok(whole)
}

/// What holds for all of them.
#[derive(Serialize)]
struct Summary {
    texts: usize,
    speakers: usize,
    quotes: usize,
    words: usize,
    /// Of the words of persons whose gender is known.
    words_of_women: usize,
    words_of_men: usize,
}

impl Summary {
    fn of(all: &[Person], texts: usize) -> Self {
        let of = |gender| {
            let own =
                all.iter().filter(|one| one.kind() == EntityKind::Person && one.gender() == Some(gender));
            own.map(Person::words).sum()
        };
        Self {
            texts,
            speakers: all.len(),
            quotes: all.iter().map(Person::quotes).sum(),
            words: all.iter().map(Person::words).sum(),
            words_of_women: of(Gender::Feminine),
            words_of_men: of(Gender::Masculine),
        }
    }

    fn told(&self) -> String {
        let Self { texts, speakers, quotes, words, .. } = self;
        let mut told = format!(
            "{}, {} with names, {}, {words} words",
            many(*texts, "text"),
            many(*speakers, "speaker"),
            many(*quotes, "quote")
        );
        let known = self.words_of_women + self.words_of_men;
        if let Some(share) = (self.words_of_women * 100).checked_div(known) {
            let _ = write!(told, "; of the words whose speaker's gender is known {share} % are women's");
        }
        told
    }
}

fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn cues(person: &Person) -> String {
    let cues = person.cues().iter().take(3).map(|cue| format!("{} {}", cue.cue(), cue.count()));
    cues.collect::<Vec<_>>().join(", ")
}

fn table(shown: &[Person], summary: &Summary, paint: Paint) -> String {
    let mut table = format!("{}\n\n", summary.told());
    let head = format!("{:<30} {:>6} {:>7} {:>6}  {}", "speaker", "quotes", "words", "texts", "cues");
    let _ = writeln!(table, "{}", paint.bold(head));
    for (place, person) in shown.iter().enumerate() {
        let name = one_line(person.name());
        let padding = " ".repeat(30_usize.saturating_sub(width(&name)));
        let (quotes, words, texts) = (person.quotes(), person.words(), person.documents());
        let name = paint.speaker(place, name);
        let _ =
            writeln!(table, "{name}{padding} {quotes:>6} {words:>7} {texts:>6}  {}", paint.dim(cues(person)));
    }
    table
}

fn csv(shown: &[Person]) -> String {
    let mut rows = "name,kind,gender,quotes,words,texts,cues\n".to_owned();
    for person in shown {
        let gender = person.gender().map_or("", Gender::as_str);
        let quoted = |words: &str| format!("\"{}\"", words.replace('"', "\"\""));
        let (name, cues) = (quoted(&one_line(person.name())), quoted(&cues(person)));
        let (quotes, words, texts) = (person.quotes(), person.words(), person.documents());
        let _ = writeln!(rows, "{name},{},{gender},{quotes},{words},{texts},{cues}", person.kind());
    }
    rows
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    kind: EntityKind,
    gender: Option<Gender>,
    quotes: usize,
    words: usize,
    texts: usize,
    cues: Vec<(&'a str, usize)>,
}

fn json(shown: &[Person], summary: &Summary) -> io::Result<String> {
    #[derive(Serialize)]
    struct Whole<'a> {
        schema: u32,
        summary: &'a Summary,
        speakers: Vec<Row<'a>>,
    }
    let speakers = shown
        .iter()
        .map(|person| Row {
            name: person.name(),
            kind: person.kind(),
            gender: person.gender(),
            quotes: person.quotes(),
            words: person.words(),
            texts: person.documents(),
            cues: person.cues().iter().map(|cue| (cue.cue(), cue.count())).collect(),
        })
        .collect();
    let whole = Whole { schema: crate::json::SCHEMA, summary, speakers };
    Ok(serde_json::to_string_pretty(&whole)? + "\n")
}

/// A bar for the words of each.
fn page(shown: &[Person], summary: &Summary) -> String {
    let most = shown.iter().map(Person::words).max().unwrap_or(0).max(1);
    let mut page = crate::page::head("Who is quoted");
    let _ =
        write!(page, "<section>\n<h2>Who is quoted</h2>\n<p>{}</p>\n<ol class=who>", escape(&summary.told()));
    for (place, person) in shown.iter().enumerate() {
        let class = if place < 10 { format!("s{place}") } else { "sx".to_owned() };
        let (bar, name) = (person.words() * 100 / most, escape(person.name()));
        let (quotes, words, texts) = (person.quotes(), person.words(), person.documents());
        let _ = write!(
            page,
            "\n<li><button class={class} style=\"--bar:{bar}%\" title=\"{}\"><b>{name}</b> \
             <small>{quotes} quotes · {words} words · {texts} texts</small></button>",
            escape(&cues(person))
        );
    }
    page + "</ol>\n</section>\n</main>\n</html>\n"
}
