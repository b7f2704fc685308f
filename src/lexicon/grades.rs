//! Reads the grades of a verb: `q3 t2 written`.

use super::verb::Grades;

/// Reads the grades of a verb, and how it says what it reports: `q3 t2 written`.
pub(crate) fn parse_grades(line: &str) -> Result<Grades, String> {
    let mut grades = Grades::default();
    for field in line.split_ascii_whitespace() {
        grade_or_tone(field, &mut grades)?;
    }
    Ok(grades)
}

/// Reads `q3` and the like, or `written`.
pub(super) fn grade_or_tone(field: &str, grades: &mut Grades) -> Result<(), String> {
    grade(field, grades).or_else(|problem| grades.tone.tag(field).ok_or(problem))
}

/// Reads `q3` and the like.
pub(super) fn grade(field: &str, grades: &mut Grades) -> Result<(), String> {
    let [letter, number @ b'0'..=b'3'] = field.as_bytes() else {
        return Err(no_grade(field));
    };
    let place = match letter {
        b'q' => &mut grades.quote,
        b't' => &mut grades.that,
        b'b' => &mut grades.bare,
        b'i' => &mut grades.infinitive,
        b'o' => &mut grades.object,
        b'w' => &mut grades.wh,
        b'p' => &mut grades.parenthetical,
        _ => return Err(no_grade(field)),
    };
    *place = number - b'0';
    Ok(())
}

fn no_grade(field: &str) -> String {
    format!("{field:?} is no grade: write a letter of q t b i o w p and 0 to 3")
}
