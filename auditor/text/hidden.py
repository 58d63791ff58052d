"""The text as it is seen: without characters that show nothing, and with letters in disguise as the letters they show.

A soft hyphen, a joiner or a variation selector within each word changes nothing for a reader and everything for a rule
(Boucher and others 2022, "Bad Characters"); so do the letters of mathematics and of full width, and those of another
alphabet among Latin ones. What is found in the text as it is seen is told at its place in the text as it is written.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from auditor.model import Document, Field, Span, replace
from auditor.text.characters import TWINS, unusual
from auditor.text.frequency import zipf

# Soft hyphen, grapheme joiner, direction marks, fillers, zero-width marks, variation selectors, tags.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]++"
)
# Full width digits and letters, and those of mathematics (bold, script, double-struck …).
_DISGUISED = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]")
_TWIN, _WORD, _LATIN = re.compile(f"[{''.join(TWINS)}]"), re.compile(r"[^\W\d_]{2,}+"), re.compile("[A-Za-z]")
_TO_LATIN = str.maketrans(TWINS)
# A word cut at the end of a line, its halves, neither of them part of a longer compound, and how common the word must be
# (once in a million words): "re-elected" and "well-known" are less so without their hyphen.
_CUT = re.compile(r"(?<=[^\W\d_]{2})-\r?\n(?=[a-z]{2})")
_LONGEST, _KNOWN = 24, 3.0
_HALF, _REST = re.compile(r"(?<![\w-])[^\W\d_]{2,24}+\Z"), re.compile(r"[a-z]{2,24}+(?![\w-])")
# In these scripts joiners and direction marks are spelling.
_JOINED = re.compile("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]")


@lru_cache(maxsize=2048)
def _shown(letter: str) -> str:
    """The letter that a disguised one shows; itself where that is more than one."""
    plain = unicodedata.normalize("NFKC", letter)
    return plain if len(plain) == 1 else letter


def _latin(match: re.Match[str]) -> str:
    """The word, in Latin letters where it has one of its own; a Russian word stays as it is."""
    word = match[0]
    return word if word.isascii() or not _LATIN.search(word) else word.translate(_TO_LATIN)


def _bare(text: str) -> tuple[str, Sequence[int]] | None:
    """The text as it is seen and the old place of each of its characters; None where nothing is hidden."""
    odd = unusual(text)
    if not odd or _JOINED.search(odd):
        return None
    twins = _TWIN.search(odd)
    if not (twins or _UNSEEN.search(odd) or _DISGUISED.search(odd)):
        return None
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for match in _UNSEEN.finditer(text):
        pieces.append(text[last : match.start()])
        places += range(last, match.start())
        last = match.end()
    pieces.append(text[last:])
    places += range(last, len(text))
    bare = _DISGUISED.sub(lambda match: _shown(match[0]), "".join(pieces))
    bare = _WORD.sub(_latin, bare) if twins else bare
    return None if bare == text else (bare, places)


@dataclass(frozen=True, slots=True)
class Seen:
    """A document as it is seen, and the way back from its spans to those of the document as it is written."""

    document: Document
    places: dict[Field, Sequence[int]]

    def back(self, span: Span) -> Span:
        """The characters as written that `span` of the text as seen stands for."""
        places = self.places.get(span.field)
        if places is None:
            return span
        if span.start == span.end:
            start = places[span.start] if span.start < len(places) else (places[-1] + 1 if places else 0)
            return Span(start, start, span.field)
        return Span(places[span.start], places[span.end - 1] + 1, span.field)


def seen(document: Document) -> Seen | None:
    """The document as it is seen; None where that is how it is written."""
    text, title = _bare(document.text), _bare(document.title)
    if not (text or title):
        return None
    places: dict[Field, Sequence[int]] = {}
    if text:
        document, places["text"] = replace(document, text=text[0]), text[1]
    if title:
        document, places["title"] = replace(document, title=title[0]), title[1]
    return Seen(document, places)


def _rejoined(text: str) -> tuple[str, Sequence[int]] | None:
    """The text without the hyphens and line ends that cut a known word, and the old place of each of its characters."""
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for cut in _CUT.finditer(text) if "-\n" in text or "-\r" in text else ():
        first, second = _HALF.search(text, max(0, cut.start() - _LONGEST), cut.start()), _REST.match(text, cut.end())
        if first and second and zipf((first[0] + second[0]).lower()) >= _KNOWN:
            pieces.append(text[last : cut.start()])
            places += range(last, cut.start())
            last = cut.end()
    if not pieces:
        return None
    pieces.append(text[last:])
    places += range(last, len(text))
    return "".join(pieces), places


def rejoined(document: Document) -> Seen | None:
    """The document with the words whole that a typesetter cut at the ends of lines; None where there is none."""
    found = _rejoined(document.text)
    return Seen(replace(document, text=found[0]), {"text": found[1]}) if found else None
