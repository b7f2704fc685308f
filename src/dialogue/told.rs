//! Who is behind the indirect speech of the narration: *Anne told him that …*, *he said that …*.
//!
//! In: the kept mentions, the cast and who speaks each turn. Out: for each source, as the rules of news found
//! it, the person and how sure that is. A pronoun means the last subject of its sex, where a tag that was
//! decided already counts as one: *“…,” she said. She added that …*

use crate::base::span::Span;

use super::cast::Cast;
use super::collect::Collector;
use super::evidence::Turn;
use super::hash::Map;
use super::path::Decision;
use super::record::{Flags, Gender, Kind, Mention, NONE};

/// A person who is behind a source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub(crate) person: u32,
    pub(crate) confidence: f32,
    pub(crate) reason: &'static str,
}

/// So many mentions back a pronoun's person is looked for.
const REACH: usize = 40;
/// Guesses that reading development novels gave; no corpus has the speakers of indirect speech.
const NAME: f32 = 0.95;
const NOUN: f32 = 0.6;
const PRONOUN: f32 = 0.7;

/// The persons behind `sources`.
pub(super) fn persons(
    collector: &Collector,
    cast: &Cast,
    turns: &[Turn],
    decisions: &[Decision],
    sources: &[Span],
) -> Vec<Option<Told>> {
    if sources.is_empty() {
        return Vec::new();
    }
    let tagged = turns
        .iter()
        .zip(decisions)
        .filter_map(|(turn, decision)| turn.tag.as_ref().map(|tag| (tag.evidence.mention, decision.speaker)));
    let reader = Reader { collector, cast, speakers: tagged.collect() };
    sources.iter().map(|source| reader.person(*source)).collect()
}

struct Reader<'a> {
    collector: &'a Collector,
    cast: &'a Cast,
    /// The speakers of the tags that were decided, by their mentions.
    speakers: Map<u32, u32>,
}

impl Reader<'_> {
    fn person(&self, source: Span) -> Option<Told> {
        let paragraphs = &self.collector.paragraphs;
        let place =
            paragraphs.partition_point(|paragraph| paragraph.base <= source.start()).checked_sub(1)?;
        let paragraph = paragraphs[place];
        let first = paragraph.mentions as usize;
        let end =
            paragraphs.get(place + 1).map_or(self.collector.mentions.len(), |next| next.mentions as usize);
        let mentions = self.collector.mentions.get(first..end)?;
        let (from, to) = (source.start() - paragraph.base, source.end() - paragraph.base);
        let after = mentions.partition_point(|mention| (mention.start as usize) < to);
        // who, that: the mention before is meant
        let at = first + after.checked_sub(1)?;
        let mention = self.collector.mentions.get(at)?;
        let touches = mention.start as usize + usize::from(mention.len) > from;
        let near = from.saturating_sub(mention.start as usize + usize::from(mention.len)) < 3;
        if !touches && !near || mention.flags.has(Flags::QUOTED.with(Flags::PLURAL)) {
            return None;
        }
        let (confidence, reason) = match mention.kind {
            Kind::Name => (NAME, "name"),
            Kind::Nominal => (NOUN, "noun"),
            Kind::Pronoun if mention.flags.has(Flags::FIRST) => (NAME, "narrator"),
            Kind::Pronoun => return self.antecedent(at, mention),
        };
        let person = self.cast.person(mention);
        (person != NONE).then_some(Told { person, confidence, reason })
    }

    /// The last subject of the sex of the pronoun at `at`.
    fn antecedent(&self, at: usize, pronoun: &Mention) -> Option<Told> {
        if pronoun.gender == Gender::Unknown {
            return None;
        }
        let from = at.saturating_sub(REACH);
        let person = (from..at).rev().find_map(|place| {
            let mention = &self.collector.mentions[place];
            let tagged = self.speakers.get(&(place as u32)).copied();
            let subject = mention.kind == Kind::Name
                && mention.flags.has(Flags::SUBJECT)
                && !mention.flags.has(Flags::QUOTED.with(Flags::POSSESSIVE));
            let person = tagged.or_else(|| subject.then(|| self.cast.person(mention)))?;
            let figure = self.cast.figures.get(person as usize)?;
            (figure.gender == pronoun.gender).then_some(person)
        })?;
        Some(Told { person, confidence: PRONOUN, reason: "last subject of that sex" })
    }
}
