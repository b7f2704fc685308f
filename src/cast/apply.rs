//! From a document to the same with the caller's people and pins.
//!
//! In: the answers as the text gives them. Out: each of the caller's people one entity, with the name, gender and id
//! that the caller gave; quotes whose source is one of their names theirs; and the pinned lines their speakers'.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::index::Index;
use crate::answer::document::Document;
use crate::answer::entity::EntityId;
use crate::answer::kind::EntityKind;
use crate::answer::quote::{MentionKind, Quote, QuoteKind};
use crate::answer::roster::{Chain, Facts, Roster};
use crate::answer::rule::{Entry, Rule};
use crate::answer::unattributed::{Reason, Unattributed, Use};
use crate::attribution::content::Draft;
use crate::base::few::Few;
use crate::base::span::Span;
use crate::dialogue::Pinned;
use crate::identity::names::known::form;

/// Stands for a rule where the caller says who speaks.
pub(crate) static PINNED: Entry =
    Entry { name: "pinned", about: "the caller said who speaks", precision: 100.0, finds: &[], leaves: &[] };

/// What ties a source to a person of the caller's.
const BY_NAME: &str = "name in the caller's cast";

impl Index {
    /// Puts the caller's people and `pins` into a document; `entities` says whether it tells who speaks at all.
    pub(crate) fn apply(&self, document: &mut Document<'_>, pins: &[Pinned], entities: bool) {
        let text = std::mem::take(&mut document.text);
        let mut people = People::of(self, &document.roster, &text);
        if entities {
            people.speak(&mut document.quotes, &text);
        }
        pin(document, pins, &mut people, &text);
        document.roster = people.roster(&document.roster, &text);
        document.text = text;
    }
}

/// An entity of the document as it will be.
struct Somebody {
    /// Which of the caller's people.
    person: Option<usize>,
    /// The entities of the text that are they.
    own: Vec<usize>,
    /// The name of one whom the text does not have.
    name: Option<String>,
}

struct People<'a> {
    index: &'a Index,
    all: Vec<Somebody>,
    /// For each entity of the text its new place.
    places: Vec<u32>,
    /// The place of each of the caller's people, and of others by their names.
    of_person: HashMap<usize, u32>,
    of_name: HashMap<Box<str>, u32>,
}

impl<'a> People<'a> {
    fn of(index: &'a Index, roster: &Roster, text: &str) -> Self {
        let (of_person, of_name) = (HashMap::new(), HashMap::new());
        let mut people = Self { index, all: Vec::new(), places: Vec::new(), of_person, of_name };
        for (id, row) in roster.rows(text).enumerate() {
            let names = || std::iter::once(row.name()).chain(row.aliases());
            let person = names().find_map(|name| index.known.bearer(name));
            let place = match person {
                Some(person) => people.person(person),
                None => people.add(None, None),
            };
            people.all[place as usize].own.push(id);
            people.places.push(place);
            if index.pins.is_empty() {
                continue;
            }
            for name in names() {
                people.of_name.entry(form(name)).or_insert(place);
            }
        }
        people
    }

    fn add(&mut self, person: Option<usize>, name: Option<&str>) -> u32 {
        self.all.push(Somebody { person, own: Vec::new(), name: name.map(str::to_owned) });
        self.all.len() as u32 - 1
    }

    /// The place of one of the caller's people.
    fn person(&mut self, person: usize) -> u32 {
        if let Some(place) = self.of_person.get(&person) {
            return *place;
        }
        let place = self.add(Some(person), None);
        self.of_person.insert(person, place);
        place
    }

    /// The place of somebody by any name.
    fn named(&mut self, name: &str) -> u32 {
        if let Some(person) = self.index.known.bearer(name) {
            return self.person(person);
        }
        if let Some(place) = self.of_name.get(&form(name)) {
            return *place;
        }
        let place = self.add(None, Some(name));
        self.of_name.insert(form(name), place);
        place
    }

    /// Counts the ids of the quotes anew, and gives those whose source is a name of the caller's to its bearer.
    fn speak(&mut self, quotes: &mut [Quote], text: &str) {
        let places = std::mem::take(&mut self.places);
        let moved = |ids: &[EntityId]| {
            let mut new = Few::default();
            for id in ids.iter().filter_map(|id| places.get(id.index())) {
                let id = EntityId::new(*id as usize);
                if !new.as_slice().contains(&id) {
                    new.push(id);
                }
            }
            new
        };
        for quote in quotes {
            quote.speakers = moved(quote.speakers());
            quote.addressees = moved(quote.addressees());
            for other in &mut quote.alternatives {
                other.speakers = moved(other.speakers());
            }
            let source = quote.source.filter(|source| source.kind() != MentionKind::Pronoun);
            let words = source.and_then(|source| source.span().get(text));
            if let Some(person) = words.and_then(|words| self.index.known.bearer(words)) {
                let id = EntityId::new(self.person(person) as usize);
                if quote.speakers.as_slice() != [id] {
                    quote.speakers = Few::one(id);
                    (quote.speaker_confidence, quote.speaker_reason) = (1.0, BY_NAME.into());
                }
            }
            let speakers = quote.speakers.as_slice();
            quote.alternatives.retain(|other| {
                other.speakers.as_slice().is_empty() || other.speakers.as_slice() != speakers
            });
        }
        self.places = places;
    }

    /// The entities.
    fn roster(&self, old: &Roster, text: &str) -> Roster {
        let rows: Vec<_> = old.rows(text).collect();
        let mut roster = Roster::default();
        for somebody in &self.all {
            let known = somebody.person.and_then(|person| self.index.people.get(person));
            let own = || somebody.own.iter().filter_map(|id| rows.get(*id));
            let first = own().next();
            let name =
                known.map(|known| known.name()).or(first.map(|row| row.name())).or(somebody.name.as_deref());
            let name = roster.write(name.unwrap_or(""), text);
            let mut chain = Chain::default();
            for alias in own().flat_map(|row| row.aliases()) {
                let alias = roster.write(alias, text);
                roster.alias(&mut chain, alias, text, usize::MAX);
            }
            let mut mentions: Vec<Span> = own().flat_map(|row| row.mentions()).collect();
            mentions.sort_unstable();
            roster.run(&mut chain, mentions.into_iter().map(Range::from));
            let facts = || own().map(|row| row.facts());
            let kind = facts().map(|facts| facts.kind).find(|kind| *kind != EntityKind::Unknown);
            let kind = kind.or((known.is_some() || first.is_none()).then_some(EntityKind::Person));
            let gender = known.and_then(|known| known.known_gender());
            let speaks_for = facts().find_map(|facts| facts.speaks_for);
            let speaks_for = speaks_for.and_then(|id| self.places.get(id as usize)).copied();
            let short = own().find(|row| row.facts().short.is_some()).map(|row| row.short_name());
            let [short, role, caller_id] =
                [short, own().find_map(|row| row.role()), known.and_then(|known| known.known_id())]
                    .map(|words| words.map(|words| roster.write(words, text)));
            let facts = Facts {
                name,
                kind: kind.unwrap_or(EntityKind::Unknown),
                gender: gender.or(facts().find_map(|facts| facts.gender)),
                named: known.is_some() || first.is_none() || facts().any(|facts| facts.named),
                speaks_for,
                short,
                role,
                caller_id,
            };
            roster.push(facts, &chain);
        }
        roster
    }
}

/// Gives the pinned lines to their speakers. Pins are in the order of the text.
fn pin(document: &mut Document<'_>, pins: &[Pinned], people: &mut People<'_>, text: &str) {
    if pins.is_empty() {
        return;
    }
    let speakers: Vec<Option<EntityId>> = pins
        .iter()
        .map(|pin| pin.speaker.as_deref().map(|name| EntityId::new(people.named(name) as usize)))
        .collect();
    let mut used = vec![false; pins.len()];
    let mut quotes = Vec::with_capacity(document.quotes.len());
    for quote in document.quotes.drain(..) {
        give(quote, pins, &speakers, &mut used, &mut quotes);
    }
    for ((pin, speaker), used) in pins.iter().zip(&speakers).zip(&used) {
        if let Some(speaker) = speaker.filter(|_| !used) {
            quotes.push(quote_of(pin.span, speaker, text));
        }
    }
    quotes.sort_by_key(|quote| quote.content().first().map_or(0, |span| span.start()));
    document.quotes = quotes;
    let pinned = |span: Span| {
        pins.get(at(pins, span)).filter(|pin| pin.span.contains(span) || span.contains(pin.span))
    };
    document.unattributed.retain(|one| pinned(one.span()).is_none());
    document.spoken.retain(|span| pinned(*span).is_none());
    for pin in pins {
        match &pin.speaker {
            Some(_) if is_marked(pin.span, text) => document.spoken.push(pin.span),
            Some(_) => {}
            None => {
                let (quoted_use, reason) = (Use::Unknown, Reason::NotSpeech);
                document.unattributed.push(Unattributed { span: pin.span, quoted_use, reason });
            }
        }
    }
    document.spoken.sort_unstable();
    document.unattributed.sort_by_key(|one| one.span());
}

/// The first pin that ends behind the start of `span`.
fn at(pins: &[Pinned], span: Span) -> usize {
    pins.partition_point(|pin| pin.span.end() <= span.start())
}

/// Cuts a quote into what is pinned to each and the rest.
fn give(
    quote: Quote,
    pins: &[Pinned],
    speakers: &[Option<EntityId>],
    used: &mut [bool],
    quotes: &mut Vec<Quote>,
) {
    let mut parts: Vec<(Option<Option<EntityId>>, Few<Span>)> = Vec::new();
    for piece in quote.content() {
        let place = at(pins, *piece);
        let found = pins.get(place).filter(|pin| pin.span.contains(*piece) || piece.contains(pin.span));
        let whose = found.map(|_| {
            used[place] = true;
            speakers[place]
        });
        match parts.iter_mut().find(|(other, _)| *other == whose) {
            Some((_, pieces)) => pieces.push(*piece),
            None => parts.push((whose, Few::one(*piece))),
        }
    }
    for (whose, content) in parts {
        match whose {
            None => quotes.push(Quote { content, ..quote.clone() }),
            Some(None) => {}
            Some(Some(speaker)) => quotes.push(told(Quote { content, ..quote.clone() }, speaker)),
        }
    }
}

/// A quote that the caller gave to somebody.
fn told(quote: Quote, speaker: EntityId) -> Quote {
    Quote {
        speakers: Few::one(speaker),
        rule: Rule::of(&PINNED),
        confidence: 1.0,
        speaker_confidence: 1.0,
        speaker_reason: Cow::Borrowed(PINNED.name),
        alternatives: Vec::new(),
        ..quote
    }
}

/// A quote where the text has none.
fn quote_of(span: Span, speaker: EntityId, text: &str) -> Quote {
    let kind = if is_marked(span, text) { QuoteKind::Direct } else { QuoteKind::Indirect };
    told(Draft::of(&PINNED, kind, span).into_quote(), speaker)
}

fn is_marked(span: Span, text: &str) -> bool {
    let words = span.get(text).unwrap_or("");
    words.starts_with(['"', '\'', '“', '‘', '«', '„', '—', '–', '`'])
}
