//! Articles, scenes and transcripts, of sentences made up for them.

use crate::characters::{ENDS, HARD, MARKS, UNSEEN, any, share};
use crate::dice::Dice;

const NAMES: [&str; 10] = [
    "Ana Ruiz",
    "Mr. Venn",
    "Zoë Ünal",
    "Dr. Tom Hill",
    "the mayor",
    "She",
    "Łukasz Żak",
    "O’Neill",
    "the Harbour Board",
    "a spokesman for 株式会社",
];

/// In a sentence `{` and `}` are marks, `@` is a name, `#` some words.
const NEWS: [&str; 10] = [
    "{#,} @ said on Friday.",
    "@ told reporters that it was {#,} and added: {#.}",
    "{#,} said @. {#.}",
    "@ said the # would close.",
    "According to @, # is {#.}",
    "{#,} @ said, {#.}",
    "@ did not say {#}, he denied that #.",
    "The so-called {#} cost $5.3bn, @ warned.",
    "{We read {#} twice,} @ recalled.",
    "@ wrote: {#?}",
];

const SCENE: [&str; 8] = [
    "{#,} said @.",
    "{#!}",
    "@ put the lamp on the table. {#?}",
    "{#,} he whispered, {#.}",
    "— #, said @.",
    "{#— no, {#}, @!} cried @",
    "CHAPTER IV",
    "{#,} asked @, and {#,} @ answered.",
];

const TRANSCRIPT: [&str; 5] = ["ANA RUIZ: #.", "MR. VENN: {#}? #.", "Q: #?", "A. #.", "[10:05] @: # {#}."];

const WORDS: [&str; 8] = [
    "It is perfectly safe",
    "we test it twice a year",
    "prices — all of them — fell 5'7\"",
    "I won't, 'tis late",
    "<b>no</b> &amp; yes",
    "W. H. O. said so (twice)",
    "rates … will fall",
    "a\tlong\nline",
];

/// The text of a number.
pub(crate) fn text(number: usize, dice: &mut Dice) -> String {
    let sentences: &[&str] = [&NEWS[..], &SCENE, &TRANSCRIPT][number % 3];
    let marks = MARKS[number / 3 % MARKS.len()];
    let end = ENDS[number / 2 % ENDS.len()];
    let mut share = share(number).into_iter();
    let mut text = String::new();
    for at in 0..6 + dice.below(8) {
        let sentence = dice.of(sentences);
        // here and there a sentence has marks of its own
        let marks = if dice.below(12) == 0 { dice.of(&MARKS) } else { marks };
        write(&mut text, sentence, marks, &mut share, dice);
        text += if at % 3 == 2 || number % 3 > 0 { end } else { " " };
    }
    // what is left of the share
    for words in share {
        text.push(' ');
        text += &words;
    }
    text
}

fn write(
    text: &mut String,
    sentence: &str,
    (open, close): (&str, &str),
    share: &mut impl Iterator<Item = String>,
    dice: &mut Dice,
) {
    for letter in sentence.chars() {
        match letter {
            '{' => *text += open,
            '}' => *text += close,
            '@' if dice.below(8) == 0 => *text += &share.next().unwrap_or_default(),
            '@' => *text += dice.of(&NAMES),
            '#' => match dice.below(6) {
                0 => *text += &share.next().unwrap_or_default(),
                1 => *text += dice.of(&HARD),
                2 => {
                    *text += dice.of(&WORDS);
                    *text += dice.of(&UNSEEN);
                    text.push(any(dice));
                }
                _ => *text += dice.of(&WORDS),
            },
            other => text.push(other),
        }
    }
}
