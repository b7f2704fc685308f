"""Each setting, words, rules and a cast change what is read; what is wrong is told in the library's words."""

import pickle
from typing import Any

import pytest

import whosaid
from whosaid import Attributor


def test_genre_and_indirect() -> None:
    text = "Ann rose. She told Tom that she would come."
    assert Attributor(genre="fiction").attribute(text).quotes == ()
    [quote] = Attributor(genre="fiction", indirect=True).attribute(text).quotes
    assert quote.speaker == "Ann"
    assert Attributor(genre="fiction").attribute(text).genre == "fiction"


def test_wrapped() -> None:
    assert len(Attributor(wrapped=True).attribute("It rained\nall day.").sentences) == 1
    assert len(Attributor(wrapped=False).attribute("It rained\nall day.").sentences) == 2


def test_topics() -> None:
    [quote] = Attributor(topics=True).attribute("Ana Ruiz called for talks.").quotes
    assert quote.form == "topic"
    assert Attributor().attribute("Ana Ruiz called for talks.").quotes == ()


def test_entities() -> None:
    document = Attributor(entities=False).attribute("Ana Ruiz runs the bank. “Rates will fall,” she said.")
    assert document.entities == ()
    assert document.quotes[0].speaker is None and document.quotes[0].source_text == "she"


def test_nested() -> None:
    text = "Ana Ruiz said that Tom Lee called it “a farce.”"
    assert Attributor(nested="inner").attribute(text).quotes[-1].source_text == "Tom Lee"
    assert Attributor().attribute(text).quotes[-1].source_text == "Ana Ruiz"


def test_least_confidence() -> None:
    document = Attributor(least_confidence=0.999).attribute("“Rates will fall,” Ana Ruiz said.")
    assert [quoted.reason for quoted in document.unattributed] == ["below the least confidence"]


@pytest.mark.parametrize(
    "settings",
    [{"verbs": {"skeet": "q3 t2 p3"}}, {"words": "[verbs]\nskeet q3 p3"}, {"words": {"verbs": ["skeet q3 p3"]}}],
)
def test_verbs_and_words(settings: Any) -> None:
    assert Attributor(**settings).attribute("“Rates will fall,” Ana Ruiz skeeted.").quotes[0].cue_text == "skeeted"
    assert Attributor().attribute("“Rates will fall,” Ana Ruiz skeeted.").quotes == ()


def test_rules() -> None:
    rule = ("phone-label", r"^(?<source>N)(?<cue>\([^)]*\))(?<content>Q)", 0.8)
    [quote] = Attributor(rules=[rule]).attribute("Ana Ruiz (on the phone) “Rates will fall.”").quotes
    assert (quote.rule, quote.confidence, quote.source_text) == ("phone-label", 0.8, "Ana Ruiz")


@pytest.mark.parametrize(
    "cast",
    ["[people]\nAna Ruiz | the Owl | f | Q42", {"people": [{"name": "Ana Ruiz", "aliases": ["the Owl"], "id": "Q42"}]}],
)
def test_cast(cast: Any) -> None:
    document = Attributor(cast=cast).attribute("“No,” said the Owl.")
    assert document.quotes[0].speaker == "Ana Ruiz"
    assert document.entities[document.quotes[0].speaker_ids[0]].caller_id == "Q42"


def test_a_cast_is_given_back() -> None:
    text = "“It is late,” said the harbourmaster. “Yes,” said Tom Hill."
    cast = whosaid.attribute(text).cast()
    assert "Tom Hill" in cast
    assert Attributor(cast=cast).attribute(text).quotes[1].speaker == "Tom Hill"


def test_check_and_identify() -> None:
    attributor = Attributor(cast="[pins]\n1..16 | Eve Ray")
    with pytest.raises(ValueError, match=r"^a pin of the cast at 1..16: cuts a character"):
        attributor.check("“Past nine,” said Tom Hill.")
    text = "Zoë Ruiz runs the bank. “Rates will fall,” she said."
    document = Attributor().identify(text, [((24, 42), (43, 46))])
    assert document.quotes[0].speaker == "Zoë Ruiz"
    with pytest.raises(ValueError, match="ends before it begins"):
        Attributor().identify(text, [((9, 4), None)])
    with pytest.raises(ValueError, match="^utterance 1, content at"):
        Attributor().identify(text, [((4, 4), None)])


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"genre": "poem"}, 'genre "poem": there is none of this name; write one of news, fiction, transcript'),
        ({"nested": "both"}, 'nesting "both": there is none'),
        ({"least_confidence": 2.0}, "least confidence: 2 is not between 0 and 1"),
        ({"verbs": {"skeet": "q9"}}, 'verb "skeet": "q9" is no grade'),
        ({"words": "[verbs]\nskeet q9"}, 'words, line 2, [verbs]: "skeet q9": "q9" is no grade'),
        ({"words": {"verb": []}}, "there is none of this name"),
        ({"rules": [("a", "(", 0.5)]}, 'rule "a": '),
        ({"cast": "[people]\nAna | | x"}, 'cast, line 2: "Ana | | x": the gender "x" is none'),
        ({"cast": {"folk": []}}, "cast: unknown field `folk`"),
    ],
)
def test_what_is_wrong_is_told(settings: Any, words: str) -> None:
    with pytest.raises(ValueError) as told:
        Attributor(**settings)
    assert words in str(told.value)


def test_an_attributor_is_pickled() -> None:
    attributor = Attributor(genre="news", verbs={"skeet": "q3 p3"}, cast="[people]\nAna Ruiz | the Owl")
    again = pickle.loads(pickle.dumps(attributor))
    text = "“Rates will fall,” skeeted the Owl."
    assert again.attribute(text) == attributor.attribute(text)
    assert again.attribute(text).quotes[0].speaker == "Ana Ruiz"
