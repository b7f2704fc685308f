//! What speaks for whom in each turn.
//!
//! In: the kept records and the cast. Out: [`Turn`]s in order; a turn is the speech of one person in one
//! paragraph. A paragraph holds two where its tags name two persons.

use std::ops::Range;

use crate::answer::kind::Gender;
use crate::answer::quote::MentionKind;
use crate::base::table::NONE;
use crate::identity::mention::gender::clash;
use crate::identity::mention::kept::{Flags, Mention};
use crate::identity::names::book::Cast;
use crate::identity::names::kinship::Kinship;

use super::collect::Collector;
use super::record::{CuePattern, Evidence, Quoted};

/// Whom a mention points to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target {
    /// The person, where the words tell one.
    pub(super) person: u32,
    pub(super) gender: Option<Gender>,
    /// The head of a nominal.
    pub(super) head: u32,
    pub(super) other: bool,
    /// *aunt, husband*.
    pub(super) kin: Option<Kinship>,
    /// The sex of whose aunt or friend it is: *said her aunt*.
    pub(super) owner: Option<Gender>,
    pub(super) evidence: Evidence,
}

impl Target {
    /// Somebody whom the caller tells: by no words of the text.
    fn pinned(person: u32, cast: &Cast, paragraph: u32) -> Self {
        let evidence = Evidence { mention: NONE, paragraph, cue: (0, 0), form: CuePattern::Inverted };
        let gender = cast.gender(person);
        Self { person, gender, head: NONE, other: false, kin: None, owner: None, evidence }
    }

    /// What kin of whom, by sex, the words mean where they name nobody.
    pub(super) fn kinship(&self) -> Option<(Kinship, Option<Gender>)> {
        let kin = self.kin.filter(|_| self.person == NONE && self.owner.is_some())?;
        Some((kin, self.owner))
    }
}

/// The speech of one person in one paragraph.
#[derive(Clone, Debug)]
pub(super) struct Turn {
    pub(super) paragraph: u32,
    pub(super) quotes: Range<u32>,
    pub(super) tag: Option<Target>,
    pub(super) beat: Option<Target>,
    /// Persons addressed by name.
    pub(super) addressed: Vec<u32>,
    /// Persons named inside without being addressed.
    pub(super) named: Vec<u32>,
    /// The last person of the narration before it in its paragraph that is a subject.
    pub(super) lead: u32,
    /// Persons of the narration after its beginning that are no subject: *she said to Ann*.
    pub(super) beside: Vec<u32>,
    /// The sex of who is addressed as *sir* or by kin.
    pub(super) polite: Option<Gender>,
    /// Paragraphs of narration since the turn before; a break of scene counts as many.
    pub(super) gap: u32,
    /// The turn before was left open at its end.
    pub(super) continues: bool,
    /// The first mention after the paragraph's narration that led up to the turn.
    pub(super) mentions: Range<u32>,
}

impl Turn {
    /// A turn of which no more is known than where it begins.
    fn of(paragraph: usize, quote: u32, mentions: Range<u32>) -> Self {
        Self {
            paragraph: paragraph as u32,
            quotes: quote..quote + 1,
            tag: None,
            beat: None,
            addressed: Vec::new(),
            named: Vec::new(),
            lead: NONE,
            beside: Vec::new(),
            polite: None,
            gap: 0,
            continues: false,
            mentions,
        }
    }
}

/// As many paragraphs as a break of scene counts for.
const BREAK: u32 = 6;

/// `pinned` has for each quoted span whom the caller gave it to; nothing at all where he gave none.
pub(super) fn turns(collector: &Collector, cast: &Cast, pinned: &[u32]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut since = BREAK;
    let mut open = false;
    for (index, paragraph) in collector.paragraphs.iter().enumerate() {
        let next = collector.paragraphs.get(index + 1);
        let quotes = paragraph.quotes..next.map_or(collector.quotes.len() as u32, |next| next.quotes);
        let mentions = paragraph.mentions..next.map_or(collector.mentions.len() as u32, |next| next.mentions);
        let of_one = |quote: &Quoted| quote.unsaid.is_none() && !is_said_by_several(collector, quote);
        let speech = quotes.clone().filter(|place| collector.quotes.get(*place as usize).is_some_and(of_one));
        let before = turns.len();
        for place in speech {
            let Some(quote) = collector.quotes.get(place as usize) else { continue };
            let reader = Reader { collector, cast };
            let pin = pinned.get(place as usize).filter(|person| **person != NONE);
            let tag = match pin {
                Some(person) => Some(Target::pinned(*person, cast, index as u32)),
                None => quote.tag.and_then(|tag| reader.target(&tag)),
            };
            // "Is it late?" "Past nine."
            let answers = place > quotes.start
                && collector
                    .quotes
                    .get(place as usize - 1)
                    .is_some_and(|before| before.unsaid.is_none() && before.end + 3 > quote.start);
            let joins = turns.len() > before
                && !answers
                && turns.last().is_some_and(|turn| !two_speakers(cast, turn.tag.as_ref(), tag.as_ref()));
            if !joins {
                let first = turns.len() == before;
                turns.push(Turn {
                    gap: if first { since } else { 0 },
                    continues: open && first,
                    ..Turn::of(index, place, mentions.clone())
                });
            }
            if let Some(turn) = turns.last_mut() {
                reader.add(turn, quote, place, tag);
            }
            open = quote.open;
        }
        if turns.len() == before + 1 {
            let first = collector.quotes.get(quotes.start as usize);
            if let (Some(turn), Some(first)) = (turns.last_mut(), first) {
                Reader { collector, cast }.narration(turn, first.start);
            }
        }
        if turns.len() > before {
            since = 0;
        } else {
            since += if paragraph.breaks { BREAK } else { 1 };
            open = false;
        }
    }
    turns
}

/// *they cried, said the boys, someone said*: a line of several, which is nobody's turn.
pub(super) fn is_said_by_several(collector: &Collector, quote: &Quoted) -> bool {
    let mention = quote.tag.and_then(|tag| collector.mentions.get(tag.mention as usize));
    mention.is_some_and(|mention| match mention.kind {
        MentionKind::Name => false,
        MentionKind::Nominal => mention.flags.has(Flags::PLURAL),
        MentionKind::Pronoun => mention.flags.has(Flags::PLURAL.with(Flags::INDEFINITE)),
    })
}

/// Whether two tags of a paragraph cannot mean one person.
fn two_speakers(cast: &Cast, first: Option<&Target>, second: Option<&Target>) -> bool {
    let (Some(first), Some(second)) = (first, second) else { return false };
    if first.person != NONE && second.person != NONE {
        return first.person != second.person;
    }
    let gender = |target: &Target| {
        cast.figures.get(target.person as usize).map_or(target.gender, |figure| figure.gender)
    };
    clash(gender(first), gender(second))
}

struct Reader<'a> {
    collector: &'a Collector,
    cast: &'a Cast,
}

impl Reader<'_> {
    fn target(&self, evidence: &Evidence) -> Option<Target> {
        let mention = self.collector.mentions.get(evidence.mention as usize)?;
        if mention.flags.has(Flags::PLURAL) && mention.kind != MentionKind::Name {
            return None;
        }
        let person = self.cast.told(mention);
        let kin = self.kinship(mention);
        Some(Target {
            person,
            gender: mention.gender,
            // his lady is not Lady Orrin
            head: if mention.kind == MentionKind::Nominal && kin.is_none() { mention.what } else { NONE },
            other: mention.flags.has(Flags::OTHER),
            kin,
            owner: mention.owner(),
            evidence: *evidence,
        })
    }

    fn kinship(&self, mention: &Mention) -> Option<Kinship> {
        if mention.kind != MentionKind::Nominal {
            return None;
        }
        let head = self.collector.words.heads.get(mention.what as usize)?;
        Kinship::of(head, mention.owner())
    }

    /// What the narration of the paragraph says, where one person alone speaks in it.
    fn narration(&self, turn: &mut Turn, start: u32) {
        let range = turn.mentions.start as usize..turn.mentions.end as usize;
        let told =
            [&turn.tag, &turn.beat].into_iter().flatten().map(|target| target.person).collect::<Vec<_>>();
        for mention in self.collector.mentions.get(range).unwrap_or(&[]) {
            let person = self.cast.told(mention);
            if mention.kind == MentionKind::Pronoun || person == NONE || mention.flags.has(Flags::QUOTED) {
                continue;
            }
            if mention.flags.has(Flags::SUBJECT) {
                if mention.start < start {
                    turn.lead = person;
                }
            } else if mention.start > start
                && !mention.flags.has(Flags::POSSESSIVE)
                && turn.beside.len() < 4
                && !told.contains(&person)
            {
                turn.beside.push(person);
            }
        }
    }

    fn add(&self, turn: &mut Turn, quote: &Quoted, place: u32, tag: Option<Target>) {
        turn.quotes.end = place + 1;
        let stronger = |target: &Target| u8::from(target.person != NONE) + u8::from(target.gender.is_some());
        let known = turn.tag.as_ref();
        let better =
            |tag: &Target| known.is_none_or(|known| stronger(tag) > stronger(known) && tag.person != NONE);
        if let Some(tag) = tag.filter(better) {
            turn.tag = Some(tag);
        }
        let beat = quote.beat.and_then(|beat| self.target(&beat));
        let known = turn.beat.as_ref();
        if let Some(beat) = beat.filter(|beat| known.is_none_or(|known| rank(beat) > rank(known))) {
            turn.beat = Some(beat);
        }
        if turn.polite.is_none() {
            turn.polite = quote.addressed;
        }
        let range = turn.mentions.start as usize..turn.mentions.end as usize;
        let Some(mentions) = self.collector.mentions.get(range) else { return };
        let from = mentions.partition_point(|mention| mention.start < quote.start);
        for mention in mentions[from..].iter().take_while(|mention| mention.start < quote.end) {
            if !mention.flags.has(Flags::QUOTED) {
                continue;
            }
            if mention.kind == MentionKind::Nominal
                && mention.flags.has(Flags::VOCATIVE)
                && turn.polite.is_none()
            {
                turn.polite = mention.gender;
            }
            let person = self.cast.told(mention);
            if mention.kind != MentionKind::Name || person == NONE {
                continue;
            }
            let list = if mention.flags.has(Flags::VOCATIVE) { &mut turn.addressed } else { &mut turn.named };
            if list.len() < 8 && !list.contains(&person) {
                list.push(person);
            }
        }
    }
}

fn rank(target: &Target) -> u8 {
    match target.evidence.form {
        CuePattern::Interrupted => 4,
        CuePattern::BeatBefore => 3,
        CuePattern::BeatAfter => 2,
        _ => 1,
    }
}
