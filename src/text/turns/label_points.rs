//! What speaks for a label, and what against it.

use super::label_shape::{Form, Label};
use super::label_words::{Holder, holder, is_role, side};
use super::speech;
use crate::lexicon::Lexicon;

/// What a label is worth.
#[derive(Clone, Copy, Debug)]
pub(super) struct Worth {
    pub(super) points: i32,
    /// Its words are spoken: somebody says *I*, asks or breaks off.
    pub(super) sign: bool,
    /// It is a letter of questions and answers.
    pub(super) exchange: bool,
    /// The name opens more than one line.
    pub(super) recurs: bool,
    /// It has the name of a person.
    pub(super) named: bool,
}

/// What the label says for itself; `None` where it names nobody.
pub(super) fn worth(text: &str, label: &Label, lexicon: &Lexicon) -> Option<Worth> {
    let name = label.name.get(text)?;
    let holder = holder(name, lexicon)?;
    let role = label.role.and_then(|role| role.get(text));
    if label.small && holder != Holder::Part || role.is_some_and(|role| !is_role(role, lexicon)) {
        return None;
    }
    let weak = label.form != Form::Colon && !label.bracketed && !label.timed;
    // "Mr. KANE", "The SPEAKER pro tempore"
    let shouts = name.split(' ').any(|word| {
        word.len() > 1
            && word.chars().any(char::is_uppercase)
            && !word.chars().any(char::is_lowercase)
            && !word.ends_with('.')
    });
    // "Lee. The road is long.": who is named before a stop is mostly a sentence
    if weak && !shouts && !matches!(holder, Holder::Exchange) && !name.contains(" of ") {
        return None;
    }
    let first = speech::first_line(text, label.after);
    if first.starts_with(['"', '“', '«', '„', '‘', '\'']) && !label.alone {
        return None;
    }
    let mut points = match holder {
        Holder::Known | Holder::Part | Holder::Exchange => 2,
        Holder::Unknown => 1,
        Holder::Doubtful => 0,
    };
    points += i32::from(shouts && holder != Holder::Exchange);
    points += i32::from(label.timed) * 2 + i32::from(label.bracketed);
    let numbered = holder == Holder::Part && name.ends_with(|letter: char| letter.is_ascii_digit());
    let spoken = signs(first);
    points += i32::from(spoken);
    let sign = spoken || label.voice || numbered;
    if !label.alone {
        // headlines do not end
        points -= 2 * i32::from(!is_ended(first));
        // "Ana Ruiz: She has been mayor since May."
        points -= 3 * i32::from(is_about(first) && !spoken);
    }
    let named = matches!(holder, Holder::Known | Holder::Unknown | Holder::Doubtful);
    Some(Worth { points, sign, exchange: holder == Holder::Exchange, recurs: false, named })
}

/// Whether the words end as sentences do, or are broken off.
fn is_ended(words: &str) -> bool {
    let words = words.trim_end().trim_end_matches([')', ']', '”', '"', '’', '\'', '*']);
    words.ends_with(['.', '?', '!', '…', '—', '–', '-'])
}

fn is_about(words: &str) -> bool {
    ["He ", "She "].iter().any(|pronoun| words.starts_with(pronoun))
}

/// Whether words sound spoken: *I, we, my, our, me, us*, a question, speech broken off.
pub(super) fn signs(words: &str) -> bool {
    if words.contains('?') || words.trim_end().ends_with(['—', '–']) || words.trim_end().ends_with("--") {
        return true;
    }
    is_own(words)
}

/// Whether the one who speaks speaks of himself, *I'm* and *we've* included.
fn is_own(words: &str) -> bool {
    let own = ["i", "we", "my", "our", "me", "us"];
    words
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|word| own.iter().any(|own| word.eq_ignore_ascii_case(own)))
}

/// Names that recur are more likely labels; doubtful words are some only then.
pub(super) fn recur(text: &str, found: &mut [(Label, Worth)]) {
    let mut names: Vec<&str> = found.iter().filter_map(|(label, _)| label.name.get(text)).collect();
    names.sort_unstable();
    for (label, worth) in found {
        let Some(name) = label.name.get(text) else { continue };
        let first = names.partition_point(|other| *other < name);
        worth.recurs = names.get(first + 1) == Some(&name);
        worth.points += i32::from(worth.recurs);
    }
}

/// Whether letters of questions and answers hold both, and are no page of advice (*How do I pay? – At the desk*).
pub(super) fn asks_and_answers(text: &str, found: &[(Label, Worth)]) -> bool {
    let ends = found.iter().skip(1).map(|(next, _)| next.start).chain([text.len()]);
    let (mut asks, mut answers, mut advice, mut own) = (false, false, false, false);
    for ((label, worth), end) in found.iter().zip(ends) {
        if !worth.exchange {
            continue;
        }
        let words = text.get(label.after..end).unwrap_or("");
        match label.name.get(text).and_then(side) {
            Some(b'q') => {
                asks = true;
                advice |= words.contains('?') && is_own(words);
            }
            _ => {
                answers = true;
                own |= is_own(words);
            }
        }
    }
    asks && answers && (own || !advice)
}
