//! What is wrong with the pattern of a rule of the caller's, drawn under it.
//!
//! In: a pattern that the regular expressions can read. Out: the first letter that no item line has, or group that no
//! rule has, with its place and the remedy. Such a pattern would never hold, and nobody would say why.

use std::fmt::Write;

use crate::grammar::items::letter_name;

/// The groups that a pattern must have, and the only ones that it may.
pub(super) const GROUPS: [&str; 3] = ["content", "cue", "source"];

/// The letters of the item line that stand for words.
fn letters() -> String {
    ('A'..='z').filter(|letter| is_letter(*letter)).collect()
}

const fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic() && !letter_name(letter).is_empty()
}

/// The first fault of `pattern`, as lines that draw its place.
pub(super) fn fault(pattern: &str) -> Option<String> {
    let mut reader = Reader { pattern, at: 0, folded: false };
    let (at, len, problem) = reader.first_fault()?;
    Some(drawn(pattern, at, len, &problem))
}

/// The pattern with strokes under a part of it, and the problem.
fn drawn(pattern: &str, at: usize, len: usize, problem: &str) -> String {
    let line = pattern[..at].rfind('\n').map_or(0, |end| end + 1);
    let before = pattern[line..at].chars().count();
    let shown = pattern[line..].lines().next().unwrap_or("");
    let strokes = pattern[at..at + len].chars().count().max(1);
    let mut drawing = String::from("the pattern\n");
    let _ = write!(drawing, "    {shown}\n    {}{} {problem}", " ".repeat(before), "^".repeat(strokes));
    drawing
}

/// A place in the pattern, how long what stands there is, and what is wrong with it.
type Found = (usize, usize, String);

struct Reader<'p> {
    pattern: &'p str,
    at: usize,
    /// Letters are read in either case.
    folded: bool,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.pattern[self.at..]
    }

    fn first_fault(&mut self) -> Option<Found> {
        while let Some(letter) = self.rest().chars().next() {
            match letter {
                '\\' => self.escape(),
                '(' => {
                    if let Some(found) = self.group() {
                        return Some(found);
                    }
                }
                '{' => self.at += self.rest().find('}').map_or(1, |end| end + 1),
                // in a class [:alpha:] and the like are no letters
                '[' if self.rest().starts_with("[:") => {
                    self.at += self.rest().find(":]").map_or(1, |end| end + 2);
                }
                _ => {
                    if let Some(problem) = self.letter(letter) {
                        return Some((self.at, letter.len_utf8(), problem));
                    }
                    self.at += letter.len_utf8();
                }
            }
        }
        None
    }

    /// Goes behind `\d`, `\(`, `\p{Lu}`, `\x41`.
    fn escape(&mut self) {
        let after = self.rest().chars().nth(1);
        self.at += 1 + after.map_or(0, char::len_utf8);
        match after {
            Some('p' | 'P') if !self.rest().starts_with('{') => {
                self.at += self.rest().chars().next().map_or(0, char::len_utf8);
            }
            Some('x') if !self.rest().starts_with('{') => self.at = (self.at + 2).min(self.pattern.len()),
            Some('u') if !self.rest().starts_with('{') => self.at = (self.at + 4).min(self.pattern.len()),
            _ => {}
        }
        while !self.pattern.is_char_boundary(self.at) {
            self.at += 1;
        }
    }

    /// Goes behind what opens a group: `(`, `(?:`, `(?i)`, `(?<cue>`.
    fn group(&mut self) -> Option<Found> {
        let start = self.at;
        self.at += 1;
        let named = ["?<", "?P<"].into_iter().find(|opening| self.rest().starts_with(opening));
        if let Some(opening) = named {
            self.at += opening.len();
            let len = self.rest().find('>').unwrap_or(0);
            let (at, name) = (self.at, &self.pattern[self.at..self.at + len]);
            self.at += len + 1;
            let known = GROUPS.contains(&name);
            return (!known).then(|| {
                let problem = format!(
                    "there is no group {name:?}; name it one of {}, or write (?:…) for a group without a name",
                    GROUPS.join(", ")
                );
                (at, len, problem)
            });
        }
        if self.rest().starts_with('?') {
            let flags = self.rest().find([':', ')']).unwrap_or(0);
            let on = self.rest()[..flags].split('-').next().unwrap_or("");
            let (folds, comments) = (on.contains('i'), on.contains('x'));
            self.folded |= folds;
            // white space and comments are no part of such a pattern
            self.at = if comments { self.pattern.len() } else { self.at + flags + 1 };
            return None;
        }
        let problem = "this group has no name; write (?:…), or (?<cue>…) and the like".to_owned();
        Some((start, 1, problem))
    }

    /// Whether it is an end of a range, `A-Z`.
    fn is_of_range(&self) -> bool {
        let (before, after) = (&self.pattern[..self.at], self.rest().chars().nth(1));
        let inside = before.rfind('[').is_some_and(|open| !before[open..].contains(']'));
        inside && (before.ends_with('-') || after == Some('-'))
    }

    /// What is wrong with a letter that stands for itself.
    fn letter(&self, letter: char) -> Option<String> {
        if letter.is_ascii_punctuation() || is_letter(letter) || self.is_of_range() {
            return None;
        }
        let other =
            if letter.is_lowercase() { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() };
        if is_letter(other) {
            let problem = format!("no item has the letter {letter:?}; write {other:?}");
            return Some(problem).filter(|_| !self.folded);
        }
        let place = "explain::ExplainedItem::name tells what each means";
        Some(match letter {
            ' ' => "the item line has no blanks; leave it out".to_owned(),
            '0'..='9' => "no item is a figure; amounts are phrases, X, or times, M".to_owned(),
            _ if letter.is_alphabetic() => {
                format!("no item has the letter {letter:?}; the letters are {}, and {place}", letters())
            }
            _ => format!("no item is written {letter:?}; marks are , ; : - ( ) . and * is any other word"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_letters_and_groups_are_sound() {
        for pattern in [
            r"^(?<source>N)(?<cue>\([^)]*\))(?<content>Q)",
            r"^(?P<source>[NDX]{1,2})(?:,X)*(?<cue>[SV])\.?(?<content>\*+|Q)$",
            r"(?i:q)n\p{L}\x51[[:alpha:]]",
            "(?x) Q # anything\n N",
            "[A-Z]Q",
            "",
        ] {
            assert_eq!(fault(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn faults_are_drawn_with_their_remedy() {
        for (pattern, expected) in [
            ("^QnS", "    ^QnS\n      ^ no item has the letter 'n'; write 'N'"),
            ("Q (N)", "    Q (N)\n     ^ the item line has no blanks; leave it out"),
            ("Q(N)", "    Q(N)\n     ^ this group has no name; write (?:…), or (?<cue>…) and the like"),
            (
                "é(?<who>N)",
                "    é(?<who>N)\n    ^ no item has the letter 'é'; the letters are ABCDGHIJKMNPQRSTUVWXgiu, \
                 and explain::ExplainedItem::name tells what each means",
            ),
            (
                "(?<who>N)",
                "    (?<who>N)\n       ^^^ there is no group \"who\"; name it one of content, cue, source, or \
                 write (?:…) for a group without a name",
            ),
            ("Q“", "    Q“\n     ^ no item is written '“'; marks are , ; : - ( ) . and * is any other word"),
        ] {
            assert_eq!(fault(pattern), Some(format!("the pattern\n{expected}")));
        }
    }
}
