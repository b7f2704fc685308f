//! From what was read to the document: drafts become quotes once it is known who is meant.
//!
//! In: a [`Reading`] at the text's end. Out: the [`Document`], and the memory for the next text.

use std::ops::Range;

use crate::answer::document::Document;
use crate::answer::entity::EntityId;
use crate::answer::kind::EntityKind;
use crate::answer::manner::Manner;
use crate::answer::nested::Nested;
use crate::answer::quote::{Alternative, CueStatus, Mention, MentionKind, Quote, QuoteKind};
use crate::answer::roster::{Chain, Facts, Roster};
use crate::answer::rule::{Entry, Rule};
use crate::answer::unattributed::{Reason, Unattributed};
use crate::attribution::content::{Draft, manner};
use crate::base::few::Few;
use crate::base::span::Span;
use crate::dialogue::{self, Claims};
use crate::identity::resolve::told::Told;
use crate::identity::resolve::{Answer, Source};
use crate::lexicon::Key;
use crate::reading::Reading;
use crate::scratch::Kept;
use crate::transcript;

impl<'t> Reading<'t, '_, '_> {
    /// Hears the sources that the caller knows, before the text is read.
    pub(crate) fn expect(&mut self, utterances: &[(Span, Span)]) {
        let mut sources: Vec<Span> = utterances.iter().map(|(source, _)| *source).collect();
        sources.sort_unstable();
        sources.dedup();
        self.given = Some(sources);
    }

    /// Puts sources that the caller knows, each with what it says, in the place of those that were found.
    pub(crate) fn replace(&mut self, utterances: &[(Span, Span)]) {
        self.attribution.unattributed.clear();
        self.attribution.marked.clear();
        self.attribution.drafts.clear();
        self.attribution.drafts.extend(utterances.iter().map(|(source, content)| {
            Draft::of(&GIVEN, QuoteKind::Direct, *content).said_by(Mention::new(*source, MentionKind::Name))
        }));
    }

    /// The document, and what the next text can use again.
    pub(crate) fn finish(mut self) -> (Document<'t>, Kept) {
        self.reach_to_the_end();
        if self.given.is_none() {
            self.pins = self.settings.cast.pinned(self.text);
        }
        let roster = match self.conversation.take() {
            Some(conversation) => self.finish_conversation(conversation),
            None => self.finish_article(),
        };
        let spoken = std::mem::take(&mut self.attribution.spoken);
        let mut document = Document {
            text: self.text.into(),
            genre: self.genre,
            quotes: self.quotes,
            spoken,
            parents: Vec::new(),
            unattributed: std::mem::take(&mut self.attribution.unattributed),
            roster,
            sentences: self.sentences,
        };
        if self.given.is_none() {
            let settings = self.settings;
            let asked = transcript::Asked {
                nested: settings.nested == Nested::Inner,
                entities: settings.entities,
                least_confidence: settings.least_confidence,
            };
            transcript::apply(&mut document, &self.turns, self.context.lexicon, asked);
        }
        if !self.settings.cast.is_empty() {
            self.settings.cast.apply(&mut document, &self.pins, self.settings.entities);
        }
        document.settle();
        let attribution = self.attribution.into_kept();
        (document, Kept { attribution, mentions: self.mentions, sources: self.sources })
    }

    fn finish_article(&mut self) -> Roster {
        self.attribution.leave_out_unsure();
        self.resolve();
        self.let_go(self.attribution.drafts.len());
        put_in_order(&mut self.quotes);
        keep_inner(&mut self.attribution.inner, &mut self.quotes);
        let mut roster = self.mentions.finish();
        if self.context.wrapped {
            roster.join_lines(self.text);
        }
        roster.tell_apart(self.text);
        roster
    }

    fn finish_conversation(&mut self, mut conversation: dialogue::Collector) -> Roster {
        let of_caller = |draft: &Draft| draft.rule.is_users() || draft.rule == Rule::of(&GIVEN);
        let (callers, mut narrated): (Vec<Draft>, Vec<Draft>) =
            self.attribution.drafts.drain(..).partition(of_caller);
        let source = |draft: &Draft| draft.source.map_or(Span::new(0, 0), |source| source.span());
        let claims =
            conversation.claim(callers.iter().map(|draft| (draft.content.as_slice(), source(draft))));
        let spoken = conversation.spoken();
        let apart = |span: Span| {
            let from = spoken.partition_point(|spoken| spoken.end() <= span.start());
            spoken.get(from).is_none_or(|spoken| !spoken.overlaps(span))
        };
        narrated
            .retain(|draft| draft.cue.into_iter().chain(draft.content.as_slice().iter().copied()).all(apart));
        let sources: Vec<Span> = callers.iter().chain(&narrated).map(source).collect();
        let asked = dialogue::Asked {
            sources: &sources,
            reasons: self.explanation.is_some(),
            caller: &self.settings.cast.known,
            pins: &self.pins,
        };
        let turns = dialogue::finish(conversation, asked);
        let answers = &turns.answers;
        if let Some(explanation) = self.explanation.as_deref_mut() {
            explanation.weigh(answers, |place| callers.get(claims.of_line(place)?));
        }
        let speech = answers.iter().filter(|answer| answer.speech);
        self.attribution.spoken = speech.map(|answer| answer.span).collect();
        let told: Vec<Quote> = callers
            .into_iter()
            .enumerate()
            .map(|(place, draft)| (draft, claims.line_of(place).and_then(|line| answers.get(line))))
            .zip(&turns.told)
            .map(|((draft, line), told)| match line {
                Some(answer) => spoken_by(draft.into_quote(), answer),
                None => reported(draft, *told),
            })
            .collect();
        let behind = turns.told.into_iter().skip(told.len());
        let mut lines = Lines { least: self.settings.least_confidence, told, ..Lines::default() };
        lines.read(answers, &claims, self.given.is_some());
        let least = lines.least;
        self.quotes = lines.quotes;
        self.quotes.extend(lines.told.into_iter().filter(|quote| quote.confidence >= least));
        self.attribution.unattributed = lines.unattributed;
        let narrated = narrated.into_iter().zip(behind).filter(|(draft, _)| draft.confidence >= least);
        self.quotes.extend(narrated.map(|(draft, told)| reported(draft, told)));
        self.quotes.sort_by_key(|quote| quote.content().first().map_or(0, |span| span.start()));
        self.tone_lines();
        if self.settings.entities {
            return cast(&turns.cast, self.text);
        }
        self.quotes.iter_mut().for_each(forget_speakers);
        Roster::default()
    }

    /// Takes from the tags of lines how they were said.
    fn tone_lines(&mut self) {
        let (text, lexicon) = (self.text, self.context.lexicon);
        for quote in self.quotes.iter_mut().filter(|quote| quote.kind == QuoteKind::Direct) {
            let cue = quote.cue.and_then(|cue| cue.get(text)?.split_ascii_whitespace().next());
            if let Some(cue) = cue {
                let tone = lexicon.tone(lexicon.find(Key::of(cue.as_bytes())));
                quote.manner = manner::of_line(tone);
            }
        }
    }

    /// Finds who is behind the drafts that have no answer.
    pub(crate) fn resolve(&mut self) {
        if !self.settings.entities {
            return;
        }
        let drafts = &self.attribution.drafts[self.answers.len()..];
        let sources: Vec<Source> = drafts.iter().map(source_of).collect();
        self.answers.extend(self.mentions.resolve(self.text, &sources, &self.settings.cast.known));
    }

    /// Makes quotes of the first `count` drafts, which have their answers if they were asked for.
    pub(crate) fn let_go(&mut self, count: usize) {
        self.quotes.reserve(count);
        let answered = self.answers.len().min(count);
        let answers = self.answers.drain(..answered).map(Some).chain(std::iter::repeat(None));
        let drafts = self.attribution.let_go(count);
        self.quotes.extend(drafts.zip(answers).map(|(draft, answer)| quote(draft, answer)));
    }
}

/// Stands for a rule where the caller gave the source.
pub(crate) static GIVEN: Entry = Entry {
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
        speaker_reason: reason.into(),
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

/// The lines of dialogue, and the quoted spans that are none.
#[derive(Default)]
struct Lines {
    least: f32,
    /// What the caller's own rules read, or the caller gave.
    told: Vec<Quote>,
    quotes: Vec<Quote>,
    unattributed: Vec<Unattributed>,
}

impl Lines {
    /// Makes lines of the `answers` that no quote of `told` has; of none where the caller `gave` all.
    fn read(&mut self, answers: &[dialogue::Answer], claims: &Claims, gave: bool) {
        let mut last_turn = None;
        let mut claimed = None;
        for (place, answer) in answers.iter().enumerate() {
            let claim = claims.of_line(place);
            if gave {
                continue;
            }
            let confidence = claim.map_or(answer.confidence, |claim| {
                self.told.get(claim).map_or(0.0, |quote| quote.confidence)
            });
            let sure = confidence >= self.least;
            if !answer.speech || !sure {
                let reason = if answer.speech { Reason::BelowLeastConfidence } else { Reason::NotSpeech };
                self.unattributed.push(Unattributed {
                    span: answer.span,
                    quoted_use: answer.quoted_use,
                    reason,
                });
                continue;
            }
            let goes_on = last_turn == Some(answer.turn);
            last_turn = Some(answer.turn);
            if claim.is_some() {
                claimed = claim;
                continue;
            }
            claimed = claimed.filter(|_| goes_on);
            let before = match claimed {
                Some(claim) => self.told.get_mut(claim),
                None => self.quotes.last_mut(),
            };
            match before.filter(|_| goes_on) {
                Some(quote) => {
                    let end = quote.content().last().map_or(0, |last| last.end());
                    if end <= answer.span.start() {
                        quote.content.push(answer.span);
                    }
                }
                None => self.quotes.push(line(answer)),
            }
        }
    }
}

/// Indirect speech with the person behind its source.
fn reported(draft: Draft, told: Option<Told>) -> Quote {
    Quote {
        speakers: told.iter().map(|told| EntityId::new(told.person as usize)).collect(),
        speaker_confidence: told.map_or(0.0, |told| told.confidence),
        speaker_reason: told.map_or("nobody fits", |told| told.reason).into(),
        ..draft.into_quote()
    }
}

/// Without the persons behind its source.
fn forget_speakers(quote: &mut Quote) {
    quote.speakers = Few::default();
    quote.addressees = Few::default();
    quote.speaker_confidence = 0.0;
    quote.speaker_reason = "".into();
    quote.alternatives.clear();
}

/// A line of dialogue.
fn line(answer: &dialogue::Answer) -> Quote {
    let quote = Quote {
        kind: QuoteKind::Direct,
        content: Few::one(answer.span),
        cue: answer.cue,
        status: CueStatus::default(),
        manner: Manner::default(),
        source: answer.source.map(|(span, kind)| Mention::new(span, kind)),
        speakers: Few::default(),
        addressees: Few::default(),
        rule: Rule::of(answer.reason.rule()),
        confidence: answer.confidence,
        speaker_confidence: 0.0,
        speaker_reason: "".into(),
        alternatives: Vec::new(),
    };
    spoken_by(quote, answer)
}

/// The quote with the persons who speak it and are spoken to.
fn spoken_by(quote: Quote, answer: &dialogue::Answer) -> Quote {
    let id = |person: u32| EntityId::new(person as usize);
    let weighed = answer.alternatives.iter().map(|(person, confidence)| Alternative {
        source: None,
        speakers: Few::one(id(*person)),
        confidence: *confidence,
    });
    Quote {
        speakers: answer.speaker.map(id).into_iter().collect(),
        addressees: answer.addressees.as_slice().iter().map(|person| id(*person)).collect(),
        speaker_confidence: answer.confidence,
        speaker_reason: answer.reason.rule().name.into(),
        alternatives: weighed.collect(),
        ..quote
    }
}

/// The cast as entities, their names in words of the roster's own.
fn cast(persons: &[dialogue::Person], text: &str) -> Roster {
    let mut roster = Roster::default();
    for person in persons {
        let mut chain = Chain::default();
        let name = roster.write(&person.name, text);
        for alias in &person.aliases {
            let alias = roster.write(alias, text);
            roster.alias(&mut chain, alias, text, usize::MAX);
        }
        roster.run(&mut chain, person.mentions.iter().copied().map(Range::from));
        let kind = EntityKind::Person;
        let (gender, named) = (person.gender, person.named);
        roster.push(
            Facts { name, kind, gender, named, speaks_for: None, short: None, role: None, caller_id: None },
            &chain,
        );
    }
    roster
}
