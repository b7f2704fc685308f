//! Verb groups to items.

use crate::lexicon::Classes;

use super::chunker::Chunker;
use super::features::Features;
use super::item::{Item, ItemKind};
use super::verb::{Form, Group, VerbGroup, scan_group};

impl Chunker<'_> {
    pub(super) fn verb_group(&mut self, at: usize, limit: usize) -> usize {
        self.add_verb(scan_group(self.tokens, at, limit, self.context.lexicon), at, limit)
    }

    pub(super) fn add_verb(&mut self, group: Group, at: usize, limit: usize) -> usize {
        let main = self.tokens[group.main];
        let form = if group.form == Form::Finite && self.is_reduced(&group, at, limit) {
            Form::Participle
        } else if group.form == Form::Base && self.has_own_subject() {
            Form::Finite
        } else {
            group.form
        };
        self.chunks.verbs.push(VerbGroup {
            item: self.chunks.items.len() as u32,
            main: group.main as u32,
            cue_end: group.main as u32 + 1,
            grades: self.context.lexicon.grades(main.word),
            form,
            passive: group.passive || form == Form::Participle,
            copular: group.copular,
            bare_auxiliary: group.bare_auxiliary,
            status: group.status,
            naming: main.has(Classes::NAMING),
        });
        let detail = self.chunks.verbs.len() as u32 - 1;
        let (start, end, head) = (at as u32, group.end as u32, group.main as u32);
        self.chunks.items.push(Item {
            kind: ItemKind::Verb,
            features: Features::default(),
            start,
            end,
            head,
            detail,
        });
        group.end
    }

    /// Whether a subject stands before a base form: *many argue*, but not *made him argue*, *let Lee argue*.
    pub(super) fn has_own_subject(&self) -> bool {
        let items = &self.chunks.items;
        let mut before =
            items.iter().rev().skip_while(|item| matches!(item.kind, ItemKind::Adverb | ItemKind::Time));
        let subject = before.next().is_some_and(|item| match item.kind {
            ItemKind::Relative | ItemKind::That => true,
            kind => {
                kind.is_noun_phrase() && !item.features.has(Features::OBJECT_FORM.with(Features::HEADLESS))
            }
        });
        let governor = before.next().filter(|item| item.kind == ItemKind::Verb);
        subject
            && governor.is_none_or(|item| {
                let verb = &self.chunks.verbs[item.detail as usize];
                verb.grades.bare > 0 || verb.grades.that > 0
            })
    }

    /// *the plan announced by Lee*: a past form before *by* that is a participle, not a tense.
    pub(super) fn is_reduced(&self, group: &Group, at: usize, limit: usize) -> bool {
        let by = group.end < limit && self.tokens[group.end].word == self.context.lexicon.known.by;
        if !by {
            return false;
        }
        let token = &self.tokens[at];
        // "…," Lee said by telephone: the subject of a tag
        let items = &self.chunks.items;
        let tag = items.len() >= 2
            && items[items.len() - 2..].iter().any(|item| item.kind == ItemKind::Quoted)
            || items.len() >= 3
                && items[items.len() - 2].kind == ItemKind::Comma
                && items[items.len() - 3].kind == ItemKind::Quoted;
        if tag {
            return false;
        }
        // "Lee responded by saying, by first saying"
        let manner = self.tokens[..limit].get(group.end + 1..).is_some_and(|next| {
            next.iter().find(|next| !next.has(Classes::ADVERB)).is_some_and(|next| {
                next.has(Classes::VERB_ING) && !next.has(Classes::ANY_NOUN.with(Classes::ADJECTIVE))
            })
        });
        !manner && group.main == at && token.has(Classes::VERB_PARTICIPLE) && !token.has(Classes::AUXILIARY)
    }
}
