//! A page for a browser: texts with each speaker's words in a colour, and a card for each quote.
//!
//! ```
//! let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill.");
//! let page = whosaid::page::head("Rain") + &whosaid::page::section("rain.txt", &document) + whosaid::page::FOOT;
//! assert!(page.contains("<q data-q=0 class=s0>“It rains,”</q>"));
//! ```
//!
//! The page stands alone: style and script are in it, and what the texts hold is escaped. The ten speakers with most
//! words of a text have colours, which differ for the colour-blind too, the others are grey. Indirect speech is
//! underlined, what was denied struck through, what is less sure than 60 % dashed. Keys: *j* and *k* go to the next
//! quote and the one before, Escape shows all again.
//!
//! It is written piece by piece, [`head`] first, a [`section`] for each text, [`FOOT`] last, so that any number of texts
//! can follow one another.

mod marks;

use std::borrow::Cow;
use std::fmt::Write;

use crate::answer::document::Document;
use crate::answer::entity::EntityId;
use crate::answer::genre::Genre;
use crate::answer::manner::{Form, Mode, Stance};
use crate::answer::quote::Quote;
use crate::answer::totals::Total;

const STYLE: &str = include_str!("page.css");

/// What closes a page.
///
/// ```
/// assert!(whosaid::page::FOOT.ends_with("</html>\n"));
/// ```
pub const FOOT: &str = concat!(
    "</main>\n<div id=card role=status hidden></div>\n<script>\n",
    include_str!("page.js"),
    "</script>\n</html>\n"
);

/// So many speakers have colours of their own.
const COLOURS: usize = 10;
/// Readings less sure than this are shown to be so.
const SURE: f32 = 0.6;

/// What opens a page with this title.
///
/// ```
/// assert!(whosaid::page::head("A & B").contains("<title>A &amp; B</title>"));
/// ```
#[must_use]
pub fn head(title: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=en>\n<meta charset=utf-8>\n\
         <meta name=viewport content=\"width=device-width\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n\
         <nav id=side aria-label=\"Speakers and texts\"></nav>\n<main>\n",
        escape(title)
    )
}

/// The part of a page for a text, which is called `id`.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“It <rains>,” said Tom Hill.");
/// let section = whosaid::page::section("rain.txt", &document);
/// assert!(section.contains("“It &lt;rains&gt;,”") && section.contains("Tom Hill"));
/// ```
#[must_use]
pub fn section(id: &str, document: &Document<'_>) -> String {
    let speakers = Speakers::of(document);
    let mut page = String::with_capacity(document.text().len() * 3 / 2 + 1024);
    let _ = write!(page, "<section>\n<h2>{}</h2>\n{}<pre>", escape(id), speakers.list());
    marks::write(&mut page, document, &speakers);
    page.push_str("</pre>\n<script type=\"application/json\">");
    speakers.data(&mut page);
    page.push_str("</script>\n</section>\n");
    page
}

/// The characters that mean something to HTML and XML replaced.
///
/// ```
/// assert_eq!(whosaid::page::escape("a < b & \"c\""), "a &lt; b &amp; &quot;c&quot;");
/// ```
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    let special = |byte: u8| matches!(byte, b'<' | b'>' | b'&' | b'"');
    if !text.bytes().any(special) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    Cow::Owned(escaped)
}

/// Who speaks in a text, those with most words first.
struct Speakers<'d> {
    document: &'d Document<'d>,
    totals: Vec<Total<'d>>,
    /// The place of each entity among them.
    places: Vec<Option<usize>>,
}

impl<'d> Speakers<'d> {
    fn of(document: &'d Document<'d>) -> Self {
        let mut totals = document.totals();
        totals.retain(|total| total.speaker().is_some());
        let mut places = vec![None; document.entities().len()];
        for (place, total) in totals.iter().enumerate() {
            if let Some(known) = total.speaker().and_then(|speaker| places.get_mut(speaker.id().index())) {
                *known = Some(place);
            }
        }
        Self { document, totals, places }
    }

    fn place(&self, ids: &[EntityId]) -> Option<usize> {
        self.places.get(ids.first()?.index()).copied().flatten()
    }

    /// The classes of a quote's words.
    fn classes(&self, quote: &Quote) -> String {
        let mut classes = match self.place(quote.speakers()) {
            Some(place) if place < COLOURS => format!("s{place}"),
            _ => "sx".to_owned(),
        };
        let status = quote.cue_status();
        for (holds, class) in [
            (quote.kind() != crate::QuoteKind::Direct, " i"),
            (status.is_negated() || quote.stance() == Stance::Rejected, " no"),
            (!status.is_asserted() && !status.is_negated(), " if"),
            (quote.confidence() < SURE, " un"),
        ] {
            if holds {
                classes.push_str(class);
            }
        }
        if classes.contains(' ') { format!("\"{classes}\"") } else { classes }
    }

    /// The list of speakers with a bar for the words of each.
    fn list(&self) -> String {
        let most = self.totals.iter().map(Total::words).max().unwrap_or(0).max(1);
        let mut list = "<ol class=who>".to_owned();
        for (place, total) in self.totals.iter().enumerate() {
            let class = if place < COLOURS { format!("s{place}") } else { "sx".to_owned() };
            let (name, quotes, words) = (escape(total.name().unwrap_or("?")), total.quotes(), total.words());
            let bar = words * 100 / most;
            let noun = if words == 1 { "word" } else { "words" };
            let _ = write!(
                list,
                "\n<li><button data-s={place} class={class} style=\"--bar:{bar}%\"><b>{name}</b> \
                 <small>{quotes} · {words} {noun}</small></button>"
            );
        }
        list + "</ol>\n"
    }

    /// What the cards tell: speakers, rules, reasons, and a row for each quote.
    fn data(&self, page: &mut String) {
        let mut rules: Vec<&str> = Vec::new();
        let mut reasons: Vec<&str> = Vec::new();
        let mut rows = String::new();
        for quote in self.document.quotes() {
            let rule = place_of(&mut rules, quote.rule().name());
            let reason = place_of(&mut reasons, quote.speaker_reason());
            let percent = |confidence: f32| (confidence * 100.0).round() as u32;
            let who = self.place(quote.speakers()).map_or("null".to_owned(), |place| place.to_string());
            if !rows.is_empty() {
                rows.push(',');
            }
            let (sure, known) = (percent(quote.confidence()), percent(quote.speaker_confidence()));
            let _ = write!(rows, "[{who},{rule},{reason},{sure},{known}");
            let manner = manner(quote);
            let other = quote.alternatives().first();
            if other.is_some() || !manner.is_empty() {
                let _ = write!(rows, ",\"{manner}\"");
            }
            if let Some(other) = other {
                let name = other.speakers().first().and_then(|id| self.document.entity(*id));
                let source = other.source().and_then(|source| source.span().get(self.document.text()));
                let name = name.map(|entity| entity.name()).or(source).unwrap_or("?");
                let _ = write!(rows, ",{},{}", string(name), percent(other.confidence()));
            }
            rows.push(']');
        }
        let list = |words: &[&str]| words.iter().map(|word| string(word)).collect::<Vec<_>>().join(",");
        let about: Vec<String> = rules
            .iter()
            .map(|name| crate::Rule::named(name).map_or(String::new(), |rule| rule.about().to_owned()))
            .collect();
        let about: Vec<&str> = about.iter().map(String::as_str).collect();
        let names: Vec<&str> = self.totals.iter().map(|total| total.name().unwrap_or("?")).collect();
        let novel = self.document.genre() == Genre::Fiction;
        let _ = write!(
            page,
            "{{\"s\":[{}],\"r\":[{}],\"a\":[{}],\"w\":[{}],\"n\":{novel},\"q\":[{rows}]}}",
            list(&names),
            list(&rules),
            list(&about),
            list(&reasons)
        );
    }
}

/// What is to be told beside that it was said and held for so.
fn manner(quote: &Quote) -> String {
    let mut words: Vec<&str> = quote.cue_status().names().collect();
    words.extend(Some(quote.stance()).filter(|stance| *stance != Stance::Asserted).map(Stance::as_str));
    words.extend(Some(quote.mode()).filter(|mode| *mode != Mode::Said).map(Mode::as_str));
    words.extend(Some(quote.form()).filter(|form| *form != Form::Clause).map(Form::as_str));
    words.join(", ")
}

/// The place of a word in a list that takes it in; there are few.
fn place_of<'w>(words: &mut Vec<&'w str>, word: &'w str) -> usize {
    words.iter().position(|known| *known == word).unwrap_or_else(|| {
        words.push(word);
        words.len() - 1
    })
}

/// A string of JSON that no script element ends early.
fn string(words: &str) -> String {
    let mut string = "\"".to_owned();
    for letter in words.chars() {
        match letter {
            '"' | '\\' => {
                string.push('\\');
                string.push(letter);
            }
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                let _ = write!(string, "\\u{:04x}", u32::from(letter));
            }
            other => string.push(other),
        }
    }
    string + "\""
}
