//! The lines of a list. Every list of the crate is text with one entry a line; `#` opens a comment.

/// The entries of a list, each with the number of its line.
pub(super) fn entries(list: &str) -> Entries<'_> {
    Entries { rest: Some(list), number: 0 }
}

pub(super) struct Entries<'t> {
    /// The lines still to be read.
    rest: Option<&'t str>,
    /// The number of the line before them.
    number: usize,
}

impl<'t> Iterator for Entries<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (entry, more) = next_line(self.rest?);
            self.rest = more;
            self.number += 1;
            if !entry.is_empty() {
                return Some((self.number, entry));
            }
        }
    }
}

/// The first line without its comment, and the lines after it.
fn next_line(lines: &str) -> (&str, Option<&str>) {
    let Some(end) = memchr::memchr2(b'\n', b'#', lines.as_bytes()) else {
        return (lines.trim_ascii(), None);
    };
    (lines[..end].trim_ascii(), cut(&lines[end..], b'\n').1)
}

/// The text before the first `mark`, an ASCII byte, and what follows it. Fields are a few bytes long, too
/// short for the searches of the standard library to pay: they took a quarter of the time to load.
pub(super) fn cut(text: &str, mark: u8) -> (&str, Option<&str>) {
    match text.bytes().position(|byte| byte == mark) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_are_no_entries() {
        let list = "# head\n\nsay q3 # as all know\r\n  tell whom\n#\n";
        assert_eq!(entries(list).collect::<Vec<_>>(), [(3, "say q3"), (4, "tell whom")]);
        assert_eq!(entries("").count(), 0);
    }
}
