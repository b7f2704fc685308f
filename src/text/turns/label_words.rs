//! What kind of name a label holds, by the words of it.

use crate::lexicon::{Classes, Lexicon};

/// What the words of a label stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    /// *Mary Kane, Mr. LEE*: a given name or a title.
    Known,
    /// *Okonjo*: no word of the language.
    Unknown,
    /// *Moderator, Speaker 1, THE WITNESS, Opposition senators*.
    Part,
    /// *Q, A, Question, Answer 2*.
    Exchange,
    /// *HAMLET, MILL*: a word that can be a name where others are.
    Doubtful,
}

/// Labels of two sides; of each the letter.
const SIDES: [(&str, u8); 6] =
    [("q", b'q'), ("a", b'a'), ("question", b'q'), ("answer", b'a'), ("ques", b'q'), ("ans", b'a')];

/// Short words in capitals that lead in a remark and name nobody.
const REMARKS: [&str; 8] = ["ps", "pps", "nb", "fyi", "btw", "tldr", "eta", "re"];

/// So many words a part has that is written small.
const MOST_OF_A_PART: usize = 3;

/// Which side of questions and answers a label names.
pub(super) fn side(name: &str) -> Option<u8> {
    let plain = name.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    SIDES.iter().find(|(word, _)| plain.eq_ignore_ascii_case(word)).map(|(_, side)| *side)
}

/// What the name of a label is; `None` where it can be no speaker's.
pub(super) fn holder(name: &str, lexicon: &Lexicon) -> Option<Holder> {
    if side(name).is_some() {
        return Some(Holder::Exchange);
    }
    let words: Vec<(&str, Classes)> = name
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| (word, lexicon.classes_of(word.trim_end_matches('.').as_bytes())))
        .collect();
    let (first, rest) = words.split_first()?;
    let roman = |word: &str| word.bytes().all(|letter| b"IVXLC".contains(&letter));
    if rest.is_empty() && roman(first.0) || name.contains("'s ") || name.contains("’s ") {
        return None;
    }
    if REMARKS.iter().any(|remark| first.0.eq_ignore_ascii_case(remark)) {
        return None;
    }
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    // what hangs on "of" tells nothing of the head
    let cut = rest.iter().position(|(word, _)| *word == "of").unwrap_or(rest.len());
    let own = &words[..=cut.min(rest.len())];
    let head = own.iter().rev().find(|(word, _)| !digits(word) && *word != "of");
    let (head_word, head) = *head?;
    let numbered = rest.iter().all(|(word, _)| digits(word));
    let known = first.1.any(Classes::GIVEN) || first.1.any(Classes::TITLE) && !numbered;
    let is_person = |classes: Classes| classes.any(PERSONS);
    if known && !is_weekday(first.1) {
        return all_names(rest, true).then_some(Holder::Known);
    }
    let determiner = first.1.any(Classes::DETERMINER);
    let tempore = head_word == "tempore" && own.iter().any(|(_, classes)| is_person(*classes));
    if is_person(head) || tempore {
        return is_part(own, determiner, tempore).then_some(Holder::Part);
    }
    if determiner {
        // "THE COURT", "The Court", "The CHAIR"
        let shouted = head_word.len() > 1 && !head_word.bytes().any(|byte| byte.is_ascii_lowercase());
        let noun = head.any(Classes::ORG_NOUN) || shouted && head.any(Classes::ANY_NOUN);
        return (noun && rest.len() <= 2).then_some(Holder::Part);
    }
    if is_weekday(first.1) || first.1.any(Classes::GRAMMAR) {
        return None;
    }
    if words.iter().any(|(word, _)| digits(word)) {
        return None;
    }
    let common = |classes: Classes| classes.any(WORDS) && !classes.any(Classes::GIVEN);
    if words.iter().all(|(_, classes)| !common(*classes)) && all_names(rest, false) {
        let place = words.iter().all(|(_, classes)| classes.any(Classes::PLACE.with(Classes::ORG_NAME)));
        return (!place).then_some(Holder::Unknown);
    }
    // "Holt", "Ruiz Miller": the last may be a surname
    let shouted = !name.bytes().any(|byte| byte.is_ascii_lowercase());
    let one = words.len() == 1 && shouted && !first.1.any(Classes::VERB);
    one.then_some(Holder::Doubtful)
}

/// *Unidentified man*, *Some hon. members*, but no phrase of a sentence: *The strategy by supporters*.
fn is_part(own: &[(&str, Classes)], determiner: bool, tempore: bool) -> bool {
    let Some(first) = own.first() else { return false };
    let small = own.iter().any(|(word, _)| word.starts_with(char::is_lowercase) && *word != "of");
    let verb = own.iter().any(|(_, classes)| classes.any(Classes::AUXILIARY));
    let phrase = small
        && !tempore
        && (own.len() > MOST_OF_A_PART || determiner && !first.1.any(Classes::PLURAL) && first.0 != "Some");
    !verb && !phrase && first.0.starts_with(char::is_uppercase)
}

/// Whether what stands behind the comma of a label can be a role: a phrase, no clause.
pub(super) fn is_role(words: &str, lexicon: &Lexicon) -> bool {
    words.split_whitespace().all(|word| {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        !lexicon.classes_of(word.as_bytes()).any(CLAUSE)
    })
}

const CLAUSE: Classes = Classes::AUXILIARY
    .with(Classes::WH)
    .with(Classes::THAT)
    .with(Classes::PRONOUN)
    .with(Classes::SUBORDINATOR);

/// Whether the words behind the first can be names: capitals, *of* and the like.
fn all_names(rest: &[(&str, Classes)], known: bool) -> bool {
    rest.iter().all(|(word, classes)| {
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let joint = classes.any(Classes::PREPOSITION.with(Classes::NAME_PARTICLE).with(Classes::DETERMINER));
        capital && (known || !classes.any(Classes::AUXILIARY)) || joint && !capital
    })
}

fn is_weekday(classes: Classes) -> bool {
    classes.any(Classes::WEEKDAY.with(Classes::MONTH).with(Classes::TIME)) && !classes.any(Classes::GIVEN)
}

const PERSONS: Classes = Classes::PERSON_NOUN.with(Classes::KIN).with(Classes::ROLE).with(Classes::PARTY);

const WORDS: Classes = Classes::VERB
    .with(Classes::NOUN)
    .with(Classes::ADJECTIVE)
    .with(Classes::ADVERB)
    .with(Classes::DOCUMENT_NOUN)
    .with(Classes::ORG_NOUN)
    .with(Classes::TIME);
