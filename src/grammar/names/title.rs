//! Where the name proper begins behind titles, offices, bodies and peoples.

use crate::lexicon::Classes;
use crate::text::lex::Shape;

use super::run::{BODY, OFFICE, PROPER, Run};

impl Run<'_> {
    /// Where the name proper begins: after the last title or office, or at a given name behind a body.
    pub(super) fn name_start(&self, end: usize) -> usize {
        let mut start = self.at;
        let mut behind_a_body = false;
        for at in self.at..end {
            if self.is_title_before(at, end) {
                start = self.after_office(at + 1, end);
            } else if behind_a_body && self.begins_person(at, end) {
                start = at;
                behind_a_body = false;
            } else if at == start && (self.is_people_before(at, end) || self.is_epithet_before(at, end)) {
                start = at + 1;
            }
            let small = !self.capital(at) && self.has(at, Classes::PREPOSITION);
            behind_a_body |=
                small || (self.has(at, BODY.with(Classes::ROLE)) && !self.has(at, Classes::GIVEN));
        }
        if start < end && self.is_office_alone(start, end) {
            return end;
        }
        start
    }

    /// Whether the word at `at` is a title of the name after it.
    pub(super) fn is_title_before(&self, at: usize, end: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        if at + 1 >= end || !token.has(OFFICE.with(Classes::PERSON_NOUN).with(Classes::KIN)) {
            return false;
        }
        let after_given = at > self.at
            && self.has(at - 1, Classes::GIVEN)
            && !self.has(at - 1, Classes::PLACE.with(OFFICE));
        // "Don Weber" is called Don; "Dean Weber" is one
        let don = token.has(Classes::GIVEN) && !token.shape.has(Shape::STOPPED);
        let titled = at > self.at && self.has(at - 1, OFFICE);
        if don && (titled || at == self.at && at + 2 == end && !self.has(at + 1, Classes::GIVEN)) {
            return false;
        }
        let guy = at == self.at && token.has(Classes::GIVEN) && token.is_capital() && !token.has(OFFICE);
        if guy || token.has(Classes::DEMONYM) && !token.has(OFFICE) {
            return false;
        }
        if after_given || (token.has(Classes::GIVEN) && self.has(at + 1, Classes::NAME_SUFFIX)) {
            return false;
        }
        if self.is_brand_of_an_adjective(at) {
            return false;
        }
        // "Justice Department" and "Soldiers Home" have no title
        let body_next = self.has(at + 1, BODY) && !self.has(at + 1, Classes::GIVEN.with(OFFICE));
        if body_next {
            return false;
        }
        if self.is_small_joint(at + 1) {
            // "Secretary of State Ann Lee"
            return token.has(OFFICE) && self.after_office(at + 1, end) < end;
        }
        if token.has(OFFICE) || !token.is_capital() {
            return true;
        }
        // "Patriot Act" has no title
        if !self.has(at + 1, Classes::GIVEN) && self.has(at + 1, Classes::ANY_NOUN.with(Classes::WORK_NOUN)) {
            return false;
        }
        // "National Dairy Board"
        if !self.has(at + 1, Classes::GIVEN) && self.has(end - 1, BODY) {
            return false;
        }
        // a person noun in capitals, as in "Singer Ann Lee", must not be a middle name
        at == self.at || !self.has(at - 1, PROPER) || self.has(at - 1, Classes::DEMONYM.with(Classes::PLACE))
    }

    /// *General Electric, General Mills*: a rank that is an adjective too, before what is nobody's name.
    fn is_brand_of_an_adjective(&self, at: usize) -> bool {
        self.has(at, Classes::ADJECTIVE)
            && self.has(at + 1, Classes::ADJECTIVE.with(Classes::PLURAL))
            && !self.has(at + 1, Classes::GIVEN.with(Classes::PLACE).with(OFFICE))
            && !self.capital(at + 2)
            && self.is_part(at + 1)
    }

    /// Skips *of State* after an office; the place given where nothing of the kind stands there.
    pub(super) fn after_office(&self, at: usize, end: usize) -> usize {
        if !self.is_small_joint(at) || self.is(at, "and") {
            return at;
        }
        let mut at = if self.is(at + 1, "the") { at + 3 } else { at + 2 };
        while at < end && !self.has(at, Classes::GIVEN) {
            let body = self.has(at, BODY.with(Classes::PLACE).with(Classes::NOUN).with(Classes::ADJECTIVE));
            if !body && !self.is_small_joint(at) {
                break;
            }
            at += 1;
        }
        at
    }

    /// A given name with a name after it, where a body or *of* stands left of it: *Rules Panel Ann Lee*.
    pub(super) fn begins_person(&self, at: usize, end: usize) -> bool {
        self.has(at, Classes::GIVEN)
            && at + 1 < end
            && self.capital(at + 1)
            && !self.has(end - 1, BODY)
            && at > self.at
            && self.capital(at - 1)
    }

    /// *Republican Ann Lee*, *German Ann Lee*.
    pub(super) fn is_people_before(&self, at: usize, end: usize) -> bool {
        let next_unknown = self.tokens.get(at + 1).is_some_and(|token| token.word == 0 && token.is_capital());
        at + 1 < end
            && (self.has(at, Classes::PARTY) && (next_unknown || self.has(at + 1, Classes::GIVEN))
                || self.has(at, Classes::DEMONYM)
                    && !self.has(at, Classes::GIVEN)
                    && at + 2 < end
                    && self.has(at + 1, Classes::GIVEN))
    }

    /// *Honest Ann Lee*: an adjective before a given and another name.
    pub(super) fn is_epithet_before(&self, at: usize, end: usize) -> bool {
        self.has(at, Classes::ADJECTIVE)
            && !self.has(at, PROPER.with(Classes::NOUN))
            && at + 3 <= end
            && self.has(at + 1, Classes::GIVEN)
            && !self.has(at + 1, Classes::PLACE)
            && !self.has(end - 1, BODY)
    }

    /// *Energy Secretary*, *Speaker of the House*: the last word is an office and nobody's name is there.
    pub(super) fn is_office_alone(&self, start: usize, end: usize) -> bool {
        let head = (start..end).find(|at| self.is_small_joint(*at)).unwrap_or(end);
        if head == start || !self.has(head - 1, OFFICE) {
            return false;
        }
        let titled = start > self.at;
        let named = self.has(start, Classes::GIVEN) && head - start > 1 && !self.has(start, Classes::PLACE);
        let initials = (start..head).any(|at| self.is_initial(at));
        // "Mr. King", "Ann King"; but "Vice Chair" behind a title of its own is an office still
        !(named || initials || titled && head - start == 1)
    }
}
