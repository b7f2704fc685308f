//! Noun phrases to mentions: what stands for all of one and what for its parts; nouns for somebody, pronouns,
//! *who*.

use crate::base::table::NONE;
use crate::grammar::items::{Features, Item, ItemKind, Named};
use crate::grammar::names::NameKind;
use crate::lexicon::equivalents::is_pair;
use crate::lexicon::{Classes, hash, hash_at};
use crate::text::lex::{Shape, Token, TokenKind};

use super::flags::{Flags, Sign};
use super::mentions::{Kind, Nominal, Pronoun};
use super::reader::{Reader, add_modifier};
use super::reading;
use super::spot::Spot;

/// A noun phrase of more bytes than this is none.
const LONGEST_PHRASE: u32 = 1 << 15;

impl Reader<'_, '_> {
    /// Pushes the mentions of a noun phrase; returns the one that stands for all of it. `spot` is where it
    /// stands, if outside of quotation marks.
    #[inline]
    pub(super) fn phrase(&mut self, item: &Item, flags: Flags, spot: Option<&Spot<'_>>) -> u32 {
        let Some(token) = self.tokens.get(item.start as usize) else { return NONE };
        match item.kind {
            ItemKind::Pronoun => {
                let object = item.features.has(Features::OBJECT_FORM);
                let mut flags = flags;
                flags.set(Flags::SUBJECT, spot.is_some_and(|spot| spot.kind_after() == Some(ItemKind::Verb)));
                return self.pronoun(token, flags, object, false);
            }
            ItemKind::Relative => return self.relative(token, flags),
            _ => {}
        }
        let named = self.block.chunks.names.get(item.detail as usize);
        let owned = token.has(Classes::POSSESSIVE);
        if named.is_some_and(|named| named.start < item.end) {
            self.phrase_with_names(item, flags, spot)
        } else if owned
            || self.tokens.get(item.head as usize).is_some_and(is_meant)
            || self.is_pair(item, item.head as usize, spot)
        {
            let possessor = self.own_possessor(item, token, flags);
            self.nominal(item, flags, possessor, item.head as usize, spot)
        } else {
            NONE
        }
    }

    /// *his wife*: he. *Its* and *their* are asked of what a body says: *its statement*.
    pub(super) fn own_possessor(&mut self, item: &Item, token: &Token, flags: Flags) -> u32 {
        let speaks = || self.token(item.head as usize).is_some_and(|head| head.has(Classes::DOCUMENT_NOUN));
        if token.has(Classes::POSSESSIVE) && (token.has(GENDERED_OR_FIRST) || speaks()) {
            self.pronoun(token, flags.part().with(Flags::POSSESSIVE), false, true)
        } else {
            NONE
        }
    }

    pub(super) fn phrase_with_names(&mut self, item: &Item, flags: Flags, spot: Option<&Spot<'_>>) -> u32 {
        let (start, end) = (item.start as usize, item.end as usize);
        let Some([first, .., last] | [first @ last]) = self.tokens.get(start..end) else { return NONE };
        if last.end - last.end.min(first.start) > LONGEST_PHRASE {
            return NONE;
        }
        let mut possessor = self.own_possessor(item, first, flags);
        let block = self.block;
        let names = block.chunks.names_of(item).iter().filter(|found| found.kind != NameKind::Role);
        let mut last: Option<&Named> = None;
        let mut own = start;
        for found in names {
            if let Some(found) = last.replace(found) {
                possessor = self.inner_name(found, flags);
                own = found.end as usize;
            }
        }
        match last {
            Some(found) if self.is_office(found) => self.nominal(item, flags, possessor, end - 1, spot),
            Some(found) if item.kind == ItemKind::Name && found.end == item.end => {
                let flags = flags.with(Flags::of_item(item.features));
                self.main_name(start, own, found, flags, possessor)
            }
            Some(found) if self.is_body_of(item, found) => {
                self.named_body(item, found, flags.with(Flags::of_item(item.features)))
            }
            Some(found) => {
                let inner = match self.issuing_body(item, found, flags) {
                    NONE => self.inner_name(found, flags),
                    body => body,
                };
                // "Lee's Harrow letter" is Lee's
                let owned = |mention: u32| {
                    self.mentions.all.get(mention as usize).is_some_and(|owner| owner.has(Flags::POSSESSIVE))
                };
                possessor = if owned(possessor) && !owned(inner) { possessor } else { inner };
                self.nominal(item, flags, possessor, item.head as usize, spot)
            }
            None => self.nominal(item, flags, possessor, item.head as usize, spot),
        }
    }

    pub(super) fn nominal(
        &mut self,
        item: &Item,
        flags: Flags,
        possessor: u32,
        head: usize,
        spot: Option<&Spot<'_>>,
    ) -> u32 {
        let pair = self.is_pair(item, head, spot);
        let Some(token) = self.token(head).filter(|token| pair || is_meant(token)) else {
            return NONE;
        };
        let (start, end) = (item.start as usize, item.end as usize);
        let Some([first, .., last] | [first @ last]) = self.tokens.get(start..end) else { return NONE };
        if last.end - last.end.min(first.start) > LONGEST_PHRASE {
            return NONE;
        }
        let plural = token.has(Classes::PLURAL);
        let mut flags = flags.with(Flags::of_item(item.features)).with(kind_of_noun(token));
        if self.carries(head, possessor) {
            flags = flags.without(KINDS).with(Flags::DOCUMENT);
        }
        flags.set(Flags::PLURAL, plural || pair);
        // "the retired surgeon" and "the 42-year-old" are known already
        let known = !token.is_word() || self.is_of_the_past(start + 1..head);
        let focus = token.has(Classes::FOCUS_NOUN) || known && flags.has(Flags::DEFINITE);
        flags.set(Flags::FOCUS, focus && !plural);
        flags.set(Flags::OFFICE, token.is_capital() && item.end == item.start + 1);
        flags.set(Flags::KIN, token.has(Classes::KIN));
        let issued =
            flags.has(Flags::DOCUMENT) && spot.is_some_and(|spot| self.is_issued(spot) || self.issues(spot));
        // "was named mayor"
        let told =
            || flags.has(Flags::PERSON) && spot.is_some_and(|spot| self.subject_of_office(spot).is_some());
        if !issued && is_idle(flags, spot) && !told() && !self.sources.include(first.start) {
            self.pass(flags.has(NO_PERSON) && flags.has(Flags::OBLIQUE));
            return NONE;
        }
        let mut possessor = possessor;
        if flags.has(Flags::DOCUMENT) && possessor == NONE && self.sources.include(first.start) {
            possessor = self.issuing_noun(item, head, flags);
        }
        let (mut role, mut modifiers) = reading::role(self.slice, self.tokens, start, head);
        // "the two ministers" are those who were named together
        if flags.has(Flags::PEOPLE) && flags.has(Flags::DEFINITE) && self.word(head - 1) == b"two" {
            role = hash(b"two");
        }
        self.narrow(&mut modifiers, possessor);
        // "the judge", "Rome's judge", but not "the Ohio judge", "the former judge"
        let owner = self.mentions.all.get(possessor as usize);
        let owned = owner.is_some_and(|owner| owner.has(Flags::POSSESSIVE));
        flags.set(Flags::TITLED, token.has(Classes::TITLE) && (head <= start + 1 || owned));
        flags.set(Flags::OWNED, owned);
        // "Bishop of Rome"
        for place in head + 1..end {
            if self.token(place).is_some_and(|token| token.is_word() && token.is_capital()) {
                add_modifier(&mut modifiers, hash(self.word(place)));
            }
        }
        let known = (flags, self.mentions.nominals.len() as u32);
        let words = if plural { self.words(start, end) } else { 0 };
        self.mentions.nominals.push(Nominal { role, modifiers, name: NONE, of: possessor, words });
        let gender = (super::gender::of_word(token.classes), Sign::Role);
        self.push((first.start, last.end), (token.start, token.end), Kind::Nominal, known, gender)
    }

    /// *a note from Lee, a letter by Ray*
    fn is_issued(&self, spot: &Spot<'_>) -> bool {
        let joint = spot.items.get(spot.at + 1).filter(|next| next.kind == ItemKind::Preposition);
        joint.is_some_and(|joint| matches!(self.word(joint.start as usize), b"from" | b"by"))
    }

    /// *former, retired*
    fn is_of_the_past(&self, words: std::ops::Range<usize>) -> bool {
        words.into_iter().any(|at| matches!(self.word(at), b"former" | b"onetime" | b"retired"))
    }

    /// The words of a phrase as one number.
    fn words(&self, start: usize, end: usize) -> u32 {
        let words = self.tokens.get(start..end).unwrap_or(&[]).iter();
        words.fold(1, |all, token| {
            let word = if token.word == 0 {
                hash_at(self.slice, token.start as usize, (token.end - token.start) as usize).0
            } else {
                u32::from(token.word)
            };
            (all ^ word).wrapping_mul(0x9E37_79B1).rotate_left(15)
        })
    }

    /// *the two*; *the pair* where it does something.
    fn is_pair(&self, item: &Item, head: usize, spot: Option<&Spot<'_>>) -> bool {
        head == item.start as usize + 1
            && head + 1 == item.end as usize
            && self.token(head).is_some_and(|token| {
                let acts = token.has(Classes::NOUN)
                    && spot.is_some_and(|spot| spot.kind_after() == Some(ItemKind::Verb));
                token.is_word() && (token.has(Classes::NUMBER) || acts)
            })
            && item.features.has(Features::DEFINITE)
            && is_pair(hash(self.word(head)))
    }

    /// A pronoun, or a noun phrase's own possessive.
    pub(super) fn pronoun(&mut self, token: &Token, mut flags: Flags, object: bool, owns: bool) -> u32 {
        let word = self.slice.get(token.start as usize..token.end as usize).unwrap_or(&[]);
        // "both said", but not "both of them", "both the boards"
        let both = flags.has(Flags::SUBJECT) && word.eq_ignore_ascii_case(b"both");
        let pronoun = if both { Pronoun::They } else { reading::pronoun(word, token.classes) };
        let idle = match pronoun {
            Pronoun::He | Pronoun::She | Pronoun::They => false,
            Pronoun::I => flags.has(Flags::QUOTED),
            Pronoun::We | Pronoun::It | Pronoun::Other => true,
        };
        if idle && !owns && !self.sources.include(token.start) {
            self.pass(false);
            return NONE;
        }
        flags.set(Flags::OBJECT_FORM, object);
        flags.set(Flags::PLURAL, matches!(pronoun, Pronoun::They | Pronoun::We));
        self.word_mention(token, Kind::Pronoun(pronoun), flags, NONE)
    }

    /// *who* means the noun phrase before it.
    pub(super) fn relative(&mut self, token: &Token, flags: Flags) -> u32 {
        let sentence = self.sentence;
        let before = self.mentions.all.iter().enumerate().rev().take(8);
        let word = self.slice.get(token.start as usize..token.end as usize).unwrap_or(&[]);
        let who = !word.eq_ignore_ascii_case(b"which");
        let person = before.take_while(|(_, other)| other.sentence == sentence).find(|(_, other)| {
            // "the head of the fund, who …"
            let skipped =
                who && other.has(NO_PERSON) && !other.has(Flags::PERSON) && other.has(Flags::OBLIQUE);
            !skipped && !other.has(Flags::INNER) && !matches!(other.kind, Kind::Relative)
        });
        let link = person.map_or(NONE, |(index, _)| index as u32);
        let link = if link < self.passed[usize::from(who)] { NONE } else { link };
        self.word_mention(token, Kind::Relative, flags, link)
    }
}

/// Whether a nominal stands for nobody, if it is no source: a document, several of a kind that do nothing,
/// an office. What stands behind a comma may tell who somebody is.
fn is_idle(flags: Flags, spot: Option<&Spot<'_>>) -> bool {
    let bare = !flags.has(Flags::DEFINITE.with(Flags::INDEFINITE));
    let before = spot.and_then(|spot| spot.kind_before(1));
    let nobody = flags.has(Flags::PLURAL.with(Flags::DOCUMENT)) || bare && before != Some(ItemKind::Comma);
    // "a sign that reads" speaks by its relative
    let subject = |spot: &Spot<'_>| {
        matches!(spot.kind_after(), Some(ItemKind::Relative | ItemKind::That))
            || !flags.has(Flags::OBLIQUE) && spot.is_subject(|_| true)
    };
    nobody && !flags.has(Flags::OFFICE) && !spot.is_some_and(subject)
}

/// Whether a phrase with this head stands for somebody.
#[inline]
fn is_meant(head: &Token) -> bool {
    // "the 42-year-old"
    let aged = head.kind == TokenKind::Number && head.shape.has(Shape::HYPHENATED);
    head.has(MEANT) || aged
}

const MEANT: Classes = Classes::PERSON_NOUN
    .with(Classes::PARTY)
    .with(Classes::ORG_NOUN)
    .with(Classes::DOCUMENT_NOUN)
    .with(Classes::DEMONYM);

const GENDERED_OR_FIRST: Classes = Classes::MASCULINE.with(Classes::FEMININE).with(Classes::FIRST_PERSON);

/// What *who* never means.
const NO_PERSON: Flags = Flags::ORGANISATION.with(Flags::PLACE).with(Flags::THING).with(Flags::DOCUMENT);

/// What tells the kinds of nominals apart.
const KINDS: Flags = Flags::PERSON.with(Flags::ORGANISATION).with(Flags::PEOPLE);

/// What the head of a nominal tells of its kind.
fn kind_of_noun(token: &Token) -> Flags {
    let person = token.has(Classes::PERSON_NOUN.with(Classes::PARTY)) || !token.is_word();
    match (person, token.has(Classes::ORG_NOUN)) {
        (true, _) | (_, true) if token.has(Classes::PLURAL) => Flags::PEOPLE,
        (true, _) => Flags::PERSON,
        (_, true) => Flags::ORGANISATION,
        _ if token.has(Classes::DOCUMENT_NOUN) => Flags::DOCUMENT,
        _ => Flags::NONE,
    }
}
