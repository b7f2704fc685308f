//! Ties each quoted span to a source, within its sentence.
//!
//! In: the rows of a sentence and its quoted spans. Out: a [`Link`] for each span that a rule of the table
//! reads, with the rule's name. `scene.rs` is what a rule sees, `rules.rs` the table, whose order is the
//! order in which rules are tried, `after.rs`, `before.rs`, `label.rs` and `viewpoint.rs` the rules'
//! questions, `usage.rs` what quoted words are used for that nobody says.

mod after;
mod before;
mod label;
mod noun;
pub(crate) mod rules;
mod scene;
mod usage;
mod viewpoint;

use crate::answer::quote::CueStatus;
use crate::answer::rule::Entry;
use crate::grammar::rows::{Row, SubjectPlace};

pub(crate) use rules::{FLOW, RULES};
pub(crate) use scene::Scene;
pub(crate) use usage::{is_speech, usage, use_of};
pub(crate) use viewpoint::{Viewpoint, viewpoint};

/// Whether a rule of the crate has this name.
pub(crate) fn is_rule(name: &str) -> bool {
    let linked = RULES.iter().map(|rule| &rule.entry);
    linked.chain(&FLOW).chain(&crate::attribution::content::INDIRECT).any(|entry| entry.name == name)
}

/// A source and cue for a quoted span.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    pub(crate) rule: &'static Entry,
    /// The items of the source.
    pub(crate) source: (usize, usize),
    /// The tokens of the cue.
    pub(crate) cue: Option<(u32, u32)>,
    /// The row of the cue, counted from the sentence's first.
    pub(crate) row: Option<usize>,
    pub(crate) status: CueStatus,
    /// The items of a nearer speaker, whom the source reports: *Ray* in *Lee said Ray called it “…”*.
    pub(crate) inner: Option<(usize, usize)>,
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// What a question answers: the source's items, the cue's tokens, the row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answer {
    pub(crate) source: (usize, usize),
    pub(crate) cue: Option<(u32, u32)>,
    pub(crate) row: Option<usize>,
    pub(crate) status: CueStatus,
}

/// The link of the first rule that answers for the quoted span of `scene`.
pub(crate) fn link(scene: &Scene<'_>) -> Option<Link> {
    RULES.iter().filter(|rule| rule.when.holds(scene)).find_map(|rule| {
        let Answer { source, cue, row, status } = (rule.asks)(scene)?;
        let inner = row.and_then(|row| inner_speaker(scene, row, source.0));
        Some(Link { rule: &rule.entry, source, cue, row, status, inner })
    })
}

/// Whose words the quoted span is where the speaker that row `outer` gives only reports them.
fn inner_speaker(scene: &Scene<'_>, outer: usize, source: usize) -> Option<(usize, usize)> {
    let nearer = |(index, _): &(usize, &Row)| *index > outer;
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
) -> impl Iterator<Item = (&'static Entry, bool, Option<Answer>)> + 'a {
    RULES.iter().map(|rule| {
        let asked = rule.when.holds(scene);
        (&rule.entry, asked, if asked { (rule.asks)(scene) } else { None })
    })
}
