//! The text with its marks: quotes, cues, sources, quoted words that nobody says, chapter headings.

use std::cmp::Reverse;
use std::fmt::Write;

use super::{Speakers, escape};
use crate::answer::document::Document;
use crate::answer::genre::Genre;
use crate::answer::quote::QuoteKind;
use crate::base::span::Span;

/// What a stretch of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Heading,
    Nobody(u32),
    Quote(u32),
    Marked(u32),
    Cue(u32),
    Source(u32),
}

/// Writes the text. It is cut wherever a mark begins or ends, so that marks may overlap.
pub(super) fn write(page: &mut String, document: &Document<'_>, speakers: &Speakers<'_>) {
    let text = document.text();
    let marks = marks(document);
    let classes: Vec<String> = document.quotes().iter().map(|quote| speakers.classes(quote)).collect();
    let mut cuts: Vec<usize> = marks.iter().flat_map(|(span, _)| [span.start(), span.end()]).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut open: Vec<(Span, What)> = Vec::new();
    let mut next = marks.into_iter().peekable();
    for cut in cuts.windows(2) {
        open.retain(|(span, _)| span.end() > cut[0]);
        while let Some(mark) = next.next_if(|(span, _)| span.start() <= cut[0]) {
            open.push(mark);
        }
        let words = escape(text.get(cut[0]..cut[1]).unwrap_or(""));
        // of several around the same words the innermost tells most
        let inner = |is: fn(&What) -> bool| {
            let some = open.iter().filter(|(_, what)| is(what));
            some.min_by_key(|(span, _)| span.len()).map(|(_, what)| *what)
        };
        let quote = inner(|what| matches!(what, What::Quote(_) | What::Marked(_) | What::Nobody(_)));
        let part = inner(|what| matches!(what, What::Cue(_) | What::Source(_)));
        let heading = inner(|what| matches!(what, What::Heading));
        if heading.is_some() {
            page.push_str("<h3>");
        }
        open_quote(page, document, &classes, quote);
        match part {
            Some(What::Cue(at)) => {
                let _ = write!(page, "<u data-q={at}>{words}</u>");
            }
            Some(What::Source(at)) => {
                let _ = write!(page, "<i data-q={at}>{words}</i>");
            }
            _ => page.push_str(&words),
        }
        match quote {
            Some(What::Quote(_) | What::Marked(_)) => page.push_str("</q>"),
            Some(What::Nobody(_)) => page.push_str("</s>"),
            _ => {}
        }
        if heading.is_some() {
            page.push_str("</h3>");
        }
    }
}

/// Writes what opens a quotation, or what nobody says.
fn open_quote(page: &mut String, document: &Document<'_>, classes: &[String], quote: Option<What>) {
    let class = |at: u32| classes.get(at as usize).map_or("sx", String::as_str);
    let _ = match quote {
        Some(What::Quote(at)) => write!(page, "<q data-q={at} class={}>", class(at)),
        Some(What::Marked(at)) => write!(page, "<q data-q={at} class={}>", class(at).replace(" i", "")),
        Some(What::Nobody(at)) => {
            let nobody = &document.unattributed()[at as usize];
            let name = nobody.quoted_use().as_str();
            let name = if name == "unknown" { nobody.reason().as_str() } else { name };
            write!(page, "<s title=\"nobody says it: {name}\">")
        }
        _ => Ok(()),
    };
}

/// All marks in the order of their beginnings.
fn marks(document: &Document<'_>) -> Vec<(Span, What)> {
    let mut marks = Vec::new();
    for (at, quote) in document.quotes().iter().enumerate() {
        let at = at as u32;
        marks.extend(quote.content().iter().map(|span| (*span, What::Quote(at))));
        if quote.kind() == QuoteKind::Mixed {
            marks.extend(document.quoted(quote).map(|span| (span, What::Marked(at))));
        }
        marks.extend(quote.cue().map(|cue| (cue, What::Cue(at))));
        marks.extend(quote.source().map(|source| (source.span(), What::Source(at))));
    }
    let nobody = document.unattributed().iter().enumerate();
    marks.extend(nobody.map(|(at, quoted)| (quoted.span(), What::Nobody(at as u32))));
    if document.genre() == Genre::Fiction {
        marks.extend(headings(document.text()).map(|span| (span, What::Heading)));
    }
    marks.sort_by_key(|(span, what)| (span.start(), Reverse(span.end()), *what));
    marks
}

/// Lines such as *CHAPTER IV* and *Book 2. The Mill*.
fn headings(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let words = line.trim();
        let first = start + (line.len() - line.trim_start().len());
        is_heading(words).then(|| Span::new(first, first + words.len()))
    })
}

fn is_heading(line: &str) -> bool {
    if line.len() > 80 {
        return false;
    }
    let mut words = line.split([' ', '.', ':']).filter(|word| !word.is_empty());
    let opens = words.next().is_some_and(|word| {
        ["chapter", "book", "part", "volume", "letter", "act", "scene"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
    });
    opens
        && words.next().is_some_and(|number| {
            let roman = number.bytes().all(|letter| b"IVXLCDMivxlcdm".contains(&letter));
            let word = [
                "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "the", "first",
            ];
            roman
                || number.bytes().all(|digit| digit.is_ascii_digit())
                || word.iter().any(|known| number.eq_ignore_ascii_case(known))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_prose() {
        for (line, holds) in [
            ("CHAPTER IV", true),
            ("Chapter 12. The Mill", true),
            ("Book the First", true),
            ("Part of the mill burnt.", false),
            ("The chapter I read", false),
        ] {
            assert_eq!(is_heading(line), holds, "{line}");
        }
    }
}
