"""Where a finding is, as formats for other programs want it, and which findings come first."""

import os
from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

from auditor.files import portable
from auditor.model import Card, Finding, Related, Span, State, Tier
from auditor.words.visible import visible

_EXTRACTED = (".html", ".htm", ".xhtml", ".gz")
_STATES = (State.NEW, State.KNOWN, State.SUPPRESSED)


def _bytes(path: str) -> bytes:
    """As the file system has it; the path of a document in memory may hold what no file system takes."""
    try:
        return os.fsencode(path)
    except UnicodeEncodeError:
        return path.encode("utf-8", "replace")


def uri(path: str) -> str:
    """A path as a percent-encoded URI reference: relative to the working directory, `file:///…` outside of it."""
    here = portable(path)
    return ("file://" if here.startswith("/") else "") + quote(_bytes(here))


def shown_path(path: str, document: str = "") -> str:
    """The path relative to the working directory, nothing in it hidden; the document's id where it has none."""
    return visible(portable(path) or document)


def sound(text: str, limit: int = 1000) -> str:
    """`text` with lone surrogates replaced, which many JSON parsers refuse, and cut behind `limit`."""
    text = text if len(text) <= limit else text[: limit - 1] + "…"
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def said(finding: Finding, limit: int = 200) -> str:
    """Message, quoted words and suggestion on one line, nothing in them hidden."""
    line = f"{visible(finding.message, 400)}: “{visible(finding.excerpt, limit)}”"
    return f"{line}; suggested “{visible(finding.suggestion, limit)}”" if finding.suggestion else line


def line(place: Finding | Related) -> int | None:
    """The line in the file; None where the text is not the file's own: pages are extracted, archives unpacked."""
    return None if place.path.lower().endswith(_EXTRACTED) else place.line


def columns(card: Card | None, place: Finding | Related) -> tuple[int, int, int] | None:
    """1-based start column, end line and (exclusive) end column in the file; None where they are not the text's own."""
    if card is None or card.record or place.span.field == "title" or line(place) is None:
        return None
    span = place.span
    _, start = card.place(span)
    row, end = card.place(Span(span.end, span.end, span.field))
    return start, row, end


def _gravity(finding: Finding) -> tuple[int, int, bool, float, object]:
    soft = finding.tier not in (None, Tier.HARD)
    return (_STATES.index(finding.state), finding.severity.rank, soft, -finding.points, finding.order())


def gravest(findings: Iterable[Finding], most: int) -> tuple[list[Finding], int]:
    """The `most` gravest findings, the gravest first, and how many are left out.

    New before known and suppressed ones, then by severity and certainty; among those each rule's first in each article
    before its second, so that one fault of many does not hide all others.
    """
    seen: Counter[tuple[str, str]] = Counter()
    ranked = []
    for finding in sorted(findings, key=_gravity):
        seen[finding.document, finding.code] += 1
        state, severity, soft, *rest = _gravity(finding)
        ranked.append(((state, severity, soft, seen[finding.document, finding.code], *rest), finding))
    ranked.sort(key=lambda pair: pair[0])
    return [finding for _, finding in ranked[:most]], max(0, len(ranked) - most)
