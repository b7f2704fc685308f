//! Speech that a dash opens: *— Yes, said Ann, I know.*
//!
//! In: the tokens of a paragraph. Out: the token ranges of speech, as if marks stood around them. Nothing
//! closes such a speech, so a tag is where a comma or the like is followed by a verb of speech and its
//! subject; the speech goes on after a second dash of the same kind, else after the comma or stop that
//! ends the tag, unless narration follows.

use std::ops::Range;

use crate::lexicon::Classes;
use crate::text::lex::TokenKind;

use super::view::View;

/// Appends the ranges of speech of a paragraph that begins with a dash.
pub(super) fn speech(view: &View<'_>, ranges: &mut Vec<Range<usize>>) {
    if !view.is(0, TokenKind::Dash) {
        return;
    }
    let end = view.tokens.len();
    let is_dash = |at: &usize| view.is(*at, TokenKind::Dash) && view.str(*at..*at + 1) == view.str(0..1);
    let last_dash = (0..end).rev().find(is_dash).unwrap_or(0);
    let mut start = 0;
    while start < end {
        let Some(tag) = (start + 2..end).find(|at| opens_tag(view, *at)) else {
            ranges.push(start..end);
            return;
        };
        ranges.push(start..tag);
        match resumes(view, tag, last_dash) {
            Some(next) => start = next,
            None => return,
        }
    }
}

/// Whether a tag begins at `at`.
fn opens_tag(view: &View<'_>, at: usize) -> bool {
    let closes = view.get(at - 1).is_some_and(|token| {
        matches!(
            token.kind,
            TokenKind::Comma
                | TokenKind::Question
                | TokenKind::Exclamation
                | TokenKind::Dash
                | TokenKind::Ellipsis
        )
    });
    if !closes {
        return false;
    }
    let subject = Classes::PRONOUN.with(Classes::DETERMINER).with(Classes::POSSESSIVE);
    let speaks = |at: usize| view.is_finite(at) && view.grade(at) >= 2;
    if speaks(at) {
        let next = view.skip_adverbs(at + 1);
        // explained number twenty, broke in a friend
        let next = next + usize::from(view.is_particle(next));
        let noun =
            view.has(at, Classes::VERB_PAST) && view.has(next, Classes::ANY_NOUN.with(Classes::NUMBER));
        return view.is_capital(next)
            || noun
            || view.has(next, subject) && !view.has(next, Classes::SECOND_PERSON);
    }
    let pronoun = view.has(at, Classes::PRONOUN)
        && !view.has(at, Classes::SECOND_PERSON.with(Classes::OBJECT_FORM))
        && (!view.is_capital(at) || view.has(at, Classes::FIRST_PERSON));
    if pronoun {
        return speaks(view.skip_adverbs(at + 1));
    }
    let name = (at..at + 4).take_while(|at| view.is_capital(*at)).count();
    name > 0 && view.is(at - 1, TokenKind::Comma) && speaks(view.skip_adverbs(at + name))
}

/// Where speech goes on after the tag at `tag`.
fn resumes(view: &View<'_>, tag: usize, last_dash: usize) -> Option<usize> {
    let dash = view.str(0..1);
    let end = view.tokens.len();
    if tag < last_dash {
        let is_dash = |at: &usize| view.is(*at, TokenKind::Dash) && view.str(*at..*at + 1) == dash;
        return (tag + 1..end).find(is_dash).filter(|at| at + 1 < end);
    }
    let stop = (tag + 2..end).find(|at| {
        view.get(*at).is_some_and(|token| token.kind == TokenKind::Comma || token.kind.ends_sentence())
    })?;
    let next = stop + 1;
    let led = usize::from(view.has(next, Classes::COORDINATOR));
    let narration = view.has(next, Classes::MASCULINE.with(Classes::FEMININE).with(Classes::WH))
        // she said, and rose; and with a sigh
        || led > 0 && view.has(next + led, Classes::VERB_PAST.with(Classes::VERB_ING).with(Classes::PREPOSITION))
        || view.has(next, Classes::VERB_ING.with(Classes::PREPOSITION).with(Classes::SUBORDINATOR))
        || view.is_capital(next)
            && !view.has(next, Classes::PRONOUN)
            && view.is_finite(view.skip_adverbs(next + 1));
    (next < end && !narration).then_some(next)
}
