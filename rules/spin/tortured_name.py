"""A well-known name with a word or two exchanged for synonyms.

Offices, bodies, media, places and events have fixed names; word-by-word paraphrasing does not know them. Accused is a
capitalised expression that is no known name and becomes a very well-known one when one or two of its words are
exchanged by a thesaurus. What counts is how strange the exchanged words are in names at all ("Related" is, "National" is
not), whether the name stands for one thing alone, and what supports it: its acronym or the true name in the same text,
a country before it. Real names a synonym away from famous ones are many; the expression must be the whole of the
capitalised run, and known look-alikes are listed.

Measured: 56 % of 117 simulated spun articles hold one, none of 8,369 genuine ones (whose look-alikes are among those
listed). Of 104 names tortured by hand, 80 are flagged.

    flag: The [[Related Press]] reported it first.
    flag: The [[High Minister]] spoke, and the UN [[Safety Council]] met.
    flag: Soldiers of the Malian [[Nationwide Military]] left, said [[Human Privileges Watch]].
    pass: The Nationwide Building Society, the Food Safety Agency and the Court of Arbitration for Sport agreed.
    pass: The Prime Minister spoke, the First Minister of Scotland too, and the UN Security Council met.
    pass: The National Safety Council and the British Safety Council publish figures.
    pass: Public Safety Tops Council Agenda as High Street Ministers Meet
    pass: He studied at the College of Law, and at the School of Business and Global Affairs.
"""

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.blocks import Kind
from auditor.text.names import Name, names
from auditor.text.view import lowered

from ._names import Likeness, anchored, likenesses, modifiers, titled, torturable, words_of

# What an accusation needs, and what makes an error of it. Set on the five genuine sets: see "Measured".
_ENOUGH, _SURE = 2.2, 4.0
# A longer capitalised run is a headline or a list.
_LONGEST_RUN = 16
_UNITED = frozenset(("un", "u.n", "united nations"))


def _headline(name: Name) -> bool:
    """Whether capitals mean nothing here: a heading, or a sentence that is mostly capitalised."""
    long = [word for word in name.sentence.text.split() if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    return name.sentence.block.kind is Kind.HEADING or (len(long) > 4 and capitals > 0.8 * len(long))


def _support(document: Document, likeness: Likeness) -> str | None:
    """What else in the text speaks for the name."""
    if likeness.name in lowered(document):
        return "which the text names too"
    initials = "".join(word[0] for word in likeness.name.split(" ") if word not in ("of", "the", "and", "for", "in"))
    if len(initials) > 2 and initials.upper() in document.text:
        return f"whose letters {initials.upper()} stand in the text"
    return None


def _weight(words: list[str], likeness: Likeness) -> float:
    if likeness.familiar and likeness.exchanged > 1:  # "World Medical Association": real bodies are named like this.
        return 0.0
    before = words[: likeness.first]
    if "the" in before:  # "Soldiers of the Malian …": what stands before the article is another name.
        before = before[len(before) - before[::-1].index("the") :]
    alone = all(word in modifiers() for word in before) or (bool(before) and before[-1] in _UNITED)
    behind = words[likeness.last + 1 :]
    complete = alone and (not behind or likeness.kind == "office" or behind[0] in ("of", "for", "in", "and"))
    weight = likeness.strangeness + 0.7 * anchored(words, likeness) + (1.0 if likeness.rigid else 0.0)
    if before and alone:  # A country beside familiar words makes a plausible body of that country.
        weight += 1.0 if likeness.strangeness >= 1 or likeness.kind == "office" or before[-1] in _UNITED else -1.0
    return weight - (0.0 if complete else 3.0)


def _best(document: Document, name: Name) -> tuple[Likeness, float, str | None] | None:
    words = [word for word, _, _ in words_of(name.text)]
    found = [(_weight(words, likeness), likeness) for likeness in likenesses(words)]
    if not found:
        return None
    weight, best = max(found, key=lambda pair: (pair[0], pair[1].last - pair[1].first, pair[1].name))
    why = _support(document, best) if weight > 0 else None
    return best, weight + (1.5 if why else 0.0), why


@document_rule(code="SP106", severity=Severity.WARNING, weight=1.5, languages=())
def tortured_name(document: Document) -> Iterator[Hit]:
    for name in names(document):
        if not 2 <= len(name.words) <= _LONGEST_RUN or not torturable(name.text) or name.text.isupper():
            continue
        if (found := _best(document, name)) is None:
            continue
        likeness, weight, why = found
        if weight < _ENOUGH or _headline(name):
            continue
        places = words_of(name.text)
        start, end = places[likeness.first][1], places[likeness.last][2]
        span = Span(name.span.start + start, name.span.start + end)
        meant = titled(likeness.name)
        sure = weight >= _SURE
        message = f"no known name, a synonym away from “{meant}”" + (f", {why}" if why else "")
        yield Hit(span, message, meant, 0.97 if sure else 0.8, Severity.ERROR if sure else None, 2.0 if sure else None)
