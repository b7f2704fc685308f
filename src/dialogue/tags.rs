//! Tags: the words that report a quotation, *said Ann*, *he answered*, *Ann, who had risen, replied*.
//!
//! In: a view, its phrases and the narration beside a quotation. Out: the phrase of the speaker and the
//! verb. The grammar is local: a verb before its subject or after it, with adverbs, a clause between
//! commas or one adjective in between.

use std::ops::Range;

use crate::base::steps;
use crate::lexicon::Classes;
use crate::text::lex::TokenKind;

use super::record::{CuePattern, Flags, Kind};
use super::scan::Scan;

/// A tag: the phrase of the speaker and the tokens of the cue.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    /// The phrase among those of the paragraph.
    pub(super) phrase: usize,
    pub(super) cue: Range<usize>,
    pub(super) form: CuePattern,
}

/// How a quotation ends, as far as the words after it care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closing {
    Comma,
    /// *? ! — …*: the sentence may go on.
    Open,
    Stop,
    Bare,
}

impl Closing {
    pub(super) fn of(kind: Option<TokenKind>) -> Self {
        match kind {
            Some(TokenKind::Comma) => Self::Comma,
            Some(TokenKind::Question | TokenKind::Exclamation | TokenKind::Dash | TokenKind::Ellipsis) => {
                Self::Open
            }
            Some(TokenKind::Stop) => Self::Stop,
            _ => Self::Bare,
        }
    }
}

/// The tag of a quotation between the narration `before` and `after`.
///
/// What stands after it wins, but not over a verb of speech right before it: *when Ann said, "Yes," he
/// rose*.
pub(super) fn tag(
    scan: &Scan<'_>,
    before: &Range<usize>,
    after: &Range<usize>,
    closing: Closing,
) -> Option<Tag> {
    let found = self::after(scan, after, closing);
    if found.as_ref().is_some_and(|tag| tag.form != CuePattern::Inverted) {
        let close =
            |led_in: &Tag| scan.view.skip_adverbs(led_in.cue.end) + 1 == before.end && !led_in.cue.is_empty();
        if let Some(led_in) = self::before(scan, before).filter(close) {
            return Some(led_in);
        }
    }
    found.or_else(|| self::before(scan, before))
}

/// The tag in the narration `range` right after a quotation that ends in `closing`.
fn after(scan: &Scan<'_>, range: &Range<usize>, closing: Closing) -> Option<Tag> {
    let view = &scan.view;
    let mut start = range.start;
    if view.is(start, TokenKind::Comma) || view.is(start, TokenKind::Dash) {
        start += 1; // "…", said Ann
    }
    let start = view.skip_adverbs(start);
    if start >= range.end {
        return None;
    }
    inverted(scan, start, range.end, closing)
        .or_else(|| reply(scan, start, range.end))
        .or_else(|| direct(scan, start, range.end, closing))
}

/// *said Ann*, *cried the old man*, *asked he*.
fn inverted(scan: &Scan<'_>, verb: usize, end: usize, closing: Closing) -> Option<Tag> {
    let view = &scan.view;
    let present = view.has(verb, Classes::VERB_BASE) && view.reads(verb + 1, "i");
    let unlisted = view.is_unlisted_past(verb);
    if !view.is_finite(verb) && !present && !unlisted
        || view.has(verb, Classes::AUXILIARY) && view.grade(verb) == 0
    {
        return None;
    }
    let particle =
        view.has(verb + 1, Classes::PREPOSITION.with(Classes::ADVERB)) && view.is_particle(verb + 1);
    let grade = view.grade(verb).max(u8::from(particle || unlisted));
    let allowed = match closing {
        Closing::Comma => true,
        Closing::Open | Closing::Stop => grade >= 1,
        Closing::Bare => grade >= 2,
    };
    if !allowed {
        return None;
    }
    let phrase = speaker_at(scan, verb + 1 + usize::from(particle), end)?;
    let form = if grade >= 1 { CuePattern::Inverted } else { CuePattern::AnyVerb };
    Some(Tag { phrase, cue: verb..verb + 1, form })
}

/// The phrase of a speaker at `at`, adverbs and one adjective aside.
fn speaker_at(scan: &Scan<'_>, at: usize, end: usize) -> Option<usize> {
    let view = &scan.view;
    let mut at = view.skip_adverbs(at);
    for _ in 0..2 {
        if let Some(phrase) = scan.phrase_at(at) {
            let speaks = scan.can_speak(phrase) && scan.is_somebody(phrase);
            return speaks.then(|| scan.owner_of_voice(phrase));
        }
        // said poor Ann; said, with a smile, Ann
        if view.has(at, Classes::ADJECTIVE) && !view.is_capital(at) && view.is_capital(at + 1) {
            at += 1;
        } else if view.is(at, TokenKind::Comma) {
            at = scan.next_comma(at + 1, end)? + 1;
        } else {
            return None;
        }
        if at >= end {
            return None;
        }
    }
    None
}

/// *was Ann's answer*, *was her only reply*, *was all he said*.
fn reply(scan: &Scan<'_>, at: usize, end: usize) -> Option<Tag> {
    let view = &scan.view;
    let came = view.has(at, Classes::BE) || view.reads(at, "came");
    if !came {
        return None;
    }
    let mut next = at + 1;
    if view.reads(next, "all") || view.reads(next, "what") {
        next += 1;
        let phrase = scan.phrase_at(next)?;
        let verb = scan.verb_after(phrase, end)?;
        return (scan.can_speak(phrase) && view.grade(verb) > 0).then(|| Tag {
            phrase,
            cue: verb..verb + 1,
            form: CuePattern::Reply,
        });
    }
    let owner = scan.phrase_at(next)?;
    let phrase = &scan.phrases[owner];
    // her only reply; Ann's answer
    let noun = if view.is_possessive(phrase.end) {
        phrase.end + 1
    } else if phrase.kind == Kind::Pronoun && phrase.flags.has(Flags::POSSESSIVE) {
        phrase.end
    } else {
        return None;
    };
    let noun = (noun..noun + 3).find(|at| view.has(*at, Classes::NOUN_CUE))?;
    (noun < end).then(|| Tag { phrase: owner, cue: noun..noun + 1, form: CuePattern::Reply })
}

/// *Ann said*, *he, too, replied*, *Ann, who had risen, cried*.
fn direct(scan: &Scan<'_>, start: usize, end: usize, closing: Closing) -> Option<Tag> {
    let view = &scan.view;
    let phrase = scan.phrase_at(start)?;
    let words = &scan.phrases[phrase];
    if !scan.can_speak(phrase) {
        return None;
    }
    let mut verb = scan.verb_after(phrase, end)?;
    let mut grade = view.grade(verb);
    if grade < 2 && view.has(verb + 1, Classes::TO) && view.grade(verb + 2) > 0 {
        verb += 2; // hastened to say
        grade = view.grade(verb);
    } else if view.has(verb + 1, Classes::TO) && view.has(verb + 2, Classes::VERB_BASE) {
        grade = 0; // began to hope
    }
    if grade == 0 && !scan.is_somebody(phrase) {
        return None;
    }
    // after a full stop a capital begins a new sentence: Ann said nothing
    let capital = view.is_capital(start);
    let pronoun_capital = capital && words.kind != Kind::Name && !words.flags.has(Flags::FIRST);
    let allowed = match closing {
        Closing::Comma => !pronoun_capital || grade >= 1,
        Closing::Open if pronoun_capital => false,
        Closing::Open if capital => grade >= 2 && !view.reads(verb + 1, "nothing"),
        Closing::Open => true,
        Closing::Stop | Closing::Bare => !capital && grade >= 2,
    };
    if !allowed {
        return None;
    }
    if let Some(heard) = heard(scan, verb, end) {
        return Some(heard);
    }
    let form = if grade >= 1 { CuePattern::Direct } else { CuePattern::AnyVerb };
    let phrase = scan.owner_of_voice(phrase);
    Some(Tag { phrase, cue: verb..verb + 1, form })
}

/// *she heard Ann say*: the tag of who is heard.
fn heard(scan: &Scan<'_>, verb: usize, end: usize) -> Option<Tag> {
    let view = &scan.view;
    if !view.reads(verb, "heard") {
        return None;
    }
    let phrase = scan.phrase_at(verb + 1)?;
    let said = view.skip_adverbs(scan.phrases[phrase].end);
    (said < end && view.grade(said) > 0).then(|| Tag {
        phrase,
        cue: said..said + 1,
        form: CuePattern::Direct,
    })
}

/// The tag in the narration `range` right before a quotation: *Ann said, "…"*.
fn before(scan: &Scan<'_>, range: &Range<usize>) -> Option<Tag> {
    let view = &scan.view;
    let last = range.end.checked_sub(1).filter(|last| *last >= range.start)?;
    let kind = view.get(last)?.kind;
    let led_in = matches!(kind, TokenKind::Comma | TokenKind::Colon | TokenKind::Dash);
    if !led_in && view.grade(last) < 2 {
        return None;
    }
    let end = if led_in { last } else { last + 1 };
    let tag = lead_in(scan, range.start, end, CuePattern::Before);
    if kind == TokenKind::Colon {
        tag.or_else(|| pointed(scan, range.start, last, CuePattern::Before))
    } else {
        tag
    }
}

/// The subject of the last sentence of `start..end`, which ends in a colon.
pub(super) fn pointed(scan: &Scan<'_>, start: usize, end: usize, form: CuePattern) -> Option<Tag> {
    let sentence = scan.view.sentence_start(start, end);
    let phrase = scan.first_subject(&(sentence..end))?;
    Some(Tag { phrase, cue: end..end, form })
}

/// The verb of speech and its subject in the last sentence of `start..end`.
pub(super) fn lead_in(scan: &Scan<'_>, start: usize, end: usize, form: CuePattern) -> Option<Tag> {
    let view = &scan.view;
    let sentence = view.sentence_start(start, end);
    let clause =
        (sentence..end).rev().find(|at| view.is(*at, TokenKind::Semicolon)).map_or(sentence, |cut| cut + 1);
    let verb = (clause..end).rev().find(|at| is_verb_of_speech(scan, *at))?;
    // said so much that Ann broke in with: the later subject, unless a side clause has it
    let later = scan.first_subject(&(verb + 1..end)).filter(|place| {
        let phrase = &scan.phrases[*place];
        (!phrase.side || view.has(phrase.start - 1, Classes::THAT))
            && !view.is(phrase.start - 1, TokenKind::Comma)
    });
    if let Some(phrase) =
        later.filter(|place| scan.verb_after(*place, end).is_some() && scan.phrases[*place].start > verb + 2)
    {
        return Some(Tag { phrase, cue: end..end, form });
    }
    let subject = subject_of(scan, clause, verb).or_else(|| {
        let next = view.skip_adverbs(verb + 1);
        let inverted = scan.phrase_at(next).filter(|phrase| scan.can_speak(*phrase) && next < end);
        inverted.or_else(|| subject_of(scan, sentence, clause))
    })?;
    Some(Tag { phrase: scan.owner_of_voice(subject), cue: verb..verb + 1, form })
}

fn is_verb_of_speech(scan: &Scan<'_>, at: usize) -> bool {
    let view = &scan.view;
    let verb = Classes::FINITE.with(Classes::VERB_ING).with(Classes::VERB_BASE);
    let noun_here = at > 0
        && view.has(
            at - 1,
            Classes::DETERMINER.with(Classes::POSSESSIVE).with(Classes::ADJECTIVE).with(Classes::INDEFINITE),
        );
    view.grade(at) >= 1
        && view.get(at).is_some_and(|token| token.has(verb) && !token.is_capital())
        && !(noun_here && view.has(at, Classes::ANY_NOUN.with(Classes::NOUN_CUE)))
}

/// Whether the phrase is a person's and stands no earlier than `start`.
fn place_in(scan: &Scan<'_>, place: usize, start: usize) -> bool {
    scan.phrases.get(place).is_some_and(|phrase| phrase.start >= start && phrase.person && !phrase.quoted)
}

/// The subject of the verb at `verb`, no earlier than `start`: the nearest that stands in no side clause.
fn subject_of(scan: &Scan<'_>, start: usize, verb: usize) -> Option<usize> {
    let view = &scan.view;
    let who = view.skip_back_adverbs(verb);
    if view.has(verb, Classes::VERB_BASE) && !view.is_finite(verb) {
        if let Some(place) = scan.phrase_ending(who).filter(|place| place_in(scan, *place, start)) {
            return Some(place); // heard Ann say, did Ann say
        }
    }
    // who said; who, on seeing this, said
    let relative = (start..who).rev().take(40).find(|at| view.reads(*at, "who"));
    let between = |at: usize| scan.first_subject(&(at + 1..verb)).is_some();
    if let Some(relative) = relative.filter(|at| !between(*at)) {
        let mut edge = relative;
        if edge > start && view.is(edge - 1, TokenKind::Comma) {
            edge -= 1;
        }
        if let Some(place) = scan.phrase_ending(edge).filter(|place| scan.phrases[*place].start >= start) {
            return scan.can_speak(place).then_some(place);
        }
    }
    let mut fallback = None;
    let earlier = scan.phrases.partition_point(|phrase| phrase.start < verb);
    for place in (0..earlier).rev() {
        let phrase = &scan.phrases[place];
        steps::add(1);
        if phrase.start < start {
            break;
        }
        if phrase.quoted || !phrase.subject || !phrase.person || !scan.can_speak(place) {
            continue;
        }
        if !phrase.side {
            return Some(place);
        }
        fallback = fallback.or(Some(place));
    }
    fallback
}
