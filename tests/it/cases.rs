//! Behaviour as data: the cases in `tests/cases/news/`.
//!
//! A case has a name, a text with brackets (see `marked.rs`), and what is said of the quotation in them. A
//! text without brackets expects that nothing is attributed. Topics and attitudes are asked for, unless `topics = false`. With
//! `use`, the brackets hold quoted words that
//! nobody says.

use std::fmt::Write;

use serde::Deserialize;
use whosaid::{Attributor, CueStatus, Document, Genre, Quote, QuoteKind, Span, Use};

use crate::case_files::{self, Expected};
use crate::marked::{self, Marked, bare};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    kind: Option<Kind>,
    /// The names of the speakers, with " & " between them.
    speaker: Option<String>,
    /// The words of the source of another reading: a nearer speaker, whom the source reports.
    inner: Option<String>,
    /// Whether topics and attitudes are asked for; they are where nothing is said.
    topics: Option<bool>,
    /// How it was said, where the case is about that: `"written, rejected, topic"`; what is said, asserted and a clause
    /// is left out.
    manner: Option<String>,
    /// negated, future, conditional, questioned; nothing where the text asserts the saying.
    status: Option<String>,
    #[serde(rename = "use")]
    quoted_use: Option<UseName>,
    expect: Option<Expected>,
    /// Why the case is here, where its name does not tell.
    #[serde(default, rename = "note")]
    _note: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Direct,
    Mixed,
    Indirect,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum UseName {
    Title,
    Nickname,
    Word,
    Scare,
    Sign,
    /// Nobody says it, whatever it is.
    Any,
}

impl case_files::Case for Case {
    fn name(&self) -> &str {
        &self.name
    }

    fn expected(&self) -> Option<Expected> {
        self.expect
    }
}

#[test]
fn news() {
    let with_topics = |topics| Attributor::builder().genre(Genre::News).topics(topics).build();
    let attributors = [with_topics(false), with_topics(true)];
    case_files::run("news", 300, |case: &Case| {
        let marked = marked::read(&case.text).unwrap_or_else(|problem| panic!("{}: {problem}", case.name));
        check(&attributors[usize::from(case.topics.unwrap_or(true))], case, &marked)
    });
}

fn check(attributor: &Attributor, case: &Case, marked: &Marked) -> Result<(), String> {
    let document = attributor.attribute(&marked.text);
    if let Some(wanted) = case.quoted_use {
        return check_use(&document, wanted, marked);
    }
    if marked.content.is_empty() {
        return match document.quotes() {
            [] => Ok(()),
            quotes => Err(format!("nothing is said here, but found\n{}", listed(&document, quotes))),
        };
    }
    let found = document.quotes().iter().find(|quote| has_content(&document, quote, marked));
    let Some(quote) = found else {
        return Err(format!("no such content; found\n{}", listed(&document, document.quotes())));
    };
    let problems = [
        case.kind.filter(|kind| *kind != kind_of(quote)).map(|kind| format!("the kind should be {kind:?}")),
        wrong(&document, "cue", &marked.cue, quote.cue()),
        wrong(
            &document,
            "source",
            &marked.source,
            quote.source().map(|source| owner(&document, source.span())),
        ),
        wrong_speaker(&document, quote, case.speaker.as_deref()),
        wrong_status(quote.cue_status(), case.status.as_deref().unwrap_or("")),
        wrong_inner(&document, quote, case.inner.as_deref()),
        wrong_manner(quote, case.manner.as_deref()),
    ];
    match problems.into_iter().flatten().reduce(|some, other| format!("{some}; {other}")) {
        None => Ok(()),
        Some(problems) => {
            Err(format!("{problems}; found\n{}", listed(&document, std::slice::from_ref(quote))))
        }
    }
}

fn wrong_manner(quote: &Quote, wanted: Option<&str>) -> Option<String> {
    let told = [quote.mode().as_str(), quote.stance().as_str(), quote.form().as_str()];
    let told: Vec<&str> =
        told.into_iter().filter(|told| !["said", "asserted", "clause"].contains(told)).collect();
    let told = told.join(", ");
    wanted.filter(|wanted| *wanted != told).map(|wanted| format!("it should be {wanted:?}, not {told:?}"))
}

fn check_use(document: &Document<'_>, wanted: UseName, marked: &Marked) -> Result<(), String> {
    for span in &marked.content {
        let Some(found) = document.unattributed().iter().find(|found| found.span() == *span) else {
            return Err(format!("somebody says it:\n{}", listed(document, document.quotes())));
        };
        let known = match wanted {
            UseName::Title => found.quoted_use() == Use::Title,
            UseName::Nickname => found.quoted_use() == Use::Nickname,
            UseName::Word => found.quoted_use() == Use::Word,
            UseName::Scare => found.quoted_use() == Use::Scare,
            UseName::Sign => found.quoted_use() == Use::Sign,
            UseName::Any => true,
        };
        if !known {
            return Err(format!("the use should be {wanted:?}, but is {:?}", found.quoted_use()));
        }
    }
    Ok(())
}

fn has_content(document: &Document<'_>, quote: &Quote, marked: &Marked) -> bool {
    let bare =
        |spans: &[Span]| -> Vec<Span> { spans.iter().map(|span| bare(document.text(), *span)).collect() };
    bare(quote.content()) == bare(&marked.content)
}

fn kind_of(quote: &Quote) -> Kind {
    match quote.kind() {
        QuoteKind::Direct => Kind::Direct,
        QuoteKind::Mixed => Kind::Mixed,
        _ => Kind::Indirect,
    }
}

/// A part that is given in brackets has to be found where it stands.
fn wrong(document: &Document<'_>, part: &str, wanted: &[Span], found: Option<Span>) -> Option<String> {
    let wanted = wanted.first()?;
    (found != Some(*wanted)).then(|| format!("the {part} should be {:?}", &document.text()[*wanted]))
}

/// A source without the possessive at its end, which the brackets leave out.
fn owner(document: &Document<'_>, source: Span) -> Span {
    let words = &document.text()[source];
    let words = words.strip_suffix("'s").or_else(|| words.strip_suffix("’s")).unwrap_or(words);
    Span::new(source.start(), source.start() + words.len())
}

fn wrong_speaker(document: &Document<'_>, quote: &Quote, wanted: Option<&str>) -> Option<String> {
    let names: Vec<&str> = document.speakers(quote).map(|entity| entity.name()).collect();
    let found = names.join(" & ");
    let wanted = wanted.filter(|wanted| *wanted != found)?;
    Some(format!("the speaker should be {wanted:?}, but is {found:?}"))
}

fn wrong_inner(document: &Document<'_>, quote: &Quote, wanted: Option<&str>) -> Option<String> {
    let mut sources = quote.alternatives().iter().filter_map(|other| other.source());
    let wanted = wanted?;
    let found = sources.any(|source| &document.text()[source.span()] == wanted);
    (!found).then(|| format!("no other reading gives {wanted:?}"))
}

fn wrong_status(found: CueStatus, wanted: &str) -> Option<String> {
    let names = [
        (found.is_negated(), "negated"),
        (found.is_future(), "future"),
        (found.is_conditional(), "conditional"),
        (found.is_questioned(), "questioned"),
    ];
    let names: Vec<&str> = names.into_iter().filter_map(|(holds, name)| holds.then_some(name)).collect();
    let found = names.join(" ");
    (found != wanted).then(|| format!("the status should be {wanted:?}, but is {found:?}"))
}

/// The quotes with their brackets.
fn listed(document: &Document<'_>, quotes: &[Quote]) -> String {
    let mut list = String::new();
    for quote in quotes {
        let content: Vec<&str> = document.texts(quote.content()).collect();
        let words = |span: Option<Span>| span.and_then(|span| span.get(document.text())).unwrap_or("");
        let (cue, source) = (words(quote.cue()), words(quote.source().map(|source| source.span())));
        let _ = writeln!(list, "    [{}] <{cue}> {{{source}}} {}", content.join("] ["), quote.rule());
    }
    list
}
