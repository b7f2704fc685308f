//! Joins opening and closing marks of a paragraph.

use std::ops::Range;

use crate::base::steps;
use crate::text::lex::Token;

use super::event::{Event, event};
use super::kind::Family;
use super::quoted::{Bounds, Quoted};

/// Deeper nesting than this is not read.
const DEEPEST: usize = 4;

/// Among so many marks the one that closes an inner pair must be.
const NEAR_EVENTS: usize = 8;

/// Among so many the one that closes a single mark.
const FAR_EVENTS: usize = 256;

/// What pairing keeps between paragraphs, so as not to allocate for each.
#[derive(Debug, Default)]
pub(crate) struct Pairing {
    events: Vec<Event>,
}

#[derive(Clone, Copy, Default)]
struct Open {
    /// Where the span stands in the result.
    quoted: usize,
    family: Family,
    directed: bool,
    /// The event that closes it, of a single mark; looked up when it opens.
    closes_at: usize,
}

/// Appends the quoted spans of the paragraph whose tokens are `range`; `primary` is the family that this
/// text uses for speech.
pub(crate) fn pair(
    pairing: &mut Pairing,
    tokens: &[Token],
    range: Range<usize>,
    primary: Family,
    found: &mut Vec<Quoted>,
) {
    let paragraph = &tokens[range.clone()];
    pairing.events.clear();
    for (at, token) in paragraph.iter().enumerate() {
        if token.kind.is_mark() {
            pairing.events.push(event(paragraph, at));
        }
    }
    if !pairing.events.is_empty() {
        let first = found.len();
        Pass { events: &pairing.events, primary, found, stack: [Open::default(); DEEPEST], depth: 0 }
            .run(paragraph.len());
        for quoted in &mut found[first..] {
            quoted.open += range.start as u32;
            quoted.close += range.start as u32;
        }
    }
}

struct Pass<'a> {
    events: &'a [Event],
    primary: Family,
    found: &'a mut Vec<Quoted>,
    stack: [Open; DEEPEST],
    depth: usize,
}

impl Pass<'_> {
    fn run(mut self, paragraph_end: usize) {
        let first = self.found.len();
        for at in 0..self.events.len() {
            let event = self.events[at];
            match self.level_closed_by(&event, at) {
                _ if self.opens_inside(at) || self.opens_same_inside(at) => {
                    self.push(at, usize::MAX, paragraph_end);
                }
                _ if self.reopens(at) => {
                    self.lose_closing(event.token);
                    self.open(at, paragraph_end);
                }
                Some(level) => self.close(level, event.token),
                None if event.opens => self.open(at, paragraph_end),
                None => {}
            }
        }
        let primary = self.primary;
        let mut kept = first;
        for at in first..self.found.len() {
            let quoted = self.found[at];
            if quoted.bounds != Bounds::Unclosed || quoted.family == primary && quoted.depth == 0 {
                self.found[kept] = quoted;
                kept += 1;
            }
        }
        self.found.truncate(kept);
    }

    /// The level of the stack that this mark closes.
    fn level_closed_by(&self, event: &Event, at: usize) -> Option<usize> {
        if !event.closes {
            return None;
        }
        let closes = |open: &Open| {
            open.family == event.family && (open.family == Family::Double || open.closes_at == at)
        };
        let open = &self.stack[..self.depth];
        // of the same sort first: "They called it “fair,” she wrote"
        let same = open.iter().rposition(|open| closes(open) && open.directed == event.directed);
        same.or_else(|| open.iter().rposition(closes))
    }

    /// Whether the mark at `at` opens a pair of its own sort inside of a span of the other: a straight one in
    /// curly ones, curly ones in straight ones. The span must close behind it, or be a whole paragraph of a
    /// speech that goes on.
    fn opens_inside(&self, at: usize) -> bool {
        let event = &self.events[at];
        let Some(around) = self.stack[..self.depth].last() else { return false };
        let sorts = around.family == Family::Double && around.directed != event.directed;
        let opens = event.family == Family::Double && event.opens && !(event.directed && event.closes);
        if !sorts || !opens || self.depth == DEEPEST {
            return false;
        }
        let mut next =
            self.events[at + 1..].iter().filter(|next| next.family == Family::Double).take(NEAR_EVENTS);
        let closes =
            next.next().is_some_and(|next| next.directed == event.directed && next.closes && !next.opens);
        let goes_on = self.found[around.quoted].open == 0;
        closes && (goes_on || next.any(|next| next.directed == around.directed && next.closes))
    }

    /// Whether the mark at `at` opens a pair inside of another of the same marks: *“the “Curlew” is at sea”*. As many
    /// close behind it as then are open.
    fn opens_same_inside(&self, at: usize) -> bool {
        let event = &self.events[at];
        let Some(around) = self.stack[..self.depth].last() else { return false };
        let same = around.family == Family::Double
            && event.family == Family::Double
            && around.directed == event.directed;
        same && self.depth < DEEPEST && self.faces_open(event) && self.closes_around(at)
    }

    /// Whether a double mark can only open, by its form or by the blanks beside it.
    fn faces_open(&self, event: &Event) -> bool {
        event.opens && !event.apart && (!event.directed && event.spaced || event.directed && !event.closes)
    }

    /// Whether double marks close both what the one at `at` opens and what is open around it.
    fn closes_around(&self, at: usize) -> bool {
        let mut open = 1_usize;
        for event in self.events[at + 1..].iter().take(NEAR_EVENTS) {
            steps::add(1);
            if event.family != Family::Double {
                continue;
            }
            if self.faces_open(event) {
                open += 1;
            } else if event.closes {
                if open == 0 {
                    return true;
                }
                open -= 1;
            }
        }
        false
    }

    /// Whether speech begins again at `at` though the mark that closes the speech before was lost: *“I went down, said
    /// Jem, “and rose.”*
    fn reopens(&self, at: usize) -> bool {
        let event = &self.events[at];
        let Some(around) = self.stack[..self.depth].last() else { return false };
        self.depth == 1
            && around.family == event.family
            && event.family == self.primary
            && event.opens
            && event.behind_stop
            && match event.family {
                Family::Double => self.faces_open(event) && around.directed == event.directed,
                Family::Single => around.closes_at == usize::MAX && self.closing_single(at).is_some(),
            }
    }

    /// What is open ends before `token`, without a mark.
    fn lose_closing(&mut self, token: u32) {
        let quoted = &mut self.found[self.stack[0].quoted];
        quoted.close = token;
        quoted.bounds = Bounds::Lost;
        self.depth = 0;
    }

    fn close(&mut self, level: usize, token: u32) {
        let quoted = &mut self.found[self.stack[level].quoted];
        quoted.close = token;
        quoted.bounds = Bounds::Marks;
        self.depth = level;
    }

    fn open(&mut self, at: usize, paragraph_end: usize) {
        let event = self.events[at];
        let open_already = self.stack[..self.depth].iter().any(|open| open.family == event.family);
        if open_already || self.depth == DEEPEST {
            return;
        }
        let closes_at = match event.family {
            Family::Double => usize::MAX,
            Family::Single => match self.closing_single(at) {
                Some(closing) => closing,
                None if self.primary == Family::Single => usize::MAX,
                None => return,
            },
        };
        self.push(at, closes_at, paragraph_end);
    }

    fn push(&mut self, at: usize, closes_at: usize, paragraph_end: usize) {
        let Event { token, family, directed, .. } = self.events[at];
        self.stack[self.depth] = Open { quoted: self.found.len(), family, directed, closes_at };
        self.found.push(Quoted {
            open: token,
            close: paragraph_end as u32,
            bounds: Bounds::Unclosed,
            family,
            depth: self.depth as u8,
        });
        self.depth += 1;
    }

    /// The mark that closes the single one at `at`: the first after punctuation before the next opening
    /// one, else the last that may be an apostrophe, since "the boys' toys'" closes at its end. What opens within a
    /// clause is an elided word's, or has a mark of its own that closes it.
    fn closing_single(&self, at: usize) -> Option<usize> {
        let mut weak = None;
        let mut inner = 0_usize;
        for (index, event) in self.events.iter().enumerate().skip(at + 1).take(FAR_EVENTS) {
            steps::add(1);
            if event.family != Family::Single {
                continue;
            }
            if event.surely_closes {
                if inner == 0 || !self.closes_again(index) {
                    return Some(index);
                }
                inner -= 1;
            } else if event.opens {
                if !event.within && !self.holds_inner(index) {
                    break;
                }
                inner += 1;
            } else if event.closes {
                if inner > 0 {
                    inner -= 1;
                } else {
                    weak = Some(index);
                }
            }
        }
        weak
    }

    /// Whether the next single mark that is no apostrophe closes too.
    fn closes_again(&self, at: usize) -> bool {
        let mut next = self.singles_behind(at);
        next.find(|next| next.surely_closes || next.opens && !next.within)
            .is_some_and(|next| next.surely_closes)
    }

    /// Whether the single mark at `at`, which opens behind punctuation, and one around it close.
    fn holds_inner(&self, at: usize) -> bool {
        let mut next =
            self.singles_behind(at).filter(|next| next.surely_closes || next.opens && !next.within);
        next.next().is_some_and(|next| next.surely_closes)
            && next.next().is_some_and(|next| next.surely_closes)
    }

    /// The single marks near behind the one at `at`.
    fn singles_behind(&self, at: usize) -> impl Iterator<Item = &Event> {
        let near = self.events[at + 1..].iter().take(NEAR_EVENTS);
        near.inspect(|_| steps::add(1)).filter(|event| event.family == Family::Single)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::lex::lex;

    /// The quoted spans of a paragraph, each in brackets of its own depth.
    fn spans(text: &str, primary: Family) -> Vec<String> {
        let mut tokens = Vec::new();
        lex(text, 0..text.len(), 0, &Lexicon::english(), &mut tokens);
        let mut found = Vec::new();
        pair(&mut Pairing::default(), &tokens, 0..tokens.len(), primary, &mut found);
        found
            .iter()
            .map(|quoted| {
                let start = tokens[quoted.open as usize].end as usize;
                let end = tokens.get(quoted.close as usize).map_or(text.len(), |token| token.start as usize);
                format!("{}{}", "+".repeat(quoted.depth.into()), &text[start..end])
            })
            .collect()
    }

    #[test]
    fn every_style_pairs() {
        for text in [
            "\"It rains,\" she said.",
            "“It rains,” she said.",
            "``It rains,'' she said.",
            "«It rains,» she said.",
            "„It rains,“ she said.",
            "»It rains,« she said.",
            "‘It rains,’ she said.",
            "'It rains,' she said.",
        ] {
            assert_eq!(spans(text, Family::Double), ["It rains,"], "{text}");
        }
    }

    #[test]
    fn apostrophes_and_measures_are_no_marks() {
        for text in [
            "The drivers' union isn't Ann's.",
            "'Tis a 5'7\" man of the '90s.",
            "A 12\" pipe burst.",
            "Rock ’n’ roll and the players’ strike",
        ] {
            assert_eq!(spans(text, Family::Double), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn single_marks_close_after_punctuation_rather_than_at_a_plural() {
        assert_eq!(
            spans("'The boys' toys are gone,' he said.", Family::Double),
            ["The boys' toys are gone,"]
        );
        assert_eq!(
            spans("‘The boys’ toys are gone’ was the text.", Family::Single),
            ["The boys’ toys are gone"]
        );
    }

    #[test]
    fn single_marks_close_after_a_dash_or_alone() {
        for (text, speech) in [
            ("‘I must--’ He rose. ‘Well?’", ["I must--", "Well?"]),
            ("'I must--' He rose. 'Well?'", ["I must--", "Well?"]),
            // a dash that was lost with its white space
            ("‘I must ’ he began. ‘Well?’", ["I must ", "Well?"]),
            ("‘ Tis late,’ he said. ‘Well?’", [" Tis late,", "Well?"]),
        ] {
            assert_eq!(spans(text, Family::Single), speech, "{text}");
        }
        assert_eq!(
            spans("‘Take th’ lads’ coats--’tis cold,’ he said.", Family::Single),
            ["Take th’ lads’ coats--’tis cold,"]
        );
    }

    #[test]
    fn nested_marks_belong_to_the_outer_span() {
        assert_eq!(
            spans("\"He told me, 'Go,' and I went,\" she said. \"So.\"", Family::Double),
            ["He told me, 'Go,' and I went,", "+Go,", "So."]
        );
        assert_eq!(
            spans("'He said \"no\" to me,' she said.", Family::Single),
            ["He said \"no\" to me,", "+no"]
        );
    }

    #[test]
    fn marks_of_two_sorts_nest() {
        for (text, found) in [
            (
                "\"It is no “fair play” here. We go on.",
                &["It is no “fair play” here. We go on.", "+fair play"][..],
            ),
            ("“He said \"no\" to me,” she said.", &["He said \"no\" to me,", "+no"]),
            // one sort opens and the other closes
            ("“It rains,\" she said. “So.”", &["It rains,", "So."]),
            ("\"It rains,” she said. \"So.”", &["It rains,", "So."]),
        ] {
            assert_eq!(spans(text, Family::Double), found, "{text}");
        }
    }

    #[test]
    fn marks_of_tags_open_nothing() {
        for text in [
            "Read <a href=\"mill.html\">on the mill</a> today.",
            "\">The mill is old. It was sold.",
            "It was sold.\"</a> It was not missed.",
            "It was sold.”<br> It was not missed.",
        ] {
            assert_eq!(spans(text, Family::Double), Vec::<String>::new(), "{text}");
        }
        assert_eq!(spans("\"< 5 is few,\" she said.", Family::Double), Vec::<String>::new());
        assert_eq!(spans("\"So < 5 is few,\" she said.", Family::Double), ["So < 5 is few,"]);
    }

    #[test]
    fn an_unclosed_mark_runs_to_the_paragraphs_end_and_a_stray_one_is_dropped() {
        assert_eq!(spans("\"We go on tomorrow.", Family::Double), ["We go on tomorrow."]);
        assert_eq!(spans("We go on tomorrow.\"", Family::Double), Vec::<String>::new());
        assert_eq!(spans("'We go on tomorrow.", Family::Double), Vec::<String>::new());
        assert_eq!(spans("'We go on tomorrow.", Family::Single), ["We go on tomorrow."]);
    }
}
