//! How names join in an article: as they are met, by what is known so far.
//!
//! In: the spellings of the names. Out: a [`Member`] behind each. Long forms come first, so that a bare
//! surname finds all its bearers; headlines come last and take what the body has.

use crate::answer::kind::EntityKind;
use crate::answer::roster::Place;
use crate::base::steps;
use crate::base::table::NONE;
use crate::identity::mention::{Flags, Kind, Mention, Mentions, NameKey, Sign, Spelling, Spellings};

use crate::lexicon::equivalents::short_forms;

use super::forms::Forms;
use super::known::Known;
use super::member::{Member, OTHERS, Votes};

/// All members, by their names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    pub(crate) members: Vec<Member>,
    forms: Forms,
    /// Some name is of several.
    pub(crate) shared: bool,
    /// The spellings in the order in which they are entered: long names of the body, short ones, long and
    /// short ones of headlines.
    orders: [Vec<u32>; 4],
    /// The member of each person whom the caller knows, `NONE` where none is met yet.
    of_caller: Vec<u32>,
}

impl Cast {
    /// Joins the names among `mentions`, whose bytes count from `base` in `text`: says of each spelling who is meant.
    pub(crate) fn read(&mut self, text: &str, mentions: &mut Mentions, base: usize, caller: &Known) {
        let Mentions { all, spellings, .. } = mentions;
        for mention in all.iter().filter(|mention| mention.kind == Kind::Name) {
            if let Some(spelling) = spellings.all.get_mut(mention.detail as usize) {
                spelling.count += 1;
                spelling.persons += u32::from(mention.has(Flags::PERSON));
                spelling.acts |= mention.has(Flags::SUBJECT.with(Flags::SPEAKER));
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
            let mut shared = false;
            let known = match self.abbreviated(member_of(all, spellings, spelling.letters_of), spelling) {
                NONE if spelling.form.parts > 1 => self.find_long(spelling),
                NONE => self.find_short(spelling, &mut shared),
                known => known,
            };
            let told = caller_of(text, spelling, base, caller);
            let known = told
                .and_then(|person| self.of_caller.get(person).copied())
                .filter(|own| *own != NONE)
                .unwrap_or(known);
            let member = if known == NONE { self.introduce(spelling.head(), base) } else { known };
            self.join(spelling, base, member, shared);
            if let Some(person) = told {
                self.tell(person, member, caller);
            }
            let spelling = &mut spellings.all[number];
            (spelling.member, spelling.shared) = (member, shared);
            self.shared |= shared;
        }
        self.orders = orders;
    }

    /// Takes in what the caller knows of a member.
    fn tell(&mut self, person: usize, member: u32, caller: &Known) {
        if self.of_caller.is_empty() {
            self.of_caller.resize(caller.len(), NONE);
        }
        if let Some(own) = self.of_caller.get_mut(person) {
            *own = member;
        }
        if let (Some(known), Some(gender)) = (self.members.get_mut(member as usize), caller.gender(person)) {
            known.gender = Some(gender);
            known.sign = Sign::Title;
            known.votes.add(Flags::PERSON, SURELY);
            known.kind = known.votes.kind();
        }
    }

    /// Forgets all members.
    pub(crate) fn clear(&mut self) {
        self.members.clear();
        self.of_caller.clear();
        self.forms.clear();
        self.shared = false;
    }

    /// *the Harbour Board (HB)*: whose letters a name in brackets is, which begins as the name before does:
    /// that of the member `before`.
    fn abbreviated(&self, before: u32, letters: &Spelling) -> u32 {
        let begins = |member: &Member| member.form.letter == letters.form.letter && member.form.parts > 1;
        if self.members.get(before as usize).is_some_and(begins) { before } else { NONE }
    }

    fn find_long(&self, spelling: &Spelling) -> u32 {
        let form = &spelling.form;
        let full = self.forms.whole(form.whole);
        if full != NONE {
            return full;
        }
        let mut bearers = self.forms.last(form.last);
        let found = if spelling.flags.has(Flags::ORGANISATION) {
            bearers.find(|member| self.members[*member as usize].is_end(form))
        } else if spelling.flags.has(Flags::PLACE.with(Flags::PEOPLE).with(Flags::THING)) {
            None
        } else {
            bearers.find(|member| self.members[*member as usize].is_other_form(spelling))
        };
        found.unwrap_or(NONE)
    }

    /// Whether a name of one word can be the surname of a member.
    fn is_surname_of(&self, spelling: &Spelling, member: &Member) -> bool {
        let flags = spelling.flags;
        let in_place = flags.has(Flags::PLACE) && flags.has(Flags::OBLIQUE);
        let other = member.is_body() || member.is_place() && member.form.parts > 1;
        let gender = spelling.sign == Sign::Title && member.conflicts(spelling.gender);
        // "Lee Jr." is not Lee Sr.
        let form = &spelling.form;
        let suffixed = flags.has(Flags::SUFFIXED)
            && member.suffixed
            && member.form.whole != form.whole.wrapping_add(member.form.first);
        let lone = member.form.parts < 2 && flags.has(Flags::PLACE) && member.votes.person() > 0;
        !(other || gender || lone || suffixed || in_place && !member.is_place())
    }

    /// Those whose surname a name of one word can be, the latest first.
    pub(crate) fn bearers<'a>(&'a self, spelling: &'a Spelling) -> impl Iterator<Item = u32> + 'a {
        let bearers = self.forms.last(spelling.form.last);
        bearers.filter(|member| self.is_surname_of(spelling, &self.members[*member as usize]))
    }

    /// A name of one word: surname, given name, letters, or a part of a body's name. Says where several bear it.
    fn find_short(&self, spelling: &Spelling, shared: &mut bool) -> u32 {
        let (form, flags) = (&spelling.form, spelling.flags);
        let surname = self.most_mentioned(self.bearers(spelling), |_| true);
        if surname != NONE {
            *shared = self.bearers(spelling).nth(1).is_some();
            return surname;
        }
        if flags.has(Flags::ACRONYM) {
            let letters = self.forms.initials(form.last);
            if letters != NONE {
                return letters;
            }
        }
        // "Sir Hugh", but not "Mr. Hart" for somebody called Hart
        let titled = flags.has(Flags::TITLED) && !flags.has(Flags::GIVEN);
        if !titled && !flags.has(Flags::PLACE.with(Flags::PEOPLE).with(Flags::OFFICE)) {
            let given = self.most_mentioned(self.forms.first(form.last), |member| {
                (member.is_surely_person() || member.form.parts == 2 && member.is_unknown())
                    && !(flags.has(Flags::TITLED) && member.conflicts(spelling.gender))
                    && (member.suffixed || !flags.has(Flags::SUFFIXED))
                    || (member.is_body() || member.common) && !flags.has(Flags::GIVEN)
            });
            if given != NONE {
                return given;
            }
            if flags.has(Flags::GIVEN) {
                let mut called = short_forms(form.last).map(|name| {
                    self.most_mentioned(self.forms.first(name), |member| {
                        member.is_surely_person() && !member.conflicts(spelling.gender)
                    })
                });
                if let Some(called) = called.find(|member| *member != NONE) {
                    return called;
                }
            }
        }
        self.most_mentioned(self.forms.last(form.last), |member| {
            member.is_body() && (member.form.parts < 2 || flags.has(Flags::AFTER_THE))
        })
    }

    /// The other persons whom a name of one word may mean: those who bear it, the latest first.
    pub(crate) fn others(&self, form: &NameKey, chosen: u32) -> [u32; OTHERS] {
        let mut others = [NONE; OTHERS];
        let mut free = others.iter_mut();
        let given = self.forms.first(form.last);
        for member in self.forms.last(form.last).chain(given) {
            if member != chosen && self.members[member as usize].is_surely_person() {
                let Some(place) = free.next() else { break };
                *place = member;
            }
        }
        others
    }

    /// The person of that surname who is mentioned most.
    pub(crate) fn bearer(&self, surname: u32) -> u32 {
        self.most_mentioned(self.forms.last(surname), |member| {
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
            form: NameKey::default(),
            name: Place::new(base + start as usize, base + end as usize),
            named: true,
            gender: None,
            sign: Sign::None,
            kind: EntityKind::Unknown,
            count: 0,
            speaks_for: NONE,
            trade: 0,
            role: None,
            short: (0, None),
            suffixed: false,
            initial: false,
            common: false,
            weak: true,
            votes: Votes::default(),
        });
        number
    }

    fn join(&mut self, spelling: &Spelling, base: usize, number: u32, shared: bool) {
        let (form, flags) = (&spelling.form, spelling.flags);
        let Some(member) = self.members.get_mut(number as usize) else {
            return;
        };
        member.count += spelling.count;
        if spelling.count > member.short.0 && !shared && !flags.has(Flags::HEADLINE) {
            let (start, end) = spelling.head();
            member.short = (spelling.count, Some(Place::new(base + start as usize, base + end as usize)));
        }
        member.votes.add(Flags::PERSON, spelling.persons);
        member.votes.add(flags.without(Flags::PERSON), spelling.count);
        member.kind = member.votes.kind();
        let thing = flags.has(Flags::AFTER_THE) || !flags.has(Flags::COMMON);
        member.common |= spelling.acts && !thing && form.parts > 1;
        member.weak &= flags.has(Flags::OPENING.with(Flags::HEADLINE));
        if !shared {
            member.learn_gender(spelling.gender, spelling.sign);
        }
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
        self.forms.register(flags, &before, form, number);
    }

    /// Somebody without a name.
    pub(crate) fn introduce_unnamed(&mut self, mention: &Mention, base: usize) -> u32 {
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

/// More than a text says of anybody.
const SURELY: u32 = 1 << 24;

/// The person of the caller's cast whose name a spelling is.
fn caller_of(text: &str, spelling: &Spelling, base: usize, caller: &Known) -> Option<usize> {
    if caller.is_empty() {
        return None;
    }
    let (start, end) = spelling.head();
    caller.bearer(text.get(base + start as usize..base + end as usize)?)
}

/// Who is meant by a mention that is a name and was read before, `NONE` where nobody is known.
fn member_of(all: &[Mention], spellings: &Spellings, mention: u32) -> u32 {
    let name = all.get(mention as usize).filter(|mention| mention.kind == Kind::Name);
    name.and_then(|name| spellings.all.get(name.detail as usize)).map_or(NONE, |spelling| spelling.member)
}
