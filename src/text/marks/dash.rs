//! Speech that a dash opens: *— Yes, said Ann, I know.*
//!
//! In: the tokens of a paragraph. Out: quoted spans, as if marks stood around them. Nothing closes such a speech, so it
//! ends at a tag, which `tag.rs` reads; it goes on after a second dash of the same kind, else after the comma or stop
//! that ends the tag, unless narration follows. In the same way ends a speech whose closing mark was lost.

use std::ops::Range;

use crate::lexicon::Classes;
use crate::text::lex::{TokenKind, Words};

use super::kind::Family;
use super::quoted::{Bounds, Quoted};
use super::tag;

/// So far, in tokens, a sentence is looked at for whether it tells.
const NEAR: usize = 48;

/// Appends the speech of the paragraph of tokens `range`, if it begins with a dash.
fn speech(words: &Words<'_>, range: Range<usize>, quoted: &mut Vec<Quoted>) {
    if !words.is(range.start, TokenKind::Dash) {
        return;
    }
    let reader = Reader { words, range: range.clone() };
    let mut start = range.start;
    while start < range.end {
        let tag = (start + 2..range.end).find(|at| tag::opens(words, *at));
        let close = match tag {
            Some(tag) if tag > start + 2 && words.is(tag - 1, TokenKind::Dash) => tag - 1,
            Some(tag) => tag,
            None => range.end,
        };
        quoted.push(Quoted {
            open: start as u32,
            close: close as u32,
            bounds: Bounds::Dash,
            family: Family::Double,
            depth: 0,
        });
        let Some(next) = tag.and_then(|tag| reader.resumes(tag)) else { return };
        start = next;
    }
}

/// As [`speech`], where marks have been paired in the paragraph from the place `first` of `quoted` on: what they hold is
/// quoted in speech, unless speech itself opens with a double mark behind the dash.
pub(crate) fn speech_around(words: &Words<'_>, range: Range<usize>, quoted: &mut Vec<Quoted>, first: usize) {
    let marked = |inner: &Quoted| inner.family == Family::Double && inner.open as usize <= range.start + 1;
    if !words.is(range.start, TokenKind::Dash) || quoted[first..].iter().any(marked) {
        return;
    }
    let second = quoted.len();
    speech(words, range, quoted);
    // of the pairs in it those of double marks are kept: of single ones most are apostrophes
    for at in first..second {
        let inner = quoted[at];
        let held = quoted[second..].iter().any(|outer| outer.open < inner.open && inner.close < outer.close);
        if held && inner.is_closed() && inner.family == Family::Double {
            quoted.push(Quoted { depth: inner.depth + 1, ..inner });
        }
    }
    quoted.drain(first..second);
    quoted[first..].sort_by_key(|span| span.open);
}

/// Ends those spans of `quoted` whose closing mark was lost before the tags in them.
pub(crate) fn end_lost(words: &Words<'_>, quoted: &mut [Quoted]) {
    for span in quoted.iter_mut().filter(|span| span.bounds == Bounds::Lost) {
        let mut inside = span.open as usize + 2..span.close as usize;
        if let Some(tag) = inside.find(|at| tag::opens(words, *at)) {
            span.close = tag as u32;
        }
    }
}

struct Reader<'a> {
    words: &'a Words<'a>,
    range: Range<usize>,
}

impl Reader<'_> {
    /// A dash of the kind that opens the paragraph.
    fn is_dash(&self, at: usize) -> bool {
        let first = self.range.start;
        self.words.is(at, TokenKind::Dash) && self.words.str(at..at + 1) == self.words.str(first..first + 1)
    }

    /// Where speech goes on after the tag at `tag`: at a dash, or at the comma or stop before it.
    fn resumes(&self, tag: usize) -> Option<usize> {
        let end = self.range.end;
        let mut at = tag + 1;
        while let Some(stop) = (at..end).find(|at| self.may_resume(*at)) {
            if stop + 1 >= end {
                return None;
            }
            if self.is_dash(stop) {
                return Some(stop);
            }
            if self.ends_sentence(stop) && self.words.is(stop + 1, TokenKind::Dash) {
                return Some(stop + 1).filter(|dash| dash + 1 < end);
            }
            let comma = self.words.is(stop, TokenKind::Comma);
            if comma && (!self.goes_on(stop + 1) || self.is_spoken(stop + 1, tag)) {
                return Some(stop);
            }
            if !comma {
                if !self.tells(stop + 1, tag) {
                    return Some(stop);
                }
                return (stop + 1..end - 1).find(|at| self.is_dash(*at) && self.ends_sentence(at - 1));
            }
            at = stop + 1;
        }
        None
    }

    fn ends_sentence(&self, at: usize) -> bool {
        self.words.ends_sentence(at)
    }

    fn may_resume(&self, at: usize) -> bool {
        self.words.is(at, TokenKind::Comma) || self.ends_sentence(at) || self.is_dash(at)
    }

    /// Whether the narration that a tag began goes on behind its comma: *she said, and rose; , with a sigh; , who had*.
    fn goes_on(&self, next: usize) -> bool {
        let words = self.words;
        let led = usize::from(words.has(next, Classes::COORDINATOR));
        let acts = Classes::FINITE.with(Classes::VERB_ING).with(Classes::PREPOSITION);
        let leads = Classes::VERB_ING
            .with(Classes::PREPOSITION)
            .with(Classes::SUBORDINATOR)
            .with(Classes::MASCULINE)
            .with(Classes::FEMININE)
            .with(Classes::WH);
        if led > 0 {
            return words.has(words.skip_adverbs(next + led), acts);
        }
        words.has(next, leads)
            || words.has(words.skip_adverbs(next), Classes::VERB_ING)
            || words.is_capital(next)
                && !words.has(next, Classes::PRONOUN)
                && words.is_finite(words.skip_adverbs(next + 1))
    }

    /// Whether the sentence at `next`, behind the tag at `tag`, tells what somebody did: *He put down his cup.* What asks
    /// or cries, speaks to somebody, or is in the present is spoken.
    fn tells(&self, next: usize, tag: usize) -> bool {
        let words = self.words;
        if self.is_spoken(next, tag) {
            return false;
        }
        let end = self.sentence_end(next);
        let narrator = self.is_narrators(tag, next);
        let person = Classes::MASCULINE.with(Classes::FEMININE);
        let person = words.has(next, person)
            || narrator && words.has(next, Classes::FIRST_PERSON)
            || words.is_capital(next) && !words.has(next, Classes::PRONOUN.with(Classes::WH));
        let verb = (next + 1..end.min(next + 8)).find(|at| words.is_finite(*at) || self.is_auxiliary(*at));
        person && verb.is_some_and(|verb| words.has(verb, Classes::VERB_PAST))
    }

    /// Whether what stands at `next`, behind the tag at `tag`, asks or cries or speaks of *you* or *me*.
    fn is_spoken(&self, next: usize, tag: usize) -> bool {
        let words = self.words;
        let end = self.sentence_end(next);
        let narrator = self.is_narrators(tag, next);
        matches!(words.get(end).map(|token| token.kind), Some(TokenKind::Question | TokenKind::Exclamation))
            || (next..end).any(|at| {
                words.has(at, Classes::SECOND_PERSON) || !narrator && words.has(at, Classes::FIRST_PERSON)
            })
    }

    /// Where the sentence at `next` ends, if it does so near.
    fn sentence_end(&self, next: usize) -> usize {
        let near = self.range.end.min(next + NEAR);
        (next..near).find(|at| self.ends_sentence(*at)).unwrap_or(near)
    }

    /// Whether the tag at `tag` is told by *I*.
    fn is_narrators(&self, tag: usize, end: usize) -> bool {
        (tag..end.min(tag + 4)).any(|at| self.words.has(at, Classes::FIRST_PERSON))
    }

    fn is_auxiliary(&self, at: usize) -> bool {
        self.words.has(at, Classes::AUXILIARY)
    }
}
