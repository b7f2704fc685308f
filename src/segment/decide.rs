//! Decides whether a sentence ends at a stop.
//!
//! In: the text, the place of a stop or line break, what is known of the text. Out: a [`Boundary`].
//! Nothing is remembered from one stop to the next, and only a bounded stretch is read on either side,
//! so that the attributor can ask for any stop in any order.

use crate::layout::lines::{Break, gap, trim_end};
use crate::lexicon::{Classes, Lexicon};

use super::list::{enumerator_length, is_item};
use super::stop::{Kind, Stop};
use super::tag::is_tag;
use super::word::{Next, Opening, Word};

/// What a decision needs beside the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'l> {
    pub(crate) lexicon: &'l Lexicon,
    /// Whether a line break inside a paragraph is white space.
    pub(crate) wrapped: bool,
}

/// What a stop does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Boundary {
    /// The sentence ends at byte `end`, closing marks included; the next one begins at or after `next`.
    Ends { end: usize, next: usize },
    /// It goes on; no sentence ends before `resume`.
    Continues { resume: usize },
}

/// Whether a sentence ends at the stop or line break whose first byte is at `stop`.
pub(crate) fn decide(text: &[u8], stop: usize, context: &Context<'_>) -> Boundary {
    match text.get(stop) {
        Some(b'\n' | b'\r' | 0x0C | 0xC2) => at_line_break(text, stop, context),
        Some(0xE2) if matches!(text.get(stop + 2), Some(0xA8 | 0xA9)) => at_line_break(text, stop, context),
        _ => at_stop(text, stop, context),
    }
}

fn at_line_break(text: &[u8], at: usize, context: &Context<'_>) -> Boundary {
    let white = gap(text, at);
    if ends_line(text, white.next, white.strength, context) {
        Boundary::Ends { end: trim_end(text, 0, at), next: white.next }
    } else {
        Boundary::Continues { resume: white.next.max(at + 1) }
    }
}

/// Whether white space of this strength before `next` ends a sentence whatever stands before it.
fn ends_line(text: &[u8], next: usize, strength: Break, context: &Context<'_>) -> bool {
    match strength {
        Break::Paragraph => true,
        Break::Line => !context.wrapped || is_item(text, next),
        Break::Space | Break::None => false,
    }
}

fn at_stop(text: &[u8], at: usize, context: &Context<'_>) -> Boundary {
    let stop = Stop::read(text, at);
    let ends = Boundary::Ends { end: stop.end, next: stop.gap.next };
    let continues = Boundary::Continues { resume: stop.end };
    if stop.gap.next >= text.len() || ends_line(text, stop.gap.next, stop.gap.strength, context) {
        return ends;
    }
    if stop.gap.strength == Break::None {
        return if stop.kind == Kind::Wide { ends } else { continues };
    }
    let next = Next::read(text, stop.gap.next);
    let goes_on = match stop.kind {
        Kind::Wide => false,
        Kind::Period => period_goes_on(text, &stop, next, context.lexicon),
        Kind::Ellipsis => next.opening == Opening::Small,
        Kind::Strong => strong_goes_on(text, &stop, next, context.lexicon),
    };
    if goes_on { continues } else { ends }
}

fn strong_goes_on(text: &[u8], stop: &Stop, next: Next, lexicon: &Lexicon) -> bool {
    next.opening == Opening::Small
        || stop.closes_quote
            && next.opening == Opening::Capital
            && !next.opens_quote
            && !next.opens_bracket
            && is_tag(text, next.at, lexicon)
}

fn period_goes_on(text: &[u8], stop: &Stop, next: Next, lexicon: &Lexicon) -> bool {
    if next.opening == Opening::Small {
        return true;
    }
    if stop.end > stop.run_end {
        return false;
    }
    let word = Word::before(text, stop.start);
    if is_line_start(text, word.start) && enumerator_length(text, word.start) > 0 {
        return true;
    }
    let classes = word.abbreviation(text, lexicon);
    if classes.any(Classes::ABBREVIATION) {
        return abbreviation_goes_on(text, classes, next, lexicon);
    }
    word.is_letter(text)
        && word.is_capitalised(text)
        && next.opening == Opening::Capital
        && !is_starter(text, next, lexicon)
}

fn abbreviation_goes_on(text: &[u8], classes: Classes, next: Next, lexicon: &Lexicon) -> bool {
    if classes.any(Classes::ABBR_CONTINUES) {
        return true;
    }
    match next.opening {
        Opening::Digit => classes.any(Classes::ABBR_NUMBER),
        Opening::Capital => !classes.any(Classes::ABBR_NUMBER) && !is_starter(text, next, lexicon),
        _ => false,
    }
}

/// Whether a word that often begins a sentence and is no name stands there: *The*, *He*, *In*.
fn is_starter(text: &[u8], next: Next, lexicon: &Lexicon) -> bool {
    const STARTERS: Classes = Classes::DETERMINER
        .with(Classes::POSSESSIVE)
        .with(Classes::PRONOUN)
        .with(Classes::WH)
        .with(Classes::THAT)
        .with(Classes::PREPOSITION)
        .with(Classes::TO)
        .with(Classes::COORDINATOR)
        .with(Classes::SUBORDINATOR)
        .with(Classes::ADVERB)
        .with(Classes::DO)
        .with(Classes::INTERJECTION);
    next.opens_quote || next.classes(text, lexicon).any(STARTERS)
}

/// Whether only white space stands before `at` on its line.
fn is_line_start(text: &[u8], at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let mut blanks = before.iter().rev().take(9).skip_while(|byte| matches!(byte, b' ' | b'\t' | b'('));
    matches!(blanks.next(), None | Some(b'\n' | b'\r'))
}
