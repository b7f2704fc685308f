//! What is known of a noun phrase beyond its kind, and what names and nouns say of theirs.

use crate::grammar::names::NameKind;
use crate::lexicon::Classes;
use crate::text::lex::Token;

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

/// The head is a noun for people, bodies or documents.
pub(super) const NOMINAL: Features = Features::PERSON.with(Features::ORGANISATION).with(Features::DOCUMENT);

/// What a name of this kind whose last word is `last` says of its phrase.
pub(super) fn name_features(kind: NameKind, last: Option<&Token>) -> Features {
    let own = match kind {
        NameKind::Role => Features::PERSON,
        NameKind::Person => Features::PERSON_NAME,
        NameKind::Organisation => Features::ORGANISATION,
        _ => Features::default(),
    };
    // "Democrats hope"
    let plural = kind != NameKind::Person && last.is_some_and(|last| last.has(Classes::PLURAL));
    own.with(Features(Features::PLURAL.0 * u16::from(plural)))
}

/// What a head noun says of its phrase: each reading at its place, as heads differ too much to ask for each.
#[inline]
pub(super) fn noun_features(classes: Classes) -> Features {
    const fn moved(classes: u64) -> u16 {
        let plural = classes >> 40 & Features::PLURAL.0 as u64;
        let kinds = classes >> 22 & NOMINAL.0 as u64;
        let cue = classes >> 31 & Features::CUE.0 as u64;
        let objects = classes >> 47 & Features::WORK.with(Features::SIGN).0 as u64;
        (plural | kinds | cue | objects) as u16
    }
    const {
        assert!(moved(Classes::PLURAL.0) == Features::PLURAL.0);
        assert!(moved(Classes::PERSON_NOUN.0) == Features::PERSON.0);
        assert!(moved(Classes::ORG_NOUN.0) == Features::ORGANISATION.0);
        assert!(moved(Classes::DOCUMENT_NOUN.0) == Features::DOCUMENT.0);
        assert!(moved(Classes::NOUN_CUE.0) == Features::CUE.0);
        assert!(moved(Classes::WORK_NOUN.0) == Features::WORK.0);
        assert!(moved(Classes::SIGN_NOUN.0) == Features::SIGN.0);
    }
    Features(moved(classes.0))
}
