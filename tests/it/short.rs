//! A short text of each kind through all stages, for Miri (DESIGN.md has the command). Miri loads the first words of
//! each list only, so that these texts keep to words that stand early.

use whosaid::{Attributor, Document, Genre, Lines, Nested, Scratch, Segmenter, Span};

use crate::properties::is_sound;

const NEWS: &str = "The bridge “is safe,” Ada Orrin added on Monday.\n\nAccording to Mr. Alden, the board was not \
    asked. “We ask,” he argued, “that it be shut.”\n\nShe announced that the work would go on.";

const NOVEL: &str = "“Are you there, Adam?” asked Ada, and she took his arm.\n\n“I am,” he answered.\n\n“And your \
    aunt?”\n\n“She is ‘abed,’ as she calls it, Ada.”\n\nAda said nothing. “It is late,” she added.";

fn of(genre: Genre) -> Attributor {
    Attributor::builder().genre(genre).build()
}

/// Who says what, a line a quote.
fn told(document: &Document<'_>) -> String {
    is_sound(document);
    let line =
        |quote| format!("{}: {}\n", document.speaker_name(quote).unwrap_or("-"), words(document, quote));
    document.quotes().iter().map(line).collect()
}

fn words(document: &Document<'_>, quote: &whosaid::Quote) -> String {
    let content: Vec<&str> = document.texts(quote.content()).collect();
    content.join(" … ").replace('\n', " ")
}

#[test]
fn news() {
    let told = told(&of(Genre::News).attribute(NEWS));
    // Miri does not know *Ada* and *Mr.*
    if !cfg!(miri) {
        assert_eq!(
            told,
            "Ada Orrin: The bridge “is safe,”\nAlden: the board was not asked\nAlden: “We ask,” … “that it be shut.”\n\
             Ada Orrin: that the work would go on\n"
        );
    }
}

#[test]
fn a_page_of_a_novel() {
    assert_eq!(
        told(&of(Genre::Fiction).attribute(NOVEL)),
        "Ada: “Are you there, Adam?”\nAdam: “I am,”\nAda: “And your aunt?”\n\
         Adam: “She is ‘abed,’ as she calls it, Ada.”\nAda: “It is late,”\n"
    );
}

#[test]
fn wrapped_lines() {
    for (genre, text) in [(Genre::News, NEWS), (Genre::Fiction, NOVEL)] {
        let wrapped: Vec<String> = text.split("\n\n").map(|paragraph| filled(paragraph, 30)).collect();
        let attributor = Attributor::builder().genre(genre).wrapped(true).build();
        assert_eq!(told(&attributor.attribute(&wrapped.join("\n\n"))), told(&of(genre).attribute(text)));
    }
}

#[test]
fn speech_behind_dashes() {
    let text =
        "– Are you there? asked Ada.\n\n– I am, Adam answered, and I have been.\n\n– It is late, she added.";
    assert_eq!(
        told(&of(Genre::Fiction).attribute(text)),
        "Ada: Are you there?\nAdam: I am, … and I have been.\nAda: It is late,\n"
    );
}

#[test]
fn verbs_and_rules_of_a_callers_own() {
    let attributor = Attributor::builder()
        .genre(Genre::News)
        .verb("skeet/skeeted|skote", "q3 p3 t2")
        .and_then(|builder| builder.rule("minutes", "^(?<source>N)(?<cue>:)(?<content>[^.]+)", 0.7))
        .expect("a verb and a rule")
        .nested(Nested::Inner)
        .build();
    let text = "“It ‘rains,’” Ada Orrin skote. Ada Orrin: it is late.";
    assert_eq!(told(&attributor.attribute(text)), "Ada Orrin: “It ‘rains,’”\nAda Orrin: it is late\n");
}

#[test]
fn asking_for_less_and_for_more() {
    let less = Attributor::builder().genre(Genre::News).indirect(false).entities(false).build();
    is_sound(&less.attribute(NEWS));
    let explanation = of(Genre::Fiction).explain(NOVEL);
    assert!(explanation.sentences().iter().any(|sentence| !sentence.quoted().is_empty()));
    let marked =
        Span::new(NOVEL.find("“And").expect("a quotation"), NOVEL.find("\n\n“She").expect("its end"));
    let source = Span::new(NOVEL.find("Adam").expect("a name"), NOVEL.find("?”").expect("its end"));
    let document = of(Genre::Fiction).identify(NOVEL, &[(marked, source).into()]).expect("places");
    assert_eq!(document.quotes().len(), 1);
    let ends: Vec<usize> =
        Segmenter::new().lines(Lines::Unwrapped).sentences(NEWS).map(|span| span.end()).collect();
    assert!(ends.is_sorted() && ends.len() > 3);
}

/// One after the other in the same memory.
#[test]
fn hostile_bits() {
    let (news, fiction, mut scratch) = (of(Genre::News), of(Genre::Fiction), Scratch::default());
    let marks = "“".repeat(40) + &"‘“".repeat(20) + &"\"'".repeat(20);
    let names = "Ada Orrin, ".repeat(20);
    for text in [
        "",
        "”",
        "\u{feff}“No",
        "“No,” a\u{301}sked 漢字 \u{202e}Ada\0 👩‍🚀.\r\n\r\n”",
        "“a “b ‘c «d» e’ f” g",
        "Ada Orrin's ’tis 5'7\" (and [so {on",
        "asked asked asked: : : “—” … . ! ?",
        &marks,
        &names,
        &"x".repeat(300),
    ] {
        for attributor in [&news, &fiction] {
            is_sound(&attributor.attribute_with(&mut scratch, text));
        }
    }
}

/// A paragraph in lines of at most so many bytes, as far as its words allow.
fn filled(paragraph: &str, width: usize) -> String {
    let mut lines = String::new();
    let mut used = 0;
    for word in paragraph.split(' ') {
        if used > 0 && used + 1 + word.len() > width {
            lines.push('\n');
            used = 0;
        } else if used > 0 {
            lines.push(' ');
            used += 1;
        }
        lines.push_str(word);
        used += word.len();
    }
    lines
}
