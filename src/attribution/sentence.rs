//! One sentence after the other: its quoted spans, then what it reports without marks.
//!
//! `quoted.rs` is what becomes of a quoted span, `lead_in.rs` what sentences say of one another, `callers.rs` the
//! caller's own rules.

use crate::answer::nested::Nested;
use crate::answer::quote::Mention;
use crate::answer::unattributed::{Reason, Unattributed, Use};
use crate::base::span::Span;
use crate::grammar::block::Block;
use crate::grammar::items::{ItemKind, Sentence};
use crate::grammar::rows::{ComplementKind, Predicate};
use crate::lexicon::Lexicon;

use super::content::{Draft, Scratch, Wanted, indirect};
use super::custom::{CustomRule, Reading};
use super::evidence::{Ahead, Evidence, Named};
use super::flow::Flow;
use super::trace::Trace;

/// So many drafts a quotation may go on from, or a signature sign.
pub(crate) const NEAR_DRAFTS: usize = 256;

/// What is asked of the rules.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'s> {
    pub(crate) lexicon: &'s Lexicon,
    pub(crate) rules: &'s [CustomRule],
    pub(crate) nested: Nested,
    /// Speech without marks too.
    pub(crate) indirect: bool,
    /// What is only spoken of, and attitudes, too.
    pub(crate) topics: bool,
    /// Drafts below it are taken out at the end.
    pub(crate) least_confidence: f32,
    /// What every rule says is kept.
    pub(crate) traced: bool,
}

impl Asked<'_> {
    fn indirect_wanted(&self) -> Wanted {
        Wanted { nested: self.nested, topics: self.topics }
    }
}

/// What the sentences of a text have said so far.
pub(crate) struct Attribution<'s> {
    pub(crate) asked: Asked<'s>,
    pub(super) flow: Flow,
    pub(crate) drafts: Vec<Draft>,
    pub(crate) unattributed: Vec<Unattributed>,
    /// Who speaks the quoted spans of the block at work, in a conversation.
    pub(crate) evidence: Vec<Evidence>,
    /// Those of them that nobody says, and what they are used for, in order.
    pub(crate) unsaid: Vec<(u32, Use)>,
    /// Who is led in at the ends of its paragraphs.
    pub(crate) ahead: Vec<Ahead>,
    /// The sources in it that the caller tells, or a rule of the caller's own.
    pub(crate) named: Vec<Named>,
    /// What was said of the quoted spans of the sentence at work, where that is kept.
    pub(crate) traces: Vec<Trace>,
    /// Where the cue of a quotation begins whose source reports somebody else, and that speaker.
    pub(crate) inner: Vec<(usize, Mention)>,
    /// The quoted spans with their drafts; kept only where drafts may be left out at the end.
    pub(crate) marked: Vec<(Span, usize)>,
    /// The quoted spans that somebody says.
    pub(crate) spoken: Vec<Span>,
    /// What the caller's own rules read in the sentence at work, with their drafts.
    pub(super) custom: Vec<(Reading, Option<usize>)>,
    /// The links of the sentence at work: the row of each and its draft.
    pub(super) used: Vec<(usize, usize)>,
    /// Paragraphs before the block at work.
    pub(crate) paragraphs: usize,
    scratch: Scratch,
}

/// The memory that the next text can use again.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    drafts: Vec<Draft>,
    scratch: Scratch,
}

impl<'s> Attribution<'s> {
    pub(crate) fn new(asked: Asked<'s>, kept: Kept) -> Self {
        Self {
            asked,
            flow: Flow::default(),
            drafts: kept.drafts,
            unattributed: Vec::new(),
            evidence: Vec::new(),
            unsaid: Vec::new(),
            ahead: Vec::new(),
            named: Vec::new(),
            traces: Vec::new(),
            inner: Vec::new(),
            marked: Vec::new(),
            spoken: Vec::new(),
            custom: Vec::new(),
            used: Vec::new(),
            paragraphs: 0,
            scratch: kept.scratch,
        }
    }

    /// Reads a sentence, the one with number `index` in its block, whose rows are `rows`.
    pub(crate) fn sentence(&mut self, block: &Block, index: usize, sentence: &Sentence, rows: &[Predicate]) {
        self.used.clear();
        self.block_quotation(block, index, sentence);
        self.read_custom(block, sentence);
        self.signature(block, sentence);
        self.tag_apart(block, sentence, rows);
        if sentence.holds.has(ItemKind::Quoted) {
            for at in sentence.items() {
                if block.chunks.items[at].kind == ItemKind::Quoted {
                    self.quoted(block, index, sentence, rows, at);
                }
            }
        }
        if self.asked.indirect {
            self.custom_indirect(block, rows);
            let first = self.drafts.len();
            let used = &self.used;
            indirect(
                block,
                sentence,
                self.asked.lexicon,
                rows,
                |row| used.iter().any(|(used, _)| *used == row),
                self.asked.indirect_wanted(),
                &mut self.scratch,
                &mut self.drafts,
            );
            self.prefer_custom(block, first);
        }
        let (cue, colon) = self.sentence_cue(block, sentence, rows);
        if let Some(cue) = cue.filter(|_| colon) {
            self.announces_block(block, index, sentence, rows, cue);
        }
        self.flow.sentence(cue, colon);
    }

    /// What a sentence of a conversation reports without marks; who says its quoted spans is decided elsewhere.
    pub(crate) fn narration(&mut self, block: &Block, sentence: &Sentence, rows: &[Predicate]) {
        if !self.asked.indirect {
            return;
        }
        self.custom_indirect(block, rows);
        let first = self.drafts.len();
        let used = &self.used;
        indirect(
            block,
            sentence,
            self.asked.lexicon,
            rows,
            |row| {
                rows[row].complement.kind == ComplementKind::Quotation
                    || used.iter().any(|(used, _)| *used == row)
            },
            self.asked.indirect_wanted(),
            &mut self.scratch,
            &mut self.drafts,
        );
        self.prefer_custom(block, first);
    }

    /// Hands out the first `count` drafts; the others are as many places nearer.
    pub(crate) fn let_go(&mut self, count: usize) -> std::vec::Drain<'_, Draft> {
        self.flow.move_up(count);
        self.drafts.drain(..count)
    }

    /// Takes out the drafts below the least confidence; their quoted spans are nobody's.
    pub(crate) fn leave_out_unsure(&mut self) {
        let least = self.asked.least_confidence;
        if least <= 0.0 {
            return;
        }
        let unsure = self.marked.iter().filter(|(_, draft)| self.drafts[*draft].confidence < least);
        self.unattributed.extend(unsure.map(|(span, _)| Unattributed {
            span: *span,
            quoted_use: Use::Unknown,
            reason: Reason::BelowLeastConfidence,
        }));
        self.unattributed.sort_by_key(|unattributed| unattributed.span.start());
        self.drafts.retain(|draft| draft.confidence >= least);
    }

    pub(crate) fn into_kept(self) -> Kept {
        Kept { drafts: self.drafts, scratch: self.scratch }
    }
}
