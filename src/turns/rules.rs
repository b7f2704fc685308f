//! The reasons as rules: what the answer names as having decided.

use super::Reason;
use crate::rule::Entry;

macro_rules! entry {
    ($name:literal, $about:literal, $precision:literal) => {{
        static ENTRY: Entry =
            Entry { name: $name, about: $about, precision: $precision, finds: &[], leaves: &[] };
        &ENTRY
    }};
}

impl Reason {
    /// The rule of that name.
    pub(crate) fn rule(self) -> &'static Entry {
        match self {
            Self::NameTag => entry!("tag-name", "a tag names the speaker: said Ann", 97.4),
            Self::NarratorTag => entry!("tag-narrator", "a tag has I, the narrator: I said", 97.9),
            Self::PronounTag => {
                entry!("tag-pronoun", "a tag has a pronoun, and who takes part decides: she said", 76.0)
            }
            Self::NominalTag => {
                entry!("tag-nominal", "a tag has a noun for somebody who is known: said the painter", 50.0)
            }
            Self::Beat => {
                entry!("beat", "the narration beside the quotation has the speaker for its subject", 88.0)
            }
            Self::Addressed => entry!("addressed", "the line before calls the speaker by name", 82.0),
            Self::Alternation => entry!("turn-taking", "the speakers of the conversation take turns", 74.0),
            Self::Continuation => entry!("speech-continues", "the speaker of the line before goes on", 60.0),
            Self::Nearness => {
                entry!("nearest-speaker", "somebody who speaks in this text is named near", 60.0)
            }
        }
    }
}
