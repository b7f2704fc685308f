//! A quote on its way: all but the person behind the mention.

use crate::answer::manner::Manner;
use crate::answer::quote::{CueStatus, Mention, MentionKind, Quote, QuoteKind};
use crate::answer::rule::{Entry, Rule};
use crate::base::few::Few;
use crate::base::span::Span;
use crate::base::steps;
use crate::grammar::block::Block;
use crate::grammar::items::ItemKind;

#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) kind: QuoteKind,
    pub(crate) content: Few<Span>,
    pub(crate) cue: Option<Span>,
    pub(crate) status: CueStatus,
    pub(crate) manner: Manner,
    pub(crate) source: Option<Mention>,
    pub(crate) rule: Rule,
    pub(crate) confidence: f32,
}

impl Draft {
    /// What `rule` reads, with nothing known of it but its words.
    pub(crate) fn of(rule: &'static Entry, kind: QuoteKind, content: Span) -> Self {
        Self {
            kind,
            content: Few::one(content),
            cue: None,
            status: CueStatus::default(),
            manner: Manner::default(),
            source: None,
            rule: Rule::of(rule),
            confidence: rule.precision / 100.0,
        }
    }

    pub(crate) fn said_by(self, source: Mention) -> Self {
        Self { source: Some(source), ..self }
    }

    pub(crate) fn with_cue(self, cue: Option<Span>, manner: Manner) -> Self {
        Self { cue, manner, ..self }
    }

    /// The quote, as long as nobody knows who is behind its source.
    pub(crate) fn into_quote(self) -> Quote {
        Quote {
            kind: self.kind,
            content: self.content,
            cue: self.cue,
            status: self.status,
            manner: self.manner,
            source: self.source,
            speakers: Few::default(),
            addressees: Few::default(),
            rule: self.rule,
            confidence: self.confidence,
            speaker_confidence: 0.0,
            speaker_reason: "".into(),
            alternatives: Vec::new(),
        }
    }

    /// Takes in another content of the same cue. Spans that overlap become one, so that the content stays in the
    /// order of the text: the second mark of damaged text may open far before the first.
    pub(crate) fn take_in(&mut self, kind: QuoteKind, content: &Few<Span>) {
        if kind == QuoteKind::Mixed {
            self.kind = kind;
        }
        for span in content.as_slice() {
            let known = self.content.as_slice();
            steps::add(known.len());
            if known.iter().any(|known| known.contains(*span)) {
                continue;
            }
            let mut joined = *span;
            let mut spans: Vec<Span> = Vec::with_capacity(known.len() + 1);
            for known in known {
                if known.overlaps(joined) {
                    joined = Span::new(known.start().min(joined.start()), known.end().max(joined.end()));
                } else {
                    spans.push(*known);
                }
            }
            spans.push(joined);
            spans.sort_unstable();
            self.content = spans.into_iter().collect();
        }
    }
}

/// The mention of the items `first` up to `end`.
pub(crate) fn mention_of(block: &Block, first: usize, end: usize) -> Mention {
    let items = &block.chunks.items[first..end];
    let last = items.last();
    // the last letter of "Lee's" before a quoted span is no part of the mention
    let mut span = block.item_span(first, end);
    if last.is_some_and(|item| item.features.has(crate::grammar::items::Features::POSSESSOR)) {
        let tokens = last.map_or(0..0, |item| item.start as usize..item.end as usize);
        if tokens.len() > 1 {
            span = Span::new(span.start(), block.span(tokens.start, tokens.end - 1).end());
        }
    }
    let kind = match items.first().map(|item| item.kind) {
        Some(ItemKind::Name) => MentionKind::Name,
        Some(ItemKind::Pronoun | ItemKind::Relative | ItemKind::That) if items.len() == 1 => {
            MentionKind::Pronoun
        }
        _ => MentionKind::Nominal,
    };
    Mention::new(span, kind)
}
