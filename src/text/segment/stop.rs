//! Reads a stop: the run of stops, the closing marks after it, and the white space after these.
//!
//! In: a place where a stop stands. Out: a [`Stop`].

use crate::base::steps;
use crate::text::layout::lines::{Break, Gap, gap, space_length};

use super::boundary::Boundary;
use super::bytes::{CLOSING, LEAD, TRAIL, is, is_at};
use super::terminators::is_terminator;

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
    /// A dash before a closing mark.
    Dash,
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
    /// The white space after the closing marks.
    pub(super) gap: Gap,
}

impl Stop {
    pub(super) fn read(text: &[u8], start: usize) -> Self {
        let (kind, run_end) = read_run(text, start);
        let nothing = Gap { next: run_end, strength: Break::None };
        let mut stop = Self { kind, start, run_end, end: run_end, closes_quote: false, gap: nothing };
        if is_at(text, run_end, CLOSING) {
            stop.read_closing(text);
        }
        stop.gap = gap(text, stop.end);
        if stop.gap.strength == Break::Space && is_at(text, stop.gap.next, TRAIL) {
            stop.read_trail(text);
        }
        steps::add(stop.gap.next - start);
        stop
    }

    #[inline(never)]
    fn read_closing(&mut self, text: &[u8]) {
        while is_at(text, self.end, CLOSING) {
            let (length, quote) = closing_length(text, self.end);
            let reference = if length == 0 { reference_length(text, self.end) } else { 0 };
            if length + reference == 0 {
                return;
            }
            self.closes_quote |= quote;
            self.end += length + reference;
        }
    }

    /// Takes in what belongs to the sentence though a blank stands before it: a reference (`. [3]`), an
    /// emoticon (`. :)`), a closing bracket, a mark that closes, and a straight one at the end of its line.
    #[inline(never)]
    fn read_trail(&mut self, text: &[u8]) {
        while self.gap.strength == Break::Space && is_at(text, self.gap.next, TRAIL) {
            let at = self.gap.next;
            let length = match text.get(at) {
                Some(b'[') => reference_length(text, at).max(remark_length(text, at)),
                Some(b'(') => citation_length(text, at),
                Some(b':' | b';' | b'=' | b'^' | b'>') => emoticon_length(text, at),
                Some(b')' | b']' | b'}') => 1,
                Some(b'"' | b'\'') if !self.closes_quote || !self.follows_its_like(text, at) => {
                    loose_mark_length(text, at)
                }
                Some(0xC2 | 0xE2) => loose_closing_length(text, at, self.closes_low(text)),
                _ => 0,
            };
            if length == 0 {
                return;
            }
            self.closes_quote |= length <= 3 && matches!(text.get(at), Some(0xC2 | 0xE2));
            self.end = at + length;
            self.read_closing(text);
            self.gap = gap(text, self.end);
        }
    }

    /// Whether the mark at `at` is the same as the one that closes before the blank: *"…" "…"*, but not *"… 'Go.' "*.
    fn follows_its_like(&self, text: &[u8], at: usize) -> bool {
        self.end.checked_sub(1).and_then(|last| text.get(last)) == text.get(at)
    }

    /// Whether the last mark that closes is `‘`.
    fn closes_low(&self, text: &[u8]) -> bool {
        self.closes_quote && text.get(..self.end).is_some_and(|before| before.ends_with("‘".as_bytes()))
    }

    pub(super) fn ends(&self) -> Boundary {
        Boundary::Ends { end: self.end, next: self.gap.next }
    }

    pub(super) fn continues(&self) -> Boundary {
        Boundary::Continues { resume: self.end }
    }
}

/// The kind and end of the run of stops at `start`. A blank may stand before a further stop (`. . .`).
fn read_run(text: &[u8], start: usize) -> (Kind, usize) {
    let single = match (text.get(start), text.get(start + 1)) {
        (Some(b'.'), Some(b' ')) => !matches!(text.get(start + 2), Some(b'.' | b'!' | b'?')),
        (Some(b'.'), Some(next)) => next.is_ascii() && !matches!(next, b'.' | b'!' | b'?'),
        _ => false,
    };
    if single { (Kind::Period, start + 1) } else { read_long_run(text, start) }
}

#[inline(never)]
fn read_long_run(text: &[u8], start: usize) -> (Kind, usize) {
    if opens_with_ellipsis(text, start) {
        return (Kind::Period, start + 1);
    }
    let dash = broken_off_length(text, start);
    if dash > 0 {
        return (Kind::Dash, start + dash);
    }
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
            Some(0xC2..) if wide_stop_length(text, at) > 0 => {
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

/// Whether a full stop ends its sentence at `at` and the next one begins with an ellipsis, as in
/// *the end. . . . The rest*: the stop touches its word, three stops stand apart, and a word follows.
fn opens_with_ellipsis(text: &[u8], at: usize) -> bool {
    let rest = match text.get(at..) {
        Some(
            [b'.', b' ', b'.', b'.', b'.', rest @ ..] | [b'.', b' ', b'.', b' ', b'.', b' ', b'.', rest @ ..],
        ) => rest,
        _ => return false,
    };
    let word = if rest.first() == Some(&b' ') { rest.get(1) } else { rest.first() };
    let touches = at > 0 && text.get(at - 1).is_some_and(u8::is_ascii_alphanumeric);
    touches && word.is_some_and(u8::is_ascii_alphabetic)
}

/// Whether at `at` stands a stop that begins no word (`.5`, `.com`, `!important`).
fn is_loose_stop(text: &[u8], at: usize) -> bool {
    matches!(text.get(at), Some(b'.' | b'!' | b'?'))
        && !text.get(at + 1).is_some_and(|byte| byte.is_ascii_alphanumeric())
}

/// The length of a reference such as `[12]`, `[3, 4]` or `[2–11]` at `at`.
fn reference_length(text: &[u8], at: usize) -> usize {
    const LONGEST: usize = 16;
    if text.get(at) != Some(&b'[') || !text.get(at + 1).is_some_and(u8::is_ascii_digit) {
        return 0;
    }
    let inside = text.get(at + 1..).unwrap_or_default().iter().take(LONGEST);
    let length = inside.take_while(|byte| matches!(byte, b'0'..=b'9' | b',' | b' ' | b'-' | 0x80..)).count();
    if text.get(at + 1 + length) == Some(&b']') { length + 2 } else { 0 }
}

/// The length of words in square brackets at `at` after which the line ends: *[citation needed]*, *[...]*.
fn remark_length(text: &[u8], at: usize) -> usize {
    const LONGEST: usize = 32;
    let inside = text.get(at..).unwrap_or_default().iter().take(LONGEST);
    let length = inside.take_while(|byte| !matches!(byte, b']' | b'\n')).count();
    let end = at + length + 1;
    if text.get(at + length) == Some(&b']') && matches!(text.get(end), None | Some(b'\n' | b'\r')) {
        end - at
    } else {
        0
    }
}

/// The length of an emoticon at `at`: eyes, perhaps a nose, a mouth, and nothing that touches it.
fn emoticon_length(text: &[u8], at: usize) -> usize {
    if text.get(at..at + 3) == Some(b"^_^") {
        return 3;
    }
    let angry = usize::from(text.get(at) == Some(&b'>'));
    if !matches!(text.get(at + angry), Some(b':' | b';' | b'=')) {
        return 0;
    }
    let nose = usize::from(matches!(text.get(at + angry + 1), Some(b'-' | b'\'')));
    let mut end = at + angry + 1 + nose;
    match text.get(end) {
        Some(mouth @ (b')' | b'(')) => {
            let same = text.get(end..).unwrap_or_default().iter().take(8).take_while(|byte| *byte == mouth);
            end += same.count();
        }
        Some(b'D' | b'P' | b'p' | b'O' | b'o' | b'/' | b'|') => end += 1,
        _ => return 0,
    }
    if text.get(end).is_none_or(|byte| byte.is_ascii_whitespace()) { end - at } else { 0 }
}

/// The length of straight marks between blanks at `at` if they close: nothing but punctuation or a small
/// letter follows, or an odd number of the same stands before, or no other is in sight.
fn loose_mark_length(text: &[u8], at: usize) -> usize {
    const REACH: usize = 200;
    let marks = text.get(at..).unwrap_or_default().iter().take(2);
    let length = marks.take_while(|byte| Some(*byte) == text.get(at)).count();
    let end = at + length;
    match (text.get(end), text.get(end + 1)) {
        (None | Some(b'\n' | b'\r'), _) | (Some(b' '), None) => return length,
        (Some(b' '), Some(byte)) if byte.is_ascii_lowercase() => return length,
        (Some(b' '), Some(b'.' | b',' | b';' | b':' | b')' | b'!' | b'?')) => return length,
        (Some(b' '), mark)
            if mark == text.get(at) && text.get(end + 2).is_some_and(u8::is_ascii_alphanumeric) =>
        {
            return length;
        }
        (Some(b' '), _) => {}
        _ => return 0,
    }
    let same = text.get(at..end).unwrap_or_default();
    let is_break = |byte: &u8| *byte == b'\n';
    let before = text.get(at.saturating_sub(REACH)..at).unwrap_or_default();
    let before = before.rsplit(is_break).next().unwrap_or_default();
    let after = text.get(end..).unwrap_or_default();
    let after = after.get(..REACH).unwrap_or(after);
    let after = after.split(is_break).next().unwrap_or_default();
    let closes = match count_loose(before, same) {
        0 => count_loose(after, same) == 0,
        count => count % 2 == 1,
    };
    if closes { length } else { 0 }
}

/// The length of a mark between blanks at `at` that faces back: *‘Go home.’ ”*, *« Good day! »*.
///
/// `nested_low`: whether `‘` has just closed, so that `“` does too.
fn loose_closing_length(text: &[u8], at: usize, nested_low: bool) -> usize {
    let length = match text.get(at..).unwrap_or_default() {
        [0xE2, 0x80, 0x99 | 0x9D | 0xBA, ..] => 3,
        [0xC2, 0xBB, ..] => 2,
        // „ ‚…‘ “
        [0xE2, 0x80, 0x9C, ..] if nested_low => 3,
        _ => return 0,
    };
    let after = at + length;
    let closes = space_length(text, after) > 0
        || matches!(text.get(after), None | Some(b'.' | b',' | b';' | b':' | b')' | b'!' | b'?' | b'-'))
        || closing_length(text, after).0 > 0;
    if closes { length } else { 0 }
}

/// The length of the bracket at `at` that tells a place in a book, and after which a sentence begins:
/// *(Phil. 4:8)*, *(p. 12)*.
fn citation_length(text: &[u8], at: usize) -> usize {
    const LONGEST: usize = 24;
    const WORDS: usize = 3;
    let inside = text.get(at + 1..).unwrap_or_default();
    let Some(length) = inside.iter().take(LONGEST).position(|byte| *byte == b')') else { return 0 };
    let (cited, after) = (&inside[..length], &inside[length + 1..]);
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b' ' | b':' | b'-' | b',');
    let words = cited.split(|byte| *byte == b' ').count();
    let numbered = cited
        .rsplit(|byte| *byte == b' ')
        .next()
        .and_then(|word| word.first())
        .is_some_and(u8::is_ascii_digit);
    let letters = cited.iter().any(u8::is_ascii_alphabetic);
    let apart = match after {
        [b' ', next, ..] => next.is_ascii_uppercase() || *next >= 0x80,
        _ => false,
    };
    let is_cited = cited.iter().all(plain) && words <= WORDS && words > 1 && numbered && letters && apart;
    if is_cited { length + 2 } else { 0 }
}

/// How often `mark` stands before a blank in `text`.
fn count_loose(text: &[u8], mark: &[u8]) -> usize {
    let with_blanks = text.windows(mark.len() + 1);
    with_blanks.filter(|part| part.ends_with(b" ") && part.starts_with(mark)).count()
}

fn ellipsis_length(text: &[u8], at: usize) -> usize {
    if text.get(at..at + 3) == Some(&[0xE2, 0x80, 0xA6]) { 3 } else { 0 }
}

/// The length of the stop at `at` if it is one beyond ASCII that ends a sentence whatever follows; else 0.
pub(super) fn wide_stop_length(text: &[u8], at: usize) -> usize {
    match text.get(at..).unwrap_or_default() {
        // Frequent characters first: curly marks and dashes, kana, Chinese, Hangul, emoji.
        [0xE2, 0x80, last, ..] => usize::from(matches!(last, 0xBC | 0xBD)) * 3,
        [0xE3, second, third, ..] => usize::from((*second, *third) == (0x80, 0x82)) * 3,
        [0xE4..=0xE9 | 0xEB..=0xEE, ..] | [0xF0, 0x9F, ..] => 0,
        // The full-width full stop is none in UAX 29; where it is used, it is.
        [0xEF, 0xBC, 0x8E, ..] => 3,
        [lead, ..] if is(*lead, LEAD) => {
            let length = if *lead < 0xE0 { 2 } else { 3 + usize::from(*lead >= 0xF0) };
            let letter =
                text.get(at..at + length).and_then(|bytes| std::str::from_utf8(bytes).ok()?.chars().next());
            if letter.is_some_and(is_terminator) { length } else { 0 }
        }
        _ => 0,
    }
}

/// The length of the dash at `at` if a closing mark touches it: speech that breaks off (*“I only--”*).
pub(super) fn broken_off_length(text: &[u8], at: usize) -> usize {
    let length = match text.get(at..).unwrap_or_default() {
        [b'-', b'-', ..] => 2,
        [0xE2, 0x80, 0x94, ..] => 3,
        _ => return 0,
    };
    match text.get(at + length..).unwrap_or_default() {
        [b'"', after, ..] if after.is_ascii_whitespace() => length,
        [0xE2, 0x80, 0x9D, ..] => length,
        [b'\'', after, ..] if after.is_ascii_whitespace() => length,
        [0xE2, 0x80, 0x99, after, ..] if after.is_ascii_whitespace() => length,
        _ => 0,
    }
}

/// The length of the closing mark or bracket at `at`, and whether it is a quotation mark. A straight
/// mark closes here, since it touches the stop.
pub(super) fn closing_length(text: &[u8], at: usize) -> (usize, bool) {
    match (text.get(at), text.get(at + 1), text.get(at + 2)) {
        (Some(b')' | b']' | b'}'), ..) => (1, false),
        (Some(b'"' | b'\'' | b'`'), ..) => (1, true),
        (Some(0xE2), Some(0x80), Some(0x99 | 0x9D | 0xBA)) => (3, true),
        (Some(0xC2), Some(0xBB), _) => (2, true),
        (Some(0xE3), Some(0x80), Some(0x8D | 0x8F)) => (3, true),
        (Some(0xE3), Some(0x80), Some(0x8B | 0x91)) | (Some(0xEF), Some(0xBC), Some(0x89)) => (3, false),
        // „…“ ‚…‘ »…« ›…‹: what opens elsewhere closes where it touches a stop and no word touches it
        (Some(0xE2), Some(0x80), Some(0x98 | 0x9C | 0xB9)) if !touches_word(text, at + 3) => (3, true),
        (Some(0xC2), Some(0xAB), _) if !touches_word(text, at + 2) => (2, true),
        _ => (0, false),
    }
}

/// Whether a letter or digit stands at `at`, or a mark behind which one may stand.
fn touches_word(text: &[u8], at: usize) -> bool {
    text.get(at)
        .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'"' | b'.' | 0xC3..))
        && space_length(text, at) == 0
        && closing_length(text, at).0 == 0
}

/// The length of the opening mark or bracket at `at`, and whether it is a quotation mark.
pub(super) fn opening_length(text: &[u8], at: usize) -> (usize, bool) {
    match (text.get(at), text.get(at + 1), text.get(at + 2)) {
        (Some(b'(' | b'[' | b'{' | b'*' | b'_'), ..) => (1, false),
        (Some(b'"' | b'\'' | b'`'), ..) => (1, true),
        (Some(0xE2), Some(0x80), Some(0x98 | 0x9C | 0x9A | 0x9E | 0xB9)) => (3, true),
        (Some(0xC2), Some(0xAB | 0xBB), _) => (2, true),
        (Some(0xC2), Some(0xA1 | 0xBF), _) => (2, false),
        (Some(0xE3), Some(0x80), Some(0x8C | 0x8E)) => (3, true),
        _ => (0, false),
    }
}
