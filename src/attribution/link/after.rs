//! A cue after the quoted span.

use crate::grammar::items::{Features, ItemKind, VerbForm};
use crate::grammar::rows::{ComplementKind, Predicate, SubjectPlace};
use crate::lexicon::Classes;

use super::answer::Answer;
use super::scene::{QuotedEnd, Scene};

/// The coordinators and adverbs before the word that opens a fronted clause.
const LONGEST_OPENER: usize = 8;

/// Over the comma, dash and adverbs after the quoted span, and a phrase that tells how or from where.
pub(super) fn tag_start(scene: &Scene<'_>) -> usize {
    let view = &scene.view;
    let mut at = scene.at + 1;
    while matches!(view.kind(at), Some(ItemKind::Comma | ItemKind::Dash | ItemKind::Adverb | ItemKind::Time))
        && view.word(at) != view.lexicon.known.though
    {
        at += 1;
    }
    over_fronted(scene, at).unwrap_or(at)
}

/// *“…,” in a low voice said Ray*, *“…,” from the yard Ray shouted*: behind the phrase, where a clause begins.
fn over_fronted(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let view = &scene.view;
    let fronted = scene.end == QuotedEnd::Comma
        && scene.opens_sentence()
        && view.kind(at) == Some(ItemKind::Preposition)
        && matches!(view.kind(at + 1), Some(ItemKind::Phrase | ItemKind::Time | ItemKind::Adjective));
    let clause = at + 2;
    let verb = if view.is_finite(clause) { clause } else { clause + 1 };
    let says = fronted && view.group(verb).is_some_and(|group| group.grades.quote >= 2);
    let somebody = matches!(
        view.kind(if verb == clause { clause + 1 } else { clause }),
        Some(ItemKind::Name | ItemKind::Pronoun | ItemKind::Nominal)
    );
    (says && somebody && view.is_finite(verb)).then_some(clause)
}

/// Least grade for a tag: none after a comma inside the marks, since nothing else can follow there.
fn least_grade(scene: &Scene<'_>) -> u8 {
    match scene.end {
        QuotedEnd::Comma if scene.opens_sentence() => 0,
        QuotedEnd::Strong | QuotedEnd::Dash if scene.opens_sentence() => 1,
        _ => 2,
    }
}

/// *“…,” X said*.
pub(super) fn source_cue(scene: &Scene<'_>) -> Option<Answer> {
    let start = tag_start(scene);
    let least = least_grade(scene);
    for (index, row) in scene.rows_after().take(6) {
        let Some(subject) =
            row.subject.filter(|subject| subject.first == start || is_named(scene, start, subject.first))
        else {
            continue;
        };
        let tag = matches!(subject.place, SubjectPlace::Before | SubjectPlace::Across)
            && (row.group.form == VerbForm::Finite || is_ventured(scene, index))
            && !row.group.bare_auxiliary
            && !matches!(scene.view.kind(subject.first), Some(ItemKind::Relative | ItemKind::That))
            && row.group.grades.quote.max(row.group.grades.parenthetical) >= least;
        // "…," Lee is quoted as saying
        let saying = said_of(scene, index).or_else(|| heard_of(scene, index));
        if let Some(saying) = saying.or_else(|| is_heard(scene, index)) {
            return scene.answer(saying);
        }
        // "“eyes up,” a reference to the town drones that flew": a thing needs a verb that surely reports
        let thing = !scene.opens_sentence()
            && row.group.grades.quote < 3
            && scene.view.item(subject.first).is_some_and(|item| {
                item.kind == ItemKind::Phrase && !item.features.has(Features::PLURAL.with(Features::CUE))
            });
        if tag && thing {
            return None;
        }
        if tag && (reports_itself(scene, row) || !scene.leads_to_tag() && !tags_alone(row)) {
            return None;
        }
        if tag {
            let answer = scene.answer(index)?;
            let source = if subject.first == start { answer.source } else { (start, start + 1) };
            return Some(Answer { source, ..answer });
        }
        if matches!(subject.place, SubjectPlace::Before) {
            return None;
        }
    }
    None
}

/// *When Lee shouted, “Now,” Ray said that …*: the quotation is the fronted clause's, and the verb after it has
/// something of its own.
fn reports_itself(scene: &Scene<'_>, row: &Predicate) -> bool {
    let view = &scene.view;
    // "But even as Lee shouted"
    let opener = (view.first..scene.at)
        .take(LONGEST_OPENER)
        .find(|at| !matches!(view.kind(*at), Some(ItemKind::Coordinator | ItemKind::Adverb)));
    let fronted = opener.is_some_and(|opener| {
        view.kind(opener) == Some(ItemKind::Subordinator)
            || view.kind(opener) == Some(ItemKind::Preposition) && view.has(opener, Classes::SUBORDINATOR)
    });
    let says_more = row.complement.kind != ComplementKind::None
        || (row.item() + 1..view.end).any(|at| view.kind(at) == Some(ItemKind::Quoted));
    // "what Lee called “the old way,” the club charged a fee"
    let acts = row.complement.kind == ComplementKind::Object
        && row.group.grades.quote < 3
        && !scene.opens_sentence();
    (fronted && says_more || acts)
        && scene.rows_before().take(4).any(|(_, row)| {
            let covers = row.complement.start <= scene.at && scene.at < row.complement.end;
            covers && row.has_subject() && row.grade().max(row.group.grades.quote) >= 2
        })
}

/// Whether the verb is a tag's by itself, where no comma tells it: it says, and nothing but the quotation.
fn tags_alone(row: &Predicate) -> bool {
    row.group.grades.quote >= 3 && row.complement.kind == ComplementKind::None && !row.subordinate
}

/// *“…,” a friend, Ann Lee said*: an apposition that lost its closing comma; the name begins at `name`.
fn is_named(scene: &Scene<'_>, start: usize, name: usize) -> bool {
    name == start + 2
        && scene.view.kind(start) == Some(ItemKind::Nominal)
        && scene.view.kind(start + 1) == Some(ItemKind::Comma)
        && scene.view.kind(name) == Some(ItemKind::Name)
}

/// *she heard Lee say*: the row of who is heard.
fn heard_of(scene: &Scene<'_>, index: usize) -> Option<usize> {
    let (hears, next) = (scene.rows.get(index)?, scene.rows.get(index + 1)?);
    let heard =
        next.subject.is_some_and(|subject| subject.first == hears.item() + 1 && subject.end == next.item());
    let reports = next.complement.kind == ComplementKind::None && next.group.grades.quote >= 2;
    (heard && reports && hears.group.grades.wh > 0 && hears.group.grades.bare == 0).then_some(index + 1)
}

/// *Lee can be heard shouting, was caught saying, was heard to shout*: the row of what is heard.
fn is_heard(scene: &Scene<'_>, index: usize) -> Option<usize> {
    let (hears, next) = (scene.rows.get(index)?, scene.rows.get(index + 1)?);
    let beside = next.item() == hears.item() + 1 && next.complement.kind != ComplementKind::Quotation;
    let says = hears.group.passive && beside && next.group.grades.quote >= 2;
    // "was told to say", "is expected to say": nobody has heard it yet
    let heard = match next.group.form {
        VerbForm::Gerund => true,
        VerbForm::Infinitive => hears.group.grades.wh > 0 && hears.group.grades.bare == 0,
        _ => false,
    };
    (says && heard).then_some(index + 1)
}

/// *managed to say*: an infinitive right behind the finite verb of the same subject.
fn is_ventured(scene: &Scene<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| scene.rows.get(before));
    let row = &scene.rows[index];
    row.group.form == VerbForm::Infinitive
        && row.group.grades.quote >= 2
        && before
            .is_some_and(|before| before.group.form == VerbForm::Finite && before.item() + 1 == row.item())
}

/// *is quoted as saying*: the row of the second verb.
fn said_of(scene: &Scene<'_>, index: usize) -> Option<usize> {
    let (passive, next) = (scene.rows.get(index)?, scene.rows.get(index + 1)?);
    let joined = next.item() == passive.item() + 2
        && scene.view.word(passive.item() + 1) == scene.view.lexicon.known.as_;
    (passive.group.passive && joined && next.group.form == VerbForm::Gerund && next.group.grades.quote >= 3)
        .then_some(index + 1)
}

/// *“…,” said X*.
pub(super) fn cue_source(scene: &Scene<'_>) -> Option<Answer> {
    let index = scene.row_at(tag_start(scene))?;
    let row = &scene.rows[index];
    let inverted = row.subject.is_some_and(|subject| subject.place == SubjectPlace::Inverted);
    // "who starred in “Home,” posted the clip": what stands after the verb is its object
    let posts = !scene.opens_sentence()
        && row
            .subject
            .and_then(|subject| scene.view.item(subject.first))
            .is_some_and(|item| item.kind == ItemKind::Phrase && !item.features.has(Features::POSSESSED));
    (inverted
        && !posts
        && (scene.leads_to_tag() || tags_alone(row))
        && row.group.grades.quote.max(row.group.grades.parenthetical)
            >= (if scene.opens_sentence() { 1 } else { 2 }))
    .then(|| scene.answer(index))?
}

pub(super) fn according_at(scene: &Scene<'_>, at: usize) -> Option<Answer> {
    let item = scene.view.item(at).filter(|item| item.kind == ItemKind::AccordingTo)?;
    // "according to the “Hill memo”": the words belong to who says it
    let headless = scene.view.item(at + 1).is_some_and(|item| item.features.has(Features::HEADLESS));
    if !scene.view.is_noun_phrase(at + 1) || headless && scene.view.kind(at + 2) == Some(ItemKind::Quoted) {
        return None;
    }
    Some(Answer {
        source: (at + 1, scene.view.forward_chain(at + 1)),
        cue: Some((item.start, item.end)),
        row: None,
        status: crate::answer::quote::CueStatus::default(),
    })
}

/// *the “plan,” X said, is …*, *… a “plan,” said X*: a tag later in the sentence.
pub(super) fn post_posed(scene: &Scene<'_>) -> Option<Answer> {
    for (index, row) in scene.rows_after().take(12) {
        let Some(subject) = row.subject else { continue };
        let first = subject.first.min(row.item());
        if first <= scene.at || row.group.form != VerbForm::Finite || row.group.grades.parenthetical < 2 {
            continue;
        }
        let mut end = subject.end.max(scene.view.after_cue(row));
        // "…, Lee told local radio."
        let hearer = !scene.view.title_case && row.group.grades.prepositions.takes_hearer();
        if hearer && scene.view.is_noun_phrase(end) {
            end = scene.view.forward_chain(end);
        }
        // "…, as Lee put it"
        let as_ = usize::from(scene.view.word(first - 1) == scene.view.lexicon.known.as_);
        let set_off = matches!(
            scene.view.kind_before(first - as_),
            Some(ItemKind::Comma | ItemKind::Dash | ItemKind::Quoted)
        ) && matches!(
            subject.place,
            SubjectPlace::Before | SubjectPlace::Across | SubjectPlace::Inverted
        );
        let closes = matches!(
            scene.view.kind(end),
            None | Some(
                ItemKind::Comma
                    | ItemKind::Stop
                    | ItemKind::Time
                    | ItemKind::Preposition
                    | ItemKind::Dash
                    | ItemKind::Adverb
            )
        );
        // "When Lee shouted, “Now,” Ray joked, …, “…”"
        let follows = first <= tag_start(scene);
        if set_off
            && closes
            && tags(scene, subject.first)
            && !(follows && reports_itself(scene, row))
            && !((as_ == 1 || tags_other(scene, first - as_, end)) && is_reported(scene))
        {
            return scene.answer(index);
        }
    }
    None
}

/// Whether the tag from `first` to `end` is another clause's: *“…” when, she said, it rained*, *“…” and Ray,
/// she said, left*, *“…” - “…,” she said -*.
fn tags_other(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let view = &scene.view;
    let Some(open) = first.checked_sub(1) else { return false };
    match view.kind(open) {
        Some(ItemKind::Quoted) => open > scene.at && view.kind_before(open) == Some(ItemKind::Dash),
        Some(ItemKind::Comma) => match view.kind_before(open) {
            Some(ItemKind::Subordinator | ItemKind::Relative | ItemKind::Coordinator | ItemKind::That) => {
                true
            }
            Some(kind) if kind.is_noun_phrase() => {
                let before = view.kind_before(view.chain_start(open - 1));
                let predicate = view.kind(end) == Some(ItemKind::Comma) && view.is_finite(end + 1);
                predicate && before == Some(ItemKind::Coordinator)
            }
            _ => false,
        },
        _ => false,
    }
}

/// Whether a verb before the quoted span reports it: *Lee said it was “dead,” as Ray put it*.
fn is_reported(scene: &Scene<'_>) -> bool {
    scene.rows_before().take(8).any(|(_, row)| row.has_subject() && row.grade() >= 2)
}

/// Whether the subject at `first` can be a tag's: not *who* after the quoted span, and right after it, with no
/// comma, nobody but a person or body.
fn tags(scene: &Scene<'_>, first: usize) -> bool {
    let Some(item) = scene.view.item(first) else { return false };
    if matches!(item.kind, ItemKind::Relative | ItemKind::That) {
        return false;
    }
    let close = scene.view.kind_before(first) == Some(ItemKind::Quoted);
    !close
        || matches!(item.kind, ItemKind::Name | ItemKind::Nominal | ItemKind::Pronoun)
        || !matches!(scene.end, QuotedEnd::None)
}

/// *…, according to X* later in the sentence: it holds for all before it, other tags included.
pub(super) fn according_later(scene: &Scene<'_>) -> Option<Answer> {
    let end = scene.view.end.min(scene.at + 40);
    let at = (scene.at + 1..end).find(|at| scene.view.kind(*at) == Some(ItemKind::AccordingTo))?;
    if !matches!(scene.view.kind_before(at), Some(ItemKind::Comma | ItemKind::Quoted)) {
        return None;
    }
    according_at(scene, at)
}
