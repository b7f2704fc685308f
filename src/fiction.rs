//! A text of fiction, from paragraphs to the document.
//!
//! In: the text and its layout. Out: a [`Document`] whose quotes are the quoted spans, each turn of a
//! conversation one quote, and whose entities are the cast. Items and verb rows are not needed: the tags
//! of dialogue are local, and what decides is the course of the conversation.

use crate::block::Block;
use crate::builder::Settings;
use crate::document::Document;
use crate::entity::{EntityId, EntityKind, Gender};
use crate::few::Few;
use crate::genre::Genre;
use crate::lexicon::Lexicon;
use crate::quote::{
    Alternative, CueStatus, Mention, MentionKind, Quote, QuoteKind, Reason, Unattributed, Use,
};
use crate::roster::{Chain, Facts, Place, Roster};
use crate::rule::Rule;
use crate::turns::{self, Answer, Collector, Turns};

use std::ops::Range;

/// Reads `paragraphs` of the text and answers for all of them.
pub(crate) fn attribute<'t>(
    text: &'t str,
    paragraphs: impl Iterator<Item = Range<usize>>,
    lexicon: &Lexicon,
    settings: &Settings,
    block: &mut Block,
) -> Document<'t> {
    let primary = crate::layout::primary(text);
    let mut collector = Collector::new(primary);
    for range in paragraphs {
        let base = range.start;
        block.open(base);
        block.lex(text, range, collector.family(), lexicon);
        let quoted = &block.quoted;
        collector.paragraph(&turns::Block { text, base, tokens: &block.tokens, first: 0, quoted }, lexicon);
    }
    document(text, collector.finish(), settings)
}

fn document<'t>(text: &'t str, turns: Turns, settings: &Settings) -> Document<'t> {
    let mut quotes: Vec<Quote> = Vec::new();
    let mut unattributed = Vec::new();
    let mut last_turn = None;
    for answer in &turns.answers {
        if !answer.speech {
            let (quoted_use, reason) = (Use::Unknown, Reason::NotSpeech);
            unattributed.push(Unattributed { span: answer.span, quoted_use, reason });
            continue;
        }
        if answer.confidence < settings.least_confidence {
            let (quoted_use, reason) = (Use::Unknown, Reason::BelowLeastConfidence);
            unattributed.push(Unattributed { span: answer.span, quoted_use, reason });
            continue;
        }
        match quotes.last_mut() {
            Some(quote) if last_turn == Some(answer.turn) => quote.content.push(answer.span),
            _ => quotes.push(quote(answer)),
        }
        last_turn = Some(answer.turn);
    }
    Document {
        text,
        genre: settings.genre.unwrap_or(Genre::Fiction),
        quotes,
        unattributed,
        roster: roster(&turns.cast),
        sentences: Vec::new(),
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

fn mention_kind(kind: turns::Kind) -> MentionKind {
    match kind {
        turns::Kind::Name => MentionKind::Name,
        turns::Kind::Pronoun => MentionKind::Pronoun,
        turns::Kind::Nominal => MentionKind::Nominal,
    }
}

/// The cast as entities, their names in words of their own.
fn roster(cast: &[turns::Person]) -> Roster {
    let mut words = String::new();
    for person in cast {
        words.push_str(&person.name);
        person.aliases.iter().for_each(|alias| words.push_str(alias));
    }
    let mut roster = Roster::with_words(words.clone());
    let mut end = 0;
    let mut place = |name: &str| {
        let start = end;
        end += name.len();
        Place::new(start, end)
    };
    for person in cast {
        let mut chain = Chain::default();
        let name = place(&person.name);
        for alias in &person.aliases {
            roster.alias(&mut chain, place(alias), &words, usize::MAX);
        }
        roster.run(&mut chain, person.mentions.iter().copied().map(Range::from));
        let gender = match person.gender {
            turns::Gender::Male => Some(Gender::Masculine),
            turns::Gender::Female => Some(Gender::Feminine),
            turns::Gender::Unknown => None,
        };
        let kind = EntityKind::Person;
        roster.push(Facts { name, kind, gender, named: person.named, speaks_for: None }, &chain);
    }
    roster
}
