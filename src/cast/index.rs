//! A cast as the reader asks it.

use super::given::Cast;
use super::person::{Person, is_plain};
use super::pin::Pin;
use super::utterance::place;
use crate::answer::error::{Error, Inner};
use crate::dialogue::Pinned;
use crate::identity::names::known::Known;

/// What the caller knows: checked, and ready to be asked by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    pub(crate) people: Vec<Person>,
    pub(crate) pins: Vec<Pin>,
    pub(crate) known: Known,
}

impl Index {
    /// That of `cast`, in which each name is one person's.
    pub(crate) fn of(cast: &Cast) -> Result<Self, Error> {
        let mut known = Known::default();
        for person in cast.people() {
            let fault = |entry: &str, problem: String| {
                Error(Inner::Cast { place: "cast".to_owned(), entry: entry.to_owned(), problem })
            };
            known.person(person.known_gender());
            for name in person.names() {
                if !is_plain(name) {
                    let problem = "is no name; write words on one line, without | ; and #".to_owned();
                    return Err(fault(name, problem));
                }
                known.name(name).map_err(|bearer| {
                    let other = cast.people().get(bearer).map_or("", Person::name);
                    let own = person.name();
                    fault(name, format!("is a name of {other} and of {own}; leave it out of one of them"))
                })?;
            }
        }
        for pin in cast.pins() {
            let problem = if pin.speaker().is_some_and(|name| !is_plain(name)) {
                "names nobody; give a name, or pin it to nobody"
            } else if pin.span().is_empty() {
                "holds nothing; give the bytes of its words, as in 38..51"
            } else {
                continue;
            };
            let place = "cast, pins".to_owned();
            return Err(Error(Inner::Cast { place, entry: pin.to_string(), problem: problem.to_owned() }));
        }
        Ok(Self { people: cast.people().to_vec(), pins: cast.pins().to_vec(), known })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.people.is_empty() && self.pins.is_empty()
    }

    /// Whether all pins that go by their place alone have one in `text`.
    pub(crate) fn check(&self, text: &str) -> Result<(), Error> {
        let bare = self.pins.iter().filter(|pin| pin.words().is_none());
        bare.map(|pin| pin.span())
            .try_for_each(|span| place(span, text, || "a pin of the cast".to_owned()).map(|_| ()))
    }

    /// The pins that have their place in `text`, in its order.
    pub(crate) fn pinned(&self, text: &str) -> Vec<Pinned> {
        let mut moved = 0;
        let mut order: Vec<&Pin> = self.pins.iter().collect();
        order.sort_by_key(|pin| pin.span());
        let found = order.into_iter().filter_map(|pin| {
            let span = pin.place(text, &mut moved)?;
            Some(Pinned { span, speaker: pin.speaker().map(Box::from) })
        });
        found.collect()
    }
}
