"""A rule's cases, from its page and the `<rule>.cases.md` beside it: at once its documentation and its tests.

On the page, one document a line: `flag: … [[marked]] …` or `pass: …`, with `⏎` for a line end. In the .md file, long
texts and several documents:

    ## flag possible: two articles, one of them undated
    --- a | source: Alpha News | date: 2025-11-20 | title: A headline
    The [[marked words]] are flagged, as finding or as related place.
    --- b
    The text of another document.

The word behind `flag` is the tier that every finding must have, if any.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import RuleError
from auditor.examine import examine
from auditor.guard import RuleFailure
from auditor.judge import judged
from auditor.kept import Kept
from auditor.model import Concealed, Document, Field, Finding, Span
from auditor.rule import Rule
from auditor.runner import Serial
from auditor.source import attribute

Mark = tuple[str, Span]

_ON_PAGE = re.compile(r"^ *(flag|pass): (.+)$", re.MULTILINE)
_HEADING = re.compile(r"^## (flag|pass)(?: (\w+))?: (.+)$", re.MULTILINE)
_DOCUMENT = re.compile(r"^--- (.+)$", re.MULTILINE)
_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Case:
    """Documents, and the places in them that the rule must flag (none: it must stay silent)."""

    name: str
    flag: bool
    tier: str | None
    documents: tuple[Document, ...]
    marks: frozenset[Mark]


def _unmarked(text: str, name: str, field: Field) -> tuple[str, set[Mark]]:
    """The text without its `[[` and `]]`, and the places that they marked."""
    plain: list[str] = []
    marks: set[Mark] = set()
    last = length = 0
    for match in _MARK.finditer(text):
        plain += [text[last : match.start()], match[1]]
        length += match.start() - last
        marks.add((name, Span(length, length + len(match[1]), field)))
        length += len(match[1])
        last = match.end()
    return "".join([*plain, text[last:]]), marks


def _on_page(rule: Rule) -> Iterator[Case]:
    for kind, line in _ON_PAGE.findall(rule.page):
        text, marks = _unmarked(line.replace("⏎", "\n"), "case", "text")
        yield Case(line, kind == "flag", None, (Document(id="case", text=text),), frozenset(marks))


def _concealed(given: Mapping[str, str]) -> tuple[Concealed, ...]:
    """What a page is to have hidden, by `concealed: no-size The words`, at its first paragraph."""
    way, _, words = given.get("concealed", "").partition(" ")
    return (Concealed(words, way, 0),) if words else ()


def _document(header: str, body: str) -> tuple[Document, set[Mark]]:
    name, *fields = (part.strip() for part in header.split(" | "))
    given = dict(field.split(": ", 1) for field in fields)
    text, marks = _unmarked(body.strip("\n"), name, "text")
    title, title_marks = _unmarked(given.get("title", ""), name, "title")
    document = Document(
        id=name, text=text, title=title, path=name, source=given.get("source"), url=given.get("url"),
        date=given.get("date"), author=given.get("author"), language=given.get("language"), concealed=_concealed(given),
    )  # fmt: skip
    return attribute(document), marks | title_marks


def _beside(rule: Rule) -> Iterator[Case]:
    path = Path(rule.file).with_suffix(".cases.md")
    if not path.exists():
        return
    parts = _HEADING.split(path.read_text(encoding="utf-8"))
    for kind, tier, name, body in zip(parts[1::4], parts[2::4], parts[3::4], parts[4::4], strict=True):
        pieces = _DOCUMENT.split(body)[1:]
        if not pieces:
            raise RuleError(f"{path}: case {name!r} has no document; begin one with `--- name`")
        made = [_document(header, text) for header, text in zip(pieces[::2], pieces[1::2], strict=True)]
        marks = frozenset(mark for _, marked in made for mark in marked)
        yield Case(name, kind == "flag", tier, tuple(document for document, _ in made), marks)


def cases(rule: Rule) -> tuple[Case, ...]:
    """All cases of a rule, those of its page first."""
    return (*_on_page(rule), *_beside(rule))


def _found(rule: Rule, case: Case) -> list[Finding] | str:
    """What the rule finds; where it breaks, how."""
    with closing(Kept()) as kept:
        try:
            for document in case.documents:
                kept.keep(examine(document, [rule]))
        except RuleFailure as failure:
            return str(failure)
        kept.collapse()
        across = judged(kept.claims(), kept.cards, [rule], Serial())
    return across.failures[0].reason if across.failures else kept.findings + across.findings


def check(rule: Rule, case: Case) -> str | None:
    """What is wrong when the rule meets the case: None where it does as the case says."""
    found = _found(rule, case)
    if isinstance(found, str):
        return found
    places = {(f.document, f.span) for f in found} | {(o.document, o.span) for f in found for o in f.related}
    texts = {document.id: document for document in case.documents}

    def shown(marks: set[Mark] | frozenset[Mark]) -> str:
        return ", ".join(sorted(repr(texts[name].quote(span)) for name, span in marks)) or "nothing"

    if case.flag and not case.marks:
        return "a flag case marks what must be flagged with [[…]]"
    if places != case.marks:
        return f"flags {shown(places)} where the case marks {shown(case.marks)}"
    wrong = [finding.tier for finding in found if case.tier and finding.tier != case.tier]
    return f"tier is {wrong[0]}, not {case.tier}" if wrong else None
