//! The pass over a paragraph.

use std::ops::Range;

use crate::grammar::names::NameContext;
use crate::lexicon::{Classes, Part};
use crate::text::lex::{Shape, Token, TokenKind};

use super::chunker::Chunker;
use super::chunks::Paragraph;
use super::item::{Holds, ItemKind, Sentence};
use super::verb::lone_group;

/// So many tokens count as a paragraph's first line.
const FIRST_LINE: usize = 40;

/// With so many small words among them the rest may all have capitals: it is no headline for that.
const MANY_SMALL: u32 = 10;
const _: () = assert!(FIRST_LINE <= 4 * MANY_SMALL as usize);

impl Chunker<'_> {
    /// Chunks the paragraph whose tokens are `range` and whose quoted spans are `quoted`.
    pub(crate) fn paragraph(&mut self, number: u32, range: Range<usize>, quoted: Range<usize>) {
        let (title_case, shouted) = self.capitals(range.clone());
        let capitals = match (shouted, title_case) {
            (true, _) => NameContext::Shouted,
            (false, true) => NameContext::Headline,
            (false, false) => NameContext::Inside,
        };
        let mut paragraph = Paragraph {
            number,
            end: range.end,
            title_case,
            capitals,
            quoted: quoted.start,
            first_item: self.chunks.items.len(),
            first_verb: self.chunks.verbs.len(),
            first_token: range.start,
        };
        let spans = &self.quoted[..quoted.end];
        let mut at = range.start;
        while at < range.end {
            // up to the next quoted span, then over it; one that opens inside of what was read stands in it
            while spans.get(paragraph.quoted).is_some_and(|span| (span.open as usize) < at) {
                paragraph.quoted += 1;
            }
            let limit = spans.get(paragraph.quoted).map_or(range.end, |span| span.open as usize);
            while at < limit {
                at = self.token(at, limit, &mut paragraph);
            }
            if at == limit && limit < range.end {
                at = self.quoted_span(at, &mut paragraph);
            }
        }
        self.end_sentence(&mut paragraph, range.end);
    }

    /// The sentences alone of a paragraph whose tokens are `range`, each as one item: nothing is asked of it.
    pub(crate) fn skim(&mut self, number: u32, range: Range<usize>) {
        let mut first = range.start;
        let mut at = first;
        while at < range.end {
            let stop = self.sentence_end(at);
            at += 1;
            let Some(stop) = stop else { continue };
            while at < range.end && self.base + (self.tokens[at].start as usize) < stop {
                at += 1;
            }
            self.skimmed(number, first..at);
            first = at;
        }
        self.skimmed(number, first..range.end);
    }

    fn skimmed(&mut self, paragraph: u32, tokens: Range<usize>) {
        if tokens.is_empty() {
            return;
        }
        let first = self.chunks.items.len() as u32;
        self.push(ItemKind::Other, tokens.start, tokens.end, 0);
        self.chunks.sentences.push(Sentence {
            first,
            end: first + 1,
            first_verb: self.chunks.verbs.len() as u32,
            holds: Holds::default(),
            paragraph,
            title_case: false,
        });
    }

    /// Whether most words of the paragraph's first line have capitals, and whether all letters are.
    fn capitals(&self, range: Range<usize>) -> (bool, bool) {
        // counted without branches, since nobody can guess the case of the next word: a byte of the sum for
        // each of small, capital and, twice, capitals throughout
        const { assert!(Shape::CAPITAL.0 == 1 && Shape::SHOUTED.0 == 2 && FIRST_LINE < 256) };
        let mut sum = 0u32;
        for token in &self.tokens[range.start..range.end.min(range.start + FIRST_LINE)] {
            let counts = token.is_word() & (token.end - token.start >= 4);
            sum += u32::from(counts) << (8 * (token.shape.0 & 3));
            if sum & 0xFF == MANY_SMALL {
                return (false, false);
            }
        }
        let [small, capital, shouted, more] = sum.to_le_bytes().map(u32::from);
        let shouted = shouted + more;
        let title_case = capital >= 3 && capital > 3 * small && !self.is_sentence(range);
        (title_case, shouted >= 3 && shouted > 4 * (capital + small))
    }

    /// *Ann Lee and Bob Ray met on Monday.*: a stop at the end and a verb in small letters make no headline.
    #[cold]
    fn is_sentence(&self, range: Range<usize>) -> bool {
        let words = &self.tokens[range.start..range.end.min(range.start + FIRST_LINE)];
        let acts = |token: &Token| {
            token.has(Classes::FINITE) && !token.is_capital() && !token.has(Classes::PREPOSITION)
        };
        words.iter().any(|token| token.kind == TokenKind::Stop) && words.iter().any(acts)
    }

    fn token(&mut self, at: usize, limit: usize, paragraph: &mut Paragraph) -> usize {
        // one jump for what a token is without a look at its neighbours: each question is a guess
        let end = match self.tokens[at].part {
            Part::Preposition if self.is_according_to(at, limit) => {
                self.push(ItemKind::AccordingTo, at, at + 2, 0);
                return at + 2;
            }
            part @ (Part::Adverb
            | Part::Preposition
            | Part::Coordinator
            | Part::Comma
            | Part::Semicolon
            | Part::Colon
            | Part::Dash
            | Part::OpenBracket
            | Part::CloseBracket) => {
                self.push(part.item(), at, at + 1, 0);
                return at + 1;
            }
            Part::Unlisted if self.tags_unlisted(at, limit) => self.unlisted_verb(at, limit),
            Part::Determiner | Part::Modifier | Part::Noun | Part::Unlisted | Part::Phrase => {
                self.phrase_or_other(at, limit, paragraph)
            }
            Part::Name if at != paragraph.first_token && paragraph.capitals == NameContext::Inside => {
                self.name_item(at, limit, paragraph)
            }
            Part::Verb => {
                if self.is_noun_after_all(at, limit, paragraph) {
                    self.phrase_or_other(at, limit, paragraph)
                } else {
                    self.add_verb(lone_group(&self.tokens[at], at), at, limit)
                }
            }
            Part::NounOrVerb => {
                if self.acts(at, limit, paragraph, false) {
                    self.add_verb(lone_group(&self.tokens[at], at), at, limit)
                } else if self.tokens[at].has(Classes::ADVERB.with(Classes::NEGATION)) {
                    self.function_word(at, limit, paragraph)
                } else {
                    self.phrase_or_other(at, limit, paragraph)
                }
            }
            Part::Auxiliary => self.verb_group(at, limit),
            Part::Pronoun => {
                self.plain_pronoun(at);
                return at + 1;
            }
            Part::To => return self.to(at, limit),
            Part::Stop => return self.stop(at, paragraph),
            _ => return self.doubtful(at, limit, paragraph),
        };
        self.over_stop(end, paragraph)
    }

    /// What has no part of its own.
    fn doubtful(&mut self, at: usize, limit: usize, paragraph: &mut Paragraph) -> usize {
        match self.tokens[at].kind {
            // the time at the start of an entry
            TokenKind::Number
                if self.tokens[at].has(Classes::TIME) && !self.tokens[at].shape.has(Shape::HYPHENATED) =>
            {
                self.push(ItemKind::Time, at, at + 1, 0);
                at + 1
            }
            TokenKind::Word | TokenKind::Number | TokenKind::Clitic => {
                let end = self.word_item(at, limit, paragraph);
                self.over_stop(end, paragraph)
            }
            TokenKind::Symbol if self.noun_follows_symbol(at, limit) => {
                self.phrase_or_other(at, limit, paragraph)
            }
            _ => {
                self.push(ItemKind::Other, at, at + 1, 0);
                at + 1
            }
        }
    }

    /// A stop, which may end its sentence.
    fn stop(&mut self, at: usize, paragraph: &mut Paragraph) -> usize {
        self.push(ItemKind::Stop, at, at + 1, 0);
        match self.sentence_end(at) {
            Some(stop) => self.close_sentence(paragraph, at + 1, stop),
            None => at + 1,
        }
    }

    /// Ends the sentence where the word before `end` holds its stop; returns the token after.
    fn over_stop(&mut self, end: usize, paragraph: &mut Paragraph) -> usize {
        let last = &self.tokens[end - 1];
        match if last.shape.has(Shape::STOPPED) { self.sentence_end(end - 1) } else { None } {
            Some(stop) => self.close_sentence(paragraph, end, stop),
            None => end,
        }
    }
}

impl Part {
    /// The kind of item that such a token is by itself.
    #[inline]
    fn item(self) -> ItemKind {
        // one look at a table, as nobody can guess what comes next
        static KINDS: [ItemKind; Part::COUNT] = {
            let mut kinds = [ItemKind::Other; Part::COUNT];
            kinds[Part::Adverb.0 as usize] = ItemKind::Adverb;
            kinds[Part::Preposition.0 as usize] = ItemKind::Preposition;
            kinds[Part::Coordinator.0 as usize] = ItemKind::Coordinator;
            kinds[Part::Comma.0 as usize] = ItemKind::Comma;
            kinds[Part::Semicolon.0 as usize] = ItemKind::Semicolon;
            kinds[Part::Colon.0 as usize] = ItemKind::Colon;
            kinds[Part::Dash.0 as usize] = ItemKind::Dash;
            kinds[Part::OpenBracket.0 as usize] = ItemKind::OpenBracket;
            kinds[Part::CloseBracket.0 as usize] = ItemKind::CloseBracket;
            kinds
        };
        KINDS.get(usize::from(self.0)).copied().unwrap_or(ItemKind::Other)
    }
}
