//! What the caller's own rules read, before those of the crate.

use crate::attribution::content::Draft;
use crate::attribution::custom;
use crate::grammar::block::Block;
use crate::grammar::items::{Sentence, line};
use crate::grammar::rows::Predicate;

use super::evidence::Named;
use super::sentence::Attribution;

impl Attribution<'_> {
    /// Asks the caller's own rules.
    pub(super) fn read_custom(&mut self, block: &Block, sentence: &Sentence) {
        self.custom.clear();
        if self.asked.rules.is_empty() {
            return;
        }
        let mut readings = Vec::new();
        let line = line(sentence, &block.chunks);
        for rule in self.asked.rules {
            rule.read(&line, sentence.first as usize, &mut readings);
        }
        self.custom.extend(readings.into_iter().map(|reading| (reading, None)));
    }

    /// The draft that a rule of the caller's own gives the quoted span at item `at`.
    pub(super) fn custom_quoted(&mut self, block: &Block, rows: &[Predicate], at: usize) -> Option<usize> {
        let place = self.custom.iter().position(|(reading, _)| reading.content.contains(&at))?;
        Some(self.custom_draft(block, rows, place))
    }

    /// What rules of the caller's own read beside the quoted spans.
    pub(super) fn custom_indirect(&mut self, block: &Block, rows: &[Predicate]) {
        for place in 0..self.custom.len() {
            self.custom_draft(block, rows, place);
        }
    }

    /// Takes out the drafts from `first` on whose content a rule of the caller's own has read already.
    pub(super) fn prefer_custom(&mut self, block: &Block, first: usize) {
        for (reading, _) in &self.custom {
            let content = block.item_span(reading.content.start, reading.content.end);
            let fresh = self.drafts.split_off(first);
            let apart = |draft: &Draft| !draft.content.as_slice().iter().any(|span| span.overlaps(content));
            self.drafts.extend(fresh.into_iter().filter(apart));
        }
    }

    fn custom_draft(&mut self, block: &Block, rows: &[Predicate], place: usize) -> usize {
        let (reading, known) = &self.custom[place];
        if let Some(known) = known {
            return *known;
        }
        let row = rows.iter().position(|row| reading.cue.contains(&row.item()));
        let draft = self.drafts.len();
        self.drafts.push(custom::draft(block, reading));
        self.named.extend(Named::of_items(block, reading.source.clone(), reading.cue.clone()));
        self.custom[place].1 = Some(draft);
        self.used.extend(row.map(|row| (row, draft)));
        draft
    }
}
