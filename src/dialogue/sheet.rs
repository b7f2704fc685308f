//! What stays the same when the turns are decided a second time.
//!
//! In: what the first round weighs. Out: the same for the second round, which knows more of who takes part in
//! a conversation and of nothing else. It need not pass the mentions again: who was near is noted, and whoever
//! is not noted is far off.

use super::focus::Near;
use super::score::{Course, Scene, still_score};

/// A person and what speaks for him.
type Noted = (u32, i32);

/// What the first round notes of each turn and the second reads, as it stays the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// What speaks for the persons near each turn, and for others who were asked for in it.
    noted: Vec<Noted>,
    /// Where those near each turn end, and where the others do.
    ends: Vec<(usize, usize)>,
    pub(super) courses: Vec<Course>,
    pub(super) near: Vec<Near>,
}

impl Sheet {
    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Begins the next turn with those who are near.
    pub(super) fn note_near(&mut self, near: impl Iterator<Item = Noted>) {
        self.noted.extend(near);
        self.ends.push((self.noted.len(), self.noted.len()));
    }

    /// Ends the turn with the others who were asked for.
    pub(super) fn note_others(&mut self, stills: &mut Stills) {
        self.noted.append(&mut stills.others);
        if let Some((_, end)) = self.ends.last_mut() {
            *end = self.noted.len();
        }
    }

    /// The persons near the turn, and the others.
    pub(super) fn of(&self, turn: usize) -> (&[Noted], &[Noted]) {
        let start = turn.checked_sub(1).map_or(0, |before| self.ends[before].1);
        let (near, end) = self.ends[turn];
        (&self.noted[start..near], &self.noted[near..end])
    }
}

/// What speaks for the persons of the turn at hand whoever takes part, each weighed once.
pub(super) struct Stills {
    /// The points of each person, and a stamp of the turn for which he was weighed last.
    known: Vec<(u32, i32)>,
    /// Those who were weighed in the turn at hand beside the persons near.
    others: Vec<Noted>,
}

impl Stills {
    pub(super) fn new(persons: usize) -> Self {
        Self { known: vec![(0, 0); persons], others: Vec::new() }
    }

    /// Begins a turn with what was noted of it.
    pub(super) fn begin(&mut self, index: usize, (near, others): (&[Noted], &[Noted])) {
        self.others.clear();
        for (stamp, noted) in [(Self::near(index), near), (Self::other(index), others)] {
            for (person, points) in noted {
                if let Some(known) = self.known.get_mut(*person as usize) {
                    *known = (stamp, *points);
                }
            }
        }
    }

    /// The stamps of a turn: greater than those of the turns before.
    const fn near(index: usize) -> u32 {
        2 * index as u32 + 1
    }

    const fn other(index: usize) -> u32 {
        2 * index as u32 + 2
    }

    pub(super) fn is_near(&self, index: usize, person: u32) -> bool {
        self.known.get(person as usize).is_some_and(|(stamp, _)| *stamp == Self::near(index))
    }

    /// What speaks for the person, weighed at need.
    pub(super) fn of(&mut self, scene: &Scene<'_>, person: u32) -> i32 {
        match self.known.get(person as usize) {
            Some((stamp, points)) if *stamp > 2 * scene.index as u32 => *points,
            _ => self.weigh(scene, person),
        }
    }

    #[inline(never)]
    fn weigh(&mut self, scene: &Scene<'_>, person: u32) -> i32 {
        let points = still_score(scene, person);
        if let Some(known) = self.known.get_mut(person as usize) {
            *known = (Self::other(scene.index), points);
        }
        self.others.push((person, points));
        points
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_those_near_and_others_of_each_turn() {
        let (mut sheet, mut stills) = (Sheet::default(), Stills::new(3));
        sheet.note_near([(2, 70), (0, 30)].into_iter());
        stills.others.push((1, 5));
        sheet.note_others(&mut stills);
        sheet.note_near([(1, 20)].into_iter());
        sheet.note_others(&mut stills);
        assert_eq!(sheet.of(0), (&[(2, 70), (0, 30)][..], &[(1, 5)][..]));
        assert_eq!(sheet.of(1), (&[(1, 20)][..], &[][..]));
        stills.begin(0, sheet.of(0));
        assert!(stills.is_near(0, 2) && !stills.is_near(0, 1));
        stills.begin(1, sheet.of(1));
        assert!(stills.is_near(1, 1) && !stills.is_near(1, 2));
    }
}
