//! People whom the narration brings in by a noun: *A man came in. … said the man.*
//!
//! In: the kept mentions. Out: the same, where each such man has a head of his own, so that he is told from the man of
//! another chapter. A noun with *the* means him as long as he was mentioned not long before.

use crate::answer::quote::MentionKind;
use crate::base::map::Map;
use crate::base::table::NONE;
use crate::identity::mention::gender::clash;
use crate::identity::mention::kept::{Flags, Mention};
use crate::lexicon::Classes;

use super::collect::Collector;

/// So many paragraphs without a mention of him, and *the man* is another.
const REACH: usize = 12;
/// A text with fewer words of narration is one scene, whose nouns are no other words for people with names.
pub(super) const SCENE: u32 = 4000;

/// Gives a head of his own to each person who is brought in.
pub(super) fn introduce(collector: &mut Collector) {
    // the person who is called so, and the paragraph of his last mention
    let mut present: Map<u32, (u32, usize)> = Map::default();
    let tagged: Vec<u32> = collector.quotes.iter().filter_map(|quote| Some(quote.tag?.mention)).collect();
    let mut number = 0;
    for place in 0..collector.mentions.len() {
        while collector.paragraphs.get(number + 1).is_some_and(|next| next.mentions as usize <= place) {
            number += 1;
        }
        let mention = &collector.mentions[place];
        if mention.kind != MentionKind::Nominal || mention.flags.has(NOBODY) {
            continue;
        }
        let what = mention.what;
        let head = collector.words.heads.get(what as usize);
        if head.is_none_or(|head| head.classes.any(Classes::KIN)) {
            continue;
        }
        let known = present.get(&what).filter(|(_, last)| number - last <= REACH).map(|(own, _)| *own);
        let own = if mention.flags.has(Flags::INDEFINITE) {
            // "he was a man who …" brings nobody in
            let acts = mention.flags.has(Flags::SUBJECT) || tagged.binary_search(&(place as u32)).is_ok();
            if acts { collector.words.introduce(what) } else { None }
        } else {
            known.filter(|_| is_definite(mention))
        };
        let Some(own) = own else { continue };
        present.insert(what, (own, number));
        collector.mentions[place].what = own;
    }
}

const NOBODY: Flags = Flags::PLURAL.with(Flags::QUOTED).with(Flags::OTHER);

fn is_definite(mention: &Mention) -> bool {
    mention.flags.has(Flags::DEFINITE) && mention.owner().is_none()
}

/// Counts nouns to which the pronoun of a tag points: *The sergeant shook his head. “It is shut,” he said.*
pub(super) fn count_antecedents(collector: &mut Collector) {
    for place in 0..collector.quotes.len() {
        let quote = &collector.quotes[place];
        let Some(tag) = quote.tag else { continue };
        let Some(pronoun) = collector.mentions.get(tag.mention as usize) else { continue };
        if pronoun.kind != MentionKind::Pronoun || pronoun.gender.is_none() || pronoun.flags.has(Flags::FIRST)
        {
            continue;
        }
        let until =
            if tag.paragraph == quote.paragraph { quote.start.min(pronoun.start) } else { pronoun.start };
        let Some(subject) = subject_before(collector, tag.paragraph, until) else { continue };
        let subject = &collector.mentions[subject];
        if subject.kind == MentionKind::Nominal && !clash(subject.gender, pronoun.gender) {
            if let Some(head) = collector.words.heads.get_mut(subject.what as usize) {
                head.uses.beat += 1;
            }
        }
    }
}

/// The last subject of the narration before byte `until` of the paragraph, in it or in the one before.
fn subject_before(collector: &Collector, paragraph: u32, until: u32) -> Option<usize> {
    for (number, until) in [(Some(paragraph), until), (paragraph.checked_sub(1), u32::MAX)] {
        let number = number? as usize;
        let first = collector.paragraphs.get(number)?.mentions as usize;
        let end = collector
            .paragraphs
            .get(number + 1)
            .map_or(collector.mentions.len(), |next| next.mentions as usize);
        let told = |mention: &Mention| {
            mention.start < until
                && mention.kind != MentionKind::Pronoun
                && mention.flags.has(Flags::SUBJECT)
                && !mention.flags.has(Flags::QUOTED.with(Flags::PLURAL))
        };
        let last = collector.mentions.get(first..end)?.iter().rposition(told);
        if last.is_some() {
            return last.map(|place| first + place);
        }
    }
    None
}

/// Names with the heads beside them.
pub(super) fn appositions(collector: &Collector) -> Vec<(u32, u32)> {
    let what = |place: u32| collector.mentions.get(place as usize).map_or(NONE, |mention| mention.what);
    collector.appositions.iter().map(|(name, nominal)| (what(*name), what(*nominal))).collect()
}

#[cfg(test)]
mod tests {
    /// Who says each line of `text`: the name, and whether it is one.
    fn speakers(text: &str) -> Vec<(String, bool)> {
        let attributor = crate::Attributor::builder().genre(crate::Genre::Fiction).build();
        let document = attributor.attribute(text);
        let speaker = |quote| {
            let named = document.speakers(quote).next().is_some_and(|person| person.is_named());
            (document.speaker_name(quote).unwrap_or("-").to_owned(), named)
        };
        document.quotes().iter().map(speaker).collect()
    }

    fn said(names: &[(&str, bool)]) -> Vec<(String, bool)> {
        names.iter().map(|(name, named)| ((*name).to_owned(), *named)).collect()
    }

    const SCENE: &str = "Ada Crane sat by the fire. Hugh Moss came in.\n\n“Shut the door,” said Ada.\n\n“Gladly,” said Hugh.\n\n";

    #[test]
    fn a_noun_is_somebody_beside_those_with_names() {
        let text = format!(
            "{SCENE}A porter came in with the trunks.\n\n“Where to?” asked the porter.\n\n“Upstairs,” said Hugh.\n\n“Very good.”"
        );
        let wanted =
            [("Ada", true), ("Hugh", true), ("the porter", false), ("Hugh", true), ("the porter", false)];
        let found = speakers(&text);
        assert_eq!(found.iter().map(|(_, named)| *named).collect::<Vec<_>>(), wanted.map(|(_, named)| named));
        assert_eq!(found[2], said(&wanted)[2]);
        assert_eq!(found[4], said(&wanted)[4]);
    }

    #[test]
    fn everyone_is_nobody_with_a_name() {
        let text = format!("{SCENE}“Fire!” someone shouted below.\n\n“Run!” said Hugh.");
        assert!(!speakers(&text)[2].1);
    }
}
