//! Who speaks each line of fiction: cases as data.

use serde::Deserialize;
use whosaid::{Attributor, Document, Genre, Quote, QuoteKind};

use crate::case_files::{self, Expected};

/// A text and who speaks in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    why: String,
    text: String,
    speakers: Vec<String>,
    addressees: Option<Vec<Vec<String>>>,
    indirect: Option<Vec<[String; 2]>>,
    expect: Option<Expected>,
}

impl case_files::Case for Case {
    fn name(&self) -> &str {
        &self.why
    }

    fn expected(&self) -> Option<Expected> {
        self.expect
    }
}

impl Case {
    /// What is wrong with the answers; nothing where they are right.
    fn faults(&self, attributor: &Attributor) -> Vec<String> {
        let document = attributor.attribute(&self.text);
        let mut faults = Vec::new();
        let name = |quote| document.speaker_name(quote).unwrap_or("-");
        let found: Vec<&str> = lines(&document).map(name).collect();
        if found != self.speakers {
            faults.push(format!("wanted {:?}\n  found  {:?}\n{}", self.speakers, found, drawn(&document)));
        }
        if let Some(wanted) = &self.addressees {
            let found: Vec<Vec<&str>> = lines(&document).map(|quote| addressees(&document, quote)).collect();
            if found != *wanted {
                faults.push(format!("wanted addressees {wanted:?}\n  found  {found:?}"));
            }
        }
        if let Some(wanted) = &self.indirect {
            let indirect = document.quotes().iter().filter(|quote| quote.kind() == QuoteKind::Indirect);
            let words = |quote: &Quote| document.texts(quote.content()).collect::<Vec<_>>().join(" … ");
            let found: Vec<[String; 2]> =
                indirect.map(|quote| [name(quote).to_owned(), words(quote)]).collect();
            if found != *wanted {
                faults.push(format!("wanted indirect {wanted:?}\n  found  {found:?}"));
            }
        }
        faults
    }
}

/// The quotes with marks.
fn lines<'d>(document: &'d Document<'_>) -> impl Iterator<Item = &'d Quote> {
    document.quotes().iter().filter(|quote| quote.kind() != QuoteKind::Indirect)
}

fn addressees<'d>(document: &'d Document<'_>, quote: &Quote) -> Vec<&'d str> {
    quote.addressees().iter().filter_map(|id| document.entity(*id)).map(|entity| entity.name()).collect()
}

/// Each quote with its speaker and the rule that decided.
fn drawn(document: &Document<'_>) -> String {
    let line = |quote: &Quote| {
        let words: Vec<&str> = document.texts(quote.content()).collect();
        let speaker = document.speaker_name(quote).unwrap_or("-");
        format!("    {speaker} ({}, {:.2}): {}\n", quote.rule(), quote.confidence(), words.join(" … "))
    };
    document.quotes().iter().map(line).collect()
}

#[test]
fn explanations_lead_to_the_speakers() {
    let attributor = Attributor::builder().genre(Genre::Fiction).build();
    for (_, case) in case_files::load::<Case>("novels.toml") {
        let document = attributor.attribute(&case.text);
        let explanation = attributor.explain(&case.text);
        for quoted in explanation.sentences().iter().flat_map(|sentence| sentence.quoted()) {
            let line = |quote: &&Quote| quote.content().iter().any(|span| span.contains(quoted.span()));
            let speaker = document.quotes().iter().find(line).and_then(|quote| quote.speakers().first());
            let weighed = quoted.weighed().first().map(|weighed| weighed.person());
            assert_eq!(speaker.copied(), weighed, "{}: {}", case.why, &case.text[quoted.span()]);
        }
    }
}

#[test]
fn each_line_has_its_speaker() {
    let attributor = Attributor::builder().genre(Genre::Fiction).indirect(true).build();
    case_files::run("novels.toml", 120, |case: &Case| match &*case.faults(&attributor) {
        [] => Ok(()),
        faults => Err(format!("\n  {}", faults.join("\n  "))),
    });
}
