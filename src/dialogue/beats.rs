//! Beats: narration beside a quotation whose subject is likely the speaker. *Ann rose. "…"*

use std::ops::Range;

use crate::text::lex::TokenKind;

use super::record::CuePattern;
use super::scan::Scan;
use super::tags::Tag;

/// The best beat for quotation `index` of the paragraph.
pub(super) fn beat(scan: &Scan<'_>, index: usize) -> Option<Tag> {
    let before = scan.view.narration(index);
    let after = scan.view.narration(index + 1);
    interrupted(scan, index, &after)
        .or_else(|| find(scan, &last_sentence(scan, &before), CuePattern::BeatBefore))
        .or_else(|| find(scan, &first_sentence(scan, &after), CuePattern::BeatAfter))
        .or_else(|| find(scan, &before, CuePattern::BeatFar))
        .or_else(|| find(scan, &after, CuePattern::BeatFar))
}

fn find(scan: &Scan<'_>, range: &Range<usize>, form: CuePattern) -> Option<Tag> {
    let phrase = scan.first_subject(range)?;
    Some(Tag { phrase, cue: range.start..range.start, form })
}

/// Narration inside of a sentence of the quotation: *"I--" she paused, "I cannot."*
fn interrupted(scan: &Scan<'_>, index: usize, after: &Range<usize>) -> Option<Tag> {
    let view = &scan.view;
    view.quotes.get(index + 1)?;
    let stops = after.clone().any(|at| view.ends_sentence(at));
    let closing = view.closing(view.quotes.get(index)?);
    let goes_on = !matches!(closing, Some(TokenKind::Stop)) && !stops && !view.is_capital(after.start);
    if goes_on { find(scan, after, CuePattern::Interrupted) } else { None }
}

/// The tokens of the last sentence in `range`.
fn last_sentence(scan: &Scan<'_>, range: &Range<usize>) -> Range<usize> {
    let end = range.end.saturating_sub(1).max(range.start);
    let stop = (range.start..end).rev().find(|at| scan.view.ends_sentence(*at));
    stop.map_or(range.start, |stop| stop + 1)..range.end
}

/// The tokens of the first sentence in `range`.
fn first_sentence(scan: &Scan<'_>, range: &Range<usize>) -> Range<usize> {
    let stop = range.clone().find(|at| scan.view.ends_sentence(*at));
    range.start..stop.map_or(range.end, |stop| stop + 1)
}
