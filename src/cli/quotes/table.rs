//! A table for people: line, who, what.

use std::fmt::Write;

use super::order;
use crate::cli::paint::{Paint, one_line, width, wrap};
use crate::{CueStatus, Document, Form, MentionKind, Mode, Quote, QuoteKind, Span, Stance, Use};

/// The width of the column of lines, and of speakers.
const LINE: usize = 5;
const WHO: usize = 22;
/// Columns are this far apart.
const GAP: &str = "  ";
/// Readings less sure than this are shown where all is asked for.
const SURE: f32 = 0.6;

/// The table of a text.
pub(super) fn draw(id: &str, document: &Document<'_>, paint: Paint, columns: usize, all: bool) -> String {
    let mut table = Table {
        document,
        paint,
        columns: columns.max(WHO + LINE + 30),
        order: order(document),
        lines: Lines { text: document.text(), at: 0, line: 1 },
        drawn: String::new(),
    };
    let sure = |quote: &&Quote| all || quote.confidence() >= SURE;
    let unsure = document.quotes().len() - document.quotes().iter().filter(sure).count();
    let _ = writeln!(table.drawn, "{}  {}", paint.bold(id), paint.dim(summary(document)));
    let mut quotes = document.quotes().iter().filter(sure).peekable();
    let mut others = document.unattributed().iter().filter(|_| all).peekable();
    let start = |quote: &&Quote| quote.content().first().map_or(0, |span| span.start());
    loop {
        let quote = quotes.peek().map(start);
        let other = others.peek().map(|quoted| quoted.span().start());
        match (quote, other) {
            (None, None) => break,
            (Some(quote), other) if other.is_none_or(|other| quote <= other) => {
                quotes.next().into_iter().for_each(|quote| table.quote(quote, all));
            }
            _ => {
                if let Some(quoted) = others.next() {
                    table.nobody(quoted.span(), quoted.quoted_use(), quoted.reason().as_str());
                }
            }
        }
    }
    let hidden =
        [(unsure, "less sure than 60 %"), (document.unattributed().len(), "quoted but said by nobody")];
    let hidden: Vec<String> = hidden
        .into_iter()
        .filter(|(count, _)| !all && *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    if !hidden.is_empty() {
        let _ = writeln!(table.drawn, "{}", paint.dim(format!("{}: --all shows them", hidden.join(", "))));
    }
    table.drawn.push('\n');
    table.drawn
}

fn summary(document: &Document<'_>) -> String {
    let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
    let speakers = document.totals().iter().filter(|total| total.speaker().is_some()).count();
    format!("{} by {}", count(document.quotes().len(), "quote"), count(speakers, "speaker"))
}

/// The numbers of lines, asked in the order of the text.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if byte > self.at {
            self.line += self.text.as_bytes()[self.at..byte].iter().filter(|byte| **byte == b'\n').count();
            self.at = byte;
        }
        self.line
    }
}

struct Table<'d> {
    document: &'d Document<'d>,
    paint: Paint,
    columns: usize,
    order: Vec<usize>,
    lines: Lines<'d>,
    drawn: String,
}

impl Table<'_> {
    fn quote(&mut self, quote: &Quote, all: bool) {
        let words = one_line(&self.document.words(quote));
        let mut notes: Vec<String> = Vec::new();
        if quote.kind() == QuoteKind::Indirect {
            notes.push("indirect".to_owned());
        }
        notes.extend(manner(quote).map(str::to_owned));
        notes.extend(doubts(quote.cue_status()).map(str::to_owned));
        if all {
            notes.push(how(quote));
        }
        let place = quote.speakers().first().and_then(|id| self.order.get(id.index()).copied());
        let line = self.lines.of(quote.content().first().map_or(0, |span| span.start()));
        self.row(line, &who(self.document, quote), place, &words, &notes.join("; "));
    }

    fn nobody(&mut self, span: Span, quoted_use: Use, reason: &str) {
        let words = one_line(span.get(self.document.text()).unwrap_or(""));
        let note = if quoted_use == Use::Unknown { reason } else { quoted_use.as_str() };
        let line = self.lines.of(span.start());
        self.row(line, "–", None, &words, note);
    }

    /// The line and the speaker on the left, beside them the words, and in brackets what is to be said of them.
    fn row(&mut self, line: usize, who: &str, place: Option<usize>, words: &str, notes: &str) {
        let left = wrap(who, WHO);
        let columns = self.columns - LINE - WHO - 2 * GAP.len();
        let mut right = wrap(words, columns);
        let plain = right.len();
        if !notes.is_empty() {
            let note = format!("[{notes}]");
            match right.last_mut() {
                Some(last) if width(last) + 1 + width(&note) <= columns => {
                    let _ = write!(last, " {}", self.paint.dim(note));
                }
                _ => right.extend(wrap(&note, columns).into_iter().map(|note| self.paint.dim(note))),
            }
        }
        for at in 0..left.len().max(right.len()) {
            let number = if at == 0 { line.to_string() } else { String::new() };
            let name = left.get(at).map_or("", String::as_str);
            let padding = " ".repeat(WHO.saturating_sub(width(name)));
            let colour = |words: &str| match place {
                Some(place) if !words.is_empty() => self.paint.speaker(place, words),
                _ => words.to_owned(),
            };
            let words = right.get(at).map_or("", String::as_str);
            let words =
                if at < plain && !words.contains('\u{1b}') { colour(words) } else { words.to_owned() };
            let line = format!("{number:>LINE$}{GAP}{}{padding}{GAP}{words}", colour(name));
            let _ = writeln!(self.drawn, "{}", line.trim_end());
        }
    }
}

/// The name of whoever speaks, with the words that stand for it where they are others.
fn who(document: &Document<'_>, quote: &Quote) -> String {
    let names: Vec<&str> = document.speakers(quote).map(|entity| entity.name()).collect();
    let mention = quote.source().and_then(|source| source.span().get(document.text())).map(one_line);
    match (names.is_empty(), mention) {
        (true, None) => "?".to_owned(),
        (true, Some(mention)) => mention,
        (false, Some(mention))
            if quote.source().is_some_and(|source| source.kind() != MentionKind::Name)
                && !names.contains(&mention.as_str()) =>
        {
            format!("{} ({mention})", names.join(", "))
        }
        (false, _) => names.join(", "),
    }
}

/// How it was said, where that is more than said and held for so.
fn manner(quote: &Quote) -> impl Iterator<Item = &'static str> {
    let stance = match quote.stance() {
        Stance::Asserted => None,
        Stance::Rejected => Some("DENIED"),
        other => Some(other.as_str()),
    };
    let mode = Some(quote.mode()).filter(|mode| *mode != Mode::Said).map(Mode::as_str);
    let form = Some(quote.form()).filter(|form| *form != Form::Clause).map(Form::as_str);
    [mode, form, stance].into_iter().flatten()
}

/// What the text says of the saying, where it does not simply say that it was.
fn doubts(status: CueStatus) -> impl Iterator<Item = &'static str> {
    [
        (status.is_negated(), "NOT said"),
        (status.is_future(), "will be said"),
        (status.is_conditional(), "may be said"),
        (status.is_questioned(), "asked whether said"),
    ]
    .into_iter()
    .filter_map(|(holds, words)| holds.then_some(words))
}

fn how(quote: &Quote) -> String {
    let mut how = format!("{} {:.0} %", quote.rule(), quote.confidence() * 100.0);
    if !quote.speaker_reason().is_empty() && quote.speaker_reason() != quote.rule().name() {
        let _ = write!(how, "; {} {:.0} %", quote.speaker_reason(), quote.speaker_confidence() * 100.0);
    }
    how
}
