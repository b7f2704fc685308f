//! How far a noun phrase reaches.

use crate::base::steps;
use crate::grammar::names::{NameContext, NameKind, scan_name};
use crate::lexicon::{Classes, Part};
use crate::text::lex::{Shape, Token, TokenKind};

use super::chunks::{Chunks, Paragraph};
use super::features::{Features, NOMINAL, name_features, noun_features};
use super::ground::{BREAKS, Ground, MODIFIER, MOST_WORDS, Named, Phrase};
use super::item::{Item, ItemKind};
use super::plain::Begun;
use super::reading::{Before, is_past_at_end, is_verb, opens_report};
use super::verb::VerbForm;

/// So many names of a phrase are kept; more than a few are a list that nobody resolves.
const MOST_NAMES: usize = 3;

/// A scan for one phrase. It is made for every phrase, so that it holds little.
pub(super) struct NounScan<'s, 'a> {
    pub(super) ground: &'s Ground<'a>,
    pub(super) paragraph: &'s Paragraph,
    /// What was read so far; names are appended to it.
    pub(super) chunks: &'s mut Chunks,
    pub(super) limit: usize,
    /// The capital of the phrase's first word is due to its place.
    pub(super) opens: bool,
}

impl NounScan<'_, '_> {
    /// Whether a verb or preposition stands before the phrase that asks for an object: then a word that can be
    /// noun or verb is a noun.
    #[inline(never)] // it is asked seldom, and its loop would cost every scan its registers
    fn is_object(&self) -> bool {
        self.before().last().is_some_and(|last| match last.kind {
            ItemKind::Verb => self.chunks.verbs.last().is_some_and(|verb| verb.grades.bare == 0),
            ItemKind::AccordingTo => true,
            // "as polls show Lee ahead": after as, before, since a clause may open
            ItemKind::Preposition => {
                !self.ground.tokens[last.start as usize].has(Classes::SUBORDINATOR)
                    && (self.follows_verb() || self.has_verb_before())
            }
            _ => false,
        })
    }

    /// The items before the phrase, back to the start of its sentence.
    fn before(&self) -> &[Item] {
        self.chunks.items.get(self.paragraph.first_item..).unwrap_or_default()
    }

    /// *said in her opening remarks, pointing to arms control*: a verb right before the preposition, which has had its
    /// subject.
    fn follows_verb(&self) -> bool {
        let before = self.before();
        let verb = before.len().checked_sub(2).map(|at| &before[at]);
        verb.is_some_and(|item| {
            item.kind == ItemKind::Verb
                && matches!(self.chunks.verbs[item.detail as usize].form, VerbForm::Finite | VerbForm::Gerund)
                && !matches!(
                    before.len().checked_sub(3).map(|at| before[at].kind),
                    Some(ItemKind::Relative | ItemKind::That)
                )
        })
    }

    /// Whether the sentence has a finite verb since its last quoted span.
    fn has_verb_before(&self) -> bool {
        let verbs = &self.chunks.verbs;
        let before = self.before();
        let last = before.iter().rev().take(24).position(|item| match item.kind {
            ItemKind::Quoted => true,
            ItemKind::Verb => verbs[item.detail as usize].form == VerbForm::Finite,
            _ => false,
        });
        let Some(last) = last.map(|back| before.len() - 1 - back) else { return false };
        if before[last].kind == ItemKind::Quoted {
            return false;
        }
        // after "says" another clause may open: "says praise from Lee helps"; but "responded to talk on state plans"
        match verbs[before[last].detail as usize].grades.bare {
            0 | 1 => true,
            2 => before
                .get(last + 1)
                .is_some_and(|next| matches!(next.kind, ItemKind::Preposition | ItemKind::Verb)),
            _ => false,
        }
    }

    /// The rest of the noun phrase that begins at `at` with what was `begun`; `None` where none does.
    pub(super) fn go_on(&mut self, at: usize, begun: &Begun) -> Option<Phrase> {
        let first_name = self.chunks.names.len();
        let run = begun.run;
        let mut state = State {
            head: run.head,
            features: begun.features,
            open: run.end > at,
            singular: begun.singular,
            ..State::default()
        };
        let mut next = run.end;
        while next - at <= MOST_WORDS {
            next = match self.step(next, at, &mut state) {
                Some(after) => after,
                None if state.head.is_none() && state.open && self.joins_adjectives(next, at) => next + 1,
                None => break,
            };
        }
        if state.head.is_none() && next > at {
            next = self.makeshift_head(next, at, &mut state);
        }
        self.finish(at, next, &state, first_name)
    }

    /// *a bigger, better road*, *a big and costly road*: whether what stands at `at` joins an adjective to that of a
    /// phrase that lacks its noun, before another and the noun.
    #[inline(never)] // few phrases lack one
    fn joins_adjectives(&self, at: usize, start: usize) -> bool {
        let Some(joint) = self.token(at) else { return false };
        let known = &self.ground.lexicon.known;
        let joins = joint.kind == TokenKind::Comma || [known.and, known.but].contains(&joint.word);
        let adjective = |at: usize| {
            self.token(at).is_some_and(|token| {
                token.has(Classes::ADJECTIVE)
                    && !token.is_capital()
                    && !token.has(BREAKS.with(Classes::DETERMINER))
            })
        };
        let nouns = |at: usize| {
            self.token(at).is_some_and(|token| token.has(Classes::ANY_NOUN) && !token.is_capital())
        };
        joins
            && self.ground.tokens[start].has(Classes::DETERMINER.with(Classes::POSSESSIVE))
            && adjective(at - 1)
            && adjective(at + 1)
            && (nouns(at + 2) || adjective(at + 2) && nouns(at + 3))
    }

    /// *the accused said, the elderly are, the well was*: before a verb, a word that is else none is the noun that
    /// the article asks for. The end of the phrase, which begins at `start` and lacks a noun at `end`.
    #[inline(never)] // few phrases lack one
    fn makeshift_head(&self, end: usize, start: usize, state: &mut State) -> usize {
        // "most likely is", "no longer is", "more tightly"
        const NO_ARTICLE: Classes = Classes::NEGATION.with(Classes::THAT).with(Classes::ADVERB);
        let article = state.features.has(Features::DEFINITE.with(Features::INDEFINITE))
            && !self.ground.tokens[start].has(NO_ARTICLE);
        if !article || self.marks(end) {
            return end;
        }
        // "the elderly | are": the last word is one that can describe
        if end > start + 1 && self.ground.tokens[end - 1].is_word() && self.acts(end) {
            state.head = Some(end - 1);
            return end;
        }
        // "the | accused was", but "a newly | signed bill"
        let loose = self.token(end).is_some_and(|token| {
            token.is_word()
                && !token.is_capital()
                && !token
                    .has(BREAKS.with(Classes::DETERMINER).with(Classes::POSSESSIVE).with(Classes::NUMBER))
                // "the others were"
                && (!token.has(Classes::PRONOUN) || token.has(Classes::NOUN.with(Classes::PLURAL)))
                && (token.has(Classes::VERB)
                    || self.token(end + 1).is_some_and(|next| next.has(Classes::AUXILIARY)))
        });
        if loose && self.acts(end + 1) {
            state.head = Some(end);
            return end + 1;
        }
        end
    }

    /// Whether a finite verb that can be nothing else stands at `at`, or behind one adverb.
    fn acts(&self, at: usize) -> bool {
        const OTHER: Classes = Classes::ANY_NOUN.with(Classes::ADJECTIVE).with(Classes::PREPOSITION);
        let adverb = usize::from(self.token(at).is_some_and(|token| token.part == Part::Adverb));
        let at = at + adverb;
        self.token(at).is_some_and(|token| {
            let finite = token.has(Classes::FINITE.with(Classes::VERB_BASE)) && !token.has(OTHER);
            // "the highly respected judge": the form describes
            let describes = token.has(Classes::VERB_PARTICIPLE)
                && self.goes_on_as_noun(at + 1)
                && self.ground.lexicon.grades(token.word).bare < 3;
            token.kind != TokenKind::Clitic && (token.has(Classes::AUXILIARY) || finite && !describes)
        })
    }

    #[inline]
    fn goes_on_as_noun(&self, at: usize) -> bool {
        self.ground.goes_on_as_noun(at, self.limit)
    }

    /// Takes the next word into the phrase.
    fn step(&mut self, at: usize, start: usize, state: &mut State) -> Option<usize> {
        let tokens = self.ground.tokens;
        let token = tokens.get(at).filter(|_| at < self.limit)?;
        steps::add(1);
        let part = token.part;
        if part >= Part::Break {
            return None;
        }
        if part == Part::Noun {
            return self.take_noun(at, token, state);
        }
        if token.is_word() {
            return self.word(at, start, token, state);
        }
        match token.kind {
            TokenKind::Number => {
                if state.head.is_some() && !state.name && !state.time {
                    return None;
                }
                state.head = Some(at);
                state.number = true;
                Some(at + 1)
            }
            TokenKind::Clitic => self.possessive(at, at + 1, token, state),
            TokenKind::Single | TokenKind::SingleClose => {
                let plural = at > start
                    && !token.shape.has(Shape::SPACED)
                    && self.ground.tokens[at - 1].is_word()
                    && (self.goes_on_as_noun(at + 1) || self.marks(at + 1));
                if plural { self.possessive(at, at + 1, token, state) } else { None }
            }
            // $3.2 million, "and/or" stays out
            TokenKind::Symbol if state.head.is_none() || self.hugged(at) => Some(at + 1),
            _ => None,
        }
    }

    /// A symbol with no white space on either side joins its neighbours.
    fn hugged(&self, at: usize) -> bool {
        !self.ground.tokens[at].shape.has(Shape::SPACED)
            && self.token(at + 1).is_some_and(|next| !next.shape.has(Shape::SPACED))
    }

    /// Takes a word that is not plain into the phrase. It stays one function: split, it cost the scan its registers.
    fn word(&mut self, at: usize, start: usize, token: &Token, state: &mut State) -> Option<usize> {
        // "a reality TV show"
        let noun = state.head.is_some()
            && token.shape.has(Shape::SHOUTED)
            && token.has(Classes::ORG_NOUN)
            && self.token(at + 1).is_some_and(|next| next.has(Classes::ANY_NOUN) && !next.is_capital());
        if let Some(named) = if noun { None } else { self.name(at, start, token) } {
            // "spokesman Lee", "the film Selma", but "at the convention Lee said"
            let governs =
                Features::PERSON.with(Features::ORGANISATION).with(Features::WORK).with(Features::DOCUMENT);
            let listed = state.head.is_some_and(|head| self.ground.tokens[head].word != 0);
            if listed && !state.name && !state.number && !state.features.has(governs) {
                return None;
            }
            return self.take_name(named, state);
        }
        let classes = token.classes;
        // "in May"
        let month = token.is_capital() && classes.any(Classes::MONTH);
        let noun = classes.any(Classes::ANY_NOUN) && state.open && state.head.is_none();
        if classes.any(BREAKS) && !noun && !month {
            return None;
        }
        if classes.any(Classes::DETERMINER.with(Classes::POSSESSIVE)) && at > start {
            // "many", "other", "several" also stand inside
            if !classes.any(Classes::ADJECTIVE) {
                return None;
            }
        }
        if classes.any(Classes::PRONOUN) && !classes.any(Classes::ADJECTIVE.with(Classes::NUMBER)) {
            return None;
        }
        if classes.any(Classes::TIME) {
            if classes.any(Classes::MONTH) && at > start && self.names_on(at + 1) {
                state.open = true;
                return Some(at + 1);
            }
            return self.time(at, token, state);
        }
        // "told reporters | one man was hurt, told voters | old roads were shut"
        let again = classes.any(Classes::DETERMINER.with(Classes::NUMBER).with(Classes::ADJECTIVE))
            && !classes.any(Classes::ANY_NOUN)
            && state.head.is_some_and(|head| {
                self.ground.tokens[head].classes.all(Classes::PERSON_NOUN.with(Classes::PLURAL))
            });
        if again {
            return None;
        }
        if state.name && self.describes_body(at) {
            return Some(at + 1);
        }
        if state.head.is_some_and(|_| !state.number) && self.is_verb_here(at, state) {
            return None;
        }
        // "no one knows", "men under 35 support him"
        let counted = at > start
            && state.head.is_none_or(|_| state.number)
            && self.ground.tokens[at - 1].has(Classes::NUMBER);
        if counted && token.has(Classes::VERB_S | Classes::VERB_BASE) && self.counts_and_acts(at) {
            return None;
        }
        if at > start && token.has(Classes::VERB_BASE) && self.says_after_number(at) {
            return None;
        }
        // "a source close to the talks"
        let beside = state.features.has(Features::PERSON)
            && classes.all(Classes::ADJECTIVE.with(Classes::ADVERB))
            && self.token(at + 1).is_some_and(|next| next.has(Classes::TO));
        if beside {
            return None;
        }
        if classes.any(Classes::ANY_NOUN) {
            return self.take_noun(at, token, state);
        }
        if classes.any(MODIFIER) {
            // "Lee last week said"
            let time = self.token(at + 1).is_some_and(|next| next.has(Classes::TIME));
            if state.head.is_some() && !state.number && time {
                return None;
            }
            // "Lee still shows"
            let adverb = state.name && classes.any(Classes::ADVERB);
            if state.head.is_some() && !state.number && (adverb || !self.goes_on_as_noun(at + 1)) {
                return None;
            }
            state.open = true;
            return Some(at + 1);
        }
        if classes.any(Classes::VERB_ING.with(Classes::VERB_PARTICIPLE)) {
            // "the proposed plan", "the alleged “plan”"
            let marked = self
                .ground
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.kind.is_mark() && next.shape.has(Shape::SPACED));
            let before_noun = self.goes_on_as_noun(at + 1) || marked;
            // "60 pledged delegates"
            let counted = state.number
                && before_noun
                && classes.any(Classes::VERB_PARTICIPLE)
                && self
                    .token(at + 1)
                    .is_some_and(|next| next.has(Classes::PLURAL) && next.has(Classes::ANY_NOUN));
            if counted {
                return Some(at + 1);
            }
            let opens = state.open || at == start;
            // "said the questioning will start": after a determiner the form is a noun
            if state.open && state.head.is_none() && !before_noun && classes.any(Classes::VERB_ING) {
                return self.take_noun(at, token, state);
            }
            return (opens && state.head.is_none() && before_noun).then_some(at + 1);
        }
        if classes.any(Classes::ADVERB.with(Classes::NEGATION).with(Classes::INTERJECTION)) {
            // "a very old man"
            let inside = state.open && state.head.is_none() && self.goes_on_as_noun(at + 1);
            return inside.then_some(at + 1);
        }
        if classes.any(Classes::VERB) && token.is_capital() && at == start && !self.paragraph.title_case {
            // "Grant shot back": a name that is also a verb
            let (start, end) = (at as u32, at as u32 + 1);
            let single = Named { start, name_start: start, end, kind: NameKind::Unknown };
            return self.take_name(single, state);
        }
        if classes.any(Classes::VERB) {
            // a base form after a determiner is a noun that the lists lack: "a rethink"
            let base = classes.any(Classes::VERB_BASE);
            return if base && state.open && state.head.is_none() {
                self.take_noun(at, token, state)
            } else {
                None
            };
        }
        if token.word == 0 && !classes.any(Classes::NUMBER) {
            return self.unknown(at, token, state);
        }
        // given names, places and the like in lower case
        self.take_noun(at, token, state)
    }

    /// The name that begins at `at`.
    #[inline]
    fn name(&self, at: usize, start: usize, token: &Token) -> Option<Named> {
        let may = token.is_capital()
            || token.has(Classes::NAME_PARTICLE) && self.token(at + 1).is_some_and(Token::is_capital);
        if !may {
            return None;
        }
        let opens = self.opens && at == start && self.paragraph.capitals == NameContext::Inside;
        let context = if opens { NameContext::Opening } else { self.paragraph.capitals };
        let chunk = scan_name(self.ground.words, self.ground.tokens, at, self.limit, context)?;
        let [start, name_start, end] = [at, chunk.name_start, chunk.end].map(|token| token as u32);
        Some(Named { start, name_start, end, kind: chunk.kind })
    }

    fn take_name(&mut self, named: Named, state: &mut State) -> Option<usize> {
        let head = if named.kind == NameKind::Role {
            self.office(&named)
        } else {
            named.name_start.min(named.end - 1) as usize
        };
        state.head = Some(head);
        state.name = named.kind != NameKind::Role;
        self.chunks.names.push(named);
        state.names += 1;
        if state.names > MOST_NAMES {
            self.chunks.names.remove(self.chunks.names.len() - state.names);
            state.names = MOST_NAMES;
        }
        state.number = false;
        state.open = true;
        let kept = state.features.0
            & !(Features::PLURAL.0 | Features::PERSON.0 | Features::ORGANISATION.0 | Features::DOCUMENT.0);
        let last = self.ground.tokens.get(named.end as usize - 1);
        state.features = Features(kept).with(name_features(named.kind, last));
        Some(named.end as usize)
    }

    /// The noun of an office in capitals: *Bishop*, of *Bishop of Rome*.
    fn office(&self, named: &Named) -> usize {
        let words = named.start as usize..named.end as usize;
        let joint = words.clone().skip(1).find(|at| !self.ground.tokens[*at].is_capital());
        joint.map_or(words.end, |joint| joint.max(1)) - 1
    }

    fn take_noun(&self, at: usize, token: &Token, state: &mut State) -> Option<usize> {
        if state.time && state.features.has(Features::INDEFINITE.with(Features::DEFINITE)) {
            // "a Wednesday editorial"
            let before = &self.ground.tokens[at - 1];
            // "the next day officials said"
            let day = !before.has(Classes::WEEKDAY.with(Classes::MONTH).with(Classes::NUMBER));
            if day && token.classes.all(Classes::PERSON_NOUN.with(Classes::PLURAL)) {
                return None;
            }
            // "the summer intern", but "the day coach Lee"
            let person = token.has(Classes::PERSON_NOUN)
                && !token.has(Classes::PLURAL.with(Classes::KIN))
                && at.checked_sub(2).is_some_and(|at| self.ground.tokens[at].has(Classes::DETERMINER))
                && !self.token(at + 1).is_some_and(Token::is_capital);
            state.time = day && !person;
        }
        state.head = Some(at);
        state.name = false;
        state.number = false;
        state.open = true;
        let kept = Features(
            state.features.0 & (Features::DEFINITE.0 | Features::INDEFINITE.0 | Features::POSSESSED.0),
        );
        state.features = kept.with(noun_features(token.classes));
        Some(at + 1)
    }

    /// *US spying agencies have*, but *Lee saying voters are*: whether the form in -ing at `at`, behind letters that stand
    /// for a country or body, describes bodies that do something.
    fn describes_body(&self, at: usize) -> bool {
        let token = &self.ground.tokens[at];
        token.has(Classes::VERB_ING)
            && !token.has(Classes::REPORTING)
            && self.ground.tokens[at - 1].shape.has(Shape::SHOUTED)
            && self
                .token(at + 1)
                .is_some_and(|next| next.classes.all(Classes::PLURAL.with(Classes::ORG_NOUN)))
            && self.acts(at + 2)
    }

    /// Words that the lexicon lacks, by their ending.
    fn unknown(&self, at: usize, token: &Token, state: &mut State) -> Option<usize> {
        if state.head.is_some() && !state.number && state.name {
            // "Lee underperformed": after a name an unknown word in -ed is a verb
            return None;
        }
        self.take_noun(at, token, state)
    }

    /// Whether the verb at `at` goes on with what no noun takes after it: *35 support Lee*.
    #[inline(never)]
    fn counts_and_acts(&self, at: usize) -> bool {
        let one = self.ground.tokens[at - 1].has(Classes::PRONOUN);
        let before = if one { Before::Singular } else { Before::Plural };
        is_verb(self.ground.tokens, at, self.limit, before, self.ground.lexicon)
            && self.token(at + 1).is_some_and(|next| {
                next.is_capital()
                    || next
                        .has(Classes::DETERMINER.with(Classes::PRONOUN).with(Classes::WH).with(Classes::THAT))
            })
    }

    /// *the two write*: after a number above one a noun would be plural.
    fn says_after_number(&self, at: usize) -> bool {
        let token = &self.ground.tokens[at];
        let number = &self.ground.tokens[at - 1];
        number.is_word()
            && number.has(Classes::NUMBER)
            && !number.has(Classes::INDEFINITE.with(Classes::ADJECTIVE).with(Classes::PRONOUN))
            && token.has(Classes::VERB_BASE)
            && !token.has(Classes::PLURAL.with(Classes::ADJECTIVE).with(Classes::NUMBER).with(Classes::TIME))
            && self.ground.lexicon.grades(token.word).best() > 0
    }

    fn is_verb_here(&self, at: usize, state: &State) -> bool {
        let token = &self.ground.tokens[at];
        if !token.has(Classes::VERB) {
            return false;
        }
        // "a snappy retort": no base form follows a noun with *a*
        let base = token.has(Classes::VERB_BASE)
            && !token.has(Classes::FINITE.with(Classes::VERB_PARTICIPLE).with(Classes::VERB_ING));
        if base && state.features.has(Features::INDEFINITE) && !state.features.has(Features::PLURAL) {
            return false;
        }
        // "the mayor left."
        if state.features.has(Features::PERSON) && is_past_at_end(token, self.ground.tokens.get(at + 1)) {
            return true;
        }
        let one = state.features.has(NOMINAL) && !state.features.has(Features::PLURAL);
        if one && opens_report(&self.ground.tokens[..self.limit], at) {
            return true;
        }
        // "a poll shows results": with *a* a plural is no noun
        if state.singular && token.has(Classes::VERB_S) && token.has(Classes::PLURAL) {
            return true;
        }
        // "carried signs reading “Go home”"
        if token.has(Classes::VERB_ING) && self.marks(at + 1) {
            return true;
        }
        if token.has(Classes::ANY_NOUN) && !token.has(Classes::VERB_PAST) && self.is_object() {
            return false;
        }
        let plural = state.features.has(Features::PLURAL);
        let before = if plural { Before::Plural } else { Before::Singular };
        is_verb(self.ground.tokens, at, self.limit, before, self.ground.lexicon)
    }

    /// *the March Hare*: a month within a name.
    fn names_on(&self, at: usize) -> bool {
        self.token(at).is_some_and(|next| {
            next.is_word() && next.is_capital() && !next.has(Classes::TIME.with(Classes::NUMBER).with(BREAKS))
        })
    }

    /// *week* ends a phrase of time; a weekday after a noun is a phrase of its own.
    fn time(&self, at: usize, token: &Token, state: &mut State) -> Option<usize> {
        let own = token.has(Classes::WEEKDAY.with(Classes::MONTH).with(Classes::ADVERB));
        // "a third-year student": a compound is no time of its own
        if token.shape.has(Shape::HYPHENATED) && !own && state.head.is_none() && self.goes_on_as_noun(at + 1)
        {
            state.open = true;
            return Some(at + 1);
        }
        if state.head.is_some() && (own || state.name) && !state.time && !state.number {
            return None;
        }
        if own && state.head.is_some() && !state.time {
            return None;
        }
        state.head = Some(at);
        state.time = true;
        state.name = false;
        state.number = false;
        state.open = true;
        Some(at + 1)
    }

    /// After *'s* the phrase goes on with what is possessed.
    fn possessive(&self, at: usize, next: usize, token: &Token, state: &mut State) -> Option<usize> {
        state.head?;
        let is_clitic = token.kind == TokenKind::Clitic;
        if is_clitic && !token.has(Classes::BE) && token.word != 0 && token.has(Classes::AUXILIARY) {
            return None; // 'll, 're, 've, 'd
        }
        let following = self.token(next);
        let noun = self.goes_on_as_noun(next) && !following.is_some_and(|token| self.predicate(next, token))
            || self.ground.describes(next, self.limit)
            || is_clitic && (self.is_base_before_noun(next) || self.is_gerund_after_preposition(next));
        // the phrase ends where the quoted span begins: "Lee's “plan”"
        let quoted = self.marks(next);
        if !noun && !quoted {
            return None;
        }
        debug_assert!(at < next);
        state.time = false;
        if quoted {
            state.features = state.features.with(Features::POSSESSOR);
            return Some(next);
        }
        state.features = Features(Features::DEFINITE.0 | Features::POSSESSED.0);
        state.singular = false;
        state.head = None;
        state.name = false;
        Some(next)
    }

    /// *people familiar with Lee's thinking said*: after a preposition no clause opens.
    fn is_gerund_after_preposition(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.has(Classes::VERB_ING) && !token.has(BREAKS))
            && self.token(at + 1).is_some_and(|next| next.has(Classes::FINITE.with(Classes::VERB_BASE)))
            && self.before().last().is_some_and(|last| {
                last.kind == ItemKind::Preposition
                    && !self.ground.tokens[last.start as usize].has(Classes::SUBORDINATOR)
            })
    }

    /// *Lee's catch phrase*: neither *is* nor *has* goes before a base form.
    fn is_base_before_noun(&self, at: usize) -> bool {
        const FORMS: Classes = Classes::VERB_PARTICIPLE.with(Classes::VERB_ING).with(Classes::ADVERB);
        self.token(at).is_some_and(|token| token.has(Classes::VERB_BASE) && !token.has(BREAKS.with(FORMS)))
            && self.goes_on_as_noun(at + 1)
    }

    /// Whether a quotation mark opens at `at`.
    fn marks(&self, at: usize) -> bool {
        self.ground.tokens.get(at).is_some_and(|token| token.kind.is_mark() && token.shape.has(Shape::SPACED))
    }

    /// *Lee's angry*, *Lee's going*: what follows is said of Lee, and the ending is *is*.
    fn predicate(&self, at: usize, token: &Token) -> bool {
        // "Lee's social and moral views": the noun comes after a second adjective
        let joined = || {
            self.token(at + 1).is_some_and(|joint| joint.word == self.ground.lexicon.known.and)
                && self.token(at + 2).is_some_and(|token| token.has(Classes::ADJECTIVE))
                && self.goes_on_as_noun(at + 3)
        };
        let alone = !self.goes_on_as_noun(at + 1) && !(token.has(Classes::ADJECTIVE) && joined());
        alone
            && token.has(Classes::ADJECTIVE.with(Classes::VERB_ING).with(Classes::VERB_PARTICIPLE))
            && !token.has(Classes::ANY_NOUN)
    }

    fn finish(&self, at: usize, end: usize, state: &State, first_name: usize) -> Option<Phrase> {
        if end == at {
            return None;
        }
        let number = end - 1;
        let counted = self.ground.tokens[number].has(Classes::NUMBER).then_some(number);
        let Some(head) = state.head.or(counted) else {
            // said the other; the younger smiled
            let last = &self.ground.tokens[number];
            if last.has(Classes::ANYBODY) && state.features.has(Features::DEFINITE) && !self.marks(end) {
                let features = Features::PERSON.with(state.features);
                return Some(Phrase { end, head: number, kind: ItemKind::Nominal, features, first_name });
            }
            let features = Features::HEADLESS.with(state.features);
            return Some(Phrase { end, head: end - 1, kind: ItemKind::Phrase, features, first_name });
        };
        const KINDS: [ItemKind; 8] = {
            use ItemKind::{Name, Nominal, Phrase, Time};
            [Phrase, Nominal, Name, Name, Time, Time, Time, Time]
        };
        let nominal = state.features.has(NOMINAL);
        let place = usize::from(state.time) << 2 | usize::from(state.name) << 1 | usize::from(nominal);
        let kind = KINDS[place];
        Some(Phrase { end, head, kind, features: state.features, first_name })
    }

    #[inline]
    fn token(&self, at: usize) -> Option<&Token> {
        self.ground.token(at, self.limit)
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct State {
    head: Option<usize>,
    /// How many names of the phrase are kept.
    names: usize,
    features: Features,
    name: bool,
    /// Something stands there that asks for a noun.
    open: bool,
    /// The head so far is a number.
    number: bool,
    time: bool,
    /// Opened by *a, an*.
    singular: bool,
}
