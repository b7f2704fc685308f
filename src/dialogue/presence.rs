//! Who takes part in a conversation, as far as its tags and vocatives tell, before a turn and after it.

use crate::base::steps;
use crate::base::table::NONE;

use super::evidence::Turn;

/// So many turns on either side count.
const REACH: usize = 10;
/// A conversation ends where so many paragraphs of narration stand.
const APART: u32 = 4;

/// The persons of a window that moves over the turns.
pub(super) struct Presence<'a> {
    turns: &'a [Turn],
    /// The speaker of each turn as far as known.
    known: &'a [u32],
    /// The turns of the window.
    start: usize,
    end: usize,
    /// How often each person is named in the window.
    counts: Vec<u16>,
    /// Those who are.
    pub(super) persons: Vec<u32>,
}

impl<'a> Presence<'a> {
    pub(super) fn new(turns: &'a [Turn], known: &'a [u32], persons: usize) -> Self {
        Self { turns, known, start: 0, end: 0, counts: vec![0; persons], persons: Vec::new() }
    }

    /// Moves the window to turn `index`.
    pub(super) fn advance(&mut self, index: usize) {
        if self.turns.get(index).is_some_and(|turn| turn.gap >= APART) {
            while self.start < self.end.max(index) {
                if self.start < self.end {
                    self.count(self.start, false);
                }
                self.start += 1;
            }
            self.end = self.end.max(index);
        }
        while self.start + REACH < index {
            self.count(self.start, false);
            self.start += 1;
        }
        while self.end <= index + REACH
            && self.turns.get(self.end).is_some_and(|turn| self.end <= index || turn.gap < APART)
        {
            self.count(self.end, true);
            self.end += 1;
        }
    }

    fn count(&mut self, index: usize, enters: bool) {
        let Some(turn) = self.turns.get(index) else { return };
        let tag = self.known.get(index).copied().unwrap_or(NONE);
        for person in turn.addressed.iter().copied().chain([tag]) {
            let Some(count) = self.counts.get_mut(person as usize) else { continue };
            if enters {
                if *count == 0 {
                    self.persons.push(person);
                }
                *count += 1;
            } else {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    steps::add(self.persons.len());
                    self.persons.retain(|known| *known != person);
                }
            }
        }
    }

    /// How often the person is named in the window.
    pub(super) fn of(&self, person: u32) -> u16 {
        self.counts.get(person as usize).copied().unwrap_or(0)
    }
}
