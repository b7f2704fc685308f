//! A row for each verb group of a sentence: its subject, its complement and what it stands in.
//!
//! In: the items and verb groups of a sentence. Out: [`Row`]s in the order of the text. Items are counted
//! from the chunks' start. `subject.rs` finds who does it (with `phrase.rs`, `across.rs` and `nonfinite.rs`), `complement.rs` what is said, `extent.rs` how far that reaches,
//! `clause.rs` which row stands in the complement of which.

mod across;
mod clause;
mod complement;
mod extent;
mod nonfinite;
mod phrase;
mod status;
mod subject;

use crate::base::steps;
use crate::grammar::items::{Chunks, Features, Form, Holds, Item, ItemKind, Sentence, VerbGroup};
use crate::lexicon::Lexicon;

pub(crate) use clause::is_relative;
pub(crate) use complement::{Complement, ComplementKind};
pub(crate) use extent::{clause_at, of_clause as clause_end, of_phrase as phrase_end};
pub(crate) use subject::{Subject, SubjectPlace};

/// A verb group with what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) group: VerbGroup,
    pub(crate) subject: Option<Subject>,
    /// The grammatical subject, where that is another than who does it: *Lee* in *Lee was told by Ray*.
    pub(crate) surface: Option<Subject>,
    pub(crate) complement: Complement,
    /// It stands in a relative clause or one with *as, when, if*.
    pub(crate) subordinate: bool,
    /// The row whose complement this one stands in, counted from the sentence's first.
    pub(crate) parent: Option<u32>,
}

impl Row {
    pub(crate) fn item(&self) -> usize {
        self.group.item as usize
    }

    /// Whether somebody is named who does it.
    pub(crate) fn has_subject(&self) -> bool {
        self.subject.is_some()
    }

    /// How strongly the verb reports with the complement that it has here.
    pub(crate) fn grade(&self) -> u8 {
        let grades = self.group.grades;
        match self.complement.kind {
            ComplementKind::That => grades.that,
            ComplementKind::Bare => grades.bare,
            ComplementKind::Infinitive => grades.infinitive,
            ComplementKind::Wh => grades.wh,
            ComplementKind::Object => grades.object,
            ComplementKind::About => grades.prepositions.best(),
            ComplementKind::Quotation => grades.quote,
            ComplementKind::None => grades.parenthetical,
        }
    }
}

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
    pub(crate) tokens: &'a [crate::text::lex::Token],
}

impl<'a> View<'a> {
    pub(crate) fn of(
        chunks: &'a Chunks,
        tokens: &'a [crate::text::lex::Token],
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

    /// The end of the noun phrase that begins at item `first`, with *of*-phrases and joined names.
    pub(crate) fn forward_chain(&self, first: usize) -> usize {
        phrase::forward_chain(self, first)
    }

    /// The first item of the noun phrase that ends with item `last`, as in *the head of the Fund*.
    pub(crate) fn chain_start(&self, last: usize) -> usize {
        phrase::chain(self, last, SubjectPlace::Before).first
    }

    /// Whether item `at` is a quoted span with a comma inside its marks.
    pub(crate) fn ends_in_comma(&self, at: usize) -> bool {
        self.kind(at) == Some(ItemKind::Quoted) && extent::ends_in_comma(self, at)
    }

    /// The item after a row's cue.
    pub(crate) fn after_cue(&self, row: &Row) -> usize {
        complement::after_phrase(self, &row.group, row.item() + 1)
    }

    /// Whether an item's first token has one of these readings.
    pub(crate) fn has(&self, at: usize, classes: crate::lexicon::Classes) -> bool {
        self.item(at)
            .and_then(|item| self.tokens.get(item.start as usize))
            .is_some_and(|token| token.has(classes))
    }

    /// The word of an item's first token.
    pub(crate) fn word(&self, at: usize) -> crate::lexicon::WordId {
        self.item(at).and_then(|item| self.tokens.get(item.start as usize)).map_or(0, |token| token.word)
    }
}

/// Which rows of a sentence are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Those on which an answer can hang, which most verbs are not.
    OfCues,
    /// All with all that they take: people look at them, or a caller's own rules.
    All,
}

/// A sentence of no more items can be a tag by itself, if it has no other verb.
const SHORT: usize = 8;

impl Wanted {
    /// The same for one sentence: a quoted span, a noun that reports and a colon ask for what stands around them,
    /// whatever it is.
    fn of(self, sentence: &Sentence) -> Self {
        let holds = sentence.holds;
        let all = holds.has(ItemKind::Quoted)
            || holds.has_cue_noun()
            || holds.has(ItemKind::Colon)
            || sentence.items().len() <= SHORT;
        if all { Self::All } else { self }
    }
}

/// Whether the verb may report, or an adjective that it brings.
fn may_report(view: &View<'_>, group: &VerbGroup) -> bool {
    let adjective = || {
        let main = view.tokens.get(group.main as usize);
        main.is_some_and(|main| main.has(crate::lexicon::Classes::ADJECTIVE_CUE))
    };
    group.grades.are_any()
        || group.grades.prepositions.heads_phrase()
        || group.copular && view.holds.has(ItemKind::Adjective)
        || adjective()
}

/// Makes `rows` those of a sentence.
pub(crate) fn read(
    chunks: &Chunks,
    tokens: &[crate::text::lex::Token],
    sentence: &Sentence,
    lexicon: &Lexicon,
    wanted: Wanted,
    rows: &mut Vec<Row>,
) {
    rows.clear();
    append(chunks, tokens, sentence, lexicon, wanted, rows);
}

/// Appends the rows of a sentence to `rows`.
pub(crate) fn append(
    chunks: &Chunks,
    tokens: &[crate::text::lex::Token],
    sentence: &Sentence,
    lexicon: &Lexicon,
    wanted: Wanted,
    rows: &mut Vec<Row>,
) {
    let view = View::of(chunks, tokens, sentence, lexicon);
    let first = rows.len();
    let mut open = None;
    let verbs = chunks.verbs.get(sentence.first_verb as usize..).unwrap_or_default();
    // the later pieces of a long sentence have their first verb farther on
    let piece = verbs.first().is_some_and(|group| group.item < sentence.first);
    let from = if piece { verbs.partition_point(|group| group.item < sentence.first) } else { 0 };
    let verbs = &verbs[from..];
    let wanted = wanted.of(sentence);
    // nothing hangs on the verbs after the last that may report
    let own = verbs.iter().take_while(|group| group.item < sentence.end);
    let count = match wanted {
        Wanted::All => own.count(),
        Wanted::OfCues => {
            let cues = own.enumerate().filter(|(_, group)| may_report(&view, group));
            cues.last().map_or(0, |(place, _)| place + 1)
        }
    };
    for group in &verbs[..count] {
        let (mut group, at) = (*group, group.item as usize);
        // a verb's form inside of a phrase: "make it clear"
        let within = |last: &Row| last.group.main < group.main && group.main < last.group.cue_end;
        if rows[first..].last().is_some_and(within) {
            continue;
        }
        if group.grades.prepositions.heads_phrase() {
            let behind = group.main as usize + 1;
            let following = tokens[behind..].iter().map(|token| (token.word, token.classes));
            if let Some((phrase, taken)) = lexicon.phrase(tokens[behind - 1].word, following) {
                group.grades = phrase.grades;
                group.cue_end = (behind + taken) as u32;
            }
        }
        if subject::follows_object(&view, at, &group) {
            group.form = Form::Participle;
            group.passive = true;
        }
        let own = &rows[first..];
        let parent = clause::parent(own, &mut open, at);
        let surface = subject::surface(&view, at, &group, own, parent);
        group.status = status::of(&view, &group, surface, parent.is_none());
        status::turn(&mut group, &mut rows[first..]);
        let group = &group;
        let subject = subject::agent(&view, at, group).or(surface);
        // a verb that cannot report is somebody else's subject at most
        let complement = if wanted == Wanted::All || group.grades.are_any() {
            complement::of(&view, group, subject)
        } else {
            Complement { kind: ComplementKind::None, start: at + 1, end: at + 1 }
        };
        let parent = parent.map(|parent| parent as u32);
        let subordinate = clause::is_subordinate(&view, at, surface);
        rows.push(Row { group: *group, subject, surface, complement, subordinate, parent });
        clause::enter(&rows[first..], &mut open);
    }
}
