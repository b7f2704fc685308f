//! What the words of a mention say: the forms of a name, titles and roles, gender, which pronoun.

use crate::entity::Gender;
use crate::items::NameKind;
use crate::lex::{Shape, Token};
use crate::lexicon::Classes;

use super::kindred::state;
use super::mention::{Flags, Form, Pronoun, Sign, hash, hash_at};

/// What a name proper says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Name {
    pub(super) form: Form,
    pub(super) flags: Flags,
    pub(super) gender: Option<Gender>,
}

/// What stands before a name proper.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Title {
    pub(super) titled: bool,
    /// *Mr. and Mrs.*
    pub(super) couple: bool,
    /// The last role word, 0 where there is none.
    pub(super) role: u32,
    pub(super) modifiers: [u32; 3],
    pub(super) gender: Option<Gender>,
    pub(super) sign: Sign,
}

fn word<'t>(text: &'t [u8], token: &Token) -> &'t [u8] {
    text.get(token.start as usize..token.end as usize).unwrap_or(&[])
}

/// A word of a name without the article that it is written together with: *al-Masri*.
fn bare<'t>(text: &'t [u8], token: &Token) -> &'t [u8] {
    let word = word(text, token);
    let small = token.shape.has(Shape::HYPHENATED) && !token.is_capital();
    match word.iter().position(|byte| *byte == b'-') {
        Some(hyphen) if small => &word[hyphen + 1..],
        _ => word,
    }
}

/// The gender that the readings of a word show, where they show one only.
pub(super) fn gender(classes: Classes) -> Option<Gender> {
    match (classes.any(Classes::MASCULINE), classes.any(Classes::FEMININE)) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ => None,
    }
}

fn given_gender(classes: Classes) -> Option<Gender> {
    match (classes.any(Classes::GIVEN_MALE), classes.any(Classes::GIVEN_FEMALE)) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ => None,
    }
}

/// Reads the name of the tokens `start..end`.
pub(super) fn name(text: &[u8], tokens: &[Token], start: usize, end: usize) -> Name {
    let mut name = Name::default();
    let mut counted = Letters::default();
    let mut all = Letters::default();
    let mut gender_of_first = None;
    let part = tokens.get(start..end.min(tokens.len())).unwrap_or(&[]);
    for (at, token) in (start..).zip(part) {
        if !token.is_word() {
            continue;
        }
        let word = bare(text, token);
        let hash = hash_at(text, token.end as usize - word.len(), word.len());
        let letter = word.first().map_or(0, u8::to_ascii_lowercase);
        all.push(letter);
        let article = token.shape.has(Shape::HYPHENATED) && !token.is_capital();
        let joint =
            !token.is_capital() && token.has(JOINTS) || token.has(Classes::NAME_PARTICLE) && at + 1 < end;
        if joint && !article {
            continue;
        }
        name.form.whole = name.form.whole.wrapping_add(hash);
        if token.has(Classes::NAME_SUFFIX) && at > start {
            name.flags = name.flags.with(Flags::SUFFIXED);
            continue;
        }
        counted.push(letter);
        name.form.before_last = name.form.last;
        name.form.last = hash;
        name.form.parts = name.form.parts.saturating_add(1);
        if name.form.parts == 1 {
            name.form.first = hash;
            name.form.letter = letter;
            let initial = token.shape.has(Shape::STOPPED) || word.len() == 1;
            name.flags.set(Flags::INITIAL, initial);
            name.flags.set(Flags::GIVEN, token.has(Classes::GIVEN));
            name.flags.set(Flags::ACRONYM, token.shape.has(Shape::SHOUTED) || word.contains(&b'.'));
            gender_of_first = given_gender(token.classes);
        } else {
            name.flags = name.flags.without(Flags::ACRONYM);
        }
    }
    if name.form.parts < 3 {
        name.form.before_last = 0;
    }
    name.gender = gender_of_first;
    if name.form.parts > 1 && name.gender.is_none() {
        name.form.initials = [counted.hash(), all.hash()];
    }
    name
}

/// Small words inside a name.
const JOINTS: Classes = Classes::PREPOSITION
    .with(Classes::DETERMINER)
    .with(Classes::COORDINATOR)
    .with(Classes::NAME_PARTICLE)
    .with(Classes::TO);

/// The first letters of words, for the letters that a body is called by.
#[derive(Default)]
struct Letters {
    letters: [u8; 8],
    len: usize,
}

impl Letters {
    fn push(&mut self, letter: u8) {
        if let Some(place) = self.letters.get_mut(self.len) {
            *place = letter;
        }
        self.len += 1;
    }

    /// 0 where there is one letter, or too many.
    fn hash(&self) -> u32 {
        match self.letters.get(..self.len) {
            Some(letters) if letters.len() > 1 => hash(letters),
            _ => 0,
        }
    }
}

/// Reads what stands before a name proper in its phrase, the tokens `start..end`.
pub(super) fn title(text: &[u8], tokens: &[Token], start: usize, end: usize) -> Title {
    let mut title = Title::default();
    let mut titles = 0;
    let part = tokens.get(start..end.min(tokens.len())).unwrap_or(&[]);
    for (at, token) in (start..).zip(part) {
        if !token.is_word() {
            continue;
        }
        let is_title = token.has(Classes::TITLE);
        if is_title || token.has(Classes::PERSON_NOUN.with(Classes::ROLE).with(Classes::PARTY)) {
            title.titled |= is_title && token.is_capital();
            titles += usize::from(is_title && token.shape.has(Shape::STOPPED));
            (title.role, title.modifiers) = role(text, tokens, start, at);
            if let Some(gender) = gender(token.classes) {
                title.gender = Some(gender);
                title.sign = if is_title { Sign::Title } else { Sign::Role };
            }
        } else if token.has(Classes::COORDINATOR) && titles == 1 {
            title.couple = true;
        }
    }
    title.couple &= titles > 1;
    title
}

/// The role of a head noun, with *vice* and the like, and the names and capitals before it, from `start` on.
pub(super) fn role(text: &[u8], tokens: &[Token], start: usize, head: usize) -> (u32, [u32; 3]) {
    let Some(token) = tokens.get(head) else {
        return (0, [0; 3]);
    };
    let noun = word(text, token);
    let mut below = 0;
    let mut modifiers = [0; 3];
    let mut free = 0;
    if let Some(age) = noun.iter().position(|byte| *byte == b'-').filter(|_| !token.is_word()) {
        // "the 42-year-old" narrows "year-old" by the number
        modifiers[0] = hash(&noun[..age]);
        return (hash(b"year-old"), modifiers);
    }
    for token in &tokens[start.min(head)..head] {
        if below == 0 && is_below(word(text, token)) {
            below = hash(word(text, token));
        }
        let plain = token.has(Classes::DETERMINER.with(Classes::POSSESSIVE).with(Classes::TITLE));
        if token.is_word() && token.is_capital() && !plain && free < modifiers.len() {
            modifiers[free] = hash_at(text, token.start as usize, (token.end - token.start) as usize);
            free += 1;
        }
    }
    (hash_at(text, token.start as usize, singular(noun).len()) ^ below, modifiers)
}

/// Words that make another role of a role: a vice president is no president.
fn is_below(word: &[u8]) -> bool {
    let words: &[&[u8]] = match word.first().map(u8::to_ascii_lowercase) {
        Some(b'a') => &[b"acting", b"assistant", b"associate"],
        Some(b'd') => &[b"deputy"],
        Some(b'f') => &[b"first"],
        Some(b'p') => &[b"prime"],
        Some(b'v') => &[b"vice"],
        _ => return false,
    };
    words.iter().any(|below| word.eq_ignore_ascii_case(below))
}

/// A plural in -s as its singular, so that *Senators Lee and Ray* are senators.
fn singular(noun: &[u8]) -> &[u8] {
    match noun {
        [.., b's', b's'] | [.., b'i' | b'u', b's'] => noun,
        [stem @ .., b's'] if stem.len() > 2 => stem,
        _ => noun,
    }
}

pub(super) fn pronoun(word: &[u8], classes: Classes) -> Pronoun {
    if classes.any(Classes::MASCULINE) {
        Pronoun::He
    } else if classes.any(Classes::FEMININE) {
        Pronoun::She
    } else if classes.any(Classes::FIRST_PERSON) {
        if classes.any(Classes::PLURAL) { Pronoun::We } else { Pronoun::I }
    } else if [&b"they"[..], b"them", b"their", b"theirs"].iter().any(|they| word.eq_ignore_ascii_case(they))
    {
        Pronoun::They
    } else if [&b"it"[..], b"its"].iter().any(|it| word.eq_ignore_ascii_case(it)) {
        Pronoun::It
    } else {
        Pronoun::Other
    }
}

/// The flags that the kind of a name sets.
pub(super) const fn kind_flags(kind: NameKind) -> Flags {
    match kind {
        NameKind::Person => Flags::PERSON,
        NameKind::Organisation => Flags::ORGANISATION,
        NameKind::Place => Flags::PLACE,
        NameKind::People => Flags::PEOPLE,
        NameKind::Thing => Flags::THING,
        NameKind::Role => Flags::OFFICE,
        NameKind::Unknown => Flags::NONE,
    }
}

/// Party and place of *R-Ohio*, *D-Calif.*.
pub(super) fn party_tag(word: &[u8]) -> Option<(u32, u32)> {
    let (letter, place) = match word {
        [letter, b'-', place @ ..] if !place.is_empty() => (letter, place),
        _ => return None,
    };
    let party: &[u8] = match letter {
        b'R' => b"republican",
        b'D' => b"democrat",
        b'I' => b"independent",
        _ => return None,
    };
    Some((hash(party), state(hash(place))))
}
