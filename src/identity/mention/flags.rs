//! What is known of a mention, as bits, and how sure its gender is.

use crate::grammar::items::Features;

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
    /// A name that ends in a word for a thing: *Halden Foods*.
    pub(crate) const COMMON: Self = Self(1 << 24);
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
    pub(crate) const fn bits(self) -> u64 {
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
