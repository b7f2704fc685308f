//! Who the labels name: one person for *ALMA GREVE, COUNCIL CHAIR* and *GREVE*, and for the Greve of the article.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::answer::entity::EntityId;
use crate::answer::kind::EntityKind;
use crate::answer::roster::{Chain, Facts, Roster};
use crate::base::span::Span;
use crate::lexicon::{Classes, Lexicon};
use crate::text::turns::Turns;

/// So many people whose names share a word are told apart.
const MOST_OF_A_WORD: usize = 8;
/// So many forms of a name are kept.
const MOST_FORMS: usize = 16;

/// The speaker of each turn.
pub(super) struct People {
    speakers: Vec<EntityId>,
}

/// Names of one person.
struct Bearer {
    /// The fullest, without a title.
    words: Vec<String>,
    /// How it is written.
    span: Span,
    named: bool,
    mentions: Vec<Span>,
}

/// Names by their first and last words.
#[derive(Default)]
struct Index {
    owners: HashMap<String, Vec<(Vec<String>, usize)>>,
}

impl Index {
    fn add(&mut self, words: &[String], owner: usize) {
        let ends = [words.first(), words.last().filter(|_| words.len() > 1)];
        for word in ends.into_iter().flatten() {
            let owners = self.owners.entry(word.clone()).or_default();
            if owners.len() < MOST_OF_A_WORD && !owners.iter().any(|(own, _)| own == words) {
                owners.push((words.to_vec(), owner));
            }
        }
    }

    /// The bearer of just this name, else the only one of whose name it is a part, or whose name is part of it.
    fn find(&self, words: &[String]) -> Option<usize> {
        let ends = [words.first(), words.last().filter(|_| words.len() > 1)];
        let near = || ends.into_iter().flatten().filter_map(|word| self.owners.get(word)).flatten();
        if let Some((_, owner)) = near().find(|(own, _)| own == words) {
            return Some(*owner);
        }
        let mut fits = near().filter(|(own, _)| is_part(own, words)).map(|(_, owner)| *owner);
        let owner = fits.next()?;
        fits.all(|other| other == owner).then_some(owner)
    }
}

impl People {
    /// Finds the people of the labels in `roster`, and adds those whom the text names nowhere else.
    pub(super) fn of(turns: &Turns, roster: &mut Roster, text: &str, lexicon: &Lexicon) -> Self {
        let mut bearers: Vec<Bearer> = Vec::new();
        let mut of_name: HashMap<Vec<String>, usize> = HashMap::new();
        let mut index = Index::default();
        let mut whose = Vec::with_capacity(turns.all.len());
        for turn in &turns.all {
            let words = bare(turn.name.get(text).unwrap_or(""), turn.named, lexicon);
            let place = match of_name.get(&words) {
                Some(place) => *place,
                None => {
                    let known = index.find(&words).filter(|_| turn.named);
                    let place = known.unwrap_or(bearers.len());
                    match bearers.get_mut(place) {
                        None => bearers.push(Bearer {
                            words: words.clone(),
                            span: turn.name,
                            named: turn.named,
                            mentions: Vec::new(),
                        }),
                        Some(bearer) if bearer.words.len() < words.len() => {
                            (bearer.words, bearer.span) = (words.clone(), turn.name);
                        }
                        Some(_) => {}
                    }
                    if turn.named {
                        index.add(&words, place);
                    }
                    of_name.insert(words, place);
                    place
                }
            };
            bearers[place].mentions.push(turn.name);
            whose.push(place);
        }
        let known = names_of(roster, text, lexicon);
        let ids: Vec<EntityId> = bearers
            .into_iter()
            .map(|bearer| match known.find(&bearer.words).filter(|_| bearer.named) {
                Some(id) => EntityId::new(id),
                None => add(roster, bearer, text),
            })
            .collect();
        Self { speakers: whose.into_iter().map(|place| ids[place]).collect() }
    }

    /// Who speaks turn number `turn`.
    pub(super) fn speaker(&self, turn: usize) -> EntityId {
        self.speakers[turn]
    }
}

/// The words of a name in small letters; of a person's without titles and what hangs on *of*.
fn bare(name: &str, named: bool, lexicon: &Lexicon) -> Vec<String> {
    let words = name.split_whitespace().map(|word| word.trim_end_matches('.').to_lowercase());
    if !named {
        return words.collect();
    }
    let words: Vec<String> = words.take_while(|word| word != "of").collect();
    let titles =
        words.iter().take(words.len().saturating_sub(1)).take_while(|word| is_title(word, lexicon)).count();
    words[titles..].to_vec()
}

/// What stands before a name in a label, *Dr., Senator*; a name that is a title, too (*Dean*), is none.
fn is_title(word: &str, lexicon: &Lexicon) -> bool {
    let classes = lexicon.classes_of(word.as_bytes());
    classes.any(Classes::TITLE) && !classes.any(Classes::GIVEN)
}

/// *Greve* of *Alma Greve*, *Alma* of the same.
fn is_part(one: &[String], other: &[String]) -> bool {
    let (long, short) = if one.len() < other.len() { (other, one) } else { (one, other) };
    match short {
        [word] => long.first() == Some(word) || long.last() == Some(word),
        _ => short.iter().all(|word| long.contains(word)),
    }
}

/// The names of the people of the text, each with its id.
fn names_of(roster: &Roster, text: &str, lexicon: &Lexicon) -> Index {
    let mut index = Index::default();
    for (id, row) in roster.rows(text).enumerate() {
        let facts = row.facts();
        if facts.named && facts.kind != EntityKind::Organisation {
            for name in std::iter::once(row.name()).chain(row.aliases()) {
                index.add(&bare(name, true, lexicon), id);
            }
        }
    }
    index
}

/// A part that is a plain phrase begins small, as it would within a sentence: *opposition senators*.
fn described(name: &str, named: bool) -> Cow<'_, str> {
    let mut letters = name.chars();
    let small = |word: &str| word.starts_with(char::is_lowercase);
    let plain = !named && name.split(' ').skip(1).any(small) && name.split(' ').skip(1).all(small);
    match letters.next().filter(|_| plain) {
        Some(first) => Cow::Owned(first.to_lowercase().chain(letters).collect()),
        None => Cow::Borrowed(name),
    }
}

fn add(roster: &mut Roster, bearer: Bearer, text: &str) -> EntityId {
    let id = EntityId::new(roster.len());
    let name = described(bearer.span.get(text).unwrap_or(""), bearer.named);
    let name = roster.write(&name, text);
    let mut chain = Chain::default();
    for alias in bearer.mentions.iter().filter_map(|span| span.get(text)) {
        let alias = roster.write(alias, text);
        roster.alias(&mut chain, alias, text, MOST_FORMS);
    }
    roster.run(&mut chain, bearer.mentions.into_iter().map(std::ops::Range::from));
    let facts = Facts {
        name,
        kind: EntityKind::Person,
        gender: None,
        named: bearer.named,
        speaks_for: None,
        short: None,
        role: None,
        caller_id: None,
    };
    roster.push(facts, &chain);
    id
}
