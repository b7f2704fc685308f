//! The reasons that speak for a person in a turn, as points.

use super::cast::Cast;
use super::evidence::{Target, Turn};
use super::focus::Focus;
use super::presence::Presence;
use super::record::{Form, Gender, NONE};
use super::weights::Weights;

/// What a score is taken from.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) cast: &'a Cast,
    pub(super) turns: &'a [Turn],
    pub(super) index: usize,
    pub(super) focus: &'a Focus<'a>,
    pub(super) presence: &'a Presence<'a>,
    pub(super) w: &'a Weights,
}

/// So many paragraphs of narration end a conversation.
const APART: u32 = 5;

/// What speaks for the person whoever spoke before.
pub(super) fn still_score(scene: &Scene<'_>, person: u32) -> i32 {
    let Scene { cast, turns, index, focus, presence, w } = *scene;
    let turn = &turns[index];
    let Some(figure) = cast.figures.get(person as usize) else { return -1000 };
    let mut score = figure.prior;
    if let Some(tag) = &turn.tag {
        score += target_score(cast, tag, person, w.tag, w.tag_gender, w);
    }
    if let Some(beat) = &turn.beat {
        let weight = match beat.evidence.form {
            Form::Interrupted => w.interrupted,
            Form::BeatBefore => w.beat_before,
            Form::BeatAfter => w.beat_after,
            _ => w.beat_far,
        };
        let gender = if beat.evidence.form == Form::BeatFar { w.beat_gender / 2 } else { w.beat_gender };
        score += target_score(cast, beat, person, weight, gender, w);
    }
    if turn.addressed.contains(&person) {
        score += w.own_vocative;
    }
    if turn.named.contains(&person) {
        score += w.named_inside;
    }
    score += w.recency * focus.distance(person, turn.paragraph) as i32;
    if turn.lead == person {
        score += w.lead;
    }
    if turn.beside.contains(&person) {
        score += w.beside;
    }
    score += w.present * i32::from(presence.of(person).min(3));
    if focus.subject == person {
        score += w.nearest_subject;
    }
    if focus.male == person || focus.female == person {
        score += w.nearest_of_gender;
    }
    if figure.narrator {
        score += w.narrator;
    }
    if figure.nominal {
        score += w.nominal;
    }
    if let Some(before) = index.checked_sub(1).and_then(|before| turns.get(before)) {
        if before.addressed.contains(&person) && turn.gap < 3 {
            score += if turn.gap == 0 { w.addressed_before } else { w.addressed_before_gap };
        }
        if turn.gap == 0 && before.polite != Gender::Unknown && figure.gender != Gender::Unknown {
            score += if before.polite == figure.gender { w.polite } else { -w.polite };
        }
    }
    if let Some(next) = turns.get(index + 1).filter(|next| next.gap == 0) {
        if next.addressed.contains(&person) {
            score += w.addressed_after;
        }
        if next.polite != Gender::Unknown && figure.gender != Gender::Unknown {
            score += if next.polite == figure.gender { w.polite } else { -w.polite };
        }
    }
    score
}

fn target_score(cast: &Cast, target: &Target, person: u32, name: i32, wrong_gender: i32, w: &Weights) -> i32 {
    if target.person != NONE {
        return if target.person == person { name } else { 0 };
    }
    let Some(figure) = cast.figures.get(person as usize) else { return 0 };
    let mut score = 0;
    if target.gender != Gender::Unknown {
        if figure.gender.clashes(target.gender) {
            score += wrong_gender;
        } else if figure.gender == Gender::Unknown {
            score += w.unknown_gender;
        }
    }
    if target.head != NONE && cast.of_head.get(target.head as usize) == Some(&person) {
        score += w.own_nominal;
    }
    if target.evidence.form.is_tag() && figure.narrator {
        score -= w.tag / 2; // a narrator is tagged as I
    }
    score
}

/// What depends on who spoke before.
pub(super) fn moving(
    cast: &Cast,
    turn: &Turn,
    previous: Option<&Turn>,
    person: u32,
    last: u32,
    before: u32,
    w: &Weights,
) -> i32 {
    let mut score = 0;
    if turn.continues {
        return if person == last { w.continues_open } else { 0 };
    }
    let same_paragraph = previous.is_some_and(|previous| previous.paragraph == turn.paragraph);
    if person == last {
        score += match turn.gap {
            0 if same_paragraph => w.own_vocative,
            0 => w.same_adjacent,
            _ => w.same_gap,
        };
        if let Some(tag) = &turn.tag {
            let gender = cast.figures.get(last as usize).map_or(Gender::Unknown, |figure| figure.gender);
            if tag.other || tag.person == NONE && tag.owner != Gender::Unknown && tag.owner == gender {
                score += w.own_vocative;
            }
        }
    }
    if let Some(tag) = turn.tag.as_ref().filter(|tag| tag.kin && tag.person == NONE && person != last) {
        let family = |person: u32| cast.figures.get(person as usize).and_then(|figure| figure.family);
        if family(person).is_some() && family(person) == family(last) && tag.owner != Gender::Unknown {
            score += w.family;
        }
    }
    // across a break the speaker before the last belongs to another conversation
    let together = previous.is_none_or(|previous| previous.gap < APART);
    if person == before && together {
        score += match turn.gap {
            // a tag or beat is a sign that somebody else speaks
            0 if turn.tag.is_some() || turn.beat.as_ref().is_some_and(|beat| beat.evidence.form.leads()) => {
                w.alternates_tagged
            }
            0 => w.alternates,
            _ => w.alternates_gap,
        };
    }
    if (person == last || person == before && together) && turn.gap < APART {
        score += w.takes_part;
    }
    score
}
