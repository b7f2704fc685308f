//! Who a quotation addresses: *"Well, Ann, …"*, *"Yes, sir."*

use std::ops::Range;

use crate::answer::kind::Gender;
use crate::identity::mention::gender;
use crate::lexicon::Classes;
use crate::text::lex::TokenKind;

use super::view::View;

/// Whether tokens `start..end` of the quotation `quote` address somebody.
pub(super) fn addresses(view: &View<'_>, quote: &Range<usize>, start: usize, end: usize) -> bool {
    let opens = is_edge_before(view, quote, start);
    let tight = match view.get(end).map(|token| token.kind) {
        _ if end >= quote.end => Closes::Full,
        Some(TokenKind::Comma) => Closes::Comma,
        Some(TokenKind::Exclamation | TokenKind::Dash) => Closes::Call,
        Some(
            TokenKind::Question
            | TokenKind::Stop
            | TokenKind::Semicolon
            | TokenKind::Ellipsis
            | TokenKind::Colon,
        ) => Closes::Full,
        Some(kind) if kind.is_mark() => Closes::Full,
        _ => return false,
    };
    match opens {
        Opens::Comma | Opens::Address => !(tight == Closes::Comma && lists(view, end + 1)),
        Opens::Sentence => match tight {
            Closes::Call => true,
            Closes::Comma => !lists(view, end + 1),
            Closes::Full => false,
        },
        Opens::No => false,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Closes {
    Comma,
    Call,
    Full,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Opens {
    /// The quotation or a sentence of it begins here.
    Sentence,
    Comma,
    /// *my dear, oh*: words that lead in an address.
    Address,
    No,
}

fn is_edge_before(view: &View<'_>, quote: &Range<usize>, start: usize) -> Opens {
    let Some(before) = start.checked_sub(1) else { return Opens::Sentence };
    if before < quote.start {
        return Opens::Sentence;
    }
    let Some(token) = view.get(before) else { return Opens::No };
    match token.kind {
        // I, Ann Hill, swear
        TokenKind::Comma if before > 0 && view.reads(before - 1, "i") => Opens::No,
        TokenKind::Comma | TokenKind::Dash => Opens::Comma,
        TokenKind::Semicolon | TokenKind::Colon => Opens::Sentence,
        kind if kind.is_mark() || kind.ends_sentence() => Opens::Sentence,
        TokenKind::Word => {
            if token.has(Classes::INTERJECTION) {
                Opens::Address
            } else if view.reads(before, "dear")
                || view.reads(before, "my")
                || view.reads(before, "poor")
                || view.reads(before, "dearest")
                || view.reads(before, "you")
            {
                match is_edge_before(view, quote, before) {
                    Opens::No => Opens::No,
                    _ => Opens::Address,
                }
            } else {
                Opens::No
            }
        }
        _ => Opens::No,
    }
}

/// Whether *and* or another name follows, as in a list.
fn lists(view: &View<'_>, at: usize) -> bool {
    view.has(at, Classes::COORDINATOR) && view.is_capital(at + 1)
        || view.is_capital(at) && view.is(at + 1, TokenKind::Comma) && !view.has(at, Classes::PRONOUN)
}

/// The sex of who is addressed as *sir*, *miss*, *mamma* or the like, without a name.
pub(super) fn polite(view: &View<'_>, quote: &Range<usize>) -> Option<Gender> {
    let words = Classes::VOCATIVE.with(Classes::KIN).with(Classes::TITLE).with(Classes::ANYBODY);
    for at in quote.clone() {
        if view.has(at, words) && !view.is_capital(at + 1) {
            let gender = view.get(at).and_then(|token| gender::of_word(token.classes));
            if gender.is_some() && addresses(view, quote, at, at + 1) {
                return gender;
            }
        }
    }
    None
}
