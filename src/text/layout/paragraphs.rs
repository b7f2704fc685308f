//! Cuts a text into paragraphs.
//!
//! In: the text and whether its lines are wrapped. Out: the ranges of its paragraphs, without the
//! white space around them.

use std::ops::Range;

use super::lines::{Break, gap, skip_space, trim_end};

/// The paragraphs of `text`: what stands between empty lines or form feeds where it is `wrapped`,
/// every line that is not empty where it is not.
pub(crate) fn paragraphs(text: &str, wrapped: bool) -> Paragraphs<'_> {
    Paragraphs { text: text.as_bytes(), at: 0, wrapped }
}

#[derive(Clone, Debug)]
pub(crate) struct Paragraphs<'t> {
    text: &'t [u8],
    at: usize,
    wrapped: bool,
}

impl Iterator for Paragraphs<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = skip_space(self.text, self.at);
        if start >= self.text.len() {
            self.at = start;
            return None;
        }
        let least = if self.wrapped { Break::Paragraph } else { Break::Line };
        let mut at = start;
        let end = loop {
            let Some(line_end) = find_line_end(self.text, at) else { break self.text.len() };
            let white = gap(self.text, line_end);
            at = white.next;
            if white.strength >= least {
                break line_end;
            }
        };
        self.at = at.max(end);
        Some(start..trim_end(self.text, start, end))
    }
}

/// The first line break or form feed at or after `at`.
fn find_line_end(text: &[u8], at: usize) -> Option<usize> {
    Some(at + memchr::memchr3(b'\n', b'\r', 0x0C, text.get(at..)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, wrapped: bool) -> Vec<&str> {
        paragraphs(text, wrapped).map(|range| &text[range]).collect()
    }

    #[test]
    fn wrapped_paragraphs_end_at_empty_lines_and_form_feeds() {
        let text = "\u{FEFF}\r\nOne\r\ntwo. \r\n \r\nThree\nfour\u{0C}\u{A0}five\u{3000}\nsix";
        assert_eq!(cut(text, true), ["One\r\ntwo.", "Three\nfour", "five\u{3000}\nsix"]);
    }

    #[test]
    fn unwrapped_every_line_is_a_paragraph() {
        assert_eq!(cut(" One\rtwo. \r\n\t\nThree\n", false), ["One", "two.", "Three"]);
        assert_eq!(cut(" \n\u{3000}\n", false), Vec::<&str>::new());
        assert_eq!(cut("", true), Vec::<&str>::new());
    }
}
