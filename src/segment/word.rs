//! The words around a stop.
//!
//! In: a place in the text. Out: the word that ends there, or what begins there.

use crate::lexicon::{Classes, Key, Lexicon};

use super::bytes::{OPENING, WORD, is, is_at};
use super::stop::opening_length;

/// Longer words are no abbreviations.
const LONGEST: usize = 24;

/// The word before a stop, inner stops included: *U.S*, *a.m*, *Smith*.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Word {
    /// The word that ends at `end`, or before one blank there (*Mr . Hill*).
    pub(super) fn before(text: &[u8], mut end: usize) -> Self {
        if end > 0 && text.get(end - 1) == Some(&b' ') {
            end -= 1;
        }
        let mut start = end;
        while start > 0 && end - start < LONGEST && is_word_byte(text, start - 1) {
            start -= 1;
        }
        // A word begins with a letter or digit.
        while start < end && matches!(text.get(start), Some(b'.' | b'\'')) {
            start += 1;
        }
        Self { start, end }
    }

    pub(super) fn bytes(self, text: &[u8]) -> &[u8] {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The part after its last inner stop: *Mr* of *Monday.Mr*.
    pub(super) fn last_part(self, text: &[u8]) -> Self {
        let inner = self.bytes(text).iter().rposition(|byte| *byte == b'.');
        Self { start: self.start + inner.map_or(0, |stop| stop + 1), end: self.end }
    }

    /// Whether no blank stands between it and a stop at `stop`.
    pub(super) fn touches(self, stop: usize) -> bool {
        self.start < self.end && self.end == stop
    }

    pub(super) fn is_capitalised(self, text: &[u8]) -> bool {
        text.get(self.start).is_some_and(u8::is_ascii_uppercase)
    }

    /// Whether it is two capitals or more and nothing else.
    pub(super) fn is_shouted(self, text: &[u8]) -> bool {
        let bytes = self.bytes(text);
        bytes.len() > 1 && bytes.iter().all(u8::is_ascii_uppercase)
    }

    /// A number of an item (*3*, *2.1*), a letter, or a small Roman number.
    pub(super) fn is_enumerator(self, text: &[u8]) -> bool {
        const LONGEST: usize = 6;
        match self.bytes(text) {
            [letter] if letter.is_ascii_alphanumeric() => true,
            [] => false,
            long if long.len() > LONGEST => false,
            [b'0'..=b'9', rest @ ..] => {
                rest.len() < 3 && rest.iter().all(u8::is_ascii_digit)
                    || rest.contains(&b'.') && rest.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'.'))
            }
            roman => {
                roman.iter().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
                    || roman.iter().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
            }
        }
    }

    /// Whether the word before it begins with a capital: *Albert I*, not *you and I*.
    pub(super) fn follows_capitalised(self, text: &[u8]) -> bool {
        let Some(blank) = self.start.checked_sub(1) else { return false };
        if !matches!(text.get(blank), Some(b' ' | b'\n')) {
            return false;
        }
        let end = if blank > 0 && text.get(blank - 1) == Some(&b'.') { blank - 1 } else { blank };
        Self::before(text, end).is_capitalised(text)
    }

    /// Its readings as an abbreviation: with the stop at its end, if it touches it.
    pub(super) fn abbreviation(self, text: &[u8], lexicon: &Lexicon) -> Classes {
        let stop = usize::from(text.get(self.end) == Some(&b'.'));
        lexicon.entry(lexicon.find(Key::new(text, self.start, self.end + stop - self.start))).classes
    }

    /// Whether a number stands before it: *6 ft*.
    pub(super) fn follows_number(self, text: &[u8]) -> bool {
        self.start >= 2
            && text.get(self.start - 1) == Some(&b' ')
            && text.get(self.start - 2).is_some_and(u8::is_ascii_digit)
    }
}

/// Letters, digits, stops and apostrophes, and what lies beyond ASCII but for white space and marks.
#[inline]
fn is_word_byte(text: &[u8], at: usize) -> bool {
    match text.get(at) {
        Some(byte) if byte.is_ascii() => is(*byte, WORD),
        Some(0x80..=0xBF) => !is_wide_punctuation(text, at),
        Some(0xC2..=0xDF) => true,
        _ => false,
    }
}

/// Whether the last byte of a character, at `at`, is that of a no-break space, a guillemet, or of
/// anything in three bytes.
fn is_wide_punctuation(text: &[u8], at: usize) -> bool {
    match (at.checked_sub(1).and_then(|before| text.get(before)), text.get(at)) {
        (Some(0xC2), Some(byte)) => *byte != 0xB0,
        (Some(0xC3..=0xDF), _) => false,
        _ => true,
    }
}

/// What a sentence would begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    Capital,
    Small,
    /// A digit or a sign of money.
    Digit,
    /// A dash or bullet.
    Dash,
    /// A dash and a small letter: what follows is inserted.
    SmallAfterDash,
    /// What begins no sentence: a comma, `&`.
    Middle,
    /// A letter of a script without capitals, the address of a page, or another sign.
    Other,
    /// The text ends.
    End,
}

/// What follows a stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next {
    /// The first byte after opening marks and brackets.
    pub(super) at: usize,
    pub(super) opening: Opening,
    /// A quotation mark opens before it.
    pub(super) opens_quote: bool,
    /// A bracket opens before it.
    pub(super) opens_bracket: bool,
}

impl Next {
    /// Most opening marks that are looked through.
    const MARKS: usize = 4;

    pub(super) fn read(text: &[u8], mut at: usize) -> Self {
        let (mut opens_quote, mut opens_bracket) = (false, false);
        for _ in 0..Self::MARKS {
            if !is_at(text, at, OPENING) {
                break;
            }
            let (length, quote) = opening_length(text, at);
            if length == 0 {
                break;
            }
            opens_quote |= quote;
            opens_bracket |= !quote;
            at += length;
        }
        Self { at, opening: opening(text, at), opens_quote, opens_bracket }
    }

    /// Whether a capital with a stop stands there: *A. Hill*.
    pub(super) fn is_initial(self, text: &[u8]) -> bool {
        matches!(text.get(self.at..self.at + 2), Some([letter, b'.']) if letter.is_ascii_uppercase())
    }

    /// Whether a number in Roman capitals stands there: *Vol. II*.
    pub(super) fn is_roman(self, text: &[u8]) -> bool {
        let length = word_length(text, self.at);
        let word = text.get(self.at..self.at + length).unwrap_or_default();
        length > 0 && word.iter().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'))
    }

    /// Whether *I* stands there.
    pub(super) fn is_pronoun_i(self, text: &[u8]) -> bool {
        text.get(self.at) == Some(&b'I') && word_length(text, self.at) == 1
    }

    /// Whether a word of capitals only stands there: *EST*.
    pub(super) fn is_shouted(self, text: &[u8]) -> bool {
        let length = word_length(text, self.at);
        Word { start: self.at, end: self.at + length }.is_shouted(text)
    }

    /// The readings of the word there.
    pub(super) fn classes(self, text: &[u8], lexicon: &Lexicon) -> Classes {
        let length = word_length(text, self.at);
        lexicon.entry(lexicon.find(Key::new(text, self.at, length))).classes
    }
}

fn opening(text: &[u8], at: usize) -> Opening {
    match text.get(at) {
        None => Opening::End,
        Some(byte) if byte.is_ascii_uppercase() => Opening::Capital,
        Some(b'h') if text.get(at..).is_some_and(|rest| rest.starts_with(b"http")) => Opening::Other,
        Some(byte) if byte.is_ascii_lowercase() => Opening::Small,
        Some(byte) if byte.is_ascii_digit() => Opening::Digit,
        Some(b'$' | b'#') => Opening::Digit,
        Some(b',' | b';' | b'&' | b'/' | b'=' | b'%' | b'|' | b':') => Opening::Middle,
        Some(b'.') if !matches!(text.get(at + 1..), Some([b'.', ..] | [b' ', b'.', ..])) => Opening::Middle,
        Some(b'-') => after_dash(text, at),
        Some(0xE2) if matches!(text.get(at + 2), Some(0x92..=0x95)) && text.get(at + 1) == Some(&0x80) => {
            after_dash(text, at + 2)
        }
        Some(0xC3..=0xDF) => wide_opening(text, at),
        Some(_) => Opening::Other,
    }
}

/// What stands after the dash whose last byte is at `at`.
fn after_dash(text: &[u8], mut at: usize) -> Opening {
    at += 1;
    at += usize::from(text.get(at) == Some(&b'-'));
    at += usize::from(text.get(at) == Some(&b' '));
    if text.get(at).is_some_and(u8::is_ascii_lowercase) { Opening::SmallAfterDash } else { Opening::Dash }
}

/// Latin, Greek and Cyrillic letters have a case; others do not.
fn wide_opening(text: &[u8], at: usize) -> Opening {
    let letter = text.get(at..at + 2).and_then(|two| std::str::from_utf8(two).ok()?.chars().next());
    match letter {
        Some(letter) if letter.is_uppercase() => Opening::Capital,
        Some(letter) if letter.is_lowercase() => Opening::Small,
        _ => Opening::Other,
    }
}

/// The length of the word at `at`, an apostrophe and what follows it left out.
pub(super) fn word_length(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.iter()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphabetic() || matches!(byte, 0x80..=0xDF))
        .count()
}

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
pub(super) fn has_no_verb(text: &[u8], end: usize, lexicon: &Lexicon) -> bool {
    const REACH: usize = 64;
    let from = end.saturating_sub(REACH);
    let before = text.get(from..end).unwrap_or_default();
    let ends = |pair: &[u8]| matches!(pair, [b'\n', _] | [b'.' | b'!' | b'?' | b':', b' ']);
    let start = match before.windows(2).rposition(ends) {
        Some(stop) => stop + 1,
        None if from == 0 => 0,
        None => return false,
    };
    let outside_marks = before.get(start..).unwrap_or_default().split(|byte| *byte == b'"').step_by(2);
    outside_marks.flat_map(|part| part.split(|byte| !byte.is_ascii_alphabetic())).all(|word| {
        let classes = lexicon.classes_of(word);
        !classes.any(Classes::FINITE.with(Classes::AUXILIARY))
    })
}

/// Whether a bracket opens a short way before `at` and does not close.
pub(super) fn is_in_brackets(text: &[u8], at: usize) -> bool {
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
            b'\n' => return false,
            _ => {}
        }
    }
    false
}
