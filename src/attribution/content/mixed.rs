//! The content of a quoted span: the span alone, or the clause that it stands in.

use crate::answer::quote::QuoteKind;
use crate::attribution::link::Link;
use crate::base::few::Few;
use crate::base::span::Span;
use crate::grammar::block::Block;
use crate::grammar::items::{Item, ItemKind, Sentence};
use crate::grammar::rows::{Predicate, SubjectPlace};
use crate::text::lex::{Shape, Token, TokenKind};

/// The content that `link` gives the quoted span at item `at`, and its kind.
pub(crate) fn quoted_content(
    block: &Block,
    sentence: &Sentence,
    rows: &[Predicate],
    link: &Link,
    at: usize,
) -> (QuoteKind, Few<Span>) {
    let alone = block.item_span(at, at + 1);
    let spans = match link.row.and_then(|row| rows.get(row)) {
        Some(row) if row.item() > at => before_tag(block, sentence, row, at),
        Some(row) => inside(block, sentence, row, at),
        None => beside_according(block, sentence, link, at),
    };
    match spans {
        Some(spans) if !spans.as_slice().is_empty() && spans.as_slice() != [alone] => {
            (QuoteKind::Mixed, spans)
        }
        _ => (QuoteKind::Direct, Few::one(alone)),
    }
}

/// The complement that covers the span, or the clause that an inserted tag stands in.
fn inside(block: &Block, sentence: &Sentence, row: &Predicate, at: usize) -> Option<Few<Span>> {
    let complement = row.complement;
    if complement.kind.holds_clause() && complement.start <= at && at < complement.end {
        return trimmed(block, complement.start, complement.end).map(Few::one);
    }
    let subject = row.subject.filter(|subject| subject.place != SubjectPlace::Shared)?;
    let (first, end) = (subject.first.min(row.item()), subject.end.max(row.item() + 1));
    let set_off = kind(block, first.checked_sub(1)?) == Some(ItemKind::Comma)
        && kind(block, end) == Some(ItemKind::Comma)
        && first > sentence.first as usize
        && words_between(block, end + 1, at);
    if !set_off {
        return None;
    }
    let parts = [(sentence.first as usize, first), (end, sentence.end as usize)];
    Some(parts.iter().filter_map(|(first, end)| trimmed(block, *first, *end)).collect())
}

/// *The match was “lost,” X said*: all that stands before the tag, unless the span is a sentence by itself.
fn before_tag(block: &Block, sentence: &Sentence, row: &Predicate, at: usize) -> Option<Few<Span>> {
    let subject = row.subject?;
    let mut tag = subject.first.min(row.item());
    // "…, as Lee put it"
    let opener =
        matches!(kind(block, tag.checked_sub(1)?), Some(ItemKind::Subordinator | ItemKind::Preposition));
    if opener && matches!(kind(block, tag.checked_sub(2)?), Some(ItemKind::Comma | ItemKind::Quoted)) {
        tag -= 1;
    }
    whole_before(block, sentence, at, tag).map(Few::one)
}

fn whole_before(block: &Block, sentence: &Sentence, at: usize, tag: usize) -> Option<Span> {
    let first = sentence.first as usize;
    let led = words_between(block, first, at)
        && !(opens_with_capital(block, at)
            && matches!(
                kind(block, at.checked_sub(1)?),
                Some(ItemKind::Comma | ItemKind::Colon | ItemKind::Stop | ItemKind::Verb)
            ));
    let followed = tag > at && words_between(block, at + 1, tag);
    if led || followed { trimmed(block, first, tag) } else { None }
}

/// The clause that *according to X* stands in.
fn beside_according(block: &Block, sentence: &Sentence, link: &Link, at: usize) -> Option<Few<Span>> {
    let cue = link.source.0.checked_sub(1)?;
    if kind(block, cue) == Some(ItemKind::Preposition) && cue == sentence.first as usize {
        // "In Lee's view, the plan is “dead.”"
        let comma = (cue..at).find(|at| kind(block, *at) == Some(ItemKind::Comma))?;
        return words_between(block, comma, at)
            .then(|| trimmed(block, comma, sentence.end as usize).map(Few::one))?;
    }
    if kind(block, cue) != Some(ItemKind::AccordingTo) {
        return None;
    }
    if cue > at {
        return whole_before(block, sentence, at, cue).map(Few::one);
    }
    let end = sentence.end as usize;
    (words_between(block, link.source.1, at) && link.source.1 < at)
        .then(|| trimmed(block, link.source.1, end).map(Few::one))?
}

fn kind(block: &Block, at: usize) -> Option<ItemKind> {
    block.chunks.items.get(at).map(|item| item.kind)
}

/// Whether something of the sentence's own stands there, more than adverbs and joining words.
fn words_between(block: &Block, first: usize, end: usize) -> bool {
    let first = first + usize::from(is_time_stamp(block, first));
    (first..end).any(|at| {
        kind(block, at).is_some_and(|kind| {
            kind.is_noun_phrase()
                || matches!(
                    kind,
                    ItemKind::Verb | ItemKind::Preposition | ItemKind::Adjective | ItemKind::That
                )
        })
    })
}

/// Whether the item is the time at the start of an entry.
fn is_time_stamp(block: &Block, at: usize) -> bool {
    let item = block.chunks.items.get(at).filter(|item| item.kind == ItemKind::Time);
    let token = item.and_then(|item| block.tokens.get(item.start as usize));
    token.is_some_and(|token| token.kind == TokenKind::Number && token.shape.has(Shape::LINE_START))
}

fn opens_with_capital(block: &Block, at: usize) -> bool {
    let item = block.chunks.items.get(at);
    let first = item.and_then(|item| block.tokens.get(item.start as usize + 1));
    first.is_some_and(crate::text::lex::Token::is_capital)
}

/// The bytes of items `first` up to `end` without punctuation and coordinators at their ends.
pub(crate) fn trimmed(block: &Block, mut first: usize, mut end: usize) -> Option<Span> {
    let items = &block.chunks.items;
    let loose = |kind: ItemKind| {
        matches!(
            kind,
            ItemKind::Comma
                | ItemKind::Semicolon
                | ItemKind::Colon
                | ItemKind::Dash
                | ItemKind::Stop
                | ItemKind::Coordinator
        )
    };
    while first < end && loose(items.get(first)?.kind) {
        first += 1;
    }
    while first < end && loose(items.get(end - 1)?.kind) {
        end -= 1;
    }
    first = behind_dateline(block, first, end);
    (first < end).then(|| block.item_span(first, end))
}

/// The first item behind the time at the start of an entry, *10:14 The mill …*, or behind a dateline, *VARNA, May 3 (AP) —
/// The mill …*: a line that opens with a word all in capitals, then no word in lower case up to a dash, and a capital
/// behind that.
fn behind_dateline(block: &Block, first: usize, end: usize) -> usize {
    const LONGEST: usize = 16;
    let first = first + usize::from(is_time_stamp(block, first));
    let items = block.chunks.items.get(first..end).unwrap_or(&[]);
    let token = |item: &Item| block.tokens.get(item.start as usize);
    if !items
        .first()
        .and_then(token)
        .is_some_and(|token| token.shape.has(Shape::LINE_START) && token.shape.has(Shape::SHOUTED))
    {
        return first;
    }
    let Some(dash) = items.iter().take(LONGEST).position(|item| item.kind == ItemKind::Dash) else {
        return first;
    };
    let words = items[0].start as usize..items[dash].start as usize;
    let small = |token: &Token| token.kind == TokenKind::Word && !token.is_capital();
    let reports = items.get(dash + 1).and_then(token).is_some_and(Token::is_capital);
    if reports && !block.tokens.get(words).unwrap_or(&[]).iter().any(small) {
        first + dash + 1
    } else {
        first
    }
}
