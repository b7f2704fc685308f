//! Does this quotation stand in the source, and who says it there?
//!
//! ```
//! use whosaid::locate::{Claim, Verdict};
//!
//! let text = "“We test it twice a year,” said Ana Ruiz, “and it has never failed.” Tom Lee laughed.";
//! let document = whosaid::Attributor::new().attribute(text);
//!
//! // as people quote it: the cue left out, other marks, a dash of their own
//! let found = document.locate("\"We test it twice a year and it has never failed\"");
//! assert_eq!(found.verdict(), Verdict::Folded);
//! assert_eq!(found.speaker(), Some("Ana Ruiz"));
//!
//! let found = document.locate(Claim::new("We test it twice a month"));
//! assert_eq!(found.verdict(), Verdict::Altered);
//! assert_eq!(found.differences()[0].to_string(), "“month” for “year”");
//!
//! let found = document.locate(Claim::new("it has never failed").by("Tom Lee"));
//! assert_eq!(found.verdict(), Verdict::SaidByAnother);
//! ```
//!
//! Words are compared without regard to case, typography, marks and other punctuation, over the cue that splits a
//! quotation. An ellipsis in the claim stands for any words of the source, words in brackets for a few; what it joins must be
//! one speaker's. A claim may have a cue of its own: *“It rains,” Hill said, “and it pours.”* All
//! takes time linear in source and claim; a [`Locator`] reads the source once for many claims.

mod align;
mod claim;
mod locator;
mod verdict;

pub use claim::Claim;
pub use locator::Locator;
pub use verdict::{Difference, Located, Verdict};

use crate::answer::document::Document;

impl Document<'_> {
    /// Where the words of a claim stand in the text, what differs, and who says them there.
    ///
    /// ```
    /// use whosaid::locate::{Claim, Verdict};
    /// let document = whosaid::Attributor::new().attribute("“We test it twice a year,” said Ana Ruiz.");
    /// let found = document.locate(Claim::new("We test it … a year").by("Ruiz"));
    /// assert_eq!((found.verdict(), found.speaker()), (Verdict::Folded, Some("Ana Ruiz")));
    /// ```
    #[must_use]
    pub fn locate<'c>(&self, claim: impl Into<Claim<'c>>) -> Located<'_> {
        Locator::new(self).locate(claim)
    }
}
