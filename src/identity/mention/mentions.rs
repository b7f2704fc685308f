//! What is kept of a mention once its block's tokens are gone.

use crate::answer::kind::Gender;

use super::flags::{Flags, Sign};
use super::spelling::{NameKey, Spelling, Spellings};

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
    /// All of its words, of several people, who are the same by the same words: *many voters*; 0 of others.
    pub(crate) words: u32,
}

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
    pub(crate) spellings: Spellings,
    pub(crate) nominals: Vec<Nominal>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) deeds: Vec<Deed>,
}

impl Mentions {
    pub(crate) fn clear(&mut self) {
        self.all.clear();
        self.spellings.clear();
        self.nominals.clear();
        self.facts.clear();
        self.deeds.clear();
    }

    /// The form of a mention that is a name.
    #[inline]
    pub(crate) fn form(&self, mention: &Mention) -> &NameKey {
        const EMPTY: &NameKey =
            &NameKey { whole: 0, first: 0, last: 0, before_last: 0, initials: [0; 2], letter: 0, parts: 0 };
        if mention.kind == Kind::Name {
            self.spellings.all.get(mention.detail as usize).map_or(EMPTY, |spelling| &spelling.form)
        } else {
            EMPTY
        }
    }

    /// How a mention that is a name is spelled.
    #[inline]
    pub(crate) fn spelling(&self, mention: &Mention) -> Option<&Spelling> {
        self.spellings.all.get(mention.detail as usize).filter(|_| mention.kind == Kind::Name)
    }

    /// What a mention that is a nominal says.
    #[inline]
    pub(crate) fn nominal(&self, mention: &Mention) -> Option<&Nominal> {
        self.nominals.get(mention.detail as usize).filter(|_| mention.kind == Kind::Nominal)
    }
}

/// What one does to another that tells who is meant later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Deed {
    /// The mention that it is known with.
    pub(crate) mention: u32,
    pub(crate) kind: DeedKind,
    /// Who does it, and to whom: mentions.
    pub(crate) by: u32,
    pub(crate) to: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DeedKind {
    /// *Lee asked Ray whether …*
    Asks,
    /// *Lee told Ray*
    Tells,
    /// *she replied*
    Answers,
    /// *she said*
    Says,
    /// *Ray took over from Lee*
    Succeeds,
    /// *Lee released a statement*
    Issues,
}

/// A role of somebody: the noun and what narrows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    pub(crate) mention: u32,
    pub(crate) role: u32,
    pub(crate) modifiers: [u32; 3],
    pub(crate) gender: Option<Gender>,
    /// The noun is an office or a trade.
    pub(crate) trade: bool,
    /// Its words, from the base; nothing where it is no trade.
    pub(crate) words: (u32, u32),
    /// The nominal that says so; of a title the name before it, whose office it is: *Harbour Board spokesman*.
    pub(crate) nominal: u32,
}
