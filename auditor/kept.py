"""What is kept of what was read until all is: cards and findings at hand, claims and signatures in files.

Claims are the bulk of what an article yields (22 of them, 20 KB, of 4 KB of text), and most of them meet nothing.
"""

from collections.abc import Iterator
from itertools import chain

from auditor.copies import told
from auditor.examine import Examined, renamed
from auditor.index.archive import Archive
from auditor.judge import Key, Numbered, key_of
from auditor.model import Card, Claim, Finding, Skipped
from auditor.shelf import Shelf
from auditor.signature import Signature

Yield = tuple[tuple[str, Claim], ...]


def unique(name: str, taken: dict[str, int]) -> str:
    """The id of a document; one that is `taken` gets the suffix ~2, ~3 …, in the order of reading."""
    found = name
    while found in taken:
        taken[name] += 1
        found = f"{name}~{taken[name]}"
    taken[found] = 1
    return found


class Kept:
    """Examined articles in the order of reading, each under an id of its own; an article's number is its place here."""

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self.findings: list[Finding] = []
        self.skipped: list[Skipped] = []
        self._again: list[str] = []
        self._taken: dict[str, int] = {}
        self._claims: Shelf[Yield] = Shelf()
        self._signatures: Shelf[Signature] = Shelf()

    def close(self) -> None:
        """Lets the files go."""
        self._claims.close()
        self._signatures.close()

    def keep(self, one: Examined | Skipped) -> None:
        """Takes in the next article, or what is said of an input that was not read."""
        if isinstance(one, Skipped):
            self.skipped.append(one)
            return
        name = unique(one.card.id, self._taken)
        if name != one.card.id:
            self._again.append(name)
            one = renamed(one, name)
        self.cards.append(one.card)
        self.findings += one.findings
        self._claims.add(one.claims)
        self._signatures.add(one.signature)

    def collapse(self, archive: Archive | None = None) -> list[str]:
        """Tells each card which cluster of copies it belongs to, copies in the archive included; returns notes."""
        held = archive.candidates(self._signatures) if archive else ()
        self.cards, notes = told(zip(self.cards, self._signatures, strict=True), held)
        return notes

    def paths(self) -> frozenset[str]:
        """Where all of it was read."""
        return frozenset(chain((card.path for card in self.cards), (skip.path for skip in self.skipped)))

    def notes(self) -> list[str]:
        """What is to be said of ids that several articles had."""
        if not self._again:
            return []
        count, first = len(self._again), self._again[0]
        return [f"an id names one article: {count:,} that had another's are told apart by a suffix, as {first!r}"]

    def _claimed(self) -> Iterator[tuple[int, str, Claim]]:
        for number, claims in enumerate(self._claims):
            for code, claim in claims:
                yield number, code, claim

    def claims(self) -> Iterator[tuple[Key, Numbered]]:
        """The claims of all articles, each under its rule's code and its key, with the number of its article."""
        for number, code, claim in self._claimed():
            yield (code, key_of(claim, self.cards[number])), (number, claim)

    def statements(self) -> Iterator[tuple[Card, Claim]]:
        """The claims of all articles, each with the card of its article."""
        for number, _, claim in self._claimed():
            yield self.cards[number], claim
