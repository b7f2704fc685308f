//! The best path through the turns, and how far behind other speakers stay.
//!
//! In: for each turn the states that were kept, and the candidates. Out: a [`Decision`] a turn.

use super::decide::{Layer, State};
use super::record::NONE;
use super::weights::{BEAM, CANDIDATES};

/// What was decided for a turn.
#[derive(Clone, Debug, Default)]
pub(super) struct Decision {
    /// Who spoke the turn before on the best path.
    pub(super) before: u32,
    pub(super) speaker: u32,
    /// Other speakers, and how far behind the best path the best with them stays.
    pub(super) others: Vec<(u32, i32)>,
}

impl Decision {
    /// How far the next speaker is behind; a great number where no other was weighed.
    pub(super) fn margin(&self) -> i32 {
        self.others.first().map_or(SURE, |(_, behind)| *behind)
    }
}

const SURE: i32 = 300;
/// A state from which no kept path goes on is behind by this more than it was when it was given up.
const GIVEN_UP: i32 = 30;
/// So many other speakers are reported.
const OTHERS: usize = 3;

/// Follows the best path back. `step(index, from, to)` is what the transition between two states gains.
pub(super) fn trace(layers: &[Layer], step: impl Fn(usize, &State, &State) -> i32) -> Vec<Decision> {
    let rest = backward(layers, step);
    let mut decisions = vec![Decision::default(); layers.len()];
    let mut at = 0;
    for (index, layer) in layers.iter().enumerate().rev() {
        let states = layer.states.as_slice();
        let Some(state) = states.get(at).or(states.first()) else { continue };
        let mut totals = [0; BEAM];
        for (total, (state, rest)) in totals.iter_mut().zip(states.iter().zip(&rest[index])) {
            *total = state.score + rest;
        }
        let totals = &totals[..states.len()];
        let mine = totals.get(at).copied().unwrap_or(0);
        let decision = &mut decisions[index];
        decision.speaker = state.last;
        decision.before = state.before;
        let mut others = Others { speaker: state.last, list: Vec::with_capacity(BEAM + CANDIDATES) };
        for (other, total) in states.iter().zip(totals) {
            others.note(other.last, mine - total);
        }
        let worst = totals.iter().map(|total| mine - total).max().unwrap_or(0);
        for (person, still) in layer.candidates.as_slice() {
            if states.iter().all(|state| state.last != *person) {
                others.note(*person, (state.still - still).max(worst));
            }
        }
        decision.others = others.sorted();
        at = usize::from(state.from);
    }
    decisions
}

/// Persons beside the speaker with the least they are behind.
struct Others {
    speaker: u32,
    list: Vec<(u32, i32)>,
}

impl Others {
    fn note(&mut self, person: u32, behind: i32) {
        if person == self.speaker || person == NONE {
            return;
        }
        match self.list.iter_mut().find(|(known, _)| *known == person) {
            Some(known) => known.1 = known.1.min(behind),
            None => self.list.push((person, behind)),
        }
    }

    fn sorted(mut self) -> Vec<(u32, i32)> {
        self.list.sort_by_key(|(person, behind)| (*behind, *person));
        self.list.truncate(OTHERS);
        for (_, behind) in &mut self.list {
            *behind = (*behind).max(0);
        }
        self.list
    }
}

/// For each state the most that a path from it gains until the end, less what the best gains.
fn backward(layers: &[Layer], step: impl Fn(usize, &State, &State) -> i32) -> Vec<[i32; BEAM]> {
    let mut rest = vec![[0; BEAM]; layers.len()];
    for index in (1..layers.len()).rev() {
        let mut gains = [None; BEAM];
        let from = layers[index - 1].states.as_slice();
        for (gain, from) in gains.iter_mut().zip(from) {
            let next = layers[index].states.as_slice().iter().zip(&rest[index]);
            *gain = next
                .filter(|(to, _)| to.before == from.last)
                .map(|(to, rest)| step(index, from, to) + rest)
                .max();
        }
        let known = || gains.iter().flatten().copied();
        let (best, worst) = (known().max().unwrap_or(0), known().min().unwrap_or(0));
        for (rest, gain) in rest[index - 1].iter_mut().zip(gains) {
            *rest = gain.unwrap_or(worst - GIVEN_UP) - best;
        }
    }
    rest
}
