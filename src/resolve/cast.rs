//! Names to members of the cast: which forms are of one name.
//!
//! In: the mentions that are names. Out: a [`Member`] behind each. Long forms come first, so that a bare
//! surname finds all its bearers; headlines come last and take what the body has.

use crate::entity::{EntityKind, Gender};
use crate::roster::Place;
use crate::steps;

use super::kindred::is_nickname;
use super::mention::{Flags, Form, Kind, Mention, Mentions, NONE, Sign};
use super::salience::OTHERS;
use super::table::Table;

/// No more bearers of a name than these are looked at: 10,000 people of one surname would cost 10,000
/// comparisons each otherwise.
const MOST_BEARERS: usize = 8;

/// What speaks for each kind, counted.
#[derive(Clone, Copy, Debug, Default)]
struct Votes([u16; KINDS.len()]);

/// The kinds of members by the signs that speak for them; of equal counts the first holds.
const KINDS: [(Flags, EntityKind); 6] = [
    (Flags::PERSON, EntityKind::Person),
    (Flags::ORGANISATION, EntityKind::Organisation),
    (Flags::PLACE, EntityKind::Place),
    (Flags::PEOPLE, EntityKind::Group),
    (Flags::DOCUMENT, EntityKind::Document),
    (Flags::THING, EntityKind::Unknown),
];

const SIGNS: Flags = Flags::PERSON
    .with(Flags::ORGANISATION)
    .with(Flags::PLACE)
    .with(Flags::PEOPLE)
    .with(Flags::DOCUMENT)
    .with(Flags::THING);

impl Votes {
    fn person(&self) -> u16 {
        self.0[0]
    }

    fn organisation(&self) -> u16 {
        self.0[1]
    }

    fn place(&self) -> u16 {
        self.0[2]
    }

    fn thing(&self) -> u16 {
        self.0[5]
    }

    fn add(&mut self, flags: Flags) {
        for ((sign, _), votes) in KINDS.iter().zip(&mut self.0) {
            if flags.has(*sign) {
                *votes = votes.saturating_add(1);
            }
        }
    }

    fn kind(&self) -> EntityKind {
        let (mut most, mut kind) = (0, EntityKind::Unknown);
        for ((_, other), votes) in KINDS.iter().zip(self.0) {
            if votes > most {
                (most, kind) = (votes, *other);
            }
        }
        kind
    }
}

/// Somebody or something that the text speaks of.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// The fullest form of the name.
    pub(super) form: Form,
    /// The fullest name, or the noun phrase of somebody without one.
    pub(super) name: Place,
    pub(super) named: bool,
    pub(super) gender: Option<Gender>,
    pub(super) sign: Sign,
    pub(super) kind: EntityKind,
    pub(super) count: u32,
    pub(super) speaks_for: u32,
    suffixed: bool,
    initial: bool,
    /// Only headlines and openings of sentences have the name.
    weak: bool,
    votes: Votes,
}

impl Member {
    /// Whether *he* or *she* can mean it.
    pub(super) fn can_be_person(&self) -> bool {
        match self.kind {
            EntityKind::Person => true,
            EntityKind::Unknown => self.votes.thing() == 0 && !self.weak,
            _ => false,
        }
    }

    pub(super) fn is_surely_person(&self) -> bool {
        self.votes.person() > 0 && self.kind == EntityKind::Person
    }

    fn is_body(&self) -> bool {
        self.votes.organisation() > self.votes.person()
    }

    fn is_place(&self) -> bool {
        self.votes.place() > self.votes.person()
    }

    /// A stronger sign overrules a weaker one; of equal ones the first holds.
    pub(super) fn learn_gender(&mut self, gender: Option<Gender>, sign: Sign) {
        if gender.is_some() && sign > self.sign {
            self.gender = gender;
            self.sign = sign;
        }
    }

    /// Whether the gender that a mention shows is another than the one known.
    pub(super) fn conflicts(&self, gender: Option<Gender>) -> bool {
        self.sign > Sign::Hint && matches!((self.gender, gender), (Some(one), Some(other)) if one != other)
    }

    fn vote(&mut self, flags: Flags) {
        let signs = flags.only(SIGNS);
        if signs != Flags::NONE {
            self.votes.add(signs);
            // one more vote for what leads changes nothing
            if !KINDS.contains(&(signs, self.kind)) || self.kind == EntityKind::Unknown {
                self.kind = self.votes.kind();
            }
        }
    }
}

/// A bearer of a name, and the one who was met before.
#[derive(Clone, Copy, Debug)]
struct Bearer {
    member: u32,
    next: u32,
}

/// All members, by their names.
#[derive(Clone, Debug, Default)]
pub(super) struct Cast {
    pub(super) members: Vec<Member>,
    bearers: Vec<Bearer>,
    full: Table,
    last: Table,
    first: Table,
    initials: Table,
    /// The mentions that are names in the order in which they are entered: long names of the body, short
    /// ones, long and short ones of headlines.
    names: [Vec<u32>; 4],
}

impl Cast {
    /// Joins the names among `mentions`, whose bytes count from `base`; writes the member of each into
    /// `members`.
    pub(super) fn read(&mut self, mentions: &Mentions, base: usize, members: &mut [u32]) {
        let mut names = std::mem::take(&mut self.names);
        names.iter_mut().for_each(Vec::clear);
        for (index, mention) in mentions.all.iter().enumerate() {
            if mention.kind == Kind::Name {
                let short = mentions.form(mention).parts <= 1;
                let order = usize::from(mention.has(Flags::HEADLINE)) * 2 + usize::from(short);
                names[order].push(index as u32);
            }
        }
        for index in names.iter().flatten().map(|index| *index as usize) {
            steps::add(1);
            let mention = &mentions.all[index];
            let form = mentions.form(mention);
            let known = match self.abbreviated(mentions, index, form, members) {
                NONE if form.parts > 1 => self.find_long(mention, form),
                NONE => self.find_short(mention, form),
                known => known,
            };
            let member = if known == NONE { self.introduce(mention.head(), base) } else { known };
            self.join(mention, form, base, member);
            members[index] = member;
        }
        self.names = names;
    }

    /// Forgets all members.
    pub(super) fn clear(&mut self) {
        self.members.clear();
        self.bearers.clear();
        for table in [&mut self.full, &mut self.last, &mut self.first, &mut self.initials] {
            table.clear();
        }
    }

    /// *the Harbour Board (HB)*: whose letters a name in brackets is, which begins as the name before does.
    fn abbreviated(&self, mentions: &Mentions, index: usize, form: &Form, members: &[u32]) -> u32 {
        if !mentions.all[index].has(Flags::BRACKETED) {
            return NONE;
        }
        let place = mentions.bracketed.binary_search_by_key(&(index as u32), |pair| pair.0);
        let before = place.ok().and_then(|place| members.get(mentions.bracketed[place].1 as usize));
        let known = before.copied().unwrap_or(NONE);
        let begins = |member: &Member| member.form.letter == form.letter && member.form.parts > 1;
        if self.members.get(known as usize).is_some_and(begins) { known } else { NONE }
    }

    fn find_long(&self, mention: &Mention, form: &Form) -> u32 {
        let full = self.full.get(form.whole);
        if full != NONE {
            return full;
        }
        let mut bearers = self.bearers(&self.last, form.last);
        let found = if mention.has(Flags::ORGANISATION) {
            bearers.find(|member| self.is_end(form, *member))
        } else if mention.has(Flags::PLACE.with(Flags::PEOPLE).with(Flags::THING)) {
            None
        } else {
            bearers.find(|member| self.is_other_form(mention, form, *member))
        };
        found.unwrap_or(NONE)
    }

    /// The members that bear the name `hash`, the latest first.
    fn bearers<'a>(&'a self, table: &Table, hash: u32) -> impl Iterator<Item = u32> + 'a {
        let mut next = table.get(hash);
        std::iter::from_fn(move || {
            steps::add(1);
            let bearer = self.bearers.get(next as usize)?;
            next = bearer.next;
            Some(bearer.member)
        })
        .take(MOST_BEARERS)
    }

    /// *Harbour Council* for *Rome Harbour Council*.
    fn is_end(&self, one: &Form, member: u32) -> bool {
        let member = &self.members[member as usize];
        let other = &member.form;
        member.is_body()
            && (one.parts == 2 && other.parts > 2 && one.first == other.before_last
                || other.parts == 2 && one.parts > 2 && other.first == one.before_last)
    }

    /// Whether a name of two parts or more is a form of the member's: *Ann Lee, A. Lee, Annie T. Lee*.
    fn is_other_form(&self, mention: &Mention, one: &Form, member: u32) -> bool {
        let member = &self.members[member as usize];
        let other = &member.form;
        if member.is_body() || mention.has(Flags::SUFFIXED) && !member.suffixed && other.parts > 1 {
            return false;
        }
        if other.parts < 2 {
            return !member.conflicts(mention.gender.filter(|_| member.sign > Sign::GivenName));
        }
        // the end of a surname of two words
        if one.parts == 2 && one.first == other.before_last
            || other.parts == 2 && other.first == one.before_last
        {
            return true;
        }
        let middles = one.parts == 3 && other.parts == 3 && one.before_last != other.before_last;
        let initial = mention.has(Flags::INITIAL) || member.initial;
        let first = one.first == other.first
            || initial && one.letter == other.letter
            || is_nickname(one.first, other.first);
        first && !middles
    }

    /// A name of one word: surname, given name, letters, or a part of a body's name.
    fn find_short(&self, mention: &Mention, form: &Form) -> u32 {
        let in_place = mention.has(Flags::PLACE) && mention.has(Flags::OBLIQUE);
        let surname = self.most_mentioned(self.bearers(&self.last, form.last), |member| {
            let other = member.is_body() || member.is_place() && member.form.parts > 1;
            let gender = mention.sign == Sign::Title && member.conflicts(mention.gender);
            let lone = member.form.parts < 2 && mention.has(Flags::PLACE) && member.votes.person() > 0;
            !(other || gender || lone || in_place && !member.is_place())
        });
        if surname != NONE {
            return surname;
        }
        if mention.has(Flags::ACRONYM) {
            let letters = self.initials.get(form.last);
            if letters != NONE {
                return letters;
            }
        }
        if !mention.has(Flags::TITLED.with(Flags::PLACE).with(Flags::PEOPLE).with(Flags::OFFICE)) {
            let given = self.most_mentioned(self.bearers(&self.first, form.last), |member| {
                member.is_surely_person() && (member.suffixed || !mention.has(Flags::SUFFIXED))
                    || member.is_body() && !mention.has(Flags::GIVEN)
            });
            if given != NONE {
                return given;
            }
        }
        self.most_mentioned(self.bearers(&self.last, form.last), |member| {
            member.is_body() && (member.form.parts < 2 || mention.has(Flags::AFTER_THE))
        })
    }

    /// The other persons whom a name of one word may mean: those who bear it, the latest first.
    pub(super) fn others(&self, form: &Form, chosen: u32) -> [u32; OTHERS] {
        let mut others = [NONE; OTHERS];
        let mut free = others.iter_mut();
        let given = self.bearers(&self.first, form.last);
        for member in self.bearers(&self.last, form.last).chain(given) {
            if member != chosen && self.members[member as usize].is_surely_person() {
                let Some(place) = free.next() else { break };
                *place = member;
            }
        }
        others
    }

    /// The person of that surname who is mentioned most.
    pub(super) fn bearer(&self, surname: u32) -> u32 {
        self.most_mentioned(self.bearers(&self.last, surname), |member| {
            member.form.parts > 1 && member.is_surely_person()
        })
    }

    /// The bearer who is mentioned most, of equals the one who was met first.
    fn most_mentioned(&self, bearers: impl Iterator<Item = u32>, asks: impl Fn(&Member) -> bool) -> u32 {
        bearers
            .filter(|member| asks(&self.members[*member as usize]))
            .max_by_key(|member| self.members[*member as usize].count)
            .unwrap_or(NONE)
    }

    fn introduce(&mut self, (start, end): (u32, u32), base: usize) -> u32 {
        let number = self.members.len() as u32;
        self.members.push(Member {
            form: Form::default(),
            name: Place::new(base + start as usize, base + end as usize),
            named: true,
            gender: None,
            sign: Sign::None,
            kind: EntityKind::Unknown,
            count: 0,
            speaks_for: NONE,
            suffixed: false,
            initial: false,
            weak: true,
            votes: Votes::default(),
        });
        number
    }

    fn join(&mut self, mention: &Mention, form: &Form, base: usize, number: u32) {
        let Some(member) = self.members.get_mut(number as usize) else {
            return;
        };
        member.count += 1;
        member.vote(mention.flags);
        member.weak &= mention.has(Flags::OPENING.with(Flags::HEADLINE));
        member.learn_gender(mention.gender, mention.sign);
        if member.form == *form && !member.initial {
            return;
        }
        let before = member.form;
        let fuller = form.parts > before.parts
            || form.parts == before.parts && member.initial && !mention.has(Flags::INITIAL);
        if fuller {
            let (start, end) = mention.head();
            member.form = *form;
            member.name = Place::new(base + start as usize, base + end as usize);
            member.suffixed |= mention.has(Flags::SUFFIXED);
            member.initial = mention.has(Flags::INITIAL);
        }
        if form.parts > 1 {
            *self.full.entry(form.whole) = number;
        }
        self.register(mention, &before, form, number);
    }

    /// Enters the words of a form that the member has not been known by.
    fn register(&mut self, mention: &Mention, before: &Form, form: &Form, number: u32) {
        let add = |table: &mut Table, bearers: &mut Vec<Bearer>, hash: u32| {
            let head = table.entry(hash);
            let mut known = *head;
            for _ in 0..MOST_BEARERS {
                steps::add(1);
                match bearers.get(known as usize) {
                    Some(bearer) if bearer.member == number => return,
                    Some(bearer) => known = bearer.next,
                    None => break,
                }
            }
            let next = std::mem::replace(head, bearers.len() as u32);
            bearers.push(Bearer { member: number, next });
        };
        if before.last != form.last && (before.parts == 0 || form.parts > 1) {
            add(&mut self.last, &mut self.bearers, form.last);
        }
        if before.first != form.first && form.parts > 1 && !mention.has(Flags::OWNED) {
            add(&mut self.first, &mut self.bearers, form.first);
        }
        for initials in form.initials.into_iter().filter(|initials| *initials != 0) {
            let known = self.initials.entry(initials);
            if *known == NONE {
                *known = number;
            }
        }
    }

    /// Somebody without a name.
    pub(super) fn introduce_unnamed(&mut self, mention: &Mention, base: usize) -> u32 {
        let number = self.introduce((mention.start, mention.end), base);
        let member = &mut self.members[number as usize];
        member.named = false;
        member.weak = false;
        member.vote(mention.flags);
        member.learn_gender(mention.gender, Sign::Role);
        number
    }
}
