//! What the rules said of a quoted span, for people who wonder why.

use crate::answer::rule::{Entry, Rule};
use crate::base::span::Span;
use crate::grammar::block::Block;

use super::content::mention_of;
use super::link::Answer;

/// How a quoted span was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace {
    pub(crate) span: Span,
    /// The rule that decided; none where the span is nobody's speech.
    pub(crate) rule: Option<Rule>,
    pub(crate) source: Option<Span>,
    /// What each rule of the sentence says.
    pub(crate) tried: Vec<Tried>,
}

/// What one rule says.
#[derive(Clone, Debug)]
pub(crate) struct Tried {
    pub(crate) rule: Rule,
    /// Whether the rule looks at such spans at all.
    pub(crate) asked: bool,
    pub(crate) source: Option<Span>,
    pub(crate) cue: Option<Span>,
}

impl Tried {
    pub(crate) fn of(block: &Block, (entry, asked, answer): (&'static Entry, bool, Option<Answer>)) -> Self {
        Self {
            rule: Rule::of(entry),
            asked,
            source: answer.map(|answer| mention_of(block, answer.source.0, answer.source.1).span()),
            cue: answer
                .and_then(|answer| answer.cue)
                .map(|(first, end)| block.span(first as usize, end as usize)),
        }
    }
}
