//! The forward pass: a block to the few records that are kept of it.

use std::ops::Range;

use crate::answer::quote::MentionKind;
use crate::answer::unattributed::Use;
use crate::attribution::evidence as told;
use crate::attribution::link::Pattern;
use crate::base::span::Span;
use crate::base::table::NONE;
use crate::grammar::block::{Block, Paragraph as Read};
use crate::identity::mention::kept::{Flags, Mention, Paragraph};
use crate::identity::names::words::{Part, Vocabulary, spelling};
use crate::lexicon::{Classes, Lexicon};
use crate::text::lex::{Shape, TokenKind, Words};
use crate::text::marks::{Bounds, Family, Primary};

use super::beats::Narration;
use super::phrases::{self, Ground, Phrase, SubjectOf};
use super::record::{CuePattern, Evidence, Quoted};
use super::spoken::Spoken;
use super::tag::Tag;
use super::view::View;
use super::vocatives;

/// Gathers what tells the speakers of a text, block by block.
#[derive(Debug, Default)]
pub(crate) struct Collector {
    primary: Family,
    pub(super) words: Vocabulary,
    pub(super) mentions: Vec<Mention>,
    pub(super) quotes: Vec<Quoted>,
    pub(super) paragraphs: Vec<Paragraph>,
    /// The mentions of names with those of nominals beside them that tell who they are: *Mr. Venn, the banker,*.
    pub(super) appositions: Vec<(u32, u32)>,
    /// *I* and all words of the narration.
    pub(super) first_person: u32,
    pub(super) narration: u32,
    /// The sources that the caller tells, as the caller has them, and what they speak for.
    pub(super) named: Vec<(Span, Evidence)>,
    /// A lead-in at the end of the paragraph before: *Ann said:*
    pending: Option<Evidence>,
    /// The nouns that a tag has had so far.
    spoken: Spoken,
    scratch: Scratch,
}

/// Room that is used again for each paragraph.
#[derive(Debug, Default)]
struct Scratch {
    quotes: Vec<Range<usize>>,
    /// The quoted span of the block behind each of `quotes`.
    places: Vec<u32>,
    phrases: Vec<Phrase>,
    /// The kept mention of each phrase.
    kept: Vec<u32>,
    /// The words that open a sentence.
    initial: Vec<u32>,
    /// Which items of a sentence are subjects.
    subjects: Vec<SubjectOf>,
    /// Where the sentences begin.
    sentences: Vec<usize>,
    heads: Vec<u32>,
    parts: Vec<Part>,
}

/// What a block tells of the lines in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heard<'a> {
    /// Who speaks a line, in the order of the lines.
    pub(crate) lines: &'a [told::Evidence],
    /// Who is led in at the end of a paragraph.
    pub(crate) ahead: &'a [told::Ahead],
    /// Sources that the caller tells, in the order of the text.
    pub(crate) named: &'a [told::Named],
    /// What is used otherwise than for speech, by its place among the quoted spans of the block, in order.
    pub(crate) unsaid: &'a [(u32, Use)],
}

/// The same of one paragraph.
#[derive(Clone, Copy)]
struct Here<'a> {
    lines: &'a [told::Evidence],
    ahead: Option<&'a told::Ahead>,
    named: &'a [told::Named],
    unsaid: &'a [(u32, Use)],
}

/// The tags of a paragraph.
struct Tags {
    /// One for each quoted span.
    tags: Vec<Option<Tag>>,
    led: Option<Tag>,
    named: Vec<(Span, Tag)>,
}

impl Tags {
    /// Whether one of them names the phrase at `place`.
    fn include(&self, place: usize) -> bool {
        let named = self.named.iter().map(|(_, tag)| tag);
        self.tags.iter().flatten().chain(&self.led).chain(named).any(|tag| tag.phrase == place)
    }
}

impl<'a> Here<'a> {
    /// What the quoted span at `place` is used for, if nobody says it.
    fn unsaid(&self, place: u32) -> Option<Use> {
        let found = self.unsaid.binary_search_by_key(&place, |(quoted, _)| *quoted).ok()?;
        Some(self.unsaid[found].1)
    }

    /// The tags of the quoted spans at `places`, the line that leads to the next paragraph, and the caller's.
    fn tags(&self, view: &View<'_>, phrases: &[Phrase], places: &[u32]) -> Tags {
        let tag = |line: &told::Evidence| tag_of(view, phrases, line);
        let of = |place: &u32| self.lines.iter().find(|line| line.quoted == *place).and_then(tag);
        let named = self.named.iter().filter_map(|named| Some((named.span, tag(&named.evidence)?)));
        Tags {
            tags: places.iter().map(of).collect(),
            led: self.ahead.and_then(|ahead| tag(&ahead.evidence)),
            named: named.collect(),
        }
    }

    fn all(&self) -> impl Iterator<Item = &'a told::Evidence> {
        let named = self.named.iter().map(|named| &named.evidence);
        self.lines.iter().chain(self.ahead.map(|ahead| &ahead.evidence)).chain(named)
    }
}

impl Collector {
    /// For a text whose speech is marked so.
    pub(crate) fn new(primary: Primary) -> Self {
        Self { primary: primary.family(), ..Self::default() }
    }

    /// Takes in the next block, whose rows are read.
    pub(crate) fn block(&mut self, text: &str, block: &Block, told: Heard<'_>, lexicon: &Lexicon) {
        let words = Words { text, base: block.base, tokens: &block.tokens, lexicon };
        let mut scratch = std::mem::take(&mut self.scratch);
        let (mut lines, mut named, mut rows, mut pieces) = (told.lines, told.named, 0, 0);
        for (number, paragraph) in block.paragraphs.iter().enumerate() {
            let own = lines.partition_point(|line| (line.quoted as usize) < paragraph.quoted.end);
            let (here, rest) = lines.split_at(own);
            lines = rest;
            let own =
                named.partition_point(|named| (named.evidence.source.0 as usize) < paragraph.tokens.end);
            let (called, rest) = named.split_at(own);
            named = rest;
            let ahead = told.ahead.iter().find(|ahead| ahead.paragraph as usize == number);
            let here = Here { lines: here, ahead, named: called, unsaid: told.unsaid };
            scratch.heads.clear();
            scratch.heads.extend(here.all().map(|line| line.head));
            scratch.heads.sort_unstable();
            for line in here.all().filter(|line| line.reports) {
                let opens = words.get(line.source.0 as usize);
                // his heart says so once
                if opens
                    .is_some_and(|opens| opens.has(Classes::DETERMINER) && !opens.has(Classes::POSSESSIVE))
                {
                    self.spoken.learn(&words, line.head as usize);
                }
            }
            self.quotes_of(block, paragraph, &mut scratch);
            self.count(&words, paragraph, &mut scratch);
            scratch.phrases.clear();
            scratch.sentences.clear();
            for (place, whole) in block.chunks.sentences[paragraph.sentences.clone()].iter().enumerate() {
                let item = block.chunks.items.get(whole.first as usize);
                scratch.sentences.extend(item.map(|item| item.start as usize));
                let ground = Ground {
                    block,
                    quotes: &scratch.quotes,
                    initial: &scratch.initial,
                    first: paragraph.tokens.start,
                    the: lexicon.known.the,
                    heads: &scratch.heads,
                    words: &words,
                    spoken: &self.spoken,
                };
                for piece in whole.pieces() {
                    let end = block.row_ends.get(pieces).copied().unwrap_or(rows);
                    let number = place.min(usize::from(u16::MAX)) as u16;
                    let subjects = &mut scratch.subjects;
                    if paragraph.quoted.is_empty() {
                        phrases::subjects_by_place(&block.chunks, &piece, subjects);
                    } else {
                        phrases::subjects(&block.rows[rows..end], piece.items(), subjects);
                    }
                    ground.sentence(piece.items(), &scratch.subjects, number, &mut scratch.phrases);
                    (rows, pieces) = (end, pieces + 1);
                }
            }
            self.paragraph(&words, block, paragraph, here, &mut scratch);
        }
        self.scratch = scratch;
    }

    /// The outer spans of the primary family as token ranges.
    fn quotes_of(&self, block: &Block, paragraph: &Read, scratch: &mut Scratch) {
        scratch.quotes.clear();
        scratch.places.clear();
        for place in paragraph.quoted.clone() {
            let quoted = &block.quoted[place];
            if quoted.depth > 0 || quoted.family != self.primary {
                continue;
            }
            let (start, end) = (quoted.open as usize, (quoted.end() as usize).min(paragraph.tokens.end));
            if start < end && scratch.quotes.last().is_none_or(|before| before.end <= start) {
                scratch.quotes.push(start..end);
                scratch.places.push(place as u32);
            }
        }
    }

    /// Counts how words are written, and notes which of them open a sentence.
    fn count(&mut self, words: &Words<'_>, paragraph: &Read, scratch: &mut Scratch) {
        let Scratch { quotes, initial, .. } = scratch;
        initial.clear();
        let (mut opens, mut from) = (true, paragraph.tokens.start);
        for quote in quotes.iter() {
            self.count_stretch(words, from..quote.start, false, &mut opens, initial);
            self.count_stretch(words, quote.clone(), true, &mut opens, initial);
            from = quote.end;
        }
        self.count_stretch(words, from..paragraph.tokens.end, false, &mut opens, initial);
    }

    /// The same of the tokens `range`, all of them in a quotation or none; `opens` says whether the next word opens a
    /// sentence.
    fn count_stretch(
        &mut self,
        words: &Words<'_>,
        range: Range<usize>,
        quoted: bool,
        opens: &mut bool,
        initial: &mut Vec<u32>,
    ) {
        let tokens = words.tokens.get(range.clone()).unwrap_or_default();
        for (at, token) in (range.start..).zip(tokens) {
            if token.is_word() {
                if *opens {
                    initial.push(at as u32);
                }
                if token.is_capital() {
                    self.words.count_capital(words.key(at), *opens);
                } else {
                    self.words.count_lower(token.word, || words.key(at));
                }
                *opens = token.shape.has(Shape::STOPPED) && words.ends_sentence(at);
                let says_i = !quoted && token.has(Classes::FIRST_PERSON) && words.reads(at, "i");
                self.first_person += u32::from(says_i);
            } else if token.kind.ends_sentence() {
                *opens |= token.kind != TokenKind::Ellipsis || words.is_capital(at + 1);
            } else if token.kind.is_mark() {
                *opens |= quoted;
            } else {
                *opens = false;
            }
        }
        if !quoted {
            self.narration += tokens.len() as u32;
        }
    }

    fn paragraph(
        &mut self,
        words: &Words<'_>,
        block: &Block,
        read: &Read,
        here: Here<'_>,
        scratch: &mut Scratch,
    ) {
        let Some(first) = words.get(read.tokens.start) else { return };
        let Scratch { quotes, places, phrases, kept, sentences, parts, .. } = scratch;
        let (start, end) = (read.tokens.start, read.tokens.end);
        let view = View { words: *words, first: start, end, quotes };
        let origin = first.start;
        let breaks = is_break(&view);
        if breaks {
            phrases.clear();
        }
        let told = here.tags(&view, phrases, places);
        let Tags { tags, led, named } = &told;
        let narration = Narration { view: &view, phrases, sentences };
        let beats: Vec<Option<Tag>> = (0..quotes.len())
            .map(|index| if tags[index].is_none() { narration.beat(index) } else { None })
            .collect();
        let paragraph = Paragraph {
            base: block.base + origin as usize,
            mentions: self.mentions.len() as u32,
            quotes: self.quotes.len() as u32,
            breaks,
        };
        kept.clear();
        for (place, phrase) in phrases.iter().enumerate() {
            kept.push(self.keep(&view, phrase, told.include(place), origin, parts));
        }
        self.appositions_of(&view, phrases, kept);
        let number = self.paragraphs.len() as u32;
        let evidence = |tag: &Tag| evidence(&view, kept, tag, number, origin);
        let pending = self.pending.take();
        for (index, quote) in quotes.iter().enumerate() {
            let (from, to) = bytes(&view, quote);
            let mut tag = tags[index].as_ref().and_then(evidence);
            let beat = beats[index].as_ref().and_then(evidence);
            if index == 0 && quote.start == start && tag.is_none() {
                tag = pending;
            }
            let bounds = block.quoted.get(places[index] as usize).map(|quoted| quoted.bounds);
            let from = if bounds == Some(Bounds::Dash) { behind_dash(words, quote, from) } else { from };
            self.quotes.push(Quoted {
                paragraph: number,
                start: from - origin,
                end: to.max(from) - origin,
                tag,
                beat,
                addressed: vocatives::polite(&view, quote),
                open: quote.end == end && bounds == Some(Bounds::Unclosed),
                unsaid: here.unsaid(places[index]).filter(|_| bounds != Some(Bounds::Dash)),
            });
        }
        self.pending = led.as_ref().and_then(evidence);
        self.named.extend(named.iter().filter_map(|(span, tag)| Some((*span, evidence(tag)?))));
        self.paragraphs.push(paragraph);
    }

    /// The spans of the quotations and of the verbs that report them, in order.
    pub(crate) fn spoken(&self) -> Vec<Span> {
        let mut spans = Vec::with_capacity(self.quotes.len() * 2);
        for quote in &self.quotes {
            if quote.unsaid.is_none() {
                spans.push(self.place(quote.paragraph, quote.start, quote.end));
            }
            let cue = quote.tag.filter(|tag| tag.cue.1 > tag.cue.0);
            spans.extend(cue.map(|tag| self.place(tag.paragraph, tag.cue.0, tag.cue.1)));
        }
        spans.sort_unstable();
        spans
    }

    /// *Mr. Venn, the banker,* and *the banker, Mr. Venn,* of the narration.
    fn appositions_of(&mut self, view: &View<'_>, phrases: &[Phrase], kept: &[u32]) {
        for (place, pair) in phrases.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            let beside = first.end + 1 == second.start && view.is(first.end, TokenKind::Comma);
            let closed = view.get(second.end).is_none_or(|token| {
                matches!(token.kind, TokenKind::Comma | TokenKind::Stop | TokenKind::Semicolon)
            });
            let free = first.quoted.is_none() && second.quoted.is_none();
            let one = |phrase: &Phrase| !phrase.flags.has(Flags::PLURAL.with(Flags::POSSESSIVE));
            if !beside || !closed || !free || !one(first) || !one(second) {
                continue;
            }
            let (Some(left), Some(right)) = (kept.get(place), kept.get(place + 1)) else { continue };
            if *left == NONE || *right == NONE {
                continue;
            }
            match (first.kind, second.kind) {
                (MentionKind::Name, MentionKind::Nominal) => self.appositions.push((*left, *right)),
                (MentionKind::Nominal, MentionKind::Name) => self.appositions.push((*right, *left)),
                _ => {}
            }
        }
    }

    /// The bytes `start` up to `end` of a paragraph, in the text.
    pub(super) fn place(&self, paragraph: u32, start: u32, end: u32) -> Span {
        let base = self.paragraphs.get(paragraph as usize).map_or(0, |paragraph| paragraph.base);
        Span::new(base + start as usize, base + end as usize)
    }

    /// Keeps the mention of a phrase, if it is one that can tell something; returns its place.
    fn keep(
        &mut self,
        view: &View<'_>,
        phrase: &Phrase,
        tagged: bool,
        origin: u32,
        parts: &mut Vec<Part>,
    ) -> u32 {
        let quote = phrase.quoted.and_then(|place| view.quotes.get(place));
        let vocative = quote.is_some_and(|quote| vocatives::addresses(view, quote, phrase.start, phrase.end));
        let keep = tagged
            || match phrase.kind {
                MentionKind::Name => true,
                MentionKind::Pronoun => quote.is_none(),
                MentionKind::Nominal => phrase.person && (quote.is_none() || vocative),
            };
        if !keep {
            return NONE;
        }
        let mut flags = phrase.flags;
        if quote.is_some() {
            flags = flags.with(Flags::QUOTED);
        }
        if vocative {
            flags = flags.with(Flags::VOCATIVE);
        }
        let what = self.what(view, phrase, parts);
        let uses = match phrase.kind {
            MentionKind::Name => self.words.names.get_mut(what as usize).map(|name| &mut name.uses),
            MentionKind::Nominal => self.words.heads.get_mut(what as usize).map(|head| &mut head.uses),
            MentionKind::Pronoun => None,
        };
        if let Some(uses) = uses {
            uses.all += 1;
            uses.initial += u32::from(flags.has(Flags::INITIAL));
            uses.subject += u32::from(flags.has(Flags::SUBJECT));
            uses.vocative += u32::from(vocative);
        }
        let place = self.mentions.len() as u32;
        let (start, end) = bytes(view, &(phrase.start..phrase.end));
        self.mentions.push(Mention {
            start: start - origin,
            len: (end - start).min(u32::from(u16::MAX)) as u16,
            sentence: phrase.sentence,
            what,
            flags,
            kind: phrase.kind,
            gender: phrase.gender,
        });
        place
    }

    /// The name or head of the phrase.
    fn what(&mut self, view: &View<'_>, phrase: &Phrase, parts: &mut Vec<Part>) -> u32 {
        match phrase.kind {
            MentionKind::Pronoun => NONE,
            MentionKind::Name => {
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
            MentionKind::Nominal => {
                let text = view.str(phrase.head..phrase.head + 1);
                let classes = view.get(phrase.head).map_or(Classes::NONE, |token| token.classes);
                self.words.head(text, view.key(phrase.head), classes)
            }
        }
    }
}

/// The phrase to which a line's evidence points, with the tokens of the cue.
fn tag_of(view: &View<'_>, phrases: &[Phrase], line: &told::Evidence) -> Option<Tag> {
    let (start, end, head) = (line.source.0 as usize, line.source.1 as usize, line.head as usize);
    let from = phrases.partition_point(|phrase| phrase.start < start);
    let here = || (from..phrases.len()).take_while(|place| phrases[*place].start < end);
    let free = |place: &usize| phrases[*place].quoted.is_none();
    // her voice said, the voice of Ann said; was Ann's answer
    let voice = view.reads(head, "voice") || line.cue.0 == line.head && line.cue.1 > line.cue.0;
    let owner = || {
        let own = here().filter(free).find(|place| phrases[*place].flags.has(Flags::POSSESSIVE));
        own.or_else(|| here().filter(free).find(|place| phrases[*place].start > head))
    };
    let by_head =
        || here().filter(free).find(|place| (phrases[*place].start..phrases[*place].end).contains(&head));
    // a thing that the lists know says nothing, but whoever has it may
    let somebody = |place: &usize| {
        let phrase = &phrases[*place];
        let head = view.get(phrase.head);
        phrase.person || line.reports || head.is_some_and(|head| head.word == 0 || head.has(Classes::ANYBODY))
    };
    let place = if voice { owner().or_else(by_head) } else { by_head().filter(somebody).or_else(owner) };
    let first =
        || here().filter(free).filter(somebody).find(|place| !phrases[*place].flags.has(Flags::POSSESSIVE));
    // Martha, who said
    let antecedent = || {
        let before = from.checked_sub(1).filter(|_| view.has(start, Classes::WH))?;
        (phrases[before].quoted.is_none() && phrases[before].end + 2 > start).then_some(before)
    };
    let place = place.filter(somebody).or_else(first).or_else(antecedent)?;
    let form = match line.pattern {
        Pattern::Inverted => CuePattern::Inverted,
        Pattern::Direct => CuePattern::Direct,
        Pattern::AnyVerb => CuePattern::AnyVerb,
        Pattern::Reply => CuePattern::Reply,
        Pattern::Before => CuePattern::Before,
        Pattern::Ahead => CuePattern::Colon,
    };
    let cue = line.cue.0 as usize..(line.cue.1 as usize).max(line.cue.0 as usize);
    Some(Tag { phrase: place, cue, form })
}

/// What is kept of a tag.
fn evidence(view: &View<'_>, kept: &[u32], tag: &Tag, paragraph: u32, origin: u32) -> Option<Evidence> {
    let mention = *kept.get(tag.phrase).filter(|mention| **mention != NONE)?;
    let (start, end) = bytes(view, &tag.cue);
    let cue = if end > start { (start - origin, end - origin) } else { (0, 0) };
    Some(Evidence { mention, paragraph, cue, form: tag.form })
}

fn bytes(view: &View<'_>, range: &Range<usize>) -> (u32, u32) {
    let start = view.get(range.start).map_or(0, |token| token.start);
    let end = range.end.checked_sub(1).and_then(|last| view.get(last)).map_or(start, |token| token.end);
    (start, if range.is_empty() { start } else { end })
}

/// A line without a word in lower case: a heading, or asterisks between scenes.
fn is_break(view: &View<'_>) -> bool {
    let tokens = view.tokens.get(view.first..view.end).unwrap_or_default();
    tokens.len() < 20
        && view.quotes.is_empty()
        && !tokens.iter().any(|token| token.is_word() && !token.is_capital())
}

/// A dash is no part of the speech that it opens, nor is the comma before one that goes on after a tag.
fn behind_dash(words: &Words<'_>, quote: &Range<usize>, from: u32) -> u32 {
    let next = words.get(quote.start).and_then(|_| words.get(quote.start + 1));
    next.map_or(from, |word| word.start.max(from))
}
