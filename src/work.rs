//! The work for texts that try to be slow, counted in steps: it grows with the length of the text, whatever
//! the text is.

use crate::{Attributor, Genre, steps};

/// What such a text repeats.
const PIECES: &[&str] = &[
    "\"",
    "“",
    "”",
    "'",
    "‘",
    "’",
    "``",
    "''",
    "«",
    "»",
    "“‘",
    "\"'",
    "“‘”’",
    "“a ",
    "“a” ",
    "‘a’ ",
    "'a ",
    "'",
    "' ",
    "A ",
    "A",
    "Aba ",
    "Aba Beb, ",
    "said ",
    "say ",
    "to say ",
    "saying ",
    "he said ",
    "he said, ",
    "said he, ",
    "said that ",
    "he said that ",
    "said “a” ",
    "he said “a” ",
    "“a,” he said, ",
    "“a,” said Aba, ",
    "x, he said, ",
    "according to ",
    "according to him, ",
    "by ",
    "of ",
    "the ",
    "the man ",
    "the man of ",
    "a man and ",
    "and ",
    "and Aba ",
    "very ",
    "early ",
    "old ",
    "who ",
    "who said ",
    "that ",
    ", ",
    ",",
    ": ",
    "; ",
    "— ",
    "— “a” ",
    "( ",
    "(",
    "[(",
    ") ",
    "(a) ",
    "(. ",
    ".",
    ". ",
    "? ",
    "! ",
    "… ",
    "A. ",
    "U.S. ",
    "Mr. ",
    "1. ",
    "1 ",
    "- ",
    "-",
    "a-",
    "a'",
    "a’",
    "e\u{301}",
    "\u{301}",
    "\u{202E}",
    "\u{200D}",
    "\u{200B}",
    "\0",
    "\r\n",
    "\n",
    "\n\n",
    "\u{FEFF}",
    "👩‍👩‍👧",
    "彼",
    "彼は。",
    "“a”\n",
    "“a”\n\n",
    "“a.”\n\n— Aba\n\n",
    "Aba Beb said. ",
    "He said he was I. ",
    "his claim that ",
    "Aba's ",
    "I ",
    "they ",
];

#[track_caller]
fn assert_linear(name: &str, genre: Genre, text: impl Fn(usize) -> String) {
    let attributor = Attributor::builder().genre(genre).build();
    let steps = |size: usize| {
        let text = text(size);
        let steps = steps::count(|| drop(attributor.attribute(&text)));
        steps as f64 / text.len() as f64
    };
    // both are longer than what of a paragraph is read in one piece
    let (short, long) = (steps(70_000), steps(140_000));
    assert!(long <= short * 1.3 + 1.0, "{name:?}: {short:.1} steps a byte, then {long:.1}");
    assert!(long <= MOST_STEPS, "{name:?}: {long:.1} steps a byte");
}

/// A byte of prose takes two to three.
const MOST_STEPS: f64 = 400.0;

#[test]
fn work_grows_with_the_length_of_hostile_texts() {
    for piece in PIECES {
        assert_linear(piece, Genre::News, |size| piece.repeat(size / piece.len()));
    }
}

#[test]
fn work_grows_with_the_length_of_a_cast_without_end() {
    let named = |size: usize| -> String {
        (0..size / 24).map(|number| format!("Ab{number}a Be{}b said so. ", number / 2)).collect()
    };
    assert_linear("many names", Genre::News, named);
    let one_surname =
        |size: usize| -> String { (0..size / 20).map(|number| format!("Ab{number}a Lee said. ")).collect() };
    assert_linear("one surname", Genre::News, one_surname);
}

#[test]
fn work_grows_with_the_length_of_one_long_paragraph_and_many_short_ones() {
    let clause = "the man said that it was old, and Aba Beb told “him” so, ";
    assert_linear("one sentence", Genre::News, |size| clause.repeat(size / clause.len()));
    let line = "“It is,” said Aba Beb.\n";
    assert_linear("many lines", Genre::News, |size| line.repeat(size / line.len()));
}
