//! The word table: open addressing over 16-byte keys, so that a look-up reads one slot of eight bytes and
//! touches no string.

use std::collections::HashMap;

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
const SPREADER: u64 = 0xC2B2_AE3D_27D4_EB4F;

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
        let mixed = (self.low ^ self.high.wrapping_mul(SPREADER).rotate_left(29)).wrapping_mul(MULTIPLIER);
        // the highest bit is left to the look-up
        (mixed ^ (mixed >> 32)) & (u64::MAX >> 1)
    }
}

/// What the table tells of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) classes: Classes,
    /// What it is by its readings.
    pub(crate) part: Part,
}

/// Where a word stands; 0 is "no such word".
pub(crate) type WordId = u16;

/// Words by their keys. A look-up reads one slot and nothing else that is not at hand: the slots of the words
/// in use are as much as the nearer caches hold, and to ask a second place for the key took a fifth of the
/// time of the whole crate. Of two words that differ, a slot takes one for the other once in some billions.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Two slots for each hash, since every second word would stand behind another else. Fingerprint in the
    /// upper half, then the number of the entry, then the word; 0 is empty.
    slots: Vec<[u64; 2]>,
    mask: usize,
    /// What words are; most are one of a few hundred things. The first is for what is no word.
    entries: Vec<Entry>,
    /// Of each word its key, its readings, the number of its entry and the verb that it is a form of.
    keys: Vec<Key>,
    classes: Vec<Classes>,
    entry_of: Vec<u16>,
    verbs: Vec<u16>,
}

/// No more words than a `WordId` can tell apart.
pub(crate) const MOST_WORDS: usize = u16::MAX as usize;

/// No more words than pairs of slots: one pair in twenty-five is too small for those whose place it is.
const LEAST_ROOM: usize = 1;

impl Table {
    pub(crate) fn with_capacity(words: usize) -> Self {
        let slots = (words * LEAST_ROOM).next_power_of_two().max(512);
        let mut table = Self {
            slots: vec![[0; 2]; slots],
            mask: slots - 1,
            entries: Vec::new(),
            keys: Vec::with_capacity(words + 1),
            classes: Vec::with_capacity(words + 1),
            entry_of: Vec::new(),
            verbs: Vec::with_capacity(words + 1),
        };
        table.keys.push(Key::default());
        table.classes.push(Classes::NONE);
        table.verbs.push(0);
        table.settle();
        table
    }

    /// The word of `key`, `0` where there is none.
    #[inline]
    pub(crate) fn find(&self, key: Key) -> WordId {
        self.slot(key) as WordId
    }

    /// The word of `key` and what it is; where there is none, `0` and an empty entry.
    #[inline]
    pub(crate) fn look_up(&self, key: Key) -> (WordId, &Entry) {
        let slot = self.slot(key);
        (slot as WordId, self.entries.get((slot >> 16 & 0xFFFF) as usize).unwrap_or(&self.entries[0]))
    }

    /// The slot of `key`, 0 where there is none.
    #[inline]
    fn slot(&self, key: Key) -> u64 {
        let hash = key.hash();
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
        let entry =
            self.entry_of.get(usize::from(id)).and_then(|entry| self.entries.get(usize::from(*entry)));
        entry.unwrap_or(&self.entries[0])
    }

    /// The verb that the word `id` is a form of; 0 where it is none.
    #[inline]
    pub(crate) fn verb(&self, id: WordId) -> u16 {
        self.verbs.get(usize::from(id)).copied().unwrap_or(0)
    }

    /// Adds readings to a word; `None` where the table is full. What is added counts once the table is
    /// [settled](Self::settle), but for the word and its verb.
    pub(crate) fn add(&mut self, key: Key, classes: Classes, verb: u16) -> Option<WordId> {
        let known = usize::from(self.find(key));
        if known != 0 && self.keys[known] == key {
            self.classes[known] |= classes;
            if verb != 0 && self.verbs[known] == 0 {
                self.verbs[known] = verb;
            }
            return Some(known as WordId);
        }
        if self.keys.len() >= MOST_WORDS {
            return None;
        }
        if self.keys.len() * LEAST_ROOM > self.slots.len() {
            self.grow();
        }
        let id = self.keys.len() as WordId;
        self.keys.push(key);
        self.classes.push(classes);
        self.verbs.push(verb);
        self.place(key, id);
        Some(id)
    }

    /// All words are there with all of their readings: numbers what they are.
    pub(super) fn settle(&mut self) {
        let mut numbers = HashMap::new();
        self.entries.clear();
        self.entry_of.clear();
        self.entry_of.reserve(self.classes.len());
        // the numbers given last: words are of few kinds, and a map for each took half a millisecond
        let mut near = [None; 1024];
        for classes in self.classes.iter().copied() {
            let near = &mut near[(classes.0.wrapping_mul(MULTIPLIER) >> 54) as usize];
            let number = match *near {
                Some((same, number)) if same == classes => number,
                _ => *numbers.entry(classes).or_insert_with(|| {
                    self.entries.push(Entry { classes, part: Part::of(classes) });
                    (self.entries.len() - 1) as u16
                }),
            };
            *near = Some((classes, number));
            self.entry_of.push(number);
        }
        // an empty slot is the word 0, whose entry is 0
        for slot in self.slots.as_flattened_mut() {
            let entry = self.entry_of.get((*slot & 0xFFFF) as usize).copied().unwrap_or(0);
            *slot = *slot & !0xFFFF_0000 | u64::from(entry) << 16;
        }
    }

    fn place(&mut self, key: Key, id: WordId) {
        let hash = key.hash();
        let mut at = hash as usize & self.mask;
        let slot = loop {
            match self.slots[at].iter().position(|slot| *slot == 0) {
                Some(place) => break &mut self.slots[at][place],
                None => at = (at + 1) & self.mask,
            }
        };
        *slot = hash >> 32 << 32 | u64::from(id);
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        self.slots = vec![[0; 2]; size];
        self.mask = size - 1;
        for id in 1..self.keys.len() {
            self.place(self.keys[id], id as WordId);
        }
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.keys.len() - 1
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
