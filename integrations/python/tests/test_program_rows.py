"""The rows are those of the program, and the fields of the objects those of the rows."""

from collections.abc import Callable
from typing import Any

import pytest

import whosaid

Ask = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize("unit", ["bytes", "chars", "utf16"])
def test_each_text_has_the_row_of_the_program(strange: list[str], answers: Ask, unit: Any) -> None:
    rows = answers(strange, "--offsets", unit)
    own = [document.to_dict(str(number), offsets=unit) for number, document in enumerate(whosaid.attribute_many(strange))]
    assert len(rows) == 2000
    assert sum(len(row["quotes"]) for row in rows) > 2000
    differing = [number for number, (row, mine) in enumerate(zip(rows, own, strict=True)) if row != mine]
    assert differing == []


def plain(value: Any) -> Any:
    """Objects as JSON has them."""
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    if isinstance(value, whosaid.Alternative):
        return {name: plain(getattr(value, name)) for name in ("source", "speakers", "speaker_ids", "confidence")}
    return value


def test_fields_of_objects_are_those_of_json(strange: list[str]) -> None:
    quotes = entities = unattributed = 0
    for document in whosaid.attribute_many(strange):
        row = document.to_dict()
        for quote, fields in zip(document.quotes, row["quotes"], strict=True):
            assert {name: plain(getattr(quote, name)) for name in fields} == fields
            quotes += 1
        for entity, fields in zip(document.entities, row["entities"], strict=True):
            fields.setdefault("caller_id", None)
            assert {name: plain(getattr(entity, name)) for name in fields} == fields
            entities += 1
        for quoted, fields in zip(document.unattributed, row["unattributed"], strict=True):
            assert {name: plain(getattr(quoted, name)) for name in fields} == fields
            unattributed += 1
        assert plain(document.sentences) == row["sentences"]
    assert min(quotes, entities, unattributed) > 200


def test_fields_of_bytes_are_those_of_json_in_bytes(strange: list[str]) -> None:
    for document in whosaid.attribute_many(strange[:500]):
        row = document.to_dict(offsets="bytes")
        for quote, fields in zip(document.quotes, row["quotes"], strict=True):
            for name in ("content", "quoted", "sentence", "cue", "source"):
                assert plain(getattr(quote, f"{name}_bytes")) == fields[name]
        for entity, fields in zip(document.entities, row["entities"], strict=True):
            assert plain(entity.mentions_bytes) == fields["mentions"]
        assert plain(document.sentences_bytes) == row["sentences"]


def test_parents_nested_quotes_have_the_program_s() -> None:
    text = "“Ana Ruiz said ‘It is a farce,’ and Tom Lee said ‘It rains,’” Eve Ray said."
    known = [((0, 61), (62, 69)), ((15, 31), (1, 9)), ((49, 60), (36, 43))]
    document = whosaid.Attributor().identify(text, known)
    assert [quote.parent for quote in document.quotes] == [None, 0, 0]
    assert [fields["parent"] for fields in document.to_dict()["quotes"]] == [None, 0, 0]


def test_one_quote_as_a_dict() -> None:
    document = whosaid.attribute("“It rains,” said Tom Hill. “Yes,” said Zoë.")
    for quote, fields in zip(document.quotes, document.to_dict()["quotes"], strict=True):
        assert quote.to_dict() == fields
