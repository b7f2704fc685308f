//! The item line: one letter an item, the best way to see what the engine sees.

use super::chunks::Chunks;
use super::item::{Item, ItemKind, Sentence};
use super::verb::VerbForm;

/// The letter of an item.
///
/// `Q` quoted span, `N` name, `D` person, body or document by noun, `X` other noun phrase, `P` pronoun,
/// `W` *who, which*, `T` *that*, `S` verb that reports, `V` other verb, `G` and `g` the same as
/// *-ing* forms, `I` and `i` as infinitives, `U` and `u` as participles, `B` a form of *be*, `A` *according to*, `K`
/// preposition, `M` time, `R` adverb, `J` adjective, `C` coordinator, `H` *if, because, what*, and the
/// punctuation marks themselves.
pub(crate) fn letter(item: &Item, chunks: &Chunks) -> u8 {
    match item.kind {
        ItemKind::Quoted => b'Q',
        ItemKind::Name => b'N',
        ItemKind::Nominal => b'D',
        ItemKind::Phrase => b'X',
        ItemKind::Time => b'M',
        ItemKind::Pronoun => b'P',
        ItemKind::Relative => b'W',
        ItemKind::That => b'T',
        ItemKind::Verb => verb_letter(item, chunks),
        ItemKind::Preposition => b'K',
        ItemKind::AccordingTo => b'A',
        ItemKind::Adverb => b'R',
        ItemKind::Adjective => b'J',
        ItemKind::Coordinator => b'C',
        ItemKind::Subordinator => b'H',
        ItemKind::Comma => b',',
        ItemKind::Semicolon => b';',
        ItemKind::Colon => b':',
        ItemKind::Dash => b'-',
        ItemKind::OpenBracket => b'(',
        ItemKind::CloseBracket => b')',
        ItemKind::Stop => b'.',
        ItemKind::Other => b'*',
    }
}

/// What a letter of the item line means; empty for marks of punctuation, which stand for themselves.
pub(crate) const fn letter_name(letter: char) -> &'static str {
    match letter {
        'Q' => "quoted",
        'N' => "name",
        'D' => "person, body or document",
        'X' => "noun phrase",
        'P' => "pronoun",
        'W' => "who, which",
        'T' => "that",
        'S' => "verb that reports",
        'G' => "-ing form that reports",
        'I' => "infinitive that reports",
        'U' => "participle that reports",
        'V' => "verb",
        'g' => "-ing form",
        'i' => "infinitive",
        'u' => "participle",
        'B' => "form of be",
        'A' => "according to",
        'K' => "preposition",
        'M' => "time",
        'R' => "adverb",
        'J' => "adjective",
        'C' => "and, or",
        'H' => "if, because, what",
        '*' => "other",
        _ => "",
    }
}

fn verb_letter(item: &Item, chunks: &Chunks) -> u8 {
    let Some(verb) = chunks.verbs.get(item.detail as usize) else { return b'V' };
    if verb.copular {
        return b'B';
    }
    let reports = verb.grades.best() > 1;
    match (verb.form, reports) {
        (VerbForm::Finite | VerbForm::Base, true) => b'S',
        (VerbForm::Finite | VerbForm::Base, false) => b'V',
        (VerbForm::Gerund, true) => b'G',
        (VerbForm::Gerund, false) => b'g',
        (VerbForm::Infinitive, true) => b'I',
        (VerbForm::Infinitive, false) => b'i',
        (VerbForm::Participle, true) => b'U',
        (VerbForm::Participle, false) => b'u',
    }
}

/// The item line of a sentence.
pub(crate) fn line(sentence: &Sentence, chunks: &Chunks) -> String {
    let items = chunks.items.get(sentence.items()).unwrap_or(&[]);
    items.iter().map(|item| char::from(letter(item, chunks))).collect()
}
