"""A person whose age is told in two ways.

"Lord Marlow, 56," and, further down, "he died aged 93": compared are the ages that stand directly behind one full name or
surname, and lives told by both their years ("born in 1950 … died in 2004 aged 93"). A year's difference is a birthday;
years of other events, children and spouses of the same surname are passed over.

Measured: of 8,369 genuine articles none is flagged; no development set holds such faults.

    flag: [[Rosa Marlow, 56]], won a prize on Monday. Friends cheered. [[Rosa Marlow, 93]], lives in Hull.
    flag: Rosa Marlow was [[born in 1950]] in Hull and [[died in 2004 aged 93]].
    pass: Rosa Marlow, 56, won a prize on Monday. Rosa Marlow, 57, lives in Hull.
    pass: Rosa Marlow, 56, won a prize. Otto Marlow, 93, lives in Hull.
    pass: Rosa Marlow was born in 1950 in Hull and died in 2004 aged 53.
    pass: Rosa Marlow, 12, of Hull scored. In the second half Rosa Marlow, 71st minute, scored again.
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, Span, Tier, document_rule
from auditor.text.persons import full_names

_AGE = re.compile(r",\s(?:aged\s|age\s)?(\d{1,3})(?=,\s[a-z]|\.\s|,?\s(?:of|from|who|was|is|has|had|and)\b|\)|;)")
_LIFE = re.compile(r"\bborn\b[^.;\n]{0,80}?\bin\s((?:1[89]|20)\d\d)\b")
_DEATH = re.compile(
    r"\bdied\b[^.;\n]{0,60}?\bin\s((?:1[89]|20)\d\d)\b[^.;\n]{0,20}?\b(?:aged?|at the age of)\s(\d{1,3})\b"
)


def _ages(document: Document) -> Iterator[Hit]:
    known: dict[str, tuple[int, Span]] = {}
    for name in full_names(document):
        match = _AGE.match(document.text, name.end, name.end + 40)
        if match is None or not 1 <= int(match[1]) <= 115:
            continue
        who = f"{name.given} {name.surname}"
        here = int(match[1]), Span(name.start, match.end(1))
        earlier = known.setdefault(who, here)
        if abs(earlier[0] - here[0]) > 1:
            yield Hit(
                here[1], f"{who} is {earlier[0]} elsewhere in this article", confidence=0.9, tier=Tier.HARD, kind="numeric",
                related=(earlier[1],),
            )  # fmt: skip


def _lives(document: Document) -> Iterator[Hit]:
    for death in _DEATH.finditer(document.text):
        start = max(0, death.start() - 300)
        births = list(_LIFE.finditer(document.text, start, death.start()))
        if len(births) != 1:
            continue
        age, years = int(death[2]), int(death[1]) - int(births[0][1])
        if not years - 1 <= age <= years:
            yield Hit(
                Span(*death.span()), f"from {births[0][1]} to {death[1]} are {years} years", confidence=0.8, tier=Tier.HARD,
                kind="numeric", related=(Span(births[0].start(), births[0].end()),),
            )  # fmt: skip


@document_rule(code="CO303", severity=Severity.ERROR, weight=1.5)
def age(document: Document) -> Iterator[Hit]:
    if "born" in document.text and "died" in document.text:
        yield from _lives(document)
    yield from _ages(document)
