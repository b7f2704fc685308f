//! The speakers of many documents as one list of people and bodies.
//!
//! ```
//! use whosaid::registry::{Registry, Why};
//!
//! let attributor = whosaid::Attributor::new();
//! let mut registry = Registry::new();
//! registry.add(&attributor.attribute("“It rains,” said Ana Ruiz, the mayor."));
//! registry.add(&attributor.attribute("Mayor Ruiz was late. “It pours,” Ruiz said."));
//! let people = registry.people();
//! assert_eq!((people[0].name(), people[0].quotes(), people[0].documents()), ("Ana Ruiz", 2, 2));
//! assert_eq!(people[0].members()[1].why(), Why::Surname);
//! ```
//!
//! Two are the same where they have the same full name, initials and titles aside, and nothing the text shows of their
//! gender forbids it; or where one has a surname only that nobody else in the registry has. Two of one document are
//! never joined: the text told them apart. What has no name is left out.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use crate::answer::document::Document;
use crate::answer::entity::{Entity, EntityId};
use crate::answer::kind::{EntityKind, Gender};
use crate::answer::names::names;
use crate::answer::totals::word_count;

/// Why a speaker of a document was taken for somebody.
///
/// ```
/// let mut registry = whosaid::registry::Registry::new();
/// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
/// let people = registry.people();
/// assert_eq!(people[0].members()[0].why(), whosaid::registry::Why::First);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Why {
    /// The first of its name.
    First,
    /// The same full name.
    FullName,
    /// A surname that nobody else has.
    Surname,
}

names!(
    "reason to join",
    "registry::Why",
    Why { First = "first of its name", FullName = "full name", Surname = "surname that nobody else has" }
);

/// A speaker of a document.
///
/// ```
/// let mut registry = whosaid::registry::Registry::new();
/// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
/// let people = registry.people();
/// assert_eq!(people[0].members()[0].document(), 0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    document: usize,
    id: EntityId,
    why: Why,
}

impl Member {
    /// Which document, counted from 0 as they were added.
    ///
    /// ```
    /// # let mut registry = whosaid::registry::Registry::new();
    /// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
    /// assert_eq!(registry.people()[0].members()[0].document(), 0);
    /// ```
    #[must_use]
    pub const fn document(&self) -> usize {
        self.document
    }

    /// The speaker's id there.
    ///
    /// ```
    /// # let mut registry = whosaid::registry::Registry::new();
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz.");
    /// registry.add(&document);
    /// assert_eq!(document.entity(registry.people()[0].members()[0].id()).unwrap().name(), "Ana Ruiz");
    /// ```
    #[must_use]
    pub const fn id(&self) -> EntityId {
        self.id
    }

    /// Why it was joined.
    ///
    /// ```
    /// # let mut registry = whosaid::registry::Registry::new();
    /// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
    /// assert_eq!(registry.people()[0].members()[0].why(), whosaid::registry::Why::First);
    /// ```
    #[must_use]
    pub const fn why(&self) -> Why {
        self.why
    }
}

/// A cue and how often it was used.
///
/// ```
/// let mut registry = whosaid::registry::Registry::new();
/// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
/// let people = registry.people();
/// assert_eq!((people[0].cues()[0].cue(), people[0].cues()[0].count()), ("said", 1));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CueCount {
    cue: String,
    count: usize,
}

impl CueCount {
    /// The words that report, in small letters.
    ///
    /// ```
    /// # let mut registry = whosaid::registry::Registry::new();
    /// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
    /// assert_eq!(registry.people()[0].cues()[0].cue(), "said");
    /// ```
    #[must_use]
    pub fn cue(&self) -> &str {
        &self.cue
    }

    /// How often.
    ///
    /// ```
    /// # let mut registry = whosaid::registry::Registry::new();
    /// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
    /// assert_eq!(registry.people()[0].cues()[0].count(), 1);
    /// ```
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }
}

/// Somebody who speaks in one or more documents.
///
/// ```
/// let mut registry = whosaid::registry::Registry::new();
/// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
/// let people = registry.people();
/// assert_eq!((people[0].name(), people[0].words()), ("Ana Ruiz", 2));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    name: String,
    kind: EntityKind,
    gender: Option<Gender>,
    members: Vec<Member>,
    quotes: usize,
    words: usize,
    cues: Vec<CueCount>,
}

impl Person {
    /// The fullest of the names.
    ///
    /// ```
    /// # let mut registry = whosaid::registry::Registry::new();
    /// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
    /// assert_eq!(registry.people()[0].name(), "Ana Ruiz");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Person, organisation …
    ///
    /// ```
    /// # let mut registry = whosaid::registry::Registry::new();
    /// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
    /// assert_eq!(registry.people()[0].kind(), whosaid::EntityKind::Person);
    /// ```
    #[must_use]
    pub const fn kind(&self) -> EntityKind {
        self.kind
    }

    /// The gender, where a text shows it.
    ///
    /// ```
    /// # let mut registry = whosaid::registry::Registry::new();
    /// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Mrs. Ruiz."));
    /// assert_eq!(registry.people()[0].gender(), Some(whosaid::Gender::Feminine));
    /// ```
    #[must_use]
    pub const fn gender(&self) -> Option<Gender> {
        self.gender
    }

    /// The speakers of documents that are this person or body.
    ///
    /// ```
    /// # let mut registry = whosaid::registry::Registry::new();
    /// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
    /// assert_eq!(registry.people()[0].members().len(), 1);
    /// ```
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// In how many documents.
    ///
    /// ```
    /// # let mut registry = whosaid::registry::Registry::new();
    /// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
    /// assert_eq!(registry.people()[0].documents(), 1);
    /// ```
    #[must_use]
    pub fn documents(&self) -> usize {
        self.members.len()
    }

    /// How many quotes.
    ///
    /// ```
    /// # let mut registry = whosaid::registry::Registry::new();
    /// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
    /// assert_eq!(registry.people()[0].quotes(), 1);
    /// ```
    #[must_use]
    pub const fn quotes(&self) -> usize {
        self.quotes
    }

    /// How many words.
    ///
    /// ```
    /// # let mut registry = whosaid::registry::Registry::new();
    /// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
    /// assert_eq!(registry.people()[0].words(), 2);
    /// ```
    #[must_use]
    pub const fn words(&self) -> usize {
        self.words
    }

    /// The cues, the most used first.
    ///
    /// ```
    /// # let mut registry = whosaid::registry::Registry::new();
    /// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
    /// assert_eq!(registry.people()[0].cues().len(), 1);
    /// ```
    #[must_use]
    pub fn cues(&self) -> &[CueCount] {
        &self.cues
    }
}

/// What is kept of a speaker.
#[derive(Clone, Debug)]
struct Speaker {
    document: usize,
    id: EntityId,
    name: String,
    /// The words of the name without titles and initials.
    parts: Vec<String>,
    kind: EntityKind,
    gender: Option<Gender>,
    quotes: usize,
    words: usize,
    cues: HashMap<String, usize>,
}

/// Speakers of documents, to be joined.
///
/// ```
/// let mut registry = whosaid::registry::Registry::new();
/// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz."));
/// let people = registry.people();
/// assert_eq!(people.len(), 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Registry {
    documents: usize,
    speakers: Vec<Speaker>,
}

impl Registry {
    /// One without documents.
    ///
    /// ```
    /// assert!(whosaid::registry::Registry::new().people().is_empty());
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in the speakers of a document, and returns its number.
    ///
    /// ```
    /// let mut registry = whosaid::registry::Registry::new();
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz.");
    /// assert_eq!((registry.add(&document), registry.add(&document)), (0, 1));
    /// ```
    pub fn add(&mut self, document: &Document<'_>) -> usize {
        let number = self.documents;
        self.documents += 1;
        let mut places: HashMap<EntityId, usize> = HashMap::new();
        for quote in document.quotes() {
            let words: usize = document.texts(quote.content()).map(word_count).sum();
            let cue = quote.cue().and_then(|cue| cue.get(document.text())).map(one_line);
            for entity in document.speakers(quote).filter(Entity::is_named) {
                let place = *places.entry(entity.id()).or_insert_with(|| {
                    self.speakers.push(Speaker::of(number, entity));
                    self.speakers.len() - 1
                });
                let speaker = &mut self.speakers[place];
                speaker.quotes += 1;
                speaker.words += words;
                if let Some(cue) = &cue {
                    *speaker.cues.entry(cue.clone()).or_default() += 1;
                }
            }
        }
        number
    }

    /// Everybody, who says most words first.
    ///
    /// ```
    /// let mut registry = whosaid::registry::Registry::new();
    /// registry.add(&whosaid::Attributor::new().attribute("“It rains,” said Ana Ruiz. “So it does,” said Tom Lee."));
    /// assert_eq!(registry.people()[0].name(), "Tom Lee");
    /// ```
    #[must_use]
    pub fn people(&self) -> Vec<Person> {
        let mut groups = Groups::default();
        let full = |speaker: &Speaker| !speaker.may_be_person() || speaker.parts.len() > 1;
        for (at, speaker) in self.speakers.iter().enumerate().filter(|(_, speaker)| full(speaker)) {
            let key = speaker.key();
            let known = groups.of_key(&key, speaker);
            groups.enter(at, speaker, known, Why::FullName, key);
        }
        for (at, speaker) in self.speakers.iter().enumerate().filter(|(_, speaker)| !full(speaker)) {
            let surname = speaker.parts.last().cloned().unwrap_or_default();
            let known = groups.of_surname(&surname, speaker);
            match known {
                Some(_) => groups.enter(at, speaker, known, Why::Surname, surname),
                None => {
                    let key = format!("surname {surname}");
                    let known = groups.of_key(&key, speaker);
                    groups.enter(at, speaker, known, Why::FullName, key);
                }
            }
        }
        let mut people: Vec<Person> = groups.all.iter().map(|group| self.person(group)).collect();
        people.sort_by(|one, other| {
            (Reverse(one.words), Reverse(one.quotes), &one.name).cmp(&(
                Reverse(other.words),
                Reverse(other.quotes),
                &other.name,
            ))
        });
        people
    }

    fn person(&self, group: &Group) -> Person {
        let own = || group.members.iter().map(|(at, _)| &self.speakers[*at]);
        let mut cues: HashMap<&str, usize> = HashMap::new();
        for (cue, count) in own().flat_map(|speaker| &speaker.cues) {
            *cues.entry(cue).or_default() += count;
        }
        let mut cues: Vec<CueCount> =
            cues.into_iter().map(|(cue, count)| CueCount { cue: cue.to_owned(), count }).collect();
        cues.sort_by(|one, other| (Reverse(one.count), &one.cue).cmp(&(Reverse(other.count), &other.cue)));
        let mut members: Vec<Member> = group
            .members
            .iter()
            .map(|(at, why)| Member {
                document: self.speakers[*at].document,
                id: self.speakers[*at].id,
                why: *why,
            })
            .collect();
        members.sort_by_key(|member| member.document);
        let name = own().map(|speaker| &speaker.name).max_by_key(|name| (name.len(), Reverse(*name)));
        Person {
            name: name.cloned().unwrap_or_default(),
            kind: own()
                .map(|speaker| speaker.kind)
                .find(|kind| *kind != EntityKind::Unknown)
                .unwrap_or(EntityKind::Unknown),
            gender: group.gender,
            members,
            quotes: own().map(|speaker| speaker.quotes).sum(),
            words: own().map(|speaker| speaker.words).sum(),
            cues,
        }
    }
}

impl Speaker {
    fn of(document: usize, entity: Entity<'_>) -> Self {
        let name = entity.name().to_owned();
        Self {
            document,
            id: entity.id(),
            parts: parts(&name),
            name,
            kind: entity.kind(),
            gender: entity.gender(),
            quotes: 0,
            words: 0,
            cues: HashMap::new(),
        }
    }

    /// Of a name alone the text often does not tell what it is.
    fn may_be_person(&self) -> bool {
        matches!(self.kind, EntityKind::Person | EntityKind::Unknown)
    }

    fn key(&self) -> String {
        let kind = if self.may_be_person() { EntityKind::Person } else { self.kind };
        format!("{kind} {}", self.parts.join(" "))
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The words of a name in small letters: without titles, initials between others, stops and a possessive.
fn parts(name: &str) -> Vec<String> {
    const TITLES: [&str; 22] = [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lady",
        "lord",
        "rep",
        "sen",
        "gov",
        "the",
        "president",
        "senator",
        "mayor",
        "minister",
        "judge",
        "captain",
        "general",
    ];
    let all: Vec<String> = name
        .split_whitespace()
        .map(|word| word.replace('’', "'").to_lowercase())
        .map(|word| {
            word.trim_end_matches("'s").trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
        })
        .filter(|word| !word.is_empty())
        .collect();
    let named: Vec<&String> = all.iter().skip_while(|word| TITLES.contains(&word.as_str())).collect();
    let last = named.len().saturating_sub(1);
    let kept =
        named.iter().enumerate().filter(|(at, word)| *at == 0 || *at == last || word.chars().count() > 1);
    let kept: Vec<String> = kept.map(|(_, word)| (*word).clone()).collect();
    if kept.is_empty() { all } else { kept }
}

/// Speakers that are one.
#[derive(Clone, Debug, Default)]
struct Group {
    members: Vec<(usize, Why)>,
    documents: HashSet<usize>,
    gender: Option<Gender>,
}

impl Group {
    fn takes(&self, speaker: &Speaker) -> bool {
        let same = match (self.gender, speaker.gender) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        same && !self.documents.contains(&speaker.document)
    }
}

#[derive(Debug, Default)]
struct Groups {
    all: Vec<Group>,
    keys: HashMap<String, Vec<usize>>,
    surnames: HashMap<String, Vec<usize>>,
}

impl Groups {
    /// The group of a name that takes this speaker.
    fn of_key(&self, key: &str, speaker: &Speaker) -> Option<usize> {
        // a document with two of a name has made two groups; there are never many
        self.keys.get(key)?.iter().copied().find(|group| self.all[*group].takes(speaker))
    }

    /// The group of a person with this surname, where there is one only that fits.
    fn of_surname(&self, surname: &str, speaker: &Speaker) -> Option<usize> {
        let gender = |group: &&usize| match (self.all[**group].gender, speaker.gender) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        let mut fits = self.surnames.get(surname)?.iter().filter(gender);
        let only = *fits.next().filter(|_| fits.next().is_none())?;
        self.all[only].takes(speaker).then_some(only)
    }

    fn enter(&mut self, at: usize, speaker: &Speaker, known: Option<usize>, why: Why, key: String) {
        let group = known.unwrap_or_else(|| {
            self.all.push(Group::default());
            let new = self.all.len() - 1;
            self.keys.entry(key).or_default().push(new);
            if let Some(surname) = speaker.parts.last().filter(|_| speaker.may_be_person()) {
                if speaker.parts.len() > 1 {
                    self.surnames.entry(surname.clone()).or_default().push(new);
                }
            }
            new
        });
        let entry = &mut self.all[group];
        entry.members.push((at, if known.is_some() { why } else { Why::First }));
        entry.documents.insert(speaker.document);
        entry.gender = entry.gender.or(speaker.gender);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_titles_and_initials() {
        assert_eq!(parts("Dr. Ana M. Ruiz’s"), ["ana", "ruiz"]);
        assert_eq!(parts("J. Lee"), ["j", "lee"]);
        assert_eq!(parts("The Lord"), ["the", "lord"]);
    }
}
