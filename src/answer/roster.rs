//! How the entities of a document are kept: packed, for a long text has a mention in every forty bytes.
//!
//! In: for each entity, in the order of their ids, its name, its other names and its mentions. Out: what
//! [`Entity`](crate::Entity) shows of them. Names are places in the text, or behind its end in words of the roster's
//! own where the text does not have them, or has them over two lines. A mention is a word of 32 bits: how far behind
//! the one before of the same entity, and how long. Mentions are handed in in runs, so that a text may be resolved
//! piece by piece.

use std::ops::Range;

use crate::answer::kind::{EntityKind, Gender};
use crate::base::span::Span;
use crate::base::steps;

/// No run, alias, entity.
const NONE: u32 = u32::MAX;

/// Bits for the length of a mention; those above, but for the topmost, tell its distance.
const LENGTH_BITS: u32 = 10;
/// Bits for the length of a mention whose start is written out.
const LONG_BITS: u32 = 15;
/// Another mention of the run follows.
const GOES_ON: u32 = 1 << 31;
/// So many bytes of a name tell it from others.
const LONGEST_KEY: usize = 64;
/// So long is a title before a name at most.
const LONGEST_TITLE: usize = 24;
/// So many mentions are searched for a title, and so many titles of one name are told apart by them.
const MOST_LOOKED_AT: usize = 16;
const MOST_TITLES: usize = 8;
/// In the place of distance and length that do not fit: start and length follow.
const FAR: u32 = GOES_ON - 1;

/// A place in the text in eight bytes: 48 bits reach as far as the memory of today's machines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    low: u32,
    high: u16,
    len: u16,
}

impl Place {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        let len = end.saturating_sub(start).min(usize::from(u16::MAX));
        Self { low: start as u32, high: (start as u64 >> 32) as u16, len: len as u16 }
    }

    pub(crate) fn span(self) -> Span {
        let start = (u64::from(self.high) << 32 | u64::from(self.low)) as usize;
        Span::new(start, start + usize::from(self.len))
    }
}

/// An entity without its names and mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) name: Place,
    pub(crate) kind: EntityKind,
    pub(crate) gender: Option<Gender>,
    pub(crate) named: bool,
    /// The id of the body that it speaks for.
    pub(crate) speaks_for: Option<u32>,
    /// The commonest form of its name, where that is another.
    pub(crate) short: Option<Place>,
    /// Its office or trade, in the words of the text.
    pub(crate) role: Option<Place>,
    /// The id that the caller gave it.
    pub(crate) caller_id: Option<Place>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Record {
    name: Place,
    kind: EntityKind,
    gender: Option<Gender>,
    named: bool,
    speaks_for: u32,
    short: Option<Place>,
    role: Option<Place>,
    caller_id: Option<Place>,
    aliases: u32,
    runs: u32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Alias {
    name: Place,
    next: u32,
}

/// The names and mentions of an entity that is not yet entered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chain {
    first_alias: u32,
    first_run: u32,
    last_run: u32,
}

impl Default for Chain {
    fn default() -> Self {
        Self { first_alias: NONE, first_run: NONE, last_run: NONE }
    }
}

/// The entities of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Roster {
    records: Vec<Record>,
    aliases: Vec<Alias>,
    runs: Vec<u32>,
    /// Names that do not stand so in the text; their places count on from its end.
    words: String,
}

impl Roster {
    pub(crate) fn len(&self) -> usize {
        self.records.len()
    }

    /// Room for so many entities and mentions more.
    pub(crate) fn reserve(&mut self, entities: usize, mentions: usize) {
        if self.records.is_empty() {
            self.records.reserve(entities);
            self.aliases.reserve(entities);
            self.runs.reserve(2 * entities + mentions);
        }
    }

    /// What stands at `place`, which is behind the end of `text` where the words are the roster's own.
    fn words<'d>(&'d self, place: Place, text: &'d str) -> &'d str {
        let span = place.span();
        let words = match span.start().checked_sub(text.len()) {
            Some(start) => self.words.get(start..start + span.len()),
            None => span.get(text),
        };
        words.unwrap_or("")
    }

    /// The bytes of [`words`](Self::words), without a look at where characters begin.
    #[inline]
    fn bytes<'d>(&'d self, place: Place, text: &'d str) -> &'d [u8] {
        match text.as_bytes().get(Range::from(place.span())) {
            Some(bytes) => bytes,
            None => self.words(place, text).as_bytes(),
        }
    }

    /// The place of `name` as words of the roster's own, each stretch of white space a blank.
    pub(crate) fn write(&mut self, name: &str, text: &str) -> Place {
        let start = self.words.len();
        for word in name.split_whitespace() {
            if self.words.len() > start {
                self.words.push(' ');
            }
            self.words.push_str(word);
        }
        Place::new(text.len() + start, text.len() + self.words.len())
    }

    /// Adds a form of a name to those of `chain`, if it has fewer than `most` and not this one.
    pub(crate) fn alias(&mut self, chain: &mut Chain, name: Place, text: &str, most: usize) {
        let bytes = |place| self.bytes(place, text);
        let (mut at, mut last, mut count) = (chain.first_alias, NONE, 0);
        while let Some(known) = self.aliases.get(at as usize) {
            count += 1;
            steps::add(1);
            if count >= most || bytes(known.name) == bytes(name) {
                return;
            }
            (last, at) = (at, known.next);
        }
        let new = self.aliases.len() as u32;
        match self.aliases.get_mut(last as usize) {
            Some(last) => last.next = new,
            None => chain.first_alias = new,
        }
        self.aliases.push(Alias { name, next: NONE });
    }

    /// Writes names that the text has over two lines on one, and forms that are the same then once.
    pub(crate) fn join_lines(&mut self, text: &str) {
        let aliases = std::mem::take(&mut self.aliases);
        for id in 0..self.records.len() {
            let Record { name, aliases: mut at, .. } = self.records[id];
            let mut chain = Chain::default();
            while let Some(alias) = aliases.get(at as usize) {
                let form = self.on_one_line(alias.name, text);
                self.alias(&mut chain, form, text, usize::MAX);
                at = alias.next;
            }
            let name = self.on_one_line(name, text);
            self.records[id] = Record { name, aliases: chain.first_alias, ..self.records[id] };
        }
    }

    /// Writes all names as words of the roster's own, so that the text is no longer needed.
    pub(crate) fn detach(&mut self, text: &str) {
        let before = self.clone();
        self.words.clear();
        for record in &mut self.records {
            record.name = write_words(&mut self.words, before.words(record.name, text));
            for place in [&mut record.short, &mut record.role, &mut record.caller_id].into_iter().flatten() {
                *place = write_words(&mut self.words, before.words(*place, text));
            }
        }
        for alias in &mut self.aliases {
            alias.name = write_words(&mut self.words, before.words(alias.name, text));
        }
    }

    /// Gives those who have one name in the answer one each: with the title that the text gives them, *Mr. Norton* and
    /// *Mrs. Norton*, or a number.
    pub(crate) fn tell_apart(&mut self, text: &str) {
        let mut order: Vec<(u32, u32)> =
            (0..self.records.len() as u32).map(|id| (self.key(id, text), id)).collect();
        order.sort_unstable();
        let mut rest = order.as_slice();
        while let Some(first) = rest.first() {
            let count = rest.iter().take_while(|other| other.0 == first.0).count();
            let (same, after) = rest.split_at(count);
            if same.len() > 1 {
                self.tell_these_apart(same, text);
            }
            rest = after;
        }
    }

    /// What the names that count as one have in common.
    fn key(&self, id: u32, text: &str) -> u32 {
        steps::add(1);
        let bytes = self.records.get(id as usize).map_or(&[][..], |record| self.bytes(record.name, text));
        bytes.iter().take(LONGEST_KEY).fold(bytes.len() as u32, |key, byte| {
            (key ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
        })
    }

    fn tell_these_apart(&mut self, same: &[(u32, u32)], text: &str) {
        let mut told: Vec<u32> = Vec::new();
        for (number, (_, id)) in (1..).zip(same) {
            let id = *id as usize;
            if let Some(titled) = self.titled(id, text).filter(|_| self.records[id].named) {
                self.records[id].name = titled;
            }
            let key = self.key(id as u32, text);
            if told.contains(&key) {
                let name = format!("{} ({number})", self.words(self.records[id].name, text));
                self.records[id].name = self.write(&name, text);
            } else if told.len() < MOST_TITLES {
                told.push(key);
            }
        }
    }

    /// The first mention that has a title before the name.
    fn titled(&self, id: usize, text: &str) -> Option<Place> {
        let row = self.row(id, text)?;
        let name = row.name();
        let is_titled = |span: &Span| {
            let words = span.get(text).unwrap_or("");
            let before = words.strip_suffix(name).unwrap_or("").trim_end();
            !before.is_empty()
                && before.len() <= LONGEST_TITLE
                && before.split(' ').all(|word| word.starts_with(|first: char| first.is_uppercase()))
                && !before.eq_ignore_ascii_case("the")
        };
        let titled = row.mentions().take(MOST_LOOKED_AT).find(is_titled)?;
        Some(Place::new(titled.start(), titled.end()))
    }

    fn on_one_line(&mut self, name: Place, text: &str) -> Place {
        match name.span().get(text) {
            Some(words) if words.contains('\n') => self.write(words, text),
            _ => name,
        }
    }

    /// Adds mentions to those of `chain`, all behind the ones before, in the order of their first bytes.
    pub(crate) fn run(&mut self, chain: &mut Chain, mut mentions: impl Iterator<Item = Range<usize>>) {
        let Some(first) = mentions.next() else { return };
        let new = self.runs.len() as u32;
        match self.runs.get_mut(chain.last_run as usize) {
            Some(last) => *last = new,
            None => chain.first_run = new,
        }
        chain.last_run = new;
        self.runs.extend([NONE, first.start as u32, written_out(&first)]);
        let mut before = first.start;
        for mention in mentions {
            if let Some(last) = self.runs.last_mut() {
                *last |= GOES_ON;
            }
            let (distance, length) = (mention.start.saturating_sub(before), mention.len());
            if length < 1 << LENGTH_BITS && distance < (FAR >> LENGTH_BITS) as usize {
                self.runs.push((distance << LENGTH_BITS | length) as u32);
            } else {
                self.runs.extend([FAR, mention.start as u32, written_out(&mention)]);
            }
            before = mention.start;
        }
    }

    /// Enters an entity, whose id is the next.
    pub(crate) fn push(&mut self, facts: Facts, chain: &Chain) {
        self.set(self.records.len(), facts, chain);
    }

    /// Enters the entity `id`, or what is known of it by now.
    pub(crate) fn set(&mut self, id: usize, facts: Facts, chain: &Chain) {
        let record = Record {
            name: facts.name,
            kind: facts.kind,
            gender: facts.gender,
            named: facts.named,
            speaks_for: facts.speaks_for.unwrap_or(NONE),
            short: facts.short,
            role: facts.role,
            caller_id: facts.caller_id,
            aliases: chain.first_alias,
            runs: chain.first_run,
        };
        match self.records.get_mut(id) {
            Some(known) => *known = record,
            None => self.records.push(record),
        }
    }
}

/// The place of `name` behind the other `words`, where there is no text.
fn write_words(words: &mut String, name: &str) -> Place {
    let start = words.len();
    words.push_str(name);
    Place::new(start, words.len())
}

/// The upper half of where a mention starts, and its length.
fn written_out(mention: &Range<usize>) -> u32 {
    let length = mention.len().min((1 << LONG_BITS) - 1) as u32;
    ((mention.start as u64 >> 32) as u32) << LONG_BITS & (GOES_ON - 1) | length
}

/// What [`written_out`] wrote.
fn read_out(low: u32, word: u32) -> Span {
    let word = word & (GOES_ON - 1);
    let start = (u64::from(word >> LONG_BITS) << 32 | u64::from(low)) as usize;
    Span::new(start, start + (word & ((1 << LONG_BITS) - 1)) as usize)
}

/// One entity of a roster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Row<'d> {
    roster: &'d Roster,
    record: &'d Record,
    text: &'d str,
}

impl Roster {
    /// The entity `id`, of a document whose text is `text`.
    pub(crate) fn row<'d>(&'d self, id: usize, text: &'d str) -> Option<Row<'d>> {
        self.rows(text).nth(id)
    }

    /// All of them.
    pub(crate) fn rows<'d>(
        &'d self,
        text: &'d str,
    ) -> impl ExactSizeIterator<Item = Row<'d>> + DoubleEndedIterator + Clone {
        self.records.iter().map(move |record| Row { roster: self, record, text })
    }
}

impl<'d> Row<'d> {
    pub(crate) fn name(self) -> &'d str {
        self.roster.words(self.record.name, self.text)
    }

    pub(crate) fn facts(self) -> Facts {
        let Record { name, kind, gender, named, speaks_for, short, role, caller_id, .. } = *self.record;
        let speaks_for = Some(speaks_for).filter(|id| *id != NONE);
        Facts { name, kind, gender, named, speaks_for, short, role, caller_id }
    }

    pub(crate) fn short_name(self) -> &'d str {
        self.record.short.map_or_else(|| self.name(), |short| self.roster.words(short, self.text))
    }

    pub(crate) fn role(self) -> Option<&'d str> {
        self.record.role.map(|role| self.roster.words(role, self.text))
    }

    pub(crate) fn caller_id(self) -> Option<&'d str> {
        self.record.caller_id.map(|id| self.roster.words(id, self.text))
    }

    pub(crate) fn aliases(self) -> impl Iterator<Item = &'d str> + Clone + 'd {
        let mut at = self.record.aliases;
        std::iter::from_fn(move || {
            let alias = self.roster.aliases.get(at as usize)?;
            at = alias.next;
            Some(self.roster.words(alias.name, self.text))
        })
    }

    pub(crate) fn mentions(self) -> Unpacked<'d> {
        Unpacked { runs: &self.roster.runs, next_run: self.record.runs, at: 0, before: None }
    }
}

/// Reads mentions.
#[derive(Clone, Debug)]
pub(crate) struct Unpacked<'d> {
    runs: &'d [u32],
    next_run: u32,
    /// The next word of the run at work.
    at: usize,
    /// Where the mention before starts, where it is of the same run.
    before: Option<usize>,
}

impl Unpacked<'_> {
    fn word(&mut self) -> Option<u32> {
        let word = self.runs.get(self.at).copied();
        self.at += 1;
        word
    }
}

impl Iterator for Unpacked<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let (span, word) = match self.before {
            Some(before) => {
                let mut word = self.word()?;
                if word == FAR {
                    let low = self.word()?;
                    word = self.word()?;
                    (read_out(low, word), word)
                } else {
                    let start = before + ((word & (GOES_ON - 1)) >> LENGTH_BITS) as usize;
                    (Span::new(start, start + (word & ((1 << LENGTH_BITS) - 1)) as usize), word)
                }
            }
            None => {
                self.at = self.next_run as usize;
                self.next_run = self.word()?;
                let low = self.word()?;
                let word = self.word()?;
                (read_out(low, word), word)
            }
        };
        self.before = (word & GOES_ON != 0).then_some(span.start());
        Some(span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_come_out_as_they_went_in() {
        let near = [3..7, 3..9, 20..1019, 20..1044, 4_000_000..4_000_001];
        let far = [1 << 40..(1 << 40) + 20_000, (1 << 40) + 30_000..(1 << 40) + 30_004];
        let mut roster = Roster::default();
        let [mut one, mut other] = [Chain::default(); 2];
        roster.run(&mut one, near.iter().cloned());
        roster.run(&mut other, std::iter::once(5..6));
        roster.run(&mut one, std::iter::empty());
        roster.run(&mut one, far.iter().cloned());
        let facts = Facts {
            name: Place::new(3, 7),
            kind: EntityKind::Person,
            gender: None,
            named: true,
            speaks_for: Some(1),
            short: None,
            role: None,
            caller_id: None,
        };
        roster.push(facts, &one);
        roster.push(Facts { speaks_for: None, ..facts }, &other);
        let row = |id| roster.row(id, "An old Lee").unwrap();
        let spans: Vec<Span> = near.into_iter().chain(far).map(Span::from).collect();
        assert_eq!(row(0).mentions().collect::<Vec<_>>(), spans);
        assert_eq!(row(1).mentions().collect::<Vec<_>>(), [Span::new(5, 6)]);
        assert_eq!((row(0).facts(), row(0).name()), (facts, "old "));
    }

    #[test]
    fn a_form_of_a_name_is_kept_once() {
        let text = "Lee, Ann Lee, Lee";
        let (mut roster, mut chain) = (Roster::default(), Chain::default());
        for (start, end) in [(0, 3), (5, 12), (14, 17)] {
            roster.alias(&mut chain, Place::new(start, end), text, 16);
        }
        let facts = Facts {
            name: Place::new(5, 12),
            kind: EntityKind::Person,
            gender: None,
            named: true,
            speaks_for: None,
            short: None,
            role: None,
            caller_id: None,
        };
        roster.push(facts, &chain);
        assert_eq!(roster.row(0, text).unwrap().aliases().collect::<Vec<_>>(), ["Lee", "Ann Lee"]);
    }

    #[test]
    fn a_name_over_two_lines_is_one_name() {
        let text = "Ann\r\n  Lee, Ann Lee, Ann\nLee, Lee\nHill";
        let (mut roster, mut chain) = (Roster::default(), Chain::default());
        for (start, end) in [(0, 10), (12, 19), (21, 28), (30, 38)] {
            roster.alias(&mut chain, Place::new(start, end), text, 16);
        }
        let facts = Facts {
            name: Place::new(0, 10),
            kind: EntityKind::Person,
            gender: None,
            named: true,
            speaks_for: None,
            short: None,
            role: None,
            caller_id: None,
        };
        roster.push(facts, &chain);
        roster.join_lines(text);
        let row = roster.row(0, text).unwrap();
        assert_eq!(row.name(), "Ann Lee");
        assert_eq!(row.aliases().collect::<Vec<_>>(), ["Ann Lee", "Lee Hill"]);
    }
}
