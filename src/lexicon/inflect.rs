//! The forms of a regular English verb.

/// Third person singular: *says, watches, carries*.
pub(crate) fn third_person(base: &str) -> String {
    if ends_in_consonant_y(base) {
        return format!("{}ies", &base[..base.len() - 1]);
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| base.ends_with(end));
    format!("{base}{}", if sibilant { "es" } else { "s" })
}

/// Past tense and participle of a regular verb: *walked, carried, argued*; *admitted* where the last
/// letter `doubles`.
pub(crate) fn past(base: &str, doubles: bool) -> String {
    if doubles {
        return format!("{base}{}ed", &base[base.len() - 1..]);
    }
    if ends_in_consonant_y(base) {
        return format!("{}ied", &base[..base.len() - 1]);
    }
    format!("{base}{}", if base.ends_with('e') { "d" } else { "ed" })
}

/// The *-ing* form: *saying, arguing, lying, agreeing, admitting*.
pub(crate) fn present_participle(base: &str, doubles: bool) -> String {
    if doubles {
        return format!("{base}{}ing", &base[base.len() - 1..]);
    }
    if let Some(stem) = base.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    let keeps_e = ["ee", "oe", "ye"].iter().any(|end| base.ends_with(end)) || base.len() < 3;
    match base.strip_suffix('e') {
        Some(stem) if !keeps_e => format!("{stem}ing"),
        _ => format!("{base}ing"),
    }
}

/// The plural of a noun by rule: *critics, parties, churches*.
pub(crate) fn plural(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix("man") {
        return format!("{stem}men");
    }
    if ends_in_consonant_y(noun) {
        return format!("{}ies", &noun[..noun.len() - 1]);
    }
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|end| noun.ends_with(end));
    format!("{noun}{}", if sibilant { "es" } else { "s" })
}

fn ends_in_consonant_y(word: &str) -> bool {
    let mut letters = word.chars().rev();
    letters.next() == Some('y') && letters.next().is_some_and(|letter| !"aeiou".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(third_person(base), third);
            assert_eq!(past(base, doubles), past_form);
            assert_eq!(present_participle(base, doubles), ing);
        }
        assert_eq!(plural("spokeswoman"), "spokeswomen");
        assert_eq!(plural("secretary"), "secretaries");
        assert_eq!(plural("coach"), "coaches");
    }
}
