//! A map from hashes to numbers by open addressing, for tables that grow with a text.

use super::steps;

/// No number: an empty slot, and wherever a number stands for something, nothing.
pub(crate) const NONE: u32 = u32::MAX;

/// Slots at the first entry; more are given back between texts, for each short text after a long one would
/// pay for emptying them.
const FEW: usize = 64;

#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    /// A hash and its number; the hash 0 is an empty slot.
    slots: Vec<(u32, u32)>,
    used: usize,
}

impl Table {
    /// Empties the table.
    pub(crate) fn clear(&mut self) {
        if self.used > 0 {
            self.slots.truncate(FEW);
            self.slots.fill((0, NONE));
            self.used = 0;
        }
    }

    /// Where `hash` stands in `slots`, or where it would stand.
    #[inline]
    fn slot(slots: &[(u32, u32)], hash: u32) -> usize {
        let mask = slots.len().wrapping_sub(1);
        // the upper bits of the product depend on all of the hash
        let upper = u64::from(hash.wrapping_mul(0x9E37_79B1)) << (slots.len().trailing_zeros() & 31) >> 32;
        let mut at = upper as usize & mask;
        while slots.get(at).is_some_and(|slot| slot.0 != hash && slot.0 != 0) {
            steps::add(1);
            at = (at + 1) & mask;
        }
        at
    }

    /// The number of `hash`, `NONE` where it has none.
    #[inline]
    pub(crate) fn get(&self, hash: u32) -> u32 {
        self.slots.get(Self::slot(&self.slots, hash)).map_or(NONE, |slot| slot.1)
    }

    /// The number of `hash` to be set, which is `NONE` at first.
    #[inline]
    pub(crate) fn entry(&mut self, hash: u32) -> &mut u32 {
        if self.used * 2 >= self.slots.len() {
            self.grow();
        }
        let at = Self::slot(&self.slots, hash);
        let slot = &mut self.slots[at];
        self.used += usize::from(slot.0 == 0);
        slot.0 = hash;
        &mut slot.1
    }

    #[cold]
    fn grow(&mut self) {
        let larger = vec![(0, NONE); (self.slots.len() * 4).max(FEW)];
        let old = std::mem::replace(&mut self.slots, larger);
        for (hash, number) in old.into_iter().filter(|slot| slot.0 != 0) {
            let at = Self::slot(&self.slots, hash);
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
            let number = table.entry(hash * 7919);
            assert_eq!(*number, NONE);
            *number = hash;
        }
        assert_eq!(std::mem::replace(table.entry(7919), 5), 1);
        assert_eq!(table.get(7919), 5);
        assert!((2..1000).all(|hash| table.get(hash * 7919) == hash));
        assert_eq!(table.get(3), NONE);
    }
}
