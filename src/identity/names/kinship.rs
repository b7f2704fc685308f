//! Nouns of kinship in tags: *cried his wife, said her mother*.
//!
//! In: the head of a nominal, or two persons. Out: what kind of kin it means, and whether one person can be that
//! of the other, as far as surnames and titles tell.

use crate::answer::kind::Gender;
use crate::lexicon::Classes;
use crate::lexicon::people::is_married_kin;

use super::book::{Cast, Figure};
use super::words::Head;

/// What somebody is to the one whose kin he is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kinship {
    /// *his wife, his lady, her mother*.
    Wife,
    /// *her husband, her father*.
    Husband,
    /// *her cousin*.
    Other,
}

impl Kinship {
    /// What the noun says, whose owner is of the sex `owner`.
    pub(crate) fn of(head: &Head, owner: Option<Gender>) -> Option<Self> {
        let kin = head.classes.any(Classes::KIN);
        // without a man as owner any lady
        if !is_married_kin(&head.text) || !kin && owner != Some(Gender::Masculine) {
            return kin.then_some(Self::Other);
        }
        Some(if head.classes.any(Classes::FEMININE) { Self::Wife } else { Self::Husband })
    }

    /// Whether `person` can be that to `owner`: both bear one surname, and the title fits.
    pub(crate) fn fits(self, cast: &Cast, person: u32, owner: u32) -> bool {
        let figure = |person: u32| cast.figures.get(person as usize);
        let (Some(person), Some(owner)) = (figure(person), figure(owner)) else { return false };
        person.family.is_some() && person.family == owner.family && self.fits_title(person)
    }

    /// Whether the person's names speak against it: no wife is a *Miss*.
    pub(crate) fn refuses(self, person: &Figure) -> bool {
        self == Self::Wife && person.family.is_some() && !person.wife
    }

    fn fits_title(self, person: &Figure) -> bool {
        match self {
            Self::Wife => person.wife,
            Self::Husband => person.titled && person.gender == Some(Gender::Masculine),
            Self::Other => true,
        }
    }
}
