//! Words that can stand for one another: given names and their short forms, roles and wider words for them.

use once_cell::sync::Lazy;

use super::hash::{hash, hash_key};
use super::key::Key;
use super::lines::entries;

/// Lines of words, as pairs of a word and the line that holds it.
struct Lines {
    /// Sorted by word.
    words: Vec<(u32, u16)>,
    lines: Vec<Vec<u32>>,
}

impl Lines {
    fn read(text: &str) -> Self {
        let mut lines = Vec::new();
        let mut words = Vec::new();
        for (_, line) in entries(text) {
            let number = lines.len() as u16;
            let hashes: Vec<u32> = line.split_ascii_whitespace().map(|word| hash(word.as_bytes())).collect();
            words.extend(hashes.iter().map(|word| (*word, number)));
            lines.push(hashes);
        }
        words.sort_unstable();
        Self { words, lines }
    }

    /// The lines that hold `word`.
    fn of(&self, word: u32) -> impl Iterator<Item = &Vec<u32>> {
        let first = self.words.partition_point(|entry| entry.0 < word);
        self.words[first..]
            .iter()
            .take_while(move |entry| entry.0 == word)
            .filter_map(|entry| self.lines.get(usize::from(entry.1)))
    }
}

static NICKNAMES: Lazy<Lines> = Lazy::new(|| Lines::read(include_str!("en/nicknames.txt")));
static ROLES: Lazy<Lines> = Lazy::new(|| Lines::read(include_str!("en/roles.txt")));

static STATES: Lazy<Lines> = Lazy::new(|| Lines::read(include_str!("en/states.txt")));

static EXCHANGE: Lazy<Lines> = Lazy::new(|| Lines::read(include_str!("en/exchange.txt")));
static SUCCESSION: Lazy<Lines> = Lazy::new(|| Lines::read(include_str!("en/succession.txt")));

static LETTERED: Lazy<Lines> = Lazy::new(|| Lines::read(include_str!("en/lettered.txt")));

/// *size*, of *size S*.
pub(crate) fn takes_letter(noun: &[u8]) -> bool {
    LETTERED.of(hash(noun)).next().is_some()
}

/// Whether `word` stands in the line of `lines` that begins with `head`.
fn stands_in(lines: &Lines, head: &[u8], word: u32) -> bool {
    let head = hash(head);
    lines.of(word).any(|line| line.first() == Some(&head))
}

/// *asked*
pub(crate) fn asks(verb: u32) -> bool {
    stands_in(&EXCHANGE, b"ask", verb)
}

/// *replied*
pub(crate) fn answers(verb: u32) -> bool {
    stands_in(&EXCHANGE, b"answer", verb)
}

/// *said*, which tells nothing of what went before.
pub(crate) fn says(verb: u32) -> bool {
    stands_in(&EXCHANGE, b"say", verb)
}

static ISSUING: Lazy<Lines> = Lazy::new(|| Lines::read(include_str!("en/issuing.txt")));

/// *released*, of *released a statement*.
pub(crate) fn issues(verb: u32) -> bool {
    ISSUING.of(verb).next().is_some()
}

static CARRIERS: Lazy<Lines> = Lazy::new(|| Lines::read(include_str!("en/carriers.txt")));

/// *website*: what is on somebody's is by him.
pub(crate) fn is_carrier(noun: u32) -> bool {
    stands_in(&CARRIERS, b"carry", noun)
}

/// *comment*: others leave it on somebody's page.
pub(crate) fn is_left_by_others(noun: u32) -> bool {
    stands_in(&CARRIERS, b"others", noun)
}

/// *called*, of *a charity called Moorwatch*.
pub(crate) fn is_called(verb: u32) -> bool {
    CALLING.of(verb).next().is_some()
}

static CALLING: Lazy<Lines> = Lazy::new(|| Lines::read(include_str!("en/calling.txt")));

/// *succeeded*
pub(crate) fn succeeds(verb: u32) -> bool {
    stands_in(&SUCCESSION, b"after", verb)
}

/// *took*, of *took over from her*, *took her place*.
pub(crate) fn takes_over(verb: u32) -> bool {
    stands_in(&SUCCESSION, b"take", verb)
}

/// *place*, of *took her place*.
pub(crate) fn is_taken_over(noun: u32) -> bool {
    stands_in(&SUCCESSION, b"place", noun)
}

/// Nouns for two or three who were named together.
static PAIRS: Lazy<Vec<u32>> = Lazy::new(|| {
    ["both", "couple", "duo", "pair", "three", "trio", "two"].map(|noun| hash(noun.as_bytes())).to_vec()
});

pub(crate) fn is_pair(noun: u32) -> bool {
    PAIRS.contains(&noun)
}

/// The word that a state is called by in full, of its short form; the word itself of any other.
pub(crate) fn state(word: u32) -> u32 {
    let full = STATES.of(word).find(|line| line.first() == Some(&word));
    full.and_then(|line| line.last().copied()).unwrap_or(word)
}

/// Whether one given name is a short form of the other, or both are of a third.
pub(crate) fn is_nickname(one: u32, other: u32) -> bool {
    NICKNAMES.of(one).any(|line| line.contains(&other))
}

/// The given names that one of this key is short for, or is the long form of.
pub(crate) fn nicknames(name: Key) -> impl Iterator<Item = u32> {
    short_forms(hash_key(name))
}

/// The same of a name's hash.
pub(crate) fn short_forms(name: u32) -> impl Iterator<Item = u32> {
    NICKNAMES.of(name).flat_map(|line| line.iter().copied()).filter(move |other| *other != name)
}

/// The given names that one of this key is short for.
pub(crate) fn long_forms(name: Key) -> impl Iterator<Item = u32> {
    let name = hash_key(name);
    NICKNAMES.of(name).filter_map(|line| line.first().copied()).filter(move |long| *long != name)
}

/// The roles that the noun `role` may pick up beside itself.
pub(crate) fn narrower_roles(role: u32) -> impl Iterator<Item = u32> {
    ROLES.of(role).filter(move |line| line.first() == Some(&role)).flat_map(|line| line[1..].iter().copied())
}

static BODIES: Lazy<Lines> = Lazy::new(|| Lines::read(include_str!("en/kinds-of-body.txt")));

/// *company*: any body can be called so.
pub(crate) fn is_any_body(noun: u32) -> bool {
    stands_in(&BODIES, b"any", noun)
}

/// *airline*: a body that its name does not tell to be one.
pub(crate) fn is_kind_of_body(noun: u32) -> bool {
    stands_in(&BODIES, b"kind", noun)
}

static TAKING_OFFICE: Lazy<Lines> = Lazy::new(|| Lines::read(include_str!("en/taking-office.txt")));

/// *became*, of *became mayor*.
pub(crate) fn becomes(verb: u32) -> bool {
    stands_in(&TAKING_OFFICE, b"become", verb)
}

/// *named*, of *was named mayor*.
pub(crate) fn names(verb: u32) -> bool {
    stands_in(&TAKING_OFFICE, b"name", verb)
}

/// *serves*, of *serves as mayor*.
pub(crate) fn serves(verb: u32) -> bool {
    stands_in(&TAKING_OFFICE, b"serve", verb)
}

static DEEDS: Lazy<Lines> = Lazy::new(|| Lines::read(include_str!("en/deeds-of-office.txt")));

/// *chair*, of *who chairs the board*.
pub(crate) fn office_of_deed(verb: u32) -> Option<u32> {
    DEEDS.of(verb).find(|line| line.first() != Some(&verb)).and_then(|line| line.first().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_go_both_ways() {
        assert!(is_nickname(hash(b"Bob"), hash(b"Robert")));
        assert!(is_nickname(hash(b"Robert"), hash(b"bobby")));
        assert!(!is_nickname(hash(b"Bob"), hash(b"William")));
        assert!(long_forms(Key::of(b"Bob")).eq([hash(b"robert")]));
        assert_eq!(long_forms(Key::of(b"Robert")).next(), None);
    }

    #[test]
    fn wider_roles_pick_up_narrower_ones() {
        assert!(narrower_roles(hash(b"lawmaker")).any(|role| role == hash(b"senator")));
        assert!(!narrower_roles(hash(b"senator")).any(|role| role == hash(b"lawmaker")));
    }
}
