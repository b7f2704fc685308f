//! A stretch of text with spans drawn under it.

use super::paint::width as display_width;
use crate::Span;

/// A letter of the text, and the column where it is drawn.
struct Cell {
    at: usize,
    column: usize,
    width: usize,
}

/// The words of `window` in lines of at most `width` columns, each with its spans drawn under it. With a span go
/// the strokes that open, fill and close its line: `[=]`.
pub(super) fn draw(text: &str, window: Span, parts: &[(Span, &str)], width: usize) -> String {
    let mut drawing = String::new();
    let Some(words) = window.get(text) else { return drawing };
    for (start, end) in lines(words, width) {
        let line = &words[start..end];
        let (start, end) = (window.start() + start, window.start() + end);
        let mut column = 0;
        let cells: Vec<Cell> = line
            .char_indices()
            .map(|(at, letter)| {
                let width = display_width(letter.encode_utf8(&mut [0; 4]));
                let cell = Cell { at: start + at, column, width };
                column += width;
                cell
            })
            .collect();
        let shown: String =
            line.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
        drawing.push_str(shown.trim_end());
        drawing.push('\n');
        for layer in layers(&cells, end, parts) {
            drawing.push_str(layer.trim_end());
            drawing.push('\n');
        }
    }
    drawing
}

/// Where to break `words`: at blanks, so that a line fits the width if its words allow.
fn lines(words: &str, width: usize) -> Vec<(usize, usize)> {
    let (mut lines, mut start, mut column, mut blank) = (Vec::new(), 0, 0, None);
    for (at, letter) in words.char_indices() {
        if column >= width && !letter.is_whitespace() {
            if let Some(end) = blank.take() {
                lines.push((start, end));
                column = display_width(&words[end..at]);
                start = end;
            }
        }
        if letter.is_whitespace() {
            blank = Some(at + letter.len_utf8());
        }
        column += display_width(letter.encode_utf8(&mut [0; 4]));
    }
    lines.push((start, words.len()));
    lines
}

/// The lines of strokes under a line of text: as few as keep overlapping spans apart.
fn layers(cells: &[Cell], end: usize, parts: &[(Span, &str)]) -> Vec<String> {
    let mut layers: Vec<Vec<char>> = Vec::new();
    let width = cells.last().map_or(0, |cell| cell.column + cell.width);
    for (span, strokes) in parts {
        let inside = |cell: &&Cell| span.start() <= cell.at && cell.at < span.end() && cell.width > 0;
        let (Some(first), Some(last)) = (cells.iter().find(inside), cells.iter().rev().find(inside)) else {
            continue;
        };
        let (from, to) = (first.column, last.column + last.width);
        let place = layers.iter().position(|layer| layer[from..to].iter().all(|stroke| *stroke == ' '));
        let place = place.unwrap_or_else(|| {
            layers.push(vec![' '; width]);
            layers.len() - 1
        });
        let mut strokes = strokes.chars();
        let mut stroke = || strokes.next().unwrap_or('?');
        let (open, inner, close) = (stroke(), stroke(), stroke());
        let layer = &mut layers[place];
        layer[from..to].fill(inner);
        if first.at == span.start() && to - from > 1 {
            layer[from] = open;
        }
        // a span that goes on in the next line has no end here
        if span.end() <= end && to - from > 1 {
            layer[to - 1] = close;
        }
    }
    layers.into_iter().map(|layer| layer.into_iter().collect()).collect()
}
