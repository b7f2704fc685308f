//! Whether a word that can be noun and verb is a verb here.

use crate::lexicon::{Classes, Lexicon};
use crate::text::lex::{Shape, Token, TokenKind};

/// What stands before the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// The start of a sentence or clause, or punctuation.
    Start,
    /// A pronoun that can be a subject, or *who*.
    Subject,
    /// A noun phrase that is complete and singular, or a name.
    Singular,
    /// The same, plural.
    Plural,
    /// A quoted span, perhaps with a comma.
    Quotation,
    /// A verb.
    Verb,
    /// A preposition.
    Preposition,
    /// An adverb.
    Adverb,
    Coordinator,
}

/// Words that go on from a verb rather than from a noun: *claims the, says he, reports that*.
const AFTER_VERB: Classes = Classes::DETERMINER
    .with(Classes::POSSESSIVE)
    .with(Classes::PRONOUN)
    .with(Classes::REFLEXIVE)
    .with(Classes::THAT)
    .with(Classes::TO)
    .with(Classes::WH)
    .with(Classes::ADVERB)
    .with(Classes::SUBORDINATOR)
    .with(Classes::NUMBER);

const FUNCTION: Classes = Classes::DETERMINER
    .with(Classes::POSSESSIVE)
    .with(Classes::PRONOUN)
    .with(Classes::PREPOSITION)
    .with(Classes::COORDINATOR)
    .with(Classes::SUBORDINATOR)
    .with(Classes::WH)
    .with(Classes::THAT)
    .with(Classes::AUXILIARY);

/// Whether the token at `at`, which has a verb reading, is a verb after `before`. It stays one
/// function: split, it cost the scans that ask it their registers.
pub(super) fn is_verb(tokens: &[Token], at: usize, limit: usize, before: Before, lexicon: &Lexicon) -> bool {
    let token = &tokens[at];
    let classes = token.classes;
    if classes.any(Classes::AUXILIARY) {
        // "the will", "a might": after a determiner the noun phrase takes them before they come here
        return true;
    }
    if !classes.any(Classes::VERB) {
        return false;
    }
    if classes.any(FUNCTION) {
        // following, given, regarding: prepositions first, unless a subject stands before; "Lee provided a"
        let next = tokens.get(at + 1).filter(|_| at + 1 < limit);
        return before == Before::Subject
            || classes.any(Classes::VERB_PAST)
                && matches!(before, Before::Singular | Before::Plural)
                && takes_complement(next);
    }
    let other =
        classes.any(Classes::ANY_NOUN.with(Classes::ADJECTIVE).with(Classes::TIME).with(Classes::ADVERB));
    let next = tokens.get(at + 1).filter(|next| at + 1 < limit || opens_quotation(next));
    if before == Before::Start && token.is_capital() && !classes.any(Classes::VERB_ING) {
        // a name that is also a verb opens more sentences than a verb does: "Grant said", "Said Grant"
        let named = next.is_some_and(|next| next.is_capital() && !next.has(FUNCTION));
        return takes_complement(next)
            && !next.is_some_and(|next| next.has(Classes::ADVERB.with(Classes::REFLEXIVE)))
            && (!named || classes.any(Classes::REPORTING) && !classes.any(Classes::TITLE));
    }
    if before == Before::Preposition && !classes.any(Classes::VERB_ING) {
        return false;
    }
    if before == Before::Verb && classes.any(Classes::VERB_PARTICIPLE) && before_noun(tokens, at, limit) {
        // "reported increased sales"
        return false;
    }
    if !other {
        return true;
    }
    match before {
        Before::Subject => true,
        Before::Quotation if classes.any(Classes::ANY_NOUN) => {
            // "…," reports Lee; but "…," campaign manager Lee said
            // "…," hit back Lee
            let following = tokens[at + 1..].iter().map(|token| (token.word, token.classes));
            let phrase = classes.any(Classes::VERB_PAST)
                && lexicon.grades(token.word).prepositions.heads_phrase()
                && lexicon.phrase(token.word, following).is_some();
            phrase
                || classes.any(Classes::REPORTING)
                    && (classes.any(Classes::VERB_PAST)
                        || classes.any(Classes::VERB_S) && takes_complement(next)
                        || classes.any(Classes::VERB_BASE)
                            && next.is_some_and(|next| next.has(Classes::DETERMINER)))
        }
        Before::Quotation => classes.any(Classes::REPORTING) || !classes.any(Classes::ADJECTIVE),
        Before::Singular => {
            if classes.any(Classes::VERB_PAST.with(Classes::VERB_PARTICIPLE)) {
                // "Lee shot back"
                let particle =
                    next.is_some_and(|next| next.has(Classes::ADVERB) && !next.has(Classes::PLURAL));
                // "…," Lee thought, and left
                let alone = || {
                    at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(Token::is_capital)
                        && next.is_none_or(|next| matches!(next.kind, TokenKind::Stop | TokenKind::Comma))
                };
                !classes.any(Classes::ANY_NOUN) || takes_complement(next) || particle || alone()
            } else {
                // "with one baker writing “…”"
                let says = next.is_some_and(opens_quotation);
                classes.any(Classes::VERB_S) && (takes_complement(next) || reports_at_end(token, next))
                    || classes.all(Classes::VERB_ING.with(Classes::REPORTING)) && says
            }
        }
        Before::Plural => {
            if classes.any(Classes::VERB_PAST.with(Classes::VERB_PARTICIPLE)) {
                // "campaigners thought"
                !classes.any(Classes::ANY_NOUN) || takes_complement(next) || reports_at_end(token, next)
            } else {
                // "the rights group Open Hands"
                let body = classes.any(Classes::ORG_NOUN) && next.is_some_and(Token::is_capital);
                classes.any(Classes::VERB_BASE)
                    && !classes.any(Classes::VERB_S)
                    && !body
                    && (takes_complement(next) || reports_at_end(token, next))
                    || classes.any(Classes::VERB_ING) && takes_complement(next)
                    // "a survey of voters shows that": the nearest noun is not the subject's head
                    || classes.any(Classes::VERB_S)
                        && next.is_some_and(|next| {
                            next.has(Classes::THAT | Classes::DETERMINER)
                                || lexicon.grades(token.word).prepositions.grade(&lexicon.known, next.word) >= 3
                        })
            }
        }
        Before::Adverb => !classes.any(Classes::ADJECTIVE) || takes_complement(next),
        Before::Verb | Before::Preposition => classes.any(Classes::VERB_ING) && takes_complement(next),
        Before::Coordinator => {
            (classes.any(Classes::VERB_PAST) && !classes.any(Classes::ANY_NOUN)
                || classes.any(Classes::VERB_S | Classes::VERB_PAST | Classes::VERB_ING | Classes::VERB_BASE))
                && takes_complement(next)
        }
        Before::Start => {
            classes.any(Classes::VERB_ING | Classes::VERB_PARTICIPLE) && !classes.any(Classes::ANY_NOUN)
                // "…, party leader Ann Lee said"
                || token.word != lexicon.known.like
                    && takes_complement(next)
                    && !(classes.any(Classes::ANY_NOUN)
                        && !classes.any(Classes::FINITE.with(Classes::VERB_ING))
                        && next.is_some_and(Token::is_capital))
        }
    }
}

/// Whether what follows is more likely the complement of a verb than the company of a noun.
fn takes_complement(next: Option<&Token>) -> bool {
    let Some(next) = next else { return false };
    match next.kind {
        TokenKind::Word => {
            next.has(AFTER_VERB) && !next.has(Classes::VERB.with(Classes::AUXILIARY))
                // "supports banning it"
                || next.has(Classes::VERB_ING) && !next.has(Classes::ANY_NOUN.with(Classes::ADJECTIVE))
                || next.is_capital() && !next.has(Classes::MONTH.with(Classes::WEEKDAY))
        }
        TokenKind::Number => true,
        TokenKind::Colon => true,
        _ => opens_quotation(next),
    }
}

/// *…, offering “a deep apology”*: a quoted span follows, which ends the stretch that is read.
fn opens_quotation(next: &Token) -> bool {
    match next.kind {
        TokenKind::Double | TokenKind::DoubleOpen | TokenKind::SingleOpen => next.shape.has(Shape::SPACED),
        _ => false,
    }
}

/// Whether a noun follows the word at `at`.
pub(super) fn before_noun(tokens: &[Token], at: usize, limit: usize) -> bool {
    let next = tokens.get(at + 1).filter(|_| at + 1 < limit);
    next.is_some_and(|next| next.is_word() && next.has(Classes::ANY_NOUN) && !next.has(FUNCTION))
}

/// *"…," Lee claims.*: nothing follows, and the verb is one that reports.
fn reports_at_end(token: &Token, next: Option<&Token>) -> bool {
    token.has(Classes::REPORTING)
        && next.is_none_or(|next| matches!(next.kind, TokenKind::Stop | TokenKind::Comma))
}

/// *the mayor left.*: a past form that is also a noun, with nothing behind it.
pub(super) fn is_past_at_end(token: &Token, next: Option<&Token>) -> bool {
    token.has(Classes::VERB_PAST)
        && !token.has(Classes::VERB_BASE.with(Classes::PERSON_NOUN))
        && next.is_none_or(|next| matches!(next.kind, TokenKind::Stop | TokenKind::Comma))
}

/// *the survey shows growth has*: a plural in a compound would leave no verb for what stands before.
pub(super) fn opens_report(tokens: &[Token], at: usize) -> bool {
    match tokens.get(at..) {
        Some([token, noun, verb, ..]) => {
            token.classes.all(Classes::VERB_S.with(Classes::REPORTING))
                && noun.has(Classes::ANY_NOUN)
                && verb.has(Classes::AUXILIARY)
        }
        _ => false,
    }
}
