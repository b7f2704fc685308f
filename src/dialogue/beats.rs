//! Beats: narration beside a quotation whose subject is likely the speaker. *Ann rose. "…"*

use std::ops::Range;

use crate::answer::quote::MentionKind;
use crate::identity::mention::kept::Flags;
use crate::text::lex::TokenKind;

use super::phrases::Phrase;
use super::record::CuePattern;
use super::tag::Tag;
use super::view::View;

/// Most tokens of a sentence that tells who speaks by naming somebody.
const SHORT: usize = 9;

/// A paragraph with its phrases, and where its sentences begin.
pub(super) struct Narration<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) phrases: &'a [Phrase],
    pub(super) sentences: &'a [usize],
}

impl Narration<'_> {
    /// The best beat for quotation `index` of the paragraph.
    pub(super) fn beat(&self, index: usize) -> Option<Tag> {
        let before = self.view.narration(index);
        let after = self.view.narration(index + 1);
        self.interrupted(index, &after)
            .or_else(|| self.find_short(&self.last_sentence(&before), CuePattern::BeatBefore))
            .or_else(|| self.find_short(&self.first_sentence(&after), CuePattern::BeatAfter))
            .or_else(|| self.find(&before, CuePattern::BeatFar))
            .or_else(|| self.find(&after, CuePattern::BeatFar))
    }

    fn find(&self, range: &Range<usize>, form: CuePattern) -> Option<Tag> {
        let phrase = self.first_subject(range)?;
        Some(Tag { phrase, cue: range.start..range.start, form })
    }

    /// The same for a short sentence, in which somebody may be alone and no subject: *It was Ann. Then Ann: So spoke Ann.*
    fn find_short(&self, range: &Range<usize>, form: CuePattern) -> Option<Tag> {
        let alone = || self.alone(range).map(|phrase| Tag { phrase, cue: range.start..range.start, form });
        self.find(range, form).or_else(alone)
    }

    /// The only person of a short sentence, where that is a name.
    fn alone(&self, range: &Range<usize>) -> Option<usize> {
        let from = self.phrases.partition_point(|phrase| phrase.start < range.start);
        let here = self.phrases[from..].iter().take_while(|phrase| phrase.start < range.end);
        let mut persons = here.enumerate().filter(|(_, phrase)| phrase.person && phrase.quoted.is_none());
        let (place, phrase) = persons.next().filter(|_| persons.next().is_none())?;
        let short = range.len() <= SHORT && phrase.kind == MentionKind::Name;
        (short && !phrase.flags.has(Flags::PLURAL)).then_some(from + place)
    }

    /// The first subject that is one person within `range`.
    fn first_subject(&self, range: &Range<usize>) -> Option<usize> {
        let from = self.phrases.partition_point(|phrase| phrase.start < range.start);
        self.phrases[from..]
            .iter()
            .take_while(|phrase| phrase.start < range.end)
            .position(|phrase| {
                phrase.subject && phrase.person && phrase.quoted.is_none() && !phrase.flags.has(Flags::PLURAL)
            })
            .map(|place| place + from)
    }

    /// Narration inside of a sentence of the quotation: *"I--" she paused, "I cannot."*
    fn interrupted(&self, index: usize, after: &Range<usize>) -> Option<Tag> {
        let view = self.view;
        view.quotes.get(index + 1)?;
        let stops = after.clone().any(|at| view.ends_sentence(at));
        let closing = view.closing(view.quotes.get(index)?);
        let goes_on = !matches!(closing, Some(TokenKind::Stop)) && !stops && !view.is_capital(after.start);
        if goes_on { self.find(after, CuePattern::Interrupted) } else { None }
    }

    /// The tokens of the last sentence in `range`.
    fn last_sentence(&self, range: &Range<usize>) -> Range<usize> {
        let after = self.sentences.partition_point(|start| *start < range.end);
        let start = after.checked_sub(1).map_or(range.start, |place| self.sentences[place]);
        start.max(range.start)..range.end
    }

    /// The tokens of the first sentence in `range`.
    fn first_sentence(&self, range: &Range<usize>) -> Range<usize> {
        let after = self.sentences.partition_point(|start| *start <= range.start);
        range.start..self.sentences.get(after).copied().unwrap_or(range.end).min(range.end)
    }
}
