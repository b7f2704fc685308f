//! What a word that reports tells of how something was said, beside how strongly it reports.

use super::table::WordId;
use crate::answer::manner::{Mode, Stance};

/// The tone of a word: aloud or written, asserted or denied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Tone {
    pub(crate) mode: Mode,
    pub(crate) stance: Stance,
    /// With an infinitive: *told her to stay*, *agreed to stay*; that of `stance` where the word has no other.
    pub(crate) stance_to: Stance,
    /// It judges what it takes: *praised the crew*.
    pub(crate) judges: bool,
    /// Of what it takes it says something: *accused Lee of theft, called it a farce*.
    pub(crate) claims: bool,
    /// Where a thing does it, what it takes in marks is a noise: *went “bang”*.
    pub(crate) sounds: bool,
}

/// What stands before the stance that a verb has with an infinitive only.
const WITH_INFINITIVE: &str = "to-";

impl Tone {
    /// Takes in a tag of a list: the name of a [`Mode`] or [`Stance`], `to-` and the name of a stance, `attitude`,
    /// `claims`, `sounds`; `None` for other words.
    pub(super) fn tag(&mut self, field: &str) -> Option<()> {
        if field == "attitude" {
            self.judges = true;
        } else if field == "claims" {
            self.claims = true;
        } else if field == "sounds" {
            self.sounds = true;
        } else if let Some(stance) = field.strip_prefix(WITH_INFINITIVE) {
            self.stance_to = stance_named(stance)?;
        } else if let Some(stance) = stance_named(field) {
            self.stance = stance;
            self.stance_to = stance;
        } else {
            self.mode = Mode::ALL.iter().copied().find(|mode| mode.as_str() == field)?;
        }
        Some(())
    }

    /// All of it in eleven bits.
    pub(super) fn bits(self) -> u64 {
        let Self { mode, stance, stance_to, judges, claims, sounds } = self;
        mode as u64
            | (stance as u64) << 2
            | (stance_to as u64) << 5
            | u64::from(judges) << 8
            | u64::from(claims) << 9
            | u64::from(sounds) << 10
    }
}

fn stance_named(name: &str) -> Option<Stance> {
    Stance::ALL.iter().copied().find(|stance| stance.as_str() == name)
}

/// The tones of nouns, adjectives and prepositions. A noun that a verb has too (*demand*) has that of the verb, unless it
/// has its own.
#[derive(Clone, Debug, Default)]
pub(super) struct Tones(Vec<(WordId, Tone)>);

impl Tones {
    pub(super) fn add(&mut self, word: WordId, tone: Tone) {
        self.0.push((word, tone));
    }

    pub(super) fn sort(&mut self) {
        self.0.sort_unstable_by_key(|(word, _)| *word);
    }

    pub(super) fn get(&self, word: WordId) -> Option<Tone> {
        let place = self.0.binary_search_by_key(&word, |(word, _)| *word).ok()?;
        self.0.get(place).map(|(_, tone)| *tone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_name_modes_and_stances() {
        let mut tone = Tone::default();
        for field in ["thought", "doubted", "to-ordered", "attitude"] {
            assert!(tone.tag(field).is_some(), "{field}");
        }
        let (mode, stance, stance_to) = (Mode::Thought, Stance::Doubted, Stance::Ordered);
        assert_eq!(tone, Tone { mode, stance, stance_to, judges: true, claims: false, sounds: false });
        assert_eq!(tone.tag("q3"), None);
    }
}
