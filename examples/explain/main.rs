//! Why a text is read as it is: what the engine sees of each sentence, and what every rule says of each
//! quoted span.

#[path = "../common/draw.rs"]
mod draw;
#[path = "../common/input.rs"]
mod input;
#[path = "../common/lines.rs"]
mod lines;
#[path = "../common/sink.rs"]
mod sink;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use console::style;
use textwrap::{Options, WordSeparator, WordSplitter};
use whosaid::explain::{ExplainedQuoted, ExplainedSentence};
use whosaid::{Attributor, Document, Genre, Quote, QuoteKind, Span};

use draw::draw;
use input::{Input, Text, Texts};
use lines::complain;
use sink::Sink;

/// Says why English texts are read as they are.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    /// What each file holds.
    #[arg(long, value_enum, default_value_t = Input::Text)]
    input: Input,
    /// What kind of texts they are.
    #[arg(long, value_enum)]
    genre: Option<GenreChoice>,
    /// Only sentences with these words in them.
    #[arg(long)]
    with: Option<String>,
    /// Standard input where no file is named, or for "-".
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum GenreChoice {
    News,
    Fiction,
}

/// The strokes under the parts of a quotation.
const CONTENT: &str = "[=]";
const CUE: &str = "<->";
const SOURCE: &str = "{~}";
/// Columns of the drawn text.
const WIDTH: usize = 100;

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain("explain", error);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> io::Result<ExitCode> {
    let builder = Attributor::builder().indirect(true);
    let attributor = match arguments.genre {
        None => builder,
        Some(GenreChoice::News) => builder.genre(Genre::News),
        Some(GenreChoice::Fiction) => builder.genre(Genre::Fiction),
    }
    .build();
    let sink = Sink::open("explain", "", "")?;
    let mut code = ExitCode::SUCCESS;
    for text in Texts::of(arguments.input, &arguments.files, |_| ()) {
        match text {
            Ok(text) => {
                let mut answer = Vec::new();
                explain(&mut answer, &attributor, &text, arguments.with.as_deref().unwrap_or(""))?;
                sink.write(&answer)?;
            }
            Err(fault) => {
                complain("explain", fault);
                code = ExitCode::FAILURE;
            }
        }
    }
    sink.close()?;
    Ok(code)
}

fn explain(out: &mut impl Write, attributor: &Attributor, text: &Text, with: &str) -> io::Result<()> {
    let document = attributor.attribute(&text.text);
    let explanation = attributor.explain(&text.text);
    writeln!(out, "{}", style(&text.id).bold())?;
    for sentence in explanation.sentences() {
        if !words(&document, sentence.span()).contains(with) {
            continue;
        }
        seen(out, &document, sentence)?;
        for quoted in sentence.quoted() {
            said(out, &document, sentence, quoted)?;
        }
        for quote in document.quotes().iter().filter(|quote| quote.kind() == QuoteKind::Indirect) {
            if quote.cue().is_some_and(|cue| sentence.span().contains(cue)) {
                reported(out, &document, sentence, quote)?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// The sentence, its item line, and its verb groups.
fn seen(out: &mut impl Write, document: &Document<'_>, sentence: &ExplainedSentence) -> io::Result<()> {
    write!(out, "{}", draw(document.text(), sentence.span(), &[], WIDTH))?;
    writeln!(out, "  {}", style(sentence.line()).yellow())?;
    for verb in sentence.verbs() {
        let subject = verb.subject().map_or("nobody".to_owned(), |subject| words(document, subject));
        let (kind, complement) = verb.complement();
        write!(out, "  verb {}, subject {subject}", words(document, verb.verb()))?;
        if !complement.is_empty() {
            write!(out, ", {kind} of grade {}: {}", verb.grade(), words(document, complement))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A quoted span: what became of it, and what every rule says.
fn said(
    out: &mut impl Write,
    document: &Document<'_>,
    sentence: &ExplainedSentence,
    quoted: &ExplainedQuoted,
) -> io::Result<()> {
    let quote = document.quotes().iter().find(|quote| {
        quote.kind() != QuoteKind::Indirect && quote.content().iter().any(|span| span.contains(quoted.span()))
    });
    let mut parts = vec![(quoted.span(), CONTENT)];
    parts.extend(quote.into_iter().flat_map(hanging));
    drawn(out, document, sentence, &parts)?;
    match (quoted.rule(), quote) {
        (Some(rule), Some(quote)) => {
            let sure = quote.confidence() * 100.0;
            writeln!(out, "    {} {rule}: {}; {sure:.0} % sure", style("won ").green(), rule.about())?;
            who(out, document, quote)?;
        }
        (Some(rule), None) => {
            writeln!(out, "    {} {rule}, but the answer was not kept", style("lost").red())?;
        }
        (None, _) => nobody(out, document, quoted)?,
    }
    weighed(out, document, quoted)?;
    trials(out, document, quoted)
}

/// The persons who were weighed for a line of fiction, with what speaks for each.
fn weighed(out: &mut impl Write, document: &Document<'_>, quoted: &ExplainedQuoted) -> io::Result<()> {
    for person in quoted.weighed() {
        let name = document.entity(person.person()).map_or("nobody", |entity| entity.name());
        let place =
            if person.behind() > 0.0 { format!(", {:.1} behind", person.behind()) } else { String::new() };
        writeln!(out, "    {} {name}{place}: {:.1} points", style("sum ").green(), person.points())?;
        for (reason, points) in person.reasons() {
            writeln!(out, "      {points:+6.1} {reason}")?;
        }
    }
    Ok(())
}

/// Why nobody says a quoted span.
fn nobody(out: &mut impl Write, document: &Document<'_>, quoted: &ExplainedQuoted) -> io::Result<()> {
    match document.unattributed().iter().find(|unattributed| unattributed.span() == quoted.span()) {
        Some(found) => writeln!(
            out,
            "    {}: {:?}, use {:?}",
            style("nobody says it").red(),
            found.reason(),
            found.quoted_use()
        ),
        None => writeln!(out, "    {}", style("nobody says it").red()),
    }
}

/// What the rules say that did not decide.
fn trials(out: &mut impl Write, document: &Document<'_>, quoted: &ExplainedQuoted) -> io::Result<()> {
    let (mut silent, mut unasked) = (Vec::new(), Vec::new());
    for trial in quoted.trials() {
        let name = trial.rule().name();
        match trial.source() {
            Some(_) if quoted.rule() == Some(trial.rule()) => {}
            Some(source) => {
                let cue = trial.cue().map_or_else(String::new, |cue| format!(" <{}>", words(document, cue)));
                let (lost, source) = (style("lost").red(), words(document, source));
                writeln!(out, "    {lost} {name}: asked later; would say {{{source}}}{cue}")?;
            }
            None if trial.is_asked() => silent.push(name),
            None => unasked.push(name),
        }
    }
    for (what, names) in [("does not hold", silent), ("not asked of a span that ends so", unasked)] {
        if !names.is_empty() {
            let options = Options::new(WIDTH - 8).subsequent_indent("      ");
            let options = options.word_splitter(WordSplitter::NoHyphenation);
            let names = textwrap::fill(&names.join(", "), options.word_separator(WordSeparator::AsciiSpace));
            writeln!(out, "    {} {what}: {names}", style("lost").red())?;
        }
    }
    Ok(())
}

/// Speech without marks.
fn reported(
    out: &mut impl Write,
    document: &Document<'_>,
    sentence: &ExplainedSentence,
    quote: &Quote,
) -> io::Result<()> {
    let content = quote.content().iter().map(|span| (*span, CONTENT));
    let parts: Vec<(Span, &'static str)> = content.chain(hanging(quote)).collect();
    drawn(out, document, sentence, &parts)?;
    let (rule, sure) = (quote.rule(), quote.confidence() * 100.0);
    writeln!(out, "    {} {rule}: {}; {sure:.0} % sure", style("indirect").green(), rule.about())?;
    who(out, document, quote)
}

fn hanging(quote: &Quote) -> impl Iterator<Item = (Span, &'static str)> {
    let cue = quote.cue().map(|cue| (cue, CUE));
    let source = quote.source().map(|source| (source.span(), SOURCE));
    cue.into_iter().chain(source)
}

/// The persons or bodies, and what ties them to the source.
fn who(out: &mut impl Write, document: &Document<'_>, quote: &Quote) -> io::Result<()> {
    let names: Vec<&str> = document.speakers(quote).map(|entity| entity.name()).collect();
    let names = if names.is_empty() { "nobody known".to_owned() } else { names.join(", ") };
    let sure = quote.speaker_confidence() * 100.0;
    write!(out, "    {} {names}: {}; {sure:.0} % sure", style("who ").green(), quote.speaker_reason())?;
    for other in quote.alternatives() {
        let names: Vec<&str> = other
            .speakers()
            .iter()
            .filter_map(|id| document.entity(*id))
            .map(|entity| entity.name())
            .collect();
        let source = other.source().map_or_else(String::new, |source| words(document, source.span()));
        write!(out, "; or {} {{{source}}} {:.0} %", names.join(", "), other.confidence() * 100.0)?;
    }
    writeln!(out)
}

/// The sentence with `parts` under it.
fn drawn(
    out: &mut impl Write,
    document: &Document<'_>,
    sentence: &ExplainedSentence,
    parts: &[(Span, &'static str)],
) -> io::Result<()> {
    writeln!(out)?;
    for line in draw(document.text(), sentence.span(), parts, WIDTH - 4).lines() {
        writeln!(out, "    {line}")?;
    }
    Ok(())
}

/// The words of a span on one line.
fn words(document: &Document<'_>, span: Span) -> String {
    let words: Vec<&str> = span.get(document.text()).unwrap_or("").split_whitespace().collect();
    words.join(" ")
}
