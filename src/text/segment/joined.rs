//! Stops that touch the next word: mostly inside a word (*example.com*, *3.5*), but careless writing
//! forgets the blank (*the end.They left*), and footnote numbers touch the stop (*the end.12 They*).
//!
//! In: the stop. Out: whether a sentence ends there.

use crate::lexicon::{Classes, Lexicon};
use crate::text::layout::lines::gap;

use super::next::word_length;
use super::stop::{Kind, Stop, opening_length};
use super::word::Word;

pub(super) fn ends_without_space(text: &[u8], stop: &mut Stop, lexicon: &Lexicon) -> bool {
    if stop.kind == Kind::Wide {
        return true;
    }
    match text.get(stop.end) {
        Some(byte) if byte.is_ascii_digit() => ends_before_footnote(text, stop, lexicon),
        Some(byte) if byte.is_ascii_alphabetic() && stop.end == stop.run_end => {
            let capital = byte.is_ascii_uppercase();
            match stop.kind {
                Kind::Period => capital && touches_plain_words(text, stop, lexicon),
                Kind::Ellipsis => capital,
                _ => touches_plain_words(text, stop, lexicon),
            }
        }
        Some(0xE2) => opening_length(text, stop.end).1,
        _ => false,
    }
}

/// Whether two words of small letters (the second may have a capital) stand on both sides, as in
/// *the end.They left*, and not *node.Js*, *page.asp?id=5*, *Dr.Hill*.
fn touches_plain_words(text: &[u8], stop: &Stop, lexicon: &Lexicon) -> bool {
    let word = Word::before(text, stop.start);
    let bytes = word.bytes(text);
    let before = word.start.checked_sub(1).and_then(|at| text.get(at));
    let apart = matches!(before, None | Some(b' ' | b'\n' | b',' | b'"' | b'\'' | b'(' | b'-' | b'$'));
    if !apart || !word.touches(stop.start) || bytes.len() < 2 || !is_plain_word(text, stop.end) {
        return false;
    }
    let small = bytes.iter().all(u8::is_ascii_lowercase);
    let known = bytes.iter().skip(1).all(|byte| !byte.is_ascii_uppercase())
        && follows_sentence(
            lexicon
                .classes_of(text.get(stop.end..stop.end + word_length(text, stop.end)).unwrap_or_default()),
        );
    (small || known) && !word.abbreviation(text, lexicon).any(Classes::ABBREVIATION)
}

/// After a name or a number only a word that often begins a sentence is believed: *Monday.They*,
/// *1,000.That*, *Monday.Mr. Hill*, but *Node.Js*.
fn follows_sentence(next: Classes) -> bool {
    next.any(super::period::STARTERS | Classes::TITLE)
}

fn is_plain_word(text: &[u8], at: usize) -> bool {
    let length = word_length(text, at);
    let word = text.get(at..at + length).unwrap_or_default();
    word.iter().skip(1).all(u8::is_ascii_lowercase)
        && matches!(text.get(at + length), None | Some(b' ' | b'\n' | b',' | b'\'' | b'?' | b'!' | b'.'))
}

/// *a consultation.11 12 Take one*: the numbers belong to the sentence before.
fn ends_before_footnote(text: &[u8], stop: &mut Stop, lexicon: &Lexicon) -> bool {
    let word = Word::before(text, stop.start);
    let letters = word.bytes(text).iter().all(u8::is_ascii_lowercase) && word.end - word.start > 3;
    let closed = stop.end > stop.run_end || stop.start > 0 && text.get(stop.start - 1) == Some(&b')');
    if stop.kind != Kind::Period || !(letters || closed) {
        return false;
    }
    if word.abbreviation(text, lexicon).any(Classes::ABBREVIATION) {
        return false;
    }
    let mut end = stop.end;
    loop {
        let digits =
            text.get(end..).unwrap_or_default().iter().take(4).take_while(|byte| byte.is_ascii_digit());
        let digits = digits.count();
        if digits == 0 || digits > 3 {
            return false;
        }
        end += digits;
        match (text.get(end), text.get(end + 1)) {
            (Some(b' '), Some(byte)) if byte.is_ascii_uppercase() => break,
            (Some(b' '), Some(byte)) if byte.is_ascii_digit() => end += 1,
            (Some(b','), Some(byte)) if byte.is_ascii_digit() => end += 1,
            _ => return false,
        }
    }
    stop.end = end;
    stop.gap = gap(text, end);
    true
}
