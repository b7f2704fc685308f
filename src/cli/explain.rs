//! `whosaid explain`: why a text is read as it is. What the engine sees of each sentence, and what the rules say of each
//! quoted span.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use super::batch::{self, Jobs};
use super::draw::draw;
use super::engine::{self, Engine};
use super::input::{Reading, Text};
use super::paint::{Paint, When, one_line, width, wrap};
use super::sink::Sink;
use super::tables::place;
use crate::explain::{ExplainedQuoted, ExplainedSentence};
use crate::{Attributor, Document, Quote, QuoteKind, Scratch, Span};

/// Says why texts are read as they are.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    engine: Engine,
    #[command(flatten)]
    jobs: Jobs,
    /// Only sentences with these words in them.
    #[arg(long, value_name = "WORDS", default_value = "", hide_default_value = true)]
    with: String,
    /// Name the rules that do not hold, too.
    #[arg(long)]
    all: bool,
    /// Colours.
    #[arg(long, value_enum, default_value_t = When::Auto)]
    color: When,
    /// Write to this file.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// The strokes under the parts of a quotation.
const CONTENT: &str = "[=]";
const CUE: &str = "<->";
const SOURCE: &str = "{~}";
/// Columns of the drawn text.
const WIDTH: usize = 100;

pub(super) fn run(arguments: &Arguments) -> io::Result<bool> {
    let attributor = arguments.engine.attributor()?;
    let paint = Paint::new(arguments.color, arguments.output.as_deref());
    let sink = Sink::open(arguments.output.as_deref(), "", "")?;
    let whole = batch::answer(
        &arguments.reading,
        &arguments.jobs,
        |scratch, text| explain(arguments, &attributor, paint, scratch, text),
        |_, answer| sink.write(&answer?),
    )?;
    sink.close()?;
    Ok(whole)
}

fn explain(
    arguments: &Arguments,
    attributor: &Attributor,
    paint: Paint,
    scratch: &mut Scratch,
    text: &Text,
) -> io::Result<Vec<u8>> {
    let document = engine::attribute(attributor, scratch, text)?;
    let explanation = attributor.explain(&text.text);
    let mut told = Told {
        document: &document,
        quotes: Quotes::of(&document),
        paint,
        all: arguments.all,
        out: Vec::new(),
    };
    writeln!(told.out, "{}", paint.bold(&text.id))?;
    for sentence in explanation.sentences() {
        if !words(&document, sentence.span()).contains(&arguments.with) {
            continue;
        }
        told.seen(sentence)?;
        for quoted in sentence.quoted() {
            told.said(sentence, quoted)?;
        }
        for quote in told.quotes.reported(sentence.span()) {
            told.reported(sentence, quote)?;
        }
        writeln!(told.out)?;
    }
    Ok(told.out)
}

/// The quotes of a document by their places.
struct Quotes<'d> {
    /// Content in marks, in the order of the text.
    marked: Vec<(Span, &'d Quote)>,
    /// Indirect ones by their cues.
    cues: Vec<(usize, &'d Quote)>,
}

impl<'d> Quotes<'d> {
    fn of(document: &'d Document<'d>) -> Self {
        let quotes = document.quotes().iter();
        let marked = quotes.clone().filter(|quote| quote.kind() != QuoteKind::Indirect);
        let mut marked: Vec<_> =
            marked.flat_map(|quote| quote.content().iter().map(move |span| (*span, quote))).collect();
        marked.sort_by_key(|(span, _)| *span);
        let indirect = quotes.filter(|quote| quote.kind() == QuoteKind::Indirect);
        let mut cues: Vec<_> = indirect.filter_map(|quote| Some((quote.cue()?.start(), quote))).collect();
        cues.sort_by_key(|(cue, _)| *cue);
        Self { marked, cues }
    }

    /// The quote to which a quoted span belongs.
    fn around(&self, quoted: Span) -> Option<&'d Quote> {
        let after = self.marked.partition_point(|(span, _)| span.start() <= quoted.start());
        let near = self.marked[after.saturating_sub(8)..after].iter().rev();
        near.clone().find(|(span, _)| span.contains(quoted)).map(|(_, quote)| *quote)
    }

    /// Those without marks that a sentence reports.
    fn reported(&self, sentence: Span) -> Vec<&'d Quote> {
        let first = self.cues.partition_point(|(cue, _)| *cue < sentence.start());
        let inside = self.cues[first..].iter().take_while(|(cue, _)| *cue < sentence.end());
        inside.map(|(_, quote)| *quote).collect()
    }
}

/// What is told of a text so far.
struct Told<'d> {
    document: &'d Document<'d>,
    quotes: Quotes<'d>,
    paint: Paint,
    all: bool,
    out: Vec<u8>,
}

impl Told<'_> {
    /// The sentence with the letters of its items under their words, and its verb groups.
    fn seen(&mut self, sentence: &ExplainedSentence) -> io::Result<()> {
        for (words, letters, names) in aligned(self.document, sentence) {
            writeln!(self.out, "{}", words.trim_end())?;
            writeln!(self.out, "{}", self.paint.key(letters.trim_end()))?;
            writeln!(self.out, "  {}", self.paint.dim(names))?;
        }
        for verb in sentence.verbs() {
            let subject = verb.subject().map_or("nobody".to_owned(), |subject| words(self.document, subject));
            let (kind, complement) = (verb.complement().kind(), verb.complement().span());
            write!(self.out, "  verb {}, subject {subject}", words(self.document, verb.verb()))?;
            if !complement.is_empty() {
                let complement = words(self.document, complement);
                write!(self.out, ", {kind} of grade {}: {complement}", verb.grade())?;
            }
            writeln!(self.out)?;
        }
        Ok(())
    }

    /// A quoted span: what became of it, and what the rules say.
    fn said(&mut self, sentence: &ExplainedSentence, quoted: &ExplainedQuoted) -> io::Result<()> {
        let quote = self.quotes.around(quoted.span());
        let mut parts = vec![(quoted.span(), CONTENT)];
        parts.extend(quote.into_iter().flat_map(hanging));
        self.drawn(sentence, &parts)?;
        match (quoted.rule(), quote) {
            (Some(rule), Some(quote)) => {
                let sure = quote.confidence() * 100.0;
                writeln!(
                    self.out,
                    "    {} {rule}: {}; {sure:.0} % sure{}",
                    self.paint.good("won "),
                    rule.about(),
                    self.paint.dim(place(rule))
                )?;
                self.who(quote)?;
            }
            (Some(rule), None) => {
                writeln!(self.out, "    {} {rule}, but the answer was not kept", self.paint.bad("lost"))?;
            }
            (None, _) => self.nobody(quoted)?,
        }
        self.weighed(quoted)?;
        self.trials(quoted)
    }

    /// The persons who were weighed for a line of fiction, with what speaks for each.
    fn weighed(&mut self, quoted: &ExplainedQuoted) -> io::Result<()> {
        for person in quoted.weighed() {
            let name = self.document.entity(person.person()).map_or("nobody", |entity| entity.name());
            let place = if person.behind() > 0.0 {
                format!(", {:.1} behind", person.behind())
            } else {
                String::new()
            };
            let points = person.points();
            writeln!(self.out, "    {} {name}{place}: {points:.1} points", self.paint.good("sum "))?;
            for reason in person.reasons() {
                writeln!(self.out, "      {:+6.1} {}", reason.points(), reason.name())?;
            }
        }
        Ok(())
    }

    /// Why nobody says a quoted span.
    fn nobody(&mut self, quoted: &ExplainedQuoted) -> io::Result<()> {
        let all = self.document.unattributed();
        let place = all.binary_search_by_key(&quoted.span().start(), |one| one.span().start());
        let nobody = self.paint.bad("nobody says it");
        match place.ok().and_then(|place| all.get(place)) {
            Some(found) => {
                writeln!(self.out, "    {nobody}: {}, use: {}", found.reason(), found.quoted_use())
            }
            None => writeln!(self.out, "    {nobody}"),
        }
    }

    /// What the rules say that did not decide: those that would have answered, and of the rest the names.
    fn trials(&mut self, quoted: &ExplainedQuoted) -> io::Result<()> {
        let (mut silent, mut unasked) = (Vec::new(), Vec::new());
        for trial in quoted.trials() {
            let name = trial.rule().name();
            match trial.source() {
                Some(_) if quoted.rule() == Some(trial.rule()) => {}
                Some(source) => {
                    let cue = trial.cue().map(|cue| format!(" <{}>", words(self.document, cue)));
                    let (lost, source) = (self.paint.bad("lost"), words(self.document, source));
                    let cue = cue.unwrap_or_default();
                    let place = self.paint.dim(place(trial.rule()));
                    writeln!(self.out, "    {lost} {name}: asked later; would say {{{source}}}{cue}{place}")?;
                }
                None if trial.is_asked() => silent.push(name),
                None => unasked.push(name),
            }
        }
        let all = [("does not hold", silent), ("not asked of a span that ends so", unasked)];
        for (what, names) in all.iter().filter(|(_, names)| self.all && !names.is_empty()) {
            let list = format!("{what}: {}", names.join(", "));
            for (at, line) in wrap(&list, WIDTH - 9).into_iter().enumerate() {
                let lost = if at == 0 { self.paint.bad("lost") } else { "    ".to_owned() };
                writeln!(self.out, "    {lost} {line}")?;
            }
        }
        Ok(())
    }

    /// Speech without marks.
    fn reported(&mut self, sentence: &ExplainedSentence, quote: &Quote) -> io::Result<()> {
        let content = quote.content().iter().map(|span| (*span, CONTENT));
        let parts: Vec<(Span, &'static str)> = content.chain(hanging(quote)).collect();
        self.drawn(sentence, &parts)?;
        let (rule, sure) = (quote.rule(), quote.confidence() * 100.0);
        let (won, place) = (self.paint.good("indirect"), self.paint.dim(place(rule)));
        writeln!(self.out, "    {won} {rule}: {}; {sure:.0} % sure{place}", rule.about())?;
        self.who(quote)
    }

    /// How it was said, then the persons or bodies, and what ties them to the source.
    fn who(&mut self, quote: &Quote) -> io::Result<()> {
        let (mode, stance, form) = (quote.mode(), quote.stance(), quote.form());
        let status = quote.cue_status();
        writeln!(
            self.out,
            "    {} {mode}, {stance}; a {form}; the saying: {status}",
            self.paint.good("how ")
        )?;
        let names: Vec<&str> = self.document.speakers(quote).map(|entity| entity.name()).collect();
        let names = if names.is_empty() { "nobody known".to_owned() } else { names.join(", ") };
        let sure = quote.speaker_confidence() * 100.0;
        let reason = quote.speaker_reason();
        writeln!(self.out, "    {} {names}: {reason}; {sure:.0} % sure", self.paint.good("who "))?;
        for other in quote.alternatives() {
            let entities = other.speakers().iter().filter_map(|id| self.document.entity(*id));
            let names: Vec<&str> = entities.map(|entity| entity.name()).collect();
            let names = if names.is_empty() { "nobody known".to_owned() } else { names.join(", ") };
            // in a novel another speaker is weighed without words that stand for him
            let source = other.source().map(|source| words(self.document, source.span()));
            let source = source.map_or_else(String::new, |source| format!(" as {{{source}}}"));
            let sure = other.confidence() * 100.0;
            writeln!(self.out, "    {} {names}{source}: {sure:.0} % sure", self.paint.dim("else"))?;
        }
        Ok(())
    }

    /// The sentence with `parts` under it.
    fn drawn(&mut self, sentence: &ExplainedSentence, parts: &[(Span, &'static str)]) -> io::Result<()> {
        writeln!(self.out)?;
        for line in draw(self.document.text(), sentence.span(), parts, WIDTH - 4).lines() {
            writeln!(self.out, "    {line}")?;
        }
        Ok(())
    }
}

/// The words of a sentence in lines, under each the letters of its items, and what those letters mean.
fn aligned(document: &Document<'_>, sentence: &ExplainedSentence) -> Vec<(String, String, String)> {
    let mut lines = Vec::new();
    let (mut top, mut low, mut names, mut used) = (String::new(), String::new(), Vec::new(), 0);
    for item in sentence.items() {
        let words = words(document, item.span());
        let wide = width(&words).max(1);
        if used > 0 && used + wide > WIDTH {
            lines.push((
                std::mem::take(&mut top),
                std::mem::take(&mut low),
                std::mem::take(&mut names).join(", "),
            ));
            used = 0;
        }
        let _ = std::fmt::Write::write_fmt(
            &mut top,
            format_args!("{words}{} ", " ".repeat(wide - width(&words))),
        );
        let _ =
            std::fmt::Write::write_fmt(&mut low, format_args!("{}{} ", item.letter(), " ".repeat(wide - 1)));
        used += wide + 1;
        let name = format!("{} {}", item.letter(), item.name());
        if !item.name().is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    lines.push((top, low, names.join(", ")));
    lines
}

fn hanging(quote: &Quote) -> impl Iterator<Item = (Span, &'static str)> {
    let cue = quote.cue().map(|cue| (cue, CUE));
    let source = quote.source().map(|source| (source.span(), SOURCE));
    cue.into_iter().chain(source)
}

/// The words of a span on one line.
fn words(document: &Document<'_>, span: Span) -> String {
    one_line(span.get(document.text()).unwrap_or(""))
}
