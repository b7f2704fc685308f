//! A cue before the quoted span.

use crate::answer::nested::Nested;
use crate::grammar::items::{Features, ItemKind, VerbForm};
use crate::grammar::rows::{ComplementKind, Predicate, SubjectPlace, is_relative};
use crate::lexicon::Classes;

use super::after::according_at;
use super::answer::Answer;
use super::noun;
use super::scene::Scene;

/// The items from a verb to the end of its object.
const FARTHEST_OBJECT: usize = 8;

/// The items between two halves of a speech.
const FARTHEST_HALF: usize = 64;

/// *X said, “…”*; the quoted span is the verb's complement.
pub(super) fn source_cue(scene: &Scene<'_>) -> Option<Answer> {
    let taken = |(_, row): &(usize, &Predicate)| {
        row.complement.kind == ComplementKind::Quotation && row.complement.start == scene.at
    };
    let (index, row) = scene.rows_before().find(taken)?;
    // "said, when the story broke, “…”"
    let main = scene.rows_before().take(8).filter(taken).find(|(_, other)| {
        (row.subordinate && row.group.grades.quote < 2 || is_aside(scene, row) || is_manner(scene, row))
            && row.item() != other.item()
            && other.group.grades.quote >= 2
            && other.has_subject()
    });
    let (index, row) = main.unwrap_or((index, row));
    // "shot back, “…”": after a comma or colon any verb takes a whole sentence
    let set_off = matches!(scene.view.kind_before(scene.at), Some(ItemKind::Comma | ItemKind::Colon))
        && scene.opens_with_capital()
        && !row.group.copular;
    if row.group.grades.quote == 0 && !set_off || !row.has_subject() {
        return None;
    }
    // "printed Hill's vow to “fight on”": the noun says more than a verb that seldom reports
    if row.group.grades.quote <= 1 && !scene.sets_off() && noun::noun_cue(scene).is_some() {
        return None;
    }
    let (index, row) = main_of_relative(scene, index).map_or((index, row), |main| (main, &scene.rows[main]));
    let outer = outermost(scene, index);
    let mut answer = scene.answer(outer)?;
    // "hoisted a sign that read “…”": the words are the sign's, not all that is hoisted
    if outer != index && carrier_of(scene, row) == Some(outer) {
        answer.row = None;
    }
    Some(answer)
}

/// *said, laughing, “…”*: a participle between two commas tells how it was said.
fn is_manner(scene: &Scene<'_>, row: &Predicate) -> bool {
    row.group.form == VerbForm::Gerund
        && row.group.grades.quote < 2
        && scene.view.kind_before(row.item()) == Some(ItemKind::Comma)
        && scene.view.kind_before(scene.at) == Some(ItemKind::Comma)
}

/// *said, and I quote, “…”*: what the writer says of himself between two commas.
fn is_aside(scene: &Scene<'_>, row: &Predicate) -> bool {
    row.subject.is_some_and(|subject| {
        scene.view.has(subject.first, Classes::FIRST_PERSON)
            && subject.end == row.item()
            && scene.view.kind_before(subject.first) == Some(ItemKind::Coordinator)
            && scene.view.kind_before(subject.first - 1) == Some(ItemKind::Comma)
    })
}

/// *Said Ann, who grew up there, “…”*; *scolded those who back Ray as “…”*: the relative clause that stands
/// between has no verb of saying, the one before it does.
fn main_of_relative(scene: &Scene<'_>, index: usize) -> Option<usize> {
    let row = &scene.rows[index];
    if row.group.grades.quote >= 2 || !in_relative(scene, row) {
        return None;
    }
    let as_ = scene.view.lexicon.known.as_;
    let after_as =
        (scene.at.saturating_sub(2).max(scene.view.first)..scene.at).any(|at| scene.view.word(at) == as_);
    let (main, _) =
        scene.rows_before().skip_while(|(before, _)| *before >= index).take(4).find(|(_, row)| {
            let takes = if after_as {
                // "scolded Ann for hiring those who see it as “…”"
                let covers = row.complement.start <= scene.at && scene.at < row.complement.end;
                row.group.grades.prepositions.grade(&scene.view.lexicon.known, as_) >= 2
                    || covers && row.grade() >= 2
            } else {
                scene.sets_off() && row.group.grades.quote >= 2
            };
            takes && row.has_subject() && !in_relative(scene, row)
        })?;
    Some(main)
}

/// The same, where everything speaks for it.
pub(super) fn source_cue_firm(scene: &Scene<'_>) -> Option<Answer> {
    source_cue(scene).filter(|answer| scene.is_firm(answer))
}

/// The same as [`covered`], where everything speaks for it.
pub(super) fn covered_firm(scene: &Scene<'_>) -> Option<Answer> {
    covered(scene).filter(|answer| scene.is_firm(answer))
}

/// *X said the plan was “…”*: the span stands in what the verb reports.
pub(super) fn covered(scene: &Scene<'_>) -> Option<Answer> {
    let (index, _) = scene.rows_before().take(16).find(|(_, row)| {
        row.has_subject()
            && row.complement.kind != ComplementKind::None
            && row.complement.start <= scene.at
            && scene.at < row.complement.end
            && row.grade().max(row.group.grades.quote) >= 2
    })?;
    let index = stronger_that(scene, index).unwrap_or(index);
    if let Some(nearer) = clause_before_colon(scene, index) {
        return scene.answer(nearer);
    }
    scene.answer(outermost(scene, index))
}

/// *told Ann before he spoke to the board that*: of two verbs before one that-clause, the one that takes such.
fn stronger_that(scene: &Scene<'_>, index: usize) -> Option<usize> {
    let row = &scene.rows[index];
    if row.complement.kind != ComplementKind::That || row.grade() >= 2 {
        return None;
    }
    let before = scene.rows_before().skip_while(|(before, _)| *before >= index).take(3);
    let same = |other: &Predicate| {
        other.complement.kind == ComplementKind::That && other.complement.start == row.complement.start
    };
    before
        .into_iter()
        .find(|(_, other)| same(other) && other.grade() >= 2 && other.has_subject())
        .map(|(index, _)| index)
}

/// *Lee said it was over, but he had advice: “…”*: a clause of its own stands before the colon.
fn clause_before_colon(scene: &Scene<'_>, covering: usize) -> Option<usize> {
    let view = &scene.view;
    if view.kind_before(scene.at) != Some(ItemKind::Colon) || !scene.opens_with_capital() {
        return None;
    }
    let (index, _) =
        scene.rows_before().take(4).take_while(|(index, _)| *index > covering).find(|(_, row)| {
            row.subject.is_some_and(|subject| {
                subject.first < row.item()
                    && view.kind_before(subject.first) == Some(ItemKind::Coordinator)
                    && (view.kind_before(subject.first - 1) == Some(ItemKind::Comma)
                        || subject.first >= view.first + 2 && view.ends_in_comma(subject.first - 2))
            })
        })?;
    Some(index)
}

/// The row that reports the one at `index`, and so on outwards: the speaker of the whole. A verb in a
/// relative clause keeps its own: *Ray, whom Lee called “weak”*.
fn outermost(scene: &Scene<'_>, mut index: usize) -> usize {
    if scene.nested == Nested::Inner {
        return index;
    }
    loop {
        let row = &scene.rows[index];
        // "Ray, who called it", "a plan, which he called"
        let relative = in_relative(scene, row)
            || row
                .subject
                .is_some_and(|subject| scene.view.kind_before(subject.first) == Some(ItemKind::Relative));
        // "posted a video that said": who posts it says it
        if let Some(carrier) = carrier_of(scene, row) {
            index = carrier;
            continue;
        }
        if relative {
            return index;
        }
        // "denounced what he called “…”": who denounces says it
        if let Some(governor) = governor_of_what(scene, row) {
            index = governor;
            continue;
        }
        let Some(parent) = row.parent.map(|parent| parent as usize) else { return index };
        // "Asked if he thought …, Lee answered": a subject after a comma opens the main clause
        let set_off = row.subject.is_some_and(|subject| {
            opens_main_clause(scene, subject.first) && (row.group.grades.quote >= 2 || scene.sets_off())
        });
        if set_off {
            return index;
        }
        let outer = &scene.rows[parent];
        let clause = match outer.complement.kind {
            ComplementKind::That | ComplementKind::Bare | ComplementKind::Infinitive | ComplementKind::Wh => {
                true
            }
            // "announced plans to build a “park”"
            ComplementKind::Object => {
                row.group.form == VerbForm::Infinitive && row.item() == outer.complement.start + 1
            }
            _ => false,
        };
        let reports = outer.has_subject() && outer.grade() >= 2 && clause;
        if !reports {
            return index;
        }
        index = parent;
    }
}

/// The row of who shows the document or sign that `row` lets speak: *Lee posted a video that said “…”*.
fn carrier_of(scene: &Scene<'_>, row: &Predicate) -> Option<usize> {
    let subject = row.subject.filter(|subject| subject.first < row.item())?;
    let carrier = match scene.view.kind(subject.first)? {
        ItemKind::Relative | ItemKind::That => subject.first.checked_sub(1)?,
        _ if row.group.form != VerbForm::Infinitive => subject.first,
        _ => return None,
    };
    // "a message on the web that said"
    let after_place = carrier > scene.view.first + 1
        && scene.view.kind(carrier - 1) == Some(ItemKind::Preposition)
        && scene.view.is_noun_phrase(carrier - 2);
    let carrier = if after_place { carrier - 2 } else { carrier };
    let carries = Features::DOCUMENT.with(Features::SIGN).with(Features::WORK).with(Features::CUE);
    let above = scene.rows.partition_point(|other| other.item() < carrier).checked_sub(1)?;
    let outer = &scene.rows[above];
    let near = scene.view.item(carrier)?.features.has(carries)
        && scene.view.after_cue(outer) == carrier
        && !outer.group.copular
        && !(outer.group.passive || outer.group.form == VerbForm::Participle);
    let person = outer.subject.and_then(|subject| scene.view.item(subject.first)).is_some_and(|item| {
        matches!(item.kind, ItemKind::Name | ItemKind::Pronoun)
            || item.features.has(Features::PERSON.with(Features::ORGANISATION))
    });
    (near && person).then_some(above)
}

/// Whether the subject at `first` stands after a comma, *, and* or a quotation, where a clause of its own opens.
fn opens_main_clause(scene: &Scene<'_>, first: usize) -> bool {
    match scene.view.kind_before(first) {
        Some(ItemKind::Comma | ItemKind::Quoted | ItemKind::Semicolon) => true,
        // "…, and Lee said", "…, with Lee saying"
        Some(ItemKind::Coordinator | ItemKind::Preposition) => {
            scene.view.kind_before(first - 1) == Some(ItemKind::Comma)
        }
        _ => false,
    }
}

/// The row that governs the clause with *what* in which `row` stands.
fn governor_of_what(scene: &Scene<'_>, row: &Predicate) -> Option<usize> {
    let first = row.subject.filter(|subject| subject.first < row.item())?.first;
    let what = first.checked_sub(1).filter(|at| *at > scene.view.first)?;
    if scene.view.word(what) != scene.view.lexicon.known.what {
        return None;
    }
    // "denounced what he called …", but "what Lee called …" is Lee's
    if scene.view.kind(first) != Some(ItemKind::Pronoun) {
        return None;
    }
    let governor = scene.rows.partition_point(|other| other.item() < what).checked_sub(1)?;
    let row = &scene.rows[governor];
    (row.has_subject() && row.group.grades.best() >= 2).then_some(governor)
}

/// *In Rome, X said, the plan is “…”*: a tag between commas before the span.
pub(super) fn inserted_tag(scene: &Scene<'_>) -> Option<Answer> {
    let (index, _) = scene.rows_before().take(8).find(|(_, row)| {
        row.group.form == VerbForm::Finite
            && row.group.grades.parenthetical >= 2
            && row.subject.is_some_and(|subject| {
                subject.first < row.item() && scene.view.kind_before(subject.first) == Some(ItemKind::Comma)
            })
            && scene.view.kind(row.item() + 1) == Some(ItemKind::Comma)
            && row.item() + 2 < scene.at
    })?;
    // "As fans cheered, the paper reported, he told them: “…”"
    let nearer = scene.rows_before().take(4).take_while(|(nearer, _)| *nearer > index).any(|(_, row)| {
        row.complement.kind == ComplementKind::Quotation
            && row.complement.start == scene.at
            && row.group.grades.quote >= 3
            && row.has_subject()
    });
    if nearer {
        return None;
    }
    scene.answer(index)
}

/// *According to X, …* at the sentence's start: it holds for all of it.
pub(super) fn according_first(scene: &Scene<'_>) -> Option<Answer> {
    according_at(scene, scene.view.first)
}

/// *According to X, … “…”*.
pub(super) fn according_to(scene: &Scene<'_>) -> Option<Answer> {
    let at = (scene.view.first..scene.at)
        .rev()
        .take(40)
        .find(|at| scene.view.kind(*at) == Some(ItemKind::AccordingTo))?;
    according_at(scene, at)
}

/// *X coached Y to “…”*: what somebody is to do, in the words of who makes him.
pub(super) fn told_to(scene: &Scene<'_>) -> Option<Answer> {
    let view = &scene.view;
    let to = scene.at.checked_sub(1).filter(|to| view.word(*to) == view.lexicon.known.to)?;
    let open = view.tokens.get(scene.quoted.open as usize + 1)?;
    let acts = !open.is_capital() && open.has(Classes::VERB);
    let object = to.checked_sub(1)?;
    // "raised her rating to “buy”": a thing is told nothing
    let thing = view.item(object).is_some_and(|item| {
        item.kind == ItemKind::Phrase
            && !item.features.has(Features::PLURAL)
            && item.features.has(Features::POSSESSED)
    });
    let (index, row) = scene.rows_before().next()?;
    let taken = view.is_noun_phrase(object)
        && view.after_cue(row) <= object
        && object - row.item() <= FARTHEST_OBJECT
        && (view.after_cue(row)..object)
            .all(|at| view.is_noun_phrase(at) || view.kind(at) == Some(ItemKind::Preposition));
    let told = taken && !row.group.copular && !row.group.passive && row.has_subject();
    if acts && told && !thing { scene.answer(outermost(scene, index)) } else { None }
}

/// *He put it more carefully: “…”*; *was even clearer: “…”*: any clause before a colon.
pub(super) fn clause_colon(scene: &Scene<'_>) -> Option<Answer> {
    let colon = scene.at.checked_sub(1).filter(|at| *at >= scene.view.first)?;
    if scene.view.kind(colon) != Some(ItemKind::Colon) {
        return None;
    }
    let main = scene
        .rows_before()
        .take(12)
        .find(|(_, row)| row.has_subject() && row.parent.is_none() && !in_relative(scene, row));
    main.and_then(|(index, _)| scene.answer(index))
}

/// Whether nothing but a comma stands between the subject and the verb.
fn hangs_on_subject(scene: &Scene<'_>, row: &Predicate) -> bool {
    scene.view.kind_before(row.item()) == Some(ItemKind::Comma)
        && row.subject.is_some_and(|subject| subject.end + 1 == row.item())
}

fn in_relative(scene: &Scene<'_>, row: &Predicate) -> bool {
    row.subject.is_some_and(|subject| is_relative(&scene.view, subject))
}

/// *postured himself as the “…”*, *hailed the deal as a “…”*: with *as* any verb describes.
pub(super) fn described_as(scene: &Scene<'_>) -> Option<Answer> {
    let as_ = (scene.at.saturating_sub(2).max(scene.view.first)..scene.at)
        .rev()
        .find(|at| scene.view.word(*at) == scene.view.lexicon.known.as_)?;
    // "words such as “tide”" gives examples
    if as_.checked_sub(1).is_some_and(|such| scene.view.word(such) == scene.view.lexicon.known.such) {
        return None;
    }
    // "praised Ann, who won it, as a “hero”"
    let set_off = scene.view.kind_before(as_) == Some(ItemKind::Comma);
    let (index, _) = scene.rows_before().take(if set_off { 6 } else { 2 }).find(|(_, row)| {
        let inserted = set_off && row.subordinate;
        row.item() < as_ && row.has_subject() && !row.group.copular && !inserted
    })?;
    let row = &scene.rows[index];
    let person = row.subject.and_then(|subject| scene.view.item(subject.first)).is_some_and(|item| {
        matches!(item.kind, ItemKind::Name | ItemKind::Pronoun | ItemKind::Relative)
            || item.features.has(Features::PERSON)
            // "the paper chose her as its “Person of the Year”"
            || item.features.has(Features::ORGANISATION) && !scene.opens_with_capital()
    });
    let agent = row.subject.is_some_and(|subject| subject.place == SubjectPlace::Agent);
    // "the style known as “…”"
    if row.group.naming {
        return None;
    }
    if !agent && (row.group.form == VerbForm::Participle || !person) {
        return None;
    }
    scene.answer(outermost(scene, index))
}

/// A verb that does not report governs the span, and nothing else does.
pub(super) fn any_clause(scene: &Scene<'_>) -> Option<Answer> {
    let clause = |(_, row): &(usize, &Predicate)| {
        row.has_subject()
            && row.group.form != VerbForm::Participle
            && !row.group.copular
            // "Ruiz, nicknamed “the Fox,”"
            && !(row.group.naming && hangs_on_subject(scene, row))
            // "held a “special” meeting": a verb that reports nothing but clauses does not call it so
            && (row.group.grades.quote.max(row.group.grades.object) > 0 || row.group.grades.that >= 3)
            && row.subject.is_some_and(|subject| subject.place != SubjectPlace::Agent || row.group.passive)
    };
    let (nearest, row) = scene.rows_before().take(4).find(clause)?;
    // "called it unfair because Ray had “no say”": a verb that reports before one that does not
    let hangs = row.subordinate && !in_relative(scene, row) && row.group.grades.quote < 2;
    let reports = scene.rows_before().take(4).skip_while(|(index, _)| *index >= nearest);
    let reports = reports.filter(clause).find(|(_, row)| hangs && row.grade() >= 2 && !row.subordinate);
    let index = reports.map_or(nearest, |(index, _)| index);
    scene.answer(outermost(scene, index))
}

/// *“…,” said X at last, “…”*: the tag between two halves of a speech holds for the second too.
pub(super) fn resumed(scene: &Scene<'_>) -> Option<Answer> {
    let view = &scene.view;
    let joint = view.kind_before(scene.at);
    if !matches!(joint, Some(ItemKind::Comma | ItemKind::Colon | ItemKind::Dash)) {
        return None;
    }
    let half = half_before(scene)?;
    let own = |row: &Predicate| {
        row.group.form == VerbForm::Finite
            && row.subject.is_some_and(|subject| {
                matches!(subject.place, SubjectPlace::Before | SubjectPlace::Across | SubjectPlace::Inverted)
                    && subject.first > half
            })
    };
    let between = || scene.rows_before().take(12).take_while(|(_, row)| row.item() > half);
    // "said Lee, when they were gone, “…”": the last of the sentence's own clause that reports
    let reports = between().find(|(_, row)| own(row) && !row.subordinate && row.group.grades.quote >= 1);
    let (index, _) = reports.or_else(|| between().filter(|(_, row)| own(row)).last())?;
    scene.answer(index)
}

/// The quoted span before this one in its sentence.
fn half_before(scene: &Scene<'_>) -> Option<usize> {
    let view = &scene.view;
    (view.first..scene.at).rev().take(FARTHEST_HALF).find(|at| view.kind(*at) == Some(ItemKind::Quoted))
}

/// *when X said, “…” he rose*: the verb right before the quotation has it, whatever follows.
pub(super) fn led_in(scene: &Scene<'_>) -> Option<Answer> {
    let comma = scene.at.checked_sub(1).filter(|_| scene.sets_off())?;
    let index = scene.row_at(comma.checked_sub(1)?)?;
    let row = scene.rows.get(index)?;
    // "said he, when she ceased speaking, “…”"
    let aside = row.subordinate && half_before(scene).is_some();
    (row.group.grades.quote >= 1 && row.has_subject() && !aside).then(|| scene.answer(index))?
}

/// *X turned to the door, “…”*, *X began with, “…”*: a comma or colon leads from any clause to a sentence in marks.
pub(super) fn leads_in(scene: &Scene<'_>) -> Option<Answer> {
    let led = scene.sets_off() && scene.opens_with_capital();
    let own = |row: &Predicate| row.group.form == VerbForm::Finite && row.has_subject() && !row.group.copular;
    let reports = |row: &Predicate| row.group.grades.best() > 0;
    let rows = || scene.rows_before().take(8).filter(|(_, row)| own(row) && !row.subordinate);
    let (index, _) = rows().find(|(_, row)| led && reports(row))?;
    scene.answer(index)
}
