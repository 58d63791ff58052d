"""PolNeAR's human judgements laid over our words, and plain news without any."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from auditor import Document
from auditor.text.attribution.codes import normal
from auditor.text.attribution.words import Words, words
from auditor.text.tokens import WORD
from benchmarks._data import GENUINE, articles, rows


@dataclass(frozen=True)
class Text:
    """A document with its words; of each gold cue the words that it holds, none where nobody judged."""

    document: Document
    found: Words
    cues: tuple[tuple[int, ...], ...]

    @property
    def low(self) -> tuple[str, ...]:
        """The words in lower case."""
        return self.found.tokens.lower


def within(starts: tuple[int, ...], start: int, end: int) -> tuple[int, ...]:
    """The words that begin inside the characters `[start, end)`."""
    return tuple(range(bisect_left(starts, start), bisect_left(starts, end)))


def _cues(row: Mapping[str, object], starts: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    judged = row["attributions"]
    assert isinstance(judged, list)
    for one in judged:
        for start, end in one["cue"][:1]:
            if found := within(starts, start, end):
                yield found


def gold(folder: Path, split: str) -> list[Text]:
    """The judged texts of PolNeAR's `split`, by id, none twice."""
    made: dict[str, Text] = {}
    for row in sorted(
        (row for row in rows(folder, "polnear") if row["split"] == split), key=lambda row: str(row["id"])
    ):
        document = Document(id=str(row["id"]), text=str(row["text"]))
        found = words(document)
        made.setdefault(document.text, Text(document, found, tuple(_cues(row, found.tokens.starts))))
    return list(made.values())


# Up to so many genuine articles of each set: half of all are American politics, the rest of other kinds.
_SHARES = {"news_by_outlet": 8000, "bbc_2005": 3200, "foreign_newswire": 3200, "fnc_bodies": 1600}


def plain(folder: Path) -> list[Text]:
    """Genuine articles without judgements."""
    made = []
    for name, most in _SHARES.items():
        some = [one for one in articles(folder, name) if 800 < len(one.text) < 9000]
        Random(0).shuffle(some)
        made += [Text(one, words(one), ()) for one in some[:most]]
    return made


def capitals(texts: Iterable[str]) -> dict[str, int]:
    """Of 100 occurrences of a word inside a sentence (behind a space) so many have a capital; seen five times or more."""
    total: Counter[str] = Counter()
    high: Counter[str] = Counter()
    for text in texts:
        pieces = WORD.split(text)
        for gap, word in zip(pieces[2:-1:2], pieces[3::2], strict=True):
            if gap == " ":
                low = normal(word.lower())
                total[low] += 1
                high[low] += word[0].isupper()
    return {word: round(100 * high[word] / count) for word, count in total.items() if count >= 5}


def every(folder: Path) -> Iterator[str]:
    """The texts of all genuine articles, none twice."""
    seen: set[str] = set()
    for name in GENUINE:
        for document in articles(folder, name):
            if document.text not in seen:
                seen.add(document.text)
                yield document.text
