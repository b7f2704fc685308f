//! Words in marks that are not said though a verb of saying stands beside them: denied, only thought of, a thing's.

use crate::answer::manner::Mode;
use crate::grammar::items::{Features, Item, ItemKind, VerbForm};
use crate::grammar::rows::{ComplementKind, Predicate, Subject, SubjectPlace, View};
use crate::lexicon::Classes;
use crate::text::lex::{Shape, Token, TokenKind};

use super::answer::Link;
use super::scene::Scene;
use super::title::words;

/// A noise has no more words.
const LONGEST_NOISE: usize = 8;

/// The row whose verb takes the span: the nearest before it that does, or that of its tag behind it. None for the second
/// half of a speech: *“No,” he said, as she did not answer, “not yet.”*
fn taker<'s>(scene: &'s Scene<'_>, link: Option<&Link>) -> Option<&'s Predicate> {
    let takes = |row: &&Predicate| {
        row.complement.kind == ComplementKind::Quotation
            && row.complement.start == scene.at
            && row.group.grades.quote >= 2
    };
    let goes_on = || (scene.view.first..scene.at).any(|at| scene.view.kind(at) == Some(ItemKind::Quoted));
    if scene.sets_off() && !scene.first_of_paragraph && goes_on() {
        return None;
    }
    // "“Stay!” Ann could not say the word": what is not said is another thing
    let tag = || {
        scene.rows.get(link?.row?).filter(|row| {
            let other = row.complement.kind == ComplementKind::Object;
            row.item() > scene.at && row.group.grades.quote > 0 && !other
        })
    };
    scene.rows_before().next().map(|(_, row)| row).filter(takes).or_else(tag)
}

/// *did not say “thank you”*, *“Stay,” nobody said*, *without saying “good-bye”*.
pub(super) fn is_denied(scene: &Scene<'_>, link: Option<&Link>) -> bool {
    let view = &scene.view;
    taker(scene, link).is_some_and(|row| {
        let nobody = || {
            let beside = |subject: Subject| subject.end == row.item() || subject.first == row.item() + 1;
            row.subject.is_some_and(|subject| beside(subject) && view.has(subject.first, Classes::NEGATION))
        };
        let without = || {
            let before = view.kind_before(row.item()) == Some(ItemKind::Preposition);
            row.group.form == VerbForm::Gerund
                && before
                && view.word(row.item() - 1) == view.lexicon.known.without
        };
        // "could not help saying"
        let after_all = || {
            let last = view.tokens.get(row.group.cue_end as usize - 1);
            row.group.cue_end > row.group.main + 1 && last.is_some_and(|last| last.has(Classes::VERB_ING))
        };
        // "saying, barely above his breath"
        let behind = || {
            let end = view.item(row.item()).map_or(0, |item| item.end as usize);
            let rest = view.tokens.get(row.group.main as usize + 1..end).unwrap_or(&[]);
            rest.iter().any(|token| token.has(Classes::NEGATION))
        };
        row.group.status.is_negated() && !after_all() && !behind() || nobody() || without()
    })
}

/// *would have said “no”*, *might have answered “yes”*: it was not so.
pub(super) fn is_unreal(scene: &Scene<'_>, link: Option<&Link>) -> bool {
    let known = &scene.view.lexicon.known;
    let Some(item) = taker(scene, link).and_then(|row| scene.view.item(row.item())) else { return false };
    let verbs = scene.view.tokens.get(item.start as usize..item.end as usize).unwrap_or(&[]);
    let past = [known.would, known.could, known.should, known.might];
    verbs.iter().any(|token| past.contains(&token.word)) && verbs.iter().any(|token| token.has(Classes::HAVE))
}

/// *as if to say “What now?”*, *as much as to say*: what a look means.
pub(super) fn is_meant(scene: &Scene<'_>, link: Option<&Link>) -> bool {
    let (view, known) = (&scene.view, &scene.view.lexicon.known);
    let row = taker(scene, link).filter(|row| row.group.form == VerbForm::Infinitive);
    let Some(start) = row.and_then(|row| view.item(row.item())).map(|item| item.start as usize) else {
        return false;
    };
    let word =
        |back: usize| start.checked_sub(back).and_then(|at| view.tokens.get(at)).map(|token| token.word);
    let as_ = Some(known.as_);
    let if_ = word(1) == Some(known.if_) || word(1) == Some(known.though);
    if_ && word(2) == as_ || word(1) == as_ && word(3) == as_
}

/// *her eyes said, “Stay”*, *the card said “Rooms to let”*: a thing says nothing.
pub(super) fn is_of_a_thing(scene: &Scene<'_>, link: Option<&Link>) -> bool {
    let Some(row) = taker(scene, link).filter(|row| row.item() < scene.at) else { return false };
    subject_of(scene, row).is_some_and(|(at, item)| {
        let it = scene.view.word(at) == scene.view.lexicon.known.it;
        let beside = row.subject.is_some_and(|subject| {
            // "seemed to say"
            let verb = row.item() - usize::from(row.group.form == VerbForm::Infinitive);
            let own = matches!(subject.place, SubjectPlace::Before | SubjectPlace::Shared);
            own && subject.end == verb && scene.at <= row.item() + 2
        });
        let own = item.features.has(Features::POSSESSED) && !item.features.has(Features::DOCUMENT) && beside;
        let written = item.features.has(Features::DOCUMENT) && !item.features.has(Features::PERSON);
        let thing = is_thing(&scene.view, item);
        // a noun that the lists do not know for a person may be one: "the carter said “Wait.”"
        let noise = thing && is_noise_written(words(scene));
        thing && own || (noise || it || written) && !scene.sets_off()
    })
}

/// *a sign said: “Keep out”*, *“Keep out,” said the sign*.
pub(super) fn is_of_a_sign(scene: &Scene<'_>, link: Option<&Link>) -> bool {
    let source = link.and_then(|link| scene.view.item(link.source.0));
    let subject = || subject_of(scene, taker(scene, link)?).map(|(_, item)| item);
    source.or_else(subject).is_some_and(|item| item.features.has(Features::SIGN))
}

/// Who or what the verb of the row is said of; behind *which* what it means.
fn subject_of<'s>(scene: &'s Scene<'_>, row: &Predicate) -> Option<(usize, &'s Item)> {
    let first = row.subject?.first;
    let item = scene.view.item(first)?;
    if matches!(item.kind, ItemKind::Relative | ItemKind::That) {
        let before = first.checked_sub(1).filter(|before| *before >= scene.view.first)?;
        return Some((before, scene.view.item(before)?));
    }
    Some((first, item))
}

/// Whether the noun is one that the lists know, of no person and no body.
fn is_thing(view: &View<'_>, item: &Item) -> bool {
    let people = Features::PERSON.with(Features::CUE).with(Features::ORGANISATION).with(Features::HEADLESS);
    let somebody = Classes::ANYBODY.with(Classes::PERSON_NOUN).with(Classes::KIN).with(Classes::INDEFINITE);
    item.kind == ItemKind::Phrase
        && !item.features.has(people)
        && view
            .tokens
            .get(item.head as usize)
            .is_some_and(|head| head.word != 0 && !head.is_capital() && !head.has(somebody))
}

/// *The clock went “tick, tock”*, *“Bang!” went the gun*.
pub(super) fn is_noise(scene: &Scene<'_>) -> bool {
    let view = &scene.view;
    let noisy = |row: &Predicate| {
        row.group.grades.tone.sounds
            && subject_of(scene, row)
                .is_some_and(|(at, item)| is_thing(view, item) || view.word(at) == view.lexicon.known.it)
    };
    let before = || {
        let row = scene.rows_before().next().map(|(_, row)| row);
        row.is_some_and(|row| (row.item() + 1..=row.item() + 2).contains(&scene.at) && noisy(row))
            || scene.at.checked_sub(2).is_some_and(|at| {
                // "went “creak” and then “slam”"
                view.kind(at) == Some(ItemKind::Quoted)
                    && scene.rows_before().next().is_some_and(|(_, row)| noisy(row))
            })
    };
    let after = || scene.row_at(scene.at + 1).and_then(|row| scene.rows.get(row)).is_some_and(noisy);
    is_noise_written(words(scene)) && (before() || after())
}

/// Words one by one, each behind a comma or mark: *tick, tock*, *Bang!*
fn is_noise_written(tokens: &[Token]) -> bool {
    let mut joined = false;
    let apart = tokens.iter().all(|token| {
        let word = token.is_word();
        let beside = std::mem::replace(&mut joined, word);
        !(word && beside)
    });
    apart && !tokens.is_empty() && tokens.len() <= 2 * LONGEST_NOISE
}

/// *had painted “Keep Out” on the gate*, *“Private” was written on the door*, *on which was carved “…”*.
pub(super) fn is_lettered(scene: &Scene<'_>) -> bool {
    let view = &scene.view;
    let written = |at: usize| {
        view.group(at).is_some_and(|group| {
            group.grades.tone.mode == Mode::Written && (group.passive || group.grades.quote <= 1)
        })
    };
    let passive = |at: usize| view.group(at).is_some_and(|group| group.passive);
    let before = scene.at.checked_sub(1);
    before.is_some_and(written) || {
        let next = scene.at + 1;
        scene.opens_sentence() && written(next) && passive(next)
    }
}

/// *a bill, “LABOUR AND WAGE,” torn across*: most of the words are capitals.
pub(super) fn is_shouted(scene: &Scene<'_>) -> bool {
    let all = || words(scene).iter().filter(|token| token.kind == TokenKind::Word);
    let shouted =
        all().filter(|token| token.shape.has(Shape::SHOUTED) && token.end - token.start > 1).count();
    shouted >= 2 && 2 * shouted > all().count() && !scene.opens_sentence()
}
