//! How speech is found behind marks of every kind: tables made from lines of speech, places in a paragraph and pairs of
//! marks, each row set into a scene with the same marks. They are counted with those of `breadth.rs`.

use whosaid::{Attributor, Genre};

use crate::breadth::list;

/// Marks that no apostrophe looks like, and those that one does.
const DOUBLE: &[[&str; 3]] = &[["“", "”", "’"], ["\"", "\"", "'"], ["«", "»", "’"]];
const SINGLE: &[[&str; 3]] = &[["‘", "’", "’"], ["'", "'", "'"]];

const DASHES: &[&str] = &["—", "— ", "―", "― ", "–", "– ", "--", "-- ", "---", "- "];

/// The scene before and after a row.
const BEFORE: &str = "The rain had not let up. Martha Pell stood at the window. Jem Coster came in and shook his coat.\n\n\
                      <You have come far,> said Martha.\n\n<The road is flooded,> said Jem. <The bridge is down.>\n\n";
const BEHIND: &str = "\n\n<There is bread,> said Martha.\n\n<I will not say no,> said Jem.";

/// Each table with the number of its rows and those that are wrong.
pub(crate) fn tables() -> Vec<(&'static str, usize, Vec<String>)> {
    let attributor = Attributor::builder().genre(Genre::Fiction).build();
    let rows = [
        ("speech-elided", framed("speech-elided", SINGLE)),
        ("speech-elided-doubly", framed("speech-elided", DOUBLE)),
        ("speech-nested", framed("speech-nested", &[DOUBLE, SINGLE].concat())),
        ("speech-lost", lost()),
        ("speech-dashed", dashed()),
    ];
    rows.into_iter()
        .map(|(name, rows)| {
            let wrong = rows.iter().filter_map(|row| row.fault(&attributor)).collect();
            (name, rows.len(), wrong)
        })
        .collect()
}

/// A paragraph of a scene, and the speech in it.
struct Row {
    before: String,
    text: String,
    behind: String,
    speech: Vec<String>,
}

impl Row {
    /// A row of a `template` whose speech is between `[` and `]`, or of each pair of marks, with `marks` in all of it.
    fn of(template: &str, marks: &[&str; 3]) -> Self {
        let filled = |text: &str| {
            let text = text.replace("<b>", "\u{1}b\u{2}").replace("</b>", "\u{1}/b\u{2}");
            let text = text.replace("<i>", "\u{1}i\u{2}").replace("</i>", "\u{1}/i\u{2}");
            let text = text.replace(['<', '{'], marks[0]).replace(['>', '}'], marks[1]);
            text.replace('’', marks[2]).replace('\u{1}', "<").replace('\u{2}', ">")
        };
        let mut speech = Vec::new();
        let mut rest = template;
        while let Some((_, opened)) = rest.split_once('⟦') {
            let (words, behind) = opened.split_once('⟧').expect("an end of speech");
            speech.push(bare(&filled(words)).to_owned());
            rest = behind;
        }
        Self {
            before: filled(BEFORE),
            text: filled(&template.replace(['⟦', '⟧'], "")),
            behind: filled(BEHIND),
            speech,
        }
    }

    /// What is found where it is not the speech.
    fn fault(&self, attributor: &Attributor) -> Option<String> {
        let text = format!("{}{}{}", self.before, self.text, self.behind);
        let document = attributor.attribute(&text);
        let inside = self.before.len()..self.before.len() + self.text.len();
        let mut spans: Vec<_> = document.quotes().iter().flat_map(|quote| quote.content()).copied().collect();
        spans.extend(document.unattributed().iter().map(|one| one.span()));
        spans.retain(|span| inside.contains(&span.start()));
        spans.sort_by_key(|span| span.start());
        let found: Vec<&str> = spans.iter().map(|span| bare(&text[*span])).collect();
        (found != self.speech).then(|| format!("{}\n    {found:?}\n", self.text))
    }
}

/// Without the marks, blanks and commas at the ends.
fn bare(words: &str) -> &str {
    let edge = ['“', '”', '"', '‘', '’', '\'', '«', '»', ' ', ',', '—', '―', '–', '-'];
    words.trim_matches(edge)
}

/// The lines of a list in all frames, with each of `marks`.
fn framed(name: &str, marks: &[[&str; 3]]) -> Vec<Row> {
    let frames = list("speech-frames");
    let lines = list(name);
    let mut rows = Vec::new();
    for frame in &frames {
        let frame = frame.replace('<', "⟦<").replace('>', ">⟧");
        for line in &lines {
            rows.extend(marks.iter().map(|marks| Row::of(&frame.replace('@', line), marks)));
        }
    }
    rows
}

/// Paragraphs with marks lost or spaced.
fn lost() -> Vec<Row> {
    let lines = list("speech-lost");
    let rows = lines.iter().map(|line| line.replace('[', "⟦").replace(']', "⟧"));
    rows.flat_map(|row| DOUBLE[..2].iter().chain(SINGLE).map(move |marks| Row::of(&row, marks))).collect()
}

/// Paragraphs of a scene in which dashes open speech.
fn dashed() -> Vec<Row> {
    let lines = list("speech-dashed");
    let scene = |text: &str, dash: &str| {
        let text = text.replace("> said", ", said").replace(",,", ",");
        text.replace('<', dash).replace(". —The", ". The").replace('>', "")
    };
    let mut rows = Vec::new();
    for dash in DASHES {
        for line in &lines {
            let mut row =
                Row::of(&line.replace('[', "⟦").replace(']', "⟧").replace('~', dash), &["", "", "’"]);
            row.before = scene(&BEFORE.replace(" <The bridge is down.>", ""), dash);
            row.behind = scene(BEHIND, dash);
            rows.push(row);
        }
    }
    rows
}
