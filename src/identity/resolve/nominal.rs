//! Who a noun means: *the judge*, *the company*, *her letter*.

use crate::answer::kind::{EntityKind, Gender};
use crate::base::steps;
use crate::base::table::NONE;
use crate::identity::mention::{Flags, Kind, Mention, Nominal, Pronoun};
use crate::identity::names::OTHERS;
use crate::lexicon::equivalents::{is_any_body, is_kind_of_body, is_pair, narrower_roles};
use crate::lexicon::hash;

use super::reason::Reason;
use super::walk::{BODY_REACH, Link, MOST_HOLDERS, Walk};

/// A document is its issuer's where somebody spoke within so many sentences.
const ISSUER_REACH: u32 = 3;

impl Walk<'_> {
    pub(super) fn nominal(&mut self, mention: &Mention, said: &Nominal) -> Link {
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
            if let Some(link) = self.introduced(mention, said).or_else(|| self.focus(mention)) {
                return link;
            }
        }
        self.unnamed(mention, said)
    }

    /// *the judge, the company*: who was introduced as such.
    fn introduced(&self, mention: &Mention, said: &Nominal) -> Option<Link> {
        let holder = self.holder(mention, said);
        // "the company" is one that was named, before one that was called so
        let named = holder.is_some_and(|member| self.cast.members[member as usize].named);
        if let Some(member) = self.last_body(mention, said).filter(|_| !named) {
            return Some(Link::new(member, Reason::Body));
        }
        let member = holder?;
        let others = if mention.has(Flags::SPEAKER) {
            self.other_holders(said.role, mention.gender, member)
        } else {
            [NONE; OTHERS]
        };
        Some(Link { others, ..Link::new(member, Reason::Role) })
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
        let issuer = self.issuer(said.of);
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

    /// Whom the mention means that a document is by: *a statement from the company*, which stands behind it.
    pub(super) fn issuer(&mut self, of: u32) -> u32 {
        let known = self.member(of);
        let Some(by) = self.mentions.all.get(of as usize).filter(|_| known == NONE) else { return known };
        match by.kind {
            Kind::Nominal if by.has(Flags::DEFINITE) && !by.has(Flags::PLURAL.with(Flags::DOCUMENT)) => {
                let said = self.mentions.nominal(by).filter(|said| said.name == NONE);
                said.and_then(|said| self.introduced(by, said)).map_or(NONE, |link| link.member)
            }
            Kind::Pronoun(Pronoun::He | Pronoun::She) => self.resolve(of as usize, by).member,
            _ => NONE,
        }
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

    pub(super) fn holder_of(
        &self,
        role: u32,
        modifiers: &[u32; 3],
        gender: Option<Gender>,
        same: bool,
    ) -> Option<u32> {
        // "the mayor" is the one in office, where another is called a former one
        let former = hash(b"former");
        let mut best: Option<((usize, bool, u32), u32)> = None;
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
            let now = !holder.modifiers.contains(&former);
            let rank = (shared, now, self.memory.salience.met(holder.member));
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
}
