//! The reasons that speak for a person in a turn, as points.

use crate::answer::kind::Gender;
use crate::base::table::NONE;
use crate::identity::mention::gender::clash;
use crate::identity::names::book::{Cast, Figure};
use crate::identity::names::kinship::Kinship;

use super::evidence::{Target, Turn};
use super::focus::Focus;
use super::presence::Presence;
use super::record::CuePattern;
use super::weights::Weights;

/// What a score is taken from.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) cast: &'a Cast,
    pub(super) index: usize,
    pub(super) turn: &'a Turn,
    pub(super) previous: Option<&'a Turn>,
    pub(super) following: &'a [Turn],
    pub(super) focus: &'a Focus<'a>,
    pub(super) presence: &'a Presence<'a>,
    pub(super) w: &'a Weights,
}

impl<'a> Scene<'a> {
    pub(super) fn of(
        cast: &'a Cast,
        turns: &'a [Turn],
        index: usize,
        focus: &'a Focus<'a>,
        presence: &'a Presence<'a>,
        w: &'a Weights,
    ) -> Self {
        let (previous, following) = (turns[..index].last(), &turns[index + 1..]);
        Self { cast, index, turn: &turns[index], previous, following, focus, presence, w }
    }
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
    let Scene { cast, turn, focus, w, .. } = *scene;
    let near = &focus.near;
    let Some(figure) = cast.figures.get(person as usize) else { return sum.add("nobody", -1000) };
    sum.add("speaks in this text", figure.prior);
    if let Some(tag) = &turn.tag {
        told(cast, tag, person, ("named by the tag", w.tag), w.tag_gender, w, sum);
    }
    if let Some(beat) = &turn.beat {
        let weight = match beat.evidence.form {
            CuePattern::Interrupted => w.interrupted,
            CuePattern::BeatBefore => w.beat_before,
            CuePattern::BeatAfter => w.beat_after,
            _ => w.beat_far,
        };
        let gender =
            if beat.evidence.form == CuePattern::BeatFar { w.beat_gender / 2 } else { w.beat_gender };
        told(cast, beat, person, ("subject of the narration beside it", weight), gender, w, sum);
    }
    kinship(scene, figure, person, sum);
    if has(&turn.addressed, person) {
        sum.add("is called by name", w.own_vocative);
    }
    if has(&turn.named, person) {
        sum.add("is spoken of by name", w.named_inside);
    }
    sum.add("named farther back", w.recency * focus.distance(person, turn.paragraph) as i32);
    if turn.lead == person {
        sum.add("subject of the narration before it", w.lead);
    }
    if has(&turn.beside, person) {
        sum.add("no subject of the narration after it", w.beside);
    }
    if near.subject == person {
        sum.add("nearest subject", w.nearest_subject);
    }
    led_up(scene, person, sum);
    if near.male == person || near.female == person {
        sum.add("nearest of that sex", w.nearest_of_gender);
        if turn.gap > 0 && turn.tag.as_ref().is_some_and(|tag| tag.person == NONE && tag.head == NONE) {
            sum.add("nearest of the pronoun's sex after narration", w.nearest_of_pronoun);
        }
    }
    if figure.nominal && !figure.firm {
        sum.add("known by a noun alone", w.nominal);
    }
    lines_beside(scene, figure, person, sum);
}

/// *said her mother*: what the kinship of a tag tells.
fn kinship(scene: &Scene<'_>, figure: &Figure, person: u32, sum: &mut impl Tally) {
    let Scene { cast, turn, focus, w, .. } = *scene;
    let Some((kin, owner)) = turn.tag.as_ref().and_then(Target::kinship) else { return };
    if turn.addressed.iter().any(|owner| kin.fits(cast, person, *owner)) {
        sum.add("such kin of who is called by name", w.family);
    }
    let near = if owner == Some(Gender::Masculine) { focus.near.male } else { focus.near.female };
    if kin.fits(cast, person, near) {
        sum.add("such kin of the nearest of that sex", w.family_near);
    }
    if kin.refuses(figure) {
        sum.add("unmarried", w.unmarried);
    }
}

/// Who is called by the lines before and after.
#[inline]
fn lines_beside(scene: &Scene<'_>, figure: &Figure, person: u32, sum: &mut impl Tally) {
    let Scene { turn, w, .. } = *scene;
    if let Some(before) = scene.previous {
        if has(&before.addressed, person) && turn.gap < 3 {
            let weight = if turn.gap == 0 { w.addressed_before } else { w.addressed_before_gap };
            sum.add("called by the line before", weight);
        }
        if turn.gap == 0 {
            polite(before, figure.gender, "sir or madam in the line before", w, sum);
        }
    }
    if let Some(next) = scene.following.first().filter(|next| next.gap == 0) {
        if has(&next.addressed, person) {
            sum.add("called by the line after", w.addressed_after);
        }
        polite(next, figure.gender, "sir or madam in the line after", w, sum);
    }
}

/// *Ann nodded.* in a paragraph of its own, before a line that no name and no narration beside it gives to anybody.
fn led_up(scene: &Scene<'_>, person: u32, sum: &mut impl Tally) {
    let Scene { turn, focus, w, .. } = *scene;
    let near = &focus.near;
    if near.subject != person || !near.alone || turn.gap == 0 || near.paragraph + 1 != turn.paragraph {
        return;
    }
    match &turn.tag {
        Some(tag) if tag.person == NONE && tag.head == NONE && tag.kin.is_none() => {
            sum.add("alone told of before the pronoun", w.led_up);
        }
        None if turn.beat.is_none() => sum.add("alone told of right before", w.led_up_bare),
        _ => {}
    }
}

/// `contains` is made for long lists: most of these are empty.
#[inline]
fn has(list: &[u32], person: u32) -> bool {
    !list.is_empty() && list.contains(&person)
}

/// Whether *sir* or *ma'am* beside the turn fits.
fn polite(beside: &Turn, gender: Option<Gender>, reason: &'static str, w: &Weights, sum: &mut impl Tally) {
    if beside.polite.is_some() && gender.is_some() {
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
    if target.gender.is_some() {
        if clash(figure.gender, target.gender) {
            sum.add("of the other sex", wrong_gender);
        } else if figure.gender.is_none() {
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

/// What depends in one turn on who spoke before. Most of it is set once for the turn, as it is asked for each
/// path that is followed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Course {
    /// The turn before was left open.
    continues: bool,
    /// The tag means another than who spoke last.
    other: bool,
    /// The sex of whose kin or friend the tag names.
    owner: Option<Gender>,
    kin: Option<Kinship>,
    /// The speaker before the last belongs to this conversation.
    together: bool,
    /// What it weighs to have spoken last, two lines before, and either.
    last: i32,
    alternates: i32,
    takes_part: i32,
}

impl Course {
    pub(super) fn of(turn: &Turn, previous: Option<&Turn>, w: &Weights) -> Self {
        let same_paragraph = previous.is_some_and(|previous| previous.paragraph == turn.paragraph);
        let tag = turn.tag.as_ref();
        let leads = turn.beat.as_ref().is_some_and(|beat| beat.evidence.form.leads());
        Self {
            continues: turn.continues,
            other: tag.is_some_and(|tag| tag.other),
            owner: tag.filter(|tag| tag.person == NONE).and_then(|tag| tag.owner),
            kin: tag.and_then(Target::kinship).map(|(kin, _)| kin),
            // across a break the speaker before the last belongs to another conversation
            together: previous.is_none_or(|previous| previous.gap < APART),
            last: match turn.gap {
                0 if same_paragraph => w.not_again,
                0 => w.same_adjacent,
                _ => w.same_gap,
            },
            alternates: match turn.gap {
                // a tag or beat is a sign that somebody else speaks
                0 if tag.is_some() || leads => w.alternates_tagged,
                0 => w.alternates,
                _ => w.alternates_gap,
            },
            takes_part: if turn.gap < APART { w.takes_part } else { 0 },
        }
    }

    /// Whether it hangs on who spoke last for others than those who spoke.
    #[inline]
    pub(super) fn is_kin(&self) -> bool {
        self.kin.is_some()
    }

    /// The points for `person`: the last speaker and the one before are given.
    pub(super) fn points(&self, cast: &Cast, person: u32, spoke: (u32, u32), w: &Weights) -> i32 {
        let mut sum = 0;
        self.add(cast, person, spoke, w, &mut sum);
        sum
    }

    /// Adds the points up.
    #[inline]
    pub(super) fn add(
        &self,
        cast: &Cast,
        person: u32,
        (last, before): (u32, u32),
        w: &Weights,
        sum: &mut impl Tally,
    ) {
        if self.continues {
            if person == last {
                sum.add("no mark closes the paragraph before", w.continues_open);
            }
            return;
        }
        if person == last {
            sum.add("spoke last", self.last);
            if self.other || self.owner.is_some() && self.owner == cast.gender(last) {
                sum.add("the tag means another than who spoke last", w.not_again);
            }
        } else if self.kin.is_some_and(|kin| kin.fits(cast, person, last)) {
            sum.add("such kin of who spoke last", w.family);
        }
        let alternates = person == before && self.together;
        if alternates {
            sum.add("spoke two lines before", self.alternates);
        }
        if person == last || alternates {
            sum.add("takes part", self.takes_part);
        }
    }
}
