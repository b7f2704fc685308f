//! The items of a sentence to mentions, in their order.
//!
//! In: the tokens and items of a block. Out: [`Mentions`] in the order of the text with what is told of them,
//! made of hashes and flags, so that nothing asks for the tokens later.

use crate::base::table::NONE;
use crate::grammar::block::Block;
use crate::grammar::items::{Item, ItemKind, Sentence, VerbForm};
use crate::text::lex::{Shape, Token};

use super::flags::Flags;
use super::mentions::{Kind, Mentions};
use super::reader::{Reader, Sources};
use super::spot::{KEPT, Spot};

/// Bylines stand within so many paragraphs of the head.
pub(crate) const BYLINE_PARAGRAPHS: u32 = 8;

/// Lines longer than this are no bylines.
const LONGEST_BYLINE: usize = 10;

/// Where a block stands in what is read together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ground {
    /// Where the block starts, from the base by which mentions count.
    pub(crate) base: u32,
    /// How many sentences and paragraphs stand before it.
    pub(crate) sentences: u32,
    pub(crate) paragraphs: usize,
}

/// Takes the mentions of a block of `text`; returns how many sentences have been read with it.
///
/// `sources` are the mentions of it that somebody found to be sources, in the order of their first bytes,
/// which count from the block's base: what is none of them and tells nothing of anybody is left out.
pub(crate) fn read(
    text: &str,
    block: &Block,
    ground: Ground,
    sources: Sources<'_>,
    mentions: &mut Mentions,
) -> u32 {
    let mut reader = Reader {
        sources,
        passed: [0; 2],
        mentions,
        block,
        tokens: &block.tokens,
        slice: text.as_bytes().get(block.base..).unwrap_or(&[]),
        base: ground.base,
        sentence: ground.sentences,
        paragraph: 0,
        first_token: 0,
        inner: 0,
        flags: Flags::NONE,
    };
    for sentence in &block.chunks.sentences {
        reader.paragraph = (ground.paragraphs + sentence.paragraph as usize) as u32;
        reader.sentence(sentence);
    }
    reader.sentence
}

impl Reader<'_, '_> {
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
        let first = match before {
            ItemKind::Quoted => self.first_half(spot),
            ItemKind::CloseBracket => self.before_nickname(spot),
            _ => None,
        };
        let mention = match first {
            Some(first) => self.second_half(first, item),
            None => self.phrase(item, flags, Some(spot)),
        };
        let Some(own) = self.mentions.all.get_mut(mention as usize) else {
            if before == ItemKind::Verb {
                self.possessed(spot, item);
            }
            return NONE;
        };
        let verbs = &self.block.chunks.verbs;
        let acts =
            |verb: &Item| verbs.get(verb.detail as usize).is_some_and(|verb| verb.form != VerbForm::Gerund);
        own.flags.set(Flags::SUBJECT, !oblique && spot.is_subject(acts));
        if own.kind == Kind::Relative {
            let object = self.hangs_on_an_object(spot, mention);
            self.mentions.all[mention as usize].flags.set(Flags::OBLIQUE, object);
            self.deed_of_office(spot, mention);
            return mention;
        }
        if own.kind == Kind::Name {
            let verb = spot.items.get(spot.at + 1).filter(|next| next.kind == ItemKind::Verb);
            let verb = verb.and_then(|verb| self.block.chunks.verbs.get(verb.detail as usize));
            // "Ann Lee is a professor"
            own.flags.set(Flags::DEFINED, verb.is_some_and(|verb| verb.copular));
            if verb.is_some() {
                self.deed_of_office(spot, mention);
            }
        }
        let own = &mut self.mentions.all[mention as usize];
        // "the candidate who wins" may be anybody
        if own.kind == Kind::Nominal && matches!(spot.kind_after(), Some(ItemKind::Relative | ItemKind::That))
        {
            own.flags = own.flags.without(Flags::FOCUS);
        }
        if matches!(before, ItemKind::Verb | ItemKind::Preposition | ItemKind::Coordinator) {
            self.set_apart(spot, mention);
        }
        self.answers(spot, mention);
        self.by_what_is_before(spot, mention, before)
    }

    /// What the item before a mention tells of it, by which the mention may be another's.
    fn by_what_is_before(&mut self, spot: &Spot<'_>, mention: u32, before: ItemKind) -> u32 {
        match before {
            ItemKind::Verb => {
                self.predicate(spot, mention);
                self.called(spot, mention);
                self.object(spot, mention);
            }
            ItemKind::Coordinator => self.coordinated(spot, mention),
            ItemKind::Preposition => {
                self.belongs(spot, mention);
                if self.is_as(spot) {
                    self.called(spot, mention);
                    self.predicate(spot, mention);
                }
                self.signed_by(spot, mention);
                self.behind_preposition(spot, mention);
            }
            ItemKind::Comma | ItemKind::Dash | ItemKind::Colon => self.apposition(spot, mention),
            ItemKind::OpenBracket => return self.in_brackets(spot, mention),
            _ => {}
        }
        mention
    }

    /// *met Lee, who left*: whether what a relative means is an object, and says nothing by it.
    fn hangs_on_an_object(&self, spot: &Spot<'_>, mention: u32) -> bool {
        let relative = &self.mentions.all[mention as usize];
        let back = (1..KEPT).find(|back| spot.mention_before(*back) == Some(relative.detail));
        let Some(before) = back.and_then(|back| spot.items.get(spot.at.checked_sub(back + 1)?)) else {
            return false;
        };
        match before.kind {
            ItemKind::Preposition => true,
            ItemKind::Verb => self
                .block
                .chunks
                .verbs
                .get(before.detail as usize)
                .is_some_and(|verb| !verb.copular && verb.grades.best() == 0),
            _ => false,
        }
    }

    /// *took her place*: what is somebody's, and no mention of its own.
    fn possessed(&mut self, spot: &Spot<'_>, item: &Item) {
        let start = self.tokens.get(item.start as usize).map(|first| self.base + first.start);
        let owner =
            self.mentions.all.last().filter(|last| last.has(Flags::POSSESSIVE) && Some(last.start) == start);
        if owner.is_some() {
            self.place_taken(spot, item, self.mentions.all.len() as u32 - 1);
        }
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
