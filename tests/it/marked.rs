//! Texts with brackets around the parts of a quotation, so that nobody counts bytes.
//!
//! `[…]` holds content, `<…>` the cue, `{…}` the source; a backslash before one of these makes it a plain
//! character of the text.

use whosaid::Span;

/// A text without its brackets, and what stood in them.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Marked {
    pub(crate) text: String,
    pub(crate) content: Vec<Span>,
    pub(crate) cue: Vec<Span>,
    pub(crate) source: Vec<Span>,
}

/// Reads a text with brackets; an error says what is wrong with them.
pub(crate) fn read(marked: &str) -> Result<Marked, String> {
    let mut found = Marked::default();
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut letters = marked.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => found.text.push(letters.next().ok_or("a backslash at the end")?),
            '[' | '<' | '{' => open.push((letter, found.text.len())),
            ']' | '>' | '}' => {
                let (mark, start) = open.pop().ok_or_else(|| format!("{letter} closes nothing"))?;
                let span = Span::new(start, found.text.len());
                if span.is_empty() {
                    return Err(format!("nothing between {mark} and {letter}"));
                }
                match (mark, letter) {
                    ('[', ']') => found.content.push(span),
                    ('<', '>') => found.cue.push(span),
                    ('{', '}') => found.source.push(span),
                    _ => return Err(format!("{mark} is closed by {letter}")),
                }
            }
            letter => found.text.push(letter),
        }
    }
    match open.pop() {
        Some((mark, _)) => Err(format!("{mark} is not closed")),
        None => Ok(found),
    }
}

/// A span without the blanks and the punctuation at its ends that belong to nobody's words: *, the plan,*.
pub(crate) fn bare(text: &str, span: Span) -> Span {
    let words = &text[span];
    let loose = |letter: char| letter.is_whitespace() || ",;:.–—-".contains(letter);
    let start = span.start() + (words.len() - words.trim_start_matches(loose).len());
    let end = span.start() + words.trim_end_matches(loose).len();
    Span::new(start, end.max(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_give_spans() {
        let marked = read("[“No,”] {she} <said> \\[today\\].").expect("well formed");
        assert_eq!(marked.text, "“No,” she said [today].");
        assert_eq!(&marked.text.as_str()[marked.content[0]], "“No,”");
        assert_eq!(&marked.text.as_str()[marked.source[0]], "she");
    }

    #[test]
    fn bad_brackets_are_errors() {
        for bad in ["[a", "a]", "[a}", "[]", "\\"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
