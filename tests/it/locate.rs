//! Claims made from a text by splitting, leaving out, changing a word and swapping the speaker are told apart.

use whosaid::locate::{Claim, Located, Locator, Verdict};
use whosaid::{Attributor, Document, Quote, QuoteKind};

const ARTICLE: &str = include_str!("../../examples/article.txt");
const CHAPTER: &str = include_str!("../../examples/chapter.txt");

/// The words of direct quotes that are long enough to be known again, with their speaker.
fn quotes<'d>(document: &'d Document<'d>) -> Vec<(&'d Quote, String, &'d str)> {
    let quotes = document.quotes().iter().filter(|quote| quote.kind() == QuoteKind::Direct);
    quotes
        .filter_map(|quote| {
            let words: Vec<&str> = document.inner(quote).map(|span| &document.text()[span]).collect();
            let words = words.join(" ");
            let speaker = document.speaker_name(quote)?;
            (words.split_whitespace().count() > 4).then_some((quote, words, speaker))
        })
        .collect()
}

#[track_caller]
fn holds(found: &Located<'_>, verdict: Verdict, claim: &str) {
    assert_eq!(found.verdict(), verdict, "{claim}: {found:?}");
}

#[test]
fn every_quote_is_found_again() {
    for text in [ARTICLE, CHAPTER] {
        let document = Attributor::new().attribute(text);
        let locator = Locator::new(&document);
        let all = quotes(&document);
        assert!(all.len() > 4, "{all:?}");
        for (quote, words, speaker) in all {
            let found = locator.locate(Claim::new(&words).by(speaker));
            let expected = if quote.content().len() == 1 { Verdict::Exact } else { Verdict::Folded };
            holds(&found, expected, &words);
            assert_eq!(found.quote(), Some(quote));

            let typed = words.replace(['“', '”'], "\"").replace('’', "'").to_uppercase();
            assert!(matches!(locator.locate(&typed).verdict(), Verdict::Exact | Verdict::Folded), "{typed}");

            let another =
                if speaker == "Clara" || speaker == "Ines Fairweather" { "Tobias Okafor" } else { "Clara" };
            let found = locator.locate(Claim::new(&words).by(another));
            holds(&found, Verdict::SaidByAnother, &words);
            assert_eq!(found.speaker(), Some(speaker));
        }
    }
}

#[test]
fn words_left_out_are_allowed_where_the_claim_says_so() {
    for text in [ARTICLE, CHAPTER] {
        let document = Attributor::new().attribute(text);
        let locator = Locator::new(&document);
        for (_, words, speaker) in quotes(&document) {
            let parts: Vec<&str> = words.split_whitespace().collect();
            let (first, last) = (&parts[..2], &parts[parts.len() - 1..]);
            for mark in ["…", "...", "[...]", ". . ."] {
                let claim = format!("{} {mark} {}", first.join(" "), last.join(" "));
                holds(&locator.locate(Claim::new(&claim).by(speaker)), Verdict::Folded, &claim);
            }
        }
    }
}

#[test]
fn a_changed_word_is_told() {
    for text in [ARTICLE, CHAPTER] {
        let document = Attributor::new().attribute(text);
        let locator = Locator::new(&document);
        for (quote, words, _) in quotes(&document) {
            let parts: Vec<&str> = words.split_whitespace().collect();
            for place in 0..parts.len() {
                if !parts[place].contains(char::is_alphanumeric) {
                    continue;
                }
                let mut claimed = parts.clone();
                claimed[place] = "umbrella";
                let claim = claimed.join(" ");
                let found = locator.locate(&claim);
                holds(&found, Verdict::Altered, &claim);
                let differences: Vec<&str> = found.differences().iter().map(|one| one.claimed()).collect();
                assert!(
                    differences.iter().any(|claimed| claimed.contains("umbrella")),
                    "{claim}: {differences:?}"
                );
                assert_eq!(found.quote(), Some(quote), "{claim}");

                claimed.remove(place);
                let claim = claimed.join(" ");
                let found = locator.locate(&claim);
                // at its ends a quotation may be cut
                if place > 0 && place + 1 < parts.len() {
                    holds(&found, Verdict::Altered, &claim);
                    assert_eq!(found.differences().len(), 1, "{claim}: {found:?}");
                }
            }
        }
    }
}

#[test]
fn words_put_in_and_left_out_are_told() {
    let document = Attributor::new().attribute("Later “we test it every single year,” said Ana Ruiz.");
    let told = |claim: &str| -> Vec<String> {
        document.locate(claim).differences().iter().map(ToString::to_string).collect()
    };
    assert_eq!(told("we test it every year"), ["“single” left out"]);
    assert_eq!(told("we test it every single year again"), ["“again” put in"]);
    assert_eq!(told("now we test it every single year"), ["“now” put in"]);
    assert_eq!(told("we test it twice every single month"), ["“twice” put in", "“month” for “year”"]);
}

#[test]
fn what_nobody_said_is_absent() {
    let document = Attributor::new().attribute(ARTICLE);
    for claim in [
        "I have never been so ashamed of a government",
        "The county will buy two new ferries before Christmas",
        "",
        "…",
        "nothing whatever of the kind happened",
    ] {
        holds(&document.locate(claim), Verdict::Absent, claim);
    }
}

#[test]
fn the_place_is_in_the_text_as_given() {
    let text = "Zoë Hale said: “We don’t — ever — sell the mill’s land.”";
    let document = Attributor::new().attribute(text);
    let found = document.locate("we don't ever sell the mill's land");
    holds(&found, Verdict::Folded, "");
    let words: Vec<&str> = found.spans().iter().map(|span| &text[*span]).collect();
    assert_eq!(words, ["We don’t — ever — sell the mill’s land"]);
    assert_eq!(found.speaker(), Some("Zoë Hale"));
}

#[test]
fn brackets_of_another_hand_are_passed_over() {
    let document = Attributor::new().attribute("“It is a disgrace, and they know it,” said Ana Ruiz.");
    holds(&document.locate("[I]t is a disgrace, and [the owners] know it"), Verdict::Folded, "");
    holds(&document.locate("It is a disgrace, and [the owners] hide it"), Verdict::Altered, "");
}

/// A claim over a text twice as long takes no more than about twice the time: counted in comparisons that a claim of
/// common words makes, which is where a search by pairs would fail.
#[test]
fn long_texts_of_the_same_words_are_read() {
    let text = "“It is what it is, and it is late,” said Ana Ruiz. ".repeat(4000);
    let document = Attributor::new().attribute(&text);
    let locator = Locator::new(&document);
    assert_eq!(locator.locate("It is what it is and it was late").verdict(), Verdict::Altered);
    assert_eq!(locator.locate("it … is … late").verdict(), Verdict::Folded);
    assert!(locator.locate(&"it is what it is ".repeat(200)).differences().len() < 1000);
}
