//! The stretch of a source that is most like the words of a claim, and what differs.

use std::collections::HashMap;
use std::ops::Range;

use crate::base::steps;

/// Words farther off their place than this are not brought together.
const BAND: usize = 24;
/// Shifts so near to one another are of one place.
const NEAR: isize = 8;
/// Pairs of words that stand in a claim more often than this tell nothing of the place.
const MOST: usize = 4;

/// What a word costs that is another or put in, and one that is left out: less, so that words which agree are found
/// behind it.
const OTHER: u32 = 4;
const LEFT_OUT: u32 = 3;

/// A step of an alignment: a word of the claim, one of the source, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Same(usize, usize),
    Other(usize, usize),
    OnlyClaim(usize),
    OnlySource(usize),
}

/// The alignment of `claim` with the part of `source` that begins near `near`, within `range`.
pub(super) fn align_near(
    claim: &[u32],
    source: &[u32],
    near: isize,
    range: Range<usize>,
) -> Option<Vec<Step>> {
    let start = (near - BAND as isize).clamp(range.start as isize, range.end as isize) as usize;
    let end = (near + (claim.len() + BAND) as isize).clamp(start as isize, range.end as isize) as usize;
    let shift = near - start as isize;
    align(claim, &source[start..end], shift).map(|steps| {
        let moved = |step| match step {
            Step::Same(c, s) => Step::Same(c, s + start),
            Step::Other(c, s) => Step::Other(c, s + start),
            Step::OnlyClaim(c) => Step::OnlyClaim(c),
            Step::OnlySource(s) => Step::OnlySource(s + start),
        };
        steps.into_iter().map(moved).collect()
    })
}

/// Where the claim would begin in `source`: the shift on which most pairs of words agree, else single words; `None`
/// where there is nothing like it.
pub(super) fn place(claim: &[u32], source: &[u32]) -> Option<isize> {
    let pairs = votes(
        claim.windows(2).map(|pair| (pair[0], pair[1])),
        source.windows(2).map(|pair| (pair[0], pair[1])),
    );
    if pairs.is_some() || claim.len() > 12 {
        return pairs;
    }
    votes(claim.iter().map(|word| (*word, 0)), source.iter().map(|word| (*word, 0)))
}

fn votes(claim: impl Iterator<Item = (u32, u32)>, source: impl Iterator<Item = (u32, u32)>) -> Option<isize> {
    let mut places: HashMap<(u32, u32), Vec<usize>> = HashMap::new();
    for (at, pair) in claim.enumerate() {
        places.entry(pair).or_default().push(at);
    }
    let mut counts: HashMap<isize, usize> = HashMap::new();
    for (at, pair) in source.enumerate() {
        steps::add(1);
        let Some(known) = places.get(&pair).filter(|known| known.len() <= MOST) else { continue };
        steps::add(known.len());
        for place in known {
            *counts.entry(at as isize - *place as isize).or_default() += 1;
        }
    }
    // what differs parts the shifts of one place: those near count too, those that agree twice
    let mut shifts: Vec<(isize, usize)> = counts.into_iter().collect();
    shifts.sort_unstable();
    let (mut first, mut end, mut near) = (0, 0, 0);
    let mut best: Option<(usize, isize)> = None;
    for (shift, count) in &shifts {
        steps::add(1);
        while end < shifts.len() && shifts[end].0 <= shift + NEAR {
            near += shifts[end].1;
            end += 1;
        }
        while shifts[first].0 < shift - NEAR {
            near -= shifts[first].1;
            first += 1;
        }
        if best.is_none_or(|(most, _)| near + count > most) {
            best = Some((near + count, *shift));
        }
    }
    best.map(|(_, shift)| shift)
}

/// The cheapest alignment of all of the claim with a part of the source, in a band around `shift`.
fn align(claim: &[u32], source: &[u32], shift: isize) -> Option<Vec<Step>> {
    let width = 2 * BAND + 1;
    let column = |row: usize, slot: usize| row as isize + shift + slot as isize - BAND as isize;
    let inside = |at: isize| at >= 0 && at <= source.len() as isize;
    const FAR: u32 = u32::MAX / 2;
    let mut costs = vec![FAR; (claim.len() + 1) * width];
    // words of the source before the claim cost nothing
    for (slot, cost) in costs.iter_mut().enumerate().take(width) {
        if inside(column(0, slot)) {
            *cost = 0;
        }
    }
    steps::add(claim.len() * width);
    for row in 1..=claim.len() {
        for slot in 0..width {
            let at = column(row, slot);
            if !inside(at) {
                continue;
            }
            let before = (row - 1) * width;
            let mut cost = FAR;
            if at > 0 {
                let same = claim[row - 1] == source[at as usize - 1];
                cost = cost.min(costs[before + slot] + if same { 0 } else { OTHER });
                if slot > 0 {
                    cost = cost.min(costs[row * width + slot - 1] + LEFT_OUT);
                }
            }
            if slot + 1 < width {
                cost = cost.min(costs[before + slot + 1] + OTHER);
            }
            costs[row * width + slot] = cost;
        }
    }
    let last = claim.len() * width;
    let (mut slot, cost) =
        (0..width).rev().map(|slot| (slot, costs[last + slot])).min_by_key(|(_, cost)| *cost)?;
    if cost >= FAR {
        return None;
    }
    let (mut row, mut steps) = (claim.len(), Vec::new());
    while row > 0 {
        let (at, here, before) = (column(row, slot), costs[row * width + slot], (row - 1) * width);
        let same = at > 0 && claim[row - 1] == source[at as usize - 1];
        if at > 0 && here == costs[before + slot] + if same { 0 } else { OTHER } {
            row -= 1;
            let place = at as usize - 1;
            steps.push(if same { Step::Same(row, place) } else { Step::Other(row, place) });
        } else if slot + 1 < width && here == costs[before + slot + 1] + OTHER {
            row -= 1;
            slot += 1;
            steps.push(Step::OnlyClaim(row));
        } else {
            slot -= 1;
            steps.push(Step::OnlySource(at as usize - 1));
        }
    }
    steps.reverse();
    Some(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_told_word_for_word() {
        let source: Vec<u32> = (0..200).collect();
        let claim = [100, 101, 900, 103, 104, 106, 107];
        let near = place(&claim, &source).expect("a place");
        let steps = align_near(&claim, &source, near, 0..200).expect("an alignment");
        assert_eq!(
            steps,
            [
                Step::Same(0, 100),
                Step::Same(1, 101),
                Step::Other(2, 102),
                Step::Same(3, 103),
                Step::Same(4, 104),
                Step::OnlySource(105),
                Step::Same(5, 106),
                Step::Same(6, 107),
            ]
        );
    }
}
