//! The people whom the caller knows: their names and the gender of each.
//!
//! In: names in any case, with or without an article. Out: who bears a name of the text. Both kinds of cast ask it
//! once they have joined what the text itself joins.

use std::collections::HashMap;

use crate::answer::kind::Gender;

/// Names told by the caller. Empty where there are none, which costs the reader a look at a length.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Known {
    of_name: HashMap<Box<str>, u32>,
    genders: Vec<Option<Gender>>,
}

impl Known {
    pub(crate) fn is_empty(&self) -> bool {
        self.genders.is_empty()
    }

    /// How many people.
    pub(crate) fn len(&self) -> usize {
        self.genders.len()
    }

    /// The next person, whose names follow.
    pub(crate) fn person(&mut self, gender: Option<Gender>) {
        self.genders.push(gender);
    }

    /// A name of the person who was added last; tells who has it already where that is somebody else.
    pub(crate) fn name(&mut self, name: &str) -> Result<(), usize> {
        let person = self.genders.len().saturating_sub(1) as u32;
        let bearer = *self.of_name.entry(form(name)).or_insert(person);
        if bearer == person { Ok(()) } else { Err(bearer as usize) }
    }

    /// Who has a name.
    pub(crate) fn bearer(&self, name: &str) -> Option<usize> {
        if self.of_name.is_empty() {
            return None;
        }
        self.of_name.get(&form(name)).map(|person| *person as usize)
    }

    pub(crate) fn gender(&self, person: usize) -> Option<Gender> {
        self.genders.get(person).copied().flatten()
    }
}

/// A name as it is compared: small letters, one blank between words, no article before.
pub(crate) fn form(name: &str) -> Box<str> {
    let mut form = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !form.is_empty() {
            form.push(' ');
        }
        form.extend(word.chars().flat_map(char::to_lowercase).map(|letter| match letter {
            '’' | '‘' => '\'',
            other => other,
        }));
    }
    match form.strip_prefix("the ") {
        Some(rest) if !rest.is_empty() => rest.into(),
        _ => form.into_boxed_str(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_case_and_article() {
        let mut known = Known::default();
        known.person(Some(Gender::Feminine));
        assert_eq!((known.name("Ana  Ruiz"), known.name("the Mayor")), (Ok(()), Ok(())));
        known.person(None);
        assert_eq!(known.name("mayor"), Err(0));
        assert_eq!(
            (known.bearer("ANA RUIZ"), known.bearer("Mayor"), known.bearer("Tom")),
            (Some(0), Some(0), None)
        );
        assert_eq!((known.gender(0), known.gender(1), known.len()), (Some(Gender::Feminine), None, 2));
    }
}
