//! Tells novels from news.
//!
//! In: the text. Out: its [`Genre`].
//!
//! Fiction is told in the past of *he* and *she* and in talk of *I* and *you*; news is told in names,
//! numbers, days and the present perfect, and what people write of themselves in the present of *I*. Each word of a
//! sample counts for one side, and paragraphs that open with a quotation mark or dash count for fiction. Headings and
//! lines in capitals are left out, or the front page of a book would read like news.
//!
//! On development texts one of 840 articles is taken for fiction, and 773 of 775 pieces of novels of 8 KB are
//! recognised; of their first 2 KB, title pages included, 10 of 13. All whole novels are. Of 499 letters, posts, reviews
//! and answers 7 are taken for fiction.
//!
//! At most 32 KiB are read: the whole of a short text, eight stretches of a long one, and no more than it
//! takes for the two sides to be far apart, which for most texts are three hundred words. Between
//! the two sides length decides: hardly any article is as long as the shortest novel.

use crate::answer::genre::Genre;
use crate::lexicon::{KEEP, load_word};

const STRETCH: usize = 4 * 1024;
const STRETCHES: usize = 8;

/// What a text gains of which every paragraph opens like dialogue.
const TALK: f32 = 1.5;

/// Points a word above which a text is fiction, by its length.
const SHORT: f32 = 0.2;
const LONG: f32 = -0.3;
/// A text with fewer words than this, and less talk than this, does not tell, and is news.
const FEW_WORDS: u32 = 60;
const LITTLE_TALK: u32 = 3;
/// In a text shorter than this that tells of *I* and *we* rather than of *he* and *she*, and in which no line opens like
/// talk, somebody writes of himself: a letter, post or review. Of 174 pieces of novels without such lines two are taken for it.
const LETTER_BYTES: usize = 8 * 1024;
/// So many words a word of such a text are of *I* and *we*.
const OWN_WORDS: usize = 50;
/// An article of this length is a rarity.
const LONG_BYTES: usize = 80 * 1024;

/// The text is read until its score is three and a half standard deviations of a mean from the limit; here squared.
/// The points of words spread by about eight tenths around their mean.
const FAR: f32 = 8.0 * 8.0 * 3.5 * 3.5;
/// Fewer words than this settle nothing.
const SETTLING_WORDS: u32 = 240;

pub(crate) fn genre(text: &str) -> Genre {
    let limit = if text.len() < LONG_BYTES { SHORT } else { LONG };
    let count = count(text.as_bytes(), limit);
    let tells = count.score() > limit;
    let is_letter = || count.talk == 0 && text.len() < LETTER_BYTES && is_of_oneself(text);
    if tells && !is_letter() { Genre::Fiction } else { Genre::News }
}

/// Whether the text is told of *I* and *we* rather than of *he* and *she*.
fn is_of_oneself(text: &str) -> bool {
    let (mut words, mut own, mut of_others) = (0, 0, 0);
    for word in text.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
        let is_one_of =
            |list: &[&str]| word.len() < 5 && list.iter().any(|one| one.eq_ignore_ascii_case(word));
        words += 1;
        own += usize::from(is_one_of(&["i", "my", "me", "we", "our", "us"]));
        of_others += usize::from(is_one_of(&["he", "she", "his", "her", "him"]));
    }
    own * OWN_WORDS >= words && own > of_others
}

/// Counts for fiction and against it; no more of the text is read than shows on which side of `limit` they are.
fn count(text: &[u8], limit: f32) -> Count {
    let mut count = Count { limit, ..Count::default() };
    if text.len() <= STRETCH * STRETCHES {
        count.read(text);
    } else {
        for stretch in 0..STRETCHES {
            let start = text.len() / STRETCHES * stretch;
            // the first stretch of a long text may be title pages and contents
            let start = if stretch == 0 { start + STRETCH } else { start };
            count.read(text.get(start..start + STRETCH).unwrap_or_default());
        }
    }
    count
}

#[derive(Debug, Default)]
struct Count {
    limit: f32,
    words: u32,
    /// In tenths.
    points: i32,
    paragraphs: u32,
    /// Paragraphs that open like dialogue.
    talk: u32,
    /// The line before ended in the midst of a sentence, so that the next is of its paragraph.
    goes_on: bool,
}

impl Count {
    fn score(&self) -> f32 {
        if self.words < FEW_WORDS && self.talk < LITTLE_TALK {
            return LONG;
        }
        let words = self.words.max(1) as f32;
        let talk = self.talk as f32 / self.paragraphs.max(1) as f32;
        self.points as f32 / words + talk * TALK
    }

    fn read(&mut self, text: &[u8]) {
        let mut at = 0;
        while at < text.len() && !self.is_settled() {
            let end = memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |found| at + found);
            self.line(&text[at..end]);
            at = end + 1;
        }
    }

    /// Whether what is left of the text can hardly bring the score to the other side.
    fn is_settled(&self) -> bool {
        let distance = self.score() - self.limit;
        self.words >= SETTLING_WORDS && distance * distance * self.words as f32 > FAR
    }

    fn line(&mut self, line: &[u8]) {
        let goes_on = self.goes_on;
        self.goes_on = ends_amid(line);
        if is_heading(line) {
            return;
        }
        let first = line.iter().find(|byte| !byte.is_ascii_whitespace());
        if let Some(first) = first.filter(|_| !goes_on) {
            self.paragraphs += 1;
            self.talk += u32::from(opens_talk(line, *first));
        }
        let mut at = 0;
        let mut inside = false;
        while at < line.len() {
            let (low, high) = (load_word(line, at), load_word(line, at + 8));
            let len = letters(low, high);
            if len > 0 {
                at += if len < 16 {
                    self.word(low, high, len, inside)
                } else {
                    self.long_word(&line[at..], inside)
                };
                inside = true;
                // what most words are followed by needs no turn of its own
                at += usize::from(line.get(at) == Some(&b' '));
                continue;
            }
            match KINDS[usize::from(line[at])] {
                Kind::Digit => {
                    let rest = &line[at..];
                    at +=
                        rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b',').count();
                    self.words += 1;
                    self.points -= 30;
                    inside = true;
                }
                kind => {
                    inside &= kind != Kind::Stop;
                    self.points -= if kind == Kind::Percent { 30 } else { 0 };
                    at += 1;
                }
            }
        }
    }

    /// Counts the word of `len` bytes that begins with these; returns `len`. All without branches: what the next word
    /// of a text is nobody can guess.
    #[inline]
    fn word(&mut self, low: u64, high: u64, len: usize, inside: bool) -> usize {
        self.words += 1;
        let (keep_low, keep_high) = KEEP[len];
        let capitals = (capital_bits(low) & keep_low, capital_bits(high) & keep_high);
        let all = (capitals == (LOWER & keep_low, LOWER & keep_high)) & (len > 1);
        let one = ((capitals.0 | capitals.1) != 0) & inside;
        let unlisted = if all { -30 } else { -12 * i32::from(one) };
        self.points += points((low | LOWER) & keep_low, (high | LOWER) & keep_high).unwrap_or(unlisted);
        len
    }

    /// Counts the word that `rest` begins with, which is longer than any of the list; returns its length.
    #[inline(never)]
    fn long_word(&mut self, rest: &[u8], inside: bool) -> usize {
        self.words += 1;
        let len = run(rest, 0);
        let capitals = rest[..len].iter().filter(|byte| byte.is_ascii_uppercase()).count();
        self.points += match capitals {
            2.. if capitals == len => -30,
            1.. if inside => -12,
            _ => 0,
        };
        len
    }
}

const LOWER: u64 = 0x2020_2020_2020_2020;

/// Bit 5 of each byte that is an ASCII capital; the bytes are letters or beyond ASCII.
fn capital_bits(eight: u64) -> u64 {
    !eight & !(eight >> 2) & LOWER
}

/// What a byte counts as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    /// What a sentence may end or open with: the next capital means nothing.
    Stop,
    Percent,
    Other,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => Kind::Letter,
            b'0'..=b'9' => Kind::Digit,
            b'.' | b'!' | b'?' | b'"' | b':' => Kind::Stop,
            b'%' => Kind::Percent,
            _ => Kind::Other,
        };
        byte += 1;
    }
    kinds
};

/// How many bytes of letters stand at `at`.
fn run(line: &[u8], at: usize) -> usize {
    line[at..].iter().take_while(|byte| KINDS[usize::from(**byte)] == Kind::Letter).count()
}

/// How many of the sixteen bytes, from the first on, are ASCII letters or beyond ASCII.
#[inline]
fn letters(low: u64, high: u64) -> usize {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let others = |eight: u64| {
        let low7 = (eight | LOWER) & !HIGH;
        let at_least_a = low7 + 0x1F1F_1F1F_1F1F_1F1F; // 0x80 - 'a'
        let beyond_z = low7 + 0x0505_0505_0505_0505; // 0x80 - ('z' + 1)
        !(at_least_a & !beyond_z | eight) & HIGH
    };
    let others = u128::from(others(low)) | u128::from(others(high)) << 64;
    (others.trailing_zeros() / 8) as usize
}

/// Capitals only, or short and without a stop at its end.
fn is_heading(line: &[u8]) -> bool {
    let shouted = line.iter().any(u8::is_ascii_uppercase) && !line.iter().any(u8::is_ascii_lowercase);
    let line = line.trim_ascii();
    let stopped = line.last().is_some_and(|byte| {
        matches!(byte, b'.' | b'!' | b'?' | b'"' | b'\'' | b',' | b';' | b':' | b'-' | 0x80..)
    });
    shouted || line.len() < SHORT_LINE && !stopped
}

/// Shorter lines than this are headings where no stop ends them.
const SHORT_LINE: usize = 50;

/// Whether a line that is not empty ends without a stop or mark.
fn ends_amid(line: &[u8]) -> bool {
    line.trim_ascii_end().last().is_some_and(|last| !matches!(last, b'.' | b'!' | b'?' | b'"' | 0x80..))
}

/// Whether a line opens like a turn of dialogue.
fn opens_talk(line: &[u8], first: u8) -> bool {
    let trimmed = line.trim_ascii_start();
    match first {
        b'"' | b'`' => true,
        b'\'' => trimmed.get(1).is_some_and(u8::is_ascii_alphabetic),
        b'-' => matches!(trimmed.get(1), Some(b'-' | b' ')),
        0xE2 => ["“", "‘", "—", "―", "–"].iter().any(|mark| trimmed.starts_with(mark.as_bytes())),
        0xC2 => trimmed.starts_with("«".as_bytes()),
        _ => false,
    }
}

/// The points of words, in tenths.
const POINTS: &[(i32, &[&str])] = &[
    (10, &["he", "she", "his", "her", "him", "hers", "himself", "herself", "mr", "mrs", "miss"]),
    (3, &["i", "you", "my", "me", "your"]),
    (8, &["had", "was", "were", "did", "could", "would", "looked", "seemed", "thought", "upon"]),
    (7, &["eyes", "face", "hand", "hands", "door", "voice", "stood", "came", "went", "sat", "felt", "knew"]),
    (7, &["saw", "heard", "little", "old", "young", "dear", "oh"]),
    (-20, &["percent", "million", "billion", "according", "officials", "spokesman", "reporters"]),
    (-8, &["is", "are", "has", "will"]),
    (-6, &["am", "have", "can"]),
    (-40, &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
    (-40, &["january", "february", "march", "april", "june", "july", "august", "september", "october"]),
    (-40, &["november", "december"]),
];

/// So many places are enough for all words of the list to stand alone.
const PLACES: usize = 1024;

/// A word of the list: its first and its second eight bytes, and its points.
type Listed = (u64, u64, i32);

/// The words of the list; the first is none.
static WORDS: [Listed; COUNT + 1] = words();

const COUNT: usize = {
    let (mut count, mut line) = (0, 0);
    while line < POINTS.len() {
        count += POINTS[line].1.len();
        line += 1;
    }
    count
};

const fn words() -> [Listed; COUNT + 1] {
    let mut words = [(0, 0, 0); COUNT + 1];
    let (mut number, mut line) = (1, 0);
    while line < POINTS.len() {
        let (points, of_line) = POINTS[line];
        let mut place = 0;
        while place < of_line.len() {
            let word = of_line[place].as_bytes();
            let mut bytes = [0; 16];
            let mut at = 0;
            while at < word.len() {
                bytes[at] = word[at];
                at += 1;
            }
            let both = u128::from_le_bytes(bytes);
            words[number] = (both as u64, (both >> 64) as u64, points);
            number += 1;
            place += 1;
        }
        line += 1;
    }
    words
}

/// Which word of the list stands at a place, by [`place`].
static NUMBERS: [u8; PLACES] = match numbers(FACTOR) {
    Some(numbers) => numbers,
    None => panic!("two words at one place"),
};

/// The first factor by which no two words of the list have the same place.
const FACTOR: u64 = {
    let mut factor = 0x9E37_79B9_7F4A_7C15_u64;
    while numbers(factor).is_none() {
        factor = factor.wrapping_mul(0xD134_2543_DE82_EF95) | 1;
    }
    factor
};

const fn numbers(factor: u64) -> Option<[u8; PLACES]> {
    let words = words();
    let mut numbers = [0; PLACES];
    let mut number = 1;
    while number <= COUNT {
        let place = place(words[number].0, words[number].1, factor);
        if numbers[place] != 0 {
            return None;
        }
        numbers[place] = number as u8;
        number += 1;
    }
    Some(numbers)
}

#[inline]
const fn place(low: u64, high: u64, factor: u64) -> usize {
    ((low ^ high).wrapping_mul(factor) >> (64 - PLACES.trailing_zeros())) as usize
}

/// The points of a word, in tenths.
#[inline]
fn points(low: u64, high: u64) -> Option<i32> {
    let (listed_low, listed_high, points) = WORDS[usize::from(NUMBERS[place(low, high, FACTOR)])];
    ((listed_low == low) & (listed_high == high)).then_some(points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scene_is_fiction_and_a_report_is_news() {
        let scene = "“You are late,” said Martha, and she looked at the door.\n\n“I know,” he said. He had walked \
                     all night, and his face was grey.\n\n“Sit down, and tell me what you saw.”\n";
        let report = "The ministry said on Tuesday that 1,200 homes will be built in Norwick by 2031. Officials have \
                      said the plan is 12 percent cheaper than the one of the former government.\n";
        assert_eq!(genre(scene), Genre::Fiction);
        assert_eq!(genre(report), Genre::News);
        let review = "I had been to the shop before, and my wife was with me. We told the man at the desk that the lamp \
                      was broken, and he said he would look at it. I asked when we could come back, and he had no \
                      idea. We went home, and I wrote him a letter, which he never answered. I thought it was a \
                      joke, but he did it to my sister too.";
        assert_eq!(genre(review), Genre::News);
        let told = "He had been to the shop before, and his wife was with him. She told the man at the desk that the \
                    lamp was broken, and he said he would look at it. She asked when they could come back, and he \
                    had no idea. They went home, and he wrote him a letter, which was never answered. He thought it \
                    was a joke, but he did it to her sister too.";
        assert_eq!(genre(told), Genre::Fiction);
        assert_eq!(genre(""), Genre::News);
    }

    #[test]
    fn title_pages_say_nothing() {
        let count = |text: &str| {
            let mut count = Count::default();
            count.read(text.as_bytes());
            count.words
        };
        assert_eq!(count("THE HOUSE ON PELL STREET\n\nChapter I\n\nby Oswin Venn\n"), 0);
    }
}
