//! What a name seems to name.

use crate::lexicon::Classes;

use super::run::{BODY, FUNCTION, ORDINARY, PAPERS, PLACE_OPENINGS, Run};

/// What a run of capitals seems to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum NameKind {
    /// *Ann Lee, Mr. Ray, spokesman Weber*.
    Person,
    /// *Justice Department, Bank of Rome, NATO*.
    Organisation,
    /// *Paris, New York*.
    Place,
    /// *Germans, Senate Republicans*.
    People,
    /// *Energy Secretary, President*: an office in capitals with nobody's name in it.
    Role,
    /// *Ann Lee Show, Dakota Bill*: a work, a document, an event.
    Thing,
    /// Nothing tells.
    Unknown,
}

/// Common surnames that also are words for a body or a work: beside a given name they name a person.
const BODY_SURNAMES: &[&[u8]] =
    &[b"Bank", b"Banks", b"Bill", b"Church", b"Court", b"Fields", b"House", b"Law", b"Post", b"Temple"];

/// What names of places end with that begin with a given name by chance: *Long Island*.
pub(super) const PLACE_ENDINGS: &[&[u8]] = &[
    b"Avenue", b"Bay", b"Beach", b"Bridge", b"City", b"County", b"Creek", b"Island", b"Islands", b"Lake",
    b"Park", b"River", b"Road", b"Square", b"Street", b"Tower", b"Valley",
];

impl Run<'_> {
    /// The kind of a run of one word that is no office, as `kind` would find it: most names are such.
    pub(super) fn kind_of_lone(&self, at: usize) -> NameKind {
        if self.has(at, BODY) {
            NameKind::Organisation
        } else if self.has(at, Classes::PLURAL.with(Classes::DEMONYM)) && self.is_people(at, at) {
            NameKind::People
        } else if self.is_initial(at) {
            NameKind::Person
        } else {
            self.kind_of_one(at)
        }
    }

    pub(super) fn kind(&self, start: usize, end: usize) -> NameKind {
        if start >= end {
            return NameKind::Role;
        }
        let mut last = end - 1;
        while last > start && self.has(last, Classes::NAME_SUFFIX) {
            last -= 1;
        }
        let suffixed = last + 1 < end;
        let parts = last + 1 - start;
        let given_first = self.has(start, Classes::GIVEN);
        let joined = (start..=last).any(|at| self.is_small_joint(at));
        let body_last = self.has(last, BODY);
        let initials = (start + 1..last).any(|at| self.is_initial(at));
        let surname = given_first && (initials || parts == 2 && BODY_SURNAMES.contains(&self.word(last)));
        let body_of_people = joined && self.has(start, Classes::PARTY.with(Classes::PERSON_NOUN));
        if body_of_people && self.is_small_joint(start + 1) && !self.has(start, Classes::PLURAL) {
            // "Democrat of Ohio" says what somebody is
            return NameKind::Role;
        }
        let member = self.has(last, Classes::PARTY)
            && self.has(last, Classes::PERSON_NOUN)
            && !self.has(last, Classes::PLURAL);
        if parts > 1 && member && !given_first && !self.is_modifier(end) {
            // "Ohio Democrat"
            return NameKind::Role;
        }
        let paper = parts > 1 && PAPERS.contains(&self.word(last)) && !surname;
        let body_last = body_last && !(parts == 2 && given_first && self.names_a_brand(last));
        if (joined || paper || body_last && !surname) && !(suffixed && given_first) {
            return NameKind::Organisation;
        }
        if self.has(last, Classes::PLURAL.with(Classes::DEMONYM)) && self.is_people(start, last) {
            return NameKind::People;
        }
        if start > self.at || suffixed || surname || (start..=last).any(|at| self.is_initial(at)) {
            return NameKind::Person;
        }
        if parts > 1 && self.has(last, Classes::WORK_NOUN.with(Classes::DOCUMENT_NOUN)) && !surname {
            return NameKind::Thing;
        }
        if parts == 1 { self.kind_of_one(start) } else { self.kind_of_many(start, last) }
    }

    /// The name of a body that is a surname too, as *Ford* is.
    pub(super) fn names_a_brand(&self, at: usize) -> bool {
        self.has(at, Classes::ORG_NAME) && !self.has(at, Classes::ORG_NOUN.with(Classes::ORG_SUFFIX))
    }

    /// *Germans, House Republicans, Lawmakers*; *Harbour Partners* is a firm.
    pub(super) fn is_people(&self, start: usize, last: usize) -> bool {
        let peoples = Classes::DEMONYM.with(Classes::PARTY);
        let before = last.checked_sub(1).is_some_and(|before| {
            before < start
                || self.has(before, BODY.with(peoples).with(Classes::ADJECTIVE).with(Classes::PLACE))
        });
        (self.has(last, peoples) || self.has(last, Classes::PERSON_NOUN) && before)
            && !(self.has(start, Classes::GIVEN) && last > start)
    }

    pub(super) fn kind_of_one(&self, at: usize) -> NameKind {
        if self.has(at, Classes::PARTY.with(Classes::DEMONYM)) {
            NameKind::People
        } else if self.has(at, Classes::PLACE) {
            NameKind::Place
        } else if self.has(at, Classes::GIVEN) {
            NameKind::Person
        } else if self.is_acronym(at) || self.follows_the(at + 1) {
            NameKind::Organisation
        } else {
            NameKind::Unknown
        }
    }

    pub(super) fn kind_of_many(&self, start: usize, last: usize) -> NameKind {
        let brands = (start..=last).all(|at| !self.has(at, BODY) || self.names_a_brand(at));
        let person =
            last == start + 1 && brands && (start..=last).any(|at| !self.has(at, ORDINARY.with(BODY)));
        if !person && (start..=last).any(|at| self.has(at, BODY) && !self.has(at, Classes::GIVEN)) {
            NameKind::Organisation
        } else if self.is_place_by_its_opening(start, last) {
            NameKind::Place
        } else if self.has(start, Classes::GIVEN) && !self.is_place_or_thing(start, last) {
            NameKind::Person
        } else if self.has(last, Classes::PLACE) && !self.is_bearer_of_a_place(start, last) {
            NameKind::Place
        } else if self.follows_the(last + 1) || (start..=last).any(|at| self.is_acronym(at)) {
            NameKind::Organisation
        } else if self.has(last, Classes::NOUN) && self.has(start, Classes::NOUN.with(Classes::ADJECTIVE)) {
            NameKind::Thing
        } else {
            NameKind::Unknown
        }
    }

    /// *New York, San Diego*.
    pub(super) fn is_place_by_its_opening(&self, start: usize, last: usize) -> bool {
        PLACE_OPENINGS.contains(&self.word(start))
            && last <= start + 2
            && (!self.has(last, ORDINARY) || self.has(last, Classes::PLACE))
    }

    /// *Valeska Paris*: a word that the lists lack before the name of a place may be a given name.
    pub(super) fn is_bearer_of_a_place(&self, start: usize, last: usize) -> bool {
        last == start + 1 && self.tokens.get(start).is_some_and(|first| first.word == 0)
    }

    /// *Austin, Texas* and *Long Island*: the first word is a given name only by chance.
    pub(super) fn is_place_or_thing(&self, start: usize, last: usize) -> bool {
        self.has(last, Classes::PLACE) && self.has(start, Classes::PLACE)
            || self.has(start, Classes::COMMON) && PLACE_ENDINGS.contains(&self.word(last))
    }

    /// *the Kremlin said*; in *the Weber campaign* the name belongs to the noun behind it.
    pub(super) fn follows_the(&self, end: usize) -> bool {
        self.at > 0 && self.is(self.at - 1, "the") && !self.is_modifier(end)
    }

    /// Whether the noun phrase goes on at `end` with a word in small letters.
    pub(super) fn is_modifier(&self, end: usize) -> bool {
        self.tokens.get(end).is_some_and(|token| {
            token.is_word()
                && !token.is_capital()
                && token.has(Classes::ANY_NOUN.with(Classes::ADJECTIVE))
                && !token.has(Classes::FINITE.with(FUNCTION).with(Classes::ADVERB))
        })
    }
}
