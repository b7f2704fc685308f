//! Nouns of kinship in tags: *cried his wife, said her mother*.
//!
//! In: the head of a nominal, or two persons. Out: what kind of kin it means, and whether one person can be that
//! of the other, as far as surnames and titles tell.

use crate::lexicon::Classes;

use super::cast::{Cast, Figure};
use super::record::Gender;
use super::words::Head;

/// What somebody is to the one whose kin he is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kinship {
    /// *his wife, his lady*.
    Wife,
    /// *her husband*.
    Husband,
    /// *her mother*.
    Mother,
    /// *her father*.
    Father,
    /// *her cousin*.
    Other,
}

impl Kinship {
    /// What the noun says, whose owner is of the sex `owner`.
    pub(super) fn of(head: &Head, owner: Gender) -> Option<Self> {
        match &*head.text {
            "wife" => Some(Self::Wife),
            // without an owner any lady
            "lady" if owner == Gender::Male => Some(Self::Wife),
            "husband" => Some(Self::Husband),
            "mother" | "mamma" | "mama" | "mum" | "mom" => Some(Self::Mother),
            "father" | "papa" | "dad" => Some(Self::Father),
            _ => head.classes.any(Classes::KIN).then_some(Self::Other),
        }
    }

    /// Whether `person` can be that to `owner`: both bear one surname, and the title fits.
    pub(super) fn fits(self, cast: &Cast, person: u32, owner: u32) -> bool {
        let figure = |person: u32| cast.figures.get(person as usize);
        let (Some(person), Some(owner)) = (figure(person), figure(owner)) else { return false };
        person.family.is_some() && person.family == owner.family && self.fits_title(person)
    }

    /// Whether the person's names speak against it: no wife is a *Miss*.
    pub(super) fn refuses(self, person: &Figure) -> bool {
        matches!(self, Self::Wife | Self::Mother) && person.family.is_some() && !person.wife
    }

    fn fits_title(self, person: &Figure) -> bool {
        match self {
            Self::Wife | Self::Mother => person.wife,
            Self::Husband | Self::Father => person.titled && person.gender == Gender::Male,
            Self::Other => true,
        }
    }
}
