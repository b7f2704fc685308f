//! What is inserted between a subject and its verb, or a verb and what it takes.

use crate::grammar::items::{Form, ItemKind};
use crate::lexicon::Classes;

use super::row::FARTHEST;
use super::view::View;

/// The items of what two commas set off after *and*.
const INSERT: usize = 12;

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

pub(super) fn previous_comma(view: &View<'_>, before: usize) -> Option<usize> {
    let mut at = before;
    let mut steps = 0;
    while at > view.first && steps < FARTHEST {
        at -= 1;
        steps += 1;
        match view.kind(at) {
            Some(ItemKind::Comma | ItemKind::Dash) => return Some(at),
            Some(ItemKind::Semicolon | ItemKind::Colon) => return None,
            // a title inside an apposition is passed over, a quotation that opens the sentence is not
            Some(ItemKind::Quoted) if at == view.first => return None,
            // "on the show “Dry Land,” who", with the comma inside the marks
            Some(ItemKind::Quoted) if view.ends_in_comma(at) => return Some(at),
            _ => {}
        }
    }
    None
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
            group.form != Form::Finite
                || view.has(from, Classes::VERB_PARTICIPLE) && !view.has(from, Classes::AUXILIARY)
        }),
        Some(kind) if kind.is_noun_phrase() => {
            // an apposition has no verb of its own but in a relative clause
            let clause = (from..to).find(|at| {
                matches!(view.kind(*at), Some(ItemKind::Relative | ItemKind::That))
                    || view.group(*at).is_some_and(|group| group.form == Form::Finite)
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
    let open = (view.first..close).rev().take(INSERT).find(|at| view.kind(*at) == Some(ItemKind::Comma));
    open.is_some_and(|open| {
        view.kind_before(open) == Some(ItemKind::Coordinator)
            && matches!(
                view.kind(open + 1),
                Some(ItemKind::Preposition | ItemKind::Adverb | ItemKind::Subordinator | ItemKind::Time)
            )
            && (open + 1..close).all(|at| view.kind(at) != Some(ItemKind::Quoted))
    })
}
