//! What is kept of the quoted spans of a paragraph once its tokens are gone.

use crate::answer::kind::Gender;
use crate::answer::unattributed::Use;

/// How the words around a quotation tell its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CuePattern {
    /// *"…," said Ann*.
    Inverted,
    /// *"…," Ann said*.
    Direct,
    /// *"…," smiled Ann*: a verb that does not report, but a comma closes the quotation.
    AnyVerb,
    /// *"…," was her answer*.
    Reply,
    /// *Ann said, "…"*.
    Before,
    /// The paragraph before ends in a colon or comma after a verb of speech.
    Colon,
    /// The narration interrupts the quotation: *"I--" she paused, "I cannot."*
    Interrupted,
    /// *Ann rose. "…"*.
    BeatBefore,
    /// *"…" Ann rose.*
    BeatAfter,
    /// The paragraph's only subject, farther off.
    BeatFar,
}

impl CuePattern {
    /// Whether the narration beside the speech tells of somebody who does something, before, within or right after it.
    pub(super) const fn leads(self) -> bool {
        matches!(self, Self::Interrupted | Self::BeatBefore | Self::BeatAfter)
    }

    /// Whether the words report the speech itself.
    pub(super) const fn is_tag(self) -> bool {
        !matches!(self, Self::Interrupted | Self::BeatBefore | Self::BeatAfter | Self::BeatFar)
    }
}

/// Words of the narration that tell the speaker.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence {
    /// The place of the mention among all mentions of the text.
    pub(super) mention: u32,
    /// The paragraph that holds the cue.
    pub(super) paragraph: u32,
    /// The verb, bytes from the start of that paragraph; empty where there is none.
    pub(super) cue: (u32, u32),
    pub(super) form: CuePattern,
}

/// A quoted span.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quoted {
    pub(super) paragraph: u32,
    /// Bytes from the paragraph's start, marks included.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) tag: Option<Evidence>,
    pub(super) beat: Option<Evidence>,
    /// The sex of who is addressed as *sir* or *madam*.
    pub(super) addressed: Option<Gender>,
    /// No mark closes it: the next paragraph goes on with it.
    pub(super) open: bool,
    /// What it is used for where nobody says it.
    pub(super) unsaid: Option<Use>,
}
