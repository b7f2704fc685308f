//! A run of capitals and what its words are one by one.

use crate::base::steps;
use crate::lexicon::Classes;
use crate::text::lex::{Shape, Token};

/// Where a run of capitals stands, which decides what a capital means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameContext {
    /// Inside a sentence: a capital is a sign of a name.
    Inside,
    /// The word opens a sentence or a quotation: its own capital means nothing.
    Opening,
    /// A headline whose words all have capitals.
    Headline,
    /// A line in capitals throughout.
    Shouted,
}

/// Words that are never part of a name, whatever their capital, unless they are a given name too.
pub(super) const FUNCTION: Classes = Classes::GRAMMAR.with(Classes::REFLEXIVE).with(Classes::NEGATION);

/// Words that a sentence can open with and that are no name for that.
pub(super) const ORDINARY: Classes = FUNCTION
    .with(Classes::ADVERB)
    .with(Classes::ADJECTIVE)
    .with(Classes::ANY_NOUN)
    .with(Classes::VERB)
    .with(Classes::TIME)
    .with(Classes::NUMBER)
    .with(Classes::INTERJECTION)
    .with(Classes::WORK_NOUN)
    .with(Classes::SIGN_NOUN)
    .with(Classes::NOUN_CUE);

/// Words that are a name, or part of one, wherever they stand.
pub(super) const PROPER: Classes = Classes::GIVEN
    .with(Classes::PLACE)
    .with(Classes::DEMONYM)
    .with(Classes::PARTY)
    .with(Classes::ORG_NAME)
    .with(Classes::ORG_SUFFIX)
    .with(Classes::NAME_SUFFIX);

/// The small words that can join parts of a name: *of, for, on, and, van*.
pub(super) const JOINTS: Classes =
    Classes::PREPOSITION.with(Classes::COORDINATOR).with(Classes::NAME_PARTICLE);

pub(super) const OFFICE: Classes = Classes::TITLE.with(Classes::ROLE);

pub(super) const BODY: Classes = Classes::ORG_NOUN.with(Classes::ORG_NAME).with(Classes::ORG_SUFFIX);

/// What newspapers call themselves after a place; as words of their own they are no bodies.
pub(super) const PAPERS: &[&[u8]] = &[
    b"Chronicle",
    b"Globe",
    b"Guardian",
    b"Herald",
    b"Inquirer",
    b"Mail",
    b"Mirror",
    b"News",
    b"Observer",
    b"Post",
    b"Review",
    b"Star",
    b"Sun",
    b"Telegraph",
    b"Times",
    b"Today",
    b"Tribune",
];

/// Whether a newspaper can be called by the word.
pub(crate) fn is_paper(word: &[u8]) -> bool {
    PAPERS.contains(&word)
}

/// What names of cities and states begin with.
pub(super) const PLACE_OPENINGS: &[&[u8]] = &[
    b"Cape", b"East", b"El", b"Fort", b"Las", b"Los", b"New", b"North", b"Port", b"Rhode", b"San", b"Santa",
    b"South", b"St.", b"West",
];

/// Arabic and Hebrew articles and the like, which stay small before a capital.
const ARTICLES: &[&[u8]] =
    &[b"abu", b"ad", b"al", b"an", b"ar", b"as", b"ash", b"at", b"az", b"ben", b"bin", b"el", b"ibn", b"ul"];

/// Particles that a surname is written together with: *deVane, laFond, vanDoren*.
const GROWN_ON: &[&[u8]] = &[
    b"d", b"da", b"de", b"del", b"della", b"di", b"du", b"fitz", b"la", b"le", b"lo", b"mac", b"mc", b"van",
    b"von",
];

/// A run of capitals that begins at `at`.
pub(super) struct Run<'a> {
    pub(super) text: &'a [u8],
    /// Up to the limit.
    pub(super) tokens: &'a [Token],
    pub(super) at: usize,
    pub(super) context: NameContext,
}

impl Run<'_> {
    #[inline]
    pub(super) fn has(&self, at: usize, classes: Classes) -> bool {
        steps::add(1);
        self.tokens.get(at).is_some_and(|token| token.has(classes))
    }

    #[inline]
    pub(super) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_word() && token.is_capital())
    }

    pub(super) fn word(&self, at: usize) -> &[u8] {
        self.tokens
            .get(at)
            .and_then(|token| self.text.get(token.start as usize..token.end as usize))
            .unwrap_or(&[])
    }

    #[inline]
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| (token.end - token.start) as usize == word.len())
            && self.word(at).eq_ignore_ascii_case(word.as_bytes())
    }

    /// *J.*, *J.D.*: letters with a stop each that are no word of the lists.
    pub(super) fn is_initial(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            let stops = || self.word(at).iter().filter(|byte| **byte == b'.').count();
            token.is_capital()
                && token.shape.has(Shape::STOPPED)
                && (token.end - token.start) as usize == 2 * stops()
                && !token.has(Classes::PLACE.with(OFFICE).with(Classes::ORG_NAME))
        })
    }

    /// A word in capitals that the line around it is not: *NATO, US*.
    pub(super) fn is_acronym(&self, at: usize) -> bool {
        self.context != NameContext::Shouted
            && self.tokens.get(at).is_some_and(|token| {
                token.shape.has(Shape::SHOUTED)
                    && !token.shape.has(Shape::HYPHENATED)
                    && (token.end - token.start) <= 5
            })
    }

    /// *al-Masri, el-Sayed, deVane*: a part of a name that begins small and has a capital inside.
    pub(super) fn is_small_article(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        if token.is_capital() || !token.shape.has(Shape::INNER_CAPITAL) {
            return false;
        }
        let word = self.word(at);
        let small = word.iter().position(|byte| !byte.is_ascii_lowercase()).unwrap_or(0);
        let hyphen = word.get(small) == Some(&b'-');
        if hyphen { ARTICLES.contains(&&word[..small]) } else { GROWN_ON.contains(&&word[..small]) }
    }

    pub(super) fn is_small_joint(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            !token.is_capital() && !token.has(Classes::NAME_PARTICLE)
                || self.is(at, "of")
                || self.is(at, "for")
        }) && !self.is_small_article(at)
    }
}
