//! What a verb between two mentions tells of those who are meant later: who was asked, who answers, whose office
//! passed on.

use crate::answer::quote::CueStatus;
use crate::base::table::NONE;
use crate::grammar::items::{Item, ItemKind, VerbForm, VerbGroup};
use crate::lexicon::equivalents::{answers, asks, is_taken_over, issues, says, succeeds, takes_over};
use crate::lexicon::{Classes, hash};

use super::flags::Flags;
use super::mentions::{Deed, DeedKind, Kind, Pronoun};
use super::reader::Reader;
use super::spot::{KEPT, Spot};

impl<'a> Reader<'_, 'a> {
    fn verb(&self, spot: &Spot<'_>, back: usize) -> Option<&'a VerbGroup> {
        let item = spot.items.get(spot.at.checked_sub(back)?).filter(|item| item.kind == ItemKind::Verb)?;
        self.block.chunks.verbs.get(item.detail as usize)
    }

    /// Who does what the verb before says, over the comma of an apposition.
    fn doer(&self, spot: &Spot<'_>) -> Option<u32> {
        let back = if spot.kind_before(2) == Some(ItemKind::Comma) { 3 } else { 2 };
        spot.mention_before(back)
    }

    fn deed(&mut self, kind: DeedKind, mention: u32, by: u32, to: u32) {
        self.mentions.deeds.push(Deed { mention, kind, by, to });
    }

    /// *Lee asked Ray*, *Ray succeeded Lee*: the mention is the object of the verb before.
    pub(super) fn object(&mut self, spot: &Spot<'_>, mention: u32) {
        let (Some(by), Some(verb)) = (self.doer(spot), self.verb(spot, 1)) else { return };
        let object = &self.mentions.all[mention as usize];
        if object.kind == Kind::Nominal && object.has(Flags::DOCUMENT) {
            if self.issues(spot) {
                self.deed(DeedKind::Issues, mention, by, mention);
            }
            return;
        }
        if object.has(Flags::ORGANISATION.with(Flags::PLACE).with(Flags::DOCUMENT))
            || verb.passive
            || !happened(verb)
        {
            return;
        }
        let reports = self.token(verb.main as usize).is_some_and(|token| token.has(Classes::REPORTING));
        let word = hash(self.word(verb.main as usize));
        if object.kind != Kind::Nominal && succeeds(word) {
            self.deed(DeedKind::Succeeds, mention, by, mention);
        } else if reports {
            let kind = if asks(word) && !self.is_request(spot) { DeedKind::Asks } else { DeedKind::Tells };
            self.deed(kind, mention, by, mention);
        }
    }

    /// Whether the verb before the item gives out a document: *released a statement*.
    pub(super) fn issues(&self, spot: &Spot<'_>) -> bool {
        let verb = self.verb(spot, 1).filter(|verb| !verb.passive && verb.status == CueStatus::default());
        verb.is_some_and(|verb| issues(hash(self.word(verb.main as usize))))
    }

    /// *asked him to leave*
    fn is_request(&self, spot: &Spot<'_>) -> bool {
        let next = spot.items.get(spot.at + 1).filter(|next| next.kind == ItemKind::Verb);
        let verb = next.and_then(|next| self.block.chunks.verbs.get(next.detail as usize));
        verb.is_some_and(|verb| verb.form != VerbForm::Finite)
    }

    /// *Ray was asked by Lee*, *Lee was replaced by Ray*, *Ray took over from Lee*: the mention stands behind a
    /// preposition behind the verb.
    pub(super) fn behind_preposition(&mut self, spot: &Spot<'_>, mention: u32) {
        let Some(verb) = (2..=4).find_map(|back| self.verb(spot, back)) else { return };
        let joint = spot.items.get(spot.at - 1).map_or(&[][..], |joint| self.word(joint.start as usize));
        if !(verb.passive && joint == b"by" || joint == b"from") || !happened(verb) {
            return;
        }
        let is_subject = |mention: &u32| {
            self.mentions.all.get(*mention as usize).is_some_and(|mention| mention.has(Flags::SUBJECT))
        };
        let Some(subject) = (3..=KEPT).filter_map(|back| spot.mention_before(back)).find(is_subject) else {
            return;
        };
        let word = hash(self.word(verb.main as usize));
        if verb.passive && joint == b"by" {
            if succeeds(word) {
                self.deed(DeedKind::Succeeds, mention, mention, subject);
            } else if asks(word) {
                self.deed(DeedKind::Asks, mention, mention, subject);
            }
        } else if joint == b"from" && takes_over(word) && self.word(verb.main as usize + 1) == b"over" {
            self.deed(DeedKind::Succeeds, mention, subject, mention);
        }
    }

    /// *took her place*: the item is the object, `owner` who is a part of it.
    pub(super) fn place_taken(&mut self, spot: &Spot<'_>, item: &Item, owner: u32) {
        let (Some(by), Some(verb)) = (self.doer(spot), self.verb(spot, 1)) else { return };
        if is_taken_over(hash(self.word(item.head as usize)))
            && takes_over(hash(self.word(verb.main as usize)))
        {
            self.deed(DeedKind::Succeeds, owner, by, owner);
        }
    }

    /// *she replied*, *replied she*.
    pub(super) fn answers(&mut self, spot: &Spot<'_>, mention: u32) {
        let own = &self.mentions.all[mention as usize];
        if !matches!(own.kind, Kind::Pronoun(Pronoun::He | Pronoun::She)) || own.has(Flags::OBJECT_FORM) {
            return;
        }
        let next = spot.items.get(spot.at + 1).filter(|next| next.kind == ItemKind::Verb);
        let next = next.and_then(|next| self.block.chunks.verbs.get(next.detail as usize));
        let Some(verb) = next.or_else(|| self.verb(spot, 1)).filter(|verb| happened(verb)) else { return };
        let word = hash(self.word(verb.main as usize));
        if answers(word) {
            self.deed(DeedKind::Answers, mention, mention, NONE);
        } else if says(word) {
            self.deed(DeedKind::Says, mention, mention, NONE);
        }
    }
}

/// Not what is to be, may be or was not.
fn happened(verb: &VerbGroup) -> bool {
    verb.form == VerbForm::Finite && verb.status == CueStatus::default()
}
