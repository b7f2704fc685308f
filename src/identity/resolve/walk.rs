//! One walk over the mentions in the order of the text: pronouns, nominals, relatives, documents.
//!
//! In: the mentions, the cast of names, the roles that the text gives. Out: a [`Link`] for each mention.
//! Pronouns and nominals that say nothing are resolved too, for they carry the focus on.

use crate::answer::kind::EntityKind;
use crate::answer::roster::Place;
use crate::base::few::Few;
use crate::base::table::{NONE, Table};
use crate::identity::mention::{
    BYLINE_PARAGRAPHS, Deed, DeedKind, Flags, Kind, Mention, Mentions, Sign, Spelling,
};
use crate::identity::names::{Cast, Member, OTHERS};
use crate::lexicon::equivalents::is_any_body;

use super::reason::Reason;
use super::salience::Salience;

/// Longer words describe nobody.
pub(super) const LONGEST_DESCRIPTION: usize = 80;

/// No more bearers of a role than these are looked at.
pub(super) const MOST_HOLDERS: usize = 8;

/// *It* means a body that was a subject within so many sentences.
pub(super) const BODY_REACH: u32 = 2;

/// So many who are named together can be meant by *they*.
pub(super) const TOGETHER: usize = 3;

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
pub(super) struct Holder {
    pub(super) role: u32,
    pub(super) member: u32,
    pub(super) modifiers: [u32; 3],
    pub(super) next: u32,
}

/// Something met at a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) member: u32,
    pub(super) sentence: u32,
}

impl Seen {
    const NOTHING: Self = Self { member: NONE, sentence: 0 };

    pub(super) fn within(self, reach: u32, sentence: u32) -> Option<u32> {
        (self.member != NONE && sentence.saturating_sub(self.sentence) <= reach).then_some(self.member)
    }
}

/// What a walk fills, and keeps room for from text to text.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    /// What was weighed for the mentions that speak and are no names, with their mentions.
    pub(super) trials: Vec<(u32, Link)>,
    pub(super) salience: Salience,
    pub(super) holders: Vec<Holder>,
    pub(super) roles: Table,
    /// Several people by the words that they are called by.
    pub(super) groups: Table,
    /// Who writes, `NONE` where nobody says.
    pub(super) author: u32,
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
    pub(super) mentions: &'a Mentions,
    /// Where the bytes of the mentions count from.
    pub(super) base: usize,
    pub(super) members: &'a mut [u32],
    pub(super) cast: &'a mut Cast,
    pub(super) memory: &'a mut Memory,
    /// The last body that did something, and the last one named.
    pub(super) body: Seen,
    pub(super) any_body: Seen,
    pub(super) group: Seen,
    pub(super) speaker: Seen,
    /// Those who were named together, and the sentence.
    pub(super) together: [u32; TOGETHER],
    pub(super) together_in: u32,
    /// The one before, and its sentence: whom the next may be named together with.
    pub(super) before: Seen,
    /// Who was asked or told something, and whether it was asked.
    pub(super) asked: Seen,
    pub(super) is_asked: bool,
    /// Who gave out a document last.
    pub(super) issued: Seen,
    pub(super) next_deed: usize,
    /// What is said in the order of its first bytes, the next of it, and the last that began.
    pub(super) said: &'a [Said],
    pub(super) next_said: usize,
    /// The same in the order of who says it.
    pub(super) by: &'a [Said],
    pub(super) around: Option<Said>,
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
            let (member, full) = match mention.kind {
                Kind::Name => walk.named(mention, index, fact),
                _ => (walk.meant(mention, index), false),
            };
            walk.members[index] = member;
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

    /// Who has the name that is mention `index`, and whether it is the full one.
    fn named(&mut self, mention: &Mention, index: usize, fact: usize) -> (u32, bool) {
        let Some(spelling) = self.mentions.spelling(mention) else { return (NONE, false) };
        let member =
            if spelling.shared { self.bearer(mention, spelling, index, fact) } else { spelling.member };
        (member, spelling.form.parts > 1)
    }

    /// Whom mention `index`, which is no name, means.
    fn meant(&mut self, mention: &Mention, index: usize) -> u32 {
        let link = self.resolve(index, mention);
        if mention.has(Flags::SPEAKER) {
            self.memory.trials.push((index as u32, link));
        }
        if mention.kind == Kind::Nominal {
            self.describe(mention, link.member);
        }
        link.member
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
    pub(super) fn member(&self, mention: u32) -> u32 {
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

    pub(super) fn resolve(&mut self, index: usize, mention: &Mention) -> Link {
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

    pub(super) fn may_be_body(&self, member: u32) -> bool {
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

    pub(super) fn hold(&mut self, role: u32, modifiers: [u32; 3], member: u32) {
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
