//! Fiction: who speaks each quoted span of a novel.
//!
//! In: each block with its items and rows, and what its sentences tell of who speaks a line. Out: an [`Answer`] for each
//! quoted span, and the cast. Nothing is answered before the text is read: who is ever tagged as a speaker, and which
//! pronouns stand near a name, hold for all of it.
//!
//! `collect.rs` keeps a few bytes (`record.rs`) for each mention and quotation and lets the tokens go. It asks
//! `phrases.rs` which items can mean somebody, `beats.rs` for *Ann rose.*, `vocatives.rs` for *“Well, Ann”*,
//! `spoken.rs` which nouns have spoken. At the text's end `claims.rs` gives lines the sources that the caller tells,
//! `callers.rs` joins the people whom the caller knows and gives lines to those who are pinned to them,
//! `identity/names/` joins the names and learns the sex of each, `alias.rs` by which names somebody is only addressed;
//! `evidence.rs` puts together what speaks for whom in each turn; `decide.rs` adds the reasons up along the
//! conversation, by `score.rs`, `weights.rs` and `path.rs`; `finish.rs` answers, by the rules of `rules.rs`.
//! `addressees.rs` tells to whom a line is said.

mod addressees;
mod alias;
mod answer;
mod beats;
mod best;
mod callers;
mod claims;
mod collect;
mod decide;
mod described;
mod evidence;
mod finish;
mod focus;
mod path;
mod phrases;
mod presence;
mod record;
mod rules;
mod score;
mod sheet;
mod spoken;
mod tag;
mod view;
mod vocatives;
mod weighed;
mod weights;

pub(crate) use answer::{Answer, Asked, Person};
pub(crate) use callers::Pinned;
pub(crate) use claims::Claims;
pub(crate) use collect::{Collector, Heard};
pub(crate) use finish::finish;
pub(crate) use rules::RULES;
pub(crate) use weighed::Weighed;

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
