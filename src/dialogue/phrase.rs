//! Noun phrases for people: names, pronouns, *the old man*, *her aunt*.
//!
//! In: a view and a place. Out: the phrase that begins there, told by local grammar alone. Whether a
//! capitalised word is a name is left open where it opens a sentence: the cast decides that at the end.

use crate::lexicon::Classes;
use crate::text::lex::{Shape, TokenKind};

use super::record::{Flags, Gender, Kind};
use super::view::View;

/// A noun phrase of tokens `start..end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the name begins, without its article; or the head of a nominal.
    pub(super) head: usize,
    pub(super) kind: Kind,
    pub(super) gender: Gender,
    pub(super) flags: Flags,
    /// The head is a noun for people.
    pub(super) person: bool,
}

/// Readings that keep a capitalised word at a sentence's start from being a name.
const CLOSED: Classes = Classes::DETERMINER
    .with(Classes::PRONOUN)
    .with(Classes::POSSESSIVE)
    .with(Classes::PREPOSITION)
    .with(Classes::COORDINATOR)
    .with(Classes::SUBORDINATOR)
    .with(Classes::WH)
    .with(Classes::AUXILIARY)
    .with(Classes::NEGATION)
    .with(Classes::INTERJECTION)
    .with(Classes::ADVERB)
    .with(Classes::TO)
    .with(Classes::THAT)
    .with(Classes::NUMBER);

/// Capitalised inside of a sentence, and no name of anybody.
const NEVER_NAMES: Classes = Classes::PRONOUN
    .with(Classes::DETERMINER)
    .with(Classes::POSSESSIVE)
    .with(Classes::COORDINATOR)
    .with(Classes::AUXILIARY)
    .with(Classes::PREPOSITION)
    .with(Classes::WH)
    .with(Classes::TO);

pub(super) fn gender_of(classes: Classes) -> Gender {
    match (classes.any(Classes::MASCULINE), classes.any(Classes::FEMININE)) {
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        _ => Gender::Unknown,
    }
}

impl View<'_> {
    /// The phrase that begins at `at`; `initial` where a sentence begins there.
    pub(super) fn phrase(&self, at: usize, initial: bool) -> Option<Phrase> {
        let token = self.get(at)?;
        if !token.is_word() {
            return None;
        }
        if token.is_capital() {
            if let Some(phrase) = self.name(at, at, initial) {
                return Some(phrase);
            }
        }
        if token.has(Classes::POSSESSIVE) {
            if let Some(mut owned) = self.nominal(at, at + 1, true).filter(|owned| owned.person) {
                owned.flags = owned.flags.with(match gender_of(token.classes) {
                    Gender::Male => Flags::OWNED_BY_HIM,
                    Gender::Female => Flags::OWNED_BY_HER,
                    Gender::Unknown => Flags::default(),
                });
                return Some(owned);
            }
            return self.pronoun(at);
        }
        if token.has(Classes::PRONOUN)
            && !token.has(Classes::THAT.with(Classes::WH).with(Classes::NEGATION).with(Classes::REFLEXIVE))
        {
            return self.pronoun(at);
        }
        if token.has(Classes::DETERMINER.with(Classes::INDEFINITE)) && !token.has(Classes::THAT) {
            let definite = !token.has(Classes::INDEFINITE);
            return self.nominal(at, at + 1, definite);
        }
        None
    }

    fn pronoun(&self, at: usize) -> Option<Phrase> {
        let token = self.get(at)?;
        let classes = token.classes;
        if classes.any(Classes::DETERMINER) && !self.other(at) {
            return None;
        }
        // her after which no noun stands is an object; both are kept for their sex
        let personal = classes.any(
            Classes::MASCULINE
                .with(Classes::FEMININE)
                .with(Classes::FIRST_PERSON)
                .with(Classes::SECOND_PERSON)
                .with(Classes::PLURAL)
                .with(Classes::INDEFINITE),
        );
        if !personal {
            return None;
        }
        let mut flags = Flags::default();
        for (class, flag) in [
            (Classes::FIRST_PERSON, Flags::FIRST),
            (Classes::PLURAL, Flags::PLURAL),
            (Classes::OBJECT_FORM, Flags::OBJECT),
            (Classes::POSSESSIVE, Flags::POSSESSIVE),
        ] {
            if classes.any(class) {
                flags = flags.with(flag);
            }
        }
        Some(Phrase {
            start: at,
            end: at + 1,
            head: at,
            kind: Kind::Pronoun,
            gender: gender_of(classes),
            flags,
            person: true,
        })
    }

    fn other(&self, at: usize) -> bool {
        self.reads(at, "other") || self.reads(at, "one")
    }

    /// A name whose words begin at `at`, the phrase itself at `start`.
    pub(super) fn name(&self, start: usize, at: usize, initial: bool) -> Option<Phrase> {
        let first = self.get(at)?;
        let titled = first.has(Classes::TITLE);
        let refused = if initial { CLOSED } else { NEVER_NAMES };
        if !titled && first.has(refused) && (initial || !first.has(Classes::GIVEN)) {
            return None;
        }
        let leads = Classes::VERB_BASE.with(Classes::ADJECTIVE);
        if initial && !titled && first.has(leads) && !first.has(Classes::GIVEN) && self.is_capital(at + 1) {
            return None; // Ask Ann; Poor Ann
        }
        let alone = self.name_end(at);
        if alone == at + 1 && !self.may_stand_alone(at, initial) {
            return None;
        }
        let mut flags = Flags::default();
        if initial {
            flags = flags.with(Flags::INITIAL);
        }
        let mut gender = Gender::Unknown;
        if titled || first.has(Classes::KIN) {
            gender = gender_of(first.classes);
        }
        Some(Phrase { start, end: alone, head: at, kind: Kind::Name, gender, flags, person: true })
    }

    /// Whether one capitalised word alone can be a name.
    fn may_stand_alone(&self, at: usize, initial: bool) -> bool {
        let Some(token) = self.get(at) else { return false };
        if token.has(Classes::VOCATIVE.with(Classes::INTERJECTION)) && !token.has(Classes::GIVEN) {
            return false;
        }
        let stopped_title = token.has(Classes::TITLE) && token.shape.has(Shape::STOPPED);
        let calendar = Classes::MONTH.with(Classes::DEMONYM);
        let shouted = token.shape.has(Shape::SHOUTED) && token.word != 0 && !token.has(Classes::GIVEN);
        let verb_start = initial && token.has(Classes::VERB_ING) && !token.has(Classes::GIVEN);
        !(stopped_title || shouted || verb_start || token.has(calendar) && !token.has(Classes::GIVEN))
            && token.end - token.start > 1
    }

    /// Where the run of capitalised words from `at` ends.
    fn name_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        let mut titles = self.has(at, Classes::TITLE);
        loop {
            let Some(token) = self.get(end) else { return end };
            if !token.is_word() {
                return end;
            }
            if token.is_capital() {
                let title = token.has(Classes::TITLE) && !token.has(Classes::GIVEN);
                if token.has(NEVER_NAMES) && !token.has(Classes::GIVEN) || title && !titles {
                    return end;
                }
                titles = titles && title;
                end += 1;
            } else if token.has(Classes::NAME_PARTICLE) || self.reads(end, "of") && self.is_office(at, end) {
                // van der Venn
                let after = end
                    + 1
                    + usize::from(self.has(end + 1, Classes::NAME_PARTICLE) && !self.is_capital(end + 1));
                if !self.is_capital(after) || self.has(after, NEVER_NAMES.with(Classes::TITLE)) {
                    return end;
                }
                end = after + 1;
                titles = false;
            } else {
                return end;
            }
        }
    }

    /// Whether all words are nouns, as in *the Duchess of Hill*, not *Reed of Hill*.
    fn is_office(&self, at: usize, end: usize) -> bool {
        (at..end).all(|at| self.has(at, Classes::TITLE.with(Classes::ROLE).with(Classes::ANY_NOUN)))
    }

    /// A nominal with its determiner at `start`, its words from `at` on.
    pub(super) fn nominal(&self, start: usize, at: usize, definite: bool) -> Option<Phrase> {
        let mut end = at;
        let mut head = None;
        let mut flags = if definite { Flags::DEFINITE } else { Flags::default() };
        while end < at + 7 {
            let Some(token) = self.get(end) else { break };
            if token.kind == TokenKind::Comma
                && head.is_none()
                && end > at
                && self.has(end - 1, Classes::ADJECTIVE)
            {
                end += 1; // the tall, thin man
                continue;
            }
            if token.kind == TokenKind::Number && head.is_none() {
                end += 1;
                continue;
            }
            if !token.is_word() {
                break;
            }
            if token.is_capital() {
                if head.is_some() {
                    break;
                }
                return self.named_nominal(start, end, flags);
            }
            let noun = token.has(Classes::ANY_NOUN.with(Classes::ROLE).with(Classes::TITLE));
            let verb = token.has(Classes::FINITE) || token.has(Classes::AUXILIARY);
            let person = token.has(Classes::PERSON_NOUN);
            if let Some(before) = head {
                let person_before = self.has(before, Classes::PERSON_NOUN);
                if verb && (person_before || !person) || !noun && token.word != 0 {
                    break;
                }
                if token.word == 0 && person_before {
                    break;
                }
                head = Some(end);
            } else if self.reads(end, "other") || self.reads(end, "others") {
                if self.reads(end, "others") || !self.is_nounish(end + 1) {
                    flags = flags.with(Flags::OTHER);
                    head = Some(end);
                    end += 1;
                    break;
                }
            } else if noun && !(token.has(Classes::ADJECTIVE) && self.is_nounish(end + 1)) {
                head = Some(end);
            } else if token.word == 0 {
                // neither list has it: the last such word is the head
                if !self.is_nounish(end + 1) {
                    head = Some(end);
                }
            } else {
                let inner = Classes::ADJECTIVE
                    .with(Classes::VERB_PARTICIPLE)
                    .with(Classes::VERB_ING)
                    .with(Classes::NUMBER)
                    .with(Classes::ADVERB)
                    .with(Classes::NOUN)
                    .with(Classes::DEMONYM);
                if !token.has(inner) || token.has(Classes::PREPOSITION.with(Classes::COORDINATOR)) {
                    break;
                }
            }
            end += 1;
        }
        let (head, end) = match head {
            Some(head) => (head, end),
            None => self.adjective_alone(at)?,
        };
        let token = self.get(head)?;
        if token.has(Classes::PLURAL) && !token.has(Classes::COMMON) {
            flags = flags.with(Flags::PLURAL);
        }
        if self.is_possessive(end) {
            // the doctor's wife: the phrase of the wife begins here too
            if let Some(owned) = self.nominal(start, end + 1, true).filter(|owned| owned.person) {
                return Some(owned);
            }
            flags = flags.with(Flags::POSSESSIVE);
        }
        Some(Phrase {
            start,
            end: head + 1,
            head,
            kind: Kind::Nominal,
            gender: gender_of(token.classes),
            flags,
            person: token.has(Classes::PERSON_NOUN.with(Classes::KIN).with(Classes::TITLE))
                || flags.has(Flags::OTHER),
        })
    }

    /// *the younger*, *the elder*: an adjective that stands for a person.
    fn adjective_alone(&self, at: usize) -> Option<(usize, usize)> {
        let token = self.get(at)?;
        (token.is_word() && token.has(Classes::ADJECTIVE) && !self.is_nounish(at + 1)).then_some((at, at + 1))
    }

    /// Whether a noun phrase may go on at `at`.
    fn is_nounish(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| {
            token.is_word()
                && !token.has(
                    Classes::AUXILIARY
                        .with(Classes::PREPOSITION)
                        .with(Classes::COORDINATOR)
                        .with(Classes::SUBORDINATOR)
                        .with(Classes::PRONOUN)
                        .with(Classes::DETERMINER)
                        .with(Classes::TO)
                        .with(Classes::WH)
                        .with(Classes::POSSESSIVE),
                )
                && (token.has(Classes::ANY_NOUN.with(Classes::ADJECTIVE))
                    || token.word == 0 && !self.is_adverb(at))
                && (!token.has(Classes::VERB_PAST) || token.has(Classes::ANY_NOUN))
        })
    }

    /// *the Hatter*, *the young Lord Hill*, *the French consul*.
    fn named_nominal(&self, start: usize, at: usize, flags: Flags) -> Option<Phrase> {
        let end = self.name_end(at);
        let after = self.get(end);
        let noun_after = after.is_some_and(|token| {
            token.is_word() && token.has(Classes::PERSON_NOUN) && !token.has(Classes::FINITE)
        });
        if noun_after {
            let token = self.get(end)?;
            return Some(Phrase {
                start,
                end: end + 1,
                head: end,
                kind: Kind::Nominal,
                gender: gender_of(token.classes),
                flags: if token.has(Classes::PLURAL) { flags.with(Flags::PLURAL) } else { flags },
                person: true,
            });
        }
        let mut phrase = self.name(start, at, false)?;
        phrase.flags = phrase.flags.with(flags);
        if self.has(end - 1, Classes::PLURAL) && !self.has(end - 1, Classes::GIVEN) {
            phrase.flags = phrase.flags.with(Flags::PLURAL);
        }
        Some(phrase)
    }

    /// *'s*, or *'* after an s.
    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.kind == TokenKind::Clitic)
            && self.str(at..at + 1).trim_start_matches(['\'', '’']).eq_ignore_ascii_case("s")
            && !self.has(at + 1, Classes::VERB_ING)
    }
}
