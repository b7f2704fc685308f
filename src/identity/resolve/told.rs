//! Who is behind the indirect speech of the narration: *Anne told him that …*, *he said that …*.
//!
//! In: the kept mentions, the cast and who speaks by which mention. Out: for each source, as the rules of news found
//! it, the person and how sure that is. A pronoun means the last subject of its sex, where a tag that was
//! decided already counts as one: *“…,” she said. She added that …*

use crate::answer::quote::MentionKind;
use crate::base::map::Map;
use crate::base::span::Span;
use crate::base::table::NONE;
use crate::identity::mention::kept::{Flags, Mention, Paragraph};
use crate::identity::names::book::Cast;

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

/// The cast of a book, the mentions of which it is, and who is known to speak by which mention.
pub(crate) struct Reader<'a> {
    pub(crate) mentions: &'a [Mention],
    pub(crate) paragraphs: &'a [Paragraph],
    pub(crate) cast: &'a Cast,
    /// The speakers of the tags that were decided, by their mentions.
    pub(crate) speakers: Map<u32, u32>,
}

impl Reader<'_> {
    /// The person behind `source`.
    pub(crate) fn person(&self, source: Span) -> Option<Told> {
        let paragraphs = self.paragraphs;
        let place =
            paragraphs.partition_point(|paragraph| paragraph.base <= source.start()).checked_sub(1)?;
        let paragraph = paragraphs[place];
        let first = paragraph.mentions as usize;
        let end = paragraphs.get(place + 1).map_or(self.mentions.len(), |next| next.mentions as usize);
        let mentions = self.mentions.get(first..end)?;
        let (from, to) = (source.start() - paragraph.base, source.end() - paragraph.base);
        let after = mentions.partition_point(|mention| (mention.start as usize) < to);
        // who, that: the mention before is meant
        let at = first + after.checked_sub(1)?;
        let mention = self.mentions.get(at)?;
        let touches = mention.start as usize + usize::from(mention.len) > from;
        let near = from.saturating_sub(mention.start as usize + usize::from(mention.len)) < 3;
        if !touches && !near || mention.flags.has(Flags::QUOTED.with(Flags::PLURAL)) {
            return None;
        }
        let (confidence, reason) = match mention.kind {
            MentionKind::Name => (NAME, "name"),
            MentionKind::Nominal => (NOUN, "noun"),
            MentionKind::Pronoun if mention.flags.has(Flags::FIRST) => (NAME, "narrator"),
            MentionKind::Pronoun => return self.antecedent(at, mention),
        };
        let person = self.cast.person(mention);
        (person != NONE).then_some(Told { person, confidence, reason })
    }

    /// The last subject of the sex of the pronoun at `at`.
    fn antecedent(&self, at: usize, pronoun: &Mention) -> Option<Told> {
        let gender = pronoun.gender?;
        let from = at.saturating_sub(REACH);
        let person = (from..at).rev().find_map(|place| {
            let mention = &self.mentions[place];
            let tagged = self.speakers.get(&(place as u32)).copied();
            let subject = mention.kind == MentionKind::Name
                && mention.flags.has(Flags::SUBJECT)
                && !mention.flags.has(Flags::QUOTED.with(Flags::POSSESSIVE));
            let person = tagged.or_else(|| subject.then(|| self.cast.person(mention)))?;
            let figure = self.cast.figures.get(person as usize)?;
            (figure.gender == Some(gender)).then_some(person)
        })?;
        Some(Told { person, confidence: PRONOUN, reason: "last subject of that sex" })
    }
}
