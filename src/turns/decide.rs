//! Adds the reasons up along the conversation.
//!
//! In: the turns with their evidence. Out: for each turn the speaker on the best path, and how far behind
//! the best path with another speaker stays. A path's state is who spoke last and who before; a handful
//! of paths is followed, so that the work is a constant for each turn.

use super::Reason;
use super::cast::Cast;
use super::collect::Collector;
use super::evidence::{Target, Turn};
use super::record::{Flags, Form, Gender, Kind, NONE};
use super::weights::{BEAM, CANDIDATES, RECENT, Weights};

/// What was decided for a turn.
#[derive(Clone, Debug, Default)]
pub(super) struct Decision {
    pub(super) speaker: u32,
    pub(super) reason: Reason,
    /// How much better the best path is than the best with another speaker.
    pub(super) margin: i32,
    /// Other speakers with their distance.
    pub(super) others: Vec<(u32, i32)>,
}

/// Where the paths that are followed stand.
#[derive(Clone, Copy, Debug)]
struct State {
    /// The last speaker and the one before.
    last: u32,
    before: u32,
    score: i32,
    /// The state of the turn before that this goes on from.
    from: u8,
}

pub(super) fn decide(collector: &Collector, cast: &Cast, turns: &[Turn], w: &Weights) -> Vec<Decision> {
    let mut layers: Vec<Vec<State>> = Vec::with_capacity(turns.len() + 1);
    layers.push(vec![State { last: NONE, before: NONE, score: 0, from: 0 }]);
    let mut focus = Focus::new(collector, cast);
    let mut statics: Vec<Vec<(u32, i32)>> = Vec::with_capacity(turns.len());
    for index in 0..turns.len() {
        let turn = &turns[index];
        focus.advance(turn);
        let candidates = candidates(cast, turns, index, &focus, w);
        let states = layers.last().map_or(&[][..], Vec::as_slice);
        let mut next: Vec<State> = Vec::with_capacity(BEAM * (CANDIDATES + 2));
        for (from, state) in states.iter().enumerate() {
            let mut extend = |person: u32, still: i32| {
                let score = state.score
                    + still
                    + moving(turn, turns[..index].last(), person, state.last, state.before, w);
                next.push(State { last: person, before: state.last, score, from: from as u8 });
            };
            for (person, still) in &candidates {
                extend(*person, *still);
            }
            for person in [state.last, state.before] {
                if person != NONE && candidates.iter().all(|(known, _)| *known != person) {
                    extend(person, still_score(cast, turns, index, &focus, person, w));
                }
            }
        }
        layers.push(best(next));
        statics.push(candidates);
    }
    trace(&layers, turns, cast, collector, &statics)
}

/// The best states, one for each pair of speakers.
fn best(mut states: Vec<State>) -> Vec<State> {
    states.sort_by_key(|state| std::cmp::Reverse(state.score));
    let mut kept: Vec<State> = Vec::with_capacity(BEAM);
    for state in states {
        if kept.len() == BEAM {
            break;
        }
        if kept.iter().all(|known| (known.last, known.before) != (state.last, state.before)) {
            kept.push(state);
        }
    }
    if kept.is_empty() {
        kept.push(State { last: NONE, before: NONE, score: 0, from: 0 });
    }
    kept
}

/// Who is near in the narration.
struct Focus<'a> {
    collector: &'a Collector,
    cast: &'a Cast,
    /// The mentions that were passed.
    at: u32,
    /// The paragraph of the last mention of each person, plus one.
    last: Vec<u32>,
    /// Persons in the order of their last mention, the newest at the end.
    recent: Vec<u32>,
    paragraph: u32,
    subject: u32,
    male: u32,
    female: u32,
}

impl<'a> Focus<'a> {
    fn new(collector: &'a Collector, cast: &'a Cast) -> Self {
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
    fn advance(&mut self, turn: &Turn) {
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
                self.see(mention.kind, mention.what, mention.flags);
                self.at += 1;
            }
            if self.paragraph == turn.paragraph {
                return;
            }
            self.paragraph += 1;
        }
    }

    fn see(&mut self, kind: Kind, what: u32, flags: Flags) {
        let person = match kind {
            Kind::Name => self.cast.of_name.get(what as usize).copied().unwrap_or(NONE),
            Kind::Nominal if !flags.has(Flags::PLURAL) => {
                self.cast.of_head.get(what as usize).copied().unwrap_or(NONE)
            }
            Kind::Pronoun if flags.has(Flags::FIRST) => self.cast.narrator,
            _ => NONE,
        };
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
    fn distance(&self, person: u32, paragraph: u32) -> u32 {
        match self.last.get(person as usize) {
            Some(0) | None => RECENT,
            Some(last) => (paragraph + 1).saturating_sub(*last).min(RECENT),
        }
    }
}

/// Persons, each once.
struct Distinct(Vec<u32>);

impl Distinct {
    fn add(&mut self, person: u32) {
        if person != NONE && !self.0.contains(&person) {
            self.0.push(person);
        }
    }
}

/// The persons worth weighing for turn `index`, with what does not depend on the path.
fn candidates(cast: &Cast, turns: &[Turn], index: usize, focus: &Focus<'_>, w: &Weights) -> Vec<(u32, i32)> {
    let turn = &turns[index];
    let mut list = Distinct(Vec::with_capacity(24));

    for target in [&turn.tag, &turn.beat].into_iter().flatten() {
        list.add(target.person);
        list.add(cast.of_head.get(target.head as usize).copied().unwrap_or(NONE));
    }
    for person in focus.recent.iter().rev().take(20) {
        if focus.distance(*person, turn.paragraph) < RECENT {
            list.add(*person);
        }
    }
    if let Some(before) = index.checked_sub(1).and_then(|before| turns.get(before)) {
        before.addressed.iter().for_each(|person| list.add(*person));
    }
    for next in turns[index + 1..].iter().take(2) {
        if let Some(tag) = &next.tag {
            list.add(tag.person);
        }
        next.addressed.iter().for_each(|person| list.add(*person));
    }
    if list.0.is_empty() {
        focus.recent.iter().rev().take(4).for_each(|person| list.add(*person));
    }
    let mut scored: Vec<(u32, i32)> = list
        .0
        .into_iter()
        .map(|person| (person, still_score(cast, turns, index, focus, person, w)))
        .collect();
    scored.sort_by_key(|(person, score)| (std::cmp::Reverse(*score), *person));
    scored.truncate(CANDIDATES);
    scored
}

/// What speaks for the person whoever spoke before.
fn still_score(
    cast: &Cast,
    turns: &[Turn],
    index: usize,
    focus: &Focus<'_>,
    person: u32,
    w: &Weights,
) -> i32 {
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
fn moving(turn: &Turn, previous: Option<&Turn>, person: u32, last: u32, before: u32, w: &Weights) -> i32 {
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
        if turn.tag.as_ref().is_some_and(|tag| tag.other) {
            score += w.own_vocative;
        }
    }
    if person == before {
        score += if turn.gap == 0 { w.alternates } else { w.alternates_gap };
    }
    if (person == last || person == before) && turn.gap < 6 {
        score += w.takes_part;
    }
    score
}

/// Follows the best path back.
fn trace(
    layers: &[Vec<State>],
    turns: &[Turn],
    cast: &Cast,
    collector: &Collector,
    statics: &[Vec<(u32, i32)>],
) -> Vec<Decision> {
    let rest = backward(layers);
    let mut decisions = vec![Decision::default(); turns.len()];
    let mut at = 0usize;
    for index in (0..turns.len()).rev() {
        let layer = &layers[index + 1];
        let state = layer.get(at).copied().unwrap_or(layer[0]);
        let total = |place: usize| layer[place].score + rest[index + 1][place];
        let mine = total(at.min(layer.len() - 1));
        let mut others: Vec<(u32, i32)> = Vec::new();
        let mut note = |person: u32, distance: i32| {
            if person == state.last || person == NONE {
                return;
            }
            match others.iter_mut().find(|(known, _)| *known == person) {
                Some(known) => known.1 = known.1.min(distance),
                None => others.push((person, distance)),
            }
        };
        for place in 0..layer.len() {
            note(layer[place].last, mine - total(place));
        }
        let own = statics[index].iter().find(|(person, _)| *person == state.last).map(|(_, score)| *score);
        let worst = others_floor(layer, mine, &rest[index + 1]);
        for (person, still) in &statics[index] {
            if layer.iter().all(|state| state.last != *person) {
                note(*person, own.map_or(worst, |own| (own - still).max(worst)));
            }
        }
        others.sort_by_key(|(person, distance)| (*distance, *person));
        others.truncate(3);
        let margin = others.first().map_or(300, |(_, distance)| *distance);
        let reason = reason(cast, collector, turns, index, state);
        decisions[index] = Decision { speaker: state.last, reason, margin, others };
        at = usize::from(state.from);
    }
    decisions
}

/// A path that was given up is at least as far behind as the last that was kept.
fn others_floor(layer: &[State], mine: i32, rest: &[i32]) -> i32 {
    layer.iter().zip(rest).map(|(state, rest)| mine - (state.score + rest)).max().unwrap_or(0).max(0)
}

/// For each state the best that any path from it gains until the end.
fn backward(layers: &[Vec<State>]) -> Vec<Vec<i32>> {
    let mut rest: Vec<Vec<i32>> = layers.iter().map(|layer| vec![i32::MIN / 2; layer.len()]).collect();
    if let Some(last) = rest.last_mut() {
        last.iter_mut().for_each(|value| *value = 0);
    }
    for index in (1..layers.len()).rev() {
        for (place, state) in layers[index].iter().enumerate() {
            let from = usize::from(state.from);
            let gain = state.score - layers[index - 1][from].score + rest[index][place];
            let known = &mut rest[index - 1][from];
            *known = (*known).max(gain);
        }
    }
    rest
}

/// The weightiest reason for the speaker of a turn.
fn reason(cast: &Cast, collector: &Collector, turns: &[Turn], index: usize, state: State) -> Reason {
    let turn = &turns[index];
    let person = state.last;
    if let Some(tag) = &turn.tag {
        let kind = collector.mentions.get(tag.evidence.mention as usize).map(|mention| mention.kind);
        if tag.person == person {
            return if cast.narrator == person { Reason::NarratorTag } else { Reason::NameTag };
        }
        if tag.person == NONE {
            return if kind == Some(Kind::Pronoun) { Reason::PronounTag } else { Reason::NominalTag };
        }
    }
    if turn.continues && person == state.before {
        return Reason::Continuation;
    }
    let before = index.checked_sub(1).and_then(|before| turns.get(before));
    if turn.beat.as_ref().is_some_and(|beat| beat.person == person) {
        return Reason::Beat;
    }
    if before.is_some_and(|before| before.addressed.contains(&person) && turn.gap < 3) {
        return Reason::Addressed;
    }
    if person == state.before {
        return Reason::Continuation;
    }
    if turn.gap == 0 && before.is_some() {
        return Reason::Alternation;
    }
    Reason::Nearness
}
