//! Drafts to quotes, and the document.

use crate::answer::document::Document;
use crate::answer::genre::Genre;
use crate::answer::quote::{
    Alternative, CueStatus, Mention, MentionKind, Quote, QuoteKind, Reason, Unattributed, Use,
};
use crate::answer::rule::{Entry, Rule};
use crate::attribution::content::Draft;
use crate::base::few::Few;
use crate::base::span::Span;
use crate::identity::resolve::{Answer, Source};
use crate::scratch::Kept;

use super::Engine;

impl<'t> Engine<'t, '_, '_> {
    /// Puts sources that the caller knows, each with what it says, in the place of those that were found.
    pub(crate) fn replace(&mut self, utterances: &[(Span, Span)]) {
        self.unattributed.clear();
        self.drafts.clear();
        self.drafts.extend(utterances.iter().map(|(source, content)| Draft {
            kind: QuoteKind::Direct,
            content: Few::one(*content),
            cue: None,
            status: CueStatus::default(),
            source: Some(Mention::new(*source, MentionKind::Name)),
            rule: Rule::of(&GIVEN),
            confidence: 1.0,
        }));
    }

    /// The document, and what the next text can use again.
    pub(crate) fn finish(mut self) -> (Document<'t>, Kept) {
        self.leave_out_unsure();
        self.reach_to_the_end();
        self.resolve();
        self.let_go(self.drafts.len());
        let mut quotes = self.quotes;
        put_in_order(&mut quotes);
        keep_inner(&mut self.inner, &mut quotes);
        let mut roster = self.collector.finish();
        if self.context.wrapped {
            roster.join_lines(self.text);
        }
        let kept = Kept {
            drafts: self.drafts,
            indirect: self.scratch,
            collector: self.collector,
            sources: self.sources,
        };
        let document = Document {
            text: self.text,
            genre: self.settings.genre.unwrap_or(Genre::News),
            quotes,
            unattributed: self.unattributed,
            roster,
            sentences: self.sentences,
        };
        (document, kept)
    }

    /// Finds who is behind the drafts that have no answer.
    pub(super) fn resolve(&mut self) {
        if !self.settings.entities {
            return;
        }
        let sources: Vec<Source> = self.drafts[self.answers.len()..].iter().map(source_of).collect();
        self.answers.extend(self.collector.resolve(self.text, &sources));
    }

    /// Makes quotes of the first `count` drafts, which have their answers if they were asked for.
    pub(super) fn let_go(&mut self, count: usize) {
        self.quotes.reserve(count);
        let answered = self.answers.len().min(count);
        let answers = self.answers.drain(..answered).map(Some).chain(std::iter::repeat(None));
        let drafts = self.drafts.drain(..count);
        self.quotes.extend(drafts.zip(answers).map(|(draft, answer)| quote(draft, answer)));
        self.flow.move_up(count);
    }

    /// Takes out the drafts below the least confidence; their quoted spans are nobody's.
    fn leave_out_unsure(&mut self) {
        let least = self.settings.least_confidence;
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
}

/// Stands for a rule where the caller gave the source.
static GIVEN: Entry = Entry {
    name: "given",
    about: "the caller gave source and content",
    precision: 100.0,
    finds: &[],
    leaves: &[],
};

/// What `resolve` must know of a draft: its source, and from where to where it reaches.
fn source_of(draft: &Draft) -> Source {
    let content = draft.content.as_slice();
    let first = content.first().map_or(0, |span| span.start());
    let last = content.last().map_or(0, |span| span.end());
    let span = draft.source.map_or(Span::new(first, first), |source| source.span());
    // "a group that says so", and a caller may have marked the verb for its subject
    let pronoun = draft.source.is_some_and(|source| source.kind() == MentionKind::Pronoun);
    Source { span, content: Span::new(first, last), points: pronoun || draft.rule == Rule::of(&GIVEN) }
}

/// The quote of a draft, whose source is the person or body of `answer`.
fn quote(draft: Draft, answer: Option<Answer>) -> Quote {
    let answer = answer.filter(|_| draft.source.is_some());
    let reason = answer.as_ref().map_or("", |answer| answer.reason.as_str());
    let answer = answer.unwrap_or_default();
    let mut alternatives = Vec::with_capacity(answer.alternatives.iter().flatten().count());
    for (entity, confidence) in answer.alternatives.into_iter().flatten() {
        alternatives.push(Alternative { source: draft.source, speakers: Few::one(entity), confidence });
    }
    Quote {
        speakers: answer.speakers,
        speaker_confidence: answer.confidence,
        speaker_reason: reason,
        alternatives,
        ..draft.into_quote()
    }
}

/// Sorts quotes by their first bytes. They are in order but for a few of a sentence or paragraph, and a long
/// text has many: each stretch out of order is sorted apart, so that no room for all of them is needed.
fn put_in_order(quotes: &mut [Quote]) {
    let start = |quote: &Quote| quote.content().first().map_or(0, |span| span.start());
    if quotes.is_sorted_by_key(start) {
        return;
    }
    let mut least: Vec<usize> = quotes.iter().map(start).collect();
    for at in (1..least.len()).rev() {
        least[at - 1] = least[at - 1].min(least[at]);
    }
    let (mut first, mut most) = (0, 0);
    for at in 0..=quotes.len() {
        // all before stand before all from here on
        if least.get(at).is_none_or(|least| most <= *least) {
            quotes[first..at].sort_by_key(start);
            first = at;
        }
        most = most.max(quotes.get(at).map_or(0, start));
    }
}

/// Keeps the nearer speakers as alternatives; `inner` has where the cue begins and the speaker.
fn keep_inner(inner: &mut [(usize, Mention)], quotes: &mut [Quote]) {
    if inner.is_empty() {
        return;
    }
    inner.sort_unstable_by_key(|(cue, _)| *cue);
    for quote in quotes {
        let Some(cue) = quote.cue.map(|cue| cue.start()) else { continue };
        let Ok(at) = inner.binary_search_by_key(&cue, |(cue, _)| *cue) else { continue };
        let confidence = (1.0 - quote.confidence) / 2.0;
        let speakers = Few::default();
        quote.alternatives.push(Alternative { source: Some(inner[at].1), speakers, confidence });
    }
}
