//! Times the whole pipeline, and each of its stages, beside `icu_segmenter` over the same texts in the same
//! run: the ratio of the two hardly depends on the machine.
//!
//! The texts are prose of the bench's own, recombined from a seed so that nothing repeats, and texts that
//! try to be slow; where a directory `../shared/corpora` is there, its news and novels too. Before a text is
//! timed its answer is checked. `cargo bench --features stages --bench attribution [-- WORD]` times the tables and texts with
//! WORD in their names; `-- --once WORD` reads each text once, for callgrind; `-- --peak` tells how much memory
//! texts of 1, 10 and 100 MB take (on Linux).

#[path = "common/prose.rs"]
mod prose;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::hint::black_box;
use std::time::{Duration, Instant};

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use prose::{Layout, NEWS, NOVEL};
#[cfg(feature = "stages")]
use whosaid::Stage;
use whosaid::{Attributor, Document, Genre, Scratch};

/// How long each side is timed over a text.
const TIME: Duration = Duration::from_millis(1200);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wanted: Vec<&str> =
        arguments.iter().map(String::as_str).filter(|word| !word.starts_with("--")).collect();
    let wants = |name: &str| wanted.is_empty() || wanted.iter().any(|word| name.contains(word));
    let texts: Vec<Text> = texts(wants).into_iter().filter(|text| wants(&text.name)).collect();
    let first = Instant::now();
    let attributor = Attributor::new();
    let first = first.elapsed();
    if arguments.iter().any(|argument| argument == "--once") {
        for text in &texts {
            let attributor = text.attributor(&attributor);
            let (mut quotes, mut digest, mut scratch) = (0, DefaultHasher::new(), Scratch::default());
            for part in &text.parts {
                let document = attributor.attribute_with(&mut scratch, part);
                quotes += document.quotes().len();
                digest_of(&document, &mut digest);
            }
            println!("{}: {quotes} quotes, digest {:016x}", text.name, digest.finish());
        }
        return;
    }
    if arguments.iter().any(|argument| argument == "--peak") {
        peak(&attributor);
        return;
    }
    whole(&attributor, &texts);
    for text in texts.iter().filter(|text| text.stages) {
        stages(&attributor, text);
    }
    if wants("calls") {
        calls(first);
    }
}

/// Takes all that was found into `digest`: a change that is for speed alone leaves it as it was.
fn digest_of(document: &Document<'_>, digest: &mut DefaultHasher) {
    for quote in document.quotes() {
        let speakers: Vec<&str> = document.speakers(quote).map(|entity| entity.name()).collect();
        let decided = (quote.rule().name(), quote.confidence(), quote.speaker_confidence());
        let others: Vec<_> =
            quote.alternatives().iter().map(|other| (other.speakers(), other.confidence())).collect();
        let spans = (quote.content(), quote.cue(), quote.source());
        format!("{:?} {spans:?} {speakers:?} {decided:?} {others:?}", quote.kind()).hash(digest);
    }
    for entity in document.entities() {
        let (mentions, aliases): (Vec<_>, Vec<_>) = (entity.mentions().collect(), entity.aliases().collect());
        let what = (entity.kind(), entity.gender(), mentions, aliases);
        format!("{} {what:?}", entity.name()).hash(digest);
    }
    format!("{:?} {:?} {:?}", document.unattributed(), document.sentences(), document.genre()).hash(digest);
}

/// A text to time, perhaps in several documents.
struct Text {
    name: String,
    parts: Vec<String>,
    genre: Genre,
    indirect: bool,
    /// At least so many quotes are found in a megabyte, and no more than so many.
    quotes: (usize, usize),
    /// Whether to time each stage.
    stages: bool,
}

impl Text {
    fn new(name: impl Into<String>, parts: Vec<String>, genre: Genre, quotes: (usize, usize)) -> Self {
        Self { name: name.into(), parts, genre, indirect: true, quotes, stages: false }
    }

    /// `part` until there are two megabytes.
    fn hostile(name: &str, part: &str) -> Self {
        Self::new(name, vec![part.repeat(2_000_000 / part.len())], Genre::News, (0, usize::MAX))
    }

    fn bytes(&self) -> usize {
        self.parts.iter().map(String::len).sum()
    }

    fn attributor(&self, plain: &Attributor) -> Attributor {
        match (self.genre, self.indirect) {
            (Genre::News, true) => plain.clone(),
            (Genre::News, false) => Attributor::builder().indirect(false).entities(false).build(),
            (genre, indirect) => Attributor::builder().genre(genre).indirect(indirect).build(),
        }
    }

    /// Every span must index the text, and there must be as many quotes as such prose has.
    fn check(&self, attributor: &Attributor) {
        let mut quotes = 0;
        for part in &self.parts {
            let document = attributor.attribute(part);
            quotes += document.quotes().len();
            for quote in document.quotes() {
                assert!(quote.content().iter().all(|span| span.get(part).is_some()), "{}", self.name);
            }
            let ends = document.sentences().windows(2).all(|pair| pair[0].end() <= pair[1].start());
            assert!(ends, "{}: sentences out of order", self.name);
        }
        let a_megabyte = (quotes as f64 / (self.bytes() as f64 / 1e6)) as usize;
        let (least, most) = self.quotes;
        assert!((least..=most).contains(&a_megabyte), "{}: {a_megabyte} quotes a megabyte", self.name);
    }
}

/// The texts; those that nobody `wants` are left empty, as to make them takes longer than to read them.
fn texts(wants: impl Fn(&str) -> bool) -> Vec<Text> {
    let text = |name: &str, patterns, layout, size, genre, quotes| {
        let parts = if wants(name) { vec![prose::prose(patterns, layout, size).0] } else { Vec::new() };
        Text::new(name, parts, genre, quotes)
    };
    let plain: Vec<&str> = NEWS.iter().copied().filter(|pattern| !pattern.contains('"')).collect();
    let talk: Vec<&str> = NOVEL.iter().copied().filter(|pattern| pattern.starts_with('"')).collect();
    let many = usize::MAX;
    let mut texts = vec![
        text("news", NEWS, Layout::Plain, 1_200_000, Genre::News, (1000, many)),
        text("news, curly marks", NEWS, Layout::Curly, 1_200_000, Genre::News, (1000, many)),
        text("news, wrapped lines", NEWS, Layout::Wrapped, 1_200_000, Genre::News, (1000, many)),
        text("novel", NOVEL, Layout::Curly, 1_200_000, Genre::Fiction, (1000, many)),
        text("no quotation", &plain, Layout::Plain, 1_200_000, Genre::News, (0, 5000)),
        text("dialogue only", &talk, Layout::Curly, 1_200_000, Genre::Fiction, (5000, many)),
        Text::hostile("other scripts", "彼は来た。「なぜか」 Он пришёл, «да», сказал он. वह आया। "),
        Text::hostile("only marks", "\""),
        Text::hostile("only capitals", "Aba Beb Cic Dod "),
        Text::hostile("only said", "said "),
        Text::hostile("only commas", ", "),
        Text::hostile("only brackets", "(. "),
    ];
    texts[0].stages = true;
    for megabytes in [1, 4, 16, 64] {
        let name = format!("{megabytes} MB of news");
        texts.push(text(&name, NEWS, Layout::Plain, megabytes * 1_000_000, Genre::News, (1000, many)));
    }
    let corpora = [
        ("corpus news", "polnear/train.jsonl", Genre::News),
        ("corpus novels", "fiction/pdnc-train.jsonl", Genre::Fiction),
    ];
    for (name, file, genre) in corpora {
        let Some(parts) = prose::corpus(file).filter(|_| wants(&format!("{name}, direct only"))) else {
            continue;
        };
        let direct_only = Text {
            indirect: false,
            ..Text::new(format!("{name}, direct only"), parts.clone(), genre, (100, many))
        };
        texts.push(Text { stages: genre == Genre::News, ..Text::new(name, parts, genre, (100, many)) });
        if genre == Genre::News {
            texts.push(direct_only);
        }
    }
    texts
}

/// The time that the text takes and that `icu_segmenter` takes for it, run in turns: of each document the
/// fastest run, so that what else the machine does hardly counts.
fn best(text: &Text, mut run: impl FnMut(&str)) -> (Duration, Duration) {
    let icu = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let mut times = vec![[Duration::MAX; 2]; text.parts.len()];
    let start = Instant::now();
    while start.elapsed() < 2 * TIME {
        for (part, [ours, _]) in text.parts.iter().zip(&mut times) {
            let once = Instant::now();
            run(black_box(part));
            *ours = once.elapsed().min(*ours);
        }
        for (part, [_, theirs]) in text.parts.iter().zip(&mut times) {
            let once = Instant::now();
            black_box(icu.segment_str(black_box(part)).fold(0, usize::wrapping_add));
            *theirs = once.elapsed().min(*theirs);
        }
    }
    (times.iter().map(|pair| pair[0]).sum(), times.iter().map(|pair| pair[1]).sum())
}

fn whole(attributor: &Attributor, texts: &[Text]) {
    println!("{:<26} {:>8} {:>8} {:>9} {:>7}", "whole pipeline", "MB", "MB/s", "icu MB/s", "ratio");
    for text in texts {
        let attributor = text.attributor(attributor);
        text.check(&attributor);
        let mut scratch = Scratch::default();
        let (ours, theirs) = best(text, |part| {
            black_box(attributor.attribute_with(&mut scratch, part));
        });
        let rate = |time: Duration| text.bytes() as f64 / time.as_secs_f64() / 1e6;
        println!(
            "{:<26} {:>8.2} {:>8.1} {:>9.0} {:>7.3}",
            text.name,
            text.bytes() as f64 / 1e6,
            rate(ours),
            rate(theirs),
            rate(ours) / rate(theirs)
        );
    }
}

/// The stages are no part of the crate that others see.
#[cfg(not(feature = "stages"))]
fn stages(_: &Attributor, text: &Text) {
    println!("\nstages, {}: cargo bench --features stages times them", text.name);
}

/// Nanoseconds a token for each stage: what it adds to the stages before it.
#[cfg(feature = "stages")]
fn stages(attributor: &Attributor, text: &Text) {
    const STAGES: [(&str, Stage); 7] = [
        ("layout", Stage::Layout),
        ("lex with lexicon", Stage::Lex),
        ("marks", Stage::Marks),
        ("items and sentences", Stage::Items),
        ("verbs", Stage::Verbs),
        ("link, flow, content", Stage::Content),
        ("resolve", Stage::Resolve),
    ];
    let tokens: usize =
        text.parts.iter().map(|part| attributor.work(&mut Scratch::default(), part, Stage::Lex)).sum();
    println!("\n{:<26} {:>12} {:>8}", format!("stages, {}", text.name), "ns per token", "MB/s");
    let (mut before, mut scratch) = (0.0, Scratch::default());
    for (name, stage) in STAGES {
        let (ours, _) = best(text, |part| {
            black_box(attributor.work(&mut scratch, part, stage));
        });
        let nanoseconds = ours.as_secs_f64() * 1e9;
        println!(
            "{name:<26} {:>12.1} {:>8.0}",
            (nanoseconds - before) / tokens as f64,
            text.bytes() as f64 / nanoseconds * 1e3
        );
        before = nanoseconds;
    }
    println!("{:<26} {:>12.1}", "all", before / tokens as f64);
}

/// The memory that a text takes beside itself at most, results included.
fn peak(attributor: &Attributor) {
    let unit = prose::prose(NEWS, Layout::Plain, 1_000_000).0;
    for megabytes in [1, 10, 100] {
        let text = unit.repeat(megabytes);
        // the highest mark so far is forgotten, where the system lets it be
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        let before = memory("VmRSS:");
        let document = attributor.attribute(&text);
        let most = memory("VmHWM:").saturating_sub(before);
        let (quotes, size) = (document.quotes().len(), text.len() as f64 / 1e6);
        println!("{size:>6.1} MB: {:.1} MB beside the text, with {quotes} quotes", most as f64 / 1e3);
    }
}

/// A line of what the system knows of this process, in KB.
fn memory(name: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// Short inputs: what a call costs.
fn calls(first: Duration) {
    let start = Instant::now();
    let attributor = Attributor::new();
    println!("\nAttributor::new(): {first:?} at first, then {:?}", start.elapsed());
    for text in [
        "",
        "It rained.",
        "“Rates will fall,” Ana Ruiz said.",
        "The minister said that the bridge would be closed for a week while engineers looked at the cracks.",
    ] {
        const CALLS: u32 = 2000;
        let mut best = Duration::MAX;
        for _ in 0..100 {
            let once = Instant::now();
            for _ in 0..CALLS {
                black_box(attributor.attribute(black_box(text)));
            }
            best = best.min(once.elapsed() / CALLS);
        }
        println!("{:>5} bytes: {best:?} a call", text.len());
    }
}
