//! Words in marks that are no speech: *a "so-called" holiday*, *the "Coach and Six"*.

use std::ops::Range;

use crate::lexicon::Classes;
use crate::text::lex::TokenKind;

use super::view::View;

/// Whether quotation `index` of the paragraph is a piece of the sentence around it. `tagged` where words
/// beside it report it.
pub(super) fn is_mentioned(view: &View<'_>, index: usize, tagged: bool) -> bool {
    let Some(quote) = view.quotes.get(index) else { return false };
    let before = view.narration(index);
    if before.is_empty() {
        return false;
    }
    let last = before.end - 1;
    let capital = view.get(quote.start + 1).is_some_and(|token| !token.is_word() || token.is_capital());
    let punctuated = is_punctuated(view, quote);
    match view.get(last).map(|token| token.kind) {
        Some(TokenKind::Word | TokenKind::Clitic | TokenKind::Number) => {
            let determined = Classes::DETERMINER.with(Classes::POSSESSIVE).with(Classes::ADJECTIVE);
            if view.grade(last) >= 2 && !view.has(last, Classes::NAMING) {
                false
            } else {
                !capital || view.has(last, determined) || !punctuated && !tagged
            }
        }
        Some(TokenKind::Comma | TokenKind::Colon | TokenKind::Semicolon | TokenKind::Dash) => {
            !(punctuated || capital || tagged || index > 0)
        }
        _ => !capital && !punctuated,
    }
}

/// Whether the words in marks end like speech.
fn is_punctuated(view: &View<'_>, quote: &Range<usize>) -> bool {
    matches!(
        view.closing(quote),
        Some(
            TokenKind::Comma
                | TokenKind::Stop
                | TokenKind::Question
                | TokenKind::Exclamation
                | TokenKind::Dash
                | TokenKind::Ellipsis
                | TokenKind::Semicolon
                | TokenKind::Colon
        )
    )
}
