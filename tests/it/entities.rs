//! Who is who: the chains in `tests/cases/entities.toml`.
//!
//! A case marks mentions with the number of whom they mean, as in `[1 Ann Lee] left. “No,” [1 she] said.`
//! What has one number must be one entity, two numbers must be two; 0 is nobody with a name. `names`,
//! `kinds` and `genders` say what the entities 1, 2 … are.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use whosaid::{Attributor, Document, Entity, EntityKind, Gender, Genre, Span};

use crate::case_files::{self, Expected};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    genders: Vec<String>,
    expect: Option<Expected>,
}

/// A text without its marks, and the numbered mentions.
struct Chains {
    text: String,
    mentions: Vec<(usize, Span)>,
}

impl case_files::Case for Case {
    fn name(&self) -> &str {
        &self.name
    }

    fn expected(&self) -> Option<Expected> {
        self.expect
    }
}

#[test]
fn chains() {
    let attributor = Attributor::builder().genre(Genre::News).build();
    case_files::run("entities.toml", 150, |case: &Case| {
        let chains = read(&case.text).unwrap_or_else(|problem| panic!("{}: {problem}", case.name));
        check(&attributor.attribute(&chains.text), &chains, case)
    });
}

fn read(marked: &str) -> Result<Chains, String> {
    let mut chains = Chains { text: String::new(), mentions: Vec::new() };
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        let (inside, tail) = after.split_once(']').ok_or("a bracket stays open")?;
        let (number, words) = inside.split_once(' ').ok_or("a bracket has no number")?;
        let number = number.parse().map_err(|_| format!("{number} is no number"))?;
        chains.text.push_str(before);
        let start = chains.text.len();
        chains.text.push_str(words);
        chains.mentions.push((number, Span::new(start, chains.text.len())));
        rest = tail;
    }
    chains.text.push_str(rest);
    Ok(chains)
}

/// The entity of which the words are a mention: the closest mention that covers them, or that they cover.
fn entity_of<'d>(document: &'d Document<'_>, words: Span) -> Option<(usize, Entity<'d>)> {
    let entities = document.entities().enumerate();
    let fits = |span: &Span| span.contains(words) || words.contains(*span);
    entities
        .flat_map(|(id, entity)| entity.mentions().map(move |span| (id, entity, span)))
        .filter(|(_, _, span)| fits(span))
        .min_by_key(|(_, _, span)| span.len().abs_diff(words.len()))
        .map(|(id, entity, _)| (id, entity))
}

fn check(document: &Document<'_>, chains: &Chains, case: &Case) -> Result<(), String> {
    let mut meant: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, span) in &chains.mentions {
        let words = &chains.text[*span];
        let found = entity_of(document, *span);
        if *number == 0 {
            match found {
                Some((_, entity)) if entity.is_named() => {
                    return Err(format!("{words} is {}", entity.name()));
                }
                _ => continue,
            }
        }
        let Some((id, entity)) = found else {
            return Err(format!("{words} is nobody"));
        };
        let first = *meant.entry(*number).or_insert(id);
        if first != id {
            let other = document.entities().nth(first).map_or("", |other| other.name());
            return Err(format!("{words} is {:?}, not {other:?}", entity.name()));
        }
    }
    let apart: BTreeSet<usize> = meant.values().copied().collect();
    if apart.len() < meant.len() {
        return Err("two numbers are one entity".to_owned());
    }
    let said = |list: &[String], number: usize| list.get(number - 1).filter(|word| !word.is_empty()).cloned();
    for (number, id) in meant {
        let entity = document.entities().nth(id).expect("an entity");
        for (list, found) in [
            (&case.names, entity.name().to_owned()),
            (&case.kinds, kind(entity.kind()).to_owned()),
            (&case.genders, gender(entity.gender()).to_owned()),
        ] {
            match said(list, number) {
                Some(wanted) if wanted != found => {
                    return Err(format!("{number} is {found:?}, not {wanted:?}"));
                }
                _ => {}
            }
        }
    }
    Ok(())
}

fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Group => "group",
        EntityKind::Place => "place",
        EntityKind::Document => "document",
        _ => "unknown",
    }
}

fn gender(gender: Option<Gender>) -> &'static str {
    match gender {
        Some(Gender::Feminine) => "feminine",
        Some(Gender::Masculine) => "masculine",
        _ => "unknown",
    }
}

#[test]
fn two_texts_share_nothing() {
    let attributor = Attributor::new();
    let alone = "“It rained,” he said.";
    let before = attributor.attribute(alone);
    let _ = attributor.attribute("Bob Zorn came. “It rained,” he said.");
    assert_eq!(attributor.attribute(alone), before);
    assert_eq!(before.speaker_name(&before.quotes()[0]), None);
}

/// Who is meant is decided part by part in a text so long; names are known from part to part.
#[test]
fn a_long_text_has_one_cast() {
    let article = "Ana Ruiz runs the bank. “Rates will fall,” she said. “No,” a clerk said.\n\n";
    let count = 8000;
    let text = article.repeat(count);
    let document = Attributor::builder().genre(Genre::News).build().attribute(&text);
    let ruiz: Vec<Entity<'_>> = document.entities().filter(|entity| entity.name() == "Ana Ruiz").collect();
    assert_eq!(ruiz.len(), 1);
    assert_eq!(ruiz[0].mentions().count(), 2 * count);
    assert!(ruiz[0].mentions().all(|span| matches!(&text[span], "Ana Ruiz" | "she")));
    assert_eq!(document.quotes().len(), 2 * count);
    for pair in document.quotes().chunks(2) {
        assert_eq!(document.speaker_name(&pair[0]), Some("Ana Ruiz"));
        assert_eq!(document.speakers(&pair[1]).filter(|entity| !entity.is_named()).count(), 1);
    }
}

#[test]
fn those_who_were_weighed_are_told_in_their_order() {
    let text = "Bob Weber met Tom Hill and Jack Ray in Rome. Weber smiled at Hill. “No,” he said.";
    let document = Attributor::builder().genre(Genre::News).build().attribute(text);
    let quote = &document.quotes()[0];
    assert_eq!(document.speaker_name(quote), Some("Bob Weber"));
    let others: Vec<&str> = quote
        .alternatives()
        .iter()
        .filter_map(|other| document.entity(*other.speakers().first()?))
        .map(|entity| entity.name())
        .collect();
    assert_eq!(others, ["Tom Hill", "Jack Ray"]);
    let sure: Vec<f32> = quote.alternatives().iter().map(|other| other.confidence()).collect();
    assert!(sure.is_sorted_by(|one, other| one >= other) && quote.speaker_confidence() > sure[0]);
}

/// *they*, *the two*, *both* are those who were named together, where they did something.
#[test]
fn those_named_together_are_they() {
    let attributor = Attributor::builder().genre(Genre::News).build();
    for (text, expected) in [
        ("Rita Holm and Nils Brandt run the mill. “It is old,” they said.", ["Rita Holm", "Nils Brandt"]),
        (
            "“It is old,” said Rita Holm and Nils Brandt. “It is dry,” they added.",
            ["Rita Holm", "Nils Brandt"],
        ),
        ("Rita Holm and Nils Brandt run the mill. “It is old,” the two said.", ["Rita Holm", "Nils Brandt"]),
        (
            "Rita Holm and Nils Brandt run the mill. “It is old,” the pair told reporters.",
            ["Rita Holm", "Nils Brandt"],
        ),
        ("Rita Holm and Nils Brandt run the mill. Both said it was old.", ["Rita Holm", "Nils Brandt"]),
        (
            "The plan was rejected by the Harbour Board and the town court as “too old.”",
            ["Harbour Board", "the town court"],
        ),
    ] {
        let document = attributor.attribute(text);
        let quote = document.quotes().last().expect("a quote");
        let speakers: Vec<&str> = document.speakers(quote).map(|speaker| speaker.name()).collect();
        assert_eq!(speakers, expected, "{text}");
    }
}

/// What readers print behind a name: the commonest form, the office, the body that somebody speaks for.
#[test]
fn names_have_short_forms_offices_and_bodies() {
    let attributor = Attributor::builder().genre(Genre::News).build();
    for (text, name, short, role, body) in [
        (
            "“No,” said Rita Holm, the mayor of Harrow.",
            "Rita Holm",
            "Rita Holm",
            Some("mayor of Harrow"),
            None,
        ),
        (
            "Energy secretary Rita Holm resigned. Holm left. “No,” Holm said.",
            "Rita Holm",
            "Holm",
            Some("Energy secretary"),
            None,
        ),
        (
            "The chairman of the Harbour Board, Otto Holm, said it rained.",
            "Otto Holm",
            "Otto Holm",
            Some("chairman of the Harbour Board"),
            Some("Harbour Board"),
        ),
        (
            "Rita Holm, a spokeswoman for Harbour Bank, said it rained.",
            "Rita Holm",
            "Rita Holm",
            Some("spokeswoman for Harbour Bank"),
            Some("Harbour Bank"),
        ),
        (
            "Sen. Rita Holm, a former teacher, said no.",
            "Rita Holm",
            "Rita Holm",
            Some("former teacher"),
            None,
        ),
        ("Igor Lind’s spokesman Nils Holm said no.", "Nils Holm", "Nils Holm", Some("spokesman"), None),
        (
            "Nils Brandt is the mayor of Salby. Brandt said no.",
            "Nils Brandt",
            "Nils Brandt",
            Some("mayor of Salby"),
            None,
        ),
        ("Mr. Holm said no. Holm left.", "Holm", "Holm", None, None),
        ("Her sister, Rita Holm, said no.", "Rita Holm", "Rita Holm", None, None),
    ] {
        let document = attributor.attribute(text);
        let entity = document.entities().find(|entity| entity.name() == name).expect(text);
        let speaks_for = entity.speaks_for().and_then(|id| document.entity(id)).map(|body| body.name());
        assert_eq!((entity.short_name(), entity.role(), speaks_for), (short, role, body), "{text}");
    }
}
