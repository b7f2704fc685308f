//! Texts on which integrations are held against the program: few words each, but every mark and every script.
//!
//! `phrases.rs` has the sentences, `characters.rs` what is put into them, `dice.rs` the choice, which is the same in each run.

mod characters;
mod dice;
mod phrases;

use dice::Dice;

/// So many texts there are.
pub const COUNT: usize = 2000;

/// All of them, in order.
#[must_use]
pub fn texts() -> Vec<String> {
    (0..COUNT).map(text).collect()
}

/// What a text is called.
#[must_use]
pub fn id(number: usize) -> String {
    format!("t{number:04}")
}

/// A line of JSON with a text and its id.
#[must_use]
pub fn line(number: usize, text: &str) -> String {
    let mut line = format!("{{\"id\":\"{}\",\"text\":\"", id(number));
    for letter in text.chars() {
        match letter {
            '"' | '\\' => line.extend(['\\', letter]),
            '\0'..='\u{1f}' => line += &format!("\\u{:04x}", u32::from(letter)),
            other => line.push(other),
        }
    }
    line + "\"}"
}

fn text(number: usize) -> String {
    let mut dice = Dice::new(number as u64);
    // the empty text, too, and what is hardly one
    let whole = match number {
        7 => String::new(),
        15 => " \r\n\t\u{feff} \n\n".to_owned(),
        _ => phrases::text(number, &mut dice),
    };
    if number % 8 == 7 { damaged(&whole, &mut dice) } else { whole }
}

/// The text cut at a place and gone on from another, so that marks lose their partners.
fn damaged(text: &str, dice: &mut Dice) -> String {
    let letters: Vec<char> = text.chars().collect();
    let (to, from) = (dice.below(letters.len() + 1), dice.below(letters.len() + 1));
    letters[..to].iter().chain(&letters[from..]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_are_the_same_each_time() {
        assert_eq!(texts(), texts());
        assert_eq!(texts().len(), COUNT);
    }

    #[test]
    fn every_character_of_two_planes_is_in_them() {
        let mut found = vec![false; 0x2_0000];
        // those that damage cut off may be lost
        for letter in (0..COUNT).filter(|number| number % 8 != 7).flat_map(|number| {
            let text = text(number);
            text.chars().collect::<Vec<_>>()
        }) {
            if let Some(found) = found.get_mut(letter as usize) {
                *found = true;
            }
        }
        let lost: Vec<u32> = (0..0x2_0000u32)
            .filter(|code| char::from_u32(*code).is_some() && !found[*code as usize])
            .collect();
        assert!(lost.is_empty(), "{} are missing, the first is U+{:04X}", lost.len(), lost[0]);
    }

    #[test]
    fn every_mark_is_in_many() {
        let texts = texts();
        for (open, close) in characters::MARKS {
            let has = |text: &&String| text.contains(open) && text.contains(close);
            assert!(texts.iter().filter(has).count() > 40, "{open} {close}");
        }
    }

    #[test]
    fn a_line_is_json() {
        assert_eq!(line(7, "\"a\\\n\0é"), r#"{"id":"t0007","text":"\"a\\\u000a\u0000é"}"#);
    }
}
