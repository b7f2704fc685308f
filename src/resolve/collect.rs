//! Items to mentions, a block at a time.
//!
//! In: the tokens and items of a block. Out: [`Mention`]s in the order of the text and [`Fact`]s about them,
//! made of hashes and flags, so that nothing asks for the tokens later. `reading.rs` says what the words of
//! a mention tell, this file what stands around it: possessors, appositions, brackets, bylines.

use crate::block::Block;
use crate::entity::Gender;
use crate::items::{Features, Form as VerbForm, Item, ItemKind, NameKind, Named, Sentence};
use crate::lex::{Shape, Token, TokenKind};
use crate::lexicon::Classes;

use super::answer::Source;
use super::mention::{Fact, Flags, Form, Kind, Mention, NONE, Pronoun, Sign, hash};
use super::reading;
use super::{Memory, Resolved, resolve};

/// Gathers the mentions of a text.
#[derive(Debug, Default)]
pub(crate) struct Collector {
    mentions: Vec<Mention>,
    facts: Vec<Fact>,
    sentence: u32,
    /// The mention that each item of the block at hand became.
    of_item: Vec<u32>,
    memory: Memory,
}

/// Lines longer than this are no bylines.
const LONGEST_BYLINE: usize = 10;

/// Bylines stand within so many paragraphs of the head.
const BYLINE_PARAGRAPHS: u32 = 8;

impl Collector {
    /// Takes the mentions of a block of `text`, which `paragraphs` paragraphs stand before.
    pub(crate) fn block(&mut self, text: &str, block: &Block, paragraphs: usize) {
        self.of_item.clear();
        self.of_item.resize(block.chunks.items.len(), NONE);
        let mut inner = 0;
        for sentence in &block.chunks.sentences {
            let mut reader = Reader::new(self, text, block, sentence, inner);
            reader.paragraph = (paragraphs + sentence.paragraph as usize) as u32;
            reader.place();
            reader.sentence();
            inner = reader.inner;
            self.sentence += 1;
        }
    }

    /// Resolves what was gathered.
    pub(crate) fn finish(&mut self, text: &str, sources: &[Source]) -> Resolved {
        resolve(text, &mut self.mentions, &self.facts, sources, &mut self.memory)
    }

    /// Makes room for the next text.
    pub(crate) fn clear(&mut self) {
        self.mentions.clear();
        self.facts.clear();
        self.sentence = 0;
    }
}

/// Reads the mentions of a sentence.
struct Reader<'c, 'a> {
    collector: &'c mut Collector,
    block: &'a Block,
    sentence: &'a Sentence,
    paragraph: u32,
    /// The text from the block's base, by which tokens count.
    slice: &'a str,
    /// The first item inside of quotations that has not been read.
    inner: usize,
    flags: Flags,
}

impl<'c, 'a> Reader<'c, 'a> {
    fn new(
        collector: &'c mut Collector,
        text: &'a str,
        block: &'a Block,
        sentence: &'a Sentence,
        inner: usize,
    ) -> Self {
        Self {
            collector,
            block,
            sentence,
            paragraph: 0,
            slice: text.get(block.base..).unwrap_or(""),
            inner,
            flags: Flags::default(),
        }
    }

    /// Headline, byline or plain sentence.
    fn place(&mut self) {
        let headline = self.sentence.title_case || self.is_shouted() || !self.is_closed();
        self.flags.set(Flags::HEADLINE, headline);
        self.flags.set(Flags::BYLINE, self.is_byline());
    }

    fn item(&self, at: usize) -> Option<&'a Item> {
        self.sentence.items().contains(&at).then(|| self.block.chunks.items.get(at)).flatten()
    }

    fn kind_at(&self, at: usize) -> Option<ItemKind> {
        self.item(at).map(|item| item.kind)
    }

    fn token(&self, at: usize) -> Option<&'a Token> {
        self.block.tokens.get(at)
    }

    fn word(&self, at: usize) -> &'a [u8] {
        self.token(at)
            .and_then(|token| self.slice.as_bytes().get(token.start as usize..token.end as usize))
            .unwrap_or(&[])
    }

    fn tokens(&self) -> &'a [Token] {
        let items = self.sentence.items();
        let start = self.item(items.start).map_or(0, |item| item.start as usize);
        let end =
            items.end.checked_sub(1).and_then(|last| self.item(last)).map_or(0, |item| item.end as usize);
        self.block.tokens.get(start..end).unwrap_or(&[])
    }

    /// Whether the sentence begins and ends in capitals.
    fn is_shouted(&self) -> bool {
        let shouts = |token: &&Token| token.shape.has(Shape::SHOUTED);
        let tokens = self.tokens();
        let mut words = tokens.iter().filter(|token| token.is_word());
        words.next().as_ref().is_some_and(shouts)
            && words.next().as_ref().is_some_and(shouts)
            && words.next_back().as_ref().is_some_and(shouts)
    }

    /// Whether the sentence ends as sentences do; headlines often do not.
    fn is_closed(&self) -> bool {
        self.paragraph > 0
            || self.tokens().last().is_some_and(|token| {
                token.kind.ends_sentence() || token.kind.is_mark() || token.shape.has(Shape::STOPPED)
            })
    }

    /// *By Ann Lee*
    fn is_byline(&self) -> bool {
        let tokens = self.tokens();
        self.paragraph < BYLINE_PARAGRAPHS
            && tokens.len() <= LONGEST_BYLINE
            && tokens.len() > 1
            && self.item(self.sentence.items().start).is_some_and(|item| {
                self.word(item.start as usize).eq_ignore_ascii_case(b"by")
                    && self.token(item.start as usize + 1).is_some_and(Token::is_capital)
            })
    }

    fn sentence(&mut self) {
        for at in self.sentence.items() {
            let Some(item) = self.item(at) else {
                continue;
            };
            if item.kind == ItemKind::Quoted {
                self.quoted(item);
                continue;
            }
            self.age(at, item);
            if !matches!(
                item.kind,
                ItemKind::Name
                    | ItemKind::Nominal
                    | ItemKind::Phrase
                    | ItemKind::Pronoun
                    | ItemKind::Relative
            ) {
                continue;
            }
            let mut flags = self.flags;
            flags.set(Flags::OBLIQUE, self.follows_preposition(at));
            let mention = match self.first_half(at) {
                Some(first) => self.second_half(first, item),
                None => self.phrase(item, flags),
            };
            if let Some(place) = self.collector.of_item.get_mut(at) {
                *place = mention;
            }
            if mention != NONE {
                self.surroundings(at, mention);
                self.relations(at, mention);
            }
        }
    }

    /// What stands around a mention that stands for a whole item.
    fn surroundings(&mut self, at: usize, mention: u32) {
        let (subject, defined) = (self.is_subject(at), self.is_defined(at));
        let coordinated = self.is_coordinated(at);
        let flags = &mut self.collector.mentions[mention as usize].flags;
        flags.set(Flags::SUBJECT, subject);
        flags.set(Flags::DEFINED, defined);
        flags.set(Flags::COORDINATED, coordinated);
    }

    /// The name before a nickname in marks, where item `at` is the name after it: *Ann “Cia” Lee*.
    fn first_half(&self, at: usize) -> Option<u32> {
        let quoted = self.item(at.checked_sub(1)?).filter(|item| item.kind == ItemKind::Quoted)?;
        let short = quoted.end - quoted.start <= 4 && self.token(quoted.start as usize + 1)?.is_capital();
        let name = self.item(at).filter(|item| item.kind == ItemKind::Name && item.end - item.start <= 2)?;
        let own = self.token(name.start as usize).is_some_and(Token::is_capital);
        let first = self.before(at, 2)?;
        let mention = self.collector.mentions.get(first as usize)?;
        let person =
            mention.kind == Kind::Name && mention.form.parts <= 2 && !mention.has(Flags::ORGANISATION);
        (short && own && person).then_some(first)
    }

    /// Joins what stands behind a nickname to the name before it.
    fn second_half(&mut self, first: u32, item: &Item) -> u32 {
        let name =
            reading::name(self.slice.as_bytes(), &self.block.tokens, item.start as usize, item.end as usize);
        let (_, end) = self.bytes(item.start as usize, item.end as usize);
        let mention = &mut self.collector.mentions[first as usize];
        mention.end = end;
        mention.head_end = end;
        mention.flags = mention.flags.with(Flags::PERSON);
        mention.form.whole = mention.form.whole.wrapping_add(name.form.whole);
        mention.form.before_last = mention.form.last;
        mention.form.last = name.form.last;
        mention.form.parts += name.form.parts;
        if mention.form.parts < 3 {
            mention.form.before_last = 0;
        }
        first
    }

    /// The mentions inside of quotation marks.
    fn quoted(&mut self, quoted: &Item) {
        while let Some(item) = self.block.chunks.inner.get(self.inner) {
            if item.start >= quoted.end {
                break;
            }
            if item.start >= quoted.start {
                self.phrase(item, self.flags.with(Flags::QUOTED));
            }
            self.inner += 1;
        }
    }

    fn follows_preposition(&self, at: usize) -> bool {
        at.checked_sub(1)
            .and_then(|before| self.kind_at(before))
            .is_some_and(|kind| matches!(kind, ItemKind::Preposition | ItemKind::AccordingTo))
    }

    /// *Ann Lee is a professor*.
    fn is_defined(&self, at: usize) -> bool {
        let verb = self.item(at + 1).filter(|item| item.kind == ItemKind::Verb);
        verb.and_then(|item| self.block.chunks.verbs.get(item.detail as usize))
            .is_some_and(|verb| verb.copular)
    }

    /// Whether *and* or a comma of a list joins the item to a noun phrase before.
    fn is_coordinated(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.kind_at(before));
        let phrase = at.checked_sub(2).and_then(|before| self.kind_at(before));
        before == Some(ItemKind::Coordinator)
            && phrase.is_some_and(|kind| kind.is_noun_phrase() || kind == ItemKind::Comma)
    }

    /// Whether a verb follows, over what may stand between a subject and its verb.
    fn is_subject(&self, at: usize) -> bool {
        if self.follows_preposition(at) {
            return false;
        }
        let mut next = at + 1;
        let mut closing = None;
        for _ in 0..16 {
            match self.kind_at(next) {
                Some(ItemKind::Verb) if closing.is_none() => return true,
                Some(ItemKind::Adverb | ItemKind::Time) => next += 1,
                Some(ItemKind::Preposition) if closing.is_none() => next += 2,
                Some(ItemKind::Coordinator) if closing.is_none() => next += 2,
                Some(kind @ (ItemKind::Comma | ItemKind::OpenBracket | ItemKind::Dash)) => {
                    let end = if kind == ItemKind::OpenBracket { ItemKind::CloseBracket } else { kind };
                    closing = if closing == Some(kind) { None } else { closing.or(Some(end)) };
                    next += 1;
                }
                Some(ItemKind::CloseBracket) if closing == Some(ItemKind::CloseBracket) => {
                    closing = None;
                    next += 1;
                }
                Some(ItemKind::Stop) | None => return false,
                Some(_) if closing.is_some() => next += 1,
                Some(_) => return false,
            }
        }
        false
    }

    /// Pushes the mentions of a noun phrase; returns the one that stands for all of it.
    fn phrase(&mut self, item: &Item, flags: Flags) -> u32 {
        let (start, end) = (item.start as usize, item.end as usize);
        match item.kind {
            ItemKind::Pronoun => return self.pronoun(start, flags, item),
            ItemKind::Relative => return self.relative(start, flags),
            _ => {}
        }
        let mut possessor = NONE;
        if self
            .token(start)
            .is_some_and(|token| token.has(Classes::POSSESSIVE) && token.has(GENDERED_OR_FIRST))
        {
            let owner = flags_of_part(flags).with(Flags::POSSESSIVE);
            possessor = self.pronoun(start, owner, item);
        }
        let mut last: Option<Named> = None;
        let mut own = start;
        for found in self.block.chunks.names_of(item).iter().filter(|found| found.kind != NameKind::Role) {
            if let Some(found) = last.replace(*found) {
                possessor = self.inner_name(found, flags);
                own = found.end as usize;
            }
        }
        let mut features = flags;
        features.set(Flags::PLURAL, item.features.has(Features::PLURAL));
        features.set(Flags::DEFINITE, item.features.has(Features::DEFINITE));
        features.set(Flags::INDEFINITE, item.features.has(Features::INDEFINITE));
        match last {
            Some(found)
                if item.kind == ItemKind::Name && found.end == item.end && !self.is_office(&found) =>
            {
                self.main_name(start, own, found, features, possessor)
            }
            Some(found) if self.is_office(&found) => self.nominal(item, features, possessor, end - 1),
            Some(found) if self.is_body_of(item, &found) => self.named_body(item, found, features),
            Some(found) => {
                possessor = self.inner_name(found, flags);
                self.nominal(item, features, possessor, item.head as usize)
            }
            None => self.nominal(item, features, possessor, item.head as usize),
        }
    }

    /// Whether the token opens a sentence or a quotation.
    fn opens(&self, at: usize) -> bool {
        let seen = self.token(at).is_some_and(|token| self.block.chunks.seen.has(token.word));
        let Some(before) = at.checked_sub(1).and_then(|before| self.token(before)) else {
            return !seen;
        };
        if seen {
            return false;
        }
        // a closing mark stands apart from the next word
        let spaced = self.token(at).is_some_and(|token| token.shape.has(Shape::SPACED));
        before.kind.ends_sentence()
            || before.kind.is_mark() && !spaced
            || before.kind == TokenKind::Colon
            || self.item(self.sentence.items().start).is_some_and(|item| item.start as usize == at)
    }

    /// *Texas Republican*: one of a people, called by that.
    fn is_office(&self, found: &Named) -> bool {
        found.kind == NameKind::People
            && self.token(found.end as usize - 1).is_some_and(|token| {
                token.has(Classes::PERSON_NOUN.with(Classes::PARTY)) && !token.has(Classes::PLURAL)
            })
    }

    /// *the Weber campaign*, *Weber's office*: a body that has its name from somebody.
    fn is_body_of(&self, item: &Item, found: &Named) -> bool {
        let head = item.head as usize;
        item.kind == ItemKind::Nominal
            && head + 1 == item.end as usize
            && self.token(head).is_some_and(|token| {
                token.has(Classes::ORG_NOUN) && !token.has(Classes::PERSON_NOUN.with(Classes::PLURAL))
            })
            && head <= found.end as usize + 1
            && !matches!(found.kind, NameKind::Place | NameKind::Thing)
            && !GENERIC_BODIES.contains(&self.word(head))
    }

    /// The first byte of token `start` and the last before token `end`.
    fn bytes(&self, start: usize, end: usize) -> (usize, usize) {
        let base = self.block.base;
        let from = self.token(start).map_or(base, |token| base + token.start as usize);
        let last = end.checked_sub(1).and_then(|last| self.token(last));
        (from, last.map_or(from, |token| base + token.end as usize).max(from))
    }

    fn mention(&self, start: usize, end: usize, kind: Kind, flags: Flags) -> Mention {
        let (from, to) = self.bytes(start, end);
        Mention {
            start: from,
            end: to,
            head_start: from,
            head_end: to,
            sentence: self.collector.sentence,
            paragraph: self.paragraph,
            kind,
            flags,
            gender: None,
            sign: Sign::None,
            form: Form::default(),
            link: NONE,
            of: NONE,
            modifiers: [0; 3],
        }
    }

    fn push(&mut self, mention: Mention) -> u32 {
        self.collector.mentions.push(mention);
        self.collector.mentions.len() as u32 - 1
    }

    fn fact(&mut self, mention: u32, role: u32, modifiers: [u32; 3], gender: Option<Gender>) {
        self.collector.facts.push(Fact { mention, role, modifiers, gender });
    }

    /// A name that is a part of a noun phrase.
    fn inner_name(&mut self, found: Named, flags: Flags) -> u32 {
        if self.is_office(&found) {
            return NONE;
        }
        let possessive = self.token(found.end as usize).is_some_and(|token| {
            token.kind == TokenKind::Clitic || token.kind.is_mark() && !token.shape.has(Shape::SPACED)
        });
        let mut flags = flags_of_part(flags);
        flags.set(Flags::POSSESSIVE, possessive);
        self.main_name(found.start as usize, found.start as usize, found, flags, NONE)
    }

    /// The name that a phrase ends in, with what stands before it; its titles stand behind token `own`.
    fn main_name(&mut self, start: usize, own: usize, found: Named, flags: Flags, possessor: u32) -> u32 {
        let bytes = self.slice.as_bytes();
        let (first, name_start, end) = (found.start as usize, found.name_start as usize, found.end as usize);
        let name = reading::name(bytes, &self.block.tokens, name_start, end);
        let title = reading::title(bytes, &self.block.tokens, own, name_start);
        let mut mention = self.mention(start, end, Kind::Name, flags);
        (mention.head_start, mention.head_end) = self.bytes(name_start, end);
        mention.form = name.form;
        mention.flags = mention.flags.with(name.flags).with(reading::kind_flags(found.kind));
        let the = first > 0 && self.word(first - 1).eq_ignore_ascii_case(b"the");
        mention.flags.set(Flags::AFTER_THE, the);
        mention.flags.set(Flags::TITLED, title.titled);
        mention.flags.set(Flags::PERSON, title.role != 0 && !name.flags.has(Flags::ORGANISATION));
        mention.flags.set(Flags::PLURAL, title.couple || found.kind == NameKind::People);
        let listed = self.token(name_start).is_some_and(|token| token.word != 0);
        let weak = listed && found.kind == NameKind::Unknown && name.form.parts < 2 && self.opens(first);
        mention.flags.set(Flags::OPENING, weak);
        (mention.gender, mention.sign) = if title.couple {
            (None, Sign::None)
        } else if title.gender.is_some() {
            (title.gender, title.sign)
        } else {
            (name.gender, if name.form.parts > 1 { Sign::GivenName } else { Sign::Hint })
        };
        let mention = self.push(mention);
        if title.role != 0 {
            let mut modifiers = title.modifiers;
            self.narrow(&mut modifiers, possessor);
            self.fact(mention, title.role, modifiers, title.gender);
        }
        if found.kind == NameKind::Organisation {
            self.roles_of_body(mention, name_start, end);
        }
        mention
    }

    /// *the department* means a department that was named.
    fn roles_of_body(&mut self, mention: u32, start: usize, end: usize) {
        for at in start..end {
            let Some(token) = self.token(at) else {
                continue;
            };
            if token.has(Classes::ORG_SUFFIX) {
                self.fact(mention, hash(b"company"), [0; 3], None);
            } else if token.has(Classes::ORG_NOUN) {
                self.fact(mention, hash(self.word(at)), [0; 3], None);
            }
        }
    }

    /// Adds the name of a possessor to what narrows a role.
    fn narrow(&self, modifiers: &mut [u32; 3], by: u32) {
        let Some(owner) = self.collector.mentions.get(by as usize) else {
            return;
        };
        if owner.kind == Kind::Name {
            add_modifier(modifiers, owner.form.last);
        }
    }

    fn named_body(&mut self, item: &Item, found: Named, flags: Flags) -> u32 {
        self.inner_name(found, flags);
        let end = item.end as usize;
        let name = reading::name(self.slice.as_bytes(), &self.block.tokens, found.name_start as usize, end);
        let mut mention = self.mention(item.start as usize, end, Kind::Name, flags.with(Flags::ORGANISATION));
        (mention.head_start, _) = self.bytes(found.name_start as usize, end);
        mention.form = name.form;
        mention.form.parts = mention.form.parts.max(2);
        let mention = self.push(mention);
        self.fact(mention, hash(self.word(item.head as usize)), [0; 3], None);
        mention
    }

    fn nominal(&mut self, item: &Item, flags: Flags, possessor: u32, head: usize) -> u32 {
        let Some(token) = self.token(head) else {
            return NONE;
        };
        let aged = token.kind == TokenKind::Number && token.shape.has(Shape::HYPHENATED);
        let person = token.has(Classes::PERSON_NOUN.with(Classes::PARTY)) || aged;
        if !person && !token.has(Classes::ORG_NOUN.with(Classes::DOCUMENT_NOUN).with(Classes::DEMONYM)) {
            return NONE;
        }
        let body = !person && token.has(Classes::ORG_NOUN);
        let plural = token.has(Classes::PLURAL);
        let mut mention = self.mention(item.start as usize, item.end as usize, Kind::Nominal, flags);
        (mention.head_start, mention.head_end) = self.bytes(head, head + 1);
        for (flag, on) in [
            (Flags::PERSON, person && !plural),
            (Flags::ORGANISATION, body && !plural),
            (Flags::PEOPLE, (body || person) && plural),
            (Flags::DOCUMENT, !person && !body && token.has(Classes::DOCUMENT_NOUN)),
            (Flags::PLURAL, plural),
            (Flags::FOCUS, token.has(Classes::FOCUS_NOUN)),
            (Flags::OFFICE, token.is_capital() && item.end == item.start + 1),
            (Flags::KIN, token.has(Classes::KIN)),
        ] {
            mention.flags.set(flag, on);
        }
        mention.gender = reading::gender(token.classes);
        mention.sign = Sign::Role;
        (mention.form.last, mention.modifiers) =
            reading::role(self.slice.as_bytes(), &self.block.tokens, item.start as usize, head);
        mention.of = possessor;
        self.narrow(&mut mention.modifiers, possessor);
        self.push(mention)
    }

    fn pronoun(&mut self, at: usize, flags: Flags, item: &Item) -> u32 {
        let Some(token) = self.token(at) else {
            return NONE;
        };
        let pronoun = reading::pronoun(self.word(at), token.classes);
        let mut mention = self.mention(at, at + 1, Kind::Pronoun(pronoun), flags);
        mention.flags.set(
            Flags::OBJECT_FORM,
            item.features.has(Features::OBJECT_FORM)
                && item.start as usize == at
                && item.kind == ItemKind::Pronoun,
        );
        mention.flags.set(Flags::PLURAL, matches!(pronoun, Pronoun::They | Pronoun::We));
        self.push(mention)
    }

    /// *who* means the noun phrase before it.
    fn relative(&mut self, at: usize, flags: Flags) -> u32 {
        let mut mention = self.mention(at, at + 1, Kind::Relative, flags);
        let sentence = self.collector.sentence;
        let before = self.collector.mentions.iter().enumerate().rev().take(8);
        let who = !self.word(at).eq_ignore_ascii_case(b"which");
        let person = before.take_while(|(_, other)| other.sentence == sentence).find(|(_, other)| {
            // "the head of the fund, who …"
            let skipped =
                who && other.has(NO_PERSON) && !other.has(Flags::PERSON) && other.has(Flags::OBLIQUE);
            !skipped && !other.has(Flags::INNER) && !matches!(other.kind, Kind::Relative)
        });
        mention.link = person.map_or(NONE, |(index, _)| index as u32);
        self.push(mention)
    }

    /// What the items around a mention say of it.
    fn relations(&mut self, at: usize, mention: u32) {
        self.belongs(at, mention);
        self.apposition(at, mention);
        self.in_brackets(at, mention);
    }

    /// The main mention of the item `back` items before `at`.
    fn before(&self, at: usize, back: usize) -> Option<u32> {
        let place = at.checked_sub(back)?;
        self.item(place)?;
        self.collector.of_item.get(place).copied().filter(|mention| *mention != NONE)
    }

    /// *a spokesman for Lee*: whom a nominal belongs to.
    fn belongs(&mut self, at: usize, mention: u32) {
        if at.checked_sub(1).and_then(|before| self.kind_at(before)) != Some(ItemKind::Preposition) {
            return;
        }
        let (Some(owned), Some(joint)) = (self.before(at, 2), self.item(at - 1)) else {
            return;
        };
        let word = self.word(joint.start as usize);
        let nominal = self.collector.mentions[owned as usize];
        let issues = matches!(word, b"from" | b"by");
        let owns = matches!(word, b"of" | b"for" | b"from" | b"at" | b"with" | b"in");
        if nominal.kind != Kind::Nominal || nominal.of != NONE || !owns && !issues {
            return;
        }
        if nominal.has(Flags::DOCUMENT) && !issues {
            return;
        }
        let mut modifiers = nominal.modifiers;
        self.narrow(&mut modifiers, mention);
        let nominal = &mut self.collector.mentions[owned as usize];
        nominal.of = mention;
        nominal.modifiers = modifiers;
        let (role, link) = (nominal.form.last, nominal.link);
        // the role that an apposition gave before its place was read
        let facts = self.collector.facts.iter_mut().rev().take(3);
        for fact in facts.filter(|fact| fact.role == role && (fact.mention == owned || fact.mention == link))
        {
            fact.modifiers = modifiers;
        }
    }

    /// *Ann Lee, a spokeswoman for the board,* and *the spokeswoman, Ann Lee,*.
    fn apposition(&mut self, at: usize, mention: u32) {
        let comma = at.checked_sub(1).and_then(|before| self.kind_at(before)) == Some(ItemKind::Comma);
        if !comma {
            return;
        }
        let Some(mut other) = self.before(at, 2) else {
            return;
        };
        // "his partner at the fund, Lee,"
        let [between, name] = [other, mention].map(|mention| self.collector.mentions[mention as usize]);
        let person = between.kind == Kind::Nominal && between.has(Flags::PERSON);
        if self.follows_preposition(at - 2) && name.kind == Kind::Name && !person {
            match self.before(at, 4) {
                Some(owner) if self.collector.mentions[owner as usize].kind == Kind::Nominal => other = owner,
                _ => return,
            }
        }
        let (earlier, later) =
            (self.collector.mentions[other as usize], self.collector.mentions[mention as usize]);
        if earlier.has(Flags::COORDINATED) && earlier.kind == later.kind || !self.closes(at) {
            return;
        }
        match (earlier.kind, later.kind) {
            (Kind::Name, Kind::Nominal) if agree(&earlier, &later) => self.join(other, mention),
            (Kind::Nominal, Kind::Name)
                if agree(&later, &earlier) && earlier.has(Flags::DEFINITE.with(Flags::INDEFINITE)) =>
            {
                self.join(mention, other);
            }
            _ => {}
        }
    }

    /// Whether the apposition at `at` ends as one does: a comma, a stop, a bracket, a relative clause.
    fn closes(&self, at: usize) -> bool {
        let mut next = at + 1;
        for _ in 0..12 {
            match self.kind_at(next) {
                Some(ItemKind::Preposition) => next += 2,
                Some(
                    ItemKind::Comma
                    | ItemKind::Stop
                    | ItemKind::CloseBracket
                    | ItemKind::Dash
                    | ItemKind::Relative
                    | ItemKind::Semicolon
                    | ItemKind::Quoted
                    | ItemKind::Colon,
                )
                | None => return true,
                Some(ItemKind::Coordinator) => {
                    // "a farmer and father of two," but not the last of a list
                    if !self
                        .kind_at(next + 1)
                        .is_some_and(|kind| matches!(kind, ItemKind::Nominal | ItemKind::Phrase))
                    {
                        return false;
                    }
                    next += 2;
                }
                // "a senator representing Ohio", but "in Rome, the senator said"
                Some(ItemKind::Verb) => return !self.is_finite(next),
                Some(ItemKind::Adverb | ItemKind::Time) => next += 1,
                Some(ItemKind::Adjective | ItemKind::That) => return true,
                Some(_) => return false,
            }
        }
        true
    }

    fn is_finite(&self, at: usize) -> bool {
        let group = self.item(at).and_then(|item| self.block.chunks.verbs.get(item.detail as usize));
        group.is_some_and(|group| group.form == VerbForm::Finite)
    }

    /// Ties the nominal to the name beside it.
    fn join(&mut self, name: u32, nominal: u32) {
        let fact = self.collector.mentions[nominal as usize];
        self.collector.mentions[nominal as usize].link = name;
        let later = name.max(nominal);
        let (role, modifiers, gender) = (fact.form.last, fact.modifiers, fact.gender);
        self.fact(later, role, modifiers, gender);
        if fact.has(Flags::PERSON) {
            let flags = &mut self.collector.mentions[name as usize].flags;
            *flags = flags.with(Flags::PERSON);
        }
    }

    /// *Ann Lee, 42,*: later she may be the 42-year-old.
    fn age(&mut self, at: usize, item: &Item) {
        let number = item.end == item.start + 1
            && self.token(item.start as usize).is_some_and(|token| token.kind == TokenKind::Number);
        let comma =
            number && at.checked_sub(1).and_then(|before| self.kind_at(before)) == Some(ItemKind::Comma);
        let Some(name) = self.before(at, 2).filter(|_| comma) else {
            return;
        };
        if self.collector.mentions[name as usize].kind == Kind::Name {
            self.fact(name, hash(b"year-old"), [hash(self.word(item.start as usize)), 0, 0], None);
        }
    }

    /// *Ann Lee (D-Ohio)*, *the Harbour Board (HB)*.
    fn in_brackets(&mut self, at: usize, mention: u32) {
        if at.checked_sub(1).and_then(|before| self.kind_at(before)) != Some(ItemKind::OpenBracket) {
            return;
        }
        let Some(name) = self.before(at, 2) else {
            return;
        };
        if self.collector.mentions[name as usize].kind != Kind::Name {
            return;
        }
        let start = self.item(at).map_or(0, |item| item.start as usize);
        if let Some((party, place)) = reading::party_tag(self.word(start)) {
            // the place narrows the title too: "the Ohio senator"
            for fact in self.collector.facts.iter_mut().rev().take(3).filter(|fact| fact.mention == name) {
                add_modifier(&mut fact.modifiers, place);
            }
            self.fact(name, party, [place, 0, 0], None);
            let flags = &mut self.collector.mentions[name as usize].flags;
            *flags = flags.with(Flags::PERSON);
            // the tag names nobody
            self.collector.mentions.truncate(mention as usize);
            self.collector.of_item[at] = NONE;
            return;
        }
        let inside = &mut self.collector.mentions[mention as usize];
        if inside.kind == Kind::Name && inside.has(Flags::ACRONYM) {
            inside.link = name;
            inside.flags = inside.flags.with(Flags::BRACKETED);
        }
    }
}

const GENDERED_OR_FIRST: Classes = Classes::MASCULINE.with(Classes::FEMININE).with(Classes::FIRST_PERSON);

fn add_modifier(modifiers: &mut [u32; 3], word: u32) {
    if !modifiers.contains(&word) {
        if let Some(free) = modifiers.iter_mut().find(|word| **word == 0) {
            *free = word;
        }
    }
}

/// What *who* never means.
const NO_PERSON: Flags = Flags::ORGANISATION.with(Flags::PLACE).with(Flags::THING).with(Flags::DOCUMENT);

/// Words for bodies that say too little to be a part of a name.
const GENERIC_BODIES: &[&[u8]] = &[b"company", b"firm", b"group", b"business", b"family", b"crowd", b"side"];

/// The flags of a part of a phrase with these.
fn flags_of_part(flags: Flags) -> Flags {
    let mut part = Flags::default().with(Flags::INNER);
    for flag in [Flags::QUOTED, Flags::HEADLINE, Flags::BYLINE, Flags::OBLIQUE] {
        part.set(flag, flags.has(flag));
    }
    part
}

/// Whether name and noun can be of one: a person and a noun for persons, a body and a noun for bodies.
fn agree(name: &Mention, nominal: &Mention) -> bool {
    if nominal.has(Flags::PLURAL) || nominal.has(Flags::DOCUMENT) {
        return false;
    }
    let gendered = matches!((name.gender, nominal.gender), (Some(one), Some(other)) if one != other);
    if gendered && name.sign > Sign::GivenName {
        return false;
    }
    if nominal.has(Flags::PERSON) {
        !name.has(Flags::ORGANISATION.with(Flags::PLACE).with(Flags::PEOPLE).with(Flags::THING))
    } else {
        nominal.has(Flags::ORGANISATION) && !name.has(Flags::PERSON.with(Flags::PLACE).with(Flags::PEOPLE))
    }
}
