//! Finds the bytes at which a sentence can end.
//!
//! In: the text and where to start. Out: the next stop or line break.

use super::stop::wide_stop_length;

/// What a byte can be, as bits.
const CANDIDATE: u8 = 1;
/// Begins a character beyond ASCII that may be a candidate.
const LEAD: u8 = 2;
/// A bracket or the lead of a bullet: a candidate inside lists.
const LIST: u8 = 4;

const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let candidates = *b".!?\n\r\x0C";
    let mut at = 0;
    while at < candidates.len() {
        kinds[candidates[at] as usize] = CANDIDATE;
        at += 1;
    }
    let mut byte = 0xE0;
    while byte <= 0xEF {
        kinds[byte] = LEAD;
        byte += 1;
    }
    kinds[0xC2] = LEAD | LIST;
    kinds[0xD6] = LEAD;
    kinds[0xD8] = LEAD;
    kinds[0xDB] = LEAD;
    kinds[0xE2] = LEAD | LIST;
    kinds[b')' as usize] = LIST;
    kinds[b'*' as usize] = LIST;
    kinds[b'-' as usize] = LIST;
    kinds[b'+' as usize] = LIST;
    kinds
};

/// The next place at or after `at` where a sentence can end.
pub(super) fn find_candidate(text: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let rest = text.get(at..)?;
        let hit = at + rest.iter().position(|byte| KINDS[usize::from(*byte)] & (CANDIDATE | LEAD) != 0)?;
        if is_candidate(text, hit) {
            return Some(hit);
        }
        at = hit + 1;
    }
}

/// The same, and brackets and bullets, at which a list item can begin.
pub(super) fn find_list_candidate(text: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let rest = text.get(at..)?;
        let hit = at + rest.iter().position(|byte| KINDS[usize::from(*byte)] != 0)?;
        if is_candidate(text, hit) || is_only_list_candidate(text, hit) {
            return Some(hit);
        }
        at = hit + 1;
    }
}

/// Whether the byte at `at` matters inside lists only.
pub(super) fn is_only_list_candidate(text: &[u8], at: usize) -> bool {
    text.get(at).is_some_and(|byte| KINDS[usize::from(*byte)] & LIST != 0) && !is_candidate(text, at)
}

fn is_candidate(text: &[u8], at: usize) -> bool {
    match text.get(at..).unwrap_or_default() {
        [0xE2, 0x80, 0xA6 | 0xA8 | 0xA9, ..] | [0xC2, 0x85, ..] => true,
        [byte, ..] if KINDS[usize::from(*byte)] & CANDIDATE != 0 => true,
        _ => wide_stop_length(text, at) > 0,
    }
}
