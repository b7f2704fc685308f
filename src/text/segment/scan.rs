//! Finds the bytes at which a sentence can end.
//!
//! In: the text and where to start. Out: the next stop or line break.

use crate::base::steps;

use super::bytes::{CANDIDATE, LEAD, LIST, is, is_at};
use super::stop::{broken_off_length, wide_stop_length};

/// Bytes that are looked at together: the compiler makes a few vector instructions of a block.
const BLOCK: usize = 32;

/// The next place at or after `at` where a sentence can end.
pub(super) fn find_candidate(text: &[u8], mut at: usize) -> Option<usize> {
    loop {
        // Characters beyond ASCII come in rows.
        let hit = match text.get(at) {
            Some(0x80..) => at,
            _ => find_suspect(text, at)?,
        };
        steps::add(hit + 1 - at);
        if is_candidate(text, hit) {
            return Some(hit);
        }
        at = hit + 1;
        while text.get(at).is_some_and(|byte| byte & 0xC0 == 0x80) {
            at += 1;
        }
    }
}

/// The next stop, control character or byte beyond ASCII.
#[inline]
fn find_suspect(text: &[u8], mut at: usize) -> Option<usize> {
    while let Some(block) = text.get(at..at + BLOCK) {
        if block.iter().fold(false, |found, byte| found | is_suspect(*byte)) {
            return Some(at + first_suspect(block));
        }
        at += BLOCK;
    }
    let rest = text.get(at..)?;
    rest.iter().position(|byte| is_suspect(*byte)).map(|place| at + place)
}

#[inline]
fn is_suspect(byte: u8) -> bool {
    !(b' '..0x80).contains(&byte) | (byte == b'.') | (byte == b'!') | (byte == b'?') | (byte == b'-')
}

/// The place of the first suspect in a block that has one, eight bytes at a time.
#[inline]
fn first_suspect(block: &[u8]) -> usize {
    let mut place = 0;
    for eight in block.chunks_exact(8) {
        let word = u64::from_le_bytes(eight.try_into().unwrap_or_default());
        let suspects = suspects_of(word);
        if suspects != 0 {
            return place + (suspects.trailing_zeros() / 8) as usize;
        }
        place += 8;
    }
    place
}

/// The high bit of each byte that is a suspect; bytes above the lowest one may be wrong.
#[inline]
fn suspects_of(word: u64) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES * 0x80;
    let zero_bytes = |word: u64| word.wrapping_sub(ONES) & !word;
    let equal = |byte: u8| zero_bytes(word ^ (ONES * u64::from(byte)));
    let control = word.wrapping_sub(ONES * u64::from(b' ')) & !word;
    (control | word | equal(b'.') | equal(b'!') | equal(b'?') | equal(b'-')) & HIGH
}

/// The same, and brackets and bullets, at which a list item can begin.
pub(super) fn find_list_candidate(text: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let rest = text.get(at..)?;
        let hit = at + rest.iter().position(|byte| is(*byte, CANDIDATE | LEAD | LIST))?;
        steps::add(hit + 1 - at);
        if is_candidate(text, hit) || is_only_list_candidate(text, hit) {
            return Some(hit);
        }
        at = hit + 1;
    }
}

/// Whether the byte at `at` matters inside lists only.
pub(super) fn is_only_list_candidate(text: &[u8], at: usize) -> bool {
    is_at(text, at, LIST) && !is_candidate(text, at)
}

#[inline]
fn is_candidate(text: &[u8], at: usize) -> bool {
    if is_at(text, at, CANDIDATE) {
        return true;
    }
    if text.get(at) == Some(&b'-') {
        return broken_off_length(text, at) > 0;
    }
    is_at(text, at, LEAD) && is_wide_candidate(text, at)
}

fn is_wide_candidate(text: &[u8], at: usize) -> bool {
    match text.get(at..).unwrap_or_default() {
        [0xE2, 0x80, 0x94, ..] => broken_off_length(text, at) > 0,
        [0xE2, 0x80, last, ..] => matches!(last, 0xA6 | 0xA8 | 0xA9 | 0xBC | 0xBD),
        [0xC2, last, ..] => *last == 0x85,
        _ => wide_stop_length(text, at) > 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every byte in its turn.
    fn find_candidate_slowly(text: &[u8], at: usize) -> Option<usize> {
        (at..text.len()).find(|at| {
            let character =
                std::str::from_utf8(&text[*at..]).is_ok_and(|rest| rest.starts_with(is_stop_or_break));
            character || broken_off_length(text, *at) > 0
        })
    }

    fn is_stop_or_break(letter: char) -> bool {
        matches!(
            letter,
            '.' | '!'
                | '?'
                | '\n'
                | '\r'
                | '\u{C}'
                | '\u{85}'
                | '\u{2026}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{FF0E}'
        ) || crate::text::segment::terminators::is_terminator(letter)
    }

    fn text() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "a",
            "word ",
            "longer words without a stop ",
            ".",
            "!",
            "?",
            "\n",
            "\r",
            "\t",
            "\u{C}",
            "-",
            "--\" ",
            "--",
            "\u{2014}\u{201D}",
            "\u{2014}",
            "\u{201C}",
            "\u{2026}",
            "\u{3002}",
            "\u{E9}",
            "\u{A0}",
            "\u{85}",
            "\u{964}",
            "\u{65E5}",
            "\u{1F600}",
            "\u{61F}",
            "\u{11047}",
            "/",
            "@",
            "\u{7F}",
            ",",
            ">",
        ]);
        prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn reading_in_blocks_finds_what_reading_byte_by_byte_finds(text in text()) {
            let text = text.as_bytes();
            let mut at = 0;
            loop {
                let found = find_candidate(text, at);
                prop_assert_eq!(found, find_candidate_slowly(text, at));
                let Some(found) = found else { break };
                at = found + 1;
            }
        }

        #[test]
        fn eight_bytes_at_a_time_are_right_about_the_first(bytes in any::<[u8; 8]>()) {
            let suspects = suspects_of(u64::from_le_bytes(bytes));
            let first = bytes.iter().position(|byte| is_suspect(*byte));
            prop_assert_eq!((suspects != 0).then(|| suspects.trailing_zeros() as usize / 8), first);
        }
    }
}
