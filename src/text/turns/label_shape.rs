//! What can be a label, by its letters alone: a time, a name, a role or brackets, and what ends it.

use crate::base::span::Span;
use crate::lexicon::{Classes, Lexicon};

/// Longer names are none.
const LONGEST_NAME: usize = 64;
const MOST_WORDS: usize = 7;
/// Longer roles and brackets belong to no label.
const LONGEST_ROLE: usize = 90;
/// A time stamp is no longer.
const LONGEST_TIME: usize = 24;

const EM_DASH: &[u8] = "—".as_bytes();

/// What ends a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Colon,
    Stop,
    Dash,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub(super) start: usize,
    pub(super) name: Span,
    pub(super) cue: Span,
    /// Where what is said begins.
    pub(super) after: usize,
    pub(super) form: Form,
    /// With a time stamp.
    pub(super) timed: bool,
    /// With something in brackets behind the name.
    pub(super) bracketed: bool,
    /// The brackets tell how somebody is heard: *(voice-over)*, *(V.O.)*, *(on camera)*.
    pub(super) voice: bool,
    /// The role behind a comma.
    pub(super) role: Option<Span>,
    /// On a line of its own.
    pub(super) alone: bool,
    /// The name has words with small first letters.
    pub(super) small: bool,
}

impl Label {
    /// Takes the brackets and the role behind the name, from `at` on. Where they end.
    fn asides(&mut self, line: &[u8], mut at: usize) -> Option<usize> {
        loop {
            let next = blanks(line, at);
            match line.get(next)? {
                b'(' | b'[' => {
                    let close = closing(line, next)?;
                    let inside = &line[next + 1..close - 1];
                    self.timed |= is_time(inside);
                    self.voice |= is_voice(inside);
                    self.bracketed = true;
                    at = close;
                }
                b',' if self.role.is_none() => {
                    at = role(line, next)?;
                    self.role = Some(Span::new(next + 1, at));
                }
                _ => return Some(at),
            }
        }
    }

    /// A form that ends many other lines, too.
    pub(super) fn is_weak(&self) -> bool {
        self.form == Form::Stop || self.alone && self.form == Form::Colon
    }
}

/// The label at the start of the line `at..end`, if there can be one.
pub(super) fn label(text: &[u8], at: usize, end: usize, lexicon: &Lexicon) -> Option<Label> {
    let line = text.get(..end)?;
    let start = blanks(line, at);
    let own = bullet(line, start);
    let bold = line.get(own..)?.starts_with(b"**");
    let (name_at, timed) = time(line, own + if bold { 2 } else { 0 });
    let first = *line.get(name_at)?;
    if !(first.is_ascii_uppercase() || first >= 0xC3 || timed && first.is_ascii_alphanumeric()) {
        return None;
    }
    let (name_end, small) = name(line, name_at, lexicon)?;
    let mut label = Label {
        start,
        name: Span::new(name_at, name_end),
        cue: Span::new(name_end, name_end),
        after: end,
        form: Form::Colon,
        timed,
        bracketed: false,
        voice: false,
        role: None,
        alone: false,
        small,
    };
    let mut at = name_end + if bold && line[name_end..].starts_with(b"**") { 2 } else { 0 };
    at = label.asides(line, at)?;
    let (form, length) = match line.get(at)? {
        b':' => (Form::Colon, 1),
        b'.' if label.role.is_none() => (Form::Stop, 1),
        _ if line[at..].starts_with(EM_DASH) && label.role.is_none() => (Form::Dash, EM_DASH.len()),
        b'-' if line[at..].starts_with(b"--") && label.role.is_none() => (Form::Dash, 2),
        _ => return None,
    };
    label.form = form;
    label.cue = Span::new(at, at + length);
    let mut behind = at + length;
    if bold && line.get(behind..)?.starts_with(b"**") {
        behind += 2;
    }
    label.after = blanks(line, behind);
    label.alone = label.after >= end;
    let apart = label.alone || label.after > behind || form == Form::Dash;
    let may = match form {
        Form::Colon => true,
        Form::Stop => !label.small,
        Form::Dash => label.bracketed || is_shouted(&line[name_at..name_end]),
    };
    (apart && may).then_some(label)
}

/// Whether the name has two words and ends in capitals. One word and a dash open notices, too: *SMITH--John, of Norwick*.
fn is_shouted(name: &[u8]) -> bool {
    let last = name.rsplit(|byte| *byte == b' ').next().unwrap_or(b"");
    last.len() > 1 && !last.iter().any(u8::is_ascii_lowercase) && name.contains(&b' ')
}

/// Behind a bullet or a mark of quoting.
fn bullet(line: &[u8], at: usize) -> usize {
    match line.get(at..at + 2) {
        Some(b"- " | b"* " | b"> ") => blanks(line, at + 2),
        _ => at,
    }
}

fn blanks(line: &[u8], at: usize) -> usize {
    let rest = line.get(at..).unwrap_or(&[]);
    at + rest.iter().position(|byte| !matches!(byte, b' ' | b'\t')).unwrap_or(rest.len())
}

/// Where the name may begin behind a time stamp; whether there is one.
fn time(line: &[u8], at: usize) -> (usize, bool) {
    let Some(first) = line.get(at) else { return (at, false) };
    if matches!(first, b'[' | b'(') {
        return match closing(line, at) {
            Some(close) if is_time(&line[at + 1..close - 1]) => (blanks(line, close), true),
            _ => (at, false),
        };
    }
    if !first.is_ascii_digit() {
        return (at, false);
    }
    let rest = &line[at..line.len().min(at + LONGEST_TIME)];
    let is_part =
        |byte: &u8| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'/' | b',' | b' ' | b'-');
    let length = rest.iter().position(|byte| !is_part(byte)).unwrap_or(rest.len());
    let part = &rest[..length];
    if part.ends_with(b" ") && is_time(part) { (at + length, true) } else { (at, false) }
}

/// *04:11:32*, *12/03/24, 12:03*, *4.05 pm*: digits on both sides of a colon, or with *am* or *pm*.
fn is_time(words: &[u8]) -> bool {
    let half =
        words.ends_with(b"am") || words.ends_with(b"pm") || words.ends_with(b"AM") || words.ends_with(b"PM");
    let digits = words.strip_suffix(b"m").or(words.strip_suffix(b"M")).unwrap_or(words);
    words.len() <= LONGEST_TIME
        && words.first().is_some_and(u8::is_ascii_digit)
        && (half
            || words.windows(3).any(|at| at[0].is_ascii_digit() && at[1] == b':' && at[2].is_ascii_digit()))
        && digits.iter().all(|byte| byte.is_ascii_digit() || b":./, -apAP".contains(byte))
}

/// *voice-over, on camera, V.O.*: small letters, or letters with stops.
fn is_voice(words: &[u8]) -> bool {
    words.first().is_some_and(u8::is_ascii_lowercase)
        || words.len() == 4 && words[1] == b'.' && words[3] == b'.' && words[0].is_ascii_uppercase()
}

/// Behind the bracket that closes the one at `at`.
fn closing(line: &[u8], at: usize) -> Option<usize> {
    let close = if line[at] == b'(' { b')' } else { b']' };
    let rest = &line[at..line.len().min(at + LONGEST_ROLE)];
    Some(at + memchr::memchr(close, rest)? + 1)
}

/// Where a role behind the comma at `at` ends: before a colon, without another sentence in it.
fn role(line: &[u8], at: usize) -> Option<usize> {
    let rest = &line[at..line.len().min(at + LONGEST_ROLE)];
    let length = memchr::memchr(b':', rest)?;
    let role = &rest[..length];
    let ends = role.windows(2).any(|two| matches!(two[0], b'?' | b'!' | b';' | b'"') || two == b". ");
    let marked = role.windows(3).any(|three| three == "“".as_bytes());
    // "However, Ana Ruiz had one rule:"
    let empty = role.iter().filter(|byte| byte.is_ascii_alphabetic()).count() < 2;
    (!ends && !marked && !empty).then_some(at + length)
}

/// The end of the name that begins at `at`, and whether words of it have small first letters.
fn name(line: &[u8], at: usize, lexicon: &Lexicon) -> Option<(usize, bool)> {
    let (mut end, mut small, mut words) = (at, false, 0);
    loop {
        let stop = word(line, end, end == at, lexicon)?;
        let first = line[end];
        small |= first.is_ascii_lowercase() && !is_joint(&line[end..stop]);
        words += 1;
        if words > MOST_WORDS || stop - at > LONGEST_NAME {
            return None;
        }
        let next = line.get(stop..)?;
        let goes_on = next.len() > 1
            && next[0] == b' '
            && (next[1].is_ascii_alphanumeric() || next[1] >= 0xC3 && next[1] != 0xE2);
        if !goes_on {
            return Some((stop, small));
        }
        end = stop + 1;
    }
}

/// *of, the, de*: small in names.
fn is_joint(word: &[u8]) -> bool {
    [&b"of"[..], b"the", b"de", b"van", b"von", b"der", b"la", b"al", b"bin", b"pro", b"tempore", b"hon."]
        .contains(&word)
}

/// The end of the word at `at`, with the stop of an initial or of an abbreviation that stands before a name.
fn word(line: &[u8], at: usize, first: bool, lexicon: &Lexicon) -> Option<usize> {
    let mut end = at;
    loop {
        match line.get(end)? {
            b'.' => {
                let so_far = &line[at..end];
                let before_name = line.get(end + 1) == Some(&b' ')
                    && line.get(end + 2).is_some_and(u8::is_ascii_alphabetic)
                    // the letters of questions and answers end their label
                    && is_short(so_far, lexicon)
                    && !(first && matches!(so_far, b"Q" | b"A"));
                let initials = line.get(end + 1).is_some_and(u8::is_ascii_alphabetic);
                if !(before_name || initials) {
                    break;
                }
                end += 1;
            }
            byte if byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'-') => {
                if line[end..].starts_with(b"--") {
                    break;
                }
                end += 1;
            }
            // "’" in a name; other marks and dashes end it
            0xE2 if line[end..].starts_with("’".as_bytes()) => end += 3,
            0xE2 => break,
            byte if *byte >= 0x80 => end += 1,
            _ => break,
        }
    }
    (end > at).then_some(end)
}

/// *Mr, Dr, Hon, A*: what has a stop before a name.
fn is_short(word: &[u8], lexicon: &Lexicon) -> bool {
    match word {
        [letter] => letter.is_ascii_uppercase(),
        _ => lexicon.classes_of(word).any(Classes::ABBR_CONTINUES),
    }
}
