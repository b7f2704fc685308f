//! Noun phrases as wholes: with the phrases that they hang on and are joined with.

use crate::grammar::items::{Features, ItemKind};
use crate::lexicon::Classes;
use crate::text::lex::TokenKind;

use super::extent::amount;
use super::predicate::{FARTHEST, Subject, SubjectPlace};
use super::view::View;

impl View<'_> {
    /// The end of the noun phrase that begins at item `first`, with *of*-phrases and joined names.
    pub(crate) fn forward_chain(&self, first: usize) -> usize {
        forward_chain(self, first)
    }

    /// The first item of the noun phrase that ends with item `last`, as in *the head of the Fund*.
    pub(crate) fn chain_start(&self, last: usize) -> usize {
        chain(self, last, SubjectPlace::Before).first
    }
}

/// The noun phrase that ends at `last`, with the phrases that it hangs on: *the head of the Fund in Rome*,
/// *Lee and Ray*.
pub(super) fn chain(view: &View<'_>, last: usize, place: SubjectPlace) -> Subject {
    let mut first = last;
    // "Article 33 says"
    if matches!(view.kind_before(last), Some(ItemKind::Nominal | ItemKind::Phrase)) && is_number(view, last) {
        first -= 1;
    }
    for _ in 0..FARTHEST {
        let Some(before) = hung_on(view, first) else { break };
        first = before;
    }
    if is_titled(view, first) {
        first -= 1;
    }
    // "at least nine people", "about 40 people"
    if view.kind_before(first) == Some(ItemKind::Preposition)
        && amount(view, first - 1) == Some(first)
        && opens_clause(view.kind_before(first - 1))
    {
        first -= 1;
    }
    Subject { first, end: last + 1, place }
}

/// Whether a clause can open behind an item of this kind.
fn opens_clause(before: Option<ItemKind>) -> bool {
    before.is_none_or(|kind| {
        matches!(
            kind,
            ItemKind::Comma
                | ItemKind::Coordinator
                | ItemKind::That
                | ItemKind::Subordinator
                | ItemKind::Dash
                | ItemKind::Quoted
        )
    })
}

/// Where the phrase begins that the one at `first` hangs on or is joined to.
#[inline]
fn hung_on(view: &View<'_>, first: usize) -> Option<usize> {
    if first <= view.first + 1 {
        return None;
    }
    match view.kind(first - 1)? {
        ItemKind::Preposition => governor(view, first),
        ItemKind::Coordinator if joins_phrases(view, first - 1) => {
            let last = first - 2;
            let last = if view.kind(last) == Some(ItemKind::Comma) { last - 1 } else { last };
            Some(list_start(view, over_brackets(view, last)))
        }
        ItemKind::Coordinator if is_second_adjective(view, first) => Some(first - 4),
        // "Politicians and even some makers"
        ItemKind::Adverb
            if view.kind(first - 2) == Some(ItemKind::Coordinator)
                && first >= view.first + 3
                && prepositional_start(view, first - 3) == view.first
                && joins_phrases(view, first - 2) =>
        {
            Some(first - 3)
        }
        // "some in the “never again” crowd"
        ItemKind::Quoted
            if view.item(first - 2).is_some_and(|item| item.features.has(Features::HEADLESS))
                && matches!(view.kind(first), Some(ItemKind::Phrase | ItemKind::Nominal))
                && view.item(first).is_some_and(|item| {
                    !item.features.has(Features::DEFINITE.with(Features::INDEFINITE))
                })
                && !view.ends_in_comma(first - 1) =>
        {
            Some(first - 2)
        }
        _ => None,
    }
}

/// The phrase before the preposition before item `first`.
fn governor(view: &View<'_>, first: usize) -> Option<usize> {
    // "sank in the bay after the mayor said"
    if opens_time(view, first - 1) {
        return None;
    }
    let before = first - 2;
    if view.is_noun_phrase(before) && (view.kind(before) != Some(ItemKind::Pronoun) || counts(view, before)) {
        return Some(before);
    }
    if view.kind(before) == Some(ItemKind::Time) {
        // "an article on Monday about Lee"
        let on = usize::from(view.kind_before(before) == Some(ItemKind::Preposition));
        return (before > view.first + on && view.is_noun_phrase(before - on - 1)).then(|| before - on - 1);
    }
    if is_second_adjective(view, first) {
        return Some(first - 4);
    }
    // "a source familiar with the ad"
    let described = describes(view, before) && first >= view.first + 3 && view.is_noun_phrase(first - 3);
    described.then(|| first - 3)
}

/// *familiar with*, *close to*: whether the adjective at `at`, which may be read as an adverb, stands behind its noun.
fn describes(view: &View<'_>, at: usize) -> bool {
    match view.kind(at) {
        Some(ItemKind::Adjective) => true,
        Some(ItemKind::Adverb) => {
            view.has(at, Classes::ADJECTIVE) && view.word(at + 1) == view.lexicon.known.to
        }
        _ => false,
    }
}

/// *counties in eastern and southern Ohio*, *editor at large of the paper*: whether an adjective and the joint before
/// item `first` belong to the phrase.
fn is_second_adjective(view: &View<'_>, first: usize) -> bool {
    view.kind(first - 2) == Some(ItemKind::Adjective)
        && first >= view.first + 4
        && view.kind(first - 3) == Some(ItemKind::Preposition)
        && view.is_noun_phrase(first - 4)
}

/// *Vatican spokesman the Rev. Ann Hill*: a bare noun for people right before the name at `at`.
fn is_titled(view: &View<'_>, at: usize) -> bool {
    let bare = |item: &crate::grammar::items::Item| {
        let own = Features::DEFINITE.with(Features::INDEFINITE).with(Features::PLURAL);
        item.kind == ItemKind::Nominal
            && item.features.has(Features::PERSON)
            && !item.features.has(own.with(Features::POSSESSOR))
    };
    // "and the sailing club the Bergen League"
    let article = view.item(at).is_some_and(|item| item.features.has(Features::DEFINITE));
    let body = |item: &crate::grammar::items::Item| {
        article
            && item.kind == ItemKind::Nominal
            && item.features.has(Features::PERSON.with(Features::ORGANISATION))
            && !item.features.has(Features::PLURAL.with(Features::POSSESSOR))
    };
    at > view.first
        && view.kind(at) == Some(ItemKind::Name)
        && view.item(at - 1).is_some_and(|item| bare(item) || body(item))
        && (at - 1 == view.first
            || matches!(view.kind(at - 2), Some(ItemKind::Comma | ItemKind::Coordinator)))
}

pub(super) fn is_somebody(view: &View<'_>, at: usize) -> bool {
    view.item(at).is_some_and(|item| {
        item.kind == ItemKind::Name || item.features.has(Features::PERSON.with(Features::ORGANISATION))
    })
}

/// *Rome, South Carolina*: the name of a place, by its first or last word.
pub(super) fn is_place(view: &View<'_>, at: usize) -> bool {
    view.item(at).filter(|item| item.kind == ItemKind::Name).is_some_and(|item| {
        [item.start as usize, item.end as usize - 1]
            .iter()
            .any(|token| view.tokens.get(*token).is_some_and(|token| token.has(Classes::PLACE)))
    })
}

fn is_number(view: &View<'_>, at: usize) -> bool {
    view.item(at).is_some_and(|item| {
        item.start + 1 == item.end
            && view.tokens.get(item.start as usize).is_some_and(|token| token.kind == TokenKind::Number)
    })
}

/// *some of the aides*, *many in the crowd*: pronouns that take a part.
fn counts(view: &View<'_>, at: usize) -> bool {
    view.word(at + 1) == view.lexicon.known.of
        // "someone in the crowd"
        || view.has(at, Classes::INDEFINITE) && !view.has(at, Classes::DETERMINER)
        || view.has(at, Classes::DETERMINER.with(Classes::NUMBER))
            && !view.has(at, Classes::POSSESSIVE.with(Classes::THAT))
}

/// *he, she, they*: a pronoun that cannot be an object.
pub(super) fn is_nominative(view: &View<'_>, at: usize) -> bool {
    view.kind(at) == Some(ItemKind::Pronoun)
        && view.has(
            at,
            Classes::MASCULINE.with(Classes::FEMININE).with(Classes::FIRST_PERSON).with(Classes::PLURAL),
        )
        && view.has(at, Classes::PRONOUN)
        && !view.has(at, Classes::OBJECT_FORM.with(Classes::POSSESSIVE).with(Classes::DETERMINER))
}

/// The first of *artists, writers, actors* before *and scientists*: at least two commas, or one name after
/// another from the sentence's start.
fn list_start(view: &View<'_>, last: usize) -> usize {
    let mut first = last;
    let mut commas = 0;
    while first >= view.first + 2
        && view.kind(first - 1) == Some(ItemKind::Comma)
        && view.is_noun_phrase(first - 2)
        && commas < FARTHEST
    {
        first -= 2;
        commas += 1;
    }
    // "Instead, Ann Lee, Tom Hill and Ray Cole said"
    let opener = usize::from(view.kind(view.first) == Some(ItemKind::Adverb)) * 2;
    let names = commas == 1
        && (first == view.first || first == view.first + opener)
        && view.kind(first) == Some(ItemKind::Name)
        && view.kind(last) == Some(ItemKind::Name);
    // "A crowd of students, teachers and nurses said"
    let plural = |at: usize| view.item(at).is_some_and(|item| item.features.has(Features::PLURAL));
    let opens = || prepositional_start(view, first) == view.first && plural(first) && plural(last);
    // "voters in Ohio, Georgia and Utah said", "Unions, groups, and makers said"
    let places = || {
        view.kind_before(first) == Some(ItemKind::Preposition)
            && view.kind(first) == Some(ItemKind::Name)
            && view.kind(last) == Some(ItemKind::Name)
            && prepositional_start(view, first) == view.first
            && first > view.first
    };
    if commas >= 2 || names || commas == 1 && (opens() || places()) { first } else { last }
}

/// Whether a coordinator joins two noun phrases, not two clauses: the phrase before it is no object of a
/// verb that cannot take a clause.
fn joins_phrases(view: &View<'_>, at: usize) -> bool {
    let known = &view.lexicon.known;
    if view.word(at) == known.but || at == view.first {
        return false;
    }
    // "unions, groups, and many makers"
    if view.kind(at - 1) == Some(ItemKind::Comma) {
        return at >= view.first + 4
            && view.is_noun_phrase(at - 2)
            && list_start(view, at - 2) == view.first
            && view.kind(at - 3) == Some(ItemKind::Comma);
    }
    let last = over_brackets(view, at - 1);
    if !view.is_noun_phrase(last) {
        return false;
    }
    // "met the press and he said"
    let things = matches!(view.kind(at - 1), Some(ItemKind::Phrase | ItemKind::Nominal));
    if things
        && view.kind(at + 1) == Some(ItemKind::Pronoun)
        && !view.has(at + 1, Classes::DETERMINER.with(Classes::NUMBER))
    {
        return false;
    }
    let left = prepositional_start(view, last);
    if left == view.first {
        return true;
    }
    match view.kind(left - 1) {
        // "Leading aides Lee and Ray have said": no clause without its comma
        Some(ItemKind::Verb) if left - 1 == view.first && view.has(view.first, Classes::VERB_ING) => true,
        Some(ItemKind::Verb) => {
            view.group(left - 1).is_some_and(|group| group.grades.bare > 0 || group.grades.that > 0)
        }
        // "cells turn into parts of a body and doctors hope": a thing and somebody are not joined where the
        // first clause has its verb
        Some(ItemKind::Preposition) if is_thing(view, at - 1) && is_somebody(view, at + 1) => {
            !(view.first..left).rev().take(FARTHEST).any(|at| view.is_finite(at))
        }
        _ => true,
    }
}

/// *after, before, since, until*, before a clause of their own.
pub(super) fn opens_time(view: &View<'_>, at: usize) -> bool {
    let known = &view.lexicon.known;
    [known.after, known.before, known.since, known.until].contains(&view.word(at))
}

/// The item before brackets that close at `at`, or `at`.
fn over_brackets(view: &View<'_>, at: usize) -> usize {
    if view.kind(at) != Some(ItemKind::CloseBracket) {
        return at;
    }
    view.open_bracket(at).and_then(|open| open.checked_sub(1)).filter(|at| *at >= view.first).unwrap_or(at)
}

/// A phrase for neither a person nor a body.
pub(super) fn is_thing(view: &View<'_>, at: usize) -> bool {
    view.kind(at) == Some(ItemKind::Phrase) && !is_somebody(view, at)
}

/// The first phrase of *the head of the Fund* that ends at `last`.
fn prepositional_start(view: &View<'_>, last: usize) -> usize {
    let mut first = last;
    while first > view.first + 1
        && view.kind(first - 1) == Some(ItemKind::Preposition)
        && view.is_noun_phrase(first - 2)
        && last - first < FARTHEST
    {
        first -= 2;
    }
    first
}

/// The end of the noun phrase that begins at `first`, with *of*-phrases and joined names.
pub(super) fn forward_chain(view: &View<'_>, first: usize) -> usize {
    let known = &view.lexicon.known;
    let mut end = first + 1;
    let mut governs = view.kind(first) != Some(ItemKind::Name);
    loop {
        match view.kind(end) {
            Some(ItemKind::Preposition) if governs && view.is_noun_phrase(end + 1) => {
                let word = view.word(end);
                let document = view.item(end - 1).is_some_and(|item| item.features.has(Features::DOCUMENT));
                let inside = [known.of, known.for_, known.from, known.at].contains(&word)
                    || document && word == known.by;
                if !inside {
                    return end;
                }
                end += 2;
            }
            // "said a source close to the talks"
            Some(ItemKind::Adverb)
                if describes(view, end) && view.is_noun_phrase(end + 2) && !view.is_finite(end + 3) =>
            {
                end += 3;
            }
            Some(ItemKind::Coordinator) if view.word(end) == known.and && view.is_noun_phrase(end + 1) => {
                if view.kind(end + 2) == Some(ItemKind::Verb) {
                    return end;
                }
                governs = view.kind(end + 1) != Some(ItemKind::Name);
                end += 2;
            }
            _ => return end,
        }
    }
}
