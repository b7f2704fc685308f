//! Nouns of kinship in tags: *cried his wife, said her mother*.
//!
//! In: the head of a nominal, or two persons. Out: what kind of kin it means, and whether one person can be that
//! of the other, as far as surnames and titles tell.

use crate::lexicon::Classes;
use crate::lexicon::people::is_married_kin;

use super::cast::{Cast, Figure};
use super::record::Gender;
use super::words::Head;

/// What somebody is to the one whose kin he is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kinship {
    /// *his wife, his lady, her mother*.
    Wife,
    /// *her husband, her father*.
    Husband,
    /// *her cousin*.
    Other,
}

impl Kinship {
    /// What the noun says, whose owner is of the sex `owner`.
    pub(super) fn of(head: &Head, owner: Gender) -> Option<Self> {
        let kin = head.classes.any(Classes::KIN);
        // without a man as owner any lady
        if !is_married_kin(&head.text) || !kin && owner != Gender::Male {
            return kin.then_some(Self::Other);
        }
        Some(if head.classes.any(Classes::FEMININE) { Self::Wife } else { Self::Husband })
    }

    /// Whether `person` can be that to `owner`: both bear one surname, and the title fits.
    pub(super) fn fits(self, cast: &Cast, person: u32, owner: u32) -> bool {
        let figure = |person: u32| cast.figures.get(person as usize);
        let (Some(person), Some(owner)) = (figure(person), figure(owner)) else { return false };
        person.family.is_some() && person.family == owner.family && self.fits_title(person)
    }

    /// Whether the person's names speak against it: no wife is a *Miss*.
    pub(super) fn refuses(self, person: &Figure) -> bool {
        self == Self::Wife && person.family.is_some() && !person.wife
    }

    fn fits_title(self, person: &Figure) -> bool {
        match self {
            Self::Wife => person.wife,
            Self::Husband => person.titled && person.gender == Gender::Male,
            Self::Other => true,
        }
    }
}
