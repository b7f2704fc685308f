//! Runs of capitals to names.
//!
//! In: the tokens of a block and the place of a word that may open a name: a capitalised word, an initial, or
//! a title or role word before a capital. Out: a [`NameChunk`]: how far the name reaches, where the name
//! proper begins after titles, offices and bodies, and what kind of thing it seems to name. Nothing is
//! looked up but the tokens' classes, and nothing is allocated.

use crate::base::steps;
use crate::lexicon::{Classes, Part};
use crate::text::lex::{Shape, Token, TokenKind};

/// What a run of capitals seems to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum NameKind {
    /// *Ann Lee, Mr. Ray, spokesman Weber*.
    Person,
    /// *Justice Department, Bank of Rome, NATO*.
    Organisation,
    /// *Paris, New York*.
    Place,
    /// *Germans, Senate Republicans*.
    People,
    /// *Energy Secretary, President*: an office in capitals with nobody's name in it.
    Role,
    /// *Ann Lee Show, Dakota Bill*: a work, a document, an event.
    Thing,
    /// Nothing tells.
    Unknown,
}

/// Where a run of capitals stands, which decides what a capital means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameContext {
    /// Inside a sentence: a capital is a sign of a name.
    Inside,
    /// The word opens a sentence or a quotation: its own capital means nothing.
    Opening,
    /// A headline whose words all have capitals.
    Headline,
    /// A line in capitals throughout.
    Shouted,
}

/// A name with what belongs to it on its left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameChunk {
    /// The token after the last.
    pub(crate) end: usize,
    /// The first token of the name proper, `end` where the chunk holds an office alone.
    pub(crate) name_start: usize,
    pub(crate) kind: NameKind,
}

/// A run of more parts than this is a list or a shouted page, no name; the bound keeps the cost linear.
const MOST_PARTS: usize = 24;

/// Words that are never part of a name, whatever their capital, unless they are a given name too.
const FUNCTION: Classes = Classes::GRAMMAR.with(Classes::REFLEXIVE).with(Classes::NEGATION);

/// Words that a sentence can open with and that are no name for that.
const ORDINARY: Classes = FUNCTION
    .with(Classes::ADVERB)
    .with(Classes::ADJECTIVE)
    .with(Classes::ANY_NOUN)
    .with(Classes::VERB)
    .with(Classes::TIME)
    .with(Classes::NUMBER)
    .with(Classes::INTERJECTION)
    .with(Classes::WORK_NOUN)
    .with(Classes::SIGN_NOUN)
    .with(Classes::NOUN_CUE);

/// Words that are a name, or part of one, wherever they stand.
const PROPER: Classes = Classes::GIVEN
    .with(Classes::PLACE)
    .with(Classes::DEMONYM)
    .with(Classes::PARTY)
    .with(Classes::ORG_NAME)
    .with(Classes::ORG_SUFFIX)
    .with(Classes::NAME_SUFFIX);

/// The small words that can join parts of a name: *of, for, on, and, van*.
const JOINTS: Classes = Classes::PREPOSITION.with(Classes::COORDINATOR).with(Classes::NAME_PARTICLE);

const OFFICE: Classes = Classes::TITLE.with(Classes::ROLE);
const BODY: Classes = Classes::ORG_NOUN.with(Classes::ORG_NAME).with(Classes::ORG_SUFFIX);

/// Common surnames that also are words for a body or a work: beside a given name they name a person.
const BODY_SURNAMES: &[&[u8]] =
    &[b"Bank", b"Banks", b"Bill", b"Church", b"Court", b"Fields", b"House", b"Law", b"Post", b"Temple"];

/// What newspapers call themselves after a place; as words of their own they are no bodies.
const PAPERS: &[&[u8]] = &[
    b"Chronicle",
    b"Globe",
    b"Guardian",
    b"Herald",
    b"Inquirer",
    b"Mail",
    b"Mirror",
    b"News",
    b"Observer",
    b"Post",
    b"Review",
    b"Star",
    b"Sun",
    b"Telegraph",
    b"Times",
    b"Today",
    b"Tribune",
];

/// What names of cities and states begin with.
const PLACE_OPENINGS: &[&[u8]] = &[
    b"Cape", b"East", b"El", b"Fort", b"Las", b"Los", b"New", b"North", b"Port", b"Rhode", b"San", b"Santa",
    b"South", b"St.", b"West",
];

/// What names of places end with that begin with a given name by chance: *Long Island*.
const PLACE_ENDINGS: &[&[u8]] = &[
    b"Avenue", b"Bay", b"Beach", b"Bridge", b"City", b"County", b"Creek", b"Island", b"Islands", b"Lake",
    b"Park", b"River", b"Road", b"Square", b"Street", b"Tower", b"Valley",
];

/// Arabic and Hebrew articles and the like, which stay small before a capital.
const ARTICLES: &[&[u8]] =
    &[b"abu", b"ad", b"al", b"an", b"ar", b"as", b"ash", b"at", b"az", b"ben", b"bin", b"el", b"ibn", b"ul"];

/// Bodies that are named by what they sit *on*.
const SITS_ON: &[&[u8]] =
    &[b"Commission", b"Committee", b"Conference", b"Council", b"Panel", b"Subcommittee"];

/// Reads the name at token `at`, a [`Part::Name`] inside of a sentence, if it is a run of such words and no more
/// than that, and nothing behind it belongs to its phrase: most names are.
#[inline]
pub(crate) fn plain_name(text: &[u8], tokens: &[Token], at: usize, limit: usize) -> Option<NameChunk> {
    let tokens = tokens.get(..limit.min(tokens.len()))?;
    let mut end = at + 1;
    while end - at < MOST_PARTS && tokens.get(end).is_some_and(|token| token.part == Part::Name) {
        end += 1;
    }
    if !tokens.get(end).is_none_or(|next| next.part.ends_name() && !joins(next, &tokens[end + 1..])) {
        return None;
    }
    steps::add(end - at);
    let run = Run { text, tokens, at, context: NameContext::Inside };
    run.chunk(end)
}

/// Whether a name may go on behind `next`, a comma or small word.
fn joins(next: &Token, rest: &[Token]) -> bool {
    let capital = |at: usize| rest.get(at).is_some_and(Token::is_capital);
    match next.part {
        Part::Comma => rest.first().is_some_and(|suffix| suffix.has(Classes::NAME_SUFFIX)),
        _ => next.has(JOINTS) && (capital(0) || capital(1)),
    }
}

/// Reads the name that begins at token `at`, if one does, looking no further than `limit`.
#[inline(never)]
pub(crate) fn scan_name(
    text: &[u8],
    tokens: &[Token],
    at: usize,
    limit: usize,
    context: NameContext,
) -> Option<NameChunk> {
    let run = Run { text, tokens: tokens.get(..limit.min(tokens.len()))?, at, context };
    if !run.opens() {
        return None;
    }
    run.chunk(run.end())
}

/// A run of capitals that begins at `at`.
struct Run<'a> {
    text: &'a [u8],
    /// Up to the limit.
    tokens: &'a [Token],
    at: usize,
    context: NameContext,
}

impl Part {
    /// Whether a name and the phrase that it is the head of end before such a word, unless it joins two names.
    #[inline]
    fn ends_name(self) -> bool {
        self >= Self::Break || matches!(self, Self::Verb | Self::Adverb)
    }
}

impl Run<'_> {
    /// What the run up to `end` names.
    fn chunk(&self, end: usize) -> Option<NameChunk> {
        let at = self.at;
        if end == at + 1 && self.capital(at) && !self.has(at, OFFICE.with(Classes::PREPOSITION)) {
            return Some(NameChunk { end, name_start: at, kind: self.kind_of_lone(at) });
        }
        let name_start = self.name_start(end);
        let kind = self.kind(name_start, end);
        let name_start = if kind == NameKind::Role { end } else { name_start };
        let lone_office = kind == NameKind::Role && end == at + 1;
        if lone_office && (self.context != NameContext::Inside || !self.capital(at)) {
            return None;
        }
        Some(NameChunk { end, name_start, kind })
    }

    #[inline]
    fn has(&self, at: usize, classes: Classes) -> bool {
        steps::add(1);
        self.tokens.get(at).is_some_and(|token| token.has(classes))
    }

    #[inline]
    fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_word() && token.is_capital())
    }

    fn word(&self, at: usize) -> &[u8] {
        self.tokens
            .get(at)
            .and_then(|token| self.text.get(token.start as usize..token.end as usize))
            .unwrap_or(&[])
    }

    #[inline]
    fn is(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| (token.end - token.start) as usize == word.len())
            && self.word(at).eq_ignore_ascii_case(word.as_bytes())
    }

    /// *J.*, *J.D.*: letters with a stop each that are no word of the lists.
    fn is_initial(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            let stops = || self.word(at).iter().filter(|byte| **byte == b'.').count();
            token.is_capital()
                && token.shape.has(Shape::STOPPED)
                && (token.end - token.start) as usize == 2 * stops()
                && !token.has(Classes::PLACE.with(OFFICE).with(Classes::ORG_NAME))
        })
    }

    /// A word in capitals that the line around it is not: *NATO, US*.
    fn is_acronym(&self, at: usize) -> bool {
        self.context != NameContext::Shouted
            && self.tokens.get(at).is_some_and(|token| {
                token.shape.has(Shape::SHOUTED)
                    && !token.shape.has(Shape::HYPHENATED)
                    && (token.end - token.start) <= 5
            })
    }

    /// Whether the run can begin where it was asked to.
    fn opens(&self) -> bool {
        let at = self.at;
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        if !token.is_word() {
            return false;
        }
        if !token.is_capital() {
            return self.opens_lower(token);
        }
        if !self.is_part(at) {
            return false;
        }
        self.context != NameContext::Opening || self.opens_sentence(token)
    }

    /// A role word before a capital (*spokesman Lee*), or a name that begins small (*van Dyke, al-Masri*).
    fn opens_lower(&self, token: &Token) -> bool {
        let role = OFFICE.with(Classes::PERSON_NOUN).with(Classes::KIN).with(Classes::NAME_PARTICLE);
        if token.has(role) && !token.has(Classes::PLURAL) {
            let office = !token.shape.has(Shape::HYPHENATED) || token.has(OFFICE);
            return office && self.is_part(self.at + 1) && self.capital(self.at + 1);
        }
        self.is_small_article(self.at)
    }

    /// Whether a word at a sentence's start is more than a word with a capital.
    fn opens_sentence(&self, token: &Token) -> bool {
        let at = self.at;
        if self.is_initial(at) || self.is_acronym(at) {
            return true;
        }
        if !token.has(ORDINARY) {
            return token.word != 0 || !self.is_adverb_by_ending(at);
        }
        let next_is_part = self.is_part(at + 1);
        if token.has(Classes::GIVEN) {
            return (next_is_part && !self.has(at + 1, FUNCTION)) || self.is_followed_as_a_subject();
        }
        // "Time again", "Shell shocked": some bodies share their name with a word
        if token.has(PROPER) && !(token.has(Classes::COMMON) && token.has(Classes::ORG_NAME)) {
            return true;
        }
        if token.has(PROPER) && self.is_followed_as_a_subject() {
            return true;
        }
        if token.has(OFFICE.with(Classes::ORG_NOUN)) && self.is(at + 1, "of") && self.capital(at + 2) {
            return true;
        }
        let citizens_for = token.has(Classes::PLURAL) && self.is(at + 1, "for");
        if citizens_for && self.capital(at + 2) && self.takes_for(at) {
            return true;
        }
        if PLACE_OPENINGS.contains(&self.word(at)) && next_is_part && !self.has(at + 1, ORDINARY) {
            return true;
        }
        if next_is_part {
            return token.has(Classes::ANY_NOUN.with(Classes::ADJECTIVE).with(OFFICE))
                && !token.has(FUNCTION.with(Classes::ADVERB).with(Classes::TIME))
                && self.makes_a_name_with_next(token);
        }
        self.is_bare_surname(token)
    }

    /// *Similarly, it …*
    fn is_adverb_by_ending(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 5
            && word.ends_with(b"ly")
            && !self.tokens.get(at + 1).is_some_and(|next| next.has(Classes::FINITE.with(Classes::AUXILIARY)))
    }

    /// *Justice Department, Supreme Court, Singer Ann Lee*, but not *Angry Ann*.
    fn makes_a_name_with_next(&self, token: &Token) -> bool {
        let next = self.at + 1;
        if token.has(OFFICE.with(Classes::PERSON_NOUN)) {
            return true;
        }
        let next_is_given = self.has(next, Classes::GIVEN);
        !next_is_given && self.has(next, BODY.with(OFFICE).with(Classes::ANY_NOUN).with(Classes::PLACE))
    }

    /// *Brown said*: one thing called by a noun needs a determiner, a name does not.
    fn is_bare_surname(&self, token: &Token) -> bool {
        token.has(Classes::NOUN.with(Classes::ADJECTIVE))
            && !token.has(FUNCTION.with(Classes::ADVERB).with(Classes::PLURAL).with(Classes::TIME))
            && !token.has(Classes::PERSON_NOUN.with(Classes::ORG_NOUN).with(Classes::DOCUMENT_NOUN))
            && !token.has(Classes::NOUN_CUE)
            && self.tokens.get(self.at + 1).is_some_and(|next| {
                let doubtful = token.has(Classes::ADJECTIVE) && next.has(Classes::PLURAL);
                next.has(Classes::FINITE)
                    && next.has(Classes::REPORTING)
                    && !next.is_capital()
                    && (!doubtful || self.takes_object(self.at + 1))
            })
    }

    /// Whether something that a verb at `at` would take stands behind it: *Brown claims the title*, but *recent
    /// claims have shown*.
    fn takes_object(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| {
            let opens =
                Classes::DETERMINER.with(Classes::POSSESSIVE).with(Classes::PRONOUN).with(Classes::THAT);
            next.has(opens) || next.kind.is_mark()
        })
    }

    /// *Will said, Grace's, Mark,*: what comes next only makes sense after a name.
    fn is_followed_as_a_subject(&self) -> bool {
        let Some(next) = self.tokens.get(self.at + 1) else {
            return true;
        };
        match next.kind {
            TokenKind::Word => {
                next.has(Classes::FINITE.with(Classes::AUXILIARY))
                    && !next.has(FUNCTION.without(Classes::AUXILIARY).with(Classes::PLURAL))
            }
            TokenKind::Clitic | TokenKind::Comma => true,
            _ => false,
        }
    }

    /// Whether token `at` can be a part of a name.
    fn is_part(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        match token.part {
            Part::Open => self.is_doubtful_part(at, token),
            Part::Name => {
                !matches!(self.context, NameContext::Headline | NameContext::Shouted)
                    || self.is_headline_part(at)
            }
            _ => false,
        }
    }

    #[inline(never)]
    fn is_doubtful_part(&self, at: usize, token: &Token) -> bool {
        if !token.is_word() {
            return false;
        }
        if !token.is_capital() {
            return self.is_small_article(at);
        }
        if self.is_initial(at) {
            return true;
        }
        if token.shape.has(Shape::HYPHENATED) && self.ends_small(at) {
            // "Oscar-winner Gomez", "Kim Jong-un", but "Lee-backed plan"
            return token.has(OFFICE.with(Classes::PERSON_NOUN)) || (at > self.at && self.capital(at - 1));
        }
        if token.has(Classes::MONTH.with(Classes::WEEKDAY)) && !self.is_person_or_paper(at) {
            return false;
        }
        let will = token.has(Classes::GIVEN) && !token.has(FUNCTION.without(Classes::MODAL));
        if token.has(FUNCTION.with(Classes::INTERJECTION)) && !will {
            // "New York Times" holds a preposition
            let noun_inside = at > self.at && token.has(Classes::NOUN) && self.capital(at - 1);
            return self.is_acronym(at) || noun_inside || self.ends_a_paper(at);
        }
        match self.context {
            NameContext::Inside | NameContext::Opening => true,
            NameContext::Headline | NameContext::Shouted => self.is_headline_part(at),
        }
    }

    fn ends_a_paper(&self, at: usize) -> bool {
        let place = at > self.at && self.capital(at - 1) || at == self.at && at > 0 && self.is(at - 1, "the");
        place && PAPERS.contains(&self.word(at))
    }

    /// Whether the part after the last hyphen is small.
    fn ends_small(&self, at: usize) -> bool {
        let word = self.word(at);
        let last = word.iter().rposition(|byte| *byte == b'-').map_or(0, |hyphen| hyphen + 1);
        word.get(last).is_some_and(u8::is_ascii_lowercase)
    }

    /// *April Lee* and *Sunday Times*, but not *on Monday* and *in May Lee said*.
    fn is_person_or_paper(&self, at: usize) -> bool {
        let after_preposition = at > 0 && self.has(at - 1, Classes::PREPOSITION);
        let next_capital = self.capital(at + 1) && !self.has(at + 1, FUNCTION.with(Classes::MONTH));
        if self.has(at, Classes::GIVEN) && !after_preposition && next_capital {
            return true;
        }
        next_capital && self.has(at + 1, BODY)
    }

    /// Where every word has a capital, only words that are no ordinary ones are taken.
    fn is_headline_part(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.word == 0
            || token.has(PROPER.with(OFFICE))
            || (at > self.at && token.has(BODY) && self.capital(at - 1))
    }

    /// The token after the run's last part.
    fn end(&self) -> usize {
        let mut end = self.at + 1;
        while end - self.at < MOST_PARTS {
            if self.has(end - 1, Classes::NAME_SUFFIX) && end - 1 > self.at {
                break;
            }
            if self.is_part(end) {
                end += 1;
            } else if let Some(next) = self.connected(end) {
                end = next;
            } else {
                break;
            }
        }
        end
    }

    /// Where the run goes on after a small word or a sign at `at` that joins two of its parts.
    fn connected(&self, at: usize) -> Option<usize> {
        let token = self.tokens.get(at)?;
        if !matches!(
            token.part,
            Part::Open | Part::Break | Part::Preposition | Part::Coordinator | Part::Comma
        ) {
            return None;
        }
        match token.kind {
            TokenKind::Comma => self.suffix_after_comma(at),
            TokenKind::Symbol => (self.is(at, "&") && self.capital(at + 1)).then_some(at + 2),
            TokenKind::Word if token.is_capital() || !token.has(JOINTS) => None,
            TokenKind::Word if token.has(Classes::NAME_PARTICLE) => self.particles(at),
            TokenKind::Word if self.is(at, "of") => self.complement(at, self.takes_of(at - 1)),
            TokenKind::Word if self.is(at, "for") => self.complement(at, self.takes_for(at - 1)),
            TokenKind::Word if self.is(at, "on") => self.complement(at, SITS_ON.contains(&self.word(at - 1))),
            TokenKind::Word if self.is(at, "and") => self.coordinated(at),
            _ => None,
        }
    }

    /// *Ray, Jr.*
    fn suffix_after_comma(&self, at: usize) -> Option<usize> {
        (self.has(at + 1, Classes::NAME_SUFFIX) && self.capital(at + 1) && at > self.at).then_some(at + 2)
    }

    /// *van der Berg*: small particles up to a capital.
    fn particles(&self, mut at: usize) -> Option<usize> {
        let first = at;
        while at - first < 3 && self.has(at, Classes::NAME_PARTICLE) && !self.capital(at) {
            at += 1;
        }
        (self.capital(at) && self.is_part(at)).then_some(at + 1)
    }

    /// The capitals after *of*, *of the* and the like.
    fn complement(&self, at: usize, taken: bool) -> Option<usize> {
        let next = if self.is(at + 1, "the") { at + 2 } else { at + 1 };
        let named = taken && self.capital(next) && self.is_part(next);
        (named && !self.has(next, Classes::MONTH.with(Classes::WEEKDAY))).then_some(next + 1)
    }

    /// *Bank of*, *Secretary of*, *Duke of*; *Lee of* is a person and where he comes from.
    fn takes_of(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let people = token.has(Classes::PERSON_NOUN) && !token.has(OFFICE.with(Classes::PARTY));
        token.has(ORDINARY.with(OFFICE).with(BODY)) && !token.has(Classes::GIVEN) && !people
    }

    /// *Center for*, *Citizens for Clean Water*; *Soldiers for Ann Lee* are no body.
    fn takes_for(&self, at: usize) -> bool {
        let people = self.has(at, Classes::PERSON_NOUN);
        let common = self.has(at + 2, Classes::NOUN.with(Classes::ADJECTIVE)) && !self.has(at + 2, PROPER);
        self.has(at, BODY.with(Classes::PLURAL).with(Classes::DEMONYM)) && (!people || common)
    }

    /// *Centers for Disease Control and Prevention*, *Food and Drug Administration*, *Mr. and Mrs. Ray*.
    fn coordinated(&self, at: usize) -> Option<usize> {
        let next = at + 1;
        if !self.capital(next) {
            return None;
        }
        let stopped_title = |at: usize| {
            self.has(at, Classes::TITLE) && self.tokens.get(at).is_some_and(|t| t.shape.has(Shape::STOPPED))
        };
        if stopped_title(at - 1) && stopped_title(next) {
            return Some(next + 1);
        }
        let common = |at: usize| {
            self.has(at, Classes::NOUN.with(Classes::ADJECTIVE)) && !self.has(at, PROPER.with(OFFICE))
        };
        if !common(at - 1) || !common(next) {
            return None;
        }
        let inside_a_body = (self.at..at).any(|at| !self.capital(at));
        let body_after = (next + 1..next + 4)
            .take_while(|at| self.capital(*at))
            .any(|at| self.has(at, BODY) && !self.has(at, OFFICE));
        let body_here = self.has(next, BODY) || self.has(at - 1, BODY);
        ((inside_a_body && !body_here) || body_after).then_some(next + 1)
    }

    /// Where the name proper begins: after the last title or office, or at a given name behind a body.
    fn name_start(&self, end: usize) -> usize {
        let mut start = self.at;
        let mut behind_a_body = false;
        for at in self.at..end {
            if self.is_title_before(at, end) {
                start = self.after_office(at + 1, end);
            } else if behind_a_body && self.begins_person(at, end) {
                start = at;
                behind_a_body = false;
            } else if at == start && (self.is_people_before(at, end) || self.is_epithet_before(at, end)) {
                start = at + 1;
            }
            let small = !self.capital(at) && self.has(at, Classes::PREPOSITION);
            behind_a_body |=
                small || (self.has(at, BODY.with(Classes::ROLE)) && !self.has(at, Classes::GIVEN));
        }
        if start < end && self.is_office_alone(start, end) {
            return end;
        }
        start
    }

    /// Whether the word at `at` is a title of the name after it.
    fn is_title_before(&self, at: usize, end: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        if at + 1 >= end || !token.has(OFFICE.with(Classes::PERSON_NOUN).with(Classes::KIN)) {
            return false;
        }
        let after_given = at > self.at
            && self.has(at - 1, Classes::GIVEN)
            && !self.has(at - 1, Classes::PLACE.with(OFFICE));
        // "Don Weber" is called Don; "Dean Weber" is one
        let don = token.has(Classes::GIVEN) && !token.has(Classes::ROLE) && !token.shape.has(Shape::STOPPED);
        let titled = at > self.at && self.has(at - 1, OFFICE);
        if don && (titled || at == self.at && at + 2 == end && !self.has(at + 1, Classes::GIVEN)) {
            return false;
        }
        let guy = at == self.at && token.has(Classes::GIVEN) && token.is_capital() && !token.has(OFFICE);
        if guy || token.has(Classes::DEMONYM) && !token.has(OFFICE) {
            return false;
        }
        if after_given || (token.has(Classes::GIVEN) && self.has(at + 1, Classes::NAME_SUFFIX)) {
            return false;
        }
        // "Justice Department" and "Soldiers Home" have no title
        let body_next = self.has(at + 1, BODY) && !self.has(at + 1, Classes::GIVEN.with(OFFICE));
        if body_next {
            return false;
        }
        if self.is_small_joint(at + 1) {
            // "Secretary of State Ann Lee"
            return token.has(OFFICE) && self.after_office(at + 1, end) < end;
        }
        if token.has(OFFICE) || !token.is_capital() {
            return true;
        }
        // "Patriot Act" has no title
        if !self.has(at + 1, Classes::GIVEN) && self.has(at + 1, Classes::ANY_NOUN.with(Classes::WORK_NOUN)) {
            return false;
        }
        // a person noun in capitals, as in "Singer Ann Lee", must not be a middle name
        at == self.at || !self.has(at - 1, PROPER) || self.has(at - 1, Classes::DEMONYM.with(Classes::PLACE))
    }

    fn is_small_joint(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            !token.is_capital() && !token.has(Classes::NAME_PARTICLE)
                || self.is(at, "of")
                || self.is(at, "for")
        }) && !self.is_small_article(at)
    }

    /// Skips *of State* after an office; the place given where nothing of the kind stands there.
    fn after_office(&self, at: usize, end: usize) -> usize {
        if !self.is_small_joint(at) || self.is(at, "and") {
            return at;
        }
        let mut at = if self.is(at + 1, "the") { at + 3 } else { at + 2 };
        while at < end && !self.has(at, Classes::GIVEN) {
            let body = self.has(at, BODY.with(Classes::PLACE).with(Classes::NOUN).with(Classes::ADJECTIVE));
            if !body && !self.is_small_joint(at) {
                break;
            }
            at += 1;
        }
        at
    }

    /// A given name with a name after it, where a body or *of* stands left of it: *Rules Panel Ann Lee*.
    fn begins_person(&self, at: usize, end: usize) -> bool {
        self.has(at, Classes::GIVEN)
            && at + 1 < end
            && self.capital(at + 1)
            && !self.has(end - 1, BODY)
            && at > self.at
            && self.capital(at - 1)
    }

    /// *Republican Ann Lee*, *German Ann Lee*.
    fn is_people_before(&self, at: usize, end: usize) -> bool {
        let next_unknown = self.tokens.get(at + 1).is_some_and(|token| token.word == 0 && token.is_capital());
        at + 1 < end
            && (self.has(at, Classes::PARTY) && (next_unknown || self.has(at + 1, Classes::GIVEN))
                || self.has(at, Classes::DEMONYM)
                    && !self.has(at, Classes::GIVEN)
                    && at + 2 < end
                    && self.has(at + 1, Classes::GIVEN))
    }

    /// *Honest Ann Lee*: an adjective before a given and another name.
    fn is_epithet_before(&self, at: usize, end: usize) -> bool {
        self.has(at, Classes::ADJECTIVE)
            && !self.has(at, PROPER.with(Classes::NOUN))
            && at + 3 <= end
            && self.has(at + 1, Classes::GIVEN)
            && !self.has(at + 1, Classes::PLACE)
            && !self.has(end - 1, BODY)
    }

    /// *Energy Secretary*, *Speaker of the House*: the last word is an office and nobody's name is there.
    fn is_office_alone(&self, start: usize, end: usize) -> bool {
        let head = (start..end).find(|at| self.is_small_joint(*at)).unwrap_or(end);
        if head == start || !self.has(head - 1, OFFICE) {
            return false;
        }
        let titled = start > self.at;
        let named = self.has(start, Classes::GIVEN) && head - start > 1 && !self.has(start, Classes::PLACE);
        let initials = (start..head).any(|at| self.is_initial(at));
        // "Mr. King", "Ann King"; but "Vice Chair" behind a title of its own is an office still
        !(named || initials || titled && head - start == 1)
    }

    /// The kind of a run of one word that is no office, as `kind` would find it: most names are such.
    fn kind_of_lone(&self, at: usize) -> NameKind {
        if self.has(at, BODY) {
            NameKind::Organisation
        } else if self.has(at, Classes::PLURAL.with(Classes::DEMONYM)) && self.is_people(at, at) {
            NameKind::People
        } else if self.is_initial(at) {
            NameKind::Person
        } else {
            self.kind_of_one(at)
        }
    }

    fn kind(&self, start: usize, end: usize) -> NameKind {
        if start >= end {
            return NameKind::Role;
        }
        let mut last = end - 1;
        while last > start && self.has(last, Classes::NAME_SUFFIX) {
            last -= 1;
        }
        let suffixed = last + 1 < end;
        let parts = last + 1 - start;
        let given_first = self.has(start, Classes::GIVEN);
        let joined = (start..=last).any(|at| self.is_small_joint(at));
        let body_last = self.has(last, BODY);
        let initials = (start + 1..last).any(|at| self.is_initial(at));
        let surname = given_first && (initials || parts == 2 && BODY_SURNAMES.contains(&self.word(last)));
        let body_of_people = joined && self.has(start, Classes::PARTY.with(Classes::PERSON_NOUN));
        if body_of_people && self.is_small_joint(start + 1) && !self.has(start, Classes::PLURAL) {
            // "Democrat of Ohio" says what somebody is
            return NameKind::Role;
        }
        let member = self.has(last, Classes::PARTY)
            && self.has(last, Classes::PERSON_NOUN)
            && !self.has(last, Classes::PLURAL);
        if parts > 1 && member && !given_first && !self.is_modifier(end) {
            // "Ohio Democrat"
            return NameKind::Role;
        }
        let paper = parts > 1 && PAPERS.contains(&self.word(last)) && !surname;
        let body_last = body_last && !(parts == 2 && given_first && self.names_a_brand(last));
        if (joined || paper || body_last && !surname) && !(suffixed && given_first) {
            return NameKind::Organisation;
        }
        if self.has(last, Classes::PLURAL.with(Classes::DEMONYM)) && self.is_people(start, last) {
            return NameKind::People;
        }
        if start > self.at || suffixed || surname || (start..=last).any(|at| self.is_initial(at)) {
            return NameKind::Person;
        }
        if parts > 1 && self.has(last, Classes::WORK_NOUN.with(Classes::DOCUMENT_NOUN)) && !surname {
            return NameKind::Thing;
        }
        if parts == 1 { self.kind_of_one(start) } else { self.kind_of_many(start, last) }
    }

    /// The name of a body that is a surname too, as *Ford* is.
    fn names_a_brand(&self, at: usize) -> bool {
        self.has(at, Classes::ORG_NAME) && !self.has(at, Classes::ORG_NOUN.with(Classes::ORG_SUFFIX))
    }

    /// *Germans, House Republicans, Lawmakers*; *Harbour Partners* is a firm.
    fn is_people(&self, start: usize, last: usize) -> bool {
        let peoples = Classes::DEMONYM.with(Classes::PARTY);
        let before = last.checked_sub(1).is_some_and(|before| {
            before < start
                || self.has(before, BODY.with(peoples).with(Classes::ADJECTIVE).with(Classes::PLACE))
        });
        (self.has(last, peoples) || self.has(last, Classes::PERSON_NOUN) && before)
            && !(self.has(start, Classes::GIVEN) && last > start)
    }

    fn kind_of_one(&self, at: usize) -> NameKind {
        if self.has(at, Classes::PARTY.with(Classes::DEMONYM)) {
            NameKind::People
        } else if self.has(at, Classes::PLACE) {
            NameKind::Place
        } else if self.has(at, Classes::GIVEN) {
            NameKind::Person
        } else if self.is_acronym(at) || self.follows_the(at + 1) {
            NameKind::Organisation
        } else {
            NameKind::Unknown
        }
    }

    fn kind_of_many(&self, start: usize, last: usize) -> NameKind {
        let brands = (start..=last).all(|at| !self.has(at, BODY) || self.names_a_brand(at));
        let person =
            last == start + 1 && brands && (start..=last).any(|at| !self.has(at, ORDINARY.with(BODY)));
        if !person && (start..=last).any(|at| self.has(at, BODY) && !self.has(at, Classes::GIVEN)) {
            NameKind::Organisation
        } else if self.is_place_by_its_opening(start, last) {
            NameKind::Place
        } else if self.has(start, Classes::GIVEN) && !self.is_place_or_thing(start, last) {
            NameKind::Person
        } else if self.has(last, Classes::PLACE) && !self.is_bearer_of_a_place(start, last) {
            NameKind::Place
        } else if self.follows_the(last + 1) || (start..=last).any(|at| self.is_acronym(at)) {
            NameKind::Organisation
        } else if self.has(last, Classes::NOUN) && self.has(start, Classes::NOUN.with(Classes::ADJECTIVE)) {
            NameKind::Thing
        } else {
            NameKind::Unknown
        }
    }

    /// *New York, San Diego*.
    fn is_place_by_its_opening(&self, start: usize, last: usize) -> bool {
        PLACE_OPENINGS.contains(&self.word(start))
            && last <= start + 2
            && (!self.has(last, ORDINARY) || self.has(last, Classes::PLACE))
    }

    /// *Valeska Paris*: a word that the lists lack before the name of a place may be a given name.
    fn is_bearer_of_a_place(&self, start: usize, last: usize) -> bool {
        last == start + 1 && self.tokens.get(start).is_some_and(|first| first.word == 0)
    }

    /// *Austin, Texas* and *Long Island*: the first word is a given name only by chance.
    fn is_place_or_thing(&self, start: usize, last: usize) -> bool {
        self.has(last, Classes::PLACE) && self.has(start, Classes::PLACE)
            || self.has(start, Classes::COMMON) && PLACE_ENDINGS.contains(&self.word(last))
    }

    /// *the Kremlin said*; in *the Weber campaign* the name belongs to the noun behind it.
    fn follows_the(&self, end: usize) -> bool {
        self.at > 0 && self.is(self.at - 1, "the") && !self.is_modifier(end)
    }

    /// Whether the noun phrase goes on at `end` with a word in small letters.
    fn is_modifier(&self, end: usize) -> bool {
        self.tokens.get(end).is_some_and(|token| {
            token.is_word()
                && !token.is_capital()
                && token.has(Classes::ANY_NOUN.with(Classes::ADJECTIVE))
                && !token.has(Classes::FINITE.with(FUNCTION).with(Classes::ADVERB))
        })
    }

    /// *al-Masri, el-Sayed*: a part of a name that begins small and has a capital inside.
    fn is_small_article(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        if token.is_capital() || !token.shape.has(Shape::INNER_CAPITAL) {
            return false;
        }
        let word = self.word(at);
        let hyphen = word.iter().position(|byte| *byte == b'-').unwrap_or(0);
        ARTICLES.contains(&&word[..hyphen])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::lex::lex;

    /// `[` opens the chunk, `|` stands before the name proper, `]` closes the chunk; no `[`: no name.
    #[track_caller]
    fn reads(marked: &str, kind: Option<NameKind>) {
        let text: String = marked.chars().filter(|char| !"[|]".contains(*char)).collect();
        let mut tokens = Vec::new();
        lex(&text, 0..text.len(), 0, &Lexicon::english(), &mut tokens);
        let place = |mark: char| {
            let byte = marked.find(mark)?;
            let before = marked[..byte].chars().filter(|char| "[|]".contains(*char)).count();
            Some((byte - before) as u32)
        };
        let start = place('[').unwrap_or(0);
        let at = tokens.iter().position(|token| token.start >= start).unwrap();
        let context = if at == 0 { NameContext::Opening } else { NameContext::Inside };
        let chunk = scan_name(text.as_bytes(), &tokens, at, tokens.len(), context);
        let found = chunk.map(|chunk| {
            let end = tokens[chunk.end - 1].end;
            let name = tokens.get(chunk.name_start).filter(|_| chunk.name_start < chunk.end);
            (chunk.kind, name.map_or(end, |token| token.start), end)
        });
        let expected = kind.map(|kind| {
            let end = place(']').unwrap();
            (kind, place('|').unwrap_or(if kind == NameKind::Role { end } else { start }), end)
        });
        assert_eq!(found, expected, "{marked}");
    }

    #[test]
    fn titles_offices_and_bodies_stand_before_the_name() {
        for marked in [
            "[Finance Minister |Ann Lee] left",
            "so [Attorney General |Ann Lee] left",
            "so [Ohio Gov. |Bob Ray] left",
            "so [Rep. |Elia Ray] left",
            "so [Federal Reserve Chair |Ann T. Lee] left",
            "so [Secretary of State |Ann Lee] left",
            "so [Director of National Intelligence |Bob Lee] left",
            "so [Mr. and Mrs. |Ray] left",
            "the [spokesman |Bob Lee] left",
            "so [Republican |Ann Lee] left",
            "[Singer |Ann Lee] left",
        ] {
            reads(marked, Some(NameKind::Person));
        }
    }

    #[test]
    fn names_hold_initials_particles_and_suffixes() {
        for marked in [
            "so [Ann van der Berg] left",
            "so [Omar al-Masri] left",
            "so [Bob T. Ray, Jr.] left",
            "so [Bob Ray III] left",
            "so [J. D. Ray] left",
            "[Will Ray] left",
            "[Will] said so",
            "so [Kim Jong-un] left",
        ] {
            reads(marked, Some(NameKind::Person));
        }
    }

    #[test]
    fn bodies_are_known_by_their_words() {
        for marked in [
            "the [Department of Justice] said",
            "[Justice Department] officials",
            "the [Food and Drug Administration] said",
            "the [Centers for Disease Control and Prevention] said",
            "the [Senate Committee on Foreign Affairs] met",
            "so [Smith & Company] said",
            "the [Harbour City Times] said",
            "so [NATO] said",
            "the [Zorblat] said",
        ] {
            reads(marked, Some(NameKind::Organisation));
        }
    }

    #[test]
    fn a_body_word_beside_a_given_name_is_a_surname() {
        reads("so [Jude Law] left", Some(NameKind::Person));
        reads("so [Ann House] left", Some(NameKind::Person));
    }

    #[test]
    fn offices_alone_are_told_apart() {
        reads("the [Energy Secretary] left", Some(NameKind::Role));
        reads("the [Speaker of the House] left", Some(NameKind::Role));
        reads("a [Democrat of Ohio] left", Some(NameKind::Role));
        reads("so [Stephen King] left", Some(NameKind::Person));
        reads("so [Mr. |King] left", Some(NameKind::Person));
    }

    #[test]
    fn peoples_places_and_works_are_no_persons() {
        reads("the [Germans] left", Some(NameKind::People));
        reads("so [Senate Republicans] left", Some(NameKind::People));
        reads("in [New York] now", Some(NameKind::Place));
        reads("the [Patriot Act] now", Some(NameKind::Thing));
        reads("the [Weber] campaign", Some(NameKind::Unknown));
    }

    #[test]
    fn a_capital_at_a_sentence_start_is_no_sign() {
        for plain in [
            "However, Lee left",
            "Certainly Ann left",
            "Similarly, it fell",
            "Will he go",
            "In May",
            "Angry Ann",
        ] {
            reads(plain, None);
        }
        reads("[Brown] said so", Some(NameKind::Unknown));
        reads("on Monday", None);
    }
}
