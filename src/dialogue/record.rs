//! What is kept of a paragraph once its tokens are gone.

/// The index of a mention or name that is not there.
pub(super) const NONE: u32 = u32::MAX;

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name: `what` is its place among the names.
    Name,
    /// *he, she, I, they*.
    Pronoun,
    /// *the old man, her aunt*: `what` is the place of its head among the heads.
    Nominal,
}

/// What grammar says of the sex of who is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    Male,
    Female,
}

impl Gender {
    /// Whether both are known and differ.
    pub(super) fn clashes(self, other: Self) -> bool {
        self != other && self != Self::Unknown && other != Self::Unknown
    }
}

/// Facts of a mention, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags(pub(super) u16);

impl Flags {
    /// The subject of a verb of the narration, not of a side clause.
    pub(super) const SUBJECT: Self = Self(1);
    /// Stands inside a quotation.
    pub(super) const QUOTED: Self = Self(2);
    /// Addresses somebody inside a quotation.
    pub(super) const VOCATIVE: Self = Self(4);
    /// *Ann's*.
    pub(super) const POSSESSIVE: Self = Self(8);
    pub(super) const PLURAL: Self = Self(16);
    /// *I*.
    pub(super) const FIRST: Self = Self(32);
    /// The nominal begins with *the* or a possessor.
    pub(super) const DEFINITE: Self = Self(128);
    /// *the other*: whoever did not speak last.
    pub(super) const OTHER: Self = Self(256);
    /// No pronoun of a subject: *him, her, them*.
    pub(super) const OBJECT: Self = Self(1024);
    /// *his friend, her aunt*.
    pub(super) const OWNED_BY_HIM: Self = Self(4096);
    pub(super) const OWNED_BY_HER: Self = Self(8192);
    /// Opens a sentence, so that its capital says nothing.
    pub(super) const INITIAL: Self = Self(2048);

    #[inline]
    pub(super) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[inline]
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A mention of somebody.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    /// Bytes from the start of the paragraph.
    pub(super) start: u32,
    pub(super) len: u16,
    /// Which sentence of the paragraph.
    pub(super) sentence: u16,
    /// A name or the head of a nominal, by kind.
    pub(super) what: u32,
    pub(super) flags: Flags,
    pub(super) kind: Kind,
    pub(super) gender: Gender,
}

impl Mention {
    /// The sex of whose aunt or friend is meant.
    pub(super) fn owner(&self) -> Gender {
        if self.flags.has(Flags::OWNED_BY_HIM) {
            Gender::Male
        } else if self.flags.has(Flags::OWNED_BY_HER) {
            Gender::Female
        } else {
            Gender::Unknown
        }
    }
}

/// How the words around a quotation tell its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CuePattern {
    /// *"…," said Ann*.
    Inverted,
    /// *"…," Ann said*.
    Direct,
    /// *"…," smiled Ann*: a verb that does not report, but a comma closes the quotation.
    AnyVerb,
    /// *"…," was her answer*.
    Reply,
    /// *Ann said, "…"*.
    Before,
    /// The paragraph before ends in a colon or comma after a verb of speech.
    Colon,
    /// The narration interrupts the quotation: *"I--" she paused, "I cannot."*
    Interrupted,
    /// *Ann rose. "…"*.
    BeatBefore,
    /// *"…" Ann rose.*
    BeatAfter,
    /// The paragraph's only subject, farther off.
    BeatFar,
}

impl CuePattern {
    /// Whether the narration leads up to the speech or interrupts it.
    pub(super) const fn leads(self) -> bool {
        matches!(self, Self::Interrupted | Self::BeatBefore)
    }

    /// Whether the words report the speech itself.
    pub(super) const fn is_tag(self) -> bool {
        !matches!(self, Self::Interrupted | Self::BeatBefore | Self::BeatAfter | Self::BeatFar)
    }
}

/// Words of the narration that tell the speaker.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence {
    /// The place of the mention among all mentions of the text.
    pub(super) mention: u32,
    /// The paragraph that holds the cue.
    pub(super) paragraph: u32,
    /// The verb, bytes from the start of that paragraph; empty where there is none.
    pub(super) cue: (u32, u32),
    pub(super) form: CuePattern,
}

/// A quoted span.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quoted {
    pub(super) paragraph: u32,
    /// Bytes from the paragraph's start, marks included.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) tag: Option<Evidence>,
    pub(super) beat: Option<Evidence>,
    /// The sex of who is addressed as *sir* or *madam*.
    pub(super) addressed: Gender,
    /// No mark closes it: the next paragraph goes on with it.
    pub(super) open: bool,
    /// Neither led in nor closed like speech: a title, a word in quotation marks.
    pub(super) scare: bool,
}

/// A paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paragraph {
    /// Where it begins in the text.
    pub(super) base: usize,
    /// The first of its mentions and quoted spans.
    pub(super) mentions: u32,
    pub(super) quotes: u32,
    /// A heading or a line of asterisks: a scene ends.
    pub(super) breaks: bool,
}
