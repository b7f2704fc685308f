//! Indirect speech of a novel: what its narration reports without marks.
//!
//! In: blocks of paragraphs. Out: drafts by the rules that read news, in the order of the text. Who is behind
//! their sources is told at the end of the text, as for the lines of dialogue (`dialogue/told.rs`).

use crate::attribution::content::{Draft, Scratch, indirect};
use crate::base::span::Span;
use crate::builder::Settings;
use crate::engine::pieces;
use crate::explain::{ExplainedSentence, Explanation};
use crate::grammar::block::{Block, Wants};
use crate::grammar::rows::{self, ComplementKind, Wanted};
use crate::text::segment;

/// Reads the narration of a text, block by block.
pub(crate) struct Narration<'s, 'x> {
    settings: &'s Settings,
    context: segment::Context<'s>,
    explanation: Option<&'x mut Explanation>,
    scratch: Scratch,
    pub(crate) drafts: Vec<Draft>,
}

impl<'s, 'x> Narration<'s, 'x> {
    pub(crate) fn new(
        settings: &'s Settings,
        context: segment::Context<'s>,
        explanation: Option<&'x mut Explanation>,
        drafts: Vec<Draft>,
        scratch: Scratch,
    ) -> Self {
        Self { settings, context, explanation, scratch, drafts }
    }

    /// Whether anything is asked of it.
    pub(crate) const fn is_asked(&self) -> bool {
        self.settings.indirect_in_fiction || self.explanation.is_some()
    }

    /// Reads the sentences of a block whose tokens and quoted spans are known.
    pub(crate) fn block(&mut self, text: &str, block: &mut Block) {
        block.chunk(text, self.context, Wants::Sources);
        let mut rows = std::mem::take(&mut block.rows);
        for whole in &block.chunks.sentences {
            for sentence in pieces(*whole) {
                let lexicon = self.context.lexicon;
                let wanted = if self.explanation.is_some() { Wanted::All } else { Wanted::OfCues };
                rows::read(&block.chunks, &block.tokens, &sentence, lexicon, wanted, &mut rows);
                if let Some(explanation) = self.explanation.as_deref_mut() {
                    explanation.sentences.push(ExplainedSentence::of(block, &sentence, &rows));
                }
                if self.settings.indirect_in_fiction {
                    let quotes = |row: usize| rows[row].complement.kind == ComplementKind::Quotation;
                    let nested = self.settings.nested;
                    indirect(
                        block,
                        &sentence,
                        lexicon,
                        &rows,
                        quotes,
                        nested,
                        &mut self.scratch,
                        &mut self.drafts,
                    );
                }
            }
        }
        block.rows = rows;
    }

    /// The drafts that no line of dialogue has: `spoken` are the spans of the lines and of their tags, in
    /// order. And the memory for the next text.
    pub(crate) fn finish(mut self, spoken: &[Span]) -> (Vec<Draft>, Scratch) {
        let apart = |span: Span| {
            let from = spoken.partition_point(|spoken| spoken.end() <= span.start());
            spoken.get(from).is_none_or(|spoken| !spoken.overlaps(span))
        };
        self.drafts
            .retain(|draft| draft.cue.into_iter().chain(draft.content.as_slice().iter().copied()).all(apart));
        (self.drafts, self.scratch)
    }
}
