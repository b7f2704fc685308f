//! A cast of the caller's own: who is who, and who speaks which lines, in every genre.

use whosaid::cast::{Cast, Person, Utterance};
use whosaid::{Attributor, Builder, Document, ErrorKind, Gender, Genre};

const GENRES: [Genre; 3] = [Genre::News, Genre::Fiction, Genre::Transcript];

fn of(genre: Genre) -> Builder {
    Attributor::builder().genre(genre)
}

fn with(genre: Genre, cast: &Cast) -> Attributor {
    of(genre).cast(cast).expect("a cast").build()
}

/// Who says each line, and its words.
fn told(document: &Document<'_>) -> Vec<String> {
    let line = |quote| format!("{}: {}", document.speaker_name(quote).unwrap_or("-"), document.words(quote));
    document.quotes().iter().map(line).collect()
}

#[test]
fn other_names_and_ids_hold_in_every_genre() {
    let text = "“It rains,” said Ana Ruiz.\n\n“It pours,” said the Owl.\n\n“So it does,” said Tom Hill.";
    let cast = Cast::new().with(Person::new("Ana Maria Ruiz").alias("Ana Ruiz").alias("the Owl").id("Q42"));
    for genre in GENRES {
        let document = with(genre, &cast).attribute(text);
        let expected =
            ["Ana Maria Ruiz: “It rains,”", "Ana Maria Ruiz: “It pours,”", "Tom Hill: “So it does,”"];
        assert_eq!(told(&document), expected, "{genre}");
        let ids: Vec<_> = document.entities().filter_map(|entity| entity.caller_id()).collect();
        assert_eq!(ids, ["Q42"], "{genre}");
    }
}

#[test]
fn the_gender_that_is_told_decides_who_she_is() {
    let text = "Robin Vale met Sasha Lind.\n\nRobin Vale sat down. “It rains,” she said.";
    for genre in GENRES {
        let people = [
            Person::new("Robin Vale").gender(Gender::Feminine),
            Person::new("Sasha Lind").gender(Gender::Masculine),
        ];
        let cast = people.into_iter().fold(Cast::new(), Cast::with);
        assert_eq!(told(&with(genre, &cast).attribute(text)), ["Robin Vale: “It rains,”"], "{genre}");
    }
}

#[test]
fn a_pin_survives_a_second_run_and_a_text_that_grew() {
    let text = "“Is it late?” asked Ann.\n\n“Past nine,” said Tom.\n\n“Then I must go.”\n\n“Stay.”";
    for genre in GENRES {
        let document = of(genre).build().attribute(text);
        let line =
            document.quotes().iter().find(|quote| document.words(quote) == "“Past nine,”").expect("a line");
        let cast = Cast::of(&document).pin(&document, line, "Eve");
        let cast: Cast = cast.to_string().parse().expect("what was written");
        for text in [text.to_owned(), format!("Ann’s café was dark. “No,” said Lee.\n\n{text}")] {
            let again = with(genre, &cast).attribute(&text).into_owned();
            let pinned =
                again.quotes().iter().find(|quote| again.words(quote) == "“Past nine,”").expect("a line");
            assert_eq!(again.speaker_name(pinned), Some("Eve"), "{genre}");
            assert_eq!((pinned.rule().name(), pinned.confidence()), ("pinned", 1.0));
        }
        // another text has other words there
        let other = with(genre, &cast)
            .attribute("“Is it early?” asked Ann.\n\n“Half past five,” said Tom.")
            .into_owned();
        assert!(!told(&other).iter().any(|line| line.starts_with("Eve")), "{genre}: {:?}", told(&other));
    }
}

/// In a conversation the lines around a pinned one are decided with it.
#[test]
fn turns_follow_a_pinned_line() {
    let text = "“Is it late?” asked Ann.\n\n“Past nine,” said Tom.\n\n“Then I must go.”\n\n“Stay a little.”\n\n“No.”";
    let document = of(Genre::Fiction).build().attribute(text);
    let names = |document: &Document<'_>| {
        let name = |quote| document.speaker_name(quote).unwrap_or("-").to_owned();
        document.quotes().iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(names(&document), ["Ann", "Tom", "Ann", "Tom", "Ann"]);
    let cast = Cast::new().pin(&document, &document.quotes()[2], "Tom");
    assert_eq!(names(&with(Genre::Fiction, &cast).attribute(text)), ["Ann", "Tom", "Tom", "Ann", "Tom"]);
}

#[test]
fn lines_are_given_to_nobody_and_made_where_none_was() {
    let text = "They sang “Salt Road.” “Past nine,” said Tom Hill.";
    let at = |words: &str| text.find(words).expect("words")..text.find(words).expect("words") + words.len();
    for genre in GENRES {
        let cast = Cast::new().pin_span(at("“Salt Road.”"), "Eve Ray").pin_nobody(at("“Past nine,”"));
        let document = with(genre, &cast).attribute(text);
        assert_eq!(told(&document), ["Eve Ray: “Salt Road.”"], "{genre}");
        let silent: Vec<_> = document.unattributed().iter().map(|one| &text[one.span()]).collect();
        assert_eq!(silent, ["“Past nine,”"], "{genre}");
        assert_eq!(document.segments().filter(|part| part.speaker().is_some()).count(), 1, "{genre}");
    }
}

#[test]
fn what_a_document_knows_comes_back_the_same() {
    for text in [include_str!("../../examples/article.txt"), include_str!("../../examples/chapter.txt")] {
        let document = Attributor::new().attribute(text);
        let cast = Cast::of(&document);
        assert!(!cast.people().is_empty());
        let again = Attributor::builder().cast(&cast).expect("a cast").build().attribute(text);
        assert_eq!(told(&again), told(&document));
        #[cfg(feature = "serde")]
        assert_eq!(
            serde_json::from_str::<Cast>(&serde_json::to_string(&cast).expect("JSON")).expect("JSON"),
            cast
        );
    }
}

#[test]
fn pins_hold_without_entities_and_any_place_is_borne() {
    let text = "“Past nine,” said Tom Hill.";
    for genre in GENRES {
        let cast = Cast::new().pin_span(0..16, "Eve Ray").pin_span(1..3, "Lee").pin_span(50..90, "Max");
        let document = of(genre).entities(false).cast(&cast).expect("a cast").build().attribute(text);
        assert_eq!(document.speaker_name(&document.quotes()[0]), Some("Eve Ray"), "{genre}");
    }
}

#[test]
fn a_name_is_one_persons() {
    let cast =
        Cast::new().with(Person::new("Ana Ruiz").alias("Ruiz")).with(Person::new("Eva Ruiz").alias("ruiz"));
    let error = Attributor::builder().cast(&cast).expect_err("a name of two");
    assert_eq!(error.kind(), ErrorKind::Cast);
    assert_eq!(
        error.to_string(),
        "cast: \"ruiz\": is a name of Ana Ruiz and of Eva Ruiz; leave it out of one of them"
    );
    for (file, message) in [
        ("Ana", "cast, line 1: \"Ana\": stands before the first section; write [people] above it"),
        ("[folk]", "cast, line 1: \"[folk]\": there is no such section; write [people] or [pins]"),
        (
            "[pins]\n9..3 | Ana",
            "cast, line 2: \"9..3 | Ana\": \"9..3\" is no place; write bytes as in 38..51",
        ),
    ] {
        assert_eq!(Cast::parse(file).expect_err("a fault").to_string(), message);
    }
}

#[test]
fn sources_that_are_given_must_be_places() {
    let text = "“Não,” said Ana.";
    let identify = |utterance| Attributor::new().identify(text, &[utterance]).map(|_| ());
    assert!(identify(Utterance::new(0..11)).is_ok());
    for (utterance, message) in [
        (
            Utterance::new(0..99),
            "utterance 1, content at 0..99: the text ends at 21; count in bytes of this very text",
        ),
        (
            Utterance::new(0..11).by(4..4),
            "utterance 1, source at 4..4: is empty; give the bytes of its words",
        ),
        (
            Utterance::new(1..11),
            "utterance 1, content at 1..11: cuts a character; offsets::Offsets turns characters into bytes",
        ),
    ] {
        let error = identify(utterance).expect_err("no place");
        assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::Place, message));
    }
}

/// A pin that holds nothing is told: without words by the builder, without a place in this text by the check.
#[test]
fn pins_without_a_place_are_told() {
    let text = "“Não,” said Ana.";
    let empty = Attributor::builder().cast(&Cast::new().pin_span(4..4, "Eve")).expect_err("an empty pin");
    assert_eq!(empty.kind(), ErrorKind::Cast);
    assert_eq!(
        empty.to_string(),
        "cast, pins: \"4..4 | Eve\": holds nothing; give the bytes of its words, as in 38..51"
    );
    for genre in GENRES {
        let check = |cast: &Cast| with(genre, cast).check(text).map_err(|error| error.to_string());
        assert_eq!(check(&Cast::new().pin_span(0..11, "Eve")), Ok(()));
        let problem = "cuts a character; offsets::Offsets turns characters into bytes";
        // ã is two bytes long, the mark before it three
        for (from, to) in [(1, 11), (0, 5), (5, 11), (0, 9)] {
            let expected = Err(format!("a pin of the cast at {from}..{to}: {problem}"));
            assert_eq!(check(&Cast::new().pin_span(from..to, "Eve")), expected);
            assert_eq!(check(&Cast::new().pin_nobody(from..to)), expected);
        }
        let behind = check(&Cast::new().pin_nobody(11..99)).expect_err("a pin behind the end");
        assert_eq!(
            behind,
            "a pin of the cast at 11..99: the text ends at 21; count in bytes of this very text"
        );
        // one that knows its words looks for them
        let document = of(genre).build().attribute(text);
        let cast = Cast::new().pin(&document, &document.quotes()[0], "Eve");
        assert_eq!(with(genre, &cast).check("It rained."), Ok(()));
    }
}
