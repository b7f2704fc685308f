//! A page for a browser: the text with each speaker's words in a colour of their own; a pause over them
//! shows who, by which rule, how surely.

use std::fmt::Write;

use html_escape::{encode_double_quoted_attribute as in_attribute, encode_text as in_text};
use whosaid::{Document, Quote, Span};

use crate::record::{kind_name, reason_name, status_names, use_name};

/// What opens the page.
pub(crate) const HEAD: &str = r#"<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Who said what</title>
<style>
:root { color-scheme: light dark }
body { font: 17px/1.6 Georgia, serif; max-width: 44em; margin: 2em auto; padding: 0 1em }
h2 { font-size: 1.1em; border-top: 1px solid; padding-top: 1em }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere }
ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3em 1em; font-size: .85em }
.said { background: hsl(var(--hue) 75% 86%); color: #111; border-radius: .2em }
.indirect { background: hsl(var(--hue) 60% 93%) }
.nobody { background: #8883; border-radius: .2em }
.cue { text-decoration: underline dotted }
.source { font-weight: bold }
</style>
"#;

/// What closes it.
pub(crate) const FOOT: &str = "</html>\n";

/// A stretch of the text that is shown in a way of its own.
struct Mark {
    span: Span,
    class: String,
    style: String,
    title: String,
}

/// The part of the page for a text.
pub(crate) fn section(id: &str, document: &Document<'_>) -> String {
    let mut page = format!("<section>\n<h2>{}</h2>\n{}<pre>", in_text(id), legend(document));
    let marks = marks(document);
    // the text is cut wherever a mark begins or ends, so that marks may overlap
    let mut cuts: Vec<usize> =
        marks.iter().flat_map(|mark| [mark.span.start(), mark.span.end()]).chain([0]).collect();
    cuts.push(document.text().len());
    cuts.sort_unstable();
    cuts.dedup();
    let mut open: Vec<&Mark> = Vec::new();
    let mut next = marks.iter().peekable();
    for cut in cuts.windows(2) {
        open.retain(|mark| mark.span.end() > cut[0]);
        while let Some(mark) = next.next_if(|mark| mark.span.start() <= cut[0]) {
            open.push(mark);
        }
        let words = in_text(&document.text()[cut[0]..cut[1]]);
        if open.is_empty() {
            page.push_str(&words);
            continue;
        }
        // of marks around the same words the shortest tells most
        let inner = open.iter().min_by_key(|mark| mark.span.len()).map_or("", |mark| &mark.title);
        let classes: Vec<&str> = open.iter().map(|mark| mark.class.as_str()).collect();
        let style = open
            .iter()
            .filter(|mark| !mark.style.is_empty())
            .min_by_key(|mark| mark.span.len())
            .map_or("", |mark| &mark.style);
        let _ = write!(
            page,
            "<span class=\"{}\" style=\"{style}\" title=\"{}\">{words}</span>",
            classes.join(" "),
            in_attribute(inner)
        );
    }
    page.push_str("</pre>\n</section>\n");
    page
}

/// What is shown of the text, in the order of its beginnings.
fn marks(document: &Document<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for quote in document.quotes() {
        let (title, style) = (title(document, quote), colour(quote));
        let mut mark = |span: Span, class: &str, style: &str| {
            let (class, style, title) = (class.to_owned(), style.to_owned(), title.clone());
            marks.push(Mark { span, class, style, title });
        };
        for span in quote.content() {
            mark(*span, &format!("said {}", kind_name(quote.kind())), &style);
        }
        quote.cue().into_iter().for_each(|cue| mark(cue, "cue", ""));
        quote.source().into_iter().for_each(|source| mark(source.span(), "source", ""));
    }
    for quoted in document.unattributed() {
        let title = match use_name(quoted.quoted_use()) {
            "unknown" => format!("nobody: {}", reason_name(quoted.reason())),
            known => format!("nobody: {known}"),
        };
        marks.push(Mark { span: quoted.span(), class: "nobody".to_owned(), style: String::new(), title });
    }
    marks.sort_by_key(|mark| mark.span.start());
    marks
}

fn title(document: &Document<'_>, quote: &Quote) -> String {
    let names: Vec<&str> = document.speakers(quote).map(|entity| entity.name()).collect();
    let who = match (names.is_empty(), quote.source().and_then(|source| source.span().get(document.text()))) {
        (false, _) => names.join(", "),
        (true, Some(mention)) => mention.to_owned(),
        (true, None) => "?".to_owned(),
    };
    let status: Vec<&str> = status_names(quote.cue_status()).collect();
    let status = if status.is_empty() { String::new() } else { format!(" ({})", status.join(", ")) };
    let sure = quote.confidence() * 100.0;
    format!("{who}: {}{status}\n{}, {sure:.0} %", kind_name(quote.kind()), quote.rule())
}

/// Neighbouring speakers are far apart on the circle of colours.
fn colour(quote: &Quote) -> String {
    let speaker = quote.speakers().first();
    speaker.map_or_else(|| "--hue:60".to_owned(), |id| hue(id.index()))
}

fn hue(place: usize) -> String {
    format!("--hue:{}", place * 137 % 360)
}

/// Who speaks, in the colours of their words.
fn legend(document: &Document<'_>) -> String {
    let mut legend = "<ul>".to_owned();
    for (place, entity) in document.entities().enumerate() {
        let count = document
            .quotes()
            .iter()
            .filter(|quote| quote.speakers().iter().any(|id| id.index() == place))
            .count();
        if count > 0 {
            let name = in_text(entity.name());
            let _ = write!(
                legend,
                "<li><span class=\"said\" style=\"{}\">{name}</span> {count}</li>",
                hue(place)
            );
        }
    }
    legend + "</ul>\n"
}
