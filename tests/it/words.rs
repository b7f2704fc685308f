//! Words of the caller's own, in every section and genre.

use whosaid::words::{Grades, Section, Words};
use whosaid::{Attributor, Error, ErrorKind, Gender, Genre};

fn with(words: &str) -> Attributor {
    let words = Words::parse(words).expect("words");
    Attributor::builder().words(&words).expect("words").build()
}

#[track_caller]
fn fails(words: &str, message: &str) {
    let read = Words::parse(words).and_then(|words| Attributor::builder().words(&words).map(|_| ()));
    let error: Error = read.expect_err("an error");
    assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::Words, message));
}

#[test]
fn verbs_are_added_and_regraded_in_every_genre() {
    let text = "“Rates will fall,” skeeted Ana Ruiz.\n\n“No,” skeeted Tom.";
    for genre in Genre::ALL {
        let words = Words::new().verb("skeet", Grades { quote: 3, tag: 3, ..Grades::default() });
        let attributor = Attributor::builder().genre(*genre).words(&words).expect("words").build();
        let document = attributor.attribute(text);
        assert_eq!(document.speaker_name(&document.quotes()[0]), Some("Ana Ruiz"), "{genre}");
    }
    let argued = "Ana Ruiz argued that rates will fall.";
    assert_eq!(Attributor::new().attribute(argued).quotes().len(), 1);
    assert!(with("[verbs]\nargue q3").attribute(argued).quotes().is_empty());
}

#[test]
fn verbs_are_removed_with_all_their_forms() {
    let text = "Ana Ruiz said that it rained. Tom Lee says that it pours. Eve Ray told Tom that it snows.";
    assert_eq!(Attributor::new().attribute(text).quotes().len(), 3);
    assert_eq!(with("[remove]\nsay").attribute(text).quotes().len(), 1);
    // and given back
    assert_eq!(with("[remove]\nsay\n[verbs]\nsay/said t3").attribute(text).quotes().len(), 3);
}

#[test]
fn names_tell_a_gender() {
    let document_of = |words: &str| {
        let attributor = with(words);
        let document = attributor.attribute("“It rains,” said Elowyn Hale.");
        document.entities().next().expect("an entity").gender()
    };
    assert_eq!(document_of("[names]\nElowyn f"), Some(Gender::Feminine));
    assert_eq!(document_of("[names]\nElowyn m"), Some(Gender::Masculine));
    assert_eq!(document_of("[names]\nElowyn"), None);
}

#[test]
fn abbreviations_end_no_sentence() {
    let text = "The xqz. Herald has it. We read it.";
    assert_eq!(Attributor::new().attribute(text).sentences().len(), 3);
    assert_eq!(with("[abbreviations]\nxqz abbr-continues").attribute(text).sentences().len(), 2);
}

#[test]
fn every_section_is_read() {
    let all = "# of ours\n[verbs]\nskeet q3\n[titles]\npodestà masc role\n[roles]\nharbourwright/harbourwrights\n\
               [organisations]\nmoot\nSkylinex\n[places]\nElstow\n[names]\nElowyn f\n[abbreviations]\nwkly\n[remove]\ncall\n";
    let words = Words::parse(all).expect("words");
    assert_eq!(words.len(), 9);
    assert!(Attributor::builder().words(&words).is_ok());
    for section in Section::ALL {
        assert!(all.contains(&format!("[{section}]")));
    }
}

#[test]
fn errors_name_line_and_remedy() {
    fails(
        "[verbs]\n\nskeet q9",
        "words, line 3, [verbs]: \"skeet q9\": \"q9\" is no grade: write a letter of q t b i o w p and 0 to 3",
    );
    fails(
        "skeet q3",
        "words, line 1: \"skeet q3\": stands before the first section; write [verbs] or the like above it",
    );
    fails(
        "[verb]\nskeet q3",
        "words, line 1: [verb]: there is no such section; write one of verbs, titles, roles, organisations, places, \
         names, abbreviations, remove",
    );
    fails(
        "[titles]\npodestà mask",
        "words, line 2, [titles]: \"podestà mask\": \"mask\" is no tag of a word",
    );
    for entry in ["--", "1860 masc", "“”"] {
        let problem = "begins with no word; write one with letters, and its tags behind it";
        fails(&format!("[titles]\n{entry}"), &format!("words, line 2, [titles]: {entry:?}: {problem}"));
    }
    fails(
        "[abbreviations]\nwkly.",
        "words, line 2, [abbreviations]: \"wkly.\": leave out the stop at its end",
    );
    fails(
        "[remove]\nxyzzy",
        "words, line 2, [remove]: \"xyzzy\": is in no list, so that there is nothing to remove",
    );
}

/// The lexicon is copied once: a thousand words take no longer than reading the crate's own lists a few times.
#[test]
fn a_thousand_words_copy_the_lexicon_once() {
    let mut words = Words::new();
    for number in 0..1000 {
        let letters: String =
            format!("{number:04}").bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
        words = words.verb(&format!("zy{letters}z"), Grades { quote: 3, ..Grades::default() });
    }
    let attributor = Attributor::builder().words(&words).expect("words").build();
    assert_eq!(attributor.attribute("“It rains,” zyabcdzed Ana Ruiz.").quotes().len(), 1);
}
