//! How far a word reaches where it is more than a run of plain letters.

use crate::base::steps;
use crate::lexicon::{Classes, Key, Lexicon, WordId};

use super::token::Shape;

/// The bytes of `’` (U+2019), the curly apostrophe.
const CURLY: [u8; 3] = [0xE2, 0x80, 0x99];

/// The bytes of `‘` (U+2018), which editors set for an apostrophe by mistake.
const CURLY_OPEN: [u8; 3] = [0xE2, 0x80, 0x98];

/// The length of the apostrophe at `at`, 0 where none stands there.
#[inline]
pub(super) fn apostrophe(text: &[u8], at: usize) -> usize {
    match text.get(at) {
        Some(b'\'') => 1,
        Some(0xE2) if text.get(at..at + 3) == Some(&CURLY) => 3,
        _ => 0,
    }
}

/// The character that begins at `at`; `None` at the end and inside of a character.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Whether a letter or digit of any script begins at `at`.
pub(super) fn alphanumeric_at(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => char_at(text, at).is_some_and(char::is_alphanumeric),
        None => false,
    }
}

/// Combining marks and joiners belong to the letter before.
fn continues_word(char: char) -> bool {
    char.is_alphanumeric()
        || matches!(char, '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' | '\u{AD}' | '\u{FE0F}')
}

/// The length of the second half, at `at`, of a letter whose two bytes somebody read as two characters: *Zoë*
/// has come as *ZoÃ«*, and the second of these is no letter.
fn misread_length(text: &str, first: char, at: usize) -> usize {
    let second = if matches!(first, 'Ã' | 'Ä' | 'Å') { char_at(text, at) } else { None };
    second.filter(|char| matches!(char, '\u{A1}'..='\u{BF}')).map_or(0, char::len_utf8)
}

/// The end of a run of letters and digits of any script.
pub(super) fn letters_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        match bytes.get(at) {
            Some(byte) if byte.is_ascii() => {
                if !byte.is_ascii_alphanumeric() && *byte != b'_' {
                    return at;
                }
                at += 1;
            }
            Some(_) => match char_at(text, at) {
                Some(char) if continues_word(char) => {
                    at += char.len_utf8() + misread_length(text, char, at + char.len_utf8());
                }
                _ => return at,
            },
            None => return at,
        }
    }
}

/// The endings that are words of their own, without their apostrophe.
fn is_clitic(letters: &[u8]) -> bool {
    matches!(letters, b"s" | b"S" | b"d" | b"D" | b"m" | b"M" | b"ll" | b"LL" | b"re" | b"RE" | b"ve" | b"VE")
}

/// What a word turned out to be.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reach {
    pub(super) end: usize,
    /// An apostrophe stands inside: the key needs it straight.
    pub(super) apostrophe: bool,
    /// Where the last part begins, of a word with hyphens.
    pub(super) last_part: usize,
    pub(super) shape: Shape,
}

/// How far the word that begins at `start`, and is letters up to `end`, reaches.
pub(super) fn reach(text: &str, start: usize, end: usize) -> Reach {
    let bytes = text.as_bytes();
    let mut reach = Reach { end, ..Reach::default() };
    loop {
        let at = letters_end(text, reach.end);
        steps::add(at + 1 - reach.end);
        reach.end = at;
        match bytes.get(at) {
            Some(b'-') if alphanumeric_at(text, at + 1) => {
                reach.end = at + 1;
                reach.last_part = at + 1;
                reach.shape = reach.shape.with(Shape::HYPHENATED);
            }
            Some(b'.' | b'@') if joins(bytes, at) => reach.end = at + 1,
            // AT&T, R&D
            Some(b'&')
                if alphanumeric_at(text, at + 1)
                    && (at == start + 1 || bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase)) =>
            {
                reach.end = at + 1;
            }
            _ => {
                let mark = apostrophe(bytes, at);
                if mark == 0 || !alphanumeric_at(text, at + mark) {
                    return reach;
                }
                let after = letters_end(text, at + mark);
                if is_clitic(bytes.get(at + mark..after).unwrap_or(&[])) {
                    return reach;
                }
                reach.apostrophe = true;
                reach.end = at + mark;
            }
        }
    }
}

/// Whether a stop or at-sign stands between letters or digits, as in addresses and file names.
fn joins(bytes: &[u8], at: usize) -> bool {
    let after = bytes.get(at + 1).is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let before = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
    after && before && bytes.get(at + 2).is_some_and(|byte| *byte != b'.')
}

/// The end of letters with a stop each (*U.S., a.m., Ph.D.*) that begin at `start`, where two or more have
/// one.
pub(super) fn initials_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    let mut groups = 0;
    loop {
        let letters = bytes[at..].iter().take(3).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let limit = if groups == 0 { 2 } else { 1 };
        if letters == 0 || letters > limit || bytes.get(at + letters) != Some(&b'.') {
            break;
        }
        groups += 1;
        at += letters + 1;
    }
    (groups >= 2).then_some(at)
}

/// The entry of a word with an apostrophe inside, its apostrophes straight for the look-up.
pub(super) fn find_straight(bytes: &[u8], lexicon: &Lexicon) -> WordId {
    let mut straight = [0; 24];
    let (mut from, mut to) = (0, 0);
    while from < bytes.len() && to < straight.len() {
        let mark = apostrophe(bytes, from);
        straight[to] = if mark > 0 { b'\'' } else { bytes[from] };
        from += mark.max(1);
        to += 1;
    }
    if from < bytes.len() { 0 } else { lexicon.find(Key::of(&straight[..to])) }
}

/// The length of an elided word at an apostrophe (*'tis, 'em, '90s*), apostrophe included, and its entry.
/// The lexicon lists elided words with their apostrophe; capitals after the first letter rule one out.
pub(super) fn elision(text: &str, at: usize, lexicon: &Lexicon) -> Option<(usize, WordId)> {
    let bytes = text.as_bytes();
    let mark = match apostrophe(bytes, at) {
        0 if bytes.get(at..at + 3) == Some(&CURLY_OPEN) => 3,
        0 => return None,
        mark => mark,
    };
    let end = letters_end(text, at + mark);
    let letters = bytes.get(at + mark..end)?;
    let digits = letters.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let decade = digits == 2 && letters.get(2..) == Some(b"s");
    let year = digits == 2 && letters.len() == 2 && apostrophe(bytes, end) == 0;
    if decade || year {
        return Some((end - at, 0));
    }
    if letters.len() < 2 || letters.len() > 12 || letters[1..].iter().any(u8::is_ascii_uppercase) {
        return None;
    }
    let mut word = [b'\''; 13];
    word[1..=letters.len()].copy_from_slice(letters);
    let id = lexicon.find(Key::of(&word[..=letters.len()]));
    // 'll and 're are endings, never the beginning of a word
    let ending = letters.len() < 3 && lexicon.entry(id).classes.any(Classes::AUXILIARY);
    (id != 0 && !ending).then_some((end - at, id))
}

/// The word that an apostrophe at `at` opens behind a mark that opens, whatever letters it lacks: *‘’Ere you are*. Its
/// end, and its entry as listed, with the *h* that is mostly dropped, or without its apostrophe.
pub(super) fn opened_elision(text: &str, at: usize, lexicon: &Lexicon) -> (usize, WordId) {
    if let Some((length, word)) = elision(text, at, lexicon) {
        return (at + length, word);
    }
    let start = at + apostrophe(text.as_bytes(), at);
    let end = reach(text, start, start).end;
    let letters = text.as_bytes().get(start..end).unwrap_or_default();
    let mut aspirated = [b'h'; 13];
    if let Some(room) = aspirated.get_mut(1..=letters.len()) {
        room.copy_from_slice(letters);
        let word = lexicon.find(Key::of(&aspirated[..=letters.len()]));
        if word != 0 {
            return (end, word);
        }
    }
    (end, lexicon.find(Key::of(letters)))
}
