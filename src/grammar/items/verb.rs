//! How far a verb group reaches, and of what form it is.

use crate::answer::quote::CueStatus;
use crate::lexicon::{Classes, Grades, Lexicon};
use crate::text::lex::{Token, TokenKind};

/// The form of a verb group, which says what subject it can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum VerbForm {
    /// *says, has said, will say*.
    Finite,
    /// *to say*.
    Infinitive,
    /// *say* without *to* and without a subject form: *made him say*.
    Base,
    /// *saying*.
    Gerund,
    /// *called, accused* with no auxiliary, where it cannot be a past tense.
    Participle,
}

/// A main verb with its auxiliaries and adverbs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VerbGroup {
    /// The item of this group, counted from the chunks' start.
    pub(crate) item: u32,
    /// The token of the main verb.
    pub(crate) main: u32,
    /// The token after the cue: after the main verb, or after the phrase that it begins.
    pub(crate) cue_end: u32,
    pub(crate) grades: Grades,
    pub(crate) form: VerbForm,
    /// *was told, been accused*.
    pub(crate) passive: bool,
    /// The main verb is a form of *be*.
    pub(crate) copular: bool,
    /// Only auxiliaries: *did* before the subject of a question, *has* alone.
    pub(crate) bare_auxiliary: bool,
    pub(crate) status: CueStatus,
    /// *called, named, titled*: what follows in marks is a name.
    pub(crate) naming: bool,
}

/// What the scan of a group found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// The token after the group.
    pub(super) end: usize,
    pub(super) main: usize,
    pub(super) form: VerbForm,
    pub(super) passive: bool,
    pub(super) copular: bool,
    pub(super) bare_auxiliary: bool,
    pub(super) status: CueStatus,
}

/// What may follow in a group.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expect {
    /// After *to*, a modal, *do*.
    Base,
    /// After *have*.
    Perfect,
    /// After *be*.
    AfterBe,
    Nothing,
}

/// Scans the verb group that begins at `at`, a token with a verb reading that holds here, or *to* before
/// one.
pub(super) fn scan_group(tokens: &[Token], at: usize, limit: usize, lexicon: &Lexicon) -> Group {
    let mut scan = Scan {
        tokens,
        limit,
        lexicon,
        group: Group {
            end: at + 1,
            main: at,
            form: VerbForm::Finite,
            passive: false,
            copular: false,
            bare_auxiliary: false,
            status: CueStatus::default(),
        },
    };
    scan.run(at);
    scan.group
}

/// The group of a verb that is no auxiliary.
#[inline]
pub(super) fn lone_group(token: &Token, at: usize) -> Group {
    Group {
        end: at + 1,
        main: at,
        form: form_of(token.classes),
        passive: false,
        copular: false,
        bare_auxiliary: false,
        status: CueStatus::default(),
    }
}

/// The form of a verb that is no auxiliary.
fn form_of(classes: Classes) -> VerbForm {
    if classes.any(Classes::VERB_ING) {
        VerbForm::Gerund
    } else if classes.any(Classes::FINITE) {
        VerbForm::Finite
    } else if classes.any(Classes::VERB_PARTICIPLE) {
        VerbForm::Participle
    } else {
        VerbForm::Base
    }
}

struct Scan<'a> {
    tokens: &'a [Token],
    limit: usize,
    lexicon: &'a Lexicon,
    group: Group,
}

impl Scan<'_> {
    fn run(&mut self, at: usize) {
        let first = &self.tokens[at];
        let mut expect = if first.word == self.lexicon.known.to {
            self.group.form = VerbForm::Infinitive;
            Expect::Base
        } else {
            self.first_verb(at)
        };
        let mut next = at + 1;
        while expect != Expect::Nothing {
            let after_adverbs = self.skip_adverbs(next);
            let Some(token) = self.tokens.get(after_adverbs).filter(|_| after_adverbs < self.limit) else {
                break;
            };
            match self.continues(token, expect) {
                Some(then) => {
                    self.take(after_adverbs, expect);
                    expect = then;
                    next = after_adverbs + 1;
                }
                None => break,
            }
        }
        self.group.end = next.max(self.group.end);
    }

    /// The first verb decides the form; an auxiliary decides what may follow.
    fn first_verb(&mut self, at: usize) -> Expect {
        let token = &self.tokens[at];
        let classes = token.classes;
        self.group.main = at;
        if classes.any(Classes::NEGATION) {
            self.negate();
        }
        if classes.any(Classes::MODAL) {
            self.modal(token);
            self.group.bare_auxiliary = true;
            return Expect::Base;
        }
        if classes.any(Classes::BE) {
            self.group.copular = true;
            self.group.form = be_form(token, self.lexicon);
            return Expect::AfterBe;
        }
        let gerund = classes.any(Classes::VERB_ING);
        if classes.any(Classes::HAVE) {
            self.group.form = if gerund { VerbForm::Gerund } else { VerbForm::Finite };
            return Expect::Perfect;
        }
        if classes.any(Classes::DO) {
            self.group.form = if gerund { VerbForm::Gerund } else { VerbForm::Finite };
            return Expect::Base;
        }
        self.group.form = form_of(classes);
        Expect::Nothing
    }

    fn continues(&self, token: &Token, expect: Expect) -> Option<Expect> {
        let classes = token.classes;
        let after = |classes: Classes| {
            if classes.any(Classes::BE) {
                Expect::AfterBe
            } else if classes.any(Classes::HAVE) {
                Expect::Perfect
            } else {
                Expect::Nothing
            }
        };
        match expect {
            Expect::Base if classes.any(Classes::VERB_BASE) || token.word == self.lexicon.known.be => {
                Some(after(classes))
            }
            Expect::Perfect
                if classes.any(Classes::VERB_PARTICIPLE) || token.word == self.lexicon.known.been =>
            {
                Some(after(classes))
            }
            Expect::AfterBe if token.word == self.lexicon.known.being => Some(Expect::AfterBe),
            Expect::AfterBe if classes.any(Classes::VERB_PARTICIPLE.with(Classes::VERB_ING)) => {
                Some(Expect::Nothing)
            }
            _ => None,
        }
    }

    fn take(&mut self, at: usize, expect: Expect) {
        let token = &self.tokens[at];
        self.group.main = at;
        self.group.end = at + 1;
        self.group.bare_auxiliary = false;
        self.group.copular = token.has(Classes::BE);
        self.group.passive = expect == Expect::AfterBe
            && token.has(Classes::VERB_PARTICIPLE)
            && !token.has(Classes::BE)
            && !self.is_perfect(at);
    }

    /// *he's said*: with a person and a verb of saying the short form is *has*.
    fn is_perfect(&self, at: usize) -> bool {
        let before = at.checked_sub(2).and_then(|before| self.tokens.get(before));
        self.tokens[at - 1].kind == TokenKind::Clitic
            && before.is_some_and(|before| {
                before.has(Classes::PRONOUN) && before.has(Classes::MASCULINE.with(Classes::FEMININE))
            })
            && self.lexicon.grades(self.tokens[at].word).quote >= 3
    }

    /// Skips *not* and adverbs inside the group.
    fn skip_adverbs(&mut self, mut at: usize) -> usize {
        while at < self.limit {
            let token = &self.tokens[at];
            // "would further complicate": before a base form another is none
            let twice = || {
                token.classes.all(Classes::ADVERB.with(Classes::VERB_BASE))
                    && self.tokens[..self.limit].get(at + 1).is_some_and(|next| {
                        next.has(Classes::VERB_BASE) && !next.has(Classes::ANY_NOUN.with(Classes::ADVERB))
                    })
            };
            let adverb = token.kind == TokenKind::Word
                && token.has(Classes::ADVERB.with(Classes::NEGATION).with(Classes::REFLEXIVE))
                && (!token.has(Classes::VERB) || twice())
                && !token.has(Classes::COORDINATOR.with(Classes::SUBORDINATOR).with(Classes::PREPOSITION));
            if !adverb {
                return at;
            }
            if token.has(Classes::NEGATION) {
                self.negate();
            }
            at += 1;
        }
        at
    }

    fn negate(&mut self) {
        self.group.status = self.group.status.with(CueStatus::NEGATED);
    }

    /// *will* and *shall* look ahead, the other modals suppose; *must*, *can* and *has to* assert enough.
    fn modal(&mut self, token: &Token) {
        let known = &self.lexicon.known;
        let status =
            if token.word == known.will || token.word == known.shall || token.word == known.will_short {
                CueStatus::FUTURE
            } else {
                CueStatus::CONDITIONAL
            };
        self.group.status = self.group.status.with(status);
    }
}

/// *be, being, been* have no subject of their own.
fn be_form(token: &Token, lexicon: &Lexicon) -> VerbForm {
    let known = &lexicon.known;
    if token.word == known.being {
        VerbForm::Gerund
    } else if token.word == known.be || token.word == known.been {
        VerbForm::Base
    } else {
        VerbForm::Finite
    }
}
