//! The words around a stop.
//!
//! In: a place in the text. Out: the word that ends there, or what begins there.

use crate::lexicon::{Classes, Key, Lexicon};

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
    /// The word that ends at `end`.
    pub(super) fn before(text: &[u8], end: usize) -> Self {
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

    pub(super) fn is_capitalised(self, text: &[u8]) -> bool {
        text.get(self.start).is_some_and(u8::is_ascii_uppercase)
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

    /// Its readings as an abbreviation, the stop at its end included.
    pub(super) fn abbreviation(self, text: &[u8], lexicon: &Lexicon) -> Classes {
        lexicon.entry(lexicon.find(Key::new(text, self.start, self.end + 1 - self.start))).classes
    }
}

/// Letters, digits, stops and apostrophes, and what lies beyond ASCII but for white space and marks.
fn is_word_byte(text: &[u8], at: usize) -> bool {
    match text.get(at) {
        Some(byte) if byte.is_ascii_alphanumeric() => true,
        Some(b'.' | b'\'' | b'&') => true,
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
    /// A letter of a script without capitals, or another sign.
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

    /// Whether a word of capitals only stands there: *EST*.
    pub(super) fn is_shouted(self, text: &[u8]) -> bool {
        let length = word_length(text, self.at);
        let word = text.get(self.at..self.at + length).unwrap_or_default();
        length > 1 && word.iter().all(u8::is_ascii_uppercase)
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
        Some(byte) if byte.is_ascii_lowercase() => Opening::Small,
        Some(byte) if byte.is_ascii_digit() => Opening::Digit,
        Some(b'$' | b'#') => Opening::Digit,
        Some(b',' | b';' | b'&' | b'/' | b'=' | b'%' | b'|' | b':') => Opening::Middle,
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

/// Whether a sentence begins at `at`: only opening marks and white space stand between it and the
/// start of its line or a stop before.
pub(super) fn is_sentence_start(text: &[u8], at: usize) -> bool {
    const REACH: usize = 6;
    let before = text.get(..at).unwrap_or_default();
    let mut blank = false;
    for byte in before.iter().rev().take(REACH) {
        match byte {
            b' ' | b'\t' => blank = true,
            b'(' | b'*' | b'_' | b'"' | b'\'' | 0x80..=0xBF | 0xE2 => {}
            b'\n' | b'\r' => return true,
            b'.' | b'!' | b'?' | b':' | b';' => return blank,
            _ => return false,
        }
    }
    before.len() <= REACH
}

/// Whether the sentence that reaches to `end` has only begun, with a preposition: *At 5 a.m.*
pub(super) fn starts_with_preposition(text: &[u8], end: usize, lexicon: &Lexicon) -> bool {
    const REACH: usize = 16;
    let mut at = end;
    while at > 0 && end - at < REACH {
        at -= 1;
        if text.get(at).is_some_and(u8::is_ascii_uppercase) {
            let classes = lexicon.entry(lexicon.find(Key::new(text, at, word_length(text, at)))).classes;
            return classes.any(Classes::PREPOSITION) && is_sentence_start(text, at);
        }
    }
    false
}
