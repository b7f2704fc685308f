//! Pronouns, *who*, *that*.

use crate::lexicon::Classes;
use crate::text::lex::{Shape, Token, TokenKind};

use super::chunker::{Chunker, NEVER_NAME};
use super::features::Features;
use super::item::{Item, ItemKind};

/// Words that can be pronouns.
pub(super) const PRONOUNS: Classes = Classes::PRONOUN.with(Classes::WH).with(Classes::THAT);

impl Chunker<'_> {
    /// *he, it*: a pronoun whatever follows.
    pub(super) fn plain_pronoun(&mut self, at: usize) {
        let classes = self.tokens[at].classes;
        let object = Features::OBJECT_FORM.0 * u16::from(classes.any(Classes::OBJECT_FORM));
        let plural = Features::PLURAL.0 * u16::from(classes.any(Classes::PLURAL));
        let features = Features(object | plural);
        let (start, end) = (at as u32, at as u32 + 1);
        let kind = ItemKind::Pronoun;
        self.chunks.items.push(Item { kind, features, start, end, head: start, detail: u32::MAX });
    }

    /// Pronouns, *who*, *that*: what a word of [`PRONOUNS`] is here, if it is one of them.
    pub(super) fn pronoun(&self, at: usize, limit: usize) -> Option<Item> {
        let token = &self.tokens[at];
        let classes = token.classes;
        // "US Senator Ann Lee"
        if classes.any(Classes::OBJECT_FORM) && token.shape.has(Shape::SHOUTED) {
            return None;
        }
        let next = (at + 1 < limit).then(|| &self.tokens[at + 1]);
        let kind = if classes.any(Classes::THAT) {
            // "of that plan", "to that tweet"
            let points = at > 0
                && self.tokens[at - 1].has(Classes::PREPOSITION.with(Classes::TO))
                && next.is_some_and(|next| self.opens_noun(next));
            if points {
                return None;
            }
            ItemKind::That
        } else if classes.any(Classes::WH) {
            let relative = classes.any(Classes::PRONOUN | Classes::POSSESSIVE | Classes::DETERMINER)
                && token.word != self.context.lexicon.known.what;
            if relative { ItemKind::Relative } else { return None }
        } else if classes.any(Classes::REFLEXIVE) {
            ItemKind::Adverb
        } else if classes.any(
            Classes::DETERMINER
                .with(Classes::POSSESSIVE)
                .with(Classes::ADVERB)
                .with(Classes::ADJECTIVE)
                .with(Classes::NOUN)
                .with(Classes::NUMBER),
        ) {
            // "her", "this", "all", "mine": pronouns only where no noun follows
            if token.has(Classes::ADVERB) && token.word == self.context.lexicon.known.there {
                ItemKind::Pronoun
            } else if next.is_some_and(|next| {
                self.opens_noun(next) && !says_after_plural(token, next) || self.owns_unlisted(token, next)
            }) {
                return None;
            } else {
                ItemKind::Pronoun
            }
        } else {
            ItemKind::Pronoun
        };
        let mut features = Features::default();
        if classes.any(Classes::OBJECT_FORM) && !classes.any(Classes::POSSESSIVE)
            || token.word == self.context.lexicon.known.her
        {
            features = features.with(Features::OBJECT_FORM);
        }
        if classes.any(Classes::PLURAL) {
            features = features.with(Features::PLURAL);
        }
        let (start, end) = (at as u32, at as u32 + 1);
        Some(Item { kind, features, start, end, head: start, detail: u32::MAX })
    }

    /// *his clasp*: a base form after a word that owns and can be no object is a noun that the lists lack.
    fn owns_unlisted(&self, token: &Token, next: &Token) -> bool {
        token.has(Classes::POSSESSIVE)
            && !token.has(Classes::OBJECT_FORM)
            && token.word != self.context.lexicon.known.her
            && next.is_word()
            && next.has(Classes::VERB_BASE)
            && !next.has(Classes::VERB_PAST.with(Classes::AUXILIARY).with(Classes::PREPOSITION))
    }

    /// Whether the token can open what stands in a noun phrase after its determiner.
    pub(super) fn opens_noun(&self, token: &Token) -> bool {
        match token.kind {
            TokenKind::Number => true,
            TokenKind::Word => {
                if token.word == 0 || token.is_capital() && !token.has(NEVER_NAME) {
                    return true;
                }
                token.has(
                    Classes::ANY_NOUN
                        | Classes::ADJECTIVE
                        | Classes::NUMBER
                        | Classes::DEMONYM
                        | Classes::TIME
                        | Classes::VERB_ING,
                ) && !token.has(NEVER_NAME.without(Classes::NUMBER))
            }
            kind => kind.is_mark() && token.shape.has(Shape::SPACED),
        }
    }
}

/// *Many claim, few report*: a plural pronoun before a word that as a noun would be singular.
fn says_after_plural(pronoun: &Token, next: &Token) -> bool {
    pronoun.has(Classes::PLURAL)
        && pronoun.has(Classes::ADJECTIVE)
        && next.has(Classes::VERB_BASE)
        && !next.has(Classes::PLURAL.with(Classes::ADJECTIVE))
}
