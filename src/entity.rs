//! The person or body behind mentions.

use crate::span::Span;

/// The place of an [`Entity`] in [`Document::entities`](crate::Document::entities).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(u32);

impl EntityId {
    pub(crate) fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The place in the list of entities.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

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

/// One person or body with all its mentions.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) kind: EntityKind,
    pub(crate) gender: Option<Gender>,
    pub(crate) mentions: Vec<Span>,
    pub(crate) named: bool,
    pub(crate) speaks_for: Option<EntityId>,
}

impl Entity {
    /// The fullest name in the text; the words of its first mention where it has none.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz. Ruiz left.");
    /// assert_eq!(document.entities()[0].name(), "Ana Ruiz");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The forms of its name as they stand in the text.
    #[must_use]
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// Person, organisation …
    #[must_use]
    pub const fn kind(&self) -> EntityKind {
        self.kind
    }

    /// The gender, where the text shows it.
    #[must_use]
    pub const fn gender(&self) -> Option<Gender> {
        self.gender
    }

    /// Where it is mentioned, in the order of the text, in bytes.
    #[must_use]
    pub fn mentions(&self) -> &[Span] {
        &self.mentions
    }

    /// The person or body for whom somebody without a name speaks: the bank, of *a spokesman for the bank*,
    /// where the text mentions it as an entity.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“No,” said a spokesman for Harbour Bank.");
    /// let spokesman = document.speakers(&document.quotes()[0]).next().unwrap();
    /// let bank = document.entity(spokesman.speaks_for().unwrap()).unwrap();
    /// assert_eq!(bank.name(), "Harbour Bank");
    /// ```
    #[must_use]
    pub const fn speaks_for(&self) -> Option<EntityId> {
        self.speaks_for
    }

    /// Whether the text gives it a name at all.
    #[must_use]
    pub const fn is_named(&self) -> bool {
        self.named
    }
}
