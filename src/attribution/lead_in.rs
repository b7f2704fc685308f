//! What a sentence says of the quotation before it, and what it leaves for the next.

use crate::answer::manner::{Form, Manner};
use crate::answer::quote::{Mention, QuoteKind};
use crate::answer::rule::Entry;
use crate::attribution::content::{Draft, manner, mention_of, possessor};
use crate::attribution::flow::{Cue, Taken, Unsigned, rules};
use crate::base::span::Span;
use crate::grammar::block::Block;
use crate::grammar::items::{Features, ItemKind, Kinds, Sentence, VerbForm};
use crate::grammar::rows::{ComplementKind, Predicate, View};
use crate::lexicon::Classes;
use crate::text::lex::TokenKind;

use super::sentence::Attribution;

/// So many rows of a sentence are asked whether they give out a statement.
const FEW_ROWS: usize = 6;
/// A sentence of so many items may do no more than show who speaks next.
const LONGEST_SHOWN: usize = 8;

impl Attribution<'_> {
    /// A sentence that opens with a dash and a name signs the quotation that fills the one before.
    pub(super) fn signature(&mut self, block: &Block, sentence: &Sentence) {
        let first = sentence.first as usize;
        let view = View::of(&block.chunks, &block.tokens, sentence, self.asked.lexicon);
        if is_lone_name(&view) {
            let Some(unsigned) = self.flow.signed(self.paragraphs + sentence.paragraph as usize) else {
                return;
            };
            self.sign(unsigned, rules::SIGNATURE, mention_of(block, first, first + 1), None);
            return;
        }
        if view.kind(first) != Some(ItemKind::Dash) || !view.is_noun_phrase(first + 1) {
            return;
        }
        let Some(unsigned) = self.flow.signed(self.paragraphs + sentence.paragraph as usize) else { return };
        let source = mention_of(block, first + 1, view.forward_chain(first + 1));
        let dash = block.item_span(first, first + 1);
        self.sign(unsigned, rules::SIGNATURE, source, Some((dash, Manner::default())));
    }

    /// *“We lost.” Lee said.*: a tag after a full stop.
    pub(super) fn tag_apart(&mut self, block: &Block, sentence: &Sentence, rows: &[Predicate]) {
        let [row] = rows else { return };
        let Some(subject) = row.subject.filter(|subject| subject.first == sentence.first as usize) else {
            return;
        };
        let said = row.group.grades.quote >= 2
            && row.group.form == VerbForm::Finite
            && row.complement.kind == ComplementKind::None
            && row.item() == subject.end
            && sentence.items().len() <= 8;
        let quoted = || block.chunks.items[sentence.items()].iter().any(|item| item.kind == ItemKind::Quoted);
        if !said || sentence.holds.has(ItemKind::Quoted) && quoted() {
            return;
        }
        let paragraph = self.paragraphs + sentence.paragraph as usize;
        let Some(unsigned) = self.flow.signed(paragraph).filter(|unsigned| unsigned.paragraph == paragraph)
        else {
            return;
        };
        let main = row.group.main as usize;
        let source = mention_of(block, subject.first, subject.end);
        let view = View::of(&block.chunks, &block.tokens, sentence, self.asked.lexicon);
        let manner = manner::of_row(&view, row, subject.first);
        self.sign(unsigned, rules::TAG_APART, source, Some((block.span(main, main + 1), manner)));
    }

    /// Gives a quotation without a cue its source, whatever it was taken for.
    fn sign(
        &mut self,
        unsigned: Unsigned,
        rule: &'static Entry,
        source: Mention,
        cue: Option<(Span, Manner)>,
    ) {
        let manner = cue.map_or(Manner::default(), |(_, manner)| manner);
        let draft = Draft::of(rule, QuoteKind::Direct, unsigned.span).said_by(source);
        let draft = draft.with_cue(cue.map(|(span, _)| span), manner);
        match unsigned.taken {
            Taken::Draft(place) => self.drafts[place] = draft,
            Taken::Unattributed(place) => {
                if place < self.unattributed.len() {
                    self.unattributed.remove(place);
                }
                self.drafts.push(draft);
            }
        }
    }

    /// The cue that the sentence leaves for the next, and whether it ends in a colon.
    pub(super) fn sentence_cue(
        &self,
        block: &Block,
        sentence: &Sentence,
        rows: &[Predicate],
    ) -> (Option<Cue>, bool) {
        let items = &block.chunks.items[sentence.items()];
        let colon = items.last().is_some_and(|item| item.kind == ItemKind::Colon);
        // "Ruiz praised the crew. “They are …”": of who is named, praise and blame announce words too
        let reports = |row: &Predicate| {
            let named = || {
                row.subject.is_some_and(|subject| block.chunks.items[subject.first].kind == ItemKind::Name)
            };
            row.group.grades.quote >= 2 || row.group.grades.object >= 2 && named()
        };
        let paragraph = self.paragraphs + sentence.paragraph as usize;
        let view = View::of(&block.chunks, &block.tokens, sentence, self.asked.lexicon);
        let mut best = rows
            .iter()
            .filter(|row| row.has_subject() && !row.group.copular)
            .max_by_key(|row| (row.group.grades.quote >= 2, row.parent.is_none()));
        // "Ruiz released a statement.": it follows, as behind a colon
        let issued = rows.iter().take(FEW_ROWS).find(|row| gives_out(&view, row));
        best = issued.filter(|_| !best.is_some_and(reports)).or(best);
        let colon = colon || issued.is_some();
        let reports = |row: &Predicate| reports(row) || issued.is_some();
        // without a colon nothing but a verb that reports is a cue
        let best = best.filter(|row| colon || reports(row));
        let cue = best.and_then(|row| {
            let subject = row.subject?;
            let main = row.group.main as usize;
            Some(Cue {
                source: mention_of(block, subject.first, subject.end),
                cue: Some(block.span(main, main + 1)),
                manner: manner::of_quotation(&view, Some(row), None, subject.first),
                reports: reports(row),
                paragraph,
            })
        });
        if let Some(asked) = if rows.is_empty() { self.asked(block, sentence, paragraph) } else { None } {
            return (Some(asked), true);
        }
        let cue = cue.or_else(|| if colon { None } else { self.presented(block, sentence, rows, paragraph) });
        let announced = || self.announcement(block, sentence, paragraph);
        (if colon { cue.or_else(announced) } else { cue }, colon)
    }

    /// *Ruiz shrugged. “We lost.”*: a short sentence shows somebody before he speaks.
    fn presented(
        &self,
        block: &Block,
        sentence: &Sentence,
        rows: &[Predicate],
        paragraph: usize,
    ) -> Option<Cue> {
        if sentence.items().len() > LONGEST_SHOWN {
            return None;
        }
        let row = rows.first().filter(|row| row.group.form == VerbForm::Finite && !row.subordinate)?;
        let subject = row.subject.filter(|subject| subject.first == sentence.first as usize)?;
        let item = block.chunks.items[subject.first];
        let he = Classes::MASCULINE.with(Classes::FEMININE);
        let person = item.features.has(Features::PERSON_NAME)
            || item.kind == ItemKind::Name
                && !item.features.has(Features::ORGANISATION.with(Features::DEFINITE))
            || item.kind == ItemKind::Nominal
                && item.features.has(Features::PERSON)
                && !item.features.has(Features::PLURAL)
            || item.kind == ItemKind::Pronoun && block.tokens[item.start as usize].has(he);
        let main = row.group.main as usize;
        (person && !sentence.holds.has(ItemKind::Quoted)).then(|| Cue {
            source: mention_of(block, subject.first, subject.end),
            cue: Some(block.span(main, main + 1)),
            manner: Manner::default(),
            reports: false,
            paragraph,
        })
    }

    /// *Her response? “Not a chance.”*: a noun that reports, asked for, announces what comes as a colon does.
    fn asked(&self, block: &Block, sentence: &Sentence, paragraph: usize) -> Option<Cue> {
        let [noun, stop] = &block.chunks.items[sentence.items()] else { return None };
        let asks = block.tokens[stop.start as usize].kind == TokenKind::Question;
        if !asks || !noun.features.has(Features::CUE) {
            return None;
        }
        let view = View::of(&block.chunks, &block.tokens, sentence, self.asked.lexicon);
        let head = noun.head as usize;
        Some(Cue {
            source: possessor(block, &view, noun)?,
            cue: Some(block.span(head, head + 1)),
            manner: manner::of_word(&view, head, sentence.first as usize, Form::Clause),
            reports: true,
            paragraph,
        })
    }

    /// *Transcript as follows:* has no verb of anybody's, but announces what comes.
    fn announcement(&self, block: &Block, sentence: &Sentence, paragraph: usize) -> Option<Cue> {
        let view = View::of(&block.chunks, &block.tokens, sentence, self.asked.lexicon);
        // "And from Ruiz:", "From the desk of Ruiz:"
        let first = view.over(view.first, Kinds::of([ItemKind::Coordinator, ItemKind::Preposition]));
        if !view.is_noun_phrase(first) || first > view.first + 2 {
            return None;
        }
        let end = view.forward_chain(first);
        // "Statement by Ruiz on the mill:", "From the desk of Ruiz:"
        let somebody = (first..end)
            .find(|at| view.kind(*at) == Some(ItemKind::Name) && *at > first && is_a_voice(&view, first));
        let (first, closes) =
            somebody.map_or((first, end), |somebody| (somebody, view.forward_chain(somebody)));
        Some(Cue {
            source: mention_of(block, first, closes),
            cue: Some(block.item_span(end, view.end)),
            manner: Manner::default(),
            reports: true,
            paragraph,
        })
    }
}

/// *Ruiz released the following statement*: whether a verb that says nothing itself has words for its object, and nothing
/// tells which.
fn gives_out(view: &View<'_>, row: &Predicate) -> bool {
    let does = row.group.form == VerbForm::Finite && !row.group.passive && row.group.grades.best() <= 1;
    if row.complement.kind != ComplementKind::Object || !does || row.subordinate {
        return false;
    }
    let words = view.item(row.complement.start).is_some_and(|item| {
        item.features.has(Features::CUE)
            && item.features.has(Features::DOCUMENT)
            && !item.features.has(Features::PLURAL.with(Features::POSSESSED))
    });
    let told = |at: usize| {
        view.kind(at) == Some(ItemKind::That) || view.group(at).is_some_and(|group| group.grades.best() >= 2)
    };
    words && !(row.complement.start..view.end).any(told)
}

/// A document or a noun that reports, or no more than whose it is: *statement by, the desk of*.
fn is_a_voice(view: &View<'_>, at: usize) -> bool {
    view.item(at).is_some_and(|item| {
        item.features.has(Features::DOCUMENT.with(Features::CUE)) || item.kind == ItemKind::Phrase
    })
}

/// *Ana Ruiz*: a line that holds a person's name and no more.
fn is_lone_name(view: &View<'_>) -> bool {
    view.end == view.first + 1
        && view
            .item(view.first)
            .is_some_and(|item| item.kind == ItemKind::Name && item.features.has(Features::PERSON_NAME))
}
