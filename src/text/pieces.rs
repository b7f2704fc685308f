//! What is read as one paragraph: a paragraph of the text, or a piece of one that is too long to be read at once.

use std::ops::Range;

use super::layout::paragraphs;

/// A paragraph longer than this is read in pieces, each as a paragraph of its own.
const LONGEST_PARAGRAPH: usize = 64 * 1024;

/// The ranges of `text` that are read as paragraphs.
pub(crate) fn ranges(text: &str, wrapped: bool) -> impl Iterator<Item = Range<usize>> + '_ {
    paragraphs(text, wrapped).flat_map(move |range| pieces(text, range))
}

/// A paragraph, or the pieces of one that is too long to be read at once, cut at white space.
fn pieces(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = range.start;
    std::iter::from_fn(move || {
        if at >= range.end {
            return None;
        }
        let start = at;
        at = if range.end - at <= LONGEST_PARAGRAPH {
            range.end
        } else {
            cut(text, at, at + LONGEST_PARAGRAPH)
        };
        Some(start..at)
    })
}

/// The last white space in the second half of `start..end`, else a character boundary near `end`.
fn cut(text: &str, start: usize, end: usize) -> usize {
    let middle = start + (end - start) / 2;
    let bytes = &text.as_bytes()[middle..end];
    match bytes.iter().rposition(u8::is_ascii_whitespace) {
        Some(space) => middle + space + 1,
        None => (middle..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(end),
    }
}
