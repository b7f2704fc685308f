//! The readings that a word can have, as bits.

use std::ops::{BitAnd, BitOr, BitOrAssign};

/// A set of readings. A word has every reading that some sentence gives it; the stages decide by the
/// neighbours which one holds here.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Classes(pub(crate) u64);

impl Classes {
    pub(crate) const NONE: Self = Self(0);

    /// Whether one of the readings of `other` is among these.
    #[inline]
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all readings of `other` are among these.
    #[inline]
    pub(crate) const fn all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// These and the readings of `other`; for constants.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These without the readings of `other`.
    #[inline]
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl BitOr for Classes {
    type Output = Self;
    #[inline]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Classes {
    #[inline]
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl BitAnd for Classes {
    type Output = Self;
    #[inline]
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// Declares the readings once: the constant, the tag that a lexicon line uses, and what it means.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $tag:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)*
            /// Every tag of a lexicon line with its reading.
            pub(crate) const TAGS: &'static [(&'static str, Self)] = &[$(($tag, Self::$name),)*];

            /// The reading that `tag` means in a lexicon line.
            pub(crate) fn tagged(tag: &str) -> Option<Self> {
                match tag {
                    $($tag => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

classes! {
    /// *the, a, this, every*: opens a noun phrase.
    DETERMINER = 0, "det";
    /// *his, their, my*: a determiner that is also a mention.
    POSSESSIVE = 1, "poss";
    /// *a, an, some, one, another*: what follows is new.
    INDEFINITE = 2, "indef";
    /// *he, she, they, I, him, them*.
    PRONOUN = 3, "pron";
    /// *himself, themselves*.
    REFLEXIVE = 4, "refl";
    /// *who, which, what, where, why, how*.
    WH = 5, "wh";
    /// *that*.
    THAT = 6, "that";
    /// *of, in, with*.
    PREPOSITION = 7, "prep";
    /// *to*.
    TO = 8, "to";
    /// *and, or, but, nor, yet*.
    COORDINATOR = 9, "coord";
    /// *if, because, while, although, whether*.
    SUBORDINATOR = 10, "sub";
    /// *is, was, be, been, being*.
    BE = 11, "be";
    /// *has, have, had, having*.
    HAVE = 12, "have";
    /// *do, does, did*.
    DO = 13, "do";
    /// *will, would, can, may*.
    MODAL = 14, "modal";
    /// *not, never, n't*, and the auxiliaries that hold it (*didn't*).
    NEGATION = 15, "neg";
    /// *also, later, however*.
    ADVERB = 16, "adv";
    /// *new, angry*.
    ADJECTIVE = 17, "adj";
    /// A noun, or a noun reading beside a verb's.
    NOUN = 18, "noun";
    /// A verb's base form: *say*.
    VERB_BASE = 19, "vb";
    /// Third person: *says*.
    VERB_S = 20, "vbz";
    /// Past tense: *said, went*.
    VERB_PAST = 21, "vbd";
    /// Past participle: *said, gone*.
    VERB_PARTICIPLE = 22, "vbn";
    /// *saying*.
    VERB_ING = 23, "vbg";
    /// The verb has a grade for some complement that reports.
    REPORTING = 24, "report";
    /// *spokesman, critics, mother*: a noun for people.
    PERSON_NOUN = 25, "person";
    /// *ministry, company, court*.
    ORG_NOUN = 26, "org";
    /// *report, letter, statement*: a document that speaks.
    DOCUMENT_NOUN = 27, "doc";
    /// *mother, uncle*.
    KIN = 28, "kin";
    /// *Mr., Senator, Dr.*: stands before a name.
    TITLE = 29, "title";
    /// *week, morning, yesterday*.
    TIME = 30, "time";
    /// *January, Jan.*
    MONTH = 31, "month";
    /// *Monday, Mon.*
    WEEKDAY = 32, "weekday";
    /// *two, hundred, second*.
    NUMBER = 33, "num";
    /// A given name borne by men.
    GIVEN_MALE = 34, "male-name";
    /// A given name borne by women.
    GIVEN_FEMALE = 35, "female-name";
    /// A country, state or large city.
    PLACE = 36, "place";
    /// *Russian, Texan*: adjective or people.
    DEMONYM = 37, "demonym";
    /// *statement, claim, criticism*: a noun that reports.
    NOUN_CUE = 38, "noun-cue";
    /// *sure, adamant, confident*: an adjective that reports after *be*.
    ADJECTIVE_CUE = 39, "adj-cue";
    /// A plural noun.
    PLURAL = 40, "plural";
    /// Written with a stop at its end.
    ABBREVIATION = 41, "abbr";
    /// A noun for a man or a pronoun for one: *spokesman, he*.
    MASCULINE = 42, "masc";
    /// *spokeswoman, she*.
    FEMININE = 43, "fem";
    /// *Jr., III, Ph.D.*: belongs to the name before.
    NAME_SUFFIX = 44, "suffix";
    /// *van, de, al*: inside a name.
    NAME_PARTICLE = 45, "particle";
    /// *sir, madam*: addresses somebody.
    VOCATIVE = 46, "vocative";
    /// *oh, well, yes*.
    INTERJECTION = 47, "interj";
    /// *I, me, we, our*: the one who speaks.
    FIRST_PERSON = 48, "first";
    /// *you, your*.
    SECOND_PERSON = 49, "second";
    /// A pronoun in its object form only: *him, them, me*.
    OBJECT_FORM = 50, "object";
    /// A well-known body by name: *Reuters, NATO*.
    ORG_NAME = 51, "org-name";
    /// A definite noun of this kind may mean whoever is in focus: *senator, candidate*.
    FOCUS_NOUN = 52, "focus";
    /// A work or programme: *film, song, show*; quoted words after it are its title.
    WORK_NOUN = 53, "work";
    /// Abbreviation that always goes on before a capital: *Mr., Gen., vs.*
    ABBR_CONTINUES = 54, "abbr-continues";
    /// Abbreviation of a unit, month or the like that goes on before a number: *No. 5*.
    ABBR_NUMBER = 55, "abbr-number";
    /// *Inc., Corp.*: ends a body's name.
    ORG_SUFFIX = 56, "org-suffix";
    /// A common word that also is a name or a capital at a sentence's start: *Will, May, Bill*.
    COMMON = 57, "common";
    /// *called, named, titled, dubbed*: the quoted words that follow are a name.
    NAMING = 58, "naming";
    /// *says, quipped*: beats a name reading right after a quotation.
    PARTY = 59, "party";
    /// A role that is an office and may stand before a name: *spokesman, president*.
    ROLE = 60, "role";
    /// A sign, banner, headline, label that carries words.
    SIGN_NOUN = 61, "sign";
    /// *man, girl, friend, voice*: says no more of a person than sex, age or nearness.
    ANYBODY = 62, "anybody";
    /// *word, term, phrase*: the quoted words after it are mentioned, not said. On a verb: *“fair” means*.
    MENTION = 63, "mention";
}

impl Classes {
    pub(crate) const FINITE: Self = Self::VERB_S.with(Self::VERB_PAST);
    /// The words of grammar: no names, and openers of sentences.
    pub(crate) const GRAMMAR: Self = Self::DETERMINER
        .with(Self::POSSESSIVE)
        .with(Self::PRONOUN)
        .with(Self::WH)
        .with(Self::THAT)
        .with(Self::PREPOSITION)
        .with(Self::TO)
        .with(Self::COORDINATOR)
        .with(Self::SUBORDINATOR)
        .with(Self::AUXILIARY);
    pub(crate) const VERB: Self = Self::VERB_BASE
        .with(Self::VERB_S)
        .with(Self::VERB_PAST)
        .with(Self::VERB_PARTICIPLE)
        .with(Self::VERB_ING);
    /// What ends a noun phrase, whatever else it is, unless a determiner asks for a noun.
    pub(crate) const BREAK: Self = Self::PREPOSITION
        .with(Self::COORDINATOR)
        .with(Self::SUBORDINATOR)
        .with(Self::WH)
        .with(Self::THAT)
        .with(Self::TO)
        .with(Self::AUXILIARY)
        .with(Self::REFLEXIVE);
    pub(crate) const AUXILIARY: Self = Self::BE.with(Self::HAVE).with(Self::DO).with(Self::MODAL);
    pub(crate) const GIVEN: Self = Self::GIVEN_MALE.with(Self::GIVEN_FEMALE);
    pub(crate) const ANY_NOUN: Self =
        Self::NOUN.with(Self::PERSON_NOUN).with(Self::ORG_NOUN).with(Self::DOCUMENT_NOUN).with(Self::KIN);
}

impl std::fmt::Debug for Classes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut first = true;
        for (tag, class) in Self::TAGS {
            if self.any(*class) {
                f.write_str(if first { "" } else { " " })?;
                f.write_str(tag)?;
                first = false;
            }
        }
        Ok(())
    }
}
