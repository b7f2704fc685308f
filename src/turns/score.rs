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

/// Where reasons are added up: a number, or a list for who wants to know.
pub(super) trait Tally {
    fn add(&mut self, reason: &'static str, points: i32);
}

impl Tally for i32 {
    #[inline]
    fn add(&mut self, _: &'static str, points: i32) {
        *self += points;
    }
}

impl Tally for Vec<(&'static str, i32)> {
    fn add(&mut self, reason: &'static str, points: i32) {
        if points != 0 {
            self.push((reason, points));
        }
    }
}

/// What speaks for the person as one of those who take part in the conversation.
pub(super) fn presence_score(scene: &Scene<'_>, person: u32) -> i32 {
    scene.w.present * i32::from(scene.presence.of(person).min(3))
}

/// What speaks for the person whoever spoke before, and whoever takes part.
pub(super) fn still_score(scene: &Scene<'_>, person: u32) -> i32 {
    let mut sum = 0;
    still(scene, person, &mut sum);
    sum
}

/// Adds up what speaks for the person whoever spoke before.
pub(super) fn still(scene: &Scene<'_>, person: u32, sum: &mut impl Tally) {
    let Scene { cast, turns, index, focus, w, .. } = *scene;
    let turn = &turns[index];
    let Some(figure) = cast.figures.get(person as usize) else { return sum.add("nobody", -1000) };
    sum.add("speaks in this text", figure.prior);
    if let Some(tag) = &turn.tag {
        told(cast, tag, person, ("named by the tag", w.tag), w.tag_gender, w, sum);
    }
    if let Some(beat) = &turn.beat {
        let weight = match beat.evidence.form {
            Form::Interrupted => w.interrupted,
            Form::BeatBefore => w.beat_before,
            Form::BeatAfter => w.beat_after,
            _ => w.beat_far,
        };
        let gender = if beat.evidence.form == Form::BeatFar { w.beat_gender / 2 } else { w.beat_gender };
        told(cast, beat, person, ("subject of the narration beside it", weight), gender, w, sum);
    }
    if let Some((kin, owner)) = turn.tag.as_ref().and_then(Target::kinship) {
        if turn.addressed.iter().any(|owner| kin.fits(cast, person, *owner)) {
            sum.add("such kin of who is called by name", w.family);
        }
        if kin.fits(cast, person, if owner == Gender::Male { focus.male } else { focus.female }) {
            sum.add("such kin of the nearest of that sex", w.family_near);
        }
        if kin.refuses(figure) {
            sum.add("unmarried", w.unmarried);
        }
    }
    if turn.addressed.contains(&person) {
        sum.add("is called by name", w.own_vocative);
    }
    if turn.named.contains(&person) {
        sum.add("is spoken of by name", w.named_inside);
    }
    sum.add("named farther back", w.recency * focus.distance(person, turn.paragraph) as i32);
    if turn.lead == person {
        sum.add("subject of the narration before it", w.lead);
    }
    if turn.beside.contains(&person) {
        sum.add("no subject of the narration after it", w.beside);
    }
    if focus.subject == person {
        sum.add("nearest subject", w.nearest_subject);
    }
    if focus.male == person || focus.female == person {
        sum.add("nearest of that sex", w.nearest_of_gender);
        if turn.gap > 0 && turn.tag.as_ref().is_some_and(|tag| tag.person == NONE && tag.head == NONE) {
            sum.add("nearest of the pronoun's sex after narration", w.nearest_of_pronoun);
        }
    }
    if figure.narrator {
        sum.add("narrator", w.narrator);
    }
    if figure.nominal {
        sum.add("known by a noun alone", w.nominal);
    }
    if let Some(before) = index.checked_sub(1).and_then(|before| turns.get(before)) {
        if before.addressed.contains(&person) && turn.gap < 3 {
            let weight = if turn.gap == 0 { w.addressed_before } else { w.addressed_before_gap };
            sum.add("called by the line before", weight);
        }
        if turn.gap == 0 {
            polite(before, figure.gender, "sir or madam in the line before", w, sum);
        }
    }
    if let Some(next) = turns.get(index + 1).filter(|next| next.gap == 0) {
        if next.addressed.contains(&person) {
            sum.add("called by the line after", w.addressed_after);
        }
        polite(next, figure.gender, "sir or madam in the line after", w, sum);
    }
}

/// Whether *sir* or *ma'am* beside the turn fits.
fn polite(beside: &Turn, gender: Gender, reason: &'static str, w: &Weights, sum: &mut impl Tally) {
    if beside.polite != Gender::Unknown && gender != Gender::Unknown {
        sum.add(reason, if beside.polite == gender { w.polite } else { -w.polite });
    }
}

fn told(
    cast: &Cast,
    target: &Target,
    person: u32,
    name: (&'static str, i32),
    wrong_gender: i32,
    w: &Weights,
    sum: &mut impl Tally,
) {
    if target.person != NONE {
        if target.person == person {
            sum.add(name.0, name.1);
        }
        return;
    }
    let Some(figure) = cast.figures.get(person as usize) else { return };
    if target.gender != Gender::Unknown {
        if figure.gender.clashes(target.gender) {
            sum.add("of the other sex", wrong_gender);
        } else if figure.gender == Gender::Unknown {
            sum.add("of unknown sex", w.unknown_gender);
        }
    }
    if target.head != NONE && cast.of_head.get(target.head as usize) == Some(&person) {
        sum.add("known by that noun", w.own_nominal);
    }
    if target.evidence.form.is_tag() && figure.narrator {
        sum.add("a narrator would be tagged as I", -w.tag / 2);
    }
}

/// What depends on who spoke before: the last speaker and the one before.
pub(super) fn moving(
    cast: &Cast,
    turn: &Turn,
    previous: Option<&Turn>,
    person: u32,
    spoke: (u32, u32),
    w: &Weights,
) -> i32 {
    let mut sum = 0;
    course(cast, turn, previous, person, spoke, w, &mut sum);
    sum
}

/// Adds up what depends on who spoke before.
pub(super) fn course(
    cast: &Cast,
    turn: &Turn,
    previous: Option<&Turn>,
    person: u32,
    (last, before): (u32, u32),
    w: &Weights,
    sum: &mut impl Tally,
) {
    if turn.continues {
        if person == last {
            sum.add("no mark closes the paragraph before", w.continues_open);
        }
        return;
    }
    let same_paragraph = previous.is_some_and(|previous| previous.paragraph == turn.paragraph);
    if person == last {
        let weight = match turn.gap {
            0 if same_paragraph => w.own_vocative,
            0 => w.same_adjacent,
            _ => w.same_gap,
        };
        sum.add("spoke last", weight);
        if let Some(tag) = &turn.tag {
            let gender = cast.figures.get(last as usize).map_or(Gender::Unknown, |figure| figure.gender);
            if tag.other || tag.person == NONE && tag.owner != Gender::Unknown && tag.owner == gender {
                sum.add("the tag means another than who spoke last", w.own_vocative);
            }
        }
    }
    if let Some((kin, _)) = turn.tag.as_ref().and_then(Target::kinship).filter(|_| person != last) {
        if kin.fits(cast, person, last) {
            sum.add("such kin of who spoke last", w.family);
        }
    }
    // across a break the speaker before the last belongs to another conversation
    let together = previous.is_none_or(|previous| previous.gap < APART);
    if person == before && together {
        let weight = match turn.gap {
            // a tag or beat is a sign that somebody else speaks
            0 if turn.tag.is_some() || turn.beat.as_ref().is_some_and(|beat| beat.evidence.form.leads()) => {
                w.alternates_tagged
            }
            0 => w.alternates,
            _ => w.alternates_gap,
        };
        sum.add("spoke two lines before", weight);
    }
    if (person == last || person == before && together) && turn.gap < APART {
        sum.add("takes part", w.takes_part);
    }
}
