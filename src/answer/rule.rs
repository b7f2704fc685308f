//! Which rule decided.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// The rule that tied a quotation to its source.
///
/// ```
/// let attributor = whosaid::Attributor::new();
/// let document = attributor.attribute("“Rates will fall,” said Ana Ruiz.");
/// assert_eq!(document.quotes()[0].rule().name(), "quoted-cue-source");
/// ```
#[derive(Clone)]
pub struct Rule(Origin);

#[derive(Clone)]
enum Origin {
    Table(&'static Entry),
    User(Arc<str>),
}

/// A rule of the table: what it is called, what it reads, what it must find and leave.
///
/// In an example `[…]` holds content, `<…>` the cue and `{…}` the source.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    /// The share of its answers that were right, in per cent, on development texts.
    pub(crate) precision: f32,
    pub(crate) finds: &'static [&'static str],
    pub(crate) leaves: &'static [&'static str],
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Rule {
    pub(crate) const fn of(entry: &'static Entry) -> Self {
        Self(Origin::Table(entry))
    }

    pub(crate) fn user(name: &Arc<str>) -> Self {
        Self(Origin::User(Arc::clone(name)))
    }

    /// Whether it was given to the builder.
    pub(crate) const fn is_users(&self) -> bool {
        matches!(self.0, Origin::User(_))
    }

    /// The rule's name: one of the crate's own, such as `quoted-cue-source`, or that of a rule given to
    /// the builder.
    ///
    /// ```
    /// assert_eq!(whosaid::Rule::all().next().unwrap().name(), whosaid::Rule::all().next().unwrap().to_string());
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.0 {
            Origin::Table(entry) => entry.name,
            Origin::User(name) => name,
        }
    }

    /// Sentences that it reads, with the content in `[…]`, the cue in `<…>` and the source in `{…}`; none for
    /// a rule given to the builder.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// assert!(document.quotes()[0].rule().examples()[0].contains("<said>"));
    /// ```
    #[must_use]
    pub fn examples(&self) -> &'static [&'static str] {
        match &self.0 {
            Origin::Table(entry) => entry.finds,
            Origin::User(_) => &[],
        }
    }

    /// Sentences that look alike and that it leaves alone.
    ///
    /// ```
    /// assert!(whosaid::Rule::all().any(|rule| !rule.counter_examples().is_empty()));
    /// ```
    #[must_use]
    pub fn counter_examples(&self) -> &'static [&'static str] {
        match &self.0 {
            Origin::Table(entry) => entry.leaves,
            Origin::User(_) => &[],
        }
    }

    /// What the rule reads, in a sentence; for a rule given to the builder, that it is one.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“Rates will fall,” said Ana Ruiz.");
    /// assert!(document.quotes()[0].rule().about().contains("cue"));
    /// ```
    #[must_use]
    pub fn about(&self) -> &str {
        match &self.0 {
            Origin::Table(entry) => entry.about,
            Origin::User(_) => "a rule that was given to the builder",
        }
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Rule {}

impl Hash for Rule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rule({})", self.name())
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
