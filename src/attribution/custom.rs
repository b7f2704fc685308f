//! Rules of the caller's own: regular expressions over the item line.
//!
//! In: the item line of a sentence. Out: [`Reading`]s, whose groups are items counted from the chunks'
//! start. They are asked before the crate's own rules.

use std::ops::Range;
use std::sync::Arc;

use regex::Regex;

use super::pattern_check::{self, GROUPS};
use crate::answer::error::{Error, Inner};
use crate::answer::manner::Manner;
use crate::answer::quote::{CueStatus, QuoteKind};
use crate::answer::rule::Rule;
use crate::attribution::content::{Draft, mention_of, trimmed};
use crate::base::few::Few;
use crate::grammar::block::Block;
use crate::grammar::items::ItemKind;

/// A rule that was given to the builder.
#[derive(Clone, Debug)]
pub(crate) struct CustomRule {
    name: Arc<str>,
    pattern: Regex,
    confidence: f32,
}

/// What a match of a rule ties together: ranges of items.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(crate) rule: Rule,
    pub(crate) confidence: f32,
    pub(crate) content: Range<usize>,
    pub(crate) cue: Range<usize>,
    pub(crate) source: Range<usize>,
}

impl CustomRule {
    pub(crate) fn new(name: &str, pattern: &str, confidence: f32) -> Result<Self, Error> {
        let fault = |problem: String| Error(Inner::Rule { rule: name.to_owned(), problem });
        if name.trim().is_empty() {
            return Err(fault("give it a name, such as `my-label`".to_owned()));
        }
        if !(0.0..=1.0).contains(&confidence) {
            return Err(fault(format!("the confidence {confidence} is not between 0 and 1")));
        }
        let compiled = Regex::new(pattern).map_err(|error| fault(format!("the pattern: {error}")))?;
        if let Some(problem) = pattern_check::fault(pattern) {
            return Err(fault(problem));
        }
        let pattern = compiled;
        if let Some(missing) =
            GROUPS.iter().find(|group| !pattern.capture_names().flatten().any(|name| name == **group))
        {
            return Err(fault(format!(
                "the pattern has no group `{missing}`; write (?<{missing}>…) around it"
            )));
        }
        Ok(Self { name: Arc::from(name), pattern, confidence })
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// What the rule reads in a sentence whose first item is `first` and whose item line is `line`. The
    /// letters of the line are one byte each, so that a place in it is a place in the items.
    pub(crate) fn read(&self, line: &str, first: usize, readings: &mut Vec<Reading>) {
        for found in self.pattern.captures_iter(line) {
            let items = |group| {
                let range = found.name(group)?.range();
                (!range.is_empty()).then(|| first + range.start..first + range.end)
            };
            if let (Some(content), Some(cue), Some(source)) =
                (items("content"), items("cue"), items("source"))
            {
                let rule = Rule::user(&self.name);
                readings.push(Reading { rule, confidence: self.confidence, content, cue, source });
            }
        }
    }
}

/// The quote of a reading.
pub(crate) fn draft(block: &Block, reading: &Reading) -> Draft {
    let Range { start, end } = reading.content;
    let quoted = (start..end).filter(|at| block.chunks.items[*at].kind == ItemKind::Quoted).count();
    let (kind, content) = match quoted {
        0 => (QuoteKind::Indirect, trimmed(block, start, end)),
        1 if end - start == 1 => (QuoteKind::Direct, None),
        _ => (QuoteKind::Mixed, trimmed(block, start, end)),
    };
    Draft {
        kind,
        content: Few::one(content.unwrap_or_else(|| block.item_span(start, end))),
        cue: Some(block.item_span(reading.cue.start, reading.cue.end)),
        status: CueStatus::default(),
        manner: Manner::default(),
        source: Some(mention_of(block, reading.source.start, reading.source.end)),
        rule: reading.rule.clone(),
        confidence: reading.confidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_match_gives_items() {
        let rule = CustomRule::new("label", "^(?<source>N)(?<cue>:)(?<content>Q)", 0.5).expect("the rule");
        let mut readings = Vec::new();
        rule.read("N:QV", 7, &mut readings);
        assert_eq!(readings.len(), 1);
        assert_eq!((readings[0].source.clone(), readings[0].content.clone()), (7..8, 9..10));
    }

    #[test]
    fn errors_name_the_remedy() {
        let message = |pattern, confidence| {
            CustomRule::new("label", pattern, confidence).map(|_| ()).expect_err("an error").to_string()
        };
        assert_eq!(
            message("(?<source>N)(?<content>Q)", 0.5),
            "rule \"label\": the pattern has no group `cue`; write (?<cue>…) around it"
        );
        assert_eq!(message("Q", 2.0), "rule \"label\": the confidence 2 is not between 0 and 1");
        assert!(message("(Q", 0.5).contains("unclosed group"));
    }
}
