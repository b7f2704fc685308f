//! Verbs that report together with the words after them: *take issue with, make clear, rule out*.

use crate::text::lex::Token;

use super::{Classes, Grades, Lexicon, WordId};

/// The words of a phrase after its verb; no phrase has more.
pub(super) const MOST_WORDS: usize = 4;

/// A phrase of the list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    /// The verb's number.
    pub(super) verb: u16,
    /// The words after the verb, 0 behind the last.
    pub(super) words: [WordId; MOST_WORDS],
    pub(crate) grades: Grades,
}

impl Lexicon {
    /// The longest phrase whose verb is token `main`, and the token after its last word. An adverb may stand
    /// between: *came out strongly against*.
    pub(crate) fn phrase(&self, tokens: &[Token], main: usize) -> Option<(&Phrase, usize)> {
        let verb = self.table.verb(tokens.get(main)?.word);
        let from = self.phrases.partition_point(|phrase| phrase.verb < verb);
        self.phrases[from..]
            .iter()
            .take_while(|phrase| phrase.verb == verb)
            .filter_map(|phrase| Some((phrase, end_of(phrase, tokens, main + 1)?)))
            .max_by_key(|(_, end)| *end)
    }
}

fn end_of(phrase: &Phrase, tokens: &[Token], mut at: usize) -> Option<usize> {
    for word in phrase.words.iter().take_while(|word| **word != 0) {
        let mut token = tokens.get(at)?;
        if token.word != *word && token.has(Classes::ADVERB) {
            at += 1;
            token = tokens.get(at)?;
        }
        if token.word != *word {
            return None;
        }
        at += 1;
    }
    Some(at)
}
