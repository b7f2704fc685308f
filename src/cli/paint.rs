//! Colours on a terminal, and words in columns.

use std::fmt;
use std::io::{self, IsTerminal};
use std::path::Path;

use clap::ValueEnum;
use clap::builder::styling::{Ansi256Color, Color, Style};
use unicode_width::UnicodeWidthStr;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// On a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    Always,
    Never,
}

/// Whether and how to colour.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint(bool);

/// Ten colours that differ on light and dark grounds, also for who confuses red and green.
const COLOURS: [u8; 10] = [32, 172, 36, 133, 203, 25, 100, 67, 168, 94];

impl Paint {
    pub(super) fn new(when: When, output: Option<&Path>) -> Self {
        let terminal = output.is_none() && io::stdout().is_terminal();
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Self(match when {
            When::Auto => terminal && wanted,
            When::Always => true,
            When::Never => false,
        })
    }

    pub(super) fn bold(self, words: impl fmt::Display) -> String {
        self.with(Style::new().bold(), words)
    }

    pub(super) fn dim(self, words: impl fmt::Display) -> String {
        self.with(Style::new().dimmed(), words)
    }

    /// In the colour of a speaker; the first ten have their own.
    pub(super) fn speaker(self, place: usize, words: impl fmt::Display) -> String {
        match COLOURS.get(place) {
            Some(colour) => self.colour(*colour, words),
            None => self.dim(words),
        }
    }

    pub(super) fn good(self, words: impl fmt::Display) -> String {
        self.colour(36, words)
    }

    pub(super) fn bad(self, words: impl fmt::Display) -> String {
        self.colour(203, words)
    }

    pub(super) fn key(self, words: impl fmt::Display) -> String {
        self.colour(172, words)
    }

    fn colour(self, colour: u8, words: impl fmt::Display) -> String {
        self.with(Style::new().fg_color(Some(Color::Ansi256(Ansi256Color(colour)))), words)
    }

    fn with(self, style: Style, words: impl fmt::Display) -> String {
        if self.0 { format!("{style}{words}{style:#}") } else { words.to_string() }
    }
}

/// How many columns words take.
pub(super) fn width(words: &str) -> usize {
    UnicodeWidthStr::width(words)
}

/// Line breaks and runs of blanks as single ones; control characters, which would move the cursor, dropped.
pub(super) fn one_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|letter| !letter.is_control()));
    }
    line
}

/// `words` in lines of at most `columns`, broken at blanks.
pub(super) fn wrap(words: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word);
        if used > 0 && used + 1 + wide > columns {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += wide;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}
