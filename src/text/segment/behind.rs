//! What lies behind a stop, a short way back.
//!
//! In: a place in the text. Out: whether a sentence begins there, has a verb so far, or stands in brackets.

use crate::lexicon::Classes;

use super::boundary::Context;

/// Whether a sentence begins at `at`: only opening marks and white space stand between it and a stop
/// before, the start of its line, or of its paragraph where lines are `wrapped`.
pub(super) fn is_sentence_start(text: &[u8], at: usize, wrapped: bool) -> bool {
    const REACH: usize = 6;
    let before = text.get(..at).unwrap_or_default();
    let mut blank = false;
    let mut line_break = false;
    for byte in before.iter().rev().take(REACH) {
        blank |= byte.is_ascii_whitespace();
        match byte {
            b' ' | b'\t' => {}
            b'(' | b'*' | b'_' | b'"' | b'\'' | 0x80..=0xBF | 0xE2 => {}
            b'\n' | b'\r' if !wrapped || line_break => return true,
            b'\n' => line_break = true,
            b'\r' => {}
            b'.' => return blank && !ends_in_initial(text, at),
            b'!' | b'?' | b':' | b';' => return blank,
            _ => return false,
        }
    }
    before.len() < REACH
}

/// Whether the word before the blank before `at` is a letter and a stop: *p. 55*, *5 a. m.*
fn ends_in_initial(text: &[u8], at: usize) -> bool {
    match text.get(..at).unwrap_or_default() {
        [before @ .., letter, b'.', b' '] => {
            letter.is_ascii_alphabetic() && matches!(before.last(), None | Some(b' ' | b'(' | b'\n'))
        }
        _ => false,
    }
}

/// Whether the sentence that reaches to `end` has no verb so far: *On Monday at 5 a.m.* It is searched
/// back to a stop, colon or the start of the line, a short way and outside marks;
/// beyond that it is taken to have one.
pub(super) fn has_no_verb(text: &[u8], end: usize, context: &Context<'_>) -> bool {
    const REACH: usize = 64;
    // two bytes more, so that the start of a line is seen where it is as far off as the start of a text may be
    let before = text.get(end.saturating_sub(REACH + 2)..end).unwrap_or_default();
    let ends = |pair: &[u8]| match pair {
        [b'\n', next] => !context.wrapped || *next == b'\n',
        _ => matches!(pair, [b'.' | b'!' | b'?' | b':', b' ' | b'\n']),
    };
    let start = match before.windows(2).rposition(ends) {
        Some(stop) => stop + 1,
        None if end <= REACH => 0,
        None => return false,
    };
    let sentence = before.get(start..).unwrap_or_default();
    if sentence.trim_ascii_start().len() > REACH {
        return false;
    }
    let outside_marks = sentence.split(|byte| *byte == b'"').step_by(2);
    outside_marks.flat_map(|part| part.split(|byte| !byte.is_ascii_alphabetic())).all(|word| {
        let classes = context.lexicon.classes_of(word);
        !classes.any(Classes::FINITE.with(Classes::AUXILIARY))
    })
}

/// Whether a bracket opens a short way before `at` and does not close.
pub(super) fn is_in_brackets(text: &[u8], at: usize, wrapped: bool) -> bool {
    const REACH: usize = 48;
    let before = text.get(at.saturating_sub(REACH)..at).unwrap_or_default();
    let mut closed = 0;
    for (index, byte) in before.iter().enumerate().rev() {
        let wide = || matches!(before.get(index.saturating_sub(2)..index), Some([0xEF, 0xBC]));
        match byte {
            b')' | b']' => closed += 1,
            0x89 if wide() => closed += 1,
            b'(' | b'[' if closed == 0 => return true,
            0x88 if closed == 0 && wide() => return true,
            b'(' | b'[' => closed -= 1,
            b'\n' if !wrapped => return false,
            _ => {}
        }
    }
    false
}
