//! Items of lists, each on its line or one after the other in a line.
//!
//! In: where a line or sentence begins. Out: whether the marker of a list item stands there, and
//! whether a further marker inside a line goes on counting (*1. rope 2. lamp oil*).

/// Longest number or letters of a marker: *1024*, *xviii*.
const LONGEST: usize = 5;

/// The marker of a list item: `•`, `3.`, `(a)`, `iv)`, `2.)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    start: usize,
    /// The number or letters.
    name: (usize, usize),
    end: usize,
}

impl Marker {
    /// The marker at `at` with a blank after it.
    #[inline]
    pub(super) fn read(text: &[u8], at: usize) -> Option<Self> {
        // Nearly every sentence begins with a capital and a small letter.
        match text.get(at..at + 2) {
            Some([first, second]) if first.is_ascii_alphabetic() => {
                matches!(second, b'.' | b')' | b'i' | b'v' | b'x' | b'I' | b'V' | b'X')
                    .then(|| Self::read_enumerator(text, at))?
            }
            None | Some([b'"' | b'\'', _]) => None,
            Some(_) => Self::read_any(text, at),
        }
    }

    fn read_any(text: &[u8], at: usize) -> Option<Self> {
        let bullet = bullet_length(text, at);
        let after = at + bullet;
        let spaced = matches!(text.get(after), Some(b' ' | b'\t'));
        let numbered = Self::read_enumerator(text, after + usize::from(bullet > 0 && spaced));
        match bullet {
            0 => numbered,
            _ if spaced || numbered.is_some() && bullet > 1 => {
                let end = numbered.map_or(after, |marker| marker.end);
                Some(Self { start: at, name: (after, after), end })
            }
            _ => None,
        }
    }

    fn read_enumerator(text: &[u8], at: usize) -> Option<Self> {
        let bracketed = text.get(at) == Some(&b'(');
        let start = at + usize::from(bracketed);
        let end = start + name_length(text, start)?;
        let stop = match text.get(end..) {
            Some([b'.', b')', ..]) if !bracketed => end + 2,
            Some([b')', b'.', ..]) if bracketed => end + 2,
            Some([b')', ..]) => end + 1,
            Some([b'.', ..]) if !bracketed => end + 1,
            _ => return None,
        };
        let spaced = matches!(text.get(stop), Some(b' ' | b'\t'));
        (spaced && !are_initials(text, start)).then_some(Self { start: at, name: (start, end), end: stop })
    }

    /// Where the item after this one begins, if `candidate` is the stop, bracket or bullet of its marker.
    pub(super) fn find_next(self, text: &[u8], candidate: usize) -> Option<usize> {
        let bullet = self.is_bullet();
        if bullet && text.get(candidate).is_some_and(u8::is_ascii) {
            // *- rope - 20 m*: a dash or star inside a line is no bullet.
            return None;
        }
        let start = if bullet { candidate } else { token_start(text, candidate) };
        let next = Self::read(text, start)?;
        let apart = start > self.end && stands_apart(text, start);
        (apart && next.end > candidate && self.is_followed_by(next, text)).then_some(start)
    }

    fn is_bullet(self) -> bool {
        self.name.0 == self.name.1
    }

    /// After its last byte; its first where a capital with a stop inside a line may be an initial.
    pub(super) fn end(self, text: &[u8]) -> usize {
        match text.get(self.start..self.end) {
            Some([b'A'..=b'Z', b'.']) if !is_line_start(text, self.start) => self.start,
            _ => self.end,
        }
    }

    fn is_followed_by(self, next: Self, text: &[u8]) -> bool {
        let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        let opening = |marker: Self| part(marker.start, marker.name.0);
        let name = |marker: Self| part(marker.name.0, marker.name.1);
        let closing = |marker: Self| part(marker.name.1, marker.end);
        opening(self) == opening(next)
            && (self.is_bullet() || closing(self) == closing(next) && counts_on(name(self), name(next)))
    }
}

/// Whether a blank stands before `start` and before that no comma, *and* or *or*, which join items into
/// a sentence: *the right 1) to stay and 2) to go*.
fn stands_apart(text: &[u8], start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let joins = [&b","[..], b" and", b" or", b" &"].iter().any(|end| before.trim_ascii_end().ends_with(end));
    before.last().is_some_and(u8::is_ascii_whitespace) && !joins
}

/// Whether two initials and a name begin at `at`: *A. B. Smithers*.
fn are_initials(text: &[u8], at: usize) -> bool {
    match text.get(at..at + 8) {
        Some([one, b'.', b' ', two, b'.', b' ', first, second]) => {
            [one, two, first].iter().all(|letter| letter.is_ascii_uppercase()) && second.is_ascii_lowercase()
        }
        _ => false,
    }
}

/// Whether a list item begins at `at`.
pub(super) fn is_item(text: &[u8], at: usize) -> bool {
    Marker::read(text, at).is_some()
}

/// The same where lines are wrapped and `at` is the start of one: a dash, number or letter can have come
/// there by chance, and is believed only after a stop or below another item.
pub(super) fn is_item_on_line(text: &[u8], at: usize) -> bool {
    const REACH: usize = 160;
    if !is_item(text, at) {
        return false;
    }
    if !matches!(text.get(at), Some(b'-' | b'+' | b'(')) && bullet_length(text, at) > 0 {
        return true;
    }
    let before = text.get(at.saturating_sub(REACH)..at).unwrap_or_default().trim_ascii_end();
    if matches!(before.last(), None | Some(b'.' | b'!' | b'?' | b':' | b';')) {
        return true;
    }
    let line = before.iter().rposition(|byte| *byte == b'\n').map_or(before, |end| &before[end + 1..]);
    is_item(line, line.len() - line.trim_ascii_start().len())
}

/// Whether `next` comes after `name`: *2, 3*; *b, c*; *iii, iv*.
fn counts_on(name: &[u8], next: &[u8]) -> bool {
    if let (Some(one), Some(two)) = (number(name), number(next)) {
        return one + 1 == two;
    }
    if let (Some(one), Some(two)) = (roman(name), roman(next)) {
        if one + 1 == two && name[0].is_ascii_lowercase() == next[0].is_ascii_lowercase() {
            return true;
        }
    }
    matches!((name, next), ([one], [two]) if one.is_ascii_alphabetic() && one + 1 == *two)
}

fn number(name: &[u8]) -> Option<u32> {
    name.iter()
        .try_fold(0, |value, digit| digit.is_ascii_digit().then(|| value * 10 + u32::from(digit - b'0')))
}

/// The value of a Roman number below forty.
fn roman(name: &[u8]) -> Option<u32> {
    let mut value = 0;
    let mut last = 0;
    for letter in name.iter().rev() {
        let one = match letter.to_ascii_lowercase() {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            _ => return None,
        };
        value = if one < last { value - one } else { value + one };
        last = one;
    }
    (!name.is_empty()).then_some(value)
}

/// The length of the number, letter or Roman number at `at`.
fn name_length(text: &[u8], at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let same = |test: fn(&u8) -> bool| rest.iter().take(LONGEST + 1).take_while(|byte| test(byte)).count();
    let length = match rest.first()? {
        byte if byte.is_ascii_digit() => same(u8::is_ascii_digit),
        b'i' | b'v' | b'x' => same(|byte| matches!(byte, b'i' | b'v' | b'x')),
        b'I' | b'V' | b'X' => same(|byte| matches!(byte, b'I' | b'V' | b'X')),
        byte if byte.is_ascii_alphabetic() => 1,
        _ => return None,
    };
    (length <= LONGEST).then_some(length)
}

/// The length of the bullet or dash at `at`; 0 where none stands there.
fn bullet_length(text: &[u8], at: usize) -> usize {
    match text.get(at..) {
        Some([b'*' | b'-' | b'+', ..]) => 1,
        Some([0xC2, 0xB7, ..]) => 2,
        Some([0xE2, 0x80, 0xA2, ..] | [0xE2, 0x81, 0x83, ..] | [0xE2, 0x96 | 0x97, _, ..]) => 3,
        _ => 0,
    }
}

/// Where the token before `candidate` begins, with its opening bracket.
fn token_start(text: &[u8], candidate: usize) -> usize {
    let before = text.get(..candidate).unwrap_or_default();
    let length = before.iter().rev().take(LONGEST + 2).take_while(|byte| !byte.is_ascii_whitespace()).count();
    candidate - length
}

/// Whether only white space and an opening bracket stand before `at` on its line.
pub(super) fn is_line_start(text: &[u8], at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let mut blanks = before.iter().rev().take(9).skip_while(|byte| matches!(byte, b' ' | b'\t' | b'('));
    matches!(blanks.next(), None | Some(b'\n' | b'\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_of_every_kind_are_read() {
        for text in
            ["1. a", "(a) b", "iv) c", "2.) d", "(3). e", "• f", "⁃9. g", "* h", "- i", "XII. j", "A. k"]
        {
            assert!(is_item(text.as_bytes(), 0), "{text}");
        }
        for text in ["1.5 m", "and so", "-5 degrees", "e.g. this", "(so) it", "123456. x", "*word* y", "a b"]
        {
            assert!(!is_item(text.as_bytes(), 0), "{text}");
        }
    }

    #[test]
    fn names_count_on_by_one() {
        for (one, two) in
            [("1", "2"), ("9", "10"), ("a", "b"), ("i", "ii"), ("i", "j"), ("III", "IV"), ("ix", "x")]
        {
            assert!(counts_on(one.as_bytes(), two.as_bytes()), "{one}, {two}");
        }
        for (one, two) in [("1", "3"), ("a", "c"), ("a", "B"), ("2", "b"), ("ii", "i"), ("z", "a")] {
            assert!(!counts_on(one.as_bytes(), two.as_bytes()), "{one}, {two}");
        }
    }
}
