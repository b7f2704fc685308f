//! A thousand claims, made from a hundred texts of our own as people make them: cut, split, elided, with a word changed,
//! put in or left out, given to somebody else, taken from another text. Nearly all have to be told apart.

use std::collections::BTreeMap;

use whosaid::locate::{Claim, Located, Locator, Verdict};
use whosaid::{Attributor, Document};

const FIRST: [&str; 10] =
    ["Ana", "Tom", "Martha", "Peter", "Ruth", "George", "Helen", "Arthur", "Clara", "Daniel"];
const LAST: [&str; 12] = [
    "Ruiz",
    "Hale",
    "Okafor",
    "Lindqvist",
    "Marsh",
    "Venn",
    "Costa",
    "Harding",
    "Nagy",
    "Whitlock",
    "Achebe",
    "Sorley",
];
const WHO: [&str; 12] = [
    "the harbour wall",
    "our oldest ferry",
    "every tenant of the mill",
    "the new bridge",
    "nobody on the council",
    "the school’s roof",
    "my brother’s orchard",
    "the county hospital",
    "that stretch of road",
    "the night train",
    "a well-run brewery",
    "the water company",
];
const DOES: [&str; 12] = [
    "will hardly survive another winter",
    "has cost us three times what they promised",
    "was inspected twice in the same week",
    "never closed during the whole of the war",
    "deserves a better owner than this one",
    "can still carry eleven hundred people",
    "has been waiting for an answer since April",
    "looked perfectly sound when I saw it",
    "made more money than anybody expected",
    "belongs to the people who paid for it",
    "didn’t get a penny from the lottery",
    "is the first thing that visitors ask about",
];
const HOW: [&str; 8] = [
    "and the engineers know it",
    "if you believe the report",
    "whatever the mayor may tell you",
    "because nobody looked after it",
    "though I would not put it in writing",
    "as far as we can tell",
    "which is a scandal",
    "and I am tired of saying so",
];

/// Numbers that look like chance and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

/// What somebody says in a text: what stands in each pair of marks, without its last punctuation.
struct Line {
    parts: Vec<String>,
    speaker: String,
}

impl Line {
    fn words(&self) -> Vec<String> {
        self.parts.iter().flat_map(|part| part.split(' ')).map(str::to_owned).collect()
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text of six lines by as many people, each said in another way.
fn text(dice: &mut Dice) -> (String, Vec<Line>) {
    let (first, last, who, does) = (dice.below(10), dice.below(12), dice.below(12), dice.below(12));
    let (mut text, mut lines) = (String::from("It rained on the day of the hearing.\n\n"), Vec::new());
    for number in 0..6 {
        let name = format!("{} {}", FIRST[(first + number * 3) % 10], LAST[(last + number) % 12]);
        let (who, does) = (capital(WHO[(who + number) % 12]), DOES[(does + number * 5) % 12]);
        let how = dice.of(&HOW);
        let parts = match number {
            0 => {
                text += &format!("“{who} {does}, {how},” said {name}.");
                vec![format!("{who} {does}, {how}")]
            }
            1 => {
                text += &format!("“{who} {does},” {name} said on Monday, “{how}.”");
                vec![format!("{who} {does}"), how.to_owned()]
            }
            2 => {
                text += &format!("{name} disagreed: “{who} {does} {how}.” The meeting went on.");
                vec![format!("{who} {does} {how}")]
            }
            3 => {
                text += &format!("“{who} {does},” {name} added. “I say so, {how}.”");
                vec![format!("{who} {does}"), format!("I say so, {how}")]
            }
            4 => {
                text += &format!("\"{who} {does}\", {name} told reporters, \"{how}.\"");
                vec![format!("{who} {does}"), how.to_owned()]
            }
            _ => {
                text += &format!("‘{who} {does} — {how}!’ cried {name}.");
                vec![format!("{who} {does} — {how}")]
            }
        };
        text += "\n\n";
        lines.push(Line { parts, speaker: name });
    }
    (text, lines)
}

/// A claim, by whom, how it was made, and what has to come out.
struct Made {
    how: &'static str,
    words: String,
    by: String,
    verdict: Verdict,
    /// What has to differ, as it is told.
    differs: Option<String>,
}

fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase()
}

/// A place amid the words where neither they nor their neighbours are only punctuation.
fn amid(dice: &mut Dice, words: &[String]) -> usize {
    loop {
        let at = 2 + dice.below(words.len() - 4);
        if words[at - 1..=at + 1].iter().all(|word| word.contains(char::is_alphanumeric)) {
            return at;
        }
    }
}

fn made(dice: &mut Dice, way: usize, line: &Line, other: &Line, foreign: &Line) -> Made {
    let (mut words, by) = (line.words(), line.speaker.clone());
    let split = line.parts.len() > 1;
    let whole = if split { Verdict::Folded } else { Verdict::Exact };
    let at = amid(dice, &words);
    let plain = |how, words: String, by, verdict| Made { how, words, by, verdict, differs: None };
    match way {
        0 => plain("as it stands", words.join(" "), by, whole),
        1 => {
            let typed = words.join(" ").replace('’', "'").replace('—', "-").to_uppercase();
            plain("typed anew", format!("\"{typed}.\""), by, Verdict::Folded)
        }
        2 => {
            let (front, back) = words.split_at(at);
            let surname = by.split(' ').next_back().unwrap_or("").to_owned();
            let claim = format!("“{},” {surname} said, “{}.”", front.join(" "), back.join(" "));
            plain("split by a cue", claim, by, Verdict::Folded)
        }
        3 => {
            let mark = dice.of(&["…", "...", "[...]", "[…]", ". . .", "(…)"]);
            words[at] = mark.to_owned();
            plain("elided", words.join(" "), by, Verdict::Folded)
        }
        4 => {
            words[at] = "[the thing]".to_owned();
            plain("in brackets", words.join(" "), by, Verdict::Folded)
        }
        5 => {
            let found = bare(&words[at]);
            words[at] = dice.of(&["umbrella", "seldom", "purple", "forty"]).to_owned();
            let differs = Some(format!("“{}” for “{found}”", words[at]));
            Made { how: "a word changed", words: words.join(" "), by, verdict: Verdict::Altered, differs }
        }
        6 => {
            words.insert(at, "not".to_owned());
            let differs = Some("“not” put in".to_owned());
            Made { how: "not put in", words: words.join(" "), by, verdict: Verdict::Altered, differs }
        }
        7 => {
            let found = bare(&words.remove(at));
            let differs = Some(format!("“{found}” left out"));
            Made { how: "a word left out", words: words.join(" "), by, verdict: Verdict::Altered, differs }
        }
        8 => plain("another speaker", words.join(" "), other.speaker.clone(), Verdict::SaidByAnother),
        9 => {
            let end = words.len() - 2;
            let behind = other.words();
            let claim = format!("{} … {}", words[..end].join(" "), behind[behind.len() - 3..].join(" "));
            plain("sewn together", claim, by, Verdict::SaidByAnother)
        }
        10 => {
            let claim = words[1..words.len() - 1].join(" ");
            plain("cut at its ends", claim, by, if split { Verdict::Folded } else { Verdict::Exact })
        }
        11 => {
            let other = other.speaker.clone();
            let found = bare(&words[at]);
            words[at] = "umbrella".to_owned();
            let differs = Some(format!("“umbrella” for “{found}”"));
            Made { how: "both", words: words.join(" "), by: other, verdict: Verdict::Altered, differs }
        }
        _ => plain("of another text", foreign.words().join(" "), by, Verdict::Absent),
    }
}

fn is_told(found: &Located<'_>, made: &Made, speaker: &str) -> bool {
    let differs: Vec<String> =
        found.differences().iter().map(|one| one.to_string().to_lowercase().replace('’', "'")).collect();
    let expected = made.differs.iter().map(|one| one.to_lowercase().replace('’', "'"));
    let who = (made.verdict != Verdict::Absent).then_some(speaker);
    found.verdict() == made.verdict && found.speaker() == who && differs.iter().cloned().eq(expected)
}

#[test]
fn a_thousand_claims_are_told_apart() {
    let mut dice = Dice(0x5eed_cafe_f00d_1234);
    let texts: Vec<(String, Vec<Line>)> = (0..100).map(|_| text(&mut dice)).collect();
    // said in no text
    let foreign = Line {
        parts: vec![
            "Seven geese crossed my kitchen before breakfast, and no policeman came to count them".into(),
        ],
        speaker: String::new(),
    };
    let attributor = Attributor::new();
    let (mut right, mut all, mut missed) = (0, 0, BTreeMap::<&str, Vec<String>>::new());
    for (number, (text, lines)) in texts.iter().enumerate() {
        let document: Document<'_> = attributor.attribute(text);
        let locator = Locator::new(&document);
        // ten of the thirteen ways in turn
        for way in (0..10).map(|more| (number * 10 + more) % 13) {
            let at = dice.below(lines.len() - 1);
            let (line, other) = (&lines[at], &lines[at + 1]);
            let made = made(&mut dice, way, line, other, &foreign);
            let found = locator.locate(Claim::new(&made.words).by(&made.by));
            all += 1;
            if is_told(&found, &made, &line.speaker) {
                right += 1;
            } else {
                let told = format!(
                    "{} ({}): {} by {:?} {:?}",
                    made.words,
                    made.by,
                    found.verdict(),
                    found.speaker(),
                    found.differences().iter().map(ToString::to_string).collect::<Vec<_>>()
                );
                missed.entry(made.how).or_default().push(told);
            }
        }
    }
    println!("{right} of {all}");
    for (how, claims) in &missed {
        println!("{how}: {}", claims.len());
        claims.iter().take(4).for_each(|claim| println!("  {claim}"));
    }
    assert_eq!(all, 1000);
    assert!(right >= 990, "{right} of {all} are told apart");
}
