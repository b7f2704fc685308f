//! One walk over the mentions in the order of the text: pronouns, nominals, relatives, documents.
//!
//! In: the mentions, the cast of names, the roles that the text gives. Out: a [`Link`] for each mention.
//! Pronouns and nominals that say nothing are resolved too, for they carry the focus on.

use crate::answer::kind::{EntityKind, Gender};
use crate::answer::roster::Place;
use crate::base::few::Few;
use crate::base::steps;
use crate::base::table::{NONE, Table};
use crate::identity::mention::{
    BYLINE_PARAGRAPHS, Deed, DeedKind, Flags, Kind, Mention, Mentions, Nominal, Pronoun, Sign, Spelling,
};
use crate::identity::names::{Cast, Member, OTHERS};
use crate::lexicon::equivalents::{is_any_body, is_kind_of_body, is_pair, narrower_roles};

use super::reason::{Reason, confidence_of_margin};
use super::salience::{Choice, Salience};

/// Longer words describe nobody.
pub(super) const LONGEST_DESCRIPTION: usize = 80;

/// No more bearers of a role than these are looked at.
const MOST_HOLDERS: usize = 8;

/// A document is its issuer's where somebody spoke within so many sentences.
const ISSUER_REACH: u32 = 3;

/// *It* means a body that was a subject within so many sentences.
const BODY_REACH: u32 = 2;

/// *They* mean a group that was mentioned within so many sentences.
const GROUP_REACH: u32 = 2;

/// A pronoun learns its antecedent's gender only from a lead as wide as this.
const SURE_MARGIN: i32 = 40;

/// A pronoun whose antecedent neither spoke last nor was a subject needs this lead.
const LEAST_MARGIN: i32 = 5;

/// So many who are named together can be meant by *they*.
const TOGETHER: usize = 3;

/// So many mentions of what somebody says are searched for whom he names.
const MOST_INSIDE: usize = 32;

/// An answer is given within so many sentences.
const ANSWER_REACH: u32 = 2;

/// Whom a mention means.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) member: u32,
    /// The next best members, where there was a choice, `NONE` behind the last.
    pub(super) others: [u32; OTHERS],
    /// Who is meant together with the member.
    pub(super) with: [u32; TOGETHER - 1],
    pub(super) reason: Reason,
    pub(super) confidence: f32,
}

impl Link {
    pub(super) const NOBODY: Self = Self::new(NONE, Reason::Nobody);

    pub(super) const fn new(member: u32, reason: Reason) -> Self {
        let (others, with) = ([NONE; OTHERS], [NONE; TOGETHER - 1]);
        Self { member, others, with, reason, confidence: reason.confidence() }
    }
}

/// Somebody who holds a role, and the holder who was met before.
#[derive(Clone, Copy, Debug)]
struct Holder {
    role: u32,
    member: u32,
    modifiers: [u32; 3],
    next: u32,
}

/// Something met at a sentence.
#[derive(Clone, Copy, Debug)]
struct Seen {
    member: u32,
    sentence: u32,
}

impl Seen {
    const NOTHING: Self = Self { member: NONE, sentence: 0 };

    fn within(self, reach: u32, sentence: u32) -> Option<u32> {
        (self.member != NONE && sentence.saturating_sub(self.sentence) <= reach).then_some(self.member)
    }
}

/// What a walk fills, and keeps room for from text to text.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    /// What was weighed for the mentions that speak and are no names, with their mentions.
    pub(super) trials: Vec<(u32, Link)>,
    salience: Salience,
    holders: Vec<Holder>,
    roles: Table,
    /// Several people by the words that they are called by.
    groups: Table,
    /// Who writes, `NONE` where nobody says.
    author: u32,
}

impl Memory {
    /// Forgets everybody.
    pub(super) fn clear(&mut self) {
        self.salience.clear();
        self.author = NONE;
    }

    /// Forgets the members from number `first` on, who have no names, and who has which role.
    pub(super) fn forget_from(&mut self, first: usize) {
        self.salience.forget_from(first);
        self.holders.clear();
        self.roles.clear();
        self.groups.clear();
        if self.author as usize >= first {
            self.author = NONE;
        }
    }
}

/// What somebody says, from its first byte to its last, and the mention of who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Said {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) by: u32,
}

pub(super) struct Walk<'a> {
    mentions: &'a Mentions,
    /// Where the bytes of the mentions count from.
    base: usize,
    members: &'a mut [u32],
    cast: &'a mut Cast,
    memory: &'a mut Memory,
    /// The last body that did something, and the last one named.
    body: Seen,
    any_body: Seen,
    group: Seen,
    speaker: Seen,
    /// Those who were named together, and the sentence.
    together: [u32; TOGETHER],
    together_in: u32,
    /// The one before, and its sentence: whom the next may be named together with.
    before: Seen,
    /// Who was asked or told something, and whether it was asked.
    asked: Seen,
    is_asked: bool,
    /// Who gave out a document last.
    issued: Seen,
    next_deed: usize,
    /// What is said in the order of its first bytes, the next of it, and the last that began.
    said: &'a [Said],
    next_said: usize,
    /// The same in the order of who says it.
    by: &'a [Said],
    around: Option<Said>,
}

impl<'a> Walk<'a> {
    /// Writes the member behind each mention into `members`.
    pub(super) fn run(
        mentions: &'a Mentions,
        base: usize,
        said: &'a [Said],
        by: &'a [Said],
        members: &'a mut [u32],
        cast: &'a mut Cast,
        memory: &'a mut Memory,
    ) {
        memory.trials.clear();
        memory.salience.make_room(cast.members.len());
        let mut walk = Self {
            mentions,
            base,
            members,
            cast,
            memory,
            body: Seen::NOTHING,
            any_body: Seen::NOTHING,
            group: Seen::NOTHING,
            speaker: Seen::NOTHING,
            together: [NONE; TOGETHER],
            together_in: NONE,
            before: Seen::NOTHING,
            asked: Seen::NOTHING,
            is_asked: false,
            issued: Seen::NOTHING,
            next_deed: 0,
            said,
            next_said: 0,
            by,
            around: None,
        };
        if walk.memory.author == NONE {
            walk.memory.author = walk.byline();
        }
        let mut fact = 0;
        for (index, mention) in mentions.all.iter().enumerate() {
            let mut full = false;
            let member = match mention.kind {
                Kind::Name => {
                    let member = mentions.spelling(mention).map_or(NONE, |spelling| {
                        full = spelling.form.parts > 1;
                        if spelling.shared {
                            walk.bearer(mention, spelling, index, fact)
                        } else {
                            spelling.member
                        }
                    });
                    walk.members[index] = member;
                    member
                }
                _ => {
                    let link = walk.resolve(index, mention);
                    if mention.has(Flags::SPEAKER) {
                        walk.memory.trials.push((index as u32, link));
                    }
                    walk.members[index] = link.member;
                    if mention.kind == Kind::Nominal {
                        walk.describe(mention, link.member);
                    }
                    link.member
                }
            };
            walk.remember(mention, member, full);
            while mentions.facts.get(fact).is_some_and(|fact| fact.mention as usize <= index) {
                walk.learn(fact);
                fact += 1;
            }
            while let Some(deed) =
                mentions.deeds.get(walk.next_deed).filter(|deed| deed.mention as usize <= index)
            {
                walk.heed(deed, mention.sentence);
                walk.next_deed += 1;
            }
        }
    }

    /// Who has no name is called by the most words: *the harbour council*, not *the council*.
    fn describe(&mut self, mention: &Mention, member: u32) {
        let Some(member) = self.cast.members.get_mut(member as usize).filter(|member| !member.named) else {
            return;
        };
        // "my letter" means me, and describes nobody
        if mention.has(Flags::DOCUMENT) && member.kind != EntityKind::Document {
            return;
        }
        let len = (mention.end - mention.start) as usize;
        if len > member.name.span().len() && len <= LONGEST_DESCRIPTION && !mention.has(Flags::QUOTED) {
            let start = self.base + mention.start as usize;
            member.name = Place::new(start, start + len);
        }
    }

    /// The author, where a line at the head of the text names one, or the last paragraph says who the
    /// writer is: *Ann Lee is a professor of law*.
    fn byline(&self) -> u32 {
        let early = self.mentions.all.iter().take_while(|mention| mention.paragraph < BYLINE_PARAGRAPHS);
        let first = early.clone().position(|mention| mention.has(Flags::BYLINE));
        first.or_else(|| self.signature()).map_or(NONE, |index| self.member(index as u32))
    }

    fn signature(&self) -> Option<usize> {
        let all = &self.mentions.all;
        let last = all.last()?.paragraph;
        let first = all.partition_point(|mention| mention.paragraph < last);
        let mention = all.get(first)?;
        let full = mention.kind == Kind::Name && self.mentions.form(mention).parts > 1 && last > 2;
        (full && mention.has(Flags::DEFINED) && !mention.has(Flags::ORGANISATION.with(Flags::PLACE)))
            .then_some(first)
    }

    /// The member behind a mention that is a name or was met before.
    fn member(&self, mention: u32) -> u32 {
        match (self.members.get(mention as usize), self.mentions.all.get(mention as usize)) {
            (Some(&NONE), Some(name)) => {
                self.mentions.spelling(name).map_or(NONE, |spelling| spelling.member)
            }
            (Some(member), _) => *member,
            _ => NONE,
        }
    }

    /// Whom a surname means that several bear: who has the title it stands behind, or by what was met so far. The
    /// facts from number `fact` on are those of the mention `index` and later ones.
    fn bearer(&mut self, mention: &Mention, spelling: &Spelling, index: usize, fact: usize) -> u32 {
        let facts = self.mentions.facts.get(fact..).unwrap_or(&[]);
        let title = facts
            .iter()
            .take_while(|fact| fact.mention as usize <= index)
            .find(|fact| fact.mention as usize == index && fact.trade);
        let titled =
            title.and_then(|title| self.holder_of(title.role, &title.modifiers, spelling.gender, false));
        let (cast, salience) = (&*self.cast, &self.memory.salience);
        let weigh = |member: u32| {
            let person = &cast.members[member as usize];
            let gender =
                spelling.sign == Sign::Title && spelling.gender.is_some() && person.gender == spelling.gender;
            salience.bears(member, mention) + 30 * i32::from(titled == Some(member)) + 10 * i32::from(gender)
        };
        let best = cast.bearers(spelling).map(|member| (weigh(member), member)).max_by_key(|best| best.0);
        // nobody was met yet
        let member = best.filter(|best| best.0 > -100).map_or(spelling.member, |best| best.1);
        if let Some(member) = self.cast.members.get_mut(member as usize) {
            member.learn_gender(spelling.gender, spelling.sign);
        }
        member
    }

    fn resolve(&mut self, index: usize, mention: &Mention) -> Link {
        match mention.kind {
            Kind::Name => Link::NOBODY,
            Kind::Nominal => match self.mentions.nominal(mention) {
                Some(said) => self.nominal(mention, said),
                None => Link::NOBODY,
            },
            Kind::Relative => match self.member(mention.detail) {
                member if (mention.detail as usize) < index && member != NONE => {
                    Link::new(member, Reason::Relative)
                }
                _ => Link::NOBODY,
            },
            Kind::Pronoun(pronoun) => self.pronoun(index, mention, pronoun),
        }
    }

    fn nominal(&mut self, mention: &Mention, said: &Nominal) -> Link {
        let beside = self.member(said.name);
        if beside != NONE {
            return Link::new(beside, Reason::Apposition);
        }
        if mention.has(Flags::DOCUMENT) && !mention.has(Flags::PERSON) {
            return self.document(mention, said);
        }
        if is_pair(said.role) && mention.has(Flags::SPEAKER) {
            if let Some(link) = self.together(mention).or_else(|| self.two(mention)) {
                return link;
            }
        }
        // "King said": a title that is somebody's surname
        if mention.has(Flags::OFFICE) {
            let bearer = self.cast.bearer(said.role);
            if bearer != NONE {
                return Link::new(bearer, Reason::Surname);
            }
        }
        let new = mention.has(Flags::INDEFINITE.with(Flags::PLURAL)) || !mention.has(Flags::DEFINITE);
        if !new {
            let holder = self.holder(mention, said);
            // "the company" is one that was named, before one that was called so
            let named = holder.is_some_and(|member| self.cast.members[member as usize].named);
            if let Some(member) = self.last_body(mention, said).filter(|_| !named) {
                return Link::new(member, Reason::Body);
            }
            if let Some(member) = holder {
                let others = if mention.has(Flags::SPEAKER) {
                    self.other_holders(said.role, mention.gender, member)
                } else {
                    [NONE; OTHERS]
                };
                return Link { others, ..Link::new(member, Reason::Role) };
            }
            if let Some(link) = self.focus(mention) {
                return link;
            }
        }
        self.unnamed(mention, said)
    }

    /// Somebody without a name, who is kept where he speaks or a pronoun may mean him.
    fn unnamed(&mut self, mention: &Mention, said: &Nominal) -> Link {
        // "elected president" speaks of an office, not of somebody
        let bare = !mention.has(Flags::DEFINITE.with(Flags::INDEFINITE));
        let one_person = mention.has(Flags::PERSON) && !bare;
        if !one_person && !mention.has(Flags::SPEAKER.with(Flags::SUBJECT)) {
            return Link::NOBODY;
        }
        // "voters" are the voters of before
        let of_nobody = said.of == NONE && said.words != 0;
        if of_nobody {
            let same = self.memory.groups.get(said.words);
            if same != NONE {
                return Link::new(same, Reason::NoName);
            }
        }
        let member = self.cast.introduce_unnamed(mention, self.base);
        if of_nobody {
            *self.memory.groups.entry(said.words) = member;
        }
        self.cast.members[member as usize].speaks_for = self.member(said.of);
        let owned = self.is_somebodys(mention, said);
        // "the poll" is none of the polls before
        if !(mention.has(Flags::PLURAL) && mention.has(Flags::DOCUMENT)) {
            self.hold(said.role, if owned { self.owner(said) } else { said.modifiers }, member);
        }
        Link::new(member, Reason::NoName)
    }

    /// *the statement*: who issued it.
    fn document(&mut self, mention: &Mention, said: &Nominal) -> Link {
        let issuer = self.member(said.of);
        if !mention.has(Flags::SPEAKER) {
            // "a note from Lee": the note is his further on
            if issuer != NONE && !mention.has(Flags::PLURAL) {
                self.hold(said.role, said.modifiers, issuer);
            }
            return Link::NOBODY;
        }
        if issuer != NONE {
            return Link::new(issuer, Reason::Issuer);
        }
        if mention.has(Flags::DEFINITE) && !mention.has(Flags::INDEFINITE) {
            let known = if mention.has(Flags::PLURAL) { None } else { self.holder(mention, said) };
            if let Some(member) = known {
                return Link::new(member, Reason::Role);
            }
            // "the statement" is by whoever spoke, "the survey" is not
            let speaker = self.speaker.within(ISSUER_REACH, mention.sentence);
            if let Some(member) = speaker.filter(|_| mention.has(Flags::FOCUS)) {
                return Link::new(member, Reason::Issuer);
            }
        }
        self.unnamed(mention, said)
    }

    /// The latest who was introduced with the role; what narrows the role breaks ties.
    fn holder(&self, mention: &Mention, said: &Nominal) -> Option<u32> {
        if self.is_somebodys(mention, said) {
            // "his campaign" is the one that has his name, if any
            let modifiers = self.owner(said);
            return self.holder_of(said.role, &modifiers, None, true);
        }
        let holder_of = |role| self.holder_of(role, &said.modifiers, mention.gender, false);
        holder_of(said.role).or_else(|| narrower_roles(said.role).find_map(holder_of))
    }

    /// The name of whom a nominal belongs to, as what narrows its role; a stranger's where nobody knows.
    fn owner(&self, said: &Nominal) -> [u32; 3] {
        const STRANGER: u32 = 1;
        let owner = self.cast.members.get(self.member(said.of) as usize);
        [owner.map_or(STRANGER, |owner| owner.form.last.max(STRANGER)), 0, 0]
    }

    /// *his campaign, their company*.
    fn is_somebodys(&self, mention: &Mention, said: &Nominal) -> bool {
        let owner = self.mentions.all.get(said.of as usize);
        mention.has(Flags::ORGANISATION)
            && owner
                .is_some_and(|owner| matches!(owner.kind, Kind::Pronoun(_)) && owner.has(Flags::POSSESSIVE))
    }

    fn holder_of(&self, role: u32, modifiers: &[u32; 3], gender: Option<Gender>, same: bool) -> Option<u32> {
        let mut best: Option<((usize, u32), u32)> = None;
        let mut next = self.memory.roles.get(role);
        for _ in 0..MOST_HOLDERS {
            steps::add(1);
            let Some(holder) = self.memory.holders.get(next as usize) else {
                break;
            };
            next = holder.next;
            let member = &self.cast.members[holder.member as usize];
            if member.conflicts(gender) || member.kind == EntityKind::Group {
                continue;
            }
            let narrow = |modifiers: &[u32; 3]| modifiers.iter().filter(|word| **word != 0).count();
            let shared =
                modifiers.iter().filter(|word| **word != 0 && holder.modifiers.contains(word)).count();
            if shared == 0 && (same || narrow(modifiers) > 0 && narrow(&holder.modifiers) > 0) {
                continue;
            }
            // of several the one who was met last
            let rank = (shared, self.memory.salience.met(holder.member));
            if best.is_none_or(|best| rank > best.0) {
                best = Some((rank, holder.member));
            }
        }
        best.map(|best| best.1)
    }

    /// The others who were introduced with a role, the latest first.
    fn other_holders(&self, role: u32, gender: Option<Gender>, chosen: u32) -> [u32; OTHERS] {
        let mut others = [NONE; OTHERS];
        let mut free = others.iter_mut();
        let mut next = self.memory.roles.get(role);
        for _ in 0..MOST_HOLDERS {
            let Some(holder) = self.memory.holders.get(next as usize) else { break };
            next = holder.next;
            let fits = !self.cast.members[holder.member as usize].conflicts(gender);
            if fits && holder.member != chosen {
                let Some(place) = free.next() else { break };
                *place = holder.member;
            }
        }
        others
    }

    /// *the candidate* without a candidate before: whoever the text is about.
    fn focus(&self, mention: &Mention) -> Option<Link> {
        // who has an office is called by it with his name once, and not by another's
        let office = mention.has(Flags::TITLED);
        let met = !mention.has(Flags::SUBJECT.with(Flags::SPEAKER)) || mention.has(Flags::OWNED);
        if !mention.has(Flags::FOCUS) || office && met {
            return None;
        }
        let salience = &self.memory.salience;
        let fits = |member: u32| {
            let person = &self.cast.members[member as usize];
            let apart = person.count < 2 || person.trade != 0 || salience.acts_in(member, mention);
            person.named && !(office && apart)
        };
        let choice = salience.choose(self.cast, mention, mention.gender, fits)?;
        if !choice.subject && !choice.speaker {
            return None;
        }
        Some(Link { others: choice.others, ..Link::new(choice.member, Reason::Focus) })
    }

    /// *the company*, *the airline*: the body that was named last, if it is not known to be of another kind.
    fn last_body(&self, mention: &Mention, said: &Nominal) -> Option<u32> {
        if !mention.has(Flags::ORGANISATION) {
            return None;
        }
        let body = self.any_body.within(BODY_REACH, mention.sentence)?;
        let may = || {
            is_any_body(said.role)
                || is_kind_of_body(said.role)
                    && self.cast.members.get(body as usize).is_some_and(|body| {
                        let mut kinds = narrower_roles(said.role).chain([0, said.role]);
                        kinds.any(|kind| kind == body.trade)
                    })
        };
        (may() && !self.is_somebodys(mention, said)).then_some(body)
    }

    fn pronoun(&mut self, index: usize, mention: &Mention, pronoun: Pronoun) -> Link {
        match pronoun {
            Pronoun::He => self.person(index, mention, Gender::Masculine),
            Pronoun::She => self.person(index, mention, Gender::Feminine),
            // "it was raining": of those that say nothing hardly one was a body, of twenty read
            Pronoun::It if mention.has(Flags::SPEAKER) => self.body_or_document(mention),
            Pronoun::It => Link::NOBODY,
            Pronoun::They => match self.together(mention) {
                Some(link) => {
                    self.together_in = mention.sentence;
                    link
                }
                None => self.group(mention),
            },
            Pronoun::I if !mention.has(Flags::QUOTED) => self.author(mention),
            // inside a quotation its speaker is meant, who may be named behind it
            Pronoun::I | Pronoun::We | Pronoun::Other => Link::NOBODY,
        }
    }

    /// *it said*: a body that did something, or what somebody has just given out.
    fn body_or_document(&self, mention: &Mention) -> Link {
        let body = self.body.within(BODY_REACH, mention.sentence);
        let issuer = self.issued.within(1, mention.sentence);
        match (issuer.filter(|_| self.body.sentence <= self.issued.sentence), body) {
            (Some(issuer), _) => Link::new(issuer, Reason::Issuer),
            (None, Some(body)) => Link::new(body, Reason::Body),
            (None, None) => Link::NOBODY,
        }
    }

    /// What was done to somebody.
    fn heed(&mut self, deed: &Deed, sentence: u32) {
        let [by, to] = [deed.by, deed.to].map(|mention| self.member(mention));
        match deed.kind {
            DeedKind::Asks | DeedKind::Tells => {
                self.asked = Seen { member: if by == to { NONE } else { to }, sentence };
                self.is_asked = deed.kind == DeedKind::Asks;
            }
            DeedKind::Answers | DeedKind::Says => {}
            DeedKind::Succeeds => self.pass_on(to, by),
            DeedKind::Issues => {
                let document = self.mentions.all.get(deed.to as usize);
                let said = document.and_then(|document| self.mentions.nominal(document)).copied();
                if let Some(said) = said.filter(|_| by != NONE) {
                    self.hold(said.role, said.modifiers, by);
                    self.issued = Seen { member: by, sentence };
                }
            }
        }
    }

    /// The offices of one are another's now.
    fn pass_on(&mut self, from: u32, to: u32) {
        if from == NONE || to == NONE || from == to {
            return;
        }
        let held = self.memory.holders.iter().filter(|holder| holder.member == from).take(MOST_HOLDERS);
        let held: Few<(u32, [u32; 3])> = held.map(|holder| (holder.role, holder.modifiers)).collect();
        for (role, modifiers) in held.as_slice() {
            self.hold(*role, *modifiers, to);
        }
    }

    /// *“Never,” she replied*: who was asked before, if nothing speaks against it.
    fn asked(&self, mention: &Mention, gender: Gender, apart: &[u32]) -> Option<u32> {
        let deed = self.mentions.deeds.get(self.next_deed)?;
        let own = self.mentions.all.get(deed.mention as usize).is_some_and(|own| own.start == mention.start);
        let answers = deed.kind == DeedKind::Answers || deed.kind == DeedKind::Says && self.is_asked;
        let asked = self.asked.within(ANSWER_REACH, mention.sentence).filter(|_| own && answers)?;
        let person = self.cast.members.get(asked as usize)?;
        let fits = person.can_be_person() && !person.conflicts(Some(gender)) && !apart.contains(&asked);
        (fits && mention.sentence > self.asked.sentence).then_some(asked)
    }

    /// Whom somebody names in what he says, who is mention `index`: he hardly names himself.
    fn spoken_of(&self, index: usize) -> [u32; OTHERS] {
        let mut named = [NONE; OTHERS];
        let mut free = named.iter_mut();
        let by = self.by.partition_point(|said| (said.by as usize) < index);
        for said in self.by[by..].iter().take_while(|said| said.by as usize == index).take(OTHERS) {
            let first = self.mentions.all.partition_point(|mention| mention.start < said.start);
            let inside = self.mentions.all[first..].iter().take(MOST_INSIDE);
            for mention in inside.take_while(|mention| mention.start < said.end) {
                if let Some(spelling) = self.mentions.spelling(mention).filter(|_| mention.has(Flags::QUOTED))
                {
                    let Some(place) = free.next() else { return named };
                    *place = spelling.member;
                }
            }
        }
        named
    }

    fn person(&mut self, index: usize, mention: &Mention, gender: Gender) -> Link {
        // who speaks or writes says "I", and "he met Lee" is not said of Lee
        let apart = [self.memory.author, self.speaker_around(mention), self.member(mention.detail)];
        let spoken_of = self.spoken_of(index);
        if let Some(member) = self.asked(mention, gender, &apart) {
            return Link::new(member, Reason::Asked);
        }
        let choose = |others: &[u32]| {
            self.memory.salience.choose(self.cast, mention, Some(gender), |member| {
                !apart.contains(&member) && !others.contains(&member)
            })
        };
        let acts = |choice: &Choice| choice.subject || choice.speaker;
        let other = choose(&spoken_of).filter(|choice| spoken_of[0] == NONE || acts(choice));
        let other = if spoken_of[0] == NONE { other } else { other.or_else(|| choose(&[])) };
        let Some(choice) = other else { return Link::NOBODY };
        let reason = reason_of(&choice);
        if reason == Reason::Recency && choice.margin.is_some_and(|margin| margin < LEAST_MARGIN) {
            return Link { others: [choice.member, choice.others[0], choice.others[1]], ..Link::NOBODY };
        }
        if choice.margin.is_none_or(|margin| margin > SURE_MARGIN) {
            self.cast.members[choice.member as usize].learn_gender(Some(gender), Sign::Pronoun);
        }
        let lead = choice.margin.map_or(1.0, confidence_of_margin);
        // who neither spoke nor acted is no better for a wide lead over others like him
        let by_lead = choice.margin.is_some() && reason != Reason::Recency;
        let confidence = if by_lead { lead } else { lead.min(reason.confidence()) };
        Link { others: choice.others, confidence, ..Link::new(choice.member, reason) }
    }

    /// Who says the quotation that `mention` stands in, where that is known.
    fn speaker_around(&mut self, mention: &Mention) -> u32 {
        if !mention.has(Flags::QUOTED) {
            return NONE;
        }
        while let Some(said) = self.said.get(self.next_said).filter(|said| said.start <= mention.start) {
            self.around = Some(*said);
            self.next_said += 1;
        }
        let Some(said) = self.around.filter(|said| mention.start < said.end) else { return NONE };
        let source = self.mentions.all.get(said.by as usize);
        match self.member(said.by) {
            // "…," he said: behind the quotation, but nearly always whoever spoke last
            NONE if source.is_some_and(|source| source.kind == mention.kind) => {
                self.memory.salience.last_speaker()
            }
            member => member,
        }
    }

    fn author(&mut self, mention: &Mention) -> Link {
        if self.memory.author == NONE {
            self.memory.author = self.cast.introduce_unnamed(mention, self.base);
        }
        Link::new(self.memory.author, Reason::Author)
    }

    /// *they* are the last group, or a body that speaks.
    fn group(&self, mention: &Mention) -> Link {
        // "the board writes that the voters … ," they say: who spoke, before whom they spoke of
        let speaker = self.speaker.within(GROUP_REACH, mention.sentence).filter(|speaker| {
            let kind = self.cast.members.get(*speaker as usize).map(|member| member.kind);
            mention.has(Flags::SPEAKER) && matches!(kind, Some(EntityKind::Organisation | EntityKind::Group))
        });
        let group = speaker.or_else(|| self.group.within(GROUP_REACH, mention.sentence));
        let body = || self.body.within(1, mention.sentence).filter(|_| mention.has(Flags::SPEAKER));
        group.or_else(body).map_or(Link::NOBODY, |member| Link::new(member, Reason::Group))
    }

    /// *they, the two*: those who were named together, where no group was named since.
    fn together(&self, mention: &Mention) -> Option<Link> {
        let near = self.together_in != NONE
            && mention.sentence.saturating_sub(self.together_in) <= GROUP_REACH
            && (self.group.member == NONE || self.group.sentence <= self.together_in);
        let [first, with @ ..] = self.together;
        near.then(|| Link { with, ..Link::new(first, Reason::Group) })
    }

    /// *the two*: the only two persons of the sentence before, though no *and* joins them.
    fn two(&self, mention: &Mention) -> Option<Link> {
        let [one, other] = self.memory.salience.only_two(mention.sentence)?;
        Some(Link { with: [other, NONE], ..Link::new(one, Reason::Group) })
    }

    /// Keeps who is named together: *Lee and Ray*.
    fn join(&mut self, mention: &Mention, member: u32) {
        let before = std::mem::replace(&mut self.before, Seen { member, sentence: mention.sentence });
        if !mention.has(Flags::COORDINATED) || before.sentence != mention.sentence || before.member == member
        {
            return;
        }
        let kind = |member: u32| self.cast.members.get(member as usize).map(|member| member.kind);
        let alike = kind(member) == kind(before.member) && kind(member) != Some(EntityKind::Group);
        let act = mention.has(Flags::SUBJECT.with(Flags::SPEAKER)) && !mention.has(Flags::OBLIQUE);
        if before.member == NONE || !alike || !act && !mention.has(Flags::SPEAKER) {
            return;
        }
        self.together = [before.member, member, NONE];
        self.together_in = mention.sentence;
    }

    /// Keeps what later mentions may mean.
    fn remember(&mut self, mention: &Mention, member: u32, full: bool) {
        if member == NONE || mention.has(Flags::HEADLINE.with(Flags::BYLINE)) {
            return;
        }
        if !mention.has(Flags::INNER.with(Flags::QUOTED)) {
            self.join(mention, member);
        }
        let kind = self.memory.salience.touch(self.cast, member, mention, full);
        let seen = Seen { member, sentence: mention.sentence };
        let body = kind == EntityKind::Organisation;
        if (body || kind == EntityKind::Place) && mention.has(Flags::SUBJECT.with(Flags::SPEAKER)) {
            self.body = seen;
        }
        let inside = mention.has(Flags::QUOTED.with(Flags::INNER));
        if mention.kind == Kind::Name && !inside && self.may_be_body(member) {
            // one that does nothing does not take the place of one that does, in the sentence before or its own
            let other = self.any_body.within(1, mention.sentence).is_some_and(|other| other != member);
            if mention.has(Flags::SUBJECT.with(Flags::SPEAKER)) || !other {
                self.any_body = seen;
            }
        }
        if mention.has(Flags::PLURAL.with(Flags::PEOPLE)) && !mention.has(Flags::OBLIQUE.with(Flags::PLACE)) {
            self.group = seen;
        }
        if mention.has(Flags::SPEAKER) {
            self.memory.salience.speaks(member);
            if body || matches!(kind, EntityKind::Person | EntityKind::Group | EntityKind::Unknown) {
                self.speaker = seen;
            }
        }
    }

    fn may_be_body(&self, member: u32) -> bool {
        self.cast.members.get(member as usize).is_some_and(Member::may_be_body)
    }

    fn learn(&mut self, fact: usize) {
        let fact = self.mentions.facts[fact];
        let known = self.member(fact.mention);
        let told = self.mentions.all.get(fact.nominal as usize);
        // "Volvin, a carmaker"
        let is_body = !fact.trade && told.is_some_and(|told| told.has(Flags::ORGANISATION));
        let body = match told.filter(|_| !is_body) {
            Some(nominal) => self.member(self.mentions.nominal(nominal).map_or(fact.nominal, |said| said.of)),
            None => NONE,
        };
        let body = Some(body).filter(|body| self.may_be_body(*body));
        if let Some(member) = self.cast.members.get_mut(known as usize) {
            member.learn_gender(fact.gender, Sign::Role);
            if let Some(body) = body.filter(|_| member.speaks_for == NONE) {
                member.speaks_for = body;
            }
            if fact.trade {
                member.trade = fact.role;
                let (start, end) = fact.words;
                let known = member.role.map_or(0, |role| role.span().len());
                let len = (end - start) as usize;
                if member.named && len > known && len <= LONGEST_DESCRIPTION {
                    member.role = Some(Place::new(self.base + start as usize, self.base + end as usize));
                }
            }
            if is_body {
                member.learn_body();
            }
            if !fact.trade && member.trade == 0 && member.may_be_body() && !is_any_body(fact.role) {
                member.trade = fact.role;
            }
            self.hold(fact.role, fact.modifiers, known);
        }
    }

    fn hold(&mut self, role: u32, modifiers: [u32; 3], member: u32) {
        let Memory { roles, holders, .. } = &mut *self.memory;
        if role == 0 {
            return;
        }
        let head = roles.entry(role);
        if let Some(holder) = holders.get_mut(*head as usize).filter(|holder| holder.member == member) {
            for word in modifiers {
                if word != 0 && !holder.modifiers.contains(&word) {
                    if let Some(free) = holder.modifiers.iter_mut().find(|word| **word == 0) {
                        *free = word;
                    }
                }
            }
            return;
        }
        let next = std::mem::replace(head, holders.len() as u32);
        holders.push(Holder { role, member, modifiers, next });
    }
}

fn reason_of(choice: &Choice) -> Reason {
    match (choice.margin, choice.subject, choice.speaker) {
        (None, ..) => Reason::OnlyCandidate,
        (_, true, true) => Reason::SubjectAndSpeaker,
        (_, false, true) => Reason::LastSpeaker,
        (_, true, false) => Reason::RecentSubject,
        (_, false, false) => Reason::Recency,
    }
}
