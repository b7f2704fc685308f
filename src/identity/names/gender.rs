//! The sex of each person, from titles, given names and the pronouns that follow a name.

use crate::answer::kind::Gender;
use crate::answer::quote::MentionKind;
use crate::base::table::NONE;
use crate::identity::mention::kept::{Flags, Mention, Paragraph};

use super::book::Cast;

/// A pronoun after the only name in sight; after one of several it counts a third.
const SURE: u32 = 6;
const SHARED: u32 = 2;

/// Counts the pronouns after names, then decides.
pub(crate) fn learn(cast: &mut Cast, mentions: &[Mention], paragraphs: &[Paragraph]) {
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let end = paragraphs.get(index + 1).map_or(mentions.len(), |next| next.mentions as usize);
        let Some(range) = mentions.get(paragraph.mentions as usize..end) else { continue };
        count(cast, range);
    }
    for figure in &mut cast.figures {
        figure.gender = decide(figure.votes);
    }
}

fn count(cast: &mut Cast, mentions: &[Mention]) {
    // the last name, its sentence, and how many names stand since the sentence before it
    let mut last: Option<(u32, u16)> = None;
    let mut others = 0;
    let mut voted = false;
    for mention in mentions {
        if mention.flags.has(Flags::QUOTED) {
            continue;
        }
        match mention.kind {
            MentionKind::Name | MentionKind::Nominal => {
                let figure = cast.told(mention);
                if figure == NONE {
                    continue;
                }
                let near = last.is_some_and(|(_, sentence)| mention.sentence <= sentence + 1);
                others = match last {
                    Some((before, _)) if near && before != figure => others + 1,
                    Some(_) if near => others,
                    _ => 0,
                };
                last = Some((figure, mention.sentence));
                voted = false;
            }
            MentionKind::Pronoun if mention.gender.is_some() => {
                let Some((figure, sentence)) = last else { continue };
                if voted || mention.sentence > sentence + 1 {
                    continue;
                }
                voted = true;
                let weight = if others == 0 { SURE } else { SHARED };
                if let Some(figure) = cast.figures.get_mut(figure as usize) {
                    match mention.gender {
                        Some(Gender::Masculine) => figure.votes.0 += weight,
                        _ => figure.votes.1 += weight,
                    }
                }
            }
            _ => {}
        }
    }
}

/// Three votes to two decide.
fn decide((male, female): (u32, u32)) -> Option<Gender> {
    if male * 2 > female * 3 {
        Some(Gender::Masculine)
    } else if female * 2 > male * 3 {
        Some(Gender::Feminine)
    } else {
        None
    }
}
