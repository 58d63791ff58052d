"""One speaker carries the whole article.

Reporters ask the other side. Flagged, as a remark that costs next to nothing, is an article of twenty claims or more in
which at least eight are given to speakers, and one of them makes nine in ten of those. A press conference or an interview
is reported so with good reason, hence no more than a remark.

Measured: fires on 13 of 1,991 articles (0.65 in 100) of outlets that experts rate high.

Cases: `single_speaker.cases.md`.
"""

from collections import Counter

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.attribution.account import claim_sentences

_FEWEST_CLAIMS = 20
_FEWEST_SPOKEN = 8
_SHARE = 0.9


@document_rule(code="AT203", severity=Severity.INFO, weight=0.5, min_words=150)
def single_speaker(document: Document) -> Iterator[Hit]:
    claims = claim_sentences(document)
    if len(claims) < _FEWEST_CLAIMS:
        return
    spoken = [claim for claim in claims if claim.standing != "unattributed"]
    if len(spoken) < _FEWEST_SPOKEN:
        return
    speakers = [claim.speaker for claim in spoken if claim.speaker is not None]
    # The cheap test first: where so many others speak, nobody has nine in ten.
    if not speakers or len(speakers) - len(set(speakers)) + 1 < _SHARE * len(spoken):
        return
    counts = Counter(speakers)
    key, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
    if most < _SHARE * len(spoken):
        return
    first = next(claim for claim in spoken if claim.speaker == key)
    yield Hit(
        first.row.sentence.span,
        f"one speaker makes {most} of the {len(spoken)} claims that have a source",
        "ask somebody else too",
        confidence=0.7,
    )
