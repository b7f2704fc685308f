//! The word table: open addressing over 16-byte keys, so that a look-up compares two words of eight
//! bytes and touches no string.

use super::classes::Classes;
use super::part::Part;

/// A word as the table knows it: its bytes in lower case, eight and eight, the rest folded into the
/// second half. `'É'` and `'é'` fold together too, since Latin-1 letters in UTF-8 differ in bit 5 only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Key {
    pub(crate) low: u64,
    pub(crate) high: u64,
}

const LOWER: u64 = 0x2020_2020_2020_2020;
const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// The first `len` bytes of a word of eight, the rest zero.
#[inline]
pub(crate) const fn keep(bytes: u64, len: usize) -> u64 {
    if len >= 8 { bytes } else { bytes & ((1 << (8 * len)) - 1) }
}

/// Eight bytes at `at`, zeros past the end.
#[inline]
pub(crate) fn load(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..at + 8) {
        Some(eight) => u64::from_le_bytes(eight.try_into().unwrap_or([0; 8])),
        None => load_tail(bytes, at),
    }
}

/// Fewer than eight bytes, by two loads that may overlap.
fn load_tail(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or(&[]);
    let byte = |place: usize| rest.get(place).map_or(0, |byte| u64::from(*byte) << (8 * place));
    match (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            let low = u64::from(u32::from_le_bytes(*first));
            low | u64::from(u32::from_le_bytes(*last)) << (8 * (rest.len() - 4))
        }
        _ => byte(0) | byte(1) | byte(2),
    }
}

impl Key {
    /// The key of the `len` bytes of `text` at `at`.
    #[inline]
    pub(crate) fn new(text: &[u8], at: usize, len: usize) -> Self {
        let low = keep(load(text, at) | LOWER, len);
        if len <= 8 {
            return Self { low, high: 0 };
        }
        let high = keep(load(text, at + 8) | LOWER, len - 8);
        if len <= 16 {
            return Self { low, high };
        }
        Self { low, high: Self::fold_rest(text, at, len, high) }
    }

    /// The key of a whole word.
    pub(crate) fn of(word: &[u8]) -> Self {
        Self::new(word, 0, word.len())
    }

    #[cold]
    fn fold_rest(text: &[u8], at: usize, len: usize, mut high: u64) -> u64 {
        let mut done = 16;
        while done < len {
            let next = keep(load(text, at + done) | LOWER, len - done);
            high = (high ^ next).wrapping_mul(MULTIPLIER).rotate_left(23);
            done += 8;
        }
        high
    }

    #[inline]
    fn hash(self) -> u64 {
        let mixed = (self.low ^ self.high.rotate_left(29)).wrapping_mul(MULTIPLIER);
        mixed ^ (mixed >> 32)
    }
}

/// What the table holds for a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) key: Key,
    pub(crate) classes: Classes,
    /// The verb that this word is a form of; 0 where it is none.
    pub(crate) verb: u16,
    /// What it is by its readings, once all of them are known.
    pub(crate) part: Part,
}

/// Where an entry stands; 0 is "no such word".
pub(crate) type WordId = u16;

#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Fingerprint in the upper half, entry in the lower; 0 is empty.
    slots: Vec<u32>,
    entries: Vec<Entry>,
    mask: usize,
}

/// No more words than a `WordId` can tell apart.
pub(crate) const MOST_WORDS: usize = u16::MAX as usize;

/// So many slots for a word: a word in four is not at the first place where it is looked for at two.
const LEAST_ROOM: usize = 4;

impl Table {
    pub(crate) fn with_capacity(words: usize) -> Self {
        let slots = (words * LEAST_ROOM).next_power_of_two().max(1024);
        let none =
            Entry { key: Key::default(), classes: Classes::NONE, verb: 0, part: Part::of(Classes::NONE) };
        let mut entries = Vec::with_capacity(words + 1);
        entries.push(none);
        Self { slots: vec![0; slots], entries, mask: slots - 1 }
    }

    /// The entry of `key`, `0` where there is none.
    #[inline]
    pub(crate) fn find(&self, key: Key) -> WordId {
        self.look_up(key).0
    }

    /// The entry of `key`; where there is none, `0` and an empty one.
    #[inline]
    pub(crate) fn look_up(&self, key: Key) -> (WordId, &Entry) {
        let hash = key.hash();
        let fingerprint = (hash >> 48) as u32;
        let mut at = hash as usize & self.mask;
        while let Some(slot) = self.slots.get(at).filter(|slot| **slot != 0) {
            if slot >> 16 == fingerprint {
                let id = (slot & 0xFFFF) as WordId;
                match self.entries.get(usize::from(id)) {
                    Some(entry) if entry.key == key => return (id, entry),
                    _ => {}
                }
            }
            at = (at + 1) & self.mask;
        }
        (0, &self.entries[0])
    }

    /// All words are there with all of their readings.
    pub(super) fn settle(&mut self) {
        for entry in &mut self.entries {
            entry.part = Part::of(entry.classes);
        }
    }

    #[inline]
    pub(crate) fn entry(&self, id: WordId) -> &Entry {
        self.entries.get(usize::from(id)).unwrap_or(&self.entries[0])
    }

    /// Adds readings to a word; `None` where the table is full.
    pub(crate) fn add(&mut self, key: Key, classes: Classes, verb: u16) -> Option<WordId> {
        let known = self.find(key);
        if known != 0 {
            let entry = &mut self.entries[usize::from(known)];
            entry.classes |= classes;
            if verb != 0 && entry.verb == 0 {
                entry.verb = verb;
            }
            return Some(known);
        }
        if self.entries.len() >= MOST_WORDS {
            return None;
        }
        if self.entries.len() * LEAST_ROOM > self.slots.len() {
            self.grow();
        }
        let id = self.entries.len() as WordId;
        self.entries.push(Entry { key, classes, verb, part: Part::default() });
        self.place(key, id);
        Some(id)
    }

    fn place(&mut self, key: Key, id: WordId) {
        let hash = key.hash();
        let mut at = hash as usize & self.mask;
        while self.slots[at] != 0 {
            at = (at + 1) & self.mask;
        }
        self.slots[at] = ((hash >> 48) as u32) << 16 | u32::from(id);
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        self.slots = vec![0; size];
        self.mask = size - 1;
        for id in 1..self.entries.len() {
            self.place(self.entries[id].key, id as WordId);
        }
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.entries.len() - 1
    }
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
    fn the_end_of_a_text_is_filled_with_zeros() {
        let text = b"abcdefgh";
        for from in 0..=8 {
            let slow = text[from..].iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte));
            assert_eq!(load(text, from), slow, "{from}");
        }
    }

    #[test]
    fn a_word_in_its_sentence_has_the_key_of_the_word_alone() {
        let text = b"the Spokesman, a representative";
        assert_eq!(Key::new(text, 4, 9), Key::of(b"spokesman"));
        assert_eq!(Key::new(text, 17, 14), Key::of(b"representative"));
    }
}
