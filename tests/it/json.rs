//! The JSON shape: frozen, and read back.
#![cfg(feature = "serde")]

use serde_json::{Value, to_string, to_value};
use whosaid::json::Answer;
use whosaid::offsets::Unit;
use whosaid::{Attributor, Document, Genre, Quote};

const ARTICLE: &str = include_str!("../../examples/article.txt");
const CHAPTER: &str = include_str!("../../examples/chapter.txt");

/// Everything that the shape can hold, in a text of a few lines.
const TEXT: &str = "Zoë Hale runs the mill. “It is perfectly safe,” she told reporters, “and it stays.”\n\n\
                    A spokesman for Harbour Bank did not say that rates were “too high” for the town. \
                    The band played “Salt Road” twice.";

/// The kept answer to a text, indented so that a change can be seen line by line.
const KEPT: &str = include_str!("../snapshots/schema1.json");

/// A document as the program writes it.
fn written(document: &Document<'_>) -> String {
    let answer = Answer::of(document).id("a1").offsets(Unit::Chars).with_text();
    serde_json::to_string_pretty(&answer).expect("JSON") + "\n"
}

/// What is read from the kept answer is written as it was, whatever the engine says of the text by now.
#[test]
fn the_shape_is_frozen() {
    assert_eq!(written(&read(KEPT)), KEPT);
}

/// A reader of schema 1 finds every field, whatever the answers are.
#[test]
fn no_field_is_left_out() {
    let fields =
        |value: &Value| -> Vec<String> { value.as_object().expect("an object").keys().cloned().collect() };
    let whole: Value = serde_json::from_str(KEPT).expect("JSON");
    let quote = fields(&whole["quotes"][0]);
    for (text, genre) in [(ARTICLE, Genre::News), (CHAPTER, Genre::Fiction)] {
        let document = Attributor::builder().genre(genre).build().attribute(text);
        let value = to_value(Answer::of(&document)).expect("JSON");
        assert!(value["quotes"].as_array().expect("quotes").iter().all(|other| fields(other) == quote));
        for list in ["unattributed", "entities"] {
            let first = fields(&whole[list][0]);
            assert!(value[list].as_array().expect(list).iter().all(|other| fields(other) == first));
        }
    }
}

fn read(json: &str) -> Document<'static> {
    serde_json::from_str(json).expect("a document")
}

#[test]
fn what_was_written_comes_back() {
    for text in [ARTICLE, CHAPTER, TEXT, ""] {
        let document = Attributor::new().attribute(text);
        let written = to_string(&document).expect("JSON");
        let kept = read(&written);
        assert_eq!(to_string(&kept).expect("JSON"), written);
        assert_eq!(kept.text(), text);
        assert!(kept.segments().map(|one| one.span()).eq(document.segments().map(|one| one.span())));
        for unit in Unit::ALL {
            let answer = Answer::of(&document).with_text().offsets(*unit);
            assert_eq!(to_string(&read(&to_string(&answer).expect("JSON"))).expect("JSON"), written);
        }
        let bare = to_string(&Answer::of(&document)).expect("JSON");
        let names: Vec<String> = read(&bare).entities().map(|entity| entity.name().to_owned()).collect();
        assert!(document.entities().map(|entity| entity.name().to_owned()).eq(names));
    }
}

#[test]
fn places_are_those_of_the_unit() {
    let document = Attributor::new().attribute(TEXT);
    let letters: Vec<char> = TEXT.chars().collect();
    let value = to_value(Answer::of(&document).offsets(Unit::Chars)).expect("JSON");
    for quote in value["quotes"].as_array().expect("quotes") {
        let place = |at: usize| quote["source"][at].as_u64().expect("a place") as usize;
        let words: String = letters[place(0)..place(1)].iter().collect();
        assert_eq!(quote["source_text"], words);
    }
}

#[test]
fn quotes_alone_come_back_too() {
    let document = Attributor::new().attribute(ARTICLE);
    for quote in &document {
        let written = to_string(quote).expect("JSON");
        let kept: Quote = serde_json::from_str(&written).expect("a quote");
        assert_eq!((kept.content(), kept.rule()), (quote.content(), quote.rule()));
        assert_eq!(to_string(&kept).expect("JSON"), written);
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let fails = |json: String, message: &str| {
        let error = serde_json::from_str::<Document<'static>>(&json).expect_err(message);
        assert!(error.to_string().contains(message), "{error}");
    };
    let whole = |text: &str, sentences: &str, more: &str| {
        format!(
            r#"{{"schema":1,"genre":"news","text":"{text}","quotes":[],"unattributed":[],"entities":[],"sentences":{sentences}{more}}}"#
        )
    };
    assert_eq!(read(&whole("No.", "[[0,3]]", "")).sentences().len(), 1);
    fails(whole("No.", "[[0,4]]", ""), "the place 0..4 is none in the text");
    fails(whole("Não.", "[[0,2]]", ""), "cuts a character");
    fails(whole("No.", "[[3,1]]", ""), "ends before it begins");
    fails(whole("", "[]", r#","offsets":"chars""#), "without \"text\" only bytes can be read");
    fails(whole("No.", "[]", "").replace("\"schema\":1", "\"schema\":2"), "schema 2");
    fails(whole("No.", "[]", "").replace("news", "poem"), "write one of news, fiction");
}
