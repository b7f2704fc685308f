//! What is kept of a mention once its block's tokens are gone.

use crate::answer::kind::Gender;
use crate::grammar::items::Features;
use crate::lexicon::Key;

use super::spelling::{Spelling, Spellings};

/// How a mention stands for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Name,
    Nominal,
    Pronoun(Pronoun),
    /// *who*, behind the noun phrase that it stands for.
    Relative,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pronoun {
    He,
    She,
    They,
    It,
    I,
    We,
    /// *you, one, others, some*: nobody that was named.
    Other,
}

/// What is known of a mention, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags(u32);

impl Flags {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const SUBJECT: Self = Self(1);
    /// Source of a quotation or of indirect speech.
    pub(crate) const SPEAKER: Self = Self(1 << 1);
    /// Before *'s*, or *his* and the like.
    pub(crate) const POSSESSIVE: Self = Self(1 << 2);
    /// Behind a preposition.
    pub(crate) const OBLIQUE: Self = Self(1 << 3);
    pub(crate) const QUOTED: Self = Self(1 << 4);
    pub(crate) const PLURAL: Self = Self(1 << 5);
    pub(crate) const DEFINITE: Self = Self(1 << 6);
    pub(crate) const INDEFINITE: Self = Self(1 << 7);
    /// Behind *Mr., Senator* and the like.
    pub(crate) const TITLED: Self = Self(1 << 8);
    pub(crate) const PERSON: Self = Self(1 << 9);
    pub(crate) const ORGANISATION: Self = Self(1 << 10);
    pub(crate) const PLACE: Self = Self(1 << 11);
    /// *Germans, critics*.
    pub(crate) const PEOPLE: Self = Self(1 << 12);
    pub(crate) const DOCUMENT: Self = Self(1 << 13);
    /// A work, an event, an office in capitals.
    pub(crate) const THING: Self = Self(1 << 14);
    pub(crate) const HEADLINE: Self = Self(1 << 15);
    /// Part of another mention: possessor, modifier, object of a preposition.
    pub(crate) const INNER: Self = Self(1 << 16);
    /// Joined to the mention before by *and*.
    pub(crate) const COORDINATED: Self = Self(1 << 17);
    /// Opens a sentence with a word that nothing else shows to be a name.
    pub(crate) const OPENING: Self = Self(1 << 18);
    /// *Jr., III*.
    pub(crate) const SUFFIXED: Self = Self(1 << 19);
    /// The first part is an initial.
    pub(crate) const INITIAL: Self = Self(1 << 20);
    /// In capitals: *NATO*.
    pub(crate) const ACRONYM: Self = Self(1 << 21);
    pub(crate) const AFTER_THE: Self = Self(1 << 22);
    /// The noun may mean whoever the text is about.
    pub(crate) const FOCUS: Self = Self(1 << 23);
    pub(crate) const KIN: Self = Self(1 << 25);
    /// *him, them*.
    pub(crate) const OBJECT_FORM: Self = Self(1 << 26);
    /// Behind *by* at the head of an article.
    pub(crate) const BYLINE: Self = Self(1 << 27);
    /// The first part is a given name.
    pub(crate) const GIVEN: Self = Self(1 << 28);
    /// An office in capitals with no name in it.
    pub(crate) const OFFICE: Self = Self(1 << 29);
    /// Subject of *is* or *was*.
    pub(crate) const DEFINED: Self = Self(1 << 30);
    /// A body that has its name from somebody: *the Weber campaign*.
    pub(crate) const OWNED: Self = Self(1 << 31);

    /// The flags as a number.
    #[inline]
    pub(super) const fn bits(self) -> u64 {
        self.0 as u64
    }

    #[inline]
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[inline]
    #[must_use]
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those of the flags that are among `others`.
    #[inline]
    #[must_use]
    pub(crate) const fn only(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    #[must_use]
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What the item of a noun phrase says.
    #[inline]
    pub(crate) const fn of_item(features: Features) -> Self {
        const SAME: bool = Flags::PLURAL.0 == (Features::PLURAL.0 as u32) << 5
            && Flags::DEFINITE.0 == (Features::DEFINITE.0 as u32) << 5
            && Flags::INDEFINITE.0 == (Features::INDEFINITE.0 as u32) << 5;
        const { assert!(SAME, "the flags are the features, moved") };
        let kept = Features::PLURAL.with(Features::DEFINITE).with(Features::INDEFINITE);
        Self(((features.0 & kept.0) as u32) << 5)
    }

    /// What a part of a phrase with these flags has of them.
    #[must_use]
    pub(crate) const fn part(self) -> Self {
        let kept = Self::QUOTED.with(Self::HEADLINE).with(Self::BYLINE).with(Self::OBLIQUE);
        Self(self.0 & kept.0).with(Self::INNER)
    }

    #[inline]
    pub(crate) fn set(&mut self, other: Self, on: bool) {
        self.0 |= if on { other.0 } else { 0 };
    }
}

/// From what a gender was read; a stronger sign overrules a weaker one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sign {
    #[default]
    None,
    /// A given name alone, which may be a surname too; it rules nobody out.
    Hint,
    GivenName,
    Pronoun,
    Role,
    Title,
}

/// A name as hashes of its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Form {
    /// The sum over the words that count, so that their order does not.
    pub(crate) whole: u32,
    pub(crate) first: u32,
    pub(crate) last: u32,
    /// The word before the last, of three or more.
    pub(crate) before_last: u32,
    /// The initials of the words that count, and of all words.
    pub(crate) initials: [u32; 2],
    /// The first letter, small.
    pub(crate) letter: u8,
    pub(crate) parts: u8,
}

/// What a nominal says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Nominal {
    /// The head noun, with *vice* and the like.
    pub(crate) role: u32,
    pub(crate) modifiers: [u32; 3],
    /// The name beside it, a mention.
    pub(crate) name: u32,
    /// The mention that it belongs to: the bank, of *a spokesman for the bank*.
    pub(crate) of: u32,
}

/// No mention, no member.
pub(crate) const NONE: u32 = u32::MAX;

/// A mention without its tokens. Bytes count from the base of what is read together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    /// The whole noun phrase.
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The name proper, or the head noun: where it starts behind `start`, and its length.
    pub(crate) head: u16,
    pub(crate) head_len: u16,
    pub(crate) sentence: u32,
    pub(crate) paragraph: u32,
    pub(crate) flags: Flags,
    /// The number of a name's spelling or of what a nominal says; the mention before a relative; one that a
    /// pronoun does not mean.
    pub(crate) detail: u32,
    pub(crate) kind: Kind,
    pub(crate) gender: Option<Gender>,
    pub(crate) sign: Sign,
}

impl Mention {
    #[inline]
    pub(crate) const fn has(&self, flags: Flags) -> bool {
        self.flags.has(flags)
    }

    /// The bytes of the name proper, or of the head noun.
    pub(crate) fn head(&self) -> (u32, u32) {
        let start = self.start + u32::from(self.head);
        (start, start + u32::from(self.head_len))
    }
}

/// What was gathered of a text, or of a part of a long one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mentions {
    /// In the order of the text, but that a possessor stands before the phrase that it is a part of.
    pub(crate) all: Vec<Mention>,
    pub(super) spellings: Spellings,
    pub(crate) nominals: Vec<Nominal>,
    pub(crate) facts: Vec<Fact>,
}

impl Mentions {
    pub(crate) fn clear(&mut self) {
        self.all.clear();
        self.spellings.clear();
        self.nominals.clear();
        self.facts.clear();
    }

    /// The form of a mention that is a name.
    #[inline]
    pub(crate) fn form(&self, mention: &Mention) -> &Form {
        const EMPTY: &Form =
            &Form { whole: 0, first: 0, last: 0, before_last: 0, initials: [0; 2], letter: 0, parts: 0 };
        if mention.kind == Kind::Name {
            self.spellings.all.get(mention.detail as usize).map_or(EMPTY, |spelling| &spelling.form)
        } else {
            EMPTY
        }
    }

    /// How a mention that is a name is spelled.
    #[inline]
    pub(super) fn spelling(&self, mention: &Mention) -> Option<&Spelling> {
        self.spellings.all.get(mention.detail as usize).filter(|_| mention.kind == Kind::Name)
    }

    /// What a mention that is a nominal says.
    #[inline]
    pub(crate) fn nominal(&self, mention: &Mention) -> Option<&Nominal> {
        self.nominals.get(mention.detail as usize).filter(|_| mention.kind == Kind::Nominal)
    }
}

/// A role of somebody: the noun and what narrows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) mention: u32,
    pub(crate) role: u32,
    pub(crate) modifiers: [u32; 3],
    pub(crate) gender: Option<Gender>,
}

/// Words longer than this keep their stops and apostrophes.
const LONGEST: usize = 24;

/// The hash of a word, whatever its case, its stops and the shape of its apostrophes.
pub(crate) fn hash(word: &[u8]) -> u32 {
    hash_at(word, 0, word.len()).0
}

/// The hash of the `len` bytes of `text` at `at`, quicker than that of the word cut out, and whether all of
/// them are plain letters, without a stop.
#[inline]
pub(crate) fn hash_at(text: &[u8], at: usize, len: usize) -> (u32, bool) {
    let key = Key::new(text, at, len);
    let plain = len <= 16 && !has_odd_byte(key.low) && (len <= 8 || !has_odd_byte(key.high));
    if plain { (mix(key), true) } else { (hash_odd(text, at, len, key), false) }
}

/// The hash of a word with stops, apostrophes or letters beyond ASCII.
#[cold]
fn hash_odd(text: &[u8], at: usize, len: usize, key: Key) -> u32 {
    if len > LONGEST || !has_odd_byte(key.low) && (len <= 8 || !has_odd_byte(key.high)) {
        return mix(key);
    }
    let word = text.get(at..at + len).unwrap_or(&[]);
    let mut letters = [0; LONGEST];
    let mut count = 0;
    let mut rest = word;
    while let Some(byte) = rest.first() {
        let curly = rest.starts_with("’".as_bytes());
        if *byte != b'.' {
            letters[count] = if curly { b'\'' } else { *byte };
            count += 1;
        }
        rest = &rest[if curly { 3 } else { 1 }..];
    }
    mix(Key::of(&letters[..count]))
}

/// Whether one of eight bytes is a stop or lies outside ASCII. A few other bytes count as stops too, which
/// only costs time.
#[inline]
fn has_odd_byte(eight: u64) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let stops = eight ^ (EACH * b'.' as u64);
    (eight | (stops.wrapping_sub(EACH) & !stops)) & (EACH * 0x80) != 0
}

#[inline]
fn mix(key: Key) -> u32 {
    let mixed = (key.low ^ key.high.rotate_left(27)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    // 0 means "none" wherever hashes are kept
    ((mixed >> 32) as u32).max(1)
}

/// The first letters of words, small, for the letters that a body is called by.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Letters {
    letters: u64,
    len: u32,
}

impl Letters {
    #[inline]
    pub(crate) fn push(&mut self, letter: u8) {
        if self.len < 8 {
            self.letters |= u64::from(letter) << (8 * self.len);
        }
        self.len += 1;
    }

    /// The hash of the letters as of a word; 0 where there is one letter, or too many.
    pub(crate) fn hash(self) -> u32 {
        let small = Key::new(&self.letters.to_le_bytes(), 0, self.len as usize);
        if (2..=8).contains(&self.len) { mix(small) } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_hashed_as_a_word() {
        let mut letters = Letters::default();
        "hbc".bytes().for_each(|letter| letters.push(letter));
        assert_eq!(letters.hash(), hash(b"HBC"));
        assert_eq!(Letters::default().hash(), 0);
    }

    #[test]
    fn case_stops_and_apostrophes_do_not_matter() {
        assert_eq!(hash(b"U.N."), hash(b"un"));
        assert_eq!(hash("O’Hara".as_bytes()), hash(b"o'hara"));
        assert_ne!(hash(b"Ohara"), hash(b"o'hara"));
    }
}
