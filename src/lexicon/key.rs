//! A word as sixteen bytes, read from the text without a string.

/// A word as the table knows it: its bytes in lower case, eight and eight, the rest folded into the
/// second half. `'É'` and `'é'` fold together too, since Latin-1 letters in UTF-8 differ in bit 5 only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub(crate) struct Key {
    pub(crate) low: u64,
    pub(crate) high: u64,
}

const LOWER: u64 = 0x2020_2020_2020_2020;
pub(super) const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
const SPREADER: u64 = 0xC2B2_AE3D_27D4_EB4F;

/// The first `len` bytes of a word of eight, the rest zero.
#[inline]
pub(crate) const fn keep(bytes: u64, len: usize) -> u64 {
    if len >= 8 { bytes } else { bytes & ((1 << (8 * len)) - 1) }
}

/// What keeps so many bytes of sixteen: a load, where two shifts would depend on which half the word ends in.
pub(crate) static KEEP: [(u64, u64); 17] = {
    let mut masks = [(0, 0); 17];
    let mut len = 0;
    while len <= 16 {
        masks[len] = (keep(u64::MAX, len), keep(u64::MAX, len.saturating_sub(8)));
        len += 1;
    }
    masks
};

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

    /// The key of a word that is the first `len` bytes, if it is no longer and all of it is ASCII.
    #[inline]
    pub(crate) fn of_short(bytes: &[u8; 16], len: usize) -> Option<Self> {
        let &(keep_low, keep_high) = KEEP.get(len)?;
        let (low, high) = (load(bytes, 0), load(bytes, 8));
        let ascii = (low & keep_low | high & keep_high) & 0x8080_8080_8080_8080 == 0;
        ascii.then_some(Self { low: (low | LOWER) & keep_low, high: (high | LOWER) & keep_high })
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
    pub(super) fn hash(self) -> u64 {
        let mixed = (self.low ^ self.high.wrapping_mul(SPREADER).rotate_left(29)).wrapping_mul(MULTIPLIER);
        // the highest bit is left to the look-up
        (mixed ^ (mixed >> 48)) & (u64::MAX >> 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
