//! Reads the lists into a [`Lexicon`].
//!
//! A list is text: one entry a line, `#` opens a comment, an entry is a word and then its tags
//! ([`Classes::TAGS`]). A list of nouns writes `noun` or `noun/plural`, a list of verbs
//! `base[/past[/participle[/ing[/third]]]] grades`, `+` after the base where the last letter doubles,
//! `|` between two forms of one kind, and grades such as `q3 t2 i1`.

use super::classes::Classes;
use super::table::{Key, Table};
use super::{Grades, Known, Lexicon, Verb, inflect};

/// What is wrong with a line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) line: usize,
    pub(crate) problem: String,
}

/// The shape of a list's entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// A word as it stands.
    Word,
    /// A noun; its plural is added.
    Noun,
    /// A verb; its forms are added.
    Verb,
    /// A word written with a stop: found with the stop, and without it where it is no common word.
    Abbreviation,
}

struct List {
    name: &'static str,
    text: &'static str,
    shape: Shape,
    classes: Classes,
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

const LISTS: &[List] = lists! {
    "closed" Word Classes::NONE;
    "verbs" Verb Classes::NONE;
    "nouns" Noun Classes::NOUN;
    "persons" Noun Classes::PERSON_NOUN;
    "kin" Noun Classes::PERSON_NOUN.with(Classes::KIN);
    "organisations" Noun Classes::ORG_NOUN;
    "documents" Noun Classes::DOCUMENT_NOUN;
    "works" Noun Classes::WORK_NOUN;
    "cue-nouns" Noun Classes::NOUN_CUE;
    "cue-adjectives" Word Classes::ADJECTIVE_CUE.with(Classes::ADJECTIVE);
    "adverbs" Word Classes::ADVERB;
    "adjectives" Word Classes::ADJECTIVE;
    "titles" Word Classes::TITLE;
    "time" Word Classes::TIME;
    "numbers" Word Classes::NUMBER;
    "given-names" Word Classes::NONE;
    "places" Word Classes::PLACE;
    "demonyms" Word Classes::DEMONYM;
    "abbreviations" Abbreviation Classes::ABBREVIATION;
    "bodies" Word Classes::ORG_NAME;
    "interjections" Word Classes::INTERJECTION;
};

/// Grows a [`Lexicon`] entry by entry.
#[derive(Debug)]
pub(crate) struct Loader {
    table: Table,
    verbs: Vec<Verb>,
}

impl Loader {
    /// The lists that the crate ships. They are checked by a test, so that a fault here is passed over.
    pub(crate) fn english() -> Lexicon {
        let mut loader = Self { table: Table::with_capacity(20_000), verbs: vec![Verb::default()] };
        for list in LISTS {
            let _ = loader.read(list.text, list.shape, list.classes);
        }
        loader.finish()
    }

    /// Goes on from a lexicon that is there.
    pub(crate) fn from(lexicon: &Lexicon) -> Self {
        Self { table: lexicon.table.clone(), verbs: lexicon.verbs.clone() }
    }

    pub(crate) fn finish(self) -> Lexicon {
        let known = Known::of(&self.table);
        Lexicon { table: self.table, verbs: self.verbs, known }
    }

    fn read(&mut self, text: &str, shape: Shape, classes: Classes) -> Result<(), Fault> {
        let mut first_fault = None;
        for (index, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or("").trim();
            if line.is_empty() {
                continue;
            }
            let read = match shape {
                Shape::Word => self.word_line(line, classes),
                Shape::Noun => self.noun_line(line, classes),
                Shape::Verb => self.verb_line(line),
                Shape::Abbreviation => self.abbreviation_line(line, classes),
            };
            if let Err(problem) = read {
                first_fault.get_or_insert(Fault { line: index + 1, problem });
            }
        }
        first_fault.map_or(Ok(()), Err)
    }

    fn word_line(&mut self, line: &str, classes: Classes) -> Result<(), String> {
        let mut fields = line.split_ascii_whitespace();
        let word = fields.next().unwrap_or("");
        let classes = tags(fields, classes)?;
        self.add(word, classes, 0)
    }

    /// *no* as a word is no abbreviation, but *no.* can be one; *mr* is one with and without its stop.
    fn abbreviation_line(&mut self, line: &str, classes: Classes) -> Result<(), String> {
        let mut fields = line.split_ascii_whitespace();
        let word = fields.next().unwrap_or("");
        let classes = tags(fields, classes)?;
        self.add(&format!("{word}."), classes, 0)?;
        if classes.any(Classes::COMMON) {
            return Ok(());
        }
        self.add(word, classes, 0)
    }

    fn noun_line(&mut self, line: &str, classes: Classes) -> Result<(), String> {
        let mut fields = line.split_ascii_whitespace();
        let forms = fields.next().unwrap_or("");
        let classes = tags(fields, classes)?;
        let (noun, plural) = match forms.split_once('/') {
            Some((noun, plural)) => (noun, plural.to_owned()),
            None if classes.any(Classes::PLURAL) => (forms, String::new()),
            None => (forms, inflect::plural(forms)),
        };
        self.add(noun, classes, 0)?;
        if plural.is_empty() || plural == noun {
            return Ok(());
        }
        self.add(&plural, classes | Classes::PLURAL, 0)
    }

    fn verb_line(&mut self, line: &str) -> Result<(), String> {
        let mut fields = line.split_ascii_whitespace();
        let forms = fields.next().unwrap_or("");
        let mut grades = Grades::default();
        let mut extra = Classes::NONE;
        for field in fields {
            match grade(field, &mut grades) {
                Ok(()) => {}
                Err(problem) => match Classes::TAGS.iter().find(|(tag, _)| *tag == field) {
                    Some((_, class)) => extra |= *class,
                    None => return Err(problem),
                },
            }
        }
        self.verb(forms, grades, extra)
    }

    /// Adds a verb with all its forms, or new grades to one that is there.
    pub(crate) fn verb(&mut self, forms: &str, grades: Grades, extra: Classes) -> Result<(), String> {
        let mut parts = forms.split('/');
        let written = parts.next().unwrap_or("");
        let (base, doubles) = match written.strip_suffix('+') {
            Some(base) => (base, true),
            None => (written, false),
        };
        if base.is_empty() {
            return Err("a verb needs a base form".to_owned());
        }
        let past = parts.next().map_or_else(|| inflect::past(base, doubles), str::to_owned);
        let participle = parts.next().map_or_else(|| past.clone(), str::to_owned);
        let ing = parts.next().map_or_else(|| inflect::present_participle(base, doubles), str::to_owned);
        let third = parts.next().map_or_else(|| inflect::third_person(base), str::to_owned);
        let verb = self.verb_number(base, grades)?;
        let shared = if grades.best() > 0 { extra | Classes::REPORTING } else { extra };
        for (form, class) in [
            (base, Classes::VERB_BASE),
            (&past, Classes::VERB_PAST),
            (&participle, Classes::VERB_PARTICIPLE),
            (&ing, Classes::VERB_ING),
            (&third, Classes::VERB_S),
        ] {
            for one in form.split('|') {
                self.add(one, shared | class, verb)?;
            }
        }
        Ok(())
    }

    fn verb_number(&mut self, base: &str, grades: Grades) -> Result<u16, String> {
        let known = self.table.entry(self.table.find(Key::of(base.as_bytes()))).verb;
        if known != 0 && *self.verbs[usize::from(known)].base == *base {
            self.verbs[usize::from(known)].grades = grades;
            return Ok(known);
        }
        let number = u16::try_from(self.verbs.len()).map_err(|_| "too many verbs".to_owned())?;
        self.verbs.push(Verb { base: base.into(), grades });
        Ok(number)
    }

    /// Adds readings to a word.
    pub(crate) fn add(&mut self, word: &str, classes: Classes, verb: u16) -> Result<(), String> {
        if word.is_empty() {
            return Err("the entry has no word".to_owned());
        }
        let word = word.to_lowercase();
        match self.table.add(Key::of(word.as_bytes()), classes, verb) {
            Some(_) => Ok(()),
            None => Err("the lexicon is full".to_owned()),
        }
    }

    /// Takes readings from a word.
    pub(crate) fn remove(&mut self, word: &str, classes: Classes) {
        self.table.remove(Key::of(word.to_lowercase().as_bytes()), classes);
    }
}

fn tags<'a>(fields: impl Iterator<Item = &'a str>, mut classes: Classes) -> Result<Classes, String> {
    for field in fields {
        match Classes::TAGS.iter().find(|(tag, _)| *tag == field) {
            Some((_, class)) => classes |= *class,
            None => return Err(format!("{field:?} is no tag of a word")),
        }
    }
    Ok(classes)
}

/// Reads the grades of a verb: `q3 t2`.
pub(crate) fn parse_grades(line: &str) -> Result<Grades, String> {
    let mut grades = Grades::default();
    for field in line.split_ascii_whitespace() {
        grade(field, &mut grades)?;
    }
    Ok(grades)
}

/// Reads `q3` and the like.
fn grade(field: &str, grades: &mut Grades) -> Result<(), String> {
    let problem = || format!("{field:?} is no grade: write a letter of q t b i o w p and 0 to 3");
    let (letter, number) = field.split_at_checked(1).ok_or_else(problem)?;
    let value = match number {
        "0" => 0,
        "1" => 1,
        "2" => 2,
        "3" => 3,
        _ => return Err(problem()),
    };
    let place = match letter {
        "q" => &mut grades.quote,
        "t" => &mut grades.that,
        "b" => &mut grades.bare,
        "i" => &mut grades.infinitive,
        "o" => &mut grades.object,
        "w" => &mut grades.wh,
        "p" => &mut grades.parenthetical,
        _ => return Err(problem()),
    };
    *place = value;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_list_is_read() {
        let mut faults = Vec::new();
        for list in LISTS {
            let mut loader = Loader { table: Table::with_capacity(64), verbs: vec![Verb::default()] };
            if let Err(fault) = loader.read(list.text, list.shape, list.classes) {
                faults.push(format!("{}.txt, line {}: {}", list.name, fault.line, fault.problem));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn every_list_is_sorted_and_without_doubles() {
        let mut faults = Vec::new();
        for list in LISTS {
            let words: Vec<&str> = list
                .text
                .lines()
                .filter_map(|line| line.split('#').next()?.split_ascii_whitespace().next())
                .collect();
            for pair in words.windows(2) {
                if pair[0] >= pair[1] {
                    faults.push(format!("{}.txt: {:?} stands before {:?}", list.name, pair[0], pair[1]));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn a_verb_has_all_its_forms_and_grades() {
        let mut loader = Loader { table: Table::with_capacity(64), verbs: vec![Verb::default()] };
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
        assert_eq!(&*lexicon.verb(said).unwrap().base, "say");
    }

    #[test]
    fn a_bad_line_is_named() {
        let mut loader = Loader { table: Table::with_capacity(64), verbs: vec![Verb::default()] };
        let fault = loader.read("say q3\nshout q9\n", Shape::Verb, Classes::NONE).unwrap_err();
        assert_eq!(fault.line, 2);
        assert!(fault.problem.contains("q9"), "{}", fault.problem);
    }
}
