//! Fiction: who speaks each quoted span of a novel.
//!
//! In: the paragraphs of the text in order, as tokens and quoted spans. Out: [`Turns`], an answer for
//! each quoted span and the cast. Nothing is answered before the text is read: who is ever tagged as a
//! speaker, and which pronouns stand near a name, hold for all of it.
//!
//! The forward pass (`collect.rs`) keeps a few bytes for each mention and quotation and lets the tokens
//! go. It reads `phrase.rs` (noun phrases for people), `scan.rs` (subjects), `tags.rs` (*said Ann*),
//! `beats.rs` (*Ann rose.*) and `vocatives.rs` (*"Well, Ann"*). At the end of the text `cast.rs` joins
//! the names, `gender.rs` learns the sex of each, `evidence.rs` puts together what speaks for whom in
//! each turn, `decide.rs` adds the reasons up along the conversation, and `finish.rs` answers, `addressees.rs` says to whom; `told.rs`
//! finds the persons behind the indirect speech of the narration.

mod addressees;
mod alias;
mod beats;
mod best;
mod cast;
mod collect;
mod decide;
mod evidence;
mod finish;
mod focus;
mod gender;
mod hash;
mod kinship;
mod path;
mod phrases;
mod presence;
mod record;
mod rules;
mod scare;
mod score;
mod sheet;
mod tag;
mod told;
mod view;
mod vocatives;
mod weights;
mod words;

use crate::base::few::Few;
use crate::base::span::Span;

pub(crate) use collect::{Collector, Heard};
pub(crate) use decide::Weighed;
pub(crate) use finish::finish;
pub(crate) use record::{Gender, Kind};
pub(crate) use rules::RULES;
pub(crate) use told::Told;

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
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Asked<'a> {
    /// Sources of indirect speech.
    pub(crate) sources: &'a [Span],
    /// Whether the reasons are to be told.
    pub(crate) reasons: bool,
}

/// A person of the cast.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// The name that the text uses most; `narrator` for one without a name who says *I*.
    pub(crate) name: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) gender: Gender,
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
    /// The words that tell the speaker, and what they are; none where the speaker was inferred.
    pub(crate) source: Option<(Span, Kind)>,
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

#[cfg(test)]
mod tests {
    /// The speakers of the lines of `text`, in order.
    fn speakers(text: &str) -> Vec<String> {
        let attributor = crate::Attributor::builder().genre(crate::Genre::Fiction).build();
        let document = attributor.attribute(text);
        let name = |quote| document.speaker_name(quote).unwrap_or("-").to_owned();
        document.quotes().iter().map(name).collect()
    }

    #[test]
    fn two_people_take_turns() {
        let text = "“Is it late?” asked Martha Venn.\n\n“Past nine,” said Oswin Pell.\n\n“Then I must go.”\n\n\
                    “Stay a little.”\n\n“I cannot.”";
        assert_eq!(speakers(text), ["Martha Venn", "Oswin Pell", "Martha Venn", "Oswin Pell", "Martha Venn"]);
    }

    #[test]
    fn a_name_that_is_called_answers() {
        let text = "“Is it late?” asked Martha.\n\n“Past nine,” said Oswin.\n\n“Tell me, Lucian, is that so?”\n\n“It is.”\n\n\
                    Lucian rose.";
        assert_eq!(speakers(text), ["Martha", "Oswin", "Martha", "Lucian"]);
    }

    #[test]
    fn any_text_gives_an_answer() {
        for text in ["", "“", "“”", "”“ \u{1F600}“…", "“A” “B” “C”", "said", "Mr.", "“,” said", "’s “I” ’s"]
        {
            let _ = speakers(text);
        }
    }
}
