//! Words that tell who speaks a line of a conversation.

use std::ops::Range;

use crate::base::span::Span;
use crate::grammar::block::Block;

use super::content::mention_of;
use super::link::Pattern;

/// Words of the narration that tell the speaker, as tokens of the block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence {
    /// The quoted span, by its place among those of the block.
    pub(crate) quoted: u32,
    /// The tokens of the source, and the one that says what it is.
    pub(crate) source: (u32, u32),
    pub(crate) head: u32,
    /// The tokens of the cue; empty where there is none.
    pub(crate) cue: (u32, u32),
    pub(crate) pattern: Pattern,
    /// A verb that surely reports is said of the source, so that it is somebody whatever its noun.
    pub(crate) reports: bool,
}

/// Who is led in at the end of a paragraph: *Ann said:*
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ahead {
    /// The paragraph that leads in, counted from the block's first.
    pub(crate) paragraph: u32,
    pub(crate) evidence: Evidence,
}

/// A source that the caller tells, or a rule of the caller's own: it holds, whatever the narration says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    /// The source as the caller has it.
    pub(crate) span: Span,
    /// Its words in the block; of no quoted span yet.
    pub(crate) evidence: Evidence,
}

impl Named {
    /// The source that the items `source` are, with those of its cue.
    pub(crate) fn of_items(block: &Block, source: Range<usize>, cue: Range<usize>) -> Option<Self> {
        let span = mention_of(block, source.start, source.end).span();
        let items = block.chunks.items.get(source)?;
        let (first, last) = (items.first()?, items.last()?);
        let head = items.iter().find(|item| item.kind.is_noun_phrase()).unwrap_or(first).head;
        let cue =
            block.chunks.items.get(cue).and_then(|items| Some((items.first()?.start, items.last()?.end)));
        Some(Self { span, evidence: Evidence::named((first.start, last.end), head, cue.unwrap_or((0, 0))) })
    }

    /// The source that stands at `span` of the text; none where no word of the block does.
    pub(crate) fn at(block: &Block, span: Span) -> Option<Self> {
        let (from, to) = (span.start().checked_sub(block.base)?, span.end().checked_sub(block.base)?);
        let first = block.tokens.partition_point(|token| token.end as usize <= from) as u32;
        let end = block.tokens.partition_point(|token| (token.start as usize) < to) as u32;
        if first >= end {
            return None;
        }
        let items = &block.chunks.items;
        let item = items.get(items.partition_point(|item| item.end <= first));
        let head = item.map(|item| item.head).filter(|head| (first..end).contains(head));
        Some(Self { span, evidence: Evidence::named((first, end), head.unwrap_or(end - 1), (0, 0)) })
    }
}

impl Evidence {
    const fn named(source: (u32, u32), head: u32, cue: (u32, u32)) -> Self {
        Self { quoted: u32::MAX, source, head, cue, pattern: Pattern::Before, reports: true }
    }
}
