//! What happens to the sentences of a block, and what is kept from one to the next.

use crate::block::{Block, Wants};
use crate::builder::Settings;
use crate::content::{Draft, Scratch, indirect, mention_of, possessor, quoted_content};
use crate::custom::{self, Reading};
use crate::document::Document;
use crate::explain::{ExplainedQuoted, ExplainedSentence, ExplainedVerb, Explanation, Trial};
use crate::few::Few;
use crate::flow::{Continuation, Cue, Flow, Place, Taken, Unsigned};
use crate::genre::Genre;
use crate::items::{Form, ItemKind, Sentence, line};
use crate::lex::{Shape, Token, TokenKind};
use crate::lexicon::Classes;
use crate::link::{Link, Scene, is_speech, link, rules, trials, usage, use_of};
use crate::marks::{Family, Quoted};

use crate::quote::{
    Alternative, CueStatus, Mention, MentionKind, Quote, QuoteKind, Reason, Unattributed, Use,
};
use crate::resolve::{Answer, Collector, Source};
use crate::rule::{Entry, Rule};
use crate::scratch::Kept;
use crate::segment;
use crate::span::Span;
use crate::verbs::{self, ComplementKind, Row, View};

/// The words of a label and its colon.
const LONGEST_LABEL: usize = 6;

/// A sentence of more items is read in pieces, so that rules may look at all of it: no prose has one, and
/// without the bound a text that is one sentence would cost the square of its length.
const MOST_ITEMS: u32 = 512;

/// So many drafts a quotation may go on from, or a signature sign.
const NEAR_DRAFTS: usize = 256;

/// The sentence, or the pieces of one that has too many items.
pub(crate) fn pieces(whole: Sentence) -> impl Iterator<Item = Sentence> {
    (whole.first..whole.end).step_by(MOST_ITEMS as usize).map(move |first| Sentence {
        first,
        end: whole.end.min(first + MOST_ITEMS),
        ..whole
    })
}

/// Whether who is meant is decided part by part, or once all sources are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    OfLongTexts,
    Never,
}

pub(crate) struct Engine<'t, 's, 'x> {
    text: &'t str,
    settings: &'s Settings,
    context: segment::Context<'s>,
    explanation: Option<&'x mut Explanation>,
    flow: Flow,
    drafts: Vec<Draft>,
    /// Who is behind the first of the drafts, in a text so long that it is resolved in parts.
    answers: Vec<Answer>,
    /// The quotes of parts that are over.
    quotes: Vec<Quote>,
    scratch: Scratch,
    collector: Collector,
    unattributed: Vec<Unattributed>,
    sentences: Vec<Span>,
    /// The quoted spans with their drafts; kept only where drafts may be left out at the end.
    marked: Vec<(Span, usize)>,
    /// What the caller's own rules read in the sentence at work, with their drafts.
    custom: Vec<(Reading, Option<usize>)>,
    /// Paragraphs before the block at work.
    paragraphs: usize,
    /// The links of the sentence at work: the row of each and its draft.
    used: Vec<(usize, usize)>,
    /// Where the cue of a quotation begins whose source reports somebody else, and that speaker.
    inner: Vec<(usize, Mention)>,
}

impl<'t, 's, 'x> Engine<'t, 's, 'x> {
    pub(crate) fn new(
        text: &'t str,
        settings: &'s Settings,
        context: segment::Context<'s>,
        explanation: Option<&'x mut Explanation>,
        kept: Kept,
    ) -> Self {
        Self {
            text,
            settings,
            context,
            explanation,
            flow: Flow::default(),
            drafts: kept.drafts,
            answers: Vec::new(),
            quotes: Vec::new(),
            scratch: kept.indirect,
            collector: kept.collector,
            unattributed: Vec::new(),
            sentences: Vec::new(),
            marked: Vec::new(),
            custom: Vec::new(),
            paragraphs: 0,
            used: Vec::new(),
            inner: Vec::new(),
        }
    }

    pub(crate) fn primary(&self) -> Family {
        Family::Double
    }

    /// What of a block has to be read for what was asked.
    pub(crate) fn wants(&self) -> Wants {
        let settings = self.settings;
        if settings.entities {
            Wants::All
        } else if settings.indirect || !settings.rules.is_empty() || self.explanation.is_some() {
            Wants::Sources
        } else {
            Wants::Quoted
        }
    }

    pub(crate) fn block(&mut self, block: &mut Block, parts: Parts) {
        self.sentences(block);
        if self.settings.entities {
            self.collector.block(self.text, block, self.paragraphs);
        }
        self.paragraphs += block.paragraphs.len();
        let may = self.settings.least_confidence <= 0.0 && parts == Parts::OfLongTexts;
        if may && self.collector.is_full(block.base) {
            self.resolve();
            self.let_go(self.drafts.len().saturating_sub(NEAR_DRAFTS));
        }
    }

    /// Finds who is behind the drafts that have no answer.
    fn resolve(&mut self) {
        if !self.settings.entities {
            return;
        }
        let sources: Vec<Source> = self.drafts[self.answers.len()..].iter().map(source_of).collect();
        self.answers.extend(self.collector.resolve(self.text, &sources));
    }

    /// Makes quotes of the first `count` drafts, which have their answers if they were asked for.
    fn let_go(&mut self, count: usize) {
        self.quotes.reserve(count);
        let answered = self.answers.len().min(count);
        let answers = self.answers.drain(..answered).map(Some).chain(std::iter::repeat(None));
        let drafts = self.drafts.drain(..count);
        self.quotes.extend(drafts.zip(answers).map(|(draft, answer)| quote(draft, answer)));
        self.flow.move_up(count);
    }

    /// The drafts of the block's sentences.
    pub(crate) fn sentences(&mut self, block: &mut Block) {
        let mut rows = std::mem::take(&mut block.rows);
        let mut ends = std::mem::take(&mut block.row_ends);
        rows.clear();
        ends.clear();
        // one stage after the other, so that each finds its code in the cache
        for sentence in block.chunks.sentences.iter().flat_map(|whole| pieces(*whole)) {
            verbs::append(&block.chunks, &block.tokens, &sentence, self.context.lexicon, &mut rows);
            ends.push(rows.len());
        }
        let (mut first, mut own) = (0, ends.iter());
        for index in 0..block.chunks.sentences.len() {
            let whole = block.chunks.sentences[index];
            let before = self.sentences.len();
            for sentence in pieces(whole) {
                let end = own.next().copied().unwrap_or(first);
                self.sentence(block, index, &sentence, &rows[first..end]);
                first = end;
            }
            self.join_sentences(before);
        }
        block.rows = rows;
        block.row_ends = ends;
    }

    /// Makes one sentence of those from place `first` on: the pieces of one that was too long.
    fn join_sentences(&mut self, first: usize) {
        if self.sentences.len() > first + 1 {
            let end = self.sentences.last().map_or(0, |last| last.end());
            self.sentences.truncate(first + 1);
            self.sentences[first] = Span::new(self.sentences[first].start(), end);
        }
    }

    fn sentence(&mut self, block: &Block, index: usize, sentence: &Sentence, rows: &[Row]) {
        self.used.clear();
        let span = block.item_span(sentence.first as usize, sentence.end as usize);
        self.sentences.push(self.reaching_back(span));
        if let Some(explanation) = self.explanation.as_deref_mut() {
            explanation.sentences.push(ExplainedSentence {
                span,
                line: line(sentence, &block.chunks),
                verbs: rows.iter().map(|row| ExplainedVerb::of(block, row)).collect(),
                quoted: Vec::new(),
            });
        }
        self.read_custom(block, sentence);
        self.signature(block, sentence);
        self.tag_apart(block, sentence, rows);
        for at in sentence.items() {
            if block.chunks.items[at].kind == ItemKind::Quoted {
                self.quoted(block, index, sentence, rows, at);
            }
        }
        if self.settings.indirect {
            self.custom_indirect(block, rows);
            let first = self.drafts.len();
            let used = &self.used;
            indirect(
                block,
                sentence,
                self.context.lexicon,
                rows,
                |row| used.iter().any(|(used, _)| *used == row),
                self.settings.nested,
                &mut self.scratch,
                &mut self.drafts,
            );
            self.prefer_custom(block, first);
        }
        let (cue, colon) = self.sentence_cue(block, sentence, rows);
        self.flow.sentence(cue, colon);
    }

    fn quoted(&mut self, block: &Block, index: usize, sentence: &Sentence, rows: &[Row], at: usize) {
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
        let place = Place {
            paragraph,
            opens_sentence: scene.opens_sentence(),
            opens_paragraph: block.paragraphs[sentence.paragraph as usize].sentences.start == index
                && scene.opens_sentence(),
            whole_sentence: (scene.view.first..scene.view.end).all(|other| {
                other == at || matches!(scene.view.kind(other), Some(ItemKind::Stop | ItemKind::Dash))
            }),
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
                    self.flow.said(draft, paragraph, !quoted.closed);
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
        let label = if place.opens_paragraph { self.labelled(block, scene.quoted) } else { None };
        if let Some(label) = label {
            *goes_on = Some(rules::LABEL_INSIDE);
            return Some(self.push_new(label));
        }
        let continuation = self.flow.continuation(place);
        *goes_on = continuation.map(Continuation::rule);
        let mut draft = continuation.map(|continuation| self.continued(continuation, span));
        if draft.is_none() && is_speech(scene) {
            *goes_on = Some(rules::NO_SOURCE);
            draft = Some(self.push_new(sourceless(span, rules::NO_SOURCE)));
        }
        if place.whole_sentence && !continuation.is_some_and(Continuation::is_sure) {
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

    /// Asks the caller's own rules.
    fn read_custom(&mut self, block: &Block, sentence: &Sentence) {
        self.custom.clear();
        if self.settings.rules.is_empty() {
            return;
        }
        let mut readings = Vec::new();
        let line = line(sentence, &block.chunks);
        for rule in self.settings.rules.iter() {
            rule.read(&line, sentence.first as usize, &mut readings);
        }
        self.custom.extend(readings.into_iter().map(|reading| (reading, None)));
    }

    /// The draft that a rule of the caller's own gives the quoted span at item `at`.
    fn custom_quoted(&mut self, block: &Block, rows: &[Row], at: usize) -> Option<usize> {
        let place = self.custom.iter().position(|(reading, _)| reading.content.contains(&at))?;
        Some(self.custom_draft(block, rows, place))
    }

    /// What rules of the caller's own read beside the quoted spans.
    fn custom_indirect(&mut self, block: &Block, rows: &[Row]) {
        for place in 0..self.custom.len() {
            self.custom_draft(block, rows, place);
        }
    }

    /// Takes out the drafts from `first` on whose content a rule of the caller's own has read already.
    fn prefer_custom(&mut self, block: &Block, first: usize) {
        for (reading, _) in &self.custom {
            let content = block.item_span(reading.content.start, reading.content.end);
            let fresh = self.drafts.split_off(first);
            let apart = |draft: &Draft| !draft.content.as_slice().iter().any(|span| span.overlaps(content));
            self.drafts.extend(fresh.into_iter().filter(apart));
        }
    }

    fn custom_draft(&mut self, block: &Block, rows: &[Row], place: usize) -> usize {
        let (reading, known) = &self.custom[place];
        if let Some(known) = known {
            return *known;
        }
        let row = rows.iter().position(|row| reading.cue.contains(&row.item()));
        let draft = self.drafts.len();
        self.drafts.push(custom::draft(block, reading));
        self.custom[place].1 = Some(draft);
        self.used.extend(row.map(|row| (row, draft)));
        draft
    }

    /// The draft of a linked span: that of its cue, if another span of the sentence has it.
    fn linked(&mut self, block: &Block, sentence: &Sentence, rows: &[Row], found: &Link, at: usize) -> usize {
        let (kind, content) = quoted_content(block, sentence, rows, found, at);
        if let Some(row) = found.row {
            if let Some((_, draft)) = self.used.iter().find(|(used, _)| *used == row) {
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

    /// A sentence that opens with a dash and a name signs the quotation that fills the one before.
    fn signature(&mut self, block: &Block, sentence: &Sentence) {
        let first = sentence.first as usize;
        let dash = block.chunks.items[first].kind == ItemKind::Dash;
        let view = View::of(&block.chunks, &block.tokens, sentence, self.context.lexicon);
        if !dash || !view.is_noun_phrase(first + 1) {
            return;
        }
        let Some(unsigned) = self.flow.signed(self.paragraphs + sentence.paragraph as usize) else { return };
        let source = mention_of(block, first + 1, view.forward_chain(first + 1));
        self.sign(unsigned, rules::SIGNATURE, source, block.item_span(first, first + 1));
    }

    /// *“We lost.” Lee said.*: a tag after a full stop.
    fn tag_apart(&mut self, block: &Block, sentence: &Sentence, rows: &[Row]) {
        let [row] = rows else { return };
        let Some(subject) = row.subject.filter(|subject| subject.first == sentence.first as usize) else {
            return;
        };
        let said = row.group.grades.quote >= 2
            && row.group.form == Form::Finite
            && row.complement.kind == ComplementKind::None
            && row.item() == subject.end
            && sentence.items().len() <= 8;
        if !said || block.chunks.items[sentence.items()].iter().any(|item| item.kind == ItemKind::Quoted) {
            return;
        }
        let paragraph = self.paragraphs + sentence.paragraph as usize;
        let Some(unsigned) = self.flow.signed(paragraph).filter(|unsigned| unsigned.paragraph == paragraph)
        else {
            return;
        };
        let main = row.group.main as usize;
        let source = mention_of(block, subject.first, subject.end);
        self.sign(unsigned, rules::TAG_APART, source, block.span(main, main + 1));
    }

    /// Gives a quotation without a cue its source, whatever it was taken for.
    fn sign(&mut self, unsigned: Unsigned, rule: &'static Entry, source: Mention, cue: Span) {
        let draft = Draft {
            kind: QuoteKind::Direct,
            content: Few::one(unsigned.span),
            cue: Some(cue),
            status: CueStatus::default(),
            source: Some(source),
            rule: Rule::of(rule),
            confidence: rule.precision / 100.0,
        };
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
        let announced = || self.announcement(block, sentence, paragraph);
        (if colon { cue.or_else(announced) } else { cue }, colon)
    }

    /// *Transcript as follows:* has no verb of anybody's, but announces what comes.
    fn announcement(&self, block: &Block, sentence: &Sentence, paragraph: usize) -> Option<Cue> {
        let view = View::of(&block.chunks, &block.tokens, sentence, self.context.lexicon);
        let first = view.first;
        if !view.is_noun_phrase(first) {
            return None;
        }
        let end = view.forward_chain(first);
        Some(Cue {
            source: mention_of(block, first, end),
            cue: Some(block.item_span(end, view.end)),
            reports: true,
            paragraph,
        })
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

    /// The document, and what the next text can use again.
    pub(crate) fn finish(mut self) -> (Document<'t>, Kept) {
        self.leave_out_unsure();
        self.reach_to_the_end();
        self.resolve();
        self.let_go(self.drafts.len());
        let mut quotes = self.quotes;
        put_in_order(&mut quotes);
        keep_inner(&mut self.inner, &mut quotes);
        let roster = self.collector.finish();
        let kept = Kept { drafts: self.drafts, indirect: self.scratch, collector: self.collector };
        let document = Document {
            text: self.text,
            genre: self.settings.genre.unwrap_or(Genre::News),
            quotes,
            unattributed: self.unattributed,
            roster,
            sentences: self.sentences,
        };
        (document, kept)
    }

    /// The sentence with what stands before it and has given no item, such as a stray control character.
    fn reaching_back(&self, span: Span) -> Span {
        let end = self.sentences.last().map_or(0, |last| last.end());
        let gap = self.text.get(end..span.start()).unwrap_or("");
        let blank = gap.len() - gap.trim_start_matches(is_blank).len();
        if blank == gap.len() { span } else { Span::new(end + blank, span.end()) }
    }

    /// What stands after the last sentence belongs to it.
    fn reach_to_the_end(&mut self) {
        let start = self.sentences.last().map_or(0, |last| last.end());
        let rest = self.text[start..].trim_matches(is_blank);
        if rest.is_empty() {
            return;
        }
        let blank = self.text[start..].len() - self.text[start..].trim_start_matches(is_blank).len();
        let end = start + blank + rest.len();
        match self.sentences.last_mut() {
            Some(last) => *last = Span::new(last.start(), end),
            None => self.sentences.push(Span::new(blank, end)),
        }
    }

    /// Takes out the drafts below the least confidence; their quoted spans are nobody's.
    fn leave_out_unsure(&mut self) {
        let least = self.settings.least_confidence;
        if least <= 0.0 {
            return;
        }
        let unsure = self.marked.iter().filter(|(_, draft)| self.drafts[*draft].confidence < least);
        self.unattributed.extend(unsure.map(|(span, _)| Unattributed {
            span: *span,
            quoted_use: Use::Unknown,
            reason: Reason::BelowLeastConfidence,
        }));
        self.unattributed.sort_by_key(|unattributed| unattributed.span.start());
        self.drafts.retain(|draft| draft.confidence >= least);
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

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}'
}

/// What `resolve` must know of a draft: its source, and from where to where it reaches.
fn source_of(draft: &Draft) -> Source {
    let content = draft.content.as_slice();
    let first = content.first().map_or(0, |span| span.start());
    let last = content.last().map_or(0, |span| span.end());
    let span = draft.source.map_or(Span::new(first, first), |source| source.span());
    Source { span, content: Span::new(first, last) }
}

/// The quote of a draft, whose source is the person or body of `answer`.
fn quote(draft: Draft, answer: Option<Answer>) -> Quote {
    let answer = answer.filter(|_| draft.source.is_some());
    let reason = answer.as_ref().map_or("", |answer| answer.reason.as_str());
    let answer = answer.unwrap_or_default();
    let mut alternatives = Vec::with_capacity(answer.alternatives.iter().flatten().count());
    for (entity, confidence) in answer.alternatives.into_iter().flatten() {
        alternatives.push(Alternative { source: draft.source, speakers: Few::one(entity), confidence });
    }
    Quote {
        kind: draft.kind,
        content: draft.content,
        cue: draft.cue,
        status: draft.status,
        source: draft.source,
        speakers: answer.speakers,
        addressees: Few::default(),
        rule: draft.rule,
        confidence: draft.confidence,
        speaker_confidence: answer.confidence,
        speaker_reason: reason,
        alternatives,
    }
}

/// Sorts quotes by their first bytes. They are in order but for a few of a sentence or paragraph, and a long
/// text has many: each stretch out of order is sorted apart, so that no room for all of them is needed.
fn put_in_order(quotes: &mut [Quote]) {
    let start = |quote: &Quote| quote.content().first().map_or(0, |span| span.start());
    if quotes.is_sorted_by_key(start) {
        return;
    }
    let mut least: Vec<usize> = quotes.iter().map(start).collect();
    for at in (1..least.len()).rev() {
        least[at - 1] = least[at - 1].min(least[at]);
    }
    let (mut first, mut most) = (0, 0);
    for at in 0..=quotes.len() {
        // all before stand before all from here on
        if least.get(at).is_none_or(|least| most <= *least) {
            quotes[first..at].sort_by_key(start);
            first = at;
        }
        most = most.max(quotes.get(at).map_or(0, start));
    }
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

/// Keeps the nearer speakers as alternatives; `inner` has where the cue begins and the speaker.
fn keep_inner(inner: &mut [(usize, Mention)], quotes: &mut [Quote]) {
    if inner.is_empty() {
        return;
    }
    inner.sort_unstable_by_key(|(cue, _)| *cue);
    for quote in quotes {
        let Some(cue) = quote.cue.map(|cue| cue.start()) else { continue };
        let Ok(at) = inner.binary_search_by_key(&cue, |(cue, _)| *cue) else { continue };
        let confidence = (1.0 - quote.confidence) / 2.0;
        let speakers = Few::default();
        quote.alternatives.push(Alternative { source: Some(inner[at].1), speakers, confidence });
    }
}
