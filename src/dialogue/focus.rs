//! Who is near in the narration when a turn begins.
//!
//! In: the kept mentions, passed in order. Out: whom they mention last, and how far back.

use crate::answer::kind::Gender;
use crate::answer::quote::MentionKind;
use crate::base::table::NONE;
use crate::identity::mention::kept::{Flags, Mention};
use crate::identity::names::book::Cast;

use super::collect::Collector;
use super::evidence::Turn;
use super::weights::RECENT;

/// So many persons are remembered in order.
const NEAR: usize = 32;

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
    pub(super) near: Near,
}

/// Who was named last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near {
    pub(super) subject: u32,
    /// The paragraph of that subject, and whether nobody else was one in it.
    pub(super) paragraph: u32,
    pub(super) alone: bool,
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
            near: Near { subject: NONE, paragraph: NONE, alone: false, male: NONE, female: NONE },
        }
    }

    /// One that passes no mentions: everybody is far off, and `near` is what it is told.
    pub(super) fn recalled(collector: &'a Collector, cast: &'a Cast) -> Self {
        Self { last: Vec::new(), ..Self::new(collector, cast) }
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
        if self.recent.last() != Some(&person) {
            self.renew(person);
        }
        let is_told = kind != MentionKind::Pronoun && self.cast.told(mention) != NONE;
        if flags.has(Flags::SUBJECT) && (is_told || kind == MentionKind::Pronoun) {
            let near = &self.near;
            let other = near.paragraph == self.paragraph && (near.subject != person || !near.alone);
            self.near = Near { subject: person, paragraph: self.paragraph, alone: !other, ..self.near };
        }
        if is_told {
            match self.cast.figures.get(person as usize).and_then(|figure| figure.gender) {
                Some(Gender::Masculine) => self.near.male = person,
                Some(Gender::Feminine) => self.near.female = person,
                _ => {}
            }
        }
    }

    /// Puts the person at the end of those who are near.
    fn renew(&mut self, person: u32) {
        if let Some(at) = self.recent.iter().rposition(|known| *known == person) {
            self.recent.remove(at);
        } else if self.recent.len() == NEAR {
            self.recent.remove(0);
        }
        self.recent.push(person);
    }

    /// The persons who were mentioned not long before the turn, the newest first.
    pub(super) fn within(&self, turn: &Turn) -> impl Iterator<Item = u32> {
        let paragraph = turn.paragraph;
        // who follows one that is too far back is no nearer
        self.recent.iter().rev().copied().take_while(move |person| self.distance(*person, paragraph) < RECENT)
    }

    /// How many paragraphs back the person was mentioned.
    pub(super) fn distance(&self, person: u32, paragraph: u32) -> u32 {
        match self.last.get(person as usize) {
            Some(0) | None => RECENT,
            Some(last) => (paragraph + 1).saturating_sub(*last).min(RECENT),
        }
    }
}
