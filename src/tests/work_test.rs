//! The work for texts that try to be slow, counted in steps: it grows with the length of the text, whatever
//! the text is.

use crate::base::steps;
use crate::{Attributor, Genre};

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

/// The kinds of text that are read apart.
const GENRES: [Genre; 2] = [Genre::News, Genre::Fiction];

/// Both are longer than what of a paragraph is read in one piece.
const SIZES: &[usize] = &[70_000, 140_000];

/// As long as texts get; too long for a build without optimization.
const LARGE: &[usize] = &[1 << 20, 2 << 20, 4 << 20, 8 << 20];

/// A byte of prose takes two to three.
const MOST_STEPS: f64 = 400.0;

#[track_caller]
fn assert_linear(name: &str, sizes: &[usize], text: impl Fn(usize) -> String) {
    for genre in GENRES {
        let attributor = Attributor::builder().genre(genre).build();
        let steps = |size: usize| {
            let text = text(size);
            let steps = steps::count(|| drop(attributor.attribute(&text)));
            steps as f64 / text.len() as f64
        };
        let (least, more) = sizes.split_first().expect("sizes");
        let short = steps(*least);
        for size in more {
            let long = steps(*size);
            let what = format!("{genre:?} of {name:?}: {short:.1} steps a byte, at {size} bytes {long:.1}");
            assert!(long <= short * 1.3 + 1.0 && long <= MOST_STEPS, "{what}");
        }
    }
}

fn assert_hostile_texts_linear(sizes: &[usize]) {
    for piece in PIECES {
        assert_linear(piece, sizes, |size| piece.repeat(size / piece.len()));
    }
    for (name, part) in PARTS {
        let parts = |size: usize| (0..size / part(0).len()).map(part).collect();
        assert_linear(name, sizes, parts);
    }
}

/// A part of a text, by its number.
type Part = fn(usize) -> String;

/// Texts without end in what they name.
const PARTS: &[(&str, Part)] = &[
    ("many names", |number| format!("Ab{number}a Be{}b said so. ", number / 2)),
    ("one surname", |number| format!("Ab{number}a Lee said. ")),
    ("one given name", |number| format!("“It is,” said Ana Le{number}e. Aunt Ana and Captain Ana left.\n\n")),
    ("many speakers", |number| format!("“It is,” said Ab{number}a Be{}b.\n\n“No.”\n\n", number / 2)),
    ("many titles", |number| format!("“It is,” said Mr. Le{number}e to Captain Le{}e.\n\n", number / 2)),
    ("many addressed", |number| format!("“It is, Ab{number}a,” he said. “No, Tom.”\n\n")),
    ("many beats", |number| format!("Ab{number}a turned. “It is.” Be{number}b left.\n\n")),
    ("many who answer one", |number| format!("“Well, Tom?”\n\n“No,” said Ab{number}a.\n\n")),
    ("dashes", |number| format!("— It is, Ab{number}a — said Be{number}b. ")),
    ("roles", |number| format!("A spokesman for Co{number}c said. The spokesman said it left.\n\n")),
    ("one sentence", |_| "the man said that it was old, and Aba Beb told “him” so, ".to_owned()),
    ("many lines", |_| "“It is,” said Aba Beb.\n".to_owned()),
];

#[test]
fn work_grows_with_the_length_of_hostile_texts() {
    assert_hostile_texts_linear(SIZES);
}

#[test]
#[ignore = "takes minutes: cargo test --release --lib work -- --ignored"]
fn work_grows_with_the_length_of_large_hostile_texts() {
    assert_hostile_texts_linear(LARGE);
}
