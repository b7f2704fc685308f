//! Nouns that report: *X's claim that …*, *the call by X for …*, *X made a promise to …*.

use crate::answer::manner::Form;
use crate::answer::quote::{CueStatus, Mention, MentionKind};
use crate::grammar::block::Block;
use crate::grammar::items::{Features, Item, ItemKind, VerbForm};
use crate::grammar::rows::{ComplementKind, Predicate, View, phrase_end};
use crate::lexicon::Classes;
use crate::text::lex::TokenKind;

use crate::attribution::link::{Viewpoint, viewpoint};

use super::draft::mention_of;
use super::finding::Finding;
use super::manner;
use super::place::{has_verb, quoted_between, sentence_end};
use super::rules::Indirect;

/// So many verbs are asked whether they report.
const FARTHEST: usize = 16;

/// Appends what the nouns of the sentence report.
pub(super) fn read(block: &Block, view: &View<'_>, rows: &[Predicate], findings: &mut Vec<Finding>) {
    for at in view.first..view.end {
        let Some(item) = view.item(at).filter(|item| item.features.has(Features::CUE)) else { continue };
        let found = noun(block, view, rows, at, item);
        let before = at.checked_sub(1).filter(|_| found.is_none());
        findings.extend(found);
        findings.extend(
            before
                .and_then(|before| viewpoint(view, before))
                .and_then(|found| views(block, view, rows, found)),
        );
    }
}

/// *In Lee's view, …*; *…, in Lee's view, …*: the sentence around the phrase.
fn views(block: &Block, view: &View<'_>, rows: &[Predicate], found: Viewpoint) -> Option<Finding> {
    let Viewpoint { first, end, source, cue } = found;
    // "in his speech, Lee said": the verb tells who
    if rows.iter().take(FARTHEST).any(|row| row.has_subject() && row.grade() >= 2) {
        return None;
    }
    let closed = matches!(view.kind(end), None | Some(ItemKind::Comma | ItemKind::Stop));
    let before = (view.first, first);
    let after = (end, sentence_end(view).max(end));
    let opens = first == view.first || view.kind_before(first) == Some(ItemKind::Comma);
    let says = has_verb(view, before.0, before.1) || has_verb(view, after.0, after.1);
    if !closed || !opens || !says || quoted_between(view, view.first, view.end) {
        return None;
    }
    let item = view.item(source.0)?;
    let possessor = if item.head == cue.0 { possessor(block, view, item) } else { None };
    Some(Finding {
        rule: Indirect::Viewpoint,
        source: Some(possessor.unwrap_or_else(|| mention_of(block, source.0, source.1))),
        at: first,
        cue: (cue.0 as usize, cue.1 as usize),
        content: [before, after],
        status: CueStatus::default(),
        manner: manner::of_word(view, cue.0 as usize, source.0, Form::Clause),
    })
}

fn noun(block: &Block, view: &View<'_>, rows: &[Predicate], at: usize, item: &Item) -> Option<Finding> {
    let mut after = at + 1;
    let source = match possessor(block, view, item) {
        // "he laid out his plan": the pronoun stands for the subject
        Some(source) if source.kind() == MentionKind::Pronoun => governor(block, rows, at).unwrap_or(source),
        Some(source) => source,
        None => match agent(view, after) {
            Some((first, end)) => {
                after = end;
                mention_of(block, first, end)
            }
            None => holder(block, rows, at)?,
        },
    };
    let content = complement(view, after)?;
    let head = item.head as usize;
    let topic = view.kind(content.0.wrapping_sub(1)) == Some(ItemKind::Preposition) && after < content.0;
    let form = if topic { Form::Topic } else { Form::Clause };
    Some(Finding {
        rule: Indirect::Noun,
        source: Some(source),
        at,
        cue: (head, head + 1),
        content: [content, (0, 0)],
        status: CueStatus::default(),
        manner: manner::of_word(view, head, at, form),
    })
}

/// *Lee's* of *Lee's claim*, *his* of *his claim*.
pub(crate) fn possessor(block: &Block, view: &View<'_>, item: &Item) -> Option<Mention> {
    if !item.features.has(Features::POSSESSED) {
        return None;
    }
    let (start, end) = (item.start as usize, item.end as usize);
    let first = view.tokens.get(start)?;
    if first.has(Classes::POSSESSIVE) && !first.is_capital()
        || first.has(Classes::POSSESSIVE) && first.has(Classes::PRONOUN)
    {
        return Some(Mention::new(block.span(start, start + 1), MentionKind::Pronoun));
    }
    let mark = (start + 1..end).rev().find(|at| {
        let kind = view.tokens[*at].kind;
        kind == TokenKind::Clitic || matches!(kind, TokenKind::Single | TokenKind::SingleClose)
    })?;
    let kind = if view.tokens[mark - 1].is_capital() { MentionKind::Name } else { MentionKind::Nominal };
    Some(Mention::new(block.span(start, mark), kind))
}

/// *by X*, *from X* after the noun.
fn agent(view: &View<'_>, at: usize) -> Option<(usize, usize)> {
    let known = &view.lexicon.known;
    let word = view.word(at);
    ((word == known.by || word == known.from) && view.is_noun_phrase(at + 1))
        .then(|| (at + 1, view.forward_chain(at + 1)))
}

/// *X made a promise*: the subject of a verb that says little by itself.
fn holder(block: &Block, rows: &[Predicate], at: usize) -> Option<Mention> {
    let row = rows[..rows.partition_point(|row| row.item() < at)].last()?;
    let takes = row.complement.kind == ComplementKind::Object && row.complement.start == at;
    (takes && row.group.grades.object == 1).then(|| governor(block, rows, at))?
}

/// The subject of the verb whose object stands at `at`.
fn governor(block: &Block, rows: &[Predicate], at: usize) -> Option<Mention> {
    let row = rows[..rows.partition_point(|row| row.item() < at)].last()?;
    let subject = row.subject.filter(|_| !row.group.passive)?;
    let takes = matches!(row.complement.kind, ComplementKind::Object | ComplementKind::About)
        && row.complement.start <= at
        && at < row.complement.end
        && at - row.item() <= 3;
    takes.then(|| mention_of(block, subject.first, subject.end))
}

fn complement(view: &View<'_>, at: usize) -> Option<(usize, usize)> {
    let known = &view.lexicon.known;
    match view.kind(at)? {
        ItemKind::That => Some((at, phrase_end(view, at))),
        ItemKind::Verb if view.group(at)?.form == VerbForm::Infinitive => Some((at, phrase_end(view, at))),
        ItemKind::Preposition => {
            let word = view.word(at);
            let topic =
                [known.about, known.of, known.for_, known.on, known.against, known.over].contains(&word);
            let opens = view.is_noun_phrase(at + 1)
                || view.group(at + 1).is_some_and(|group| group.form == VerbForm::Gerund)
                || view.kind(at + 1) == Some(ItemKind::Subordinator);
            (topic && opens).then(|| (at + 1, phrase_end(view, at + 1)))
        }
        _ => None,
    }
}
