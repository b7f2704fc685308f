//! What words tell of the gender of whom they mean.

use crate::answer::kind::Gender;
use crate::lexicon::Classes;

/// The gender that the readings of a word show, where they show one only.
pub(crate) fn of_word(classes: Classes) -> Option<Gender> {
    one(classes.any(Classes::MASCULINE), classes.any(Classes::FEMININE))
}

/// The gender of those who bear a given name.
pub(crate) fn of_given_name(classes: Classes) -> Option<Gender> {
    one(classes.any(Classes::GIVEN_MALE), classes.any(Classes::GIVEN_FEMALE))
}

fn one(masculine: bool, feminine: bool) -> Option<Gender> {
    match (masculine, feminine) {
        (true, false) => Some(Gender::Masculine),
        (false, true) => Some(Gender::Feminine),
        _ => None,
    }
}

/// Whether both are known and differ.
pub(crate) fn clash(one: Option<Gender>, other: Option<Gender>) -> bool {
    one.is_some() && other.is_some() && one != other
}
