"""Every source that the article names is the publication itself.

"The Harbour Post has learned", "this newspaper can reveal": a paper may well find things out by itself, but an article in
which nobody else is named cannot be checked with anybody else. Flagged when the publication is known (declared, or the
folder's name), at least two claims are given to it and no other source is named or findable.

Cases: `self_sourcing.cases.md`.
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.attribution.finder import vouching
from auditor.text.attribution.kinds import Kind
from auditor.text.tokens import tokens

_FEWEST = 2
_SOURCES = (Kind.NAMED, Kind.PRONOUN, Kind.ANCHORED)
_OURSELVES = re.compile(
    r"(?:this (?:news)?paper|this (?:magazine|site|website|publication|outlet)|our (?:reporter|correspondent)s?)",
    re.IGNORECASE,
)


def _ourselves(text: str, own: str) -> bool:
    return own in text.casefold() or bool(_OURSELVES.search(text))


@document_rule(code="AT202", severity=Severity.WARNING, weight=1.0, min_words=50)
def self_sourcing(document: Document) -> Iterator[Hit]:
    own = (document.source or "").casefold().removeprefix("the ").split(".")[0].replace("-", " ")
    if len(own) < 4:
        return
    words = tokens(document)
    mine = []
    for one in vouching(document):
        if one.source is None or one.kind not in _SOURCES:
            continue
        start, end = words.starts[one.source.first], words.end(one.source.last - 1)
        if _ourselves(document.text[start:end], own):
            mine.append(Span(start, end))
        elif one.kind is not Kind.PRONOUN:
            return
    if len(mine) >= _FEWEST:
        yield Hit(
            mine[0],
            f"all {len(mine)} claims that have a source are the publication's own",
            "name a source outside",
            confidence=0.8,
            related=tuple(mine[1:4]),
        )
