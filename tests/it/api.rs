//! What the types promise to a caller.

use whosaid::explain::Explanation;
use whosaid::{Attributor, Builder, Document, Entity, Error, ErrorKind, Quote, QuoteKind, Unattributed};

const fn can_be_shared<T: Send + Sync>() {}
const fn can_be_kept<T: Clone + std::fmt::Debug>() {}

#[test]
fn types_can_be_shared_and_kept() {
    can_be_shared::<Attributor>();
    can_be_shared::<Builder>();
    can_be_shared::<Document<'_>>();
    can_be_shared::<Explanation>();
    can_be_shared::<Error>();
    can_be_kept::<Attributor>();
    can_be_kept::<Document<'_>>();
    can_be_kept::<Quote>();
    can_be_kept::<Entity<'_>>();
    can_be_kept::<Unattributed>();
}

/// A document borrows the text, not the attributor.
#[test]
fn documents_outlive_the_attributor() {
    let text = String::from("“Rates will fall,” Ana Ruiz said.");
    let document = { Attributor::new().attribute(&text) };
    assert_eq!(document.speaker_name(&document.quotes()[0]), Some("Ana Ruiz"));
}

#[test]
fn threads_share_an_attributor() {
    let attributor = Attributor::new();
    let text = "“Rates will fall,” Ana Ruiz said.";
    let here = attributor.attribute(text);
    std::thread::scope(|scope| {
        let there = scope.spawn(|| attributor.attribute(text));
        assert_eq!(there.join().expect("an answer"), here);
    });
}

#[test]
fn the_same_text_gives_the_same_answer() {
    let text = include_str!("../../examples/article.txt");
    assert_eq!(Attributor::new().attribute(text), Attributor::builder().build().attribute(text));
}

#[track_caller]
fn fails(result: Result<Builder, Error>, kind: ErrorKind, message: &str) {
    let error = result.map(|_| ()).expect_err("an error");
    assert_eq!((error.kind(), error.to_string().as_str()), (kind, message));
}

#[test]
fn errors_name_thing_place_and_remedy() {
    let builder = Attributor::builder;
    fails(
        builder().verb("", "q3"),
        ErrorKind::Verb,
        "verb \"\": write single words, such as `skeet` or `say/said`",
    );
    fails(
        builder().verb("say so", "q3"),
        ErrorKind::Verb,
        "verb \"say so\": write single words, such as `skeet` or `say/said`",
    );
    fails(builder().rule("", "Q", 0.5), ErrorKind::Rule, "rule \"\": give it a name, such as `my-label`");
    fails(
        builder().rule("quoted-cue-source", "(?<source>N)(?<cue>S)(?<content>Q)", 0.5),
        ErrorKind::Rule,
        "rule \"quoted-cue-source\": the name is taken; choose another",
    );
    fails(
        builder().rule("mine", "(?<source>N)(?<content>Q)", 0.5),
        ErrorKind::Rule,
        "rule \"mine\": the pattern has no group `cue`; write (?<cue>…) around it",
    );
    fails(
        builder().rule("mine", "(?<source>N)(?<cue>S)(?<content>Q)", 1.5),
        ErrorKind::Rule,
        "rule \"mine\": the confidence 1.5 is not between 0 and 1",
    );
    fails(
        builder().least_confidence(f32::NAN),
        ErrorKind::Setting,
        "least confidence: NaN is not between 0 and 1",
    );
}

#[test]
fn a_pattern_that_cannot_be_read_shows_its_place() {
    let error = Attributor::builder().rule("mine", "(?<source>N", 0.5).expect_err("an error");
    assert!(error.to_string().contains("(?<source>N\n"), "{error}");
    assert!(error.to_string().contains("unclosed group"), "{error}");
}

/// Without its rule the text has no answer, with it has.
#[test]
fn a_rule_of_the_callers_own_reads_indirect_speech_too() {
    let text = "Ana Ruiz: rates will fall.";
    let attributor = Attributor::builder()
        .rule("minutes", r"^(?<source>N)(?<cue>:)(?<content>[^.]+)", 0.7)
        .expect("the rule")
        .build();
    let document = attributor.attribute(text);
    let quote = &document.quotes()[0];
    assert_eq!(quote.rule().name(), "minutes");
    assert_eq!(document.texts(quote.content()).collect::<Vec<_>>(), ["rates will fall"]);
}

#[test]
fn least_confidence_moves_answers_out_and_adds_none() {
    let text = include_str!("../../examples/article.txt");
    let all = Attributor::new().attribute(text);
    let sure = Attributor::builder().least_confidence(0.9).expect("a share").build().attribute(text);
    assert!(!sure.quotes().is_empty() && sure.quotes().len() < all.quotes().len());
    assert!(sure.quotes().iter().all(|quote| quote.confidence() >= 0.9));
    assert!(sure.unattributed().len() >= all.unattributed().len());
    assert!(sure.unattributed().is_sorted_by_key(|unattributed| unattributed.span().start()));
}

#[test]
fn indirect_speech_can_be_left_out() {
    let text = "Ana Ruiz said that rates will fall. “They will,” she said.";
    let document = Attributor::builder().indirect(false).build().attribute(text);
    assert_eq!(document.quotes().len(), 1);
}

#[test]
fn who_asks_for_less_gets_the_same_quotations() {
    let text = include_str!("../../examples/article.txt");
    let quoted = |attributor: &Attributor| -> Vec<_> {
        let document = attributor.attribute(text);
        let spoken = document.quotes().iter().filter(|quote| quote.kind() != QuoteKind::Indirect);
        spoken
            .map(|quote| (quote.content().to_vec(), quote.source(), quote.rule().name().to_owned()))
            .collect()
    };
    let all = Attributor::new();
    let less = Attributor::builder().indirect(false).entities(false).build();
    assert!(quoted(&all).len() > 3);
    assert_eq!(quoted(&all), quoted(&less));
    assert_eq!(all.attribute(text).sentences(), less.attribute(text).sentences());
    assert!(less.attribute(text).entities().len() == 0);
}
