//! Who does it: the subject of a verb group. `phrase.rs` says how far a noun phrase reaches, `across.rs` goes
//! over what stands between it and the verb, `nonfinite.rs` reads *to say, saying, called*.

use crate::grammar::items::{Features, ItemKind, VerbForm, VerbGroup};
use crate::lexicon::Classes;

use super::across::{
    across, after_clause, before_relative, contact, loose, over_clause, over_relative, phrase_before,
};
use super::insertion::{insert_after_and, skip_back};
use super::nonfinite::{gerund, infinitive, reduced};
use super::phrase::{chain, forward_chain, is_somebody};
use super::predicate::{Predicate, Subject, SubjectPlace};
use super::shared::{Level, joined_base, level, nearest, shared, shared_by_somebody};
use super::view::View;

/// Whether a form that can be past tense or participle is a participle here: it follows the object of a
/// verb, as in *criticized the accord adopted in Paris*, and the word itself does not report.
pub(super) fn follows_object(view: &View<'_>, verb: usize, group: &VerbGroup) -> bool {
    if group.form != VerbForm::Finite || group.grades.quote >= 2 && !group.naming && group.grades.object < 2 {
        return false;
    }
    let item = view.item(verb).map(|item| item.start as usize);
    let ambiguous = item.and_then(|start| view.tokens.get(start)).is_some_and(|token| {
        token.classes.all(Classes::VERB_PAST.with(Classes::VERB_PARTICIPLE)) && !token.has(Classes::AUXILIARY)
    });
    if !ambiguous {
        return false;
    }
    // "often labelled a “sham” by Lee": the verb has no object of its own
    if group.grades.object >= 2 && is_named_by_agent(view, verb) {
        return true;
    }
    // "messages deemed “secret”": what calls something so needs it, and does not have it after
    let reports = group.grades.quote >= 2 && !group.naming;
    if reports && view.kind(verb + 1) != Some(ItemKind::Quoted) {
        return false;
    }
    let at = skip_back(view, verb);
    if at <= view.first || !view.is_subject_phrase(at - 1) || view.kind(at - 1) == Some(ItemKind::Pronoun) {
        return false;
    }
    // "by a user labelled “Red”"
    let needs_object = group.grades.object >= 2 && view.kind(verb + 1) == Some(ItemKind::Quoted);
    if needs_object && view.word(at.saturating_sub(2)) == view.lexicon.known.by {
        return true;
    }
    // "in the spot titled “Storm”"
    if group.naming && view.kind(verb + 1) == Some(ItemKind::Quoted) && !is_somebody(view, at - 1) {
        return true;
    }
    let phrase = chain(view, at - 1, SubjectPlace::Before);
    let before = phrase.first.checked_sub(1).filter(|before| *before >= view.first);
    before.and_then(|before| view.group(before)).is_some_and(|governor| {
        governor.grades.bare == 0
            && !governor.bare_auxiliary
            && over_clause(view, governor.item as usize).is_none()
    })
}

/// *labelled “a sham” by Lee*, *described as a “sham” by Lee*: nothing but *as* and *a* before the quoted span.
fn is_named_by_agent(view: &View<'_>, verb: usize) -> bool {
    let mut at = verb + 1;
    if view.word(at) == view.lexicon.known.as_ {
        at += 1;
    }
    if view.item(at).is_some_and(|item| item.features.has(Features::HEADLESS)) {
        at += 1;
    }
    view.kind(at) == Some(ItemKind::Quoted)
        && view.word(at + 1) == view.lexicon.known.by
        && view.is_noun_phrase(at + 2)
}

/// The grammatical subject of the verb group at item `verb`; `parent` is the row in whose complement it
/// stands.
pub(super) fn grammatical_subject(
    view: &View<'_>,
    verb: usize,
    group: &VerbGroup,
    rows: &[Predicate],
    parent: Option<usize>,
) -> Option<Subject> {
    match group.form {
        VerbForm::Infinitive => infinitive(view, verb, rows),
        VerbForm::Gerund => gerund(view, verb, rows, parent),
        VerbForm::Participle => reduced(view, verb).or_else(|| shared(rows, Level::Main)),
        VerbForm::Finite | VerbForm::Base => finite(view, verb, group, rows, parent),
    }
}

fn finite(
    view: &View<'_>,
    verb: usize,
    group: &VerbGroup,
    rows: &[Predicate],
    parent: Option<usize>,
) -> Option<Subject> {
    let at = skip_back(view, verb);
    let Some(kind) = view.kind_before(at) else { return inverted(view, verb, group) };
    let subject = match kind {
        ItemKind::Relative => Some(Subject::one(at - 1, SubjectPlace::Before)),
        ItemKind::That => that(view, at - 1),
        ItemKind::Coordinator if group.form == VerbForm::Base => {
            joined_base(rows).or_else(|| shared_by_somebody(view, rows, level(group, parent)))
        }
        ItemKind::Coordinator => nearest(view, at - 1, rows, parent)
            .or_else(|| shared_by_somebody(view, rows, level(group, parent))),
        ItemKind::Comma | ItemKind::Dash => match insert_after_and(view, at - 1) {
            true => shared_by_somebody(view, rows, level(group, parent)),
            false => across(view, at - 1),
        },
        // "Lee, author of “Dry Land,” put it"
        ItemKind::Quoted if at > view.first + 1 && view.ends_in_comma(at - 1) => {
            return behind_quoted(view, at - 1, verb, group, rows);
        }
        // "a spokesman for “Dry Land” said"
        ItemKind::Quoted
            if at > view.first + 2
                && view.kind(at - 2) == Some(ItemKind::Preposition)
                && view.is_subject_phrase(at - 3) =>
        {
            phrase_before(view, at - 3, rows).map(|subject| Subject { end: at, ..subject })
        }
        ItemKind::Time => leading_time(view, at - 1, rows),
        ItemKind::Verb if group.grades.quote >= 2 => after_clause(view, at - 1),
        // "some of them said"
        kind if kind.is_noun_phrase() && is_part_of_them(view, at - 1) => {
            Some(chain(view, at - 1, SubjectPlace::Before))
        }
        // "heard her say", "made him call"
        kind if kind.is_noun_phrase() && group.form == VerbForm::Base && is_object_of_verb(view, at - 1) => {
            Some(Subject::one(at - 1, SubjectPlace::Before))
        }
        // "heard Lee say"
        kind if kind.is_noun_phrase() && disagrees(view, group, at - 1) => {
            Some(Subject::one(at - 1, SubjectPlace::Before))
        }
        kind if kind.is_noun_phrase() && view.is_subject_phrase(at - 1) => phrase_before(view, at - 1, rows),
        _ => None,
    };
    let comma = (kind == ItemKind::Comma).then(|| at - 1);
    let subject = subject.or_else(|| inverted(view, verb, group));
    subject.or_else(|| comma.and_then(|comma| loose(view, comma))).or_else(|| {
        // "Lee, who won, and whose …, said" and the like fall back to the sentence's subject
        matches!(kind, ItemKind::Comma | ItemKind::Adverb)
            .then(|| shared(rows, level(group, parent)))
            .flatten()
            .map(|subject| if comma.is_some() { over_relative(view, subject) } else { subject })
    })
}

/// The subject of a verb behind the quoted span at `quoted` that ends in a comma.
fn behind_quoted(
    view: &View<'_>,
    quoted: usize,
    verb: usize,
    group: &VerbGroup,
    rows: &[Predicate],
) -> Option<Subject> {
    // "Lee, citing “the mood,” said rates would fall"
    let reports = is_governed(view, quoted) && opens_clause(view, verb + 1);
    // "“…,” said Ray", but "Lee, who was in “Dry Land,” posted the clip"
    if group.grades.quote >= 3 && !reports {
        return inverted(view, verb, group).or_else(|| across(view, quoted));
    }
    let joined = || if reports { shared(rows, Level::Main) } else { None };
    across(view, quoted).or_else(joined).or_else(|| inverted(view, verb, group))
}

/// *them* in *some of them, one of us*.
fn is_part_of_them(view: &View<'_>, at: usize) -> bool {
    if is_beside_them(view, at) {
        return true;
    }

    let object = view
        .item(at)
        .is_some_and(|item| item.kind == ItemKind::Pronoun && item.features.has(Features::OBJECT_FORM));
    object
        && at >= view.first + 2
        && view.word(at - 1) == view.lexicon.known.of
        && view.is_subject_phrase(at - 2)
        && matches!(view.kind(at - 2), Some(ItemKind::Pronoun | ItemKind::Phrase))
}

/// *her* in *a person close to her*, *people around them*.
fn is_beside_them(view: &View<'_>, at: usize) -> bool {
    let object = view
        .item(at)
        .is_some_and(|item| item.kind == ItemKind::Pronoun && item.features.has(Features::OBJECT_FORM));
    object && view.kind_before(at) == Some(ItemKind::Preposition) && {
        let first = chain(view, at, SubjectPlace::Before).first;
        first < at - 1 && view.kind(first) == Some(ItemKind::Nominal) && first == view.first
    }
}

/// *him* after a verb.
fn is_object_of_verb(view: &View<'_>, at: usize) -> bool {
    let item = view.item(at);
    item.is_some_and(|item| item.kind == ItemKind::Pronoun && item.features.has(Features::OBJECT_FORM))
        && view.kind_before(at) == Some(ItemKind::Verb)
}

/// *Lee say* after a verb: a base form whose subject is no plural.
fn disagrees(view: &View<'_>, group: &VerbGroup, at: usize) -> bool {
    let main = view.tokens.get(group.main as usize);
    let base = main.is_some_and(|main| {
        main.has(Classes::VERB_BASE) && !main.has(Classes::FINITE) && group.cue_end == group.main + 1
    });
    // "heard the Rabbit say", but "said the council say"
    let reported = || at.checked_sub(1).and_then(|at| view.group(at)).is_none_or(|verb| verb.grades.bare > 0);
    let alone = || {
        view.item(at).is_some_and(|item| {
            matches!(item.kind, ItemKind::Name | ItemKind::Nominal)
                && !item.features.has(Features::PLURAL.with(Features::POSSESSOR))
                && !(item.features.has(Features::ORGANISATION) && reported())
        })
    };
    let first =
        |group: &VerbGroup| view.item(group.item as usize).is_some_and(|item| item.start == group.main);
    base && first(group) && view.kind_before(at) == Some(ItemKind::Verb) && alone()
}

/// Whether the quoted words at `at` stand in a phrase or after a verb: *citing “…”*, *a “…”*.
fn is_governed(view: &View<'_>, at: usize) -> bool {
    view.kind_before(at)
        .is_some_and(|kind| matches!(kind, ItemKind::Verb | ItemKind::Preposition) || kind.is_noun_phrase())
}

/// Whether a noun phrase and its finite verb stand at `at`, nothing but *of* phrases between.
fn opens_clause(view: &View<'_>, at: usize) -> bool {
    if !view.is_subject_phrase(at) {
        return false;
    }
    let mut next = at + 1;
    while view.kind(next) == Some(ItemKind::Preposition) && view.is_noun_phrase(next + 1) {
        next += 2;
    }
    view.is_finite(next)
}

/// *on Tuesday* before the verb: the phrase before the preposition.
fn leading_time(view: &View<'_>, time: usize, rows: &[Predicate]) -> Option<Subject> {
    let preposition = view.kind_before(time)? == ItemKind::Preposition;
    let end = if preposition { time - 1 } else { time };
    if end > view.first && view.is_subject_phrase(end - 1) {
        return phrase_before(view, end - 1, rows);
    }
    match view.kind_before(end) {
        // "Lee freed the money and on Monday announced"
        Some(ItemKind::Coordinator) => shared(rows, Level::Main),
        Some(ItemKind::Comma) => across(view, end - 1),
        // "Lee (Ohio) on Monday said"
        Some(ItemKind::CloseBracket) => {
            let open = view.open_bracket(end - 1)?;
            let last = open.checked_sub(1).filter(|last| *last >= view.first)?;
            view.is_subject_phrase(last).then(|| chain(view, last, SubjectPlace::Before))
        }
        // "a poll released on Monday showed"
        Some(ItemKind::Verb) => over_clause(view, end - 1).or_else(|| contact(view, end - 1)),
        // "people I have spoken with over the winter said"
        Some(ItemKind::Preposition) if view.kind_before(end - 1) == Some(ItemKind::Verb) => {
            contact(view, end - 2)
        }
        // "the men who wrote to her on Monday say"
        Some(ItemKind::Pronoun) => before_relative(view, end),
        _ => None,
    }
}

/// *that* before a verb is a relative pronoun after a noun phrase, else it points.
fn that(view: &View<'_>, at: usize) -> Option<Subject> {
    // "a moment that" may be read as a time
    if at > view.first && (view.is_subject_phrase(at - 1) || view.kind(at - 1) == Some(ItemKind::Time)) {
        return Some(Subject::one(at, SubjectPlace::Across));
    }
    Some(Subject::one(at, SubjectPlace::Before))
}

/// *said Lee*, after a quotation, a comma or at the start.
fn inverted(view: &View<'_>, verb: usize, group: &VerbGroup) -> Option<Subject> {
    // "…, say experts,"
    let say = || {
        group.form == VerbForm::Base
            && group.grades.parenthetical >= 3
            && view.item(verb + 1).is_some_and(|item| item.features.has(Features::PLURAL))
    };
    let comma = view.kind_before(verb) == Some(ItemKind::Comma);
    let after_quoted = view.kind_before(verb) == Some(ItemKind::Quoted)
        || comma && view.kind_before(verb - 1) == Some(ItemKind::Quoted);
    // "…," mourned Lee: a comma inside the marks lets any verb follow
    let any =
        || after_quoted && !comma && !group.copular && verb == view.first + 1 && view.ends_in_comma(verb - 1);
    if group.form != VerbForm::Finite && !say() || group.passive || group.grades.best() == 0 && !any() {
        return None;
    }
    // after a quotation or at the start; after another comma only a verb that tags speech without marks
    let tag = match view.kind_before(verb) {
        Some(ItemKind::Comma) if view.kind_before(verb - 1) != Some(ItemKind::Quoted) => {
            group.grades.parenthetical >= 2
        }
        Some(kind) if kind.is_noun_phrase() => false,
        _ => true,
    };
    if !tag {
        return None;
    }
    let at =
        view.over_adverbs(after_particle(view, group, verb + 1).filter(|_| after_quoted).unwrap_or(verb + 1));
    // "put it"
    let called = || after_quoted && is_called_as_time(view, at);
    if !view.is_subject_phrase(at) && !called() || view.word(at) == view.lexicon.known.it {
        return None;
    }
    // "…," came the answer
    if group.grades.best() == 0 && view.item(at).is_some_and(|item| item.features.has(Features::CUE)) {
        return None;
    }
    let end = forward_chain(view, at);
    // "…, told the court"; but "Fares will rise, warned campaigners"
    let hearer = group.grades.prepositions.takes_hearer() && comma && !after_quoted;
    if hearer && !(group.grades.bare < 3 && closes_sentence(view, end)) {
        return None;
    }
    // "…, said rates would fall": the phrase is the subject of what is said
    let clause = view.group(end).is_some_and(|next| next.form == VerbForm::Finite);
    if comma && !after_quoted && clause && group.grades.bare >= 2 {
        return None;
    }
    Some(Subject { first: at, end, place: SubjectPlace::Inverted })
}

/// Whether nothing follows at `at` but what is said of the phrase before: *campaigners.*, *Lee, who owns it*.
fn closes_sentence(view: &View<'_>, at: usize) -> bool {
    match view.kind(at) {
        None | Some(ItemKind::Stop) => true,
        Some(ItemKind::Comma) => view.kind(at + 1) == Some(ItemKind::Relative),
        _ => false,
    }
}

/// *“…,” put in Lee*, *“…,” broke in Lee*: behind the words that belong to the verb.
fn after_particle(view: &View<'_>, group: &VerbGroup, next: usize) -> Option<usize> {
    let phrase = view.item(next).is_some_and(|item| item.end <= group.cue_end);
    // "…," carried in the tray
    let somebody = view.item(next + 1).is_some_and(|item| {
        matches!(item.kind, ItemKind::Name | ItemKind::Pronoun) || item.features.has(Features::PERSON)
    });
    (phrase || view.lexicon.known.is_particle(view.word(next)) && somebody).then_some(next + 1)
}

/// *“…,” said May, smiling*: a month or day that does what only persons do.
fn is_called_as_time(view: &View<'_>, at: usize) -> bool {
    let calendar = Classes::MONTH.with(Classes::WEEKDAY);
    view.item(at).is_some_and(|item| item.kind == ItemKind::Time && item.end == item.start + 1)
        && view.has(at, calendar)
}

/// *by Lee* after a passive.
pub(super) fn agent(view: &View<'_>, verb: usize, group: &VerbGroup) -> Option<Subject> {
    if !group.passive {
        return None;
    }
    let known = &view.lexicon.known;
    for at in verb + 1..verb + 8 {
        match view.kind(at)? {
            ItemKind::Preposition if view.word(at) == known.by => {
                return view.is_noun_phrase(at + 1).then(|| Subject {
                    first: at + 1,
                    end: forward_chain(view, at + 1),
                    place: SubjectPlace::Agent,
                });
            }
            // "was called “a shame” by Lee"
            ItemKind::Quoted if view.word(at + 1) == known.by => {}
            ItemKind::Verb | ItemKind::Comma | ItemKind::That | ItemKind::Quoted | ItemKind::Stop => {
                return None;
            }
            _ => {}
        }
    }
    None
}
