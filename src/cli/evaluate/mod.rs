//! `whosaid evaluate`: how good the answers are. The figures of annotated texts, and the mistakes drawn under them.

mod calibration;
mod contents;
mod entities;
mod fiction;
mod gold;
mod mistakes;
mod names;
mod news;
mod record;
mod tally;
mod words;

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::lines::{Lines, Source, complain};
use crate::cast::Utterance;
use crate::{Attributor, Genre, Span};
use entities::{Article, Identity};
use fiction::Fiction;
use gold::{Gold, Speakers};
use news::News;
use record::{Place, Record};

/// Scores who said what against annotated texts.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Annotated texts, an object a line: "id", "text", "genre", "quotes" with "kind", "content", "source",
    /// "cue", and for novels "speaker" and "entities".
    gold: PathBuf,
    /// Score these answers, in the form that `quotes --format jsonl` writes, instead of reading the texts.
    #[arg(long)]
    predictions: Option<PathBuf>,
    /// Who speaks in the news texts, an object a line: "id", "entities", and "speakers" by quote. Adds how well
    /// speakers are told.
    #[arg(long)]
    entities: Option<PathBuf>,
    /// Give the sources of the gold to the engine, so that only the step from source to speaker is scored.
    #[arg(long, requires = "entities", conflicts_with = "predictions")]
    gold_mentions: bool,
    /// Read the texts as of this genre.
    #[arg(long, value_enum)]
    genre: Option<GenreChoice>,
    /// Draw so many mistakes of each class.
    #[arg(long, default_value_t = 0)]
    errors: usize,
    /// Print the measured precision of each rule as it stands in the tables of rules, and nothing else.
    #[arg(long)]
    precisions: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum GenreChoice {
    News,
    Fiction,
    Transcript,
}

/// What was found in a text, and by which rule each quoted span was read.
struct Answer {
    record: Record,
    rules: Vec<(Place, String)>,
}

pub(super) fn run(arguments: &Arguments) -> io::Result<bool> {
    // written at once, so that nobody reads half a report
    let (mut written, mut faults) = (Vec::new(), 0);
    report(arguments, &mut written, &mut faults)?;
    io::stdout().write_all(&written).and_then(|()| io::stdout().flush())?;
    Ok(faults == 0)
}

fn report(arguments: &Arguments, out: &mut impl Write, faults: &mut usize) -> io::Result<()> {
    let golds: Vec<Gold> = load(&arguments.gold, faults)?;
    let answers = answers(arguments, &golds, faults)?;
    let (mut news, mut fiction) = (News::default(), Fiction::default());
    news.mistakes.wanted = arguments.errors;
    fiction.mistakes.wanted = arguments.errors;
    for (gold, answer) in golds.iter().zip(&answers) {
        if gold.genre == "fiction" {
            fiction.add(gold, &answer.record);
        } else {
            news.add(gold, &answer.record, &|place| rule_of(answer, place));
        }
    }
    let novels = golds.iter().filter(|gold| gold.genre == "fiction").count();
    if arguments.precisions {
        let calibration = if novels > 0 { &fiction.calibration } else { &news.calibration };
        return calibration.print_precisions(out);
    }
    if novels < golds.len() && !arguments.gold_mentions {
        news.print(out)?;
        news.mistakes.print(out)?;
    }
    if novels > 0 {
        fiction.print(out)?;
        fiction.mistakes.print(out)?;
    }
    if let Some(entities) = &arguments.entities {
        let articles = load::<Speakers>(entities, faults)?;
        let identity = identity(arguments, articles, &golds, &answers);
        identity.print(out)?;
        identity.mistakes.print(out)?;
    }
    Ok(())
}

/// The objects of a file, one a line; those that cannot be read are told of and counted.
fn load<T: DeserializeOwned>(path: &Path, faults: &mut usize) -> io::Result<Vec<T>> {
    let source = Source::open(path).map_err(|fault| io::Error::other(fault.to_string()))?;
    let mut lines = Lines::of(source);
    let mut objects = Vec::new();
    while let Some(object) = lines.next() {
        match object {
            Ok(object) => objects.push(object),
            Err(fault) => {
                complain(fault);
                *faults += 1;
            }
        }
    }
    Ok(objects)
}

fn answers(arguments: &Arguments, golds: &[Gold], faults: &mut usize) -> io::Result<Vec<Answer>> {
    if let Some(path) = &arguments.predictions {
        let mut records: HashMap<String, Record> =
            load::<Record>(path, faults)?.into_iter().map(|record| (record.id.clone(), record)).collect();
        let known = |gold: &Gold| records.remove(&gold.id).unwrap_or_default();
        return Ok(golds.iter().map(known).map(|record| Answer { record, rules: Vec::new() }).collect());
    }
    let builder = Attributor::builder();
    let attributor = match arguments.genre {
        None => builder,
        Some(GenreChoice::News) => builder.genre(Genre::News),
        Some(GenreChoice::Fiction) => builder.genre(Genre::Fiction),
        Some(GenreChoice::Transcript) => builder.genre(Genre::Transcript),
    }
    .build();
    let answer = |gold: &Gold| {
        if arguments.gold_mentions { identified(&attributor, gold) } else { read(&attributor, gold) }
    };
    Ok(golds.par_iter().map(answer).collect())
}

fn read(attributor: &Attributor, gold: &Gold) -> Answer {
    let record = Record::of(&gold.id, &attributor.attribute(&gold.text));
    let explanation = attributor.explain(&gold.text);
    let quoted = explanation.sentences().iter().flat_map(|sentence| sentence.quoted());
    let rules = quoted
        .filter_map(|quoted| Some(([quoted.span().start(), quoted.span().end()], quoted.rule()?.to_string())))
        .collect();
    Answer { record, rules }
}

/// The speakers behind the sources of the gold.
fn identified(attributor: &Attributor, gold: &Gold) -> Answer {
    let span = |[start, end]: Place| Span::new(start, end);
    let sourced =
        gold.quotes.iter().filter_map(|quote| Some((quote, quote.source_span()?, quote.content_span()?)));
    let is_place = |span: Span| span.get(&gold.text).is_some_and(|words| !words.is_empty());
    let sound = |(source, content): &(Span, Span)| is_place(*source) && is_place(*content);
    let utterances: Vec<Utterance> = sourced
        .clone()
        .map(|(_, source, content)| (span(source), span(content)))
        .filter(sound)
        .map(Utterance::from)
        .collect();
    let document = attributor.identify(&gold.text, &utterances);
    let document = document.unwrap_or_else(|_| attributor.attribute(""));
    let mut record = Record::of(&gold.id, &document);
    // the whole content of the gold, with the gaps that a span over all of it has not
    for answer in &mut record.quotes {
        let same = |(_, source, content): &(_, Place, Place)| {
            answer.source == Some(*source) && answer.content.first() == Some(content)
        };
        if let Some((quote, ..)) = sourced.clone().find(same) {
            answer.content.clone_from(&quote.content);
        }
    }
    Answer { record, rules: Vec::new() }
}

/// The rule that read the quoted span around a place.
fn rule_of(answer: &Answer, place: Place) -> Option<String> {
    let around = answer.rules.iter().find(|(span, _)| span[0] <= place[0] && place[1] <= span[1]);
    around.map(|(_, rule)| rule.clone())
}

fn identity(arguments: &Arguments, articles: Vec<Speakers>, golds: &[Gold], answers: &[Answer]) -> Identity {
    let articles: HashMap<String, Article> =
        articles.into_iter().map(|speakers| (speakers.id.clone(), Article::of(speakers))).collect();
    let mut identity = Identity::default();
    identity.mistakes.wanted = arguments.errors;
    for (gold, answer) in golds.iter().zip(answers) {
        identity.add(gold, articles.get(&gold.id), &answer.record);
    }
    identity
}
