//! What a byte can be in the eyes of the segmenter: one table, so that a test is a load.
//!
//! Bytes beyond ASCII are the first of their character; what the character is has to be read then.

/// A stop or line break.
pub(super) const CANDIDATE: u8 = 1;
/// Begins a character beyond ASCII that may be a stop or line break.
pub(super) const LEAD: u8 = 2;
/// Inside lists a candidate: a bracket, a bullet.
pub(super) const LIST: u8 = 4;
/// A closing mark or bracket, or the bracket of a reference.
pub(super) const CLOSING: u8 = 8;
/// An opening mark or bracket.
pub(super) const OPENING: u8 = 16;
/// Part of a word: letters, digits, `.`, `'`, `&`.
pub(super) const WORD: u8 = 32;
/// Begins what belongs to the sentence though a blank stands before it: emoticons, references, marks.
pub(super) const TRAIL: u8 = 64;

const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        if (byte as u8).is_ascii_alphanumeric() {
            kinds[byte] |= WORD;
        }
        if byte >= 0xE0 && byte <= 0xEF {
            kinds[byte] |= LEAD;
        }
        byte += 1;
    }
    let bytes: [(&[u8], u8); 7] = [
        (b".!?\n\r\x0C", CANDIDATE),
        (&[0xC2, 0xD6, 0xD8, 0xDB, 0xDC, 0xDF, 0xF0], LEAD),
        (b")*-+\xC2\xE2", LIST),
        (b")]}\"'`[\xC2\xE2\xE3\xEF", CLOSING),
        (b"([{*_\"'`\xC2\xE2\xE3", OPENING),
        (b".'&", WORD),
        (b"[:;=^>()]}\"'\xC2\xE2", TRAIL),
    ];
    let mut row = 0;
    while row < bytes.len() {
        let mut at = 0;
        while at < bytes[row].0.len() {
            kinds[bytes[row].0[at] as usize] |= bytes[row].1;
            at += 1;
        }
        row += 1;
    }
    kinds
};

/// Whether `byte` can be one of `kinds`.
#[inline]
pub(super) fn is(byte: u8, kinds: u8) -> bool {
    KINDS[usize::from(byte)] & kinds != 0
}

/// The same of the byte at `at`; false past the end.
#[inline]
pub(super) fn is_at(text: &[u8], at: usize, kinds: u8) -> bool {
    text.get(at).is_some_and(|byte| is(*byte, kinds))
}
