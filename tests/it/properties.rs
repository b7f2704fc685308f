//! What holds for every text.

use proptest::prelude::*;
use whosaid::cast::Utterance;
use whosaid::{Attributor, Document, Genre, Nested, Span};

/// Real prose to be damaged: news, and a conversation.
const PROSE: [&str; 2] =
    [include_str!("../../examples/article.txt"), include_str!("../../examples/chapter.txt")];

/// Pieces of text that meet in every order.
const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "``",
    "''",
    "«",
    "»",
    "„",
    "‹",
    "›",
    "—",
    "–",
    "-",
    ",",
    ".",
    "?",
    "!",
    ":",
    ";",
    "…",
    "(",
    ")",
    "[",
    "]",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\0",
    "e\u{301}",
    "👩‍🚀",
    "漢字",
    "ß",
    "İ",
    "Ana Ruiz",
    "Mr. Lee",
    "the coach",
    "she",
    "They",
    "said",
    "told",
    "asked",
    "according to",
    "that",
    "who",
    "and",
    "not",
    "will",
    "the",
    "a",
    "plan",
    "5'7\"",
    "'tis",
    "Lee’s",
    "Q:",
    "U.S.",
    "statement",
    "by",
    "was",
    "quoted",
    "as",
    "saying",
    "of",
    "to",
    "I",
    "we",
    "1,400",
    "3.5",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60)
        .prop_flat_map(|pieces| prop::sample::select(vec!["", " "]).prop_map(move |joint| pieces.join(joint)))
}

/// Prose cut and spliced, with some of its marks gone, doubled or turned.
fn damaged() -> impl Strategy<Value = String> {
    let cuts = prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..4);
    let harm = prop::collection::vec(0u8..20, 64);
    (prop::sample::select(&PROSE[..]), cuts, harm).prop_map(|(prose, cuts, harm)| {
        let letters: Vec<char> = prose.chars().collect();
        let mut text = String::new();
        let mut marks = 0;
        for (from, length) in cuts {
            let from = from.index(letters.len());
            for letter in letters.iter().skip(from).take(length.index(1500)) {
                if !matches!(letter, '“' | '”' | '’' | ',' | '.' | '\n') {
                    text.push(*letter);
                    continue;
                }
                marks += 1;
                match harm[marks % harm.len()] {
                    0 => {}
                    1 => text.extend([*letter, *letter]),
                    2 => text.push('”'),
                    3 => text.push('"'),
                    _ => text.push(*letter),
                }
            }
        }
        text
    })
}

/// Spans lie in the text, on boundaries of characters.
#[track_caller]
fn fits(text: &str, span: Span) {
    assert!(span.get(text).is_some(), "{span} does not fit {text:?}");
}

#[track_caller]
pub(crate) fn is_sound(document: &Document<'_>) {
    let text = document.text();
    for quote in document.quotes() {
        assert!(!quote.content().is_empty());
        for span in quote.content() {
            fits(text, *span);
            assert!(!span.is_empty());
        }
        let ordered = quote.content().is_sorted_by(|some, other| some.end() <= other.start());
        assert!(ordered, "content {:?} of {text:?}", quote.content());
        quote.cue().into_iter().for_each(|cue| fits(text, cue));
        quote.source().into_iter().for_each(|source| fits(text, source.span()));
        assert!((0.0..=1.0).contains(&quote.confidence()));
        assert!((0.0..=1.0).contains(&quote.speaker_confidence()));
        assert_eq!(document.speakers(quote).count(), quote.speakers().len());
        for other in quote.alternatives() {
            other.source().into_iter().for_each(|source| fits(text, source.span()));
            assert!((0.0..=1.0).contains(&other.confidence()));
        }
    }
    let starts = document.quotes().iter().map(|quote| quote.content()[0].start());
    assert!(starts.is_sorted(), "the order of quotes of {text:?}");
    for unattributed in document.unattributed() {
        fits(text, unattributed.span());
    }
    assert!(document.unattributed().is_sorted_by_key(|unattributed| unattributed.span().start()));
    for entity in document.entities() {
        assert!(!entity.name().is_empty());
        entity.mentions().for_each(|mention| fits(text, mention));
        assert!(entity.mentions().is_sorted_by_key(|mention| mention.start()));
    }
    is_covered(document);
}

/// Sentences follow each other and leave out nothing but white space.
#[track_caller]
fn is_covered(document: &Document<'_>) {
    let text = document.text();
    let mut end = 0;
    for sentence in document.sentences() {
        fits(text, *sentence);
        let gap = Span::new(end, sentence.start());
        assert!(end <= sentence.start() && is_blank(&text[gap]), "{gap} of {text:?} is in no sentence");
        end = sentence.end();
    }
    assert!(is_blank(&text[end..]), "{end}.. of {text:?} is in no sentence");
}

/// A byte order mark and a space of no width are as blank as can be.
fn is_blank(words: &str) -> bool {
    words.chars().all(|letter| letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}'))
}

fn reads_well(text: &str) {
    let attributor = Attributor::new();
    is_sound(&attributor.attribute(text));
    let explanation = attributor.explain(text);
    for sentence in explanation.sentences() {
        fits(text, sentence.span());
        sentence.quoted().iter().for_each(|quoted| fits(text, quoted.span()));
    }
}

/// So many cases, where PROPTEST_CASES does not ask for another number.
pub(crate) fn config(cases: u32) -> ProptestConfig {
    let default = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() { default } else { ProptestConfig { cases, ..default } }
}

proptest! {
    #[test]
    fn any_text_gives_an_answer(text in any::<String>()) {
        reads_well(&text);
    }

    #[test]
    fn any_order_of_pieces_gives_an_answer(text in pieces()) {
        reads_well(&text);
    }

    #[test]
    fn damaged_prose_gives_an_answer(text in damaged()) {
        reads_well(&text);
    }

    #[test]
    fn every_setting_gives_an_answer(text in damaged(), fiction: bool, wrapped: bool, indirect: bool, least in 0f32..1.0) {
        let attributor = Attributor::builder()
            .genre(if fiction { Genre::Fiction } else { Genre::News })
            .wrapped(wrapped)
            .indirect(indirect)
            .nested(Nested::Inner)
            .least_confidence(least)
            .and_then(|builder| builder.rule("any", "(?<source>[NPDX])(?<cue>.)(?<content>.+)", 0.5))
            .expect("settings")
            .build();
        is_sound(&attributor.attribute(&text));
    }

    #[test]
    fn given_sources_give_an_answer(text in pieces(), places in prop::collection::vec(0usize..200, 0..12)) {
        let spans: Vec<Span> = places.chunks_exact(2).map(|pair| Span::new(pair[0], pair[1])).collect();
        let utterances: Vec<Utterance> = spans.chunks_exact(2).map(|pair| (pair[0], pair[1]).into()).collect();
        let sound = spans.chunks_exact(2).flatten().all(|span| span.get(&text).is_some_and(|words| !words.is_empty()));
        let document = Attributor::new().identify(&text, &utterances);
        prop_assert_eq!(document.is_ok(), sound);
        let Ok(document) = document else { return Ok(()) };
        for quote in document.quotes() {
            prop_assert_eq!(document.speakers(quote).count(), quote.speakers().len());
        }
    }

    #[test]
    fn builders_take_or_refuse_any_words(word in any::<String>(), grades in "[a-z0-9 ]{0,12}", pattern in any::<String>()) {
        let _ = Attributor::builder().verb(&word, &grades);
        let _ = Attributor::builder().rule(&word, &pattern, 0.5);
    }
}
