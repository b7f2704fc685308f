//! Quoted words that nobody says, and why.

use crate::answer::names::names;
use crate::base::span::Span;

/// What quoted words are used for that nobody says here.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("The band played the song “Blue Harbour” twice.");
/// let title = document.unattributed()[0];
/// assert_eq!(title.quoted_use().as_str(), "title");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Use {
    /// The title of a song, film, book, programme …
    Title,
    /// A nickname inside or after a name.
    Nickname,
    /// A word that is itself the topic: *the word “fair”*.
    Word,
    /// The writer keeps a distance from the words: *the so-called “experts”*.
    Scare,
    /// The words of a sign, label, banner or button.
    Sign,
    /// A noise: *the clock went “tick”*.
    Sound,
    /// What nobody said: *she did not say “thank you”*, *as if to say “What now?”*.
    Unsaid,
    /// None of these was recognised.
    Unknown,
}

names!(
    "use",
    "Use",
    Use {
        Title = "title",
        Nickname = "nickname",
        Word = "word",
        Scare = "scare",
        Sign = "sign",
        Sound = "sound",
        Unsaid = "unsaid",
        Unknown = "unknown",
    }
);

/// Why a quoted span has no speaker.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("The band played the song “Blue Harbour” twice.");
/// let title = document.unattributed()[0];
/// assert_eq!(title.reason(), whosaid::Reason::NotSpeech);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// It is no speech: its [`Use`] says what it is.
    NotSpeech,
    /// No cue was found near it.
    NoCue,
    /// A cue was found, but nobody to whom it belongs.
    NoSource,
    /// A reading was found, but its confidence is below the least that was asked for.
    BelowLeastConfidence,
}

names!(
    "reason",
    "Reason",
    Reason {
        NotSpeech = "not speech",
        NoCue = "no cue",
        NoSource = "no source",
        BelowLeastConfidence = "below the least confidence",
    }
);

/// A quoted span that nobody says.
///
/// ```
/// let document = whosaid::Attributor::new().attribute("The band played the song “Blue Harbour” twice.");
/// let title = document.unattributed()[0];
/// assert_eq!(title.quoted_use(), whosaid::Use::Title);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unattributed {
    pub(crate) span: Span,
    pub(crate) quoted_use: Use,
    pub(crate) reason: Reason,
}

impl Unattributed {
    /// The quoted words with their marks, in bytes.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("The band played the song “Blue Harbour” twice.");
    /// let title = document.unattributed()[0];
    /// assert_eq!(&document.text()[title.span()], "“Blue Harbour”");
    /// ```
    #[must_use]
    pub const fn span(self) -> Span {
        self.span
    }

    /// What the words are used for.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("The band played the song “Blue Harbour” twice.");
    /// assert_eq!(document.unattributed()[0].quoted_use(), whosaid::Use::Title);
    /// ```
    #[must_use]
    pub const fn quoted_use(self) -> Use {
        self.quoted_use
    }

    /// Why no speaker was found.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("The band played the song “Blue Harbour” twice.");
    /// let title = document.unattributed()[0];
    /// assert_eq!(title.reason().as_str(), "not speech");
    /// ```
    #[must_use]
    pub const fn reason(self) -> Reason {
        self.reason
    }
}
