//! Adds the reasons up along the conversation.
//!
//! In: the turns with their evidence. Out: for each turn the speaker on the best path, and how far behind
//! others stay. A path's state is who spoke last and who before; a handful of paths is followed, so that
//! the work is a constant for each turn. `focus.rs` knows who is near, `score.rs` adds up, `path.rs`
//! follows the best path back. What stays the same in the second round is on `sheet.rs`.

use crate::base::steps;
use crate::base::table::NONE;
use crate::identity::names::book::Cast;

use super::best::Best;
use super::collect::Collector;
use super::evidence::{Target, Turn};
use super::focus::Focus;
use super::path::{self, Decision, Layer, State};
use super::presence::Presence;
use super::score::{Course, Scene, Tally, presence_score, still, still_score};
use super::sheet::{Sheet, Stills};
use super::weighed::Weighed;
use super::weights::{BEAM, CANDIDATES, Weights};

/// As many persons who were mentioned last are weighed.
const GATHERED: usize = 20;

const START: State = State { last: NONE, before: NONE, score: 0, still: 0, from: 0 };

pub(super) fn decide(
    collector: &Collector,
    cast: &Cast,
    turns: &[Turn],
    known: &[u32],
    sheet: &mut Sheet,
    w: &Weights,
) -> Vec<Decision> {
    let is_first = sheet.is_empty();
    let mut layers: Vec<Layer> = Vec::with_capacity(turns.len());
    let mut focus = if is_first { Focus::new(collector, cast) } else { Focus::recalled(collector, cast) };
    let mut presence = Presence::new(turns, known, cast.figures.len());
    let mut persons = Distinct::new(cast.figures.len());
    let mut stills = Stills::new(cast.figures.len());
    for (index, turn) in turns.iter().enumerate() {
        presence.advance(index);
        if is_first {
            focus.advance(turn);
            sheet.near.push(focus.near);
            sheet.courses.push(Course::of(turn, turns[..index].last(), w));
        } else {
            focus.near = sheet.near[index];
        }
        let scene = Scene::of(cast, turns, index, &focus, &presence, w);
        if is_first {
            persons.clear();
            gather(&scene, &mut persons);
            sheet.note_near(persons.list.iter().map(|person| (*person, still_score(&scene, *person))));
        }
        let noted = sheet.of(index);
        stills.begin(index, noted);
        let candidates = candidates(&scene, noted.0, &mut stills);
        let states = layers.last().map_or(&[START][..], |layer| layer.states.as_slice());
        let states = follow(&scene, &sheet.courses[index], states, &candidates, &mut stills);
        layers.push(Layer { states, candidates });
        if is_first {
            // the second round takes whom it finds nothing noted of for far off
            focus.within(turn).skip(GATHERED).for_each(|person| _ = stills.of(&scene, person));
            sheet.note_others(&mut stills);
        }
    }

    // after the first round it is asked only how sure those are whom no tag names
    let wanted = |index: usize| !is_first || known.get(index) == Some(&NONE);
    path::trace(&layers, wanted, |index, from, to| {
        sheet.courses[index].points(cast, to.last, (from.last, from.before), w)
    })
}

/// What speaks for one who is no candidate.
fn aside(scene: &Scene<'_>, person: u32, stills: &mut Stills) -> i32 {
    stills.of(scene, person) + presence_score(scene, person)
}

/// The best states that go on from `states`.
fn follow(
    scene: &Scene<'_>,
    course: &Course,
    states: &[State],
    candidates: &Best<(u32, i32), CANDIDATES>,
    stills: &mut Stills,
) -> Best<State, BEAM> {
    let mut next = Beam { states: Best::new(START), floor: i32::MIN };
    for (from, state) in states.iter().enumerate() {
        let spoke = (state.last, state.before);
        let points = |person: u32| course.points(scene.cast, person, spoke, scene.w);
        let (last, before) = (points(state.last), points(state.before));
        let extended = |person: u32, still: i32, moved: i32| {
            let score = state.score + still + moved;
            State { last: person, before: state.last, score, still, from: from as u8 }
        };
        let most = if course.is_kin() { i32::MAX } else { last.max(before).max(0) };
        for (person, still) in candidates.as_slice() {
            // those after this one have less
            if (state.score + still).saturating_add(most) <= next.floor {
                break;
            }
            let moved = if *person == state.last {
                last
            } else if *person == state.before {
                before
            } else if course.is_kin() {
                points(*person)
            } else {
                // nothing hangs on who spoke
                0
            };
            next.keep(extended(*person, *still, moved));
        }
        let is_aside =
            |person: u32| person != NONE && candidates.as_slice().iter().all(|(known, _)| *known != person);
        if is_aside(state.last) {
            next.keep(extended(state.last, aside(scene, state.last, stills), last));
        }
        if state.before != state.last && is_aside(state.before) {
            next.keep(extended(state.before, aside(scene, state.before, stills), before));
        }
    }
    level(next.states)
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
        let scene = Scene::of(cast, turns, index, &focus, &presence, w);
        let course = Course::of(turn, turns[..index].last(), w);
        let before = index.checked_sub(1).map_or(NONE, |before| decisions[before].before);
        let all = std::iter::once((decision.speaker, 0)).chain(decision.others.as_slice().iter().copied());
        let weighed = all.filter(|(person, _)| *person != NONE).map(|(person, behind)| {
            let mut reasons = Vec::new();
            still(&scene, person, &mut reasons);
            reasons.add("takes part in this conversation", presence_score(&scene, person));
            course.add(cast, person, (decision.before, before), w, &mut reasons);
            Weighed { person, behind, reasons }
        });
        explained.push(weighed.collect());
    }
    explained
}

/// The best states, one for each pair of speakers.
struct Beam {
    states: Best<State, BEAM>,
    /// The points of the last one once no more have room: one of the same pair that is kept has as many, so who
    /// has no more is left out.
    floor: i32,
}

impl Beam {
    #[inline]
    fn keep(&mut self, state: State) {
        if state.score > self.floor {
            self.put(state);
        }
    }

    fn put(&mut self, state: State) {
        let states = &mut self.states;
        // without a branch for each half
        let same = |known: &State| (known.last ^ state.last) | (known.before ^ state.before) == 0;
        if let Some(place) = states.as_slice().iter().position(same) {
            if states.as_slice()[place].score >= state.score {
                return;
            }
            states.remove(place);
        }
        states.insert(state, |known| known.score >= state.score);
        if states.is_full() {
            self.floor = states.as_slice().last().map_or(i32::MIN, |last| last.score);
        }
    }
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
#[derive(Debug)]
struct Distinct {
    list: Vec<u32>,
    /// For each person when he was last added, counted in lists.
    added: Vec<u32>,
    lists: u32,
}

impl Distinct {
    fn new(persons: usize) -> Self {
        Self { list: Vec::new(), added: vec![0; persons], lists: 1 }
    }

    fn clear(&mut self) {
        self.list.clear();
        self.lists += 1;
    }

    /// Adds the person; nobody, if there is no such.
    #[inline]
    fn add(&mut self, person: u32) {
        if let Some(added) = self.added.get_mut(person as usize).filter(|added| **added != self.lists) {
            *added = self.lists;
            self.list.push(person);
        }
    }
}

/// The persons near the turn.
fn gather(scene: &Scene<'_>, list: &mut Distinct) {
    let Scene { cast, turn, focus, .. } = *scene;

    for target in [&turn.tag, &turn.beat].into_iter().flatten() {
        list.add(target.person);
        list.add(cast.of_head.get(target.head as usize).copied().unwrap_or(NONE));
    }
    if let Some((kin, _)) = turn.tag.as_ref().and_then(Target::kinship) {
        let before = scene.previous.and_then(|before| before.tag.as_ref()).map(|tag| tag.person);
        for owner in turn.addressed.iter().copied().chain(before).chain([focus.near.male, focus.near.female])
        {
            let fit = cast.family(owner).iter().filter(|person| kin.fits(cast, **person, owner)).take(4);
            fit.for_each(|person| list.add(*person));
        }
    }
    focus.within(turn).take(GATHERED).for_each(|person| list.add(person));
    if let Some(before) = scene.previous {
        before.addressed.iter().for_each(|person| list.add(*person));
    }
    for next in scene.following.iter().take(2) {
        if let Some(tag) = &next.tag {
            list.add(tag.person);
        }
        next.addressed.iter().for_each(|person| list.add(*person));
    }
    if list.list.is_empty() {
        focus.recent.iter().rev().take(4).for_each(|person| list.add(*person));
    }
}

/// The best of the persons `near` and of those who take part.
fn candidates(scene: &Scene<'_>, near: &[(u32, i32)], stills: &mut Stills) -> Best<(u32, i32), CANDIDATES> {
    steps::add(near.len());
    // the points and of equals the first person, as one number
    let mut best = Best::<i64, CANDIDATES>::new(0);
    let mut weigh = |person: u32, points: i32| {
        let place = i64::from(points + presence_score(scene, person)) << 32 | i64::from(!person);
        best.insert(place, |known| *known >= place);
    };
    near.iter().for_each(|(person, points)| weigh(*person, *points));
    for person in scene.presence.persons.iter().rev().take(8) {
        if !stills.is_near(scene.index, *person) {
            weigh(*person, stills.of(scene, *person));
        }
    }
    best.map((NONE, 0), |place| (!(place as u32), (place >> 32) as i32))
}
