//! Noun phrases to items, and the names that the text has shown so far.

use crate::grammar::names::{NameChunk, NameContext, NameKind, plain_name, scan_name};
use crate::lexicon::Classes;
use crate::text::lex::Token;

use super::chunker::{Chunker, NEVER_NAME};
use super::chunks::Paragraph;
use super::features::{Features, name_features};
use super::ground::{Named, Phrase};
use super::item::{Item, ItemKind};
use super::noun::NounScan;
use super::plain::Begun;

impl Chunker<'_> {
    /// A word with a capital inside a sentence that nothing but a name begins with.
    pub(super) fn name_item(&mut self, at: usize, limit: usize, paragraph: &Paragraph) -> usize {
        match self.plain_name(at, limit) {
            Some(item) => {
                self.chunks.items.push(item);
                self.remember(&item);
                item.end as usize
            }
            None => self.longer_phrase_or_other(at, limit, paragraph, &Begun::nothing(at)),
        }
    }

    /// The phrase that is a name and nothing else, written in plain words.
    pub(super) fn plain_name(&mut self, at: usize, limit: usize) -> Option<Item> {
        let NameChunk { end, name_start, kind } = plain_name(self.ground.words, self.tokens, at, limit)?;
        let detail = self.chunks.names.len() as u32;
        let [start, name_start, end] = [at, name_start, end].map(|token| token as u32);
        self.chunks.names.push(Named { start, name_start, end, kind });
        let role = kind == NameKind::Role;
        let features = name_features(kind, self.tokens.get(end as usize - 1));
        let item_kind = if role { ItemKind::Nominal } else { ItemKind::Name };
        let head = name_start.min(end - 1);
        Some(Item { kind: item_kind, features, start, end, head, detail })
    }

    /// Whether an adjective or noun that is also an adverb opens a noun phrase of two words or more.
    pub(super) fn noun_phrase_follows(&mut self, at: usize, limit: usize, paragraph: &Paragraph) -> bool {
        let names = self.chunks.names.len();
        let phrase = self.noun_phrase(at, limit, false, paragraph);
        self.chunks.names.truncate(names);
        phrase.is_some_and(|phrase| phrase.end > at + 1 && !phrase.features.has(Features::HEADLESS))
    }

    /// The noun phrase that begins at `at`; its names are kept, up to the caller to drop.
    pub(super) fn noun_phrase(
        &mut self,
        at: usize,
        limit: usize,
        opening: bool,
        paragraph: &Paragraph,
    ) -> Option<Phrase> {
        let begun = Begun::at(&self.ground, at, limit);
        self.rest_of_phrase(at, limit, opening, paragraph, &begun)
    }

    #[inline(never)]
    pub(super) fn rest_of_phrase(
        &mut self,
        at: usize,
        limit: usize,
        opening: bool,
        paragraph: &Paragraph,
        begun: &Begun,
    ) -> Option<Phrase> {
        NounScan { ground: &self.ground, paragraph, chunks: self.chunks, limit, opens: opening }
            .go_on(at, begun)
    }

    pub(super) fn phrase_or_other(&mut self, at: usize, limit: usize, paragraph: &Paragraph) -> usize {
        let begun = Begun::at(&self.ground, at, limit);
        match begun.whole() {
            Some((kind, head)) => {
                let (start, end, head) = (at as u32, begun.run.end as u32, head as u32);
                let features = begun.features;
                self.chunks.items.push(Item { kind, features, start, end, head, detail: u32::MAX });
                begun.run.end
            }
            None => self.longer_phrase_or_other(at, limit, paragraph, &begun),
        }
    }

    /// A phrase that is more than a run of plain words, or no phrase.
    #[inline(never)]
    pub(super) fn longer_phrase_or_other(
        &mut self,
        at: usize,
        limit: usize,
        paragraph: &Paragraph,
        begun: &Begun,
    ) -> usize {
        let opening = self.opens(at, limit, paragraph);
        if let Some(phrase) = self.rest_of_phrase(at, limit, opening, paragraph, begun) {
            let item = self.item_of(at, &phrase);
            // "Ann Price left. Price said": a full name that opens the text is one all the same
            if !opening || item.head as usize + 1 < phrase.end && item.features.has(Features::PERSON_NAME) {
                self.remember(&item);
            }
            let alone_adjective = phrase.features.has(Features::HEADLESS)
                && phrase.end == at + 1
                && self.tokens[at].has(Classes::ADJECTIVE);
            let kind = if alone_adjective { ItemKind::Adjective } else { item.kind };
            self.chunks.items.push(Item { kind, ..item });
            return phrase.end;
        }
        let kind = if self.tokens[at].has(Classes::ADJECTIVE) {
            ItemKind::Adjective
        } else if self.tokens[at].has(Classes::VERB) {
            return self.verb_group(at, limit);
        } else {
            ItemKind::Other
        };
        self.push(kind, at, at + 1, 0);
        at + 1
    }

    /// The item of the phrase that was scanned last.
    pub(super) fn item_of(&self, at: usize, phrase: &Phrase) -> Item {
        let first = phrase.first_name;
        let named = self.chunks.names.len() > first;
        Item {
            kind: phrase.kind,
            features: phrase.features,
            start: at as u32,
            end: phrase.end as u32,
            head: phrase.head as u32,
            detail: if named { first as u32 } else { u32::MAX },
        }
    }

    /// Whether the word's capital is due to its place. "Mark Weber said" opens with a verb's form too, but
    /// two capitals are a name, and so is a word that was one before.
    #[inline]
    pub(super) fn opens(&self, at: usize, limit: usize, paragraph: &Paragraph) -> bool {
        let token = &self.tokens[at];
        at == paragraph.first_token
            && !self.is_given_before_capital(at, limit)
            && !(token.is_capital() && self.chunks.seen.has(token.word))
            && !(token.has(Classes::VERB_ING) && self.is_participle_in_a_name(at, limit))
    }

    /// *Downing Street said*.
    fn is_participle_in_a_name(&self, at: usize, limit: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(Token::is_capital)
            && scan_name(self.ground.words, self.tokens, at, limit, NameContext::Opening).is_some()
    }

    /// *Mark Weber, Will Weber*, and *Will said*, where the form that follows suits no auxiliary.
    pub(super) fn is_given_before_capital(&self, at: usize, limit: usize) -> bool {
        let (token, next) = match self.tokens.get(at..limit) {
            Some([token, next, ..]) if token.has(Classes::GIVEN) && next.is_word() => (token, next),
            _ => return false,
        };
        next.is_capital() && !next.has(NEVER_NAME.with(Classes::VERB))
            || token.has(Classes::MODAL)
                && token.is_capital()
                && next.has(Classes::FINITE)
                && !next.has(Classes::VERB_BASE.with(NEVER_NAME).with(Classes::ANY_NOUN))
    }

    /// Keeps the words of a person's name, and of a name of one word.
    pub(super) fn remember(&mut self, item: &Item) {
        if item.kind != ItemKind::Name || item.features.has(Features::ORGANISATION) {
            return;
        }
        if item.head + 1 == item.end || item.features.has(Features::PERSON_NAME) {
            for token in &self.tokens[item.head as usize..item.end as usize] {
                if token.word != 0 && token.is_capital() {
                    self.chunks.seen.insert(token.word);
                }
            }
        }
    }
}
