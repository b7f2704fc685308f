//! Whose a document is, by the words around it: *the company's statement, a letter signed by Lee, a post on her page*.

use crate::base::table::NONE;
use crate::grammar::items::{Item, ItemKind, Named, VerbForm};
use crate::lexicon::equivalents::{is_any_body, is_carrier, is_kind_of_body, is_left_by_others, issues};
use crate::lexicon::{Classes, hash};
use crate::text::lex::{Token, TokenKind};

use super::flags::{Flags, Sign};
use super::mentions::{Kind, Mention, Nominal, Pronoun};
use super::reader::Reader;
use super::reading;
use super::spot::Spot;

impl Reader<'_, '_> {
    /// *Lee's website*: what stands there speaks for Lee, and is no body of its own.
    pub(super) fn carries(&self, head: usize, possessor: u32) -> bool {
        let owner = self.mentions.all.get(possessor as usize);
        owner.is_some_and(|owner| owner.has(Flags::POSSESSIVE)) && is_carrier(hash(self.word(head)))
    }

    /// *the company's statement, a company statement*: the noun before the document's is a mention of its own.
    pub(super) fn issuing_noun(&mut self, item: &Item, head: usize, flags: Flags) -> u32 {
        let start = item.start as usize;
        let clitic = self.token(head.wrapping_sub(1)).is_some_and(|token| token.kind == TokenKind::Clitic);
        let at = head.wrapping_sub(if clitic { 2 } else { 1 });
        let (Some(noun), Some(first)) = (self.token(at).filter(|_| at > start), self.token(start)) else {
            return NONE;
        };
        let body = noun.has(Classes::ORG_NOUN) && !noun.has(Classes::PERSON_NOUN);
        // "a press release" is not by the press
        let word = hash(self.word(at));
        let body = body && (clitic || is_any_body(word) || is_kind_of_body(word));
        let person = clitic && noun.has(Classes::PERSON_NOUN);
        if !noun.is_word() || noun.is_capital() || noun.has(Classes::PLURAL) || !(body || person) {
            return NONE;
        }
        let mut flags =
            flags.only(Flags::QUOTED.with(Flags::HEADLINE)).with(Flags::INNER.with(Flags::DEFINITE));
        flags.set(Flags::ORGANISATION, body);
        flags.set(Flags::PERSON, person);
        flags.set(Flags::POSSESSIVE, clitic);
        let (role, modifiers) = reading::role(self.slice, self.tokens, start, at);
        let detail = self.mentions.nominals.len() as u32;
        self.mentions.nominals.push(Nominal { role, modifiers, name: NONE, of: NONE, words: 0 });
        let from: &Token = if clitic { first } else { noun };
        let gender = (super::gender::of_word(noun.classes), Sign::Role);
        self.push((from.start, noun.end), (noun.start, noun.end), Kind::Nominal, (flags, detail), gender)
    }

    /// *a Weber campaign ad, the Weber campaign's website*: a body that has its name from somebody.
    pub(super) fn issuing_body(&mut self, item: &Item, found: &Named, flags: Flags) -> u32 {
        let head = item.head as usize;
        let document = self.token(head).is_some_and(|noun| noun.has(Classes::DOCUMENT_NOUN));
        let body = Item { end: found.end + 1, head: found.end, ..*item };
        let fits = document && (found.end as usize) < head && self.is_body_of(&body, found);
        if fits && !is_carrier(hash(self.word(found.end as usize))) {
            let mut flags = flags.part();
            flags.set(Flags::POSSESSIVE, self.clitic_at(found.end as usize + 1));
            self.named_body(&body, found, flags)
        } else {
            NONE
        }
    }

    /// *one of her letters*: one says what they do.
    pub(super) fn one_of(&mut self, spot: &Spot<'_>, one: u32, mention: u32) {
        let several = self.mentions.all[mention as usize];
        let written = several.kind == Kind::Nominal && several.has(Flags::DOCUMENT);
        let one = &mut self.mentions.all[one as usize];
        if written
            && one.kind == Kind::Pronoun(Pronoun::Other)
            && spot.kind_before(2) == Some(ItemKind::Pronoun)
        {
            one.detail = mention;
        }
    }

    /// *a statement issued by Lee, the letter was signed by Lee, the suit, filed by Lee,*.
    pub(super) fn signed_by(&mut self, spot: &Spot<'_>, mention: u32) {
        let verb = spot.items.get(spot.at.wrapping_sub(2)).filter(|verb| verb.kind == ItemKind::Verb);
        let Some(verb) = verb.and_then(|verb| self.block.chunks.verbs.get(verb.detail as usize)) else {
            return;
        };
        let back = if spot.kind_before(3) == Some(ItemKind::Comma) { 4 } else { 3 };
        let Some(document) = spot.mention_before(back).filter(|document| self.is_unsigned(*document)) else {
            return;
        };
        let done = verb.passive || verb.form == VerbForm::Participle;
        if done && self.joint(spot) == b"by" && issues(hash(self.word(verb.main as usize))) {
            self.signs(document, mention);
        }
    }

    /// *a post on Lee's page, a line in her letter, an article in the Harrow Times*.
    pub(super) fn stands_in(&mut self, spot: &Spot<'_>, document: u32, mention: u32) {
        if !self.is_unsigned(document) {
            return;
        }
        let role = self.mentions.nominal(&self.mentions.all[document as usize]).map_or(0, |said| said.role);
        let inside = &self.mentions.all[mention as usize];
        let owner = self.mentions.nominal(inside).map_or(NONE, |said| said.of);
        let carrier = is_carrier(hash(self.word(spot.item().head as usize)));
        let of = match (self.joint(spot), inside.kind) {
            (b"in", Kind::Name) if inside.has(Flags::ORGANISATION) => mention,
            (b"in", Kind::Nominal) if inside.has(Flags::DOCUMENT) => owner,
            (b"on", Kind::Nominal) if carrier => owner,
            _ => NONE,
        };
        if of != NONE && !is_left_by_others(role) {
            self.signs(document, of);
        }
    }

    fn signs(&mut self, document: u32, by: u32) {
        let detail = self.mentions.all[document as usize].detail;
        if let Some(said) = self.mentions.nominals.get_mut(detail as usize) {
            said.of = by;
        }
    }

    /// Whether a mention is a document of which nobody is known yet who wrote it.
    fn is_unsigned(&self, document: u32) -> bool {
        let written = |mention: &&Mention| mention.kind == Kind::Nominal && mention.has(Flags::DOCUMENT);
        let document = self.mentions.all.get(document as usize).filter(written);
        document.and_then(|document| self.mentions.nominal(document)).is_some_and(|said| said.of == NONE)
    }

    /// The preposition before the mention.
    fn joint(&self, spot: &Spot<'_>) -> &[u8] {
        let joint = spot.at.checked_sub(1).and_then(|at| spot.items.get(at));
        joint.map_or(&[][..], |joint| self.word(joint.start as usize))
    }
}
