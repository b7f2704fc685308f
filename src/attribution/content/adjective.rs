//! Adjectives that report: *was sure that*, *is critical of*, *was worried about*.

use crate::answer::manner::Form;
use crate::grammar::block::Block;
use crate::grammar::items::{ItemKind, VerbForm};
use crate::grammar::rows::{Predicate, View, clause_at, clause_end, phrase_end};
use crate::lexicon::Classes;

use super::draft::mention_of;
use super::finding::Finding;
use super::manner;
use super::rules::Indirect;

/// What the adjective or participle of `row` reports.
pub(super) fn read(block: &Block, view: &View<'_>, row: &Predicate) -> Option<Finding> {
    let subject = row.grammatical_subject.or(row.subject)?;
    let (cue, after) =
        if row.group.copular { predicate(view, row.item() + 1)? } else { participle(view, row)? };
    let content = complement(view, row, after)?;
    let clause =
        view.kind(content.0) == Some(ItemKind::That) || view.is_noun_phrase(content.0) && after == content.0;
    let form = if clause { Form::Clause } else { Form::Attitude };
    Some(Finding {
        rule: Indirect::Adjective,
        source: Some(mention_of(block, subject.first, subject.end)),
        at: row.item(),
        cue: (cue, cue + 1),
        content: [content, (0, 0)],
        status: row.group.status,
        manner: manner::of_word(view, cue, subject.first, form),
    })
}

/// The token of the adjective after *is*, and the item after it.
fn predicate(view: &View<'_>, at: usize) -> Option<(usize, usize)> {
    let at = view.over_adverbs(at);
    let item = view.item(at).filter(|item| item.kind == ItemKind::Adjective)?;
    let last = item.end as usize - 1;
    view.tokens.get(last).filter(|token| token.has(Classes::ADJECTIVE_CUE))?;
    Some((last, at + 1))
}

/// *was worried*: the main verb is the adjective.
fn participle(view: &View<'_>, row: &Predicate) -> Option<(usize, usize)> {
    let main = row.group.main as usize;
    view.tokens.get(main).filter(|token| token.has(Classes::ADJECTIVE_CUE))?;
    Some((main, row.item() + 1))
}

fn complement(view: &View<'_>, row: &Predicate, at: usize) -> Option<(usize, usize)> {
    let known = &view.lexicon.known;
    match view.kind(at)? {
        ItemKind::That => Some((at, clause_end(view, &row.group, row.subject, at))),
        ItemKind::Verb if view.group(at)?.form == VerbForm::Infinitive => Some((at, phrase_end(view, at))),
        ItemKind::Preposition => {
            let word = view.word(at);
            let topic = [known.about, known.of, known.with, known.for_, known.to, known.over].contains(&word);
            let opens = view.is_noun_phrase(at + 1)
                || view.group(at + 1).is_some_and(|group| group.form == VerbForm::Gerund)
                || view.kind(at + 1) == Some(ItemKind::Subordinator);
            (topic && opens).then(|| (at + 1, phrase_end(view, at + 1)))
        }
        kind if kind.is_noun_phrase() && clause_at(view, at) => {
            Some((at, clause_end(view, &row.group, row.subject, at)))
        }
        _ => None,
    }
}
