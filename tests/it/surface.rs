//! What people do next with a document: kept, cut by voices, counted, looked up.

use std::collections::HashSet;
use std::str::FromStr;
use std::thread;

use whosaid::offsets::{Offsets, Unit};
use whosaid::{Attributor, Document, ErrorKind, Genre, QuoteKind, Rule, Span};

const ARTICLE: &str = include_str!("../../examples/article.txt");
const CHAPTER: &str = include_str!("../../examples/chapter.txt");

fn documents() -> [Document<'static>; 2] {
    [ARTICLE, CHAPTER].map(|text| Attributor::new().attribute(text))
}

#[test]
fn a_document_outlives_its_text() {
    let kept = {
        let text = ARTICLE.to_owned();
        Attributor::new().attribute(&text).into_owned()
    };
    let kept = thread::spawn(move || kept).join().expect("a document");
    assert_eq!(kept, Attributor::new().attribute(ARTICLE));
}

#[test]
fn names_stay_without_the_text() {
    for document in documents() {
        let names = |document: &Document<'_>| -> Vec<(String, Vec<String>)> {
            let entities = document.entities();
            entities.map(|one| (one.name().to_owned(), one.aliases().map(str::to_owned).collect())).collect()
        };
        let before = names(&document);
        assert!(before.len() > 3);
        let bare = document.without_text();
        assert_eq!((bare.text(), names(&bare)), ("", before));
        assert_eq!(bare.segments().count(), 0);
    }
}

#[test]
fn segments_give_every_byte_once() {
    for document in documents() {
        let mut at = 0;
        for segment in document.segments() {
            assert_eq!(segment.span().start(), at);
            at = segment.span().end();
            let quoted = segment.text().starts_with('“');
            assert_eq!(segment.quote().is_some(), quoted, "{}", segment.text());
        }
        assert_eq!(at, document.text().len());
        let mask = document.mask();
        assert_eq!(mask.len(), document.text().len());
        let left: String = document.outside_quotes().collect();
        let letters = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(letters(&mask), letters(&left));
    }
}

/// Of a mixed quote the words without marks are the narration's.
#[test]
fn mixed_quotes_are_masked_by_their_marks() {
    let text = "He called the ferry “the spine of the archipelago” and Ana Ruiz said it was “safe.”";
    let document = Attributor::new().attribute(text);
    let left: String = document.outside_quotes().collect();
    assert_eq!(left, "He called the ferry  and Ana Ruiz said it was ");
    for quote in document.quotes().iter().filter(|quote| quote.kind() == QuoteKind::Mixed) {
        assert!(document.quoted(quote).all(|span| text[span].starts_with('“')));
    }
}

#[test]
fn what_stands_in_marks_lies_within_the_content() {
    for document in documents() {
        for quote in &document {
            let quoted: Vec<Span> = document.quoted(quote).collect();
            assert_eq!(quoted.is_empty(), quote.kind() == QuoteKind::Indirect);
            assert!(quoted.iter().all(|span| quote.content().iter().any(|content| content.contains(*span))));
            for (inner, outer) in document.inner(quote).zip(quoted) {
                assert!(outer.contains(inner));
                let words = &document.text()[inner];
                assert!(!words.contains(['“', '”']) && !words.ends_with(','), "{words}");
            }
        }
    }
}

#[test]
fn totals_count_each_quote() {
    for document in documents() {
        let totals = document.totals();
        let several: usize = document.quotes().iter().map(|quote| quote.speakers().len().max(1)).sum();
        assert_eq!(totals.iter().map(whosaid::Total::quotes).sum::<usize>(), several);
        for total in totals.iter().filter_map(|total| Some((total, total.speaker()?.id()))) {
            assert_eq!(document.quotes_by(total.1).count(), total.0.quotes());
        }
    }
}

#[test]
fn places_find_their_quotes_and_sentences() {
    for document in documents() {
        for quote in &document {
            let start = quote.content()[0].start();
            let found = document.quote_at(start).expect("a quote");
            assert!(found.content().iter().any(|span| span.start() <= start && start < span.end()));
            let sentence = document.sentence_of(quote).expect("a sentence");
            assert!(quote.content().iter().all(|span| sentence.contains(*span)));
        }
        for sentence in document.sentences() {
            assert_eq!(document.sentence_at(sentence.start()), Some(*sentence));
            assert_eq!(document.sentence_at(sentence.end() - 1), Some(*sentence));
        }
        assert_eq!(document.sentence_at(document.text().len()), None);
    }
}

#[test]
fn the_quote_around_is_the_nearest() {
    let text = "“He said that ‘they called it “a farce” once’ to us,” said Tom Lee. “No,” said Ana Ruiz.";
    let at = |words: &str| Span::from(text.find(words).unwrap()..text.find(words).unwrap() + words.len());
    let utterances = [
        (at("Tom Lee"), at("“He said that ‘they called it “a farce” once’ to us,”")),
        (at("He"), at("‘they called it “a farce” once’")),
        (at("they"), at("“a farce”")),
        (at("Ana Ruiz"), at("“No,”")),
    ];
    let document = Attributor::new().identify(text, &utterances.map(Into::into)).expect("places");
    assert_eq!(document.quotes().len(), 4);
    for quote in &document {
        let inside: Vec<_> = document
            .quotes()
            .iter()
            .filter(|outer| outer.content()[0] != quote.content()[0])
            .filter(|outer| outer.content()[0].contains(quote.content()[0]))
            .collect();
        let nearest = inside.into_iter().min_by_key(|outer| outer.content()[0].len());
        assert_eq!(document.parent(quote), nearest);
    }
    assert_eq!(document.quotes().iter().filter(|quote| document.parent(quote).is_some()).count(), 2);
}

#[test]
fn a_document_is_a_list_of_quotes() {
    let document = Attributor::new().attribute(ARTICLE);
    let borrowed = (&document).into_iter().count();
    assert_eq!((borrowed, document.quotes().len()), (document.clone().into_iter().count(), borrowed));
}

#[test]
fn members_have_names_and_names_have_members() {
    fn holds<T: FromStr<Err = whosaid::Error> + ToString + PartialEq + std::fmt::Debug>(all: &[T]) {
        let names: HashSet<String> = all.iter().map(ToString::to_string).collect();
        assert_eq!(names.len(), all.len());
        assert!(all.iter().all(|member| member.to_string().parse().as_ref() == Ok(member)));
    }
    holds(QuoteKind::ALL);
    holds(whosaid::MentionKind::ALL);
    holds(whosaid::EntityKind::ALL);
    holds(whosaid::Gender::ALL);
    holds(Genre::ALL);
    holds(whosaid::Use::ALL);
    holds(whosaid::Reason::ALL);
    holds(whosaid::Nested::ALL);
    holds(ErrorKind::ALL);
    holds(Unit::ALL);
    let error = "poem".parse::<Genre>().expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::Name);
    assert!(
        error
            .to_string()
            .starts_with("genre \"poem\": there is none of this name; write one of news, fiction")
    );
}

#[test]
fn rules_are_listed_and_named() {
    let rules: HashSet<Rule> = Rule::all().collect();
    assert_eq!(rules.len(), Rule::all().count());
    for document in documents() {
        for quote in &document {
            assert!(rules.contains(quote.rule()));
            assert_eq!(Rule::named(quote.rule().name()).as_ref(), Some(quote.rule()));
        }
    }
}

#[test]
fn offsets_count_as_other_languages_do() {
    let text = "😀 “Não,” said Zoë. “Sim,” said Zoë.";
    let document = Attributor::new().attribute(text);
    let (chars, units): (Vec<char>, Vec<u16>) = (text.chars().collect(), text.encode_utf16().collect());
    for span in document.quotes().iter().flat_map(|quote| quote.content()) {
        assert_eq!(chars[Offsets::chars(text).span(*span)].iter().collect::<String>(), text[*span]);
        let utf16 = &units[Offsets::utf16(text).span(*span)];
        assert_eq!(String::from_utf16(utf16).expect("UTF-16"), text[*span]);
    }
}
