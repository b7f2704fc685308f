//! Speech that a dash opens: *— Yes, said Ann, I know.*
//!
//! In: the tokens of a paragraph. Out: quoted spans, as if marks stood around them. Nothing closes such a speech, so
//! a tag is where a comma or the like is followed by a verb of speech and its subject; the speech goes on after a
//! second dash of the same kind, else after the comma or stop that ends the tag, unless narration follows.

use std::ops::Range;

use crate::lexicon::Classes;
use crate::text::lex::{TokenKind, Words};

use super::kind::Family;
use super::quoted::{Bounds, Quoted};

/// Appends the speech of the paragraph of tokens `range`, if it begins with a dash.
pub(crate) fn speech(words: &Words<'_>, range: Range<usize>, quoted: &mut Vec<Quoted>) {
    if !words.is(range.start, TokenKind::Dash) {
        return;
    }
    let reader = Reader { words, range: range.clone() };
    let last_dash = range.clone().rev().find(|at| reader.is_dash(*at)).unwrap_or(range.start);
    let mut start = range.start;
    while start < range.end {
        let tag = (start + 2..range.end).find(|at| reader.opens_tag(*at));
        quoted.push(Quoted {
            open: start as u32,
            close: tag.unwrap_or(range.end) as u32,
            bounds: Bounds::Dash,
            family: Family::Double,
            depth: 0,
        });
        let Some(next) = tag.and_then(|tag| reader.resumes(tag, last_dash)) else { return };
        start = next;
    }
}

struct Reader<'a> {
    words: &'a Words<'a>,
    range: Range<usize>,
}

impl Reader<'_> {
    /// A dash of the kind that opens the paragraph.
    fn is_dash(&self, at: usize) -> bool {
        let first = self.range.start;
        self.words.is(at, TokenKind::Dash) && self.words.str(at..at + 1) == self.words.str(first..first + 1)
    }

    /// Whether a tag begins at `at`.
    fn opens_tag(&self, at: usize) -> bool {
        let words = self.words;
        let closes = words.get(at - 1).is_some_and(|token| {
            matches!(
                token.kind,
                TokenKind::Comma
                    | TokenKind::Question
                    | TokenKind::Exclamation
                    | TokenKind::Dash
                    | TokenKind::Ellipsis
            )
        });
        if !closes {
            return false;
        }
        let subject = Classes::PRONOUN.with(Classes::DETERMINER).with(Classes::POSSESSIVE);
        let speaks = |at: usize| words.is_finite(at) && words.grade(at) >= 2;
        if speaks(at) {
            let next = words.skip_adverbs(at + 1);
            // explained number twenty, broke in a friend
            let next = next + usize::from(self.is_particle(next));
            let noun =
                words.has(at, Classes::VERB_PAST) && words.has(next, Classes::ANY_NOUN.with(Classes::NUMBER));
            return words.is_capital(next)
                || noun
                || words.has(next, subject) && !words.has(next, Classes::SECOND_PERSON);
        }
        let pronoun = words.has(at, Classes::PRONOUN)
            && !words.has(at, Classes::SECOND_PERSON.with(Classes::OBJECT_FORM))
            && (!words.is_capital(at) || words.has(at, Classes::FIRST_PERSON));
        if pronoun {
            return speaks(words.skip_adverbs(at + 1));
        }
        let name = (at..at + 4).take_while(|at| words.is_capital(*at)).count();
        name > 0 && words.is(at - 1, TokenKind::Comma) && speaks(words.skip_adverbs(at + name))
    }

    /// *put in Ann, broke out Ann*.
    fn is_particle(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|token| self.words.lexicon.known.is_particle(token.word))
    }

    /// Where speech goes on after the tag at `tag`: at a dash, or at the comma or stop before it.
    fn resumes(&self, tag: usize, last_dash: usize) -> Option<usize> {
        let (words, end) = (self.words, self.range.end);
        if tag < last_dash {
            return (tag + 1..end).find(|at| self.is_dash(*at)).filter(|at| at + 1 < end);
        }
        let stop = (tag + 2..end).find(|at| {
            words.get(*at).is_some_and(|token| token.kind == TokenKind::Comma || token.kind.ends_sentence())
        })?;
        let next = stop + 1;
        let led = usize::from(words.has(next, Classes::COORDINATOR));
        let acts = Classes::VERB_PAST.with(Classes::VERB_ING).with(Classes::PREPOSITION);
        let narration = words.has(next, Classes::MASCULINE.with(Classes::FEMININE).with(Classes::WH))
            // she said, and rose; and with a sigh
            || led > 0 && words.has(next + led, acts)
            || words.has(next, Classes::VERB_ING.with(Classes::PREPOSITION).with(Classes::SUBORDINATOR))
            || words.is_capital(next)
                && !words.has(next, Classes::PRONOUN)
                && words.is_finite(words.skip_adverbs(next + 1));
        (next < end && !narration).then_some(stop)
    }
}
