//! What is said of the lines of a conversation, and what is asked.

use crate::answer::kind::Gender;
use crate::answer::quote::MentionKind;
use crate::answer::unattributed::Use;
use crate::base::few::Few;
use crate::base::span::Span;
use crate::identity::names::known::Known;
use crate::identity::resolve::told::Told;

use super::callers::Pinned;
use super::weighed::Weighed;

/// Who speaks in a text of fiction.
#[derive(Clone, Debug, Default)]
pub(crate) struct Turns {
    /// The quoted spans in order.
    pub(crate) answers: Vec<Answer>,
    /// The persons that answers point to.
    pub(crate) cast: Vec<Person>,
    /// The persons behind the sources that were asked for.
    pub(crate) told: Vec<Option<Told>>,
}

/// What is asked at the end of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    /// Sources of indirect speech.
    pub(crate) sources: &'a [Span],
    /// Whether the reasons are to be told.
    pub(crate) reasons: bool,
    /// The people whom the caller knows, and lines that are theirs.
    pub(crate) caller: &'a Known,
    pub(crate) pins: &'a [Pinned],
}

/// A person of the cast.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// The name that the text uses most; `narrator` for one without a name who says *I*.
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) gender: Option<Gender>,
    /// Known by a name, not by a noun alone.
    pub(crate) named: bool,
    /// Where the names of the person stand.
    pub(crate) mentions: Vec<Span>,
}

/// What is said of a quoted span.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// The span, marks included.
    pub(crate) span: Span,
    /// Spans of the same turn belong to one utterance.
    pub(crate) turn: u32,
    /// The place of the speaker in the cast. None where the span is no speech, or nobody is in sight.
    pub(crate) speaker: Option<u32>,
    /// Whether the span is speech at all.
    pub(crate) speech: bool,
    /// What it is used for otherwise.
    pub(crate) quoted_use: Use,
    /// The words that tell the speaker, and what they are; none where the speaker was inferred.
    pub(crate) source: Option<(Span, MentionKind)>,
    pub(crate) cue: Option<Span>,
    /// The weightiest reason.
    pub(crate) reason: Reason,
    /// How likely the speaker is right, from 0 to 1.
    pub(crate) confidence: f32,
    /// Other persons that were weighed, the likelier first.
    pub(crate) alternatives: Vec<(u32, f32)>,
    pub(crate) addressees: Few<u32>,
    /// Who was weighed and why, the speaker first; only where that was asked for.
    pub(crate) weighed: Vec<Weighed>,
}

/// Why a speaker was chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Reason {
    /// *said Ann*.
    NameTag,
    /// *I said*.
    NarratorTag,
    /// *she said*: the sex, and who takes part.
    PronounTag,
    /// *said the painter*.
    NominalTag,
    /// *Ann rose. "…"*.
    Beat,
    /// The line before is said to this person.
    Addressed,
    /// Spoke two lines before: the turns of two people.
    Alternation,
    /// Goes on after the paragraph's end or after narration.
    Continuation,
    /// Near in the text, and somebody who speaks in it.
    #[default]
    Nearness,
}
