//! Quoted spans to items, and what is inside of them.

use crate::lexicon::{Classes, Part};
use crate::text::lex::{Shape, TokenKind};
use crate::text::marks::Bounds;

use super::chunker::Chunker;
use super::chunks::Paragraph;
use super::item::ItemKind;
use super::pronouns::PRONOUNS;

impl Chunker<'_> {
    pub(super) fn quoted_span(&mut self, at: usize, paragraph: &mut Paragraph) -> usize {
        let place = paragraph.quoted;
        let span = self.quoted[place];
        let end = (span.end() as usize).min(paragraph.end).max(at + 1);
        self.push(ItemKind::Quoted, at, end, place as u32);
        if self.reads_inside {
            self.inner(at + 1, (span.close as usize).min(paragraph.end), paragraph);
        }
        // what a dash opens ends before its tag, of one sentence with it, whatever stop is between: — Late? Ann asked.
        let tagged = span.bounds == Bounds::Dash && end < paragraph.end;
        let last = (span.close as usize).checked_sub(1).filter(|last| *last > at && !tagged);
        match last.and_then(|last| self.sentence_end(last)) {
            Some(_) if last.is_some_and(|last| self.long_tag(last, end, paragraph.end)) => end,
            Some(stop) => self.close_sentence(paragraph, end, stop),
            None => end,
        }
    }

    /// *“Why?” Ann Lee, who runs the shop, asked.* The segmenter looks for a tag no farther than the first
    /// comma; here the apposition is passed over.
    pub(super) fn long_tag(&self, last: usize, from: usize, end: usize) -> bool {
        if !matches!(self.tokens[last].kind, TokenKind::Question | TokenKind::Exclamation) {
            return false;
        }
        let ahead = &self.tokens[from.min(end)..end.min(from + 40)];
        let opens = ahead.first().is_some_and(|token| token.is_word() && token.shape.has(Shape::CAPITAL));
        let clause = ahead.iter().position(|token| token.kind.ends_sentence() || token.kind.is_mark());
        let ahead = &ahead[..clause.unwrap_or(ahead.len())];
        let Some(comma) = ahead.iter().position(|token| token.kind == TokenKind::Comma) else { return false };
        let name = ahead[..comma].iter().all(|token| !token.has(Classes::VERB) || token.is_capital());
        opens
            && name
            && ahead.windows(2).skip(comma + 1).any(|pair| {
                pair[0].kind == TokenKind::Comma
                    && pair[1].classes.all(Classes::REPORTING.with(Classes::VERB_PAST))
                    && self.context.lexicon.grades(pair[1].word).quote >= 2
            })
    }

    /// The names and pronouns inside a quoted span, with the noun phrases that they open.
    pub(super) fn inner(&mut self, from: usize, to: usize, paragraph: &Paragraph) {
        let mut at = from;
        let mut opening = true;
        while at < to {
            let token = &self.tokens[at];
            if token.part.is_nobody() && !token.has(Classes::POSSESSIVE) {
                // neither pronoun nor name
                opening = false;
                at += 1;
                continue;
            }
            let starts = opening || token.kind.is_mark();
            opening = token.kind.ends_sentence() || token.kind.is_mark() && opening;
            if !token.is_word() {
                at += 1;
                continue;
            }
            if let Some(pronoun) = token.has(PRONOUNS).then(|| self.pronoun(at, to)).flatten() {
                self.chunks.inner.push(pronoun);
                at += 1;
                continue;
            }
            // what a speaker calls somebody by no name says little of who that is
            let names = token.is_capital() || token.has(Classes::POSSESSIVE);
            match if names { self.noun_phrase(at, to, starts, paragraph) } else { None } {
                Some(phrase) if phrase.kind != ItemKind::Phrase && phrase.kind != ItemKind::Time => {
                    let item = self.item_of(at, &phrase);
                    self.chunks.inner.push(item);
                    at = phrase.end;
                }
                Some(phrase) => {
                    self.chunks.names.truncate(phrase.first_name);
                    at = phrase.end;
                }
                None => at += 1,
            }
        }
    }
}

impl Part {
    /// Whether such a word opens neither pronoun nor name.
    #[inline]
    fn is_nobody(self) -> bool {
        const NOBODY: u32 = Part::Phrase.bit()
            | Part::Modifier.bit()
            | Part::Unlisted.bit()
            | Part::Noun.bit()
            | Part::NounOrVerb.bit()
            | Part::Verb.bit()
            | Part::Adverb.bit()
            | Part::Determiner.bit()
            | Part::Auxiliary.bit()
            | Part::Preposition.bit()
            | Part::Coordinator.bit();
        NOBODY & self.bit() != 0
    }
}
