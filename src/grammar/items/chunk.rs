//! The pass over a paragraph.

use std::ops::Range;

use crate::lexicon::{Classes, Part};
use crate::text::lex::{Shape, Token, TokenKind};
use crate::text::marks::Quoted;
use crate::text::segment::{self, Boundary};

use super::item::{Features, Holds, Item, ItemKind, Sentence};
use super::name::{NameChunk, NameContext, NameKind, plain_name};
use super::noun::{Ground, Named, NounScan, Phrase, name_features};
use super::plain::Begun;
use super::reading::{Before, before_noun, is_verb};
use super::seen::SeenNames;
use super::verb::{Form, Group, VerbGroup, lone_group, scan_group};

/// The chunks of a block.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chunks {
    pub(crate) items: Vec<Item>,
    pub(crate) verbs: Vec<VerbGroup>,
    pub(crate) sentences: Vec<Sentence>,
    /// The noun phrases and pronouns inside of quoted spans, in order.
    pub(crate) inner: Vec<Item>,
    /// The names in all noun phrases.
    pub(crate) names: Vec<Named>,
    /// Words met as names in the blocks so far, which `clear` leaves.
    pub(crate) seen: SeenNames,
}

impl Chunks {
    /// The names in the noun phrase `item`.
    pub(crate) fn names_of(&self, item: &Item) -> &[Named] {
        let names = self.names.get(item.detail as usize..).unwrap_or(&[]);
        let end = names.iter().take(3).take_while(|name| name.start < item.end).count();
        &names[..end]
    }

    pub(crate) fn clear(&mut self) {
        self.items.clear();
        self.verbs.clear();
        self.sentences.clear();
        self.inner.clear();
        self.names.clear();
    }
}

/// Chunks the paragraphs of a block.
pub(crate) struct Chunker<'a> {
    text: &'a str,
    /// Where the block's tokens count their bytes from.
    base: usize,
    tokens: &'a [Token],
    ground: Ground<'a>,
    quoted: &'a [Quoted],
    context: segment::Context<'a>,
    /// Whether the noun phrases inside of quoted spans are wanted.
    reads_inside: bool,
    pub(crate) chunks: &'a mut Chunks,
}

impl<'a> Chunker<'a> {
    /// A chunker for the block of `text` that begins at byte `base`. The noun phrases inside of quoted spans are
    /// wanted where it `reads_inside`.
    pub(crate) fn new(
        text: &'a str,
        base: usize,
        tokens: &'a [Token],
        quoted: &'a [Quoted],
        context: segment::Context<'a>,
        reads_inside: bool,
        chunks: &'a mut Chunks,
    ) -> Self {
        let words = text.as_bytes().get(base..).unwrap_or_default();
        let ground = Ground { words, tokens, lexicon: context.lexicon };
        Self { text, base, tokens, ground, quoted, context, reads_inside, chunks }
    }
}

/// So many tokens count as a paragraph's first line.
const FIRST_LINE: usize = 40;
/// With so many small words among them the rest may all have capitals: it is no headline for that.
const MANY_SMALL: u32 = 10;
const _: () = assert!(FIRST_LINE <= 4 * MANY_SMALL as usize);

/// The paragraph at work.
pub(super) struct Paragraph {
    number: u32,
    end: usize,
    pub(super) title_case: bool,
    /// What a capital means inside of a sentence.
    pub(super) capitals: NameContext,
    /// The next quoted span that has not been reached.
    quoted: usize,
    /// Where the sentence at work began.
    pub(super) first_item: usize,
    first_verb: usize,
    first_token: usize,
}

impl<'a> Chunker<'a> {
    /// Chunks the paragraph whose tokens are `range` and whose quoted spans are `quoted`.
    pub(crate) fn paragraph(&mut self, number: u32, range: Range<usize>, quoted: Range<usize>) {
        let (title_case, shouted) = self.capitals(range.clone());
        let capitals = match (shouted, title_case) {
            (true, _) => NameContext::Shouted,
            (false, true) => NameContext::Headline,
            (false, false) => NameContext::Inside,
        };
        let mut paragraph = Paragraph {
            number,
            end: range.end,
            title_case,
            capitals,
            quoted: quoted.start,
            first_item: self.chunks.items.len(),
            first_verb: self.chunks.verbs.len(),
            first_token: range.start,
        };
        let spans = &self.quoted[..quoted.end];
        let mut at = range.start;
        while at < range.end {
            // up to the next quoted span, then over it; one that opens inside of what was read stands in it
            while spans.get(paragraph.quoted).is_some_and(|span| (span.open as usize) < at) {
                paragraph.quoted += 1;
            }
            let limit = spans.get(paragraph.quoted).map_or(range.end, |span| span.open as usize);
            while at < limit {
                at = self.token(at, limit, &mut paragraph);
            }
            if at == limit && limit < range.end {
                at = self.quoted_span(at, &mut paragraph);
            }
        }
        self.end_sentence(&mut paragraph, range.end);
    }

    /// The sentences alone of a paragraph whose tokens are `range`, each as one item: nothing is asked of it.
    pub(crate) fn skim(&mut self, number: u32, range: Range<usize>) {
        let mut first = range.start;
        let mut at = first;
        while at < range.end {
            let stop = self.sentence_end(at);
            at += 1;
            let Some(stop) = stop else { continue };
            while at < range.end && self.base + (self.tokens[at].start as usize) < stop {
                at += 1;
            }
            self.skimmed(number, first..at);
            first = at;
        }
        self.skimmed(number, first..range.end);
    }

    fn skimmed(&mut self, paragraph: u32, tokens: Range<usize>) {
        if tokens.is_empty() {
            return;
        }
        let first = self.chunks.items.len() as u32;
        self.push(ItemKind::Other, tokens.start, tokens.end, 0);
        self.chunks.sentences.push(Sentence {
            first,
            end: first + 1,
            first_verb: self.chunks.verbs.len() as u32,
            holds: Holds::default(),
            paragraph,
            title_case: false,
        });
    }

    /// Whether most words of the paragraph's first line have capitals, and whether all letters are.
    fn capitals(&self, range: Range<usize>) -> (bool, bool) {
        // counted without branches, since nobody can guess the case of the next word: a byte of the sum for
        // each of small, capital and, twice, capitals throughout
        const { assert!(Shape::CAPITAL.0 == 1 && Shape::SHOUTED.0 == 2 && FIRST_LINE < 256) };
        let mut sum = 0u32;
        for token in &self.tokens[range.start..range.end.min(range.start + FIRST_LINE)] {
            let counts = token.is_word() & (token.end - token.start >= 4);
            sum += u32::from(counts) << (8 * (token.shape.0 & 3));
            if sum & 0xFF == MANY_SMALL {
                return (false, false);
            }
        }
        let [small, capital, shouted, more] = sum.to_le_bytes().map(u32::from);
        let shouted = shouted + more;
        let title_case = capital >= 3 && capital > 3 * small;
        (title_case, shouted >= 3 && shouted > 4 * (capital + small))
    }

    fn quoted_span(&mut self, at: usize, paragraph: &mut Paragraph) -> usize {
        let place = paragraph.quoted;
        let span = self.quoted[place];
        let end = (span.end() as usize).min(paragraph.end).max(at + 1);
        self.push(ItemKind::Quoted, at, end, place as u32);
        if self.reads_inside {
            self.inner(at + 1, (span.close as usize).min(paragraph.end), paragraph);
        }
        let last = (span.close as usize).checked_sub(1).filter(|last| *last > at);
        match last.and_then(|last| self.sentence_end(last)) {
            Some(_) if last.is_some_and(|last| self.long_tag(last, end, paragraph.end)) => end,
            Some(stop) => self.close_sentence(paragraph, end, stop),
            None => end,
        }
    }

    /// *“Why?” Ann Lee, who runs the shop, asked.* The segmenter looks for a tag no farther than the first
    /// comma; here the apposition is passed over.
    fn long_tag(&self, last: usize, from: usize, end: usize) -> bool {
        if !matches!(self.tokens[last].kind, TokenKind::Question | TokenKind::Exclamation) {
            return false;
        }
        let ahead = &self.tokens[from.min(end)..end.min(from + 40)];
        let opens = ahead.first().is_some_and(|token| token.is_word() && token.shape.has(Shape::CAPITAL));
        let clause = ahead.iter().position(|token| token.kind.ends_sentence() || token.kind.is_mark());
        let ahead = &ahead[..clause.unwrap_or(ahead.len())];
        let Some(comma) = ahead.iter().position(|token| token.kind == TokenKind::Comma) else { return false };
        let name = ahead[..comma].iter().all(|token| !token.has(Classes::VERB) || token.is_capital());
        opens
            && name
            && ahead.windows(2).skip(comma + 1).any(|pair| {
                pair[0].kind == TokenKind::Comma
                    && pair[1].classes.all(Classes::REPORTING.with(Classes::VERB_PAST))
                    && self.context.lexicon.grades(pair[1].word).quote >= 2
            })
    }

    /// Ends the sentence at byte `stop`; closing brackets up to there still belong to it. Returns the token
    /// after.
    fn close_sentence(&mut self, paragraph: &mut Paragraph, mut at: usize, stop: usize) -> usize {
        while at < paragraph.end && self.base + (self.tokens[at].start as usize) < stop {
            let kind = match self.tokens[at].kind {
                TokenKind::CloseBracket => ItemKind::CloseBracket,
                _ => ItemKind::Other,
            };
            self.push(kind, at, at + 1, 0);
            at += 1;
        }
        self.end_sentence(paragraph, at);
        at
    }

    /// The names and pronouns inside a quoted span, with the noun phrases that they open.
    fn inner(&mut self, from: usize, to: usize, paragraph: &Paragraph) {
        let mut at = from;
        let mut opening = true;
        while at < to {
            let token = &self.tokens[at];
            if token.part.is_nobody() && !token.has(Classes::POSSESSIVE) {
                // neither pronoun nor name
                opening = false;
                at += 1;
                continue;
            }
            let starts = opening || token.kind.is_mark();
            opening = token.kind.ends_sentence() || token.kind.is_mark() && opening;
            if !token.is_word() {
                at += 1;
                continue;
            }
            if let Some(pronoun) = token.has(PRONOUNS).then(|| self.pronoun(at, to)).flatten() {
                self.chunks.inner.push(pronoun);
                at += 1;
                continue;
            }
            // what a speaker calls somebody by no name says little of who that is
            let names = token.is_capital() || token.has(Classes::POSSESSIVE);
            match if names { self.noun_phrase(at, to, starts, paragraph) } else { None } {
                Some(phrase) if phrase.kind != ItemKind::Phrase && phrase.kind != ItemKind::Time => {
                    let item = self.item_of(at, &phrase);
                    self.chunks.inner.push(item);
                    at = phrase.end;
                }
                Some(phrase) => {
                    self.chunks.names.truncate(phrase.first_name);
                    at = phrase.end;
                }
                None => at += 1,
            }
        }
    }

    fn token(&mut self, at: usize, limit: usize, paragraph: &mut Paragraph) -> usize {
        // one jump for what a token is without a look at its neighbours: each question is a guess
        let end = match self.tokens[at].part {
            Part::Preposition if self.is_according_to(at, limit) => {
                self.push(ItemKind::AccordingTo, at, at + 2, 0);
                return at + 2;
            }
            part @ (Part::Adverb
            | Part::Preposition
            | Part::Coordinator
            | Part::Comma
            | Part::Semicolon
            | Part::Colon
            | Part::Dash
            | Part::OpenBracket
            | Part::CloseBracket) => {
                self.push(part.item(), at, at + 1, 0);
                return at + 1;
            }
            Part::Determiner | Part::Modifier | Part::Noun | Part::Unlisted | Part::Phrase => {
                self.phrase_or_other(at, limit, paragraph)
            }
            Part::Name if at != paragraph.first_token && paragraph.capitals == NameContext::Inside => {
                self.name_item(at, limit, paragraph)
            }
            Part::Verb => {
                if self.is_noun_after_all(at, limit, paragraph) {
                    self.phrase_or_other(at, limit, paragraph)
                } else {
                    self.add_verb(lone_group(&self.tokens[at], at), at, limit)
                }
            }
            Part::NounOrVerb => {
                if self.acts(at, limit, paragraph, false) {
                    self.add_verb(lone_group(&self.tokens[at], at), at, limit)
                } else if self.tokens[at].has(Classes::ADVERB.with(Classes::NEGATION)) {
                    self.function_word(at, limit, paragraph)
                } else {
                    self.phrase_or_other(at, limit, paragraph)
                }
            }
            Part::Auxiliary => self.verb_group(at, limit),
            Part::Pronoun => {
                self.plain_pronoun(at);
                return at + 1;
            }
            Part::To => return self.to(at, limit),
            Part::Stop => return self.stop(at, paragraph),
            _ => return self.doubtful(at, limit, paragraph),
        };
        self.over_stop(end, paragraph)
    }

    /// What has no part of its own.
    fn doubtful(&mut self, at: usize, limit: usize, paragraph: &mut Paragraph) -> usize {
        match self.tokens[at].kind {
            TokenKind::Word | TokenKind::Number | TokenKind::Clitic => {
                let end = self.word_item(at, limit, paragraph);
                self.over_stop(end, paragraph)
            }
            TokenKind::Symbol if self.noun_follows_symbol(at, limit) => {
                self.phrase_or_other(at, limit, paragraph)
            }
            _ => {
                self.push(ItemKind::Other, at, at + 1, 0);
                at + 1
            }
        }
    }

    /// A stop, which may end its sentence.
    fn stop(&mut self, at: usize, paragraph: &mut Paragraph) -> usize {
        self.push(ItemKind::Stop, at, at + 1, 0);
        match self.sentence_end(at) {
            Some(stop) => self.close_sentence(paragraph, at + 1, stop),
            None => at + 1,
        }
    }

    /// A word with a capital inside a sentence that nothing but a name begins with.
    fn name_item(&mut self, at: usize, limit: usize, paragraph: &Paragraph) -> usize {
        match self.plain_name(at, limit) {
            Some(item) => {
                self.chunks.items.push(item);
                self.remember(&item);
                item.end as usize
            }
            None => self.longer_phrase_or_other(at, limit, paragraph, &Begun::nothing(at)),
        }
    }

    fn noun_follows_symbol(&self, at: usize, limit: usize) -> bool {
        at + 1 < limit
            && !self.tokens[at + 1].shape.has(Shape::SPACED)
            && matches!(self.tokens[at + 1].kind, TokenKind::Number | TokenKind::Word)
    }

    /// Ends the sentence where the word before `end` holds its stop; returns the token after.
    fn over_stop(&mut self, end: usize, paragraph: &mut Paragraph) -> usize {
        let last = &self.tokens[end - 1];
        match if last.shape.has(Shape::STOPPED) { self.sentence_end(end - 1) } else { None } {
            Some(stop) => self.close_sentence(paragraph, end, stop),
            None => end,
        }
    }

    fn is_according_to(&self, at: usize, limit: usize) -> bool {
        let known = &self.context.lexicon.known;
        self.tokens[at].word == known.according && at + 1 < limit && self.tokens[at + 1].word == known.to
    }

    /// Makes an item of the word at `at` and what belongs to it.
    fn word_item(&mut self, at: usize, limit: usize, paragraph: &Paragraph) -> usize {
        let tokens: &'a [Token] = self.tokens;
        let token = &tokens[at];
        let next = (at + 1 < limit).then(|| &tokens[at + 1]);
        if self.is_according_to(at, limit) {
            self.push(ItemKind::AccordingTo, at, at + 2, 0);
            return at + 2;
        }
        if token.has(Classes::TO) {
            return self.to(at, limit);
        }
        if token.kind == TokenKind::Clitic {
            return self.clitic(at, limit);
        }
        if token.has(Classes::THAT) && self.points(next) {
            return self.phrase_or_other(at, limit, paragraph);
        }
        if token.has(PRONOUNS) {
            if let Some(pronoun) = self.pronoun(at, limit) {
                self.chunks.items.push(pronoun);
                return at + 1;
            }
        }
        // a capital inside a sentence is a name before it is anything else
        let named = token.is_capital()
            && !self.opens(at, limit, paragraph)
            && (!token.has(NEVER_NAME)
                || self.is_given_before_capital(at, limit)
                || self.signs(next) && self.before(paragraph) == Before::Quotation);
        if token.has(Classes::VERB | Classes::AUXILIARY) && self.acts(at, limit, paragraph, named) {
            return self.verb_group(at, limit);
        }
        if named {
            return if token.has(NEVER_NAME) {
                self.phrase_or_other(at, limit, paragraph)
            } else {
                self.longer_phrase_or_other(at, limit, paragraph, &Begun::nothing(at))
            };
        }
        self.function_word(at, limit, paragraph)
    }

    /// Whether the word, which can be a verb, is one here; in a place for a name only a tag's verb is.
    fn acts(&self, at: usize, limit: usize, paragraph: &Paragraph, named: bool) -> bool {
        let tokens = self.tokens;
        let token = &tokens[at];
        let next = (at + 1 < limit).then(|| &tokens[at + 1]);
        let before = match self.before(paragraph) {
            // "a poll shows results": with *a* a plural is no noun
            Before::Singular
                if token.has(Classes::VERB_S) && token.has(Classes::PLURAL) && self.after_singular() =>
            {
                Before::Subject
            }
            // "makes that clear": *that* points, and no base form agrees with it
            Before::Subject
                if token.has(Classes::ADJECTIVE)
                    && !token.has(Classes::FINITE.with(Classes::AUXILIARY))
                    && self.after_pointing_that() =>
            {
                Before::Preposition
            }
            before => before,
        };
        let tag_verb = before == Before::Quotation
            && token.has(Classes::REPORTING)
            && next.is_none_or(|next| !next.has(Classes::VERB));
        let verb = !named || paragraph.title_case || tag_verb;
        verb && is_verb(tokens, at, limit, before, self.context.lexicon)
            && !(token.classes.all(Classes::PLURAL.with(Classes::VERB_S))
                && next.is_some_and(|next| next.has(Classes::PREPOSITION))
                && self.opens_clause(paragraph))
    }

    /// *But advocates of the plan say*, *as advocates in the town say*: where a subject must come before a verb.
    fn opens_clause(&self, paragraph: &Paragraph) -> bool {
        match self.chunks.items.get(paragraph.first_item..) {
            Some([only]) => matches!(only.kind, ItemKind::Coordinator | ItemKind::Subordinator),
            Some([.., last]) => last.kind == ItemKind::Subordinator,
            _ => false,
        }
    }

    /// *“…,” Will said, “…,” From wrote*: after a quotation the word before a verb of saying is a name.
    fn signs(&self, next: Option<&Token>) -> bool {
        next.is_some_and(|next| {
            next.classes.all(Classes::REPORTING.with(Classes::VERB_PAST))
                && self.context.lexicon.grades(next.word).quote >= 3
        })
    }

    /// *called that report a lie*: after a verb that takes no clause, *that* before a noun points.
    fn points(&self, next: Option<&Token>) -> bool {
        let verb = self.chunks.items.last().filter(|item| item.kind == ItemKind::Verb);
        let verb = verb.and_then(|item| self.chunks.verbs.get(item.detail as usize));
        verb.is_some_and(|verb| verb.grades.that == 0 && !verb.copular && !verb.bare_auxiliary)
            && next.is_some_and(|next| next.has(Classes::ANY_NOUN) && !next.has(Classes::PLURAL))
    }

    /// The phrase that is a name and nothing else, written in plain words.
    fn plain_name(&mut self, at: usize, limit: usize) -> Option<Item> {
        let NameChunk { end, name_start, kind } = plain_name(self.ground.words, self.tokens, at, limit)?;
        let detail = self.chunks.names.len() as u32;
        let [start, name_start, end] = [at, name_start, end].map(|token| token as u32);
        self.chunks.names.push(Named { start, name_start, end, kind });
        let role = kind == NameKind::Role;
        let features = name_features(kind, self.tokens.get(end as usize - 1));
        let item_kind = if role { ItemKind::Nominal } else { ItemKind::Name };
        let head = name_start.min(end - 1);
        Some(Item { kind: item_kind, features, start, end, head, detail })
    }

    /// *to*, with the infinitive that it opens.
    fn to(&mut self, at: usize, limit: usize) -> usize {
        let next = (at + 1 < limit).then(|| &self.tokens[at + 1]);
        if next.is_some_and(|next| self.is_infinitive(at + 1, next)) {
            return self.verb_group(at, limit);
        }
        self.push(ItemKind::Preposition, at, at + 1, 0);
        at + 1
    }

    /// Whether a word that is a verb and nothing else cannot be one where it stands.
    fn is_noun_after_all(&self, at: usize, limit: usize, paragraph: &Paragraph) -> bool {
        let classes = self.tokens[at].classes;
        match self.before(paragraph) {
            Before::Preposition => !classes.any(Classes::VERB_ING),
            Before::Verb => classes.any(Classes::VERB_PARTICIPLE) && before_noun(self.tokens, at, limit),
            _ => false,
        }
    }

    /// *he, it*: a pronoun whatever follows.
    fn plain_pronoun(&mut self, at: usize) {
        let classes = self.tokens[at].classes;
        let object = Features::OBJECT_FORM.0 * u16::from(classes.any(Classes::OBJECT_FORM));
        let plural = Features::PLURAL.0 * u16::from(classes.any(Classes::PLURAL));
        let features = Features(object | plural);
        let (start, end) = (at as u32, at as u32 + 1);
        let kind = ItemKind::Pronoun;
        self.chunks.items.push(Item { kind, features, start, end, head: start, detail: u32::MAX });
    }

    /// Whether *to* before this word opens an infinitive.
    fn is_infinitive(&self, at: usize, token: &Token) -> bool {
        if token.has(Classes::ADVERB.with(Classes::NEGATION)) && !token.has(Classes::VERB_BASE) {
            return self.tokens.get(at + 1).is_some_and(|after| after.has(Classes::VERB_BASE));
        }
        token.has(Classes::VERB_BASE)
            && !token.is_capital()
            && !token.has(Classes::DETERMINER.with(Classes::PRONOUN).with(Classes::POSSESSIVE))
    }

    /// *'s* and the like that no noun phrase took: a form of *be*, *have* or a modal.
    fn clitic(&mut self, at: usize, limit: usize) -> usize {
        if self.tokens[at].has(Classes::AUXILIARY) {
            return self.verb_group(at, limit);
        }
        self.push(ItemKind::Other, at, at + 1, 0);
        at + 1
    }

    /// Pronouns, *who*, *that*: what a word of [`PRONOUNS`] is here, if it is one of them.
    fn pronoun(&self, at: usize, limit: usize) -> Option<Item> {
        let token = &self.tokens[at];
        let classes = token.classes;
        // "US Senator Ann Lee"
        if classes.any(Classes::OBJECT_FORM) && token.shape.has(Shape::SHOUTED) {
            return None;
        }
        let next = (at + 1 < limit).then(|| &self.tokens[at + 1]);
        let kind = if classes.any(Classes::THAT) {
            // "of that plan", "to that tweet"
            let points = at > 0
                && self.tokens[at - 1].has(Classes::PREPOSITION.with(Classes::TO))
                && next.is_some_and(|next| self.opens_noun(next));
            if points {
                return None;
            }
            ItemKind::That
        } else if classes.any(Classes::WH) {
            let relative = classes.any(Classes::PRONOUN | Classes::POSSESSIVE | Classes::DETERMINER)
                && token.word != self.context.lexicon.known.what;
            if relative { ItemKind::Relative } else { return None }
        } else if classes.any(Classes::REFLEXIVE) {
            ItemKind::Adverb
        } else if classes.any(
            Classes::DETERMINER
                .with(Classes::POSSESSIVE)
                .with(Classes::ADVERB)
                .with(Classes::ADJECTIVE)
                .with(Classes::NOUN)
                .with(Classes::NUMBER),
        ) {
            // "her", "this", "all", "mine": pronouns only where no noun follows
            if token.has(Classes::ADVERB) && token.word == self.context.lexicon.known.there {
                ItemKind::Pronoun
            } else if next.is_some_and(|next| self.opens_noun(next) && !says_after_plural(token, next)) {
                return None;
            } else {
                ItemKind::Pronoun
            }
        } else {
            ItemKind::Pronoun
        };
        let mut features = Features::default();
        if classes.any(Classes::OBJECT_FORM) && !classes.any(Classes::POSSESSIVE)
            || token.word == self.context.lexicon.known.her
        {
            features = features.with(Features::OBJECT_FORM);
        }
        if classes.any(Classes::PLURAL) {
            features = features.with(Features::PLURAL);
        }
        let (start, end) = (at as u32, at as u32 + 1);
        Some(Item { kind, features, start, end, head: start, detail: u32::MAX })
    }

    /// Whether the token can open what stands in a noun phrase after its determiner.
    fn opens_noun(&self, token: &Token) -> bool {
        match token.kind {
            TokenKind::Number => true,
            TokenKind::Word => {
                if token.word == 0 || token.is_capital() && !token.has(NEVER_NAME) {
                    return true;
                }
                token.has(
                    Classes::ANY_NOUN
                        | Classes::ADJECTIVE
                        | Classes::NUMBER
                        | Classes::DEMONYM
                        | Classes::TIME
                        | Classes::VERB_ING,
                ) && !token.has(NEVER_NAME.without(Classes::NUMBER))
            }
            kind => kind.is_mark() && token.shape.has(Shape::SPACED),
        }
    }

    fn function_word(&mut self, at: usize, limit: usize, paragraph: &Paragraph) -> usize {
        let token = &self.tokens[at];
        let classes = token.classes;
        let known = &self.context.lexicon.known;
        let kind = if classes.any(Classes::COORDINATOR)
            && !classes.any(Classes::DETERMINER.with(Classes::ADVERB).with(Classes::SUBORDINATOR))
            || token.word == known.but
        {
            ItemKind::Coordinator
        } else if classes.any(Classes::WH)
            || classes.any(Classes::SUBORDINATOR) && !classes.any(Classes::PREPOSITION.with(Classes::ADVERB))
        {
            ItemKind::Subordinator
        } else if classes.any(Classes::PREPOSITION)
            && !(classes.any(Classes::ANY_NOUN) && self.opens_with_noun(at, paragraph))
        {
            if classes.any(Classes::SUBORDINATOR) && self.clause_follows(at + 1, limit) {
                ItemKind::Subordinator
            } else {
                ItemKind::Preposition
            }
        } else if classes.any(Classes::DETERMINER.with(Classes::POSSESSIVE)) {
            return self.phrase_or_other(at, limit, paragraph);
        } else if classes.any(
            Classes::ADVERB.with(Classes::NEGATION).with(Classes::SUBORDINATOR).with(Classes::COORDINATOR),
        ) || is_adverb_by_ending(self.ground.words, token)
        {
            if classes.any(Classes::TIME) {
                ItemKind::Time
            } else if classes.any(Classes::ADJECTIVE | Classes::ANY_NOUN)
                && !self.verb_after_adverb(at, limit)
                && self.noun_phrase_follows(at, limit, paragraph)
            {
                return self.phrase_or_other(at, limit, paragraph);
            } else {
                ItemKind::Adverb
            }
        } else if classes.any(Classes::INTERJECTION) && !classes.any(Classes::ANY_NOUN | Classes::ADJECTIVE) {
            ItemKind::Adverb
        } else {
            return self.phrase_or_other(at, limit, paragraph);
        };
        self.push(kind, at, at + 1, 0);
        at + 1
    }

    fn opens_with_noun(&self, at: usize, paragraph: &Paragraph) -> bool {
        at == paragraph.first_token
    }

    /// Whether a subject with a verb stands after *before, since, as*; after *for* only a pronoun tells.
    fn clause_follows(&self, at: usize, limit: usize) -> bool {
        let Some(token) = (at < limit).then(|| &self.tokens[at]) else { return false };
        if token.has(Classes::PRONOUN) && !token.has(Classes::OBJECT_FORM | Classes::POSSESSIVE) {
            return true;
        }
        if at > 0 && self.tokens[at - 1].word == self.context.lexicon.known.for_ {
            return false;
        }
        self.tokens[at..limit.min(at + 7)]
            .iter()
            .take_while(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
            .any(|token| {
                token.has(Classes::AUXILIARY)
                    || token.has(Classes::FINITE) && !token.has(Classes::ANY_NOUN | Classes::ADJECTIVE)
            })
    }

    /// Whether the last item is a noun phrase with *a*.
    fn after_singular(&self) -> bool {
        self.chunks.items.last().is_some_and(|last| {
            let first = &self.tokens[last.start as usize];
            first.has(Classes::INDEFINITE) && !first.has(Classes::PRONOUN.with(Classes::PLURAL))
        })
    }

    /// Whether the last items are a verb and *that*.
    fn after_pointing_that(&self) -> bool {
        matches!(
            self.chunks.items.as_slice(),
            [.., verb, that] if verb.kind == ItemKind::Verb && that.kind == ItemKind::That
        )
    }

    /// *Lee still shows*: an adverb between a subject and what can be its verb.
    fn verb_after_adverb(&self, at: usize, limit: usize) -> bool {
        let subject = self.chunks.items.last().is_some_and(|last| {
            matches!(last.kind, ItemKind::Name | ItemKind::Nominal | ItemKind::Pronoun)
                && !last.features.has(Features::OBJECT_FORM)
        });
        subject
            && at + 1 < limit
            && self.tokens[at + 1].has(Classes::VERB_S.with(Classes::VERB_PAST))
            && !self.tokens[at + 1].is_capital()
    }

    /// Whether an adjective or noun that is also an adverb opens a noun phrase of two words or more.
    fn noun_phrase_follows(&mut self, at: usize, limit: usize, paragraph: &Paragraph) -> bool {
        let names = self.chunks.names.len();
        let phrase = self.noun_phrase(at, limit, false, paragraph);
        self.chunks.names.truncate(names);
        phrase.is_some_and(|phrase| phrase.end > at + 1 && !phrase.features.has(Features::HEADLESS))
    }

    /// The noun phrase that begins at `at`; its names are kept, up to the caller to drop.
    fn noun_phrase(
        &mut self,
        at: usize,
        limit: usize,
        opening: bool,
        paragraph: &Paragraph,
    ) -> Option<Phrase> {
        let begun = Begun::at(&self.ground, at, limit);
        self.rest_of_phrase(at, limit, opening, paragraph, &begun)
    }

    #[inline(never)]
    fn rest_of_phrase(
        &mut self,
        at: usize,
        limit: usize,
        opening: bool,
        paragraph: &Paragraph,
        begun: &Begun,
    ) -> Option<Phrase> {
        NounScan { ground: &self.ground, paragraph, chunks: self.chunks, limit, opens: opening }
            .go_on(at, begun)
    }

    fn phrase_or_other(&mut self, at: usize, limit: usize, paragraph: &Paragraph) -> usize {
        let begun = Begun::at(&self.ground, at, limit);
        match begun.whole() {
            Some((kind, head)) => {
                let (start, end, head) = (at as u32, begun.run.end as u32, head as u32);
                let features = begun.features;
                self.chunks.items.push(Item { kind, features, start, end, head, detail: u32::MAX });
                begun.run.end
            }
            None => self.longer_phrase_or_other(at, limit, paragraph, &begun),
        }
    }

    /// A phrase that is more than a run of plain words, or no phrase.
    #[inline(never)]
    fn longer_phrase_or_other(
        &mut self,
        at: usize,
        limit: usize,
        paragraph: &Paragraph,
        begun: &Begun,
    ) -> usize {
        let opening = self.opens(at, limit, paragraph);
        if let Some(phrase) = self.rest_of_phrase(at, limit, opening, paragraph, begun) {
            let item = self.item_of(at, &phrase);
            if !opening {
                self.remember(&item);
            }
            let alone_adjective = phrase.features.has(Features::HEADLESS)
                && phrase.end == at + 1
                && self.tokens[at].has(Classes::ADJECTIVE);
            let kind = if alone_adjective { ItemKind::Adjective } else { item.kind };
            self.chunks.items.push(Item { kind, ..item });
            return phrase.end;
        }
        let kind = if self.tokens[at].has(Classes::ADJECTIVE) {
            ItemKind::Adjective
        } else if self.tokens[at].has(Classes::VERB) {
            return self.verb_group(at, limit);
        } else {
            ItemKind::Other
        };
        self.push(kind, at, at + 1, 0);
        at + 1
    }

    /// The item of the phrase that was scanned last.
    fn item_of(&self, at: usize, phrase: &Phrase) -> Item {
        let first = phrase.first_name;
        let named = self.chunks.names.len() > first;
        Item {
            kind: phrase.kind,
            features: phrase.features,
            start: at as u32,
            end: phrase.end as u32,
            head: phrase.head as u32,
            detail: if named { first as u32 } else { u32::MAX },
        }
    }

    /// Whether the word's capital is due to its place. "Mark Weber said" opens with a verb's form too, but
    /// two capitals are a name, and so is a word that was one before.
    #[inline]
    fn opens(&self, at: usize, limit: usize, paragraph: &Paragraph) -> bool {
        let token = &self.tokens[at];
        at == paragraph.first_token
            && !self.is_given_before_capital(at, limit)
            && !(token.is_capital() && self.chunks.seen.has(token.word))
    }

    /// *Mark Weber, Will Weber*, and *Will said*, where the form that follows suits no auxiliary.
    fn is_given_before_capital(&self, at: usize, limit: usize) -> bool {
        let (token, next) = match self.tokens.get(at..limit) {
            Some([token, next, ..]) if token.has(Classes::GIVEN) && next.is_word() => (token, next),
            _ => return false,
        };
        next.is_capital() && !next.has(NEVER_NAME.with(Classes::VERB))
            || token.has(Classes::MODAL)
                && token.is_capital()
                && next.has(Classes::FINITE)
                && !next.has(Classes::VERB_BASE.with(NEVER_NAME).with(Classes::ANY_NOUN))
    }

    /// Keeps the words of a person's name, and of a name of one word.
    fn remember(&mut self, item: &Item) {
        if item.kind != ItemKind::Name || item.features.has(Features::ORGANISATION) {
            return;
        }
        if item.head + 1 == item.end || item.features.has(Features::PERSON_NAME) {
            for token in &self.tokens[item.head as usize..item.end as usize] {
                if token.word != 0 && token.is_capital() {
                    self.chunks.seen.insert(token.word);
                }
            }
        }
    }

    fn verb_group(&mut self, at: usize, limit: usize) -> usize {
        self.add_verb(scan_group(self.tokens, at, limit, self.context.lexicon), at, limit)
    }

    fn add_verb(&mut self, group: Group, at: usize, limit: usize) -> usize {
        let main = self.tokens[group.main];
        let form = if group.form == Form::Finite && self.is_reduced(&group, at, limit) {
            Form::Participle
        } else if group.form == Form::Base && self.has_own_subject() {
            Form::Finite
        } else {
            group.form
        };
        self.chunks.verbs.push(VerbGroup {
            item: self.chunks.items.len() as u32,
            main: group.main as u32,
            cue_end: group.main as u32 + 1,
            grades: self.context.lexicon.grades(main.word),
            form,
            passive: group.passive || form == Form::Participle,
            copular: group.copular,
            bare_auxiliary: group.bare_auxiliary,
            status: group.status,
            naming: main.has(Classes::NAMING),
        });
        let detail = self.chunks.verbs.len() as u32 - 1;
        let (start, end, head) = (at as u32, group.end as u32, group.main as u32);
        self.chunks.items.push(Item {
            kind: ItemKind::Verb,
            features: Features::default(),
            start,
            end,
            head,
            detail,
        });
        group.end
    }

    /// Whether a subject stands before a base form: *many argue*, but not *made him argue*, *let Lee argue*.
    fn has_own_subject(&self) -> bool {
        let items = &self.chunks.items;
        let mut before =
            items.iter().rev().skip_while(|item| matches!(item.kind, ItemKind::Adverb | ItemKind::Time));
        let subject = before.next().is_some_and(|item| match item.kind {
            ItemKind::Relative | ItemKind::That => true,
            kind => {
                kind.is_noun_phrase() && !item.features.has(Features::OBJECT_FORM.with(Features::HEADLESS))
            }
        });
        let governor = before.next().filter(|item| item.kind == ItemKind::Verb);
        subject
            && governor.is_none_or(|item| {
                let verb = &self.chunks.verbs[item.detail as usize];
                verb.grades.bare > 0 || verb.grades.that > 0
            })
    }

    /// *the plan announced by Lee*: a past form before *by* that is a participle, not a tense.
    fn is_reduced(&self, group: &Group, at: usize, limit: usize) -> bool {
        let by = group.end < limit && self.tokens[group.end].word == self.context.lexicon.known.by;
        if !by {
            return false;
        }
        let token = &self.tokens[at];
        // "…," Lee said by telephone: the subject of a tag
        let items = &self.chunks.items;
        let tag = items.len() >= 2
            && items[items.len() - 2..].iter().any(|item| item.kind == ItemKind::Quoted)
            || items.len() >= 3
                && items[items.len() - 2].kind == ItemKind::Comma
                && items[items.len() - 3].kind == ItemKind::Quoted;
        if tag {
            return false;
        }
        // "Lee responded by saying, by first saying"
        let manner = self.tokens[..limit].get(group.end + 1..).is_some_and(|next| {
            next.iter().find(|next| !next.has(Classes::ADVERB)).is_some_and(|next| {
                next.has(Classes::VERB_ING) && !next.has(Classes::ANY_NOUN.with(Classes::ADJECTIVE))
            })
        });
        !manner && group.main == at && token.has(Classes::VERB_PARTICIPLE) && !token.has(Classes::AUXILIARY)
    }

    /// What stands before the next word, as its reading depends on it.
    fn before(&self, paragraph: &Paragraph) -> Before {
        let items = &self.chunks.items[paragraph.first_item..];
        let Some(last) = items.last() else { return Before::Start };
        match last.kind {
            ItemKind::Pronoun if !last.features.has(Features::OBJECT_FORM) => Before::Subject,
            // "at which point"
            ItemKind::Relative if items.len() > 1 && items[items.len() - 2].kind == ItemKind::Preposition => {
                Before::Preposition
            }
            ItemKind::Relative | ItemKind::That => Before::Subject,
            ItemKind::Name
            | ItemKind::Nominal
            | ItemKind::Phrase
            | ItemKind::Pronoun
            | ItemKind::CloseBracket => {
                let counted = self.tokens[last.head as usize].kind == TokenKind::Number;
                if last.features.has(Features::PLURAL) || counted { Before::Plural } else { Before::Singular }
            }
            ItemKind::Time => Before::Singular,
            ItemKind::Quoted => Before::Quotation,
            ItemKind::Comma if items.len() > 1 && items[items.len() - 2].kind == ItemKind::Quoted => {
                Before::Quotation
            }
            ItemKind::Verb => Before::Verb,
            ItemKind::Preposition | ItemKind::AccordingTo => Before::Preposition,
            ItemKind::Adverb => match items.len().checked_sub(2).map(|at| items[at]) {
                Some(item) if item.kind == ItemKind::Pronoun && !item.features.has(Features::OBJECT_FORM) => {
                    Before::Subject
                }
                Some(item) if item.kind == ItemKind::Quoted => Before::Quotation,
                Some(item) if item.kind == ItemKind::Relative => Before::Subject,
                _ => Before::Adverb,
            },
            ItemKind::Coordinator => Before::Coordinator,
            _ => Before::Start,
        }
    }

    fn push(&mut self, kind: ItemKind, start: usize, end: usize, detail: u32) {
        let (start, end) = (start as u32, end as u32);
        self.chunks.items.push(Item { kind, features: Features::default(), start, end, head: start, detail });
    }

    /// The byte where the sentence ends whose last stop is token `at`, or belongs to it; `None` where the
    /// sentence goes on.
    fn sentence_end(&self, at: usize) -> Option<usize> {
        let token = &self.tokens[at];
        let stop = if token.kind.ends_sentence() {
            token.start as usize
        } else if token.shape.has(Shape::STOPPED) {
            token.end as usize - 1
        } else {
            return None;
        };
        match segment::decide(self.text.as_bytes(), self.base + stop, &self.context) {
            Boundary::Ends { end, .. } => Some(end),
            Boundary::Continues { .. } => None,
        }
    }

    fn end_sentence(&mut self, paragraph: &mut Paragraph, next_token: usize) {
        let end = self.chunks.items.len();
        if end > paragraph.first_item {
            self.chunks.sentences.push(Sentence {
                first: paragraph.first_item as u32,
                end: end as u32,
                first_verb: paragraph.first_verb as u32,
                holds: Holds::of(&self.chunks.items[paragraph.first_item..]),
                paragraph: paragraph.number,
                title_case: paragraph.title_case,
            });
        }
        paragraph.first_item = end;
        paragraph.first_verb = self.chunks.verbs.len();
        paragraph.first_token = next_token;
    }
}

impl Part {
    /// The kind of item that such a token is by itself.
    #[inline]
    fn item(self) -> ItemKind {
        // one look at a table, as nobody can guess what comes next
        static KINDS: [ItemKind; Part::COUNT] = {
            let mut kinds = [ItemKind::Other; Part::COUNT];
            kinds[Part::Adverb.0 as usize] = ItemKind::Adverb;
            kinds[Part::Preposition.0 as usize] = ItemKind::Preposition;
            kinds[Part::Coordinator.0 as usize] = ItemKind::Coordinator;
            kinds[Part::Comma.0 as usize] = ItemKind::Comma;
            kinds[Part::Semicolon.0 as usize] = ItemKind::Semicolon;
            kinds[Part::Colon.0 as usize] = ItemKind::Colon;
            kinds[Part::Dash.0 as usize] = ItemKind::Dash;
            kinds[Part::OpenBracket.0 as usize] = ItemKind::OpenBracket;
            kinds[Part::CloseBracket.0 as usize] = ItemKind::CloseBracket;
            kinds
        };
        KINDS.get(usize::from(self.0)).copied().unwrap_or(ItemKind::Other)
    }

    /// Whether such a word opens neither pronoun nor name.
    #[inline]
    fn is_nobody(self) -> bool {
        const NOBODY: u32 = Part::Phrase.bit()
            | Part::Modifier.bit()
            | Part::Unlisted.bit()
            | Part::Noun.bit()
            | Part::NounOrVerb.bit()
            | Part::Verb.bit()
            | Part::Adverb.bit()
            | Part::Determiner.bit()
            | Part::Auxiliary.bit()
            | Part::Preposition.bit()
            | Part::Coordinator.bit();
        NOBODY & self.bit() != 0
    }
}

/// *Many claim, few report*: a plural pronoun before a word that as a noun would be singular.
fn says_after_plural(pronoun: &Token, next: &Token) -> bool {
    pronoun.has(Classes::PLURAL)
        && pronoun.has(Classes::ADJECTIVE)
        && next.has(Classes::VERB_BASE)
        && !next.has(Classes::PLURAL.with(Classes::ADJECTIVE))
}

/// Words that can be pronouns.
const PRONOUNS: Classes = Classes::PRONOUN.with(Classes::WH).with(Classes::THAT);

/// Words that are no name whatever their case.
const NEVER_NAME: Classes = Classes::GRAMMAR;

/// Adverbs that the lists lack end in *-ly*.
fn is_adverb_by_ending(words: &[u8], token: &Token) -> bool {
    token.word == 0
        && !token.is_capital()
        && words.get(token.start as usize..token.end as usize).is_some_and(|word| word.ends_with(b"ly"))
}
