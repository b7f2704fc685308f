//! The choice that a caller has where reported speech stands inside of reported speech.

use super::names::names;

/// To whom nested speech belongs: in *Lee said that Ray called it “a farce”* Ray says the quoted words, and
/// Lee says that he did.
///
/// ```
/// use whosaid::{Attributor, Nested};
/// let attributor = Attributor::builder().nested(Nested::Inner).build();
/// # let _ = attributor;
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Nested {
    /// Lee, the speaker of the whole; Ray is kept as an alternative.
    #[default]
    Outer,
    /// Ray, to whom the words are tied most closely.
    Inner,
}

names!("nesting", "Nested", Nested { Outer = "outer", Inner = "inner" });
