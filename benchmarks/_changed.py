"""Figures and weekdays of genuine articles changed one at a time: what the rules of arithmetic find, and whether it is there.

No set of articles holds such faults. A number is multiplied or a weekday moved on in a genuine article; a finding is right where it,
or what it rests on, takes in the changed place.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from auditor import Document
from auditor.examine import examine
from auditor.model import Finding
from auditor.rules import load
from benchmarks._data import GENUINE, articles

CODES = ("CO107", "CO301", "CO302", "CO303", "CO304")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PLACE = re.compile(rf"(?P<day>{'|'.join(_DAYS)})|(?<![\w.,])(?P<number>[1-9]\d{{0,2}})(?![\w,]|\.\d)")
# Every so many articles are read; changing all takes half an hour.
_STEP = 5
# So many places of an article are changed, each in a copy of its own.
_MOST = 12


def _changed(document: Document) -> Iterator[tuple[Document, int, int]]:
    """Copies of a document with one place changed, and where that is."""
    for match in list(_PLACE.finditer(document.text))[:_MOST]:
        later = (_DAYS.index(match["day"]) + 3) % 7 if match["day"] else 0
        new = _DAYS[later] if match["day"] else str(int(match["number"]) * 2 + 7)
        text = document.text[: match.start()] + new + document.text[match.end() :]
        yield (
            Document(id=document.id, text=text, title=document.title, date=document.date),
            match.start(),
            match.start() + len(new),
        )


def _takes_in(finding: Finding, start: int, end: int) -> bool:
    spans = (finding.span, *(other.span for other in finding.related))
    return any(span.start < end and start < span.end for span in spans)


def changed_figures(folder: Path) -> None:
    """Prints stated confidence, share right, and findings in unchanged articles, by rule."""
    rules = [rule for rule in load() if rule.code in CODES]
    right: Counter[str] = Counter()
    stated: dict[str, list[float]] = defaultdict(list)
    unchanged: Counter[str] = Counter()
    many = 0
    for name in GENUINE:
        for number, document in enumerate(articles(folder, name)):
            if number % _STEP:
                continue
            many += 1
            before = examine(document, rules).findings
            unchanged.update(finding.code for finding in before)
            known = {(finding.code, finding.message) for finding in before}
            for copy, start, end in _changed(document):
                for finding in examine(copy, rules).findings:
                    if (finding.code, finding.message) not in known:
                        stated[finding.code].append(finding.confidence)
                        right[finding.code] += _takes_in(finding, start, end)
    for code, some in sorted(stated.items()):
        print(
            f"  contradiction changed       {code}  stated {sum(some) / len(some):.2f}  right {right[code] / len(some):.2f}"
            f"  ({len(some)} findings; {unchanged[code]} in {many} unchanged articles)"
        )
