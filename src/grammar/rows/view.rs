//! The items of a sentence as its rows are made: what stands where.

use crate::base::steps;
use crate::grammar::items::{Chunks, Features, Holds, Item, ItemKind, Kinds, Sentence, VerbForm, VerbGroup};
use crate::lexicon::{Classes, Lexicon, WordId};
use crate::text::lex::{Token, TokenKind};

use super::predicate::{FARTHEST, Predicate};

/// The items of a sentence while its rows are made.
pub(crate) struct View<'a> {
    /// The items from `first` up to `end`.
    items: &'a [Item],
    verbs: &'a [VerbGroup],
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) holds: Holds,
    /// Most of the words have capitals.
    pub(crate) title_case: bool,
    /// The word of each token, for the few words of grammar that are told one by one.
    pub(crate) tokens: &'a [Token],
}

impl<'a> View<'a> {
    pub(crate) fn of(
        chunks: &'a Chunks,
        tokens: &'a [Token],
        sentence: &Sentence,
        lexicon: &'a Lexicon,
    ) -> Self {
        let (first, end) = (sentence.first as usize, sentence.end as usize);
        Self {
            items: chunks.items.get(first..end).unwrap_or(&[]),
            verbs: &chunks.verbs,
            first,
            end,
            lexicon,
            holds: sentence.holds,
            title_case: sentence.title_case,
            tokens,
        }
    }
}

impl View<'_> {
    #[inline]
    pub(crate) fn item(&self, at: usize) -> Option<&Item> {
        steps::add(1);
        // what lies before the first wraps round to behind the last
        self.items.get(at.wrapping_sub(self.first))
    }

    #[inline]
    pub(crate) fn kind(&self, at: usize) -> Option<ItemKind> {
        self.item(at).map(|item| item.kind)
    }

    /// The kind of the item before `at`.
    #[inline]
    pub(crate) fn kind_before(&self, at: usize) -> Option<ItemKind> {
        self.kind(at.wrapping_sub(1))
    }

    #[inline]
    pub(crate) fn group(&self, at: usize) -> Option<&VerbGroup> {
        let item = self.item(at).filter(|item| item.kind == ItemKind::Verb)?;
        self.verbs.get(item.detail as usize)
    }

    /// Whether item `at` is a verb with a tense.
    #[inline]
    pub(crate) fn is_finite(&self, at: usize) -> bool {
        self.group(at).is_some_and(|group| group.form == VerbForm::Finite)
    }

    pub(crate) fn is_noun_phrase(&self, at: usize) -> bool {
        self.kind(at).is_some_and(ItemKind::is_noun_phrase)
    }

    /// A noun phrase that can be a subject.
    pub(crate) fn is_subject_phrase(&self, at: usize) -> bool {
        self.item(at).is_some_and(|item| {
            item.kind.is_noun_phrase()
                && !item
                    .features
                    .has(Features::OBJECT_FORM.with(Features::HEADLESS).with(Features::POSSESSOR))
        })
    }

    /// The first of `items` that is what is looked for; none where one of the kinds `stops` comes before.
    #[inline]
    pub(crate) fn find(
        &self,
        mut items: impl Iterator<Item = usize>,
        stops: Kinds,
        looked_for: impl Fn(usize, ItemKind) -> bool,
    ) -> Option<usize> {
        let found = items.find_map(|at| match self.kind(at) {
            Some(kind) if looked_for(at, kind) => Some(Some(at)),
            Some(kind) if !stops.has(kind) => None,
            _ => Some(None),
        });
        found.flatten()
    }

    /// The first item from `at` on that is none of the kinds `passed`.
    #[inline]
    pub(crate) fn over(&self, mut at: usize, passed: Kinds) -> usize {
        while self.kind(at).is_some_and(|kind| passed.has(kind)) {
            at += 1;
        }
        at
    }

    /// The first item from `at` on that is no adverb.
    #[inline]
    pub(crate) fn over_adverbs(&self, at: usize) -> usize {
        self.over(at, Kinds::of([ItemKind::Adverb]))
    }

    /// Where a mention ends that a name behind a comma belongs to: *their manager, Ana Ruiz, said*, *said the mill's
    /// owner, Harrow Grain.*
    pub(crate) fn over_apposition(&self, first: usize, end: usize) -> usize {
        let role = self.item(first).is_some_and(|item| {
            item.kind == ItemKind::Nominal
                && item.features.has(Features::DEFINITE.with(Features::POSSESSED))
                && !item.features.has(Features::PLURAL)
        });
        let named = role
            && end == first + 1
            && self.kind(end) == Some(ItemKind::Comma)
            && self.kind(end + 1) == Some(ItemKind::Name)
            && matches!(self.kind(end + 2), None | Some(ItemKind::Comma | ItemKind::Stop));
        if named { end + 2 } else { end }
    }

    /// Whether item `at` is a quoted span with a comma inside its marks.
    pub(crate) fn ends_in_comma(&self, at: usize) -> bool {
        let quoted = self.item(at).filter(|item| item.kind == ItemKind::Quoted);
        let last = quoted.and_then(|item| (item.end as usize).checked_sub(2));
        last.and_then(|last| self.tokens.get(last)).is_some_and(|token| token.kind == TokenKind::Comma)
    }

    /// The bracket that item `close` closes.
    pub(super) fn open_bracket(&self, close: usize) -> Option<usize> {
        let mut before = (self.first..close).rev().take(FARTHEST);
        before.find(|at| self.kind(*at) == Some(ItemKind::OpenBracket))
    }

    /// The item after a row's cue.
    pub(crate) fn after_cue(&self, row: &Predicate) -> usize {
        self.after_phrase(&row.group, row.item() + 1)
    }

    /// The first item from `at` on behind the phrase that the verb begins.
    pub(super) fn after_phrase(&self, group: &VerbGroup, mut at: usize) -> usize {
        while self.item(at).is_some_and(|item| item.start < group.cue_end) {
            at += 1;
        }
        at
    }

    /// Whether an item's first token has one of these readings.
    pub(crate) fn has(&self, at: usize, classes: Classes) -> bool {
        self.item(at)
            .and_then(|item| self.tokens.get(item.start as usize))
            .is_some_and(|token| token.has(classes))
    }

    /// The word of an item's first token.
    pub(crate) fn word(&self, at: usize) -> WordId {
        self.item(at).and_then(|item| self.tokens.get(item.start as usize)).map_or(0, |token| token.word)
    }
}
