//! What the caller sets holds in every genre.

use whosaid::{Attributor, Builder, Document, Genre, Quote, QuoteKind, Reason, Span};

const SCENE: &str = "“Is it late?” asked Martha Venn.\n\n“Past nine,” said Tom Hill.\n\n“Then I must go.”\n\n\
                     She rose. “Good night.”";

fn fiction() -> Builder {
    Attributor::builder().genre(Genre::Fiction)
}

fn with(builder: Builder, name: &str, pattern: &str, confidence: f32) -> Builder {
    builder.rule(name, pattern, confidence).expect("the rule")
}

/// Who says what by which rule.
fn told(document: &Document<'_>) -> Vec<String> {
    let told = |quote: &Quote| {
        let words: Vec<&str> = document.texts(quote.content()).collect();
        let name = document.speaker_name(quote).unwrap_or("-");
        format!("{name}: {} ({})", words.join(" … "), quote.rule())
    };
    document.quotes().iter().map(told).collect()
}

fn at(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("words of the text");
    Span::new(start, start + words.len())
}

#[test]
fn a_novel_without_entities_keeps_its_lines_and_sources() {
    let all = fiction().indirect(true).build().attribute(SCENE);
    let document = fiction().indirect(true).entities(false).build().attribute(SCENE);
    assert_eq!(document.entities().len(), 0);
    assert_eq!(document.unattributed(), all.unattributed());
    assert_eq!(document.quotes().len(), all.quotes().len());
    for (quote, known) in document.quotes().iter().zip(all.quotes()) {
        assert_eq!(
            (quote.content(), quote.source(), quote.cue()),
            (known.content(), known.source(), known.cue())
        );
        assert_eq!((quote.rule(), quote.confidence()), (known.rule(), known.confidence()));
        assert!(quote.speakers().is_empty() && quote.addressees().is_empty());
        assert!(quote.alternatives().is_empty());
        assert!(quote.speaker_confidence().abs() < f32::EPSILON);
    }
}

#[test]
fn a_rule_reads_a_line_of_a_novel() {
    let text = "“Is it late?” asked Martha Venn.\n\nTom Hill (from the stairs) “Past nine.” He yawned. “And dark.”\n\n\
                “Then I must go.”";
    let builder = with(fiction(), "stage-label", r"^(?<source>N)(?<cue>\([^)]*\))(?<content>Q)", 0.8);
    let document = builder.build().attribute(text);
    assert_eq!(
        told(&document)[..2],
        ["Martha Venn: “Is it late?” (tag-name)", "Tom Hill: “Past nine.” … “And dark.” (stage-label)"]
    );
    let quote = &document.quotes()[1];
    assert_eq!(quote.source().map(|source| &text[source.span()]), Some("Tom Hill"));
    assert_eq!(quote.cue().map(|cue| &text[cue]), Some("(from the stairs)"));
    assert!((quote.confidence() - 0.8).abs() < 1e-6);
    assert!(document.quotes().last().is_some_and(|last| document.speaker_name(last) == Some("Martha Venn")));
}

/// What a rule reads is asked for before what the crate would read.
#[test]
fn a_rule_is_asked_before_those_of_the_crate() {
    let text = "“It is late,” said Martha Venn, as Tom Hill wrote.\n\n“So it is,” said Tom Hill.";
    let builder = with(fiction(), "scribe", "^(?<content>Q)[^.]*?R?(?<source>N)(?<cue>[VS])\\.", 0.6);
    let explanation = builder.clone().build().explain(text);
    println!("{}", explanation.sentences()[0].line());
    let document = builder.build().attribute(text);
    assert_eq!(told(&document)[0], "Tom Hill: “It is late,” (scribe)");
    let rule = explanation.sentences()[0].quoted()[0].rule().expect("a rule");
    assert_eq!(rule.name(), "scribe");
}

#[test]
fn a_rule_finds_who_a_pronoun_is_and_what_a_title_is_not() {
    let text = "“Is it late?” asked Martha Venn.\n\n“Past nine,” said Tom Hill.\n\nShe (softly) “late”.";
    let builder = with(fiction(), "stage", r"^(?<source>P)(?<cue>\([^)]*\))(?<content>Q)", 0.8);
    let document = builder.build().attribute(text);
    assert_eq!(told(&document)[2], "Martha Venn: “late” (stage)");
}

#[test]
fn a_rule_below_the_least_confidence_leaves_its_line_to_nobody() {
    let text = "Tom Hill (from the stairs) “Past nine.”";
    let builder = with(fiction(), "stage", r"^(?<source>N)(?<cue>\([^)]*\))(?<content>Q)", 0.3);
    let document = builder.least_confidence(0.4).expect("a share").build().attribute(text);
    assert_eq!(document.quotes().len(), 0);
    assert_eq!(document.unattributed()[0].reason(), Reason::BelowLeastConfidence);
}

#[test]
fn a_rule_reads_indirect_speech_of_a_novel_where_that_is_asked_for() {
    let text = "Martha Venn rose. Tom Hill: it is late.";
    let builder = with(fiction(), "minutes", r"^(?<source>N)(?<cue>:)(?<content>[^.]+)", 0.7);
    assert_eq!(told(&builder.clone().build().attribute(text)), Vec::<String>::new());
    let document = builder.indirect(true).build().attribute(text);
    assert_eq!(told(&document), ["Tom Hill: it is late (minutes)"]);
    assert_eq!(document.quotes()[0].kind(), QuoteKind::Indirect);
}

#[test]
fn given_sources_of_a_novel_come_from_its_cast() {
    let text = "“Is it late?” asked Martha Venn.\n\n“Past nine,” said Tom Hill.\n\nShe laughed. “Then I must go.”\n\n\
                He told her that it rained.";
    let known = [
        (at(text, "She"), at(text, "“Then I must go.”")),
        (Span::new(at(text, "He told").start(), at(text, " told").start()), at(text, "that it rained")),
    ];
    let document = fiction().build().identify(text, &known.map(Into::into)).expect("places");
    assert_eq!(document.genre(), Genre::Fiction);
    assert_eq!(
        told(&document),
        ["Martha Venn: “Then I must go.” (given)", "Tom Hill: that it rained (given)"]
    );
    assert!(document.unattributed().is_empty());
}

/// The source may stand in another paragraph, and against what the tag beside the line says.
#[test]
fn a_given_source_holds_against_the_narration() {
    let text = "Tom Hill came in.\n\n“Past nine,” said Martha Venn.\n\n“Then I must go.”";
    let known = [(at(text, "Tom Hill"), at(text, "“Past nine,”"))];
    let document = fiction().build().identify(text, &known.map(Into::into)).expect("places");
    assert_eq!(told(&document), ["Tom Hill: “Past nine,” (given)"]);
    assert_eq!(document.quotes()[0].source().map(|source| source.span()), Some(at(text, "Tom Hill")));
}

#[test]
fn given_sources_are_read_in_the_genre_of_the_text() {
    let novel = include_str!("../../examples/chapter.txt");
    let genre = Attributor::new().attribute(novel).genre();
    assert_eq!(genre, Genre::Fiction);
    assert_eq!(Attributor::new().identify(novel, &[]).expect("none").genre(), genre);
    let news = Attributor::builder().genre(Genre::News).build();
    assert_eq!(news.identify(novel, &[]).expect("none").genre(), Genre::News);
}

#[test]
fn given_sources_stand_beside_a_least_confidence() {
    let text = "“Rates will fall,” Ana Ruiz said. “They may,” said Tom Lee.";
    let known = [(at(text, "Ana Ruiz"), at(text, "“Rates will fall,”"))];
    for genre in [Genre::News, Genre::Fiction] {
        let builder = Attributor::builder().genre(genre).least_confidence(0.99).expect("a share");
        let document = builder.build().identify(text, &known.map(Into::into)).expect("places");
        assert_eq!(told(&document), ["Ana Ruiz: “Rates will fall,” (given)"]);
    }
}
