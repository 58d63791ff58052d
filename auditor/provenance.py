"""Which sources a set of articles has, how each was found, and what cannot be told: `audit sources`. Nothing is judged."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.index.recall import Input
from auditor.kept import unique
from auditor.model import Document, Skipped, replace
from auditor.pipeline import documents
from auditor.settings import Settings


@dataclass(frozen=True, slots=True)
class Provenance:
    """One source (None: unattributed), the methods by which its articles were found to be its own, and these.

    `methods` and `upstreams` count articles; `confidence` is that of the least sure one, 0 to 1; `documents` are ids.
    """

    source: str | None
    methods: Mapping[str, int]
    confidence: float
    upstreams: Mapping[str, int]
    documents: tuple[str, ...]


def _provenance(source: str | None, mine: list[Document]) -> Provenance:
    return Provenance(
        source=source,
        methods=dict(sorted(Counter(document.source_method for document in mine).items())),
        confidence=min(document.source_confidence for document in mine),
        upstreams=dict(sorted(Counter(document.upstream for document in mine if document.upstream).items())),
        documents=tuple(document.id for document in mine),
    )


def provenance(inputs: Iterable[Input], settings: Settings) -> tuple[tuple[Provenance, ...], tuple[Skipped, ...]]:
    """The sources of the inputs, those with most articles first and the unattributed last; and what was not read."""
    by_source: dict[str | None, list[Document]] = {}
    skipped: list[Skipped] = []
    taken: dict[str, int] = {}
    for item in inputs:
        for one in documents(item, settings):
            if isinstance(one, Skipped):
                skipped.append(one)
            else:
                by_source.setdefault(one.source, []).append(replace(one, id=unique(one.id, taken)))
    found = (_provenance(source, mine) for source, mine in by_source.items())
    ordered = sorted(found, key=lambda one: (one.source is None, -len(one.documents), one.source or ""))
    return tuple(ordered), tuple(skipped)
