//! Tags and beats of fiction in all their grammar: each shape of two lists with a name, a noun and a pronoun for who
//! speaks, set into a scene in which somebody else would be guessed.

use whosaid::{Attributor, Document, Genre};

use super::list;

/// Who stands in a shape.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Name,
    Noun,
    Pronoun,
}

impl Who {
    const fn words(self) -> &'static str {
        match self {
            Self::Name => "Hale",
            Self::Noun => "the carter",
            Self::Pronoun => "he",
        }
    }

    /// The last word of the speaker's name.
    const fn speaker(self) -> &'static str {
        match self {
            Self::Name => "Hale",
            Self::Noun => "carter",
            Self::Pronoun => "Bly",
        }
    }

    /// Whether a shape with this mark takes such words.
    fn fits(self, mark: Option<char>) -> bool {
        match mark {
            Some('!') => self == Self::Name,
            Some('?') => self != Self::Pronoun,
            _ => true,
        }
    }
}

const OPENING: &str = "The mill stood dark by the weir. Anna Frost mended a net at the table. Ned Bly came in and shook the \
    rain from his coat.\n\n“You are late,” said Anna.\n\n“The road is flooded,” said Ned.\n\n";

/// The scene up to the shape. Three are in it, and the last lines are of the other two; or two, and he spoke last.
fn before(who: Who) -> String {
    let him = who.words();
    let him_first = capital(him);
    if who == Who::Pronoun {
        return format!(
            "{OPENING}“So I see,” said Anna.\n\n“I came on foot,” said Ned.\n\nAnna went on with her net.\n\n"
        );
    }
    format!(
        "{OPENING}{him_first} had come in behind him and stood by the door.\n\n“Anna, they want you below,” said {him}.\n\n\
         “Who does?” said Anna.\n\n“The bailiffs,” said Ned.\n\n“I see,” said Anna.\n\n"
    )
}

const BEHIND: &str = "\n\n“Not for gold,” said Anna.\n\n“There is tea,” said Ned.";

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The shape with its speaker; behind a stop and closing mark a sentence begins where shapes are `beats`.
fn filled(shape: &str, who: Who, beats: bool) -> String {
    let mut text = String::new();
    let mut parts = shape.split('@').peekable();
    while let Some(part) = parts.next() {
        text.push_str(part);
        if parts.peek().is_none() {
            break;
        }
        let ends = [".” ", "!” ", "?” "].iter().any(|end| text.ends_with(end));
        let opens = text.is_empty() || text.ends_with('¶') || text.ends_with("—” ") && beats || ends && beats;
        text.push_str(&if opens { capital(who.words()) } else { who.words().to_owned() });
    }
    let text = text.replace('¶', "\n\n");
    if who == Who::Pronoun {
        text.replace("Ned", "Anna").replace("and Anna smiled", "and she smiled")
    } else {
        text
    }
}

/// The tables with how many rows each has, and those that are wrong.
pub(super) fn tables() -> Vec<(&'static str, usize, Vec<String>)> {
    let attributor = Attributor::builder().genre(Genre::Fiction).build();
    let mut tables = Vec::new();
    for (list_name, names) in [
        ("tag-shapes", ["tags-of-a-name", "tags-of-a-noun", "tags-of-a-pronoun"]),
        ("beat-shapes", ["beats-of-a-name", "beats-of-a-noun", "beats-of-a-pronoun"]),
    ] {
        let shapes = list(list_name);
        for (name, who) in names.into_iter().zip([Who::Name, Who::Noun, Who::Pronoun]) {
            let rows = shapes.iter().filter_map(|shape| row(shape, who, list_name == "beat-shapes"));
            let rows: Vec<String> = rows.collect();
            let wrong = rows.iter().filter_map(|row| fault(&attributor, row, who)).collect();
            tables.push((name, rows.len(), wrong));
        }
    }
    tables
}

/// The shape with its speaker, if it takes such.
fn row(shape: &str, who: Who, beats: bool) -> Option<String> {
    let (shape, mark) = match shape.strip_suffix(['!', '?']).and_then(|rest| rest.strip_suffix(' ')) {
        Some(bare) => (bare, shape.chars().last()),
        None => (shape, None),
    };
    who.fits(mark).then(|| filled(shape, who, beats))
}

/// What is wrong with the lines of a row.
fn fault(attributor: &Attributor, row: &str, who: Who) -> Option<String> {
    let before = before(who);
    let text = format!("{before}{row}{BEHIND}");
    let document = attributor.attribute(&text);
    let inside = before.len()..before.len() + row.len();
    let said: Vec<(&str, &str)> = lines(&document)
        .filter(|(start, ..)| inside.contains(start))
        .map(|(_, words, name)| (words, name))
        .collect();
    let right =
        said.iter().all(|(_, name)| name.ends_with(who.speaker()) || name.starts_with(first_name(who)));
    let all = said.len() == row.matches('“').count();
    (!right || !all).then(|| format!("{row}\n    {said:?}\n"))
}

/// The name that is used in the scene.
const fn first_name(who: Who) -> &'static str {
    match who {
        Who::Pronoun => "Ned",
        _ => who.words(),
    }
}

/// Each stretch of speech: where it begins, its words, and who says it.
fn lines<'d>(document: &'d Document<'_>) -> impl Iterator<Item = (usize, &'d str, &'d str)> {
    document.quotes().iter().flat_map(move |quote| {
        let name = document.speaker_name(quote).unwrap_or("-");
        quote.content().iter().map(move |span| (span.start(), &document.text()[*span], name))
    })
}
