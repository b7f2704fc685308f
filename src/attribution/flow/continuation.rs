//! What is remembered from one sentence to the next, and what a quotation goes on from.

use crate::answer::manner::Manner;
use crate::answer::quote::Mention;
use crate::answer::rule::Entry;
use crate::base::span::Span;
use crate::text::marks::{Family, Quoted};

use super::rules;

/// A heading has no more tokens than this.
const LONGEST_HEADING: u32 = 12;

/// What a sentence leaves for the next.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cue {
    pub(crate) source: Mention,
    pub(crate) cue: Option<Span>,
    pub(crate) manner: Manner,
    /// The verb reports.
    pub(crate) reports: bool,
    pub(crate) paragraph: usize,
}

/// What is remembered from one sentence to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flow {
    /// The draft of the last attributed quotation.
    last: Option<Last>,
    /// The cue of the last sentence.
    sentence: Option<Cue>,
    /// That sentence ended in a colon.
    colon: bool,
    /// Sentences so far.
    sentences: usize,
    /// A quotation that fills its paragraph and has no cue, for a signature in the next.
    unsigned: Option<Unsigned>,
    /// A quotation without marks that was announced and may go on.
    pub(crate) unmarked: Option<Unmarked>,
}

/// A quotation without marks that was announced and may go on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unmarked {
    pub(crate) cue: Cue,
    /// Its draft, once a paragraph of it was read.
    pub(crate) draft: Option<usize>,
    /// The last paragraph of it or before it.
    pub(crate) paragraph: usize,
}

/// A quotation that a signature may follow.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unsigned {
    pub(crate) span: Span,
    pub(crate) paragraph: usize,
    /// What it was taken for, the place of a draft or of an unattributed span.
    pub(crate) taken: Taken,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Taken {
    Draft(usize),
    Unattributed(usize),
}

#[derive(Clone, Copy, Debug)]
struct Last {
    draft: usize,
    paragraph: usize,
    sentence: usize,
    /// Its marks were not closed at the paragraph's end.
    left_open: bool,
    family: Family,
}

/// What an unexplained quotation does.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Continuation {
    /// It is more of this draft.
    Of { draft: usize, rule: &'static Entry },
    /// It is said by the speaker of this draft, as a quote of its own.
    LikeDraft { draft: usize, rule: &'static Entry },
    /// The sentence before has its cue.
    From { cue: Cue, rule: &'static Entry },
}

impl Continuation {
    /// Whether a quotation in `paragraph` goes on from speech that runs on or was announced, not from whoever
    /// spoke last.
    pub(crate) fn is_sure(self, paragraph: usize) -> bool {
        match self {
            Self::LikeDraft { .. } => false,
            Self::From { cue, rule } => {
                cue.reports && cue.paragraph == paragraph || !std::ptr::eq(rule, rules::SENTENCE_BEFORE)
            }
            Self::Of { .. } => true,
        }
    }

    pub(crate) const fn rule(self) -> &'static Entry {
        match self {
            Self::Of { rule, .. } | Self::LikeDraft { rule, .. } | Self::From { rule, .. } => rule,
        }
    }
}

/// Where an unexplained quotation stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) paragraph: usize,
    pub(crate) opens_sentence: bool,
    pub(crate) opens_paragraph: bool,
    /// The sentence holds nothing else.
    pub(crate) whole_sentence: bool,
    /// The paragraph holds nothing else.
    pub(crate) whole_paragraph: bool,
    /// A verb of the sentence reports, though not this.
    pub(crate) has_cue: bool,
    /// The quotation has three words or more.
    pub(crate) several_words: bool,
    /// A tag that no rule reads follows behind the comma inside of its marks: *“You will,” came a voice*.
    pub(crate) goes_on: bool,
}

impl Flow {
    /// The quotation of draft `draft` stands in `paragraph`.
    pub(crate) fn said(&mut self, draft: usize, paragraph: usize, quoted: &Quoted) {
        let left_open = !quoted.is_closed();
        // of several quotations in a sentence the one that opens it goes on, not a word quoted within
        if self.last.is_some_and(|last| last.sentence == self.sentences && last.paragraph == paragraph)
            && !left_open
        {
            return;
        }
        self.last =
            Some(Last { draft, paragraph, left_open, family: quoted.family, sentence: self.sentences });
    }

    /// The first `count` drafts are gone, and all others as many places nearer.
    pub(crate) fn move_up(&mut self, count: usize) {
        self.last = self.last.filter(|last| last.draft >= count);
        if let Some(last) = &mut self.last {
            last.draft -= count;
        }
        if let Some(Unmarked { draft: Some(draft), .. }) = self.unmarked {
            let kept = draft.checked_sub(count);
            self.unmarked =
                self.unmarked.zip(kept).map(|(open, draft)| Unmarked { draft: Some(draft), ..open });
        }
        if let Some(Unsigned { taken: Taken::Draft(draft), .. }) = self.unsigned {
            let kept = draft.checked_sub(count).map(Taken::Draft);
            self.unsigned = self.unsigned.zip(kept).map(|(unsigned, taken)| Unsigned { taken, ..unsigned });
        }
    }

    /// A sentence is over.
    pub(crate) fn sentence(&mut self, cue: Option<Cue>, colon: bool) {
        self.sentence = cue;
        self.colon = colon;
        self.sentences += 1;
    }

    /// The quotation fills its paragraph, and no cue explains it.
    pub(crate) fn unsigned(&mut self, unsigned: Unsigned) {
        self.unsigned = Some(unsigned);
    }

    /// The quotation that a signature at the start of `paragraph` signs.
    pub(crate) fn signed(&mut self, paragraph: usize) -> Option<Unsigned> {
        self.unsigned.take().filter(|unsigned| paragraph - unsigned.paragraph.min(paragraph) <= 1)
    }

    /// Whether the quoted span that fills the paragraph at `place` heads those that follow. Headings quote in single
    /// marks what the text gives in double ones.
    pub(crate) fn is_heading(&self, place: Place, quoted: &Quoted) -> bool {
        place.whole_paragraph
            && quoted.family == Family::Single
            && quoted.is_closed()
            && quoted.close - quoted.open <= LONGEST_HEADING
            && self.last.is_some_and(|last| last.family == Family::Double)
    }

    /// What *Adding, “…”* goes on from: who spoke last in the paragraph, or did so in the sentence before.
    pub(crate) fn goes_on(&self, paragraph: usize) -> Option<Continuation> {
        let last =
            self.last.filter(|last| last.paragraph == paragraph && last.sentence + 1 == self.sentences);
        if let Some(last) = last {
            return Some(Continuation::LikeDraft { draft: last.draft, rule: rules::RUNS_ON_WITHIN });
        }
        let cue = self.sentence.filter(|cue| cue.reports && cue.paragraph == paragraph)?;
        Some(Continuation::From { cue, rule: rules::SENTENCE_BEFORE })
    }

    /// What the quotation at `place` goes on from.
    pub(crate) fn continuation(&self, place: Place) -> Option<Continuation> {
        if self.colon && place.opens_sentence {
            if let Some(cue) = self.sentence {
                return Some(Continuation::From { cue, rule: rules::COLON_BEFORE });
            }
        }
        // "…," A said. B added that …. "…": the sentence between has the nearer cue
        if let Some(cue) = self.sentence.filter(|cue| cue.reports && cue.paragraph == place.paragraph) {
            let between = self.last.is_some_and(|last| last.sentence + 1 < self.sentences);
            if place.opens_sentence && between {
                return Some(Continuation::From { cue, rule: rules::SENTENCE_BEFORE });
            }
        }
        if let Some(last) = self.last {
            if last.paragraph == place.paragraph && place.opens_sentence && !place.goes_on {
                return Some(Continuation::Of { draft: last.draft, rule: rules::RUNS_ON });
            }
            let next = last.paragraph + 1 == place.paragraph;
            if last.left_open && next && place.opens_paragraph {
                return Some(Continuation::Of { draft: last.draft, rule: rules::SPEECH_GOES_ON });
            }
        }
        if let Some(cue) = self.sentence.filter(|cue| cue.reports && cue.paragraph == place.paragraph) {
            if place.whole_sentence {
                return Some(Continuation::From { cue, rule: rules::SENTENCE_BEFORE });
            }
        }
        // "It is “a shame.”" after "…," he said: the sentence goes on in his words
        if let Some(last) = self.last.filter(|last| {
            last.paragraph == place.paragraph
                && last.sentence + 1 == self.sentences
                && !place.has_cue
                && !place.goes_on
                && place.several_words
        }) {
            return Some(Continuation::LikeDraft { draft: last.draft, rule: rules::RUNS_ON_WITHIN });
        }
        if !place.whole_sentence {
            return None;
        }
        // "Ruiz shrugged. “We lost.”"
        let shown = self.sentence.filter(|cue| cue.paragraph == place.paragraph && place.several_words);
        if let Some(cue) = shown {
            return Some(Continuation::From { cue, rule: rules::SENTENCE_BEFORE });
        }
        if !place.opens_paragraph {
            return None;
        }
        let near = |paragraph: usize| place.paragraph - paragraph.min(place.paragraph) <= 1;
        // a paragraph of one word is what somebody else shouts, or a heading
        if let Some(last) = self.last.filter(|last| near(last.paragraph) && place.several_words) {
            return Some(Continuation::LikeDraft { draft: last.draft, rule: rules::PARAGRAPH_BEFORE });
        }
        let cue = self.sentence.filter(|cue| cue.reports && near(cue.paragraph))?;
        Some(Continuation::From { cue, rule: rules::SENTENCE_BEFORE })
    }
}
