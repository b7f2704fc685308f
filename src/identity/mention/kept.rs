//! What is kept of the mentions of a long text, all of which is read before anybody is named: few bytes for each.

use crate::answer::kind::Gender;
use crate::answer::quote::MentionKind;

/// Facts of a mention, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flags(pub(crate) u16);

impl Flags {
    /// The subject of a verb of the narration, not of a side clause.
    pub(crate) const SUBJECT: Self = Self(1);
    /// Stands inside a quotation.
    pub(crate) const QUOTED: Self = Self(2);
    /// Addresses somebody inside a quotation.
    pub(crate) const VOCATIVE: Self = Self(4);
    /// *Ann's*.
    pub(crate) const POSSESSIVE: Self = Self(8);
    pub(crate) const PLURAL: Self = Self(16);
    /// *I*.
    pub(crate) const FIRST: Self = Self(32);
    /// The nominal begins with *the* or a possessor.
    pub(crate) const DEFINITE: Self = Self(128);
    /// *a man*; *someone*.
    pub(crate) const INDEFINITE: Self = Self(64);
    /// *the other*: whoever did not speak last.
    pub(crate) const OTHER: Self = Self(256);
    /// No pronoun of a subject: *him, her, them*.
    pub(crate) const OBJECT: Self = Self(1024);
    /// *his friend, her aunt*.
    pub(crate) const OWNED_BY_HIM: Self = Self(4096);
    pub(crate) const OWNED_BY_HER: Self = Self(8192);
    /// Opens a sentence, so that its capital says nothing.
    pub(crate) const INITIAL: Self = Self(2048);

    #[inline]
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[inline]
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A mention of somebody.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    /// Bytes from the start of the paragraph.
    pub(crate) start: u32,
    pub(crate) len: u16,
    /// Which sentence of the paragraph.
    pub(crate) sentence: u16,
    /// A name or the head of a nominal, by kind.
    pub(crate) what: u32,
    pub(crate) flags: Flags,
    pub(crate) kind: MentionKind,
    pub(crate) gender: Option<Gender>,
}

impl Mention {
    /// The sex of whose aunt or friend is meant.
    pub(crate) fn owner(&self) -> Option<Gender> {
        if self.flags.has(Flags::OWNED_BY_HIM) {
            Some(Gender::Masculine)
        } else if self.flags.has(Flags::OWNED_BY_HER) {
            Some(Gender::Feminine)
        } else {
            None
        }
    }
}

/// A paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paragraph {
    /// Where it begins in the text.
    pub(crate) base: usize,
    /// The first of its mentions and quoted spans.
    pub(crate) mentions: u32,
    pub(crate) quotes: u32,
    /// A heading or a line of asterisks: a scene ends.
    pub(crate) breaks: bool,
}
