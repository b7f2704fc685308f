//! Times the segmenter beside `icu_segmenter` over the same texts in the same run.
//!
//! The texts are prose of the bench's own, recombined from a seed so that nothing repeats, and texts
//! that try to be slow; where a directory `../shared/corpora` is there, its news and novels too.
//! Before a text is timed the answer is checked. The hostile texts are short, so that a run is over
//! before the machine turns to something else; that work grows with the length only is a test. `cargo bench --bench sentences [-- WORD]` times the
//! texts with WORD in their name.

#[path = "common/prose.rs"]
mod prose;

use std::hint::black_box;
use std::time::{Duration, Instant};

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use prose::{Layout, NEWS, NOVEL};
use whosaid::{Segmenter, Span};

/// How long the segmenters are timed over a text.
const TIME: Duration = Duration::from_secs(3);

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let icu = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let segmenter = Segmenter::new();
    println!("{:<28} {:>9} {:>10} {:>10} {:>7}", "text", "MB", "MB/s", "icu MB/s", "ratio");
    for text in texts() {
        if !wanted.is_empty() && !wanted.iter().any(|word| text.name.contains(word)) {
            continue;
        }
        check(&segmenter, &text);
        let ours = |part: &str| segmenter.sentences(part).map(Span::end).fold(0, usize::wrapping_add);
        let theirs = |part: &str| icu.segment_str(part).fold(0, usize::wrapping_add);
        let size: usize = text.parts.iter().map(String::len).sum();
        let (ours, theirs) = best_times(&text, ours, theirs);
        let rate = |time: Duration| size as f64 / time.as_secs_f64() / 1e6;
        let (megabytes, ours, theirs) = (size as f64 / 1e6, rate(ours), rate(theirs));
        println!("{:<28} {megabytes:>9.2} {ours:>10.0} {theirs:>10.0} {:>7.2}", text.name, ours / theirs);
    }
}

/// A text to time, perhaps in several documents.
struct Text {
    name: &'static str,
    parts: Vec<String>,
    /// The sentences of the first part, where they are known.
    sentences: Option<Vec<String>>,
}

/// How long the text takes both, each part in its fastest run. They run in turns, so that the load of the
/// machine falls on both.
fn best_times(
    text: &Text,
    ours: impl Fn(&str) -> usize,
    theirs: impl Fn(&str) -> usize,
) -> (Duration, Duration) {
    let start = Instant::now();
    let mut best = vec![(Duration::MAX, Duration::MAX); text.parts.len()];
    while start.elapsed() < TIME {
        for (part, (one, two)) in text.parts.iter().zip(&mut best) {
            *one = time(part, &ours).min(*one);
            *two = time(part, &theirs).min(*two);
        }
    }
    (best.iter().map(|both| both.0).sum(), best.iter().map(|both| both.1).sum())
}

fn time(text: &str, run: impl Fn(&str) -> usize) -> Duration {
    let start = Instant::now();
    black_box(run(black_box(text)));
    start.elapsed()
}

/// The sentences must be the known ones, and cover all of the text but white space.
fn check(segmenter: &Segmenter, text: &Text) {
    for part in &text.parts {
        let mut end = 0;
        for span in segmenter.sentences(part) {
            assert!(
                span.start() >= end && part[end..span.start()].chars().all(is_space),
                "{}: {span}",
                text.name
            );
            end = span.end();
        }
        assert!(part[end..].chars().all(is_space), "{}: the end is lost", text.name);
    }
    let Some(sentences) = &text.sentences else { return };
    let part = text.parts[0].as_str();
    let found: Vec<&str> = segmenter.sentences(part).map(|span| &part[span]).collect();
    for (found, known) in found.iter().zip(sentences) {
        assert_eq!(found, known, "{}", text.name);
    }
    assert_eq!(found.len(), sentences.len(), "{}", text.name);
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{FEFF}'
}

fn texts() -> Vec<Text> {
    let mut texts = vec![
        prose("prose", NEWS, Layout::Plain),
        prose("prose, curly marks", NOVEL, Layout::Curly),
        prose("prose, wrapped lines", NOVEL, Layout::Wrapped),
        hostile("only stops", ". ! ? ", 200_000),
        hostile("only stops, joined", "...", 200_000),
        hostile("only abbreviations", "Mr. Dr. e.g. U.S. No. a.m. Inc. ", 200_000),
        hostile("only marks", "\"", 200_000),
        hostile("only curly marks", "“”", 200_000),
        hostile("only stops and marks", ".\" ", 200_000),
        hostile("only loose marks", ". \" ", 200_000),
        hostile("only line breaks", "\n", 200_000),
        hostile("only blanks", " ", 200_000),
        hostile("only brackets and stops", "(. ", 200_000),
        hostile("only list items", "1. a 2. b ", 200_000),
        hostile("no stop in 10 MB", "one word and another ", 10_000_000),
        hostile("other scripts", "彼は来た。なぜか？ Он пришёл. वह आया। ", 200_000),
        one_line(prose("one line of 10 MB", NEWS, Layout::Plain)),
    ];
    texts.extend(corpus("news", "polnear/train.jsonl"));
    texts.extend(corpus("novels", "fiction/pdnc-train.jsonl"));
    texts
}

/// `part` until there are `size` bytes.
fn hostile(name: &'static str, part: &str, size: usize) -> Text {
    Text { name, parts: vec![part.repeat(size / part.len())], sentences: None }
}

fn one_line(text: Text) -> Text {
    let line = text.parts[0].replace('\n', " ");
    Text { parts: vec![line.repeat(10_000_000 / line.len() + 1)], sentences: None, ..text }
}

/// The texts of a file of JSON lines, if it is there.
fn corpus(name: &'static str, file: &str) -> Option<Text> {
    Some(Text { name, parts: prose::corpus(file)?, sentences: None })
}

/// More than a megabyte of prose.
fn prose(name: &'static str, patterns: &[&str], layout: Layout) -> Text {
    let (text, sentences) = prose::prose(patterns, layout, 1_200_000);
    Text { name, parts: vec![text], sentences }
}
