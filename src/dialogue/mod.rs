//! Fiction: who speaks each quoted span of a novel.
//!
//! In: the paragraphs of the text in order, as tokens and quoted spans. Out: [`Turns`], an answer for
//! each quoted span and the cast. Nothing is answered before the text is read: who is ever tagged as a
//! speaker, and which pronouns stand near a name, hold for all of it.
//!
//! The forward pass (`collect.rs`) keeps a few bytes for each mention and quotation and lets the tokens
//! go. It takes who is told beside a line from the rules, and reads `phrases.rs` (noun phrases for people),
//! `beats.rs` (*Ann rose.*) and `vocatives.rs` (*"Well, Ann"*). At the end of the text `identity/names/` joins
//! the names and learns the sex of each, `evidence.rs` puts together what speaks for whom in each turn,
//! `decide.rs` adds the reasons up along the conversation, and `finish.rs` answers, `addressees.rs` says to whom.

mod addressees;
mod alias;
mod answer;
mod beats;
mod best;
mod collect;
mod decide;
mod evidence;
mod finish;
mod focus;
mod path;
mod phrases;
mod presence;
mod record;
mod rules;
mod scare;
mod score;
mod sheet;
mod tag;
mod view;
mod vocatives;
mod weighed;
mod weights;

pub(crate) use answer::{Answer, Asked, Person};
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
