"""Every source that the article names is the publication itself.

"The Harbour Post has learned", "this newspaper can reveal": a paper may well find things out by itself, but an article in
which nobody else is named cannot be checked with anybody else. Flagged when the publication is known (declared, or the
folder's name), at least two claims are given to it and no other source is named or findable.

Cases: `self_sourcing.cases.md`.
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.attribution.account import gives_source
from auditor.text.attribution.finder import Attribution, found_attributions
from auditor.text.attribution.kinds import Kind

_FEWEST = 2
_OURSELVES = re.compile(
    r"(?:this (?:news)?paper|this (?:magazine|site|website|publication|outlet)|our (?:reporter|correspondent)s?)",
    re.IGNORECASE,
)


def _ourselves(document: Document, one: Attribution, own: str) -> bool:
    words = document.quote(one.source).casefold() if one.source else ""
    return bool(words) and (own in words or bool(_OURSELVES.search(words)))


@document_rule(code="AT202", severity=Severity.WARNING, weight=1.0, min_words=50)
def self_sourcing(document: Document) -> Iterator[Hit]:
    own = (document.source or "").casefold().removeprefix("the ").split(".")[0].replace("-", " ")
    if len(own) < 4:
        return
    sources = [
        one
        for one in found_attributions(document)
        if gives_source(document, one) and one.kind in (Kind.NAMED, Kind.PRONOUN, Kind.ANCHORED)
    ]
    mine = [one for one in sources if _ourselves(document, one, own)]
    others = [one for one in sources if one not in mine and one.kind is not Kind.PRONOUN]
    if len(mine) >= _FEWEST and not others and mine[0].source is not None:
        yield Hit(
            mine[0].source,
            f"all {len(mine)} claims that have a source are the publication's own",
            "name a source outside",
            confidence=0.8,
            related=tuple(one.source for one in mine[1:4] if one.source),
        )
