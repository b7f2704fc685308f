//! What an item knows.

use std::ops::Range;

use super::features::Features;

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

/// A set of kinds of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kinds(u32);

impl Kinds {
    pub(crate) const NONE: Self = Self(0);

    pub(crate) const fn of<const N: usize>(kinds: [ItemKind; N]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < N {
            bits |= 1 << kinds[at] as u32;
            at += 1;
        }
        Self(bits)
    }

    #[inline]
    pub(crate) const fn has(self, kind: ItemKind) -> bool {
        self.0 >> kind as u32 & 1 == 1
    }
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
