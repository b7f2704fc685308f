//! Sixteen bytes at once: the letters of nearly every word.

use crate::lexicon::{KEEP, Key, load_word};

const HIGH_BITS: u64 = 0x8080_8080_8080_8080;
const CASE_BITS: u64 = 0x2020_2020_2020_2020;
pub(super) const FIRST_CASE_BIT: u64 = 0x20;

/// The bytes where a token begins: all letters of nearly every word, read at once.
#[derive(Clone, Copy)]
pub(super) struct Sixteen {
    pub(super) low: u64,
    pub(super) high: u64,
}

impl Sixteen {
    pub(super) const LEN: usize = 16;

    /// The bytes at `at`, zeros past the end.
    #[inline]
    pub(super) fn at(bytes: &[u8], at: usize) -> Self {
        match bytes.get(at..at + Self::LEN).and_then(|bytes| bytes.first_chunk::<{ Self::LEN }>()) {
            Some(bytes) => {
                let both = u128::from_le_bytes(*bytes);
                Self { low: both as u64, high: (both >> 64) as u64 }
            }
            None => Self { low: load_word(bytes, at), high: load_word(bytes, at + 8) },
        }
    }

    /// How many of the bytes, from the first on, are ASCII letters.
    #[inline]
    pub(super) fn letters(self) -> usize {
        let others = u128::from(others(self.low)) | u128::from(others(self.high)) << 64;
        (others.trailing_zeros() / 8) as usize
    }

    /// The first `len` bytes, the rest zero.
    #[inline]
    pub(super) fn keep(self, len: usize) -> Self {
        let (low, high) = KEEP[len.min(Self::LEN)];
        Self { low: self.low & low, high: self.high & high }
    }

    /// Capitals as small letters.
    #[inline]
    pub(super) fn small(self) -> Self {
        Self { low: self.low | CASE_BITS, high: self.high | CASE_BITS }
    }

    #[inline]
    pub(super) fn key(self) -> Key {
        Key { low: self.low, high: self.high }
    }
}

/// The highest bit of each byte that is no ASCII letter.
#[inline]
const fn others(eight: u64) -> u64 {
    let low7 = (eight | CASE_BITS) & !HIGH_BITS;
    let at_least_a = low7 + 0x1F1F_1F1F_1F1F_1F1F; // 0x80 - 'a'
    let beyond_z = low7 + 0x0505_0505_0505_0505; // 0x80 - ('z' + 1)
    !(at_least_a & !beyond_z & !eight) & HIGH_BITS
}
