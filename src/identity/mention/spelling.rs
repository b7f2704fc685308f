//! Names as they are spelled: what the mentions of one spelling share is read once.
//!
//! In: the bytes of a name and what stands around it that tells whose it is. Out: the number of its
//! [`Spelling`]. A text has its names from two to twenty times, and most of what there is to find out about
//! them is in the spelling.

use crate::answer::kind::Gender;
use crate::base::table::{NONE, Table};
use crate::lexicon::{keep, load_word};

use super::flags::{Flags, Sign};

/// A name as hashes of its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameKey {
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

/// One spelling of a name in one kind of place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spelling {
    pub(crate) form: NameKey,
    /// What all mentions of it show.
    pub(crate) flags: Flags,
    pub(crate) gender: Option<Gender>,
    pub(crate) sign: Sign,
    /// The name proper where it stands first: its first byte, from the base, and its length.
    pub(crate) head: (u32, u16),
    /// The role that a body has by its name and the word that narrows it, 0 where there is none.
    pub(crate) body: [u32; 2],
    /// The mention whose letters it is, `NONE` where it is nobody's: *the Harbour Board (HB)*.
    pub(crate) letters_of: u32,
    /// How many mentions it has, and how many of them show a person.
    pub(crate) count: u32,
    pub(crate) persons: u32,
    /// Some mention does something, or its words are a body's: *Harrow Mills*.
    pub(crate) acts: bool,
    /// Several bear it, of whom each mention means one.
    pub(crate) shared: bool,
    /// Who is meant by it.
    pub(crate) member: u32,
}

impl Spelling {
    /// One that nothing is known of but the bytes where it stands first.
    pub(crate) fn at((start, end): (u32, u32)) -> Self {
        Self {
            form: NameKey::default(),
            flags: Flags::NONE,
            gender: None,
            sign: Sign::None,
            head: (start, end.saturating_sub(start).min(u32::from(u16::MAX)) as u16),
            body: [0; 2],
            letters_of: NONE,
            count: 0,
            persons: 0,
            acts: false,
            shared: false,
            member: NONE,
        }
    }

    /// The bytes of the name where it stands first, from the base.
    pub(crate) fn head(&self) -> (u32, u32) {
        (self.head.0, self.head.0 + u32::from(self.head.1))
    }
}

/// What decides whose name it is beside its words.
const DECISIVE: Flags = Flags::ORGANISATION
    .with(Flags::PLACE)
    .with(Flags::PEOPLE)
    .with(Flags::THING)
    .with(Flags::OFFICE)
    .with(Flags::TITLED)
    .with(Flags::AFTER_THE)
    .with(Flags::HEADLINE)
    .with(Flags::OPENING)
    .with(Flags::OWNED);

/// The spellings of a text, or of a part of a long one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spellings {
    pub(crate) all: Vec<Spelling>,
    numbers: Table,
}

impl Spellings {
    pub(crate) fn clear(&mut self) {
        self.all.clear();
        self.numbers.clear();
    }

    /// The number of the spelling that has the key; `read` reads it where it is new.
    #[inline]
    pub(crate) fn number(&mut self, key: u32, read: impl FnOnce() -> Spelling) -> u32 {
        let number = self.numbers.entry(key);
        if *number == NONE {
            *number = self.all.len() as u32;
            self.all.push(read());
        }
        *number
    }

    /// The number of a spelling that no other mention has.
    pub(crate) fn alone(&mut self, spelling: Spelling) -> u32 {
        self.all.push(spelling);
        self.all.len() as u32 - 1
    }
}

/// Those of `flags` that decide whose name it is.
#[inline]
pub(crate) fn decisive(flags: Flags) -> Flags {
    // "in Lincoln" is no person
    flags.only(if flags.has(Flags::PLACE) { DECISIVE.with(Flags::OBLIQUE) } else { DECISIVE })
}

/// The key of the name in the bytes `start..end` of `text` with `flags`; `more` is what else is to tell it
/// from others.
#[inline]
pub(crate) fn key(text: &[u8], (start, end): (u32, u32), flags: Flags, more: u32) -> u32 {
    const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut mixed = decisive(flags).bits() ^ u64::from(more ^ end.wrapping_sub(start) << 8) << 32;
    let (mut at, end) = (start as usize, end as usize);
    loop {
        let eight = keep(load_word(text, at), end.saturating_sub(at));
        mixed = (mixed ^ eight).wrapping_mul(MULTIPLIER);
        mixed ^= mixed >> 29;
        at += 8;
        if at >= end {
            break;
        }
    }
    ((mixed >> 32) as u32).max(1)
}
