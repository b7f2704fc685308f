//! What must hold of the lists that the crate ships: the tests that stop a slip in a word list.

use std::collections::HashSet;

use super::lines::entries;
use super::load::{LISTS, List, MOST_SHIPPED};
use super::verb::Grades;
use super::{Classes, Key, Lexicon};

/// The words of a list as they are written, without plurals, forms and tags.
fn words(name: &str) -> Vec<&'static str> {
    let list = LISTS.iter().find(|list| list.name == name).unwrap();
    written(list).map(|word| word.split(['/', '+', '~']).next().unwrap_or(word)).collect()
}

/// What each line enters: its word, or all the words of a phrase with its grades.
fn written(list: &List) -> impl Iterator<Item = &'static str> {
    let whole = list.is_of_phrases();
    entries(list.text).map(move |(_, line)| line.split(' ').next().filter(|_| !whole).unwrap_or(line))
}

/// The lists that are no words of the lexicon.
const OTHERS: [(&str, &str); 13] = [
    ("deeds-of-office", include_str!("en/deeds-of-office.txt")),
    ("carriers", include_str!("en/carriers.txt")),
    ("calling", include_str!("en/calling.txt")),
    ("exchange", include_str!("en/exchange.txt")),
    ("kinds-of-body", include_str!("en/kinds-of-body.txt")),
    ("taking-office", include_str!("en/taking-office.txt")),
    ("issuing", include_str!("en/issuing.txt")),
    ("lettered", include_str!("en/lettered.txt")),
    ("married-kin", include_str!("en/married-kin.txt")),
    ("nicknames", include_str!("en/nicknames.txt")),
    ("roles", include_str!("en/roles.txt")),
    ("states", include_str!("en/states.txt")),
    ("succession", include_str!("en/succession.txt")),
];

#[test]
fn every_list_is_sorted_and_without_doubles() {
    let mut faults = Vec::new();
    let others = OTHERS.map(|(name, text)| (name, entries(text).map(|(_, line)| line).collect()));
    for (name, entries) in LISTS.iter().map(|list| (list.name, written(list).collect())).chain(others) {
        let entries: Vec<&str> = entries;
        for pair in entries.windows(2) {
            if pair[0] >= pair[1] {
                faults.push(format!("{name}.txt: {:?} stands before {:?}", pair[0], pair[1]));
            }
        }
    }
    for list in LISTS {
        let mut seen = HashSet::new();
        faults.extend(
            words(list.name)
                .iter()
                .filter(|word| !seen.insert(**word))
                .map(|word| format!("{}.txt: {word:?} stands twice", list.name)),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_list_opens_with_its_head() {
    for (name, text) in LISTS.iter().map(|list| (list.name, list.text)).chain(OTHERS) {
        assert!(text.starts_with("# "), "{name}.txt has no head");
        assert!(text.contains("Source"), "{name}.txt does not say where it comes from");
    }
}

/// A word that stands in both would be read in two ways where there is but one.
#[test]
fn no_word_stands_in_two_lists_that_exclude_each_other() {
    let mut faults = Vec::new();
    for (one, other, why) in [
        ("persons", "kin", "kin are persons already"),
        ("adjectives", "cue-adjectives", "cue adjectives are adjectives already"),
        ("adjectives", "numbers", "an ordinal is tagged in numbers.txt"),
        ("adverbs", "closed", "tag the word adv in closed.txt"),
        ("nouns", "closed", "tag the word noun in closed.txt"),
        ("places", "demonyms", "a place is not its people"),
        ("places", "bodies", "a place is no body"),
        ("demonyms", "bodies", "a people is no body"),
    ] {
        let others: HashSet<&str> = words(other).into_iter().collect();
        for word in words(one).into_iter().filter(|word| others.contains(word)) {
            faults.push(format!("{word:?} stands in {one}.txt and in {other}.txt: {why}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// *"…," said the mayor* is lost if *said* can be an adjective.
#[test]
fn no_past_form_of_a_reporting_verb_is_an_adjective() {
    let lexicon = Lexicon::english();
    let mut faults = Vec::new();
    for (name, least) in
        [("adjectives", |grades: Grades| grades.best()), ("cue-adjectives", |grades| grades.quote)]
            as [(&str, fn(Grades) -> u8); 2]
    {
        for word in words(name) {
            let id = lexicon.find(Key::of(word.as_bytes()));
            let past = Classes::VERB_PAST | Classes::VERB_PARTICIPLE;
            if lexicon.entry(id).classes.any(past) && least(lexicon.grades(id)) >= 2 {
                faults.push(format!("{word:?} in {name}.txt is a form of a reporting verb"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_person_is_both_man_and_woman() {
    let lexicon = Lexicon::english();
    for name in ["persons", "kin", "titles", "closed"] {
        for word in words(name) {
            let classes = lexicon.classes_of(word.as_bytes());
            assert!(!classes.all(Classes::MASCULINE | Classes::FEMININE), "{word:?} is both");
        }
    }
}

/// The table tells words apart by hashes alone.
#[test]
fn no_word_is_taken_for_another() {
    let lexicon = Lexicon::english();
    let written = LISTS.iter().filter(|list| !list.is_of_phrases()).flat_map(|list| words(list.name));
    let keys: HashSet<Key> = written.map(|word| Key::of(word.to_lowercase().as_bytes())).collect();
    let found: HashSet<_> = keys.iter().map(|key| lexicon.find(*key)).filter(|id| *id != 0).collect();
    let lost = keys.iter().filter(|key| lexicon.find(**key) == 0).count();
    assert_eq!(found.len() + lost, keys.len());
}

#[test]
fn the_lists_leave_the_table_small() {
    let lexicon = Lexicon::english();
    let words = lexicon.len();
    assert!(words <= MOST_SHIPPED, "{words} words are more than {MOST_SHIPPED}");
    assert_eq!(
        lexicon.bytes_of_slots(),
        512 * 1024,
        "{words} words take other slots than they were meant to"
    );
}

#[test]
fn the_words_that_carry_attribution_have_their_readings() {
    let lexicon = Lexicon::english();
    for (word, classes) in [
        ("said", Classes::VERB_PAST | Classes::VERB_PARTICIPLE | Classes::REPORTING),
        ("told", Classes::VERB_PAST | Classes::REPORTING),
        ("saw", Classes::VERB_PAST),
        ("left", Classes::VERB_PAST | Classes::NOUN),
        ("claims", Classes::VERB_S | Classes::NOUN | Classes::PLURAL | Classes::NOUN_CUE),
        ("her", Classes::POSSESSIVE | Classes::PRONOUN | Classes::FEMININE),
        ("didn't", Classes::DO | Classes::NEGATION),
        ("according", Classes::PREPOSITION),
        ("spokeswomen", Classes::PERSON_NOUN | Classes::FEMININE | Classes::PLURAL),
        ("called", Classes::VERB_PAST | Classes::NAMING | Classes::REPORTING),
    ] {
        let has = lexicon.classes_of(word.as_bytes());
        assert!(has.all(classes), "{word}: {has:?} lacks some of {classes:?}");
    }
    for (form, base) in
        [("saw", "see"), ("thought", "think"), ("found", "find"), ("left", "leave"), ("lies", "lie")]
    {
        let verb = lexicon.verb(lexicon.find(Key::of(form.as_bytes()))).unwrap();
        assert_eq!(verb.base, Key::of(base.as_bytes()), "{form}");
    }
}
