//! Wrong answers, drawn under their texts.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::Span;

use super::contents::Unit;
use super::gold::Gold;
use super::record::Place;
use crate::cli::draw::draw;

/// Bytes of the text that are shown on either side.
const AROUND: usize = 200;
const WIDTH: usize = 100;

/// All mistakes by class, as they will be printed.
#[derive(Debug, Default)]
pub(super) struct Mistakes {
    /// How many of each class will be asked for; none are drawn where it is 0.
    pub(super) wanted: usize,
    classes: BTreeMap<String, Vec<String>>,
}

impl Mistakes {
    /// A quoted span: `[=]` its words, `{~}` the source in gold, `(?)` the source that was found, `<->` the
    /// cue that was found.
    pub(super) fn add(&mut self, class: &str, gold: &Gold, unit: &Unit<'_>) {
        if self.wanted == 0 {
            return;
        }
        let mut parts = vec![(unit.place, "[=]")];
        parts.extend(unit.gold.into_iter().flat_map(|quote| &quote.source).map(|source| (*source, "{~}")));
        let found = unit.found;
        parts.extend(found.and_then(|found| found.source).map(|source| (source, "(?)")));
        parts.extend(found.and_then(|found| found.cue).map(|cue| (cue, "<->")));
        let rule = found.map_or("", |found| &found.rule);
        self.draw(class, &format!("[{}] {rule}", gold.id), &gold.text, unit.place, &parts);
    }

    /// Anything else, with `parts` drawn under the text around `place`.
    pub(super) fn draw(
        &mut self,
        class: &str,
        head: &str,
        text: &str,
        place: Place,
        parts: &[(Place, &str)],
    ) {
        if self.wanted == 0 {
            return;
        }
        let first = parts.iter().map(|(part, _)| part[0]).filter(|at| at + 2 * AROUND > place[0]).min();
        let last = parts.iter().map(|(part, _)| part[1]).filter(|at| *at < place[1] + 2 * AROUND).max();
        let start = first.unwrap_or(place[0]).min(place[0]).saturating_sub(AROUND);
        let end = (last.unwrap_or(place[1]).max(place[1]) + AROUND).min(text.len());
        let window = Span::new(boundary(text, start), boundary(text, end));
        let parts: Vec<(Span, &str)> =
            parts.iter().map(|(place, strokes)| (Span::new(place[0], place[1]), *strokes)).collect();
        let drawing = format!("- {head}\n{}", draw(text, window, &parts, WIDTH));
        self.classes.entry(class.to_owned()).or_default().push(drawing);
    }

    /// Prints as many of each class as are wanted, spread evenly over the texts.
    pub(super) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        for (class, mistakes) in self.classes.iter().filter(|_| self.wanted > 0) {
            writeln!(out, "\n== {class}: {}", mistakes.len())?;
            let count = self.wanted.min(mistakes.len());
            for number in 0..count {
                writeln!(out, "{}", mistakes[number * mistakes.len() / count])?;
            }
        }
        Ok(())
    }
}

/// The nearest boundary of a character at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
