//! A single full stop with white space after it: a sentence's end, or an abbreviation's.
//!
//! In: the stop and what follows. Out: whether the sentence goes on.

use crate::lexicon::{Classes, Key, Lexicon, takes_letter};

use super::behind::{has_no_verb, is_in_brackets, is_sentence_start};
use super::boundary::Context;
use super::list::{is_item, is_line_start};
use super::next::{Next, Opening};
use super::stop::Stop;
use super::word::Word;

/// Unknown words up to this long before a stop and a small letter are taken for abbreviations.
const SHORT: usize = 5;

/// The longest without stops in `abbreviations.txt` and `titles.txt`.
const LONGEST_ABBREVIATION: usize = 6;

/// Words that often begin a sentence and are no names: *The*, *He*, *In*, *However*, *Two*.
pub(super) const STARTERS: Classes =
    Classes::GRAMMAR.with(Classes::ADVERB).with(Classes::NUMBER).with(Classes::INTERJECTION);

pub(super) fn period_goes_on(text: &[u8], stop: &Stop, next: Next, context: &Context<'_>) -> bool {
    let lexicon = context.lexicon;
    let closed = stop.end > stop.run_end;
    match next.opening {
        Opening::Middle | Opening::SmallAfterDash => return true,
        Opening::Small if closed && !next.opens_quote && !next.opens_bracket => return true,
        _ => {}
    }
    let word = Word::before(text, stop.start);
    if word.is_enumerator(text) && begins_item(text, word, next, context) {
        return true;
    }
    if closed {
        return false;
    }
    match abbreviation(text, word, lexicon) {
        Some(classes) => abbreviation_goes_on(text, word, classes, next, context),
        None => may_be_abbreviated(text, word, next, context),
    }
}

/// Whether the number or letter `word` with its stop is a list item's marker: it begins a sentence.
fn begins_item(text: &[u8], word: Word, next: Next, context: &Context<'_>) -> bool {
    let (wrapped, lexicon) = (context.wrapped, context.lexicon);
    let letter = matches!(word.bytes(text), [letter] if letter.is_ascii_alphabetic());
    if letter && next.opens_quote {
        // The signature of a letter that is read out: *“Godspeed. D.” “Is that all?”*
        return false;
    }
    if is_line_start(text, word.start) {
        return is_sentence_start(text, word.start, wrapped);
    }
    let pronoun_or_article = matches!(word.bytes(text), b"I" | b"a");
    is_sentence_start(text, word.start, wrapped)
        && !pronoun_or_article
        && !follows_abbreviation(text, word, lexicon)
}

/// *Nov. 1.*: the number belongs to the abbreviation before.
fn follows_abbreviation(text: &[u8], word: Word, lexicon: &Lexicon) -> bool {
    let before = text.get(..word.start).unwrap_or_default().trim_ascii_end();
    before.last() == Some(&b'.')
        && Word::before(text, before.len() - 1).abbreviation(text, lexicon).any(Classes::ABBREVIATION)
}

/// The readings of `word` as an abbreviation; `None` where it is none.
fn abbreviation(text: &[u8], word: Word, lexicon: &Lexicon) -> Option<Classes> {
    let bytes = word.bytes(text);
    if let [letter] = bytes {
        return is_initial(text, word, *letter).then_some(Classes::ABBREVIATION);
    }
    let dotted = memchr::memchr(b'.', bytes).is_some();
    if bytes.len() > LONGEST_ABBREVIATION && !dotted {
        return None;
    }
    let classes = word.abbreviation(text, lexicon);
    if classes.any(Classes::ABBREVIATION) {
        let sure = !classes.any(Classes::COMMON)
            || word.is_capitalised(text)
            || classes.any(Classes::ABBR_NUMBER)
            || word.follows_number(text);
        return sure.then_some(classes);
    }
    if dotted && !are_letters_with_stops(bytes) {
        let part = word.last_part(text).abbreviation(text, lexicon);
        return part.any(Classes::ABBR_CONTINUES).then_some(part);
    }
    dotted.then_some(Classes::ABBREVIATION)
}

/// *J. Hill*, *p. 5*, *c. 1580*; but *you and I.* and *me and i.* are pronouns.
fn is_initial(text: &[u8], word: Word, letter: u8) -> bool {
    match letter {
        b'i' => false,
        b'I' => word.follows_capitalised(text),
        _ => letter.is_ascii_alphabetic(),
    }
}

/// *U.C*, *O.J*, *i.v*.
fn are_letters_with_stops(word: &[u8]) -> bool {
    word.iter().enumerate().all(|(index, byte)| match index % 2 {
        0 => byte.is_ascii_alphabetic(),
        _ => *byte == b'.',
    })
}

fn abbreviation_goes_on(
    text: &[u8],
    word: Word,
    classes: Classes,
    next: Next,
    context: &Context<'_>,
) -> bool {
    let small = !word.is_capitalised(text);
    let unit = small && word.follows_number(text);
    if classes.any(Classes::ABBR_CONTINUES) && !unit {
        // such as e.g. and i.e. But see
        let begins = Classes::COORDINATOR.with(Classes::PRONOUN);
        return !small
            || next.opening != Opening::Capital
            || next.is_pronoun_i(text)
            || !next.classes(text, context.lexicon).any(begins);
    }
    let common = small && classes.any(Classes::COMMON) && !unit;
    match next.opening {
        Opening::Small => !common,
        Opening::Digit if classes.any(Classes::TIME) => {
            classes.any(Classes::WEEKDAY.with(Classes::MONTH).with(Classes::ABBR_NUMBER))
        }
        Opening::Digit => !common || classes.any(Classes::ABBR_NUMBER),
        Opening::Capital if next.opens_bracket => true,
        Opening::Capital if next.opens_quote => false,
        Opening::Capital => capital_goes_on(text, word, classes, next, context),
        Opening::Dash => true,
        _ => false,
    }
}

/// Whether a sentence goes on between an abbreviation and a word with a capital.
fn capital_goes_on(text: &[u8], word: Word, classes: Classes, next: Next, context: &Context<'_>) -> bool {
    let hour_or_era = classes.any(Classes::TIME) && !classes.any(Classes::WEEKDAY.with(Classes::MONTH));
    if classes.any(Classes::ABBR_NUMBER) && !hour_or_era {
        // Ch. Darnell is somebody's initial
        let initial = word.is_capitalised(text)
            && !classes.any(Classes::COMMON.with(Classes::TIME))
            && next.is_name(text, context.lexicon);
        return initial
            || next.is_roman(text) && !next.is_pronoun_i(text)
            || next.is_letter(text, context.lexicon);
    }
    if next.is_initial(text) {
        return true;
    }
    if word.end - word.start == 1 && is_lettered(text, word) {
        return false;
    }
    let following = next.classes(text, context.lexicon);
    if following.any(STARTERS) && !following.any(Classes::GIVEN.with(Classes::PLACE)) {
        return false;
    }
    // A degree or "Jr." ends a name, so that another name begins a sentence.
    if classes.any(Classes::NAME_SUFFIX) && following.any(Classes::GIVEN) {
        return false;
    }
    if hour_or_era {
        return following.any(Classes::WEEKDAY.with(Classes::MONTH))
            || next.is_shouted(text)
            || has_no_verb(text, word.start, context);
    }
    // A lower-case abbreviation of several letters stands after its noun (etc., lbs.).
    word.is_capitalised(text) || word.end - word.start == 1
}

/// Whether the letter `word` names a thing of the kind before it: *size S*, *vitamin C*.
fn is_lettered(text: &[u8], word: Word) -> bool {
    let before = word.start.checked_sub(1).filter(|blank| text.get(*blank) == Some(&b' '));
    before.is_some_and(|end| takes_letter(Word::before(text, end).bytes(text)))
}

/// Whether `word` is the name of a book before chapter and verse: *Gen. 1:1*, *1 Cor. 13*.
fn is_cited(text: &[u8], word: Word, next: Next, lexicon: &Lexicon) -> bool {
    let (bytes, digits) = (word.bytes(text), text.get(next.at..).unwrap_or_default());
    let short = (2..=LONGEST_ABBREVIATION).contains(&bytes.len());
    let chapter = digits.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    let verse = matches!(digits.get(chapter..chapter + 2), Some([b':', digit]) if digit.is_ascii_digit());
    short
        && word.is_capitalised(text)
        && (verse || word.follows_number(text) && lexicon.find(Key::of(bytes)) == 0)
}

/// Whether `word`, which no list has as an abbreviation, is taken for one: before a small letter where
/// it is short and not known, and inside brackets, where sentences seldom end.
fn may_be_abbreviated(text: &[u8], word: Word, next: Next, context: &Context<'_>) -> bool {
    let bytes = word.bytes(text);
    let in_line = || !next.opens_bracket && !next.opens_quote && !is_item(text, next.at);
    let unknown = || bytes.len() <= SHORT && context.lexicon.find(Key::of(bytes)) == 0;
    match next.opening {
        _ if bytes.is_empty() => false,
        Opening::Small if in_line() => unknown() || is_in_brackets(text, word.start, context.wrapped),
        Opening::Digit if is_cited(text, word, next, context.lexicon) => true,
        Opening::Digit if in_line() => is_in_brackets(text, word.start, context.wrapped),
        _ => false,
    }
}
