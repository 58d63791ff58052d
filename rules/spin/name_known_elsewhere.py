"""An exchanged name whose true one other articles have.

A name with words exchanged (tortured-name) is the surer, the more articles of the corpus write the name that it was
made of; they show who is meant. Counted are articles that are no copies of the accused one or of each other. Only names
of three words or more are met, which few articles share, and places are left out. It is a note to the other finding and
costs nothing.

Measured: 8,369 genuine articles hold 0.6 such names each, the most frequent one 85 of them; none is accused.
"""

from collections.abc import Iterator, Sequence

from auditor.rule import Claim, Document, Judgement, Severity, corpus_rule
from auditor.text.names import names

from ._names import titled, whole
from ._renaming import gazetteer
from ._tortured import tortured

_SHOWN = 3
_FEWEST_WORDS = 3
_MET = frozenset(("body", "office", "media"))


def _met(name: str) -> bool:
    row = gazetteer().get(name)
    return row is not None and row[0] in _MET and row[1] == "2" and name.count(" ") >= _FEWEST_WORDS - 1


def _judge(name: str, claims: Sequence[Claim]) -> Iterator[Judgement]:
    true = {claim.document.copy_cluster: claim for claim in reversed(claims) if "said" not in claim.slots}
    for claim in claims:
        others = [one for cluster, one in sorted(true.items()) if cluster != claim.document.copy_cluster]
        if "said" not in claim.slots or not others:
            continue
        many = "another article has" if len(others) == 1 else f"{len(others)} other articles have"
        meant = titled(name)
        yield Judgement(
            claim, f"{many} the name “{meant}”", tuple(others[:_SHOWN]), suggestion=meant, confidence=0.9, slot=name
        )


@corpus_rule(code="SP108", severity=Severity.INFO, judge=_judge, weight=0.0, languages=())
def name_known_elsewhere(document: Document) -> Iterator[Claim]:
    told: set[str] = set()
    for hit in tortured(document):
        meant = (hit.suggestion or "").lower()
        if meant not in told and _met(meant):
            told.add(meant)
            yield Claim(meant, hit.span, {"said": document.quote(hit.span)})
    for one in names(document):
        name = whole(one.text)
        if name is not None and name not in told and _met(name):
            told.add(name)
            yield Claim(name, one.span)
