//! What was found of a claim.

use std::fmt;

use crate::answer::document::Document;
use crate::answer::names::names;
use crate::answer::quote::Quote;
use crate::base::span::Span;

/// How a claim holds.
///
/// ```
/// use whosaid::locate::Verdict;
/// let document = whosaid::Attributor::new().attribute("“We test it twice,” said Ana Ruiz.");
/// assert_eq!(document.locate("We test it once").verdict(), Verdict::Altered);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Verdict {
    /// The words stand so in the source, letter for letter.
    Exact,
    /// They stand so but for typography, punctuation, what is left out or put in brackets, a cue between.
    Folded,
    /// Some words differ.
    Altered,
    /// They stand there, exactly or folded, but who is claimed to say them does not, or not one speaker says all that
    /// an ellipsis joins.
    SaidByAnother,
    /// They do not stand there.
    Absent,
}

names!(
    "verdict",
    "locate::Verdict",
    Verdict {
        Exact = "exact",
        Folded = "folded",
        Altered = "altered",
        SaidByAnother = "said by another",
        Absent = "absent",
    }
);

/// Words of the claim that are others in the source: replaced, left out or put in.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“We test it twice,” said Ana Ruiz.");
/// assert_eq!(document.locate("We test it once").differences()[0].to_string(), "“once” for “twice”");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub(super) claimed: String,
    pub(super) found: String,
    pub(super) span: Span,
}

impl Difference {
    /// The words of the claim, folded; empty where the source has words that the claim has not.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“We test it every single year,” said Ana Ruiz.");
    /// assert_eq!(document.locate("We test it every year").differences()[0].claimed(), "");
    /// ```
    #[must_use]
    pub fn claimed(&self) -> &str {
        &self.claimed
    }

    /// The words of the source in their place.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“We test it every single year,” said Ana Ruiz.");
    /// assert_eq!(document.locate("We test it every year").differences()[0].found(), "single");
    /// ```
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// Where those stand, in bytes; where they would where there are none.
    ///
    /// ```
    /// let text = "“We test it every single year,” said Ana Ruiz.";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// assert_eq!(&text[document.locate("We test it every year").differences()[0].span()], "single");
    /// ```
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.claimed.as_str(), self.found.as_str()) {
            ("", found) => write!(f, "“{found}” left out"),
            (claimed, "") => write!(f, "“{claimed}” put in"),
            (claimed, found) => write!(f, "“{claimed}” for “{found}”"),
        }
    }
}

/// What was found of a claim in a document.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("“We test it twice,” said Ana Ruiz.");
/// let found = document.locate("we test it");
/// assert_eq!((found.spans().len(), found.speaker()), (1, Some("Ana Ruiz")));
/// ```
#[derive(Clone, PartialEq)]
pub struct Located<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) verdict: Verdict,
    pub(super) spans: Vec<Span>,
    pub(super) differences: Vec<Difference>,
    pub(super) quote: Option<&'d Quote>,
}

impl fmt::Debug for Located<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Located")
            .field("verdict", &self.verdict)
            .field("spans", &self.spans)
            .field("differences", &self.differences)
            .field("quote", &self.quote)
            .finish_non_exhaustive()
    }
}

impl<'d> Located<'d> {
    /// How the claim holds.
    ///
    /// ```
    /// use whosaid::locate::Verdict;
    /// let document = whosaid::Attributor::new().attribute("“No,” said Ana Ruiz.");
    /// assert_eq!(document.locate("Yes").verdict(), Verdict::Absent);
    /// ```
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Whether the words stand in the source, be it altered or said by another.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“No,” said Ana Ruiz.");
    /// assert!(!document.locate("Yes").is_found());
    /// ```
    #[must_use]
    pub fn is_found(&self) -> bool {
        self.verdict != Verdict::Absent
    }

    /// Where they stand in the text as given, in bytes: several places where a cue or words left out stand between.
    ///
    /// ```
    /// let text = "“We test it,” said Ana Ruiz, “twice a year.”";
    /// let document = whosaid::Attributor::new().attribute(text);
    /// let found = document.locate("We test it twice a year");
    /// assert_eq!(found.spans().iter().map(|span| &text[*span]).collect::<Vec<_>>(), ["We test it", "twice a year"]);
    /// ```
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// What differs, word for word, where the claim is altered.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“We test it twice a year,” said Ana Ruiz.");
    /// assert_eq!(document.locate("We test it once a year").differences().len(), 1);
    /// ```
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }

    /// The quote in which the words stand; `None` where the text itself says them.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“No,” said Ana Ruiz, who left.");
    /// assert!(document.locate("who left").quote().is_none());
    /// ```
    #[must_use]
    pub const fn quote(&self) -> Option<&'d Quote> {
        self.quote
    }

    /// The name of whoever says them there.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“No,” said Ana Ruiz.");
    /// assert_eq!(document.locate("No").speaker(), Some("Ana Ruiz"));
    /// ```
    #[must_use]
    pub fn speaker(&self) -> Option<&'d str> {
        self.document.speaker_name(self.quote?)
    }
}
