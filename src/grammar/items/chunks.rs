//! The chunks of a block, and the paragraph that is being chunked.

use crate::grammar::names::NameContext;

use super::ground::Named;
use super::item::{Item, Sentence};
use super::seen::SeenNames;
use super::verb::VerbGroup;

/// The chunks of a block.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chunks {
    pub(crate) items: Vec<Item>,
    pub(crate) verbs: Vec<VerbGroup>,
    pub(crate) sentences: Vec<Sentence>,
    /// The noun phrases and pronouns inside of quoted spans, in order.
    pub(crate) inner: Vec<Item>,
    /// The names in all noun phrases.
    pub(crate) names: Vec<Named>,
    /// Words met as names in the blocks so far, which `clear` leaves.
    pub(crate) seen: SeenNames,
}

impl Chunks {
    /// The names in the noun phrase `item`.
    pub(crate) fn names_of(&self, item: &Item) -> &[Named] {
        let names = self.names.get(item.detail as usize..).unwrap_or(&[]);
        let end = names.iter().take(3).take_while(|name| name.start < item.end).count();
        &names[..end]
    }

    pub(crate) fn clear(&mut self) {
        self.items.clear();
        self.verbs.clear();
        self.sentences.clear();
        self.inner.clear();
        self.names.clear();
    }
}

/// The paragraph at work.
pub(super) struct Paragraph {
    pub(super) number: u32,
    pub(super) end: usize,
    pub(super) title_case: bool,
    /// What a capital means inside of a sentence.
    pub(super) capitals: NameContext,
    /// The next quoted span that has not been reached.
    pub(super) quoted: usize,
    /// Where the sentence at work began.
    pub(super) first_item: usize,
    pub(super) first_verb: usize,
    pub(super) first_token: usize,
}
