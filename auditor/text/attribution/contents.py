"""What is said, as a kind: a span of content to fact, opinion or speculation.

What may be or will be is speculation, and so is all that is feared, expected or warned of; "would" alone is not, for
spokesmen tell plans with it. A word of judgement, in the content or in the cue, makes an opinion; the rest is fact.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.model import Span
from auditor.text.attribution.kinds import ContentKind, Kind, speculates
from auditor.text.attribution.lists import listed
from auditor.text.attribution.shapes import stem
from auditor.text.attribution.words import Words

MARKS = frozenset('“"‘«„')


def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in listed(name))


_FORESEEING, _JUDGING = _stems("foreseeing"), _stems("judging")
_OPINION, _PREDICATES = listed("opinion"), listed("predicates")
_WILL = frozenset("will won't shall ’ll 'll".split())
_PLANS = frozenset("going plans plan hopes intends expects aims".split())
_NO_VERB_BEHIND = frozenset("a any her his its my no our the their without".split())
# "Groups say the dam would …": what is said now of what would be; "said … would" may tell a plan.
_SAY_NOW = frozenset("say says believe believes think thinks estimate estimates claim claims".split())
# What nobody is named to hold ("is thought to") may be.
_HELD = frozenset("thought believed understood presumed".split())
# What is told as being so; "do" and "can't" stand in quotations that tell as often as in those that judge (20 of 40 read).
_IS = frozenset(
    "is isn't are aren't am it's that's there's he's she's we're they're you're i'm what's let let's never".split()
)
_LONGEST_JUDGEMENT = 30
_BE = frozenset(
    "is are was were be been being isn't aren't wasn't weren't seem seems seemed looks looked became".split()
)
_DEGREES = frozenset(
    "very so too not never quite all more most less least as almost just simply rather both a an".split()
)
# "The proudest day" judges, "the oldest bridge" measures.
_MEASURES = listed("measures")
_NO_SUCH = frozenset("choice excuse justification place point reason right sense shame substitute way".split())
_EVERYBODY = frozenset("everybody everyone everything nothing".split())
# How a quotation begins that asks or thanks.
_ASKING = listed("asking")
# Words in marks inside what is said: they open in lower case, and no comma or colon leads to them.
_PIECE = re.compile(r"(?<=[^,:] )[“\"][a-z][^“”\"\n]{0,80}[”\"]")
_LONGEST_PIECE = 8
# A content of so few words is a predicate by itself ("“icy”").
_ALONE = 3
_FEELING = frozenset("thank hope feel want love hate trust wish like would regret welcome".split())


class _Said(NamedTuple):
    """The words of a content, as written and in lower case."""

    texts: Sequence[str]
    low: Sequence[str]


def _generalises(said: _Said) -> bool:
    """Whether a quotation says what always is, of nobody by name and without a number ("Luck is mostly stubbornness"):
    people are quoted for what they think; of 45 such quotations of news that were read 33 judge."""
    if len(said.low) > _LONGEST_JUDGEMENT or _IS.isdisjoint(word.replace("’", "'") for word in said.low):
        return False
    return not any(text[0].isdigit() for text in said.texts) and not any(
        text[0].isupper() and text[:2] not in ("I", "I'", "I’") for text in said.texts[1:]
    )


def _is_predicate(low: Sequence[str], at: int) -> bool:
    """Whether the word stands behind a form of "be", maybe with adverbs and an article between, or nearly alone."""
    if len(low) <= _ALONE:
        return True
    at -= 1
    while at >= 0 and (low[at] in _DEGREES or low[at].endswith("ly")):
        at -= 1
    return at >= 0 and low[at] in _BE


def _judges(said: _Said) -> bool:
    """Whether words judge: by what they are, or by how they are put."""
    low = said.low
    if not _OPINION.isdisjoint(low):
        return True
    for at, word in enumerate(low):
        if word in _PREDICATES and _is_predicate(low, at):
            return True
        if word.endswith("est") and at and low[at - 1] in ("the", "my", "our") and word not in _MEASURES:
            return True
    return any(
        (one == "too" and other not in ("and", "but", "in", "on", "at"))
        or (one == "no" and other in _NO_SUCH)
        or (one == "would" and other == "rather")
        or (one in ("i", "we") and other in _FEELING)
        or (one in _EVERYBODY and other.endswith("s") and other not in _IS)
        for one, other in pairwise(low)
    )


def _may_be(cue: Sequence[str], said: _Said, kind: Kind) -> bool:
    """Whether what is said is foreseen or supposed."""
    if speculates(said.texts) or not _FORESEEING.isdisjoint(stem(word) for word in cue):
        return True
    if kind is Kind.IMPERSONAL and not _HELD.isdisjoint(cue):
        return True
    if not _WILL.isdisjoint(said.low) or ("would" in said.low and not _SAY_NOW.isdisjoint(cue)):
        return True
    low = said.low
    return any(
        word in _PLANS and low[at + 1 : at + 2] == ("to",) and not (at and low[at - 1] in _NO_VERB_BEHIND)
        for at, word in enumerate(low)
    )


def _quotes_a_piece(text: str, start: int, end: int) -> bool:
    """Whether a few words of what is said are in marks: reporters quote so what they would not say themselves."""
    return any(match[0].count(" ") < _LONGEST_PIECE for match in _PIECE.finditer(text, start + 1, end))


def kind_of_content(found: Words, cue: Sequence[str], span: Span | None, kind: Kind = Kind.NONE) -> ContentKind:
    """The kind of what is said with the given cue by a source of the given kind; nothing said is a fact."""
    if span is None:
        return ContentKind.FACT
    text, starts = found.text, found.tokens.starts
    # What stands behind a semicolon is another statement.
    end = text.find(";", span.start, span.end)
    end = span.end if end < 0 else end
    first, last = bisect_left(starts, span.start), bisect_left(starts, end)
    # A quotation begins at the content's first character, or is what stands inside the marks.
    quoted = not MARKS.isdisjoint(text[max(0, span.start - 1) : span.start + 1])
    said = _Said(found.tokens.texts[first:last], found.tokens.lower[first:last])
    if _may_be(cue, said, kind):
        return ContentKind.SPECULATION
    stems = {stem(word) for word in cue}
    described = "describ" in stems and "as" in said.low
    if described or not _JUDGING.isdisjoint(stems) or _judges(said):
        return ContentKind.OPINION
    if quoted:
        judged = _generalises(said) or "!" in text[span.start : end] or not _ASKING.isdisjoint(said.low[:1])
    else:
        judged = _quotes_a_piece(text, span.start, end)
    return ContentKind.OPINION if judged else ContentKind.FACT
