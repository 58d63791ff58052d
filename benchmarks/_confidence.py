"""Stated confidence of findings against the share that is right, by family, where gold exists.

Altered articles (spun, noised, one fact changed): what a rule finds there above its rate in genuine articles is right,
with altered and genuine articles equally many. Figures and weekdays are changed one at a time (`_changed`). Boilerplate:
lines marked by hand. Attribution: sentences of Wikipedia that annotators call weasel or not (CoNLL-2010). Quality has no
gold.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from auditor import Document
from auditor.examine import examine
from auditor.model import Finding
from auditor.rule import Rule
from auditor.rules import load
from auditor.text.blocks import blocks
from benchmarks._changed import changed_figures
from benchmarks._data import GENUINE, articles, rows
from benchmarks._marks import code_of, marked

# Cuts between the bins of stated confidence.
_CUTS = (0.65, 0.75, 0.85, 0.95)
# Sets altered by machine, by the family that should notice.
ALTERED = {"spun_sim_pps": "spin", "noised_sim": "spin", "injected_news": "contradiction"}
# Every so many genuine articles are read.
_STEP = 5

Marks = dict[tuple[str, int], list[float]]


def _bin(confidence: float) -> int:
    return sum(confidence >= cut - 1e-9 for cut in _CUTS)


def _rules(family: str) -> list[Rule]:
    return [rule for rule in load() if rule.examine and rule.family == family]


def _rates(documents: Iterable[Document], rules: list[Rule]) -> Mapping[tuple[str, int], tuple[float, float]]:
    """Findings an article, and their mean confidence, by rule and bin."""
    found: dict[tuple[str, int], list[float]] = defaultdict(list)
    many = 0
    for document in documents:
        many += 1
        for finding in examine(document, rules).findings:
            found[finding.code, _bin(finding.confidence)].append(finding.confidence)
    return {place: (len(some) / many, sum(some) / len(some)) for place, some in found.items()}


def _genuine(folder: Path) -> Iterator[Document]:
    for name in GENUINE:
        yield from (document for number, document in enumerate(articles(folder, name)) if number % _STEP == 0)


def altered(folder: Path) -> None:
    """Prints spin and contradiction by rule and bin: stated, right."""
    for family in sorted(set(ALTERED.values())):
        rules = _rules(family)
        plain = _rates(_genuine(folder), rules)
        for name in sorted(name for name, other in ALTERED.items() if other == family):
            for (code, at), (rate, stated) in sorted(_rates(articles(folder, name), rules).items()):
                usual = plain.get((code, at), (0.0, 0.0))[0]
                right = max(0.0, rate - usual) / (rate + usual)
                print(
                    f"  {family:13} {name:13} {code}  stated {stated:.2f}  right {right:.2f}  ({100 * rate:.1f} and {100 * usual:.2f} in 100)"
                )


def _told(stated: Iterable[tuple[Finding, bool]], family: str) -> None:
    several: dict[tuple[str, int], list[tuple[float, bool]]] = defaultdict(list)
    for finding, right in stated:
        several[finding.code, _bin(finding.confidence)].append((finding.confidence, right))
    for (code, _), some in sorted(several.items()):
        mean = sum(confidence for confidence, _ in some) / len(some)
        print(
            f"  {family:13} {'':13} {code}  stated {mean:.2f}  right {sum(r for _, r in some) / len(some):.2f}  ({len(some)} findings)"
        )


def marked_lines(folder: Path) -> None:
    """Prints boilerplate lines against hand-made marks."""
    marks = marked()
    rules = _rules("boilerplate")

    def judged() -> Iterator[tuple[Finding, bool]]:
        for name in GENUINE:
            for document in articles(folder, name):
                known = marks.get(document.id)
                if known is None:
                    continue
                starts = {block.start: known.get(code_of(block.text)) for block in blocks(document)}
                for finding in examine(document, rules).findings:
                    mark = starts.get(finding.span.start) if finding.code == "BP101" else None
                    if mark is not None:
                        yield finding, mark != "-"

    _told(judged(), "boilerplate")


def weasels(folder: Path) -> None:
    """Prints speculation and vague crowds against sentences that annotators marked."""
    rules = [rule for rule in _rules("attribution") if rule.min_words == 0]

    def judged() -> Iterator[tuple[Finding, bool]]:
        for number, row in enumerate(rows(folder, "wikiweasel")):
            text = str(row.get("text") or row.get("sentence"))
            for finding in examine(Document(id=str(number), text=text), rules).findings:
                if finding.code in ("AT101", "AT103"):
                    yield finding, bool(row["label"])

    _told(judged(), "attribution")


def confidence(folder: Path) -> None:
    """Prints it all."""
    print("confidence of findings: stated, and the share that is right")
    altered(folder)
    changed_figures(folder)
    marked_lines(folder)
    weasels(folder)
