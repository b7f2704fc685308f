//! The table of what is reported without quotation marks, by the construction that reports it.
//!
//! In the examples `[…]` is content, `<…>` the cue, `{…}` the source.

use crate::answer::rule::Entry;

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
    ObjectGap,
    Adjective,
    Noun,
    Viewpoint,
    Colon,
    Unnamed,
}

impl Indirect {
    pub(crate) fn entry(self) -> &'static Entry {
        &INDIRECT[self as usize]
    }
}

pub(crate) static INDIRECT: [Entry; 17] = [
    Entry {
        name: "that-clause",
        about: "a reporting verb with a that-clause",
        precision: 83.3,
        finds: &[
            "{The coach} <said> [that the match was lost].",
            "{Ana Ruiz} <told> reporters in Lisbon [that she would stay].",
        ],
        leaves: &["The coach walked so fast that he fell."],
    },
    Entry {
        name: "bare-clause",
        about: "a reporting verb with a clause without “that”",
        precision: 82.3,
        finds: &["{The coach} <said> [the match was lost].", "{She} <told> Tom Hill [he should stay]."],
        leaves: &["The coach carried the ball the boys had lost."],
    },
    Entry {
        name: "wh-clause",
        about: "a reporting verb with a clause that opens with whether, what, how …",
        precision: 70.4,
        finds: &["{The coach} <asked> [whether the match was lost]."],
        leaves: &["The coach left when the match was lost."],
    },
    Entry {
        name: "infinitive",
        about: "a reporting verb with a to-infinitive",
        precision: 66.4,
        finds: &["{The coach} <promised> [to stay].", "{She} <urged> [the club to keep him]."],
        leaves: &["The coach ran to catch the ball."],
    },
    Entry {
        name: "object",
        about: "a reporting verb with an object",
        precision: 57.7,
        finds: &["{The coach} <criticized> [the referee]."],
        leaves: &["The coach bought the ball."],
    },
    Entry {
        name: "prepositional-object",
        about: "a reporting verb with the preposition that it asks for",
        precision: 56.8,
        finds: &["{The coach} <complained> about [the referee]."],
        leaves: &["The coach walked about the field."],
    },
    Entry {
        name: "according-to",
        about: "“according to” with its sentence",
        precision: 84.9,
        finds: &["[The match was lost], <according to> {the coach}."],
        leaves: &[],
    },
    Entry {
        name: "tag-without-marks",
        about: "a tag at the end or in the middle of a sentence without quotation marks",
        precision: 81.8,
        finds: &["[The match was lost], {the coach} <said>.", "[The match], {the coach} <said>, [was lost]."],
        leaves: &["The match was lost, and the coach left."],
    },
    Entry {
        name: "as-tag",
        about: "a tag that opens with “as”",
        precision: 64.5,
        finds: &["As {the coach} <noted>, [the match was lost]."],
        leaves: &["As the coach left, the match was lost."],
    },
    Entry {
        name: "passive",
        about: "what is said of the subject of a passive with its agent",
        precision: 40.9,
        finds: &["[The referee] was <criticized> by {the coach}."],
        leaves: &["The referee was carried by the coach."],
    },
    Entry {
        name: "relative-gap",
        about: "a reporting verb inside a relative clause whose verb is reported",
        precision: 76.6,
        finds: &["We left the match [which] {the coach} <said> [was lost]."],
        leaves: &["The match, which the coach left, is over."],
    },
    Entry {
        name: "object-gap",
        about: "a noun with a clause whose reporting verb it is the object of",
        precision: 40.0,
        finds: &[
            "The league opened a case over [a claim] {the coach} strongly <denied>.",
            "[The offer], which {the union} <rejected>, ran to ten pages.",
        ],
        leaves: &["The coach kept the ball the boys denied him.", "The coach found the place he likes."],
    },
    Entry {
        name: "adjective",
        about: "an adjective that reports after a form of be",
        precision: 60.0,
        finds: &["{The coach} was <sure> [that the match was lost]."],
        leaves: &["The coach was tall."],
    },
    Entry {
        name: "noun",
        about: "a noun that reports, with its possessor or agent",
        precision: 38.9,
        finds: &["Fans heard {the coach}'s <claim> [that the match was lost]."],
        leaves: &["The coach's house that he sold is old."],
    },
    Entry {
        name: "viewpoint",
        about: "“in somebody's view” or “in the words of” somebody, with their sentence",
        precision: 60.0,
        finds: &[
            "In {the coach}'s <view>, [the match was lost].",
            "[The match], in {Ana Ruiz}'s <opinion>, [was lost].",
        ],
        leaves: &[
            "In the coach's house, the match was shown.",
            "In his speech, the coach said the match was lost.",
        ],
    },
    Entry {
        name: "colon",
        about: "a line that opens with who says it and a colon",
        precision: 37.4,
        finds: &["{Ruiz}<:> [The match was lost]"],
        leaves: &["The squad: two keepers and ten players."],
    },
    Entry {
        name: "unnamed-source",
        about: "a passive that leaves open who says it",
        precision: 60.0,
        finds: &[
            "Ana Ruiz was <told> [that the match was lost].",
            "We were <informed> [the match was lost].",
            "It was <alleged> [that the match was lost].",
            "The team was <told> [to leave].",
        ],
        leaves: &["The team was expected to win.", "The match was lost, and it was known that it rained."],
    },
];

#[cfg(test)]
mod tests {
    use crate::{Attributor, Genre};

    #[test]
    fn a_cue_tells_whether_it_is_asserted() {
        let attributor = Attributor::builder().genre(Genre::News).build();
        let status = |text: &str| {
            let document = attributor.attribute(text);
            document.quotes().first().map(crate::Quote::cue_status)
        };
        assert!(status("The coach said that he was tired.").is_some_and(|status| status.is_asserted()));
        assert!(status("The coach did not say that he was tired.").is_some_and(|status| status.is_negated()));
        assert!(
            status("If the coach says that he is tired, he can rest.")
                .is_some_and(|status| status.is_conditional())
        );
        assert!(status("Will the coach say that he is tired?").is_some_and(|status| status.is_questioned()));
        assert!(status("Who said that the coach was tired?").is_some_and(|status| status.is_questioned()));
    }
}
