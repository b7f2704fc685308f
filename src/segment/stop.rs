//! Reads a stop: the run of stops, the closing marks after it, and the white space after these.
//!
//! In: a place where a stop stands. Out: a [`Stop`].

use crate::layout::lines::{Gap, gap};

/// What a run of stops says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One full stop: a sentence's end, or an abbreviation's.
    Period,
    /// Two full stops or more, or `…`: something is left out.
    Ellipsis,
    /// `!` or `?` somewhere in the run.
    Strong,
    /// A stop of another script, which needs no white space after it.
    Wide,
}

/// A stop with what follows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    pub(super) kind: Kind,
    /// Its first byte.
    pub(super) start: usize,
    /// After the run of stops.
    pub(super) run_end: usize,
    /// After the closing marks.
    pub(super) end: usize,
    /// Whether one of the closing marks is a quotation mark.
    pub(super) closes_quote: bool,
    /// Whether one of the closing marks is a bracket.
    pub(super) closes_bracket: bool,
    /// The white space after the closing marks.
    pub(super) gap: Gap,
}

impl Stop {
    pub(super) fn read(text: &[u8], start: usize) -> Self {
        let (kind, run_end) = read_run(text, start);
        let mut stop = Self {
            kind,
            start,
            run_end,
            end: run_end,
            closes_quote: false,
            closes_bracket: false,
            gap: gap(text, run_end),
        };
        if stop.gap.next == run_end {
            stop.read_closing(text);
            stop.gap = gap(text, stop.end);
        }
        stop
    }

    fn read_closing(&mut self, text: &[u8]) {
        loop {
            let (length, quote) = closing_length(text, self.end);
            if length == 0 {
                return;
            }
            self.closes_quote |= quote;
            self.closes_bracket |= !quote;
            self.end += length;
        }
    }
}

/// The kind and end of the run of stops at `start`. A blank may stand before a further stop (`. . .`).
fn read_run(text: &[u8], start: usize) -> (Kind, usize) {
    let (mut strong, mut wide, mut count) = (false, false, 0_usize);
    let mut end = start;
    loop {
        let at = match text.get(end) {
            Some(b' ') if end > start && is_loose_stop(text, end + 1) => end + 1,
            _ => end,
        };
        match text.get(at) {
            Some(b'.') => {
                count += 1;
                end = at + 1;
            }
            Some(b'!' | b'?') => {
                strong = true;
                end = at + 1;
            }
            Some(0xE2) if at == end && ellipsis_length(text, at) > 0 => {
                count += 2;
                end = at + 3;
            }
            Some(0xC2..=0xEF) if wide_stop_length(text, at) > 0 => {
                wide = true;
                end = at + wide_stop_length(text, at);
            }
            _ => break,
        }
    }
    let kind = match (wide, strong, count) {
        (true, ..) => Kind::Wide,
        (_, true, _) => Kind::Strong,
        (.., 0 | 1) => Kind::Period,
        _ => Kind::Ellipsis,
    };
    (kind, end)
}

/// Whether at `at` stands a stop that begins no word (`.5`, `.com`, `!important`).
fn is_loose_stop(text: &[u8], at: usize) -> bool {
    matches!(text.get(at), Some(b'.' | b'!' | b'?'))
        && !text.get(at + 1).is_some_and(|byte| byte.is_ascii_alphanumeric())
}

fn ellipsis_length(text: &[u8], at: usize) -> usize {
    if text.get(at..at + 3) == Some(&[0xE2, 0x80, 0xA6]) { 3 } else { 0 }
}

/// The length of the stop at `at` if it is one beyond ASCII: `؟ ۔ । ॥ 。 ！ ？ ． ｡ ‼ ⁇ ։ ። ፧ ။`; else 0.
pub(super) fn wide_stop_length(text: &[u8], at: usize) -> usize {
    match (text.get(at), text.get(at + 1), text.get(at + 2)) {
        (Some(0xD8), Some(0x9F), _) | (Some(0xDB), Some(0x94), _) | (Some(0xD6), Some(0x89), _) => 2,
        (Some(0xE0), Some(0xA5), Some(0xA4 | 0xA5))
        | (Some(0xE1), Some(0x81), Some(0x8A | 0x8B))
        | (Some(0xE1), Some(0x8D), Some(0xA2 | 0xA7 | 0xA8))
        | (Some(0xE2), Some(0x80), Some(0xBC))
        | (Some(0xE2), Some(0x81), Some(0x87..=0x89))
        | (Some(0xE3), Some(0x80), Some(0x82))
        | (Some(0xEF), Some(0xBC), Some(0x81 | 0x8E | 0x9F))
        | (Some(0xEF), Some(0xBD), Some(0xA1)) => 3,
        _ => 0,
    }
}

/// The length of the closing mark or bracket at `at`, and whether it is a quotation mark. A straight
/// mark closes here, since it touches the stop.
pub(super) fn closing_length(text: &[u8], at: usize) -> (usize, bool) {
    match (text.get(at), text.get(at + 1), text.get(at + 2)) {
        (Some(b')' | b']' | b'}'), ..) => (1, false),
        (Some(b'"' | b'\''), ..) => (1, true),
        (Some(0xE2), Some(0x80), Some(0x99 | 0x9D | 0xBA)) => (3, true),
        (Some(0xC2), Some(0xBB), _) => (2, true),
        (Some(0xE3), Some(0x80), Some(0x8D | 0x8F)) => (3, true),
        (Some(0xE3), Some(0x80), Some(0x8B | 0x91)) | (Some(0xEF), Some(0xBC), Some(0x89)) => (3, false),
        _ => (0, false),
    }
}

/// The length of the opening mark or bracket at `at`, and whether it is a quotation mark.
pub(super) fn opening_length(text: &[u8], at: usize) -> (usize, bool) {
    match (text.get(at), text.get(at + 1), text.get(at + 2)) {
        (Some(b'(' | b'[' | b'{' | b'*' | b'_'), ..) => (1, false),
        (Some(b'"' | b'\'' | b'`'), ..) => (1, true),
        (Some(0xE2), Some(0x80), Some(0x98 | 0x9C | 0x9A | 0x9E | 0xB9)) => (3, true),
        (Some(0xC2), Some(0xAB), _) => (2, true),
        (Some(0xC2), Some(0xA1 | 0xBF), _) => (2, false),
        (Some(0xE3), Some(0x80), Some(0x8C | 0x8E)) => (3, true),
        _ => (0, false),
    }
}
