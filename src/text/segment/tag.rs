//! What follows a quotation: its tag, or a new sentence.
//!
//! In: where the words after the closing mark begin. Out: whether they say who spoke.

use crate::lexicon::{Classes, Key, Lexicon, WordId};

use super::next::word_length;

/// Most words of a name or adverb before the verb of a tag.
const WORDS: usize = 5;

/// Most words that are read behind a verb.
const FOLLOWING: usize = 6;

/// Blanks between two words, the indent of a wrapped line among them.
const LONGEST_GAP: usize = 16;

/// Words that have a capital only where a sentence begins. *He* is one: in a tag it is small.
const NO_NAMES: Classes =
    Classes::DETERMINER.with(Classes::COORDINATOR).with(Classes::SUBORDINATOR).with(Classes::PRONOUN);

/// Whether a tag that begins with a capital stands at `at`: *I asked*, *Lee said*, *Mr. Lee Hill
/// quietly replied*.
pub(super) fn is_tag(text: &[u8], mut at: usize, wrapped: bool, lexicon: &Lexicon) -> bool {
    // "I say" has the form that others have in "say it".
    let mut forms = Classes::FINITE;
    for word in 0..WORDS {
        let length = word_length(text, at);
        let id = lexicon.find(Key::new(text, at, length));
        let classes = lexicon.entry(id).classes;
        let capital = text.get(at).is_some_and(u8::is_ascii_uppercase);
        if word > 0 && !capital && reports(id, forms, lexicon) {
            return !has_own_words(text, at + length, id, wrapped, lexicon);
        }
        if word > 0 && !capital && classes.any(Classes::FINITE | Classes::AUXILIARY) {
            let after = at + length;
            return ventures(text, after, wrapped, lexicon)
                || reports_with_words(text, after, id, wrapped, lexicon)
                || reports_alone(text, after, id, lexicon)
                || classes.any(Classes::AUXILIARY) && is_heard(text, after, wrapped, lexicon);
        }
        let adverb = word > 0
            && (classes.any(Classes::ADVERB)
                || text.get(..at + length).is_some_and(|words| words.ends_with(b"ly")));
        if length == 0 || !(capital || adverb) {
            return false;
        }
        if word == 0 && text.get(at..at + length) == Some(b"I") {
            forms |= Classes::VERB_BASE;
        } else if word == 0 && classes.any(NO_NAMES) {
            return false;
        }
        at += length;
        at += usize::from(text.get(at) == Some(&b'.'));
        if text.get(at) == Some(&b',') {
            return verb_after_insert(text, at, lexicon);
        }
        match next_word(text, at, wrapped) {
            Some(next) => at = next,
            None => return false,
        }
    }
    false
}

/// *Lee said nobody would, Lee replied: “You will.”*: whether the verb that ends at `at` has what it reports behind it, so
/// that it is no tag of the words before. *Lee said the next day* has not, nor has *Lee told us*.
fn has_own_words(text: &[u8], at: usize, verb: WordId, wrapped: bool, lexicon: &Lexicon) -> bool {
    const SUBJECT: Classes =
        Classes::DETERMINER.with(Classes::POSSESSIVE).with(Classes::PRONOUN).with(Classes::THAT);
    if text.get(at) == Some(&b':') {
        return true;
    }
    let grades = lexicon.grades(verb);
    if grades.bare < 2 || grades.prepositions.takes_hearer() {
        return false;
    }
    let mut at = at;
    for word in 0..WORDS {
        let Some(next) = next_word(text, at, wrapped) else { return false };
        let length = word_length(text, next);
        let classes = lexicon.entry(lexicon.find(Key::new(text, next, length))).classes;
        let reflexive = classes.any(Classes::REFLEXIVE.with(Classes::OBJECT_FORM));
        if word == 0 && (!classes.any(SUBJECT) || reflexive) || classes.any(Classes::TIME) {
            return false;
        }
        if word > 0 && classes.any(Classes::AUXILIARY.with(Classes::FINITE)) {
            return true;
        }
        at = next + length;
    }
    false
}

/// The word after the blanks at `at`, among which the end of a line may be where lines are wrapped.
fn next_word(text: &[u8], at: usize, wrapped: bool) -> Option<usize> {
    let breaks = |byte: u8| matches!(byte, b'\n' | b'\r');
    let blank = |byte: &&u8| **byte == b' ' || wrapped && breaks(**byte);
    let gap = text.get(at..)?.iter().take(LONGEST_GAP).take_while(blank).count();
    (gap > 0).then_some(at + gap)
}

/// *Lee managed to say*: whether *to* and a verb follow the one that ends at `at`.
fn ventures(text: &[u8], at: usize, wrapped: bool, lexicon: &Lexicon) -> bool {
    let to = next_word(text, at, wrapped).filter(|to| text.get(*to..*to + 2) == Some(b"to"));
    let verb = to.and_then(|to| next_word(text, to + 2, wrapped));
    verb.is_some_and(|verb| {
        let word = lexicon.find(Key::new(text, verb, word_length(text, verb)));
        reports(word, Classes::VERB_BASE, lexicon) || asks(word, lexicon)
    })
}

/// *Lee cut in, Lee made answer, Lee could not help saying*: whether the verb that ends at `at`, or the one after it and
/// adverbs, reports with the words behind it.
fn reports_with_words(text: &[u8], at: usize, verb: WordId, wrapped: bool, lexicon: &Lexicon) -> bool {
    let mut words = [(0, Classes::NONE); FOLLOWING];
    let mut end = at;
    for word in &mut words {
        let Some(next) = next_word(text, end, wrapped) else { break };
        let length = word_length(text, next);
        let id = lexicon.find(Key::new(text, next, length));
        *word = (id, lexicon.entry(id).classes);
        end = next + length;
    }
    let phrase = |verb: WordId, behind: usize| {
        let following = words.get(behind..).unwrap_or_default();
        lexicon.grades(verb).prepositions.heads_phrase()
            && lexicon
                .phrase(verb, following.iter().copied())
                .is_some_and(|(phrase, _)| phrase.grades.quote > 0)
    };
    let helped = || {
        let main = words.iter().position(|(_, classes)| !classes.any(Classes::ADVERB));
        main.is_some_and(|main| phrase(words[main].0, main + 1))
    };
    phrase(verb, 0) || lexicon.entry(verb).classes.any(Classes::AUXILIARY) && helped()
}

/// *Lee lied.*: whether the verb that ends at `at` can report, and ends its sentence.
fn reports_alone(text: &[u8], at: usize, verb: WordId, lexicon: &Lexicon) -> bool {
    lexicon.grades(verb).quote > 0 && text.get(at) == Some(&b'.')
}

/// *Lee can be heard shouting*, *Lee was heard to shout*: whether a participle follows the auxiliary that ends at `at`,
/// and a verb that reports follows that.
fn is_heard(text: &[u8], mut at: usize, wrapped: bool, lexicon: &Lexicon) -> bool {
    for _ in 0..WORDS {
        let Some(next) = next_word(text, at, wrapped) else { return false };
        at = next + word_length(text, next);
        let classes = lexicon.entry(lexicon.find(Key::new(text, next, at - next))).classes;
        if classes.any(Classes::AUXILIARY) {
            continue;
        }
        if !classes.any(Classes::VERB_PARTICIPLE) {
            return false;
        }
        let shouting = next_word(text, at, wrapped).is_some_and(|verb| {
            let word = lexicon.find(Key::new(text, verb, word_length(text, verb)));
            reports(word, Classes::VERB_ING, lexicon)
        });
        return shouting || ventures(text, at, wrapped, lexicon);
    }
    false
}

/// *Lee wanted to know*: whether the verb has a question for its object and can stand beside a quotation.
fn asks(verb: WordId, lexicon: &Lexicon) -> bool {
    let grades = lexicon.grades(verb);
    grades.quote >= 1 && grades.wh >= 2 && !lexicon.entry(verb).classes.any(Classes::FINITE)
}

/// *Lee Hill, R-Pa., said*: whether what stands between the comma at `at` and another is followed by the verb.
fn verb_after_insert(text: &[u8], at: usize, lexicon: &Lexicon) -> bool {
    const LONGEST: usize = 64;
    let insert = text.get(at + 1..).unwrap_or_default();
    let insert = insert.get(..LONGEST).unwrap_or(insert);
    let end = insert.iter().position(|byte| matches!(byte, b',' | b'\n' | b'"' | b'!' | b'?' | b';'));
    let Some(end) = end.filter(|end| insert[*end] == b',' && insert.get(end + 1) == Some(&b' ')) else {
        return false;
    };
    let verb = at + end + 3;
    let small = text.get(verb).is_some_and(u8::is_ascii_lowercase);
    let sentence = insert[..end].windows(2).any(|pair| pair == b". ");
    small
        && !sentence
        && reports(lexicon.find(Key::new(text, verb, word_length(text, verb))), Classes::FINITE, lexicon)
}

/// Whether a tag that needs no marks stands at `at`: *Stop! he cried*, *What now? thought Lee*.
pub(super) fn is_bare_tag(text: &[u8], at: usize, lexicon: &Lexicon) -> bool {
    let length = word_length(text, at);
    let (first, second) = (lexicon.find(Key::new(text, at, length)), at + length + 1);
    if text.get(at + length) != Some(&b' ') {
        return false;
    }
    if lexicon.entry(first).classes.any(Classes::PRONOUN) {
        let verb = lexicon.find(Key::new(text, second, word_length(text, second)));
        return reports(verb, Classes::FINITE, lexicon);
    }
    reports(first, Classes::FINITE, lexicon) && text.get(second).is_some_and(u8::is_ascii_uppercase)
}

/// Whether the word is such a form of a verb that often reports quotations.
fn reports(word: WordId, forms: Classes, lexicon: &Lexicon) -> bool {
    lexicon.entry(word).classes.any(forms) && lexicon.grades(word).quote >= 2
}
