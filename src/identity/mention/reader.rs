//! What reads the mentions of a block: where it stands, and how a mention and what it tells are put down.

use crate::answer::kind::Gender;
use crate::grammar::block::Block;
use crate::text::lex::Token;

use super::flags::{Flags, Sign};
use super::mentions::{Fact, Kind, Mention, Mentions};

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
    pub(super) fn include(&mut self, start: u32) -> bool {
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
pub(super) struct Reader<'c, 'a> {
    pub(super) sources: Sources<'a>,
    /// The mention before which the last noun phrase was left out, and the last that *who* can mean: nothing
    /// before it is meant by a relative behind it.
    pub(super) passed: [u32; 2],
    pub(super) mentions: &'c mut Mentions,
    pub(super) block: &'a Block,
    pub(super) tokens: &'a [Token],
    /// The bytes of the text from the block's base, by which tokens count.
    pub(super) slice: &'a [u8],
    /// Where the block starts.
    pub(super) base: u32,
    pub(super) sentence: u32,
    pub(super) paragraph: u32,
    pub(super) first_token: u32,
    /// The first item inside of quotations that has not been read.
    pub(super) inner: usize,
    /// What all mentions of the sentence have.
    pub(super) flags: Flags,
}

impl<'a> Reader<'_, 'a> {
    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    pub(super) fn word(&self, at: usize) -> &'a [u8] {
        self.token(at)
            .and_then(|token| self.slice.get(token.start as usize..token.end as usize))
            .unwrap_or(&[])
    }

    /// Pushes a mention of the bytes from `start` to `end`, whose name proper or head noun is `head`.
    #[inline]
    pub(super) fn push(
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

    pub(super) fn fact(&mut self, mention: u32, role: u32, modifiers: [u32; 3], gender: Option<Gender>) {
        self.mentions.facts.push(Fact {
            mention,
            role,
            modifiers,
            gender,
            trade: false,
            words: (0, 0),
            nominal: crate::base::table::NONE,
        });
    }

    /// What somebody is, as an office or a trade.
    pub(super) fn trade(
        &mut self,
        mention: u32,
        (role, modifiers): (u32, [u32; 3]),
        gender: Option<Gender>,
        (words, nominal): ((u32, u32), u32),
    ) {
        self.mentions.facts.push(Fact { mention, role, modifiers, gender, trade: true, words, nominal });
    }

    /// Adds the name of a possessor to what narrows a role.
    pub(super) fn narrow(&self, modifiers: &mut [u32; 3], by: u32) {
        let owner = self.mentions.all.get(by as usize).filter(|owner| owner.kind == Kind::Name);
        if let Some(owner) = owner {
            add_modifier(modifiers, self.mentions.form(owner).last);
        }
    }
    /// Leaves out a noun phrase that stands for nobody; `thing` is one that *who* cannot mean.
    pub(super) fn pass(&mut self, thing: bool) {
        let next = self.mentions.all.len() as u32;
        self.passed[0] = next;
        if !thing {
            self.passed[1] = next;
        }
    }

    /// Pushes a mention of one token.
    #[inline]
    pub(super) fn word_mention(&mut self, token: &Token, kind: Kind, flags: Flags, detail: u32) -> u32 {
        let place = (token.start, token.end);
        self.push(place, place, kind, (flags, detail), (None, Sign::None))
    }
}

pub(super) fn add_modifier(modifiers: &mut [u32; 3], word: u32) {
    if !modifiers.contains(&word) {
        if let Some(free) = modifiers.iter_mut().find(|word| **word == 0) {
            *free = word;
        }
    }
}
