//! The scores of novels: which quotations are found, and which character says each.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Write};
use std::sync::LazyLock;

use regex::Regex;

use super::calibration::Calibration;
use super::gold::{Gold, GoldQuote};
use super::mistakes::Mistakes;
use super::names::{Names, WORD, plain};
use super::record::{Place, QuoteRecord, Record};
use super::tally::{Tallies, Tally, share};

static PARAGRAPH: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\n[ \t\r]*\n\s*").expect("a pattern"));
static NAME_END: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[,;(—]|--").expect("a pattern"));
const EDGE: &str = "\"“”‘’„«»'`_*—–- \t\r\n";

#[derive(Debug, Default)]
pub(super) struct Fiction {
    detection: Tally,
    speaker: Tally,
    found: Tally,
    link: Tally,
    coref: Tally,
    rows: Tallies,
    outcomes: BTreeMap<&'static str, usize>,
    lenient: usize,
    pub(super) calibration: Calibration,
    pub(super) mistakes: Mistakes,
}

/// The words of a text, by their first bytes.
struct Text<'a> {
    text: &'a str,
    words: Vec<(usize, &'a str)>,
}

impl Text<'_> {
    fn words(&self, [start, end]: Place) -> &[(usize, &str)] {
        let first = self.words.partition_point(|(at, _)| *at < start);
        let last = self.words.partition_point(|(at, _)| *at < end);
        self.words.get(first..last).unwrap_or(&[])
    }

    /// The words of a mention but for articles.
    fn mention(&self, place: Place) -> BTreeSet<usize> {
        let article = |word: &str| matches!(word.to_lowercase().as_str(), "the" | "a" | "an");
        self.words(place).iter().filter(|(_, word)| !article(word)).map(|(at, _)| *at).collect()
    }

    /// The words of each piece of a content: its spans cut at the ends of paragraphs.
    fn pieces(&self, content: &[Place]) -> Vec<BTreeSet<usize>> {
        let mut pieces = Vec::new();
        for [start, end] in content {
            let Some(words) = self.text.get(*start..*end) else { continue };
            let mut from = *start;
            for gap in PARAGRAPH.find_iter(words) {
                pieces.push([from, start + gap.start()]);
                from = start + gap.end();
            }
            pieces.push([from, *end]);
        }
        let trimmed = |[start, end]: Place| {
            let words = &self.text[start..end];
            let from = start + (words.len() - words.trim_start_matches(|letter| EDGE.contains(letter)).len());
            let to = start + words.trim_end_matches(|letter| EDGE.contains(letter)).len();
            [from, to.max(from)]
        };
        let words = |place: Place| self.words(trimmed(place)).iter().map(|(at, _)| *at).collect();
        pieces.into_iter().map(words).filter(|words: &BTreeSet<usize>| !words.is_empty()).collect()
    }
}

/// The name that a predicted quote gives.
fn answer(text: &str, quote: &QuoteRecord) -> Option<String> {
    if let Some(speaker) = quote.speaker.as_ref().filter(|speaker| !speaker.is_empty()) {
        return Some(speaker.clone());
    }
    let [start, end] = quote.source?;
    let words = text.get(start..end)?;
    let name = NAME_END.split(words).next().unwrap_or("").trim();
    (!name.is_empty()).then(|| name.to_owned())
}

impl Fiction {
    pub(super) fn add(&mut self, gold: &Gold, record: &Record) {
        let words = WORD.find_iter(&gold.text).map(|word| (word.start(), word.as_str())).collect();
        let text = Text { text: &gold.text, words };
        let found: Vec<&QuoteRecord> =
            record.quotes.iter().filter(|quote| quote.kind != "indirect").collect();
        let wanted: Vec<(&GoldQuote, Vec<BTreeSet<usize>>)> = gold
            .quotes
            .iter()
            .map(|quote| (quote, text.pieces(&quote.content)))
            .filter(|(_, pieces)| !pieces.is_empty())
            .collect();
        let gold_pieces: Vec<(usize, &BTreeSet<usize>)> = wanted
            .iter()
            .enumerate()
            .flat_map(|(index, (_, pieces))| pieces.iter().map(move |piece| (index, piece)))
            .collect();
        let found_pieces: Vec<(usize, BTreeSet<usize>)> = found
            .iter()
            .enumerate()
            .flat_map(|(index, quote)| {
                text.pieces(&quote.content).into_iter().map(move |piece| (index, piece))
            })
            .collect();
        let shared = overlaps(&gold_pieces, &found_pieces);
        self.detection.gold += gold_pieces.len();
        self.detection.answers += found_pieces.len();
        self.detection.right += matched(&gold_pieces, &found_pieces, &shared);
        let mut votes: Vec<Vec<(usize, usize)>> = vec![Vec::new(); wanted.len()];
        for ((index, piece), row) in gold_pieces.iter().zip(&shared) {
            let mut by_quote: Vec<(usize, usize)> = Vec::new();
            for (place, count) in row {
                add_to(&mut by_quote, found_pieces[*place].0, *count);
            }
            for (quote, count) in by_quote.into_iter().filter(|(_, count)| 2 * count >= piece.len()) {
                add_to(&mut votes[*index], quote, count);
            }
        }
        let names = Names::of(&gold.entities);
        let mentions = mentions(&text, gold);
        for ((quote, _), votes) in wanted.iter().zip(&votes) {
            self.quote(gold, &text, &names, &mentions, quote, votes, &found);
        }
        self.outside(gold, &gold_pieces, &found_pieces, &found);
    }

    #[expect(clippy::too_many_arguments, reason = "all are views of the one text that is scored")]
    fn quote(
        &mut self,
        gold: &Gold,
        text: &Text<'_>,
        names: &Names,
        mentions: &Mentions,
        quote: &GoldQuote,
        votes: &[(usize, usize)],
        found: &[&QuoteRecord],
    ) {
        let best = most(votes).map(|index| found[index]);
        let source = best.and_then(|best| best.source);
        if let Some(right) = links(text, quote, source) {
            self.link.add(right, source.is_some(), true);
        }
        let Some(speaker) = quote.speaker.as_deref().filter(|name| !name.starts_with('_')) else { return };
        let Some(place) = names.place(speaker) else { return };
        if !mentions.is_empty() {
            let near = source.and_then(|source| nearest(&text.mention(source), mentions, gold));
            self.coref.add(near == Some(place), source.is_some(), true);
        }
        if quote.named == Some(false) {
            return;
        }
        let name = name_of_most(text.text, votes, found);
        let meant = name.as_deref().map(|name| names.meant(name)).unwrap_or_default();
        let right = meant == BTreeSet::from([place]);
        self.lenient += usize::from(meant.contains(&place));
        let outcome = match name.as_deref() {
            _ if right => "right",
            _ if votes.is_empty() => "missed quote",
            None => "no name",
            Some(_) if meant.contains(&place) => "ambiguous name",
            Some(_) if !meant.is_empty() => "wrong character",
            Some(name) if is_pronoun(name) => "pronoun",
            Some(_) => "unknown name",
        };
        *self.outcomes.entry(outcome).or_default() += 1;
        let how = quote.how.as_deref().unwrap_or("None");
        let mut keys = vec![format!("type={how}"), format!("text={}", gold.id)];
        keys.extend(gold.entities[place].category.as_ref().map(|category| format!("category={category}")));
        for key in keys {
            self.rows.entry(key).or_default().add(right, name.is_some(), true);
        }
        self.speaker.add(right, name.is_some(), true);
        self.calibration.gold += 1;
        if !votes.is_empty() {
            self.found.add(right, name.is_some(), true);
        }
        // who speaks a line of a novel is one decision, and has one confidence
        if let Some(best) = best.filter(|_| name.is_some()) {
            self.calibration.add(&best.rule, best.speaker_confidence, right);
        }
        if let (false, Some(content)) = (right, quote.content_span()) {
            let head = format!("[{}] want {speaker:?} got {name:?}", gold.id);
            let mut parts: Vec<(Place, &str)> = quote.content.iter().map(|place| (*place, "[=]")).collect();
            parts.extend(source.map(|source| (source, "(?)")));
            self.mistakes.draw(&format!("{outcome}, {how}"), &head, text.text, content, &parts);
        }
    }

    /// Names on what gold does not have as a quotation.
    fn outside(
        &mut self,
        gold: &Gold,
        wanted: &[(usize, &BTreeSet<usize>)],
        pieces: &[(usize, BTreeSet<usize>)],
        found: &[&QuoteRecord],
    ) {
        let wanted: BTreeSet<usize> = wanted.iter().flat_map(|(_, piece)| piece.iter().copied()).collect();
        for pieces in pieces.chunk_by(|some, other| some.0 == other.0) {
            let quote = found[pieces[0].0];
            let words: BTreeSet<usize> = pieces.iter().flat_map(|(_, piece)| piece.iter().copied()).collect();
            let common = words.intersection(&wanted).count();
            if let Some(name) = answer(&gold.text, quote).filter(|_| 2 * common < words.len()) {
                self.speaker.answers += 1;
                self.rows.entry(format!("text={}", gold.id)).or_default().answers += 1;
                *self.outcomes.entry("not a quote").or_default() += 1;
                if let Some(first) = quote.content.first() {
                    let head = format!("[{}] got {name:?}", gold.id);
                    self.mistakes.draw("not a quote", &head, &gold.text, *first, &[(*first, "[=]")]);
                }
            }
        }
    }

    pub(super) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{:11} {}", "detection", self.detection)?;
        writeln!(out, "{:11} {}", "speaker", self.speaker)?;
        writeln!(out, "{:11} {}", "link", self.link)?;
        if self.coref.gold > 0 {
            writeln!(out, "{:11} {}", "coref_link", self.coref)?;
        }
        let texts: Vec<f64> = self
            .rows
            .iter()
            .filter(|(key, tally)| key.starts_with("text=") && tally.gold > 0)
            .map(|(_, tally)| tally.recall())
            .collect();
        let mean = if texts.is_empty() { 0.0 } else { texts.iter().sum::<f64>() / texts.len() as f64 };
        writeln!(
            out,
            "speaker accuracy {:.2} (of the quotes found {:.2}; mean over texts {mean:.2}; were ambiguous names right {:.2})",
            self.speaker.recall(),
            self.found.recall(),
            share(self.lenient, self.speaker.gold)
        )?;
        let outcomes: Vec<String> =
            self.outcomes.iter().map(|(outcome, count)| format!("{outcome} {count}")).collect();
        writeln!(out, "  {}", outcomes.join(", "))?;
        for (key, tally) in &self.rows {
            writeln!(out, "  {key:38} {tally}")?;
        }
        self.calibration.print(out)
    }
}

fn add_to(counts: &mut Vec<(usize, usize)>, key: usize, count: usize) {
    match counts.iter_mut().find(|(known, _)| *known == key) {
        Some((_, known)) => *known += count,
        None => counts.push((key, count)),
    }
}

/// The key with the highest count, the first of several.
fn most(counts: &[(usize, usize)]) -> Option<usize> {
    let highest = counts.iter().map(|(_, count)| *count).max()?;
    counts.iter().find(|(_, count)| *count == highest).map(|(key, _)| *key)
}

/// For each gold piece the found pieces that share words with it, and how many.
fn overlaps(
    gold: &[(usize, &BTreeSet<usize>)],
    found: &[(usize, BTreeSet<usize>)],
) -> Vec<Vec<(usize, usize)>> {
    let mut holders: HashMap<usize, Vec<usize>> = HashMap::new();
    for (place, (_, words)) in found.iter().enumerate() {
        for word in words {
            holders.entry(*word).or_default().push(place);
        }
    }
    gold.iter()
        .map(|(_, words)| {
            let mut row = Vec::new();
            for place in words.iter().filter_map(|word| holders.get(word)).flatten() {
                add_to(&mut row, *place, 1);
            }
            row
        })
        .collect()
}

/// How many gold pieces find a piece of their own, with half of the words of both, the largest overlaps first.
fn matched(
    gold: &[(usize, &BTreeSet<usize>)],
    found: &[(usize, BTreeSet<usize>)],
    shared: &[Vec<(usize, usize)>],
) -> usize {
    let mut candidates: Vec<(std::cmp::Reverse<usize>, usize, usize)> = Vec::new();
    for (index, row) in shared.iter().enumerate() {
        for (place, count) in row {
            if 2 * count >= gold[index].1.len() && 2 * count >= found[*place].1.len() {
                candidates.push((std::cmp::Reverse(*count), index, *place));
            }
        }
    }
    candidates.sort_unstable();
    let (mut used, mut taken) = (BTreeSet::new(), BTreeSet::new());
    for (_, index, place) in candidates {
        if !used.contains(&index) && !taken.contains(&place) {
            used.insert(index);
            taken.insert(place);
        }
    }
    used.len()
}

/// The words of gold mentions and whose they are, by each of the words.
type Mentions = HashMap<usize, Vec<(BTreeSet<usize>, usize)>>;

fn mentions(text: &Text<'_>, gold: &Gold) -> Mentions {
    let mut mentions = Mentions::new();
    for (index, entity) in gold.entities.iter().enumerate() {
        for mention in &entity.mentions {
            let words = text.mention(*mention);
            for word in &words {
                mentions.entry(*word).or_default().push((words.clone(), index));
            }
        }
    }
    mentions
}

/// The character with the mention most like these words.
fn nearest(words: &BTreeSet<usize>, mentions: &Mentions, gold: &Gold) -> Option<usize> {
    let mut best: Option<(f64, &str, usize)> = None;
    for (mention, index) in words.iter().filter_map(|word| mentions.get(word)).flatten() {
        let common = words.intersection(mention).count() as f64;
        let all = words.union(mention).count() as f64;
        let candidate = (common / all, gold.entities[*index].name.as_str(), *index);
        if best.is_none_or(|best| candidate > best) {
            best = Some(candidate);
        }
    }
    best.map(|(_, _, index)| index)
}

/// Whether `source` has a word of gold's and is hardly longer; `None` where gold has none.
fn links(text: &Text<'_>, quote: &GoldQuote, source: Option<Place>) -> Option<bool> {
    let whole = quote.source_span()?;
    let ours: BTreeSet<usize> = quote.source.iter().flat_map(|place| text.mention(*place)).collect();
    Some(source.is_some_and(|source| {
        !text.mention(source).is_disjoint(&ours)
            && source[1] - source[0] <= quote.source.last().map_or(0, |last| last[1]) - whole[0] + 20
    }))
}

fn is_pronoun(name: &str) -> bool {
    matches!(plain(name).as_str(), "i" | "he" | "she" | "they" | "it" | "we" | "you" | "who")
}

/// The name that most of the answers' words go to.
fn name_of_most(text: &str, votes: &[(usize, usize)], found: &[&QuoteRecord]) -> Option<String> {
    let mut said: Vec<(String, usize)> = Vec::new();
    for (index, count) in votes {
        if let Some(name) = answer(text, found[*index]) {
            match said.iter_mut().find(|(known, _)| *known == name) {
                Some((_, known)) => *known += count,
                None => said.push((name, *count)),
            }
        }
    }
    let counts: Vec<(usize, usize)> = said.iter().enumerate().map(|(at, (_, count))| (at, *count)).collect();
    most(&counts).map(|at| said.swap_remove(at).0)
}
