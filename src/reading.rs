//! The one loop that reads a text, block by block, and what is kept from one block to the next.
//!
//! In: a text of any genre. Out: drafts of quotes, mentions, the lines of a conversation; `finish.rs` makes the document
//! of them.

use crate::answer::genre::Genre;
use crate::answer::quote::Quote;
use crate::attribution::evidence::Named;
use crate::attribution::lines::tells_speakers;
use crate::attribution::sentence::{Asked, Attribution, NEAR_DRAFTS};
use crate::base::span::Span;
use crate::dialogue;
use crate::explain::{ExplainedSentence, Explanation};
use crate::grammar::block::{Block, Wants};
use crate::grammar::rows::{self, Wanted};
use crate::identity::mention::Sources;
use crate::identity::resolve;
use crate::lexicon::Lexicon;
use crate::policy::{Across, Policy};
use crate::scratch::Scratch;
use crate::settings::Settings;
use crate::text::layout::{self, Layout};
use crate::text::marks::Primary;
use crate::text::pieces::ranges;
use crate::text::segment;
use crate::text::turns::{Trust, Turns};

/// Whether who is meant is decided part by part, or once all sources are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    OfLongTexts,
    Never,
}

/// A text on its way to a document.
pub(crate) struct Reading<'t, 's, 'x> {
    pub(crate) text: &'t str,
    pub(crate) genre: Genre,
    pub(crate) settings: &'s Settings,
    pub(crate) context: segment::Context<'s>,
    pub(crate) explanation: Option<&'x mut Explanation>,
    pub(crate) attribution: Attribution<'s>,
    /// Who is behind the first of the drafts, in a text so long that it is resolved in parts.
    pub(crate) answers: Vec<resolve::Answer>,
    /// The quotes of parts that are over.
    pub(crate) quotes: Vec<Quote>,
    pub(crate) sentences: Vec<Span>,
    pub(crate) mentions: resolve::Collector,
    /// The sources that the caller tells, in order, where no others are sought.
    pub(crate) given: Option<Vec<Span>>,
    /// The lines, where the text is read as a conversation.
    pub(crate) conversation: Option<dialogue::Collector>,
    /// The lines that the caller gives to somebody.
    pub(crate) pins: Vec<dialogue::Pinned>,
    /// What stands behind labels.
    pub(crate) turns: Turns,
    primary: Primary,
    parts: Parts,
    /// The sources of the block at work, in bytes from its base.
    pub(crate) sources: Vec<(u32, u32)>,
}

impl<'t, 's, 'x> Reading<'t, 's, 'x> {
    /// Before the first block.
    pub(crate) fn new(
        text: &'t str,
        lexicon: &'s Lexicon,
        settings: &'s Settings,
        explanation: Option<&'x mut Explanation>,
        scratch: &mut Scratch,
        parts: Parts,
    ) -> Self {
        let wrapped = settings.wrapped.unwrap_or_else(|| Layout::of(text).wrapped);
        let (genre, turns) = labelled(text, settings.genre, wrapped, lexicon);
        let policy = Policy::of(genre);
        let primary = policy.primary(text);
        let asked = Asked {
            lexicon,
            rules: &settings.rules,
            nested: settings.nested,
            indirect: settings.indirect.unwrap_or(policy.indirect),
            topics: settings.topics,
            least_confidence: settings.least_confidence,
            traced: explanation.is_some(),
        };
        let kept = std::mem::take(&mut scratch.kept);
        Self {
            text,
            genre,
            settings,
            context: segment::Context { lexicon, wrapped },
            explanation,
            attribution: Attribution::new(asked, kept.attribution),
            answers: Vec::new(),
            quotes: Vec::new(),
            sentences: Vec::new(),
            mentions: kept.mentions,
            given: None,
            conversation: (policy.across == Across::Conversation).then(|| dialogue::Collector::new(primary)),
            pins: Vec::new(),
            turns,
            primary,
            parts,
            sources: kept.sources,
        }
    }

    /// Reads the whole text.
    pub(crate) fn read(&mut self, block: &mut Block) {
        block.forget();
        let text = self.text;
        let mut paragraphs = ranges(text, self.context.wrapped).peekable();
        while let Some(first) = paragraphs.next() {
            block.fill(text, first, &mut paragraphs, self.primary, self.context.lexicon);
            block.chunk(text, self.context, self.wants());
            self.block(block);
        }
    }

    #[cfg(feature = "stages")]
    pub(crate) const fn primary(&self) -> Primary {
        self.primary
    }

    /// What of a block has to be read for what was asked.
    fn wants(&self) -> Wants {
        let settings = self.settings;
        if settings.entities || self.conversation.is_some() {
            Wants::All
        } else if settings.indirect.unwrap_or(true)
            || !settings.rules.is_empty()
            || self.explanation.is_some()
        {
            Wants::Sources
        } else {
            Wants::Quoted
        }
    }

    /// What the sentences of a block say, and whom they mention.
    pub(crate) fn block(&mut self, block: &mut Block) {
        let first = self.attribution.drafts.len().saturating_sub(NEAR_DRAFTS);
        self.sentences(block);
        self.find_given(block);
        if let Some(conversation) = &mut self.conversation {
            let told = dialogue::Heard {
                lines: &self.attribution.evidence,
                ahead: &self.attribution.ahead,
                named: &self.attribution.named,
                unsaid: &self.attribution.unsaid,
            };
            conversation.block(self.text, block, told, self.context.lexicon);
        } else if self.settings.entities {
            let known = self.parts == Parts::OfLongTexts;
            if known {
                self.sources_of(block, first);
            }
            let sources = if known { Sources::Known(&self.sources) } else { Sources::Unknown };
            self.mentions.block(self.text, block, self.attribution.paragraphs, sources);
        }
        self.attribution.paragraphs += block.paragraphs.len();
        let may = self.settings.least_confidence <= 0.0 && self.parts == Parts::OfLongTexts;
        if may && self.mentions.is_full(block.base) {
            self.resolve();
            self.let_go(self.attribution.drafts.len().saturating_sub(NEAR_DRAFTS));
        }
    }

    /// Finds the words of the sources that the caller tells.
    fn find_given(&mut self, block: &Block) {
        if self.conversation.is_none() {
            return;
        }
        let named = &mut self.attribution.named;
        if let Some(given) = &self.given {
            let end = block.tokens.last().map_or(0, |token| block.base + token.end as usize);
            let from = given.partition_point(|span| span.start() < block.base);
            let here = given[from..].iter().take_while(|span| span.start() < end);
            named.extend(here.filter_map(|span| Named::at(block, *span)));
        }
        named.sort_by_key(|named| named.evidence.source);
    }

    /// Gathers the sources of the drafts from number `first` on that stand in the block.
    fn sources_of(&mut self, block: &Block, first: usize) {
        self.sources.clear();
        let drafts = &self.attribution.drafts;
        let spans = drafts[first.min(drafts.len())..].iter().filter_map(|draft| draft.source);
        self.sources.extend(
            spans
                .map(|source| source.span())
                .filter(|span| span.start() >= block.base)
                .map(|span| ((span.start() - block.base) as u32, (span.end() - block.base) as u32)),
        );
        self.sources.sort_unstable();
    }

    /// The drafts of the block's sentences.
    pub(crate) fn sentences(&mut self, block: &mut Block) {
        let mut rows = std::mem::take(&mut block.rows);
        let mut ends = std::mem::take(&mut block.row_ends);
        rows.clear();
        ends.clear();
        self.attribution.evidence.clear();
        self.attribution.ahead.clear();
        self.attribution.unsaid.clear();
        self.attribution.named.clear();
        // one stage after the other, so that each finds its code in the cache
        let lexicon = self.context.lexicon;
        let all = self.explanation.is_some() || !self.settings.rules.is_empty();
        let wanted = match &self.conversation {
            _ if all => Wanted::All,
            // who does something is likely to speak
            Some(_) => Wanted::Subjects,
            None => Wanted::OfCues,
        };
        let lines_alone = wanted == Wanted::Subjects && !self.attribution.asked.indirect;
        for sentence in block.chunks.sentences.iter().flat_map(|whole| whole.pieces()) {
            if !lines_alone || tells_speakers(block, &sentence) {
                rows::append(&block.chunks, &block.tokens, &sentence, lexicon, wanted, &mut rows);
            }
            ends.push(rows.len());
        }
        let (mut first, mut own) = (0, ends.iter());
        for index in 0..block.chunks.sentences.len() {
            let before = self.sentences.len();
            for sentence in block.chunks.sentences[index].pieces() {
                let end = own.next().copied().unwrap_or(first);
                let span = block.item_span(sentence.first as usize, sentence.end as usize);
                self.sentences.push(self.reaching_back(span));
                if let Some(explanation) = self.explanation.as_deref_mut() {
                    explanation.sentences.push(ExplainedSentence::of(block, &sentence, &rows[first..end]));
                }
                if self.conversation.is_some() {
                    self.attribution.evidence(block, &sentence, &rows[first..end]);
                    self.attribution.narration(block, &sentence, &rows[first..end]);
                } else {
                    self.attribution.sentence(block, index, &sentence, &rows[first..end]);
                }
                if let Some(explanation) = self.explanation.as_deref_mut() {
                    explanation.trace(self.attribution.traces.drain(..));
                }
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

    /// The sentence with what stands before it and has given no item, such as a stray control character.
    fn reaching_back(&self, span: Span) -> Span {
        let end = self.sentences.last().map_or(0, |last| last.end());
        let gap = self.text.get(end..span.start()).unwrap_or("");
        if gap.bytes().all(|byte| byte.is_ascii_whitespace()) {
            return span;
        }
        let blank = gap.len() - gap.trim_start_matches(is_blank).len();
        if blank == gap.len() { span } else { Span::new(end + blank, span.end()) }
    }

    /// What stands after the last sentence belongs to it.
    pub(crate) fn reach_to_the_end(&mut self) {
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
}

/// The genre, and the turns behind labels, which a novel's lines are not searched for.
fn labelled(text: &str, given: Option<Genre>, wrapped: bool, lexicon: &Lexicon) -> (Genre, Turns) {
    if given == Some(Genre::Fiction) {
        return (Genre::Fiction, Turns::default());
    }
    let trust = if given == Some(Genre::Transcript) { Trust::Told } else { Trust::Seen };
    let turns = Turns::of(text, wrapped, lexicon, trust);
    let genre = match given {
        Some(genre) => genre,
        None if turns.fill => Genre::Transcript,
        None => layout::genre(text),
    };
    if genre == Genre::Fiction { (genre, Turns::default()) } else { (genre, turns) }
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}'
}
