//! A source read once for many claims.

use std::collections::HashMap;
use std::ops::Range;

use super::align::{Step, align_near, place};
use super::claim::{Claim, Stretch, folded, stretches, without_cues};
use super::verdict::{Difference, Located, Verdict};
use crate::answer::document::Document;
use crate::answer::entity::Entity;
use crate::answer::quote::Quote;
use crate::base::span::Span;
use crate::base::steps;

/// Stands between the text and the quotations that a cue splits, which are read once more without it.
const BORDER: u32 = u32::MAX;
/// A word that the source has not.
const UNKNOWN: u32 = u32::MAX - 1;
/// At least so many words in a hundred have to be the same.
const LIKE: usize = 60;
/// Of a claim of no more words, a contraction or another tense is much.
const FEW: usize = 6;

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
    /// Of the words behind those of the text, which of them each is.
    copied: Vec<usize>,
    /// Where the text ends, and each of the quotations but the last.
    borders: Vec<usize>,
    /// The contents of quotes, in the order of the text.
    contents: Vec<(Span, usize)>,
}

/// Where a stretch stands: its words here, and from where to where in the text, over a cue if need be.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    count: usize,
    start: usize,
    end: usize,
}

impl Place {
    const fn words(self) -> Range<usize> {
        self.at..self.at + self.count
    }
}

/// A place where all of a claim stands: the words of each stretch.
type Found = Vec<Range<usize>>;

/// Who says what was found.
#[derive(Clone, Copy)]
struct Said<'d> {
    quote: Option<&'d Quote>,
    /// Stretches stand in the quotes of other speakers.
    mixed: bool,
}

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
            steps::add(1);
            let next = numbers.len() as u32;
            words.push(*numbers.entry(word).or_insert(next));
            spans.push(Span::new(start, end));
        }
        let text = words.len();
        let (mut borders, mut copied) = (Vec::new(), Vec::new());
        for quote in document.quotes().iter().filter(|quote| quote.content().len() > 1) {
            borders.push(words.len());
            words.push(BORDER);
            copied.push(text);
            spans.push(Span::default());
            for content in quote.content() {
                let first = spans[..text].partition_point(|span| span.start() < content.start());
                let last = spans[..text].partition_point(|span| span.end() <= content.end());
                steps::add(last.saturating_sub(first));
                for at in first..last {
                    words.push(words[at]);
                    copied.push(at);
                    spans.push(spans[at]);
                }
            }
        }
        let quotes = document.quotes().iter().enumerate();
        let mut contents: Vec<(Span, usize)> =
            quotes.flat_map(|(at, quote)| quote.content().iter().map(move |span| (*span, at))).collect();
        contents.sort_unstable();
        Self { document, words, spans, numbers, text, copied, borders, contents }
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
        let whole = stretches(claim.words);
        if let Some(found) = self.standing(&whole, claim) {
            return found;
        }
        // a claim that has a cue of its own between its marks
        let Some(marked) = without_cues(claim.words) else { return self.altered(&whole, claim) };
        let marked = stretches(&marked);
        self.standing(&marked, claim).unwrap_or_else(|| self.altered(&marked, claim))
    }

    fn numbered(&self, stretches: &[Stretch]) -> Vec<Vec<u32>> {
        let number = |word: &String| self.numbers.get(word).copied().unwrap_or(UNKNOWN);
        stretches.iter().map(|stretch| stretch.words.iter().map(number).collect()).collect()
    }

    /// Where all words of the claim stand, in their order.
    fn standing(&self, stretches: &[Stretch], claim: Claim<'_>) -> Option<Located<'d>> {
        let (found, said) = self.best(stretches, &self.numbered(stretches), claim)?;
        let spans = self.joined(found.iter().cloned().flatten());
        let exact = spans.len() == 1 && self.is_exact(spans[0], claim.words);
        let verdict = if exact { Verdict::Exact } else { Verdict::Folded };
        Some(self.located(claim, verdict, spans, Vec::new(), said))
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
        Said { quote, mixed }: Said<'d>,
    ) -> Located<'d> {
        let another = |name| !quote.is_some_and(|quote| self.says(quote, name));
        let other = mixed || claim.speaker.is_some_and(another);
        let verdict = if other && verdict != Verdict::Altered { Verdict::SaidByAnother } else { verdict };
        Located { document: self.document, verdict, spans, differences, quote }
    }

    /// The best place where all words of the claim stand.
    fn best(
        &self,
        stretches: &[Stretch],
        numbered: &[Vec<u32>],
        claim: Claim<'_>,
    ) -> Option<(Found, Said<'d>)> {
        let places: Vec<Vec<Place>> = numbered.iter().map(|words| self.places(words)).collect();
        let mut best: Option<(usize, Found, Said<'d>)> = None;
        for first in places.first()? {
            steps::add(1);
            let mut found: Found = Vec::with_capacity(stretches.len());
            found.push(first.words());
            let mut end = first.end;
            for (own, stretch) in places.iter().zip(stretches).skip(1) {
                let next = own.partition_point(|place| place.start < end);
                let Some(next) = own.get(next).filter(|place| place.start <= end + stretch.gap) else {
                    break;
                };
                found.push(next.words());
                end = next.end;
            }
            if found.len() < stretches.len() {
                continue;
            }
            let said = self.around(&found);
            let rank = match (said.quote, claim.speaker) {
                _ if said.mixed => 0,
                (Some(quote), Some(name)) if self.says(quote, name) => 3,
                (Some(quote), _) if !quote.speakers().is_empty() => 2,
                (Some(_), _) => 1,
                (None, _) => 0,
            };
            if best.as_ref().is_none_or(|(before, ..)| rank > *before) {
                best = Some((rank, found, said));
            }
            if rank == 3 || rank == 2 && claim.speaker.is_none() {
                break;
            }
        }
        best.map(|(_, found, said)| (found, said))
    }

    /// Where words stand, in the order of the text.
    fn places(&self, words: &[u32]) -> Vec<Place> {
        let place = |at: usize| {
            let last = at + words.len() - 1;
            Place { at, count: words.len(), start: self.in_text(at), end: self.in_text(last) + 1 }
        };
        let mut places: Vec<Place> = occurrences(words, &self.words).into_iter().map(place).collect();
        places.sort_by_key(|place| place.start);
        places
    }

    /// Which word of the text it is.
    fn in_text(&self, at: usize) -> usize {
        at.checked_sub(self.text).map_or(at, |copy| self.copied[copy])
    }

    /// The quote in which the longest stretch of a find stands.
    fn around(&self, found: &[Range<usize>]) -> Said<'d> {
        let of = |range: &Range<usize>| self.quote_among(range.len(), |at| range.start + at);
        let quote = found.iter().max_by_key(|range| range.len()).and_then(of);
        let speakers = quote.map_or(&[][..], Quote::speakers);
        let other = |one: &Quote| !one.speakers().is_empty() && one.speakers() != speakers;
        let mixed = !speakers.is_empty()
            && found.iter().skip(usize::from(found.len() == 1)).filter_map(of).any(other);
        Said { quote, mixed }
    }

    /// The quote in which `count` words stand: that of the word in their midst, which may belong to a cue, or of one at the
    /// ends.
    fn quote_among(&self, count: usize, word: impl Fn(usize) -> usize) -> Option<&'d Quote> {
        let places = [count / 2, 0, count.checked_sub(1)?];
        places.into_iter().find_map(|at| self.quote_of(self.spans[word(at)]))
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
            steps::add(1);
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
    fn altered(&self, stretches: &[Stretch], claim: Claim<'_>) -> Located<'d> {
        let numbered = self.numbered(stretches);
        if numbered.is_empty() {
            return self.absent();
        }
        let same = |steps: &[Vec<Step>]| {
            steps.iter().flatten().filter(|step| matches!(step, Step::Same(..))).count()
        };
        let all = |steps: &[Vec<Step>]| steps.iter().map(Vec::len).sum::<usize>();
        // with the cue, and without it
        let both = [0..self.text, self.text..self.words.len()];
        let both = both.into_iter().filter_map(|part| self.aligned(&numbered, part));
        let Some(steps) = both.max_by_key(|steps| (same(steps) * 1000 / all(steps).max(1), same(steps)))
        else {
            return self.absent();
        };
        let claimed: usize = numbered.iter().map(Vec::len).sum();
        let steps: Vec<Vec<Step>> = steps.into_iter().map(|steps| self.within_quote(steps)).collect();
        let (same, all) = (same(&steps), all(&steps));
        // of two or three words half are enough, of a few half that have most of the letters, of more most
        let half = same > 0 && same * 2 >= claimed;
        let enough = match claimed {
            ..=3 => half,
            4..=FEW if half && same_letters(&steps, stretches) >= LIKE => true,
            _ => same * 100 >= LIKE * all,
        };
        if !enough {
            return self.absent();
        }
        let source = |step: &Step| match step {
            Step::Same(_, at) | Step::Other(_, at) | Step::OnlySource(at) => Some(*at),
            Step::OnlyClaim(_) => None,
        };
        let words: Vec<usize> = steps.iter().flatten().filter_map(source).collect();
        let said = Said { quote: self.quote_among(words.len(), |at| words[at]), mixed: false };
        let differences = steps
            .iter()
            .zip(stretches)
            .flat_map(|(steps, stretch)| self.differences(steps, stretch))
            .collect();
        self.located(claim, Verdict::Altered, self.joined(words.into_iter()), differences, said)
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
        let outside = |at: usize| {
            steps::add(quote.content().len());
            !quote.content().iter().any(|span| span.contains(self.spans[at]))
        };
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

/// The share of the claim's letters, in a hundred, that belong to words which are the same.
fn same_letters(steps: &[Vec<Step>], stretches: &[Stretch]) -> usize {
    let (mut same, mut all) = (0, 0);
    for (steps, stretch) in steps.iter().zip(stretches) {
        let len = |word: usize| stretch.words.get(word).map_or(0, String::len);
        for step in steps {
            match *step {
                Step::Same(word, _) => (same, all) = (same + len(word), all + len(word)),
                Step::Other(word, _) | Step::OnlyClaim(word) => all += len(word),
                Step::OnlySource(_) => {}
            }
        }
    }
    same * 100 / all.max(1)
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
    steps::add(words.len() + source.len());
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
