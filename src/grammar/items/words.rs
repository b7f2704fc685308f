//! Words that are more than one thing: names before verbs, verbs before nouns, then function words.

use crate::grammar::names::{NameContext, NameKind};
use crate::lexicon::Classes;
use crate::text::lex::{Token, TokenKind};

use super::chunker::{Chunker, NEVER_NAME};
use super::chunks::Paragraph;
use super::features::Features;
use super::ground::Named;
use super::item::{Item, ItemKind};
use super::plain::Begun;
use super::pronouns::PRONOUNS;
use super::reading::{Before, before_noun, is_past_at_end, is_verb, opens_report};

impl<'a> Chunker<'a> {
    /// Makes an item of the word at `at` and what belongs to it.
    pub(super) fn word_item(&mut self, at: usize, limit: usize, paragraph: &Paragraph) -> usize {
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
                // "in May, said Will was": inside of a sentence these are written small
                || token.has(Classes::MODAL)
                    && token.has(Classes::MONTH.with(Classes::GIVEN))
                    && paragraph.capitals == NameContext::Inside
                || self.is_given_before_capital(at, limit)
                || token.has(Classes::GIVEN) && self.is_called(token, next)
                || self.signs(next) && self.before(paragraph) == Before::Quotation);
        if token.has(Classes::TIME) && token.has(Classes::GIVEN) && self.is_somebody(token, next) {
            self.lone_name(at);
            return at + 1;
        }
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
    pub(super) fn acts(&self, at: usize, limit: usize, paragraph: &Paragraph, named: bool) -> bool {
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
            // "the survey shows growth has"
            Before::Singular if self.after_nominal() && opens_report(&tokens[..limit], at) => Before::Subject,
            // "the mayor left."
            Before::Singular if self.after_person() && is_past_at_end(token, next) => Before::Subject,
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
    pub(super) fn opens_clause(&self, paragraph: &Paragraph) -> bool {
        match self.chunks.items.get(paragraph.first_item..) {
            Some([only]) => matches!(only.kind, ItemKind::Coordinator | ItemKind::Subordinator),
            Some([.., last]) => last.kind == ItemKind::Subordinator,
            _ => false,
        }
    }

    /// *May smiled*, *“…,” said May.*: a month that does what only persons do, or of whom *'s* tells more.
    fn is_somebody(&self, token: &Token, next: Option<&Token>) -> bool {
        let last = self.chunks.items.last().map(|item| item.kind);
        let dated = matches!(last, Some(ItemKind::Preposition | ItemKind::Time));
        let acts = next.is_some_and(|next| {
            next.has(Classes::VERB_PAST.with(Classes::VERB_S))
                && !next.is_capital()
                && !next.has(Classes::TIME)
        });
        token.is_capital() && !dated && (acts || self.is_called(token, next))
    }

    /// A name of one word that nothing else tells to be one.
    fn lone_name(&mut self, at: usize) {
        let (start, end) = (at as u32, at as u32 + 1);
        let detail = self.chunks.names.len() as u32;
        self.chunks.names.push(Named { start, name_start: start, end, kind: NameKind::Person });
        let (kind, features) = (ItemKind::Name, Features::PERSON_NAME);
        self.chunks.items.push(Item { kind, features, start, end, head: start, detail });
    }

    /// *“…,” said Will*, *with Will*, *if Will had*: a capital that is no auxiliary, though the word can be one.
    pub(super) fn is_called(&self, token: &Token, next: Option<&Token>) -> bool {
        let items = &self.chunks.items;
        let Some(last) = items.last() else { return false };
        let tags = || {
            let quoted = items.len().checked_sub(2).is_some_and(|at| items[at].kind == ItemKind::Quoted);
            let verb = self.chunks.verbs.get(last.detail as usize);
            quoted && verb.is_some_and(|verb| verb.grades.quote >= 1)
        };
        let acts = |next: &Token| next.has(Classes::VERB_PAST.with(Classes::VERB_S)) && !next.is_capital();
        match last.kind {
            ItemKind::Verb => tags(),
            ItemKind::Preposition => !token.has(Classes::TIME),
            ItemKind::Subordinator | ItemKind::That | ItemKind::Coordinator => next.is_some_and(acts),
            _ => false,
        }
    }

    /// *“…,” Will said, “…,” From wrote*: after a quotation the word before a verb of saying is a name.
    pub(super) fn signs(&self, next: Option<&Token>) -> bool {
        next.is_some_and(|next| {
            next.classes.all(Classes::REPORTING.with(Classes::VERB_PAST))
                && self.context.lexicon.grades(next.word).quote >= 3
        })
    }

    /// *called that report a lie*: after a verb that takes no clause, *that* before a noun points.
    pub(super) fn points(&self, next: Option<&Token>) -> bool {
        let verb = self.chunks.items.last().filter(|item| item.kind == ItemKind::Verb);
        let verb = verb.and_then(|item| self.chunks.verbs.get(item.detail as usize));
        verb.is_some_and(|verb| verb.grades.that == 0 && !verb.copular && !verb.bare_auxiliary)
            && next.is_some_and(|next| next.has(Classes::ANY_NOUN) && !next.has(Classes::PLURAL))
    }

    /// *to*, with the infinitive that it opens.
    pub(super) fn to(&mut self, at: usize, limit: usize) -> usize {
        let next = (at + 1 < limit).then(|| &self.tokens[at + 1]);
        if next.is_some_and(|next| self.is_infinitive(at + 1, next)) {
            return self.verb_group(at, limit);
        }
        self.push(ItemKind::Preposition, at, at + 1, 0);
        at + 1
    }

    /// Whether a word that is a verb and nothing else cannot be one where it stands.
    pub(super) fn is_noun_after_all(&self, at: usize, limit: usize, paragraph: &Paragraph) -> bool {
        let classes = self.tokens[at].classes;
        match self.before(paragraph) {
            Before::Preposition => !classes.any(Classes::VERB_ING),
            Before::Verb => classes.any(Classes::VERB_PARTICIPLE) && before_noun(self.tokens, at, limit),
            _ => false,
        }
    }

    /// Whether *to* before this word opens an infinitive.
    pub(super) fn is_infinitive(&self, at: usize, token: &Token) -> bool {
        if token.has(Classes::ADVERB.with(Classes::NEGATION)) && !token.has(Classes::VERB_BASE) {
            return self.tokens.get(at + 1).is_some_and(|after| after.has(Classes::VERB_BASE));
        }
        token.has(Classes::VERB_BASE)
            && !token.is_capital()
            && !token.has(Classes::DETERMINER.with(Classes::PRONOUN).with(Classes::POSSESSIVE))
    }

    /// *'s* and the like that no noun phrase took: a form of *be*, *have* or a modal.
    pub(super) fn clitic(&mut self, at: usize, limit: usize) -> usize {
        if self.ends_name(at, limit) {
            return at + 1;
        }
        if self.tokens[at].has(Classes::AUXILIARY) {
            return self.verb_group(at, limit);
        }
        self.push(ItemKind::Other, at, at + 1, 0);
        at + 1
    }

    /// *Moody's said*: takes the ending at `at` into the name before it, where a verb of saying follows and the name is
    /// no person's, who would have said it.
    fn ends_name(&mut self, at: usize, limit: usize) -> bool {
        let says = self.tokens.get(at + 1).filter(|_| at + 1 < limit).is_some_and(|next| {
            // "Moody's, the rating firm, said": before a comma it is no form of "be"
            next.kind == TokenKind::Comma
                || next.has(Classes::FINITE)
                    && !next.has(Classes::AUXILIARY)
                    && self.context.lexicon.grades(next.word).quote >= 2
        });
        let Some(name) = self.chunks.items.last_mut().filter(|_| says) else { return false };
        let token = &self.tokens[name.start as usize];
        let named = token.is_capital()
            && self.tokens[at].has(Classes::BE)
            && name.end as usize == at
            && (name.kind == ItemKind::Name || name.end == name.start + 1)
            && !token.has(Classes::GRAMMAR)
            && !name.features.has(Features::PERSON_NAME);
        if !named {
            return false;
        }
        let (start, end) = (name.start, at as u32 + 1);
        if name.kind != ItemKind::Name || name.detail == u32::MAX {
            name.detail = self.chunks.names.len() as u32;
            self.chunks.names.push(Named { start, name_start: start, end, kind: NameKind::Organisation });
        } else if let Some(last) = self.chunks.names.last_mut() {
            last.end = end;
            last.kind = NameKind::Organisation;
        }
        *name = Item { kind: ItemKind::Name, features: Features::ORGANISATION, end, ..*name };
        true
    }

    pub(super) fn function_word(&mut self, at: usize, limit: usize, paragraph: &Paragraph) -> usize {
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

    pub(super) fn opens_with_noun(&self, at: usize, paragraph: &Paragraph) -> bool {
        at == paragraph.first_token
    }

    /// Whether a subject with a verb stands after *before, since, as*; after *for* only a pronoun tells.
    pub(super) fn clause_follows(&self, at: usize, limit: usize) -> bool {
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
    pub(super) fn after_singular(&self) -> bool {
        self.chunks.items.last().is_some_and(|last| {
            let first = &self.tokens[last.start as usize];
            first.has(Classes::INDEFINITE) && !first.has(Classes::PRONOUN.with(Classes::PLURAL))
        })
    }

    /// Whether the last item is a noun phrase for somebody or a document.
    fn after_nominal(&self) -> bool {
        self.chunks.items.last().is_some_and(|last| last.kind == ItemKind::Nominal)
    }

    /// Whether the last item is a noun phrase for a person.
    fn after_person(&self) -> bool {
        self.chunks.items.last().is_some_and(|last| {
            last.kind.is_noun_phrase() && last.features.has(Features::PERSON.with(Features::PERSON_NAME))
        })
    }

    /// Whether the last items are a verb and *that*.
    pub(super) fn after_pointing_that(&self) -> bool {
        matches!(
            self.chunks.items.as_slice(),
            [.., verb, that] if verb.kind == ItemKind::Verb && that.kind == ItemKind::That
        )
    }

    /// *Lee still shows, voters still view*: an adverb between a subject and what can be its verb.
    pub(super) fn verb_after_adverb(&self, at: usize, limit: usize) -> bool {
        let Some(last) = self.chunks.items.last() else { return false };
        let subject = matches!(last.kind, ItemKind::Name | ItemKind::Nominal | ItemKind::Pronoun)
            && !last.features.has(Features::OBJECT_FORM);
        let people = last.features.has(Features::PERSON) && last.features.has(Features::PLURAL);
        let base = if people { Classes::VERB_BASE } else { Classes::NONE };
        subject
            && at + 1 < limit
            && self.tokens[at + 1].has(Classes::VERB_S.with(Classes::VERB_PAST).with(base))
            && !self.tokens[at + 1].is_capital()
    }
}

/// Adverbs that the lists lack end in *-ly*.
fn is_adverb_by_ending(words: &[u8], token: &Token) -> bool {
    token.word == 0
        && !token.is_capital()
        && words.get(token.start as usize..token.end as usize).is_some_and(|word| word.ends_with(b"ly"))
}
