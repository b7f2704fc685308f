//! Damage stays where it is: a mark too few, too many or turned, curly marks for straight ones, lines
//! wrapped, another text behind.

use once_cell::sync::Lazy;
use proptest::prelude::*;
use proptest::sample::Index;
use whosaid::{Attributor, Genre, Quote};

use crate::properties::config;

const NEWS: &[&str] = &[
    "\"The bridge is safe,\" said Ana Ruiz, who runs the board.",
    "Tom Hill told reporters that the old harbour would close in May.",
    "The report called the plan \"a costly mistake\" and asked for another.",
    "\"We lost a year,\" the mayor said. \"We will not lose another.\"",
    "According to the ministry, 40 people were asked to leave their homes.",
    "\"Who pays for it?\" asked Mara Voss. Nobody answered her.",
    "\"I would rather walk,\" she added, \"than wait for that ferry.\"",
    "He denied it. \"That is not what I wrote.\"",
    "The rain went on all night, and the road to Varna was shut.",
];

const FICTION: &[&str] = &[
    "\"You have been to the mill,\" said Mrs. Pell.",
    "\"I have,\" he said. He did not look at her.",
    "\"And you spoke to him?\"",
    "\"I spoke. I can't say that he listened.\"",
    "Edmund pulled off his gloves. \"He asked after you, though.\"",
    "\"It is late, Clara,\" the old man muttered, \"and the lamp is out.\"",
    "\"Nonsense!\" she cried. \"Ask Tom.\"",
    "Clara laughed at that, not kindly, and put the kettle down.",
    "Nobody spoke. The rain beat on the roof of the mill.",
];

/// What opens the second of two texts.
const NARRATION: [&str; 2] = [
    "The rain went on all night, and the road to Varna was shut.",
    "In the morning the ferry lay at the quay as if nothing had happened.",
];

fn text() -> impl Strategy<Value = (Genre, Vec<&'static str>)> {
    let of = |genre| (Just(genre), prop::collection::vec(paragraph(genre), 3..9));
    prop_oneof![of(Genre::News), of(Genre::Fiction)]
}

/// One of those above, or of the texts that ship.
fn paragraph(genre: Genre) -> impl Strategy<Value = &'static str> {
    static SHIPPED: Lazy<[String; 2]> = Lazy::new(|| {
        [include_str!("../../examples/article.txt"), include_str!("../../examples/chapter.txt")]
            .map(|text| text.replace(['“', '”'], "\"").replace('’', "'"))
    });
    let (own, shipped) = if genre == Genre::News { (NEWS, &SHIPPED[0]) } else { (FICTION, &SHIPPED[1]) };
    let shipped = shipped.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    prop::sample::select(own.iter().copied().chain(shipped).collect::<Vec<_>>())
}

fn two_texts() -> impl Strategy<Value = (Genre, Vec<&'static str>, Vec<&'static str>)> {
    text().prop_flat_map(|(genre, first)| {
        (Just(genre), Just(first), prop::collection::vec(paragraph(genre), 3..9))
    })
}

/// The words of content, cue and source of a quote, with the paragraph in which it stands.
type Answer = (usize, String, String, String);

fn answers(genre: Genre, text: &str) -> Vec<Answer> {
    let document = Attributor::builder().genre(genre).wrapped(true).build().attribute(text);
    let plain = |words: &str| {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        words.replace(['“', '”'], "\"").replace('’', "'")
    };
    let answer = |quote: &Quote| {
        let start = quote.content().first().map_or(0, |span| span.start());
        let paragraph = text[..start].matches("\n\n").count();
        let content: Vec<&str> = document.texts(quote.content()).collect();
        let cue = quote.cue().and_then(|cue| cue.get(text)).unwrap_or("");
        // in a novel the source of a line without a tag is found by who takes part in the conversation
        let told = genre == Genre::News || quote.cue().is_some();
        let source = quote.source().filter(|_| told).and_then(|source| source.span().get(text)).unwrap_or("");
        (paragraph, plain(&content.join(" … ")), plain(cue), plain(source))
    };
    document.quotes().iter().map(answer).collect()
}

/// Who is behind each answer.
fn speakers(genre: Genre, text: &str) -> Vec<String> {
    let document = Attributor::builder().genre(genre).wrapped(true).build().attribute(text);
    let name = |quote| document.speaker_name(quote).unwrap_or("-").replace('’', "'");
    document.quotes().iter().map(name).collect()
}

fn curly(straight: &str) -> String {
    let mut open = false;
    let mut mark = |letter| match letter {
        '"' => {
            open = !open;
            if open { '“' } else { '”' }
        }
        '\'' => '’',
        other => other,
    };
    straight.chars().map(&mut mark).collect()
}

#[derive(Clone, Copy, Debug)]
enum Harm {
    Deleted,
    Doubled,
    /// One way for the other, or straight for curly.
    Turned,
}

fn harm() -> impl Strategy<Value = Harm> {
    prop::sample::select(&[Harm::Deleted, Harm::Doubled, Harm::Turned][..])
}

/// `text` with its mark at `at` harmed.
fn harmed(text: &str, at: usize, harm: Harm) -> String {
    let (before, after) = text.split_at(at);
    let mark = after.chars().next().expect("a mark");
    let instead = match (harm, mark) {
        (Harm::Deleted, _) => String::new(),
        (Harm::Doubled, _) => format!("{mark}{mark}"),
        (Harm::Turned, '“') => "”".to_owned(),
        (Harm::Turned, '”') => "“".to_owned(),
        (Harm::Turned, _) => "'".to_owned(),
    };
    format!("{before}{instead}{}", &after[mark.len_utf8()..])
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn a_mark_changes_its_own_paragraph_and_what_runs_on_from_it(
        (genre, paragraphs) in text(), which in any::<Index>(), harm in harm(), turned: bool,
    ) {
        let straight = paragraphs.join("\n\n");
        let whole = if turned { curly(&straight) } else { straight };
        let marks: Vec<usize> = whole.match_indices(['"', '“', '”']).map(|(at, _)| at).collect();
        prop_assume!(!marks.is_empty());
        let at = marks[which.index(marks.len())];
        let own = whole[..at].matches("\n\n").count();
        let far = |text: &str| -> Vec<Answer> {
            answers(genre, text).into_iter().filter(|(place, ..)| *place != own && *place != own + 1).collect()
        };
        prop_assert_eq!(far(&whole), far(&harmed(&whole, at, harm)));
    }

    #[test]
    fn straight_and_curly_marks_give_the_same_answer((genre, paragraphs) in text()) {
        let straight = paragraphs.join("\n\n");
        prop_assert_eq!(answers(genre, &straight), answers(genre, &curly(&straight)));
        prop_assert_eq!(speakers(genre, &straight), speakers(genre, &curly(&straight)));
    }

    #[test]
    fn wrapped_lines_give_the_same_answer((genre, paragraphs) in text(), width in 24usize..80) {
        let plain = paragraphs.join("\n\n");
        let wrapped: Vec<String> = paragraphs.iter().map(|paragraph| wrap(paragraph, width)).collect();
        let wrapped = wrapped.join("\n\n");
        prop_assert_eq!(answers(genre, &plain), answers(genre, &wrapped));
        prop_assert_eq!(speakers(genre, &plain), speakers(genre, &wrapped));
    }

    #[test]
    fn a_paragraph_more_leaves_those_before_it((genre, paragraphs) in text()) {
        let before = paragraphs.join("\n\n");
        let after = format!("{before}\n\nThe ferry to Lima left an hour late, and its bell was out of order.");
        prop_assert_eq!(answers(genre, &before), answers(genre, &after));
    }

    #[test]
    fn two_texts_joined_keep_both_answers(
        (genre, first, second) in two_texts(), narration in prop::sample::select(&NARRATION[..]),
    ) {
        let first = first.join("\n\n");
        let second = format!("{narration}\n\n{}", second.join("\n\n"));
        let mut apart = answers(genre, &first);
        let paragraphs = first.matches("\n\n").count() + 1;
        let behind = |(place, content, cue, source)| (place + paragraphs, content, cue, source);
        apart.extend(answers(genre, &second).into_iter().map(behind));
        prop_assert_eq!(apart, answers(genre, &format!("{first}\n\n{second}")));
    }
}

fn wrap(text: &str, width: usize) -> String {
    let mut lines = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        if column > 0 {
            let full = column + word.len() >= width;
            lines.push(if full { '\n' } else { ' ' });
            column = if full { 0 } else { column + 1 };
        }
        lines.push_str(word);
        column += word.len();
    }
    lines
}
