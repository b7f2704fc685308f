//! A text of fiction, from paragraphs to the document.
//!
//! In: the text and its layout. Out: a [`Document`] whose quotes are the quoted spans, each turn of a
//! conversation one quote, and the indirect speech of the narration; its entities are the cast. For the lines
//! neither items nor verb rows are needed: the tags of dialogue are local, and what decides is the course of
//! the conversation.

use crate::answer::document::Document;
use crate::answer::entity::{EntityId, EntityKind, Gender};
use crate::answer::genre::Genre;
use crate::answer::quote::{
    Alternative, CueStatus, Mention, MentionKind, Quote, QuoteKind, Reason, Unattributed, Use,
};
use crate::answer::roster::{Chain, Facts, Roster};
use crate::answer::rule::Rule;
use crate::attribution::content::Draft;
use crate::base::few::Few;
use crate::base::span::Span;
use crate::builder::Settings;
use crate::dialogue::{self, Answer, Asked, Collector, Told};
use crate::explain::{ExplainedQuoted, Explanation, Weighed};
use crate::narration::Narration;
use crate::scratch::Scratch;
use crate::text::pieces::ranges;
use crate::text::segment;

use std::ops::Range;

/// Reads the text and answers for all of it.
pub(crate) fn attribute<'t>(
    text: &'t str,
    context: segment::Context<'_>,
    settings: &Settings,
    scratch: &mut Scratch,
    mut explanation: Option<&mut Explanation>,
) -> Document<'t> {
    let mut collector = Collector::new(crate::text::layout::primary(text));
    let Scratch { block, kept } = scratch;
    let (drafts, indirect) = (std::mem::take(&mut kept.drafts), std::mem::take(&mut kept.indirect));
    let mut narration = Narration::new(settings, context, explanation.as_deref_mut(), drafts, indirect);
    block.forget();
    let mut paragraphs = ranges(text, context.wrapped).peekable();
    while let Some(first) = paragraphs.next() {
        block.fill(text, first, &mut paragraphs, collector.family(), context.lexicon);
        for paragraph in &block.paragraphs {
            let view = dialogue::Block {
                text,
                base: block.base,
                tokens: &block.tokens[paragraph.tokens.clone()],
                first: paragraph.tokens.start,
                quoted: &block.quoted[paragraph.quoted.clone()],
            };
            collector.paragraph(&view, context.lexicon);
        }
        if narration.is_asked() {
            narration.block(text, block);
        }
    }
    let (mut drafts, indirect) = narration.finish(&collector.spoken());
    let sources: Vec<Span> =
        drafts.iter().map(|draft| draft.source.map_or(Span::new(0, 0), |source| source.span())).collect();
    let turns = collector.finish(Asked { sources: &sources, reasons: explanation.is_some() });
    if let Some(explanation) = explanation {
        explain(&turns.answers, explanation);
    }
    let (mut quotes, unattributed) = lines(&turns.answers, settings);
    let told =
        drafts.drain(..).zip(turns.told).filter(|(draft, _)| draft.confidence >= settings.least_confidence);
    quotes.extend(told.map(|(draft, told)| reported(draft, told)));
    quotes.sort_by_key(|quote| quote.content().first().map_or(0, |span| span.start()));
    (kept.drafts, kept.indirect) = (drafts, indirect);
    Document {
        text,
        genre: settings.genre.unwrap_or(Genre::Fiction),
        quotes,
        unattributed,
        roster: roster(&turns.cast, text),
        sentences: Vec::new(),
    }
}

/// The lines of dialogue, and the quoted spans that are none.
fn lines(answers: &[Answer], settings: &Settings) -> (Vec<Quote>, Vec<Unattributed>) {
    let mut quotes: Vec<Quote> = Vec::new();
    let mut unattributed = Vec::new();
    let mut last_turn = None;
    for answer in answers {
        let sure = answer.confidence >= settings.least_confidence;
        if !answer.speech || !sure {
            let reason = if answer.speech { Reason::BelowLeastConfidence } else { Reason::NotSpeech };
            unattributed.push(Unattributed { span: answer.span, quoted_use: Use::Unknown, reason });
            continue;
        }
        match quotes.last_mut() {
            Some(quote) if last_turn == Some(answer.turn) => quote.content.push(answer.span),
            _ => quotes.push(quote(answer)),
        }
        last_turn = Some(answer.turn);
    }
    (quotes, unattributed)
}

/// Sets what was weighed for each quoted span into the sentence in which it begins.
fn explain(answers: &[Answer], explanation: &mut Explanation) {
    for answer in answers {
        let sentences = &mut explanation.sentences;
        let after = sentences.partition_point(|sentence| sentence.span.start() <= answer.span.start());
        let Some(sentence) = after.checked_sub(1).and_then(|place| sentences.get_mut(place)) else {
            continue;
        };
        let rule = answer.speech.then(|| Rule::of(answer.reason.rule()));
        let points = |tenths: i32| tenths as f32 / 10.0;
        let weighed = answer.weighed.iter().map(|weighed| Weighed {
            person: EntityId::new(weighed.person as usize),
            behind: points(weighed.behind),
            reasons: weighed.reasons.iter().map(|(reason, tenths)| (*reason, points(*tenths))).collect(),
        });
        let source = answer.source.map(|(span, _)| span);
        let quoted = ExplainedQuoted::of_fiction(answer.span, rule, source, weighed.collect());
        sentence.quoted.push(quoted);
    }
}

/// Indirect speech with the person behind its source.
fn reported(draft: Draft, told: Option<Told>) -> Quote {
    Quote {
        speakers: told.iter().map(|told| EntityId::new(told.person as usize)).collect(),
        speaker_confidence: told.map_or(0.0, |told| told.confidence),
        speaker_reason: told.map_or("nobody fits", |told| told.reason),
        ..draft.into_quote()
    }
}

fn quote(answer: &Answer) -> Quote {
    let id = |person: u32| EntityId::new(person as usize);
    let source = answer.source.map(|(span, kind)| Mention::new(span, mention_kind(kind)));
    Quote {
        kind: QuoteKind::Direct,
        content: Few::one(answer.span),
        cue: answer.cue,
        status: CueStatus::default(),
        source,
        speakers: answer.speaker.map(id).into_iter().collect(),
        addressees: answer.addressees.as_slice().iter().map(|person| id(*person)).collect(),
        rule: Rule::of(answer.reason.rule()),
        confidence: answer.confidence,
        speaker_confidence: answer.confidence,
        speaker_reason: answer.reason.rule().name,
        alternatives: answer
            .alternatives
            .iter()
            .map(|(person, confidence)| Alternative {
                source: None,
                speakers: Few::one(id(*person)),
                confidence: *confidence,
            })
            .collect(),
    }
}

fn mention_kind(kind: dialogue::Kind) -> MentionKind {
    match kind {
        dialogue::Kind::Name => MentionKind::Name,
        dialogue::Kind::Pronoun => MentionKind::Pronoun,
        dialogue::Kind::Nominal => MentionKind::Nominal,
    }
}

/// The cast as entities, their names in words of the roster's own.
fn roster(cast: &[dialogue::Person], text: &str) -> Roster {
    let mut roster = Roster::default();
    for person in cast {
        let mut chain = Chain::default();
        let name = roster.write(&person.name, text);
        for alias in &person.aliases {
            let alias = roster.write(alias, text);
            roster.alias(&mut chain, alias, text, usize::MAX);
        }
        roster.run(&mut chain, person.mentions.iter().copied().map(Range::from));
        let gender = match person.gender {
            dialogue::Gender::Male => Some(Gender::Masculine),
            dialogue::Gender::Female => Some(Gender::Feminine),
            dialogue::Gender::Unknown => None,
        };
        let kind = EntityKind::Person;
        roster.push(Facts { name, kind, gender, named: person.named, speaks_for: None }, &chain);
    }
    roster
}
