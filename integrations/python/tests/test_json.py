"""To JSON and pickles, and back."""

import json
import pickle

import pytest

import whosaid


def test_pickles_are_the_same_documents(strange: list[str]) -> None:
    documents = list(whosaid.attribute_many(strange[:500]))
    again = pickle.loads(pickle.dumps(documents))
    assert again == documents
    assert [document.quotes for document in again] != []
    assert [document.to_json() for document in again] == [document.to_json() for document in documents]


def test_half_a_pair_survives_a_pickle() -> None:
    document = pickle.loads(pickle.dumps(whosaid.attribute("“It \ud800 rains,” said Tom Hill.")))
    assert document.text == "“It \ud800 rains,” said Tom Hill."
    [(start, end)] = document.quotes[0].content
    assert document.text[start:end] == "“It \ud800 rains,”"


def test_json_comes_back() -> None:
    document = whosaid.attribute("“Não,” said Zoë.")
    for unit in ("bytes", "chars", "utf16"):
        assert whosaid.Document.from_json(document.to_json(offsets=unit, with_text=True)) == document
    assert whosaid.Document.from_json(document.to_json(), text=document.text) == document
    assert json.loads(document.to_json("a1")) == document.to_dict("a1")
    assert document.to_dict("a1")["id"] == "a1"


def test_json_that_cannot_be_read_is_told() -> None:
    document = whosaid.attribute("“Não,” said Zoë.")
    with pytest.raises(ValueError, match="there is no text"):
        whosaid.Document.from_json(document.to_json())
    with pytest.raises(ValueError, match="is none in the text, or cuts a character"):
        whosaid.Document.from_json(document.to_json(offsets="bytes"), text="short")
    with pytest.raises(ValueError, match="EOF while parsing"):
        whosaid.Document.from_json("{")
    with pytest.raises(ValueError, match='unit of offsets "words"'):
        document.to_json(offsets="words")  # type: ignore[arg-type]


def test_equal_documents_have_equal_parts() -> None:
    text = "“It rains,” said Tom Hill."
    one, other = whosaid.attribute(text), whosaid.attribute(text)
    assert one == other and hash(one) == hash(other) and one.quotes[0] == other.quotes[0]
    assert one != whosaid.attribute(text + " ")
    assert one.quotes[0] != whosaid.attribute("“It rained,” said Tom Hill.").quotes[0]
