//! The cast: which names mean the same person.
//!
//! In: the distinct names of the text with their uses. Out: [`Cast`], the persons, and for each name and
//! each head of a nominal the person it stands for. Everything runs over distinct names, a few thousand.

use crate::answer::kind::Gender;
use crate::answer::quote::MentionKind;
use crate::base::map::Map;
use crate::base::steps;
use crate::base::table::NONE;
use crate::identity::mention::gender::{clash, of_given_name, of_word};
use crate::identity::mention::kept::{Flags, Mention};
use crate::lexicon::equivalents::{long_forms, nicknames};
use crate::lexicon::people::Address;
use crate::lexicon::{Classes, Key, hash_key};

use super::words::{Name, Part, Spelling, Uses, Vocabulary, key_of, spelling};

/// Somebody of the cast.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figure {
    /// The form that the text uses most.
    pub(crate) name: Box<str>,
    pub(crate) name_uses: u32,
    pub(crate) aliases: Vec<Box<str>>,
    pub(crate) uses: Uses,
    pub(crate) gender: Option<Gender>,
    /// Votes for male and female, in sixths.
    pub(crate) votes: (u32, u32),
    /// Points for being somebody who speaks in this text.
    pub(crate) prior: i32,
    pub(crate) titled: bool,
    /// Known by a noun alone: *the painter*.
    pub(crate) nominal: bool,
    /// The noun means this person and nobody else: he was brought in by it, or nobody in a short text is called so.
    pub(crate) firm: bool,
    /// *I* of the narration.
    pub(crate) narrator: bool,
    /// *Mrs.*
    pub(crate) wife: bool,
    /// The surname, where a full name or title shows it.
    pub(crate) family: Option<Spelling>,
}

/// The persons of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    pub(crate) figures: Vec<Figure>,
    /// The person of each name, or none.
    pub(crate) of_name: Vec<u32>,
    /// The person of each head, or none.
    pub(crate) of_head: Vec<u32>,
    pub(crate) narrator: u32,
    /// The persons of each surname.
    families: Map<Spelling, Vec<u32>>,
}

impl Cast {
    /// Gathers the persons who bear one surname.
    pub(crate) fn know_families(&mut self) {
        for (place, figure) in self.figures.iter().enumerate() {
            if let Some(family) = figure.family {
                self.families.entry(family).or_default().push(place as u32);
            }
        }
    }

    /// The persons with the surname of `person`.
    pub(crate) fn family(&self, person: u32) -> &[u32] {
        let family = self.figures.get(person as usize).and_then(|figure| figure.family);
        family.and_then(|family| self.families.get(&family)).map_or(&[], Vec::as_slice)
    }

    /// The person whom the words of a mention mean: a name, a noun that one person has, or *I*.
    pub(crate) fn person(&self, mention: &Mention) -> u32 {
        let place = match mention.kind {
            MentionKind::Name => self.of_name.get(mention.what as usize),
            MentionKind::Nominal if !mention.flags.has(Flags::PLURAL) => {
                self.of_head.get(mention.what as usize)
            }
            MentionKind::Pronoun if mention.flags.has(Flags::FIRST) => Some(&self.narrator),
            _ => None,
        };
        place.copied().unwrap_or(NONE)
    }

    /// The person whom the words of a mention tell as surely as a name does; *his lady* is found by whose she is.
    pub(crate) fn told(&self, mention: &Mention) -> u32 {
        let person = self.person(mention);
        let sure = mention.kind != MentionKind::Nominal
            || mention.owner().is_none()
                && self.figures.get(person as usize).is_some_and(|figure| figure.firm);
        if sure { person } else { NONE }
    }

    /// The sex of a person, as far as known.
    pub(crate) fn gender(&self, person: u32) -> Option<Gender> {
        self.figures.get(person as usize).and_then(|figure| figure.gender)
    }

    /// *I* is one word in 250 of the narration of a book told in the first person, a tenth of that elsewhere.
    pub(crate) fn add_narrator(&mut self, first_person: u32, narration: u32) {
        if first_person < 3 || first_person * 250 < narration {
            return;
        }
        self.narrator = self.figures.len() as u32;
        self.figures.push(Figure {
            name: "narrator".into(),
            narrator: true,
            titled: true,
            ..Figure::default()
        });
    }

    /// Those whom the text calls by a noun alone: *said the painter*.
    /// `appositions` are names with the heads beside them; a text of a `scene` alone calls nobody by a noun that
    /// belongs to a name.
    pub(crate) fn add_nominals(&mut self, words: &Vocabulary, appositions: &[(u32, u32)], scene: bool) {
        let known = known_by_noun(&self.of_name, words.heads.len(), appositions);
        for (place, head) in words.heads.iter().enumerate() {
            let firm = scene || head.introduced;
            let whose = Classes::KIN.with(Classes::PLURAL);
            let nobody = whose.with(if firm { Classes::DETERMINER } else { Classes::ANYBODY });
            let speaks = head.uses.tagged > 0 || firm && head.uses.beat > 0;
            if self.of_head[place] != NONE || !speaks || head.classes.any(nobody) {
                continue;
            }
            if known[place] != NONE {
                self.of_head[place] = known[place];
                continue;
            }
            let votes = match of_word(head.classes) {
                Some(Gender::Masculine) => (60, 0),
                Some(Gender::Feminine) => (0, 60),
                None => (0, 0),
            };
            self.of_head[place] = self.figures.len() as u32;
            self.figures.push(Figure {
                name: format!("the {}", head.text).into(),
                uses: head.uses,
                votes,
                nominal: true,
                firm,
                ..Figure::default()
            });
        }
    }

    /// Makes the first of each pair the second.
    pub(crate) fn merge(&mut self, pairs: &[(u32, u32)]) {
        let next: Map<u32, u32> = pairs.iter().copied().collect();
        let target = |mut figure: u32| {
            // a ring of names ends somewhere
            for _ in 0..4 {
                match next.get(&figure) {
                    Some(to) => figure = *to,
                    None => break,
                }
            }
            figure
        };
        for (from, _) in pairs {
            let to = target(*from);
            let (Some(old), true) = (self.figures.get_mut(*from as usize).map(std::mem::take), to != *from)
            else {
                continue;
            };
            let Some(new) = self.figures.get_mut(to as usize) else { continue };
            if old.name_uses > new.name_uses {
                new.name_uses = old.name_uses;
                new.name = old.name;
            }
            new.aliases.extend(old.aliases);
            new.uses.all += old.uses.all;
            new.uses.vocative += old.uses.vocative;
            new.uses.tagged += old.uses.tagged;
            new.uses.beat += old.uses.beat;
        }
        for place in self.of_name.iter_mut().chain(&mut self.of_head) {
            *place = target(*place);
        }
    }
}

/// What kind of title a name opens with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Style {
    None,
    /// *Mr., Dr., Sir* before a surname.
    Male,
    Mrs,
    Miss,
    Lady,
    /// *Captain, Judge*.
    Rank(Spelling),
    /// *Aunt, Uncle*.
    Kin(Spelling),
}

/// A name without what does not belong to it, cut into its pieces.
#[derive(Clone, Debug)]
struct NameVariant {
    style: Style,
    /// The words after the title.
    words: Vec<Spelling>,
    given: Option<Gender>,
    /// The sex of the first word, be it a surname here.
    given_part: Option<Gender>,
    /// The first word is a given name.
    is_given: bool,
    female: bool,
    male: bool,
    text: Box<str>,
    uses: Uses,
    article: bool,
    known: bool,
    /// A title without a name: *the Major*.
    title_alone: bool,
    title: Option<Spelling>,
}

/// Joins the names; `note` tells which forms the text sets apart, given the form of each name.
pub(crate) fn cast(words: &Vocabulary, note: impl FnOnce(&[u32], &mut Apart)) -> Cast {
    let (forms, of_name) = forms(words);
    let mut apart = Apart::default();
    note(&of_name, &mut apart);
    let mut joiner = Joiner {
        forms: &forms,
        apart: &apart,
        figures: vec![NONE; forms.len()],
        count: 0,
        by_given: Map::default(),
        by_surname: Map::default(),
        by_title: Map::default(),
        by_given_hash: Map::default(),
    };
    joiner.join();
    let of_title = titles(&joiner);
    let figure_of_form = joiner.figures;
    let mut figures = vec![Figure::default(); joiner.count];
    for (form, place) in forms.iter().zip(&figure_of_form) {
        if let Some(figure) = figures.get_mut(*place as usize) {
            add(figure, form);
        }
    }
    let of_name =
        of_name.into_iter().map(|form| figure_of_form.get(form as usize).copied().unwrap_or(NONE)).collect();
    let of_head = words
        .heads
        .iter()
        .map(|head| of_title.get(&canonical(head.spelling)).copied().unwrap_or(NONE))
        .collect();
    Cast { figures, of_name, of_head, narrator: NONE, families: Map::default() }
}

/// The person of each title that one person bears.
fn titles(joiner: &Joiner<'_>) -> Map<Spelling, u32> {
    let mut titles: Map<Spelling, u32> = Map::default();
    for form in joiner.forms {
        let ranked = matches!(form.style, Style::Rank(_) | Style::Lady | Style::Male);
        let Some(title) = form.title.filter(|_| ranked) else { continue };
        titles.entry(title).or_insert_with(|| joiner.bearer(&title).unwrap_or(NONE));
    }
    titles
}

fn add(figure: &mut Figure, form: &NameVariant) {
    if form.uses.all > figure.name_uses {
        figure.name_uses = form.uses.all;
        figure.name = form.text.clone();
    }
    figure.aliases.push(form.text.clone());
    let surname = form.words.len() > 1 || matches!(form.style, Style::Male | Style::Mrs | Style::Miss);
    if surname && figure.family.is_none() {
        figure.family = form.words.last().copied();
    }
    let uses = &mut figure.uses;
    uses.all += form.uses.all;
    uses.subject += form.uses.subject;
    uses.vocative += form.uses.vocative;
    uses.tagged += form.uses.tagged;
    uses.beat += form.uses.beat;
    figure.titled |= form.style != Style::None;
    figure.wife |= form.style == Style::Mrs;
    let title = 18 * form.uses.all;
    if form.male {
        figure.votes.0 += title;
    }
    if form.female {
        figure.votes.1 += title;
    }
    let given = 24 + 3 * form.uses.all;
    match form.given {
        Some(Gender::Masculine) if !form.female => figure.votes.0 += given,
        Some(Gender::Feminine) if !form.male => figure.votes.1 += given,
        _ => {}
    }
}

/// The distinct forms of names, and the form of each name.
fn forms(words: &Vocabulary) -> (Vec<NameVariant>, Vec<u32>) {
    let mut forms: Vec<NameVariant> = Vec::new();
    let mut by_key: Map<(Style, bool, Vec<Spelling>), u32> = Map::default();
    let mut of_name = Vec::with_capacity(words.names.len());
    for name in &words.names {
        let Some(form) = form(name, words) else {
            of_name.push(NONE);
            continue;
        };
        let key = (form.style, form.article && form.words.len() < 2, form.words.clone());
        let place = *by_key.entry(key).or_insert_with(|| {
            forms.push(NameVariant { uses: Uses::default(), ..form.clone() });
            forms.len() as u32 - 1
        });
        let known = &mut forms[place as usize];
        known.known |= form.known;
        // a form in lower and capital letters is printed as it is used inside of sentences
        if known.uses.all == known.uses.initial && form.uses.all > form.uses.initial {
            known.text = form.text;
        }
        let uses = &mut known.uses;
        uses.all += name.uses.all;
        uses.initial += name.uses.initial;
        uses.subject += name.uses.subject;
        uses.vocative += name.uses.vocative;
        uses.tagged += name.uses.tagged;
        uses.beat += name.uses.beat;
        of_name.push(place);
    }
    (forms, of_name)
}

/// Whether the text uses the word as a name: more with a capital than without.
fn is_name_word(part: &Part, words: &Vocabulary) -> bool {
    let cases = words.cases(&part.spelling, part.word);
    let given = part.classes.any(Classes::GIVEN) && !part.classes.any(Classes::COMMON);
    if given {
        return cases.inside > 0 || cases.initial > cases.lower;
    }
    let known = part.word != 0 && !part.classes.any(Classes::GIVEN.with(Classes::PLACE));
    cases.inside > cases.lower && (cases.inside >= 2 || !known)
        || !known && cases.lower == 0 && cases.initial >= 2
}

fn form(name: &Name, words: &Vocabulary) -> Option<NameVariant> {
    let mut parts: &[Part] = &name.parts;
    // the first word may be capitalised for the sentence's sake: Poor Ann
    while let Some((first, rest)) = parts.split_first() {
        if first.classes.any(Classes::TITLE.with(Classes::KIN))
            || is_name_word(first, words)
            || rest.is_empty()
        {
            break;
        }
        if name.uses.initial < name.uses.all && !first.classes.any(Classes::ADJECTIVE) {
            break;
        }
        parts = rest;
    }
    let dropped = name.parts.len() - parts.len();
    let kept = name.text.split(' ').skip(dropped).collect::<Vec<_>>().join(" ");
    // its parts may be joined by something else than blanks, a byte order mark, say
    let text: Box<str> = if kept.is_empty() { name.text.clone() } else { kept.into() };
    let titles = parts
        .iter()
        .take_while(|part| part.classes.any(Classes::TITLE) || part.classes.any(Classes::KIN))
        .count();
    let alone = titles == parts.len();
    let body = if alone { parts } else { &parts[titles..] };
    let title = if alone { None } else { parts[..titles].last() };
    let style = title.map_or(Style::None, style);
    let first = body.first()?;
    let day = body.iter().all(|part| part.classes.any(Classes::WEEKDAY));
    // a word that no list has and that acts is a name, be it ever at a sentence's start
    let acts = name.uses.subject > 0 && body.iter().all(|part| part.word == 0);
    let known = name.uses.tagged > 0 || acts || !day && body.iter().any(|part| is_name_word(part, words));
    if !known && style == Style::None {
        return None;
    }
    let titles_given = parts[..titles].iter().fold(Classes::NONE, |all, part| all | part.classes);
    let title_gender = if alone { of_word(first.classes) } else { of_word(titles_given) };
    let given = of_given_name(first.classes);
    let surname_only =
        body.len() == 1 && matches!(style, Style::Male | Style::Mrs | Style::Miss | Style::Rank(_));
    Some(NameVariant {
        style,
        words: body.iter().map(|part| part.spelling).collect(),
        given_part: given,
        given: if surname_only { None } else { given },
        is_given: first.classes.any(Classes::GIVEN),
        female: title_gender == Some(Gender::Feminine),
        male: title_gender == Some(Gender::Masculine),
        text: if name.article && style == Style::None {
            format!("the {}", text.trim_end_matches(['.', ','])).into()
        } else {
            text.trim_end_matches(['.', ',']).into()
        },
        uses: name.uses,
        article: name.article,
        known,
        title_alone: alone && first.classes.any(Classes::TITLE) && body.len() == 1,
        title: title.map(|part| canonical(part.spelling)).or(alone.then(|| canonical(first.spelling))),
    })
}

/// *Doctor* and *Dr.* are one title.
fn canonical(title: Spelling) -> Spelling {
    if title == spelling(Key::of(b"dr")) { spelling(Key::of(b"doctor")) } else { title }
}

fn style(title: &Part) -> Style {
    let [low, high] = title.spelling;
    match Address::of(Key { low, high }) {
        _ if title.classes.any(Classes::KIN) => Style::Kin(title.spelling),
        Some(Address::Married) => Style::Mrs,
        Some(Address::Maiden) => Style::Miss,
        Some(Address::Mister) => Style::Male,
        None if of_word(title.classes) == Some(Gender::Feminine) => Style::Lady,
        None => Style::Rank(title.spelling),
    }
}

/// Which forms stand side by side as two persons: in one sentence, or one speaking to the other.
#[derive(Debug, Default)]
pub(crate) struct Apart(Map<u32, Vec<(u32, u32)>>);

impl Apart {
    pub(crate) fn note(&mut self, one: u32, other: u32, weight: u32) {
        if one == other {
            return;
        }
        for (key, value) in [(one, other), (other, one)] {
            let list = self.0.entry(key).or_default();
            if let Some((_, count)) = list.iter_mut().find(|(known, _)| *known == value) {
                *count += weight;
            } else if list.len() < 256 {
                list.push((value, weight));
            }
        }
    }
}

/// So often must two forms stand side by side to be two persons: a number, and a share of their uses.
const APART: u32 = 3;
const APART_SHARE: u32 = 25;

struct Joiner<'a> {
    forms: &'a [NameVariant],
    apart: &'a Apart,
    figures: Vec<u32>,
    count: usize,
    by_given: Map<Spelling, Vec<usize>>,
    by_surname: Map<Spelling, Vec<usize>>,
    by_title: Map<Spelling, Vec<usize>>,
    /// The full names of each given name, by the hash that nicknames are known by.
    by_given_hash: Map<u32, Vec<usize>>,
}

type Pair = (Spelling, Spelling);

impl Joiner<'_> {
    fn new_figure(&mut self) -> u32 {
        self.count += 1;
        self.count as u32 - 1
    }

    fn join(&mut self) {
        self.full_names();
        self.given_names();
        self.titled();
        self.single();
    }

    /// Whether the text sets the form apart from the person.
    fn is_apart(&self, place: usize, figure: u32) -> bool {
        let Some(list) = self.apart.0.get(&(place as u32)) else { return false };
        let others = list.iter().filter(|(other, _)| self.figures.get(*other as usize) == Some(&figure));
        let mut together = 0;
        let mut uses = 0;
        for (other, count) in others {
            together += count;
            uses += self.forms[*other as usize].uses.all;
        }
        together >= APART && together * APART_SHARE >= uses.min(self.forms[place].uses.all)
    }

    /// Names of two words or more; forms of the same first and last word are one person.
    fn full_names(&mut self) {
        let mut pairs: Map<(Pair, bool), u32> = Map::default();
        // Sir Thomas Hill is not Tom Hill, who may be his son
        let mut titled: Map<Pair, bool> = Map::default();
        for form in self.forms {
            if let [first, .., last] = form.words.as_slice() {
                *titled.entry((*first, *last)).or_default() |= form.style != Style::None;
            }
        }
        let mut by_hash: Map<(u32, Spelling), u32> = Map::default();
        let double = double_given_names(self.forms);
        for place in 0..self.forms.len() {
            let form = &self.forms[place];
            let [first, .., last] = form.words.as_slice() else { continue };
            let (first, last) = match double.get(&(*first, form.words[1])) {
                Some(surname) => (&form.words[1], surname),
                None => (first, last),
            };
            // Mrs. John Hill is not John Hill, but Mrs. Ann Hill is Ann Hill
            let wife = form.style == Style::Mrs && form.given != Some(Gender::Feminine);
            let key = ((*first, *last), wife);
            let plain = !titled.get(&key.0).copied().unwrap_or_default();
            let nicknamed = || {
                let known = |given| by_hash.get(&(given, *last)).copied();
                let person = nicknames(key_of(first)).find_map(known);
                person.filter(|figure| plain && !self.is_apart(place, *figure))
            };
            let known = pairs.get(&key).copied().or_else(nicknamed);
            let figure = known.unwrap_or_else(|| self.new_figure());
            pairs.insert(key, figure);
            self.figures[place] = figure;
            if plain {
                let given = hash_key(key_of(first));
                by_hash.entry((given, *last)).or_insert(figure);
                self.by_given_hash.entry(given).or_default().push(place);
            }
            if !wife {
                self.by_given.entry(form.words[0]).or_default().push(place);
            }
            self.by_surname.entry(*last).or_default().push(place);
        }
        for (place, form) in self.forms.iter().enumerate() {
            if let ([word], true) = (form.words.as_slice(), form.style != Style::None) {
                self.by_title.entry(*word).or_default().push(place);
            }
        }
    }

    fn uses(&self, places: Option<&Vec<usize>>) -> u32 {
        places.map_or(0, |places| places.iter().map(|place| self.forms[*place].uses.all).sum())
    }

    /// Whether the word is rather the first word of a full name than a surname.
    fn is_first_name(&self, word: &Spelling, given: bool) -> bool {
        let first = self.uses(self.by_given.get(word));
        let kin = self.by_title.get(word).is_some_and(|places| {
            places.iter().any(|place| matches!(self.forms[*place].style, Style::Kin(_) | Style::Lady))
        });
        let last =
            self.uses(self.by_surname.get(word)) + if kin { 0 } else { self.uses(self.by_title.get(word)) };
        first > 0 && (first > last || given && first * 3 > last)
    }

    /// One word that is the first of full names.
    fn given_names(&mut self) {
        for place in 0..self.forms.len() {
            let form = &self.forms[place];
            let ([word], Style::None, false) = (form.words.as_slice(), form.style, form.article) else {
                continue;
            };
            if self.is_first_name(word, form.is_given) {
                if let Some(figure) = self.commonest(self.by_given.get(word)) {
                    self.figures[place] = figure;
                }
            }
        }
    }

    /// Whether a person of full form `place` may be female or male.
    fn may_be(&self, place: usize, female: bool) -> bool {
        let form = &self.forms[place];
        let gender = match (form.male, form.female) {
            (true, _) => Some(Gender::Masculine),
            (_, true) => Some(Gender::Feminine),
            _ => form.given,
        };
        gender != if female { Some(Gender::Masculine) } else { Some(Gender::Feminine) }
    }

    /// The only person among full forms that passes, if there is one.
    fn only(&self, places: Option<&Vec<usize>>, passes: impl Fn(usize) -> bool) -> Option<u32> {
        let mut found = None;
        for place in places? {
            steps::add(1);
            if passes(*place) {
                let figure = self.figures[*place];
                if found.is_some_and(|other| other != figure) {
                    return None;
                }
                found = Some(figure);
            }
        }
        found
    }

    /// The person of the full form used most.
    fn commonest(&self, places: Option<&Vec<usize>>) -> Option<u32> {
        let places = places?;
        steps::add(places.len());
        let best = places.iter().max_by_key(|place| (self.forms[**place].uses.all, usize::MAX - **place))?;
        Some(self.figures[*best])
    }

    /// *Mr. Hill, Miss Hill, Captain Hill, Aunt Ann*.
    fn titled(&mut self) {
        let mut styles: Map<Spelling, (bool, bool, usize)> = Map::default();
        for form in self.forms {
            if let ([word], style) = (form.words.as_slice(), form.style) {
                let known = styles.entry(*word).or_default();
                known.0 |= style == Style::Miss;
                known.1 |= style == Style::Male;
                known.2 += usize::from(matches!(style, Style::Rank(_)));
            }
        }
        let mut own: Map<(Style, Spelling), u32> = Map::default();
        for place in 0..self.forms.len() {
            let form = &self.forms[place];
            let (Some(word), true) = (form.words.first().copied(), form.words.len() == 1) else { continue };
            if form.style == Style::None {
                continue;
            }
            let (has_miss, has_mr, ranks) = styles.get(&word).copied().unwrap_or_default();
            let joined =
                self.titled_person(place, &word, has_miss).filter(|figure| !self.is_apart(place, *figure));
            let key = match form.style {
                Style::Rank(_) if ranks < 2 && !has_mr => (Style::Male, word),
                style => (style, word),
            };
            let figure = joined.or_else(|| own.get(&key).copied()).unwrap_or_else(|| self.new_figure());
            own.entry(key).or_insert(figure);
            self.figures[place] = figure;
        }
    }

    fn titled_person(&self, place: usize, word: &Spelling, has_miss: bool) -> Option<u32> {
        let form = &self.forms[place];
        let surname = self.by_surname.get(word);
        let given = || self.with_given_name(form, word).filter(|_| form.is_given || surname.is_none());
        let is_male = |place: usize| self.may_be(place, false) && self.forms[place].style != Style::Mrs;
        let is_female = |place: usize| {
            self.may_be(place, true)
                && (self.forms[place].female || self.forms[place].given == Some(Gender::Feminine))
        };
        match form.style {
            Style::None => None,
            Style::Male => self
                .only(surname, |place| {
                    is_male(place) && matches!(self.forms[place].style, Style::None | Style::Male)
                })
                .or_else(|| self.only(surname, is_male))
                .or_else(|| surname.is_none().then(given).flatten()),
            Style::Miss => self
                .only(surname, |place| is_female(place) && self.forms[place].style != Style::Mrs)
                .or_else(|| surname.is_none().then(given).flatten()),
            Style::Mrs if has_miss => None,
            Style::Mrs => self
                .only(surname, is_female)
                .or_else(|| (form.given_part == Some(Gender::Feminine)).then(given).flatten()),
            Style::Lady => {
                given().or_else(|| self.only(surname, |place| self.forms[place].style == Style::Lady))
            }
            Style::Kin(_) => given(),
            Style::Rank(_) => self.only(surname, is_male).or_else(given),
        }
    }

    /// The person of *Sir John, Aunt Ann*: a full name with the same title, else one that no other title
    /// makes somebody else.
    fn with_given_name(&self, form: &NameVariant, word: &Spelling) -> Option<u32> {
        let places = self.by_given.get(word)?;
        steps::add(places.len());
        let fits = |place: &&usize| {
            let other = &self.forms[**place];
            let sex =
                (!form.female || self.may_be(**place, true)) && (!form.male || self.may_be(**place, false));
            sex && (other.style == Style::None
                || other.style == form.style
                || matches!(form.style, Style::Kin(_) | Style::Mrs))
        };
        let best = places.iter().filter(fits).max_by_key(|place| {
            (self.forms[**place].style == form.style, self.forms[**place].uses.all, usize::MAX - **place)
        })?;
        Some(self.figures[*best])
    }

    /// *Hill, the Hatter*, and given names that no full name has.
    fn single(&mut self) {
        let mut own: Map<Spelling, u32> = Map::default();
        for place in 0..self.forms.len() {
            let form = &self.forms[place];
            let ([word], Style::None, NONE) = (form.words.as_slice(), form.style, self.figures[place]) else {
                continue;
            };
            let joined = if form.article && !form.title_alone {
                None
            } else {
                self.single_person(form, word).filter(|figure| !self.is_apart(place, *figure))
            };
            let figure = joined.or_else(|| own.get(word).copied()).unwrap_or_else(|| self.new_figure());
            own.entry(*word).or_insert(figure);
            self.figures[place] = figure;
        }
    }

    fn single_person(&self, form: &NameVariant, word: &Spelling) -> Option<u32> {
        if form.title_alone {
            return self.bearer(word);
        }
        let rank = |style: Style| match style {
            Style::Kin(_) if form.is_given => 5,
            Style::Male => 4,
            Style::Rank(_) => 3,
            Style::Lady => 2,
            _ => 1,
        };
        let titled = self.by_title.get(word).and_then(|places| {
            places.iter().max_by_key(|place| (rank(self.forms[**place].style), self.forms[**place].uses.all))
        });
        // who is called by the surname alone is hardly a wife or daughter where a man has it
        let man = || {
            let titled = titled?;
            let woman = matches!(self.forms[*titled].style, Style::Mrs | Style::Miss);
            let places = self.by_surname.get(word).filter(|_| woman)?;
            self.only(Some(places), |place| {
                self.may_be(place, false) && self.forms[place].style != Style::Mrs
            })
        };
        man()
            .or_else(|| titled.map(|place| self.figures[*place]))
            .or_else(|| self.commonest(self.by_surname.get(word)))
            .or_else(|| self.commonest(self.by_given.get(word)))
            .or_else(|| self.nicknamed(form, word))
    }

    /// The only person whom *Tom* can be short for, *Thomas Hill*: a long form alone is another than *Tom Hill*.
    fn nicknamed(&self, form: &NameVariant, word: &Spelling) -> Option<u32> {
        let places = long_forms(key_of(word)).filter_map(|given| self.by_given_hash.get(&given)).flatten();
        let mut found = None;
        for place in places.filter(|place| !clash(self.forms[**place].given, form.given)) {
            steps::add(1);
            let figure = self.figures[*place];
            if found.is_some_and(|other| other != figure) {
                return None;
            }
            found = Some(figure);
        }
        found
    }

    /// The person with the title, of *the Major*, where one alone has it or is named far more often.
    fn bearer(&self, title: &Spelling) -> Option<u32> {
        let mut counts: Map<u32, u32> = Map::default();
        for (form, figure) in self.forms.iter().zip(&self.figures) {
            if form.title == Some(*title) && *figure != NONE && !form.words.is_empty() {
                *counts.entry(*figure).or_default() += form.uses.all;
            }
        }
        let mut uses: Vec<(u32, u32)> = counts.into_iter().collect();
        uses.sort_by_key(|(figure, count)| (std::cmp::Reverse(*count), *figure));
        match uses.as_slice() {
            [] => None,
            [(figure, _)] => Some(*figure),
            [(figure, most), (_, next), ..] => (*most > next * 4).then_some(*figure),
        }
    }
}

/// The surname behind two given names that are used without it, too: *Harry James*, of *Harry James Hill*, who is another
/// than *Harry Hill*.
fn double_given_names(forms: &[NameVariant]) -> Map<Pair, Spelling> {
    let two = |form: &&NameVariant| form.words.len() == 2 && form.style == Style::None;
    let used: Map<Pair, bool> =
        forms.iter().filter(two).map(|form| ((form.words[0], form.words[1]), true)).collect();
    let mut surnames = Map::default();
    for form in forms {
        if let [first, second, .., last] = form.words.as_slice() {
            if form.words.len() > 2 && used.contains_key(&(*first, *second)) {
                surnames.insert((*first, *second), *last);
            }
        }
    }
    surnames
}

/// For each noun who is called so in an apposition, if all that are called so are one.
fn known_by_noun(of_name: &[u32], heads: usize, appositions: &[(u32, u32)]) -> Vec<u32> {
    /// Two persons are called so.
    const SEVERAL: u32 = NONE - 1;
    let mut known = vec![NONE; heads];
    for (name, head) in appositions {
        let person = of_name.get(*name as usize).copied().unwrap_or(NONE);
        if let Some(known) = known.get_mut(*head as usize).filter(|_| person != NONE) {
            *known = if *known == NONE || *known == person { person } else { SEVERAL };
        }
    }
    for known in &mut known {
        if *known == SEVERAL {
            *known = NONE;
        }
    }
    known
}
