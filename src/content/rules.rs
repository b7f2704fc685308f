//! The table of what is reported without quotation marks, by the construction that reports it.
//!
//! In the examples `[…]` is content, `<…>` the cue, `{…}` the source.

use crate::rule::Entry;

/// The constructions, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Indirect {
    That,
    Bare,
    Wh,
    Infinitive,
    Object,
    About,
    AccordingTo,
    Tag,
    AsTag,
    Passive,
    Relative,
    Adjective,
    Noun,
    Colon,
    InDocument,
}

impl Indirect {
    pub(crate) fn entry(self) -> &'static Entry {
        &INDIRECT[self as usize]
    }

    /// Whether what is reported inside its content belongs to the speaker of the whole.
    pub(super) const fn holds_clause(self) -> bool {
        !matches!(self, Self::Infinitive | Self::Object | Self::About | Self::Passive | Self::Noun)
    }
}

pub(crate) static INDIRECT: [Entry; 15] = [
    Entry {
        name: "that-clause",
        about: "a reporting verb with a that-clause",
        precision: 75.0,
        finds: &[
            "{The coach} <said> [that the match was lost].",
            "{Ana Ruiz} <told> reporters in Lisbon [that she would stay].",
        ],
        leaves: &["The coach walked so fast that he fell."],
    },
    Entry {
        name: "bare-clause",
        about: "a reporting verb with a clause without “that”",
        precision: 75.0,
        finds: &["{The coach} <said> [the match was lost].", "{She} <told> Tom Hill [he should stay]."],
        leaves: &["The coach carried the ball the boys had lost."],
    },
    Entry {
        name: "wh-clause",
        about: "a reporting verb with a clause that opens with whether, what, how …",
        precision: 60.0,
        finds: &["{The coach} <asked> [whether the match was lost]."],
        leaves: &["The coach left when the match was lost."],
    },
    Entry {
        name: "infinitive",
        about: "a reporting verb with a to-infinitive",
        precision: 55.0,
        finds: &["{The coach} <promised> [to stay].", "{She} <urged> [the club to keep him]."],
        leaves: &["The coach ran to catch the ball."],
    },
    Entry {
        name: "object",
        about: "a reporting verb with an object",
        precision: 45.0,
        finds: &["{The coach} <criticized> [the referee]."],
        leaves: &["The coach bought the ball."],
    },
    Entry {
        name: "prepositional-object",
        about: "a reporting verb with the preposition that it asks for",
        precision: 50.0,
        finds: &["{The coach} <complained> about [the referee]."],
        leaves: &["The coach walked about the field."],
    },
    Entry {
        name: "according-to",
        about: "“according to” with its sentence",
        precision: 78.0,
        finds: &["[The match was lost], <according to> {the coach}."],
        leaves: &[],
    },
    Entry {
        name: "tag-without-marks",
        about: "a tag at the end or in the middle of a sentence without quotation marks",
        precision: 80.0,
        finds: &["[The match was lost], {the coach} <said>.", "[The match], {the coach} <said>, [was lost]."],
        leaves: &["The match was lost, and the coach left."],
    },
    Entry {
        name: "as-tag",
        about: "a tag that opens with “as”",
        precision: 70.0,
        finds: &["As {the coach} <noted>, [the match was lost]."],
        leaves: &["As the coach left, the match was lost."],
    },
    Entry {
        name: "passive",
        about: "what is said of the subject of a passive with its agent",
        precision: 50.0,
        finds: &["[The referee] was <criticized> by {the coach}."],
        leaves: &["The referee was carried by the coach."],
    },
    Entry {
        name: "relative-gap",
        about: "a reporting verb inside a relative clause whose verb is reported",
        precision: 60.0,
        finds: &["We left the match which {the coach} <said> [was lost]."],
        leaves: &["The match, which the coach left, is over."],
    },
    Entry {
        name: "adjective",
        about: "an adjective that reports after a form of be",
        precision: 55.0,
        finds: &["{The coach} was <sure> [that the match was lost]."],
        leaves: &["The coach was tall."],
    },
    Entry {
        name: "noun",
        about: "a noun that reports, with its possessor or agent",
        precision: 50.0,
        finds: &["Fans heard {the coach}'s <claim> [that the match was lost]."],
        leaves: &["The coach's house that he sold is old."],
    },
    Entry {
        name: "colon",
        about: "a line that opens with who says it and a colon",
        precision: 60.0,
        finds: &["{Ruiz}<:> [The match was lost]"],
        leaves: &["The squad: two keepers and ten players."],
    },
    Entry {
        name: "in-document",
        about: "“in a poll” and the like before what the document says",
        precision: 60.0,
        finds: &["<In> {the poll}, [the match was lost]."],
        leaves: &["In the poll, Ana Ruiz said the match was lost."],
    },
];
