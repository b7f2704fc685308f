//! Who is in the reader's mind: the persons met last, and which of them a pronoun means.
//!
//! The choice is a sum of small integers, set by hand. Fitting them to development texts gained two points
//! there and lost one on others.

use crate::entity::{EntityKind, Gender};

use super::cast::Cast;
use super::mention::{Flags, Mention, NONE, Sign};

/// So many persons are kept. Four cost four points of pronouns on development texts, twenty gained none.
const MOST: usize = 8;

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
    possessive: bool,
}

impl Trace {
    const NOTHING: Self = Self {
        last: Spot { sentence: 0, paragraph: 0 },
        outside: Spot { sentence: NONE, paragraph: 0 },
        subject: NONE,
        possessive: false,
    };
}

/// The persons of a sentence, as far as it has been read.
#[derive(Clone, Copy, Debug, Default)]
struct Stage {
    sentence: u32,
    persons: u32,
    only: u32,
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
    pub(super) second: u32,
    /// How far the best leads; `None` where there is no second.
    pub(super) margin: Option<i32>,
    pub(super) subject: bool,
    pub(super) speaker: bool,
}

impl Salience {
    /// Forgets everybody, and makes room for so many members.
    pub(super) fn clear(&mut self, members: usize) {
        self.traces.clear();
        self.traces.resize(members, Trace::NOTHING);
        self.recent = [NONE; MOST];
        self.speakers = [NONE; 2];
        self.stages = [Stage::default(); 2];
    }

    /// Remembers that `mention` means `member`; returns what that is.
    pub(super) fn touch(&mut self, cast: &Cast, member: u32, mention: &Mention) -> EntityKind {
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
        if mention.has(Flags::SUBJECT) {
            trace.subject = mention.sentence;
        }
        trace.possessive = mention.has(Flags::POSSESSIVE);
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
            self.stages[0] = Stage { sentence: mention.sentence, persons: 0, only: NONE, has_subject: false };
        }
        let stage = &mut self.stages[0];
        if stage.only != member {
            stage.persons += 1;
            stage.only = member;
        }
        stage.has_subject |= mention.has(Flags::SUBJECT);
    }

    pub(super) fn speaks(&mut self, member: u32) {
        if self.speakers[0] != member {
            self.speakers = [member, self.speakers[0]];
        }
    }

    /// The person whom `mention`, of the gender `gender`, means.
    pub(super) fn choose(
        &self,
        cast: &Cast,
        mention: &Mention,
        gender: Option<Gender>,
        asks: impl Fn(u32) -> bool,
    ) -> Option<Choice> {
        let mut best: Option<(i32, u32)> = None;
        let mut second: Option<(i32, u32)> = None;
        for (rank, member) in self.recent.iter().copied().enumerate() {
            if member == NONE || !asks(member) {
                continue;
            }
            let Some(score) = self.score(cast, mention, member, gender, rank as i32) else {
                continue;
            };
            if best.is_none_or(|best| score > best.0) {
                second = best;
                best = Some((score, member));
            } else if second.is_none_or(|second| score > second.0) {
                second = Some((score, member));
            }
        }
        let (score, member) = best?;
        let trace = self.traces.get(member as usize)?;
        Some(Choice {
            member,
            second: second.map_or(NONE, |second| second.1),
            margin: second.map(|second| score - second.0),
            subject: trace.subject != NONE && mention.sentence.saturating_sub(trace.subject) <= 1,
            speaker: self.speakers[0] == member,
        })
    }

    fn score(
        &self,
        cast: &Cast,
        mention: &Mention,
        member: u32,
        gender: Option<Gender>,
        rank: i32,
    ) -> Option<i32> {
        let trace = self.traces.get(member as usize)?;
        let person = cast.members.get(member as usize)?;
        if person.conflicts(gender) {
            return None;
        }
        let inside = mention.has(Flags::QUOTED);
        let only_inside = trace.outside.sentence == NONE;
        let spot = if inside || only_inside { trace.last } else { trace.outside };
        let away = mention.sentence.saturating_sub(spot.sentence).min(8) as i32;
        let paragraphs = mention.paragraph.saturating_sub(spot.paragraph).min(8) as i32;
        let mut score = -8 * away - 3 * paragraphs - rank;
        if paragraphs == 0 && away <= 1 {
            score += 4;
        }
        let object = mention.has(Flags::OBJECT_FORM);
        let subject = mention.sentence.saturating_sub(trace.subject);
        score += match subject {
            _ if trace.subject == NONE => 0,
            0 if object => -6,
            0 => 14,
            1 => 16,
            2 | 3 => 6,
            _ => 0,
        };
        if self.speakers[0] == member {
            score += 14;
        } else if self.speakers[1] == member {
            score += 4;
        }
        if !inside && only_inside {
            score -= 20;
        }
        if trace.possessive {
            score -= 5;
        }
        if person.gender.is_some() && person.gender != gender && gender.is_some() {
            score -= 14; // a hint only, or it had been ruled out
        } else if person.gender.is_some() && gender.is_some() {
            score += 8;
            if person.sign >= Sign::Role {
                score += 4;
            }
        }
        if !person.is_surely_person() {
            score -= 12;
        }
        if !person.named {
            score -= 6;
        }
        if self.is_alone_on_stage(member, mention.sentence) {
            score += 10;
        }
        Some(score)
    }

    /// *Look at Lee. He …*: the only person of this sentence or the one before, which has no person for a
    /// subject.
    fn is_alone_on_stage(&self, member: u32, sentence: u32) -> bool {
        self.stages.iter().any(|stage| {
            stage.persons == 1
                && stage.only == member
                && !stage.has_subject
                && sentence.saturating_sub(stage.sentence) <= 1
        })
    }
}
