//! The name at a token.
//!
//! In: the tokens of a block and the place of a word that may open a name: a capitalised word, an initial, or
//! a title or role word before a capital. Out: a [`NameChunk`]. Nothing is looked up but the tokens' classes, and
//! nothing is allocated.

use crate::base::steps;
use crate::lexicon::{Classes, Part};
use crate::text::lex::Token;

use super::extent::MOST_PARTS;
use super::kind::NameKind;
use super::run::{JOINTS, NameContext, OFFICE, Run};

/// A name with what belongs to it on its left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameChunk {
    /// The token after the last.
    pub(crate) end: usize,
    /// The first token of the name proper, `end` where the chunk holds an office alone.
    pub(crate) name_start: usize,
    pub(crate) kind: NameKind,
}

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
            "so [Mrs |May] left",
            "so [Mr. |Friday] left",
            "so [Prime Minister |May] left",
            "so [Rep. |Bob T. King] of New York left",
            "so [Sen. |Ann Brown] of Ohio left",
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
            "so [Ann deVane] left",
            "so [Ann wa Ngari] left",
            "so [Ann May] left",
            "so [Ann] May 5 left",
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
            "[Reading Council] said so",
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
        reads("the [Bishop of Rome] left", Some(NameKind::Role));
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
