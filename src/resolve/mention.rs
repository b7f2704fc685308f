//! What is kept of a mention once its block's tokens are gone.

use crate::entity::Gender;
use crate::lexicon::Key;

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
    pub(crate) const HEADLINE: Self = Self(1 << 5);
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
    pub(crate) const PLURAL: Self = Self(1 << 15);
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
    pub(crate) const BRACKETED: Self = Self(1 << 24);
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

    #[inline]
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[inline]
    #[must_use]
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    #[must_use]
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    #[inline]
    pub(crate) fn set(&mut self, other: Self, on: bool) {
        if on {
            self.0 |= other.0;
        }
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

/// No mention, no member.
pub(crate) const NONE: u32 = u32::MAX;

/// A mention without its tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    /// Bytes into the text: the whole noun phrase.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Bytes into the text: the name proper, or the head noun.
    pub(crate) head_start: usize,
    pub(crate) head_end: usize,
    pub(crate) sentence: u32,
    pub(crate) paragraph: u32,
    pub(crate) kind: Kind,
    pub(crate) flags: Flags,
    pub(crate) gender: Option<Gender>,
    pub(crate) sign: Sign,
    /// Of a nominal, `last` is its head noun.
    pub(crate) form: Form,
    /// The name beside a nominal, the noun phrase before a relative.
    pub(crate) link: u32,
    /// The mention that a nominal belongs to: the bank, of *a spokesman for the bank*.
    pub(crate) of: u32,
    pub(crate) modifiers: [u32; 3],
}

impl Mention {
    pub(crate) fn has(&self, flags: Flags) -> bool {
        self.flags.has(flags)
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
    hash_at(word, 0, word.len())
}

/// The hash of the `len` bytes of `text` at `at`; quicker than that of the word cut out.
pub(crate) fn hash_at(text: &[u8], at: usize, len: usize) -> u32 {
    let key = Key::new(text, at, len);
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
fn has_odd_byte(eight: u64) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let stops = eight ^ (EACH * b'.' as u64);
    (eight | (stops.wrapping_sub(EACH) & !stops)) & (EACH * 0x80) != 0
}

fn mix(key: Key) -> u32 {
    let mixed = (key.low ^ key.high.rotate_left(27)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    // 0 means "none" wherever hashes are kept
    ((mixed >> 32) as u32).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_stops_and_apostrophes_do_not_matter() {
        assert_eq!(hash(b"U.N."), hash(b"un"));
        assert_eq!(hash("O’Hara".as_bytes()), hash(b"o'hara"));
        assert_ne!(hash(b"Ohara"), hash(b"o'hara"));
    }
}
