//! Decides whether a sentence ends at a stop.
//!
//! In: the text, the place of a stop or line break, what is known of the text. Out: a [`Boundary`].
//! Nothing is remembered from one stop to the next, and only a bounded stretch is read on either side,
//! so that the attributor can ask for any stop in any order.

use crate::base::steps;
use crate::lexicon::{Classes, Key, Lexicon};
use crate::text::layout::lines::{Break, gap, trim_end};

use super::behind::{is_in_brackets, is_sentence_start};
use super::boundary::{Boundary, Context};
use super::joined::ends_without_space;
use super::list::is_item_on_line;
use super::next::{Next, Opening, word_length};
use super::period::{STARTERS, period_goes_on};
use super::stop::{Kind, Stop};
use super::tag::{is_bare_tag, is_tag};
use super::word::Word;

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
    steps::add(white.next - at);
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
        Break::Line => !context.wrapped || is_item_on_line(text, next),
        Break::Space | Break::None => false,
    }
}

fn at_stop(text: &[u8], at: usize, context: &Context<'_>) -> Boundary {
    if matches!(text.get(at..at + 2), Some([b'.', b'a'..=b'z'])) {
        // Inside a word: e.g., example.com.
        return Boundary::Continues { resume: at + 1 };
    }
    let mut stop = Stop::read(text, at);
    if stop.gap.strength == Break::None && stop.end < text.len() {
        return if ends_without_space(text, &mut stop, context.lexicon) {
            stop.ends()
        } else {
            stop.continues()
        };
    }
    if stop.gap.next >= text.len() || ends_line(text, stop.gap.next, stop.gap.strength, context) {
        return stop.ends();
    }
    let next = Next::read(text, stop.gap.next);
    let goes_on = match stop.kind {
        Kind::Wide => false,
        Kind::Period => period_goes_on(text, &stop, next, context),
        Kind::Ellipsis => ellipsis_goes_on(text, &stop, next, context),
        Kind::Dash => dash_goes_on(text, &stop, next, context),
        Kind::Strong => strong_goes_on(text, &stop, next, context),
    };
    if goes_on || is_inserted_bracket(text, &stop, next) { stop.continues() } else { stop.ends() }
}

/// Whether a bracket without a stop in it follows, after which the sentence goes on: where a quotation is
/// from (*“… all is fair.” (Hill 55).*), when a film was shown (*Who? (1965), and*).
fn is_inserted_bracket(text: &[u8], stop: &Stop, next: Next) -> bool {
    const LONGEST: usize = 48;
    if !next.opens_bracket || !(stop.closes_quote || stop.kind == Kind::Strong) {
        return false;
    }
    let inside = text.get(next.at..).unwrap_or_default();
    let inside = inside.get(..LONGEST).unwrap_or(inside);
    let closing = inside.iter().position(|byte| matches!(byte, b'.' | b'!' | b'?' | b')' | b'\n'));
    let Some(after) = closing.and_then(|end| inside.get(end..)) else { return false };
    match after {
        [b')', b',' | b';', ..] => true,
        [b')', b' ', letter, ..] => letter.is_ascii_lowercase(),
        [b')', b'.', ..] => stop.closes_quote,
        _ => false,
    }
}

/// *“I only--” “Never mind!”*; but *“I only--” Lee began*.
fn dash_goes_on(text: &[u8], stop: &Stop, next: Next, context: &Context<'_>) -> bool {
    match next.opening {
        Opening::Capital => tag_follows(text, stop, next, context),
        _ => !next.opens_quote,
    }
}

/// *Wait ... no*; *“…” Lee said*; *about ... 150*; and what a quotation begins with: *“... Hill”*.
fn ellipsis_goes_on(text: &[u8], stop: &Stop, next: Next, context: &Context<'_>) -> bool {
    match next.opening {
        Opening::Small | Opening::Digit => !next.opens_bracket,
        Opening::Capital => {
            is_sentence_start(text, stop.start, context.wrapped)
                || tag_follows(text, stop, next, context)
                || is_omission(text, stop) && next.is_pronoun_i(text)
        }
        Opening::Middle | Opening::SmallAfterDash => true,
        _ => false,
    }
}

/// Three stops apart (`. . .`) leave out words of a sentence; at its end there would be four. A capital
/// after them begins a sentence all the same, but *I* has one anywhere.
fn is_omission(text: &[u8], stop: &Stop) -> bool {
    text.get(stop.start..stop.run_end) == Some(b". . .")
}

fn strong_goes_on(text: &[u8], stop: &Stop, next: Next, context: &Context<'_>) -> bool {
    let lexicon = context.lexicon;
    match next.opening {
        Opening::Small if next.opens_bracket || next.opens_quote => stop.closes_quote && next.opens_bracket,
        Opening::Small => {
            stop.end > stop.run_end
                || is_detached(text, stop.start)
                || exclamation_goes_on(text, stop, next, lexicon)
        }
        Opening::Capital => {
            tag_follows(text, stop, next, context) || name_goes_on(text, stop.start, next, lexicon)
        }
        Opening::Digit => is_in_brackets(text, stop.start, context.wrapped),
        Opening::Middle | Opening::SmallAfterDash => true,
        _ => false,
    }
}

/// Whether the text puts blanks before its stops and commas: tokens of edited text, whose small letters
/// can be trusted (*Came Too ! is a comedy , first shown*).
fn is_detached(text: &[u8], stop: usize) -> bool {
    const REACH: usize = 64;
    let before = text.get(stop.saturating_sub(REACH)..stop).unwrap_or_default();
    before.last() == Some(&b' ') && memchr::memmem::find(before, b" , ").is_some()
}

/// Before a small letter `!` and `?` end a sentence in careless writing (*what now? we wait*), but not
/// after a name or a cry (*Yahoo! in*, *Oh! how*), before a tag without marks (*Stop! he cried*), or
/// before *and*.
fn exclamation_goes_on(text: &[u8], stop: &Stop, next: Next, lexicon: &Lexicon) -> bool {
    let word = Word::before(text, stop.start);
    word.is_capitalised(text) && !word.is_shouted(text)
        || is_cry(lexicon.classes_of(word.bytes(text)))
        || text.get(stop.start) == Some(&b'!') && next.classes(text, lexicon).any(Classes::COORDINATOR)
        || is_bare_tag(text, next.at, lexicon)
        || text.get(stop.start) == Some(&b'!')
            && !is_sentence_start(text, word.start, true)
            && is_verb_of_sound(text, next, lexicon)
        || is_in_speech(text, stop.start)
}

/// *buzz! went the wheel*: whether a verb and its subject follow the sound.
fn is_verb_of_sound(text: &[u8], next: Next, lexicon: &Lexicon) -> bool {
    let verb = next.classes(text, lexicon);
    let at = next.at + word_length(text, next.at) + 1;
    let subject = lexicon.classes_of(text.get(at..at + word_length(text, at)).unwrap_or_default());
    let determined = subject.any(Classes::DETERMINER.with(Classes::POSSESSIVE));
    verb.any(Classes::FINITE) && !verb.any(Classes::AUXILIARY) && determined
}

/// *“Run! run! as fast as you can!”*: whether a mark that opens stands a short way before `at` and none that closes, as
/// in printed speech, whose small letters can be trusted.
fn is_in_speech(text: &[u8], at: usize) -> bool {
    const REACH: usize = 240;
    let before = text.get(at.saturating_sub(REACH)..at).unwrap_or_default();
    let mut opens = false;
    for (place, byte) in before.iter().enumerate() {
        let blank = place == 0 && at <= REACH
            || place.checked_sub(1).and_then(|last| before.get(last)).is_some_and(u8::is_ascii_whitespace);
        match (byte, before.get(place..place + 3)) {
            (b'\n', _) if before.get(place + 1) == Some(&b'\n') => opens = false,
            (b'"', _) => opens = blank,
            (_, Some([0xE2, 0x80, 0x9C])) => opens = true,
            (_, Some([0xE2, 0x80, 0x98])) => opens |= blank,
            (_, Some([0xE2, 0x80, 0x9D])) => opens = false,
            _ => {}
        }
    }
    opens
}

/// *Oh*, *sir*; but not *there*, which has other readings.
fn is_cry(classes: Classes) -> bool {
    classes.any(Classes::VOCATIVE)
        || classes.any(Classes::INTERJECTION)
            && !classes.any(Classes::ADVERB | Classes::PRONOUN | Classes::VERB)
}

/// *Yahoo! Messenger*.
fn name_goes_on(text: &[u8], stop: usize, next: Next, lexicon: &Lexicon) -> bool {
    let word = Word::before(text, stop);
    text.get(stop) == Some(&b'!')
        && word.touches(stop)
        && word.is_capitalised(text)
        && lexicon
            .entry(lexicon.find(Key::new(text, word.start, stop + 1 - word.start)))
            .classes
            .any(Classes::ABBREVIATION)
        && !next.opens_quote
        && !next.classes(text, lexicon).any(STARTERS)
}

fn tag_follows(text: &[u8], stop: &Stop, next: Next, context: &Context<'_>) -> bool {
    stop.closes_quote
        && !next.opens_quote
        && !next.opens_bracket
        && is_tag(text, next.at, context.wrapped, context.lexicon)
}
