//! A quoted span: the link, the continuation or the label that gives it a speaker.

use crate::answer::quote::{CueStatus, Mention, MentionKind, QuoteKind, Reason, Unattributed, Use};
use crate::answer::rule::{Entry, Rule};
use crate::attribution::content::{Draft, mention_of, possessor, quoted_content};
use crate::attribution::flow::{Continuation, Place, Taken, Unsigned};
use crate::attribution::link::{Link, Scene, is_speech, link, rules, trials, usage, use_of};
use crate::base::few::Few;
use crate::base::span::Span;
use crate::explain::{ExplainedQuoted, Trial};
use crate::grammar::block::Block;
use crate::grammar::items::{Form, ItemKind, Sentence};
use crate::grammar::rows::{ComplementKind, Row, View};
use crate::lexicon::Classes;
use crate::text::lex::{Shape, Token, TokenKind};
use crate::text::marks::Quoted;

use super::Engine;

/// The words of a label and its colon.
const LONGEST_LABEL: usize = 6;

impl Engine<'_, '_, '_> {
    pub(super) fn quoted(
        &mut self,
        block: &Block,
        index: usize,
        sentence: &Sentence,
        rows: &[Row],
        at: usize,
    ) {
        let item = block.chunks.items[at];
        let quoted = &block.quoted[item.detail as usize];
        let scene = Scene {
            view: View::of(&block.chunks, &block.tokens, sentence, self.context.lexicon),
            rows,
            at,
            quoted,
            nested: self.settings.nested,
            end: Scene::quoted_end(&block.tokens, quoted),
        };
        let custom = self.custom_quoted(block, rows, at);
        let span = block.item_span(at, at + 1);
        if let Some(quoted_use) = usage(&scene).filter(|_| custom.is_none()) {
            self.unattributed.push(Unattributed { span, quoted_use, reason: Reason::NotSpeech });
            self.explain_quoted(ExplainedQuoted::new(span, None, None, std::iter::empty()));
            return;
        }
        let found = if custom.is_some() { None } else { link(&scene) };
        let paragraph = self.paragraphs + sentence.paragraph as usize;
        let around = &block.paragraphs[sentence.paragraph as usize].sentences;
        let whole_sentence = (scene.view.first..scene.view.end).all(|other| {
            other == at || matches!(scene.view.kind(other), Some(ItemKind::Stop | ItemKind::Dash))
        });
        let place = Place {
            paragraph,
            opens_sentence: scene.opens_sentence(),
            opens_paragraph: around.start == index && scene.opens_sentence(),
            whole_sentence,
            whole_paragraph: whole_sentence && around.len() == 1,
            several_words: quoted.close - quoted.open > 3,
            has_cue: rows.iter().take(8).any(|row| row.group.grades.quote >= 2),
        };
        let mut goes_on = None;
        let draft = match (custom, found) {
            (Some(draft), _) => Some(draft),
            (None, Some(found)) => Some(self.linked(block, sentence, rows, &found, at)),
            (None, None) => self.unlinked(block, &scene, place, span, &mut goes_on),
        };
        match draft {
            Some(draft) => {
                if self.drafts[draft].source.is_some() {
                    self.flow.said(draft, paragraph, quoted);
                }
                if self.settings.least_confidence > 0.0 {
                    self.marked.push((span, draft));
                }
            }
            None => {
                let quoted_use = use_of(&scene);
                let reason = if quoted_use == Use::Unknown { Reason::NoCue } else { Reason::NotSpeech };
                self.unattributed.push(Unattributed { span, quoted_use, reason });
            }
        }
        if self.explanation.is_some() {
            let draft = draft.map(|draft| &self.drafts[draft]);
            let trials = trials(&scene).map(|trial| Trial::new(block, trial));
            self.explain_quoted(ExplainedQuoted::new(span, draft, goes_on, trials));
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
            draft = Some(self.push_new(sourceless(span, rules::NO_SOURCE)));
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

    fn explain_quoted(&mut self, quoted: ExplainedQuoted) {
        let sentences = self.explanation.as_deref_mut().map(|explanation| &mut explanation.sentences);
        if let Some(last) = sentences.and_then(|sentences| sentences.last_mut()) {
            last.quoted.push(quoted);
        }
    }

    /// The draft of a linked span: that of its cue, if another span of the sentence has it.
    fn linked(&mut self, block: &Block, sentence: &Sentence, rows: &[Row], found: &Link, at: usize) -> usize {
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
        let view = View::of(&block.chunks, &block.tokens, sentence, self.context.lexicon);
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
        let draft = self.drafts.len();
        self.drafts.push(Draft {
            kind,
            content,
            cue: found.cue.map(|(first, end)| block.span(first as usize, end as usize)),
            status: found.status,
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
                self.push_new(Draft {
                    content: Few::one(span),
                    kind: crate::answer::quote::QuoteKind::Direct,
                    rule: Rule::of(rule),
                    confidence: rule.precision / 100.0,
                    ..like
                })
            }
            Continuation::From { cue, rule } => self.push_new(Draft {
                kind: crate::answer::quote::QuoteKind::Direct,
                content: Few::one(span),
                cue: cue.cue,
                status: crate::answer::quote::CueStatus::default(),
                source: Some(cue.source),
                rule: Rule::of(rule),
                confidence: rule.precision / 100.0,
            }),
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
        Some(Draft {
            kind: QuoteKind::Direct,
            content: Few::one(block.span(first + colon + 1, end)),
            cue: Some(block.span(first + colon, first + colon + 1)),
            status: CueStatus::default(),
            source: Some(Mention::new(block.span(first, first + colon), MentionKind::Name)),
            rule: Rule::of(rule),
            confidence: rule.precision / 100.0,
        })
    }

    fn push_new(&mut self, draft: Draft) -> usize {
        self.drafts.push(draft);
        self.drafts.len() - 1
    }
}

/// *Adding, “…”*: a participle that opens the sentence takes the quotation, and nobody is named who does it.
fn joins(scene: &Scene<'_>) -> bool {
    scene.rows.first().is_some_and(|row| {
        row.group.form == Form::Gerund
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

/// A quotation of which nothing tells who said it.
fn sourceless(span: Span, rule: &'static Entry) -> Draft {
    Draft {
        kind: QuoteKind::Direct,
        content: Few::one(span),
        cue: None,
        status: CueStatus::default(),
        source: None,
        rule: Rule::of(rule),
        confidence: rule.precision / 100.0,
    }
}
