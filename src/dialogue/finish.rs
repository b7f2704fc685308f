//! From the kept records to the answers.

use crate::answer::quote::MentionKind;
use crate::answer::unattributed::Use;
use crate::base::few::Few;
use crate::base::span::Span;
use crate::base::table::NONE;
use crate::identity::mention::kept::{Flags, Mention};
use crate::identity::names::book::{self, Apart, Cast, Figure};
use crate::identity::names::gender;
use crate::identity::resolve::told::{Reader, Told};
use crate::lexicon::Classes;

use super::answer::{Answer, Asked, Person, Reason, Turns};
use super::collect::Collector;
use super::decide;
use super::evidence::{self, Turn};
use super::path::Decision;
use super::record::{CuePattern, Evidence};
use super::sheet::Sheet;
use super::weights::{KNOWN, Weights};
use super::{addressees, alias, callers, described};

pub(crate) fn finish(mut collector: Collector, asked: Asked<'_>) -> Turns {
    let weights = &Weights::STANDARD;
    described::introduce(&mut collector);
    count_tags(&mut collector);
    described::count_antecedents(&mut collector);
    let mut cast = book::cast(&collector.words, |forms, apart| set_apart(&collector, forms, apart));
    cast.add_narrator(collector.first_person, collector.narration);
    let scene = collector.narration < described::SCENE;
    cast.add_nominals(&collector.words, &described::appositions(&collector), scene);
    callers::join(&mut cast, asked.caller);
    let mut pinned = callers::pin(&mut collector, &mut cast, asked.caller, asked.pins);
    gender::learn(&mut cast, &collector.mentions, &collector.paragraphs);
    for figure in &mut cast.figures {
        figure.prior = prior(figure, weights);
    }
    let mut turns = evidence::turns(&collector, &cast, &pinned);
    let told =
        |index: usize| turns.get(index).and_then(|turn| turn.tag.as_ref()).map_or(NONE, |tag| tag.person);
    let pairs = alias::aliases(&cast, &turns, told);
    if !pairs.is_empty() {
        cast.merge(&pairs);
        callers::follow(&pairs, &mut pinned);
        for figure in &mut cast.figures {
            figure.prior = prior(figure, weights);
        }
        turns = evidence::turns(&collector, &cast, &pinned);
    }
    cast.know_families();
    // who takes part is told by tags at first, and by what was decided surely the second time
    let mut known: Vec<u32> =
        turns.iter().map(|turn| turn.tag.as_ref().map_or(NONE, |tag| tag.person)).collect();
    let mut sheet = Sheet::default();
    let first = decide::decide(&collector, &cast, &turns, &known, &mut sheet, weights);
    for (known, decision) in known.iter_mut().zip(first) {
        if *known == NONE && decision.margin() >= KNOWN {
            *known = decision.speaker;
        }
    }
    let decisions = decide::decide(&collector, &cast, &turns, &known, &mut sheet, weights);
    let mut answers = answers(&collector, &cast, &turns, &decisions);
    if asked.reasons {
        let explained = decide::explain(&collector, &cast, &turns, &known, &decisions, weights);
        for (turn, weighed) in turns.iter().zip(explained) {
            for place in turn.quotes.clone() {
                if let Some(answer) = answers.get_mut(place as usize).filter(|answer| answer.speech) {
                    answer.weighed.clone_from(&weighed);
                }
            }
        }
    }
    let told = behind(&collector, &cast, &turns, &decisions, asked.sources);
    Turns { answers, cast: people(&collector, &cast), told }
}

fn count_tags(collector: &mut Collector) {
    for quote in &collector.quotes {
        for evidence in [quote.tag, quote.beat].into_iter().flatten() {
            let Some(mention) = collector.mentions.get(evidence.mention as usize) else { continue };
            let uses = match mention.kind {
                MentionKind::Name => {
                    collector.words.names.get_mut(mention.what as usize).map(|name| &mut name.uses)
                }
                MentionKind::Nominal => {
                    let head = collector.words.heads.get_mut(mention.what as usize);
                    // his lady is no lady of her own
                    let own =
                        head.filter(|head| mention.owner().is_none() || !head.classes.any(Classes::ANYBODY));
                    own.map(|head| &mut head.uses)
                }
                MentionKind::Pronoun => None,
            };
            if let Some(uses) = uses {
                if evidence.form.is_tag() {
                    uses.tagged += 1;
                } else {
                    uses.beat += 1;
                }
            }
        }
    }
}

/// Notes forms that stand in one sentence of the narration, and speakers with whom they address.
fn set_apart(collector: &Collector, forms: &[u32], apart: &mut Apart) {
    let form = |mention: &Mention| match mention.kind {
        MentionKind::Name => forms.get(mention.what as usize).copied().unwrap_or(NONE),
        _ => NONE,
    };
    for (index, paragraph) in collector.paragraphs.iter().enumerate() {
        let next = collector.paragraphs.get(index + 1);
        let end = next.map_or(collector.mentions.len(), |next| next.mentions as usize);
        let mentions = collector.mentions.get(paragraph.mentions as usize..end).unwrap_or(&[]);
        let mut before: Option<(u32, u16)> = None;
        for mention in mentions.iter().filter(|mention| !mention.flags.has(Flags::QUOTED)) {
            let this = form(mention);
            if this == NONE {
                continue;
            }
            if let Some((other, _)) = before.filter(|(_, sentence)| *sentence == mention.sentence) {
                apart.note(other, this, 1);
            }
            before = Some((this, mention.sentence));
        }
        let last = next.map_or(collector.quotes.len(), |next| next.quotes as usize);
        for quote in collector.quotes.get(paragraph.quotes as usize..last).unwrap_or(&[]) {
            let Some(tag) = quote.tag.filter(|tag| tag.form != CuePattern::Colon) else { continue };
            let Some(speaker) = collector.mentions.get(tag.mention as usize).map(form) else { continue };
            let from = mentions.partition_point(|mention| mention.start < quote.start);
            for mention in mentions[from..].iter().take_while(|mention| mention.start < quote.end) {
                let other = form(mention);
                if speaker != NONE && other != NONE && mention.flags.has(Flags::VOCATIVE) {
                    apart.note(speaker, other, 3);
                }
            }
        }
    }
}

/// The persons behind `sources` of indirect speech.
fn behind(
    collector: &Collector,
    cast: &Cast,
    turns: &[Turn],
    decisions: &[Decision],
    sources: &[Span],
) -> Vec<Option<Told>> {
    if sources.is_empty() {
        return Vec::new();
    }
    let tagged = turns
        .iter()
        .zip(decisions)
        .filter_map(|(turn, decision)| turn.tag.as_ref().map(|tag| (tag.evidence.mention, decision.speaker)));
    let (mentions, paragraphs) = (&collector.mentions, &collector.paragraphs);
    let reader = Reader { mentions, paragraphs, cast, speakers: tagged.collect() };
    sources.iter().map(|source| reader.person(*source)).collect()
}

/// Points for who is ever tagged as a speaker, on a logarithm's scale.
fn prior(figure: &Figure, w: &Weights) -> i32 {
    let quarters = 8 * figure.uses.tagged + 2 * figure.uses.beat + figure.uses.vocative;
    if figure.narrator {
        return 0;
    }
    if quarters == 0 {
        return match figure.uses.subject {
            _ if figure.titled => 0,
            0 => w.never_acts,
            _ => w.never_speaks,
        };
    }
    let share = (f64::from(quarters) / 4.0 + 1.0).ln() * 10.0;
    share as i32
}

/// What is known of a quoted span before anybody is asked.
fn nothing_told(span: Span, unsaid: Option<Use>) -> Answer {
    Answer {
        span,
        turn: NONE,
        speaker: None,
        speech: false,
        quoted_use: unsaid.unwrap_or(Use::Unknown),
        source: None,
        cue: None,
        reason: Reason::Nearness,
        confidence: 0.0,
        alternatives: Vec::new(),
        addressees: Few::default(),
        weighed: Vec::new(),
    }
}

/// How sure it is that a line is said by those of its plural tag; an estimate, as no gold tells it.
const SEVERAL: f32 = 0.8;

fn answers(collector: &Collector, cast: &Cast, turns: &[Turn], decisions: &[Decision]) -> Vec<Answer> {
    let mut answers = Vec::with_capacity(collector.quotes.len());
    for quote in &collector.quotes {
        let base = collector.paragraphs.get(quote.paragraph as usize).map_or(0, |paragraph| paragraph.base);
        let span = Span::new(base + quote.start as usize, base + quote.end as usize);
        answers.push(nothing_told(span, quote.unsaid));
    }
    for (place, (answer, quote)) in answers.iter_mut().zip(&collector.quotes).enumerate() {
        if let Some(tag) =
            quote.tag.filter(|_| quote.unsaid.is_none() && evidence::is_said_by_several(collector, quote))
        {
            answer.turn = NONE - 1 - place as u32;
            answer.speech = true;
            answer.source = source(collector, &tag);
            answer.cue = cue(collector, &tag);
            answer.reason = Reason::NominalTag;
            answer.confidence = SEVERAL;
        }
    }
    let mut utterance = 0;
    for (index, (turn, decision)) in turns.iter().zip(decisions).enumerate() {
        // a speech that was left open at the paragraph's end goes on in the next
        let goes_on = turn.continues && index > 0 && decisions[index - 1].speaker == decision.speaker;
        if !goes_on {
            utterance = index as u32;
        }
        for place in turn.quotes.clone() {
            let (Some(answer), Some(quote)) =
                (answers.get_mut(place as usize), collector.quotes.get(place as usize))
            else {
                continue;
            };
            if quote.unsaid.is_some() {
                continue;
            }
            answer.turn = utterance;
            answer.speech = true;
            answer.speaker = (decision.speaker != NONE).then_some(decision.speaker);
            answer.reason = reason(cast, collector, turns, index, decision);
            answer.confidence = confidence(answer.reason, decision);
            answer.alternatives = alternatives(decision, answer.confidence);
            answer.addressees = addressees::addressees(turns, decisions, index);
            let told = quote.tag.or(turn.tag.as_ref().map(|tag| tag.evidence)).or_else(|| {
                turn.beat.as_ref().filter(|_| answer.reason == Reason::Beat).map(|beat| beat.evidence)
            });
            if let Some(evidence) = told {
                answer.source = source(collector, &evidence);
                answer.cue = cue(collector, &evidence);
            }
        }
    }
    answers
}

/// The measured precision of a reason at no distance to the next speaker, and at [`FAR`] or more.
fn precision(reason: Reason) -> (f32, f32) {
    match reason {
        Reason::NameTag | Reason::NarratorTag => (0.92, 0.98),
        Reason::PronounTag => (0.50, 0.95),
        Reason::NominalTag => (0.30, 0.82),
        Reason::Beat => (0.66, 0.92),
        Reason::Addressed => (0.48, 0.98),
        Reason::Alternation => (0.47, 0.94),
        Reason::Continuation => (0.43, 0.65),
        Reason::Nearness => (0.42, 0.95),
    }
}

/// Beyond this distance nothing more is gained.
const FAR: i32 = 170;

fn confidence(reason: Reason, decision: &Decision) -> f32 {
    let (near, far) = precision(reason);
    near + (far - near) * decision.margin().min(FAR) as f32 / FAR as f32
}

/// What is left is shared by the others, those less far behind first.
fn alternatives(decision: &Decision, confidence: f32) -> Vec<(u32, f32)> {
    let shares: Vec<f32> =
        decision.others.as_slice().iter().map(|(_, behind)| 1.0 / (*behind as f32 + 20.0)).collect();
    // a tenth of it for nobody of these
    let all: f32 = shares.iter().sum::<f32>() / 0.9;
    decision
        .others
        .as_slice()
        .iter()
        .zip(shares)
        .map(|((person, _), share)| (*person, (1.0 - confidence) * share / all))
        .collect()
}

fn source(collector: &Collector, evidence: &Evidence) -> Option<(Span, MentionKind)> {
    let mention = collector.mentions.get(evidence.mention as usize)?;
    let base = collector.paragraphs.get(evidence.paragraph as usize)?.base;
    let start = base + mention.start as usize;
    Some((Span::new(start, start + usize::from(mention.len)), mention.kind))
}

fn cue(collector: &Collector, evidence: &Evidence) -> Option<Span> {
    let base = collector.paragraphs.get(evidence.paragraph as usize)?.base;
    let (start, end) = evidence.cue;
    (end > start).then(|| Span::new(base + start as usize, base + end as usize))
}

fn people(collector: &Collector, cast: &Cast) -> Vec<Person> {
    let mut people: Vec<Person> = cast
        .figures
        .iter()
        .map(|figure| Person {
            name: figure.name.to_string(),
            aliases: figure.aliases.iter().map(ToString::to_string).collect(),
            gender: figure.gender,
            named: !figure.nominal && !figure.narrator,
            mentions: Vec::new(),
        })
        .collect();
    for (index, paragraph) in collector.paragraphs.iter().enumerate() {
        let end = collector
            .paragraphs
            .get(index + 1)
            .map_or(collector.mentions.len(), |next| next.mentions as usize);
        for mention in collector.mentions.get(paragraph.mentions as usize..end).unwrap_or(&[]) {
            if mention.kind == MentionKind::Pronoun {
                continue;
            }
            if let Some(person) = people.get_mut(cast.person(mention) as usize) {
                let start = paragraph.base + mention.start as usize;
                person.mentions.push(Span::new(start, start + usize::from(mention.len)));
            }
        }
    }
    people
}

/// The weightiest reason for the speaker of a turn.
fn reason(cast: &Cast, collector: &Collector, turns: &[Turn], index: usize, decision: &Decision) -> Reason {
    let turn = &turns[index];
    let person = decision.speaker;
    if let Some(tag) = &turn.tag {
        let kind = collector.mentions.get(tag.evidence.mention as usize).map(|mention| mention.kind);
        if kind == Some(MentionKind::Nominal) {
            return Reason::NominalTag;
        }
        if tag.person == person && person != NONE {
            return if cast.narrator == person { Reason::NarratorTag } else { Reason::NameTag };
        }
        if tag.person == NONE {
            return if kind == Some(MentionKind::Pronoun) { Reason::PronounTag } else { Reason::NominalTag };
        }
    }
    if turn.continues && person == decision.before {
        return Reason::Continuation;
    }
    let before = index.checked_sub(1).and_then(|before| turns.get(before));
    if turn.beat.as_ref().is_some_and(|beat| beat.person == person) {
        return Reason::Beat;
    }
    if before.is_some_and(|before| before.addressed.contains(&person) && turn.gap < 3) {
        return Reason::Addressed;
    }
    if person == decision.before {
        return Reason::Continuation;
    }
    if turn.gap == 0 && before.is_some() {
        return Reason::Alternation;
    }
    Reason::Nearness
}
