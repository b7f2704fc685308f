//! Who is said to speak in news: names of the text, held against stand-off gold.

use std::collections::HashMap;
use std::io::{self, Write};
use std::sync::LazyLock;

use regex::Regex;

use super::contents::Contents;
use super::gold::{Gold, GoldQuote, NewsEntity, Speakers};
use super::mistakes::Mistakes;
use super::record::Record;
use super::tally::Tally;

const TITLES: &str = "mr mrs ms miss dr sen sens senator rep reps representative congressman congresswoman del \
delegate gov governor president president-elect vice former secretary attorney prime minister chancellor judge \
justice director speaker mayor gen general lt lieutenant col colonel maj major capt captain adm admiral sgt sergeant \
officer sheriff professor prof rev reverend chairman chairwoman chair ambassador sir lord king queen prince princess \
pope retired";
const PRONOUNS: &str = "he she they i we it you who him her them me us his their my our its hers theirs mine ours \
himself herself themselves itself myself ourselves one that this these those which whom whose here there where";
const SUFFIXES: [&str; 5] = ["jr", "sr", "ii", "iii", "iv"];

static PHRASE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?:first lady|house speaker|secretary of state|secretary general|chief justice|attorney general|vice president|prime minister)\s+",
    )
    .expect("a pattern")
});
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\([^)]*\)").expect("a pattern"));
static ARTICLE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^(?:the|a|an)\s+").expect("a pattern"));

/// Whether a list of words apart holds `word`.
pub(super) fn lists(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|listed| listed == word)
}

/// A name without case, possessives, determiners, bracketed tags and punctuation.
fn titled(name: &str) -> String {
    let name = name.replace(['’', '‘'], "'").replace('\u{a0}', " ").to_lowercase();
    let name = BRACKETS.replace_all(&name, " ");
    let name = without_possessives(&name).replace('.', "");
    let name = without_punctuation(&name);
    let name: Vec<&str> = name.split_whitespace().collect();
    let name = name.join(" ");
    ARTICLE.replace(&name, "").into_owned()
}

fn without_possessives(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let word_at =
        |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphanumeric() || *letter == '_');
    let mut kept = String::new();
    let mut at = 0;
    while at < letters.len() {
        if letters[at] == '\'' && letters.get(at + 1) == Some(&'s') && !word_at(at + 2) {
            at += 2;
        } else if letters[at] == '\'' && at > 0 && letters[at - 1] == 's' && !word_at(at + 1) {
            at += 1;
        } else {
            kept.push(letters[at]);
            at += 1;
        }
    }
    kept
}

fn without_punctuation(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let word_at = |at: Option<usize>| {
        at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphanumeric() || *letter == '_')
    };
    let blank = |(at, letter): (usize, &char)| match letter {
        '“' | '”' | '"' | '«' | '»' | ',' | ';' | ':' | '!' | '?' | '@' | '[' | ']' | '{' | '}' | '—'
        | '–' => ' ',
        '\'' if !word_at(at.checked_sub(1)) || !word_at(Some(at + 1)) => ' ',
        letter => *letter,
    };
    letters.iter().enumerate().map(blank).collect()
}

/// The same without titles.
fn plain(name: &str) -> String {
    let mut name = titled(name);
    loop {
        let mut next = PHRASE.replace(&name, "").into_owned();
        if next.is_empty() {
            next.clone_from(&name);
        }
        if let Some((first, rest)) = next.split_once(' ') {
            if !rest.is_empty() && lists(TITLES, first) {
                next = rest.to_owned();
            }
        }
        if next == name {
            return name;
        }
        name = next;
    }
}

/// The speakers of a text with the forms of their names.
pub(super) struct Article {
    names: Vec<Option<String>>,
    forms: Vec<Vec<String>>,
    with_title: Vec<Vec<String>>,
    surnames: Vec<Option<String>>,
    speakers: HashMap<String, Option<usize>>,
}

impl Article {
    pub(super) fn of(speakers: Speakers) -> Self {
        let named = speakers.entities.iter();
        let forms: Vec<Vec<String>> = named.map(forms).collect();
        let with_title = speakers.entities.iter().zip(&forms).map(|(entity, forms)| {
            let titled = entity.aliases.iter().map(|alias| titled(alias));
            titled.filter(|alias| !forms.contains(alias)).collect()
        });
        Self {
            with_title: with_title.collect(),
            surnames: speakers.entities.iter().map(surname).collect(),
            names: speakers.entities.into_iter().map(|entity| entity.name).collect(),
            forms,
            speakers: speakers.speakers,
        }
    }

    /// The entities that bear a plain name.
    fn bearers(&self, name: &str) -> Vec<usize> {
        let bears = |index: &usize| {
            self.forms[*index].iter().any(|form| form == name)
                || self.surnames[*index].as_deref() == Some(name)
        };
        (0..self.forms.len()).filter(bears).collect()
    }

    fn right(&self, speaker: usize, answer: &str) -> bool {
        let (bare, whole) = (plain(answer), titled(answer));
        if bare.is_empty() || lists(PRONOUNS, &bare) {
            return false;
        }
        let alone = |lists: &[Vec<String>], name: &String| {
            lists.iter().enumerate().all(|(index, forms)| index == speaker || !forms.contains(name))
        };
        if whole != bare && self.with_title[speaker].contains(&whole) {
            return alone(&self.with_title, &whole);
        }
        if self.surnames[speaker].as_deref() == Some(&bare) {
            return self.bearers(&bare) == [speaker];
        }
        self.forms[speaker].contains(&bare) && alone(&self.forms, &bare)
    }
}

fn forms(entity: &NewsEntity) -> Vec<String> {
    let Some(name) = &entity.name else { return Vec::new() };
    std::iter::once(name)
        .chain(&entity.aliases)
        .map(|form| plain(form))
        .filter(|form| !form.is_empty())
        .collect()
}

fn surname(entity: &NewsEntity) -> Option<String> {
    let name = entity.name.as_ref().filter(|_| entity.kind == "person")?;
    let name = plain(name);
    let words: Vec<&str> = name.split(' ').filter(|word| !SUFFIXES.contains(word)).collect();
    (words.len() > 1).then(|| words[words.len() - 1].to_owned())
}

#[derive(Debug, Default)]
pub(super) struct Identity {
    all: Tally,
    name: Tally,
    pronoun: Tally,
    nominal: Tally,
    by_speaker: Tally,
    by_mention: Tally,
    nameless: usize,
    nameless_answered: usize,
    nameless_named: usize,
    missing: usize,
    pub(super) mistakes: Mistakes,
}

impl Identity {
    pub(super) fn add(&mut self, gold: &Gold, article: Option<&Article>, record: &Record) {
        let (bytes, contents) = Contents::of(gold, record);
        for unit in contents.units(&bytes, gold, record) {
            let Some(quote) = unit.gold.filter(|quote| !quote.source.is_empty()) else { continue };
            let known = article.and_then(|article| Some((article, *article.speakers.get(&quote.id)?)));
            let Some((article, speaker)) = known else {
                self.missing += 1;
                continue;
            };
            let mention = unit.found.and_then(|found| found.source);
            let mention = mention.and_then(|[start, end]| gold.text.get(start..end));
            let said = unit.found.and_then(|found| found.speaker.as_deref()).filter(|name| !name.is_empty());
            let answer = said.or(mention).filter(|answer| !answer.is_empty());
            let Some(speaker) = speaker.filter(|speaker| article.names[*speaker].is_some()) else {
                self.nameless(article, answer);
                continue;
            };
            let right = answer.is_some_and(|answer| article.right(speaker, answer));
            self.all.add(right, answer.is_some(), true);
            self.class(gold, quote, article, speaker).add(right, answer.is_some(), true);
            self.by_speaker.add(right && said.is_some(), answer.is_some() && said.is_some(), true);
            self.by_mention.add(right && said.is_none(), answer.is_some() && said.is_none(), true);
            if !right {
                let class = match answer.map(plain) {
                    None => "no answer",
                    Some(answer) if lists(PRONOUNS, &answer) => "pronoun",
                    Some(answer) if article.bearers(&answer).iter().any(|bearer| *bearer != speaker) => {
                        "another entity"
                    }
                    Some(_) => "no name of the entity",
                };
                let wanted = article.names[speaker].as_deref().unwrap_or("");
                let head = format!("[{}] want {wanted:?} got {answer:?}", gold.id);
                let mut parts = vec![(unit.place, "[=]")];
                parts.extend(quote.source.iter().map(|source| (*source, "{~}")));
                self.mistakes.draw(class, &head, &gold.text, unit.place, &parts);
            }
        }
    }

    fn nameless(&mut self, article: &Article, answer: Option<&str>) {
        self.nameless += 1;
        self.nameless_answered += usize::from(answer.is_some());
        let named = answer
            .map(plain)
            .is_some_and(|answer| !lists(PRONOUNS, &answer) && !article.bearers(&answer).is_empty());
        self.nameless_named += usize::from(named);
    }

    fn class(&mut self, gold: &Gold, quote: &GoldQuote, article: &Article, speaker: usize) -> &mut Tally {
        if quote.mention.as_deref() == Some("pronoun") {
            return &mut self.pronoun;
        }
        let source = quote.source_span().and_then(|[start, end]| gold.text.get(start..end)).unwrap_or("");
        let source = format!(" {} ", plain(source));
        let named = article.forms[speaker].iter().any(|form| source.contains(&format!(" {form} ")));
        if named { &mut self.name } else { &mut self.nominal }
    }

    pub(super) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "speaker's identity")?;
        writeln!(out, "  {:22} {}", "all", self.all)?;
        writeln!(out, "by")?;
        for (name, tally) in [("name", &self.name), ("pronoun", &self.pronoun), ("nominal", &self.nominal)] {
            writeln!(out, "  {name:22} {tally}")?;
        }
        writeln!(out, "answered by")?;
        writeln!(out, "  {:22} {}\n  {:22} {}", "speaker", self.by_speaker, "mention", self.by_mention)?;
        writeln!(
            out,
            "nameless speakers: {} units, {} answered, {} with a name of the article",
            self.nameless, self.nameless_answered, self.nameless_named
        )?;
        if self.missing > 0 {
            writeln!(out, "units without entity gold: {}", self.missing)?;
        }
        Ok(())
    }
}
