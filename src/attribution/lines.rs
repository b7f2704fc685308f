//! What the narration says of who speaks a quoted span of a conversation.
//!
//! In: a sentence with its rows. Out: [`Evidence`] for those of its quoted spans that a rule of the table ties to
//! somebody. In a conversation that is not the answer yet: it is weighed with all that the lines around tell.

use crate::grammar::block::Block;
use crate::grammar::items::{ItemKind, Sentence, VerbForm};
use crate::grammar::rows::{Predicate, View};

use super::evidence::Evidence;
use super::link::{Genres, Link, Pattern, Scene, link, trials};
use super::sentence::Attribution;
use super::trace::{Trace, Tried};

impl Attribution<'_> {
    /// What a sentence says of who speaks its quoted spans.
    pub(crate) fn evidence(&mut self, block: &Block, sentence: &Sentence, rows: &[Predicate]) {
        if !sentence.holds.has(ItemKind::Quoted) {
            return;
        }
        for at in sentence.items() {
            let item = block.chunks.items[at];
            if item.kind != ItemKind::Quoted {
                continue;
            }
            let quoted = &block.quoted[item.detail as usize];
            let scene = Scene {
                view: View::of(&block.chunks, &block.tokens, sentence, self.asked.lexicon),
                rows,
                at,
                quoted,
                nested: self.asked.nested,
                end: Scene::quoted_end(&block.tokens, quoted),
            };
            let found = link(&scene, Genres::FICTION);
            if self.asked.traced {
                self.traces.push(Trace {
                    span: block.item_span(at, at + 1),
                    tried: trials(&scene, Genres::FICTION).map(|trial| Tried::of(block, trial)).collect(),
                    ..Trace::default()
                });
            }
            self.evidence.extend(found.and_then(|link| evidence(block, rows, item.detail, &link)));
        }
    }
}

fn evidence(block: &Block, rows: &[Predicate], quoted: u32, link: &Link) -> Option<Evidence> {
    let row = link.row.and_then(|row| rows.get(row));
    let source = row.and_then(|row| named_by_main(block, rows, row, link)).unwrap_or(link.source);
    let items = block.chunks.items.get(source.0..source.1)?;
    let (first, last) = (items.first()?, items.last()?);
    let reports = row.is_none_or(|row| row.group.grades.quote > 0);
    let pattern = match link.pattern {
        Pattern::Direct | Pattern::Inverted if !reports => Pattern::AnyVerb,
        pattern => pattern,
    };
    Some(Evidence {
        quoted,
        source: (first.start, last.end),
        head: first.head,
        cue: link.cue.unwrap_or((0, 0)),
        pattern,
    })
}

/// *Ann coloured as she replied, “…”*: the subject of the main clause, where the side clause has a pronoun for it.
fn named_by_main(block: &Block, rows: &[Predicate], row: &Predicate, link: &Link) -> Option<(usize, usize)> {
    let kind = |at: usize| block.chunks.items.get(at).map(|item| item.kind);
    if !row.subordinate || link.pattern != Pattern::Before || kind(link.source.0) != Some(ItemKind::Pronoun) {
        return None;
    }
    let before = rows.iter().take_while(|before| before.item() < row.item());
    let mut main = before.filter(|before| !before.subordinate && before.group.form == VerbForm::Finite);
    let subject = main.next().filter(|_| main.next().is_none())?.subject?;
    (subject.end < link.source.0 && kind(subject.first) == Some(ItemKind::Name))
        .then_some((subject.first, subject.end))
}
