//! The kinds of marks, and which of them a text uses for speech.

/// The two families of marks; in each the kinds pair freely, so that mixed styles in a text do no harm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Family {
    /// `"…"`, `“…”`, ``` ``…'' ```, `«…»`, `„…“`.
    #[default]
    Double,
    /// `'…'`, `‘…’`, `‹…›`.
    Single,
}

/// How speech is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Primary {
    Marks(Family),
    /// A dash opens a turn: *— Yes, said Ann.*
    Dash,
}

impl Primary {
    /// The marks that hold what else is quoted.
    pub(crate) const fn family(self) -> Family {
        match self {
            Self::Marks(family) => family,
            Self::Dash => Family::Double,
        }
    }
}
