//! The word before a stop.
//!
//! In: the place of the stop. Out: the word that ends there, and what can be said of it.

use crate::lexicon::{Classes, Key, Lexicon};

use super::bytes::{WORD, is};

/// Longer words are no abbreviations.
pub(super) const LONGEST: usize = 24;

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
