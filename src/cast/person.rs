//! Somebody of a cast.

use crate::answer::entity::Entity;
use crate::answer::kind::Gender;
use crate::identity::names::known::form;

/// Somebody whom the caller knows.
///
/// ```
/// use whosaid::{Gender, cast::Person};
/// let person = Person::new("Robin Vale").alias("Robin").gender(Gender::Feminine).id("Q42");
/// assert_eq!(person.to_string(), "Robin Vale | Robin | f | Q42");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Person {
    name: String,
    #[cfg_attr(feature = "serde", serde(default))]
    aliases: Vec<String>,
    #[cfg_attr(feature = "serde", serde(default))]
    gender: Option<Gender>,
    #[cfg_attr(feature = "serde", serde(default))]
    id: Option<String>,
}

impl Person {
    /// Somebody of this name, by which the answers will call them.
    ///
    /// ```
    /// assert_eq!(whosaid::cast::Person::new("Ana Ruiz").name(), "Ana Ruiz");
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), aliases: Vec::new(), gender: None, id: None }
    }

    /// What is known of an entity; of its other names those that are its `own`.
    pub(super) fn of(entity: Entity<'_>, own: impl Fn(&str) -> bool) -> Self {
        let other = |alias: &&str| form(alias) != form(entity.name()) && own(alias) && is_plain(alias);
        Self {
            name: entity.name().replace(['|', ';', '#'], " "),
            aliases: entity.aliases().filter(other).map(str::to_owned).collect(),
            gender: entity.gender(),
            id: entity.caller_id().map(str::to_owned),
        }
    }

    /// Another name, or words that always mean them: *the harbourmaster*.
    ///
    /// ```
    /// assert_eq!(whosaid::cast::Person::new("Ana Ruiz").alias("Annie").aliases(), ["Annie"]);
    /// ```
    #[must_use]
    pub fn alias(mut self, alias: impl Into<String>) -> Self {
        self.aliases.push(alias.into());
        self
    }

    /// The gender, whatever the text seems to show.
    ///
    /// ```
    /// use whosaid::{Gender, cast::Person};
    /// assert_eq!(Person::new("Robin").gender(Gender::Feminine).known_gender(), Some(Gender::Feminine));
    /// ```
    #[must_use]
    pub const fn gender(mut self, gender: Gender) -> Self {
        self.gender = Some(gender);
        self
    }

    /// An id of the caller's own, such as a Wikidata number, which
    /// [`Entity::caller_id`](crate::Entity::caller_id) and JSON will have.
    ///
    /// ```
    /// assert_eq!(whosaid::cast::Person::new("Ana Ruiz").id("Q42").known_id(), Some("Q42"));
    /// ```
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The name.
    ///
    /// ```
    /// assert_eq!(whosaid::cast::Person::new("Ana Ruiz").name(), "Ana Ruiz");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The other names.
    ///
    /// ```
    /// assert!(whosaid::cast::Person::new("Ana Ruiz").aliases().is_empty());
    /// ```
    #[must_use]
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// The gender, where it was told.
    ///
    /// ```
    /// assert_eq!(whosaid::cast::Person::new("Robin").known_gender(), None);
    /// ```
    #[must_use]
    pub const fn known_gender(&self) -> Option<Gender> {
        self.gender
    }

    /// The caller's id, where there is one.
    ///
    /// ```
    /// assert_eq!(whosaid::cast::Person::new("Robin").known_id(), None);
    /// ```
    #[must_use]
    pub fn known_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// All names, the first one first.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.aliases).map(String::as_str)
    }
}

/// Whether a name has none of the letters that keep fields apart in a file.
pub(super) fn is_plain(name: &str) -> bool {
    !name.trim().is_empty() && !name.contains(['|', ';', '#', '\n', '\r'])
}
