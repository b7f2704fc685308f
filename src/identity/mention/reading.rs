//! What the words of a mention say: the forms of a name, titles and roles, gender, which pronoun.

use crate::answer::kind::Gender;
use crate::grammar::names::{NameKind, is_paper};
use crate::lexicon::equivalents::state;
use crate::lexicon::{Classes, Letters, hash, hash_at};
use crate::text::lex::{Shape, Token};

use super::flags::{Flags, Sign};
use super::gender;
use super::mentions::Pronoun;
use super::spelling::NameKey;

/// What a name proper says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Name {
    pub(super) form: NameKey,
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
    /// It is an office or a trade, not *Mr.* or *aunt*.
    pub(super) trade: bool,
    pub(super) modifiers: [u32; 3],
    pub(super) gender: Option<Gender>,
    pub(super) sign: Sign,
}

impl Title {
    /// What it tells of the gender of the name: nothing, one, or that there are two.
    #[inline]
    pub(super) fn shown(&self) -> Option<(Option<Gender>, Sign)> {
        match self.gender {
            _ if self.couple => Some((None, Sign::None)),
            Some(gender) => Some((Some(gender), self.sign)),
            None => None,
        }
    }
}

fn word<'t>(text: &'t [u8], token: &Token) -> &'t [u8] {
    text.get(token.start as usize..token.end as usize).unwrap_or(&[])
}

/// Where a word of a name starts behind the article that it is written together with: *al-Masri*.
#[cold]
fn behind_article(text: &[u8], token: &Token) -> usize {
    let hyphen = word(text, token).iter().position(|byte| *byte == b'-');
    token.start as usize + hyphen.map_or(0, |hyphen| hyphen + 1)
}

/// *Al-Masri* at the head of a sentence.
#[inline]
fn has_article(text: &[u8], token: &Token) -> bool {
    token.shape.has(Shape::HYPHENATED) && matches!(word(text, token), [b'A' | b'E', b'l', b'-', _, ..])
}

/// Reads the name of `tokens`, whose bytes are those of `text`.
#[inline]
pub(super) fn name(text: &[u8], tokens: &[Token]) -> Name {
    match tokens {
        // most are one word
        [token] if token.is_word() && token.is_capital() && !has_article(text, token) => {
            let at = token.start as usize;
            let (hash, plain) = hash_at(text, at, (token.end - token.start) as usize);
            let letter = text.get(at).map_or(0, u8::to_ascii_lowercase);
            let form =
                NameKey { whole: hash, first: hash, last: hash, letter, parts: 1, ..NameKey::default() };
            let (flags, gender) = first_word(text, token, at, plain);
            Name { form, flags, gender }
        }
        _ => several_words(text, tokens),
    }
}

/// What the first word of a name says, which is plain letters if it is `plain`.
#[inline]
fn first_word(text: &[u8], token: &Token, from: usize, plain: bool) -> (Flags, Option<Gender>) {
    let mut flags = Flags::NONE;
    flags.set(Flags::INITIAL, token.shape.has(Shape::STOPPED) || token.end as usize - from == 1);
    flags.set(Flags::GIVEN, token.has(Classes::GIVEN));
    let letters = token.shape.has(Shape::SHOUTED) || !plain && word(text, token).contains(&b'.');
    flags.set(Flags::ACRONYM, letters);
    (flags, gender::of_given_name(token.classes))
}

fn several_words(text: &[u8], tokens: &[Token]) -> Name {
    let mut name = Name::default();
    let mut form = NameKey::default();
    let mut counted = Letters::default();
    let mut all = Letters::default();
    for (at, token) in tokens.iter().enumerate() {
        if !token.is_word() {
            continue;
        }
        let small = !token.is_capital();
        let article = small && token.shape.has(Shape::HYPHENATED) || has_article(text, token);
        let from = if article { behind_article(text, token) } else { token.start as usize };
        let letter = text.get(from).map_or(0, u8::to_ascii_lowercase);
        all.push(letter);
        let particle = token.has(Classes::NAME_PARTICLE) && at + 1 < tokens.len();
        if !article && (particle || small && token.has(JOINTS)) {
            continue;
        }
        let (hash, plain) = hash_at(text, from, token.end as usize - from);
        form.whole = form.whole.wrapping_add(hash);
        if token.has(Classes::NAME_SUFFIX) && at > 0 {
            name.flags = name.flags.with(Flags::SUFFIXED);
            continue;
        }
        counted.push(letter);
        form.before_last = form.last;
        form.last = hash;
        form.parts = form.parts.saturating_add(1);
        if form.parts == 1 {
            form.first = hash;
            form.letter = letter;
            let (flags, gender) = first_word(text, token, from, plain);
            name.flags = name.flags.with(flags);
            name.gender = gender;
        }
    }
    if form.parts > 1 {
        name.flags.set(
            Flags::COMMON,
            !name.flags.has(Flags::GIVEN.with(Flags::INITIAL)) && ends_in_a_thing(tokens),
        );
        name.flags = name.flags.without(Flags::ACRONYM);
        if name.gender.is_none() {
            form.initials = [counted.hash(), all.hash()];
        }
    }
    if form.parts < 3 {
        form.before_last = 0;
    }
    Name { form, ..name }
}

/// *Halden Foods*: whose last word is a noun for a thing; a street or a day is no body.
fn ends_in_a_thing(tokens: &[Token]) -> bool {
    const OTHERS: Classes = Classes::PERSON_NOUN
        .with(Classes::GIVEN)
        .with(Classes::TIME)
        .with(Classes::TITLE)
        .with(Classes::PLACE);
    tokens.last().is_some_and(|last| last.has(Classes::NOUN) && !last.has(OTHERS) && last.is_capital())
}

/// Small words inside a name.
const JOINTS: Classes = Classes::PREPOSITION
    .with(Classes::DETERMINER)
    .with(Classes::COORDINATOR)
    .with(Classes::NAME_PARTICLE)
    .with(Classes::TO);

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
            title.trade = token.has(Classes::ROLE.with(Classes::PERSON_NOUN)) && !token.has(Classes::KIN);
            if let Some(gender) = gender::of_word(token.classes) {
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

/// *the department* means a department that was named: the noun that its name ends in, or that stands before
/// *of* and the like, and the name's `first` word where that is another; 0 where it tells nothing.
pub(super) fn role_of_body(text: &[u8], words: &[Token], first: u32) -> [u32; 2] {
    let joint = words.iter().skip(1).position(|token| !token.is_capital() && token.is_word());
    let Some(head) = words[..joint.map_or(words.len(), |joint| joint + 1)].last() else { return [0; 2] };
    if head.has(Classes::ORG_NOUN) {
        let noun = hash_at(text, head.start as usize, (head.end - head.start) as usize).0;
        [noun, if first == noun { 0 } else { first }]
    } else if words.len() > 1 && is_paper(word(text, head)) {
        [hash(b"newspaper"), first]
    } else {
        [0; 2]
    }
}

/// The role of a head noun, with *vice* and the like, and the names and capitals before it, from `start` on.
pub(super) fn role(text: &[u8], tokens: &[Token], start: usize, head: usize) -> (u32, [u32; 3]) {
    let mut modifiers = [0; 3];
    let Some(token) = tokens.get(head) else {
        return (0, modifiers);
    };
    let at = token.start as usize;
    if !token.is_word() {
        if let Some(age) = word(text, token).iter().position(|byte| *byte == b'-') {
            // "the 42-year-old" narrows "year-old" by the number
            modifiers[0] = hash_at(text, at, age).0;
            return (hash(b"year-old"), modifiers);
        }
    }
    let office = token.has(Classes::TITLE.with(Classes::ROLE));
    let (mut below, mut free) = (0, 0);
    for token in tokens.get(start..head).unwrap_or(&[]) {
        // what opens a phrase is none of these, and is most of what stands there
        if token.has(Classes::DETERMINER) {
            continue;
        }
        let at = token.start as usize;
        let first = text.get(at).map_or(0, u8::to_ascii_lowercase);
        if below == 0 && matches!(first, b'a' | b'd' | b'f' | b'p' | b'v') && is_below(word(text, token)) {
            below = hash(word(text, token));
        }
        let plain = token.has(Classes::POSSESSIVE.with(Classes::TITLE));
        // "the finance minister" is not the defence minister, nor "the former minister" the one in office
        let narrows =
            if token.is_capital() { token.is_word() && !plain } else { office && narrows(text, token) };
        if narrows && free < modifiers.len() {
            modifiers[free] = hash_at(text, at, (token.end - token.start) as usize).0;
            free += 1;
        }
    }
    let noun = if token.has(Classes::PLURAL) {
        singular(word(text, token)).len()
    } else {
        (token.end - token.start) as usize
    };
    (hash_at(text, at, noun).0 ^ below, modifiers)
}

/// Whether a small word before an office tells it from another of the name; what any body is called does not.
fn narrows(text: &[u8], token: &Token) -> bool {
    token.has(Classes::NOUN)
        && !token.has(Classes::ORG_NOUN.with(Classes::ADJECTIVE).with(Classes::PERSON_NOUN))
        || word(text, token) == b"former"
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
