//! What is told of a person or body in a word.

/// What an entity is.
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

/// What the text shows of a person's gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Gender {
    /// *he, Mr., spokeswoman's husband*.
    Masculine,
    /// *she, Mrs., spokeswoman*.
    Feminine,
}
