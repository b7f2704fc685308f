//! Who speaks by a label at the start of a line, as transcripts, interviews, plays and chats have it.
//!
//! In: the text. Out: [`Turns`], each a label with the words up to the next one. `label_shape.rs` tells what can be a
//! label, `label_points.rs` what speaks for one, `label_words.rs` what kind of name it holds, `speech.rs` which words
//! are spoken.

mod label_points;
mod label_shape;
mod label_words;
mod speech;

use std::collections::HashSet;

use label_points::{Worth, signs, worth};
use label_shape::{Form, Label};

use crate::base::few::Few;
use crate::base::span::Span;
use crate::lexicon::Lexicon;

/// So much speaks for a label that needs no other; labels together need as much.
const ENOUGH: i32 = 3;
/// Share of a transcript's bytes that labels and their turns have, in per cent.
const TRANSCRIPT_SHARE: usize = 60;
/// The same where only two speak.
const SHORT_SHARE: usize = 85;
/// With so many labels a text is a transcript.
const TRANSCRIPT_LABELS: usize = 3;

/// What somebody says behind a label.
#[derive(Clone, Debug)]
pub(crate) struct Turn {
    /// From the label's first byte, a time stamp included, to the end of the words.
    pub(crate) span: Span,
    /// Who speaks, as the label has it, without role, brackets and time.
    pub(crate) name: Span,
    /// The colon, stop or dash behind the name.
    pub(crate) cue: Span,
    /// The words, a span a paragraph, without stage directions.
    pub(crate) content: Few<Span>,
    /// The label names a person and not a part (*Q, the witness, Speaker 1*).
    pub(crate) named: bool,
}

/// The turns of a text, in its order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Turns {
    pub(crate) all: Vec<Turn>,
    /// The text is little else.
    pub(crate) fill: bool,
}

/// In a text that is said to be a transcript so much may speak against a label: words that do not end, of somebody
/// unknown.
const LEAST_TOLD: i32 = -2;
/// Whether somebody speaks is told by so many bytes behind a label.
const OPENING: usize = 300;
/// So long are turns at most where no label comes twice; and where labels have lines of their own.
const SHORT: usize = 1500;
const SHORT_ALONE: usize = 300;
/// A transcript has a label in so many bytes.
const TRANSCRIPT_STRETCH: usize = 6000;

/// How sure a reader can be that a text has labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trust {
    /// Nobody said so: labels must look like what people say.
    Seen,
    /// The caller says that the text is a transcript.
    Told,
}

impl Turns {
    /// Reads the labels of `text`; none, mostly, for the price of a look at the start of each line.
    pub(crate) fn of(text: &str, wrapped: bool, lexicon: &Lexicon, trust: Trust) -> Self {
        let mut found = candidates(text, wrapped, lexicon);
        if found.is_empty() || !judge(text, &mut found, trust) {
            return Self::default();
        }
        more_on_a_line(text, &mut found, lexicon);
        let mut turns = Self::default();
        for (place, (label, worth)) in found.iter().enumerate() {
            let next = found.get(place + 1).map(|(next, _)| next.start);
            let end = match next {
                Some(next) => next,
                None if trust == Trust::Told => text.len(),
                None => speech::end_of_first(text, label.after, wrapped),
            };
            turns.add(text, label, worth.named, end, wrapped);
        }
        let inside: usize = turns.all.iter().map(|turn| turn.span.len()).sum();
        let share = inside * 100 / text.len().max(1);
        let count = found.len();
        let dense = text.len() / count.max(1) <= TRANSCRIPT_STRETCH;
        turns.fill = dense && count >= TRANSCRIPT_LABELS && share >= TRANSCRIPT_SHARE
            || dense && count == 2 && share >= SHORT_SHARE
            || trust == Trust::Told;
        if turns.fill && trust == Trust::Seen {
            // in a transcript the last one speaks to the end
            if let (Some((label, worth)), Some(_)) = (found.last(), turns.all.pop()) {
                turns.add(text, label, worth.named, text.len(), wrapped);
            }
        }
        turns
    }

    fn add(&mut self, text: &str, label: &Label, named: bool, end: usize, wrapped: bool) {
        let content = speech::words(text, label.after, end, wrapped);
        let last = content.as_slice().last().map_or(label.after, |span| span.end());
        let span = Span::new(label.start, last);
        self.all.push(Turn { span, name: label.name, cue: label.cue, content, named });
    }

    /// The turn that has `span` among its words.
    pub(crate) fn around(&self, span: Span) -> Option<usize> {
        let place = self.all.partition_point(|turn| turn.span.end() <= span.start());
        self.all.get(place).filter(|turn| turn.span.start() <= span.start()).map(|_| place)
    }
}

/// What may be labels, at the starts of lines.
fn candidates(text: &str, wrapped: bool, lexicon: &Lexicon) -> Vec<(Label, Worth)> {
    let mut found = Vec::new();
    // within a paragraph whose lines are wrapped any word may come to open a line
    let mut opens = true;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let end = memchr::memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |line| at + line);
        if opens || !wrapped {
            let label = label_shape::label(bytes, at, end, lexicon);
            found.extend(label.and_then(|label| Some((label, worth(text, &label, lexicon)?))));
        }
        opens = bytes[at..end].iter().all(u8::is_ascii_whitespace);
        at = end + 1;
    }
    found
}

/// Leaves the labels that hold in `found`; whether any do.
fn judge(text: &str, found: &mut Vec<(Label, Worth)>, trust: Trust) -> bool {
    label_points::recur(text, found);
    // a stop or a line of its own make a label only among others
    let weak = found.iter().filter(|(label, _)| label.is_weak()).count();
    let strong = found.len() - weak;
    let alone = weak == 1 && strong == 0;
    let least = if trust == Trust::Told { LEAST_TOLD } else { 1 };
    found.retain(|(label, worth)| worth.points >= least && !(alone && label.is_weak()));
    if !label_points::asks_and_answers(text, found) {
        found.retain(|(_, worth)| !worth.exchange);
    }
    let ends: Vec<usize> = found.iter().skip(1).map(|(next, _)| next.start).chain([text.len()]).collect();
    let spoken = found.iter().zip(&ends).any(|((label, worth), end)| {
        let opening = speech::opening(text, label.after, *end, OPENING);
        worth.sign || worth.exchange || label.alone && signs(opening)
    });
    // headings and salutations look like labels; what stands below is longer than what people say in turn
    let recurs = found.iter().any(|(_, worth)| worth.recurs || worth.exchange);
    let least = if found.iter().any(|(label, _)| label.alone) { SHORT_ALONE } else { SHORT };
    let inside = ends.iter().zip(&found[..]).rev().skip(1).map(|(end, (label, _))| end - label.start).max();
    let short = recurs || inside.unwrap_or(0) <= least;
    // "Ruiz: Mill ‘Will Stay’": a headline, whose marks have rules of their own
    if let [(label, worth)] = &found[..] {
        if !worth.recurs && speech::first_line(text, label.after).contains(['“', '‘', '"']) {
            return false;
        }
    }
    let all: i32 = found.iter().map(|(_, worth)| worth.points).sum();
    !found.is_empty() && (trust == Trust::Told || all >= ENOUGH && spoken && short)
}

/// Adds the labels that stand behind a sentence's end in the line of one that was found.
fn more_on_a_line(text: &str, found: &mut Vec<(Label, Worth)>, lexicon: &Lexicon) {
    let bytes = text.as_bytes();
    let mut more = Vec::new();
    let names: HashSet<&str> = found.iter().filter_map(|(label, _)| label.name.get(text)).collect();
    for (label, _) in found.iter().filter(|(label, _)| label.form == Form::Colon) {
        let line = &bytes[label.after..];
        let end = label.after + memchr::memchr2(b'\n', b'\r', line).unwrap_or(line.len());
        for at in memchr::memchr_iter(b' ', &bytes[label.after..end]).map(|blank| label.after + blank) {
            let ended = matches!(bytes[at - 1], b'.' | b'?' | b'!' | b'-' | b']' | b')');
            let Some(inner) = ended.then(|| label_shape::label(bytes, at + 1, end, lexicon)).flatten() else {
                continue;
            };
            let known = inner.name.get(text).is_some_and(|name| names.contains(name));
            let Some(worth) = worth(text, &inner, lexicon) else { continue };
            if inner.form == Form::Colon && !inner.small && (known || worth.points >= 2) {
                more.push((inner, worth));
            }
        }
    }
    if !more.is_empty() {
        found.append(&mut more);
        found.sort_by_key(|(label, _)| label.start);
    }
}
