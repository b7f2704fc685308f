//! What lists tell of persons beside the readings of words: titles that tell sex and marriage and no more, and kin by
//! marriage.

use once_cell::sync::Lazy;

use super::key::Key;
use super::lines::entries;

/// What a title without rank tells of who bears it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Address {
    /// *Mr., Dr., Monsieur*.
    Mister,
    /// *Mrs., Madame*.
    Married,
    /// *Miss, Mademoiselle*.
    Maiden,
}

impl Address {
    /// What `tag` means in `titles.txt`.
    pub(super) fn tagged(tag: &str) -> Option<Self> {
        match tag {
            "mister" => Some(Self::Mister),
            "married" => Some(Self::Married),
            "maiden" => Some(Self::Maiden),
            _ => None,
        }
    }

    /// What the title with this key tells, where it is one of these.
    pub(crate) fn of(title: Key) -> Option<Self> {
        TITLES.iter().find(|(known, _)| *known == title).map(|(_, address)| *address)
    }
}

static TITLES: Lazy<Vec<(Key, Address)>> = Lazy::new(|| {
    let titles = entries(include_str!("en/titles.txt")).filter_map(|(_, line)| {
        let mut fields = line.split_ascii_whitespace();
        Some((Key::of(fields.next()?.as_bytes()), fields.find_map(Address::tagged)?))
    });
    titles.collect()
});

/// Sorted.
static MARRIED_KIN: Lazy<Vec<&str>> =
    Lazy::new(|| entries(include_str!("en/married-kin.txt")).map(|(_, noun)| noun).collect());

/// Whether the noun, in small letters, means kin who bear one surname with whose kin they are.
pub(crate) fn is_married_kin(noun: &str) -> bool {
    MARRIED_KIN.binary_search(&noun).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Classes, Lexicon};

    #[test]
    fn married_kin_are_of_one_sex() {
        let lexicon = Lexicon::english();
        for noun in MARRIED_KIN.iter() {
            let classes = lexicon.classes_of(noun.as_bytes());
            assert!(classes.any(Classes::FEMININE) != classes.any(Classes::MASCULINE), "{noun}: {classes:?}");
        }
    }

    #[test]
    fn titles_tell_marriage() {
        for (title, address) in [
            ("Mrs", Some(Address::Married)),
            ("mademoiselle", Some(Address::Maiden)),
            ("doctor", Some(Address::Mister)),
            ("colonel", None),
            ("ruiz", None),
        ] {
            assert_eq!(Address::of(Key::of(title.as_bytes())), address, "{title}");
        }
    }
}
