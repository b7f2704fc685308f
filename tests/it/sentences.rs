//! Where sentences end: cases as data, and what holds for every text.

use proptest::prelude::*;
use serde::Deserialize;
use whosaid::{Lines, Segmenter, sentences};

use crate::case_files::{self, Expected};
use crate::properties::config;

/// A text with `|` at its boundaries.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    why: String,
    #[serde(default)]
    lines: LineBreaks,
    expect: Option<Expected>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum LineBreaks {
    #[default]
    Auto,
    Wrapped,
    Unwrapped,
}

impl case_files::Case for Case {
    /// Many texts have one reason.
    fn name(&self) -> &str {
        &self.text
    }

    fn expected(&self) -> Option<Expected> {
        self.expect
    }
}

impl Case {
    fn text(&self) -> String {
        self.text.replace('|', "")
    }

    /// The text with a bar after each sentence that was found but the last.
    fn found(&self) -> String {
        let lines = match self.lines {
            LineBreaks::Auto => Lines::Auto,
            LineBreaks::Wrapped => Lines::Wrapped,
            LineBreaks::Unwrapped => Lines::Unwrapped,
        };
        let text = self.text();
        let mut found = String::new();
        let mut end = 0;
        for span in Segmenter::new().lines(lines).sentences(&text) {
            if !text[..span.start()].chars().all(is_space) {
                found.push('|');
            }
            found.push_str(&text[end..span.end()]);
            end = span.end();
        }
        found + &text[end..]
    }
}

#[test]
fn sentences_end_where_the_cases_say() {
    case_files::run("sentences.toml", 250, |case: &Case| {
        let found = case.found();
        let problem = || format!("{}\n    found  {found:?}", case.why);
        (found == case.text).then_some(()).ok_or_else(problem)
    });
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{FEFF}'
}

/// Spans are in order, on character boundaries, without white space at their ends, and cover the rest.
#[track_caller]
fn check_cover(text: &str, lines: Lines) {
    let mut end = 0;
    for span in Segmenter::new().lines(lines).sentences(text) {
        assert!(span.start() >= end && !span.is_empty(), "{span} comes after {end} in {text:?}");
        let between = text.get(end..span.start()).expect("a boundary inside a character");
        assert!(between.chars().all(is_space), "{between:?} is lost in {text:?}");
        let sentence = span.get(text).expect("a boundary inside a character");
        assert!(!sentence.starts_with(is_space) && !sentence.ends_with(is_space), "{sentence:?}");
        end = span.end();
    }
    assert!(text[end..].chars().all(is_space), "{:?} is lost in {text:?}", &text[end..]);
}

/// Texts of the pieces that the rules look at.
fn tricky_text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        ".",
        "!",
        "?",
        "…",
        "...",
        ". . .",
        "\"",
        "'",
        "“",
        "”",
        "‘",
        "’",
        "''",
        "(",
        ")",
        "[",
        "]",
        "[1]",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\n\n",
        "\u{C}",
        "\u{A0}",
        "\u{3000}",
        "\u{2028}",
        "\u{FEFF}",
        "-",
        "--",
        "—",
        "•",
        "* ",
        "1. ",
        "2) ",
        "(a) ",
        "b. ",
        "iv) ",
        "Mr.",
        "U.S.",
        "e.g.",
        "a.m.",
        "No.",
        "Inc.",
        "I",
        "A",
        "the",
        "The",
        "Lee",
        "said",
        "asked",
        "he",
        "in",
        "5",
        "3.5",
        ",",
        ":)",
        "。",
        "？",
        "।",
        "é",
        "É",
        "日本",
        "😀",
        "http://x.y",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn every_text_is_covered(text in tricky_text()) {
        for lines in [Lines::Auto, Lines::Wrapped, Lines::Unwrapped] {
            check_cover(&text, lines);
        }
    }

    #[test]
    fn any_string_is_covered(text in any::<String>()) {
        check_cover(&text, Lines::Auto);
    }

    #[test]
    fn paragraphs_do_not_know_of_each_other(one in tricky_text(), two in tricky_text()) {
        let segmenter = Segmenter::new().lines(Lines::Unwrapped);
        let both = format!("{one}\n\n{two}");
        let offset = one.len() + 2;
        let apart = segmenter.sentences(&one).map(|span| (span.start(), span.end())).chain(
            segmenter.sentences(&two).map(|span| (span.start() + offset, span.end() + offset)),
        );
        let together = segmenter.sentences(&both).map(|span| (span.start(), span.end()));
        prop_assert_eq!(together.collect::<Vec<_>>(), apart.collect::<Vec<_>>());
    }
}

#[test]
fn the_iterator_is_lazy_and_ends_for_good() {
    let text = "One. ".repeat(1000);
    let mut found = sentences(&text);
    assert_eq!(found.next().map(|span| span.end()), Some(4));
    let mut rest = found.clone();
    assert_eq!(rest.by_ref().count(), 999);
    assert_eq!((rest.next(), rest.next()), (None, None));
    assert_eq!(sentences("").next(), None);
    assert_eq!(sentences(" \n\u{3000}\n").next(), None);
}
