//! Times the segmenter beside `icu_segmenter` over the same texts in the same run.
//!
//! The texts are prose of the bench's own, recombined from a seed so that nothing repeats, and texts
//! that try to be slow; where a directory `../shared/corpora` is there, its news and novels too.
//! Before a text is timed the answer is checked. The hostile texts are short, so that a run is over
//! before the machine turns to something else; that work grows with the length only is a test. `cargo bench --bench sentences [-- WORD]` times the
//! texts with WORD in their name.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
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
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora").join(file);
    let lines = std::fs::read_to_string(path).ok()?;
    let parts = lines.lines().filter_map(|line| {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(value.get("text")?.as_str()?.to_owned())
    });
    Some(Text { name, parts: parts.collect(), sentences: None })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    Plain,
    Curly,
    Wrapped,
}

/// More than a megabyte of sentences made from `patterns`, a few in each paragraph.
fn prose(name: &'static str, patterns: &[&str], layout: Layout) -> Text {
    let mut dice = Dice(0x5EED);
    let (mut text, mut sentences) = (String::new(), Vec::new());
    while text.len() < 1_200_000 {
        for place in 0..2 + dice.roll(4) {
            if place > 0 {
                text.push(' ');
            }
            let mut sentence = fill(patterns[dice.roll(patterns.len())], &mut dice);
            if layout == Layout::Curly {
                sentence = curly(&sentence);
            }
            text.push_str(&sentence);
            for part in sentence.split('|') {
                sentences.push(part.trim().to_owned());
            }
        }
        text.push_str("\n\n");
    }
    // A bar marks a boundary inside a pattern.
    let mut text = text.replace('|', "");
    if layout == Layout::Wrapped {
        text = wrap(&text);
        sentences.clear();
    }
    let sentences = (!sentences.is_empty()).then_some(sentences);
    Text { name, parts: vec![text], sentences }
}

/// A pattern with its slots filled: `{name}`, `{noun}`, `{verb}`, `{adjective}`, `{place}`, `{number}`.
fn fill(pattern: &str, dice: &mut Dice) -> String {
    let mut filled = String::new();
    for part in pattern.split_inclusive('}') {
        let Some((before, slot)) = part.split_once('{') else {
            filled.push_str(part);
            continue;
        };
        filled.push_str(before);
        let words = match slot {
            "name}" => NAMES,
            "noun}" => NOUNS,
            "verb}" => VERBS,
            "adjective}" => ADJECTIVES,
            "place}" => PLACES,
            "more}" => MORE,
            _ => {
                filled.push_str(&(2 + dice.roll(900)).to_string());
                continue;
            }
        };
        filled.push_str(words[dice.roll(words.len())]);
    }
    filled
}

fn curly(sentence: &str) -> String {
    let mut open = false;
    let mut curly = String::new();
    for letter in sentence.chars() {
        match letter {
            '"' => {
                open = !open;
                curly.push(if open { '“' } else { '”' });
            }
            '\'' => curly.push('’'),
            _ => curly.push(letter),
        }
    }
    curly
}

fn wrap(text: &str) -> String {
    let mut wrapped = String::new();
    for paragraph in text.split("\n\n") {
        let mut column = 0;
        for word in paragraph.split(' ') {
            if column > 0 && column + word.len() >= 72 {
                wrapped.push('\n');
                column = 0;
            } else if column > 0 {
                wrapped.push(' ');
            }
            wrapped.push_str(word);
            column += word.len() + 1;
        }
        wrapped.push_str("\n\n");
    }
    wrapped
}

/// SplitMix64: the same numbers on every machine.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }
}

const NEWS: &[&str] = &[
    "The {noun} in {place} {verb} {number} {noun}s last year, and the {adjective} {noun} {verb} {more}.",
    "Mr. {name} {verb} the {noun} on Monday, according to the {adjective} {noun}{more}.",
    "\"We {verb} it,\" {name} said.",
    "Dr. {name} of {place} {verb} a {adjective} {noun}, and nobody {verb} the {noun}{more}.",
    "It {verb} ${number}.50 a share, or {number} percent{more}.",
    "In {place}, the {noun} {verb}; the {noun} did not.",
    "About {number} people {verb} the {noun} at {number} Hill St. in {place} before the {adjective} {noun}{more}.",
    "\"Nobody {verb} the {noun}.| It was {adjective},\" said {name}, who {verb} the {noun}{more}.",
    "The U.S. {noun} {verb} {place} for {number} days{more}.",
    "What {verb} the {adjective} {noun}?",
    "{name}, {number}, {verb} the {noun} at 5 p.m. and {verb} it again{more}.",
    "The {adjective} {noun} of {name} Inc. {verb} the {noun} that {name} had {verb}{more}.",
    "They {verb}, {verb} and {verb} until the {noun} was {adjective}{more}.",
    "But the {noun}, as {name} put it, \"{verb} the {noun}\" for a {adjective} {noun}{more}.",
];

const NOVEL: &[&str] = &[
    "\"Is the {noun} {adjective}?\" {name} asked.",
    "\"I {verb} the {noun},\" said {name}, \"and it was {adjective}.\"",
    "\"No!\" cried {name}.",
    "The {adjective} {noun} {verb} the {noun} all night, and in the morning {name} {verb} it{more}.",
    "She {verb} the {noun} and {verb} the {adjective} {noun}{more}.",
    "\"It's {adjective}.| Don't you think so, Mrs. {name}?\"",
    "He had {verb} the {noun} in {place}, where {name} {verb} a {adjective} {noun}{more}.",
    "Nobody {verb}; the {noun} {verb} in the {noun}{more}.",
    "\"Why should I?\" he asked, and {verb} the {noun}.",
    "When {name} {verb} the {noun}, the {noun} was {adjective}, and the {noun}s of {place} {verb} it{more}.",
    "\"Well ... perhaps I {verb} it once,\" {name} answered.",
    "What {name} {verb} was a {adjective} {noun}, which the {noun} had {verb} for {number} years{more}.",
];

const NAMES: &[&str] = &[
    "Lee",
    "Ana Ruiz",
    "Tom Hill",
    "Ray",
    "Mara Voss",
    "Ben Okoro",
    "Ilse Grant",
    "Nils",
    "Priya Nair",
    "Owen",
    "Clara Dunn",
    "Hugo Marsh",
    "Edith",
    "Paul Renner",
    "Sofia",
    "Karim Haddad",
];

const NOUNS: &[&str] = &[
    "harbour",
    "ministry",
    "bridge",
    "letter",
    "garden",
    "committee",
    "harvest",
    "window",
    "company",
    "river",
    "court",
    "lantern",
    "report",
    "village",
    "ship",
    "teacher",
    "market",
    "clock",
    "library",
    "engine",
    "neighbour",
    "station",
    "orchard",
    "mountain",
    "newspaper",
    "doctor",
    "kitchen",
    "island",
];

const VERBS: &[&str] = &[
    "found",
    "built",
    "lost",
    "described",
    "watched",
    "opened",
    "counted",
    "painted",
    "remembered",
    "sold",
    "followed",
    "repaired",
    "crossed",
    "carried",
    "studied",
    "forgot",
    "measured",
    "left",
    "hid",
    "visited",
];

const ADJECTIVES: &[&str] = &[
    "old",
    "narrow",
    "quiet",
    "famous",
    "broken",
    "modest",
    "distant",
    "careful",
    "empty",
    "green",
    "strange",
    "expensive",
    "northern",
    "tired",
    "bright",
    "unfinished",
];

const PLACES: &[&str] =
    &["Varna", "Oslo", "Leeds", "Quito", "Dover", "Lima", "Bergen", "Tunis", "Galway", "Perth"];

const MORE: &[&str] = &[
    "",
    " while the rest of the town was asleep",
    " without a word to anybody who might have helped",
    ", which took longer than the engineers had promised",
    " because the older of the two brothers had refused to sign",
    ", and that was the end of a long and rather tedious quarrel",
    " after the last train had gone",
    "",
];
