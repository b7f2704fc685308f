//! The forward pass: a paragraph's tokens to the few records that are kept of it.

use std::ops::Range;

use crate::attribution::evidence as told_by;
use crate::attribution::link::Pattern;
use crate::base::span::Span;
use crate::grammar::block as read;
use crate::lexicon::{Classes, Lexicon};
use crate::text::lex::{Token, TokenKind};
use crate::text::marks::{Family, Primary, Quoted as Marked};

use super::record::{CuePattern, Evidence, Flags, Kind, Mention, Paragraph, Quoted};
use super::scan::{self, Placed, Scan};
use super::tags::{self, Closing, Tag};
use super::view::View;
use super::words::{Part, Vocabulary, spelling};
use super::{Asked, Turns, beats, dashes, finish, scare, vocatives};

/// A paragraph as the earlier stages hand it over.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block<'a> {
    pub(crate) text: &'a str,
    /// Where the block of the tokens begins in the text: the zero of their offsets.
    pub(crate) base: usize,
    /// The tokens of the paragraph.
    pub(crate) tokens: &'a [Token],
    /// The place of its first token among those of the block.
    pub(crate) first: usize,
    /// The quoted spans of the paragraph.
    pub(crate) quoted: &'a [Marked],
}

/// Gathers what tells the speakers of a text, paragraph by paragraph.
#[derive(Debug, Default)]
pub(crate) struct Collector {
    primary: Family,
    /// A dash opens a turn.
    dashes: bool,
    pub(super) words: Vocabulary,
    pub(super) mentions: Vec<Mention>,
    pub(super) quotes: Vec<Quoted>,
    pub(super) paragraphs: Vec<Paragraph>,
    /// *I* and all words of the narration.
    pub(super) first_person: u32,
    pub(super) narration: u32,
    /// A lead-in at the end of the paragraph before: *Ann said:*
    pending: Option<Evidence>,
    ranges: Vec<Range<usize>>,
    found: Vec<Placed>,
    parts: Vec<Part>,
    /// The phrases that tags of the paragraph point to.
    tags: Vec<usize>,
    /// The kept mention of each phrase.
    kept: Vec<u32>,
}

impl Collector {
    /// For a text whose speech is marked so.
    pub(crate) fn new(primary: Primary) -> Self {
        let (primary, dashes) = match primary {
            Primary::Marks(family) => (family, false),
            Primary::Dash => (Family::Double, true),
        };
        Self { primary, dashes, ..Self::default() }
    }

    /// Takes in the next block.
    pub(crate) fn block(
        &mut self,
        text: &str,
        block: &read::Block,
        told: &[told_by::Evidence],
        lexicon: &Lexicon,
    ) {
        let mut told = told;
        for paragraph in &block.paragraphs {
            let view = Block {
                text,
                base: block.base,
                tokens: &block.tokens[paragraph.tokens.clone()],
                first: paragraph.tokens.start,
                quoted: &block.quoted[paragraph.quoted.clone()],
            };
            let own = told.partition_point(|told| (told.quoted as usize) < paragraph.quoted.end);
            let (here, rest) = told.split_at(own);
            told = rest;
            self.paragraph(&view, here, paragraph.quoted.start, lexicon);
        }
    }

    /// Takes in the next paragraph.
    pub(crate) fn paragraph(
        &mut self,
        block: &Block<'_>,
        told: &[told_by::Evidence],
        first_quoted: usize,
        lexicon: &Lexicon,
    ) {
        let Some(first) = block.tokens.first() else { return };
        let mut ranges = std::mem::take(&mut self.ranges);
        outer(block, self.primary, &mut ranges);
        let plain = View { text: block.text, base: block.base, tokens: block.tokens, quotes: &[], lexicon };
        if self.dashes && ranges.is_empty() {
            dashes::speech(&plain, &mut ranges);
        }
        let view = View { quotes: &ranges, ..plain };
        let mut found = std::mem::take(&mut self.found);
        let breaks = is_break(&view);
        found.clear();
        if !breaks {
            self.scan(&view, &mut found);
        }
        let paragraph = Paragraph {
            base: block.base + first.start as usize,
            mentions: self.mentions.len() as u32,
            quotes: self.quotes.len() as u32,
            breaks,
        };
        let origin = first.start;
        let scan = Scan { view, phrases: &found };
        let by_rows = |range: &Range<usize>| {
            let quoted = (0..block.quoted.len()).find(|place| {
                let quoted = &block.quoted[*place];
                (quoted.open as usize).checked_sub(block.first) == Some(range.start) && quoted.depth == 0
            })?;
            let told = told.iter().find(|told| told.quoted as usize == first_quoted + quoted)?;
            tag_of(&scan, told, block.first)
        };
        let reads: Vec<Reading> =
            (0..ranges.len()).map(|index| read(&scan, index, by_rows(&ranges[index]))).collect();
        self.keep_mentions(&scan, &reads, origin);
        self.keep_quotes(&scan, &reads, origin);
        self.pending = self.lead_in(&scan, origin);
        self.paragraphs.push(paragraph);
        self.ranges = ranges;
        self.found = found;
    }

    /// The spans of the quotations and of the verbs that report them, in order.
    pub(crate) fn spoken(&self) -> Vec<Span> {
        let mut spans = Vec::with_capacity(self.quotes.len() * 2);
        let place = |paragraph: u32, start: u32, end: u32| {
            let base = self.paragraphs.get(paragraph as usize).map_or(0, |paragraph| paragraph.base);
            Span::new(base + start as usize, base + end as usize)
        };
        for quote in &self.quotes {
            if !quote.scare {
                spans.push(place(quote.paragraph, quote.start, quote.end));
            }
            let cue = quote.tag.filter(|tag| tag.cue.1 > tag.cue.0);
            spans.extend(cue.map(|tag| place(tag.paragraph, tag.cue.0, tag.cue.1)));
        }
        spans.sort_unstable();
        spans
    }

    /// Decides who speaks, once the text is read.
    pub(crate) fn finish(self, asked: Asked<'_>) -> Turns {
        finish::finish(self, asked)
    }

    fn scan(&mut self, view: &View<'_>, found: &mut Vec<Placed>) {
        let words = &mut self.words;
        scan::phrases(view, found, |at, initial| {
            let Some(token) = view.get(at) else { return };
            if token.is_capital() {
                words.count_capital(view.key(at), initial);
            } else {
                words.count_lower(token.word, || view.key(at));
            }
        });
        for index in 0..=view.quotes.len() {
            let narration = view.narration(index);
            self.narration += narration.len() as u32;
            let says_i = |at: &usize| view.has(*at, Classes::FIRST_PERSON) && view.reads(*at, "i");
            self.first_person += narration.filter(says_i).count() as u32;
        }
    }

    fn keep_mentions(&mut self, scan: &Scan<'_>, reads: &[Reading], origin: u32) {
        let mut kept = std::mem::take(&mut self.kept);
        kept.clear();
        let mut tags = std::mem::take(&mut self.tags);
        tags.clear();
        tags.extend(reads.iter().flat_map(|read| read.tag.as_ref()).map(|tag| tag.phrase));
        tags.sort_unstable();
        let mut quotes = scan.view.quotes.iter().peekable();
        for (place, phrase) in scan.phrases.iter().enumerate() {
            let tagged = tags.binary_search(&place).is_ok();
            while quotes.next_if(|quote| quote.end <= phrase.start).is_some() {}
            let quote = quotes.peek().copied().filter(|quote| quote.contains(&phrase.start));
            let vocative =
                quote.is_some_and(|quote| vocatives::addresses(&scan.view, quote, phrase.start, phrase.end));
            let keep = tagged
                || match phrase.kind {
                    Kind::Name => true,
                    Kind::Pronoun => quote.is_none(),
                    Kind::Nominal => phrase.person && (quote.is_none() || vocative),
                };
            if !keep {
                kept.push(super::record::NONE);
                continue;
            }
            let mut flags = phrase.flags;
            if phrase.subject && !phrase.side {
                flags = flags.with(Flags::SUBJECT);
            }
            if quote.is_some() {
                flags = flags.with(Flags::QUOTED);
            }
            if vocative {
                flags = flags.with(Flags::VOCATIVE);
            }
            if scan.view.is_possessive(phrase.end) {
                flags = flags.with(Flags::POSSESSIVE);
            }
            let what = self.what(&scan.view, phrase);
            let uses = match phrase.kind {
                Kind::Name => self.words.names.get_mut(what as usize).map(|name| &mut name.uses),
                Kind::Nominal => self.words.heads.get_mut(what as usize).map(|head| &mut head.uses),
                Kind::Pronoun => None,
            };
            if let Some(uses) = uses {
                uses.all += 1;
                uses.initial += u32::from(flags.has(Flags::INITIAL));
                uses.subject += u32::from(flags.has(Flags::SUBJECT));
                uses.vocative += u32::from(vocative);
            }
            kept.push(self.mentions.len() as u32);
            let (start, end) = bytes(scan, phrase.start..phrase.end);
            self.mentions.push(Mention {
                start: start - origin,
                len: (end - start).min(u32::from(u16::MAX)) as u16,
                sentence: phrase.sentence,
                what,
                flags,
                kind: phrase.kind,
                gender: phrase.gender,
            });
        }
        self.kept = kept;
        self.tags = tags;
    }

    /// The name or head of the phrase.
    fn what(&mut self, view: &View<'_>, phrase: &Placed) -> u32 {
        match phrase.kind {
            Kind::Pronoun => super::record::NONE,
            Kind::Name => {
                let parts = &mut self.parts;
                parts.clear();
                for at in phrase.head..phrase.end {
                    let Some(token) = view.get(at) else { continue };
                    parts.push(Part {
                        spelling: spelling(view.key(at)),
                        word: token.word,
                        classes: token.classes,
                    });
                }
                let article = phrase.head > phrase.start && view.reads(phrase.start, "the");
                self.words.name(parts, article, view.str(phrase.head..phrase.end))
            }
            Kind::Nominal => {
                let text = view.str(phrase.head..phrase.head + 1);
                let classes = view.get(phrase.head).map_or(Classes::NONE, |token| token.classes);
                self.words.head(text, view.key(phrase.head), classes)
            }
        }
    }

    fn keep_quotes(&mut self, scan: &Scan<'_>, reads: &[Reading], origin: u32) {
        let paragraph = self.paragraphs.len() as u32;
        let pending = self.pending.take();
        for (index, read) in reads.iter().enumerate() {
            let Some(quote) = scan.view.quotes.get(index) else { continue };
            let (start, end) = bytes(scan, quote.clone());
            let mut tag = read.tag.as_ref().and_then(|tag| self.evidence(scan, tag, paragraph, origin));
            let beat = read.beat.as_ref().and_then(|tag| self.evidence(scan, tag, paragraph, origin));
            if index == 0 && quote.start == 0 && tag.is_none() {
                tag = pending;
            }
            self.quotes.push(Quoted {
                paragraph,
                start: start - origin,
                end: end - origin,
                tag,
                beat,
                addressed: vocatives::polite(&scan.view, quote),
                open: read.open,
                scare: read.scare,
            });
        }
    }

    fn evidence(&self, scan: &Scan<'_>, tag: &Tag, paragraph: u32, origin: u32) -> Option<Evidence> {
        let mention = *self.kept.get(tag.phrase)?;
        if mention == super::record::NONE {
            return None;
        }
        let (start, end) = bytes(scan, tag.cue.clone());
        let cue = if end > start { (start - origin, end - origin) } else { (0, 0) };
        Some(Evidence { mention, paragraph, cue, form: tag.form })
    }

    /// What the end of the paragraph says of a quotation that the next begins with.
    fn lead_in(&self, scan: &Scan<'_>, origin: u32) -> Option<Evidence> {
        let view = &scan.view;
        let last = view.tokens.len().checked_sub(1)?;
        let narration = view.narration(view.quotes.len());
        if narration.is_empty() {
            return None;
        }
        let tag = match view.get(last)?.kind {
            TokenKind::Colon => tags::lead_in(scan, narration.start, last, CuePattern::Colon)
                .or_else(|| tags::pointed(scan, narration.start, last, CuePattern::Colon)),
            TokenKind::Comma => tags::lead_in(scan, narration.start, last, CuePattern::Colon),
            _ => None,
        }?;
        self.evidence(scan, &tag, self.paragraphs.len() as u32, origin)
    }
}

/// What the words around a quotation say of it.
#[derive(Debug)]
struct Reading {
    tag: Option<Tag>,
    beat: Option<Tag>,
    open: bool,
    scare: bool,
}

/// The tag that rows tell, if its source is a phrase that was kept.
fn tag_of(scan: &Scan<'_>, told: &told_by::Evidence, first: usize) -> Option<Tag> {
    let at = |token: u32| (token as usize).saturating_sub(first);
    let (start, end, head) = (at(told.source.0), at(told.source.1), at(told.head));
    let after = scan.phrases.partition_point(|phrase| phrase.start <= head);
    let place = scan.phrases[..after]
        .iter()
        .rposition(|phrase| phrase.start < end && phrase.end > start && !phrase.quoted)
        .filter(|place| scan.phrases[*place].end > start)
        .or_else(|| scan.phrases.iter().position(|phrase| phrase.start >= start && phrase.start < end))?;
    let form = match told.pattern {
        Pattern::Inverted => CuePattern::Inverted,
        Pattern::Direct => CuePattern::Direct,
        Pattern::AnyVerb => CuePattern::AnyVerb,
        Pattern::Reply => CuePattern::Reply,
        Pattern::Before => CuePattern::Before,
    };
    Some(Tag { phrase: place, cue: at(told.cue.0)..at(told.cue.1).max(at(told.cue.0)), form })
}

fn read(scan: &Scan<'_>, index: usize, by_rows: Option<Tag>) -> Reading {
    let view = &scan.view;
    let quote = view.quotes[index].clone();
    let closing = view.closing(&quote);
    let before = view.narration(index);
    let after = view.narration(index + 1);
    // what the rows find where the words beside are silent
    let tag = tags::tag(scan, &before, &after, Closing::of(closing)).or(by_rows);
    let beat = if tag.is_none() { beats::beat(scan, index) } else { None };
    Reading {
        beat,
        open: quote.end == view.tokens.len()
            && !view.is(quote.start, TokenKind::Dash)
            && !view.get(quote.end - 1).is_some_and(|token| token.kind.is_mark()),
        scare: scare::is_mentioned(view, index, tag.is_some()),
        tag,
    }
}

/// The outer spans of the primary family as token ranges of the paragraph.
fn outer(block: &Block<'_>, primary: Family, ranges: &mut Vec<Range<usize>>) {
    ranges.clear();
    for quoted in block.quoted {
        if quoted.depth == 0 && quoted.family == primary {
            let start = (quoted.open as usize).saturating_sub(block.first);
            let end = (quoted.end() as usize).saturating_sub(block.first).min(block.tokens.len());
            if start < end && ranges.last().is_none_or(|before| before.end <= start) {
                ranges.push(start..end);
            }
        }
    }
}

fn bytes(scan: &Scan<'_>, range: Range<usize>) -> (u32, u32) {
    let start = scan.view.get(range.start).map_or(0, |token| token.start);
    let end = range.end.checked_sub(1).and_then(|last| scan.view.get(last)).map_or(start, |token| token.end);
    (start, if range.is_empty() { start } else { end })
}

/// A line without a word in lower case: a heading, or asterisks between scenes.
fn is_break(view: &View<'_>) -> bool {
    view.tokens.len() < 20
        && view.quotes.is_empty()
        && !view.tokens.iter().any(|token| token.is_word() && !token.is_capital())
}
