//! Whole texts, to show the side effects of a change. A changed snapshot is looked at line by line and
//! accepted with `UPDATE_SNAPSHOTS=1 cargo test --test it snapshots`.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use whosaid::{Attributor, Document};

#[test]
fn article() {
    agrees("article", include_str!("../../examples/article.txt"));
}

#[test]
fn chapter() {
    agrees("chapter", include_str!("../../examples/chapter.txt"));
}

#[track_caller]
fn agrees(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/snapshots/{name}.txt"));
    let found = drawn(&Attributor::new().attribute(text));
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, &found).expect("the snapshot can be written");
    }
    let wanted = fs::read_to_string(&path).expect("a snapshot");
    let differs = wanted.lines().zip(found.lines()).find(|(wanted, found)| wanted != found);
    assert!(wanted == found, "{name}: the first line that differs is\n{differs:#?}");
}

/// What was found, a quotation a line.
fn drawn(document: &Document<'_>) -> String {
    let mut drawing = String::new();
    let words = |span: whosaid::Span| span.get(document.text()).unwrap_or("").replace('\n', " ");
    for quote in document.quotes() {
        let content: Vec<String> = quote.content().iter().map(|span| words(*span)).collect();
        let names: Vec<&str> = document.speakers(quote).map(|entity| entity.name()).collect();
        let source = quote.source().map_or_else(|| "-".to_owned(), |source| words(source.span()));
        let cue = quote.cue().map_or_else(|| "-".to_owned(), words);
        let names = names.join(" & ");
        let _ = writeln!(
            drawing,
            "{:?} | {names} | {source} | {cue} | {} | {}",
            quote.kind(),
            quote.rule(),
            content.join(" … ")
        );
    }
    for unattributed in document.unattributed() {
        let (quoted_use, reason) = (unattributed.quoted_use(), unattributed.reason());
        let _ = writeln!(drawing, "nobody | {quoted_use:?} | {reason:?} | {}", words(unattributed.span()));
    }
    drawing
}
