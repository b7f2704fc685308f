//! Names to mentions: the name a phrase ends in, one inside of it, a body that has its name from somebody, a
//! name with a nickname in marks between its halves.

use crate::answer::kind::Gender;
use crate::base::table::NONE;
use crate::grammar::items::{Item, ItemKind, Named};
use crate::grammar::names::NameKind;
use crate::lexicon::equivalents::is_carrier;
use crate::lexicon::{Classes, hash};
use crate::text::lex::{Shape, Token, TokenKind};

use super::flags::{Flags, Sign};
use super::mentions::Kind;
use super::reader::Reader;
use super::reading;
use super::spelling::{self, Spelling};
use super::spot::Spot;

impl Reader<'_, '_> {
    /// The name before a nickname in marks, where the item is the name after it: *Ann “Cia” Lee*.
    pub(super) fn first_half(&self, spot: &Spot<'_>) -> Option<u32> {
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

    /// The name before a nickname in brackets: *Ann (Cia) Lee*.
    pub(super) fn before_nickname(&self, spot: &Spot<'_>) -> Option<u32> {
        let item = spot.item();
        let brackets = spot.kind_before(3) == Some(ItemKind::OpenBracket);
        if !brackets || item.kind != ItemKind::Name || item.end - item.start > 2 {
            return None;
        }
        let [nickname, first] = [spot.mention_before(2)?, spot.mention_before(4)?];
        let given = |mention: &u32| {
            self.mentions
                .all
                .get(*mention as usize)
                .is_some_and(|mention| self.mentions.form(mention).parts == 1 && mention.has(Flags::GIVEN))
        };
        let own = self.token(item.start as usize).is_some_and(Token::is_capital);
        (own && given(&nickname) && given(&first)).then_some(first)
    }

    /// Joins what stands behind a nickname to the name before it.
    pub(super) fn second_half(&mut self, first: u32, item: &Item) -> u32 {
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

    /// Whether the token opens a sentence or a quotation.
    pub(super) fn opens(&self, at: usize) -> bool {
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
    pub(super) fn is_office(&self, found: &Named) -> bool {
        found.kind == NameKind::People
            && self.token(found.end as usize - 1).is_some_and(|token| {
                token.has(Classes::PERSON_NOUN.with(Classes::PARTY)) && !token.has(Classes::PLURAL)
            })
    }

    /// *the Weber campaign*, *Weber's office*: a body that has its name from somebody.
    pub(super) fn is_body_of(&self, item: &Item, found: &Named) -> bool {
        let head = item.head as usize;
        item.kind == ItemKind::Nominal
            && head + 1 == item.end as usize
            && self.token(head).is_some_and(|token| {
                token.has(Classes::ORG_NOUN) && !token.has(Classes::PERSON_NOUN.with(Classes::PLURAL))
            })
            && head <= found.end as usize + 1
            && !matches!(found.kind, NameKind::Place | NameKind::Thing)
            && !(self.has_clitic(found) && is_carrier(hash(self.word(head))))
            && !GENERIC_BODIES.contains(&self.word(head))
    }

    /// *Lee's, Rivers'*
    fn has_clitic(&self, found: &Named) -> bool {
        self.clitic_at(found.end as usize)
    }

    pub(super) fn clitic_at(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.kind == TokenKind::Clitic || token.kind.is_mark() && !token.shape.has(Shape::SPACED)
        })
    }

    /// A name that is a part of a noun phrase.
    pub(super) fn inner_name(&mut self, found: &Named, flags: Flags) -> u32 {
        if self.is_office(found) {
            return NONE;
        }
        let possessive = self.has_clitic(found);
        let mut flags = flags.part();
        flags.set(Flags::POSSESSIVE, possessive);
        self.main_name(found.start as usize, found.start as usize, found, flags, NONE)
    }

    /// The name that a phrase ends in, with what stands before it; its titles stand behind token `own`.
    pub(super) fn main_name(
        &mut self,
        start: usize,
        own: usize,
        found: &Named,
        flags: Flags,
        possessor: u32,
    ) -> u32 {
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
        // "98 Degrees"
        let numbered =
            || self.token(first.wrapping_sub(1)).is_some_and(|before| before.kind == TokenKind::Number);
        let several = found.kind == NameKind::Unknown && words.len() == 1 && last.has(Classes::PLURAL);
        flags.set(Flags::THING, several && numbered());
        let mut title = reading::Title::default();
        if own < name_start {
            title = reading::title(self.slice, tokens, own, name_start);
            flags.set(Flags::TITLED, title.titled);
            flags.set(Flags::PERSON, title.role != 0);
            flags.set(Flags::PLURAL, title.couple);
        }
        let of_body = title.role == 0
            && name_start > start
            && words.len() > 1
            && !matches!(found.kind, NameKind::Person | NameKind::Place | NameKind::People)
            && self.is_noun_of_body(name_start - 1);
        flags.set(Flags::ORGANISATION, of_body);
        let shown = title.shown();
        let head = (word.start, last.end);
        let key = spelling::key(self.slice, head, flags, shown.map_or(0, shown_code));
        let (slice, base) = (self.slice, self.base);
        let detail = self.mentions.spellings.number(key, || {
            let place = (base + head.0, base + head.1);
            let spelling = read_spelling(slice, words, found.kind, shown, place);
            Spelling { flags: spelling::decisive(flags).with(spelling.flags), ..spelling }
        });
        let Some(known) = self.mentions.spellings.all.get(detail as usize) else { return NONE };
        let (gender, body) = ((known.gender, known.sign), known.body);
        flags = flags.with(known.flags);
        let mention = self.push((opening.start, last.end), head, Kind::Name, (flags, detail), gender);
        if title.role != 0 {
            self.told_by_title(mention, title, (own, name_start), possessor);
        }
        if of_body {
            let (role, modifiers) = reading::role(self.slice, self.tokens, start, name_start - 1);
            self.fact(mention, role, modifiers, None);
        }
        if body[0] != 0 && !self.flags.has(Flags::HEADLINE) {
            self.fact(mention, body[0], [body[1], 0, 0], None);
        }
        mention
    }

    /// *Mayor Ann Lee*, *plumber Ann Lee*: the title or trade before a name, whose words stand `between` two tokens.
    fn told_by_title(
        &mut self,
        mention: u32,
        title: reading::Title,
        between: (usize, usize),
        possessor: u32,
    ) {
        let reading::Title { role, mut modifiers, gender, trade, .. } = title;
        self.narrow(&mut modifiers, possessor);
        if trade {
            let words = self.words_of_title(between.0, between.1);
            self.trade(mention, (role, modifiers), gender, (words, possessor));
        } else {
            self.fact(mention, role, modifiers, gender);
        }
    }

    /// *the band Grey Harbour*: whether the noun before a name tells that it is a body's.
    fn is_noun_of_body(&self, at: usize) -> bool {
        self.token(at).is_some_and(|noun| {
            noun.has(Classes::ORG_NOUN) && !noun.is_capital() && !noun.has(Classes::PLURAL)
        })
    }

    /// The words of a title, without what opens the phrase.
    fn words_of_title(&self, from: usize, to: usize) -> (u32, u32) {
        const OPENING: Classes = Classes::DETERMINER.with(Classes::POSSESSIVE);
        let words = self.tokens.get(from..to).unwrap_or(&[]);
        let skipped = words.iter().take_while(|token| !token.is_word() || token.has(OPENING)).count();
        match &words[skipped..] {
            [first, .., last] | [first @ last] => (self.base + first.start, self.base + last.end),
            [] => (0, 0),
        }
    }

    pub(super) fn is_the(&self, token: &Token) -> bool {
        let (start, end) = (token.start as usize, token.end as usize);
        end - start == 3 && self.slice.get(start..end).is_some_and(|word| word.eq_ignore_ascii_case(b"the"))
    }

    pub(super) fn named_body(&mut self, item: &Item, found: &Named, flags: Flags) -> u32 {
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
}

/// What the words of a name at `place` say, whose title has `shown` a gender or that there are two.
fn read_spelling(
    text: &[u8],
    words: &[Token],
    kind: NameKind,
    shown: Option<(Option<Gender>, Sign)>,
    place: (u32, u32),
) -> Spelling {
    let reading::Name { form, mut flags, gender } = reading::name(text, words);
    // "Harrow Mills"
    let things = words.last().is_some_and(|last| last.has(Classes::PLURAL)) && flags.has(Flags::COMMON);
    flags.set(Flags::ORGANISATION, things && kind == NameKind::Unknown && shown.is_none());
    let own = (gender, if form.parts > 1 { Sign::GivenName } else { Sign::Hint });
    let (gender, sign) = shown.unwrap_or(own);
    let body =
        if kind == NameKind::Organisation { reading::role_of_body(text, words, form.first) } else { [0; 2] };
    Spelling { form, flags, gender, sign, body, acts: things, ..Spelling::at(place) }
}

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
