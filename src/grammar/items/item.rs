//! What an item knows.

use std::ops::Range;

/// The classes of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum ItemKind {
    Quoted,
    /// A noun phrase whose head is a name.
    Name,
    /// A noun phrase whose head is a noun for people, bodies or documents.
    Nominal,
    /// Any other noun phrase.
    Phrase,
    /// *last week, Tuesday, two years*.
    Time,
    Pronoun,
    /// *who, which, whose, whom*.
    Relative,
    That,
    /// A verb group; its details stand in the list of verb groups.
    Verb,
    Preposition,
    AccordingTo,
    Adverb,
    /// An adjective with no noun: *is sure*.
    Adjective,
    Coordinator,
    /// *if, because, what, how, when*.
    Subordinator,
    Comma,
    Semicolon,
    Colon,
    Dash,
    OpenBracket,
    CloseBracket,
    /// The mark at a sentence's end.
    Stop,
    Other,
}

impl ItemKind {
    /// Whether the item can be a mention.
    #[inline]
    pub(crate) const fn is_noun_phrase(self) -> bool {
        matches!(self, Self::Name | Self::Nominal | Self::Phrase | Self::Pronoun)
    }
}

/// What is known of a noun phrase beyond its kind, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Features(pub(crate) u16);

impl Features {
    pub(crate) const PLURAL: Self = Self(1);
    /// Opens with *the, this, his …*.
    pub(crate) const DEFINITE: Self = Self(2);
    /// Opens with *a, some, one …*.
    pub(crate) const INDEFINITE: Self = Self(4);
    /// The head is a noun for people.
    pub(crate) const PERSON: Self = Self(8);
    /// The head is a noun for bodies.
    pub(crate) const ORGANISATION: Self = Self(16);
    /// The head is a noun for documents.
    pub(crate) const DOCUMENT: Self = Self(32);
    /// Ends in a possessive with no noun after: *Lee's* before a quoted span.
    pub(crate) const POSSESSOR: Self = Self(2048);
    /// The head is a noun that reports: *claim, statement*.
    pub(crate) const CUE: Self = Self(128);
    /// Has a determiner or adjective but no noun: *a* before a quoted span.
    pub(crate) const HEADLESS: Self = Self(256);
    /// Holds a possessor: *Lee's spokesman, his wife*.
    pub(crate) const POSSESSED: Self = Self(512);
    /// The pronoun cannot be a subject: *him, them*.
    pub(crate) const OBJECT_FORM: Self = Self(1024);
    /// The head names works, which have titles.
    pub(crate) const WORK: Self = Self(64);
    /// A name of a person, by title or given name.
    pub(crate) const PERSON_NAME: Self = Self(4096);
    /// The head names signs, which carry words.
    pub(crate) const SIGN: Self = Self(16384);

    #[inline]
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[inline]
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A chunk of a sentence. Tokens are counted from the block's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) kind: ItemKind,
    pub(crate) features: Features,
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The token that says what it is: the last noun or the name's first token.
    pub(crate) head: u32,
    /// The place of a quoted span or verb group in its list, of the first name of a noun phrase in theirs.
    pub(crate) detail: u32,
}

/// What a sentence has among its items: what is not there need not be looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Holds(u32);

impl Holds {
    /// The bit of nouns that report; those of kinds of items are fewer.
    const CUE_NOUN: u32 = 31;

    pub(crate) fn of(items: &[Item]) -> Self {
        let bits = |item: &Item| {
            1 << item.kind as u32 | u32::from(item.features.has(Features::CUE)) << Self::CUE_NOUN
        };
        Self(items.iter().fold(0, |all, item| all | bits(item)))
    }

    #[inline]
    pub(crate) const fn has(self, kind: ItemKind) -> bool {
        self.0 >> kind as u32 & 1 == 1
    }

    /// Whether there is a noun that reports: *claim, statement*.
    #[inline]
    pub(crate) const fn has_cue_noun(self) -> bool {
        self.0 >> Self::CUE_NOUN == 1
    }
}

/// Items from one sentence's start to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) first: u32,
    pub(crate) end: u32,
    /// Its first verb group; of a piece of a sentence, that of the whole.
    pub(crate) first_verb: u32,
    /// Of a piece of a sentence, what the whole has.
    pub(crate) holds: Holds,
    pub(crate) paragraph: u32,
    /// Most of its words have capitals, as in headlines.
    pub(crate) title_case: bool,
}

/// A sentence of more items is read in pieces, so that rules may look at all of it: no prose has one, and
/// without the bound a text that is one sentence would cost the square of its length.
const MOST_ITEMS: u32 = 512;

impl Sentence {
    /// The sentence, or the pieces of one that has too many items.
    pub(crate) fn pieces(self) -> impl Iterator<Item = Self> {
        (self.first..self.end).step_by(MOST_ITEMS as usize).map(move |first| Self {
            first,
            end: self.end.min(first + MOST_ITEMS),
            ..self
        })
    }

    pub(crate) fn items(&self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}
