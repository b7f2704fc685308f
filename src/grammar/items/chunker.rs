//! What chunks a block: what it reads, how an item is put down, where a sentence ends.

use crate::lexicon::Classes;
use crate::text::lex::{Shape, Token, TokenKind};
use crate::text::marks::Quoted;
use crate::text::segment::{self, Boundary};

use super::chunks::{Chunks, Paragraph};
use super::features::Features;
use super::ground::Ground;
use super::item::{Holds, Item, ItemKind, Sentence};
use super::reading::Before;

/// Words that are no name whatever their case.
pub(super) const NEVER_NAME: Classes = Classes::GRAMMAR;

/// Chunks the paragraphs of a block.
pub(crate) struct Chunker<'a> {
    pub(super) text: &'a str,
    /// Where the block's tokens count their bytes from.
    pub(super) base: usize,
    pub(super) tokens: &'a [Token],
    pub(super) ground: Ground<'a>,
    pub(super) quoted: &'a [Quoted],
    pub(super) context: segment::Context<'a>,
    /// Whether the noun phrases inside of quoted spans are wanted.
    pub(super) reads_inside: bool,
    pub(crate) chunks: &'a mut Chunks,
}

impl<'a> Chunker<'a> {
    /// A chunker for the block of `text` that begins at byte `base`. The noun phrases inside of quoted spans are
    /// wanted where it `reads_inside`.
    pub(crate) fn new(
        text: &'a str,
        base: usize,
        tokens: &'a [Token],
        quoted: &'a [Quoted],
        context: segment::Context<'a>,
        reads_inside: bool,
        chunks: &'a mut Chunks,
    ) -> Self {
        let words = text.as_bytes().get(base..).unwrap_or_default();
        let ground = Ground { words, tokens, lexicon: context.lexicon };
        Self { text, base, tokens, ground, quoted, context, reads_inside, chunks }
    }

    pub(super) fn push(&mut self, kind: ItemKind, start: usize, end: usize, detail: u32) {
        let (start, end) = (start as u32, end as u32);
        self.chunks.items.push(Item { kind, features: Features::default(), start, end, head: start, detail });
    }

    /// The byte where the sentence ends whose last stop is token `at`, or belongs to it; `None` where the
    /// sentence goes on.
    pub(super) fn sentence_end(&self, at: usize) -> Option<usize> {
        let token = &self.tokens[at];
        let stop = if token.kind.ends_sentence() {
            token.start as usize
        } else if token.shape.has(Shape::STOPPED) {
            token.end as usize - 1
        } else {
            return None;
        };
        match segment::decide(self.text.as_bytes(), self.base + stop, &self.context) {
            Boundary::Ends { end, .. } => Some(end),
            Boundary::Continues { .. } => None,
        }
    }

    pub(super) fn end_sentence(&mut self, paragraph: &mut Paragraph, next_token: usize) {
        let end = self.chunks.items.len();
        if end > paragraph.first_item {
            self.chunks.sentences.push(Sentence {
                first: paragraph.first_item as u32,
                end: end as u32,
                first_verb: paragraph.first_verb as u32,
                holds: Holds::of(&self.chunks.items[paragraph.first_item..]),
                paragraph: paragraph.number,
                title_case: paragraph.title_case,
            });
        }
        paragraph.first_item = end;
        paragraph.first_verb = self.chunks.verbs.len();
        paragraph.first_token = next_token;
    }

    /// Ends the sentence at byte `stop`; closing brackets up to there still belong to it. Returns the token
    /// after.
    pub(super) fn close_sentence(&mut self, paragraph: &mut Paragraph, mut at: usize, stop: usize) -> usize {
        while at < paragraph.end && self.base + (self.tokens[at].start as usize) < stop {
            let kind = match self.tokens[at].kind {
                TokenKind::CloseBracket => ItemKind::CloseBracket,
                _ => ItemKind::Other,
            };
            self.push(kind, at, at + 1, 0);
            at += 1;
        }
        self.end_sentence(paragraph, at);
        at
    }

    /// What stands before the next word, as its reading depends on it.
    pub(super) fn before(&self, paragraph: &Paragraph) -> Before {
        let items = &self.chunks.items[paragraph.first_item..];
        let Some(last) = items.last() else { return Before::Start };
        match last.kind {
            ItemKind::Pronoun if !last.features.has(Features::OBJECT_FORM) => Before::Subject,
            // "at which point"
            ItemKind::Relative if items.len() > 1 && items[items.len() - 2].kind == ItemKind::Preposition => {
                Before::Preposition
            }
            ItemKind::Relative | ItemKind::That => Before::Subject,
            ItemKind::Name
            | ItemKind::Nominal
            | ItemKind::Phrase
            | ItemKind::Pronoun
            | ItemKind::CloseBracket => {
                let counted = self.tokens[last.head as usize].kind == TokenKind::Number;
                if last.features.has(Features::PLURAL) || counted { Before::Plural } else { Before::Singular }
            }
            ItemKind::Time => Before::Singular,
            ItemKind::Quoted => Before::Quotation,
            ItemKind::Comma if items.len() > 1 && items[items.len() - 2].kind == ItemKind::Quoted => {
                Before::Quotation
            }
            ItemKind::Verb => Before::Verb,
            ItemKind::Preposition | ItemKind::AccordingTo => Before::Preposition,
            ItemKind::Adverb => match items.len().checked_sub(2).map(|at| items[at]) {
                Some(item) if item.kind == ItemKind::Pronoun && !item.features.has(Features::OBJECT_FORM) => {
                    Before::Subject
                }
                Some(item) if item.kind == ItemKind::Quoted => Before::Quotation,
                Some(item) if item.kind == ItemKind::Relative => Before::Subject,
                _ => Before::Adverb,
            },
            ItemKind::Coordinator => Before::Coordinator,
            _ => Before::Start,
        }
    }

    pub(super) fn is_according_to(&self, at: usize, limit: usize) -> bool {
        let known = &self.context.lexicon.known;
        self.tokens[at].word == known.according && at + 1 < limit && self.tokens[at + 1].word == known.to
    }

    pub(super) fn noun_follows_symbol(&self, at: usize, limit: usize) -> bool {
        at + 1 < limit
            && !self.tokens[at + 1].shape.has(Shape::SPACED)
            && matches!(self.tokens[at + 1].kind, TokenKind::Number | TokenKind::Word)
    }
}
