//! A single full stop with white space after it: a sentence's end, or an abbreviation's.
//!
//! In: the stop and what follows. Out: whether the sentence goes on.

use crate::lexicon::{Classes, Lexicon};

use super::stop::Stop;
use super::word::{Next, Opening, Word, is_sentence_start, starts_with_preposition};

/// Unknown words up to this long before a stop and a small letter are taken for abbreviations.
const SHORT: usize = 5;

pub(super) fn period_goes_on(text: &[u8], stop: &Stop, next: Next, lexicon: &Lexicon) -> bool {
    match next.opening {
        Opening::Middle | Opening::SmallAfterDash => return true,
        Opening::Small if stop.end > stop.run_end && !next.opens_quote && !next.opens_bracket => return true,
        _ => {}
    }
    let word = Word::before(text, stop.start);
    if word.is_enumerator(text) && is_item_start(text, word) {
        return true;
    }
    if stop.end > stop.run_end {
        return false;
    }
    match abbreviation(text, word, lexicon) {
        Some(classes) => abbreviation_goes_on(text, word, classes, next, lexicon),
        None => {
            next.opening == Opening::Small && !next.opens_bracket && may_be_abbreviated(text, word, lexicon)
        }
    }
}

/// Whether the number or letter `word` with its stop is a list item's marker: it begins a sentence.
fn is_item_start(text: &[u8], word: Word) -> bool {
    is_sentence_start(text, word.start) && !matches!(word.bytes(text), b"I" | b"a")
        || super::list::is_line_start(text, word.start)
}

/// The readings of `word` as an abbreviation; `None` where it is none.
fn abbreviation(text: &[u8], word: Word, lexicon: &Lexicon) -> Option<Classes> {
    let bytes = word.bytes(text);
    if let [letter] = bytes {
        return is_initial(text, word, *letter).then_some(Classes::ABBREVIATION);
    }
    let dotted = bytes.contains(&b'.');
    if bytes.len() > LONGEST_ABBREVIATION && !dotted {
        return None;
    }
    let classes = word.abbreviation(text, lexicon);
    if classes.any(Classes::ABBREVIATION) {
        let common = classes.any(Classes::COMMON);
        return (!common || word.is_capitalised(text) || classes.any(Classes::ABBR_NUMBER))
            .then_some(classes);
    }
    (dotted && is_letters_with_stops(bytes)).then_some(Classes::ABBREVIATION)
}

/// The longest without stops in `abbreviations.txt` and `titles.txt`.
const LONGEST_ABBREVIATION: usize = 6;

/// *J. Hill*, *p. 5*, *c. 1580*; but *you and I.* and *me and i.* are pronouns.
fn is_initial(text: &[u8], word: Word, letter: u8) -> bool {
    match letter {
        b'i' => false,
        b'I' => word.follows_capitalised(text),
        _ => letter.is_ascii_alphabetic(),
    }
}

/// *U.C*, *O.J*, *i.v*.
fn is_letters_with_stops(word: &[u8]) -> bool {
    word.iter().enumerate().all(|(index, byte)| match index % 2 {
        0 => byte.is_ascii_alphabetic(),
        _ => *byte == b'.',
    })
}

fn abbreviation_goes_on(text: &[u8], word: Word, classes: Classes, next: Next, lexicon: &Lexicon) -> bool {
    if classes.any(Classes::ABBR_CONTINUES) {
        return true;
    }
    match next.opening {
        Opening::Small => !classes.any(Classes::COMMON) || word.is_capitalised(text) && !next.opens_bracket,
        Opening::Digit => {
            !classes.any(Classes::COMMON) || classes.any(Classes::ABBR_NUMBER.with(Classes::TIME))
        }
        Opening::Capital if next.opens_bracket => true,
        Opening::Capital if next.opens_quote => false,
        Opening::Capital => capital_goes_on(text, word, classes, next, lexicon),
        Opening::Dash => true,
        _ => false,
    }
}

/// Whether a sentence goes on between an abbreviation and a word with a capital.
fn capital_goes_on(text: &[u8], word: Word, classes: Classes, next: Next, lexicon: &Lexicon) -> bool {
    let following = next.classes(text, lexicon);
    if classes.any(Classes::ABBR_NUMBER) {
        return false;
    }
    if following.any(STARTERS) && !following.any(Classes::GIVEN.with(Classes::PLACE)) {
        return false;
    }
    if classes.any(Classes::TIME) && !classes.any(Classes::WEEKDAY) {
        return following.any(Classes::WEEKDAY.with(Classes::MONTH))
            || next.is_shouted(text)
            || starts_with_preposition(text, word.start, lexicon);
    }
    // A lower-case abbreviation of several letters stands after its noun (etc., lbs.).
    word.is_capitalised(text) || word.end - word.start == 1
}

/// Words that often begin a sentence and are no names: *The*, *He*, *In*, *However*, *Two*.
const STARTERS: Classes = Classes::DETERMINER
    .with(Classes::POSSESSIVE)
    .with(Classes::PRONOUN)
    .with(Classes::WH)
    .with(Classes::THAT)
    .with(Classes::PREPOSITION)
    .with(Classes::TO)
    .with(Classes::COORDINATOR)
    .with(Classes::SUBORDINATOR)
    .with(Classes::ADVERB)
    .with(Classes::NUMBER)
    .with(Classes::AUXILIARY)
    .with(Classes::INTERJECTION);

/// Whether `word`, which no list has as an abbreviation, may be one: short, and no word that is known.
fn may_be_abbreviated(text: &[u8], word: Word, lexicon: &Lexicon) -> bool {
    let bytes = word.bytes(text);
    !bytes.is_empty() && bytes.len() <= SHORT && lexicon.find(crate::lexicon::Key::of(bytes)) == 0
}
