//! Which words of a turn are spoken: its paragraphs, without stage directions.

use crate::base::few::Few;
use crate::base::span::Span;
use crate::text::layout::paragraphs;

/// What is said from `start` to `end`, a span a paragraph.
pub(super) fn words(text: &str, start: usize, end: usize, wrapped: bool) -> Few<Span> {
    let mut content = Few::default();
    let Some(own) = text.get(start..end) else { return content };
    for range in paragraphs(own, wrapped) {
        let (first, last) = without_asides(&own[range.clone()]);
        if first < last {
            content.push(Span::new(start + range.start + first, start + range.start + last));
        }
    }
    content
}

/// Where the first paragraph with words behind `start` ends.
pub(super) fn end_of_first(text: &str, start: usize, wrapped: bool) -> usize {
    let rest = text.get(start..).unwrap_or("");
    let spoken = paragraphs(rest, wrapped).find(|range| {
        let (first, last) = without_asides(&rest[range.clone()]);
        first < last
    });
    spoken.map_or(text.len(), |range| start + range.end)
}

/// The words up to the end of their line.
pub(super) fn first_line(text: &str, start: usize) -> &str {
    let rest = text.get(start..).unwrap_or("");
    rest.split(['\n', '\r']).next().unwrap_or("")
}

/// The first bytes from `start` on, no more than `most` and not beyond `end`.
pub(super) fn opening(text: &str, start: usize, end: usize, most: usize) -> &str {
    let mut last = end.min(start + most).max(start);
    while !text.is_char_boundary(last) {
        last -= 1;
    }
    text.get(start..last).unwrap_or("")
}

/// From where to where words are spoken: brackets at their ends are stage directions.
fn without_asides(words: &str) -> (usize, usize) {
    let (mut first, mut last) = (0, words.trim_end().len());
    loop {
        first += words[first..last].len() - words[first..last].trim_start().len();
        let opens = words[first..last].chars().next().filter(|open| matches!(open, '(' | '['));
        let close = opens.and_then(|open| words[first..last].find(if open == '(' { ')' } else { ']' }));
        match close {
            Some(close) => first += close + 1,
            None => break,
        }
    }
    loop {
        last = first + words[first..last].trim_end().len();
        let closes = words[first..last].chars().next_back().filter(|close| matches!(close, ')' | ']'));
        let open = closes.and_then(|close| words[first..last].rfind(if close == ')' { '(' } else { '[' }));
        // a bracket behind the words of a sentence is part of them unless the sentence is over
        let over = |open: usize| {
            words[first..first + open].trim_end().ends_with(['.', '?', '!', '…', '—', '-', ']', ')'])
                || open == 0
        };
        match open.filter(|open| over(*open)) {
            Some(open) => last = first + open,
            None => break,
        }
    }
    (first, last)
}
