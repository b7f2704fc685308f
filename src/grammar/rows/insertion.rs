//! What is inserted between a subject and its verb, or a verb and what it takes: the comma that opens it, the comma
//! that closes it, what can stand between.

use crate::grammar::items::{ItemKind, Kinds, VerbForm};
use crate::lexicon::Classes;

use super::extent::clause_at;
use super::predicate::FARTHEST;
use super::view::View;

/// What two commas set off after *and* has no more items than this.
const SHORT: usize = 12;

/// What stands between a verb and what it takes has no more than this.
const NEAR: usize = 14;

/// Over adverbs, times and brackets before the verb.
pub(super) fn skip_back(view: &View<'_>, mut at: usize) -> usize {
    loop {
        match view.kind_before(at) {
            Some(ItemKind::Adverb) => at -= 1,
            // "he all but accused Ray"
            Some(ItemKind::Coordinator)
                if at >= view.first + 3
                    && view.word(at - 1) == view.lexicon.known.but
                    && view.word(at - 2) == view.lexicon.known.all =>
            {
                at -= 2;
            }
            // "Lee however said"
            Some(ItemKind::Subordinator)
                if view.word(at - 1) == view.lexicon.known.however
                    && view.kind_before(at - 1).is_some_and(ItemKind::is_noun_phrase) =>
            {
                at -= 1;
            }
            // "Lee and Ray both said"
            Some(ItemKind::Pronoun)
                if at >= view.first + 2
                    && (view.is_noun_phrase(at - 2) || view.kind(at - 2) == Some(ItemKind::CloseBracket))
                    && is_floating(view, at - 1) =>
            {
                at -= 1;
            }
            Some(ItemKind::Time) if view.kind_before(at - 1).is_some_and(can_precede_time) => at -= 1,
            Some(ItemKind::CloseBracket) => match view.open_bracket(at - 1) {
                Some(open) => at = open,
                None => return at,
            },
            _ => return at,
        }
    }
}

fn is_floating(view: &View<'_>, at: usize) -> bool {
    let known = &view.lexicon.known;
    [known.both, known.all, known.each].contains(&view.word(at))
}

/// *Lee on Tuesday said, Lee Tuesday said, but now said*: the time goes with the verb.
fn can_precede_time(kind: ItemKind) -> bool {
    kind.is_noun_phrase()
        || matches!(
            kind,
            ItemKind::Relative | ItemKind::Adverb | ItemKind::CloseBracket | ItemKind::Coordinator
        )
}

/// The comma or dash before item `close`, which opens what `close` ends.
pub(super) fn opening_comma(view: &View<'_>, close: usize) -> Option<usize> {
    let before = (view.first..close).rev().take(FARTHEST);
    view.find(before, Kinds::of([ItemKind::Semicolon, ItemKind::Colon]), |at, kind| match kind {
        ItemKind::Comma | ItemKind::Dash => true,
        // "on the show “Dry Land,” who", with the comma inside the marks; another title inside an apposition is
        // passed over, a quotation that opens the sentence is not
        ItemKind::Quoted => at > view.first && view.ends_in_comma(at),
        _ => false,
    })
}

/// Whether the items between two commas can stand between subject and verb.
pub(super) fn is_insert(view: &View<'_>, from: usize, to: usize) -> bool {
    match view.kind(from) {
        Some(
            ItemKind::Relative
            | ItemKind::That
            | ItemKind::Quoted
            | ItemKind::Preposition
            | ItemKind::AccordingTo
            | ItemKind::Subordinator
            | ItemKind::Adverb
            | ItemKind::Time
            | ItemKind::Adjective
            | ItemKind::Coordinator,
        ) => true,
        // "The letter, sent to Lee and kept, called": what can be a participle is one there
        Some(ItemKind::Verb) => view.group(from).is_some_and(|group| {
            group.form != VerbForm::Finite
                || view.has(from, Classes::VERB_PARTICIPLE) && !view.has(from, Classes::AUXILIARY)
        }),
        Some(kind) if kind.is_noun_phrase() => {
            // an apposition has no verb of its own but in a relative clause
            let clause = (from..to).find(|at| {
                matches!(view.kind(*at), Some(ItemKind::Relative | ItemKind::That)) || view.is_finite(*at)
            });
            // "a fisherman named Ray", "an aide accused of theft"
            let reduced = |at: usize| {
                view.has(at, Classes::VERB_PARTICIPLE)
                    && !view.has(at, Classes::AUXILIARY)
                    && view.is_noun_phrase(at - 1)
                    && view.group(at).is_some_and(|group| {
                        group.naming && view.kind(at + 1) == Some(ItemKind::Name)
                            || view.kind(at + 1) == Some(ItemKind::Preposition)
                    })
            };
            clause.is_none_or(|at| view.kind(at) != Some(ItemKind::Verb) || reduced(at))
        }
        _ => false,
    }
}

/// *denied it and, in a rare show of anger, told the court*: whether *and* stands before what the comma at
/// `close` sets off.
pub(super) fn insert_after_and(view: &View<'_>, close: usize) -> bool {
    let before = (view.first..close).rev().take(SHORT);
    let open = view.find(before, Kinds::of([ItemKind::Quoted]), |_, kind| kind == ItemKind::Comma);
    open.is_some_and(|open| {
        view.kind_before(open) == Some(ItemKind::Coordinator)
            && matches!(
                view.kind(open + 1),
                Some(ItemKind::Preposition | ItemKind::Adverb | ItemKind::Subordinator | ItemKind::Time)
            )
    })
}

/// The comma that closes a short insert opened at `open`: *said, win or lose, that*.
pub(super) fn closing_comma(view: &View<'_>, open: usize) -> Option<usize> {
    for at in open + 1..open + 8 {
        match view.kind(at)? {
            ItemKind::Comma => return Some(at),
            // "said, and I quote, “…”"
            ItemKind::Pronoun if at == open + 2 && view.has(at, Classes::FIRST_PERSON) => {
                let closes = view.kind(at + 1) == Some(ItemKind::Verb)
                    && view.kind(at + 2) == Some(ItemKind::Comma)
                    && view.kind(at + 3) == Some(ItemKind::Quoted);
                return closes.then_some(at + 2);
            }
            ItemKind::Subordinator if view.word(at) == view.lexicon.known.however => {}
            ItemKind::Subordinator | ItemKind::Relative if at == open + 1 => return closed_clause(view, at),
            ItemKind::Adverb
            | ItemKind::Time
            | ItemKind::Preposition
            | ItemKind::Phrase
            | ItemKind::Name
            | ItemKind::Nominal
            | ItemKind::Coordinator
            | ItemKind::Adjective => {}
            ItemKind::Verb if at == open + 1 || view.kind(at - 1) == Some(ItemKind::Coordinator) => {
                if view
                    .group(at)
                    .is_some_and(|group| group.grades.best() > 1 && group.form == VerbForm::Finite)
                {
                    return None;
                }
            }
            _ => return None,
        }
    }
    None
}

/// The comma that closes an inserted clause, before what is said: *said, if he won, he would*.
fn closed_clause(view: &View<'_>, at: usize) -> Option<usize> {
    let stops = Kinds::of([ItemKind::That, ItemKind::Stop]);
    let comma = view.find(at + 1..at + NEAR, stops, |_, kind| kind == ItemKind::Comma)?;
    let next = comma + 1;
    let goes_on = matches!(view.kind(next), Some(ItemKind::Quoted | ItemKind::That))
        || view.kind(at) == Some(ItemKind::Subordinator) && clause_at(view, next);
    goes_on.then_some(comma)
}

/// *said in a letter, written by Ann Hill, a lawyer, that*: the item behind all that is inserted from the comma at
/// `comma` on, where no verb in it takes what follows.
pub(super) fn that_behind(view: &View<'_>, comma: usize) -> Option<usize> {
    let stops = Kinds::of([ItemKind::Quoted, ItemKind::Stop, ItemKind::Semicolon, ItemKind::Colon]);
    let that =
        view.find(comma + 1..comma + NEAR, stops, |at, kind| kind == ItemKind::That || view.is_finite(at))?;
    (view.kind(that) == Some(ItemKind::That) && view.kind_before(that) == Some(ItemKind::Comma))
        .then_some(that)
}
