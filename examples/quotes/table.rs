//! A table for people: who, what, and how that was decided.

use std::fmt::Write;

use console::{Term, style};
use textwrap::core::display_width;
use whosaid::{Document, MentionKind, Quote};

use crate::record::{kind_name, reason_name, status_names, use_name};

/// The width of the column of speakers.
const WHO: usize = 24;
/// Columns are this far apart.
const GAP: &str = "  ";

/// The table of a text.
pub(crate) fn draw(id: &str, document: &Document<'_>) -> String {
    let (quotes, others) = (document.quotes().len(), document.unattributed().len());
    let head = format!("{quotes} quotations, {others} quoted spans that nobody says");
    let mut table = format!("{}  {}\n", style(id).bold(), style(head).dim());
    let width = usize::from(Term::stdout().size().1).clamp(60, 120);
    for quote in document.quotes() {
        let words = joined(document, quote);
        let how = style(how(document, quote)).dim().to_string();
        row(&mut table, width, &who(document, quote), &words, &how);
    }
    for quoted in document.unattributed() {
        let words = one_line(quoted.span().get(document.text()).unwrap_or(""));
        let how = match use_name(quoted.quoted_use()) {
            "unknown" => reason_name(quoted.reason()),
            known => known,
        };
        row(&mut table, width, "–", &words, &style(how).dim().to_string());
    }
    table.push('\n');
    table
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

fn joined(document: &Document<'_>, quote: &Quote) -> String {
    let pieces: Vec<String> = document.texts(quote.content()).map(one_line).collect();
    pieces.join(" … ")
}

fn how(document: &Document<'_>, quote: &Quote) -> String {
    let mut how = kind_name(quote.kind()).to_owned();
    if let Some(cue) = quote.cue().and_then(|cue| cue.get(document.text())) {
        let _ = write!(how, ", “{}”", one_line(cue));
    }
    for status in status_names(quote.cue_status()) {
        let _ = write!(how, " {status}");
    }
    let _ = write!(how, ", {} {:.0} %", quote.rule(), quote.confidence() * 100.0);
    if !quote.speaker_reason().is_empty() {
        let _ = write!(how, ", {}", quote.speaker_reason());
    }
    how
}

/// The speaker on the left, beside it the words and below them how that was decided.
fn row(table: &mut String, width: usize, who: &str, words: &str, how: &str) {
    let left = textwrap::wrap(who, WHO);
    let right = textwrap::wrap(words, width - WHO - GAP.len());
    let right: Vec<&str> = right.iter().map(|line| &**line).chain([how]).collect();
    for at in 0..left.len().max(right.len()) {
        let who = left.get(at).map_or("", |line| line);
        let padding = " ".repeat(WHO.saturating_sub(display_width(who)));
        let who = style(who).cyan();
        let line = format!("{who}{padding}{GAP}{}", right.get(at).unwrap_or(&""));
        let _ = writeln!(table, "{}", line.trim_end());
    }
}

/// Line breaks and runs of blanks as single ones; control characters, which would move the cursor, dropped.
fn one_line(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").chars().filter(|letter| !letter.is_control()).collect()
}
