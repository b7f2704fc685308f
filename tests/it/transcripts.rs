//! Texts with labels: the genre, who the labels name, what is quoted within a turn. The forms of labels are in
//! `tests/breadth/labels.txt`.

use whosaid::{Attributor, Document, Genre, QuoteKind};

const HEARING: &str = "ALMA GREVE, COUNCIL CHAIR: We are here about the weir. Mr. Poole, is it safe?\n\n\
    TOM POOLE, ENGINEER: It is not. Ruiz told me “never,” and I wrote that down.\n\n\
    [laughter]\n\n\
    GREVE: When was that?\n\n\
    POOLE: In May. I have the note.\n\nShe signed it.";

fn read(text: &str) -> Document<'_> {
    Attributor::new().attribute(text)
}

/// Who says what, by the rule of labels.
fn turns<'d>(document: &'d Document<'_>) -> Vec<(&'d str, Vec<&'d str>)> {
    let own = document.quotes().iter().filter(|quote| quote.rule().name() == "turn");
    own.map(|quote| {
        let words = quote.content().iter().filter_map(|span| span.get(document.text())).collect();
        (document.speaker_name(quote).unwrap_or("?"), words)
    })
    .collect()
}

#[test]
fn a_short_label_is_the_person_of_a_full_one() {
    let document = read(HEARING);
    assert_eq!(document.genre(), Genre::Transcript);
    assert_eq!(
        turns(&document),
        [
            ("ALMA GREVE", vec!["We are here about the weir. Mr. Poole, is it safe?"]),
            ("TOM POOLE", vec!["It is not. Ruiz told me “never,” and I wrote that down."]),
            ("ALMA GREVE", vec!["When was that?"]),
            ("TOM POOLE", vec!["In May. I have the note.", "She signed it."]),
        ]
    );
}

#[test]
fn marks_within_a_turn_have_a_source_there() {
    let document = read(HEARING);
    let nested =
        document.quotes().iter().find(|quote| quote.kind() == QuoteKind::Direct).expect("the nested one");
    assert_eq!(document.speaker_name(nested), Some("Ruiz"));
    let outer = document.parent(nested).expect("the turn around it");
    assert_eq!((outer.kind(), document.speaker_name(outer)), (QuoteKind::Mixed, Some("TOM POOLE")));
}

#[test]
fn i_is_who_speaks_and_she_is_not() {
    let document = read("Ana Ruiz: I said “no” twice. She said “yes” once.\nTom Lee: Why?");
    let said: Vec<_> = document
        .quotes()
        .iter()
        .filter(|quote| quote.kind() == QuoteKind::Direct)
        .map(|quote| document.speaker_name(quote))
        .collect();
    assert_eq!(said.first(), Some(&Some("Ana Ruiz")));
    assert_ne!(said.get(1), Some(&Some("Ana Ruiz")));
}

#[test]
fn an_article_keeps_its_prose() {
    let text = "The weir at Norwick is to be mended in May, the council said on Monday. Ana Ruiz, an engineer, has \
                warned of it for years, and she answered our questions at the mill.\n\n\
                Q: Is it safe?\n\nA: I would not stand on it.\n\nThe work will cost two millions, Ruiz said.";
    let document = read(text);
    assert_eq!(document.genre(), Genre::News);
    assert_eq!(turns(&document), [("Q", vec!["Is it safe?"]), ("A", vec!["I would not stand on it."])]);
    let mut prose = document.quotes().iter().filter(|quote| quote.rule().name() != "turn");
    assert_eq!(
        prose
            .rfind(|quote| document.speaker_name(quote).is_some())
            .and_then(|quote| document.speaker_name(quote)),
        Some("Ana Ruiz")
    );
}

#[test]
fn the_caller_can_say_that_it_is_a_transcript() {
    let text = "Okonjo: the gate is shut\nLindqvist: so is the road";
    assert!(turns(&read(text)).is_empty());
    let told = Attributor::builder().genre(Genre::Transcript).build();
    let document = told.attribute(text);
    assert_eq!(
        turns(&document),
        [("Okonjo", vec!["the gate is shut"]), ("Lindqvist", vec!["so is the road"])]
    );
}

#[test]
fn a_novel_has_no_labels() {
    let novels = Attributor::builder().genre(Genre::Fiction).build();
    assert!(turns(&novels.attribute(HEARING)).is_empty());
}

#[test]
fn speakers_are_left_out_where_nobody_asks() {
    let plain = Attributor::builder().entities(false).build();
    let document = plain.attribute(HEARING);
    assert_eq!(document.entities().count(), 0);
    assert!(document.quotes().iter().all(|quote| quote.speakers().is_empty()));
}
