//! What happens to the sentences of a block, and what is kept from one to the next.
//!
//! In: the chunks of a block. Out: drafts of quotes, and at the end the document. `quoted.rs` is what becomes of
//! a quoted span, `between.rs` what sentences say of one another, `callers.rs` the caller's own rules,
//! `answer.rs` makes quotes of drafts once it is known who is meant.

mod answer;
mod between;
mod callers;
mod quoted;

use crate::answer::quote::{Mention, Quote, Unattributed};
use crate::attribution::content::{Draft, Scratch, indirect};
use crate::attribution::custom::Reading;
use crate::attribution::flow::Flow;
use crate::base::span::Span;
use crate::builder::Settings;
use crate::explain::{ExplainedSentence, Explanation};
use crate::grammar::block::{Block, Wants};
use crate::grammar::items::{ItemKind, Sentence};
use crate::grammar::rows::{self, Row, Wanted};
use crate::identity::resolve::{Answer, Collector, Sources};
use crate::scratch::Kept;
use crate::text::marks::Family;
use crate::text::segment;

/// A sentence of more items is read in pieces, so that rules may look at all of it: no prose has one, and
/// without the bound a text that is one sentence would cost the square of its length.
const MOST_ITEMS: u32 = 512;

/// So many drafts a quotation may go on from, or a signature sign.
const NEAR_DRAFTS: usize = 256;

/// The sentence, or the pieces of one that has too many items.
pub(crate) fn pieces(whole: Sentence) -> impl Iterator<Item = Sentence> {
    (whole.first..whole.end).step_by(MOST_ITEMS as usize).map(move |first| Sentence {
        first,
        end: whole.end.min(first + MOST_ITEMS),
        ..whole
    })
}

/// Whether who is meant is decided part by part, or once all sources are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    OfLongTexts,
    Never,
}

pub(crate) struct Engine<'t, 's, 'x> {
    text: &'t str,
    settings: &'s Settings,
    context: segment::Context<'s>,
    explanation: Option<&'x mut Explanation>,
    flow: Flow,
    drafts: Vec<Draft>,
    /// Who is behind the first of the drafts, in a text so long that it is resolved in parts.
    answers: Vec<Answer>,
    /// The quotes of parts that are over.
    quotes: Vec<Quote>,
    scratch: Scratch,
    collector: Collector,
    /// The sources of the block at work, in bytes from its base.
    sources: Vec<(u32, u32)>,
    unattributed: Vec<Unattributed>,
    sentences: Vec<Span>,
    /// The quoted spans with their drafts; kept only where drafts may be left out at the end.
    marked: Vec<(Span, usize)>,
    /// What the caller's own rules read in the sentence at work, with their drafts.
    custom: Vec<(Reading, Option<usize>)>,
    /// Paragraphs before the block at work.
    paragraphs: usize,
    /// The links of the sentence at work: the row of each and its draft.
    used: Vec<(usize, usize)>,
    /// Where the cue of a quotation begins whose source reports somebody else, and that speaker.
    inner: Vec<(usize, Mention)>,
}

impl<'t, 's, 'x> Engine<'t, 's, 'x> {
    pub(crate) fn new(
        text: &'t str,
        settings: &'s Settings,
        context: segment::Context<'s>,
        explanation: Option<&'x mut Explanation>,
        kept: Kept,
    ) -> Self {
        Self {
            text,
            settings,
            context,
            explanation,
            flow: Flow::default(),
            drafts: kept.drafts,
            answers: Vec::new(),
            quotes: Vec::new(),
            scratch: kept.indirect,
            collector: kept.collector,
            sources: kept.sources,
            unattributed: Vec::new(),
            sentences: Vec::new(),
            marked: Vec::new(),
            custom: Vec::new(),
            paragraphs: 0,
            used: Vec::new(),
            inner: Vec::new(),
        }
    }

    pub(crate) fn primary(&self) -> Family {
        Family::Double
    }

    /// What of a block has to be read for what was asked.
    pub(crate) fn wants(&self) -> Wants {
        let settings = self.settings;
        if settings.entities {
            Wants::All
        } else if settings.indirect || !settings.rules.is_empty() || self.explanation.is_some() {
            Wants::Sources
        } else {
            Wants::Quoted
        }
    }

    pub(crate) fn block(&mut self, block: &mut Block, parts: Parts) {
        let first = self.drafts.len().saturating_sub(NEAR_DRAFTS);
        self.sentences(block);
        if self.settings.entities {
            let known = parts == Parts::OfLongTexts;
            if known {
                self.sources_of(block, first);
            }
            let sources = if known { Sources::Known(&self.sources) } else { Sources::Unknown };
            self.collector.block(self.text, block, self.paragraphs, sources);
        }
        self.paragraphs += block.paragraphs.len();
        let may = self.settings.least_confidence <= 0.0 && parts == Parts::OfLongTexts;
        if may && self.collector.is_full(block.base) {
            self.resolve();
            self.let_go(self.drafts.len().saturating_sub(NEAR_DRAFTS));
        }
    }

    /// Gathers the sources of the drafts from number `first` on that stand in the block.
    fn sources_of(&mut self, block: &Block, first: usize) {
        self.sources.clear();
        let spans = self.drafts[first.min(self.drafts.len())..].iter().filter_map(|draft| draft.source);
        self.sources.extend(
            spans
                .map(|source| source.span())
                .filter(|span| span.start() >= block.base)
                .map(|span| ((span.start() - block.base) as u32, (span.end() - block.base) as u32)),
        );
        self.sources.sort_unstable();
    }

    /// The drafts of the block's sentences.
    pub(crate) fn sentences(&mut self, block: &mut Block) {
        let mut rows = std::mem::take(&mut block.rows);
        let mut ends = std::mem::take(&mut block.row_ends);
        rows.clear();
        ends.clear();
        // one stage after the other, so that each finds its code in the cache
        let lexicon = self.context.lexicon;
        let all = self.explanation.is_some() || !self.settings.rules.is_empty();
        let wanted = if all { Wanted::All } else { Wanted::OfCues };
        for sentence in block.chunks.sentences.iter().flat_map(|whole| pieces(*whole)) {
            rows::append(&block.chunks, &block.tokens, &sentence, lexicon, wanted, &mut rows);
            ends.push(rows.len());
        }
        let (mut first, mut own) = (0, ends.iter());
        for index in 0..block.chunks.sentences.len() {
            let whole = block.chunks.sentences[index];
            let before = self.sentences.len();
            for sentence in pieces(whole) {
                let end = own.next().copied().unwrap_or(first);
                self.sentence(block, index, &sentence, &rows[first..end]);
                first = end;
            }
            self.join_sentences(before);
        }
        block.rows = rows;
        block.row_ends = ends;
    }

    /// Makes one sentence of those from place `first` on: the pieces of one that was too long.
    fn join_sentences(&mut self, first: usize) {
        if self.sentences.len() > first + 1 {
            let end = self.sentences.last().map_or(0, |last| last.end());
            self.sentences.truncate(first + 1);
            self.sentences[first] = Span::new(self.sentences[first].start(), end);
        }
    }

    fn sentence(&mut self, block: &Block, index: usize, sentence: &Sentence, rows: &[Row]) {
        self.used.clear();
        let span = block.item_span(sentence.first as usize, sentence.end as usize);
        self.sentences.push(self.reaching_back(span));
        if let Some(explanation) = self.explanation.as_deref_mut() {
            explanation.sentences.push(ExplainedSentence::of(block, sentence, rows));
        }
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
        if self.settings.indirect {
            self.custom_indirect(block, rows);
            let first = self.drafts.len();
            let used = &self.used;
            indirect(
                block,
                sentence,
                self.context.lexicon,
                rows,
                |row| used.iter().any(|(used, _)| *used == row),
                self.settings.nested,
                &mut self.scratch,
                &mut self.drafts,
            );
            self.prefer_custom(block, first);
        }
        let (cue, colon) = self.sentence_cue(block, sentence, rows);
        self.flow.sentence(cue, colon);
    }

    /// The sentence with what stands before it and has given no item, such as a stray control character.
    fn reaching_back(&self, span: Span) -> Span {
        let end = self.sentences.last().map_or(0, |last| last.end());
        let gap = self.text.get(end..span.start()).unwrap_or("");
        if gap.bytes().all(|byte| byte.is_ascii_whitespace()) {
            return span;
        }
        let blank = gap.len() - gap.trim_start_matches(is_blank).len();
        if blank == gap.len() { span } else { Span::new(end + blank, span.end()) }
    }

    /// What stands after the last sentence belongs to it.
    pub(super) fn reach_to_the_end(&mut self) {
        let start = self.sentences.last().map_or(0, |last| last.end());
        let rest = self.text[start..].trim_matches(is_blank);
        if rest.is_empty() {
            return;
        }
        let blank = self.text[start..].len() - self.text[start..].trim_start_matches(is_blank).len();
        let end = start + blank + rest.len();
        match self.sentences.last_mut() {
            Some(last) => *last = Span::new(last.start(), end),
            None => self.sentences.push(Span::new(blank, end)),
        }
    }
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}'
}
