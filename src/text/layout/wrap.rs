//! Tells whether the lines of a text are wrapped.
//!
//! In: the text. Out: whether a line break inside a paragraph is white space.
//!
//! The witnesses are the line breaks between two lines that are not empty. A break goes on where the
//! next line begins with a small letter (or a comma or stop), or one blank is left before the break, and
//! the line before does not end its sentence. Wrapped prose
//! goes on at two breaks of three; a text with a paragraph on each line hardly ever does. Lower-case
//! chats and word lists go on too, but their lines end anywhere, whereas a wrapped line is full: the
//! next word would not have fitted. Full lines are asked for as soon as there are enough of them to
//! know how long a line is.
//!
//! Where no line ends in a stop there is no prose that could be wrapped.
//!
//! The default: a text in which no break goes on, or which has no break at all, is not wrapped.
//!
//! At most 64 KiB are read: the whole of a short text, four stretches of a long one.

use std::ops::Range;

use super::lines::space_length;

const STRETCH: usize = 16 * 1024;
const STRETCHES: usize = 4;

/// With fewer breaks than this, how long a full line is cannot be known.
const FEW_BREAKS: usize = 6;

/// Line lengths at and beyond this are counted as one.
const LONGEST: usize = 255;

pub(super) fn is_wrapped(text: &[u8]) -> bool {
    if memchr::memchr(b'\n', &text[..text.len().min(STRETCH)]).is_none() && text.len() <= STRETCH {
        return false;
    }
    // most texts hold no break that goes on, and need no counting
    if !samples(text).any(|sample| lines_of(sample).any(|line| LineEnd::of(sample, line).goes_on())) {
        return false;
    }
    let mut breaks = Breaks::default();
    for sample in samples(text) {
        for line in lines_of(sample) {
            breaks.line(sample, line);
        }
    }
    breaks.are_wraps()
}

/// What is read of a text.
fn samples(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let short = text.len() <= STRETCH * STRETCHES;
    let stretches = if short { 1 } else { STRETCHES };
    let length = if short { text.len() } else { STRETCH };
    (0..stretches).map(move |stretch| {
        let start = text.len() / STRETCHES * stretch;
        text.get(start..start + length).unwrap_or_default()
    })
}

/// The lines of a sample, without their breaks.
fn lines_of(sample: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    memchr::memchr_iter(b'\n', sample).chain(std::iter::once(sample.len())).map(move |end| {
        let line = start..end;
        start = end + 1;
        line
    })
}

/// The end of a line that is not empty, and the next, if that is not empty either.
struct LineEnd {
    /// The last byte of the line that is no blank.
    last: Option<u8>,
    /// Where the next line begins after its blanks.
    next: usize,
    /// What it begins with.
    first: Option<u8>,
    /// One blank is left before the break.
    trailing_blank: bool,
}

impl LineEnd {
    fn of(sample: &[u8], line: Range<usize>) -> Self {
        let next = skip_blanks(sample, line.end + 1);
        let line_with_blanks = sample.get(line.clone()).unwrap_or_default();
        let last = line_with_blanks.iter().rev().find(|byte| !byte.is_ascii_whitespace());
        let first = sample.get(next).filter(|first| !matches!(first, b'\n' | b'\r'));
        let trailing_blank =
            matches!(line_with_blanks, [.., before, b' '] if *before != b' ') && next == line.end + 1;
        Self { last: last.copied(), next, first: first.copied(), trailing_blank }
    }

    /// Whether the sentence goes on in the next line.
    fn goes_on(&self) -> bool {
        let (Some(last), Some(first)) = (self.last, self.first) else { return false };
        let goes_on =
            first.is_ascii_lowercase() || matches!(first, b'.' | b',' | b';') || self.trailing_blank;
        goes_on && !matches!(last, b'.' | b'!' | b'?' | b':')
    }
}

/// What the line breaks of a sample are like.
struct Breaks {
    /// Between two lines that are not empty.
    all: usize,
    /// Whether a line ends as sentences do, or begins with a stop.
    stops: bool,
    /// Of those, where the sentence goes on.
    going_on: usize,
    /// How many lines have this many characters.
    lines: [u32; LONGEST + 1],
    /// The same, of the lines before a break where the sentence goes on, the next word and its blank
    /// counted in.
    reaches: [u32; LONGEST + 1],
}

impl Default for Breaks {
    fn default() -> Self {
        Self { all: 0, stops: false, going_on: 0, lines: [0; LONGEST + 1], reaches: [0; LONGEST + 1] }
    }
}

impl Breaks {
    /// Counts the line and the break at its end.
    fn line(&mut self, sample: &[u8], line: Range<usize>) {
        let end = LineEnd::of(sample, line.clone());
        let line = sample.get(line).unwrap_or_default().trim_ascii();
        let Some(last) = end.last else { return };
        let length = characters(line);
        self.lines[length.min(LONGEST)] += 1;
        self.stops |=
            line.first() == Some(&b'.') || matches!(last, b'.' | b'!' | b'?' | b':' | b'"' | 0x80..);
        self.all += usize::from(end.first.is_some());
        if end.goes_on() {
            let word = sample.get(end.next..).unwrap_or_default();
            let word = word.iter().take(LONGEST).take_while(|byte| **byte > b' ').count();
            self.going_on += 1;
            self.reaches[(length + 1 + word).min(LONGEST)] += 1;
        }
    }

    fn are_wraps(&self) -> bool {
        if !self.stops || self.going_on == 0 || self.going_on * 4 < self.all {
            return false;
        }
        self.all < FEW_BREAKS || self.full() * 2 >= self.going_on
    }

    /// How many of the breaks that go on stand at the end of a full line. A line of nine in ten is no
    /// longer than a full one; hand-set lines stay up to a fifth below it.
    fn full(&self) -> usize {
        let lines: u32 = self.lines.iter().sum();
        let mut longer = lines / 10;
        let full = (0..=LONGEST).rev().find(|&length| {
            let here = self.lines[length];
            let found = here > longer;
            longer = longer.saturating_sub(here);
            found
        });
        let full = full.unwrap_or(0);
        self.reaches.iter().skip(full - full / 5).map(|count| *count as usize).sum()
    }
}

fn characters(line: &[u8]) -> usize {
    // a byte that goes on from the one before has its highest bit set and not the next: eight at a time
    const LAST_BITS: u64 = 0x0101_0101_0101_0101;
    let line = &line[..line.len().min(4 * LONGEST)];
    let eights = line.chunks_exact(8);
    let rest = eights.remainder();
    let inside = |eight: &[u8]| {
        let eight = u64::from_le_bytes(eight.try_into().unwrap_or([0; 8]));
        (eight >> 7 & !(eight >> 6) & LAST_BITS).count_ones() as usize
    };
    let going_on: usize = eights.map(inside).sum();
    line.len() - going_on - rest.iter().filter(|byte| **byte & 0xC0 == 0x80).count()
}

fn skip_blanks(text: &[u8], mut at: usize) -> usize {
    while !matches!(text.get(at), Some(b'\n' | b'\r')) {
        match space_length(text, at) {
            0 => break,
            length => at += length,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROSE: &str = "The harbour master had counted the boats twice before he saw that one of them was \
        missing, and by then the tide had turned. Nobody on the quay could say who had last seen her. \
        \"Ask at the inn,\" said the pilot. He had his own reasons for keeping out of it, and they were \
        not reasons that he cared to give in front of strangers with notebooks in their hands.";

    fn wrap(text: &str, width: usize, end: &str) -> String {
        let (mut out, mut column) = (String::new(), 0);
        for word in text.split(' ') {
            if column > 0 && column + 1 + word.len() > width {
                out.push_str(end);
                column = 0;
            } else if column > 0 {
                out.push(' ');
                column += 1;
            }
            out.push_str(word);
            column += word.len();
        }
        out
    }

    #[test]
    fn prose_is_wrapped_at_any_width_and_with_any_line_end() {
        for width in [24, 40, 72, 100] {
            for end in ["\n", "\r\n", "  \n", "\n    "] {
                let text = wrap(PROSE, width, end);
                assert!(is_wrapped(text.as_bytes()), "{text}");
                assert!(is_wrapped(format!("{text}\n\n").repeat(500).as_bytes()), "many times {text}");
            }
        }
    }

    #[test]
    fn a_paragraph_on_each_line_is_not_wrapped() {
        let text = PROSE.replace(". ", ".\n");
        assert!(!is_wrapped(text.as_bytes()));
        assert!(!is_wrapped(format!("{text}\n").repeat(2000).as_bytes()));
        assert!(!is_wrapped(b"Nothing new\nThe harbour stays shut.\n"));
        assert!(!is_wrapped(b"one line"));
        assert!(!is_wrapped(b""));
    }

    #[test]
    fn a_word_list_is_not_wrapped() {
        let text = "apples from the garden\nold bread\ncandles\na jar of very good plum jam for the pilot\n\
            rope\nlamp oil\nneedles and thread\nsalt\nmatches\n";
        assert!(!is_wrapped(text.as_bytes()));
    }

    #[test]
    fn a_few_lines_that_go_on_are_wrapped() {
        assert!(is_wrapped(b"The boat was\nmissing."));
    }
}
