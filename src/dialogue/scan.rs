//! The phrases of a paragraph in order, each with its sentence and whether it is a subject.

use std::ops::{Deref, Range};

use crate::base::steps;
use crate::lexicon::Classes;
use crate::text::lex::TokenKind;

use super::phrase::Phrase;
use super::record::{Flags, Kind};
use super::view::View;

/// A phrase and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub(super) phrase: Phrase,
    pub(super) sentence: u16,
    pub(super) quoted: bool,
    pub(super) subject: bool,
    /// In a clause that *that, when, which* or the like opens.
    pub(super) side: bool,
}

impl Deref for Placed {
    type Target = Phrase;

    fn deref(&self) -> &Phrase {
        &self.phrase
    }
}

/// A paragraph and its phrases.
pub(super) struct Scan<'a> {
    pub(super) view: View<'a>,
    pub(super) phrases: &'a [Placed],
}

/// Finds all phrases of the paragraph, and calls `word` for each word with whether it opens a sentence.
pub(super) fn phrases(view: &View<'_>, found: &mut Vec<Placed>, mut word: impl FnMut(usize, bool)) {
    found.clear();
    let mut quotes = view.quotes.iter().peekable();
    let mut sentence = 0;
    let mut initial = true;
    let mut at = 0;
    let mut next_phrase = 0;
    while let Some(token) = view.get(at) {
        while quotes.next_if(|quote| quote.end <= at).is_some() {}
        let quoted = quotes.peek().is_some_and(|quote| quote.contains(&at));
        if token.kind.ends_sentence() {
            let ends = token.kind != TokenKind::Ellipsis || view.is_capital(at + 1);
            if ends {
                initial = true;
                sentence += 1;
            }
        } else if token.kind.is_mark() {
            initial |= quoted;
        } else if token.is_word() {
            word(at, initial);
            let phrase = if at >= next_phrase { view.phrase(at, initial) } else { None };
            if let Some(phrase) = phrase {
                next_phrase = phrase.end;
                let subject = !quoted && is_subject(view, &phrase);
                let opener = Classes::SUBORDINATOR.with(Classes::WH).with(Classes::THAT);
                let side = at > 0 && !initial && view.has(at - 1, opener);
                found.push(Placed { phrase, sentence, quoted, subject, side });
            }
            initial = view.ends_sentence(at);
            sentence += u16::from(initial);
        } else {
            initial = false;
        }
        at += 1;
    }
}

/// Whether a verb of the narration has the phrase as its subject, by the words beside it.
fn is_subject(view: &View<'_>, phrase: &Phrase) -> bool {
    if phrase.flags.has(Flags::OBJECT) || view.is_possessive(phrase.end) {
        return false;
    }
    if phrase.kind == Kind::Pronoun {
        return !phrase.flags.has(Flags::POSSESSIVE);
    }
    let before = phrase.start.checked_sub(1);
    let governed = Classes::PREPOSITION.with(Classes::TO).with(Classes::VERB_ING).with(Classes::VERB_BASE);
    let object = before.is_some_and(|before| {
        view.get(before).is_some_and(|token| {
            token.is_word()
                && (token.has(governed) && !token.has(Classes::SUBORDINATOR.with(Classes::COORDINATOR))
                    || token.has(Classes::FINITE) && !token.has(Classes::NOUN.with(Classes::ADVERB)))
        })
    });
    let after = view.skip_adverbs(phrase.end);
    let Some(next) = view.get(after) else { return false };
    if next.is_word() {
        let verb = next.has(Classes::FINITE.with(Classes::AUXILIARY)) && !next.is_capital();
        return verb && !object;
    }
    let opens = before.is_none_or(|before| {
        view.get(before).is_some_and(|token| {
            !token.is_word() && token.kind != TokenKind::Comma
                || token.has(Classes::COORDINATOR)
                || token.kind == TokenKind::Comma && view.has(after + 1, Classes::WH)
        })
    });
    next.kind == TokenKind::Comma && opens && !object
}

impl Scan<'_> {
    /// The phrase that begins at token `at`.
    pub(super) fn phrase_at(&self, at: usize) -> Option<usize> {
        self.phrases.binary_search_by_key(&at, |phrase| phrase.start).ok()
    }

    /// The phrase that ends before token `end`.
    pub(super) fn phrase_ending(&self, end: usize) -> Option<usize> {
        let after = self.phrases.partition_point(|phrase| phrase.start < end);
        let place = after.checked_sub(1)?;
        (self.phrases[place].end == end).then_some(place)
    }

    /// Whether the phrase stands for somebody, and not for a thing that the lists know.
    pub(super) fn is_somebody(&self, place: usize) -> bool {
        self.phrases.get(place).is_some_and(|phrase| {
            phrase.person
                || self
                    .view
                    .get(phrase.head)
                    .is_some_and(|token| token.word == 0 || token.has(Classes::ANYBODY))
        })
    }

    /// Whether the phrase can be the speaker of a tag.
    pub(super) fn can_speak(&self, place: usize) -> bool {
        self.phrases.get(place).is_some_and(|phrase| {
            let mark = usize::from(self.view.is_possessive(phrase.end));
            let owns = mark > 0 || phrase.kind == Kind::Pronoun && phrase.flags.has(Flags::POSSESSIVE);
            // her voice, Ann's voice
            let speaks = if owns {
                self.view.reads(phrase.end + mark, "voice")
            } else {
                !phrase.flags.has(Flags::OBJECT)
            };
            speaks && !phrase.quoted
        })
    }

    /// Of *the voice of Ann* the phrase *Ann*; else the phrase itself.
    pub(super) fn owner_of_voice(&self, place: usize) -> usize {
        let Some(phrase) = self.phrases.get(place) else { return place };
        let voice = phrase.kind == Kind::Nominal && !phrase.person && self.view.reads(phrase.head, "voice");
        if voice && self.view.reads(phrase.end, "of") {
            return self.phrase_at(phrase.end + 1).unwrap_or(place);
        }
        place
    }

    /// The verb of which the phrase is the subject, before `end`.
    pub(super) fn verb_after(&self, place: usize, end: usize) -> Option<usize> {
        let view = &self.view;
        let mut at = self.phrases.get(place)?.end;
        at += usize::from(view.is_possessive(at));
        at += usize::from(view.reads(at, "voice"));
        for _ in 0..8 {
            at = view.skip_adverbs(at);
            if at >= end {
                return None;
            }
            let token = view.get(at)?;
            if token.kind == TokenKind::Comma {
                at = self.clause_end(at, end)?;
            } else if token.has(Classes::HAVE.with(Classes::MODAL).with(Classes::DO)) && self.is_auxiliary(at)
            {
                at += 1;
            } else if view.is_finite(at)
                || view.is_unlisted_past(at)
                || token.has(Classes::VERB_BASE) && view.has(at - 1, Classes::FIRST_PERSON)
            {
                return Some(at);
            } else if token.has(Classes::PREPOSITION) {
                at = (at + 1..end.min(at + 8))
                    .find(|at| view.is_finite(*at) || !view.get(*at).is_some_and(|token| token.is_word()))?;
            } else {
                return None;
            }
        }
        None
    }

    /// Whether another verb follows, so that the word at `at` only helps it.
    fn is_auxiliary(&self, at: usize) -> bool {
        let next = self.view.skip_adverbs(at + 1);
        self.view.has(next, Classes::VERB)
    }

    /// After a clause between commas that opens at `comma`: where a finite verb stands after a later comma.
    fn clause_end(&self, comma: usize, end: usize) -> Option<usize> {
        let mut at = comma;
        for _ in 0..4 {
            at = self.next_comma(at + 1, end)?;
            let verb = self.view.skip_adverbs(at + 1);
            if self.view.is_finite(verb) && verb < end {
                return Some(verb);
            }
        }
        None
    }

    /// The next comma of the same sentence.
    pub(super) fn next_comma(&self, from: usize, end: usize) -> Option<usize> {
        for at in from..end.min(from + 40) {
            let kind = self.view.get(at)?.kind;
            if kind == TokenKind::Comma {
                return Some(at);
            }
            if self.view.ends_sentence(at) || kind == TokenKind::Semicolon {
                return None;
            }
        }
        None
    }

    /// The first subject that is a person or pronoun within `range`.
    pub(super) fn first_subject(&self, range: &Range<usize>) -> Option<usize> {
        let from = self.phrases.partition_point(|phrase| phrase.start < range.start);
        self.phrases[from..]
            .iter()
            .take_while(|phrase| phrase.start < range.end)
            .inspect(|_| steps::add(1))
            .position(|phrase| phrase.subject && phrase.person && !phrase.flags.has(Flags::PLURAL))
            .map(|place| place + from)
    }
}
