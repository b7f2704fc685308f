//! Takes a text's blocks one after the other and answers part by part.
//!
//! In: the items of each block, in order ([`Collector::block`]), and the mentions that were found to be sources.
//! Out: an [`Answer`] for each source, and the entities of the text.

use crate::answer::roster::Roster;
use crate::grammar::block::Block;
use crate::identity::mention::{self, Ground, Mentions, Sources};
use crate::identity::names::known::Known;

use super::answer::{Answer, Source};
use super::memory::Memory;

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

impl Collector {
    /// Takes the mentions of a block of `text`, which `paragraphs` paragraphs stand before.
    ///
    /// `sources` are the mentions of it that somebody found to be sources, in the order of their first bytes,
    /// which count from the block's base: what is none of them and tells nothing of anybody is left out.
    pub(crate) fn block(&mut self, text: &str, block: &Block, paragraphs: usize, sources: Sources<'_>) {
        if self.mentions.all.is_empty() {
            self.base = block.base;
        }
        let base = (block.base - self.base) as u32;
        let ground = Ground { base, sentences: self.sentence, paragraphs };
        self.sentence = mention::read(text, block, ground, sources, &mut self.mentions);
    }

    /// Whether it is time to resolve what was gathered, with the block that begins at `at`.
    pub(crate) fn is_full(&self, at: usize) -> bool {
        self.mentions.all.len() > MOST_MENTIONS || at - self.base.min(at) > MOST_BYTES
    }

    /// Who is behind `sources`, of which the mentions were gathered since the last call. Those who have no
    /// name are forgotten with it, and those who have one known further on.
    pub(crate) fn resolve(&mut self, text: &str, sources: &[Source], caller: &Known) -> Vec<Answer> {
        let answers = self.memory.resolve(text, &mut self.mentions, self.base, sources, caller);
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
