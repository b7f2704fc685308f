//! The noun phrases of a paragraph that can mean somebody, as items and names have them.
//!
//! In: the items of a paragraph's sentences, what stands in its quoted spans, and its rows. Out: [`Phrase`]s in the
//! order of the text, each with what it is and whether a verb of the narration has it as its subject.

use std::ops::Range;

use crate::answer::kind::Gender;
use crate::answer::quote::MentionKind;
use crate::grammar::block::Block;
use crate::grammar::items::{Chunks, Features, Item, ItemKind, Named, Sentence, VerbForm};
use crate::grammar::rows::{Predicate, SubjectPlace};
use crate::identity::mention::gender;
use crate::identity::mention::kept::Flags;
use crate::lexicon::{Classes, WordId};
use crate::text::lex::{Shape, Token, TokenKind, Words};

use super::spoken::Spoken;

/// A noun phrase of tokens `start..end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the name begins, without its article; or the head of a nominal.
    pub(super) head: usize,
    pub(super) kind: MentionKind,
    pub(super) gender: Option<Gender>,
    pub(super) flags: Flags,
    /// The head is a noun for people.
    pub(super) person: bool,
    pub(super) sentence: u16,
    /// The quoted span in which it stands, by its place in the paragraph.
    pub(super) quoted: Option<usize>,
    /// A verb has it as its subject, one of a side clause too.
    pub(super) subject: bool,
}

/// What the phrases of a paragraph are read from.
pub(super) struct Ground<'a> {
    pub(super) block: &'a Block,
    /// The quoted spans of the paragraph, marks included, in order.
    pub(super) quotes: &'a [Range<usize>],
    /// The words that open a sentence, in order.
    pub(super) initial: &'a [u32],
    pub(super) first: usize,
    /// The word *the*.
    pub(super) the: WordId,
    /// The heads of sources in order, which are kept whatever they are.
    pub(super) heads: &'a [u32],
    pub(super) words: &'a Words<'a>,
    pub(super) spoken: &'a Spoken,
}

impl Ground<'_> {
    /// Appends the phrases of the items `range`, which are those of sentence `sentence` of the paragraph.
    pub(super) fn sentence(
        &self,
        range: Range<usize>,
        subjects: &[SubjectOf],
        sentence: u16,
        found: &mut Vec<Phrase>,
    ) {
        let before = found.len();
        for (at, subject) in range.zip(subjects) {
            let Some(item) = self.block.chunks.items.get(at) else { return };
            let place = found.len();
            if item.kind == ItemKind::Quoted {
                self.inside(item, sentence, found);
            } else {
                self.phrases(item, sentence, None, found);
            }
            // the first phrase of an item is what a verb is said of; an owner only where there is no other: Lee's face
            // was red
            let owned = found[place..].iter().any(|phrase| !phrase.flags.has(Flags::POSSESSIVE));
            let is_own = |phrase: &&mut Phrase| !owned || !phrase.flags.has(Flags::POSSESSIVE);
            let own = found[place..].iter_mut().rev().find(is_own);
            if let Some(phrase) = own.filter(|phrase| phrase.quoted.is_none()) {
                phrase.subject = *subject != SubjectOf::Nothing;
                if *subject == SubjectOf::MainClause && owned {
                    phrase.flags = phrase.flags.with(Flags::SUBJECT);
                }
            }
        }
        debug_assert!(found[before..].is_sorted_by_key(|phrase| phrase.start));
    }

    /// The phrases in the quoted span `item`.
    fn inside(&self, item: &Item, sentence: u16, found: &mut Vec<Phrase>) {
        let inner = &self.block.chunks.inner;
        let from = inner.partition_point(|inner| inner.start < item.start);
        let quoted = self.quotes.iter().position(|quote| quote.contains(&(item.start as usize)));
        for inner in inner[from..].iter().take_while(|inner| inner.start < item.end) {
            self.phrases(inner, sentence, quoted, found);
        }
    }

    /// The phrases of one item: its names, its owner, its head.
    fn phrases(&self, item: &Item, sentence: u16, quoted: Option<usize>, found: &mut Vec<Phrase>) {
        match item.kind {
            ItemKind::Pronoun => found.extend(self.pronoun(item.start as usize, sentence, quoted)),
            ItemKind::Name | ItemKind::Nominal | ItemKind::Phrase => {
                let names = self.block.chunks.names_of(item);
                if names.is_empty() {
                    self.owner(item, sentence, quoted, found);
                }
                for named in names {
                    let named = self.one_person(named);
                    if self.may_name(&named) {
                        found.push(self.name(&named, sentence, quoted));
                    }
                }
                if item.kind != ItemKind::Name {
                    found.extend(self.nominal(item, names, sentence, quoted));
                }
            }
            // said May; May rose
            ItemKind::Time if self.is_source(item) || self.is_called(item) => {
                let (start, end) = (item.start, item.end);
                let named =
                    Named { start, name_start: start, end, kind: crate::grammar::names::NameKind::Unknown };
                found.push(self.name(&named, sentence, quoted));
            }
            _ => {}
        }
    }

    fn is_source(&self, item: &Item) -> bool {
        let from = self.heads.partition_point(|head| *head < item.start);
        self.heads.get(from).is_some_and(|head| *head < item.end)
    }

    /// *May* without a preposition before: a month that is somebody's name.
    fn is_called(&self, item: &Item) -> bool {
        let at = item.start as usize;
        let before = at.checked_sub(1).is_none_or(|before| !self.has(before, Classes::PREPOSITION));
        let name = self.token(at).is_some_and(|token| token.is_capital() && token.has(Classes::GIVEN));
        item.end == item.start + 1 && name && before
    }

    /// *Mrs. Hill* of *Mr. and Mrs. Hill*, *Tom Hill* of *Tom Hill, Esq.*
    fn one_person(&self, named: &Named) -> Named {
        let tokens = named.start as usize..named.end as usize;
        let joint = tokens.clone().rev().find(|at| self.has(*at, Classes::COORDINATOR));
        let start = joint.map_or(tokens.start, |joint| joint + 1);
        let comma = |at: &usize| self.token(*at).is_some_and(|token| token.kind == TokenKind::Comma);
        let end = (start..tokens.end).find(comma).unwrap_or(tokens.end);
        Named {
            start: start as u32,
            name_start: named.name_start.max(start as u32),
            end: end as u32,
            ..*named
        }
    }

    /// Whether a capitalised word that stands alone can name somebody: not *Sir*, *Dr.*, *Oh*, *June*, *French*.
    fn may_name(&self, named: &Named) -> bool {
        let Some(token) = self.token(named.start as usize) else { return false };
        if named.end > named.start + 1 || token.has(Classes::GIVEN) {
            return true;
        }
        let initial = self.is_initial(named.start as usize);
        let other = Classes::VOCATIVE.with(Classes::INTERJECTION).with(Classes::MONTH).with(Classes::DEMONYM);
        let stopped = token.has(Classes::TITLE) && token.shape.has(Shape::STOPPED);
        let shouted = token.shape.has(Shape::SHOUTED) && token.word != 0;
        // "Behold, he comes"
        let orders = token.has(Classes::VERB_BASE) && !token.has(Classes::ANY_NOUN);
        !(token.has(other) || stopped || shouted || initial && (token.has(Classes::VERB_ING) || orders))
            && token.end - token.start > 1
    }

    /// Whether the word at `at` opens a sentence.
    fn is_initial(&self, at: usize) -> bool {
        self.initial.binary_search(&(at as u32)).is_ok()
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.block.tokens.get(at)
    }

    fn has(&self, at: usize, classes: Classes) -> bool {
        self.token(at).is_some_and(|token| token.has(classes))
    }

    /// *'s*, or *'* after an s.
    fn is_possessive(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Clitic)
            && !self.has(at + 1, Classes::VERB_ING)
    }

    fn pronoun(&self, at: usize, sentence: u16, quoted: Option<usize>) -> Option<Phrase> {
        let classes = self.token(at)?.classes;
        let personal = Classes::MASCULINE
            .with(Classes::FEMININE)
            .with(Classes::FIRST_PERSON)
            .with(Classes::SECOND_PERSON)
            .with(Classes::PLURAL)
            .with(Classes::INDEFINITE);
        if !classes.any(personal) || classes.any(Classes::DETERMINER) {
            return None;
        }
        let mut flags = Flags::default();
        for (class, flag) in [
            (Classes::FIRST_PERSON, Flags::FIRST),
            (Classes::PLURAL, Flags::PLURAL),
            (Classes::INDEFINITE, Flags::INDEFINITE),
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
            kind: MentionKind::Pronoun,
            gender: gender::of_word(classes),
            flags,
            person: true,
            sentence,
            quoted,
            subject: false,
        })
    }

    /// *his* of *his hand*; *his aunt* is somebody by herself.
    fn owner(&self, item: &Item, sentence: u16, quoted: Option<usize>, found: &mut Vec<Phrase>) {
        let first = item.start as usize;
        if self.has(first, Classes::POSSESSIVE) && !self.is_person(item) {
            let owner = self.pronoun(first, sentence, quoted);
            found.extend(owner.map(|owner| Phrase { flags: owner.flags.with(Flags::POSSESSIVE), ..owner }));
        }
    }

    fn is_person(&self, item: &Item) -> bool {
        item.features.has(Features::PERSON)
            || self.has(item.head as usize, Classes::PERSON_NOUN.with(Classes::KIN).with(Classes::TITLE))
            || item.kind == ItemKind::Phrase && self.spoken.has(self.words, item.head as usize)
    }

    fn name(&self, named: &Named, sentence: u16, quoted: Option<usize>) -> Phrase {
        let (head, end) = (named.start as usize, named.end as usize);
        let first = self.token(head).map_or(Classes::NONE, |token| token.classes);
        let before = head.checked_sub(1).filter(|before| *before >= self.first);
        let article = before.filter(|before| self.token(*before).is_some_and(|token| token.word == self.the));
        let mut flags = Flags::default();
        if self.is_initial(head) {
            flags = flags.with(Flags::INITIAL);
        }
        if article.is_some() {
            flags = flags.with(Flags::DEFINITE);
            if self.has(end - 1, Classes::PLURAL) && !self.has(end - 1, Classes::GIVEN) {
                flags = flags.with(Flags::PLURAL);
            }
        }
        if self.is_possessive(end) {
            flags = flags.with(Flags::POSSESSIVE);
        }
        let titled = first.any(Classes::TITLE.with(Classes::KIN));
        Phrase {
            start: article.unwrap_or(head),
            end,
            head,
            kind: MentionKind::Name,
            gender: if titled { gender::of_word(first) } else { None },
            flags,
            person: true,
            sentence,
            quoted,
            subject: false,
        }
    }

    /// *the old man, her aunt*: the head of an item that is no name.
    fn nominal(&self, item: &Item, names: &[Named], sentence: u16, quoted: Option<usize>) -> Option<Phrase> {
        let head = item.head as usize;
        let token = self.token(head)?;
        let person = self.is_person(item);
        if !person && !self.is_source(item) || names.iter().any(|named| named.end as usize > head) {
            return None;
        }
        let start = names.last().map_or(item.start as usize, |named| named.end as usize + 1).min(head);
        let mut flags = Flags::default();
        if item.features.has(Features::DEFINITE.with(Features::POSSESSED)) {
            flags = flags.with(Flags::DEFINITE);
        }
        if item.features.has(Features::INDEFINITE) {
            flags = flags.with(Flags::INDEFINITE);
        }
        if item.features.has(Features::PLURAL) && !token.has(Classes::COMMON) {
            flags = flags.with(Flags::PLURAL);
        }
        // the other
        if token.has(Classes::ANYBODY) && token.has(Classes::ADJECTIVE) && token.has(Classes::DETERMINER) {
            flags = flags.with(Flags::OTHER);
        }
        let owner = self.token(start).filter(|first| first.has(Classes::POSSESSIVE));
        match owner.and_then(|owner| gender::of_word(owner.classes)) {
            Some(Gender::Masculine) => flags = flags.with(Flags::OWNED_BY_HIM),
            Some(Gender::Feminine) => flags = flags.with(Flags::OWNED_BY_HER),
            None => {}
        }
        Some(Phrase {
            start,
            end: head + 1,
            head,
            kind: MentionKind::Nominal,
            gender: gender::of_word(token.classes),
            flags,
            person,
            sentence,
            quoted,
            subject: false,
        })
    }
}

/// Of which verb an item is the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SubjectOf {
    Nothing,
    /// Of a side clause's, or of what stands before it, alone.
    SideClause,
    MainClause,
}

/// Makes `found` what each of the items `range` is the subject of, by their rows.
pub(super) fn subjects(rows: &[Predicate], range: Range<usize>, found: &mut Vec<SubjectOf>) {
    found.clear();
    found.resize(range.len(), SubjectOf::Nothing);
    for row in rows {
        let Some(subject) = row.grammatical_subject.or(row.subject) else { continue };
        if let Some(own) = found.get_mut(subject.first.wrapping_sub(range.start)) {
            // a tag says no more of whom it names than that
            let tag = subject.place == SubjectPlace::Inverted;
            let side = tag || row.subordinate || row.parent.is_some();
            *own = (*own).max(if side { SubjectOf::SideClause } else { SubjectOf::MainClause });
        }
    }
}

/// The same where no row is at hand: what stands right before a finite verb, over adverbs and what depends on a noun.
pub(super) fn subjects_by_place(chunks: &Chunks, piece: &Sentence, found: &mut Vec<SubjectOf>) {
    let range = piece.items();
    found.clear();
    found.resize(range.len(), SubjectOf::Nothing);
    let items = chunks.items.get(range.clone()).unwrap_or_default();
    let from = chunks.verbs.partition_point(|group| group.item < piece.first);
    let verbs = chunks.verbs[from..].iter().take_while(|group| group.item < piece.end);
    for group in verbs.filter(|group| group.form == VerbForm::Finite) {
        let Some(place) = before_verb(items, group.item as usize - range.start) else { continue };
        let opens = place.checked_sub(1).map(|before| items[before].kind);
        let side = matches!(opens, Some(ItemKind::Subordinator | ItemKind::Relative | ItemKind::That));
        found[place] = found[place].max(if side { SubjectOf::SideClause } else { SubjectOf::MainClause });
    }
}

/// The noun phrase before the verb at `verb`: *the man* of *the man in the old coat slowly rose*.
fn before_verb(items: &[Item], verb: usize) -> Option<usize> {
    let kind = |at: usize| items.get(at).map(|item| item.kind);
    let mut place = (0..verb).rev().find(|at| kind(*at) != Some(ItemKind::Adverb))?;
    while kind(place).is_some_and(ItemKind::is_noun_phrase) {
        if place == 0 || kind(place - 1) != Some(ItemKind::Preposition) {
            return Some(place);
        }
        place = place.checked_sub(2)?;
    }
    None
}
