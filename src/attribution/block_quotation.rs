//! Paragraphs quoted without marks, as letters, posts and releases are: *Ruiz wrote:* and what follows it.
//!
//! The paragraph behind such a colon is somebody's words to its end, and so are those behind it that go on in the first
//! person; then the article's voice is back.

use crate::answer::quote::QuoteKind;
use crate::base::few::Few;
use crate::base::span::Span;
use crate::grammar::block::Block;
use crate::grammar::items::{ItemKind, Kinds, Sentence};
use crate::grammar::rows::{ComplementKind, Predicate, View};
use crate::lexicon::Classes;

use super::content::Draft;
use super::flow::{Cue, Unmarked, rules};
use super::sentence::Attribution;

/// So many verbs are asked whether they announce.
const FARTHEST: usize = 4;
/// The items of a line without a verb that announces somebody's words: a name and colon do not.
const SHORTEST: usize = 4;

impl Attribution<'_> {
    /// The sentence announced what follows: the next paragraph may be quoted without marks.
    pub(super) fn announces_block(
        &mut self,
        block: &Block,
        index: usize,
        sentence: &Sentence,
        rows: &[Predicate],
        cue: Cue,
    ) {
        let sentences = &block.paragraphs[sentence.paragraph as usize].sentences;
        let last = self.asked.indirect && cue.reports && index + 1 == sentences.end;
        let view = View::of(&block.chunks, &block.tokens, sentence, self.asked.lexicon);
        if last && view.kind(view.end - 1) == Some(ItemKind::Colon) && announces(&view, rows) {
            let paragraph = self.paragraphs + sentence.paragraph as usize;
            self.flow.unmarked = Some(Unmarked { cue, draft: None, paragraph });
        }
    }

    /// Takes the sentence in where it belongs to a quotation without marks. What others say in it is read all the same.
    pub(super) fn block_quotation(&mut self, block: &Block, index: usize, sentence: &Sentence) {
        let Some(open) = self.flow.unmarked else { return };
        let paragraph = self.paragraphs + sentence.paragraph as usize;
        let span = block.item_span(sentence.first as usize, sentence.end as usize);
        if let Some(draft) = open.draft.filter(|_| open.paragraph == paragraph) {
            self.lengthen(draft, span);
            return;
        }
        let opens = block.paragraphs[sentence.paragraph as usize].sentences.start == index;
        let next = open.paragraph + 1 == paragraph;
        if !(opens && next && is_prose(block, sentence)) || open.draft.is_some() && !is_own(block, sentence) {
            self.flow.unmarked = None;
            return;
        }
        let draft = open.draft.unwrap_or(self.drafts.len());
        if open.draft.is_some() {
            self.drafts[draft].content.push(span);
        } else {
            let new = Draft::of(rules::BLOCK_QUOTATION, QuoteKind::Indirect, span);
            self.drafts.push(new.said_by(open.cue.source).with_cue(open.cue.cue, open.cue.manner));
        }
        self.flow.unmarked = Some(Unmarked { draft: Some(draft), paragraph, ..open });
    }

    /// The last span of the draft goes on to the end of `span`.
    fn lengthen(&mut self, draft: usize, span: Span) {
        let mut spans: Vec<Span> = self.drafts[draft].content.as_slice().to_vec();
        if let Some(last) = spans.last_mut() {
            *last = Span::new(last.start(), span.end());
        }
        self.drafts[draft].content = spans.into_iter().collect::<Few<Span>>();
    }
}

/// *Ruiz wrote:*, *Statement by Ruiz:*, *From the desk of Ruiz:*; a letter's *Dear Ana:* and a head's *From:* announce
/// nobody's words.
fn announces(view: &View<'_>, rows: &[Predicate]) -> bool {
    let open =
        |row: &Predicate| matches!(row.complement.kind, ComplementKind::None | ComplementKind::Quotation);
    let says = |row: &&Predicate| row.group.grades.quote >= 2 && row.has_subject();
    match rows.iter().rev().take(FARTHEST).find(says) {
        Some(row) => open(row) && !row.group.copular && !row.subordinate,
        None => rows.is_empty() && view.end - view.first > SHORTEST,
    }
}

/// Whether the sentence is prose without marks, no entry of a list and no heading.
fn is_prose(block: &Block, sentence: &Sentence) -> bool {
    const BULLETS: Kinds =
        Kinds::of([ItemKind::Quoted, ItemKind::Dash, ItemKind::Other, ItemKind::OpenBracket, ItemKind::Stop]);
    let items = &block.chunks.items[sentence.items()];
    let first = items.first().is_some_and(|item| !BULLETS.has(item.kind));
    let ends = items.last().is_some_and(|item| item.kind == ItemKind::Stop);
    first && ends && !sentence.title_case && !sentence.holds.has(ItemKind::Quoted)
}

/// Whether somebody speaks of himself in it: *we, my*.
fn is_own(block: &Block, sentence: &Sentence) -> bool {
    let items = &block.chunks.items[sentence.items()];
    items
        .iter()
        .filter_map(|item| block.tokens.get(item.start as usize))
        .any(|token| token.has(Classes::FIRST_PERSON))
}
