"""The component of spaCy."""

import pickle
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

import whosaid

TEXT = "Zoë Ruiz runs the mill. “It is safe,” she told reporters, “and it pays.” Tom Hill said that it rained."


@pytest.fixture(scope="module")
def nlp() -> Any:
    made = spacy.blank("en")
    # by its entry point: nothing imports whosaid.spacy here
    made.add_pipe("whosaid")
    return made


def shown(doc: Doc) -> list[tuple[str, str, str, str, int]]:
    groups = [(name, span) for name in ("quotes", "cues", "sources") for span in doc.spans[name]]
    return [(name, span.text, span.label_, span.kb_id_, span.id) for name, span in groups]


def test_a_doc_has_the_quotes(nlp: Any) -> None:
    doc = nlp(TEXT)
    assert doc._.whosaid == whosaid.attribute(TEXT).to_dict()
    assert shown(doc) == [
        ("quotes", "“It is safe,”", "direct", "Zoë Ruiz", 0),
        ("quotes", "“and it pays.”", "direct", "Zoë Ruiz", 0),
        ("quotes", "that it rained", "indirect", "Tom Hill", 1),
        ("cues", "told", "said", "Zoë Ruiz", 0),
        ("cues", "said", "said", "Tom Hill", 1),
        ("sources", "she", "pronoun", "Zoë Ruiz", 0),
        ("sources", "Tom Hill", "name", "Tom Hill", 1),
    ]


def test_triples_have_textacy_s_shape(nlp: Any) -> None:
    [first, second] = nlp(TEXT)._.quotations
    assert ([token.text for token in first.speaker], [token.text for token in first.cue]) == (["she"], ["told"])
    assert first.content.text == "“It is safe,” she told reporters, “and it pays.”"
    assert [token.text for token in second.speaker] == ["Tom", "Hill"]
    speaker, cue, content = second
    assert (speaker, cue, content) == (second.speaker, second.cue, second.content)


def test_it_survives_bytes_and_pickles(nlp: Any) -> None:
    doc = nlp(TEXT)
    for again in (Doc(nlp.vocab).from_bytes(doc.to_bytes()), pickle.loads(pickle.dumps(doc))):
        assert again._.whosaid == doc._.whosaid
        assert shown(again) == shown(doc)
        assert [tuple(map(str, triple)) for triple in again._.quotations] == [
            tuple(map(str, triple)) for triple in doc._.quotations
        ]


@pytest.mark.parametrize("processes", [1, 2])
def test_processes_give_the_same(nlp: Any, strange: list[str], processes: int) -> None:
    texts = [TEXT, *strange[:200]]
    docs = list(nlp.pipe(texts, n_process=processes, batch_size=20))
    assert [doc.text for doc in docs] == texts
    assert [doc._.whosaid for doc in docs] == [whosaid.attribute(text).to_dict() for text in texts]
    assert shown(docs[0]) == shown(nlp(TEXT))


def test_settings_are_the_attributor_s_and_are_kept() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("whosaid", config={"settings": {"topics": True}})
    again = spacy.blank("en").from_config(nlp.config)
    for each in (nlp, again):
        assert [quote["form"] for quote in each("Ana Ruiz called for talks.")._.whosaid["quotes"]] == ["topic"]
    with pytest.raises(ValueError, match='genre "poem"'):
        spacy.blank("en").add_pipe("whosaid", config={"settings": {"genre": "poem"}})
