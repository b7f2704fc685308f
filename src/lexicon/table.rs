//! The word table: open addressing over 16-byte keys, so that a look-up reads one slot of eight bytes and
//! touches no string.

use super::classes::Classes;
use super::key::Key;
use super::kinds::{Entry, Kinds};

/// Where a word stands; 0 is "no such word".
pub(crate) type WordId = u16;

/// Words by their keys. A look-up reads one slot and nothing else that is not at hand: the slots of the words
/// in use are as much as the nearer caches hold, and to ask a second place for the key took a fifth of the
/// time of the whole crate. Of two words that differ, a slot takes one for the other once in some billions.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Two slots for each hash, since every second word would stand behind another else. Fingerprint in the
    /// upper half, then the number of the kind, then the word; 0 is empty.
    slots: Vec<[u64; 2]>,
    mask: usize,
    kinds: Kinds,
    /// Of each word the hash of its key, the number of its kind and the verb that it is a form of.
    hashes: Vec<u64>,
    kind_of: Vec<u16>,
    verbs: Vec<u16>,
}

/// No more words than a `WordId` can tell apart.
pub(crate) const MOST_WORDS: usize = u16::MAX as usize;

/// No more than five words for four pairs of slots. At five, one word in six stands beyond its own pair; at four
/// it is one in eight. No difference in time was found: `benches/SPEED.md`.
const fn pairs_for(words: usize) -> usize {
    (words * 4).div_ceil(5)
}

impl Table {
    pub(crate) fn with_capacity(words: usize) -> Self {
        let slots = pairs_for(words).next_power_of_two().max(512);
        let mut table = Self {
            slots: vec![[0; 2]; slots],
            mask: slots - 1,
            kinds: Kinds::new(),
            hashes: Vec::with_capacity(words + 1),
            kind_of: Vec::with_capacity(words + 1),
            verbs: Vec::with_capacity(words + 1),
        };
        table.hashes.push(0);
        table.kind_of.push(0);
        table.verbs.push(0);
        table
    }

    /// The word of `key`, `0` where there is none.
    #[inline]
    pub(crate) fn find(&self, key: Key) -> WordId {
        self.slot(key.hash()) as WordId
    }

    /// The word of `key` and what it is; where there is none, `0` and an empty entry.
    #[inline]
    pub(crate) fn look_up(&self, key: Key) -> (WordId, &Entry) {
        let slot = self.slot(key.hash());
        (slot as WordId, self.kinds.get((slot >> 16 & 0xFFFF) as usize))
    }

    /// The slot with this hash, 0 where there is none.
    #[inline]
    fn slot(&self, hash: u64) -> u64 {
        let at = hash as usize & self.mask;
        let (found, room) = self.in_pair(at, hash);
        if found | room == 0 { self.slot_beyond(at, hash) } else { found }
    }

    /// The slot with this hash in the pair `at`, 0 where neither is, and 0 if the pair is full. Both without a
    /// branch, since nobody can guess which of the two a word is in: a number below 2^63 less one has its
    /// highest bit where it was 0, and no compiler knows that this is a question.
    #[inline]
    fn in_pair(&self, at: usize, hash: u64) -> (u64, u64) {
        let [one, other] = self.slots.get(at).copied().unwrap_or_default();
        let if_zero = |number: u64| (number.wrapping_sub(1) as i64 >> 63) as u64;
        let if_mine = |slot: u64| slot & if_zero((slot ^ hash) >> 32);
        (if_mine(one) | if_mine(other), if_zero(other))
    }

    /// The slot with this hash in a pair after the full one `at`.
    #[inline(never)]
    fn slot_beyond(&self, mut at: usize, hash: u64) -> u64 {
        loop {
            at = (at + 1) & self.mask;
            let (found, room) = self.in_pair(at, hash);
            if found | room != 0 {
                return found;
            }
        }
    }

    /// What the word `id` is.
    #[inline]
    pub(crate) fn entry(&self, id: WordId) -> &Entry {
        self.kinds.get(self.kind_of.get(usize::from(id)).copied().unwrap_or(0).into())
    }

    /// The verb that the word `id` is a form of; 0 where it is none.
    #[inline]
    pub(crate) fn verb(&self, id: WordId) -> u16 {
        self.verbs.get(usize::from(id)).copied().unwrap_or(0)
    }

    /// Of each word the verb that it is a form of.
    pub(super) fn verbs(&self) -> &[u16] {
        &self.verbs
    }

    /// Adds readings to a word; `None` where the table is full.
    pub(crate) fn add(&mut self, key: Key, classes: Classes, verb: u16) -> Option<WordId> {
        if pairs_for(self.hashes.len()) > self.slots.len() {
            self.grow();
        }
        let hash = key.hash();
        let found = self.slot(hash);
        if found != 0 {
            let known = usize::from(found as WordId);
            let kind = self.kinds.number(self.kinds.get(self.kind_of[known].into()).classes | classes);
            if self.verbs[known] == 0 {
                self.verbs[known] = verb;
            }
            if kind != self.kind_of[known] {
                self.kind_of[known] = kind;
                let (at, place) = self.place(hash);
                self.slots[at][place] = slot(hash, kind, known as WordId);
            }
            return Some(known as WordId);
        }
        if self.hashes.len() >= MOST_WORDS {
            return None;
        }
        let id = self.hashes.len() as WordId;
        let kind = self.kinds.number(classes);
        self.hashes.push(hash);
        self.kind_of.push(kind);
        self.verbs.push(verb);
        let (at, place) = self.free(hash);
        self.slots[at][place] = slot(hash, kind, id);
        Some(id)
    }

    /// Takes readings away from a word.
    pub(super) fn take(&mut self, id: WordId, classes: Classes) {
        let known = usize::from(id);
        let kind = self.kinds.number(self.kinds.get(self.kind_of[known].into()).classes.without(classes));
        self.kind_of[known] = kind;
        let hash = self.hashes[known];
        let (at, place) = self.place(hash);
        self.slots[at][place] = slot(hash, kind, id);
    }

    /// The same for all forms of a verb.
    pub(super) fn take_from_forms(&mut self, verb: u16, classes: Classes) {
        for id in 1..self.verbs.len() {
            if self.verbs[id] == verb {
                self.take(id as WordId, classes);
            }
        }
    }

    /// Where the word with this hash is.
    fn place(&self, hash: u64) -> (usize, usize) {
        let mut at = hash as usize & self.mask;
        loop {
            match self.slots[at].iter().position(|slot| (slot ^ hash) >> 32 == 0) {
                Some(place) => return (at, place),
                None => at = (at + 1) & self.mask,
            }
        }
    }

    /// The first free slot for a word with this hash.
    fn free(&self, hash: u64) -> (usize, usize) {
        let mut at = hash as usize & self.mask;
        while self.slots[at][1] != 0 {
            at = (at + 1) & self.mask;
        }
        (at, usize::from(self.slots[at][0] != 0))
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        self.slots = vec![[0; 2]; size];
        self.mask = size - 1;
        for (id, (hash, kind)) in self.hashes.iter().zip(&self.kind_of).enumerate().skip(1) {
            let (at, place) = self.free(*hash);
            self.slots[at][place] = slot(*hash, *kind, id as WordId);
        }
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.hashes.len() - 1
    }

    /// What the slots take up, which is all that a look-up reads.
    #[cfg(test)]
    pub(crate) fn bytes_of_slots(&self) -> usize {
        std::mem::size_of_val(self.slots.as_slice())
    }
}

/// The slot of a word.
const fn slot(hash: u64, kind: u16, id: WordId) -> u64 {
    hash >> 32 << 32 | (kind as u64) << 16 | id as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_added_whatever_its_case_and_length() {
        let mut table = Table::with_capacity(4);
        let words = ["a", "said", "spokesman", "representative", "telecommunications", "José"];
        for word in words {
            table.add(Key::of(word.as_bytes()), Classes::NOUN, 0);
        }
        for word in words.iter().map(|word| word.to_uppercase()) {
            assert_ne!(table.find(Key::of(word.as_bytes())), 0, "{word} is lost");
        }
        assert_eq!(table.find(Key::of(b"telecommunicationz")), 0);
        assert_eq!(table.find(Key::of(b"sai")), 0);
    }

    #[test]
    fn a_full_table_keeps_its_size_and_one_more_word_doubles_it() {
        let mut table = Table::with_capacity(640);
        let empty = table.bytes_of_slots();
        let word = |number: usize| Key::of(format!("word{number}").as_bytes());
        for number in 0..640 {
            table.add(word(number), Classes::NOUN, 0);
        }
        assert_eq!(table.bytes_of_slots(), empty);
        table.add(word(640), Classes::NOUN, 0);
        assert_eq!(table.bytes_of_slots(), 2 * empty);
        for number in 0..=640 {
            assert_eq!(usize::from(table.find(word(number))), number + 1);
        }
        assert_eq!(table.find(word(641)), 0);
    }
}
