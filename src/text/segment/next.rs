//! What follows a stop.
//!
//! In: the first byte after the white space. Out: what a sentence would begin with there.

use crate::lexicon::{Classes, Key, Lexicon};

use super::bytes::{OPENING, is_at};
use super::stop::opening_length;
use super::word::{LONGEST, Word};

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

    /// Whether a capital stands there that names a figure or plate: *Fig. A and*, not *A man came*.
    pub(super) fn is_letter(self, text: &[u8], lexicon: &Lexicon) -> bool {
        const GOES_ON: Classes = Classes::COORDINATOR.with(Classes::FINITE).with(Classes::AUXILIARY);
        let capital = text.get(self.at).is_some_and(u8::is_ascii_uppercase);
        if !capital || word_length(text, self.at) != 1 || self.is_pronoun_i(text) {
            return false;
        }
        if text.get(self.at) != Some(&b'A') {
            return !matches!(text.get(self.at + 1), Some(b'.' | b'\''));
        }
        let at = self.at + 2;
        match text.get(self.at + 1) {
            Some(b' ') => {
                lexicon.entry(lexicon.find(Key::new(text, at, word_length(text, at)))).classes.any(GOES_ON)
            }
            Some(b',' | b')' | b';') => true,
            _ => false,
        }
    }

    /// Whether a given name or a word that no list has stands there.
    pub(super) fn is_name(self, text: &[u8], lexicon: &Lexicon) -> bool {
        let word = lexicon.find(Key::new(text, self.at, word_length(text, self.at)));
        word == 0 || lexicon.entry(word).classes.any(Classes::GIVEN)
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
