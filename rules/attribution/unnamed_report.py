"""A report, study or poll is claimed, and nothing says whose it is or where to find it.

“According to a recent study …”: who made it, when, and where it can be read is the least that a reader needs to look it
up. A remark that costs next to nothing. Flagged where neither the sentence nor the one before and the two behind hold a
name, and the text has no link at all; a link line at the foot of a page is no link to the report, but then the rule says nothing.

Passed over: reports that the text tells of in full ("the report", "its survey"), police and court reports, and what
somebody named says of a study.

    flag: [[According to a recent study]], one in five wells in the hills is dry by the end of June.
    flag: The hills are losing water. [[A new survey shows]] that one in five wells is dry by the end of June.
    pass: According to a recent study by the University of Lund, one in five wells in the hills is dry.
    pass: The university read a paper on wells. According to the study, one in five wells is dry by the end of June.
    pass: Ana Lukic measures wells for a living. A recent study shows that one in five is dry by the end of June, she said.
    pass: A new survey shows that one in five wells is dry (https://wells.example/survey).
    pass: According to a police report, the well was dry at the end of June.

Measured: of 8,369 genuine articles it marks 5; all were read, and none says whose report it tells of. Their links were lost when
they were collected.
"""

import re
from bisect import bisect_left, bisect_right

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.attribution.codes import is_common
from auditor.text.attribution.facts import CALENDAR
from auditor.text.attribution.spotted import Spotter
from auditor.text.names import names
from auditor.text.quotes import is_quoted
from auditor.text.sentences import sentences
from auditor.text.tokens import tokens

_SOME = "a|an|one|another|some|several|various|two|multiple"
_WHICH = (
    "recent|new|latest|major|large|leaked|secret|scientific|academic|independent|international|global|national|separate|"
    r"previous|recently published|detailed|2\d{3}"
)
_REPORT = (
    rf"(?:{_SOME}) (?:(?:{_WHICH}) ){{0,3}}"
    "(?:study|studies|report|reports|survey|surveys|poll|polls|analysis|analyses|paper)"
)
_CLAIMED = re.compile(
    rf"\b[Aa]ccording to {_REPORT}(?=[,.]| (?:published|released|on)\b)|"
    rf"(?:(?<=\. )|(?<=\n)|^){_REPORT} (?:has |have |had |also )?(?:shows?|showed|shown|finds?|found|suggests?|suggested|says?|said|claims?|claimed|"
    r"reveals?|revealed|concludes?|concluded|estimates?|estimated)\b(?! in)",
    re.IGNORECASE,
)
_NOUNS = Spotter("study studies report reports survey surveys poll polls analysis analyses paper".split())
# The word before such a noun, where it is no year.
_LEADS = frozenset(re.split(r"[| ]", f"{_SOME}|{_WHICH}"))
# How far before its noun a claim can begin ("according to several …"), and end behind it.
_BEFORE, _BEHIND = 80, 30
# Four sentences that are longer are none; it bounds the work on a text without stops.
_LONGEST = 3000
_LINK = re.compile(r"https?://|www\.")


def _is_named(document: Document, start: int, end: int) -> bool:
    """Whether any name stands in the stretch; a common word with a capital opens a sentence."""
    everything = names(document)
    at = bisect_left(everything, start, key=lambda name: name.span.start)
    while at < len(everything) and everything[at].span.start < end:
        low = everything[at].text.lower()
        if low not in CALENDAR and not is_common(low):
            return True
        at += 1
    return False


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """The text around the nouns of reports that may be claimed, in order; what overlaps is one."""
    low, starts = tokens(document).lower, tokens(document).starts
    begun = ended = 0
    for place in _NOUNS.places(document):
        # The cheap test first.
        if not place or not (low[place - 1] in _LEADS or low[place - 1].isdigit()):
            continue
        at = starts[place]
        if at - _BEFORE > ended:
            if ended:
                yield begun, ended
            begun = at - _BEFORE
        ended = at + _BEHIND
    if ended:
        yield begun, ended


def _claimed(document: Document) -> list[tuple[int, int]]:
    """Where reports are claimed."""
    return [match.span() for around in _stretches(document) for match in _CLAIMED.finditer(document.text, *around)]


@document_rule(code="AT205", severity=Severity.INFO, weight=0.3)
def unnamed_report(document: Document) -> Iterator[Hit]:
    found = [claim for claim in _claimed(document) if not is_quoted(document, claim[0])]
    if not found or _LINK.search(document.text):
        return
    everything = sentences(document)
    starts = [sentence.start for sentence in everything]
    for start, end in found:
        number = bisect_right(starts, start) - 1
        if number < 0 or end > everything[number].end:
            continue
        around = everything[max(0, number - 1) : number + 3]
        if around[-1].end - around[0].start > _LONGEST:
            continue
        if not _is_named(document, around[0].start, around[-1].end):
            yield Hit(
                Span(start, end),
                "nothing says whose report this is, or where it can be read",
                "name the report",
                confidence=0.7,
            )
