//! What a word without doubt is in a sentence.

use super::Classes;

/// What a word written small, or a mark, does where its readings leave no doubt. The chunker asks this first, since
/// most words are of such a kind, and goes through its questions about the neighbours for the others only: half of
/// the time of a chunker is guesses which of many questions will be answered with yes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Part(pub(crate) u8);

macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident = $number:literal,)*) => {
        #[allow(non_upper_case_globals)] // kinds, as those of an enumeration
        impl Part {
            $($(#[$doc])* pub(crate) const $name: Self = Self($number);)*
            /// How many there are.
            pub(crate) const COUNT: usize = [$($number),*].len();
        }
    };
}

parts! {
    /// Its neighbours decide.
    Open = 0,
    /// A word with a capital that is a name unless a sentence begins with it: *Weber*.
    Name = 1,
    /// It opens or is a noun phrase: *week, two*.
    Phrase = 2,
    /// An adjective and nothing else: *old*.
    Modifier = 3,
    /// Lower-case words that the lists lack, and those that they have as names: they are taken for nouns.
    Unlisted = 4,
    /// A noun and nothing else: *kitchen*.
    Noun = 5,
    /// A noun or a verb, as its neighbours decide; after a determiner or adjective a noun: *plan*.
    NounOrVerb = 6,
    /// A verb and nothing else: *says*.
    Verb = 7,
    /// *also, never*.
    Adverb = 8,
    /// Its neighbours decide, but it ends a noun phrase, as all below do: *that, because*.
    Break = 9,
    /// Any other mark.
    Mark = 10,
    /// A mark that may end a sentence.
    Stop = 11,
    /// *the, every*: opens a noun phrase, and ends one.
    Determiner = 12,
    /// *is, would*.
    Auxiliary = 13,
    /// *he, it*: a pronoun whatever follows.
    Pronoun = 14,
    To = 15,
    /// *of, with*.
    Preposition = 16,
    /// *and, or*.
    Coordinator = 17,
    Comma = 18,
    Semicolon = 19,
    Colon = 20,
    Dash = 21,
    OpenBracket = 22,
    CloseBracket = 23,
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

/// All that a verb without doubt may have as readings.
const VERB_ONLY: Classes =
    Classes::VERB.with(Classes::REPORTING).with(Classes::NAMING).with(Classes::MENTION);

/// All that an auxiliary without doubt may have.
const AUXILIARY_ONLY: Classes = Classes::AUXILIARY.with(Classes::VERB).with(Classes::NEGATION);

/// All that a pronoun without doubt may have.
const PRONOUN_ONLY: Classes = Classes::PRONOUN
    .with(Classes::OBJECT_FORM)
    .with(Classes::PLURAL)
    .with(Classes::MASCULINE)
    .with(Classes::FEMININE)
    .with(Classes::FIRST_PERSON)
    .with(Classes::SECOND_PERSON);

const TO_ONLY: Classes = Classes::TO.with(Classes::PREPOSITION);

/// What keeps a noun that is also a verb from being a noun after a determiner or adjective.
const NO_NOUN: Classes = Classes::BREAK
    .with(Classes::DETERMINER)
    .with(Classes::POSSESSIVE)
    .with(Classes::PRONOUN)
    .with(Classes::TIME)
    .with(Classes::NUMBER)
    .with(Classes::NAME_PARTICLE);

/// What an adjective without doubt is not.
const NO_ADJECTIVE: Classes = Classes::TIME.with(Classes::NUMBER).with(Classes::REFLEXIVE);

/// With one of these readings a word with a capital is not a name without its neighbours.
const DOUBTFUL_NAME: Classes = Classes::GRAMMAR
    .with(Classes::VERB)
    .with(Classes::REFLEXIVE)
    .with(Classes::NEGATION)
    .with(Classes::INTERJECTION)
    .with(Classes::MONTH)
    .with(Classes::WEEKDAY)
    .with(Classes::NAME_PARTICLE)
    .with(Classes::NAME_SUFFIX);

impl Part {
    /// The set of this one, for sets of parts as bits.
    #[inline]
    pub(crate) const fn bit(self) -> u32 {
        1 << self.0
    }

    /// What a word with these readings is that begins with a capital and is written small else.
    pub(crate) const fn of_capital(classes: Classes) -> Self {
        if classes.any(DOUBTFUL_NAME) { Self::Open } else { Self::Name }
    }

    /// What a word with these readings is.
    pub(crate) const fn of(classes: Classes) -> Self {
        if classes.any(DOUBTFUL) {
            return Self::of_doubtful(classes);
        }
        let noun = classes.any(Classes::ANY_NOUN);
        let determiner = classes.any(Classes::DETERMINER.with(Classes::POSSESSIVE));
        let (part, open) = if !classes.any(MORE) && noun {
            (Self::Noun, false)
        } else if classes.any(Classes::COORDINATOR) {
            (Self::Coordinator, determiner || noun || classes.any(Classes::ADVERB))
        } else if classes.any(Classes::PREPOSITION) {
            (Self::Preposition, noun)
        } else if determiner {
            let inside = classes.any(Classes::ADJECTIVE.with(Classes::NUMBER));
            (if inside { Self::Phrase } else { Self::Determiner }, false)
        } else if classes.any(Classes::ADVERB.with(Classes::NEGATION)) {
            (Self::Adverb, noun || classes.any(Classes::ADJECTIVE.with(Classes::TIME)))
        } else if classes.any(NO_ADJECTIVE) {
            (Self::Phrase, false)
        } else if classes.any(Classes::ADJECTIVE.with(Classes::DEMONYM).with(Classes::TITLE)) {
            (Self::Modifier, false)
        } else {
            (Self::Unlisted, false)
        };
        if open { Self::Open } else { part }
    }

    /// The same for a word with one of the readings of [`DOUBTFUL`].
    const fn of_doubtful(classes: Classes) -> Self {
        let noun = classes.any(Classes::ANY_NOUN);
        if classes.any(Classes::AUXILIARY) && AUXILIARY_ONLY.all(classes) {
            Self::Auxiliary
        } else if classes.any(Classes::VERB) && VERB_ONLY.all(classes) {
            Self::Verb
        } else if classes.any(Classes::PRONOUN) && PRONOUN_ONLY.all(classes) {
            Self::Pronoun
        } else if classes.any(Classes::TO) && TO_ONLY.all(classes) {
            Self::To
        } else if noun && classes.any(Classes::VERB) && !classes.any(NO_NOUN) {
            Self::NounOrVerb
        } else if classes.any(Classes::BREAK) && !noun && !classes.any(Classes::NAME_PARTICLE) {
            Self::Break
        } else {
            Self::Open
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Key, Lexicon};
    use super::*;

    fn part(word: &str) -> Part {
        let lexicon = Lexicon::english();
        lexicon.look_up(Key::of(word.as_bytes())).1.part(false)
    }

    #[test]
    fn words_of_one_kind_are_that() {
        assert_eq!(part("the"), Part::Determiner);
        assert_eq!(part("week"), Part::Phrase);
        assert_eq!(part("zzyzx"), Part::Unlisted);
        assert_eq!(part("presidential"), Part::Modifier);
        assert_eq!(part("says"), Part::Verb);
        assert_eq!(part("is"), Part::Auxiliary);
        assert_eq!(part("she"), Part::Pronoun);
        assert_eq!(part("kitchen"), Part::Noun);
        assert_eq!(part("of"), Part::Preposition);
        assert_eq!(part("and"), Part::Coordinator);
        assert_eq!(part("never"), Part::Adverb);
    }

    #[test]
    fn words_of_several_kinds_hang_on_their_neighbours() {
        for word in ["but", "her", "this", "long"] {
            assert_eq!(part(word), Part::Open, "{word}");
        }
        for word in ["that", "for", "who", "because"] {
            assert_eq!(part(word), Part::Break, "{word}");
        }
        assert_eq!(part("plan"), Part::NounOrVerb);
    }
}
