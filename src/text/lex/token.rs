//! What a token knows.

use crate::lexicon::{Classes, Part, WordId};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum TokenKind {
    Word,
    /// *42, 3.5, 1990s, 5'7", 2nd*.
    Number,
    /// *'s* and the other endings that stand for a word of their own: *'ll, 're, 've, 'd, 'm*.
    Clitic,
    Comma,
    Stop,
    Ellipsis,
    Question,
    Exclamation,
    Colon,
    Semicolon,
    /// A dash between words: –, —, --, or a hyphen with white space around it.
    Dash,
    OpenBracket,
    CloseBracket,
    /// A double mark that does not tell which way it faces.
    Double,
    DoubleOpen,
    DoubleClose,
    /// A single straight mark or an apostrophe at a word's edge.
    Single,
    SingleOpen,
    /// `’`: closing mark or apostrophe.
    SingleClose,
    /// `<` and `>`, what is left of mark-up.
    Angle,
    /// Whatever else is no white space: `$ % & / * @`.
    Symbol,
}

impl TokenKind {
    /// What a mark of this kind does to a phrase; those that may join its words are open.
    #[inline]
    pub(super) fn part(self) -> Part {
        // a table that is read, as nobody can guess which mark comes next
        static PARTS: [Part; TokenKind::Symbol as usize + 1] = {
            let mut parts = [Part::Mark; TokenKind::Symbol as usize + 1];
            parts[TokenKind::Word as usize] = Part::Open;
            parts[TokenKind::Number as usize] = Part::Open;
            parts[TokenKind::Clitic as usize] = Part::Open;
            parts[TokenKind::Single as usize] = Part::Open;
            parts[TokenKind::SingleClose as usize] = Part::Open;
            parts[TokenKind::Angle as usize] = Part::Open;
            parts[TokenKind::Symbol as usize] = Part::Open;
            parts[TokenKind::Comma as usize] = Part::Comma;
            parts[TokenKind::Stop as usize] = Part::Stop;
            parts[TokenKind::Question as usize] = Part::Stop;
            parts[TokenKind::Exclamation as usize] = Part::Stop;
            parts[TokenKind::Ellipsis as usize] = Part::Stop;
            parts[TokenKind::Semicolon as usize] = Part::Semicolon;
            parts[TokenKind::Colon as usize] = Part::Colon;
            parts[TokenKind::Dash as usize] = Part::Dash;
            parts[TokenKind::OpenBracket as usize] = Part::OpenBracket;
            parts[TokenKind::CloseBracket as usize] = Part::CloseBracket;
            parts
        };
        PARTS[self as usize]
    }

    pub(crate) const fn is_mark(self) -> bool {
        matches!(
            self,
            Self::Double
                | Self::DoubleOpen
                | Self::DoubleClose
                | Self::Single
                | Self::SingleOpen
                | Self::SingleClose
        )
    }

    pub(crate) const fn ends_sentence(self) -> bool {
        matches!(self, Self::Stop | Self::Question | Self::Exclamation | Self::Ellipsis)
    }
}

/// How a word is written, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Shape(pub(crate) u8);

impl Shape {
    /// Begins with a capital.
    pub(crate) const CAPITAL: Self = Self(1);
    /// Two letters or more, all capitals.
    pub(crate) const SHOUTED: Self = Self(2);
    /// White space stands before.
    pub(crate) const SPACED: Self = Self(4);
    /// Holds a hyphen between its parts.
    pub(crate) const HYPHENATED: Self = Self(8);
    /// A stop belongs to the word: *Sen., U.S., D.*
    pub(crate) const STOPPED: Self = Self(16);
    /// Opens a line.
    pub(crate) const LINE_START: Self = Self(32);
    /// A capital after the first letter beside lower case: *McCain, iPhone*.
    pub(crate) const INNER_CAPITAL: Self = Self(64);

    #[inline]
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[inline]
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A word, number, punctuation mark or ending. Offsets are bytes from the block's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) classes: Classes,
    /// The word in the lexicon, 0 where it is not there.
    pub(crate) word: WordId,
    pub(crate) kind: TokenKind,
    pub(crate) shape: Shape,
    /// What it is without a look at its neighbours: a capital leaves that open.
    pub(crate) part: Part,
}

impl Token {
    /// A token without its place.
    #[inline]
    pub(super) fn new(kind: TokenKind, word: WordId, classes: Classes, shape: Shape) -> Self {
        Self { start: 0, end: 0, classes, word, kind, shape, part: Part::Open }
    }

    #[inline]
    pub(crate) const fn has(&self, classes: Classes) -> bool {
        self.classes.any(classes)
    }

    #[inline]
    pub(crate) const fn is_capital(&self) -> bool {
        self.shape.has(Shape::CAPITAL)
    }

    #[inline]
    pub(crate) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}
