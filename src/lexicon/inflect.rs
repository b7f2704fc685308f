//! The forms of regular English verbs and nouns, appended to a buffer: the lists are read at a program's
//! start, and some ten thousand short-lived strings were half of the time that took.

/// Third person singular: *says, watches, carries*.
pub(crate) fn third_person(base: &str, form: &mut String) {
    if let Some(stem) = consonant_y_stem(base) {
        return append(form, stem, "ies");
    }
    append(form, base, if ends_in_sibilant(base) || base.ends_with('o') { "es" } else { "s" });
}

/// Past tense and participle of a regular verb: *walked, carried, argued*; *admitted* where the last
/// letter `doubles`.
pub(crate) fn past(base: &str, doubles: bool, form: &mut String) {
    if doubles {
        append_doubled(form, base);
        form.push_str("ed");
    } else if let Some(stem) = consonant_y_stem(base) {
        append(form, stem, "ied");
    } else {
        append(form, base, if base.ends_with('e') { "d" } else { "ed" });
    }
}

/// The *-ing* form: *saying, arguing, lying, agreeing, admitting*.
pub(crate) fn present_participle(base: &str, doubles: bool, form: &mut String) {
    if doubles {
        append_doubled(form, base);
        return form.push_str("ing");
    }
    if let Some(stem) = base.strip_suffix("ie") {
        return append(form, stem, "ying");
    }
    let keeps_e = ["ee", "oe", "ye"].iter().any(|end| base.ends_with(end)) || base.len() < 3;
    match base.strip_suffix('e') {
        Some(stem) if !keeps_e => append(form, stem, "ing"),
        _ => append(form, base, "ing"),
    }
}

/// The plural of a noun by rule: *critics, parties, churches*.
pub(crate) fn plural(noun: &str, form: &mut String) {
    if let Some(stem) = noun.strip_suffix("man") {
        return append(form, stem, "men");
    }
    if let Some(stem) = consonant_y_stem(noun) {
        return append(form, stem, "ies");
    }
    append(form, noun, if ends_in_sibilant(noun) { "es" } else { "s" });
}

fn append(form: &mut String, stem: &str, ending: &str) {
    form.push_str(stem);
    form.push_str(ending);
}

fn append_doubled(form: &mut String, base: &str) {
    form.push_str(base);
    form.extend(base.chars().next_back());
}

fn ends_in_sibilant(word: &str) -> bool {
    ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end))
}

/// *carr* of *carry*; nothing of *say*.
fn consonant_y_stem(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| stem.ends_with(|letter: char| !"aeiou".contains(letter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rule: impl Fn(&mut String)) -> String {
        let mut form = String::new();
        rule(&mut form);
        form
    }

    #[test]
    fn regular_forms_follow_the_spelling_rules() {
        for (base, doubles, third, past_form, ing) in [
            ("say", false, "says", "sayed", "saying"),
            ("argue", false, "argues", "argued", "arguing"),
            ("deny", false, "denies", "denied", "denying"),
            ("admit", true, "admits", "admitted", "admitting"),
            ("agree", false, "agrees", "agreed", "agreeing"),
            ("stress", false, "stresses", "stressed", "stressing"),
            ("vie", false, "vies", "vied", "vying"),
        ] {
            assert_eq!(written(|form| third_person(base, form)), third);
            assert_eq!(written(|form| past(base, doubles, form)), past_form);
            assert_eq!(written(|form| present_participle(base, doubles, form)), ing);
        }
        for (noun, many) in [
            ("spokeswoman", "spokeswomen"),
            ("secretary", "secretaries"),
            ("coach", "coaches"),
            ("day", "days"),
        ] {
            assert_eq!(written(|form| plural(noun, form)), many);
        }
    }
}
