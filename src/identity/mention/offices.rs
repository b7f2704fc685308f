//! What a verb tells of an office: who is one, became one, was named one, does what one does.

use crate::answer::quote::CueStatus;
use crate::base::table::NONE;
use crate::grammar::items::{Item, ItemKind, VerbForm, VerbGroup};
use crate::lexicon::equivalents::{becomes, names, office_of_deed, serves};
use crate::lexicon::{Classes, hash};

use super::flags::Flags;
use super::mentions::Kind;
use super::reader::Reader;
use super::spot::Spot;

impl<'a> Reader<'_, 'a> {
    /// The verb `back` items before that gives its subject the office at `spot`.
    fn verb_of_office(&self, spot: &Spot<'_>, back: usize) -> Option<&'a VerbGroup> {
        let item = spot.items.get(spot.at.checked_sub(back)?).filter(|item| item.kind == ItemKind::Verb)?;
        let verb = self.block.chunks.verbs.get(item.detail as usize)?;
        let happened = verb.form == VerbForm::Finite && verb.status == CueStatus::default();
        let word = || hash(self.word(verb.main as usize));
        let gives = |verb: &VerbGroup| match back {
            1 if verb.passive => names(word()),
            1 => verb.copular || becomes(word()),
            _ => (if verb.passive { names } else { |_| false })(word()) || serves(word()),
        };
        Some(verb).filter(|verb| happened && gives(verb))
    }

    /// How many items before its subject stands, where a verb gives somebody the office at `spot`: *is mayor*, *was
    /// named mayor*, *serves as mayor*.
    pub(super) fn subject_of_office(&self, spot: &Spot<'_>) -> Option<usize> {
        match spot.kind_before(1)? {
            ItemKind::Verb => self.verb_of_office(spot, 1).map(|_| 2),
            ItemKind::Preposition if self.is_as(spot) => self.verb_of_office(spot, 2).map(|_| 3),
            _ => None,
        }
    }

    /// Whether *as* stands before the mention.
    pub(super) fn is_as(&self, spot: &Spot<'_>) -> bool {
        let joint = spot.at.checked_sub(1).and_then(|at| spot.items.get(at));
        joint.is_some_and(|joint| self.word(joint.start as usize) == b"as")
    }

    /// The mention that a relative stands for, or the mention itself.
    pub(super) fn antecedent(&self, mention: u32) -> u32 {
        match self.mentions.all.get(mention as usize) {
            Some(relative) if relative.kind == Kind::Relative => relative.detail,
            Some(_) => mention,
            None => NONE,
        }
    }

    /// *Ann Lee chairs the board*, *Ann Lee, who led the union*: `mention`, with a verb behind it, is a chair.
    pub(super) fn deed_of_office(&mut self, spot: &Spot<'_>, mention: u32) {
        let Some(verb) = spot.items.get(spot.at + 1).filter(|next| next.kind == ItemKind::Verb) else {
            return;
        };
        let Some(group) = self.block.chunks.verbs.get(verb.detail as usize) else { return };
        let relative = self.mentions.all[mention as usize].kind == Kind::Relative;
        let now = || self.token(group.main as usize).is_some_and(|main| main.has(Classes::VERB_S));
        if group.copular || group.passive || !(relative || now()) {
            return;
        }
        let known = group.form == VerbForm::Finite && group.status == CueStatus::default();
        let object = spot.items.get(spot.at + 2).is_some_and(|next: &Item| next.kind.is_noun_phrase());
        if !known || !object {
            return;
        }
        let somebody = self.antecedent(mention);
        let Some(name) = self.mentions.all.get(somebody as usize) else { return };
        let body = Flags::ORGANISATION.with(Flags::PLACE).with(Flags::PEOPLE).with(Flags::PLURAL);
        // "with Morning Weber hosts Ann Lee and Bob Ray"
        let acts = relative || name.has(Flags::SUBJECT);
        if name.kind != Kind::Name || name.has(body) || !acts {
            return;
        }
        if let Some(office) = office_of_deed(hash(self.word(group.main as usize))) {
            self.fact(mention, office, [0; 3], None);
        }
    }
}
