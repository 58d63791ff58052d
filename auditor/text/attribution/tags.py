"""Verbs that the model does not know for cues: "“…,” he muttered", "“…?” sighed the baker", "legend has it that …"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from auditor.model import Document
from auditor.text.attribution.codes import SHAPES, SPACE
from auditor.text.attribution.contexts import LONGEST
from auditor.text.attribution.cues import Cue
from auditor.text.attribution.facts import speaks
from auditor.text.attribution.shapes import CLOSED
from auditor.text.attribution.sheet import page
from auditor.text.attribution.sources import says
from auditor.text.attribution.spotted import Spotter
from auditor.text.attribution.words import Row, Words
from auditor.text.quotes import quotations

# A quotation that ends so goes on into who says it.
_OPEN_ENDS = (",", "?", "!")
_NAME, _PAST, _ADVERB = SHAPES["X"], SHAPES["-ed"], SHAPES["-ly"]
RUMOURS = frozenset("gossip legend lore rumor rumors rumour rumours tradition word".split())
_RUMOURS = Spotter(RUMOURS)
_SUBJECTS = frozenset("he she they we i".split())
# What a speaker behind the verb begins with.
_BEGINNINGS = _SUBJECTS | frozenset("the a an one his her their another".split())
# A name has at most so many words.
_LONGEST_NAME = 4


def _verb(found: Words, at: int, last: int) -> int | None:
    """The verb of who speaks, behind a quotation that ends before word `at` of a sentence that ends before `last`."""
    low, shapes, gaps = found.tokens.lower, found.shapes, found.gaps

    def tells(word: int) -> bool:
        return low[word] not in CLOSED and (shapes[word] == _PAST or says(low[word])) and shapes[word] != _NAME

    if tells(at):
        behind = at + 1
        if behind >= last or gaps[behind] != SPACE:
            return None
        # "sighed Luc Chabert", "sighed the grower", "sighed grower Luc Chabert".
        titled = behind + 1 < last and speaks(low[behind]) and shapes[behind + 1] == _NAME
        return at if shapes[behind] == _NAME or low[behind] in _BEGINNINGS or titled else None
    subject = at
    while at < last and at - subject < _LONGEST_NAME and (shapes[at] == _NAME or low[at] in _SUBJECTS):
        at += 1
    while subject < at < last and shapes[at] == _ADVERB and gaps[at] == SPACE:
        at += 1
    return at if subject < at < last and gaps[at] == SPACE and tells(at) else None


def _row(document: Document, found: Words, at: int) -> Row | None:
    """The row of word `at`, if it stands in one that may be a sentence."""
    number = int(page(document).row_of[at]) if at < len(found.shapes) else -1
    if number < 0:
        return None
    row = found.rows[number]
    return row if row.last - row.first <= LONGEST else None


def _chief(cue: Cue) -> int:
    return cue.chief


def legends(document: Document, found: Words, cues: Sequence[Cue]) -> Iterator[Cue]:
    """The "has" of "legend has it", where it is none of the cues."""
    low = found.tokens.lower
    for at in _RUMOURS.places(document):
        if low[at + 1 : at + 3] == ("has", "it"):
            row = _row(document, found, at + 1)
            near = bisect_left(cues, at + 1, key=_chief)
            if row is not None and not (near < len(cues) and cues[near].chief == at + 1):
                yield Cue(at + 1, row, 0.0, at + 1, at + 2)


def tags(document: Document, found: Words, cues: Sequence[Cue]) -> Iterator[Cue]:
    """The verbs of those who speak the quotations, where none of the cues stands near."""
    text, starts = document.text, found.tokens.starts
    for quoted in quotations(document):
        end = quoted.end
        if text[end - 2] not in _OPEN_ENDS or text[end : end + 1] != " ":
            continue
        at = bisect_left(starts, end)
        row = _row(document, found, at)
        if row is None:
            continue
        near = bisect_left(cues, at, key=_chief)
        if near < len(cues) and cues[near].chief < min(row.last, at + 2 * _LONGEST_NAME):
            continue
        verb = _verb(found, at, row.last)
        if verb is not None:
            yield Cue(verb, row, 0.0, verb, verb + 1)
