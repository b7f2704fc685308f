//! Walks all rules: each example is found by its own rule through the whole engine, so that no rule hides behind
//! another, and each counter-example is left alone by it.

use std::collections::BTreeSet;

use crate::answer::rule::Entry;
use crate::attribution::link::{Genres, RULES, USES};
use crate::attribution::rules::entries;
use crate::dialogue;
use crate::explain::Trial;
use crate::{Attributor, Document, Genre, Quote, Span};

#[path = "../../tests/it/marked.rs"]
mod marked;

use marked::bare;

fn all() -> impl Iterator<Item = &'static Entry> {
    entries().chain(&dialogue::RULES)
}

#[test]
fn names_are_unique_and_rules_described() {
    let mut names = BTreeSet::new();
    for entry in all() {
        assert!(names.insert(entry.name), "two rules are called {}", entry.name);
        assert!(!entry.about.is_empty(), "{} does not say what it reads", entry.name);
        assert!((0.0..=100.0).contains(&entry.precision), "{}", entry.name);
    }
}

#[test]
fn rules_find_their_examples_and_leave_the_others() {
    let own = |entry: &&Entry| {
        RULES.iter().any(|rule| rule.entry.name == entry.name && !rule.genres.has(Genres::NEWS))
    };
    walk(Genre::News, entries().filter(|entry| !own(entry)));
}

#[test]
fn rules_of_turns_find_their_examples_and_leave_the_others() {
    walk(Genre::Fiction, dialogue::RULES.iter());
}

#[test]
fn rules_of_conversations_find_their_examples_and_leave_the_others() {
    let attributor = Attributor::builder().genre(Genre::Fiction).build();
    let own = || RULES.iter().filter(|rule| !rule.genres.has(Genres::NEWS));
    assert!(own().count() > 0);
    for rule in own() {
        let entry = &rule.entry;
        assert!(!entry.finds.is_empty() && !entry.leaves.is_empty(), "{}: no example", entry.name);
        for example in entry.finds {
            let marked = marked::read(example).unwrap_or_else(|problem| panic!("{}: {problem}", entry.name));
            let source = marked.source.first().copied();
            let span = marked.content.first().copied();
            assert_eq!(
                first_answer(&attributor, &marked.text, span),
                source.map(|source| (entry.name, source))
            );
        }
        for example in entry.leaves {
            let read = attributor.explain(example);
            let quoted = read.sentences().iter().flat_map(|sentence| sentence.quoted());
            let named = |trial: &Trial| trial.rule().name() == entry.name && trial.source().is_some();
            assert!(!quoted.flat_map(|quoted| quoted.trials()).any(named), "{} takes {example}", entry.name);
        }
    }
}

#[test]
fn uses_find_their_examples_and_leave_the_others() {
    let of = |genre| Attributor::builder().genre(genre).indirect(false).build();
    let genres = [(Genres::NEWS, of(Genre::News)), (Genres::FICTION, of(Genre::Fiction))];
    let mut faults = Vec::new();
    for rule in USES {
        assert!(!rule.finds.is_empty(), "{}: no example", rule.name);
        for (_, attributor) in genres.iter().filter(|(genre, _)| rule.genres.has(*genre)) {
            let said = |example: &str| {
                let marked =
                    marked::read(example).unwrap_or_else(|problem| panic!("{}: {problem}", rule.name));
                let document = attributor.attribute(&marked.text);
                let start = marked.content[0].start();
                document.quotes().iter().flat_map(Quote::content).any(|span| span.start() == start)
            };
            let wrong = |example: &&&str, wanted: bool| said(example) != wanted;
            let finds = rule.finds.iter().filter(|example| wrong(example, false));
            let leaves = rule.leaves.iter().filter(|example| wrong(example, true));
            faults.extend(finds.chain(leaves).map(|example| format!("{}: {example}", rule.name)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The first rule that answers for the quoted span that begins where `content` does, and its source.
fn first_answer(attributor: &Attributor, text: &str, content: Option<Span>) -> Option<(&'static str, Span)> {
    let read = attributor.explain(text);
    let start = content?.start();
    let quoted = read.sentences().iter().flat_map(|sentence| sentence.quoted());
    let mut here = quoted.filter(|quoted| quoted.span().start() == start);
    let trials = here.next()?.trials().to_vec();
    let trial = trials.iter().find(|trial| trial.source().is_some())?;
    let rule = RULES.iter().find(|rule| rule.entry.name == trial.rule().name())?;
    Some((rule.entry.name, trial.source()?))
}

fn walk(genre: Genre, entries: impl Iterator<Item = &'static Entry>) {
    let attributor = Attributor::builder().genre(genre).topics(true).build();
    let mut faults = Vec::new();
    for entry in entries {
        if entry.finds.is_empty() || genre == Genre::Fiction && entry.leaves.is_empty() {
            faults.push(format!("{}: no example", entry.name));
        }
        faults.extend(entry.finds.iter().filter_map(|example| missed(&attributor, entry, example)));
        faults.extend(entry.leaves.iter().filter_map(|example| taken(&attributor, entry, example)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is wrong with the reading of an example.
fn missed(attributor: &Attributor, entry: &Entry, example: &str) -> Option<String> {
    let marked = marked::read(example).unwrap_or_else(|problem| panic!("{}: {problem}", entry.name));
    let text = marked.text.as_str();
    let document = attributor.attribute(text);
    let bare = |spans: &[Span]| -> Vec<Span> { spans.iter().map(|span| bare(text, *span)).collect() };
    let found = document.quotes().iter().any(|quote| {
        (quote.rule().name() == entry.name || decided(attributor, entry, text, quote))
            && bare(quote.content()) == bare(&marked.content)
            && quote.cue() == marked.cue.first().copied()
            && tells(&document, quote, marked.source.first().copied())
    });
    let readings: Vec<String> = document
        .quotes()
        .iter()
        .map(|quote| {
            let words = |span: Option<Span>| span.map_or("", |span| &text[span]);
            let content: Vec<&str> = document.texts(quote.content()).collect();
            let (cue, source) = (words(quote.cue()), words(quote.source().map(|source| source.span())));
            format!("{}: [{}] <{cue}> {{{source}}}", quote.rule(), content.join("] ["))
        })
        .collect();
    (!found).then(|| format!("{} misses {example}\n    {}", entry.name, readings.join("\n    ")))
}

/// Whether `source` is that of the quote or, in fiction, where the speaker was inferred, a name of the speaker.
fn tells(document: &Document<'_>, quote: &Quote, source: Option<Span>) -> bool {
    let found = quote.source().map(|source| source.span());
    let names = |span: Span| {
        document
            .speakers(quote)
            .any(|speaker| speaker.mentions().into_iter().any(|mention| mention.contains(span)))
    };
    found == source || document.genre() == Genre::Fiction && found.is_none() && source.is_some_and(names)
}

/// Whether the rule joined a quoted span to a quote that another rule opened.
fn decided(attributor: &Attributor, entry: &Entry, text: &str, quote: &Quote) -> bool {
    let explanation = attributor.explain(text);
    explanation.sentences().iter().flat_map(|sentence| sentence.quoted()).any(|quoted| {
        quoted.rule().is_some_and(|rule| rule.name() == entry.name)
            && quote.content().iter().any(|span| span.contains(quoted.span()))
    })
}

/// That a counter-example is read after all.
fn taken(attributor: &Attributor, entry: &Entry, example: &str) -> Option<String> {
    let marked = marked::read(example).unwrap_or_else(|problem| panic!("{}: {problem}", entry.name));
    let document = attributor.attribute(&marked.text);
    let read = document
        .quotes()
        .iter()
        .any(|quote| quote.rule().name() == entry.name || decided(attributor, entry, &marked.text, quote));
    read.then(|| format!("{} takes {example}", entry.name))
}
