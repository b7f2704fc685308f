//! The best path through the turns, and how far behind other speakers stay.
//!
//! In: for each turn the states that were kept, and the candidates. Out: a [`Decision`] a turn.

use crate::base::table::NONE;

use super::best::Best;
use super::weights::{BEAM, CANDIDATES};

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

/// What was decided for a turn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decision {
    /// Who spoke the turn before on the best path.
    pub(super) before: u32,
    pub(super) speaker: u32,
    /// Other speakers, and how far behind the best path the best with them stays.
    pub(super) others: Best<(u32, i32), OTHERS>,
}

impl Decision {
    /// How far the next speaker is behind; a great number where no other was weighed.
    pub(super) fn margin(&self) -> i32 {
        self.others.as_slice().first().map_or(SURE, |(_, behind)| *behind)
    }
}

const NOBODY: Decision = Decision { before: NONE, speaker: NONE, others: Best::new((NONE, 0)) };

const SURE: i32 = 300;
/// A state from which no kept path goes on is behind by this more than it was when it was given up.
const GIVEN_UP: i32 = 30;
/// So many other speakers are reported.
const OTHERS: usize = 3;

/// Follows the best path back. `step(index, from, to)` is what the transition between two states gains beside
/// what speaks for the second anyhow. Others than the speaker are told of turns that are `wanted`.
pub(super) fn trace(
    layers: &[Layer],
    wanted: impl Fn(usize) -> bool,
    step: impl Fn(usize, &State, &State) -> i32,
) -> Vec<Decision> {
    let rest = backward(layers, step);
    let mut decisions = vec![NOBODY; layers.len()];
    let mut at = 0;
    for (index, layer) in layers.iter().enumerate().rev() {
        let states = layer.states.as_slice();
        let Some(state) = states.get(at).or(states.first()) else { continue };
        let decision = &mut decisions[index];
        decision.speaker = state.last;
        decision.before = state.before;
        let place = std::mem::replace(&mut at, usize::from(state.from));
        if !wanted(index) {
            continue;
        }
        let mut totals = [0; BEAM];
        for (total, (state, rest)) in totals.iter_mut().zip(states.iter().zip(&rest[index])) {
            *total = state.score + rest;
        }
        let totals = &totals[..states.len()];
        let mine = totals.get(place).copied().unwrap_or(0);
        let others = &mut decision.others;
        for (other, total) in states.iter().zip(totals) {
            note(others, state.last, other.last, mine - total);
        }
        let worst = totals.iter().map(|total| mine - total).max().unwrap_or(0);
        for (person, still) in layer.candidates.as_slice() {
            if states.iter().all(|state| state.last != *person) {
                note(others, state.last, *person, (state.still - still).max(worst));
            }
        }
    }
    decisions
}

/// Notes a person beside the speaker with the least that he is behind.
fn note(others: &mut Best<(u32, i32), OTHERS>, speaker: u32, person: u32, behind: i32) {
    if person == speaker || person == NONE {
        return;
    }
    let behind = behind.max(0);
    if let Some(place) = others.as_slice().iter().position(|(known, _)| *known == person) {
        if others.as_slice()[place].1 <= behind {
            return;
        }
        others.remove(place);
    }
    others.insert((person, behind), |(known, least)| *least < behind || *least == behind && *known < person);
}

/// For each state the most that a path from it gains until the end, less what the best gains.
fn backward(layers: &[Layer], step: impl Fn(usize, &State, &State) -> i32) -> Vec<[i32; BEAM]> {
    let mut rest = vec![[0; BEAM]; layers.len()];
    for index in (1..layers.len()).rev() {
        let (from, to) = (layers[index - 1].states.as_slice(), layers[index].states.as_slice());
        // what no kept path goes on from gains nothing
        let mut gains = [i32::MIN; BEAM];
        for (to, rest) in to.iter().zip(rest[index]) {
            for (gain, from) in gains.iter_mut().zip(from) {
                if to.before == from.last {
                    *gain = (*gain).max(to.still + rest + step(index, from, to));
                }
            }
        }
        let known = || gains.iter().copied().filter(|gain| *gain > i32::MIN);
        let (best, worst) = (known().max().unwrap_or(0), known().min().unwrap_or(0));
        for (rest, gain) in rest[index - 1].iter_mut().zip(gains) {
            *rest = if gain > i32::MIN { gain } else { worst - GIVEN_UP } - best;
        }
    }
    rest
}
