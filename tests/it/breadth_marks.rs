//! How marks of every kind are read, and where sentences end beside them: tables made from pairs of marks, blanks and
//! abbreviations, with `|` at the boundaries. They are counted with those of `breadth.rs`.

use whosaid::Segmenter;

use crate::breadth::{framed, list};

/// The marks of speech, and those of speech in it.
const PAIRS: &[[&str; 2]] = &[
    ["“", "”"],
    ["\"", "\""],
    ["‘", "’"],
    ["'", "'"],
    ["«", "»"],
    ["« ", " »"],
    ["„", "“"],
    ["»", "«"],
    ["‚", "‘"],
    ["‹", "›"],
    ["›", "‹"],
];

const NESTED: &[[&str; 4]] = &[
    ["“", "”", "‘", "’"],
    ["‘", "’", "“", "”"],
    ["\"", "\"", "'", "'"],
    ["'", "'", "\"", "\""],
    ["«", "»", "“", "”"],
    ["„", "“", "‚", "‘"],
];

/// What printers set between two marks.
const BLANKS: &[&str] = &["", " ", "\u{A0}", "\u{2009}", "\u{200A}", "\u{202F}"];

/// Each table with the number of its rows and those that are wrong.
pub(crate) fn tables() -> Vec<(&'static str, usize, Vec<String>)> {
    let wrong = |rows: &[String]| rows.iter().filter_map(|row| wrongly_cut(row)).collect();
    rows().iter().map(|(name, rows)| (*name, rows.len(), wrong(rows))).collect()
}

fn rows() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("sentence-marks", marked(&list("sentence-frames"))),
        ("sentence-nested", nested(&list("sentence-frames-nested"))),
        (
            "sentence-given",
            framed(
                &[
                    "Benj", "Chas", "Edw", "Geo", "Jas", "Jno", "Jos", "Robt", "Saml", "Thos", "Wm", "Ph",
                    "Th", "Ch", "Chr",
                ]
                .map(str::to_owned),
                &[
                    "It was @. Darnell who came.| They ate.",
                    "@. Smithers wrote it.| Nobody read it.",
                    "“Who cares?” @. Darnell asked.| They ate.",
                    "He came with Lee and @. Hobb to the mill.| They ate.",
                ],
            ),
        ),
        (
            "sentence-cited",
            framed(
                &[
                    "Gen", "Exod", "Lev", "Deut", "Josh", "Sam", "Neh", "Ps", "Prov", "Eccl", "Isa", "Jer",
                    "Ezek", "Dan", "Hos", "Mic", "Zech", "Mal", "Matt", "Rom", "Cor", "Gal", "Eph", "Phil",
                    "Col", "Thess", "Tim", "Heb", "Jas", "Pet",
                ]
                .map(str::to_owned),
                &[
                    "See @. 13:4 for more.| They read it.",
                    "See 1 @. 1:1 and the rest.| They read it.",
                    "Is it a real saying? (@. 4:8)| No, it is not.",
                ],
            ),
        ),
        ("sentence-forms", list("sentence-forms")),
    ]
}

/// The frames with each pair of marks in the place of `<` and `>`.
fn marked(frames: &[String]) -> Vec<String> {
    let fill = |[open, close]: &[&str; 2]| {
        let rows = frames.iter().map(|frame| frame.replace('<', open).replace('>', close));
        rows.collect::<Vec<_>>()
    };
    PAIRS.iter().flat_map(fill).collect()
}

/// The frames with each pair of marks, a pair inside in the place of `{` and `}`, and a blank in that of `_`.
fn nested(frames: &[String]) -> Vec<String> {
    let mut rows = Vec::new();
    for [open, close, inner, closed] in NESTED {
        for blank in BLANKS {
            let fill = |frame: &String| {
                let outer = frame.replace('<', open).replace('>', close);
                outer.replace('{', inner).replace('}', closed).replace('_', blank)
            };
            rows.extend(frames.iter().map(fill));
        }
    }
    rows
}

/// How a row is cut, where it is not as its bars tell.
fn wrongly_cut(row: &str) -> Option<String> {
    let text = row.replace('|', "");
    let found: Vec<&str> = Segmenter::new().sentences(&text).map(|span| &text[span]).collect();
    let wanted: Vec<&str> = row.split('|').map(str::trim).collect();
    (found != wanted).then(|| format!("{row}\n    {}\n", found.join(" | ")))
}
