//! Bytes to characters or UTF-16 units and back, for languages that count so.
//!
//! ```
//! use whosaid::offsets::Offsets;
//!
//! let text = "“No,” said Zoë. 😀 “Yes,” said Zoë.";
//! let document = whosaid::Attributor::new().attribute(text);
//! let units = Offsets::utf16(text);
//! let spans: Vec<_> = document.quotes().iter().map(|quote| units.span(quote.content()[0])).collect();
//! assert_eq!(spans, [0..5, 19..25]);
//! ```
//!
//! Python, Perl and jq index strings by characters (code points), JavaScript, Java and C# by UTF-16 units. The table
//! is made in one pass over the text and answers any place, in any order, in the same time.

use std::ops::Range;

use crate::answer::names::names;
use crate::base::span::Span;

/// How places in a text are counted.
///
/// ```
/// use whosaid::offsets::{Offsets, Unit};
/// assert_eq!(Offsets::new("😀!", Unit::Utf16).get(4), 2);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Bytes of UTF-8, as everywhere in this crate.
    #[default]
    Bytes,
    /// Characters: Unicode scalar values, as Python counts.
    Chars,
    /// Units of UTF-16, as JavaScript and Java count.
    Utf16,
}

names!("unit of offsets", "offsets::Unit", Unit { Bytes = "bytes", Chars = "chars", Utf16 = "utf16" });

/// Bytes between two places that are written down.
const STEP: usize = 64;

/// The offsets of a text in another unit than bytes.
///
/// ```
/// use whosaid::offsets::Offsets;
/// let offsets = Offsets::chars("Zoë said");
/// assert_eq!((offsets.get(5), offsets.byte(4)), (4, 5));
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t [u8],
    unit: Unit,
    /// What is counted before each 64th byte; empty where bytes and units are the same.
    before: Vec<usize>,
}

impl<'t> Offsets<'t> {
    /// Counts `text` in `unit`.
    ///
    /// ```
    /// use whosaid::offsets::{Offsets, Unit};
    /// assert_eq!(Offsets::new("Zoë", Unit::Bytes).get(4), 4);
    /// ```
    #[must_use]
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let bytes = text.as_bytes();
        let before = if unit == Unit::Bytes || bytes.is_ascii() {
            Vec::new()
        } else {
            let mut sum = 0;
            let steps = bytes.chunks(STEP).map(|chunk| {
                sum += count(chunk, unit);
                sum
            });
            std::iter::once(0).chain(steps).collect()
        };
        Self { text: bytes, unit, before }
    }

    /// Counts characters, as Python does.
    ///
    /// ```
    /// use whosaid::offsets::Offsets;
    /// assert_eq!(Offsets::chars("Zoë said").get(5), 4);
    /// ```
    #[must_use]
    pub fn chars(text: &'t str) -> Self {
        Self::new(text, Unit::Chars)
    }

    /// Counts units of UTF-16, as JavaScript does.
    ///
    /// ```
    /// use whosaid::offsets::Offsets;
    /// assert_eq!(Offsets::utf16("😀 said").get(4), 2);
    /// ```
    #[must_use]
    pub fn utf16(text: &'t str) -> Self {
        Self::new(text, Unit::Utf16)
    }

    /// What is counted.
    ///
    /// ```
    /// use whosaid::offsets::{Offsets, Unit};
    /// assert_eq!(Offsets::chars("Zoë").unit(), Unit::Chars);
    /// ```
    #[must_use]
    pub const fn unit(&self) -> Unit {
        self.unit
    }

    /// The place of the byte at `offset`. One within a character counts as its end, one behind the text as the text's.
    ///
    /// ```
    /// use whosaid::offsets::Offsets;
    /// let offsets = Offsets::chars("Zoë");
    /// assert_eq!([0, 2, 4, 99].map(|byte| offsets.get(byte)), [0, 2, 3, 3]);
    /// ```
    #[must_use]
    pub fn get(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let Some(before) = self.before.get(offset / STEP) else { return offset };
        before + count(&self.text[offset / STEP * STEP..offset], self.unit)
    }

    /// The same for both ends of a span.
    ///
    /// ```
    /// use whosaid::{Span, offsets::Offsets};
    /// assert_eq!(Offsets::chars("Zoë said").span(Span::new(5, 9)), 4..8);
    /// ```
    #[must_use]
    pub fn span(&self, span: Span) -> Range<usize> {
        self.get(span.start())..self.get(span.end())
    }

    /// The byte at a `place` that is counted in units: the way back.
    ///
    /// ```
    /// use whosaid::offsets::Offsets;
    /// assert_eq!(Offsets::chars("Zoë said").byte(4), 5);
    /// ```
    #[must_use]
    pub fn byte(&self, place: usize) -> usize {
        if self.before.is_empty() {
            return place.min(self.text.len());
        }
        let step = self.before.partition_point(|before| *before <= place).saturating_sub(1);
        let (mut at, mut counted) = ((step * STEP).min(self.text.len()), self.before[step]);
        while at < self.text.len() && (counted < place || self.text[at] & 0xC0 == 0x80) {
            counted += count(&self.text[at..=at], self.unit);
            at += 1;
        }
        at
    }
}

/// How many units begin in `bytes`.
fn count(bytes: &[u8], unit: Unit) -> usize {
    let firsts = bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    match unit {
        Unit::Bytes => bytes.len(),
        Unit::Chars => firsts,
        Unit::Utf16 => firsts + bytes.iter().filter(|byte| **byte >= 0xF0).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_a_slow_count() {
        let text = "Zoë 😀 “né” — ".repeat(40);
        let (chars, units) = (Offsets::chars(&text), Offsets::utf16(&text));
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..byte];
            assert_eq!(chars.get(byte), before.chars().count());
            assert_eq!(units.get(byte), before.encode_utf16().count());
            assert_eq!((chars.byte(chars.get(byte)), units.byte(units.get(byte))), (byte, byte));
        }
    }
}
