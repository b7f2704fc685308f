//! All rules of all tables, for who wants to list them or knows the name of one.

use crate::answer::rule::{Entry, Rule};
use crate::attribution::rules;
use crate::cast::PINNED;
use crate::dialogue;
use crate::finish::GIVEN;
use crate::transcript::TURN;

/// The tables in the order in which their rules are asked: a text's own genre asks some of them.
fn entries() -> impl Iterator<Item = &'static Entry> + Clone {
    rules::entries().chain(&dialogue::RULES).chain([&TURN, &GIVEN, &PINNED])
}

impl Rule {
    /// All rules of the crate: those about a quoted span and its sentence, in the order in which they are asked,
    /// those across sentences, those of indirect speech, and those of conversations.
    ///
    /// ```
    /// use whosaid::Rule;
    /// assert!(Rule::all().any(|rule| rule.name() == "quoted-cue-source"));
    /// for rule in Rule::all().take(3) {
    ///     println!("{rule}: {}", rule.about());
    /// }
    /// ```
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        entries().map(Self::of)
    }

    /// The crate's rule of this name.
    ///
    /// ```
    /// use whosaid::Rule;
    /// let rule = Rule::named("quoted-cue-source").unwrap();
    /// assert_eq!(rule.examples(), Rule::all().find(|other| *other == rule).unwrap().examples());
    /// assert_eq!(Rule::named("no-such-rule"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        entries().find(|entry| entry.name == name).map(Self::of)
    }
}
