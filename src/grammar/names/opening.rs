//! Whether a name begins at a word: small ones may open one, and a capital that opens a sentence may not.

use crate::lexicon::Classes;
use crate::text::lex::{Shape, Token, TokenKind};

use super::kind::PLACE_ENDINGS;
use super::run::{BODY, FUNCTION, NameContext, OFFICE, ORDINARY, PLACE_OPENINGS, PROPER, Run};

impl Run<'_> {
    /// Whether the run can begin where it was asked to.
    pub(super) fn opens(&self) -> bool {
        let at = self.at;
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        if !token.is_word() {
            return false;
        }
        if !token.is_capital() {
            return self.opens_lower(token);
        }
        if !self.is_part(at) {
            return false;
        }
        self.context != NameContext::Opening || self.opens_sentence(token)
    }

    /// A role word before a capital (*spokesman Lee*), or a name that begins small (*van Dyke, al-Masri*).
    pub(super) fn opens_lower(&self, token: &Token) -> bool {
        let role = OFFICE.with(Classes::PERSON_NOUN).with(Classes::KIN).with(Classes::NAME_PARTICLE);
        if token.has(role) && !token.has(Classes::PLURAL) {
            let office = !token.shape.has(Shape::HYPHENATED) || token.has(OFFICE);
            return office && self.is_part(self.at + 1) && self.capital(self.at + 1);
        }
        self.is_small_article(self.at)
    }

    /// Whether a word at a sentence's start is more than a word with a capital.
    pub(super) fn opens_sentence(&self, token: &Token) -> bool {
        let at = self.at;
        // "Stone & Hale"
        let firm = self.is(at + 1, "&") && self.capital(at + 2);
        if firm || self.is_initial(at) || self.is_acronym(at) {
            return true;
        }
        if !token.has(ORDINARY) {
            return token.word != 0 || !self.is_adverb_by_ending(at);
        }
        let next_is_part = self.is_part(at + 1);
        // "Marks & Webb"
        if self.is(at + 1, "&") && self.capital(at + 2) {
            return true;
        }
        if token.has(Classes::GIVEN) {
            return (next_is_part && !self.has(at + 1, FUNCTION)) || self.is_followed_as_a_subject(at);
        }
        // "Time again", "Shell shocked": some bodies share their name with a word
        if token.has(PROPER) && !(token.has(Classes::COMMON) && token.has(Classes::ORG_NAME)) {
            return true;
        }
        if token.has(PROPER) && self.is_followed_as_a_subject(at) {
            return true;
        }
        if token.has(OFFICE.with(Classes::ORG_NOUN)) && self.is(at + 1, "of") && self.capital(at + 2) {
            return true;
        }
        let citizens_for = token.has(Classes::PLURAL) && self.is(at + 1, "for");
        if citizens_for && self.capital(at + 2) && self.takes_for(at) {
            return true;
        }
        if PLACE_OPENINGS.contains(&self.word(at)) && next_is_part && !self.has(at + 1, ORDINARY) {
            return true;
        }
        if next_is_part && self.is_participle_of_a_body(token) {
            return true;
        }
        if next_is_part {
            return token.has(Classes::ANY_NOUN.with(Classes::ADJECTIVE).with(OFFICE))
                && !token.has(FUNCTION.with(Classes::ADVERB).with(Classes::TIME))
                && self.makes_a_name_with_next(token);
        }
        self.is_bare_surname(token)
    }

    /// *Downing Street said*: a form in -ing and the noun of a body or street, with a verb behind them.
    fn is_participle_of_a_body(&self, token: &Token) -> bool {
        let next = self.at + 1;
        token.has(Classes::VERB_ING)
            && (self.has(next, Classes::ORG_NOUN) || PLACE_ENDINGS.contains(&self.word(next)))
            && self.capital(next)
            && !self.capital(next + 1)
            && self.is_followed_as_a_subject(next)
    }

    /// *Similarly, it …*
    pub(super) fn is_adverb_by_ending(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 5
            && word.ends_with(b"ly")
            && !self.tokens.get(at + 1).is_some_and(|next| next.has(Classes::FINITE.with(Classes::AUXILIARY)))
    }

    /// *Justice Department, Supreme Court, Singer Ann Lee*, but not *Angry Ann*.
    pub(super) fn makes_a_name_with_next(&self, token: &Token) -> bool {
        let next = self.at + 1;
        if token.has(OFFICE.with(Classes::PERSON_NOUN)) {
            return true;
        }
        let next_is_given = self.has(next, Classes::GIVEN);
        !next_is_given && self.has(next, BODY.with(OFFICE).with(Classes::ANY_NOUN).with(Classes::PLACE))
    }

    /// *Brown said*: one thing called by a noun needs a determiner, a name does not.
    pub(super) fn is_bare_surname(&self, token: &Token) -> bool {
        token.has(Classes::NOUN.with(Classes::ADJECTIVE))
            && !token.has(FUNCTION.with(Classes::ADVERB).with(Classes::PLURAL).with(Classes::TIME))
            && !token.has(Classes::PERSON_NOUN.with(Classes::ORG_NOUN).with(Classes::DOCUMENT_NOUN))
            && !token.has(Classes::NOUN_CUE)
            && self.tokens.get(self.at + 1).is_some_and(|next| {
                let doubtful = token.has(Classes::ADJECTIVE) && next.has(Classes::PLURAL);
                next.has(Classes::FINITE)
                    && next.has(Classes::REPORTING)
                    && !next.is_capital()
                    && (!doubtful || self.takes_object(self.at + 1))
            })
    }

    /// Whether something that a verb at `at` would take stands behind it: *Brown claims the title*, but *recent
    /// claims have shown*.
    pub(super) fn takes_object(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| {
            let opens =
                Classes::DETERMINER.with(Classes::POSSESSIVE).with(Classes::PRONOUN).with(Classes::THAT);
            next.has(opens) || next.kind.is_mark()
        })
    }

    /// *Will said, Grace's, Mark,*: what comes next only makes sense after a name.
    pub(super) fn is_followed_as_a_subject(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else {
            return true;
        };
        match next.kind {
            TokenKind::Word => {
                next.has(Classes::FINITE.with(Classes::AUXILIARY))
                    && !next.has(FUNCTION.without(Classes::AUXILIARY).with(Classes::PLURAL))
            }
            TokenKind::Clitic | TokenKind::Comma => true,
            _ => false,
        }
    }
}
