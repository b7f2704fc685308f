//! What stands in marks and is said by nobody, and lines that look like it: each row is a paragraph of a scene, those that
//! hold for articles too are one of an article as well. They are counted with those of `breadth.rs`.

use whosaid::{Attributor, Document, Genre};

use crate::breadth::list;

/// The scene before and after a row.
const BEFORE: &str = "The rain had not let up. Martha Pell stood at the window. Jem Coster came in and shook his coat.\n\n\
                      “You have come far,” said Martha.\n\n“The road is flooded,” said Jem. “The bridge is down.”\n\n";
const BEHIND: &str = "\n\n“There is bread,” said Martha.\n\n“I will not say no,” said Jem.";

/// Before a row that holds for novels alone.
const NOVELS: char = '~';

/// Each table with the number of its rows and those that are wrong.
pub(crate) fn tables() -> Vec<(&'static str, usize, Vec<String>)> {
    let attributor = |genre| Attributor::builder().genre(genre).indirect(false).build();
    let (novels, news) = (attributor(Genre::Fiction), attributor(Genre::News));
    let rows = list("unsaid");
    let both = || rows.iter().filter(|row| !row.starts_with(NOVELS));
    let count = |rows: Vec<Option<String>>| (rows.len(), rows.into_iter().flatten().collect::<Vec<_>>());
    let unsaid = |attributor: &Attributor, row: &str| {
        let row = row.trim_start_matches(NOVELS);
        let said = said(attributor, row);
        said.iter().any(|said| *said).then(|| format!("{row}\n"))
    };
    let spoken = list("unsaid-none");
    let tables = [
        ("unsaid", count(rows.iter().map(|row| unsaid(&novels, row)).collect())),
        ("unsaid-in-articles", count(both().map(|row| unsaid(&news, row)).collect())),
        ("unsaid-none", count(spoken.iter().map(|row| lost(&novels, row)).collect())),
    ];
    tables.into_iter().map(|(name, (all, wrong))| (name, all, wrong)).collect()
}

fn lost(attributor: &Attributor, row: &str) -> Option<String> {
    said(attributor, row).iter().any(|said| !said).then(|| format!("{row}\n"))
}

/// Whether each quoted span of the row is a quote.
fn said(attributor: &Attributor, row: &str) -> Vec<bool> {
    let text = format!("{BEFORE}{row}{BEHIND}");
    let document = attributor.attribute(&text);
    let end = BEFORE.len() + row.len();
    let marks = text.match_indices('“').filter(|(at, _)| (BEFORE.len()..end).contains(at));
    marks.map(|(at, _)| is_said(&document, at)).collect()
}

fn is_said(document: &Document<'_>, at: usize) -> bool {
    let mut spans = document.quotes().iter().flat_map(|quote| quote.content());
    spans.any(|span| span.start() <= at && at < span.end())
}
