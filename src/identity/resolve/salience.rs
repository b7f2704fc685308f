//! Who is in the reader's mind: the persons met last, and which of them a pronoun means.
//!
//! The choice is a sum of small integers, set by hand. Fitting them to development texts gained two points
//! there and lost one on others.

use crate::answer::kind::{EntityKind, Gender};
use crate::base::table::NONE;
use crate::identity::mention::{Flags, Kind, Mention, Sign};
use crate::identity::names::{Cast, OTHERS};

/// So many persons are kept. Four cost four points of pronouns on development texts, twenty gained none.
const MOST: usize = 8;

/// No more than this can be said for somebody who was met last so many sentences ago: the sum of what follows
/// below where all of it speaks for him.
const MOST_AT: [i32; 9] = [56, 48, 16, 8, -6, -14, -22, -30, -38];

/// A place in the text.
#[derive(Clone, Copy, Debug, Default)]
struct Spot {
    sentence: u32,
    paragraph: u32,
}

/// What is remembered of a member's mentions. A sentence that there is not is `NONE`.
#[derive(Clone, Copy, Debug)]
struct Trace {
    last: Spot,
    /// The last mention outside quotations.
    outside: Spot,
    subject: u32,
    /// The same of a relative clause that hangs on an object.
    relative: u32,
    /// The last mention by given name and surname.
    full: u32,
    /// How often mentioned so far.
    count: u32,
    possessive: bool,
    /// Introduced as somebody's kin.
    kin: bool,
}

impl Trace {
    const NOTHING: Self = Self {
        last: Spot { sentence: 0, paragraph: 0 },
        outside: Spot { sentence: NONE, paragraph: 0 },
        subject: NONE,
        relative: NONE,
        full: NONE,
        count: 0,
        possessive: false,
        kin: false,
    };
}

/// The persons of a sentence, as far as it has been read.
#[derive(Clone, Copy, Debug, Default)]
struct Stage {
    sentence: u32,
    persons: u32,
    only: u32,
    /// The person before.
    other: u32,
    has_subject: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Salience {
    traces: Vec<Trace>,
    recent: [u32; MOST],
    /// The last speaker and the one before.
    speakers: [u32; 2],
    stages: [Stage; 2],
}

/// Who a pronoun means.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) member: u32,
    /// The next best, the best of them first, `NONE` behind the last.
    pub(super) others: [u32; OTHERS],
    /// How far the best leads; `None` where there is no second.
    pub(super) margin: Option<i32>,
    pub(super) subject: bool,
    pub(super) speaker: bool,
}

impl Salience {
    /// Makes room for so many members.
    pub(super) fn make_room(&mut self, members: usize) {
        self.traces.resize(members, Trace::NOTHING);
    }

    /// Forgets the members from number `first` on.
    pub(super) fn forget_from(&mut self, first: usize) {
        self.traces.truncate(first);
        let only = self.stages.iter_mut().flat_map(|stage| [&mut stage.only, &mut stage.other]);
        for member in self.recent.iter_mut().chain(&mut self.speakers).chain(only) {
            if *member as usize >= first {
                *member = NONE;
            }
        }
    }

    /// Forgets everybody.
    pub(super) fn clear(&mut self) {
        self.traces.clear();
        self.recent = [NONE; MOST];
        self.speakers = [NONE; 2];
        self.stages = [Stage::default(); 2];
    }

    /// Remembers that `mention` means `member`; returns what that is.
    /// By its `full` name or by less.
    pub(super) fn touch(&mut self, cast: &Cast, member: u32, mention: &Mention, full: bool) -> EntityKind {
        let index = member as usize;
        let Some(known) = cast.members.get(index) else { return EntityKind::Unknown };
        if self.traces.len() <= index {
            self.traces.resize(cast.members.len(), Trace::NOTHING);
        }
        let spot = Spot { sentence: mention.sentence, paragraph: mention.paragraph };
        let trace = &mut self.traces[index];
        trace.last = spot;
        if !mention.has(Flags::QUOTED) {
            trace.outside = spot;
        }
        // "tried her sister, who had spoken": the next sentence goes on with another
        if mention.kind == Kind::Relative && mention.has(Flags::OBLIQUE) {
            trace.relative = mention.sentence;
        } else if mention.has(Flags::SUBJECT) {
            trace.subject = mention.sentence;
        }
        trace.possessive = mention.has(Flags::POSSESSIVE);
        trace.count = trace.count.saturating_add(1);
        if full {
            trace.full = mention.sentence;
            trace.kin |= mention.has(Flags::KIN);
        }
        if known.can_be_person() {
            self.bring_forward(member);
            self.stage(member, mention);
        }
        known.kind
    }

    fn bring_forward(&mut self, member: u32) {
        let mut moved = member;
        for place in &mut self.recent {
            std::mem::swap(place, &mut moved);
            if moved == member {
                return;
            }
        }
    }

    fn stage(&mut self, member: u32, mention: &Mention) {
        if self.stages[0].sentence != mention.sentence || self.stages[0].persons == 0 {
            self.stages[1] = self.stages[0];
            self.stages[0] =
                Stage { sentence: mention.sentence, persons: 0, only: NONE, other: NONE, has_subject: false };
        }
        let stage = &mut self.stages[0];
        if stage.only != member {
            // back to the first of two is no third
            stage.persons += u32::from(stage.other != member || stage.persons > 2);
            stage.other = std::mem::replace(&mut stage.only, member);
        }
        stage.has_subject |= mention.has(Flags::SUBJECT);
    }

    /// How well somebody of that surname, who may not have been met yet, is called by it alone in `mention`: one who
    /// was met, above all often, who spoke last or has just been introduced, but not as the kin of another.
    pub(super) fn bears(&self, member: u32, mention: &Mention) -> i32 {
        let Some(trace) = self.traces.get(member as usize).filter(|trace| trace.count > 0) else {
            return -100;
        };
        let introduced =
            |reach: u32| trace.full != NONE && mention.sentence.saturating_sub(trace.full) <= reach;
        let mut score = 2 * trace.count.min(6) as i32;
        if introduced(3) && self.speakers[0] == member {
            score += 9;
        }
        if introduced(1) && trace.subject == trace.full {
            score += 4;
        }
        if trace.kin {
            score -= 8;
        }
        score
    }

    /// The sentence of the last mention of somebody, counted from one; 0 where there was none.
    pub(super) fn met(&self, member: u32) -> u32 {
        let trace = self.traces.get(member as usize).filter(|trace| trace.count > 0);
        trace.map_or(0, |trace| trace.last.sentence + 1)
    }

    /// Whether somebody was the subject of the sentence that `mention` stands in.
    pub(super) fn acts_in(&self, member: u32, mention: &Mention) -> bool {
        self.traces.get(member as usize).is_some_and(|trace| trace.subject == mention.sentence)
    }

    /// The two persons of the sentence before, the earlier first, where there were no others.
    pub(super) fn only_two(&self, sentence: u32) -> Option<[u32; 2]> {
        let mut before = self.stages.iter().filter(|stage| stage.sentence + 1 == sentence);
        before.find(|stage| stage.persons == 2).map(|stage| [stage.other, stage.only])
    }

    pub(super) fn last_speaker(&self) -> u32 {
        self.speakers[0]
    }

    pub(super) fn speaks(&mut self, member: u32) {
        if self.speakers[0] != member {
            self.speakers = [member, self.speakers[0]];
        }
    }

    /// The person whom `mention`, of the gender `gender`, means. It stays one function: split, its sums left the
    /// registers.
    pub(super) fn choose(
        &self,
        cast: &Cast,
        mention: &Mention,
        gender: Option<Gender>,
        asks: impl Fn(u32) -> bool,
    ) -> Option<Choice> {
        let nobody = (i32::MIN, NONE);
        let mut ranked = [nobody; 1 + OTHERS];
        // nobody asks who else a mention may mean that says nothing, but the margin needs the second
        let kept = if mention.has(Flags::SPEAKER) { ranked.len() } else { 2 };
        let alone = self.stages.map(|stage| stage.only_one(mention.sentence));
        for (rank, member) in self.recent.iter().copied().enumerate() {
            let index = member as usize;
            let (Some(trace), Some(person)) = (self.traces.get(index), cast.members.get(index)) else {
                continue;
            };
            // those behind were met no later, and can do no better
            let away = mention.sentence.saturating_sub(trace.last.sentence) as usize;
            if MOST_AT[away.min(MOST_AT.len() - 1)] - rank as i32 <= ranked[kept - 1].0 {
                break;
            }
            if person.conflicts(gender) || !asks(member) {
                continue;
            }
            let mut score = trace.score(mention) - rank as i32;
            if self.speakers[0] == member {
                score += 14;
            } else if self.speakers[1] == member {
                score += 4;
            }
            if person.gender.is_some() && gender.is_some() {
                score += match person.gender == gender {
                    false => -14, // a hint only, or it had been ruled out
                    true if person.sign >= Sign::Role => 12,
                    true => 8,
                };
            }
            if !person.is_surely_person() {
                score -= 12;
            }
            if !person.named {
                score -= 6;
            }
            if alone.contains(&member) {
                score += 10;
            }
            debug_assert!(score <= MOST_AT[away.min(MOST_AT.len() - 1)] - rank as i32, "{score} at {away}");
            let mut next = (score, member);
            for place in &mut ranked[..kept] {
                if next.0 > place.0 {
                    std::mem::swap(place, &mut next);
                }
            }
        }
        self.chosen(ranked, mention)
    }

    /// The first of those who are `ranked`, and by how much.
    fn chosen(&self, ranked: [(i32, u32); 1 + OTHERS], mention: &Mention) -> Option<Choice> {
        let [(score, member), others @ ..] = ranked;
        let trace = self.traces.get(member as usize)?;
        Some(Choice {
            member,
            others: others.map(|other| other.1),
            margin: (others[0].1 != NONE).then(|| score - others[0].0),
            subject: trace.subject != NONE && mention.sentence.saturating_sub(trace.subject) <= 1
                || trace.relative == mention.sentence,
            speaker: self.speakers[0] == member,
        })
    }
}

impl Trace {
    /// What the places of its mentions tell for `mention`.
    #[inline]
    fn score(&self, mention: &Mention) -> i32 {
        let inside = mention.has(Flags::QUOTED);
        let only_inside = self.outside.sentence == NONE;
        let spot = if inside || only_inside { self.last } else { self.outside };
        let away = mention.sentence.saturating_sub(spot.sentence).min(8) as i32;
        let paragraphs = mention.paragraph.saturating_sub(spot.paragraph).min(8) as i32;
        let mut score = -8 * away - 3 * paragraphs;
        if paragraphs == 0 && away <= 1 {
            score += 4;
        }
        if self.relative == mention.sentence && self.subject != mention.sentence {
            score += if mention.has(Flags::OBJECT_FORM) { -6 } else { 14 };
        } else if self.subject != NONE {
            score += match mention.sentence.saturating_sub(self.subject) {
                0 if mention.has(Flags::OBJECT_FORM) => -6,
                0 => 14,
                1 => 16,
                2 | 3 => 6,
                _ => 0,
            };
        }
        if !inside && only_inside {
            score -= 20;
        }
        if self.possessive {
            score -= 5;
        }
        score
    }
}

impl Stage {
    /// *Look at Lee. He …*: the only person of this sentence or the one before, which has no person for a
    /// subject.
    fn only_one(&self, sentence: u32) -> u32 {
        let near = sentence.saturating_sub(self.sentence) <= 1;
        if self.persons == 1 && !self.has_subject && near { self.only } else { NONE }
    }
}
