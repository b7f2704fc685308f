//! The content of a quoted span: the span alone, or the clause that it stands in.

use crate::block::Block;
use crate::items::ItemKind;
use crate::link::Link;
use crate::quote::QuoteKind;
use crate::span::Span;
use crate::verbs::{ComplementKind, Row};

/// The content that `link` gives the quoted span at item `at`, and its kind.
pub(crate) fn quoted_content(block: &Block, rows: &[Row], link: &Link, at: usize) -> (QuoteKind, Span) {
    let alone = (QuoteKind::Direct, block.item_span(at, at + 1));
    let Some(row) = link.row.and_then(|row| rows.get(row)) else { return alone };
    let complement = row.complement;
    let covers = complement.start <= at && at < complement.end;
    let clause = matches!(
        complement.kind,
        ComplementKind::That
            | ComplementKind::Bare
            | ComplementKind::Infinitive
            | ComplementKind::Wh
            | ComplementKind::Object
    );
    if !covers || !clause {
        return alone;
    }
    match trimmed(block, complement.start, complement.end) {
        Some(span) if span != alone.1 => (QuoteKind::Mixed, span),
        _ => alone,
    }
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
    (first < end).then(|| block.item_span(first, end))
}
