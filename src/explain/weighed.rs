//! Who was weighed for a line, with the points of each reason.

use crate::answer::entity::EntityId;
use crate::dialogue;

/// A person who was weighed for a line of fiction.
///
/// ```
/// use whosaid::{Attributor, Genre};
/// let attributor = Attributor::builder().genre(Genre::Fiction).build();
/// let explanation = attributor.explain("“Is it late?” asked Ann.\n\n“Past nine,” said Tom.");
/// let weighed = &explanation.sentences()[0].quoted()[0].weighed()[0];
/// println!("{:.1} points, {:.1} behind", weighed.points(), weighed.behind());
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Weighed {
    person: EntityId,
    behind: f32,
    reasons: Vec<Points>,
}

impl Weighed {
    /// The person, among the entities of the document.
    ///
    /// ```
    /// use whosaid::{Attributor, Genre};
    /// let attributor = Attributor::builder().genre(Genre::Fiction).build();
    /// let explanation = attributor.explain("“Is it late?” asked Ann.\n\n“Past nine,” said Tom.");
    /// let weighed = &explanation.sentences()[0].quoted()[0].weighed()[0];
    /// assert_eq!(attributor.attribute("“Is it late?” asked Ann.").entity(weighed.person()).unwrap().name(), "Ann");
    /// ```
    #[must_use]
    pub const fn person(&self) -> EntityId {
        self.person
    }

    /// How many points the best course of the conversation in which this person speaks the line is behind
    /// the best of all; 0 for the speaker.
    ///
    /// ```
    /// use whosaid::{Attributor, Genre};
    /// let attributor = Attributor::builder().genre(Genre::Fiction).build();
    /// let explanation = attributor.explain("“Is it late?” asked Ann.\n\n“Past nine,” said Tom.");
    /// let weighed = &explanation.sentences()[0].quoted()[0].weighed()[0];
    /// assert_eq!(weighed.behind(), 0.0);
    /// ```
    #[must_use]
    pub const fn behind(&self) -> f32 {
        self.behind
    }

    /// What speaks for and against the person, with its points, given the speakers of the lines before.
    /// The lines after count too, in [`behind`](Self::behind) alone.
    ///
    /// ```
    /// use whosaid::{Attributor, Genre};
    /// let attributor = Attributor::builder().genre(Genre::Fiction).build();
    /// let explanation = attributor.explain("“Is it late?” asked Ann.\n\n“Past nine,” said Tom.");
    /// let weighed = &explanation.sentences()[0].quoted()[0].weighed()[0];
    /// assert!(!weighed.reasons().is_empty());
    /// ```
    #[must_use]
    pub fn reasons(&self) -> &[Points] {
        &self.reasons
    }

    /// The sum of the reasons.
    ///
    /// ```
    /// use whosaid::{Attributor, Genre};
    /// let attributor = Attributor::builder().genre(Genre::Fiction).build();
    /// let explanation = attributor.explain("“Is it late?” asked Ann.\n\n“Past nine,” said Tom.");
    /// let weighed = &explanation.sentences()[0].quoted()[0].weighed()[0];
    /// assert!(weighed.points() > 0.0);
    /// ```
    #[must_use]
    pub fn points(&self) -> f32 {
        self.reasons.iter().map(|reason| reason.points).sum()
    }
}

impl From<&dialogue::Weighed> for Weighed {
    fn from(weighed: &dialogue::Weighed) -> Self {
        let points = |tenths: i32| tenths as f32 / 10.0;
        Self {
            person: EntityId::new(weighed.person as usize),
            behind: points(weighed.behind),
            reasons: weighed
                .reasons
                .iter()
                .map(|(name, tenths)| Points { name, points: points(*tenths) })
                .collect(),
        }
    }
}

/// A reason for or against a person, and what it weighs.
///
/// ```
/// use whosaid::{Attributor, Genre};
/// let attributor = Attributor::builder().genre(Genre::Fiction).build();
/// let explanation = attributor.explain("“Is it late?” asked Ann.\n\n“Past nine,” said Tom.");
/// let reasons = explanation.sentences()[0].quoted()[0].weighed()[0].reasons();
/// let best = reasons.iter().max_by(|one, other| one.points().total_cmp(&other.points())).unwrap();
/// assert!(best.points() > 20.0, "a tag with a name weighs most: {}", best.name());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Points {
    name: &'static str,
    points: f32,
}

impl Points {
    /// The reason in words, such as *spoke two lines before*.
    ///
    /// ```
    /// # let attributor = whosaid::Attributor::builder().genre(whosaid::Genre::Fiction).build();
    /// let explanation = attributor.explain("“Is it late?” asked Ann.\n\n“Past nine,” said Tom.");
    /// let weighed = explanation.sentences()[0].quoted()[0].weighed();
    /// assert!(weighed[0].reasons().iter().all(|reason| !reason.name().is_empty()));
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// Its points: more than 0 speaks for the person, less against.
    ///
    /// ```
    /// # let attributor = whosaid::Attributor::builder().genre(whosaid::Genre::Fiction).build();
    /// let explanation = attributor.explain("“Is it late?” asked Ann.\n\n“Past nine,” said Tom.");
    /// let weighed = &explanation.sentences()[0].quoted()[0].weighed()[0];
    /// let sum: f32 = weighed.reasons().iter().map(|reason| reason.points()).sum();
    /// assert_eq!(sum, weighed.points());
    /// ```
    #[must_use]
    pub const fn points(self) -> f32 {
        self.points
    }
}
