//! How something was said, and how its speaker stands to it.

use super::names::names;

/// Whether it was said aloud or written, thought, or shown by what does not speak.
///
/// ```
/// use whosaid::Mode;
/// let mode = |text| whosaid::Attributor::new().attribute(text).quotes()[0].mode();
/// assert_eq!(mode("Ana Ruiz said that rates will fall."), Mode::Said);
/// assert_eq!(mode("“Rates will fall,” Ana Ruiz tweeted."), Mode::Written);
/// assert_eq!(mode("Ana Ruiz believes that rates will fall."), Mode::Thought);
/// assert_eq!(mode("The study shows that rates will fall."), Mode::Shown);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mode {
    /// *said, told, promised*: in words, or so that the text does not tell how.
    #[default]
    Said,
    /// *wrote, tweeted, signed*.
    Written,
    /// *believes, hopes, fears*.
    Thought,
    /// *found, noticed*, and whatever a document or study says: *the report says, the poll shows*.
    Shown,
}

names!(
    "mode",
    "Mode",
    Mode { Said = "said", Written = "written", Thought = "thought", Shown = "shown" }
);

/// How the speaker stands to what is reported. How the text stands to the saying is the
/// [`CueStatus`](crate::CueStatus): *did not deny it* is rejected, by a speaker who did not.
///
/// ```
/// use whosaid::Stance;
/// let stance = |text| whosaid::Attributor::new().attribute(text).quotes()[0].stance();
/// assert_eq!(stance("Ana Ruiz denied that rates will fall."), Stance::Rejected);
/// assert_eq!(stance("Ana Ruiz doubts that rates will fall."), Stance::Doubted);
/// assert_eq!(stance("Ana Ruiz asked whether rates will fall."), Stance::Asked);
/// assert_eq!(stance("Ana Ruiz told the bank to lower its rates."), Stance::Ordered);
/// assert_eq!(stance("Ana Ruiz promised to lower the rates."), Stance::Promised);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stance {
    /// Holds it for so, or does not tell.
    #[default]
    Asserted,
    /// *denied, disputed, dismissed*.
    Rejected,
    /// *doubts, questioned*.
    Doubted,
    /// *asked, wondered*.
    Asked,
    /// *ordered, demanded, urged, told somebody to*.
    Ordered,
    /// *promised, vowed, threatened*.
    Promised,
}

names!(
    "stance",
    "Stance",
    Stance {
        Asserted = "asserted",
        Rejected = "rejected",
        Doubted = "doubted",
        Asked = "asked",
        Ordered = "ordered",
        Promised = "promised",
    }
);

/// Whether what was said is there, or only what it was about.
///
/// ```
/// use whosaid::{Attributor, Form};
/// let attributor = Attributor::builder().topics(true).build();
/// let form = |text| attributor.attribute(text).quotes()[0].form();
/// assert_eq!(form("Ana Ruiz said that rates will fall."), Form::Clause);
/// assert_eq!(form("Ana Ruiz called for talks."), Form::Topic);
/// assert_eq!(form("Ana Ruiz criticized the bank."), Form::Attitude);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// What was said, thought or shown: a clause, or words in quotation marks.
    #[default]
    Clause,
    /// What somebody spoke of: *called for talks, ruled out a strike*.
    Topic,
    /// What somebody is for or against, likes, wants or fears: *praised the crew, wants to stay*.
    Attitude,
}

names!(
    "form",
    "Form",
    Form { Clause = "clause", Topic = "topic", Attitude = "attitude" }
);

/// All that a cue tells of how something was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Manner {
    pub(crate) mode: Mode,
    pub(crate) stance: Stance,
    pub(crate) form: Form,
}
