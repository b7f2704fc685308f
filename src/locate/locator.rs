//! A source read once for many claims.

use std::collections::HashMap;
use std::ops::Range;

use super::align::{Step, align_near, place};
use super::claim::{Claim, Stretch, folded, stretches};
use super::verdict::{Difference, Located, Verdict};
use crate::answer::document::Document;
use crate::answer::entity::Entity;
use crate::answer::quote::Quote;
use crate::base::span::Span;

/// Stands between the text and the quotations that a cue splits, which are read once more without it.
const BORDER: u32 = u32::MAX;
/// A word that the source has not.
const UNKNOWN: u32 = u32::MAX - 1;
/// At least so many words in a hundred have to be the same.
const LIKE: usize = 60;

/// A document prepared for claims.
///
/// ```
/// use whosaid::locate::{Claim, Locator, Verdict};
/// let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill. “It pours,” said Ana Ruiz.");
/// let locator = Locator::new(&document);
/// let claims = [("It rains", "Tom Hill"), ("It rains", "Ana Ruiz"), ("It snows", "Ana Ruiz")];
/// let verdicts = claims.map(|(words, who)| locator.locate(Claim::new(words).by(who)).verdict());
/// assert_eq!(verdicts, [Verdict::Exact, Verdict::SaidByAnother, Verdict::Altered]);
/// ```
#[derive(Clone, Debug)]
pub struct Locator<'d> {
    document: &'d Document<'d>,
    /// The words of the text, and behind them those of the quotations that a cue splits.
    words: Vec<u32>,
    spans: Vec<Span>,
    numbers: HashMap<String, u32>,
    /// How many of the words are those of the text.
    text: usize,
    /// Where the text ends, and each of the quotations but the last.
    borders: Vec<usize>,
    /// The contents of quotes, in the order of the text.
    contents: Vec<(Span, usize)>,
}

/// A place where all of a claim stands: the words of each stretch.
type Found = Vec<Range<usize>>;

impl<'d> Locator<'d> {
    /// Reads the words of a document.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill.");
    /// assert!(whosaid::locate::Locator::new(&document).locate("it rains").is_found());
    /// ```
    #[must_use]
    pub fn new(document: &'d Document<'d>) -> Self {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let (mut words, mut spans) = (Vec::new(), Vec::new());
        for (start, end, word) in folded(document.text()) {
            let next = numbers.len() as u32;
            words.push(*numbers.entry(word).or_insert(next));
            spans.push(Span::new(start, end));
        }
        let text = words.len();
        let mut borders = Vec::new();
        for quote in document.quotes().iter().filter(|quote| quote.content().len() > 1) {
            borders.push(words.len());
            words.push(BORDER);
            spans.push(Span::default());
            for content in quote.content() {
                let first = spans[..text].partition_point(|span| span.start() < content.start());
                let last = spans[..text].partition_point(|span| span.end() <= content.end());
                for at in first..last {
                    words.push(words[at]);
                    spans.push(spans[at]);
                }
            }
        }
        let quotes = document.quotes().iter().enumerate();
        let mut contents: Vec<(Span, usize)> =
            quotes.flat_map(|(at, quote)| quote.content().iter().map(move |span| (*span, at))).collect();
        contents.sort_unstable();
        Self { document, words, spans, numbers, text, borders, contents }
    }

    /// Where the words of a claim stand, what differs, and who says them there. Of several places the one where the
    /// claimed speaker says them is taken, else one where somebody does, else the first.
    ///
    /// ```
    /// let document = whosaid::Attributor::new().attribute("“It rains,” said Tom Hill.");
    /// let found = whosaid::locate::Locator::new(&document).locate("It rains");
    /// assert_eq!(found.speaker(), Some("Tom Hill"));
    /// ```
    #[must_use]
    pub fn locate<'c>(&self, claim: impl Into<Claim<'c>>) -> Located<'d> {
        let claim = claim.into();
        let stretches = stretches(claim.words);
        let number = |word: &String| self.numbers.get(word).copied().unwrap_or(UNKNOWN);
        let numbered: Vec<Vec<u32>> =
            stretches.iter().map(|stretch| stretch.words.iter().map(number).collect()).collect();
        if numbered.is_empty() {
            return self.absent();
        }
        if let Some((found, quote)) = self.best(&stretches, &numbered, claim) {
            let spans = self.joined(found.iter().cloned().flatten());
            let exact = spans.len() == 1 && self.is_exact(spans[0], claim.words);
            let verdict = if exact { Verdict::Exact } else { Verdict::Folded };
            return self.located(claim, verdict, spans, Vec::new(), quote);
        }
        self.altered(&stretches, &numbered, claim)
    }

    fn absent(&self) -> Located<'d> {
        let document = self.document;
        Located {
            document,
            verdict: Verdict::Absent,
            spans: Vec::new(),
            differences: Vec::new(),
            quote: None,
        }
    }

    fn located(
        &self,
        claim: Claim<'_>,
        verdict: Verdict,
        spans: Vec<Span>,
        differences: Vec<Difference>,
        quote: Option<&'d Quote>,
    ) -> Located<'d> {
        let other = claim.speaker.is_some_and(|name| !quote.is_some_and(|quote| self.says(quote, name)));
        let verdict = if other && verdict != Verdict::Altered { Verdict::SaidByAnother } else { verdict };
        Located { document: self.document, verdict, spans, differences, quote }
    }

    /// The best place where all words of the claim stand.
    fn best(
        &self,
        stretches: &[Stretch],
        numbered: &[Vec<u32>],
        claim: Claim<'_>,
    ) -> Option<(Found, Option<&'d Quote>)> {
        let occurrences: Vec<Vec<usize>> =
            numbered.iter().map(|words| occurrences(words, &self.words)).collect();
        let mut from = vec![0; stretches.len()];
        let mut best: Option<(usize, Found, Option<&'d Quote>)> = None;
        for first in &occurrences[0] {
            let mut found: Found = Vec::with_capacity(stretches.len());
            found.push(*first..first + numbered[0].len());
            for place in 1..stretches.len() {
                let end = found[place - 1].end;
                let own = &occurrences[place];
                while own.get(from[place]).is_some_and(|start| *start < end) {
                    from[place] += 1;
                }
                let Some(start) = own.get(from[place]).filter(|start| **start <= end + stretches[place].gap)
                else {
                    break;
                };
                found.push(*start..start + numbered[place].len());
            }
            let whole = found.len() == stretches.len() && !self.crosses(&found);
            if !whole {
                continue;
            }
            let quote = self.around(&found);
            let rank = match (quote, claim.speaker) {
                (Some(quote), Some(name)) if self.says(quote, name) => 3,
                (Some(quote), _) if !quote.speakers().is_empty() => 2,
                (Some(_), _) => 1,
                (None, _) => 0,
            };
            if best.as_ref().is_none_or(|(before, ..)| rank > *before) {
                best = Some((rank, found, quote));
            }
            if rank == 3 || rank == 2 && claim.speaker.is_none() {
                break;
            }
        }
        best.map(|(_, found, quote)| (found, quote))
    }

    /// Whether the text's end or another quotation lies between the stretches.
    fn crosses(&self, found: &[Range<usize>]) -> bool {
        found.windows(2).any(|pair| self.words[pair[0].end..pair[1].start].contains(&BORDER))
    }

    /// The quote in whose content most words of a find stand.
    fn around(&self, found: &[Range<usize>]) -> Option<&'d Quote> {
        let middle = found.iter().max_by_key(|range| range.len())?;
        self.quote_of(self.spans[middle.start + middle.len() / 2])
    }

    /// The shortest content around a word.
    fn quote_of(&self, word: Span) -> Option<&'d Quote> {
        let after = self.contents.partition_point(|(span, _)| span.start() <= word.start());
        // contents nest, but not deeply
        let near =
            self.contents[after.saturating_sub(16)..after].iter().filter(|(span, _)| span.contains(word));
        let inner = near.min_by_key(|(span, _)| span.len())?;
        self.document.quotes().get(inner.1)
    }

    /// Whether a speaker of `quote` goes by `name`.
    fn says(&self, quote: &Quote, name: &str) -> bool {
        let parts = name_parts(name);
        self.document.speakers(quote).any(|speaker| goes_by(speaker, &parts))
            || quote.speakers().is_empty()
                && quote
                    .source()
                    .and_then(|source| source.span().get(self.document.text()))
                    .is_some_and(|source| name_parts(source) == parts)
    }

    /// Whether the source has the claim letter for letter, the marks around it aside.
    fn is_exact(&self, span: Span, claim: &str) -> bool {
        let claim =
            claim.trim_matches(|letter: char| letter.is_whitespace() || "\"'“”‘’„‚«»‹›`".contains(letter));
        let lead = claim.len() - claim.trim_start_matches(|letter: char| !letter.is_alphanumeric()).len();
        let start = span.start().checked_sub(lead);
        start.and_then(|start| self.document.text().get(start..start + claim.len())) == Some(claim)
    }

    /// Words of the source as few places: those that follow one another as one.
    fn joined(&self, words: impl Iterator<Item = usize>) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for at in words {
            let word = self.spans[at];
            let next = spans.last().is_some_and(|last| {
                let first = self.spans[..self.text].partition_point(|span| span.start() < last.end());
                self.spans.get(first) == Some(&word) && first < self.text
            });
            match spans.last_mut() {
                Some(last) if next => *last = Span::new(last.start(), word.end()),
                _ => spans.push(word),
            }
        }
        spans
    }

    /// The place that is most like the claim, stretch by stretch.
    fn altered(&self, stretches: &[Stretch], numbered: &[Vec<u32>], claim: Claim<'_>) -> Located<'d> {
        let same = |steps: &[Vec<Step>]| {
            steps.iter().flatten().filter(|step| matches!(step, Step::Same(..))).count()
        };
        let all = |steps: &[Vec<Step>]| steps.iter().map(Vec::len).sum::<usize>();
        // with the cue, and without it
        let both = [0..self.text, self.text..self.words.len()];
        let both = both.into_iter().filter_map(|part| self.aligned(numbered, part));
        let Some(steps) = both.max_by_key(|steps| (same(steps) * 1000 / all(steps).max(1), same(steps)))
        else {
            return self.absent();
        };
        let claimed: usize = numbered.iter().map(Vec::len).sum();
        let steps: Vec<Vec<Step>> = steps.into_iter().map(|steps| self.within_quote(steps)).collect();
        let (same, all) = (same(&steps), all(&steps));
        // of two or three words half are enough, of more most
        let enough = if claimed <= 3 { same * 2 >= claimed && same > 0 } else { same * 100 >= LIKE * all };
        if !enough {
            return self.absent();
        }
        let source = |step: &Step| match step {
            Step::Same(_, at) | Step::Other(_, at) | Step::OnlySource(at) => Some(*at),
            Step::OnlyClaim(_) => None,
        };
        let words: Vec<usize> = steps.iter().flatten().filter_map(source).collect();
        let middle = words.get(words.len() / 2).map(|at| self.spans[*at]);
        let quote = middle.and_then(|word| self.quote_of(word));
        let differences = steps
            .iter()
            .zip(stretches)
            .flat_map(|(steps, stretch)| self.differences(steps, stretch))
            .collect();
        self.located(claim, Verdict::Altered, self.joined(words.into_iter()), differences, quote)
    }

    /// The text, or the quotation that a cue splits, of which the word at `at` is one.
    fn part_of(&self, at: usize) -> Range<usize> {
        let after = self.borders.partition_point(|border| *border <= at);
        let start = after.checked_sub(1).map_or(0, |place| self.borders[place] + 1);
        start..self.borders.get(after).copied().unwrap_or(self.words.len())
    }

    /// All stretches aligned with what is most like them, each behind the one before.
    fn aligned(&self, numbered: &[Vec<u32>], mut part: Range<usize>) -> Option<Vec<Vec<Step>>> {
        let mut all = Vec::with_capacity(numbered.len());
        for words in numbered {
            let near = place(words, &self.words[part.clone()])? + part.start as isize;
            if all.is_empty() {
                let middle = near + words.len() as isize / 2;
                part = self.part_of(middle.clamp(0, self.words.len() as isize - 1) as usize);
            }
            let steps = align_near(words, &self.words, near, part.clone())?;
            let last = steps.iter().rev().find_map(|step| match step {
                Step::Same(_, at) | Step::Other(_, at) | Step::OnlySource(at) => Some(*at + 1),
                Step::OnlyClaim(_) => None,
            });
            part.start = last.unwrap_or(part.start);
            all.push(steps);
        }
        Some(all)
    }

    /// A word at either end that is another only because the claim has one more than the quotation.
    fn within_quote(&self, mut steps: Vec<Step>) -> Vec<Step> {
        let same = |step: &Step| match step {
            Step::Same(_, at) => Some(self.spans[*at]),
            _ => None,
        };
        let Some(quote) = steps.iter().find_map(same).and_then(|word| self.quote_of(word)) else {
            return steps;
        };
        let outside = |at: usize| !quote.content().iter().any(|span| span.contains(self.spans[at]));
        let cut = |step: &mut Step| match *step {
            Step::Other(word, at) if outside(at) => *step = Step::OnlyClaim(word),
            _ => {}
        };
        let first = steps.iter().position(|step| same(step).is_some()).unwrap_or(0);
        let last = steps.iter().rposition(|step| same(step).is_some()).unwrap_or(0);
        steps[..first].iter_mut().for_each(cut);
        steps[last..].iter_mut().for_each(cut);
        steps
    }

    /// What differs, neighbouring words together.
    fn differences(&self, steps: &[Step], stretch: &Stretch) -> Vec<Difference> {
        let mut differences: Vec<Difference> = Vec::new();
        let (mut open, mut end) = (false, 0);
        for step in steps {
            let (claimed, found) = match step {
                Step::Same(_, at) => {
                    open = false;
                    end = self.spans[*at].end();
                    continue;
                }
                Step::Other(word, at) => (stretch.words.get(*word), Some(*at)),
                Step::OnlyClaim(word) => (stretch.words.get(*word), None),
                Step::OnlySource(at) => (None, Some(*at)),
            };
            if !open {
                let start = found.map_or(end, |at| self.spans[at].start());
                differences.push(Difference {
                    claimed: String::new(),
                    found: String::new(),
                    span: Span::new(start, start),
                });
            }
            open = true;
            let Some(last) = differences.last_mut() else { continue };
            if let Some(word) = claimed {
                push_word(&mut last.claimed, word);
            }
            if let Some(at) = found {
                let span = self.spans[at];
                push_word(&mut last.found, span.get(self.document.text()).unwrap_or(""));
                end = span.end();
                let start = if last.span.is_empty() { span.start() } else { last.span.start() };
                last.span = Span::new(start, end);
            }
        }
        differences
    }
}

fn push_word(words: &mut String, word: &str) {
    if !words.is_empty() {
        words.push(' ');
    }
    words.push_str(word);
}

/// Where `words` begin in `source`, in order, in one pass (Knuth, Morris and Pratt).
fn occurrences(words: &[u32], source: &[u32]) -> Vec<usize> {
    if words.is_empty() || words.contains(&UNKNOWN) {
        return Vec::new();
    }
    let mut back = vec![0; words.len()];
    let mut matched = 0;
    for at in 1..words.len() {
        while matched > 0 && words[at] != words[matched] {
            matched = back[matched - 1];
        }
        matched += usize::from(words[at] == words[matched]);
        back[at] = matched;
    }
    let (mut found, mut matched) = (Vec::new(), 0);
    for (at, word) in source.iter().enumerate() {
        while matched > 0 && *word != words[matched] {
            matched = back[matched - 1];
        }
        matched += usize::from(*word == words[matched]);
        if matched == words.len() {
            found.push(at + 1 - matched);
            matched = back[matched - 1];
        }
    }
    found
}

/// The words of a name that tell who it is.
fn name_parts(name: &str) -> Vec<String> {
    const TITLES: [&str; 12] =
        ["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lady", "lord", "the", "president"];
    let words = folded(name).map(|(_, _, word)| word.strip_suffix("'s").map_or(word.clone(), str::to_owned));
    words.filter(|word| !TITLES.contains(&word.as_str())).collect()
}

/// Whether somebody goes by a name: the same words, or all words of the one among those of the other, the last of them
/// the same.
fn goes_by(speaker: Entity<'_>, parts: &[String]) -> bool {
    if parts.is_empty() {
        return false;
    }
    let means = |own: &[String]| {
        let (few, many) = if own.len() < parts.len() { (own, parts) } else { (parts, own) };
        !few.is_empty()
            && few.iter().all(|part| many.contains(part))
            && (few.last() == many.last() || few.len() > 1)
    };
    means(&name_parts(speaker.name())) || speaker.aliases().any(|alias| name_parts(alias) == parts)
}
