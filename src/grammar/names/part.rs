//! Whether a word can be a part of a name.

use crate::lexicon::{Classes, Part};
use crate::text::lex::{Shape, Token, TokenKind};

use super::run::{BODY, FUNCTION, NameContext, OFFICE, PAPERS, PROPER, Run};

impl Run<'_> {
    /// Whether token `at` can be a part of a name.
    pub(super) fn is_part(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        match token.part {
            Part::Open => self.is_doubtful_part(at, token),
            Part::Name => {
                !matches!(self.context, NameContext::Headline | NameContext::Shouted)
                    || self.is_headline_part(at)
            }
            _ => false,
        }
    }

    #[inline(never)]
    pub(super) fn is_doubtful_part(&self, at: usize, token: &Token) -> bool {
        if !token.is_word() {
            return false;
        }
        if !token.is_capital() {
            return self.is_small_article(at);
        }
        if self.is_initial(at) {
            return true;
        }
        if token.shape.has(Shape::HYPHENATED) && self.ends_small(at) {
            // "Oscar-winner Gomez", "Kim Jong-un", but "Lee-backed plan"
            return token.has(OFFICE.with(Classes::PERSON_NOUN)) || (at > self.at && self.capital(at - 1));
        }
        if token.has(Classes::MONTH.with(Classes::WEEKDAY)) {
            if self.is_surname(at) {
                return true;
            }
            if !self.is_person_or_paper(at) {
                return false;
            }
        }
        let will = token.has(Classes::GIVEN) && !token.has(FUNCTION.without(Classes::MODAL));
        if token.has(FUNCTION.with(Classes::INTERJECTION)) && !will {
            // "New York Times" holds a preposition
            let noun_inside = at > self.at && token.has(Classes::NOUN) && self.capital(at - 1);
            return self.is_acronym(at) || noun_inside || self.ends_a_paper(at);
        }
        match self.context {
            NameContext::Inside | NameContext::Opening => true,
            NameContext::Headline | NameContext::Shouted => self.is_headline_part(at),
        }
    }

    pub(super) fn ends_a_paper(&self, at: usize) -> bool {
        let place = at > self.at && self.capital(at - 1) || at == self.at && at > 0 && self.is(at - 1, "the");
        place && PAPERS.contains(&self.word(at))
    }

    /// Whether the part after the last hyphen is small.
    pub(super) fn ends_small(&self, at: usize) -> bool {
        let word = self.word(at);
        let last = word.iter().rposition(|byte| *byte == b'-').map_or(0, |hyphen| hyphen + 1);
        word.get(last).is_some_and(u8::is_ascii_lowercase)
    }

    /// *Mrs May*, *Theresa May*: a month or day that is a surname. *Ann May 5* holds a date, and *told Ann Monday* a
    /// time: behind a given name a day is a surname only where the sentence goes on with its verb.
    fn is_surname(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| *before >= self.at && self.capital(*before))
        else {
            return false;
        };
        let date = self.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
        if date || self.tokens[at].shape.has(Shape::STOPPED) {
            return false;
        }
        if self.has(before, Classes::TITLE) {
            return self.is_courtesy(before) || self.is_followed_as_a_subject(at);
        }
        // "Yin May, 60,"
        let aged = self.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Comma)
            && self
                .tokens
                .get(at + 2)
                .is_some_and(|age| age.kind == TokenKind::Number && age.end - age.start <= 3)
            && self.tokens.get(at + 3).is_some_and(|next| next.kind == TokenKind::Comma);
        if aged && !self.has(before, Classes::PLACE.with(Classes::ANY_NOUN)) {
            return true;
        }
        let alone = before == self.at || self.has(before - 1, Classes::TITLE) && self.capital(before - 1);
        let given = alone && self.has(before, Classes::GIVEN) && !self.has(before, Classes::MONTH);
        given && (self.has(at, Classes::MONTH) || self.is_followed_as_a_subject(at))
    }

    /// *Mr, Mrs., Dr*: nothing but a name follows.
    fn is_courtesy(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.has(Classes::TITLE)
                && !token.has(Classes::ROLE.with(Classes::PERSON_NOUN).with(Classes::GIVEN))
        })
    }

    /// *April Lee* and *Sunday Times*, but not *on Monday* and *in May Lee said*.
    pub(super) fn is_person_or_paper(&self, at: usize) -> bool {
        // "in May Lee said", but "the family of May Lee"
        let after_preposition = at > 0
            && self.has(at - 1, Classes::PREPOSITION)
            && !self.is(at - 1, "of")
            && !self.is(at - 1, "with");
        let next_capital = self.capital(at + 1) && !self.has(at + 1, FUNCTION.with(Classes::MONTH));
        if self.has(at, Classes::GIVEN) && !after_preposition && next_capital {
            return true;
        }
        next_capital && self.has(at + 1, BODY)
    }

    /// Where every word has a capital, only words that are no ordinary ones are taken.
    pub(super) fn is_headline_part(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.word == 0
            || token.has(PROPER.with(OFFICE))
            // "Endorses Carla Winter for Governor"
            || (at == self.at + 1 && token.has(Classes::TIME) && self.has(self.at, Classes::GIVEN))
            || (at > self.at && token.has(BODY) && self.capital(at - 1))
    }
}
