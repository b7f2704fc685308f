//! What stands beside a mention tells of it: lists, appositions, ages, brackets, prepositions, a verb between.

use crate::base::table::NONE;
use crate::grammar::items::{Item, ItemKind, VerbForm};
use crate::lexicon::equivalents::is_called;
use crate::lexicon::{Classes, hash};
use crate::text::lex::TokenKind;

use super::flags::{Flags, Sign};
use super::mentions::{Kind, Mention, Nominal, Pronoun};
use super::reader::{Reader, add_modifier};
use super::reading;
use super::spot::{KEPT, Spot};

impl Reader<'_, '_> {
    /// *Lee and Ray*; but *actor and singer Ann Lee* is one.
    pub(super) fn coordinated(&mut self, spot: &Spot<'_>, mention: u32) {
        let own = &mut self.mentions.all[mention as usize];
        own.flags.set(Flags::COORDINATED, spot.is_coordinated());
        let alone = !own.has(Flags::DEFINITE.with(Flags::INDEFINITE));
        let titled = own.kind == Kind::Name && own.head().0 > own.start && alone;
        let Some(role) = spot.mention_before(2).filter(|_| titled) else { return };
        let [role_of, name] = [role, mention].map(|mention| &self.mentions.all[mention as usize]);
        let bare = !role_of.has(Flags::PLURAL.with(Flags::DEFINITE).with(Flags::INDEFINITE));
        if role_of.kind == Kind::Nominal && bare && role_of.has(Flags::PERSON) && agree(name, role_of) {
            let flags = &mut self.mentions.all[mention as usize].flags;
            *flags = flags.without(Flags::COORDINATED);
            self.join(spot, mention, role);
        }
    }

    /// *he met Lee*, *Lee spoke to him*, *he and Lee*: a pronoun means nobody who is named beside it with the
    /// same verb (principle B of binding, Chomsky 1981; as a filter of antecedents, Lappin and Leass 1994).
    pub(super) fn set_apart(&mut self, spot: &Spot<'_>, mention: u32) {
        let with = |back: usize| spot.kind_before(back) == Some(ItemKind::Verb);
        let back = match spot.kind_before(1) {
            Some(ItemKind::Verb) | Some(ItemKind::Coordinator) => 2,
            Some(ItemKind::Preposition) if with(2) => 3,
            _ => return,
        };
        let Some(before) = spot.mention_before(back) else { return };
        let is_pronoun = |other: u32| {
            let other = &self.mentions.all[other as usize];
            matches!(other.kind, Kind::Pronoun(Pronoun::He | Pronoun::She)) && !other.has(Flags::POSSESSIVE)
        };
        let is_name = |other: u32| self.mentions.all[other as usize].kind == Kind::Name;
        let object = is_pronoun(mention) && self.mentions.all[mention as usize].has(Flags::OBJECT_FORM);
        if is_pronoun(before) && is_name(mention) {
            self.mentions.all[before as usize].detail = mention;
        } else if object && is_name(before) {
            self.mentions.all[mention as usize].detail = before;
        } else if object && spot.kind_before(1) == Some(ItemKind::Verb) {
            // "the judge told him": not whom the text is about, who is he
            let flags = &mut self.mentions.all[before as usize].flags;
            *flags = flags.without(Flags::FOCUS);
        }
    }

    /// *a spokesman for Lee*: whom a nominal belongs to.
    pub(super) fn belongs(&mut self, spot: &Spot<'_>, mention: u32) {
        let Some(owned) = spot.mention_before(2) else {
            return;
        };
        self.one_of(spot, owned, mention);
        let nominal = &self.mentions.all[owned as usize];
        if nominal.kind == Kind::Name && nominal.has(Flags::TITLED) {
            self.place_of_office(spot, mention, owned);
            return;
        }
        let Some(said) = self.mentions.nominal(nominal).filter(|said| said.of == NONE) else {
            return;
        };
        let word = spot.items.get(spot.at - 1).map_or(&[][..], |joint| self.word(joint.start as usize));
        if word == b"of" && self.ends_an_office(spot, mention) && nominal.has(Flags::PERSON) {
            self.join(spot, mention, owned);
            return;
        }
        let issues = matches!(word, b"from" | b"by");
        let owns = matches!(word, b"of" | b"for" | b"from" | b"at" | b"with" | b"in");
        if nominal.has(Flags::DOCUMENT) && !issues {
            self.stands_in(spot, owned, mention);
            return;
        }
        if !owns && !issues {
            return;
        }
        let Nominal { role, mut modifiers, name, .. } = *said;
        let place = nominal.detail as usize;
        self.narrow(&mut modifiers, mention);
        self.mentions.nominals[place].of = mention;
        self.mentions.nominals[place].modifiers = modifiers;
        // the role that an apposition gave before its place was read
        let facts = self.mentions.facts.iter_mut().rev().take(3);
        for fact in facts.filter(|fact| fact.role == role && (fact.mention == owned || fact.mention == name))
        {
            fact.modifiers = modifiers;
        }
    }

    /// *Senator Ann Lee of Ohio*: the place narrows the title, as in *the Ohio senator*.
    fn place_of_office(&mut self, spot: &Spot<'_>, mention: u32, titled: u32) {
        let word = spot.items.get(spot.at - 1).map_or(&[][..], |joint| self.word(joint.start as usize));
        let place = &self.mentions.all[mention as usize];
        if word == b"of" && place.kind == Kind::Name {
            let place = self.mentions.form(place).last;
            for fact in self.mentions.facts.iter_mut().rev().take(3).filter(|fact| fact.mention == titled) {
                add_modifier(&mut fact.modifiers, place);
            }
        }
    }

    /// *secretary of state Ann Lee*: a person behind what the office is of.
    fn ends_an_office(&self, spot: &Spot<'_>, mention: u32) -> bool {
        let name = &self.mentions.all[mention as usize];
        let first = self.token(spot.item().start as usize);
        let body = first.is_some_and(|first| first.has(Classes::ORG_NOUN) && !first.is_capital());
        name.kind == Kind::Name && name.has(Flags::PERSON) && body
    }

    /// *Ann Lee, a spokeswoman for the board,* and *the spokeswoman, Ann Lee,*.
    pub(super) fn apposition(&mut self, spot: &Spot<'_>, mention: u32) {
        let other = self.beside(spot, mention);
        let Some(other) = self.before_relative(spot, mention).or(other) else { return };
        let [earlier, later] = [other, mention].map(|mention| &self.mentions.all[mention as usize]);
        let (name, nominal) = match (earlier.kind, later.kind) {
            (Kind::Name, Kind::Nominal) if agree(earlier, later) => (other, mention),
            (Kind::Nominal, Kind::Name)
                if agree(later, earlier) && earlier.has(Flags::DEFINITE.with(Flags::INDEFINITE)) =>
            {
                (mention, other)
            }
            _ => return,
        };
        // "Lee, a former aide to the mayor was there" lacks a comma
        let open = name == other && other == self.first_mention(spot) && self.is_in_front_of_is(spot);
        // "As a botanist, Lee counts trees"
        let first = spot.items.first().map_or(&[][..], |first| self.word(first.start as usize));
        let fronted = name == mention && spot.at == 3 && first.eq_ignore_ascii_case(b"as");
        if open && self.mentions.all[nominal as usize].has(Flags::INDEFINITE) || fronted || self.closes(spot)
        {
            self.join(spot, name, nominal);
        }
    }

    /// *the editor I spoke to, Lee,*, *the teacher who stayed, Lee,*: the noun before a short relative clause.
    fn before_relative(&self, spot: &Spot<'_>, mention: u32) -> Option<u32> {
        if self.mentions.all[mention as usize].kind != Kind::Name {
            return None;
        }
        let loose = matches!(
            spot.kind_before(2),
            Some(ItemKind::Preposition | ItemKind::Adverb | ItemKind::Time | ItemKind::Phrase)
        );
        let back = if loose { 3 } else { 2 };
        let subject = matches!(spot.kind_before(back + 1), Some(ItemKind::Pronoun | ItemKind::Relative));
        if spot.kind_before(back) != Some(ItemKind::Verb) || !subject {
            return None;
        }
        let noun = spot.mention_before(back + 2)?;
        let person = &self.mentions.all[noun as usize];
        (person.kind == Kind::Nominal && person.has(Flags::PERSON)).then_some(noun)
    }

    /// *a charity called Moorwatch*, *a singer known as Moor*.
    pub(super) fn called(&mut self, spot: &Spot<'_>, mention: u32) {
        let back = if spot.kind_before(1) == Some(ItemKind::Verb) { 1 } else { 2 };
        let verb = spot.items.get(spot.at.wrapping_sub(back)).filter(|verb| verb.kind == ItemKind::Verb);
        let Some(verb) = verb.and_then(|verb| self.block.chunks.verbs.get(verb.detail as usize)) else {
            return;
        };
        let Some(noun) = spot.mention_before(back + 1) else { return };
        let [nominal, name] = [noun, mention].map(|mention| &self.mentions.all[mention as usize]);
        // "a charity called Moorwatch runs it": it did not call anybody
        let main = || spot.kind_after() == Some(ItemKind::Verb);
        let called = verb.form == VerbForm::Participle || !verb.passive && main();
        let fits = nominal.kind == Kind::Nominal && nominal.has(Flags::INDEFINITE) && agree(name, nominal);
        if called && name.kind == Kind::Name && fits && is_called(hash(self.word(verb.main as usize))) {
            self.join(spot, mention, noun);
        }
    }

    /// The mention that the sentence begins with.
    fn first_mention(&self, spot: &Spot<'_>) -> u32 {
        spot.mention_before(spot.at).unwrap_or(NONE)
    }

    /// Whether *is* or *was* follows, over what hangs on the mention.
    fn is_in_front_of_is(&self, spot: &Spot<'_>) -> bool {
        let mut next = spot.at + 1;
        while spot.items.get(next).is_some_and(|item| item.kind == ItemKind::Preposition) {
            next += 2;
        }
        let verb = spot.items.get(next).filter(|item| item.kind == ItemKind::Verb);
        let verb = verb.and_then(|verb| self.block.chunks.verbs.get(verb.detail as usize));
        verb.is_some_and(|verb| verb.copular && verb.form == VerbForm::Finite)
    }

    /// *Ann Lee is the mayor*, *The mayor is Ann Lee*, *Ann Lee, who was named mayor*, *Ann Lee serves as mayor*.
    pub(super) fn predicate(&mut self, spot: &Spot<'_>, mention: u32) {
        let back = if spot.kind_before(1) == Some(ItemKind::Verb) { 2 } else { 3 };
        let Some(subject) = spot.mention_before(back).map(|subject| self.antecedent(subject)) else { return };
        let Some(earlier) = self.mentions.all.get(subject as usize) else { return };
        let later = &self.mentions.all[mention as usize];
        let (name, nominal) = match (earlier.kind, later.kind) {
            (Kind::Name, Kind::Nominal) if agree(earlier, later) => (subject, mention),
            (Kind::Nominal, Kind::Name) if agree(later, earlier) && earlier.has(Flags::DEFINITE) => {
                (mention, subject)
            }
            _ => return,
        };
        let is = || {
            self.subject_of_office(spot).is_some()
                && (nominal == mention || self.is_in_front_of(spot, subject))
        };
        // "said the mayor was Lee": no subject stands behind a preposition
        if !self.mentions.all[subject as usize].has(Flags::OBLIQUE) && is() {
            self.join(spot, name, nominal);
        }
    }

    /// Whether the subject stands before a form of *be* that `spot` stands behind.
    fn is_in_front_of(&self, spot: &Spot<'_>, subject: u32) -> bool {
        let verb =
            spot.items.get(spot.at - 1).and_then(|verb| self.block.chunks.verbs.get(verb.detail as usize));
        spot.mention_before(2) == Some(subject) && verb.is_some_and(|verb| verb.copular)
    }

    /// The mention that the one behind a comma stands beside: over a bracket, and over what hangs on a noun where
    /// that is followed by a name: *his partner at the fund (HF), Lee,*.
    pub(super) fn beside(&self, spot: &Spot<'_>, mention: u32) -> Option<u32> {
        let mut back = 2;
        // "Lee, 61, a retired miner,"
        if spot.kind_before(3) == Some(ItemKind::Comma) && self.is_number(spot, 2) {
            back = 4;
        }
        if spot.kind_before(back) == Some(ItemKind::CloseBracket) {
            back += 1 + (1..4).find(|more| spot.kind_before(back + more) == Some(ItemKind::OpenBracket))?;
        }
        let kind = |mention: u32| self.mentions.all[mention as usize].kind;
        let mut hangs = false;
        while back <= KEPT {
            let other = spot.mention_before(back).filter(|other| !hangs || kind(*other) == Kind::Nominal);
            let person = other.is_some_and(|other| {
                kind(other) == Kind::Nominal && self.mentions.all[other as usize].has(Flags::PERSON)
            });
            if person || kind(mention) != Kind::Name || !spot.follows_preposition(back) {
                return other;
            }
            hangs = true;
            back += 2;
        }
        None
    }

    fn is_number(&self, spot: &Spot<'_>, back: usize) -> bool {
        let item = spot.at.checked_sub(back).and_then(|at| spot.items.get(at));
        item.is_some_and(|item| {
            item.end == item.start + 1
                && self.token(item.start as usize).is_some_and(|token| token.kind == TokenKind::Number)
        })
    }

    /// Whether the apposition ends as one does: a comma, a stop, a bracket, a relative clause.
    pub(super) fn closes(&self, spot: &Spot<'_>) -> bool {
        let kind_at = |at: usize| spot.items.get(at).map(|item| item.kind);
        let mut next = spot.at + 1;
        for _ in 0..12 {
            match kind_at(next) {
                Some(ItemKind::Preposition) => next += 2,
                Some(
                    ItemKind::Comma
                    | ItemKind::Stop
                    | ItemKind::CloseBracket
                    | ItemKind::Dash
                    | ItemKind::Relative
                    | ItemKind::Semicolon
                    | ItemKind::Quoted
                    | ItemKind::Colon,
                )
                | None => return true,
                Some(ItemKind::Coordinator) => {
                    // "a farmer and father of two," but not the last of a list
                    if !matches!(kind_at(next + 1), Some(ItemKind::Nominal | ItemKind::Phrase)) {
                        return false;
                    }
                    next += 2;
                }
                // "a senator representing Ohio", but "in Rome, the senator said"
                Some(ItemKind::Verb) => {
                    let group = self.block.chunks.verbs.get(spot.items[next].detail as usize);
                    return !group.is_some_and(|group| group.form == VerbForm::Finite);
                }
                Some(ItemKind::Adverb | ItemKind::Time) => next += 1,
                Some(ItemKind::Adjective | ItemKind::That) => return true,
                Some(_) => return false,
            }
        }
        true
    }

    /// The words of a role, without what opens the phrase and with what hangs on it: *mayor of Harrow*.
    fn words_of_role(&self, spot: &Spot<'_>, nominal: &Mention) -> (u32, u32) {
        const OPENING: Classes = Classes::DETERMINER.with(Classes::POSSESSIVE);
        let start = nominal.start - self.base;
        let at = spot.items.iter().position(|item| self.start_of(item) == start);
        let Some((at, item)) = at.and_then(|at| Some((at, spot.items.get(at)?))) else { return (0, 0) };
        let words = self.tokens.get(item.start as usize..item.end as usize).unwrap_or(&[]);
        let first = words.iter().find(|token| !token.has(OPENING)).map_or(start, |first| first.start);
        let hangs = |at: &usize| {
            spot.items.get(*at).is_some_and(|item| item.kind == ItemKind::Preposition)
                && spot.items.get(at + 1).is_some_and(|item| item.kind.is_noun_phrase())
        };
        let last = (at + 1..).step_by(2).take_while(hangs).last().map_or(at, |last| last + 1);
        let end = spot
            .items
            .get(last)
            .and_then(|last| self.token(last.end as usize - 1))
            .map_or(start, |last| last.end);
        (self.base + first, self.base + end)
    }

    fn start_of(&self, item: &Item) -> u32 {
        self.token(item.start as usize).map_or(u32::MAX, |first| first.start)
    }

    /// Ties the nominal to the name beside it.
    pub(super) fn join(&mut self, spot: &Spot<'_>, name: u32, nominal: u32) {
        let fact = self.mentions.all[nominal as usize];
        let Some(said) = self.mentions.nominals.get_mut(fact.detail as usize) else { return };
        said.name = name;
        let (role, modifiers) = (said.role, said.modifiers);
        if fact.has(Flags::PERSON) && !fact.has(Flags::KIN) {
            let words = self.words_of_role(spot, &fact);
            self.trade(name.max(nominal), (role, modifiers), fact.gender, (words, nominal));
        } else {
            self.fact(name.max(nominal), role, modifiers, fact.gender);
            if let Some(said) = self.mentions.facts.last_mut() {
                said.nominal = nominal;
            }
        }
        let flags = &mut self.mentions.all[name as usize].flags;
        *flags = flags.with(fact.flags.only(Flags::PERSON.with(Flags::KIN)));
    }

    /// *Ann Lee, 42,*: later she may be the 42-year-old.
    pub(super) fn age(&mut self, spot: &Spot<'_>) {
        let item = spot.item();
        let number = self.token(item.start as usize).is_some_and(|token| token.kind == TokenKind::Number);
        let Some(name) = spot.mention_before(2).filter(|_| number) else {
            return;
        };
        if self.mentions.all[name as usize].kind == Kind::Name {
            self.fact(name, hash(b"year-old"), [hash(self.word(item.start as usize)), 0, 0], None);
        }
    }

    /// *Ann Lee (D-Ohio)*, *the Harbour Board (HB)*; returns the mention if it is one.
    pub(super) fn in_brackets(&mut self, spot: &Spot<'_>, mention: u32) -> u32 {
        let name = spot.mention_before(2);
        let Some(name) = name.filter(|name| self.mentions.all[*name as usize].kind == Kind::Name) else {
            return mention;
        };
        if let Some((party, place)) = reading::party_tag(self.word(spot.item().start as usize)) {
            // the place narrows the title too: "the Ohio senator"
            for fact in self.mentions.facts.iter_mut().rev().take(3).filter(|fact| fact.mention == name) {
                add_modifier(&mut fact.modifiers, place);
            }
            // the tag names nobody
            self.mentions.all.truncate(mention as usize);
            self.fact(name, party, [place, 0, 0], None);
            let flags = &mut self.mentions.all[name as usize].flags;
            *flags = flags.with(Flags::PERSON);
            return NONE;
        }
        let inside = &self.mentions.all[mention as usize];
        if inside.kind == Kind::Nominal {
            self.apposition(spot, mention);
            return mention;
        }
        if inside.kind == Kind::Name && inside.has(Flags::ACRONYM) {
            if let Some(letters) = self.mentions.spellings.all.get_mut(inside.detail as usize) {
                letters.letters_of = letters.letters_of.min(name);
            }
        }
        mention
    }
}

/// Whether name and noun can be of one: a person and a noun for persons, a body and a noun for bodies.
fn agree(name: &Mention, nominal: &Mention) -> bool {
    if nominal.has(Flags::PLURAL) || nominal.has(Flags::DOCUMENT) {
        return false;
    }
    let gendered = matches!((name.gender, nominal.gender), (Some(one), Some(other)) if one != other);
    if gendered && name.sign > Sign::GivenName {
        return false;
    }
    if nominal.has(Flags::PERSON) {
        !name.has(Flags::ORGANISATION.with(Flags::PLACE).with(Flags::PEOPLE).with(Flags::THING))
    } else {
        nominal.has(Flags::ORGANISATION) && !name.has(Flags::PERSON.with(Flags::PLACE).with(Flags::PEOPLE))
    }
}
