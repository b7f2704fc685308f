//! What the narration says of who speaks a quoted span of a conversation.
//!
//! In: a sentence with its rows. Out: [`Evidence`] for those of its quoted spans that a rule of the table ties to
//! somebody. In a conversation that is not the answer yet: it is weighed with all that the lines around tell. What a
//! rule of the caller's own reads is a draft, and no other rule is asked.

use crate::grammar::block::Block;
use crate::grammar::items::{Features, Item, ItemKind, Sentence, VerbForm};
use crate::grammar::rows::Predicate;

use super::evidence::{Ahead, Evidence};
use super::link::{Genres, Link, Pattern, Scene, first_use, later_use, link, trials};
use super::sentence::Attribution;
use super::trace::{Trace, Tried};

impl Attribution<'_> {
    /// What a sentence says of who speaks its quoted spans.
    pub(crate) fn evidence(&mut self, block: &Block, sentence: &Sentence, rows: &[Predicate]) {
        self.used.clear();
        self.read_custom(block, sentence);
        self.ahead.extend(ahead(block, sentence, rows));
        if !sentence.holds.has(ItemKind::Quoted) {
            return;
        }
        for at in sentence.items() {
            let item = block.chunks.items[at];
            if item.kind != ItemKind::Quoted {
                continue;
            }
            let scene = Scene::of(block, sentence, rows, at, (self.asked.lexicon, self.asked.nested));
            let custom = self.custom_quoted(block, rows, at);
            let first = first_use(&scene, Genres::FICTION).filter(|_| custom.is_none());
            let asks = custom.is_none() && first.is_none();
            let found = if asks { link(&scene, Genres::FICTION) } else { None };
            let last = if asks { later_use(&scene, Genres::FICTION, found.as_ref()) } else { None };
            let unsaid = first.or(last);
            self.unsaid.extend(unsaid.map(|rule| (item.detail, rule.quoted_use)));
            if self.asked.traced {
                self.traces.push(Trace {
                    span: block.item_span(at, at + 1),
                    tried: trials(&scene, Genres::FICTION).map(|trial| Tried::of(block, trial)).collect(),
                    ..Trace::default()
                });
            }
            let said = found.filter(|_| unsaid.is_none());
            self.evidence.extend(said.and_then(|link| evidence(block, rows, item.detail, &link)));
        }
    }
}

fn evidence(block: &Block, rows: &[Predicate], quoted: u32, link: &Link) -> Option<Evidence> {
    let row = link.row.and_then(|row| rows.get(row));
    let source = row.and_then(|row| named_by_main(block, rows, row, link)).unwrap_or(link.source);
    let items = block.chunks.items.get(source.0..source.1)?;
    let (first, last) = (items.first()?, items.last()?);
    // "said very low, her head bowed: “…”"
    let owned = first.kind != ItemKind::Name && first.features.has(Features::POSSESSED);
    if owned && row.is_some_and(|row| row.group.grades.best() == 0) {
        return None;
    }
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
        reports: row.is_some_and(|row| row.group.grades.quote >= 2),
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

/// Whether a sentence can tell who speaks: its paragraph holds a quoted span, or it leads in that of the next. Of the
/// others nobody asks for rows but for their own reports.
pub(crate) fn tells_speakers(block: &Block, sentence: &Sentence) -> bool {
    let paragraph = block.paragraphs.get(sentence.paragraph as usize);
    paragraph.is_some_and(|paragraph| !paragraph.quoted.is_empty()) || leads_on(block, sentence).is_some()
}

/// The colon, comma or dash that ends the paragraph of the sentence.
fn leads_on<'b>(block: &'b Block, sentence: &Sentence) -> Option<&'b Item> {
    let paragraph = block.paragraphs.get(sentence.paragraph as usize)?;
    let last = block.chunks.items.get((sentence.end as usize).checked_sub(1)?)?;
    let leads = matches!(last.kind, ItemKind::Colon | ItemKind::Comma | ItemKind::Dash);
    (last.end as usize == paragraph.tokens.end && leads).then_some(last)
}

/// Who is led in where the sentence ends its paragraph with a colon, comma or dash.
fn ahead(block: &Block, sentence: &Sentence, rows: &[Predicate]) -> Option<Ahead> {
    let last = leads_on(block, sentence)?;
    let colon = last.kind == ItemKind::Colon;
    let own = |row: &&Predicate| row.has_subject() && row.item() >= sentence.first as usize;
    let reports = rows.iter().rev().filter(own).find(|row| row.group.grades.quote >= 1);
    let row = reports.or_else(|| rows.iter().find(own).filter(|_| colon))?;
    let subject = row.subject?;
    let items = block.chunks.items.get(subject.first..subject.end)?;
    let (first, end) = (items.first()?, items.last()?.end);
    let cue = if reports.is_some() { (row.group.main, row.group.main + 1) } else { (last.start, last.start) };
    let evidence = Evidence {
        quoted: u32::MAX,
        source: (first.start, end),
        head: first.head,
        cue,
        pattern: Pattern::Ahead,
        reports: row.group.grades.quote >= 2,
    };
    Some(Ahead { paragraph: sentence.paragraph, evidence })
}
