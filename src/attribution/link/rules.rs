//! The table of rules. Its order is the order in which they are tried.
//!
//! In the examples `[…]` is content, `<…>` the cue, `{…}` the source.

use crate::answer::rule::Entry;

use super::answer::Answer;
use super::pattern::Pattern;
use super::scene::Scene;
use super::{after, before, label, noun, reply, viewpoint};

/// On which quoted spans a rule is tried at its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Always,
    /// The span ends in a comma, question or exclamation mark, or dash, or a comma follows, or one may be
    /// missing.
    LeadsToTag,
}

impl When {
    pub(super) fn holds(self, scene: &Scene<'_>) -> bool {
        match self {
            Self::Always => true,
            Self::LeadsToTag => scene.leads_to_tag() || scene.lacks_comma(),
        }
    }
}

/// In which genres a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Genres(u8);

impl Genres {
    pub(crate) const NEWS: Self = Self(1);
    pub(crate) const FICTION: Self = Self(2);
    pub(crate) const ALL: Self = Self(3);

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What a rule asks of a quoted span.
pub(crate) type Question = fn(&Scene<'_>) -> Option<Answer>;

pub(crate) struct LinkRule {
    pub(crate) entry: Entry,
    pub(crate) genres: Genres,
    /// How it tells the speaker of a line of a conversation.
    pub(crate) pattern: Pattern,
    pub(crate) when: When,
    pub(crate) asks: Question,
}

pub(crate) static RULES: &[LinkRule] = &[
    LinkRule {
        entry: Entry {
            name: "according-to-later",
            about: "“according to” stands later in the sentence",
            precision: 79.1,
            finds: &[
                "[The “unsafe” bridge will close], <according to> {the report}.",
                "[“The bridge is unsafe,”] <according to> {the report}.",
            ],
            leaves: &[],
        },
        genres: Genres::NEWS,
        pattern: Pattern::Before,
        when: When::Always,
        asks: after::according_later,
    },
    LinkRule {
        entry: Entry {
            name: "according-to-first",
            about: "“according to” opens the sentence",
            precision: 93.3,
            finds: &["<According to> {the report}, [the coach said the match was “lost.”]"],
            leaves: &[],
        },
        genres: Genres::NEWS,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::according_first,
    },
    LinkRule {
        entry: Entry {
            name: "led-in",
            about: "a verb that reports stands right before the quotation",
            precision: 91.6,
            finds: &["When {the coach} <cried>, [“Run,”] the team laughed."],
            leaves: &["“Run,” the coach said as he spoke, “or lose.”"],
        },
        genres: Genres::FICTION,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::led_in,
    },
    LinkRule {
        entry: Entry {
            name: "quoted-source-cue",
            about: "the cue follows the quotation, its source first",
            precision: 98.5,
            finds: &["[“We lost,”] {the coach} <said>.", "[“Why?”] {Ana Ruiz}, the owner, <asked>."],
            leaves: &["“We Lost” is what the paper printed."],
        },
        genres: Genres::ALL,
        pattern: Pattern::Direct,
        when: When::LeadsToTag,
        asks: after::source_cue,
    },
    LinkRule {
        entry: Entry {
            name: "quoted-cue-source",
            about: "the cue follows the quotation, the verb first",
            precision: 97.6,
            finds: &["[“We lost,”] <said> {the coach}."],
            leaves: &["“We Lost” said it all about that summer."],
        },
        genres: Genres::ALL,
        pattern: Pattern::Inverted,
        when: When::LeadsToTag,
        asks: after::cue_source,
    },
    LinkRule {
        entry: Entry {
            name: "came-noun",
            about: "a noun that reports follows the quotation, brought by a verb",
            precision: 80.0,
            finds: &[
                "[“We lost,”] came the <answer> from {the coach}.",
                "[“We lost!”] came {the coach}'s <voice>.",
                "[“We lost!”] <came> from {Tom Hill}.",
            ],
            leaves: &["“We Lost” drew an answer from the coach."],
        },
        genres: Genres::ALL,
        pattern: Pattern::Reply,
        when: When::LeadsToTag,
        asks: reply::came_noun,
    },
    LinkRule {
        entry: Entry {
            name: "was-noun",
            about: "a form of “be” follows the quotation, and whose reply it was or how somebody put it",
            precision: 80.0,
            finds: &[
                "[“We lost,”] was {the coach}'s <answer>.",
                "[“We lost,”] were the <words> of {Ana Ruiz}.",
                "[“We lost,”] is how {Ana Ruiz} <put it>.",
                "[“We lost,”] was all that {Ana Ruiz} <said>.",
            ],
            leaves: &["“We Lost” was a lesson to the coach."],
        },
        genres: Genres::ALL,
        pattern: Pattern::Reply,
        when: When::LeadsToTag,
        asks: reply::was_noun,
    },
    LinkRule {
        entry: Entry {
            name: "post-posed-cue",
            about: "a tag set off by commas stands later in the sentence",
            precision: 87.6,
            finds: &["[The match was “lost” early], {the coach} <said>."],
            leaves: &["The “lost” match was a lesson."],
        },
        genres: Genres::ALL,
        pattern: Pattern::Direct,
        when: When::Always,
        asks: after::post_posed,
    },
    LinkRule {
        entry: Entry {
            name: "label",
            about: "a name and a colon stand before the quotation",
            precision: 74.4,
            finds: &["{Ana Ruiz}<:> [“We lost.”]"],
            leaves: &[],
        },
        genres: Genres::NEWS,
        pattern: Pattern::Before,
        when: When::Always,
        asks: label::name_colon,
    },
    LinkRule {
        entry: Entry {
            name: "signed",
            about: "a dash and a name close the line behind the quotation",
            precision: 90.0,
            finds: &["[“We lost.”]<—>{Tom Hill}, 1994"],
            leaves: &["“We lost” – Tom Hill knew it."],
        },
        genres: Genres::NEWS,
        pattern: Pattern::Direct,
        when: When::Always,
        asks: label::signed,
    },
    LinkRule {
        entry: Entry {
            name: "headline-source",
            about: "a headline opens with the quotation and tells behind a colon who said it",
            precision: 85.0,
            finds: &["[“We had to lose”]<:> {manager} on the match"],
            leaves: &["“We lost”: the match was over."],
        },
        genres: Genres::NEWS,
        pattern: Pattern::Direct,
        when: When::Always,
        asks: label::headline_source,
    },
    LinkRule {
        entry: Entry {
            name: "headline-label",
            about: "a headline opens with a name and a colon",
            precision: 90.5,
            finds: &["{Ana Ruiz}<:> The Match Was [‘a Lost Cause’]"],
            leaves: &[],
        },
        genres: Genres::NEWS,
        pattern: Pattern::Before,
        when: When::Always,
        asks: label::headline,
    },
    LinkRule {
        entry: Entry {
            name: "viewpoint-quoted",
            about: "“in the words of” somebody, “in somebody's view”, right before the quotation",
            precision: 75.0,
            finds: &[
                "The match was, <in the words of> {the coach}, [“a mess.”]",
                "She said the match was, in {Tom Hill}'s <words>, [“a mess.”]",
            ],
            leaves: &["The coach kept a statement in the drawer with the “Lost” label."],
        },
        genres: Genres::NEWS,
        pattern: Pattern::Before,
        when: When::Always,
        asks: viewpoint::beside,
    },
    LinkRule {
        entry: Entry {
            name: "inserted-tag",
            about: "a tag between commas stands before the quotation",
            precision: 93.9,
            finds: &["[At home], {the coach} <said>, [the match was “lost.”]"],
            leaves: &[],
        },
        genres: Genres::ALL,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::inserted_tag,
    },
    LinkRule {
        entry: Entry {
            name: "source-cue-quoted",
            about: "the quotation is what the verb before it takes",
            precision: 96.5,
            finds: &["{The coach} <said>, [“We lost.”]", "{She} <asked>: [“Who lost?”]"],
            leaves: &["The coach walked past the “lost” sign."],
        },
        genres: Genres::ALL,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::source_cue_firm,
    },
    LinkRule {
        entry: Entry {
            name: "source-cue-quoted-loose",
            about: "the quotation is what the verb before it takes, but the verb or its subject leaves doubt",
            precision: 81.3,
            finds: &["{The coach} <shrugged>, [“We lost.”]"],
            leaves: &["The coach walked past the “lost” sign."],
        },
        genres: Genres::ALL,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::source_cue,
    },
    LinkRule {
        entry: Entry {
            name: "resumed",
            about: "the tag of the quotation before it in its sentence",
            precision: 89.8,
            finds: &["“We lost,” <said> {the coach} at last, [“and badly.”]"],
            leaves: &["The coach rose at last, “badly” hurt."],
        },
        genres: Genres::FICTION,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::resumed,
    },
    LinkRule {
        entry: Entry {
            name: "source-cue-covering",
            about: "the quotation stands in what the verb before it reports",
            precision: 97.6,
            finds: &["{The coach} <said> [the match was “lost” early].", "{He} <called> [it “a farce.”]"],
            leaves: &[],
        },
        genres: Genres::ALL,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::covered_firm,
    },
    LinkRule {
        entry: Entry {
            name: "source-cue-covering-loose",
            about: "the quotation stands in what the verb before it reports, but the verb or its subject leaves doubt",
            precision: 85.0,
            finds: &["Fans left when {the coach} <said> [the match was “lost” early]."],
            leaves: &[],
        },
        genres: Genres::ALL,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::covered,
    },
    LinkRule {
        entry: Entry {
            name: "according-to-quoted",
            about: "“according to” stands before the quotation in its sentence",
            precision: 87.5,
            finds: &["The bridge, <according to> {the report}, [is “unsafe.”]"],
            leaves: &[],
        },
        genres: Genres::NEWS,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::according_to,
    },
    LinkRule {
        entry: Entry {
            name: "viewpoint-of-sentence",
            about: "“in somebody's view”, “for somebody,” elsewhere in a sentence that has no verb of saying",
            precision: 70.0,
            finds: &[
                "In {the coach}'s <opinion>, [the match was “a mess.”]",
                "<For> {Ana Ruiz}, [the match was “a mess.”]",
            ],
            leaves: &["For years, the “old match” was played in May."],
        },
        genres: Genres::NEWS,
        pattern: Pattern::Before,
        when: When::Always,
        asks: viewpoint::anywhere,
    },
    LinkRule {
        entry: Entry {
            name: "noun-cue",
            about: "a noun that reports, with its possessor or agent, stands before the quotation",
            precision: 55.6,
            finds: &["{The coach}'s <claim> of a [“lost”] match upset fans."],
            leaves: &[],
        },
        genres: Genres::ALL,
        pattern: Pattern::Before,
        when: When::Always,
        asks: noun::noun_cue,
    },
    LinkRule {
        entry: Entry {
            name: "noun-cue-after",
            about: "a noun that reports follows the quotation, its possessor stands before it",
            precision: 66.7,
            finds: &["Fans left early over {Tom Hill}'s [“lost match”] <remark>."],
            leaves: &["Fans left early over the “lost match” remark."],
        },
        genres: Genres::ALL,
        pattern: Pattern::Before,
        when: When::Always,
        asks: noun::noun_cue_after,
    },
    LinkRule {
        entry: Entry {
            name: "clause-colon",
            about: "a clause with a colon stands before the quotation",
            precision: 72.2,
            finds: &["{It} <was> simple: [“We lost.”]"],
            leaves: &[],
        },
        genres: Genres::ALL,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::clause_colon,
    },
    LinkRule {
        entry: Entry {
            name: "copular-noun",
            about: "a possessed noun and a form of “be” stand before the quotation",
            precision: 87.5,
            finds: &[
                "{The coach}'s <answer> was [“We lost.”]",
                "{Tom Hill}'s <claim> is [that the match was “lost.”]",
                "Tom Hill, {whose} <motto> is [“we run,”] left the match.",
            ],
            leaves: &["Tom Hill, whose house is “a ruin,” left the match."],
        },
        genres: Genres::ALL,
        pattern: Pattern::Before,
        when: When::Always,
        asks: noun::copular_noun,
    },
    LinkRule {
        entry: Entry {
            name: "noun-that",
            about: "a noun that reports has a clause in which the quotation stands",
            precision: 62.5,
            finds: &["The match ended early over {Tom Hill}'s <suggestion> [that the match was “lost.”]"],
            leaves: &["The match ended early over the story that the “lost” cup was found."],
        },
        genres: Genres::ALL,
        pattern: Pattern::Before,
        when: When::Always,
        asks: noun::noun_that,
    },
    LinkRule {
        entry: Entry {
            name: "noun-taken",
            about: "a verb takes a noun that reports, and the quotation follows it",
            precision: 77.8,
            finds: &["{Ana Ruiz} <launched> into a lament for the [“lost match.”]"],
            leaves: &["The lament for the “lost match” began."],
        },
        genres: Genres::ALL,
        pattern: Pattern::Before,
        when: When::Always,
        asks: noun::noun_taken,
    },
    LinkRule {
        entry: Entry {
            name: "told-to",
            about: "the quotation is what somebody is made to do",
            precision: 68.0,
            finds: &["{Ana Ruiz} <coached> the team to [“sit back.”]"],
            leaves: &["The coach walked the team to the “lost” pitch."],
        },
        genres: Genres::ALL,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::told_to,
    },
    LinkRule {
        entry: Entry {
            name: "clause-before",
            about: "a clause of any verb leads with a comma or colon to a sentence in marks",
            precision: 68.4,
            finds: &["{The coach} <began> with, [“We lost.”]"],
            leaves: &["The coach began with the “lost” match."],
        },
        genres: Genres::FICTION,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::leads_in,
    },
    LinkRule {
        entry: Entry {
            name: "described-as",
            about: "a verb with “as” describes somebody by the quotation",
            precision: 62.5,
            finds: &["{Ana Ruiz} has <positioned> herself as [“a servant.”]"],
            leaves: &[],
        },
        genres: Genres::ALL,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::described_as,
    },
    LinkRule {
        entry: Entry {
            name: "nearest-clause",
            about: "the nearest clause before the quotation has a verb that can report",
            precision: 72.5,
            finds: &["{The coach} <pushed> the [“lost”] match."],
            leaves: &[],
        },
        genres: Genres::NEWS,
        pattern: Pattern::Before,
        when: When::Always,
        asks: before::any_clause,
    },
];
