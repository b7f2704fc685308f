//! Who is near in the narration when a turn begins.
//!
//! In: the kept mentions, passed in order. Out: whom they mention last, and how far back.

use super::cast::Cast;
use super::collect::Collector;
use super::evidence::Turn;
use super::record::{Flags, Gender, Kind, Mention, NONE};
use super::weights::RECENT;

/// Who is near in the narration.
pub(super) struct Focus<'a> {
    collector: &'a Collector,
    cast: &'a Cast,
    /// The mentions that were passed.
    at: u32,
    /// The paragraph of the last mention of each person, plus one.
    last: Vec<u32>,
    /// Persons in the order of their last mention, the newest at the end.
    pub(super) recent: Vec<u32>,
    paragraph: u32,
    pub(super) subject: u32,
    pub(super) male: u32,
    pub(super) female: u32,
}

impl<'a> Focus<'a> {
    pub(super) fn new(collector: &'a Collector, cast: &'a Cast) -> Self {
        Self {
            collector,
            cast,
            at: 0,
            last: vec![0; cast.figures.len()],
            recent: Vec::new(),
            paragraph: 0,
            subject: NONE,
            male: NONE,
            female: NONE,
        }
    }

    /// Passes the mentions before the turn.
    pub(super) fn advance(&mut self, turn: &Turn) {
        let quote = self.collector.quotes.get(turn.quotes.start as usize).map_or(0, |quote| quote.start);
        while self.paragraph <= turn.paragraph {
            let end = self
                .collector
                .paragraphs
                .get(self.paragraph as usize + 1)
                .map_or(self.collector.mentions.len() as u32, |next| next.mentions);
            while self.at < end {
                let Some(mention) = self.collector.mentions.get(self.at as usize) else { break };
                if self.paragraph == turn.paragraph && mention.start >= quote {
                    return;
                }
                self.see(mention);
                self.at += 1;
            }
            if self.paragraph == turn.paragraph {
                return;
            }
            self.paragraph += 1;
        }
    }

    fn see(&mut self, mention: &Mention) {
        let (kind, flags) = (mention.kind, mention.flags);
        let person = self.cast.person(mention);
        if person == NONE || flags.has(Flags::QUOTED) && !flags.has(Flags::VOCATIVE) {
            return;
        }
        let Some(last) = self.last.get_mut(person as usize) else { return };
        *last = self.paragraph + 1;
        if let Some(at) = self.recent.iter().rposition(|known| *known == person) {
            self.recent.remove(at);
        }
        self.recent.push(person);
        if self.recent.len() > 32 {
            self.recent.remove(0);
        }
        if flags.has(Flags::SUBJECT) && kind == Kind::Name {
            self.subject = person;
        }
        if kind == Kind::Name {
            match self.cast.figures.get(person as usize).map(|figure| figure.gender) {
                Some(Gender::Male) => self.male = person,
                Some(Gender::Female) => self.female = person,
                _ => {}
            }
        }
    }

    /// How many paragraphs back the person was mentioned.
    pub(super) fn distance(&self, person: u32, paragraph: u32) -> u32 {
        match self.last.get(person as usize) {
            Some(0) | None => RECENT,
            Some(last) => (paragraph + 1).saturating_sub(*last).min(RECENT),
        }
    }
}
