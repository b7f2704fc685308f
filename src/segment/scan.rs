//! Finds the bytes at which a sentence can end.
//!
//! In: the text and where to start. Out: the next stop, line break or byte beyond ASCII that can be
//! one of these.

/// What a byte can be.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Kind {
    /// Never ends a sentence.
    Plain,
    /// A stop, a line break.
    Candidate,
    /// Begins a character that may be one.
    Lead,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Plain; 256];
    let candidates = *b".!?\n\r\x0C";
    let mut at = 0;
    while at < candidates.len() {
        kinds[candidates[at] as usize] = Kind::Candidate;
        at += 1;
    }
    // Armenian, Arabic, next line; all that takes three bytes. Four-byte scripts have stops too, but
    // emoji are far more frequent there.
    let mut byte = 0xE0;
    while byte <= 0xEF {
        kinds[byte] = Kind::Lead;
        byte += 1;
    }
    kinds[0xC2] = Kind::Lead;
    kinds[0xD6] = Kind::Lead;
    kinds[0xD8] = Kind::Lead;
    kinds[0xDB] = Kind::Lead;
    kinds
};

/// The next place at or after `at` where a sentence can end.
pub(super) fn find_candidate(text: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let rest = text.get(at..)?;
        let hit = at + rest.iter().position(|byte| KINDS[usize::from(*byte)] != Kind::Plain)?;
        if KINDS[usize::from(text[hit])] == Kind::Candidate || is_wide_candidate(text, hit) {
            return Some(hit);
        }
        at = hit + 1;
    }
}

/// Whether the character beyond ASCII at `at` is a stop or a line break.
fn is_wide_candidate(text: &[u8], at: usize) -> bool {
    match (text.get(at), text.get(at + 1), text.get(at + 2)) {
        (Some(0xE2), Some(0x80), Some(0xA6 | 0xA8 | 0xA9 | 0xBC)) => true,
        (Some(0xE2), Some(0x81), Some(0x87..=0x89)) => true,
        (Some(0xC2), Some(0x85), _) => true,
        _ => super::stop::wide_stop_length(text, at) > 0,
    }
}
