//! What somebody is said to have said.

/// Words that are claimed to stand in a source, and who is claimed to say them.
///
/// ```
/// use whosaid::locate::{Claim, Verdict};
/// let document = whosaid::Attributor::new().attribute("“We test it twice,” said Ana Ruiz.");
/// let claim = Claim::new("We test it twice").by("Ana Ruiz");
/// assert_eq!(document.locate(claim).verdict(), Verdict::Exact);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim<'c> {
    pub(super) words: &'c str,
    pub(super) speaker: Option<&'c str>,
}

impl<'c> Claim<'c> {
    /// The words, with or without quotation marks.
    ///
    /// ```
    /// use whosaid::locate::Claim;
    /// let document = whosaid::Attributor::new().attribute("“No,” said Ana Ruiz.");
    /// assert!(document.locate(Claim::new("‘No’")).is_found());
    /// ```
    #[must_use]
    pub const fn new(words: &'c str) -> Self {
        Self { words, speaker: None }
    }

    /// By whom: a full name, a surname, or what the text calls the person or body.
    ///
    /// ```
    /// use whosaid::locate::{Claim, Verdict};
    /// let document = whosaid::Attributor::new().attribute("“No,” said Ana Ruiz.");
    /// assert_eq!(document.locate(Claim::new("No,").by("Ms. Ruiz")).verdict(), Verdict::Exact);
    /// ```
    #[must_use]
    pub const fn by(self, speaker: &'c str) -> Self {
        Self { speaker: Some(speaker), ..self }
    }
}

impl<'c> From<&'c str> for Claim<'c> {
    fn from(words: &'c str) -> Self {
        Self::new(words)
    }
}

impl<'c> From<&'c String> for Claim<'c> {
    fn from(words: &'c String) -> Self {
        Self::new(words)
    }
}

/// How many words of the source may stand where the claim leaves some out.
pub(super) const ELLIPSIS: usize = 400;
pub(super) const BRACKETS: usize = 12;
/// Letters between brackets.
const MOST_IN_BRACKETS: usize = 200;

/// A stretch of the claim without gaps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) words: Vec<String>,
    /// So many words of the source may stand before it, after the stretch before.
    pub(super) gap: usize,
}

/// The words of a text in order: where each stands and how it is folded.
pub(super) fn folded(text: &str) -> impl Iterator<Item = (usize, usize, String)> + '_ {
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while letters.next_if(|(_, letter)| !letter.is_alphanumeric()).is_some() {}
        let (start, _) = *letters.peek()?;
        let (mut word, mut end) = (String::new(), start);
        while let Some((at, letter)) = letters.next_if(|(_, letter)| is_part(*letter)) {
            if letter.is_alphanumeric() {
                word.extend(letter.to_lowercase());
                end = at + letter.len_utf8();
            } else if is_apostrophe(letter) {
                word.push('\'');
            }
        }
        word.truncate(word.trim_end_matches('\'').len());
        Some((start, end, word))
    })
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// Letters of a word, and what stands inside of one: an apostrophe, a soft hyphen.
fn is_part(letter: char) -> bool {
    letter.is_alphanumeric()
        || is_apostrophe(letter)
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
}

/// The stretches of a claim: cut at ellipses, and at brackets with words of another hand in them.
pub(super) fn stretches(claim: &str) -> Vec<Stretch> {
    let mut stretches = vec![Stretch::default()];
    let mut rest = claim;
    while !rest.is_empty() {
        let cut = rest.char_indices().find_map(|(at, letter)| cut_at(claim, rest, at, letter));
        let (end, next, gap) = cut.unwrap_or((rest.len(), rest.len(), 0));
        let letters: String = rest[..end].chars().filter(|letter| !matches!(letter, '[' | ']')).collect();
        if let Some(last) = stretches.last_mut() {
            last.words.extend(folded(&letters).map(|(_, _, word)| word));
        }
        rest = &rest[next..];
        if gap > 0 {
            match stretches.last_mut() {
                // a gap at the very beginning, or two in a row
                Some(last) if last.words.is_empty() => last.gap = last.gap.max(gap),
                _ => stretches.push(Stretch { words: Vec::new(), gap }),
            }
        }
    }
    stretches.retain(|stretch| !stretch.words.is_empty());
    stretches
}

/// The words in marks of a claim that has a cue of its own: *“It rains,” Hill said, “and it pours.”* A cue is told by the
/// punctuation before it or after it, so that *the mill “burnt” twice* is claimed as it stands.
pub(super) fn without_cues(claim: &str) -> Option<String> {
    let claim = claim.trim();
    let (mut marked, mut cues, mut inside, mut from) = (String::new(), false, false, 0);
    let marks = claim.chars().find_map(pair_of)?;
    for (at, mark) in claim.char_indices().filter(|(_, letter)| marks.contains(*letter)) {
        let part = &claim[from..at];
        if inside {
            marked.push_str(part);
            marked.push(' ');
        } else if part.contains(char::is_alphanumeric) {
            cues = true;
            let leads = part.trim_end().ends_with([',', ':']);
            if !leads && !ends_as_before_a_cue(&marked) {
                return None;
            }
        }
        inside = !inside;
        from = at + mark.len_utf8();
    }
    let rest = &claim[from..];
    if rest.contains(char::is_alphanumeric) {
        cues = true;
        if !ends_as_before_a_cue(&marked) {
            return None;
        }
    }
    (cues && !inside && !marked.is_empty()).then_some(marked)
}

fn ends_as_before_a_cue(marked: &str) -> bool {
    let words = marked.trim_end_matches(|letter: char| letter.is_whitespace() || "\"'“”‘’»".contains(letter));
    words.ends_with([',', '?', '!', '—', '–', '-', '…', '.'])
}

/// The double marks that a claim is written with; others inside of them are of speech in speech.
const fn pair_of(letter: char) -> Option<&'static str> {
    match letter {
        '"' => Some("\""),
        '“' | '”' | '„' => Some("“”„"),
        '«' | '»' => Some("«»"),
        _ => None,
    }
}

/// Where a gap begins at `at`, where the words go on after it, and how wide it may be.
fn cut_at(claim: &str, rest: &str, at: usize, letter: char) -> Option<(usize, usize, usize)> {
    let from = &rest[at..];
    if letter == '…' {
        return Some((at, at + letter.len_utf8(), ELLIPSIS));
    }
    for dots in ["....", "...", ". . ."] {
        if from.starts_with(dots) {
            return Some((at, at + dots.len(), ELLIPSIS));
        }
    }
    if letter != '[' {
        return None;
    }
    let close = from.char_indices().take(MOST_IN_BRACKETS).find(|(_, letter)| *letter == ']')?.0;
    // "[I]t", "fail[ed]": a word with another letter, not another word
    let before = claim[..claim.len() - from.len()].chars().next_back();
    let after = from[close + 1..].chars().next();
    if [before, after].into_iter().flatten().any(char::is_alphanumeric) {
        return None;
    }
    let inside = &from[1..close];
    let gap = if inside.contains(char::is_alphanumeric) { BRACKETS } else { ELLIPSIS };
    Some((at, at + close + 1, gap))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(claim: &str) -> Vec<(usize, String)> {
        stretches(claim).into_iter().map(|stretch| (stretch.gap, stretch.words.join(" "))).collect()
    }

    #[test]
    fn claims_are_cut_where_words_are_left_out() {
        let stretch = |gap, words: &str| (gap, words.to_owned());
        assert_eq!(words("“Don’t—ever—”"), [stretch(0, "don't ever")]);
        assert_eq!(
            words("We … lost ... all"),
            [stretch(0, "we"), stretch(ELLIPSIS, "lost"), stretch(ELLIPSIS, "all")]
        );
        assert_eq!(words("[I]t fail[s]"), [stretch(0, "it fails")]);
        assert_eq!(words("when [the mill] burnt"), [stretch(0, "when"), stretch(BRACKETS, "burnt")]);
        assert_eq!(words("when [...] burnt"), [stretch(0, "when"), stretch(ELLIPSIS, "burnt")]);
        assert_eq!(words("…"), []);
    }

    #[test]
    fn a_cue_of_the_claim_is_no_claim() {
        let marked = |claim| without_cues(claim).map(|words| stretches(&words)[0].words.join(" "));
        assert_eq!(
            marked("“It rains,” Hill said, “and it pours.”").as_deref(),
            Some("it rains and it pours")
        );
        assert_eq!(marked("\"It rains,\" said Tom Hill.").as_deref(), Some("it rains"));
        assert_eq!(marked("Hill said: “It rains.”").as_deref(), Some("it rains"));
        assert_eq!(marked("“Does it rain?” asked Hill").as_deref(), Some("does it rain"));
        assert_eq!(marked("“It is \"dry,\"” said Hill").as_deref(), Some("it is dry"));
        for claim in ["“It rains”", "the mill “burnt” twice", "it rains", "", "“", "said “", "6' 2\" tall"]
        {
            assert_eq!(marked(claim), None, "{claim}");
        }
    }
}
