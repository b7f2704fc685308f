//! Lines whose source the caller tells, or a rule of the caller's own.
//!
//! In: the kept records at the end of the text, and what each source says. Out: the lines of each, which have the
//! source for their tag whatever the narration says; the conversation is decided with them.

use crate::base::span::Span;
use crate::base::table::NONE;

use super::collect::Collector;

/// Whose the lines are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Claims {
    /// For each quoted span the place of its utterance, or [`NONE`].
    of: Vec<u32>,
    /// For each utterance its first line, or [`NONE`]; one whose source was not found has none that tells who speaks.
    first: Vec<u32>,
}

impl Claims {
    /// The utterance that has the quoted span at `place`.
    pub(crate) fn of_line(&self, place: usize) -> Option<usize> {
        self.of.get(place).filter(|claim| **claim != NONE).map(|claim| *claim as usize)
    }

    /// The line that tells who speaks the utterance at `place`.
    pub(crate) fn line_of(&self, place: usize) -> Option<usize> {
        self.first.get(place).filter(|line| **line != NONE).map(|line| *line as usize)
    }
}

impl Collector {
    /// Takes what was told of `utterances`, each its content and its source; an empty source tells nothing.
    pub(crate) fn claim<'a>(&mut self, utterances: impl Iterator<Item = (&'a [Span], Span)>) -> Claims {
        let mut claims = Claims::default();
        let mut sources = Vec::new();
        // the bytes that the utterance of each line has of it
        let mut shares = Vec::new();
        let mut lines = Vec::new();
        for (number, (contents, source)) in utterances.enumerate() {
            if number == 0 {
                lines.extend(
                    self.quotes.iter().map(|quote| self.place(quote.paragraph, quote.start, quote.end)),
                );
                claims.of.resize(lines.len(), NONE);
                shares.resize(lines.len(), 0);
            }
            sources.push(source);
            for content in contents {
                let from = lines.partition_point(|line| line.end() <= content.start());
                let near = lines.iter().enumerate().skip(from);
                for (place, line) in near.take_while(|(_, line)| line.start() < content.end()) {
                    let share = line.end().min(content.end()) - line.start().max(content.start());
                    if share * 2 > line.len() && share > shares[place] {
                        (claims.of[place], shares[place]) = (number as u32, share);
                    }
                }
            }
        }
        claims.first.resize(sources.len(), NONE);
        self.named.sort_by_key(|(span, _)| *span);
        for (place, quote) in self.quotes.iter_mut().enumerate() {
            let Some(claim) = claims.of_line(place) else { continue };
            let source = sources[claim];
            quote.unsaid = None;
            if !source.is_empty() {
                let known = self.named.binary_search_by_key(&source, |(span, _)| *span);
                quote.tag = known.ok().map(|known| self.named[known].1);
                quote.beat = None;
            }
            if claims.first[claim] == NONE && (quote.tag.is_some() || source.is_empty()) {
                claims.first[claim] = place as u32;
            }
        }
        claims
    }
}
