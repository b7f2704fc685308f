//! How far a name reaches: over the small words and signs that join its parts.

use crate::lexicon::{Classes, Part};
use crate::text::lex::{Shape, TokenKind};

use super::run::{BODY, JOINTS, OFFICE, ORDINARY, PROPER, Run};

/// A run of more parts than this is a list or a shouted page, no name; the bound keeps the cost linear.
pub(super) const MOST_PARTS: usize = 24;

/// Bodies that are named by what they sit *on*.
const SITS_ON: &[&[u8]] =
    &[b"Commission", b"Committee", b"Conference", b"Council", b"Panel", b"Subcommittee"];

impl Run<'_> {
    /// The token after the run's last part.
    pub(super) fn end(&self) -> usize {
        let mut end = self.at + 1;
        while end - self.at < MOST_PARTS {
            if self.has(end - 1, Classes::NAME_SUFFIX) && end - 1 > self.at {
                break;
            }
            if self.is_part(end) {
                end += 1;
            } else if let Some(next) = self.connected(end) {
                end = next;
            } else {
                break;
            }
        }
        end
    }

    /// Where the run goes on after a small word or a sign at `at` that joins two of its parts.
    pub(super) fn connected(&self, at: usize) -> Option<usize> {
        let token = self.tokens.get(at)?;
        if !matches!(
            token.part,
            Part::Open | Part::Break | Part::Preposition | Part::Coordinator | Part::Comma
        ) {
            return None;
        }
        match token.kind {
            TokenKind::Comma => self.suffix_after_comma(at),
            TokenKind::Single | TokenKind::SingleClose | TokenKind::Clitic => self.body_of_many(at),
            TokenKind::Symbol => (self.is(at, "&") && self.capital(at + 1)).then_some(at + 2),
            TokenKind::Word if token.is_capital() || !token.has(JOINTS) => None,
            TokenKind::Word if token.has(Classes::NAME_PARTICLE) => self.particles(at),
            TokenKind::Word if self.is(at, "of") => self.complement(at, self.takes_of(at - 1)),
            TokenKind::Word if self.is(at, "for") => self.complement(at, self.takes_for(at - 1)),
            TokenKind::Word if self.is(at, "on") => self.complement(at, SITS_ON.contains(&self.word(at - 1))),
            TokenKind::Word if self.is(at, "and") => self.coordinated(at),
            _ => None,
        }
    }

    /// *Ray, Jr.*
    pub(super) fn suffix_after_comma(&self, at: usize) -> Option<usize> {
        (self.has(at + 1, Classes::NAME_SUFFIX) && self.capital(at + 1) && at > self.at).then_some(at + 2)
    }

    /// *the Teachers' Union*, *the Women's Rights Association*: the ending at `at` of those whose body it is.
    fn body_of_many(&self, at: usize) -> Option<usize> {
        let many = self.tokens.get(at - 1).is_some_and(|token| {
            token.classes.all(Classes::PLURAL) && token.has(Classes::ANY_NOUN) && token.is_capital()
        });
        let spaced = self.tokens[at].shape.has(Shape::SPACED);
        if !many || spaced || self.has(at - 1, PROPER) {
            return None;
        }
        let body = (at + 1..at + 4).take_while(|at| self.capital(*at)).find(|at| self.has(*at, BODY))?;
        (!self.has(body, OFFICE)).then_some(body + 1)
    }

    /// *van der Berg*: small particles up to a capital.
    pub(super) fn particles(&self, mut at: usize) -> Option<usize> {
        let first = at;
        while at - first < 3 && self.has(at, Classes::NAME_PARTICLE) && !self.capital(at) {
            at += 1;
        }
        (self.capital(at) && self.is_part(at)).then_some(at + 1)
    }

    /// The capitals after *of*, *of the* and the like.
    pub(super) fn complement(&self, at: usize, taken: bool) -> Option<usize> {
        let next = if self.is(at + 1, "the") { at + 2 } else { at + 1 };
        let named = taken && self.capital(next) && self.is_part(next);
        (named && !self.has(next, Classes::MONTH.with(Classes::WEEKDAY))).then_some(next + 1)
    }

    /// *Bank of*, *Secretary of*, *Duke of*; *Lee of* and *Peter Brown of* are persons and where they come from.
    pub(super) fn takes_of(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let people = token.has(Classes::PERSON_NOUN) && !token.has(OFFICE.with(Classes::PARTY));
        token.has(ORDINARY.with(OFFICE).with(BODY))
            && !token.has(Classes::GIVEN)
            && !people
            && (at == self.at || token.has(BODY) || !self.is_given_or_initial(at - 1, token.has(OFFICE)))
    }

    /// *Peter, T.*, and what the lists lack but for an office, as in *Salby Director of*; before a surname, whatever
    /// that means as a word.
    fn is_given_or_initial(&self, at: usize, office: bool) -> bool {
        let given = self.has(at, Classes::GIVEN) && !self.has(at, BODY.with(Classes::PLACE));
        let unknown =
            !office && self.tokens.get(at).is_some_and(|token| token.word == 0 && token.is_capital());
        given || unknown || self.is_initial(at) || self.is_stopped_title(at)
    }

    /// *Mr., Sen., Rep.*
    fn is_stopped_title(&self, at: usize) -> bool {
        self.has(at, Classes::TITLE)
            && self.tokens.get(at).is_some_and(|token| token.shape.has(Shape::STOPPED))
    }

    /// *Center for*, *Citizens for Clean Water*; *Soldiers for Ann Lee* are no body.
    pub(super) fn takes_for(&self, at: usize) -> bool {
        let people = self.has(at, Classes::PERSON_NOUN);
        let common = self.has(at + 2, Classes::NOUN.with(Classes::ADJECTIVE)) && !self.has(at + 2, PROPER);
        self.has(at, BODY.with(Classes::PLURAL).with(Classes::DEMONYM)) && (!people || common)
    }

    /// *Centers for Disease Control and Prevention*, *Food and Drug Administration*, *Mr. and Mrs. Ray*.
    pub(super) fn coordinated(&self, at: usize) -> Option<usize> {
        let next = at + 1;
        if !self.capital(next) {
            return None;
        }
        if self.is_stopped_title(at - 1) && self.is_stopped_title(next) {
            return Some(next + 1);
        }
        let common = |at: usize| {
            self.has(at, Classes::NOUN.with(Classes::ADJECTIVE)) && !self.has(at, PROPER.with(OFFICE))
        };
        if !common(at - 1) || !common(next) {
            return None;
        }
        let inside_a_body = (self.at..at).any(|at| !self.capital(at));
        let body_after = (next + 1..next + 4)
            .take_while(|at| self.capital(*at))
            .any(|at| self.has(at, BODY) && !self.has(at, OFFICE));
        let body_here = self.has(next, BODY) || self.has(at - 1, BODY);
        ((inside_a_body && !body_here) || body_after).then_some(next + 1)
    }
}
