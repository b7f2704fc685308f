//! The table of rules across sentences.
//!
//! In the examples `[…]` is content, `<…>` the cue, `{…}` the source.

use crate::answer::rule::Entry;

pub(crate) static FLOW: [Entry; 11] = [
    Entry {
        name: "runs-on",
        about: "the quotation opens a sentence in the paragraph of one that is attributed",
        precision: 98.1,
        finds: &["[“We lost,”] {the coach} <said>. [“It rained.”]"],
        leaves: &["“We lost,” the coach said. The pitch was “wet.”"],
    },
    Entry {
        name: "colon-before",
        about: "the sentence or line before ends in a colon and has a cue",
        precision: 86.2,
        finds: &["{The coach} <spoke> to the fans:\n\n[“We lost.”]"],
        leaves: &[],
    },
    Entry {
        name: "speech-goes-on",
        about: "the quotation of the paragraph before was left open",
        precision: 90.9,
        finds: &["{The coach} <said>: [“We lost.]\n\n[“It rained.”]"],
        leaves: &[],
    },
    Entry {
        name: "paragraph-before",
        about: "a paragraph that opens with a quotation goes on from the speaker of the one before",
        precision: 74.6,
        finds: &["“We lost,” {the coach} <said>.\n\n[“It rained.”]"],
        leaves: &["“We lost,” the coach said.\n\nIt rained.\n\nThe “match” was over."],
    },
    Entry {
        name: "sentence-before",
        about: "the sentence before has a cue",
        precision: 57.4,
        finds: &["{The coach} <spoke> first. [“We lost.”]"],
        leaves: &[],
    },
    Entry {
        name: "signature",
        about: "the paragraph after the quotation opens with a dash and a name",
        precision: 90.0,
        finds: &["[“We lost.”]\n\n<—> {Ana Ruiz}"],
        leaves: &[],
    },
    Entry {
        name: "label-inside",
        about: "a name in capitals and a colon open the quoted words, as in transcripts",
        precision: 85.0,
        finds: &["“{RUIZ}<:> [We lost.”]"],
        leaves: &[],
    },
    Entry {
        name: "runs-on-within",
        about: "words of the quotation stand in a sentence without a cue, in the paragraph of one that is attributed",
        precision: 73.3,
        finds: &["“We lost,” {the coach} <said>. It was [“a bad day all round.”]"],
        leaves: &[],
    },
    Entry {
        name: "tag-apart",
        about: "a tag that is a sentence of its own follows the quotation",
        precision: 90.0,
        finds: &["[“We lost.”] {The coach} <said>."],
        leaves: &[],
    },
    Entry {
        name: "no-source",
        about: "words enough to be somebody's, but nothing tells whose",
        precision: 0.0,
        finds: &["[“The money is there and always was.”]"],
        leaves: &[],
    },
    Entry {
        name: "block-quotation",
        about: "a paragraph without marks follows a verb that reports and a colon",
        precision: 80.0,
        finds: &["{The coach} <wrote>:\n\n[We lost badly. It rained.]"],
        leaves: &["The coach wrote.\n\nThe match was over."],
    },
];

pub(crate) static RUNS_ON: &Entry = &FLOW[0];
pub(crate) static COLON_BEFORE: &Entry = &FLOW[1];
pub(crate) static SPEECH_GOES_ON: &Entry = &FLOW[2];
pub(crate) static PARAGRAPH_BEFORE: &Entry = &FLOW[3];
pub(crate) static SENTENCE_BEFORE: &Entry = &FLOW[4];
pub(crate) static SIGNATURE: &Entry = &FLOW[5];
pub(crate) static LABEL_INSIDE: &Entry = &FLOW[6];
pub(crate) static RUNS_ON_WITHIN: &Entry = &FLOW[7];
pub(crate) static TAG_APART: &Entry = &FLOW[8];
pub(crate) static NO_SOURCE: &Entry = &FLOW[9];
pub(crate) static BLOCK_QUOTATION: &Entry = &FLOW[10];
