//! The flow of a news text broken off after a stage, for the benches: what a stage costs is what it adds to
//! the stages before. Nobody else needs it, and it may change with any version.

use crate::answer::genre::Genre;
use crate::attributor::Attributor;
use crate::grammar::block::{BLOCK, Wants};
use crate::grammar::rows::{self, Wanted};
use crate::reading::{Parts, Reading};
use crate::scratch::Scratch;
use crate::settings::Settings;
use crate::text::layout::{self, Layout};
use crate::text::pieces::ranges;
use crate::text::segment;

/// The last stage to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Stage {
    Layout,
    Lex,
    Marks,
    Items,
    Verbs,
    Content,
    Resolve,
}

impl Attributor {
    /// Reads `text` as news up to and with `last`; returns how many tokens were read, or paragraphs where
    /// none were.
    #[doc(hidden)]
    #[must_use]
    pub fn work(&self, scratch: &mut Scratch, text: &str, last: Stage) -> usize {
        let _ = std::hint::black_box(layout::genre(text));
        let wrapped = Layout::of(text).wrapped;
        let context = segment::Context { lexicon: &self.lexicon, wrapped };
        let settings = Settings { genre: Some(Genre::News), ..self.settings.clone() };
        let parts = Parts::OfLongTexts;
        let mut reading = Reading::new(text, &self.lexicon, &settings, None, scratch, parts);
        let block = &mut scratch.block;
        block.forget();
        let mut rows = Vec::new();
        let (mut count, mut paragraphs) = (0, ranges(text, wrapped).peekable());
        while let Some(first) = paragraphs.next() {
            let base = first.start;
            block.open(base);
            let mut next = Some(first);
            while let Some(range) = next {
                match last {
                    Stage::Layout => count += 1,
                    Stage::Lex => {
                        let _ = block.lex_only(text, range, &self.lexicon);
                    }
                    _ => block.lex(text, range, reading.primary(), &self.lexicon),
                }
                next = paragraphs.next_if(|range| range.end - base <= BLOCK);
            }
            count += block.tokens.len();
            if last >= Stage::Items {
                block.chunk(text, context, Wants::All);
            }
            match last {
                Stage::Verbs => {
                    for sentence in &block.chunks.sentences {
                        let wanted = Wanted::OfCues;
                        rows::read(&block.chunks, &block.tokens, sentence, &self.lexicon, wanted, &mut rows);
                        std::hint::black_box(&rows);
                    }
                }
                Stage::Content => reading.sentences(block),
                Stage::Resolve => reading.block(block),
                _ => {}
            }
        }
        if last == Stage::Resolve {
            let (document, kept) = reading.finish();
            std::hint::black_box(document);
            scratch.kept = kept;
        }
        count
    }
}
