//! White space and line breaks as bytes.
//!
//! In: a place in the text. Out: where white space ends, and what kind of break lies in it.

/// The length of the white space character at `at`; 0 where there is none. A byte order mark counts as
/// white space: it belongs to no sentence.
#[inline]
pub(crate) fn space_length(text: &[u8], at: usize) -> usize {
    match text.get(at) {
        Some(b' ' | b'\n' | b'\t' | b'\r' | 0x0B | 0x0C) => 1,
        Some(&byte) if byte >= 0xC2 => wide_space_length(text, at),
        _ => 0,
    }
}

/// White space beyond ASCII: next line, no-break, ogham, the spaces of the block U+2000, line and
/// paragraph separators, ideographic; and the byte order mark.
fn wide_space_length(text: &[u8], at: usize) -> usize {
    match (text.get(at), text.get(at + 1), text.get(at + 2)) {
        (Some(0xC2), Some(0x85 | 0xA0), _) => 2,
        (Some(0xE1), Some(0x9A), Some(0x80)) => 3,
        (Some(0xE2), Some(0x80), Some(0x80..=0x8A | 0xA8 | 0xA9 | 0xAF)) => 3,
        (Some(0xE2), Some(0x81), Some(0x9F)) => 3,
        (Some(0xE3), Some(0x80), Some(0x80)) => 3,
        (Some(0xEF), Some(0xBB), Some(0xBF)) => 3,
        _ => 0,
    }
}

/// The first byte at or after `at` that is no white space.
#[inline]
pub(crate) fn skip_space(text: &[u8], mut at: usize) -> usize {
    loop {
        match space_length(text, at) {
            0 => return at,
            length => at += length,
        }
    }
}

/// `end` without the white space before it, but not before `start`.
pub(crate) fn trim_end(text: &[u8], start: usize, mut end: usize) -> usize {
    loop {
        let length =
            (1..=3).find(|&length| end >= start + length && space_length(text, end - length) == length);
        match length {
            Some(length) => end -= length,
            None => return end,
        }
    }
}

/// White space between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    /// The first byte after it; in front of a paragraph break, of the first line break.
    pub(crate) next: usize,
    /// The strongest break in it.
    pub(crate) strength: Break,
}

/// How strongly white space divides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Break {
    /// Nothing stands between.
    None,
    /// Blanks in a line.
    Space,
    /// One line break.
    Line,
    /// An empty line, a form feed, a paragraph separator.
    Paragraph,
}

/// The white space at `at`. A byte that is read is not read again by a caller that goes on at `next`
/// or trims from there.
#[inline(always)]
pub(crate) fn gap(text: &[u8], at: usize) -> Gap {
    match (text.get(at), text.get(at + 1)) {
        (Some(b' '), Some(byte)) if is_ink(*byte) => Gap { next: at + 1, strength: Break::Space },
        (Some(byte), _) if is_ink(*byte) => Gap { next: at, strength: Break::None },
        (Some(b'\n'), Some(byte)) if is_ink(*byte) => Gap { next: at + 1, strength: Break::Line },
        (Some(b'\n'), Some(b'\n')) if text.get(at + 2).copied().is_some_and(is_ink) => {
            Gap { next: at + 2, strength: Break::Paragraph }
        }
        _ => long_gap(text, at),
    }
}

/// Whether a byte surely begins no white space.
#[inline]
fn is_ink(byte: u8) -> bool {
    byte > b' ' && byte < 0xC2
}

#[inline(never)]
fn long_gap(text: &[u8], start: usize) -> Gap {
    let mut at = start;
    let mut lines = 0_usize;
    let mut paragraph = false;
    loop {
        let length = space_length(text, at);
        match text.get(at..at + length) {
            None | Some([]) => break,
            Some(b"\n" | [0xC2, 0x85] | [0xE2, 0x80, 0xA8]) => lines += 1,
            Some(b"\r") if text.get(at + 1) != Some(&b'\n') => lines += 1,
            Some([0x0C] | [0xE2, 0x80, 0xA9]) => paragraph = true,
            _ => {}
        }
        at += length;
    }
    let strength = match lines {
        _ if paragraph => Break::Paragraph,
        0 if at == start => Break::None,
        0 => Break::Space,
        1 => Break::Line,
        _ => Break::Paragraph,
    };
    Gap { next: at, strength }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_of_every_width_is_skipped() {
        let text = "a \u{A0}\u{3000}\u{FEFF}\r\n\u{2009}b".as_bytes();
        assert_eq!(text.get(skip_space(text, 1)), Some(&b'b'));
        assert_eq!(trim_end(text, 0, text.len() - 1), 1);
    }

    #[test]
    fn a_gap_is_the_same_without_its_short_cut() {
        let pieces =
            [" ", "\n", "\r", "\t", "\u{A0}", "\u{C}", "a", "\u{E9}", "\u{3000}", "\u{2029}", ".", ""];
        for one in pieces {
            for two in pieces {
                for three in pieces {
                    let text = format!("{one}{two}{three}b");
                    assert_eq!(gap(text.as_bytes(), 0), long_gap(text.as_bytes(), 0), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn a_gap_knows_its_strongest_break() {
        for (text, strength) in [
            ("b", Break::None),
            (" b", Break::Space),
            ("\u{A0} b", Break::Space),
            (" \r\n  b", Break::Line),
            ("\rb", Break::Line),
            ("\n \n\nb", Break::Paragraph),
            ("\r\n\r\nb", Break::Paragraph),
            (" \u{0C}b", Break::Paragraph),
        ] {
            assert_eq!(gap(text.as_bytes(), 0), Gap { next: text.len() - 1, strength }, "{text:?}");
        }
    }
}
