//! The reasons as rules: what the answer names as having decided.
//!
//! The precisions are those of all answers with the rule on development novels; each answer's confidence is
//! finer (`finish.rs`). In the examples `{…}` holds the tag's mention, or where the speaker is inferred a name
//! of the speaker.

use super::answer::Reason;
use crate::answer::rule::Entry;

impl Reason {
    /// The rule of that name.
    pub(crate) const fn rule(self) -> &'static Entry {
        &RULES[self as usize]
    }
}

/// The rules in the order of the reasons.
pub(crate) static RULES: [Entry; 9] = [
    Entry {
        name: "tag-name",
        about: "a tag names the speaker: said Ann",
        precision: 97.8,
        finds: &[
            "[“It is late,”] <said> {Martha Venn}.",
            "[“It is late,”] {Oswin}, who had been silent, <replied>.",
            "{Oswin} looked up and <said>, [“It is late.”]",
        ],
        leaves: &["“It is late,” he said to Martha Venn.", "Martha Venn came in. “It is late,” he said."],
    },
    Entry {
        name: "tag-narrator",
        about: "a tag has I, the narrator: I said",
        precision: 96.9,
        finds: &["I sat down. I was tired, and I was cold. [“It is late,”] {I} <said>."],
        leaves: &["I sat down. I was tired, and I was cold. “It is late,” said Martha."],
    },
    Entry {
        name: "tag-pronoun",
        about: "a tag has a pronoun, and who takes part decides: she said",
        precision: 79.3,
        finds: &["Martha and Oswin came in.\n\n[“It is late,”] {she} <said>."],
        leaves: &["Martha and Oswin came in.\n\n“It is late,” Martha said."],
    },
    Entry {
        name: "tag-nominal",
        about: "a tag has a noun for somebody who is known: said the painter",
        precision: 56.7,
        finds: &["[“It is late,”] <said> {the painter}."],
        leaves: &["“It is late,” said Martha, and the painter rose."],
    },
    Entry {
        name: "beat",
        about: "the narration beside the quotation has the speaker for its subject",
        precision: 89.4,
        finds: &["{Martha} put down the lamp. [“It is late.”]"],
        leaves: &["Martha put down the lamp. “It is late,” said Oswin."],
    },
    Entry {
        name: "addressed",
        about: "the line before calls the speaker by name",
        precision: 87.1,
        finds: &["“Is it late, {Martha}?” asked Oswin.\n\n[“It is.”]"],
        leaves: &["“Is it late, Martha?” asked Oswin.\n\n“It is,” said Lucian."],
    },
    Entry {
        name: "turn-taking",
        about: "the speakers of the conversation take turns",
        precision: 77.6,
        finds: &["“Is it late?” asked {Martha}.\n\n“Past nine,” said Oswin.\n\n[“Then I must go.”]"],
        leaves: &[
            "“Is it late?” asked Martha.\n\n“Past nine,” said Oswin.\n\n“Then I must go,” said Martha.",
        ],
    },
    Entry {
        name: "speech-continues",
        about: "the speaker of the line before goes on",
        precision: 52.4,
        finds: &["“So late!” said {Martha}.\n\nThe clock struck. Rain fell.\n\n[“Then I must go.”]"],
        leaves: &["“Is it late?” asked Martha. “Is it over?”\n\n“Past nine,” said Oswin."],
    },
    Entry {
        name: "nearest-speaker",
        about: "somebody who speaks in this text is named near",
        precision: 63.9,
        finds: &["{Martha} came home.\n\n[“So late!”]\n\n“Yes,” said Oswin."],
        leaves: &["“Is it late?” asked Martha.\n\n“Past nine,” said Oswin."],
    },
];
