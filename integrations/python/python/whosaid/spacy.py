"""A component for spaCy: ``nlp.add_pipe("whosaid")``.

It reads ``doc.text`` alone, so that it needs no other component. ``doc._.whosaid`` holds what was found as the JSON page has
it, places in code points; ``doc.spans`` has the groups "quotes", "cues" and "sources", each span with the place of its
quote as ``span_id`` and, where it is known, the speaker as ``kb_id_``; ``doc._.quotations`` are triples of textacy's shape.
All of it survives ``to_bytes`` and several processes. Install it with ``pip install whosaid[spacy]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup, Token

from . import Attributor, Document

__all__ = ["Quotation", "Quotes"]


class Quotation(NamedTuple):
    """A quote as textacy has it."""

    speaker: list[Token]
    cue: list[Token]
    content: Span


def quotations(doc: Doc) -> list[Quotation]:
    """All quotes that have a source; the cue is empty where none reports, the content goes over its pieces."""
    found = doc._.whosaid or {"quotes": []}
    quotes = [quote for quote in found["quotes"] if quote["source"] and quote["content"]]
    return [
        Quotation(
            list(over(doc, *quote["source"])),
            list(over(doc, *quote["cue"])) if quote["cue"] else [],
            over(doc, quote["content"][0][0], quote["content"][-1][1]),
        )
        for quote in quotes
    ]


def over(doc: Doc, start: int, end: int, **names: Any) -> Span:
    """The tokens in which a place lies."""
    span = doc.char_span(start, end, alignment_mode="expand", **names)
    # a place of the text has tokens, whatever the tokenizer made of it
    assert span is not None
    return span


class Quotes:
    """The component."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.attributor = Attributor(**settings)

    def __call__(self, doc: Doc) -> Doc:
        """Reads one text."""
        return self.keep(doc, self.attributor.attribute(doc.text))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Reads many, some ahead, on a thread beside spaCy's own work."""
        docs, texts = tee(stream)
        documents = self.attributor.attribute_many((doc.text for doc in texts), threads=1)
        return map(self.keep, docs, documents)

    @staticmethod
    def keep(doc: Doc, document: Document) -> Doc:
        """Writes what was found into the doc."""
        found = document.to_dict()
        groups: dict[str, list[Span]] = {"quotes": [], "cues": [], "sources": []}
        for place, quote in enumerate(found["quotes"]):
            names: dict[str, Any] = {"span_id": place, "kb_id": quote["speaker"] or ""}
            groups["quotes"] += [over(doc, *piece, label=quote["kind"], **names) for piece in quote["content"]]
            if quote["cue"]:
                groups["cues"].append(over(doc, *quote["cue"], label=quote["mode"], **names))
            if quote["source"]:
                groups["sources"].append(over(doc, *quote["source"], label=quote["mention"], **names))
        for name, spans in groups.items():
            doc.spans[name] = SpanGroup(doc, name=name, spans=spans)
        doc._.whosaid = found
        return doc


Doc.set_extension("whosaid", default=None, force=True)
Doc.set_extension("quotations", getter=quotations, force=True)


@Language.factory("whosaid", default_config={"settings": {}})
def component(nlp: Language, name: str, settings: dict[str, Any]) -> Quotes:
    """Makes the component; ``settings`` are the keywords of ``whosaid.Attributor``."""
    return Quotes(settings)
