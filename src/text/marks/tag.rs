//! Where a tag begins behind words that no mark closes: *Yes, said Ann; Yes? the old man asked.*
//!
//! A comma, a dash or the end of a sentence stands before it, and a verb of speech and its subject make it. Where the
//! subject comes first the words could be speech themselves (*Yes, Ann said so*), so that the tag must end, or go on as
//! tags do: with an adverb, a participle, a hearer.

use crate::lexicon::Classes;
use crate::text::lex::{Shape, TokenKind, Words};

/// So many words at most are a subject before its verb.
const LONGEST_SUBJECT: usize = 5;

/// Whether a tag begins at `at`.
pub(super) fn opens(words: &Words<'_>, at: usize) -> bool {
    let before = words.get(at - 1).map(|token| token.kind);
    let closes = matches!(
        before,
        Some(
            TokenKind::Comma
                | TokenKind::Question
                | TokenKind::Exclamation
                | TokenKind::Dash
                | TokenKind::Ellipsis
        )
    );
    closes && (opens_with_verb(words, at) || opens_with_pronoun(words, at) || opens_with_subject(words, at))
}

/// *said Ann, said the carter, broke in a friend, asked number twenty*.
fn opens_with_verb(words: &Words<'_>, at: usize) -> bool {
    let Some(behind) = verb_end(words, at) else { return false };
    let next = words.skip_adverbs(behind);
    let subject = Classes::PRONOUN.with(Classes::DETERMINER).with(Classes::POSSESSIVE);
    let noun = words.has(at, Classes::VERB_PAST) && words.has(next, Classes::ANY_NOUN.with(Classes::NUMBER));
    words.is_capital(next) || noun || words.has(next, subject) && !words.has(next, Classes::SECOND_PERSON)
}

/// *she said*.
fn opens_with_pronoun(words: &Words<'_>, at: usize) -> bool {
    words.has(at, Classes::PRONOUN)
        && !words.has(at, Classes::SECOND_PERSON.with(Classes::OBJECT_FORM))
        && (!words.is_capital(at) || words.has(at, Classes::FIRST_PERSON))
        && verb_end(words, words.skip_adverbs(at + 1)).is_some()
}

/// *Ann said, Mr. Pell whispered hoarsely, the old man broke in*.
fn opens_with_subject(words: &Words<'_>, at: usize) -> bool {
    let name = (at..at + 4).take_while(|at| words.is_capital(*at)).count();
    let behind = if name > 0 {
        at + name
    } else if words.has(at, Classes::DETERMINER.with(Classes::POSSESSIVE)) {
        let noun = |at: &usize| {
            let modifier = Classes::ANY_NOUN.with(Classes::ADJECTIVE);
            words.get(*at).is_some_and(|token| token.is_word() && (token.word == 0 || token.has(modifier)))
                || words.is_capital(*at)
        };
        let nouns = (at + 1..at + LONGEST_SUBJECT)
            .take_while(|at| noun(at) && verb_end(words, *at).is_none())
            .count();
        if nouns == 0 {
            return false;
        }
        at + 1 + nouns
    } else {
        return false;
    };
    verb_end(words, words.skip_adverbs(behind)).is_some_and(|end| ends(words, end))
}

/// Behind the verb of speech at `at`, if there is one: *said, broke in*.
fn verb_end(words: &Words<'_>, at: usize) -> Option<usize> {
    if !words.is_finite(at) {
        return None;
    }
    // by its key, since "in." is taken for inches
    let particle = words.lexicon.known.is_particle(words.lexicon.find(words.key(at + 1)));
    let least = if particle { 1 } else { 2 };
    (words.grade(at) >= least).then_some(at + 1 + usize::from(particle))
}

/// Whether what stands at `at`, behind a verb of speech, lets a tag end.
fn ends(words: &Words<'_>, at: usize) -> bool {
    if words.ends_sentence(at - 1) {
        return true;
    }
    let at = words.skip_adverbs(at);
    let Some(next) = words.get(at) else { return true };
    let goes_on = Classes::VERB_ING
        .with(Classes::PREPOSITION)
        .with(Classes::TO)
        .with(Classes::COORDINATOR)
        .with(Classes::SUBORDINATOR);
    let stops = |at: usize| {
        words.get(at).is_none_or(|token| {
            matches!(token.kind, TokenKind::Comma | TokenKind::Colon | TokenKind::Semicolon | TokenKind::Dash)
                || token.kind.ends_sentence()
                || token.shape.has(Shape::LINE_START)
        })
    };
    // said pleased. told him.
    let one = Classes::ADJECTIVE.with(Classes::VERB_PAST).with(Classes::OBJECT_FORM);
    stops(at) || next.has(goes_on) && !next.has(Classes::PRONOUN) || next.has(one) && stops(at + 1)
}
