//! Which way a mark can face.

use crate::text::lex::{Shape, Token, TokenKind};

use super::kind::Family;

#[derive(Clone, Copy, Debug)]
pub(super) struct Event {
    pub(super) token: u32,
    pub(super) family: Family,
    /// The mark itself tells which way it faces, as curly ones do.
    pub(super) directed: bool,
    pub(super) opens: bool,
    pub(super) closes: bool,
    /// A closing single mark that cannot be an apostrophe, since it follows punctuation.
    pub(super) surely_closes: bool,
    /// Opens in the middle of a clause, behind a word: a single mark there may be an elided word's.
    pub(super) within: bool,
    /// White space, a bracket or a dash stands before, or nothing.
    pub(super) spaced: bool,
    /// A comma or the end of a sentence stands before the blank before it.
    pub(super) behind_stop: bool,
    /// Blanks on both sides: it closes what is open, else it opens.
    pub(super) apart: bool,
}

/// How the mark at `at` of the paragraph `tokens` can face.
#[inline(never)] // few tokens are marks
pub(super) fn event(tokens: &[Token], at: usize) -> Event {
    let token = &tokens[at];
    let before = at.checked_sub(1).map(|before| tokens[before].kind);
    let gap_before = token.shape.has(Shape::SPACED)
        || matches!(before, None | Some(TokenKind::OpenBracket | TokenKind::Dash));
    let gap_after = tokens.get(at + 1).is_none_or(|next| next.shape.has(Shape::SPACED));
    // "I must--' He rose: a dash leads over to what follows, unless white space does not let it
    let after_dash = gap_before && before == Some(TokenKind::Dash) && !token.shape.has(Shape::SPACED);
    // "I must ' he began": no elided word is all apostrophe
    let alone = token.shape.has(Shape::SPACED) && gap_after && before.is_some();
    let ends_word = gap_after && (after_dash || alone);
    // a word before without white space between: a mark there closes or is an apostrophe
    let word_before = matches!(before, Some(TokenKind::Word | TokenKind::Number | TokenKind::Clitic));
    let bracket_before = before == Some(TokenKind::CloseBracket);
    let after_word = !gap_before && (word_before || bracket_before);
    let within = token.shape.has(Shape::SPACED) && word_before;
    let after_punctuation = !gap_before && before.is_some_and(is_punctuation);
    // tag="value"> of web pages is no quotation
    let after_symbol = !gap_before && before == Some(TokenKind::Symbol);
    let before_tag = tokens
        .get(at + 1)
        .is_some_and(|next| next.kind == TokenKind::Angle && !next.shape.has(Shape::SPACED));
    let looks_open = !after_word && !gap_after && !after_symbol && !before_tag;
    let first = before.is_none() && !before_tag;
    let family = match token.kind {
        TokenKind::Single | TokenKind::SingleOpen | TokenKind::SingleClose => Family::Single,
        _ => Family::Double,
    };
    let behind_stop = token.shape.has(Shape::SPACED)
        && before.is_some_and(|before| before == TokenKind::Comma || before.ends_sentence());
    let apart = alone && token.kind == TokenKind::Double && before != Some(TokenKind::Number);
    let (opens, closes) = match token.kind {
        TokenKind::Double => (looks_open || first || apart, true),
        // „…“ and »…«: the mark that opens elsewhere closes here
        TokenKind::DoubleOpen => (!before_tag, !gap_before && (gap_after || after_word)),
        TokenKind::DoubleClose => (first || looks_open && !after_punctuation && gap_before, true),
        TokenKind::Single => (looks_open && !after_punctuation, !gap_before || ends_word),
        TokenKind::SingleOpen => (true, false),
        _ => (false, !gap_before || ends_word),
    };
    let surely_closes = closes && (after_punctuation || ends_word);
    let directed = !matches!(token.kind, TokenKind::Double | TokenKind::Single);
    Event {
        token: at as u32,
        family,
        directed,
        opens,
        closes,
        surely_closes,
        within,
        spaced: gap_before,
        behind_stop,
        apart,
    }
}

/// Marks that quotation marks close behind.
fn is_punctuation(kind: TokenKind) -> bool {
    use TokenKind::{Comma, Dash, Ellipsis, Exclamation, Question, Stop};
    matches!(kind, Comma | Stop | Ellipsis | Question | Exclamation | Dash)
}
