//! Marks of web pages and of Markdown inside of prose, which stand beside words and are none.
//!
//! In: a place in the text. Out: how many bytes of mark-up stand there: *\*\*Ann\*\*, <b>No</b>, [Ann](https://a.example)*.

/// So far, in bytes, the other end of a link is looked for.
const LONGEST_LINK: usize = 512;

/// The tags that change how words look.
const INLINE: &[&[u8]] = &[b"b", b"i", b"u", b"s", b"em", b"strong", b"small", b"sub", b"sup"];

/// The length of the run of asterisks at `at`, which stand for emphasis: a blank stands at most on one side. A star alone
/// opens a line of a list, or is a sign.
pub(super) fn emphasis(text: &[u8], at: usize) -> usize {
    let stars = text[at..].iter().take(4).take_while(|byte| **byte == b'*').count();
    let ink = |byte: Option<&u8>| byte.is_some_and(|byte| !byte.is_ascii_whitespace());
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    if stars <= 3 && (ink(before) != ink(text.get(at + stars)) || stars > 1 && ink(before)) {
        stars
    } else {
        0
    }
}

/// The length of the tag at `at`, of those that change how words look.
pub(super) fn tag(text: &[u8], at: usize) -> usize {
    let slash = usize::from(text.get(at + 1) == Some(&b'/'));
    let name = text.get(at + 1 + slash..).unwrap_or_default();
    let letters = name.iter().take(8).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let known = INLINE.iter().any(|tag| name[..letters].eq_ignore_ascii_case(tag));
    if known && name.get(letters) == Some(&b'>') { slash + letters + 2 } else { 0 }
}

/// The length of the bracket at `at` that opens the words of a link, or closes them, with the address behind.
pub(super) fn link(text: &[u8], at: usize) -> usize {
    let near = &text[at..text.len().min(at + LONGEST_LINK)];
    let addressed = |rest: &[u8]| rest.starts_with(b"](http");
    if near[0] == b']' {
        let closes = if addressed(near) { memchr::memchr2(b')', b'\n', near) } else { None };
        return closes.filter(|end| near[*end] == b')').map_or(0, |end| end + 1);
    }
    let end = memchr::memchr2(b']', b'\n', near);
    usize::from(end.is_some_and(|end| addressed(&near[end..])))
}
