//! Marks, line ends, words that are hard to count, and every character.

use crate::dice::Dice;

/// What opens speech and what closes it.
pub(crate) const MARKS: [(&str, &str); 14] = [
    ("“", "”"),
    ("‘", "’"),
    ("\"", "\""),
    ("'", "'"),
    ("«", "»"),
    ("« ", " »"),
    ("‹", "›"),
    ("„", "“"),
    ("‚", "‘"),
    ("”", "”"),
    ("``", "''"),
    ("「", "」"),
    ("『", "』"),
    ("＂", "＂"),
];

/// What parts one paragraph from the next.
pub(crate) const ENDS: [&str; 8] =
    ["\n", "\n\n", "\r\n\r\n", "\r", "\u{2029}", "\u{2028}", "\u{85}", "\u{b}\u{c}"];

/// Characters of several bytes, units or code points, which offsets must count right.
pub(crate) const HARD: [&str; 16] = [
    "😀",
    "👩‍👩‍👧‍👦",
    "🇧🇷",
    "👋🏽",
    "é",
    "e\u{301}",
    "ﬁ",
    "ß",
    "İ",
    "Å",
    "한국",
    "עברית",
    "\u{200f}عربي\u{200e}",
    "नमस्ते",
    "ไทย",
    "𝒲𝒽ℴ",
];

/// Characters that are seen by nobody, or are no text at all.
pub(crate) const UNSEEN: [&str; 12] = [
    "\0",
    "\u{7f}",
    "\u{ad}",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}",
    "\u{2060}",
    "\u{fffd}",
    "\u{fffe}",
    "\u{10ffff}",
    "\u{e0001}",
    "\u{a0}",
];

/// Those characters of the first two planes that are this text's share, 17 to a word.
pub(crate) fn share(number: usize) -> Vec<String> {
    // seven in eight texts have a share, as the eighth is cut
    let whole = number - number / 8;
    let shares = crate::COUNT - crate::COUNT / 8;
    let all: Vec<char> = (0..0x2_0000_u32).skip(whole).step_by(shares).filter_map(char::from_u32).collect();
    all.chunks(17).map(|some| some.iter().collect()).collect()
}

/// A character of any plane.
pub(crate) fn any(dice: &mut Dice) -> char {
    char::from_u32(dice.below(0x11_0000) as u32).unwrap_or('\u{fffd}')
}
