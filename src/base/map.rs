//! Maps whose keys are a few words of eight bytes.
//!
//! The standard hasher took a twelfth of a novel's time. This one multiplies and folds; its start is random, so
//! that no text can be made whose words all fall into one place.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};

pub(crate) type Map<K, V> = HashMap<K, V, Seeded>;

/// Makes hashers with one random start.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seeded(u64, u64);

impl Default for Seeded {
    fn default() -> Self {
        let random = RandomState::new();
        Self(random.hash_one(0), random.hash_one(1) | 1)
    }
}

impl BuildHasher for Seeded {
    type Hasher = Fold;

    fn build_hasher(&self) -> Fold {
        Fold { state: self.0, factor: self.1 }
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Fold {
    state: u64,
    factor: u64,
}

impl Hasher for Fold {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(word));
        }
        self.write_u64(bytes.len() as u64);
    }

    #[inline]
    fn write_u64(&mut self, word: u64) {
        let product = u128::from(self.state ^ word) * u128::from(self.factor);
        self.state = (product as u64) ^ ((product >> 64) as u64);
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(byte.into());
    }

    fn write_u32(&mut self, word: u32) {
        self.write_u64(word.into());
    }

    fn write_usize(&mut self, word: usize) {
        self.write_u64(word as u64);
    }

    fn finish(&self) -> u64 {
        self.state
    }
}
