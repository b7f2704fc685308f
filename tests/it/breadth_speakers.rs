//! Who is meant: short texts of news, of which the last quote has a speaker to be named. They are counted with those of
//! `breadth.rs`; the head of `tests/breadth/speakers.txt` tells how a row reads.

use whosaid::{Attributor, Document, Entity, Genre, Quote};

use crate::breadth::list;

/// The table with the number of its rows and those that are wrong.
pub(crate) fn tables() -> Vec<(&'static str, usize, Vec<String>)> {
    let attributor = Attributor::builder().genre(Genre::News).build();
    let rows = list("speakers");
    let wrong = rows.iter().filter_map(|row| fault(&attributor, row)).collect();
    vec![("speakers", rows.len(), wrong)]
}

/// What is wrong with the answer to a row.
fn fault(attributor: &Attributor, row: &str) -> Option<String> {
    let (text, wanted) = row.split_once(" => ").unwrap_or_else(|| panic!("{row}: no answer"));
    let document = attributor.attribute(&text.replace(" ¶ ", "\n\n")).into_owned();
    let last = document.quotes().iter().max_by_key(|quote| quote.content().first().map(|span| span.start()));
    let right = last.is_some_and(|quote| is_right(&document, quote, wanted));
    (!right).then(|| {
        let found = last.map_or_else(|| "no quote".to_owned(), |quote| answer(&document, quote));
        format!("{row}\n    {found}\n")
    })
}

fn is_right(document: &Document<'_>, quote: &Quote, wanted: &str) -> bool {
    let speakers: Vec<Entity<'_>> = document.speakers(quote).collect();
    if let Some(words) = wanted.strip_prefix('-') {
        let nameless = speakers.iter().all(|speaker| !speaker.is_named());
        return nameless
            && (words.is_empty() || matches!(&speakers[..], [one] if bare(one.name()) == bare(words)));
    }
    let (wanted, role) = wanted.split_once(" / ").map_or((wanted, None), |(name, role)| (name, Some(role)));
    let (wanted, body) = wanted.split_once(" @ ").map_or((wanted, None), |(name, body)| (name, Some(body)));
    let names: Vec<&str> = wanted.split(" + ").map(bare).collect();
    let spoken_for = |speaker: &Entity<'_>| {
        speaker.speaks_for().and_then(|id| document.entity(id)).map(|body| bare(body.name()).to_owned())
    };
    names == speakers.iter().map(|speaker| bare(speaker.name())).collect::<Vec<_>>()
        && speakers.iter().all(Entity::is_named)
        && role.is_none_or(|role| speakers[0].role() == Some(role))
        && body.is_none_or(|body| spoken_for(&speakers[0]).as_deref() == Some(body))
}

/// A name without its article.
fn bare(name: &str) -> &str {
    name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name)
}

fn answer(document: &Document<'_>, quote: &Quote) -> String {
    let names: Vec<&str> = document.speakers(quote).map(|speaker| speaker.name()).collect();
    format!("{} ({})", names.join(" + "), quote.speaker_reason())
}
