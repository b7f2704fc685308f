//! What a word without doubt is in a sentence.

use super::Classes;

/// What a word written small, or a mark, does where its readings leave no doubt. The chunker asks this first, since
/// most words are of such a kind, and goes through its questions about the neighbours for the others only: half of
/// the time of a chunker is guesses which of many questions will be answered with yes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(crate) enum Part {
    /// Its neighbours decide.
    #[default]
    Open,
    /// It opens or is a noun phrase: *the, old, week*, and words that the lists lack.
    Phrase,
    /// A noun and nothing else: *kitchen*.
    Noun,
    /// *also, never*.
    Adverb,
    /// Its neighbours decide, but it ends a noun phrase, as all below do: *that, is, because*.
    Break,
    /// Any other mark.
    Mark,
    /// *of, with*.
    Preposition,
    /// *and, or*.
    Coordinator,
    Comma,
    Semicolon,
    Colon,
    Dash,
    OpenBracket,
    CloseBracket,
}

/// With one of these readings a word is nothing without its neighbours.
const DOUBTFUL: Classes = Classes::TO
    .with(Classes::THAT)
    .with(Classes::PRONOUN)
    .with(Classes::WH)
    .with(Classes::SUBORDINATOR)
    .with(Classes::VERB)
    .with(Classes::AUXILIARY)
    .with(Classes::NAME_PARTICLE)
    .with(Classes::INTERJECTION);

/// With one of these readings a noun is more than that.
const MORE: Classes = Classes::DETERMINER
    .with(Classes::POSSESSIVE)
    .with(Classes::PREPOSITION)
    .with(Classes::COORDINATOR)
    .with(Classes::REFLEXIVE)
    .with(Classes::ADVERB)
    .with(Classes::NEGATION)
    .with(Classes::TIME);

impl Part {
    /// What a word with these readings is.
    pub(crate) const fn of(classes: Classes) -> Self {
        let noun = classes.any(Classes::ANY_NOUN);
        if classes.any(DOUBTFUL) {
            let breaks = classes.any(Classes::BREAK) && !noun && !classes.any(Classes::NAME_PARTICLE);
            return if breaks { Self::Break } else { Self::Open };
        }
        let determiner = classes.any(Classes::DETERMINER.with(Classes::POSSESSIVE));
        let (part, open) = if !classes.any(MORE) && noun {
            (Self::Noun, false)
        } else if classes.any(Classes::COORDINATOR) {
            (Self::Coordinator, determiner || noun || classes.any(Classes::ADVERB))
        } else if classes.any(Classes::PREPOSITION) {
            (Self::Preposition, noun)
        } else if determiner {
            (Self::Phrase, false)
        } else if classes.any(Classes::ADVERB.with(Classes::NEGATION)) {
            (Self::Adverb, noun || classes.any(Classes::ADJECTIVE.with(Classes::TIME)))
        } else {
            (Self::Phrase, false)
        };
        if open { Self::Open } else { part }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Key, Lexicon};
    use super::*;

    fn part(word: &str) -> Part {
        let lexicon = Lexicon::english();
        lexicon.look_up(Key::of(word.as_bytes())).1.part
    }

    #[test]
    fn words_of_one_kind_are_that() {
        for word in ["the", "week", "zzyzx"] {
            assert_eq!(part(word), Part::Phrase, "{word}");
        }
        assert_eq!(part("kitchen"), Part::Noun);
        assert_eq!(part("of"), Part::Preposition);
        assert_eq!(part("and"), Part::Coordinator);
        assert_eq!(part("never"), Part::Adverb);
    }

    #[test]
    fn words_of_several_kinds_hang_on_their_neighbours() {
        for word in ["but", "she", "said", "this", "long"] {
            assert_eq!(part(word), Part::Open, "{word}");
        }
        for word in ["that", "to", "for", "is", "who", "because"] {
            assert_eq!(part(word), Part::Break, "{word}");
        }
    }
}
