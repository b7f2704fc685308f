//! `whosaid locate`: whether a quotation stands in texts, and who says it there.

use std::fmt::Write;
use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::batch::{self, Jobs};
use super::engine::{self, Engine};
use super::input::{Reading, Text};
use super::paint::{Paint, When, one_line};
use super::sink::Sink;
use crate::locate::{Claim, Located, Verdict};
use crate::{Attributor, Scratch, Span};

/// Checks a quotation against its sources. Ends with 1 where it stands in none of them, differs, or is said by another.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  whosaid locate \"We test it twice a year\" article.txt
  whosaid locate \"We test it … year\" --by \"Ana Ruiz\" -f jsonl articles.jsonl")]
pub(super) struct Arguments {
    /// The words that are claimed to stand there.
    claim: String,
    #[command(flatten)]
    reading: Reading,
    /// Who is claimed to say them.
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    #[command(flatten)]
    engine: Engine,
    #[command(flatten)]
    jobs: Jobs,
    /// For people, or an object a line for programs.
    #[arg(short, long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Colours.
    #[arg(long, value_enum, default_value_t = When::Auto)]
    color: When,
    /// Write to this file.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Jsonl,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    verdict: Verdict,
    spans: &'a [Span],
    text: String,
    speaker: Option<&'a str>,
    differences: Vec<DifferenceShape<'a>>,
}

#[derive(Serialize)]
struct DifferenceShape<'a> {
    claimed: &'a str,
    found: &'a str,
    span: Span,
}

pub(super) fn run(arguments: &Arguments) -> io::Result<bool> {
    let attributor = arguments.engine.attributor()?;
    let paint = Paint::new(arguments.color, arguments.output.as_deref());
    let sink = Sink::open(arguments.output.as_deref(), "", "")?;
    let mut holds = false;
    let whole = batch::answer(
        &arguments.reading,
        &arguments.jobs,
        |scratch, text| check(arguments, &attributor, paint, scratch, text),
        |_, answer| {
            let (answer, verdict) = answer?;
            holds |= matches!(verdict, Verdict::Exact | Verdict::Folded);
            sink.write(answer.as_bytes())
        },
    )?;
    sink.close()?;
    Ok(whole && holds)
}

fn check(
    arguments: &Arguments,
    attributor: &Attributor,
    paint: Paint,
    scratch: &mut Scratch,
    text: &Text,
) -> io::Result<(String, Verdict)> {
    let document = engine::attribute(attributor, scratch, text)?;
    let claim = Claim::new(&arguments.claim);
    let found = document.locate(arguments.by.as_deref().map_or(claim, |name| claim.by(name)));
    let words: Vec<String> =
        found.spans().iter().filter_map(|span| span.get(document.text())).map(one_line).collect();
    let words = words.join(" … ");
    let answer = match arguments.format {
        Format::Text => told(&text.id, &found, &words, paint),
        Format::Jsonl => {
            let differences = found.differences().iter();
            let answer = Answer {
                id: &text.id,
                verdict: found.verdict(),
                spans: found.spans(),
                text: words,
                speaker: found.speaker(),
                differences: differences
                    .map(|one| DifferenceShape {
                        claimed: one.claimed(),
                        found: one.found(),
                        span: one.span(),
                    })
                    .collect(),
            };
            serde_json::to_string(&answer)? + "\n"
        }
    };
    Ok((answer, found.verdict()))
}

fn told(id: &str, found: &Located<'_>, words: &str, paint: Paint) -> String {
    let verdict = match found.verdict() {
        good @ (Verdict::Exact | Verdict::Folded) => paint.good(good),
        other => paint.bad(other),
    };
    let mut told = format!("{}: {verdict}\n", paint.bold(id));
    if found.is_found() {
        let who = match (found.quote(), found.speaker()) {
            (Some(_), Some(name)) => name,
            (Some(_), None) => "somebody whom the text does not name",
            (None, _) => "the text itself",
        };
        let place = found.spans().first().map_or(0, |span| span.start());
        let _ = writeln!(told, "  byte {place}, {who}: {words}");
    }
    for difference in found.differences() {
        let _ = writeln!(told, "  {difference}");
    }
    told
}
