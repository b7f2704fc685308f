//! Which characters of a novel a name can mean.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use regex::Regex;

use super::entities::lists;
use super::gold::GoldEntity;

const MALE: &str = "mr sir lord master monsieur m herr signor count baron duke king prince father uncle brother \
grandfather squire mister don abbe rajah nawab mistah";
const FEMALE: &str = "mrs miss ms mis' lady madam madame mme mlle mademoiselle mistress frau fraulein signora \
signorina countess baroness duchess queen princess mother aunt sister grandmother dame begum";
const NEUTRAL: &str = "dr doctor professor prof captain capt colonel col major general gen lieutenant sergeant \
corporal inspector reverend rev judge justice comrade old young little dear poor esquire constable admiral commodore \
president nurse cousin saint st honourable hon councillor superintendent detective marquis";
const PRONOUNS: &str = "i me my mine myself we us our ours you your yours he him his himself she her hers herself it \
its itself they them their theirs who whom one each both someone somebody another this that these those everyone \
everybody other others";
const PARTICLES: &str = "of de la le van von der du da the";

pub(super) static WORD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[0-9A-Za-zÀ-ɏ]+(?:['’][A-Za-zÀ-ɏ]+)*").expect("a pattern"));
static JOINTS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[\s_.]+").expect("a pattern"));
static DETERMINER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:the|a|an|my|our|his|her|their|your|this|that|poor|dear)\s+").expect("a pattern")
});

fn is_pronoun(name: &str) -> bool {
    lists(PRONOUNS, name) || matches!(name, "the other" | "the others")
}

fn is_title(word: &str) -> bool {
    lists(MALE, word) || lists(FEMALE, word) || lists(NEUTRAL, word)
}

/// A name without case, full stops, marks at its ends, a possessive and leading determiners.
pub(super) fn plain(name: &str) -> String {
    let name = name.replace('’', "'");
    let name = JOINTS.replace_all(&name, " ");
    let ends = |letter: char| " ,;:!?\"“”'‘()[]-–—*".contains(letter);
    let mut name = name.trim_matches(ends).to_lowercase();
    for possessive in ["'s", "'"] {
        let stem = name.strip_suffix(possessive);
        if let Some(stem) = stem.filter(|stem| stem.ends_with(|letter: char| letter.is_alphanumeric())) {
            name.truncate(stem.len());
            break;
        }
    }
    loop {
        let shorter = DETERMINER.replace(&name, "").into_owned();
        if shorter == name || shorter.is_empty() {
            let words: Vec<&str> = name.split_whitespace().collect();
            return words.join(" ");
        }
        name = shorter;
    }
}

/// Leading titles, and what is left of a plain name.
fn split_title(name: &str) -> (Vec<&str>, String) {
    let words: Vec<&str> = name.split_whitespace().collect();
    let last = words.len().saturating_sub(1);
    let count = words[..last].iter().take_while(|word| is_title(word)).count();
    (words[..count].to_vec(), words[count..].join(" "))
}

fn gender_of(titles: &[&str]) -> Option<char> {
    titles.iter().find_map(|title| match () {
        () if lists(MALE, title) => Some('M'),
        () if lists(FEMALE, title) => Some('F'),
        () => None,
    })
}

/// A character, and what a name of theirs or the gold tells of their gender.
type Bearer = (usize, Option<char>);

/// The characters of a text by their names.
#[derive(Debug, Default)]
pub(super) struct Names {
    canonical: HashMap<String, usize>,
    narrators: BTreeSet<usize>,
    full: HashMap<String, BTreeSet<usize>>,
    bare: HashMap<String, BTreeSet<Bearer>>,
}

impl Names {
    pub(super) fn of(entities: &[GoldEntity]) -> Self {
        let mut names = Self::default();
        for (index, entity) in entities.iter().enumerate().filter(|(_, entity)| !entity.name.starts_with('_'))
        {
            let gender = entity.gender.as_deref().filter(|gender| matches!(*gender, "M" | "F"));
            let gender = gender.and_then(|gender| gender.chars().next());
            names.canonical.insert(entity.name.clone(), index);
            if entity.narrator {
                names.narrators.insert(index);
            }
            for alias in entity.aliases.iter().chain([&entity.name]) {
                let alias = plain(alias);
                if alias.is_empty() || is_pronoun(&alias) {
                    continue;
                }
                let (titles, bare) = split_title(&alias);
                let bearer = (index, gender_of(&titles).or(gender));
                names.bare.entry(bare).or_default().insert(bearer);
                names.full.entry(alias).or_default().insert(index);
            }
        }
        names
    }

    /// The place in the list of characters.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.canonical.get(name).copied()
    }

    /// The characters that `name` may mean.
    pub(super) fn meant(&self, name: &str) -> BTreeSet<usize> {
        if let Some(index) = self.place(name) {
            return BTreeSet::from([index]);
        }
        let plain = plain(name);
        if matches!(plain.as_str(), "i" | "me" | "narrator" | "the narrator") {
            return self.narrators.clone();
        }
        if plain.is_empty() || is_pronoun(&plain) {
            return BTreeSet::new();
        }
        if let Some(found) = self.full.get(&plain) {
            return found.clone();
        }
        let (titles, bare) = split_title(&plain);
        let gender = gender_of(&titles);
        let fits = |(_, other): &&Bearer| gender.is_none() || other.is_none() || gender == *other;
        if let Some(found) = self.bare.get(&bare) {
            return found.iter().filter(fits).map(|(index, _)| *index).collect();
        }
        let words: BTreeSet<&str> = bare.split_whitespace().collect();
        let capital = |word: &str| {
            word.chars().next().is_some_and(char::is_uppercase) || lists(PARTICLES, &word.to_lowercase())
        };
        let shown = WORD.find_iter(name).map(|word| word.as_str());
        let mut shown = shown.filter(|word| words.contains(word.to_lowercase().as_str()));
        if is_title(&bare) || !shown.all(capital) {
            return BTreeSet::new();
        }
        self.overlapping(&words, &fits)
    }

    /// The characters with a name whose words are among `words`, or the reverse; not those with a name that
    /// shares a word and has another: *Tom Hill* for *John Hill*.
    fn overlapping(&self, words: &BTreeSet<&str>, fits: &dyn Fn(&&Bearer) -> bool) -> BTreeSet<usize> {
        let (mut near, mut other) = (BTreeSet::new(), BTreeSet::new());
        for (bare, bearers) in &self.bare {
            let theirs: BTreeSet<&str> = bare.split_whitespace().collect();
            if words.is_subset(&theirs) || theirs.is_subset(words) {
                near.extend(bearers.iter().filter(fits).map(|(index, _)| *index));
            } else if !theirs.is_disjoint(words) {
                other.extend(bearers.iter().map(|(index, _)| *index));
            }
        }
        near.difference(&other).copied().collect()
    }
}
