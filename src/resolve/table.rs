//! A map from hashes to numbers by open addressing, for tables that grow with the names of a text.

use crate::steps;

use super::mention::NONE;

/// Slots at the first entry, and the most that are kept from text to text.
const FEW: usize = 64;
const KEPT: usize = 1024;

#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// A hash and its number; the hash 0 is an empty slot.
    slots: Vec<(u32, u32)>,
    used: usize,
}

impl Table {
    /// Empties the table; room that a long text took is given back, or each short one after it would pay
    /// for it.
    pub(super) fn clear(&mut self) {
        if self.used == 0 {
            return;
        }
        self.slots.truncate(KEPT);
        self.slots.fill((0, NONE));
        self.used = 0;
    }

    fn slot(&self, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        // the upper bits of the product depend on all of the hash
        let mut at = (hash.wrapping_mul(0x9E37_79B1) >> (32 - self.slots.len().trailing_zeros())) as usize;
        while self.slots[at].0 != hash && self.slots[at].0 != 0 {
            steps::add(1);
            at = (at + 1) & mask;
        }
        at
    }

    /// The number of `hash`, `NONE` where it has none.
    pub(super) fn get(&self, hash: u32) -> u32 {
        if self.slots.is_empty() { NONE } else { self.slots[self.slot(hash)].1 }
    }

    /// Gives `hash` a number; returns the one it had.
    pub(super) fn put(&mut self, hash: u32, number: u32) -> u32 {
        if hash == 0 {
            return NONE;
        }
        if self.used * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.slot(hash);
        self.used += usize::from(self.slots[at].0 == 0);
        let before = self.slots[at].1;
        self.slots[at] = (hash, number);
        before
    }

    fn grow(&mut self) {
        let larger = vec![(0, NONE); (self.slots.len() * 4).max(FEW)];
        let old = std::mem::replace(&mut self.slots, larger);
        for (hash, number) in old.into_iter().filter(|slot| slot.0 != 0) {
            let at = self.slot(hash);
            self.slots[at] = (hash, number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_was_put() {
        let mut table = Table::default();
        for hash in 1..1000 {
            assert_eq!(table.put(hash * 7919, hash), NONE);
        }
        assert_eq!(table.put(7919, 5), 1);
        assert_eq!(table.get(7919), 5);
        assert!((2..1000).all(|hash| table.get(hash * 7919) == hash));
        assert_eq!(table.get(3), NONE);
    }
}
