//! Adds the reasons up along the conversation.
//!
//! In: the turns with their evidence. Out: for each turn the speaker on the best path, and how far behind
//! others stay. A path's state is who spoke last and who before; a handful of paths is followed, so that
//! the work is a constant for each turn. `focus.rs` knows who is near, `score.rs` adds up, `path.rs`
//! follows the best path back.

use crate::steps;

use super::best::Best;
use super::cast::Cast;
use super::collect::Collector;
use super::evidence::{Target, Turn};
use super::focus::Focus;
use super::path::{self, Decision};
use super::presence::Presence;
use super::record::NONE;
use super::score::{Scene, Tally, course, moving, presence_score, still, still_score};
use super::weights::{BEAM, CANDIDATES, RECENT, Weights};

/// Where a path that is followed stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    /// The last speaker and the one before.
    pub(super) last: u32,
    pub(super) before: u32,
    /// The path's points, less those of the best.
    pub(super) score: i32,
    /// What speaks for the last speaker whoever spoke before.
    pub(super) still: i32,
    /// The state of the turn before that this goes on from.
    pub(super) from: u8,
}

/// What is kept of a turn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layer {
    pub(super) states: Best<State, BEAM>,
    pub(super) candidates: Best<(u32, i32), CANDIDATES>,
}

/// What speaks for the persons worth weighing in each turn whoever takes part, which the first round notes and
/// the second reads.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    weighed: Vec<(u32, i32)>,
    /// Where those of each turn end.
    ends: Vec<usize>,
}

impl Sheet {
    fn of(&self, turn: usize) -> &[(u32, i32)] {
        let start = turn.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.weighed[start..self.ends[turn]]
    }
}

const START: State = State { last: NONE, before: NONE, score: 0, still: 0, from: 0 };

pub(super) fn decide(
    collector: &Collector,
    cast: &Cast,
    turns: &[Turn],
    known: &[u32],
    sheet: &mut Sheet,
    w: &Weights,
) -> Vec<Decision> {
    let mut layers: Vec<Layer> = Vec::with_capacity(turns.len());
    let mut focus = Focus::new(collector, cast);
    let mut presence = Presence::new(turns, known, cast.figures.len());
    let mut persons = Distinct::default();
    for (index, turn) in turns.iter().enumerate() {
        focus.advance(turn);
        presence.advance(index);
        let scene = Scene { cast, turns, index, focus: &focus, presence: &presence, w };
        if sheet.ends.len() == index {
            persons.0.clear();
            gather(&scene, &mut persons);
            sheet.weighed.extend(persons.0.iter().map(|person| (*person, still_score(&scene, *person))));
            sheet.ends.push(sheet.weighed.len());
        }
        let candidates = candidates(&scene, sheet.of(index));
        let states = layers.last().map_or(&[START][..], |layer| layer.states.as_slice());
        let previous = turns[..index].last();
        let kin = is_kin(turn);
        let mut next = Best::new(START);
        for (from, state) in states.iter().enumerate() {
            let mut extend = |person: u32, still: i32| {
                // of most persons nothing hangs on who spoke before
                let moves = person == state.last || person == state.before || kin;
                let spoke = (state.last, state.before);
                let moved = if moves { moving(cast, turn, previous, person, spoke, w) } else { 0 };
                let score = state.score + still + moved;
                keep(&mut next, State { last: person, before: state.last, score, still, from: from as u8 });
            };
            for (person, still) in candidates.as_slice() {
                extend(*person, *still);
            }
            for person in [state.last, state.before] {
                if person != NONE && candidates.as_slice().iter().all(|(known, _)| *known != person) {
                    let noted = sheet.of(index).iter().find(|(known, _)| *known == person);
                    let still = noted.map_or_else(|| still_score(&scene, person), |(_, still)| *still);
                    extend(person, still + presence_score(&scene, person));
                }
            }
        }
        layers.push(Layer { states: level(next), candidates });
    }

    path::trace(&layers, |index, from, to| {
        to.still + moving(cast, &turns[index], turns[..index].last(), to.last, (from.last, from.before), w)
    })
}

/// Whether a noun of kinship tags the turn: who is kin hangs on who spoke last.
fn is_kin(turn: &Turn) -> bool {
    turn.tag.as_ref().is_some_and(|tag| tag.kinship().is_some())
}

/// What spoke for a person in a turn.
#[derive(Clone, Debug)]
pub(crate) struct Weighed {
    pub(crate) person: u32,
    /// How far the best path with this person stays behind the best of all, in tenths of a point.
    pub(crate) behind: i32,
    /// The reasons with their tenths of a point.
    pub(crate) reasons: Vec<(&'static str, i32)>,
}

/// For each turn the reasons for its speaker and for the others, given who spoke before on the best path.
pub(super) fn explain(
    collector: &Collector,
    cast: &Cast,
    turns: &[Turn],
    known: &[u32],
    decisions: &[Decision],
    w: &Weights,
) -> Vec<Vec<Weighed>> {
    let mut focus = Focus::new(collector, cast);
    let mut presence = Presence::new(turns, known, cast.figures.len());
    let mut explained = Vec::with_capacity(turns.len());
    for (index, (turn, decision)) in turns.iter().zip(decisions).enumerate() {
        focus.advance(turn);
        presence.advance(index);
        let scene = Scene { cast, turns, index, focus: &focus, presence: &presence, w };
        let before = index.checked_sub(1).map_or(NONE, |before| decisions[before].before);
        let all = std::iter::once((decision.speaker, 0)).chain(decision.others.as_slice().iter().copied());
        let weighed = all.filter(|(person, _)| *person != NONE).map(|(person, behind)| {
            let mut reasons = Vec::new();
            still(&scene, person, &mut reasons);
            reasons.add("takes part in this conversation", presence_score(&scene, person));
            let previous = turns[..index].last();
            course(cast, turn, previous, person, (decision.before, before), w, &mut reasons);
            Weighed { person, behind, reasons }
        });
        explained.push(weighed.collect());
    }
    explained
}

/// Keeps the best states, one for each pair of speakers.
fn keep(next: &mut Best<State, BEAM>, state: State) {
    // one of the same pair that is kept is no worse than the last
    if next.is_full() && next.as_slice().last().is_some_and(|last| last.score >= state.score) {
        return;
    }
    let same = |known: &State| (known.last, known.before) == (state.last, state.before);
    if let Some(place) = next.as_slice().iter().position(same) {
        if next.as_slice()[place].score >= state.score {
            return;
        }
        next.remove(place);
    }
    next.insert(state, |known| known.score >= state.score);
}

/// The states with their points less those of the best.
fn level(mut next: Best<State, BEAM>) -> Best<State, BEAM> {
    if next.as_slice().is_empty() {
        next.insert(START, |_| true);
    }
    let most = next.as_slice().first().map_or(0, |state| state.score);
    next.as_mut_slice().iter_mut().for_each(|state| state.score -= most);
    next
}

/// Persons, each once; emptied for each turn.
#[derive(Debug, Default)]
struct Distinct(Vec<u32>);

impl Distinct {
    fn add(&mut self, person: u32) {
        if person != NONE && !self.0.contains(&person) {
            self.0.push(person);
        }
    }
}

/// The persons near the turn.
fn gather(scene: &Scene<'_>, list: &mut Distinct) {
    let Scene { cast, turns, index, focus, .. } = *scene;
    let turn = &turns[index];

    for target in [&turn.tag, &turn.beat].into_iter().flatten() {
        list.add(target.person);
        list.add(cast.of_head.get(target.head as usize).copied().unwrap_or(NONE));
    }
    if let Some((kin, _)) = turn.tag.as_ref().and_then(Target::kinship) {
        let before = index.checked_sub(1).and_then(|before| turns[before].tag.as_ref()).map(|tag| tag.person);
        for owner in turn.addressed.iter().copied().chain(before).chain([focus.male, focus.female]) {
            let fit = cast.family(owner).iter().filter(|person| kin.fits(cast, **person, owner)).take(4);
            fit.for_each(|person| list.add(*person));
        }
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
}

/// The best of the persons `weighed` and of those who take part.
fn candidates(scene: &Scene<'_>, weighed: &[(u32, i32)]) -> Best<(u32, i32), CANDIDATES> {
    steps::add(weighed.len());
    let mut best = Best::new((NONE, 0));
    let mut weigh = |person: u32, points: i32| {
        let score = points + presence_score(scene, person);
        best.insert((person, score), |(known, points)| {
            *points > score || *points == score && *known < person
        });
    };
    weighed.iter().for_each(|(person, points)| weigh(*person, *points));
    for person in scene.presence.persons.iter().rev().take(8) {
        if weighed.iter().all(|(known, _)| known != person) {
            weigh(*person, still_score(scene, *person));
        }
    }
    best
}
