"""What in a text is not the article: calls to subscribe, teasers, notices, credits, footers; by offsets, with a kind.

A list of phrases says where in a line each may stand. Phrases that occur in prose too count in short lines only, since
a boilerplate line says one thing; sentences inside long paragraphs are looked at only for phrases that no article says
of anything else ("delivered to your inbox").
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from operator import attrgetter

from auditor.model import Document, Span
from auditor.text.blocks import Block, Kind, blocks, word_totals
from auditor.text.linewords import Weights, kind_of, odds, promising, shipped
from auditor.text.phrases import LONGEST, MARKS, SHORT, Within, is_prose, opened, phrases, whole_words
from auditor.text.quotes import is_quoted
from auditor.text.sentences import sentences
from auditor.text.shapes import by_shape, introduced, is_date, is_teaser
from auditor.text.tokens import word_counts
from auditor.text.view import lowered, view

# Words of a brief line.
_BRIEF = 8
# Lines at the end, where author boxes and house notices stand.
_TAIL = 4
_BIOS = 3
# Lines at either end, where a bare date is the page's and not a chronicle's.
_EDGE = 3
# A line that no list knows: its most words, the lines at the top that may well be furniture, and the log-odds (in
# hundredths) that are asked for there and elsewhere, chosen on outlets that the weights had not seen.
_LONGEST_UNLISTED = 30
# A longer line that is a sentence is looked at where furniture stands: amid 8,369 articles five of 15,430 were any.
_LONGEST_PROSE = 16
_OPENING = 2
_LIKELY, _LIKELY_AMID, _LIKELY_HEADING = 100, 160, 330
# A line of so few words amid an article is mostly a heading of its own.
_HEADING = 4
# Where more is asked for, the sieve asks for so many times more; of 10,255 pieces of furniture this loses three.
_SIEVED = 2

# What every such sentence holds, by a word that a text has then.
_PROMISES = {"continue": " will continue", "keep": " will keep", "go": " will go on"}
_SPEAKS = re.compile(r"[“”\"]| sa(?:id|ys)\b")
_ENTICES = re.compile(r"(?:want|love|like|enjoy|enjoying|enjoyed|ready|looking|craving|need) .*\?")
# A house speaks of itself: "we", "this newspaper", or a name that ends like a paper's.
_HOUSE = re.compile(
    r"(?:We|This (?:newspaper|website|site|page|magazine|blog|channel|story)|(?:[A-Z][\w’'-]*+ ){0,4}(?:Times|Post|News|"
    r"Weekly|Daily|Herald|Tribune|Gazette|Journal|Observer|Monitor|Chronicle|Guardian|Telegraph|Review|Standard|Mirror|"
    r"Star|Sun|Press|Magazine|Report|Digest|Bulletin|Courier|Echo|Independent|Today|Online|[A-Z]?\w+\.(?:com|org|net)))"
    r" will (?:continue|keep|go on)(?: to| on)? (?:monitor|follow|updat|report|track|provid|bring|cover)"
)


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A line or sentence that is not the article's own text, its kind, and the phrase that tells ("" for a shape)."""

    span: Span
    kind: str
    phrase: str


def _is_bio(block: Block, text: str) -> bool:
    name = introduced(block.text) if block.text.count(" ") < LONGEST else None
    return name is not None and text.count(name) == 1 and not _SPEAKS.search(block.text)


@view
def _lines(document: Document) -> list[tuple[int, Block, int, bool]]:
    """Each block no longer than furniture is: its number, itself, its words, and whether it is plainly a sentence of prose."""
    return [
        (number, block, words, words > SHORT and is_prose(block.text))
        for number, (block, words) in enumerate(zip(blocks(document), word_totals(document), strict=True))
        if words <= LONGEST
    ]


def _of_lines(document: Document) -> Iterator[Boilerplate]:
    """Short blocks that are boilerplate by how they begin or what they are."""
    for _, block, words, prose in _lines(document):
        if prose:
            continue
        if told := opened(block.text, words):
            yield Boilerplate(block.span, *told)
        elif shape := by_shape(block.text, words):
            yield Boilerplate(block.span, shape, "")


_start = attrgetter("start")


def _unit_at(document: Document, at: int) -> Span | None:
    """The short block, or the sentence of a longer one, around the character at `at`."""
    lines = blocks(document)
    row = bisect_right(lines, at, key=_start) - 1
    if row < 0 or at >= lines[row].end:
        return None
    if lines[row].text.count(" ") < LONGEST:
        return lines[row].span
    own = sentences(document)
    sentence = own[max(0, bisect_right(own, at, key=_start) - 1)] if own else None
    return sentence.span if sentence and sentence.block is lines[row] and sentence.start <= at < sentence.end else None


def _fits(document: Document, unit: Span, entry: Within, end: int) -> bool:
    """Whether a phrase that ends at `end` may stand in this unit."""
    words = document.text.count(" ", unit.start, unit.end) + 1
    if entry.place == "closes":
        return words <= LONGEST and not document.text[end : unit.end].strip(" .)]")
    if entry.place == "tail":
        last = blocks(document)[-_TAIL:]
        # Amid a paragraph "He is a fellow at …" is part of the report.
        fits = entry.kind != "author" or any(unit.start == block.start for block in last)
        return fits and words <= LONGEST and unit.start >= last[0].start
    return words <= (_BRIEF if entry.place == "brief" else LONGEST)


def _units_with(document: Document, text: str, phrase: str) -> Iterator[tuple[Span, int]]:
    """Each unit that holds the phrase in whole words, with the offset of its first occurrence there."""
    at = text.find(phrase)
    while at >= 0:
        unit = _unit_at(document, at) if whole_words(text, at, at + len(phrase)) else None
        if unit:
            yield unit, at
        at = text.find(phrase, unit.end if unit else at + len(phrase))


def _within(document: Document) -> Iterator[Boilerplate]:
    """Units that hold a phrase; a text is searched only for phrases all of whose words it has."""
    known, counts = phrases(), word_counts(document)
    present = counts.keys()
    marks = {mark for mark in MARKS if mark in document.text}
    sought = [
        entry
        for word in sorted(present & known.within.keys())
        for entry in known.within[word]
        if entry.marks <= marks and entry.words <= present
    ]
    sought += [Within(phrase, "own", "in", frozenset(), frozenset()) for phrase in sorted(document.phrases)]
    if not sought:
        return
    text = lowered(document).replace("’", "'")
    for entry in sought:
        for unit, at in _units_with(document, text, entry.phrase):
            if _fits(document, unit, entry, at + len(entry.phrase)) and not is_quoted(document, at):
                yield Boilerplate(unit, entry.kind, entry.phrase)


def _house_lines(document: Document) -> Iterator[Boilerplate]:
    """Sentences in which the house promises to go on: "The … Weekly will continue to monitor"."""
    counts = word_counts(document)
    if not any(word in counts and promise in document.text for word, promise in _PROMISES.items()):
        return
    for sentence in sentences(document):
        if " will " in sentence.text and _HOUSE.match(sentence.text) and not is_quoted(document, sentence.start):
            yield Boilerplate(sentence.span, "house", "")


def _at_the_edges(document: Document) -> Iterator[Boilerplate]:
    """What is boilerplate where it stands: a bare date, a note on the author, headings that nothing follows."""
    everything = blocks(document)
    for block in (*everything[:_EDGE], *everything[_EDGE:][-_EDGE:]):
        if is_date(block.text):
            yield Boilerplate(block.span, "stamp", "")
    if len(everything) <= 2 * _BIOS:
        return
    for block in everything[-_BIOS:]:
        if _is_bio(block, document.text):
            yield Boilerplate(block.span, "author", "")
    for block in takewhile(lambda block: block.kind is Kind.HEADING, reversed(everything)):
        if is_teaser(block.text):
            yield Boilerplate(block.span, "related", "")


@view
def listed(document: Document) -> tuple[Boilerplate, ...]:
    """What phrases and shapes tell, in order, never overlapping."""
    everything = blocks(document)
    found: dict[int, Boilerplate] = {}
    for piece in (*_of_lines(document), *_at_the_edges(document), *_within(document), *_house_lines(document)):
        found.setdefault(piece.span.start, piece)
    # "Want to know more?" is a call to subscribe where such a call follows.
    for block, after in pairwise(everything) if found else ():
        follows = found.get(after.start)
        if follows is None or follows.kind not in ("newsletter", "subscription", "share") or block.start in found:
            continue
        if block.text.count(" ") < 2 * SHORT and _ENTICES.fullmatch(block.text.lower()):
            found[block.start] = Boilerplate(block.span, follows.kind, "")
    return tuple(found[start] for start in sorted(found))


def unlisted(document: Document, weights: Weights) -> Iterator[Boilerplate]:
    """Further short lines whose words are those of furniture; at either end, or beside one that is listed, with less doubt."""
    known = {piece.span.start for piece in listed(document)}
    everything = blocks(document)
    tail = len(everything) - _TAIL
    for number, block, words, prose in _lines(document):
        inside = _OPENING <= number < tail
        if words > (_LONGEST_PROSE if inside and prose else _LONGEST_UNLISTED) or block.start in known:
            continue
        amid = inside and not (known and {o.start for o in everything[number - 1 : number + 2]} & known)
        least = _LIKELY if not amid else _LIKELY_HEADING if words <= _HEADING else _LIKELY_AMID
        if not promising(block.text, weights, _SIEVED * (least - _LIKELY)) or block.kind is Kind.TABLE:
            continue
        # A figure alone may be a table's.
        told = odds(block.text, weights) >= least and block.text.upper() != block.text.lower()
        if told and not is_quoted(document, block.start):
            yield Boilerplate(block.span, kind_of(block.text, weights), "")


@view
def boilerplate(document: Document) -> tuple[Boilerplate, ...]:
    """All that is not the article, in order, never overlapping."""
    return tuple(sorted((*listed(document), *unlisted(document, shipped())), key=lambda piece: piece.span.start))


def share(document: Document) -> float:
    """The share of the text's characters that are not the article, 0 to 1."""
    lines = blocks(document)
    whole = sum(len(block.text) for block in lines)
    return sum(piece.span.end - piece.span.start for piece in boilerplate(document)) / whole if whole else 0.0
