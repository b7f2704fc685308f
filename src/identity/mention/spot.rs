//! An item of a sentence as seen by what stands around it.

use crate::base::table::NONE;
use crate::grammar::items::{Item, ItemKind};

/// An item of a sentence with those around it.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) items: &'a [Item],
    pub(super) at: usize,
    /// The mentions that stand for the items before, the nearest first.
    pub(super) before: [u32; KEPT],
}

/// So many items back is looked for what a mention stands beside.
pub(super) const KEPT: usize = 8;

impl<'a> Spot<'a> {
    pub(super) fn item(&self) -> &'a Item {
        &self.items[self.at]
    }

    /// The kind of the item `back` items before.
    #[inline]
    pub(super) fn kind_before(&self, back: usize) -> Option<ItemKind> {
        Some(self.items.get(self.at.checked_sub(back)?)?.kind)
    }

    /// The kind of the item behind.
    pub(super) fn kind_after(&self) -> Option<ItemKind> {
        self.items.get(self.at + 1).map(|next| next.kind)
    }

    pub(super) fn follows_preposition(&self, back: usize) -> bool {
        matches!(self.kind_before(back + 1), Some(ItemKind::Preposition | ItemKind::AccordingTo))
    }

    /// The main mention of the item `back` items before.
    pub(super) fn mention_before(&self, back: usize) -> Option<u32> {
        self.before.get(back - 1).copied().filter(|mention| *mention != NONE)
    }

    /// Whether *and* or a comma of a list joins the item, behind a coordinator, to a noun phrase before.
    pub(super) fn is_coordinated(&self) -> bool {
        self.kind_before(2).is_some_and(|kind| kind.is_noun_phrase() || kind == ItemKind::Comma)
    }

    /// Whether a verb follows, over what may stand between a subject and its verb.
    pub(super) fn is_subject(&self, acts: impl Fn(&Item) -> bool) -> bool {
        let mut next = self.at + 1;
        let mut closing = None;
        let mut inserted = false;
        for _ in 0..16 {
            match self.items.get(next).map(|item| item.kind) {
                // "met Lee, late last year, leading to": what goes on behind an insertion has a subject of its own
                Some(ItemKind::Verb) if closing.is_none() => {
                    return !inserted || acts(&self.items[next]);
                }
                Some(ItemKind::Stop) | None => return false,
                Some(ItemKind::Adverb | ItemKind::Time) => next += 1,
                Some(ItemKind::Preposition | ItemKind::Coordinator) if closing.is_none() => next += 2,
                Some(kind @ (ItemKind::Comma | ItemKind::OpenBracket | ItemKind::Dash)) => {
                    let end = if kind == ItemKind::OpenBracket { ItemKind::CloseBracket } else { kind };
                    closing = if closing == Some(kind) { None } else { closing.or(Some(end)) };
                    inserted = true;
                    next += 1;
                }
                Some(ItemKind::CloseBracket) if closing == Some(ItemKind::CloseBracket) => {
                    closing = None;
                    next += 1;
                }
                Some(_) if closing.is_some() => next += 1,
                Some(_) => return false,
            }
        }
        false
    }
}
