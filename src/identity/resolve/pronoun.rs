//! Who a pronoun means: *he*, *they*, *it*, *I*.

use crate::answer::kind::{EntityKind, Gender};
use crate::base::table::NONE;
use crate::identity::mention::{DeedKind, Flags, Mention, Pronoun, Sign};
use crate::identity::names::OTHERS;

use super::reason::{Reason, confidence_of_margin};
use super::salience::Choice;
use super::walk::{BODY_REACH, Link, Walk};

/// *They* mean a group that was mentioned within so many sentences.
const GROUP_REACH: u32 = 2;

/// A pronoun learns its antecedent's gender only from a lead as wide as this.
const SURE_MARGIN: i32 = 40;

/// A pronoun whose antecedent neither spoke last nor was a subject needs this lead.
const LEAST_MARGIN: i32 = 5;

/// So many mentions of what somebody says are searched for whom he names.
const MOST_INSIDE: usize = 32;

/// An answer is given within so many sentences.
const ANSWER_REACH: u32 = 2;

impl Walk<'_> {
    pub(super) fn pronoun(&mut self, index: usize, mention: &Mention, pronoun: Pronoun) -> Link {
        match pronoun {
            Pronoun::He => self.person(index, mention, Gender::Masculine),
            Pronoun::She => self.person(index, mention, Gender::Feminine),
            // "it was raining": of those that say nothing hardly one was a body, of twenty read
            Pronoun::It if mention.has(Flags::SPEAKER.with(Flags::POSSESSIVE)) => {
                self.body_or_document(mention)
            }
            Pronoun::It => Link::NOBODY,
            Pronoun::They => match self.together(mention) {
                Some(link) => {
                    self.together_in = mention.sentence;
                    link
                }
                None => self.group(mention),
            },
            Pronoun::I if !mention.has(Flags::QUOTED) => self.author(mention),
            Pronoun::Other if mention.has(Flags::SPEAKER) => self.one_of_documents(mention),
            // inside a quotation its speaker is meant, who may be named behind it
            Pronoun::I | Pronoun::We | Pronoun::Other => Link::NOBODY,
        }
    }

    /// *one of her letters*: who wrote them.
    fn one_of_documents(&mut self, mention: &Mention) -> Link {
        let of = self.mentions.all.get(mention.detail as usize);
        let Some(said) = of.and_then(|of| self.mentions.nominal(of)) else { return Link::NOBODY };
        match self.issuer(said.of) {
            NONE => Link::NOBODY,
            issuer => Link::new(issuer, Reason::Issuer),
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
    pub(super) fn together(&self, mention: &Mention) -> Option<Link> {
        let near = self.together_in != NONE
            && mention.sentence.saturating_sub(self.together_in) <= GROUP_REACH
            && (self.group.member == NONE || self.group.sentence <= self.together_in);
        let [first, with @ ..] = self.together;
        near.then(|| Link { with, ..Link::new(first, Reason::Group) })
    }

    /// *the two*: the only two persons of the sentence before, though no *and* joins them.
    pub(super) fn two(&self, mention: &Mention) -> Option<Link> {
        let [one, other] = self.memory.salience.only_two(mention.sentence)?;
        Some(Link { with: [other, NONE], ..Link::new(one, Reason::Group) })
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
