//! Reads the lists into a [`Lexicon`].
//!
//! A list is text: one entry a line, `#` opens a comment, an entry is a word and then its tags
//! ([`Classes::TAGS`]). A list of nouns writes `noun` or `noun/plural`, a list of verbs
//! `base[/past[/participle[/ing[/third]]]] grades`, `+` after the base where the last letter doubles,
//! `~` where the base and the third person are nearly always another word (*water, parts*), so that only
//! the other forms are read as a verb, `|` between two forms of one kind, and grades such as `q3 t2 i1`.

use std::sync::Arc;

use once_cell::sync::Lazy;

use super::classes::Classes;
use super::graded::WordGrades;
use super::grades::{grade, grade_or_tone};
use super::inflect;
use super::key::Key;
use super::known::Known;
use super::lines::{cut, entries};
use super::people::Address;
use super::phrases::{MOST_WORDS, Phrase};
use super::table::Table;
use super::tone::{Tone, Tones};
use super::verb::{Grades, PolarityShift, Verb};
use super::words::Lexicon;

/// What is wrong with a line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) line: usize,
    pub(crate) problem: String,
}

/// The shipped lists have no more words than this, which keeps the table's slots at 512 KB: a check by a test, since
/// twice the slots no longer fit beside the text in a common second-level cache.
pub(super) const MOST_SHIPPED: usize = 40_960;

/// The shape of a list's entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// A word as it stands.
    Word,
    /// A noun; its plural is added.
    Noun,
    /// A verb; its forms are added.
    Verb,
    /// The prepositions of a verb.
    Governed,
    /// A verb with words after it.
    Phrase,
    /// What stands before a name; tags of manners of address are read by `people.rs`.
    Title,
    /// A word written with a stop: found with the stop, and without it where it is no common word.
    Abbreviation,
}

pub(super) struct List {
    pub(super) name: &'static str,
    pub(super) text: &'static str,
    shape: Shape,
    classes: Classes,
}

impl List {
    /// The text of the list. Miri, which does not get through all of them, reads the whole of the words of grammar,
    /// verbs as far as *ask*, and the first lines of other lists; phrases whose words are missing are passed over.
    fn shipped(&self) -> &'static str {
        let bytes = match self.name {
            _ if !cfg!(miri) => return self.text,
            "closed" => return self.text,
            "verbs" => 2700,
            _ => 900,
        };
        let end = self.text.as_bytes().get(..bytes).and_then(|first| memchr::memrchr(b'\n', first));
        end.map_or(self.text, |end| &self.text[..end])
    }

    /// Whether a line begins with several words.
    #[cfg(test)]
    pub(super) fn is_of_phrases(&self) -> bool {
        self.shape == Shape::Phrase
    }
}

macro_rules! lists {
    ($($name:literal $shape:ident $classes:expr;)*) => {
        &[$(List {
            name: $name,
            text: include_str!(concat!("en/", $name, ".txt")),
            shape: Shape::$shape,
            classes: $classes,
        },)*]
    };
}

// Whoever comes first has the better place in the table. Most forms of verbs are rare, and they are two words of
// three: they come last.
pub(super) const LISTS: &[List] = lists! {
    "closed" Word Classes::NONE;
    "nouns" Noun Classes::NOUN;
    "persons" Noun Classes::PERSON_NOUN;
    "anybody" Word Classes::ANYBODY;
    "kin" Noun Classes::PERSON_NOUN.with(Classes::KIN);
    "organisations" Noun Classes::ORG_NOUN;
    "documents" Noun Classes::DOCUMENT_NOUN;
    "works" Noun Classes::WORK_NOUN;
    "cue-nouns" Noun Classes::NOUN_CUE.with(Classes::NOUN);
    "cue-adjectives" Word Classes::ADJECTIVE_CUE.with(Classes::ADJECTIVE);
    "adverbs" Word Classes::ADVERB;
    "adjectives" Word Classes::ADJECTIVE;
    "titles" Title Classes::TITLE;
    "time" Word Classes::TIME;
    "numbers" Word Classes::NUMBER;
    "given-names" Word Classes::NONE;
    "places" Word Classes::PLACE;
    "demonyms" Word Classes::DEMONYM;
    "abbreviations" Abbreviation Classes::ABBREVIATION;
    "bodies" Word Classes::ORG_NAME;
    "interjections" Word Classes::INTERJECTION;
    "verbs" Verb Classes::NONE;
    "cue-prepositions" Governed Classes::NONE;
    "cue-phrases" Phrase Classes::NONE;
};

static ENGLISH: Lazy<Arc<Lexicon>> = Lazy::new(|| Arc::new(Loader::english()));

impl Lexicon {
    /// The English lists, read at first use.
    pub(crate) fn english() -> Arc<Self> {
        Arc::clone(&ENGLISH)
    }
}

/// Grows a [`Lexicon`] entry by entry.
#[derive(Clone, Debug)]
pub(crate) struct Loader {
    table: Table,
    verbs: Vec<Verb>,
    phrases: Vec<Phrase>,
    tones: Tones,
    /// Where a form is made by rule.
    form: String,
}

impl Loader {
    /// The lists that the crate ships. They are checked by a test, so that a fault here is passed over.
    pub(crate) fn english() -> Lexicon {
        let mut loader = Self::with_capacity(MOST_SHIPPED);
        for list in LISTS {
            let read = loader.read(list.shipped(), list.shape, list.classes);
            debug_assert!(read.is_ok() || cfg!(miri), "{}.txt: {read:?}", list.name);
        }
        loader.finish()
    }

    /// Goes on from a lexicon that is there.
    pub(crate) fn from(lexicon: &Lexicon) -> Self {
        Self {
            table: lexicon.table.clone(),
            verbs: lexicon.verbs.clone(),
            phrases: lexicon.phrases.clone(),
            tones: lexicon.tones.clone(),
            form: String::new(),
        }
    }

    fn with_capacity(words: usize) -> Self {
        let mut verbs = Vec::with_capacity(words / 8 + 1);
        verbs.push(Verb::default());
        Self {
            table: Table::with_capacity(words),
            verbs,
            phrases: Vec::new(),
            tones: Tones::default(),
            form: String::new(),
        }
    }

    pub(crate) fn finish(mut self) -> Lexicon {
        let known = Known::of(&self.table);
        self.phrases.sort_by_key(|phrase| phrase.verb);
        self.tones.sort();
        let grades = WordGrades::of(self.table.verbs(), &self.verbs);
        Lexicon {
            table: self.table,
            verbs: self.verbs,
            grades,
            phrases: self.phrases,
            tones: self.tones,
            known,
        }
    }

    /// Reads an entry as the list of this name has it.
    pub(crate) fn entry(&mut self, list: &str, line: &str) -> Result<(), String> {
        let Some(list) = LISTS.iter().find(|known| known.name == list) else { return Ok(()) };
        let text = Bytes(line.as_bytes());
        match list.shape {
            Shape::Word => self.word_line(text, line, list.classes),
            Shape::Noun => self.noun_line(text, line, list.classes),
            Shape::Verb => self.verb_line(text, line),
            Shape::Governed => self.governed_line(line),
            Shape::Phrase => self.phrase_line(line),
            Shape::Title => self.title_line(text, line, list.classes),
            Shape::Abbreviation => self.abbreviation_line(text, line, list.classes),
        }
    }

    /// Takes away what the lists say of a word beyond grammar: a verb reports no longer, a title, role, body, place,
    /// name or abbreviation is an ordinary word.
    pub(crate) fn remove(&mut self, word: &str) -> Result<(), String> {
        const SPECIAL: Classes = Classes::TITLE
            .with(Classes::PERSON_NOUN)
            .with(Classes::ROLE)
            .with(Classes::ORG_NOUN)
            .with(Classes::DOCUMENT_NOUN)
            .with(Classes::ORG_NAME)
            .with(Classes::PLACE)
            .with(Classes::GIVEN_MALE)
            .with(Classes::GIVEN_FEMALE)
            .with(Classes::ABBREVIATION)
            .with(Classes::NOUN_CUE)
            .with(Classes::ADJECTIVE_CUE);
        let ids = [word.to_owned(), format!("{word}.")].map(|form| self.table.find(key_of(&form)));
        if ids == [0, 0] {
            return Err("is in no list, so that there is nothing to remove".to_owned());
        }
        for id in ids.into_iter().filter(|id| *id != 0) {
            let verb = self.table.verb(id);
            self.table.take(id, SPECIAL);
            if self.verbs.get(usize::from(verb)).is_some_and(|known| verb > 0 && known.base == key_of(word)) {
                self.verbs[usize::from(verb)].grades = Grades::default();
                self.table.take_from_forms(verb, Classes::REPORTING);
                self.phrases.retain(|phrase| phrase.verb != verb);
            }
        }
        Ok(())
    }

    fn read(&mut self, text: &str, shape: Shape, classes: Classes) -> Result<(), Fault> {
        let mut first_fault = None;
        let list = Bytes(text.as_bytes());
        for (number, line) in entries(text) {
            let read = match shape {
                Shape::Word => self.word_line(list, line, classes),
                Shape::Noun => self.noun_line(list, line, classes),
                Shape::Verb => self.verb_line(list, line),
                Shape::Governed => self.governed_line(line),
                Shape::Phrase => self.phrase_line(line),
                Shape::Title => self.title_line(list, line, classes),
                Shape::Abbreviation => self.abbreviation_line(list, line, classes),
            };
            if let Err(problem) = read {
                first_fault.get_or_insert(Fault { line: number, problem });
            }
        }
        first_fault.map_or(Ok(()), Err)
    }

    fn word_line(&mut self, list: Bytes<'_>, line: &str, classes: Classes) -> Result<(), String> {
        let mut fields = line.split_ascii_whitespace();
        let word = fields.next().unwrap_or("");
        let mut tone = Tone::default();
        let classes = tags(fields, classes, &mut tone)?;
        self.add(list.key(word), classes, 0)?;
        self.add_tone(list.key(word), tone);
        Ok(())
    }

    /// Keeps what a word tells of how something was said.
    fn add_tone(&mut self, key: Key, tone: Tone) {
        if tone != Tone::default() {
            self.tones.add(self.table.find(key), tone);
        }
    }

    fn title_line(&mut self, list: Bytes<'_>, line: &str, classes: Classes) -> Result<(), String> {
        let mut fields = line.split_ascii_whitespace();
        let word = fields.next().unwrap_or("");
        let fields = fields.filter(|field| Address::tagged(field).is_none());
        let classes = tags(fields, classes, &mut Tone::default())?;
        self.add(list.key(word), classes, 0)
    }

    /// A name that ends in `!` stands as it is. *no* as a word is no abbreviation, but *no.* can be one; *mr* is one with and without its stop.
    fn abbreviation_line(&mut self, list: Bytes<'_>, line: &str, classes: Classes) -> Result<(), String> {
        let mut fields = line.split_ascii_whitespace();
        let word = fields.next().unwrap_or("");
        let classes = tags(fields, classes, &mut Tone::default())?;
        if word.ends_with('!') {
            return self.add(list.key(word), classes, 0);
        }
        self.add(key_of(&format!("{word}.")), classes, 0)?;
        if classes.any(Classes::COMMON) {
            return Ok(());
        }
        self.add(list.key(word), classes, 0)
    }

    fn noun_line(&mut self, list: Bytes<'_>, line: &str, classes: Classes) -> Result<(), String> {
        let mut fields = line.split_ascii_whitespace();
        let forms = fields.next().unwrap_or("");
        let mut tone = Tone::default();
        let classes = tags(fields, classes, &mut tone)?;
        let many = classes | Classes::PLURAL;
        let (noun, plural) = cut(forms, b'/');
        self.add(list.key(noun), classes, 0)?;
        match plural {
            Some(plural) if noun == plural => {}
            Some(plural) => self.add_all(list, plural, many, 0)?,
            None if classes == many => {}
            None => self.add_made(|form| inflect::plural(noun, form), many, 0)?,
        }
        if tone != Tone::default() {
            let mut made = String::new();
            inflect::plural(noun, &mut made);
            let plural = plural.unwrap_or(&made);
            self.add_tone(list.key(noun), tone);
            self.add_tone(key_of(plural), tone);
        }
        Ok(())
    }

    fn verb_line(&mut self, list: Bytes<'_>, line: &str) -> Result<(), String> {
        let mut fields = line.split_ascii_whitespace();
        let forms = fields.next().unwrap_or("");
        let mut grades = Grades::default();
        let mut extra = Classes::NONE;
        for field in fields {
            match grade(field, &mut grades) {
                Ok(()) => {}
                Err(_) if field == "negates" => grades.shift = PolarityShift::Negates,
                Err(_) if field == "ahead" => grades.shift = PolarityShift::LooksAhead,
                Err(_) if grades.tone.tag(field).is_some() => {}
                Err(problem) => extra |= Classes::tagged(field).ok_or(problem)?,
            }
        }
        self.verb_of(list, forms, grades, extra)
    }

    /// *talk about2 of2*: the prepositions of a verb that is there; `whom` where it names who is spoken to.
    fn governed_line(&mut self, line: &str) -> Result<(), String> {
        let mut fields = line.split_ascii_whitespace();
        let base = fields.next().unwrap_or("");
        let verb = usize::from(self.table.verb(self.table.find(key_of(base))));
        let grades = match self.verbs.get_mut(verb) {
            Some(known) if known.base == Key::of(base.as_bytes()) => &mut known.grades,
            _ => return Err(format!("{base:?} is no verb of verbs.txt")),
        };
        for field in fields {
            let name = field.trim_end_matches(|number: char| number.is_ascii_digit());
            match field.as_bytes() {
                [.., number @ b'1'..=b'3'] if grades.prepositions.set(name, number - b'0').is_some() => {}
                _ if field == "whom" => grades.prepositions.set_hearer(),
                _ => return Err(format!("{field:?} is no preposition with its grade")),
            }
        }
        Ok(())
    }

    /// *take issue with o3*: words after a verb that is there, then grades.
    fn phrase_line(&mut self, line: &str) -> Result<(), String> {
        let mut fields = line.split_ascii_whitespace().peekable();
        let base = fields.next().unwrap_or("");
        let verb = self.table.verb(self.table.find(key_of(base)));
        let mut phrase = Phrase { verb, words: [0; MOST_WORDS], grades: Grades::default() };
        let mut words = 0;
        while let Some(word) = fields.next_if(|field| !field.ends_with(|last: char| last.is_ascii_digit())) {
            let id = self.table.find(key_of(word));
            if id == 0 || words == MOST_WORDS {
                return Err(format!("{word:?} is in no list, or one word too many"));
            }
            phrase.words[words] = id;
            words += 1;
        }
        for field in fields {
            grade_or_tone(field, &mut phrase.grades)?;
        }
        let known =
            self.verbs.get_mut(usize::from(verb)).filter(|known| known.base == Key::of(base.as_bytes()));
        let Some(known) = known.filter(|_| words > 0) else {
            return Err(format!("{base:?} is no verb of verbs.txt, or has no words after it"));
        };
        known.grades.prepositions.set_heads_phrase();
        self.phrases.push(phrase);
        Ok(())
    }

    /// Adds a verb with all its forms, or new grades to one that is there.
    pub(crate) fn verb(&mut self, forms: &str, grades: Grades, extra: Classes) -> Result<(), String> {
        self.verb_of(Bytes(forms.as_bytes()), forms, grades, extra)
    }

    /// Adds a verb that stands in `list`.
    fn verb_of(
        &mut self,
        list: Bytes<'_>,
        forms: &str,
        grades: Grades,
        extra: Classes,
    ) -> Result<(), String> {
        let (written, rest) = cut(forms, b'/');
        let base = written.trim_end_matches(['+', '~']);
        let marks = &written[base.len()..];
        if base.is_empty() {
            return Err("a verb needs a base form".to_owned());
        }
        let doubles = marks.contains('+');
        let verb = self.verb_number(list.key(base), grades)?;
        let shared = if grades.best() > 0 { extra | Classes::REPORTING } else { extra };
        let (past, rest) = next_part(rest);
        let (participle, rest) = next_part(rest);
        let (ing, third) = next_part(rest);
        let past_class = match participle {
            Some(forms) => {
                self.add_all(list, forms, shared | Classes::VERB_PARTICIPLE, verb)?;
                Classes::VERB_PAST
            }
            None => Classes::VERB_PAST.with(Classes::VERB_PARTICIPLE),
        };
        match past {
            Some(forms) => self.add_all(list, forms, shared | past_class, verb)?,
            None => self.add_made(|form| inflect::past(base, doubles, form), shared | past_class, verb)?,
        }
        let class = shared | Classes::VERB_ING;
        match ing {
            Some(forms) => self.add_all(list, forms, class, verb)?,
            None => self.add_made(|form| inflect::present_participle(base, doubles, form), class, verb)?,
        }
        if marks.contains('~') {
            return Ok(());
        }
        self.add(list.key(base), shared | Classes::VERB_BASE, verb)?;
        let class = shared | Classes::VERB_S;
        match third {
            Some(forms) => self.add_all(list, forms, class, verb),
            None => self.add_made(|form| inflect::third_person(base, form), class, verb),
        }
    }

    /// Adds each of the forms that a list writes as `one|other`.
    fn add_all(&mut self, list: Bytes<'_>, forms: &str, classes: Classes, verb: u16) -> Result<(), String> {
        let mut rest = Some(forms);
        while let Some(forms) = rest {
            let (form, more) = cut(forms, b'|');
            self.add(list.key(form), classes, verb)?;
            rest = more;
        }
        Ok(())
    }

    /// Adds a form that a rule makes.
    fn add_made(
        &mut self,
        make: impl FnOnce(&mut String),
        classes: Classes,
        verb: u16,
    ) -> Result<(), String> {
        let mut form = std::mem::take(&mut self.form);
        form.clear();
        make(&mut form);
        let len = form.len();
        form.push_str(BEHIND);
        let added = self.add(Bytes(form.as_bytes()).key(&form[..len]), classes, verb);
        self.form = form;
        added
    }

    fn verb_number(&mut self, key: Key, grades: Grades) -> Result<u16, String> {
        let known = self.table.verb(self.table.find(key));
        if known != 0 && self.verbs[usize::from(known)].base == key {
            self.verbs[usize::from(known)].grades = grades;
            return Ok(known);
        }
        let number = u16::try_from(self.verbs.len()).map_err(|_| "too many verbs".to_owned())?;
        self.verbs.push(Verb { base: key, grades });
        Ok(number)
    }

    /// Adds readings to a word.
    fn add(&mut self, key: Key, classes: Classes, verb: u16) -> Result<(), String> {
        if key == Key::default() {
            return Err("the entry has no word".to_owned());
        }
        match self.table.add(key, classes, verb) {
            Some(_) => Ok(()),
            None => Err("the lexicon is full".to_owned()),
        }
    }
}

fn next_part(rest: Option<&str>) -> (Option<&str>, Option<&str>) {
    match rest.map(|rest| cut(rest, b'/')) {
        Some((part, rest)) => (Some(part), rest),
        None => (None, None),
    }
}

/// The text that a word stands in. Most words are shorter than sixteen bytes, which are read at once where there are
/// as many behind: two in five wrong guesses of the loader were about the length of a word.
#[derive(Clone, Copy)]
struct Bytes<'t>(&'t [u8]);

/// What stands behind a form that a rule makes.
const BEHIND: &str = "                ";

impl Bytes<'_> {
    /// The key of a word that is a part of the text.
    fn key(self, word: &str) -> Key {
        let at = (word.as_ptr() as usize).wrapping_sub(self.0.as_ptr() as usize);
        let sixteen = self.0.get(at..).and_then(|rest| rest.first_chunk());
        match sixteen.and_then(|sixteen| Key::of_short(sixteen, word.len())) {
            Some(key) => key,
            None => key_of(word),
        }
    }
}

/// A key folds the case of ASCII itself.
fn key_of(word: &str) -> Key {
    if word.is_ascii() { Key::of(word.as_bytes()) } else { Key::of(word.to_lowercase().as_bytes()) }
}

/// The readings of the tags in `fields`; those that tell how something is said go into `tone`.
fn tags<'a>(
    fields: impl Iterator<Item = &'a str>,
    mut classes: Classes,
    tone: &mut Tone,
) -> Result<Classes, String> {
    for field in fields {
        match Classes::tagged(field) {
            Some(class) => classes |= class,
            None => tone.tag(field).ok_or_else(|| format!("{field:?} is no tag of a word"))?,
        }
    }
    Ok(classes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_list_is_read() {
        let mut faults = Vec::new();
        // the lists of phrases and prepositions ask for words of the lists before them
        let mut loader = Loader::with_capacity(MOST_SHIPPED);
        for list in LISTS {
            if let Err(fault) = loader.read(list.text, list.shape, list.classes) {
                faults.push(format!("{}.txt, line {}: {}", list.name, fault.line, fault.problem));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn a_verb_has_all_its_forms_and_grades() {
        let mut loader = Loader::with_capacity(64);
        loader.read("# verbs\nadmit+ q2 t3\nsay/said q3 t3 b3\n", Shape::Verb, Classes::NONE).unwrap();
        let lexicon = loader.finish();
        for (form, class) in [
            ("admitting", Classes::VERB_ING),
            ("Admitted", Classes::VERB_PAST),
            ("admits", Classes::VERB_S),
            ("said", Classes::VERB_PARTICIPLE),
        ] {
            assert!(lexicon.classes_of(form.as_bytes()).all(class | Classes::REPORTING), "{form}");
        }
        let said = lexicon.find(Key::of(b"said"));
        assert_eq!(lexicon.grades(said).bare, 3);
        assert_eq!(lexicon.verb(said).unwrap().base, Key::of(b"say"));
    }

    #[test]
    fn a_verb_can_keep_its_base_to_other_words() {
        let mut loader = Loader::with_capacity(64);
        loader.read("water~\n", Shape::Verb, Classes::NONE).unwrap();
        let lexicon = loader.finish();
        assert!(lexicon.classes_of(b"watered").any(Classes::VERB_PAST));
        assert_eq!(lexicon.classes_of(b"water"), Classes::NONE);
        assert_eq!(lexicon.classes_of(b"waters"), Classes::NONE);
    }

    #[test]
    fn a_noun_has_the_plural_that_is_written_or_made() {
        let mut loader = Loader::with_capacity(64);
        loader
            .read("child/children\nclaim\nadvice/advice\nthanks plural\n", Shape::Noun, Classes::NOUN)
            .unwrap();
        let lexicon = loader.finish();
        for plural in ["children", "claims", "thanks"] {
            assert!(lexicon.classes_of(plural.as_bytes()).all(Classes::NOUN | Classes::PLURAL), "{plural}");
        }
        assert!(!lexicon.classes_of(b"advice").any(Classes::PLURAL));
        assert_eq!(lexicon.len(), 6);
    }

    #[test]
    fn a_bad_line_is_named() {
        let mut loader = Loader::with_capacity(64);
        let fault = loader.read("say q3\nshout q9\n", Shape::Verb, Classes::NONE).unwrap_err();
        assert_eq!(fault.line, 2);
        assert!(fault.problem.contains("q9"), "{}", fault.problem);
    }
}
