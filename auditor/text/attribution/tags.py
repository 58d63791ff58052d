"""Verbs that the model does not know for cues: "“…,” he muttered", "“…?” sighed the baker", "legend has it that …"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from auditor.model import Document
from auditor.text.attribution.codes import SHAPES, SPACE
from auditor.text.attribution.contexts import LONGEST
from auditor.text.attribution.cues import Cue
from auditor.text.attribution.shapes import CLOSED
from auditor.text.attribution.sources import says
from auditor.text.attribution.words import Row, Words
from auditor.text.quotes import quotations
from auditor.text.tokens import word_counts

# A quotation that ends so goes on into who says it.
_OPEN_ENDS = (",", "?", "!")
_NAME, _PAST, _ADVERB = SHAPES["X"], SHAPES["-ed"], SHAPES["-ly"]
RUMOURS = frozenset("gossip legend lore rumor rumors rumour rumours tradition word".split())
_SUBJECTS = frozenset("he she they we i".split())
_DETERMINERS = frozenset("the a an one his her their another".split())
# A name has at most so many words.
_LONGEST_NAME = 4


def _verb(found: Words, at: int, last: int) -> int | None:
    """The verb of who speaks, behind a quotation that ends before word `at` of a sentence that ends before `last`."""
    low, shapes, gaps = found.tokens.lower, found.shapes, found.gaps

    def tells(word: int) -> bool:
        return low[word] not in CLOSED and (shapes[word] == _PAST or says(low[word])) and shapes[word] != _NAME

    if tells(at):
        behind = at + 1
        named = behind < last and gaps[behind] == SPACE
        return at if named and (shapes[behind] == _NAME or low[behind] in _DETERMINERS | _SUBJECTS) else None
    subject = at
    while at < last and at - subject < _LONGEST_NAME and (shapes[at] == _NAME or low[at] in _SUBJECTS):
        at += 1
    while subject < at < last and shapes[at] == _ADVERB and gaps[at] == SPACE:
        at += 1
    return at if subject < at < last and gaps[at] == SPACE and tells(at) else None


def _row(found: Words, firsts: Sequence[int], at: int) -> Row | None:
    """The row of word `at`, if it stands in one that may be a sentence; `firsts` are the first words of all rows."""
    number = bisect_right(firsts, at) - 1
    if number < 0 or not firsts[number] <= at < found.rows[number].last:
        return None
    row = found.rows[number]
    return row if row.last - row.first <= LONGEST else None


def legends(document: Document, found: Words, cues: Sequence[Cue]) -> Iterator[Cue]:
    """The "has" of "legend has it", where it is none of the cues."""
    # The cheap test first.
    if RUMOURS.isdisjoint(word_counts(document)):
        return
    low, chiefs = found.tokens.lower, {cue.chief for cue in cues}
    firsts = [row.first for row in found.rows]
    for at in range(1, len(low) - 1):
        if low[at] == "has" and low[at - 1] in RUMOURS and low[at + 1] == "it" and at not in chiefs:
            row = _row(found, firsts, at)
            if row is not None:
                yield Cue(at, row, 0.0, at, at + 1)


def tags(document: Document, found: Words, cues: Sequence[Cue]) -> Iterator[Cue]:
    """The verbs of those who speak the quotations, where none of the cues stands near."""
    text, starts = document.text, found.tokens.starts
    chiefs = [cue.chief for cue in cues]
    firsts = [row.first for row in found.rows]
    for quoted in quotations(document):
        if text[quoted.end - 2] not in _OPEN_ENDS or text[quoted.end : quoted.end + 1] != " ":
            continue
        at = bisect_left(starts, quoted.end)
        row = _row(found, firsts, at)
        if row is None:
            continue
        near = bisect_left(chiefs, at)
        if near < len(chiefs) and chiefs[near] < min(row.last, at + 2 * _LONGEST_NAME):
            continue
        verb = _verb(found, at, row.last)
        if verb is not None:
            yield Cue(verb, row, 0.0, verb, verb + 1)
