//! Names to members of the cast: which forms are of one name.
//!
//! In: the spellings of the names. Out: a [`Member`] behind each. Long forms come first, so that a bare
//! surname finds all its bearers; headlines come last and take what the body has.

use crate::answer::kind::{EntityKind, Gender};
use crate::answer::roster::Place;
use crate::base::steps;

use super::kindred::is_nickname;
use super::mention::{Flags, Form, Kind, Mention, Mentions, NONE, Sign};
use super::salience::OTHERS;
use super::spelling::{Spelling, Spellings};
use super::table::Table;

/// No more bearers of a name than these are looked at: 10,000 people of one surname would cost 10,000
/// comparisons each otherwise.
const MOST_BEARERS: usize = 8;

/// What speaks for each kind, counted.
#[derive(Clone, Copy, Debug, Default)]
struct Votes([u32; KINDS.len()]);

/// The kinds of members by the signs that speak for them; of equal counts the first holds.
const KINDS: [(Flags, EntityKind); 6] = [
    (Flags::PERSON, EntityKind::Person),
    (Flags::ORGANISATION, EntityKind::Organisation),
    (Flags::PLACE, EntityKind::Place),
    (Flags::PEOPLE, EntityKind::Group),
    (Flags::DOCUMENT, EntityKind::Document),
    (Flags::THING, EntityKind::Unknown),
];

/// The bit of the first sign; the others follow in the order of [`KINDS`].
const FIRST_SIGN: u32 = Flags::PERSON.bits().trailing_zeros();
const _: () = {
    let mut at = 0;
    while at < KINDS.len() {
        assert!(
            KINDS[at].0.bits() == 1 << (FIRST_SIGN as usize + at),
            "the kinds are in the order of the bits"
        );
        at += 1;
    }
};

const SIGNS: Flags = Flags::PERSON
    .with(Flags::ORGANISATION)
    .with(Flags::PLACE)
    .with(Flags::PEOPLE)
    .with(Flags::DOCUMENT)
    .with(Flags::THING);

impl Votes {
    fn person(&self) -> u32 {
        self.0[0]
    }

    fn organisation(&self) -> u32 {
        self.0[1]
    }

    fn place(&self) -> u32 {
        self.0[2]
    }

    fn thing(&self) -> u32 {
        self.0[5]
    }

    fn add(&mut self, flags: Flags, count: u32) {
        if !flags.has(SIGNS) {
            return;
        }
        let mut signs = flags.only(SIGNS).bits() >> FIRST_SIGN;
        while signs != 0 {
            if let Some(votes) = self.0.get_mut(signs.trailing_zeros() as usize) {
                *votes = votes.saturating_add(count);
            }
            signs &= signs - 1;
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
    /// The spellings in the order in which they are entered: long names of the body, short ones, long and
    /// short ones of headlines.
    orders: [Vec<u32>; 4],
}

impl Cast {
    /// Joins the names among `mentions`, whose bytes count from `base`: says of each spelling who is meant.
    pub(super) fn read(&mut self, mentions: &mut Mentions, base: usize) {
        let Mentions { all, spellings, .. } = mentions;
        for mention in all.iter().filter(|mention| mention.kind == Kind::Name) {
            if let Some(spelling) = spellings.all.get_mut(mention.detail as usize) {
                spelling.count += 1;
                spelling.persons += u32::from(mention.has(Flags::PERSON));
            }
        }
        let mut orders = std::mem::take(&mut self.orders);
        orders.iter_mut().for_each(Vec::clear);
        for (number, spelling) in spellings.all.iter().enumerate().filter(|(_, spelling)| spelling.count > 0)
        {
            let short = spelling.form.parts <= 1;
            let order = usize::from(spelling.flags.has(Flags::HEADLINE)) * 2 + usize::from(short);
            orders[order].push(number as u32);
        }
        for number in orders.iter().flatten().map(|number| *number as usize) {
            steps::add(1);
            let spelling = &spellings.all[number];
            let known = match self.abbreviated(member_of(all, spellings, spelling.letters_of), spelling) {
                NONE if spelling.form.parts > 1 => self.find_long(spelling),
                NONE => self.find_short(spelling),
                known => known,
            };
            let member = if known == NONE { self.introduce(spelling.head(), base) } else { known };
            self.join(spelling, base, member);
            spellings.all[number].member = member;
        }
        self.orders = orders;
    }

    /// Forgets all members.
    pub(super) fn clear(&mut self) {
        self.members.clear();
        self.bearers.clear();
        for table in [&mut self.full, &mut self.last, &mut self.first, &mut self.initials] {
            table.clear();
        }
    }

    /// *the Harbour Board (HB)*: whose letters a name in brackets is, which begins as the name before does:
    /// that of the member `before`.
    fn abbreviated(&self, before: u32, letters: &Spelling) -> u32 {
        let begins = |member: &Member| member.form.letter == letters.form.letter && member.form.parts > 1;
        if self.members.get(before as usize).is_some_and(begins) { before } else { NONE }
    }

    fn find_long(&self, spelling: &Spelling) -> u32 {
        let form = &spelling.form;
        let full = self.full.get(form.whole);
        if full != NONE {
            return full;
        }
        let mut bearers = self.bearers(&self.last, form.last);
        let found = if spelling.flags.has(Flags::ORGANISATION) {
            bearers.find(|member| self.is_end(form, *member))
        } else if spelling.flags.has(Flags::PLACE.with(Flags::PEOPLE).with(Flags::THING)) {
            None
        } else {
            bearers.find(|member| self.is_other_form(spelling, *member))
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
    fn is_other_form(&self, spelling: &Spelling, member: u32) -> bool {
        let member = &self.members[member as usize];
        let (one, other, flags) = (&spelling.form, &member.form, spelling.flags);
        if member.is_body() || flags.has(Flags::SUFFIXED) && !member.suffixed && other.parts > 1 {
            return false;
        }
        if other.parts < 2 {
            return !member.conflicts(spelling.gender.filter(|_| member.sign > Sign::GivenName));
        }
        // the end of a surname of two words
        if one.parts == 2 && one.first == other.before_last
            || other.parts == 2 && other.first == one.before_last
        {
            return true;
        }
        let middles = one.parts == 3 && other.parts == 3 && one.before_last != other.before_last;
        let initial = flags.has(Flags::INITIAL) || member.initial;
        let first = one.first == other.first
            || initial && one.letter == other.letter
            || is_nickname(one.first, other.first);
        first && !middles
    }

    /// A name of one word: surname, given name, letters, or a part of a body's name.
    fn find_short(&self, spelling: &Spelling) -> u32 {
        let (form, flags) = (&spelling.form, spelling.flags);
        let in_place = flags.has(Flags::PLACE) && flags.has(Flags::OBLIQUE);
        let surname = self.most_mentioned(self.bearers(&self.last, form.last), |member| {
            let other = member.is_body() || member.is_place() && member.form.parts > 1;
            let gender = spelling.sign == Sign::Title && member.conflicts(spelling.gender);
            let lone = member.form.parts < 2 && flags.has(Flags::PLACE) && member.votes.person() > 0;
            !(other || gender || lone || in_place && !member.is_place())
        });
        if surname != NONE {
            return surname;
        }
        if flags.has(Flags::ACRONYM) {
            let letters = self.initials.get(form.last);
            if letters != NONE {
                return letters;
            }
        }
        if !flags.has(Flags::TITLED.with(Flags::PLACE).with(Flags::PEOPLE).with(Flags::OFFICE)) {
            let given = self.most_mentioned(self.bearers(&self.first, form.last), |member| {
                member.is_surely_person() && (member.suffixed || !flags.has(Flags::SUFFIXED))
                    || member.is_body() && !flags.has(Flags::GIVEN)
            });
            if given != NONE {
                return given;
            }
        }
        self.most_mentioned(self.bearers(&self.last, form.last), |member| {
            member.is_body() && (member.form.parts < 2 || flags.has(Flags::AFTER_THE))
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

    fn join(&mut self, spelling: &Spelling, base: usize, number: u32) {
        let (form, flags) = (&spelling.form, spelling.flags);
        let Some(member) = self.members.get_mut(number as usize) else {
            return;
        };
        member.count += spelling.count;
        member.votes.add(Flags::PERSON, spelling.persons);
        member.votes.add(flags.without(Flags::PERSON), spelling.count);
        member.kind = member.votes.kind();
        member.weak &= flags.has(Flags::OPENING.with(Flags::HEADLINE));
        member.learn_gender(spelling.gender, spelling.sign);
        if member.form == *form && !member.initial {
            return;
        }
        let before = member.form;
        let fuller = form.parts > before.parts
            || form.parts == before.parts && member.initial && !flags.has(Flags::INITIAL);
        if fuller {
            let (start, end) = spelling.head();
            member.form = *form;
            member.name = Place::new(base + start as usize, base + end as usize);
            member.suffixed |= flags.has(Flags::SUFFIXED);
            member.initial = flags.has(Flags::INITIAL);
        }
        if form.parts > 1 {
            *self.full.entry(form.whole) = number;
        }
        self.register(flags, &before, form, number);
    }

    /// Enters the words of a form that the member has not been known by.
    fn register(&mut self, flags: Flags, before: &Form, form: &Form, number: u32) {
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
        if before.first != form.first && form.parts > 1 && !flags.has(Flags::OWNED) {
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
        member.votes.add(mention.flags, 1);
        member.kind = member.votes.kind();
        member.learn_gender(mention.gender, Sign::Role);
        number
    }
}

/// Who is meant by a mention that is a name and was read before, `NONE` where nobody is known.
fn member_of(all: &[Mention], spellings: &Spellings, mention: u32) -> u32 {
    let name = all.get(mention as usize).filter(|mention| mention.kind == Kind::Name);
    name.and_then(|name| spellings.all.get(name.detail as usize)).map_or(NONE, |spelling| spelling.member)
}
