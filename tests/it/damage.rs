//! Damage stays where it is: a mark too few or too many, curly marks for straight ones, lines wrapped.

use proptest::prelude::*;
use whosaid::{Attributor, Genre};

const PARAGRAPHS: &[&str] = &[
    "\"The bridge is safe,\" said Ana Ruiz, who runs the board.",
    "Tom Hill told reporters that the old harbour would close in May.",
    "The report called the plan \"a costly mistake\" and asked for another.",
    "\"We lost a year,\" the mayor said. \"We will not lose another.\"",
    "According to the ministry, 40 people were asked to leave their homes.",
    "\"Who pays for it?\" asked Mara Voss. Nobody answered her.",
    "The rain went on all night, and the road to Varna was shut.",
];

fn text() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(PARAGRAPHS), 3..9)
}

fn attributor() -> Attributor {
    Attributor::builder().genre(Genre::News).wrapped(true).build()
}

/// The words of content and source of each quote, with the paragraph in which it stands.
fn answers(text: &str) -> Vec<(usize, String, String)> {
    let document = attributor().attribute(text);
    let plain = |words: &str| {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        words.replace(['“', '”'], "\"").replace('’', "'")
    };
    let answer = |quote: &whosaid::Quote| {
        let start = quote.content().first().map_or(0, |span| span.start());
        let paragraph = text[..start].matches("\n\n").count();
        let content: Vec<&str> = document.texts(quote.content()).collect();
        let source = quote.source().and_then(|source| source.span().get(text)).unwrap_or("");
        (paragraph, plain(&content.join(" … ")), plain(source))
    };
    document.quotes().iter().map(answer).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mark_changes_its_own_paragraph_and_what_runs_on_from_it(
        paragraphs in text(), which in any::<prop::sample::Index>(), doubled: bool,
    ) {
        let whole = paragraphs.join("\n\n");
        let marks: Vec<usize> = whole.match_indices('"').map(|(at, _)| at).collect();
        prop_assume!(!marks.is_empty());
        let at = marks[which.index(marks.len())];
        let mut damaged = whole.clone();
        if doubled { damaged.insert(at, '"') } else { damaged.remove(at); }
        let own = whole[..at].matches("\n\n").count();
        let far = |text: &str| -> Vec<_> {
            answers(text).into_iter().filter(|(place, ..)| *place != own && *place != own + 1).collect()
        };
        prop_assert_eq!(far(&whole), far(&damaged));
    }

    #[test]
    fn straight_and_curly_marks_give_the_same_answer(paragraphs in text()) {
        let straight = paragraphs.join("\n\n");
        let mut open = false;
        let curly: String = straight.chars().map(|letter| match letter {
            '"' => { open = !open; if open { '“' } else { '”' } }
            other => other,
        }).collect();
        prop_assert_eq!(answers(&straight), answers(&curly));
    }

    #[test]
    fn wrapped_lines_give_the_same_answer(paragraphs in text(), width in 24usize..80) {
        let plain = paragraphs.join("\n\n");
        let wrapped: Vec<String> = paragraphs.iter().map(|paragraph| wrap(paragraph, width)).collect();
        prop_assert_eq!(answers(&plain), answers(&wrapped.join("\n\n")));
    }

    #[test]
    fn a_paragraph_more_leaves_those_before_it(paragraphs in text()) {
        let before = paragraphs.join("\n\n");
        let after = format!("{before}\n\nThe ferry to Lima left an hour late, and its bell was out of order.");
        prop_assert_eq!(answers(&before), answers(&after));
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
