//! A quoted span: the link, the continuation or the label that gives it a speaker.

use crate::answer::manner::Manner;
use crate::answer::quote::{Mention, MentionKind, QuoteKind};
use crate::answer::rule::{Entry, Rule};
use crate::answer::unattributed::{Reason, Unattributed, Use};
use crate::attribution::content::{Draft, manner, mention_of, possessor, quoted_content};
use crate::attribution::flow::{Continuation, Place, Taken, Unsigned, rules};
use crate::attribution::link::{Genres, Link, Scene, first_use, is_speech, later_use, link, trials};
use crate::base::few::Few;
use crate::base::span::Span;
use crate::grammar::block::Block;
use crate::grammar::items::{ItemKind, Sentence, VerbForm};
use crate::grammar::rows::{ComplementKind, Predicate, View, clause_at};
use crate::lexicon::Classes;
use crate::text::lex::{Shape, Token, TokenKind};
use crate::text::marks::Quoted;

use super::sentence::Attribution;
use super::trace::{Trace, Tried};

/// The words of a label and its colon.
const LONGEST_LABEL: usize = 6;

impl Attribution<'_> {
    pub(super) fn quoted(
        &mut self,
        block: &Block,
        index: usize,
        sentence: &Sentence,
        rows: &[Predicate],
        at: usize,
    ) {
        let item = block.chunks.items[at];
        let quoted = &block.quoted[item.detail as usize];
        let scene = Scene::of(block, sentence, rows, at, (self.asked.lexicon, self.asked.nested));
        let custom = self.custom_quoted(block, rows, at);
        let span = block.item_span(at, at + 1);
        if let Some(found) = first_use(&scene, Genres::NEWS).filter(|_| custom.is_none()) {
            let quoted_use = found.quoted_use;
            self.unattributed.push(Unattributed { span, quoted_use, reason: Reason::NotSpeech });
            if self.asked.traced {
                self.traces.push(Trace { span, ..Trace::default() });
            }
            return;
        }
        let found = if custom.is_some() { None } else { link(&scene, Genres::NEWS) };
        let paragraph = self.paragraphs + sentence.paragraph as usize;
        let around = &block.paragraphs[sentence.paragraph as usize].sentences;
        let place = place(&scene, paragraph, (around.start == index, around.len() == 1));
        let mut goes_on = None;
        let draft = match (custom, found) {
            (Some(draft), _) => Some(draft),
            (None, Some(found)) => Some(self.linked(block, sentence, rows, &found, at)),
            (None, None) => self.unlinked(block, &scene, place, span, &mut goes_on),
        };
        match draft {
            Some(draft) => {
                self.spoken.push(span);
                if self.drafts[draft].source.is_some() {
                    self.flow.said(draft, paragraph, quoted);
                }
                if self.asked.least_confidence > 0.0 {
                    self.marked.push((span, draft));
                }
            }
            None => {
                let quoted_use =
                    later_use(&scene, Genres::NEWS, None).map_or(Use::Unknown, |found| found.quoted_use);
                let reason = if quoted_use == Use::Unknown { Reason::NoCue } else { Reason::NotSpeech };
                self.unattributed.push(Unattributed { span, quoted_use, reason });
            }
        }
        if self.asked.traced {
            let draft = draft.map(|draft| &self.drafts[draft]);
            self.traces.push(Trace {
                span,
                rule: goes_on.map(Rule::of).or_else(|| draft.map(|draft| draft.rule.clone())),
                source: draft.and_then(|draft| draft.source).map(|source| source.span()),
                tried: trials(&scene, Genres::NEWS).map(|trial| Tried::of(block, trial)).collect(),
            });
        }
    }

    /// The draft of a quotation that no rule of its sentence reads; `goes_on` hears which rule did.
    fn unlinked(
        &mut self,
        block: &Block,
        scene: &Scene<'_>,
        place: Place,
        span: Span,
        goes_on: &mut Option<&'static Entry>,
    ) -> Option<usize> {
        if self.flow.is_heading(place, scene.quoted) {
            return None;
        }
        let label = if place.opens_paragraph { self.labelled(block, scene.quoted) } else { None };
        if let Some(label) = label {
            *goes_on = Some(rules::LABEL_INSIDE);
            return Some(self.push_new(label));
        }
        let joins = joins(scene);
        let continuation =
            if joins { self.flow.goes_on(place.paragraph) } else { self.flow.continuation(place) };
        *goes_on = continuation.map(Continuation::rule);
        let mut draft = continuation.map(|continuation| self.continued(continuation, span));
        if let (Some(draft), Some(row)) = (draft, scene.rows.first().filter(|_| joins)) {
            let main = row.group.main as usize;
            self.drafts[draft].cue = Some(block.span(main, main + 1));
        }
        if draft.is_none() && is_speech(scene) {
            *goes_on = Some(rules::NO_SOURCE);
            draft = Some(self.push_new(Draft::of(rules::NO_SOURCE, QuoteKind::Direct, span)));
        }
        if place.whole_sentence && !continuation.is_some_and(|from| from.is_sure(place.paragraph)) {
            let taken = match draft {
                Some(draft) => Taken::Draft(draft),
                None => Taken::Unattributed(self.unattributed.len()),
            };
            self.flow.unsigned(Unsigned { span, paragraph: place.paragraph, taken });
        }
        draft
    }

    /// The draft of a linked span: that of its cue, if another span of the sentence has it.
    fn linked(
        &mut self,
        block: &Block,
        sentence: &Sentence,
        rows: &[Predicate],
        found: &Link,
        at: usize,
    ) -> usize {
        let (kind, content) = quoted_content(block, sentence, rows, found, at);
        if let Some(row) = found.row {
            if let Some((_, draft)) = self.used.iter().find(|(used, _)| *used == row) {
                let joined = with_joint(block, sentence, at).filter(|_| kind == QuoteKind::Direct);
                let (kind, content) =
                    joined.map_or((kind, content), |(kind, joined)| (kind, Few::one(joined)));
                self.drafts[*draft].take_in(kind, &content);
                return *draft;
            }
        }
        // "Lee's claim": where the cue is part of the source's phrase, its possessor is the source
        let view = View::of(&block.chunks, &block.tokens, sentence, self.asked.lexicon);
        let source = block.chunks.items.get(found.source.0).filter(|item| {
            found.cue.is_some_and(|(first, _)| item.start <= first && first < item.end && item.head == first)
        });
        let source = source
            .and_then(|item| possessor(block, &view, item))
            .unwrap_or_else(|| mention_of(block, found.source.0, found.source.1));
        if let (Some((first, end)), Some((cue, _))) = (found.inner, found.cue) {
            let cue = block.span(cue as usize, cue as usize + 1).start();
            self.inner.push((cue, mention_of(block, first, end)));
        }
        let row = found.row.and_then(|row| rows.get(row));
        let manner = manner::of_quotation(&view, row, found.cue.map(|(cue, _)| cue), found.source.0);
        let draft = self.drafts.len();
        self.drafts.push(Draft {
            kind,
            content,
            cue: found.cue.map(|(first, end)| block.span(first as usize, end as usize)),
            status: found.status,
            manner,
            source: Some(source),
            rule: Rule::of(found.rule),
            confidence: found.rule.precision / 100.0,
        });
        if let Some(row) = found.row {
            self.used.push((row, draft));
        }
        draft
    }

    fn continued(&mut self, continuation: Continuation, span: Span) -> usize {
        match continuation {
            Continuation::Of { draft, .. } => {
                self.drafts[draft].content.push(span);
                draft
            }
            Continuation::LikeDraft { draft, rule } => {
                let like = self.drafts[draft].clone();
                let draft = Draft::of(rule, QuoteKind::Direct, span);
                self.push_new(Draft {
                    cue: like.cue,
                    status: like.status,
                    manner: like.manner,
                    source: like.source,
                    ..draft
                })
            }
            Continuation::From { cue, rule } => {
                let draft = Draft::of(rule, QuoteKind::Direct, span);
                self.push_new(draft.said_by(cue.source).with_cue(cue.cue, cue.manner))
            }
        }
    }

    /// *“LEE: We lost.”*: a transcript sets the speaker inside the marks.
    fn labelled(&self, block: &Block, quoted: &Quoted) -> Option<Draft> {
        let first = quoted.open as usize + 1;
        let words = block.tokens.get(first..(first + LONGEST_LABEL).min(quoted.close as usize))?;
        let colon = words.iter().position(|token| token.kind == TokenKind::Colon)?;
        let name = |token: &Token| token.is_word() && token.is_capital();
        let label = &words[..colon];
        let shouted = label.iter().any(|token| token.shape.has(Shape::SHOUTED));
        let given = label.first().is_some_and(|token| token.has(Classes::GIVEN.with(Classes::TITLE)));
        if label.is_empty() || !label.iter().all(name) || !shouted && !(given && colon > 1) {
            return None;
        }
        let rule = rules::LABEL_INSIDE;
        let end = quoted.end() as usize;
        let label = Mention::new(block.span(first, first + colon), MentionKind::Name);
        let draft = Draft::of(rule, QuoteKind::Direct, block.span(first + colon + 1, end));
        Some(
            draft
                .said_by(label)
                .with_cue(Some(block.span(first + colon, first + colon + 1)), Manner::default()),
        )
    }

    fn push_new(&mut self, draft: Draft) -> usize {
        self.drafts.push(draft);
        self.drafts.len() - 1
    }
}

/// *Adding, “…”*: a participle that opens the sentence takes the quotation, and nobody is named who does it.
fn joins(scene: &Scene<'_>) -> bool {
    scene.rows.first().is_some_and(|row| {
        row.group.form == VerbForm::Gerund
            && row.item() == scene.view.first
            && row.subject.is_none()
            && row.group.grades.quote >= 2
            && row.complement.kind == ComplementKind::Quotation
            && row.complement.start == scene.at
    })
}

/// *“dust,” “heat” and “flies”*: what stands alone behind another span of the list, with that and with what joins them.
fn with_joint(block: &Block, sentence: &Sentence, at: usize) -> Option<(QuoteKind, Span)> {
    let kind = |at: usize| block.chunks.items[at].kind;
    let joins = |at: &usize| matches!(kind(*at), ItemKind::Comma | ItemKind::Coordinator);
    let before = (sentence.first as usize..at).rev().take(3).find(|before| !joins(before))?;
    let and = (before + 1..at).any(|joint| kind(joint) == ItemKind::Coordinator);
    let joined = block.item_span(before, at + 1);
    (kind(before) == ItemKind::Quoted)
        .then_some((if and { QuoteKind::Mixed } else { QuoteKind::Direct }, joined))
}

/// *“You will,” came a voice*, *“You will,” Lee can be heard shouting*: whether a verb, or somebody and a verb, stand at
/// `at` behind the marks, a tag that no rule reads.
fn has_other_tag(view: &View<'_>, at: usize) -> bool {
    match view.kind(at) {
        Some(ItemKind::Verb) => view.is_finite(at),
        Some(ItemKind::Name | ItemKind::Nominal) => clause_at(view, at),
        _ => false,
    }
}

/// Where a quoted span is in its paragraph, of which its sentence is the `first` or the `only` one.
fn place(scene: &Scene<'_>, paragraph: usize, (first, only): (bool, bool)) -> Place {
    let Scene { view, at, quoted, rows, .. } = scene;
    let whole_sentence = (view.first..view.end)
        .all(|other| other == *at || matches!(view.kind(other), Some(ItemKind::Stop | ItemKind::Dash)));
    Place {
        paragraph,
        opens_sentence: scene.opens_sentence(),
        opens_paragraph: first && scene.opens_sentence(),
        whole_sentence,
        whole_paragraph: whole_sentence && only,
        several_words: quoted.close - quoted.open > 3,
        has_cue: rows.iter().take(8).any(|row| row.group.grades.quote >= 2),
        goes_on: view.ends_in_comma(*at) && has_other_tag(view, at + 1),
    }
}
