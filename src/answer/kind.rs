//! What is told of a person or body in a word.

use super::names::names;

/// What an entity is.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
/// let ana = document.entities().next().unwrap();
/// assert_eq!(ana.kind().to_string(), "person");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EntityKind {
    /// A person, named or not.
    Person,
    /// A company, party, court, newspaper …
    Organisation,
    /// Several people: *critics, residents*.
    Group,
    /// A country or city that speaks: *Washington*.
    Place,
    /// A report, letter, sign …
    Document,
    /// The text does not tell.
    Unknown,
}

names!(
    "kind of entity",
    "EntityKind",
    EntityKind {
        Person = "person",
        Organisation = "organisation",
        Group = "group",
        Place = "place",
        Document = "document",
        Unknown = "unknown",
    }
);

/// What the text shows of a person's gender.
///
/// ```
/// assert_eq!("f".parse(), Ok(whosaid::Gender::Feminine));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Gender {
    /// *he, Mr., spokeswoman's husband*.
    Masculine,
    /// *she, Mrs., spokeswoman*.
    Feminine,
}

names!("gender", "Gender", Gender { Masculine = "m", Feminine = "f" });
