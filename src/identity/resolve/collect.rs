//! Items to mentions, a block at a time.
//!
//! In: the tokens and items of a block. Out: [`Mention`]s in the order of the text and [`Fact`]s about them,
//! made of hashes and flags, so that nothing asks for the tokens later. `reading.rs` says what the words of
//! a mention tell, this file what stands around it: possessors, appositions, brackets, bylines.

use crate::answer::kind::Gender;
use crate::answer::roster::Roster;
use crate::grammar::block::Block;
use crate::grammar::items::{Features, Form as VerbForm, Item, ItemKind, NameKind, Named, Sentence};
use crate::lexicon::Classes;
use crate::text::lex::{Shape, Token, TokenKind};

use super::Memory;
use super::answer::{Answer, Source};
use super::mention::{Fact, Flags, Kind, Mention, Mentions, NONE, Nominal, Pronoun, Sign, hash};
use super::reading;
use super::spelling::{self, Spelling};
use super::walk::BYLINE_PARAGRAPHS;

/// Gathers the mentions of a text.
#[derive(Debug, Default)]
pub(crate) struct Collector {
    mentions: Mentions,
    /// Where the bytes of the mentions count from.
    base: usize,
    sentence: u32,
    memory: Memory,
}

/// A part of a long text ends after so many mentions, of which an article has two hundred: what is known of a
/// mention on its way takes as much room as the words around it.
const MOST_MENTIONS: usize = 1 << 14;

/// And after so many bytes, whatever they hold.
const MOST_BYTES: usize = 1 << 30;

/// Lines longer than this are no bylines.
const LONGEST_BYLINE: usize = 10;

/// A noun phrase of more bytes than this is none.
const LONGEST_PHRASE: u32 = 1 << 15;

impl Collector {
    /// Takes the mentions of a block of `text`, which `paragraphs` paragraphs stand before.
    ///
    /// `sources` are the mentions of it that somebody found to be sources, in the order of their first bytes,
    /// which count from the block's base: what is none of them and tells nothing of anybody is left out.
    pub(crate) fn block(&mut self, text: &str, block: &Block, paragraphs: usize, sources: Sources<'_>) {
        if self.mentions.all.is_empty() {
            self.base = block.base;
        }
        let mut reader = Reader {
            sources,
            passed: [0; 2],
            mentions: &mut self.mentions,
            block,
            tokens: &block.tokens,
            slice: text.as_bytes().get(block.base..).unwrap_or(&[]),
            base: (block.base - self.base) as u32,
            sentence: self.sentence,
            paragraph: 0,
            first_token: 0,
            inner: 0,
            flags: Flags::NONE,
        };
        for sentence in &block.chunks.sentences {
            reader.paragraph = (paragraphs + sentence.paragraph as usize) as u32;
            reader.sentence(sentence);
        }
        self.sentence = reader.sentence;
    }

    /// Whether it is time to resolve what was gathered, with the block that begins at `at`.
    pub(crate) fn is_full(&self, at: usize) -> bool {
        self.mentions.all.len() > MOST_MENTIONS || at - self.base.min(at) > MOST_BYTES
    }

    /// Who is behind `sources`, of which the mentions were gathered since the last call. Those who have no
    /// name are forgotten with it, and those who have one known further on.
    pub(crate) fn resolve(&mut self, text: &str, sources: &[Source]) -> Vec<Answer> {
        let answers = self.memory.resolve(text, &mut self.mentions, self.base, sources);
        self.mentions.clear();
        answers
    }

    /// The entities of the text, all of whose mentions are resolved.
    pub(crate) fn finish(&mut self) -> Roster {
        self.clear();
        self.memory.finish()
    }

    fn clear(&mut self) {
        self.mentions.clear();
        self.sentence = 0;
    }
}

/// The sources of a block.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sources<'s> {
    /// Any mention may be one.
    Unknown,
    /// From its first byte to its last each, in the order of the first.
    Known(&'s [(u32, u32)]),
}

impl Sources<'_> {
    /// Whether what starts at `start` is a part of a source; asked in the order of the text.
    #[inline]
    fn include(&mut self, start: u32) -> bool {
        let Self::Known(sources) = self else { return true };
        while let [(_, end), rest @ ..] = sources {
            if *end > start {
                break;
            }
            *sources = rest;
        }
        sources.first().is_some_and(|source| source.0 <= start)
    }
}

/// Reads the mentions of sentences.
struct Reader<'c, 'a> {
    sources: Sources<'a>,
    /// The mention before which the last noun phrase was left out, and the last that *who* can mean: nothing
    /// before it is meant by a relative behind it.
    passed: [u32; 2],
    mentions: &'c mut Mentions,
    block: &'a Block,
    tokens: &'a [Token],
    /// The bytes of the text from the block's base, by which tokens count.
    slice: &'a [u8],
    /// Where the block starts.
    base: u32,
    sentence: u32,
    paragraph: u32,
    first_token: u32,
    /// The first item inside of quotations that has not been read.
    inner: usize,
    /// What all mentions of the sentence have.
    flags: Flags,
}

/// An item of a sentence with those around it.
#[derive(Clone, Copy)]
struct Spot<'a> {
    items: &'a [Item],
    at: usize,
    /// The mentions that stand for the items before, the nearest first.
    before: [u32; KEPT],
}

/// So many items back is looked for what a mention stands beside.
const KEPT: usize = 8;

impl<'a> Spot<'a> {
    fn item(&self) -> &'a Item {
        &self.items[self.at]
    }

    /// The kind of the item `back` items before.
    #[inline]
    fn kind_before(&self, back: usize) -> Option<ItemKind> {
        Some(self.items.get(self.at.checked_sub(back)?)?.kind)
    }

    /// The kind of the item behind.
    fn kind_after(&self) -> Option<ItemKind> {
        self.items.get(self.at + 1).map(|next| next.kind)
    }

    fn follows_preposition(&self, back: usize) -> bool {
        matches!(self.kind_before(back + 1), Some(ItemKind::Preposition | ItemKind::AccordingTo))
    }

    /// The main mention of the item `back` items before.
    fn mention_before(&self, back: usize) -> Option<u32> {
        self.before.get(back - 1).copied().filter(|mention| *mention != NONE)
    }

    /// Whether *and* or a comma of a list joins the item, behind a coordinator, to a noun phrase before.
    fn is_coordinated(&self) -> bool {
        self.kind_before(2).is_some_and(|kind| kind.is_noun_phrase() || kind == ItemKind::Comma)
    }

    /// Whether a verb follows, over what may stand between a subject and its verb.
    fn is_subject(&self) -> bool {
        let mut next = self.at + 1;
        let mut closing = None;
        for _ in 0..16 {
            match self.items.get(next).map(|item| item.kind) {
                Some(ItemKind::Verb) if closing.is_none() => return true,
                Some(ItemKind::Stop) | None => return false,
                Some(ItemKind::Adverb | ItemKind::Time) => next += 1,
                Some(ItemKind::Preposition | ItemKind::Coordinator) if closing.is_none() => next += 2,
                Some(kind @ (ItemKind::Comma | ItemKind::OpenBracket | ItemKind::Dash)) => {
                    let end = if kind == ItemKind::OpenBracket { ItemKind::CloseBracket } else { kind };
                    closing = if closing == Some(kind) { None } else { closing.or(Some(end)) };
                    next += 1;
                }
                Some(ItemKind::CloseBracket) if closing == Some(ItemKind::CloseBracket) => {
                    closing = None;
                    next += 1;
                }
                Some(_) if closing.is_some() => next += 1,
                Some(_) => return false,
            }
        }
        false
    }
}

impl<'a> Reader<'_, 'a> {
    fn sentence(&mut self, sentence: &Sentence) {
        let items = self.block.chunks.items.get(sentence.items()).unwrap_or(&[]);
        self.flags = self.place(sentence, items);
        self.first_token = items.first().map_or(0, |item| item.start);
        let mut spot = Spot { items, at: 0, before: [NONE; KEPT] };
        let mut kind_before = ItemKind::Other;
        for (at, item) in items.iter().enumerate() {
            spot.at = at;
            if kind_before == ItemKind::Comma && item.end == item.start + 1 {
                self.age(&spot);
            }
            let mention = match item.kind {
                ItemKind::Name
                | ItemKind::Nominal
                | ItemKind::Phrase
                | ItemKind::Pronoun
                | ItemKind::Relative => self.noun_phrase(&spot, kind_before),
                ItemKind::Quoted => {
                    self.quoted(item);
                    NONE
                }
                _ => NONE,
            };
            spot.before.copy_within(..KEPT - 1, 1);
            spot.before[0] = mention;
            kind_before = item.kind;
        }
        self.sentence += 1;
    }

    /// Headline, byline or plain sentence.
    fn place(&self, sentence: &Sentence, items: &[Item]) -> Flags {
        let (start, end) =
            (items.first().map_or(0, |item| item.start), items.last().map_or(0, |item| item.end));
        let tokens = self.tokens.get(start as usize..end as usize).unwrap_or(&[]);
        let headline = sentence.title_case || self.paragraph == 0 && !is_closed(tokens) || is_shouted(tokens);
        let mut flags = Flags::NONE;
        flags.set(Flags::HEADLINE, headline);
        if self.paragraph < BYLINE_PARAGRAPHS {
            flags.set(Flags::BYLINE, self.is_byline(tokens));
        }
        flags
    }

    fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    fn word(&self, at: usize) -> &'a [u8] {
        self.token(at)
            .and_then(|token| self.slice.get(token.start as usize..token.end as usize))
            .unwrap_or(&[])
    }

    /// *By Ann Lee*
    fn is_byline(&self, tokens: &[Token]) -> bool {
        let word = |token: &Token| self.slice.get(token.start as usize..token.end as usize).unwrap_or(&[]);
        match tokens {
            [by, name, ..] => {
                tokens.len() <= LONGEST_BYLINE && word(by).eq_ignore_ascii_case(b"by") && name.is_capital()
            }
            _ => false,
        }
    }

    /// The mention that stands for the whole item, with what stands around it.
    fn noun_phrase(&mut self, spot: &Spot<'_>, before: ItemKind) -> u32 {
        let item = spot.item();
        let oblique = matches!(before, ItemKind::Preposition | ItemKind::AccordingTo);
        let mut flags = self.flags;
        flags.set(Flags::OBLIQUE, oblique);
        let first = if before == ItemKind::Quoted { self.first_half(spot) } else { None };
        let mention = match first {
            Some(first) => self.second_half(first, item),
            None => self.phrase(item, flags, Some(spot)),
        };
        let Some(own) = self.mentions.all.get_mut(mention as usize) else { return NONE };
        own.flags.set(Flags::SUBJECT, !oblique && spot.is_subject());
        if own.kind == Kind::Name {
            let verb = spot.items.get(spot.at + 1).filter(|next| next.kind == ItemKind::Verb);
            let verb = verb.and_then(|verb| self.block.chunks.verbs.get(verb.detail as usize));
            // "Ann Lee is a professor"
            own.flags.set(Flags::DEFINED, verb.is_some_and(|verb| verb.copular));
        }
        // "the candidate who wins" may be anybody
        if own.kind == Kind::Nominal && matches!(spot.kind_after(), Some(ItemKind::Relative | ItemKind::That))
        {
            own.flags = own.flags.without(Flags::FOCUS);
        }
        if matches!(before, ItemKind::Verb | ItemKind::Preposition | ItemKind::Coordinator) {
            self.set_apart(spot, mention);
        }
        match before {
            ItemKind::Coordinator => self.coordinated(spot, mention),
            ItemKind::Preposition => self.belongs(spot, mention),
            ItemKind::Comma => self.apposition(spot, mention),
            ItemKind::OpenBracket => return self.in_brackets(spot, mention),
            _ => {}
        }
        mention
    }

    /// *Lee and Ray*; but *actor and singer Ann Lee* is one.
    fn coordinated(&mut self, spot: &Spot<'_>, mention: u32) {
        let own = &mut self.mentions.all[mention as usize];
        own.flags.set(Flags::COORDINATED, spot.is_coordinated());
        let alone = !own.has(Flags::DEFINITE.with(Flags::INDEFINITE));
        let titled = own.kind == Kind::Name && own.head().0 > own.start && alone;
        let Some(role) = spot.mention_before(2).filter(|_| titled) else { return };
        let [role_of, name] = [role, mention].map(|mention| &self.mentions.all[mention as usize]);
        let bare = !role_of.has(Flags::PLURAL.with(Flags::DEFINITE).with(Flags::INDEFINITE));
        if role_of.kind == Kind::Nominal && bare && role_of.has(Flags::PERSON) && agree(name, role_of) {
            let flags = &mut self.mentions.all[mention as usize].flags;
            *flags = flags.without(Flags::COORDINATED);
            self.join(mention, role);
        }
    }

    /// *he met Lee*, *Lee spoke to him*, *he and Lee*: a pronoun means nobody who is named beside it with the
    /// same verb (principle B of binding, Chomsky 1981; as a filter of antecedents, Lappin and Leass 1994).
    fn set_apart(&mut self, spot: &Spot<'_>, mention: u32) {
        let with = |back: usize| spot.kind_before(back) == Some(ItemKind::Verb);
        let back = match spot.kind_before(1) {
            Some(ItemKind::Verb) | Some(ItemKind::Coordinator) => 2,
            Some(ItemKind::Preposition) if with(2) => 3,
            _ => return,
        };
        let Some(before) = spot.mention_before(back) else { return };
        let is_pronoun = |other: u32| {
            let other = &self.mentions.all[other as usize];
            matches!(other.kind, Kind::Pronoun(Pronoun::He | Pronoun::She)) && !other.has(Flags::POSSESSIVE)
        };
        let is_name = |other: u32| self.mentions.all[other as usize].kind == Kind::Name;
        if is_pronoun(before) && is_name(mention) {
            self.mentions.all[before as usize].detail = mention;
        } else if is_pronoun(mention)
            && is_name(before)
            && self.mentions.all[mention as usize].has(Flags::OBJECT_FORM)
        {
            self.mentions.all[mention as usize].detail = before;
        }
    }

    /// The name before a nickname in marks, where the item is the name after it: *Ann “Cia” Lee*.
    fn first_half(&self, spot: &Spot<'_>) -> Option<u32> {
        let quoted = spot.items.get(spot.at.checked_sub(1)?)?;
        let short = quoted.end - quoted.start <= 4 && self.token(quoted.start as usize + 1)?.is_capital();
        let item = spot.item();
        if item.kind != ItemKind::Name || item.end - item.start > 2 {
            return None;
        }
        let own = self.token(item.start as usize).is_some_and(Token::is_capital);
        let first = spot.mention_before(2)?;
        let mention = self.mentions.all.get(first as usize)?;
        let person = mention.kind == Kind::Name
            && self.mentions.form(mention).parts <= 2
            && !mention.has(Flags::ORGANISATION);
        (short && own && person).then_some(first)
    }

    /// Joins what stands behind a nickname to the name before it.
    fn second_half(&mut self, first: u32, item: &Item) -> u32 {
        let words = self.tokens.get(item.start as usize..item.end as usize).unwrap_or(&[]);
        let name = reading::name(self.slice, words);
        let mention = &mut self.mentions.all[first as usize];
        let end = words.last().map_or(mention.end, |last| self.base + last.end);
        mention.end = end;
        mention.head_len = (end - mention.head().0) as u16;
        mention.flags = mention.flags.with(Flags::PERSON);
        let (start, end) = mention.head();
        if let Some(Spelling { mut form, flags, gender, sign, .. }) =
            self.mentions.spellings.all.get(mention.detail as usize).copied()
        {
            form.whole = form.whole.wrapping_add(name.form.whole);
            form.before_last = form.last;
            form.last = name.form.last;
            form.parts += name.form.parts;
            if form.parts < 3 {
                form.before_last = 0;
            }
            let whole = Spelling { form, flags, gender, sign, ..Spelling::at((start, end)) };
            mention.detail = self.mentions.spellings.alone(whole);
        }
        first
    }

    /// The mentions inside of quotation marks.
    fn quoted(&mut self, quoted: &Item) {
        let block = self.block;
        let flags = self.flags.with(Flags::QUOTED);
        while let Some(item) = block.chunks.inner.get(self.inner).filter(|item| item.start < quoted.end) {
            if item.start >= quoted.start {
                self.phrase(item, flags, None);
            }
            self.inner += 1;
        }
    }

    /// Pushes the mentions of a noun phrase; returns the one that stands for all of it. `spot` is where it
    /// stands, if outside of quotation marks.
    #[inline]
    fn phrase(&mut self, item: &Item, flags: Flags, spot: Option<&Spot<'_>>) -> u32 {
        let Some(token) = self.tokens.get(item.start as usize) else { return NONE };
        match item.kind {
            ItemKind::Pronoun => {
                let object = item.features.has(Features::OBJECT_FORM);
                return self.pronoun(token, flags, object, false);
            }
            ItemKind::Relative => return self.relative(token, flags),
            _ => {}
        }
        let named = self.block.chunks.names.get(item.detail as usize);
        let owned = token.has(Classes::POSSESSIVE);
        if named.is_some_and(|named| named.start < item.end) {
            self.phrase_with_names(item, flags, spot)
        } else if owned || self.tokens.get(item.head as usize).is_some_and(is_meant) {
            let possessor = self.own_possessor(token, flags);
            self.nominal(item, flags, possessor, item.head as usize, spot)
        } else {
            NONE
        }
    }

    /// *his wife*: he.
    fn own_possessor(&mut self, token: &Token, flags: Flags) -> u32 {
        if token.has(Classes::POSSESSIVE) && token.has(GENDERED_OR_FIRST) {
            self.pronoun(token, flags.part().with(Flags::POSSESSIVE), false, true)
        } else {
            NONE
        }
    }

    fn phrase_with_names(&mut self, item: &Item, flags: Flags, spot: Option<&Spot<'_>>) -> u32 {
        let (start, end) = (item.start as usize, item.end as usize);
        let Some([first, .., last] | [first @ last]) = self.tokens.get(start..end) else { return NONE };
        if last.end - last.end.min(first.start) > LONGEST_PHRASE {
            return NONE;
        }
        let mut possessor = self.own_possessor(first, flags);
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
                possessor = self.inner_name(found, flags);
                self.nominal(item, flags, possessor, item.head as usize, spot)
            }
            None => self.nominal(item, flags, possessor, item.head as usize, spot),
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
            || self.first_token as usize == at
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

    /// Pushes a mention of the bytes from `start` to `end`, whose name proper or head noun is `head`.
    #[inline]
    fn push(
        &mut self,
        (start, end): (u32, u32),
        head: (u32, u32),
        kind: Kind,
        (flags, detail): (Flags, u32),
        (gender, sign): (Option<Gender>, Sign),
    ) -> u32 {
        self.mentions.all.push(Mention {
            start: self.base + start,
            end: self.base + end,
            head: head.0.saturating_sub(start) as u16,
            head_len: head.1.saturating_sub(head.0) as u16,
            sentence: self.sentence,
            paragraph: self.paragraph,
            flags,
            detail,
            kind,
            gender,
            sign,
        });
        self.mentions.all.len() as u32 - 1
    }

    fn fact(&mut self, mention: u32, role: u32, modifiers: [u32; 3], gender: Option<Gender>) {
        self.mentions.facts.push(Fact { mention, role, modifiers, gender });
    }

    /// A name that is a part of a noun phrase.
    fn inner_name(&mut self, found: &Named, flags: Flags) -> u32 {
        if self.is_office(found) {
            return NONE;
        }
        let possessive = self.token(found.end as usize).is_some_and(|token| {
            token.kind == TokenKind::Clitic || token.kind.is_mark() && !token.shape.has(Shape::SPACED)
        });
        let mut flags = flags.part();
        flags.set(Flags::POSSESSIVE, possessive);
        self.main_name(found.start as usize, found.start as usize, found, flags, NONE)
    }

    /// The name that a phrase ends in, with what stands before it; its titles stand behind token `own`.
    fn main_name(&mut self, start: usize, own: usize, found: &Named, flags: Flags, possessor: u32) -> u32 {
        let (first, name_start, end) = (found.start as usize, found.name_start as usize, found.end as usize);
        let tokens = self.tokens;
        let (Some(whole), Some(words)) = (tokens.get(start..end), tokens.get(name_start..end)) else {
            return NONE;
        };
        let [opening, ..] = whole else { return NONE };
        let Some([word, .., last] | [word @ last]) = Some(words) else { return NONE };
        let mut flags = flags.with(reading::kind_flags(found.kind));
        if let Some(before) = first.checked_sub(1).and_then(|before| tokens.get(before)) {
            flags.set(Flags::AFTER_THE, self.is_the(before));
        }
        if found.kind == NameKind::Unknown && words.len() == 1 {
            flags.set(Flags::OPENING, word.word != 0 && self.opens(first));
        }
        // what the title tells of the gender: nothing, or that there are two
        let (mut shown, mut role) = (None, None);
        if own < name_start {
            let title = reading::title(self.slice, tokens, own, name_start);
            flags.set(Flags::TITLED, title.titled);
            flags.set(Flags::PERSON, title.role != 0);
            flags.set(Flags::PLURAL, title.couple);
            if title.couple {
                shown = Some((None, Sign::None));
            } else if title.gender.is_some() {
                shown = Some((title.gender, title.sign));
            }
            role = Some((title.role, title.modifiers, title.gender)).filter(|role| role.0 != 0);
        }
        let head = (word.start, last.end);
        let key = spelling::key(self.slice, head, flags, shown.map_or(0, shown_code));
        let (slice, base) = (self.slice, self.base);
        let detail = self.mentions.spellings.number(key, || {
            let name = reading::name(slice, words);
            let own = (name.gender, if name.form.parts > 1 { Sign::GivenName } else { Sign::Hint });
            let (gender, sign) = shown.unwrap_or(own);
            let body = if found.kind == NameKind::Organisation {
                reading::role_of_body(slice, words, name.form.first)
            } else {
                [0; 2]
            };
            let flags = spelling::decisive(flags).with(name.flags);
            Spelling {
                form: name.form,
                flags,
                gender,
                sign,
                body,
                ..Spelling::at((base + head.0, base + head.1))
            }
        });
        let Some(known) = self.mentions.spellings.all.get(detail as usize) else { return NONE };
        let (gender, body) = ((known.gender, known.sign), known.body);
        flags = flags.with(known.flags);
        let mention = self.push((opening.start, last.end), head, Kind::Name, (flags, detail), gender);
        if let Some((role, mut modifiers, gender)) = role {
            self.narrow(&mut modifiers, possessor);
            self.fact(mention, role, modifiers, gender);
        }
        if body[0] != 0 && !self.flags.has(Flags::HEADLINE) {
            self.fact(mention, body[0], [body[1], 0, 0], None);
        }
        mention
    }

    fn is_the(&self, token: &Token) -> bool {
        let (start, end) = (token.start as usize, token.end as usize);
        end - start == 3 && self.slice.get(start..end).is_some_and(|word| word.eq_ignore_ascii_case(b"the"))
    }

    /// Adds the name of a possessor to what narrows a role.
    fn narrow(&self, modifiers: &mut [u32; 3], by: u32) {
        let owner = self.mentions.all.get(by as usize).filter(|owner| owner.kind == Kind::Name);
        if let Some(owner) = owner {
            add_modifier(modifiers, self.mentions.form(owner).last);
        }
    }

    fn named_body(&mut self, item: &Item, found: &Named, flags: Flags) -> u32 {
        let owner = self.inner_name(found, flags);
        let (start, name_start, end) = (item.start as usize, found.name_start as usize, item.end as usize);
        let words = self.tokens.get(name_start..end).unwrap_or(&[]);
        let Some([word, .., last] | [word @ last]) = Some(words) else { return NONE };
        let Some(opening) = self.token(start) else { return NONE };
        // nobody calls "Weber's board" Weber, but "Coast magazine" is Coast
        let mut flags = flags.with(Flags::ORGANISATION);
        flags.set(Flags::OWNED, !NAMESAKES.contains(&self.word(item.head as usize)));
        let (place, head) = ((opening.start, last.end), (word.start, last.end));
        let key = spelling::key(self.slice, head, flags, BODY_OF_NAME);
        let (slice, base) = (self.slice, self.base);
        let detail = self.mentions.spellings.number(key, || {
            let mut form = reading::name(slice, words).form;
            form.parts = form.parts.max(2);
            let flags = spelling::decisive(flags);
            Spelling { form, flags, ..Spelling::at((base + head.0, base + head.1)) }
        });
        let mention = self.push(place, head, Kind::Name, (flags, detail), (None, Sign::None));
        let mut modifiers = [0; 3];
        self.narrow(&mut modifiers, owner);
        self.fact(mention, hash(self.word(item.head as usize)), modifiers, None);
        mention
    }

    fn nominal(
        &mut self,
        item: &Item,
        flags: Flags,
        possessor: u32,
        head: usize,
        spot: Option<&Spot<'_>>,
    ) -> u32 {
        let Some(token) = self.token(head).filter(|token| is_meant(token)) else {
            return NONE;
        };
        let (start, end) = (item.start as usize, item.end as usize);
        let Some([first, .., last] | [first @ last]) = self.tokens.get(start..end) else { return NONE };
        if last.end - last.end.min(first.start) > LONGEST_PHRASE {
            return NONE;
        }
        let mut flags = flags.with(Flags::of_item(item.features));
        let plural = token.has(Classes::PLURAL);
        let person = token.has(Classes::PERSON_NOUN.with(Classes::PARTY)) || !token.is_word();
        flags = flags.with(match (person, token.has(Classes::ORG_NOUN)) {
            (true, _) | (_, true) if plural => Flags::PEOPLE,
            (true, _) => Flags::PERSON,
            (_, true) => Flags::ORGANISATION,
            _ if token.has(Classes::DOCUMENT_NOUN) => Flags::DOCUMENT,
            _ => Flags::NONE,
        });
        flags.set(Flags::PLURAL, plural);
        flags.set(Flags::FOCUS, token.has(Classes::FOCUS_NOUN));
        flags.set(Flags::OFFICE, token.is_capital() && item.end == item.start + 1);
        flags.set(Flags::KIN, token.has(Classes::KIN));
        if is_idle(flags, spot) && !self.sources.include(first.start) {
            self.pass(flags.has(NO_PERSON) && flags.has(Flags::OBLIQUE));
            return NONE;
        }
        let (role, mut modifiers) = reading::role(self.slice, self.tokens, start, head);
        self.narrow(&mut modifiers, possessor);
        let known = (flags, self.mentions.nominals.len() as u32);
        self.mentions.nominals.push(Nominal { role, modifiers, name: NONE, of: possessor });
        let gender = (reading::gender(token.classes), Sign::Role);
        self.push((first.start, last.end), (token.start, token.end), Kind::Nominal, known, gender)
    }

    /// A pronoun, or a noun phrase's own possessive.
    fn pronoun(&mut self, token: &Token, mut flags: Flags, object: bool, owns: bool) -> u32 {
        let word = self.slice.get(token.start as usize..token.end as usize).unwrap_or(&[]);
        let pronoun = reading::pronoun(word, token.classes);
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

    /// Leaves out a noun phrase that stands for nobody; `thing` is one that *who* cannot mean.
    fn pass(&mut self, thing: bool) {
        let next = self.mentions.all.len() as u32;
        self.passed[0] = next;
        if !thing {
            self.passed[1] = next;
        }
    }

    /// Pushes a mention of one token.
    #[inline]
    fn word_mention(&mut self, token: &Token, kind: Kind, flags: Flags, detail: u32) -> u32 {
        let place = (token.start, token.end);
        self.push(place, place, kind, (flags, detail), (None, Sign::None))
    }

    /// *who* means the noun phrase before it.
    fn relative(&mut self, token: &Token, flags: Flags) -> u32 {
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

    /// *a spokesman for Lee*: whom a nominal belongs to.
    fn belongs(&mut self, spot: &Spot<'_>, mention: u32) {
        let Some(owned) = spot.mention_before(2) else {
            return;
        };
        let nominal = &self.mentions.all[owned as usize];
        let Some(said) = self.mentions.nominal(nominal).filter(|said| said.of == NONE) else {
            return;
        };
        let word = spot.items.get(spot.at - 1).map_or(&[][..], |joint| self.word(joint.start as usize));
        let issues = matches!(word, b"from" | b"by");
        let owns = matches!(word, b"of" | b"for" | b"from" | b"at" | b"with" | b"in");
        if !owns && !issues || nominal.has(Flags::DOCUMENT) && !issues {
            return;
        }
        let Nominal { role, mut modifiers, name, .. } = *said;
        let place = nominal.detail as usize;
        self.narrow(&mut modifiers, mention);
        self.mentions.nominals[place].of = mention;
        self.mentions.nominals[place].modifiers = modifiers;
        // the role that an apposition gave before its place was read
        let facts = self.mentions.facts.iter_mut().rev().take(3);
        for fact in facts.filter(|fact| fact.role == role && (fact.mention == owned || fact.mention == name))
        {
            fact.modifiers = modifiers;
        }
    }

    /// *Ann Lee, a spokeswoman for the board,* and *the spokeswoman, Ann Lee,*.
    fn apposition(&mut self, spot: &Spot<'_>, mention: u32) {
        let Some(other) = self.beside(spot, mention) else { return };
        let [earlier, later] = [other, mention].map(|mention| &self.mentions.all[mention as usize]);
        let (name, nominal) = match (earlier.kind, later.kind) {
            (Kind::Name, Kind::Nominal) if agree(earlier, later) => (other, mention),
            (Kind::Nominal, Kind::Name)
                if agree(later, earlier) && earlier.has(Flags::DEFINITE.with(Flags::INDEFINITE)) =>
            {
                (mention, other)
            }
            _ => return,
        };
        if self.closes(spot) {
            self.join(name, nominal);
        }
    }

    /// The mention that the one behind a comma stands beside: over a bracket, and over what hangs on a noun where
    /// that is followed by a name: *his partner at the fund (HF), Lee,*.
    fn beside(&self, spot: &Spot<'_>, mention: u32) -> Option<u32> {
        let mut back = 2;
        if spot.kind_before(back) == Some(ItemKind::CloseBracket) {
            back += 1 + (1..4).find(|more| spot.kind_before(back + more) == Some(ItemKind::OpenBracket))?;
        }
        let kind = |mention: u32| self.mentions.all[mention as usize].kind;
        let mut hangs = false;
        while back <= KEPT {
            let other = spot.mention_before(back).filter(|other| !hangs || kind(*other) == Kind::Nominal);
            let person = other.is_some_and(|other| {
                kind(other) == Kind::Nominal && self.mentions.all[other as usize].has(Flags::PERSON)
            });
            if person || kind(mention) != Kind::Name || !spot.follows_preposition(back) {
                return other;
            }
            hangs = true;
            back += 2;
        }
        None
    }

    /// Whether the apposition ends as one does: a comma, a stop, a bracket, a relative clause.
    fn closes(&self, spot: &Spot<'_>) -> bool {
        let kind_at = |at: usize| spot.items.get(at).map(|item| item.kind);
        let mut next = spot.at + 1;
        for _ in 0..12 {
            match kind_at(next) {
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
                    if !matches!(kind_at(next + 1), Some(ItemKind::Nominal | ItemKind::Phrase)) {
                        return false;
                    }
                    next += 2;
                }
                // "a senator representing Ohio", but "in Rome, the senator said"
                Some(ItemKind::Verb) => {
                    let group = self.block.chunks.verbs.get(spot.items[next].detail as usize);
                    return !group.is_some_and(|group| group.form == VerbForm::Finite);
                }
                Some(ItemKind::Adverb | ItemKind::Time) => next += 1,
                Some(ItemKind::Adjective | ItemKind::That) => return true,
                Some(_) => return false,
            }
        }
        true
    }

    /// Ties the nominal to the name beside it.
    fn join(&mut self, name: u32, nominal: u32) {
        let fact = self.mentions.all[nominal as usize];
        let Some(said) = self.mentions.nominals.get_mut(fact.detail as usize) else { return };
        said.name = name;
        let (role, modifiers) = (said.role, said.modifiers);
        self.fact(name.max(nominal), role, modifiers, fact.gender);
        if fact.has(Flags::PERSON) {
            let flags = &mut self.mentions.all[name as usize].flags;
            *flags = flags.with(Flags::PERSON);
        }
    }

    /// *Ann Lee, 42,*: later she may be the 42-year-old.
    fn age(&mut self, spot: &Spot<'_>) {
        let item = spot.item();
        let number = self.token(item.start as usize).is_some_and(|token| token.kind == TokenKind::Number);
        let Some(name) = spot.mention_before(2).filter(|_| number) else {
            return;
        };
        if self.mentions.all[name as usize].kind == Kind::Name {
            self.fact(name, hash(b"year-old"), [hash(self.word(item.start as usize)), 0, 0], None);
        }
    }

    /// *Ann Lee (D-Ohio)*, *the Harbour Board (HB)*; returns the mention if it is one.
    fn in_brackets(&mut self, spot: &Spot<'_>, mention: u32) -> u32 {
        let name = spot.mention_before(2);
        let Some(name) = name.filter(|name| self.mentions.all[*name as usize].kind == Kind::Name) else {
            return mention;
        };
        if let Some((party, place)) = reading::party_tag(self.word(spot.item().start as usize)) {
            // the place narrows the title too: "the Ohio senator"
            for fact in self.mentions.facts.iter_mut().rev().take(3).filter(|fact| fact.mention == name) {
                add_modifier(&mut fact.modifiers, place);
            }
            // the tag names nobody
            self.mentions.all.truncate(mention as usize);
            self.fact(name, party, [place, 0, 0], None);
            let flags = &mut self.mentions.all[name as usize].flags;
            *flags = flags.with(Flags::PERSON);
            return NONE;
        }
        let inside = &self.mentions.all[mention as usize];
        if inside.kind == Kind::Name && inside.has(Flags::ACRONYM) {
            if let Some(letters) = self.mentions.spellings.all.get_mut(inside.detail as usize) {
                letters.letters_of = letters.letters_of.min(name);
            }
        }
        mention
    }
}

/// Whether the sentence begins and ends in capitals.
fn is_shouted(tokens: &[Token]) -> bool {
    let shouts = |token: &&Token| token.shape.has(Shape::SHOUTED);
    let mut words = tokens.iter().filter(|token| token.is_word());
    words.next().as_ref().is_some_and(shouts)
        && words.next().as_ref().is_some_and(shouts)
        && words.next_back().as_ref().is_some_and(shouts)
}

/// Whether the sentence ends as sentences do; headlines often do not.
fn is_closed(tokens: &[Token]) -> bool {
    tokens.last().is_some_and(|token| {
        token.kind.ends_sentence() || token.kind.is_mark() || token.shape.has(Shape::STOPPED)
    })
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
            || !flags.has(Flags::OBLIQUE) && spot.is_subject()
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

fn add_modifier(modifiers: &mut [u32; 3], word: u32) {
    if !modifiers.contains(&word) {
        if let Some(free) = modifiers.iter_mut().find(|word| **word == 0) {
            *free = word;
        }
    }
}

/// What *who* never means.
const NO_PERSON: Flags = Flags::ORGANISATION.with(Flags::PLACE).with(Flags::THING).with(Flags::DOCUMENT);

/// Tells the names of bodies that have them from somebody from others.
const BODY_OF_NAME: u32 = 255;

/// A number for what a title shows, below [`BODY_OF_NAME`].
fn shown_code((gender, sign): (Option<Gender>, Sign)) -> u32 {
    1 + sign as u32 * 4 + gender.map_or(0, |gender| 1 + gender as u32)
}

/// Words for bodies that say too little to be a part of a name.
const GENERIC_BODIES: &[&[u8]] = &[b"company", b"firm", b"group", b"business", b"family", b"crowd", b"side"];

/// Bodies that have a name of their own before the noun, not somebody's.
const NAMESAKES: &[&[u8]] =
    &[b"agency", b"bank", b"channel", b"magazine", b"network", b"newspaper", b"party", b"site", b"website"];

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
