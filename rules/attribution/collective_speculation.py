"""Speculation is put into the mouth of a crowd without a name.

"Analysts suggest that it could …": nobody can be asked, nobody can be wrong. Newspapers' own rules let an unnamed source
give information, never opinion or speculation (AP, "Anonymous sources"). Flagged is a bare collective ("analysts",
"observers", "some", and what paraphrasing machines make of them: "mavens") as the source of what may be.

An unnamed source by itself is no fault and is not flagged: quality papers use more of them than others do. Nor is a crowd
that the text makes findable ("analysts at the bank", "the researchers"), nor one whose point a named source makes in the
same sentence or the next two.

    flag: [[Analysts suggest]] that the visit could open the way for a new pact between both sides.
    flag: [[Mavens counsel]] that this meeting may pave the way for talks.
    flag: The road was closed at noon. It could stay closed for weeks, [[observers say]].
    flag: [[Many believe]] the new mine might bring jobs to the valley.
    pass: Analysts at Northgate Bank said the visit could open the way for a new pact.
    pass: Analysts say that the harvest was the smallest in ten years.
    pass: Analysts say prices could rise. “They could double,” said Mira Oduya, an economist at the University of Lund.
    pass: The researchers said the drug could help patients in the second stage.
    pass: The minister said that analysts could visit the plant in May.
"""

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.attribution.credit import backed
from auditor.text.attribution.finder import Attribution, found_attributions
from auditor.text.attribution.kinds import ContentKind, Kind


def _words(one: Attribution) -> Span | None:
    """Source and cue together, where they stand next to each other; else the source."""
    if one.source is None or one.cue is None:
        return None
    start, end = min(one.source.start, one.cue.start), max(one.source.end, one.cue.end)
    return Span(start, end) if end - start < 60 else one.source


@document_rule(code="AT101", severity=Severity.WARNING, weight=1.5)
def collective_speculation(document: Document) -> Iterator[Hit]:
    for one in found_attributions(document):
        if one.kind is not Kind.COLLECTIVE or one.content_kind is not ContentKind.SPECULATION:
            continue
        span = _words(one)
        if span is not None and not backed(document, one.sentence):
            yield Hit(
                span,
                "speculation from a source that nobody can find",
                "name who says so, or drop it",
                confidence=0.9,
            )
