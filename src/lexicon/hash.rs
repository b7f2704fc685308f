//! The hash of a word, whatever its case, its stops and the shape of its apostrophes.
//!
//! Names, roles and their equivalents are compared by it once the tokens are gone.

use super::key::Key;

/// Words longer than this keep their stops and apostrophes.
const LONGEST: usize = 24;

/// The hash of a word, whatever its case, its stops and the shape of its apostrophes.
pub(crate) fn hash(word: &[u8]) -> u32 {
    hash_at(word, 0, word.len()).0
}

/// The hash of the `len` bytes of `text` at `at`, quicker than that of the word cut out, and whether all of
/// them are plain letters, without a stop.
#[inline]
pub(crate) fn hash_at(text: &[u8], at: usize, len: usize) -> (u32, bool) {
    let key = Key::new(text, at, len);
    let plain = len <= 16 && !has_odd_byte(key.low) && (len <= 8 || !has_odd_byte(key.high));
    if plain { (hash_key(key), true) } else { (hash_odd(text, at, len, key), false) }
}

/// The hash of a word with stops, apostrophes or letters beyond ASCII.
#[cold]
fn hash_odd(text: &[u8], at: usize, len: usize, key: Key) -> u32 {
    if len > LONGEST || !has_odd_byte(key.low) && (len <= 8 || !has_odd_byte(key.high)) {
        return hash_key(key);
    }
    let word = text.get(at..at + len).unwrap_or(&[]);
    let mut letters = [0; LONGEST];
    let mut count = 0;
    let mut rest = word;
    while let Some(byte) = rest.first() {
        let curly = rest.starts_with("’".as_bytes());
        if *byte != b'.' {
            letters[count] = if curly { b'\'' } else { *byte };
            count += 1;
        }
        rest = &rest[if curly { 3 } else { 1 }..];
    }
    hash_key(Key::of(&letters[..count]))
}

/// Whether one of eight bytes is a stop or lies outside ASCII. A few other bytes count as stops too, which
/// only costs time.
#[inline]
fn has_odd_byte(eight: u64) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let stops = eight ^ (EACH * b'.' as u64);
    (eight | (stops.wrapping_sub(EACH) & !stops)) & (EACH * 0x80) != 0
}

/// The hash of a word by its key, which holds of words without stops and apostrophes.
#[inline]
pub(crate) fn hash_key(key: Key) -> u32 {
    let mixed = (key.low ^ key.high.rotate_left(27)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    // 0 means "none" wherever hashes are kept
    ((mixed >> 32) as u32).max(1)
}

/// The first letters of words, small, for the letters that a body is called by.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Letters {
    letters: u64,
    len: u32,
}

impl Letters {
    #[inline]
    pub(crate) fn push(&mut self, letter: u8) {
        if self.len < 8 {
            self.letters |= u64::from(letter) << (8 * self.len);
        }
        self.len += 1;
    }

    /// The hash of the letters as of a word; 0 where there is one letter, or too many.
    pub(crate) fn hash(self) -> u32 {
        let small = Key::new(&self.letters.to_le_bytes(), 0, self.len as usize);
        if (2..=8).contains(&self.len) { hash_key(small) } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_hashed_as_a_word() {
        let mut letters = Letters::default();
        "hbc".bytes().for_each(|letter| letters.push(letter));
        assert_eq!(letters.hash(), hash(b"HBC"));
        assert_eq!(Letters::default().hash(), 0);
    }

    #[test]
    fn case_stops_and_apostrophes_do_not_matter() {
        assert_eq!(hash(b"U.N."), hash(b"un"));
        assert_eq!(hash("O’Hara".as_bytes()), hash(b"o'hara"));
        assert_ne!(hash(b"Ohara"), hash(b"o'hara"));
    }
}
