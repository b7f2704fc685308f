//! The kinds of words: what words with the same readings have in common, told once.

use std::collections::HashMap;

use super::classes::Classes;
use super::key::MULTIPLIER;
use super::part::Part;

/// What the table tells of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) classes: Classes,
    /// What it is by its readings, written small and with a capital.
    parts: [Part; 2],
}

impl Entry {
    /// What the word is, written small or with a `capital`.
    #[inline]
    pub(crate) fn part(&self, capital: bool) -> Part {
        // without a branch, as nobody can guess whether the next word has one
        self.parts[usize::from(capital)]
    }

    const fn of(classes: Classes) -> Self {
        let parts = [Part::of(classes), Part::of_capital(classes)];
        Self { classes, parts }
    }
}

/// Kinds by number; most words are of one of a few hundred. The first is for what is no word.
#[derive(Clone, Debug)]
pub(super) struct Kinds {
    entries: Vec<Entry>,
    numbers: HashMap<Classes, u16>,
    /// The numbers given last, by some bits of the readings: the words of a list are of few kinds, and the map
    /// would be asked tens of thousands of times.
    near: [u16; Self::NEAR],
}

impl Kinds {
    const NEAR: usize = 1024;

    pub(super) fn new() -> Self {
        let nothing = Entry::of(Classes::NONE);
        Self { entries: vec![nothing], numbers: HashMap::from([(Classes::NONE, 0)]), near: [0; Self::NEAR] }
    }

    /// The kind `number`.
    #[inline]
    pub(super) fn get(&self, number: usize) -> &Entry {
        self.entries.get(number).unwrap_or(&self.entries[0])
    }

    /// The number of the words with these readings. There are fewer words than numbers.
    pub(super) fn number(&mut self, classes: Classes) -> u16 {
        let place = (classes.0.wrapping_mul(MULTIPLIER) >> 54) as usize;
        let near = self.near[place];
        if self.get(usize::from(near)).classes == classes {
            return near;
        }
        let number = *self.numbers.entry(classes).or_insert_with(|| {
            self.entries.push(Entry::of(classes));
            (self.entries.len() - 1) as u16
        });
        self.near[place] = number;
        number
    }
}
