//! Speech without quotation marks: the verbs, tags and *according to* of a sentence.

use crate::answer::manner::{Form, Manner, Mode, Stance};
use crate::answer::nested::Nested;
use crate::answer::quote::CueStatus;
use crate::grammar::block::Block;
use crate::grammar::items::{Features, ItemKind, Kinds, Sentence, VerbForm};
use crate::grammar::rows::{
    ComplementKind, Predicate, SubjectPlace, View, clause_at, holds_main_clause, verb_clause_at,
};
use crate::lexicon::{Classes, Lexicon};

use super::draft::{Draft, mention_of};
use super::finding::{Cover, Finding, keep};
use super::manner::{self, has_predicate};
use super::place::{NEAR, has_verb, quoted_between, sentence_end};
use super::rules::Indirect;
use super::{adjective, noun};

/// The least grade of a verb with its complement.
const LEAST: u8 = 2;

/// What the readings of a sentence's indirect speech are collected in; emptied for each.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    findings: Vec<Finding>,
    covers: Vec<Cover>,
}

/// What a caller wants of indirect speech.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) nested: Nested,
    /// What is only spoken of, and attitudes, too.
    pub(crate) topics: bool,
}

/// Appends what the rows of `sentence` report without marks; `used` are the rows that quoted spans have.
#[expect(
    clippy::too_many_arguments,
    reason = "a sentence with all that is known of it, and where to put the answer"
)]
pub(crate) fn indirect(
    block: &Block,
    sentence: &Sentence,
    lexicon: &Lexicon,
    rows: &[Predicate],
    used: impl Fn(usize) -> bool,
    asked: Wanted,
    scratch: &mut Scratch,
    drafts: &mut Vec<Draft>,
) {
    let view = View::of(&block.chunks, &block.tokens, sentence, lexicon);
    let Scratch { findings, covers } = scratch;
    findings.clear();
    covers.clear();
    for (index, row) in rows.iter().enumerate() {
        let complement = row.complement;
        if used(index) {
            covers.push(Cover { first: complement.start, end: complement.end });
            continue;
        }
        findings.extend(verb(block, &view, row));
    }
    if view.holds.has(ItemKind::AccordingTo) {
        findings.extend(according_to(block, &view));
    }
    findings.extend(colon(block, &view, rows));
    if view.holds.has_cue_noun() {
        noun::read(block, &view, rows, findings);
    }
    if !asked.topics {
        findings.retain(|finding| finding.manner.form == Form::Clause);
    }
    keep(block, findings, covers, asked.nested, drafts);
}

fn verb(block: &Block, view: &View<'_>, row: &Predicate) -> Option<Finding> {
    if row.group.copular || row.group.passive {
        if let Some(finding) = adjective::read(block, view, row) {
            return Some(finding);
        }
    }
    row.subject?;
    // every rule below asks for a grade
    if !row.group.grades.are_any() {
        return None;
    }
    clause(block, view, row)
        .or_else(|| passive(block, view, row))
        .or_else(|| gap(block, view, row))
        .or_else(|| object_gap(block, view, row))
        .or_else(|| tag(block, view, row))
}

fn of_row(
    block: &Block,
    view: &View<'_>,
    row: &Predicate,
    rule: Indirect,
    content: [(usize, usize); 2],
) -> Option<Finding> {
    let subject = row.subject?;
    let main = row.group.main as usize;
    let manner = manner::of_row(view, row, subject.first);
    let object = matches!(rule, Indirect::Passive | Indirect::ObjectGap);
    // "The road, she told the court, was shut": the hearer is no topic
    let form = match rule {
        Indirect::Tag | Indirect::AsTag => Form::Clause,
        _ if object => manner::of_object(row.group.grades.tone),
        _ => manner.form,
    };
    Some(Finding {
        rule,
        source: (rule != Indirect::Unnamed)
            .then(|| mention_of(block, subject.first, view.over_apposition(subject.first, subject.end))),
        at: row.item(),
        cue: (main, row.group.cue_end as usize),
        content,
        status: row.group.status,
        manner: Manner { form, ..manner },
    })
}

/// *X said that …* and the other complements.
fn clause(block: &Block, view: &View<'_>, row: &Predicate) -> Option<Finding> {
    let rule = match row.complement.kind {
        ComplementKind::That => Indirect::That,
        ComplementKind::Bare => Indirect::Bare,
        ComplementKind::Wh => Indirect::Wh,
        ComplementKind::Infinitive => Indirect::Infinitive,
        ComplementKind::Object => Indirect::Object,
        ComplementKind::About => Indirect::About,
        ComplementKind::Quotation | ComplementKind::None => return None,
    };
    let agent = row.subject.is_some_and(|subject| subject.place == SubjectPlace::Agent);
    let rule = if row.group.passive && !agent { Indirect::Unnamed } else { rule };
    // "hopes to support him": an aim is no report, and an object after the source no object
    let phrase = matches!(row.complement.kind, ComplementKind::Object | ComplementKind::About);
    let aim = row.group.form == VerbForm::Infinitive && row.grade() < 3;
    let inverted = row.subject.is_some_and(|subject| subject.place == SubjectPlace::Inverted);
    if phrase && (aim || inverted) {
        return None;
    }
    if grade(view, row, row.grade()) < LEAST || rule == Indirect::Unnamed && !leaves_open(view, row) {
        return None;
    }
    let complement = row.complement;
    // "called a cab", "named a successor", "called them for a price": without what it is called nothing is said of it
    let object = match complement.kind {
        ComplementKind::Object => row.group.cue_end == row.group.main + 1,
        ComplementKind::About => complement.start == row.item() + 1,
        _ => false,
    };
    let names = row.group.naming && object;
    if names && !has_predicate(view, complement.start, complement.end) {
        return None;
    }
    if quoted_between(view, complement.start, complement.end) && row.complement.kind == ComplementKind::Object
    {
        return None;
    }
    of_row(block, view, row, rule, [(complement.start, complement.end), (0, 0)])
}

/// *I was told that it was shut, It is said that he won, She was asked to stay*: what somebody says, whoever that is.
fn leaves_open(view: &View<'_>, row: &Predicate) -> bool {
    let (grades, tone) = (row.group.grades, row.group.grades.tone);
    let it = || row.subject.is_some_and(|subject| view.word(subject.first) == view.lexicon.known.it);
    match row.complement.kind {
        ComplementKind::That | ComplementKind::Bare | ComplementKind::Wh => {
            let says = grades.quote >= 2 || grades.prepositions.takes_hearer();
            says && tone.mode != Mode::Thought || grades.that >= 3 && !row.group.naming && it()
        }
        // "was expected to win" is no report, "was told to leave" is
        ComplementKind::Infinitive => {
            grades.infinitive >= LEAST && matches!(tone.stance_to, Stance::Ordered | Stance::Asked)
        }
        _ => false,
    }
}

/// The grade of a verb here: where a document does it, a verb that may report does report.
fn grade(view: &View<'_>, row: &Predicate, grade: u8) -> u8 {
    let document = row
        .subject
        .and_then(|subject| view.item(subject.first))
        .is_some_and(|item| item.features.has(Features::DOCUMENT));
    if document && grade > 0 { grade + 1 } else { grade }
}

/// *The referee was criticized by X*.
fn passive(block: &Block, view: &View<'_>, row: &Predicate) -> Option<Finding> {
    let subject = row.subject.filter(|subject| subject.place == SubjectPlace::Agent)?;
    let grammatical_subject =
        row.grammatical_subject.filter(|grammatical_subject| grammatical_subject.first != subject.first)?;
    if row.group.grades.object < LEAST {
        return None;
    }
    of_row(
        block,
        view,
        row,
        Indirect::Passive,
        [(grammatical_subject.first, grammatical_subject.end), (0, 0)],
    )
}

/// *The match, which X said was lost*.
fn gap(block: &Block, view: &View<'_>, row: &Predicate) -> Option<Finding> {
    let subject = row.subject.filter(|subject| subject.place == SubjectPlace::Before)?;
    let next = row.item() + 1;
    let opened = view.kind_before(subject.first)?;
    let relative = matches!(opened, ItemKind::Relative | ItemKind::That) || opened.is_noun_phrase();
    let finite = view.is_finite(next);
    if row.group.grades.bare < LEAST || !relative || !finite || row.group.form != VerbForm::Finite {
        return None;
    }
    let end = crate::grammar::rows::clause_end(view, &row.group, row.subject, next);
    // "which X said was lost": the relative word, or the noun that stands there, belongs to what is said
    let opener = if view.kind(subject.first) == Some(ItemKind::Relative) {
        (0, 0)
    } else {
        (subject.first - 1, subject.first)
    };
    of_row(block, view, row, Indirect::Relative, [opener, (next, end)])
}

/// *a claim X denied*, *the offer, which X rejected, …*: what is reported stands before the clause that it is
/// the object of.
fn object_gap(block: &Block, view: &View<'_>, row: &Predicate) -> Option<Finding> {
    let subject = row.subject.filter(|subject| subject.place == SubjectPlace::Before)?;
    let speaks = view.is_subject_phrase(subject.first) && row.group.form == VerbForm::Finite;
    let open = matches!(row.complement.kind, ComplementKind::None) && !row.group.passive;
    if row.group.grades.object < LEAST || !speaks || !open || !is_closed(view, row.item() + 1) {
        return None;
    }
    let mut end = subject.first;
    if matches!(view.kind_before(end), Some(ItemKind::Relative | ItemKind::That)) {
        end -= 1;
        if view.kind_before(end) == Some(ItemKind::Comma) {
            end -= 1;
        }
    }
    let last = end.checked_sub(1).filter(|last| view.is_subject_phrase(*last))?;
    // "the place he likes" is no report; "a claim he denied" and "…, a war he opposed" are
    let beside = view.item(last)?.features.has(Features::INDEFINITE)
        && matches!(view.kind_before(last), Some(ItemKind::Comma | ItemKind::Dash));
    (view.item(last)?.features.has(Features::CUE) || beside)
        .then(|| of_row(block, view, row, Indirect::ObjectGap, [(last, end), (0, 0)]))?
}

/// Whether nothing that a verb could take stands at `at`.
fn is_closed(view: &View<'_>, at: usize) -> bool {
    !matches!(view.kind(at), Some(ItemKind::Preposition | ItemKind::Colon | ItemKind::Other))
}

/// *The match, X said, was lost*; *…, X said*; *As X said, …*.
fn tag(block: &Block, view: &View<'_>, row: &Predicate) -> Option<Finding> {
    let subject = row.subject?;
    let place = matches!(subject.place, SubjectPlace::Before | SubjectPlace::Across | SubjectPlace::Inverted);
    if row.group.form != VerbForm::Finite
        || grade(view, row, row.group.grades.parenthetical) < LEAST
        || !place
    {
        return None;
    }
    let mut first = subject.first.min(row.item());
    let mut rule = Indirect::Tag;
    if view.kind_before(first).is_some() && view.word(first - 1) == view.lexicon.known.as_ {
        first -= 1;
        rule = Indirect::AsTag;
    }
    let opens = first == view.first && rule == Indirect::AsTag;
    if !opens && !matches!(view.kind_before(first), Some(ItemKind::Comma | ItemKind::Dash)) {
        return None;
    }
    let close = tag_end(view, subject.end.max(row.item() + 1));
    let after = match view.kind(close) {
        None | Some(ItemKind::Stop | ItemKind::Dash) => (0, 0),
        // "It was one thing, Lee said; the other was harder": the second clause is his too, unless it has its own tag
        Some(ItemKind::Semicolon) => {
            let end = sentence_end(view);
            let tagged = (close..end).any(|at| {
                let reports = view.group(at).is_some_and(|group| group.grades.parenthetical >= 2);
                reports && matches!(view.kind(at + 1), None | Some(ItemKind::Comma | ItemKind::Stop))
            });
            if tagged { (0, 0) } else { (close, end) }
        }
        Some(ItemKind::Comma) => {
            let inverted = subject.place == SubjectPlace::Inverted && subject.end == close;
            after_tag(view, close, inverted, has_verb(view, view.first, first))?
        }
        _ => return None,
    };
    let alone = after == (0, 0) && is_fronted(view, first);
    let says =
        has_verb(view, view.first, first) || has_verb(view, after.0, after.1) || is_headline(view, first);
    if alone || !says || quoted_between(view, view.first, view.end) {
        return None;
    }
    of_row(block, view, row, rule, [(part_start(view, first), first), after])
}

/// Where the clause begins that a tag at `tag` closes: *Ruiz said; some of it, she added, …* has a tag before it.
fn part_start(view: &View<'_>, tag: usize) -> usize {
    let semicolon = (view.first..tag).rev().take(NEAR).find(|at| view.kind(*at) == Some(ItemKind::Semicolon));
    let tagged = semicolon.filter(|at| {
        let said = at.checked_sub(1).and_then(|said| view.group(said));
        said.is_some_and(|said| said.grades.parenthetical >= 2)
    });
    tagged.map_or_else(|| after_opener(view), |at| at + 1)
}

/// What is said behind the comma at `close`, which ends a tag: nothing where a `whole` clause stood before and the writer
/// goes on about who said it or how. `inverted`: who said it stands right before the comma.
fn after_tag(view: &View<'_>, close: usize, inverted: bool, whole: bool) -> Option<(usize, usize)> {
    let next = close + 1;
    let end = sentence_end(view);
    // "…, said Lee, the owner", "…, said Lee, who owns it"
    let who = inverted && view.kind(next) == Some(ItemKind::Relative) || describes(view, next);
    if whole {
        return Some(if who || is_aside(view, next) { (0, 0) } else { (close, end) });
    }
    if inverted && who {
        // "The mill, said Lee, who owns it, was shut"
        let comma = (next..end.min(next + NEAR)).find(|at| view.kind(*at) == Some(ItemKind::Comma));
        return comma.map(|comma| (comma, end));
    }
    Some((close, end))
}

/// Whether what begins at `at` behind a tag tells how it was said, or what others say: *pointing at the door, before
/// leaving, while the council said it was open*.
fn is_aside(view: &View<'_>, at: usize) -> bool {
    let gerund = |at: usize| view.group(at).is_some_and(|group| group.form == VerbForm::Gerund);
    match view.kind(at) {
        Some(ItemKind::Verb) => gerund(at),
        Some(ItemKind::Preposition | ItemKind::Subordinator) if gerund(at + 1) => true,
        Some(ItemKind::Subordinator) => view.word(at) == view.lexicon.known.while_ && clause_at(view, at + 1),
        _ => false,
    }
}

/// Whether a noun phrase without a verb of its own begins at `at`.
fn describes(view: &View<'_>, at: usize) -> bool {
    view.is_noun_phrase(at) && view.kind(at) != Some(ItemKind::Pronoun) && !clause_at(view, at)
}

/// The first item of a sentence behind *Still,* and the like, which is the writer's.
fn after_opener(view: &View<'_>) -> usize {
    let opener =
        view.kind(view.first) == Some(ItemKind::Adverb) && view.kind(view.first + 1) == Some(ItemKind::Comma);
    if opener { view.first + 2 } else { view.first }
}

/// *Ferry to stop in autumn, council says*: headlines leave the form of *be* out.
fn is_headline(view: &View<'_>, end: usize) -> bool {
    view.is_noun_phrase(view.first)
        && (view.first..end.min(view.first + NEAR))
            .any(|at| view.group(at).is_some_and(|group| group.form == VerbForm::Infinitive))
}

/// *When they asked, he laughed*, *Asked about it, he laughed*: what stands before the comma hangs on the verb, unless
/// it is a clause with its subject in front: *selling it was a mistake, what matters is the road*.
fn is_fronted(view: &View<'_>, tag: usize) -> bool {
    let first = view.first;
    let participle = || view.has(first, Classes::VERB_PARTICIPLE) && !view.has(first, Classes::VERB_BASE);
    let hangs = match view.kind(first) {
        Some(ItemKind::Subordinator) => !holds_main_clause(view, first),
        Some(ItemKind::Verb) => view.group(first).is_some_and(|group| {
            group.form != VerbForm::Finite && !verb_clause_at(view, first) || participle()
        }),
        _ => false,
    };
    let comma = view.find((first..tag).take(NEAR), Kinds::NONE, |_, kind| kind == ItemKind::Comma);
    hangs && comma.is_none_or(|comma| comma + 1 == tag)
}

/// The end of a tag: over *on Tuesday*, *in an interview*.
fn tag_end(view: &View<'_>, close: usize) -> usize {
    const PASSED: Kinds = Kinds::of([
        ItemKind::Time,
        ItemKind::Adverb,
        ItemKind::Preposition,
        ItemKind::Name,
        ItemKind::Nominal,
        ItemKind::Pronoun,
        ItemKind::Phrase,
    ]);
    view.over(close, PASSED)
}

/// *According to X, …* and *…, according to X*.
fn according_to(block: &Block, view: &View<'_>) -> Option<Finding> {
    let at = (view.first..view.end).find(|at| view.kind(*at) == Some(ItemKind::AccordingTo))?;
    if !view.is_noun_phrase(at + 1) || quoted_between(view, view.first, view.end) {
        return None;
    }
    let end = view.forward_chain(at + 1);
    let item = view.item(at)?;
    let mut content = [(view.first, at), (0, 0)];
    if at == view.first {
        // "According to polls conducted for the network, …"
        let comma = view.find(end..end + 10, Kinds::NONE, |_, kind| kind == ItemKind::Comma);
        let hangs = comma.is_some_and(|comma| {
            matches!(view.kind(end), Some(ItemKind::Preposition | ItemKind::Time | ItemKind::Adverb))
                && !has_verb(view, end, comma)
                || view.group(end).is_some_and(|group| {
                    group.form != VerbForm::Finite || view.kind(end + 1) == Some(ItemKind::Preposition)
                })
        });
        content[0] = (comma.filter(|_| hangs).unwrap_or(end), sentence_end(view));
    } else if view.kind(end) == Some(ItemKind::Comma) && !has_verb(view, view.first, at) {
        content[1] = (end, sentence_end(view));
    } else if view.kind_before(at - 1) == Some(ItemKind::That) {
        return None;
    }
    Some(Finding {
        rule: Indirect::AccordingTo,
        source: Some(mention_of(block, at + 1, view.over_apposition(at + 1, end))),
        at,
        cue: (item.start as usize, item.end as usize),
        content,
        status: CueStatus::default(),
        manner: manner::of_word(view, item.start as usize, at + 1, Form::Clause),
    })
}

/// *Ruiz: The match was lost*.
fn colon(block: &Block, view: &View<'_>, rows: &[Predicate]) -> Option<Finding> {
    let at = view.first + 1;
    let item = view.item(at).filter(|item| item.kind == ItemKind::Colon)?;
    let source = view.item(view.first)?;
    let speaks = source.kind == ItemKind::Name
        || source.features.has(Features::PERSON.with(Features::ORGANISATION).with(Features::DOCUMENT));
    // "a man who owns or runs a mill", "stir until it is soft": no clause of its own
    let hangs = |at: usize| {
        let before = view.kind_before(at);
        matches!(before, Some(ItemKind::Relative | ItemKind::Coordinator | ItemKind::Subordinator))
    };
    let clause = rows.iter().take(3).any(|row| {
        let finite = row.group.form == VerbForm::Finite;
        finite && row.subject.is_some_and(|subject| !hangs(row.item()) && !hangs(subject.first))
    });
    // "Herald: Town officials announced that": the paper tells what others say
    let retold = rows.first().is_some_and(|row| {
        row.subject.is_some_and(|subject| subject.first == at + 1)
            && row.group.grades.quote >= 3
            && matches!(row.complement.kind, ComplementKind::That | ComplementKind::Bare)
    });
    if !speaks || !clause || retold || quoted_between(view, at, view.end) {
        return None;
    }
    Some(Finding {
        rule: Indirect::Colon,
        source: Some(mention_of(block, view.first, at)),
        at,
        cue: (item.start as usize, item.end as usize),
        content: [(at + 1, sentence_end(view)), (0, 0)],
        status: CueStatus::default(),
        manner: manner::of_word(view, item.start as usize, view.first, Form::Clause),
    })
}
