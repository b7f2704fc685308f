//! Distinct words, names and heads of nominals, counted once and kept.

use crate::base::map::Map;
use crate::lexicon::{Classes, Key, WordId};

/// A word as a map's key.
pub(crate) type Spelling = [u64; 2];

pub(crate) fn spelling(key: Key) -> Spelling {
    [key.low, key.high]
}

pub(crate) fn key_of([low, high]: &Spelling) -> Key {
    Key { low: *low, high: *high }
}

/// How a word is written over the text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cases {
    /// With a capital inside of a sentence.
    pub(crate) inside: u32,
    /// With a capital at a sentence's start.
    pub(crate) initial: u32,
    /// In lower case.
    pub(crate) lower: u32,
}

/// A word of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) spelling: Spelling,
    pub(crate) word: WordId,
    pub(crate) classes: Classes,
}

/// A name as it stands in the text: titles, names, particles.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) parts: Box<[Part]>,
    pub(crate) text: Box<str>,
    /// *the* stands before.
    pub(crate) article: bool,
    pub(crate) uses: Uses,
}

/// What a name or nominal was used for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Uses {
    pub(crate) all: u32,
    /// All of them opened a sentence.
    pub(crate) initial: u32,
    pub(crate) subject: u32,
    pub(crate) vocative: u32,
    pub(crate) tagged: u32,
    pub(crate) beat: u32,
}

/// The head of a nominal: *man* of *the old man*.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) text: Box<str>,
    pub(crate) spelling: Spelling,
    pub(crate) classes: Classes,
    pub(crate) uses: Uses,
    /// One person whom the narration has brought in, not whoever is called so.
    pub(crate) introduced: bool,
}

/// All that the text names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    by_parts: Map<Box<[Spelling]>, u32>,
    pub(crate) names: Vec<Name>,
    by_head: Map<Box<str>, u32>,
    pub(crate) heads: Vec<Head>,
    /// Capitalised words and words that the lexicon lacks.
    cases: Map<Spelling, Cases>,
    /// Lower-case uses of the lexicon's words.
    lower: Vec<u32>,
    scratch: Vec<Spelling>,
}

impl Vocabulary {
    pub(crate) fn count_lower(&mut self, word: WordId, key: impl FnOnce() -> Key) {
        if word == 0 {
            self.cases.entry(spelling(key())).or_default().lower += 1;
            return;
        }
        let word = usize::from(word);
        if word >= self.lower.len() {
            self.lower.resize(word + 1, 0);
        }
        self.lower[word] += 1;
    }

    pub(crate) fn count_capital(&mut self, key: Key, initial: bool) {
        let cases = self.cases.entry(spelling(key)).or_default();
        if initial {
            cases.initial += 1;
        } else {
            cases.inside += 1;
        }
    }

    /// How the word is written; `word` is its place in the lexicon.
    pub(crate) fn cases(&self, spelling: &Spelling, word: WordId) -> Cases {
        let mut cases = self.cases.get(spelling).copied().unwrap_or_default();
        cases.lower += self.lower.get(usize::from(word)).copied().unwrap_or(0);
        cases
    }

    /// The place of the name of these parts.
    pub(crate) fn name(&mut self, parts: &[Part], article: bool, text: &str) -> u32 {
        self.scratch.clear();
        self.scratch.extend(parts.iter().map(|part| part.spelling));
        if article {
            // no word spells this
            self.scratch.push([u64::MAX, 0]);
        }
        if let Some(place) = self.by_parts.get(self.scratch.as_slice()) {
            let place = *place;
            if let Some(name) = self.names.get_mut(place as usize) {
                if is_shouted(&name.text) && !is_shouted(text) {
                    name.text = one_line(text);
                }
            }
            return place;
        }
        let place = self.names.len() as u32;
        self.names.push(Name { parts: parts.into(), text: one_line(text), article, uses: Uses::default() });
        self.by_parts.insert(self.scratch.as_slice().into(), place);
        place
    }

    /// The place of the head `text` in lower case.
    pub(crate) fn head(&mut self, text: &str, key: Key, classes: Classes) -> u32 {
        if let Some(place) = self.by_head.get(text) {
            return *place;
        }
        let place = self.heads.len() as u32;
        self.heads.push(Head {
            text: text.into(),
            spelling: spelling(key),
            classes,
            uses: Uses::default(),
            introduced: false,
        });
        self.by_head.insert(text.into(), place);
        place
    }

    /// A head of his own for somebody who is brought in by the head `from`.
    pub(crate) fn introduce(&mut self, from: u32) -> Option<u32> {
        let head = Head { uses: Uses::default(), introduced: true, ..self.heads.get(from as usize)?.clone() };
        self.heads.push(head);
        Some(self.heads.len() as u32 - 1)
    }
}

fn is_shouted(text: &str) -> bool {
    !text.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// The text with each stretch of white space as one blank.
fn one_line(text: &str) -> Box<str> {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word.trim_matches('_'));
    }
    line.into()
}
