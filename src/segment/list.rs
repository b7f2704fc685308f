//! Items of lists.
//!
//! In: where a line begins. Out: whether the marker of a list item stands there.

/// Longest number or letters of a marker: *1024*, *xviii*.
const LONGEST: usize = 5;

/// Whether a list item begins at `at`: a bullet and a blank, or a number or letter with its stop or
/// bracket and a blank.
pub(super) fn is_item(text: &[u8], at: usize) -> bool {
    is_bullet(text, at) || enumerator_length(text, at) > 0
}

fn is_bullet(text: &[u8], at: usize) -> bool {
    let length = match (text.get(at), text.get(at + 1), text.get(at + 2)) {
        (Some(b'*' | b'-' | b'+'), ..) => 1,
        (Some(0xC2), Some(0xB7), _) => 2,
        (Some(0xE2), Some(0x80), Some(0xA2)) | (Some(0xE2), Some(0x81), Some(0x83)) => 3,
        (Some(0xE2), Some(0x96 | 0x97), _) => 3,
        _ => return false,
    };
    text.get(at + length).is_some_and(|byte| matches!(byte, b' ' | b'\t' | 0xC2)) || length == 3
}

/// The length of `1.`, `(a)`, `iv)`, `2.)` at `at` with a blank after it; 0 where none stands there.
fn enumerator_length(text: &[u8], at: usize) -> usize {
    let bracketed = text.get(at) == Some(&b'(');
    let start = at + usize::from(bracketed);
    let rest = text.get(start..).unwrap_or_default();
    let same = |test: fn(&u8) -> bool| rest.iter().take(LONGEST + 1).take_while(|byte| test(byte)).count();
    let length = match rest.first() {
        Some(byte) if byte.is_ascii_digit() => same(u8::is_ascii_digit),
        Some(b'i' | b'v' | b'x') => same(|byte| matches!(byte, b'i' | b'v' | b'x')),
        Some(b'I' | b'V' | b'X') => same(|byte| matches!(byte, b'I' | b'V' | b'X')),
        Some(byte) if byte.is_ascii_alphabetic() => 1,
        _ => return 0,
    };
    if length > LONGEST {
        return 0;
    }
    let mut end = start + length;
    match text.get(end..end + 2) {
        Some(b".)") if !bracketed => end += 2,
        Some(b").") if bracketed => end += 2,
        Some([b')', _]) => end += 1,
        Some([b'.', _]) if !bracketed => end += 1,
        _ => return 0,
    }
    if matches!(text.get(end), Some(b' ' | b'\t')) { end - at } else { 0 }
}

/// Whether only white space and an opening bracket stand before `at` on its line.
pub(super) fn is_line_start(text: &[u8], at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let mut blanks = before.iter().rev().take(9).skip_while(|byte| matches!(byte, b' ' | b'\t' | b'('));
    matches!(blanks.next(), None | Some(b'\n' | b'\r'))
}
