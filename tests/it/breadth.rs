//! How much of English is read: tables of sentences made from lists of words and openings, each row with what a
//! careful reader finds in it.
//!
//! The lists stand in `tests/breadth/`, words also in `src/lexicon/en/`. `tests/breadth/counts.txt` holds how many rows
//! of each table are right, which only rises: a row lost fails, and so does a row won until `UPDATE_BREADTH=1 cargo
//! test --test it breadth` has written the new count. `BREADTH=openings` shows the rows of a table that are wrong.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use whosaid::{Attributor, Document, Genre, Quote, Span};

use crate::marked::{self, Marked, bare};

#[path = "shapes.rs"]
mod shapes;

const COUNTS: &str = "tests/breadth/counts.txt";

#[test]
fn no_table_loses_a_row() {
    let attributor = Attributor::builder().genre(Genre::News).build();
    let recorded = recorded();
    let shown = std::env::var("BREADTH").unwrap_or_default();
    let (mut report, mut counts) = (String::new(), String::new());
    let news = tables().into_iter().map(|(name, rows)| {
        let wrong: Vec<String> = rows.iter().filter_map(|row| fault(&attributor, row)).collect();
        (name, rows.len(), wrong)
    });
    for (name, all, wrong) in news
        .chain(shapes::tables())
        .chain(crate::breadth_marks::tables())
        .chain(crate::breadth_speech::tables())
        .chain(crate::breadth_speakers::tables())
        .chain(crate::breadth_unsaid::tables())
    {
        let right = all - wrong.len();
        let _ = writeln!(counts, "{name} {right} of {all}");
        if shown == name {
            println!("{}{name}: {right} of {all}", wrong.concat());
        }
        let before = recorded.get(name).copied().unwrap_or(0);
        if right < before {
            let _ =
                writeln!(report, "{}{name}: {right} of {all} rows are right, {before} were", wrong.concat());
        } else if right > before {
            let _ = writeln!(
                report,
                "{name}: {right} of {all} rows are right now, {before} were: raise the count"
            );
        }
    }
    if std::env::var_os("UPDATE_BREADTH").is_some() {
        fs::write(path(COUNTS), &counts).expect("the counts are written");
    } else {
        assert!(report.is_empty(), "{report}");
    }
}

/// How many rows of each table were right.
fn recorded() -> BTreeMap<String, usize> {
    let text = fs::read_to_string(path(COUNTS)).unwrap_or_default();
    let count = |line: &str| {
        let mut words = line.split(' ');
        Some((words.next()?.to_owned(), words.next()?.parse().ok()?))
    };
    text.lines().filter_map(count).collect()
}

type Table = (&'static str, Vec<String>);

fn tables() -> Vec<Table> {
    let nouns = nouns();
    let one = |frame: &str| nouns.iter().map(|(one, _)| frame.replace('@', one)).collect();
    let many =
        |frame: &str| nouns.iter().filter_map(|(_, many)| Some(frame.replace('@', many.as_ref()?))).collect();
    vec![
        ("nouns", one("{Ana Ruiz} <said> [the @ was too old].")),
        ("nouns-told", one("{Ana Ruiz} <told> reporters [the @ was too old].")),
        ("plurals", many("{Ana Ruiz} <said> [the @ were too old].")),
        ("bare-plurals", many("{Ana Ruiz} <said> [@ were too old].")),
        ("any-word", framed(&any_words(), &["{Ana Ruiz} <said> [the @ was too high]."])),
        (
            "people",
            framed(
                &list("people"),
                &[
                    "{Ana Ruiz} <said> [the @ were hurt].",
                    "{Ana Ruiz} <told> reporters [the @ were hurt].",
                    "{The @} <say> [the road is shut].",
                ],
            ),
        ),
        ("openings", list("openings").iter().flat_map(|clause| openings(clause)).collect()),
        (
            "openings-fronted",
            list("openings-fronted").iter().flat_map(|clause| openings(clause).into_iter().skip(3)).collect(),
        ),
        (
            "tags",
            framed(
                &list("tag-verbs"),
                &[
                    "[Fares will rise again in May], <@> {campaigners}.",
                    "[Fares will rise again in May], <@> {Ana Ruiz}.",
                    "[Fares will rise again in May], {campaigners} <@>.",
                    "[Fares will rise again in May], {Ana Ruiz} <@>.",
                    "[Fares], {Ana Ruiz} <@>, [will rise again in May].",
                    "[The road was shut], <@> {the head of the mill}.",
                ],
            ),
        ),
        ("bare-clauses", list("bare-verbs").iter().flat_map(|line| bare_clauses(line)).collect()),
        ("forms", list("forms")),
        ("press", list("press").iter().map(|text| text.replace('¶', "\n")).collect()),
        ("press-none", list("press-none").iter().map(|text| text.replace('¶', "\n")).collect()),
        ("labels", list("labels").iter().flat_map(|pair| turns(pair)).collect()),
        ("labels-none", list("labels-none").iter().map(|text| text.replace('¶', "\n")).collect()),
    ]
}

pub(crate) fn framed(words: &[String], frames: &[&str]) -> Vec<String> {
    words.iter().flat_map(|word| frames.iter().map(|frame| frame.replace('@', word))).collect()
}

/// A clause in the places where a clause can be reported.
fn openings(clause: &str) -> [String; 6] {
    let opened: String = {
        let mut letters = clause.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    };
    [
        format!("{{Ana Ruiz}} <said> [{clause}]."),
        format!("{{Officials}} <say> [{clause}]."),
        format!("{{Ana Ruiz}} <told> reporters [{clause}]."),
        format!("{{Ana Ruiz}} <said> [that {clause}]."),
        format!("[{opened}], {{Ana Ruiz}} <said>."),
        format!("[{opened}], <said> {{Ana Ruiz}}, who runs the mill."),
    ]
}

/// The past and present of a verb before clauses without *that*.
fn bare_clauses(line: &str) -> Vec<String> {
    let (past, present) = line.split_once(' ').expect("two forms");
    vec![
        format!("{{Lee}} <{past}> [he was at the mill]."),
        format!("{{Lee}} <{present}> [he was at the mill]."),
        format!("{{The firm}} <{past}> [there were barriers to the trade]."),
        format!("{{The firm}} <{present}> [there are barriers to the trade]."),
        format!("{{Ana Ruiz}} <{past}> [growth had been slow since May]."),
        format!("{{Ana Ruiz}} also <{present}> [the road was shut]."),
        format!("{{They}} <{past}> [it was too late]."),
    ]
}

/// An article before its transcript.
const PROSE: &str = "The council of Norwick met on Monday. Two hundred people came to the town hall, which \
                     is more than it holds, and the debate ran until midnight.";

/// Turns of two speakers behind their labels; in each text one of them is marked.
fn turns(pair: &str) -> Vec<String> {
    let (one, other) = pair.split_once(" | ").expect("two labels");
    let opened = |label: &str| {
        let label = label.replace('¶', "\n");
        if label.ends_with(['\n', '>']) && !label.ends_with(":>") && !label.ends_with(".>") {
            label
        } else {
            format!("{label} ")
        }
    };
    let plain = |label: &str| {
        let brackets = ['\\', '[', ']', '{', '}', '<', '>'];
        let text = marked::read(label).expect("a label in brackets").text;
        text.chars()
            .flat_map(|letter| brackets.contains(&letter).then_some('\\').into_iter().chain([letter]))
            .collect::<String>()
    };
    let (one, other) = (opened(one), opened(other));
    let (a, b) = (plain(&one), plain(&other));
    vec![
        format!("{one}[I saw him at the gate. He had no coat.]\n{b}Not without the permit."),
        format!("{a}I saw him at the gate. He had no coat.\n\n{other}[Not without the permit.]"),
        format!("{one}[Is the road a swamp?]\n\n{b}It is. We pay for it every spring."),
        format!("{a}Is the road a swamp?\n{other}[It is. We pay for it every spring.]"),
        format!("{one}[I saw him at the gate.]\n\n[He had no coat, and it snowed.]\n\n{b}Where was that?"),
        format!("{PROSE}\n\n{one}[I saw him at the gate. He had no coat.]\n\n{b}The vote is on Friday."),
        format!("{PROSE}\n\n{a}Why is it shut?\n\n{other}[Ask the council. I only live here.]"),
        format!("{a}Why is it shut?\n\n{b}Ask him.\n\n{one}[I did. He said no.]\n\n{b}There you are."),
        format!("{a}Why is it shut?\n\n{other}[She told me “never,” and I left.]\n\n{a}Never?"),
        format!("{a}Why is it shut? \\[laughter\\]\n\n(Applause.)\n\n{other}[I do not know.]"),
    ]
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The lines of a file without comments.
fn lines(name: &str) -> Vec<String> {
    let text = fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let rows = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    rows.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

pub(crate) fn list(name: &str) -> Vec<String> {
    lines(&format!("tests/breadth/{name}.txt"))
}

/// The first words of the lines of a list of the lexicon.
fn words(name: &str) -> impl Iterator<Item = String> {
    let lines = lines(&format!("src/lexicon/en/{name}.txt")).into_iter();
    lines.map(|line| first_word(&line).replace('~', ""))
}

fn first_word(line: &str) -> &str {
    line.split(' ').next().unwrap_or(line)
}

/// What the lists have as verb or adjective.
fn any_words() -> Vec<String> {
    let all = ["verbs", "adjectives"].into_iter().flat_map(words);
    all.map(|word| word.split(['/', '+']).next().unwrap_or_default().to_owned()).collect()
}

/// All nouns of the lists, each with its plural where it has one.
fn nouns() -> Vec<(String, Option<String>)> {
    let lists = ["nouns", "persons", "kin", "documents", "organisations", "works"];
    let all = lists.into_iter().flat_map(|name| lines(&format!("src/lexicon/en/{name}.txt")));
    all.filter(|line| !first_word(line).contains('-')).map(|line| noun(&line)).collect()
}

/// *day, advice/advice, cattle plural*
fn noun(line: &str) -> (String, Option<String>) {
    let word = first_word(line);
    let one = word.split('/').next().unwrap_or(word).to_owned();
    let many = match word.split_once('/') {
        Some((_, many)) => many.split('|').next().unwrap_or(many).to_owned(),
        None if line.contains(" plural") => one.clone(),
        None => plural(&one),
    };
    let countable = one != many;
    (one, countable.then_some(many))
}

fn plural(word: &str) -> String {
    let consonant_y = word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    match consonant_y {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) => format!("{word}es"),
        None => format!("{word}s"),
    }
}

/// What is wrong with the answer to a row.
fn fault(attributor: &Attributor, row: &str) -> Option<String> {
    let marked = marked::read(row).unwrap_or_else(|problem| panic!("{row}: {problem}"));
    let document = attributor.attribute(&marked.text);
    if marked.content.is_empty() {
        return (!document.quotes().is_empty()).then(|| format!("{row}\n{}", answer(&document)));
    }
    let right = document.quotes().iter().any(|quote| is_read(&document, quote, &marked));
    (!right).then(|| format!("{row}\n{}", answer(&document)))
}

/// Whether a quote has the content, and the source and cue where the row marks them.
fn is_read(document: &Document<'_>, quote: &Quote, marked: &Marked) -> bool {
    let bare =
        |spans: &[Span]| -> Vec<Span> { spans.iter().map(|span| bare(document.text(), *span)).collect() };
    let source = quote.source().map(|source| source.span());
    bare(quote.content()) == bare(&marked.content)
        && (marked.source.is_empty() || source == marked.source.first().copied())
        && (marked.cue.is_empty() || quote.cue() == marked.cue.first().copied())
}

fn answer(document: &Document<'_>) -> String {
    let mut all = String::new();
    for quote in document.quotes() {
        let content: Vec<&str> = document.texts(quote.content()).collect();
        let words = |span: Option<Span>| span.map_or("", |span| &document.text()[span]);
        let (cue, source) = (words(quote.cue()), words(quote.source().map(|source| source.span())));
        let _ = writeln!(all, "    [{}] <{cue}> {{{source}}}", content.join("] ["));
    }
    all
}
