//! How a noun phrase begins, which mostly is all of it: *the old kitchen table*.
//!
//! In: the place of a word that may open a phrase. Out: its determiner and the run of plain words behind it:
//! adjectives and nouns whose reading is beyond doubt there, with the last noun among them. Two sets of [`Part`]s
//! decide, one bit a token, where `noun.rs` would ask for each reading of each word.

use crate::base::steps;
use crate::lexicon::{Classes, Part};
use crate::text::lex::Token;

use super::features::{Features, NOMINAL, noun_features};
use super::ground::{Ground, MOST_WORDS};
use super::item::ItemKind;

/// What a noun phrase begins with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Begun {
    pub(super) run: Run,
    pub(super) features: Features,
    /// Opened by *a, an*.
    pub(super) singular: bool,
}

/// A run of plain words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The token after its last.
    pub(super) end: usize,
    /// The last noun.
    pub(super) head: Option<usize>,
    /// The phrase cannot go on at `end`.
    pub(super) is_all: bool,
}

const OPENERS: Classes = Classes::DETERMINER.with(Classes::POSSESSIVE);

impl Begun {
    /// What the noun phrase at `at` begins with, if one begins there.
    #[inline]
    pub(super) fn at(ground: &Ground<'_>, at: usize, limit: usize) -> Self {
        let limit = limit.min(ground.tokens.len()).min(at + MOST_WORDS + 1);
        let classes = ground.token(at, limit).map_or(Classes::NONE, |token| token.classes);
        let opens =
            classes.any(OPENERS) && !(classes.any(Classes::PRONOUN) && stands_alone(ground, at, limit));
        // without branches: whether a phrase has a determiner is a guess
        let indefinite = opens & classes.any(Classes::INDEFINITE);
        let possessed = opens & classes.any(Classes::POSSESSIVE);
        let article = (Features::DEFINITE.0 << u32::from(indefinite)) * u16::from(opens);
        const { assert!(Features::DEFINITE.0 << 1 == Features::INDEFINITE.0) };
        let second = ground.token(at + 1, limit).map_or(Classes::NONE, |second| second.classes);
        // "all the"
        let two = opens & second.any(OPENERS) & !second.any(Classes::THAT);
        let run = Run::at(ground.tokens, at, at + usize::from(opens) + usize::from(two), limit);
        let head = run.head.map_or(Classes::NONE, |head| ground.tokens[head].classes);
        let opening = article | (Features::POSSESSED.0 * u16::from(possessed));
        Self {
            run,
            features: Features(opening).with(noun_features(head)),
            singular: indefinite & !classes.any(Classes::PRONOUN.with(Classes::PLURAL)),
        }
    }

    /// No plain word.
    pub(super) fn nothing(at: usize) -> Self {
        let run = Run { end: at, head: None, is_all: false };
        Self { run, features: Features::default(), singular: false }
    }

    /// The kind and head of the phrase where it is no more than this.
    #[inline]
    pub(super) fn whole(&self) -> Option<(ItemKind, usize)> {
        let head = self.run.head.filter(|_| self.run.is_all)?;
        Some((if self.features.has(NOMINAL) { ItemKind::Nominal } else { ItemKind::Phrase }, head))
    }
}

/// *her, this, all* with no noun behind them.
#[inline(never)]
fn stands_alone(ground: &Ground<'_>, at: usize, limit: usize) -> bool {
    !ground.goes_on_as_noun(at + 1, limit) && !ground.describes(at + 1, limit)
}

/// What stays in the phrase as a noun.
const NOUNS: u32 = Part::Noun.bit() | Part::Unlisted.bit();

/// What belongs to the phrase as long as it has no noun: adjectives, and nouns that can be verbs.
const BEFORE_HEAD: u32 = NOUNS | Part::Modifier.bit() | Part::NounOrVerb.bit();

impl Run {
    /// The run of plain words at `from` in a phrase that begins at `start`.
    #[inline]
    fn at(tokens: &[Token], start: usize, from: usize, limit: usize) -> Self {
        // "the two plan": after a number a verb may stand
        let counted = from > start && tokens[from - 1].has(Classes::NUMBER);
        let mut taken = if counted { BEFORE_HEAD & !Part::NounOrVerb.bit() } else { BEFORE_HEAD };
        let (mut end, mut head) = (from, None);
        while end < limit {
            steps::add(1);
            let part = tokens[end].part;
            if taken & part.bit() == 0 {
                return Self { end, head, is_all: part >= Part::Break };
            }
            if part == Part::Modifier {
                taken = BEFORE_HEAD;
            } else {
                head = Some(end);
                taken = NOUNS;
            }
            end += 1;
        }
        Self { end, head, is_all: true }
    }
}
