"""From the chief words of an attribution to its spans: the whole phrase of a source, and what is said."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from auditor.model import Document, Span
from auditor.text.attribution.codes import GAPS, SHAPES, SPACE
from auditor.text.attribution.cues import Cue
from auditor.text.attribution.facts import can_speak
from auditor.text.attribution.shapes import CLOSED
from auditor.text.attribution.words import Words
from auditor.text.quotes import quotation_starts, quotations
from auditor.text.sentences import Sentence

_PREPOSITIONS = frozenset("of at in from for with near inside".split())
# Closed-class words that may stand inside a source's phrase.
_INSIDE = _PREPOSITIONS | frozenset(
    "the a an his her its their our my this these those some many most several few other others one two first last mr mrs ms "
    "more all both each another any and reporters officials critics analysts experts spokesman spokeswoman president "
    "senator committee campaign police several sources source study survey researchers observers supporters opponents "
    "residents witnesses authorities government administration company department ministry agency court judge lawyer "
    "attorney director chief minister secretary leader leaders lawmakers voters republicans democrats group data documents "
    "records letter report poll people statement".split()
)
_NOT_FIRST = _PREPOSITIONS | {"and"}
_NOT_LAST = _PREPOSITIONS | {"and", "the", "a", "an"}
# "Dr. Doe": the stop behind these ends nothing.
_TITLES = frozenset("mr mrs ms dr sen rep gov gen col lt sgt capt prof rev st hon".split())
_RELATIVE = frozenset("who whose which where when that as".split())
_NAME, _STOP, COMMA, _CLOSING = SHAPES["X"], GAPS["."], GAPS[","], GAPS["Q)"]
_SOLID = frozenset((_NAME, SHAPES["Xs"], SHAPES["0"]))
_DOING = frozenset((SHAPES["-ly"], SHAPES["-ed"]))
_PAUSES = frozenset(GAPS[mark] for mark in ",-–—")
_ENDING = frozenset((0, *(GAPS[mark] for mark in ",.;")))
# The longest source phrase in PolNeAR's training part but for one in a hundred.
_LONGEST = 14
# Words before a source that closes its sentence with its cue ("The wall was old, as police have said."), to be a content.
_FEWEST_LED = 3
# A quotation stands beside a sentence where fewer characters are between them, all of them space.
_BESIDE = 8
# "The wall was old, it is believed."
_IT_IS = frozenset((("it", "is"), ("it", "was")))


class Phrase(NamedTuple):
    """The words `[first, last)` of a source, its head, all as word indices."""

    first: int
    last: int
    head: int


def _acts(word: str, shape: int) -> bool:
    """Whether a lower-case word right behind a name is what its bearer does ("Doe took", not "the Doe campaign")."""
    return shape not in _SOLID and word not in CLOSED and not can_speak(word)


def _may_take(name: str) -> bool:
    return (name in _INSIDE or name not in CLOSED) and SHAPES[name] not in _DOING


# Of each shape whether a word of it may stand inside a source's phrase, by number; words of the closed classes are shapes.
_TAKES = [_may_take(name) for name in SHAPES]
_ALONE = [name in CLOSED and name not in _INSIDE for name in SHAPES]


def phrase(found: Words, cue: Cue, at: int, verbs: frozenset[int]) -> Phrase:
    """The noun phrase around word `at`, one of the places of the source of `cue`; no word of `verbs` is in it."""
    shapes = found.shapes
    if _ALONE[shapes[at]]:
        return Phrase(at, at + 1, at)
    low, gaps, row, chief = found.tokens.lower, found.gaps, cue.row, cue.chief
    first, last = at, at + 1
    floor = max(chief + 1 if at > chief else row.first, at - _LONGEST)
    while (
        first > floor
        and _TAKES[shapes[first - 1]]
        and (gaps[first] == SPACE or (gaps[first] == _STOP and low[first - 1] in _TITLES))
        and first - 1 not in verbs
    ):
        first -= 1
    while first < at and low[first] in _NOT_FIRST:
        first += 1
    ceiling = min(chief if at < chief else row.last, at + _LONGEST)
    while (
        last < ceiling
        and _TAKES[shapes[last]]
        and (gaps[last] == SPACE or (gaps[last] == _STOP and low[last - 1] in _TITLES))
        and last not in verbs
        and not (shapes[last - 1] == _NAME and _acts(low[last], shapes[last]))
    ):
        last += 1
    while last - 1 > at and low[last - 1] in _NOT_LAST:
        last -= 1
    head = last - 1
    for k in range(first + 1, last):
        if low[k] in _PREPOSITIONS:
            head = k - 1
            break
    if at > chief:
        return Phrase(first, _named_behind(found, cue, last), head)
    inserted = last < chief and gaps[last] == COMMA and gaps[chief] == COMMA
    if inserted and low[last] not in _RELATIVE and chief - last < _LONGEST:
        last = chief
    return Phrase(first, last, head)


def _named_behind(found: Words, cue: Cue, last: int) -> int:
    """The end of a full name in apposition: "said the head of the office, Jane Doe"."""
    gaps, shapes = found.gaps, found.shapes
    for at in range(last, min(cue.row.last - 1, last + 8)):
        if gaps[at] == COMMA and shapes[at] == shapes[at + 1] == _NAME and gaps[at + 1] == SPACE:
            return at + 2
    return last


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in " \t\r\n,:;–—-":
        start += 1
    while end > start and text[end - 1] in " \t\r\n,;:–—-":
        end -= 1
    return Span(start, end) if start < end else None


def _whole_quotation(document: Document, span: Span) -> Span:
    """The span stretched over a quotation that it begins or ends in."""
    quoted = quotations(document)
    if not quoted:
        return span
    starts = quotation_starts(document)
    row = bisect_right(starts, span.start) - 1
    start = quoted[row].start if row >= 0 and quoted[row].start < span.start < quoted[row].end else span.start
    row = bisect_left(starts, span.end) - 1
    end = quoted[row].end if row >= 0 and quoted[row].start < span.end < quoted[row].end else span.end
    return Span(start, end)


def _quotation_beside(document: Document, sentence: Sentence) -> Span | None:
    """The quotation that ends right before a sentence ("“Why now?” Ms Doe asked."), or begins right behind its colon."""
    starts, text = quotation_starts(document), document.text
    row = bisect_left(starts, sentence.start) - 1
    before = quotations(document)[row] if row >= 0 else None
    if before and sentence.start - before.end < _BESIDE and not text[before.end : sentence.start].strip():
        return before
    after = quotations(document)[row + 1] if row + 1 < len(starts) else None
    if after and sentence.text.endswith(":") and after.start - sentence.end < _BESIDE:
        return after if not text[sentence.end : after.start].strip() else None
    return None


def content(document: Document, found: Words, cue: Cue, source: Phrase | None) -> Span | None:
    """What is said: before the cue where the sentence has closed behind it, else after it; None where nothing is."""
    tokens, row, text = found.tokens, cue.row, found.text
    inverted = source is not None and source.first > cue.chief
    behind = source.last if source is not None and inverted else cue.chief + 1
    opening = source.first if source is not None and not inverted else cue.chief
    after = found.gaps[behind] if behind < row.last else 0
    before = found.gaps[opening] if opening > row.first else 0
    fronted = opening - row.first >= 2 and (
        before == _CLOSING or (after in _ENDING and before in _PAUSES) or (inverted and before != SPACE)
    )
    if inverted and not fronted and opening - row.first >= 4 and after in (0, _STOP):
        fronted = True
    if fronted:
        span = _trimmed(text, row.sentence.start, tokens.starts[opening])
    else:
        while behind < row.last and tokens.lower[behind] == "that":
            behind += 1
        begin = tokens.end(behind - 1)
        span = _trimmed(text, begin, row.sentence.end)
        if behind >= row.last:
            beside = _quotation_beside(document, row.sentence)
            if source is None and tokens.lower[max(row.first, opening - 2) : opening] in _IT_IS:
                opening -= 2
            led = (source is not None or opening < cue.chief) and opening - row.first >= _FEWEST_LED
            return beside or (_trimmed(text, row.sentence.start, tokens.starts[opening]) if led else None)
    return _whole_quotation(document, span) if span else None
