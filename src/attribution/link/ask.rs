//! Asks the rules of the table, one after the other.

use crate::answer::rule::Entry;
use crate::grammar::rows::{Predicate, SubjectPlace};

use super::answer::{Answer, Link};
use super::rules::{Genres, RULES};
use super::scene::Scene;

/// The link of the first rule that answers for the quoted span of `scene`.
pub(crate) fn link(scene: &Scene<'_>, genres: Genres) -> Option<Link> {
    RULES.iter().filter(|rule| rule.genres.has(genres) && rule.when.holds(scene)).find_map(|rule| {
        let Answer { source, cue, row, status } = (rule.asks)(scene)?;
        let inner = row.and_then(|row| inner_speaker(scene, row, source.0));
        Some(Link { rule: &rule.entry, pattern: rule.pattern, source, cue, row, status, inner })
    })
}

/// Whose words the quoted span is where the speaker that row `outer` gives only reports them.
fn inner_speaker(scene: &Scene<'_>, outer: usize, source: usize) -> Option<(usize, usize)> {
    let nearer = |(index, _): &(usize, &Predicate)| *index > outer;
    let (_, row) = scene.rows_before().take(8).take_while(nearer).find(|(_, row)| {
        let covers = row.complement.start <= scene.at && scene.at < row.complement.end;
        covers && row.has_subject() && row.grade().max(row.group.grades.quote) >= 2
    })?;
    let subject = row.subject.filter(|subject| subject.first != source)?;
    let speaks = row.group.passive && subject.place != SubjectPlace::Agent;
    (!speaks).then_some((subject.first, subject.end))
}

/// What every rule says of the quoted span of `scene`, for those who wonder: whether it is asked at all, and
/// its answer.
pub(crate) fn trials<'a>(
    scene: &'a Scene<'_>,
    genres: Genres,
) -> impl Iterator<Item = (&'static Entry, bool, Option<Answer>)> + 'a {
    RULES.iter().filter(move |rule| rule.genres.has(genres)).map(|rule| {
        let asked = rule.when.holds(scene);
        (&rule.entry, asked, if asked { (rule.asks)(scene) } else { None })
    })
}
