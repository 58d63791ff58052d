"""A paragraph that stands word for word in other articles too.

flag: [[This newspaper will go on following the events in the region and will report on them as they unfold.]]⏎And now the news of the day.⏎[[This newspaper will go on following the events in the region and will report on them as they unfold.]]
flag: [[We use small files to make the reading of these pages better for all of our many readers.]]⏎Then rain fell.⏎[[We use small files to make the reading of these pages better for all of our many readers.]]
pass: This newspaper will go on following the events in the region and will report on them as they unfold.
pass: Rain.⏎Rain.⏎Rain.
"""

from hashlib import blake2b

from auditor.rule import Claim, Document, Iterator, Judgement, Sequence, Severity, corpus_rule
from auditor.text.blocks import blocks

_FEWEST_WORDS = 12


def judge(key: str, claims: Sequence[Claim]) -> Iterator[Judgement]:
    for claim in claims:
        others = tuple(other for other in claims if other is not claim)
        if others:
            places = len({other.document.id for other in claims})
            where = f"in {places} articles" if places > 1 else "twice in this article"
            yield Judgement(
                claim,
                f"the same passage stands {where}",
                others[:5],
                slot=f"{key}:{claim.document.id}:{claim.span.start}",
            )


@corpus_rule(code="BP201", severity=Severity.INFO, judge=judge, weight=1.0, languages=())
def stock_passage(document: Document) -> Iterator[Claim]:
    for block in blocks(document):
        words = block.text.lower().split()
        if len(words) >= _FEWEST_WORDS:
            yield Claim(
                blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest(), block.span
            )
