//! Whom a line is said to.
//!
//! In: the turns and who speaks each. Out: those whom the line calls by name; else the speaker of the line before,
//! or of the one after, and whoever speaks both before and after within a few lines.

use crate::base::few::Few;
use crate::base::table::NONE;

use super::evidence::Turn;
use super::path::Decision;

/// So many turns on either side tell who takes part all along.
const REACH: usize = 4;
/// A conversation ends where so many paragraphs of narration stand.
const APART: u32 = 4;

/// Whom turn `index` is said to.
pub(super) fn addressees(turns: &[Turn], decisions: &[Decision], index: usize) -> Few<u32> {
    let speaker = |index: usize| decisions.get(index).map_or(NONE, |decision| decision.speaker);
    let gap = |index: usize| turns.get(index).map_or(u32::MAX, |turn| turn.gap);
    let own = speaker(index);
    let mut found: Few<u32> =
        turns[index].addressed.iter().copied().filter(|person| *person != own).collect();
    if !found.as_slice().is_empty() {
        return found;
    }
    let before = index.checked_sub(1).filter(|_| gap(index) == 0).map_or(NONE, speaker);
    let after = if gap(index + 1) == 0 { speaker(index + 1) } else { NONE };
    if let Some(next) = [before, after].into_iter().find(|person| *person != NONE && *person != own) {
        found.push(next);
    }
    let earlier = (0..REACH)
        .map_while(|back| index.checked_sub(back).filter(|at| *at > 0 && gap(*at) < APART))
        .map(|at| speaker(at - 1));
    for person in earlier {
        let mut later = (1..=REACH).map(|on| index + on).take_while(|at| gap(*at) < APART).map(speaker);
        let known = person == NONE || person == own || found.as_slice().contains(&person);
        if !known && later.any(|later| later == person) {
            found.push(person);
        }
    }
    found
}
