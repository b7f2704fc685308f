//! Prose of the benches' own: sentences recombined from a seed, so that nothing repeats.

use std::path::{Path, PathBuf};

/// The texts of a file of JSON lines in the corpora beside the project, if it is there.
pub(crate) fn corpus(file: &str) -> Option<Vec<String>> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora").join(file);
    let lines = std::fs::read_to_string(path).ok()?;
    let texts = lines.lines().filter_map(|line| {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(value.get("text")?.as_str()?.to_owned())
    });
    Some(texts.collect())
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    Plain,
    Curly,
    Wrapped,
}

/// `size` bytes and a little more of sentences made from `patterns`, a few in each paragraph, and the
/// sentences, where the layout leaves them as they are.
pub(crate) fn prose(patterns: &[&str], layout: Layout, size: usize) -> (String, Option<Vec<String>>) {
    let mut dice = Dice(0x5EED);
    let (mut text, mut sentences) = (String::new(), Vec::new());
    while text.len() < size {
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
    (text, sentences)
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

pub(crate) const NEWS: &[&str] = &[
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

pub(crate) const NOVEL: &[&str] = &[
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
