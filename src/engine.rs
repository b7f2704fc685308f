//! What happens to the sentences of a block, and what is kept from one to the next.

use crate::block::Block;
use crate::builder::Settings;
use crate::content::{Draft, indirect, mention_of, quoted_content};
use crate::document::Document;
use crate::explain::{ExplainedQuoted, ExplainedSentence, ExplainedVerb, Explanation};
use crate::few::Few;
use crate::flow::{Continuation, Cue, Flow, Place};
use crate::genre::Genre;
use crate::items::{ItemKind, Sentence, line};
use crate::link::{Link, Scene, link};
use crate::marks::Family;
use crate::quote::{
    Alternative, CueStatus, Mention, MentionKind, Quote, QuoteKind, Reason, Unattributed, Use,
};
use crate::resolve::{Collector, Source};
use crate::rule::{Entry, Rule};
use crate::segment;
use crate::span::Span;
use crate::verbs::{self, Row, View};

pub(crate) struct Engine<'t, 's, 'x> {
    text: &'t str,
    settings: &'s Settings,
    context: segment::Context<'s>,
    explanation: Option<&'x mut Explanation>,
    flow: Flow,
    drafts: Vec<Draft>,
    collector: Collector,
    unattributed: Vec<Unattributed>,
    /// Paragraphs before the block at work.
    paragraphs: usize,
    /// The links of the sentence at work: the row of each and its draft.
    used: Vec<(usize, usize)>,
}

impl<'t, 's, 'x> Engine<'t, 's, 'x> {
    pub(crate) fn new(
        text: &'t str,
        settings: &'s Settings,
        context: segment::Context<'s>,
        explanation: Option<&'x mut Explanation>,
    ) -> Self {
        Self {
            text,
            settings,
            context,
            explanation,
            flow: Flow::default(),
            drafts: Vec::new(),
            collector: Collector::default(),
            unattributed: Vec::new(),
            paragraphs: 0,
            used: Vec::new(),
        }
    }

    pub(crate) fn primary(&self) -> Family {
        Family::Double
    }

    pub(crate) fn block(&mut self, block: &mut Block) {
        let mut rows = std::mem::take(&mut block.rows);
        for index in 0..block.chunks.sentences.len() {
            let sentence = block.chunks.sentences[index];
            verbs::read(&block.chunks, &block.tokens, &sentence, self.context.lexicon, &mut rows);
            self.sentence(block, index, &sentence, &rows);
        }
        block.rows = rows;
        self.collector.block(self.text, block, self.paragraphs);
        self.paragraphs += block.paragraphs.len();
    }

    fn sentence(&mut self, block: &Block, index: usize, sentence: &Sentence, rows: &[Row]) {
        self.used.clear();
        if let Some(explanation) = self.explanation.as_deref_mut() {
            explanation.sentences.push(ExplainedSentence {
                span: block.item_span(sentence.first as usize, sentence.end as usize),
                line: line(sentence, &block.chunks),
                verbs: rows.iter().map(|row| explained(block, row)).collect(),
                quoted: Vec::new(),
            });
        }
        for at in sentence.items() {
            if block.chunks.items[at].kind == ItemKind::Quoted {
                self.quoted(block, index, sentence, rows, at);
            }
        }
        if self.settings.indirect {
            let used = &self.used;
            indirect(
                block,
                sentence,
                self.context.lexicon,
                rows,
                &|row| used.iter().any(|(used, _)| *used == row),
                &mut self.drafts,
            );
        }
        let (cue, colon) = self.sentence_cue(block, sentence, rows);
        self.flow.sentence(cue, colon);
    }

    fn quoted(&mut self, block: &Block, index: usize, sentence: &Sentence, rows: &[Row], at: usize) {
        let item = block.chunks.items[at];
        let quoted = &block.quoted[item.detail as usize];
        let scene = Scene {
            view: View {
                chunks: &block.chunks,
                first: sentence.first as usize,
                end: sentence.end as usize,
                lexicon: self.context.lexicon,
                tokens: &block.tokens,
            },
            rows,
            at,
            quoted,
            end: Scene::quoted_end(&block.tokens, quoted),
        };
        let mut tried = Vec::new();
        let tracing = self.explanation.is_some();
        let found = link(&scene, |entry, held| {
            if tracing {
                tried.push((entry.name, held));
            }
        });
        let paragraph = self.paragraphs + sentence.paragraph as usize;
        let span = block.item_span(at, at + 1);
        let place = Place {
            paragraph,
            opens_sentence: scene.opens_sentence(),
            opens_paragraph: block.paragraphs[sentence.paragraph as usize].sentences.start == index
                && scene.opens_sentence(),
            whole_sentence: (scene.view.first..scene.view.end).all(|other| {
                other == at || matches!(scene.view.kind(other), Some(ItemKind::Stop | ItemKind::Dash))
            }),
        };
        let draft = match found {
            Some(found) => Some(self.linked(block, rows, &found, at)),
            None => self.flow.continuation(place).map(|continuation| {
                let rule = match continuation {
                    Continuation::Of { rule, .. }
                    | Continuation::LikeDraft { rule, .. }
                    | Continuation::From { rule, .. } => rule,
                };
                if tracing {
                    tried.push((rule.name, true));
                }
                self.continued(continuation, span)
            }),
        };
        match draft {
            Some(draft) => self.flow.said(draft, paragraph, !quoted.closed),
            None => {
                self.unattributed.push(Unattributed { span, quoted_use: Use::Unknown, reason: Reason::NoCue })
            }
        }
        if let Some(explanation) = self.explanation.as_deref_mut() {
            let source = draft.and_then(|draft| self.drafts[draft].source).map(|source| source.span());
            if let Some(last) = explanation.sentences.last_mut() {
                last.quoted.push(ExplainedQuoted { span, tried, source });
            }
        }
    }

    /// The draft of a linked span: that of its cue, if another span of the sentence has it.
    fn linked(&mut self, block: &Block, rows: &[Row], found: &Link, at: usize) -> usize {
        let (kind, content) = quoted_content(block, rows, found, at);
        if let Some(row) = found.row {
            if let Some((_, draft)) = self.used.iter().find(|(used, _)| *used == row) {
                let known = &mut self.drafts[*draft];
                if !known.content.as_slice().iter().any(|span| span.contains(content)) {
                    known.content.push(content);
                }
                return *draft;
            }
        }
        let draft = self.drafts.len();
        self.drafts.push(Draft {
            kind,
            content: Few::one(content),
            cue: found.cue.map(|(first, end)| block.span(first as usize, end as usize)),
            status: found.status,
            source: Some(mention_of(block, found.source.0, found.source.1)),
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
                    kind: crate::quote::QuoteKind::Direct,
                    rule: Rule::of(rule),
                    confidence: rule.precision / 100.0,
                    ..like
                })
            }
            Continuation::From { cue, rule } => self.push_new(Draft {
                kind: crate::quote::QuoteKind::Direct,
                content: Few::one(span),
                cue: cue.cue,
                status: crate::quote::CueStatus::default(),
                source: Some(cue.source),
                rule: Rule::of(rule),
                confidence: rule.precision / 100.0,
            }),
        }
    }

    fn push_new(&mut self, draft: Draft) -> usize {
        self.drafts.push(draft);
        self.drafts.len() - 1
    }

    /// The cue that the sentence leaves for the next, and whether it ends in a colon.
    fn sentence_cue(&self, block: &Block, sentence: &Sentence, rows: &[Row]) -> (Option<Cue>, bool) {
        let items = &block.chunks.items[sentence.items()];
        let colon = items.last().is_some_and(|item| item.kind == ItemKind::Colon);
        let best = rows
            .iter()
            .filter(|row| row.has_subject() && !row.group.copular)
            .max_by_key(|row| (row.group.grades.quote >= 2, colon, row.parent.is_none()));
        let paragraph = self.paragraphs + sentence.paragraph as usize;
        let cue = best.and_then(|row| {
            let subject = row.subject?;
            let main = row.group.main as usize;
            Some(Cue {
                source: mention_of(block, subject.first, subject.end),
                cue: Some(block.span(main, main + 1)),
                reports: row.group.grades.quote >= 2,
                paragraph,
            })
        });
        (cue, colon)
    }

    /// Puts sources that the caller knows, each with what it says, in the place of those that were found.
    pub(crate) fn replace(&mut self, utterances: &[(Span, Span)]) {
        self.unattributed.clear();
        self.drafts.clear();
        self.drafts.extend(utterances.iter().map(|(source, content)| Draft {
            kind: QuoteKind::Direct,
            content: Few::one(*content),
            cue: None,
            status: CueStatus::default(),
            source: Some(Mention::new(*source, MentionKind::Name)),
            rule: Rule::of(&GIVEN),
            confidence: 1.0,
        }));
    }

    pub(crate) fn finish(self) -> Document<'t> {
        let mut quotes: Vec<Quote> = self
            .drafts
            .into_iter()
            .map(|draft| Quote {
                kind: draft.kind,
                content: draft.content,
                cue: draft.cue,
                status: draft.status,
                source: draft.source,
                speakers: Few::default(),
                addressees: Few::default(),
                rule: draft.rule,
                confidence: draft.confidence,
                speaker_confidence: 0.0,
                speaker_reason: "",
                alternatives: Vec::new(),
            })
            .collect();
        quotes.sort_by_key(|quote| quote.content().first().map_or(0, |span| span.start()));
        let sources: Vec<Source> = quotes.iter().map(source_of).collect();
        let resolved = self.collector.finish(self.text, &sources);
        for (quote, answer) in quotes.iter_mut().zip(resolved.answers) {
            if quote.source.is_none() {
                continue;
            }
            quote.speakers = answer.speakers;
            quote.speaker_reason = answer.reason.as_str();
            quote.speaker_confidence = answer.confidence;
            if let Some((entity, confidence)) = answer.alternative {
                let speakers = Few::one(entity);
                quote.alternatives.push(Alternative { source: quote.source, speakers, confidence });
            }
        }
        Document {
            text: self.text,
            genre: self.settings.genre.unwrap_or(Genre::News),
            quotes,
            unattributed: self.unattributed,
            entities: resolved.entities,
            sentences: Vec::new(),
        }
    }
}

/// Stands for a rule where the caller gave the source.
static GIVEN: Entry = Entry {
    name: "given",
    about: "the caller gave source and content",
    precision: 100.0,
    finds: &[],
    leaves: &[],
};

/// What `resolve` must know of a quote: its source, and from where to where it reaches.
fn source_of(quote: &Quote) -> Source {
    let content = quote.content();
    let first = content.first().map_or(0, |span| span.start());
    let last = content.last().map_or(0, |span| span.end());
    let span = quote.source.map_or(Span::new(first, first), |source| source.span());
    Source { span, content: Span::new(first, last) }
}

fn explained(block: &Block, row: &Row) -> ExplainedVerb {
    let complement = row.complement;
    let verb = block.item_span(row.item(), row.item() + 1);
    let reported = if complement.start < complement.end {
        block.item_span(complement.start, complement.end)
    } else {
        Span::new(verb.end(), verb.end())
    };
    ExplainedVerb {
        verb,
        subject: row.subject.map(|subject| block.item_span(subject.first, subject.end)),
        complement: (complement.kind.name(), reported),
        grade: row.grade(),
    }
}
