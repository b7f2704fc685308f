//! Somebody or something that the text speaks of: name, gender, kind, and whether another name is a form of it.

use crate::answer::kind::{EntityKind, Gender};
use crate::answer::roster::Place;
use crate::identity::mention::gender::clash;
use crate::identity::mention::{Flags, NameKey, Sign, Spelling};
use crate::lexicon::equivalents::is_nickname;

/// So many who were weighed beside the best are told.
pub(crate) const OTHERS: usize = 3;

/// What speaks for each kind, counted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Votes([u32; KINDS.len()]);

/// The kinds of members by the signs that speak for them; of equal counts the first holds.
const KINDS: [(Flags, EntityKind); 6] = [
    (Flags::PERSON, EntityKind::Person),
    (Flags::ORGANISATION, EntityKind::Organisation),
    (Flags::PLACE, EntityKind::Place),
    (Flags::PEOPLE, EntityKind::Group),
    (Flags::DOCUMENT, EntityKind::Document),
    (Flags::THING, EntityKind::Unknown),
];

/// The bit of the first sign; the others follow in the order of [`KINDS`].
const FIRST_SIGN: u32 = Flags::PERSON.bits().trailing_zeros();
const _: () = {
    let mut at = 0;
    while at < KINDS.len() {
        assert!(
            KINDS[at].0.bits() == 1 << (FIRST_SIGN as usize + at),
            "the kinds are in the order of the bits"
        );
        at += 1;
    }
};

const SIGNS: Flags = Flags::PERSON
    .with(Flags::ORGANISATION)
    .with(Flags::PLACE)
    .with(Flags::PEOPLE)
    .with(Flags::DOCUMENT)
    .with(Flags::THING);

impl Votes {
    pub(super) fn person(&self) -> u32 {
        self.0[0]
    }

    fn organisation(&self) -> u32 {
        self.0[1]
    }

    fn place(&self) -> u32 {
        self.0[2]
    }

    fn thing(&self) -> u32 {
        self.0[5]
    }

    pub(super) fn add(&mut self, flags: Flags, count: u32) {
        if !flags.has(SIGNS) {
            return;
        }
        let mut signs = flags.only(SIGNS).bits() >> FIRST_SIGN;
        while signs != 0 {
            if let Some(votes) = self.0.get_mut(signs.trailing_zeros() as usize) {
                *votes = votes.saturating_add(count);
            }
            signs &= signs - 1;
        }
    }

    pub(super) fn kind(&self) -> EntityKind {
        let (mut most, mut kind) = (0, EntityKind::Unknown);
        for ((_, other), votes) in KINDS.iter().zip(self.0) {
            if votes > most {
                (most, kind) = (votes, *other);
            }
        }
        kind
    }
}

/// Somebody or something that the text speaks of.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// The fullest form of the name.
    pub(crate) form: NameKey,
    /// The fullest name, or the noun phrase of somebody without one.
    pub(crate) name: Place,
    pub(crate) named: bool,
    pub(crate) gender: Option<Gender>,
    pub(crate) sign: Sign,
    pub(crate) kind: EntityKind,
    pub(crate) count: u32,
    pub(crate) speaks_for: u32,
    /// The office or trade that was told last, 0 where there was none.
    pub(crate) trade: u32,
    /// Its words, and the commonest form of the name with how often it stands.
    pub(crate) role: Option<Place>,
    pub(crate) short: (u32, Option<Place>),
    pub(super) suffixed: bool,
    pub(super) initial: bool,
    /// Something that acts under a name that ends in a word for a thing.
    pub(crate) common: bool,
    /// Only headlines and openings of sentences have the name.
    pub(super) weak: bool,
    pub(super) votes: Votes,
}

impl Member {
    /// Whether *he* or *she* can mean it.
    pub(crate) fn can_be_person(&self) -> bool {
        match self.kind {
            EntityKind::Person => true,
            EntityKind::Unknown => self.votes.thing() == 0 && !self.weak,
            _ => false,
        }
    }

    pub(crate) fn is_surely_person(&self) -> bool {
        self.votes.person() > 0 && self.kind == EntityKind::Person
    }

    /// Somebody or something, of whom nothing is told.
    pub(super) fn is_unknown(&self) -> bool {
        self.kind == EntityKind::Unknown && self.votes.thing() == 0
    }

    /// *Halden Foods*: what may be a body, and surely is no person.
    pub(crate) fn may_be_body(&self) -> bool {
        self.kind == EntityKind::Organisation || self.common && self.votes.person() == 0
    }

    pub(super) fn is_body(&self) -> bool {
        self.votes.organisation() > self.votes.person()
    }

    pub(super) fn is_place(&self) -> bool {
        self.votes.place() > self.votes.person()
    }

    /// A stronger sign overrules a weaker one; of equal ones the first holds.
    pub(crate) fn learn_gender(&mut self, gender: Option<Gender>, sign: Sign) {
        if gender.is_some() && sign > self.sign {
            self.gender = gender;
            self.sign = sign;
        }
    }

    /// It was called a company or the like.
    pub(crate) fn learn_body(&mut self) {
        self.votes.add(Flags::ORGANISATION, 1);
        self.kind = self.votes.kind();
    }

    /// Whether the gender that a mention shows is another than the one known.
    pub(crate) fn conflicts(&self, gender: Option<Gender>) -> bool {
        self.sign > Sign::Hint && clash(self.gender, gender)
    }

    /// *Harbour Council* for *Rome Harbour Council*.
    pub(super) fn is_end(&self, one: &NameKey) -> bool {
        let other = &self.form;
        self.is_body()
            && (one.parts == 2 && other.parts > 2 && one.first == other.before_last
                || other.parts == 2 && one.parts > 2 && other.first == one.before_last)
    }

    /// Whether a name of two parts or more is a form of this one: *Ann Lee, A. Lee, Annie T. Lee*.
    pub(super) fn is_other_form(&self, spelling: &Spelling) -> bool {
        let (one, other, flags) = (&spelling.form, &self.form, spelling.flags);
        if self.is_body() || flags.has(Flags::SUFFIXED) && !self.suffixed && other.parts > 1 {
            return false;
        }
        // "Bob Lee Jr." is not Bob Lee Sr.
        if flags.has(Flags::SUFFIXED) && self.suffixed && one.parts == other.parts && one.first == other.first
        {
            return one.whole == other.whole;
        }
        if other.parts < 2 {
            return !self.conflicts(spelling.gender.filter(|_| self.sign > Sign::GivenName));
        }
        // the end of a surname of two words
        if one.parts == 2 && one.first == other.before_last
            || other.parts == 2 && other.first == one.before_last
        {
            return true;
        }
        let middles = one.parts == 3 && other.parts == 3 && one.before_last != other.before_last;
        let initial = flags.has(Flags::INITIAL) || self.initial;
        let first = one.first == other.first
            || initial && one.letter == other.letter
            || is_nickname(one.first, other.first);
        first && !middles
    }
}
