//! What a rule sees: a quoted span in its sentence.

use crate::answer::nested::Nested;
use crate::grammar::block::Block;
use crate::grammar::items::{Features, ItemKind, Sentence, VerbForm};
use crate::grammar::rows::{Predicate, SubjectPlace, View};
use crate::lexicon::{Classes, Lexicon};
use crate::text::lex::{Token, TokenKind};
use crate::text::marks::Quoted;

use super::answer::Answer;

/// The items of a source that is surely one mention.
const LONGEST_SOURCE: usize = 5;
/// The items from a verb to a quoted span that it surely reports.
const FARTHEST_VERB: usize = 16;

/// A quotation of more words than this is no term or title.
const SHORTEST_SENTENCE: usize = 7;

/// With what the quoted words end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QuotedEnd {
    Comma,
    /// `?` or `!`.
    Strong,
    Stop,
    /// Broken off.
    Dash,
    None,
}

pub(crate) struct Scene<'a> {
    pub(crate) view: View<'a>,
    pub(crate) rows: &'a [Predicate],
    /// The item of the quoted span.
    pub(crate) at: usize,
    pub(crate) quoted: &'a Quoted,
    pub(crate) nested: Nested,
    pub(crate) end: QuotedEnd,
    /// The span is the first of its paragraph.
    pub(crate) first_of_paragraph: bool,
    /// Nothing stands before it there.
    pub(crate) opens_paragraph: bool,
}

impl<'a> Scene<'a> {
    /// The quoted span that item `at` is.
    pub(crate) fn of(
        block: &'a Block,
        sentence: &Sentence,
        rows: &'a [Predicate],
        at: usize,
        (lexicon, nested): (&'a Lexicon, Nested),
    ) -> Self {
        let place = block.chunks.items[at].detail as usize;
        let quoted = &block.quoted[place];
        let paragraph = block.paragraphs.get(sentence.paragraph as usize);
        Self {
            view: View::of(&block.chunks, &block.tokens, sentence, lexicon),
            rows,
            at,
            quoted,
            nested,
            end: Scene::quoted_end(&block.tokens, quoted),
            first_of_paragraph: paragraph.is_some_and(|paragraph| paragraph.quoted.start == place),
            opens_paragraph: paragraph
                .is_some_and(|paragraph| paragraph.tokens.start == quoted.open as usize),
        }
    }
}

impl Scene<'_> {
    pub(crate) fn quoted_end(tokens: &[Token], quoted: &Quoted) -> QuotedEnd {
        let last = (quoted.close as usize).checked_sub(1).filter(|last| *last > quoted.open as usize);
        // a nested closing mark may stand between: “He said ‘no,’” she said
        let last = last.map(|last| {
            if tokens[last].kind.is_mark() && last > quoted.open as usize + 1 { last - 1 } else { last }
        });
        match last.and_then(|last| tokens.get(last)).map(|token| token.kind) {
            Some(TokenKind::Comma) => QuotedEnd::Comma,
            Some(TokenKind::Question | TokenKind::Exclamation) => QuotedEnd::Strong,
            Some(TokenKind::Stop | TokenKind::Ellipsis) => QuotedEnd::Stop,
            Some(TokenKind::Dash) => QuotedEnd::Dash,
            _ => QuotedEnd::None,
        }
    }

    /// Whether the span ends so that a tag may follow, by its own last mark or a comma after it.
    pub(crate) fn leads_to_tag(&self) -> bool {
        matches!(self.end, QuotedEnd::Comma | QuotedEnd::Strong | QuotedEnd::Dash)
            || self.view.kind(self.at + 1) == Some(ItemKind::Comma)
    }

    /// Whether the span is a whole sentence to which a tag may follow though the comma was forgotten.
    pub(crate) fn lacks_comma(&self) -> bool {
        let words = self.quoted.close.saturating_sub(self.quoted.open) as usize;
        self.end == QuotedEnd::None && words > SHORTEST_SENTENCE && self.opens_sentence()
    }

    /// Whether the span opens its sentence, but for coordinators and adverbs.
    pub(crate) fn opens_sentence(&self) -> bool {
        let stamp = self.view.kind(self.view.first) == Some(ItemKind::Time)
            && self.view.has(self.view.first, Classes::NUMBER);
        (self.view.first + usize::from(stamp)..self.at).all(|at| {
            matches!(
                self.view.kind(at),
                Some(
                    ItemKind::Adverb
                        | ItemKind::Coordinator
                        | ItemKind::Dash
                        | ItemKind::Comma
                        | ItemKind::OpenBracket
                )
            )
        })
    }

    /// The answer that a row gives with its subject.
    pub(crate) fn answer(&self, index: usize) -> Option<Answer> {
        let row = self.rows.get(index)?;
        let subject = row.subject?;
        // who was told or was called something does not say it
        if row.group.passive && subject.place != SubjectPlace::Agent {
            return None;
        }
        // a thing does not speak: "the first step tells “…”"
        let thing = subject.end == subject.first + 1
            && self.view.item(subject.first).is_some_and(|item| {
                item.kind == ItemKind::Phrase
                    && !item.features.has(Features::PLURAL.with(Features::CUE))
                    // a noun that the lists lack, or one with a capital, may be a person
                    && self
                        .view
                        .tokens
                        .get(item.head as usize)
                        // "a voice said"
                        .is_some_and(|token| {
                            token.word != 0 && !token.is_capital() && !token.has(Classes::ANYBODY)
                        })
            });
        let doubtful = row.grade().max(row.group.grades.quote) < 3;
        if thing && row.item() < self.at && doubtful {
            return None;
        }
        Some(Answer {
            source: (subject.first, self.mention_end(subject.first, subject.end)),
            cue: Some((row.group.main, row.group.cue_end)),
            row: Some(index),
            status: row.group.status,
        })
    }

    /// Whether everything speaks for an answer: a verb that surely reports, in the sentence's own clause, with
    /// a subject of its own that can speak.
    pub(crate) fn is_firm(&self, answer: &Answer) -> bool {
        let Some(row) = answer.row.and_then(|row| self.rows.get(row)) else { return false };
        let own = match row.subject.map(|subject| subject.place) {
            Some(SubjectPlace::Before | SubjectPlace::Across | SubjectPlace::Inverted) => {
                row.group.form == VerbForm::Finite
            }
            Some(SubjectPlace::Shared) => {
                row.group.form == VerbForm::Gerund && (self.sets_off() || row.complement.end > self.at + 1)
            }
            _ => false,
        };
        let speaks = self
            .view
            .kind(answer.source.0)
            .is_some_and(|kind| matches!(kind, ItemKind::Name | ItemKind::Nominal | ItemKind::Pronoun));
        own && speaks
            && self.is_plain(row, answer.source)
            && !row.subordinate
            && row.parent.is_none()
            && row.grade().max(row.group.grades.quote) >= 3
    }

    /// Whether the source opens its clause, and neither it nor the way from the verb to the span is long. Of the
    /// answers with a joined or embedded subject a tenth was wrong, of the others a twentieth.
    fn is_plain(&self, row: &Predicate, source: (usize, usize)) -> bool {
        let opens = matches!(
            self.view.kind_before(source.0),
            None | Some(
                ItemKind::Comma
                    | ItemKind::Semicolon
                    | ItemKind::Colon
                    | ItemKind::Dash
                    | ItemKind::Time
                    | ItemKind::Adverb
                    | ItemKind::Quoted
                    | ItemKind::Stop
            )
        );
        opens && source.1 - source.0 <= LONGEST_SOURCE && self.at.abs_diff(row.item()) <= FARTHEST_VERB
    }

    /// Where the mention that begins at `first` ends: a name stands without the places and times that follow
    /// it, *Lee in a speech*, but with what is *of* it.
    fn mention_end(&self, first: usize, end: usize) -> usize {
        let end = self.view.over_apposition(first, end);
        // "someone in the crowd"
        let somebody = || {
            self.view.kind(first) == Some(ItemKind::Pronoun)
                && self.view.has(first, Classes::INDEFINITE)
                && !self.view.has(first, Classes::DETERMINER)
        };
        if !matches!(self.view.kind(first), Some(ItemKind::Name | ItemKind::Pronoun)) || somebody() {
            return end;
        }
        let preposition = (first + 1..end).find(|at| self.view.kind(*at) == Some(ItemKind::Preposition));
        match preposition {
            Some(at) if self.view.word(at) != self.view.lexicon.known.of => at,
            _ => end,
        }
    }

    /// Whether a comma or colon sets the span off from what stands before it in its sentence.
    pub(crate) fn sets_off(&self) -> bool {
        matches!(self.view.kind_before(self.at), Some(ItemKind::Comma | ItemKind::Colon))
    }

    /// Whether the quoted words open with a capital, as a sentence does.
    pub(crate) fn opens_with_capital(&self) -> bool {
        self.view.tokens.get(self.quoted.open as usize + 1).is_some_and(Token::is_capital)
    }

    /// The index of the row whose verb is item `at`.
    pub(crate) fn row_at(&self, at: usize) -> Option<usize> {
        self.rows.binary_search_by_key(&at, Predicate::item).ok()
    }

    /// The rows after the quoted span, up to the next one.
    pub(crate) fn rows_after(&self) -> impl Iterator<Item = (usize, &Predicate)> {
        let from = self.rows.partition_point(|row| row.item() < self.at);
        self.rows.iter().enumerate().skip(from)
    }

    /// The rows before the quoted span, the nearest first.
    pub(crate) fn rows_before(&self) -> impl Iterator<Item = (usize, &Predicate)> {
        let until = self.rows.partition_point(|row| row.item() < self.at);
        self.rows[..until].iter().enumerate().rev()
    }
}
