//! The scores of news: quoted spans and their sources, and all attribution relations.

use std::io::{self, Write};
use std::sync::LazyLock;

use regex::Regex;

use super::calibration::Calibration;
use super::contents::{Contents, Unit};
use super::gold::{Gold, GoldQuote};
use super::mistakes::Mistakes;
use super::record::{Place, QuoteRecord, Record};
use super::tally::{Tallies, Tally};
use super::words::{shared, union, words};

/// Verbs and phrases that report speech rather than thoughts.
const REPORTING: &str = "say tell add ask write tweet announce note report suggest declare argue claim explain \
state warn acknowledge insist call continue respond reply recall conclude promise vow pledge admit accuse urge \
describe comment contend assert maintain concede confirm deny reveal repeat reiterate mention remark observe joke \
quip shout yell whisper read post testify stress emphasize emphasise point predict propose complain boast brag \
caution agree disagree answer inform advise allege charge criticize criticise blast slam tout praise cite quote \
according accord statement exclaim retort chant plead beg demand lament muse opine interject counter rejoin \
elaborate clarify disclose denounce dismiss decry tease thunder estimate signal indicate intone speak voice offer \
begin interview lash";

static RELATIVE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r",?\s+(?:(?:of|to|for|with|from|in)\s+)?(?:who|whom|whose|which|that|where)\b")
        .expect("a pattern")
});
static ENDS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\W+|\W+$|['’]s$").expect("a pattern"));
static ARTICLE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^(?:the|a|an)\s+").expect("a pattern"));

#[derive(Debug, Default)]
pub(super) struct News {
    detection: Tally,
    link: Tally,
    exact: Tally,
    plain: usize,
    unsourced: usize,
    by: Tallies,
    content_exact: Tally,
    relations: Tally,
    tokens: Tally,
    source_given: Tally,
    cue_given: Tally,
    reporting: Tally,
    kinds: Tallies,
    pub(super) calibration: Calibration,
    pub(super) mistakes: Mistakes,
}

impl News {
    /// Scores a text. `rule_at` tells the rule that read the quoted span at a place, where it is not simply
    /// that of its quote.
    pub(super) fn add(&mut self, gold: &Gold, record: &Record, rule_at: &dyn Fn(Place) -> Option<String>) {
        let (bytes, contents) = Contents::of(gold, record);
        let mut used = vec![false; record.quotes.len()];
        for unit in contents.units(&bytes, gold, record) {
            let unit_words = words(&bytes, &[unit.place]);
            for (index, found) in contents.found.iter().enumerate() {
                used[index] |= shared(&unit_words, found) > 0;
            }
            self.unit(gold, &unit, rule_at);
        }
        let all_gold = union(contents.gold.iter());
        for (index, quote) in record.quotes.iter().enumerate() {
            let found = &contents.found[index];
            if !used[index] && quote.kind != "indirect" && 2 * shared(found, &all_gold) < found.len() {
                // outside every unit, in single marks, say, it is false only where gold reports nothing
                self.detection.answers += 1;
            }
        }
        self.relations(gold, record, &contents);
    }

    fn unit(&mut self, gold: &Gold, unit: &Unit<'_>, rule_at: &dyn Fn(Place) -> Option<String>) {
        if unit.gold.is_some_and(|quote| quote.source.is_empty()) {
            self.unsourced += 1;
            return;
        }
        let (is_gold, is_found) = (unit.gold.is_some(), unit.found.is_some());
        self.plain += usize::from(!is_gold);
        self.detection.add(is_gold && is_found, is_found, is_gold);
        let answered = unit.found.filter(|found| found.source.is_some());
        let (link, exact) = match (unit.gold, answered) {
            (Some(quote), Some(found)) => link(&gold.text, quote, found),
            _ => (false, false),
        };
        self.link.add(link, answered.is_some(), is_gold);
        self.exact.add(exact, answered.is_some(), is_gold);
        if let Some(found) = answered {
            let rule = rule_at(unit.place).unwrap_or_else(|| found.rule.clone());
            self.calibration.add(&rule, found.confidence, link);
        }
        self.calibration.gold += usize::from(is_gold);
        if let Some(quote) = unit.gold {
            for key in keys(gold, quote) {
                self.by.entry(key).or_default().add(link, answered.is_some(), true);
            }
        }
        let class = match (unit.gold, unit.found, answered) {
            (Some(_), _, Some(_)) if link => return,
            (Some(_), None, _) => "missed quote",
            (Some(_), Some(_), None) => "no speaker",
            (Some(_), _, Some(_)) => "wrong speaker",
            (None, Some(_), _) => "not a quote",
            (None, None, _) => return,
        };
        self.mistakes.add(class, gold, unit);
    }

    fn relations(&mut self, gold: &Gold, record: &Record, contents: &Contents) {
        let sourced = |source: bool, index: &usize| source.then_some(*index);
        let found: Vec<usize> = (0..record.quotes.len())
            .filter_map(|index| sourced(record.quotes[index].source.is_some(), &index))
            .collect();
        let wanted: Vec<usize> = (0..gold.quotes.len())
            .filter_map(|index| sourced(!gold.quotes[index].source.is_empty(), &index))
            .collect();
        let without = |indices: &[usize]| {
            union(
                (0..gold.quotes.len())
                    .filter(|index| !indices.contains(index))
                    .map(|index| &contents.gold[index]),
            )
        };
        let all_found = union(found.iter().map(|index| &contents.found[*index]));
        let all_wanted = union(wanted.iter().map(|index| &contents.gold[*index]));
        let unsourced = without(&wanted);
        let excused = unsourced.iter().filter(|word| all_wanted.binary_search(word).is_err());
        let excused = excused.filter(|word| all_found.binary_search(word).is_ok()).count();
        self.tokens.gold += all_wanted.len();
        self.tokens.answers += all_found.len() - excused;
        self.tokens.right += shared(&all_wanted, &all_found);
        let pairs = pairs(contents, &wanted, &found);
        let matched: Vec<usize> = pairs.iter().map(|(_, found)| *found).collect();
        let ignored: Vec<usize> = found
            .iter()
            .copied()
            .filter(|index| {
                let words = &contents.found[*index];
                !matched.contains(index) && !words.is_empty() && 2 * shared(words, &unsourced) >= words.len()
            })
            .collect();
        for tally in [&mut self.relations, &mut self.content_exact] {
            tally.gold += wanted.len();
            tally.answers += found.len() - ignored.len();
        }
        self.wanted(gold, record, contents, (&wanted, &pairs));
        self.reporting.answers = self.relations.answers;
        for index in found.iter().filter(|index| !ignored.contains(index)) {
            let answer = &record.quotes[*index];
            self.kinds.entry(answer.kind.clone()).or_default().answers += 1;
            if answer.kind == "indirect" && !matched.contains(index) {
                self.calibration.indirect(&answer.rule, answer.confidence, false);
            }
        }
    }

    /// The relations that are `wanted`, with the `pairs` of gold and answer that were found.
    fn wanted(
        &mut self,
        gold: &Gold,
        record: &Record,
        contents: &Contents,
        (wanted, pairs): (&[usize], &[(usize, usize)]),
    ) {
        for index in wanted {
            let quote = &gold.quotes[*index];
            let reports = quote.cue.is_empty()
                || quote
                    .cue_lemma
                    .as_deref()
                    .is_some_and(|lemma| REPORTING.split(' ').any(|verb| verb == lemma));
            self.reporting.gold += usize::from(reports);
            let kind = self.kinds.entry(quote.kind.clone()).or_default();
            kind.gold += 1;
            let Some((_, place)) = pairs.iter().find(|(wanted, _)| wanted == index) else { continue };
            let answer = &record.quotes[*place];
            let (link, _) = link(&gold.text, quote, answer);
            kind.right += usize::from(link);
            self.relations.right += usize::from(link);
            self.reporting.right += usize::from(reports && link);
            self.content_exact.right += usize::from(contents.gold[*index] == contents.found[*place]);
            self.source_given.add(link, true, true);
            if !quote.cue.is_empty() {
                let hit = answer.cue.is_some_and(|[start, end]| {
                    quote.cue.iter().any(|[first, last]| *first < end && start < *last)
                });
                self.cue_given.add(hit, answer.cue.is_some(), true);
            }
            if answer.kind == "indirect" {
                self.calibration.indirect(&answer.rule, answer.confidence, link);
            }
        }
    }

    pub(super) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "units")?;
        for (name, tally) in [("detection", &self.detection), ("link", &self.link), ("exact", &self.exact)] {
            writeln!(out, "  {name:22} {tally}")?;
        }
        writeln!(
            out,
            "  {:22} {}\n  {:22} {}",
            "plain_units", self.plain, "unsourced_units", self.unsourced
        )?;
        writeln!(out, "relations")?;
        for (name, tally) in [
            ("content_exact", &self.content_exact),
            ("content_and_source", &self.relations),
            ("content_tokens", &self.tokens),
            ("source_given_content", &self.source_given),
            ("cue_given_content", &self.cue_given),
            ("reporting_recall", &self.reporting),
        ] {
            writeln!(out, "  {name:22} {tally}")?;
        }
        for kind in ["direct", "mixed", "indirect"] {
            let tally = self.kinds.get(kind).copied().unwrap_or_default();
            writeln!(out, "  {:22} {tally}", format!("kind_{kind}"))?;
        }
        writeln!(out, "link recall, by")?;
        for (key, tally) in &self.by {
            writeln!(out, "  {key:36} {:6.2}  of {}", tally.recall(), tally.gold)?;
        }
        self.calibration.print(out)
    }
}

/// Gold and found quotes one to one, those that share most words first, with at least half of both.
fn pairs(contents: &Contents, wanted: &[usize], found: &[usize]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for gold in wanted {
        for answer in found {
            let (some, others) = (&contents.gold[*gold], &contents.found[*answer]);
            let count = shared(some, others);
            if count > 0 {
                candidates.push((2.0 * count as f64 / (some.len() + others.len()) as f64, *gold, *answer));
            }
        }
    }
    candidates.sort_by(|some, other| other.partial_cmp(some).unwrap_or(std::cmp::Ordering::Equal));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (overlap, gold, answer) in candidates {
        if overlap >= 0.5 && pairs.iter().all(|(used, taken)| *used != gold && *taken != answer) {
            pairs.push((gold, answer));
        }
    }
    pairs
}

/// Whether the source that was found is tied to the right mention, and whether it has its very words.
fn link(text: &str, gold: &GoldQuote, found: &QuoteRecord) -> (bool, bool) {
    let (Some([start, end]), Some(whole)) = (found.source, gold.source_span()) else { return (false, false) };
    let head = gold.head.unwrap_or(gold.source[0]);
    let link = start < head[1] && head[0] < end && end - start <= whole[1] - whole[0] + 20;
    (link, link && forms(text, gold, whole).contains(&plain(slice(text, [start, end]))))
}

/// The forms of a source that are taken as exact.
fn forms(text: &str, gold: &GoldQuote, whole: Place) -> Vec<String> {
    let words = slice(text, whole);
    let mut forms: Vec<String> = gold.source.iter().map(|place| plain(slice(text, *place))).collect();
    forms.push(plain(words));
    if let Some(cut) = words.find([',', '(', '—', '–']).filter(|cut| *cut > 0) {
        forms.push(plain(&words[..cut]));
    }
    forms.extend(RELATIVE.find_iter(words).map(|relative| plain(&words[..relative.start()])));
    forms
}

/// Words without case, punctuation at their ends, a possessive and an article.
fn plain(words: &str) -> String {
    let words = words.to_lowercase();
    let words = ENDS.replace_all(&words, "");
    ARTICLE.replace(&words, "").trim().to_owned()
}

fn slice(text: &str, [start, end]: Place) -> &str {
    text.get(start..end).unwrap_or("")
}

/// The classes of a quoted span.
fn keys(gold: &Gold, quote: &GoldQuote) -> [String; 4] {
    let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| "None".to_owned());
    [
        format!("mention={}", or_none(&quote.mention)),
        format!("position={}", position(&gold.text, quote)),
        format!("kind={}", quote.kind),
        format!("publisher={}", or_none(&gold.meta.publisher)),
    ]
}

/// Where the source stands to the content and the cue.
fn position(text: &str, quote: &GoldQuote) -> &'static str {
    let (Some(cue), Some(source), Some([first, last])) =
        (quote.cue.first(), quote.source.first(), quote.content_span())
    else {
        return "no cue";
    };
    let cue_end = quote.cue.last().map_or(cue[1], |cue| cue[1]);
    if slice(text, [cue[0], cue_end]).to_lowercase().starts_with("according") {
        return "according to";
    }
    match (cue[0] >= last, cue[1] <= first) {
        (true, _) if cue[0] < source[0] => "after, verb first",
        (true, _) if source[0] >= last => "after, source first",
        (true, _) => "after, source before",
        (_, true) => "before",
        _ if cue[0] < source[0] => "middle, verb first",
        _ => "middle, source first",
    }
}
