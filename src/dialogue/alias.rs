//! Names by which a person is only addressed: *"Well, Miss Hill?" – "No," said Ann.*
//!
//! In: the cast and the turns. Out: which figure of the cast is another by the answers to its name. A name
//! that is called out but hardly ever speaks by it belongs to the one who speaks before and after it.

use crate::base::map::Map;
use crate::base::table::NONE;
use crate::identity::mention::gender::clash;
use crate::identity::names::book::Cast;

use super::evidence::Turn;

/// So often must one person answer to the name, and in this share (of ten) of the answers.
const LEAST: u32 = 3;
const SHARE: u32 = 7;
/// So many who answer to a name are told apart.
const MOST: usize = 64;

/// Pairs of a figure that is only addressed and the figure that it is.
pub(super) fn aliases(cast: &Cast, turns: &[Turn], speaker: impl Fn(usize) -> u32) -> Vec<(u32, u32)> {
    let mut answers: Map<u32, Vec<(u32, u32)>> = Map::default();
    for (index, turn) in turns.iter().enumerate() {
        let [name] = turn.addressed.as_slice() else { continue };
        let own = speaker(index);
        let before = index.checked_sub(1).filter(|_| turn.gap == 0).map_or(NONE, &speaker);
        let after = turns.get(index + 1).filter(|next| next.gap == 0).map_or(NONE, |_| speaker(index + 1));
        for person in [before, after] {
            if person != NONE && person != own && (person != before || before != after || person == after) {
                let list = answers.entry(*name).or_default();
                match list.iter().position(|(known, _)| *known == person) {
                    Some(place) => list[place].1 += 1,
                    None if list.len() < MOST => list.push((person, 1)),
                    None => {}
                }
            }
        }
    }
    let mut pairs = Vec::new();
    for (name, figure) in cast.figures.iter().enumerate() {
        let Some(list) = answers.get(&(name as u32)) else { continue };
        if figure.uses.tagged * 16 > figure.uses.vocative {
            continue;
        }
        let all: u32 = list.iter().map(|(_, count)| count).sum();
        let Some((person, most)) = list.iter().max_by_key(|(person, count)| (*count, u32::MAX - person))
        else {
            continue;
        };
        let other = cast.figures.get(*person as usize);
        let clash = other.is_none_or(|other| clash(other.gender, figure.gender));
        if *person != name as u32 && *most >= LEAST && most * 10 >= all * SHARE && !clash {
            pairs.push((name as u32, *person));
        }
    }
    pairs
}
