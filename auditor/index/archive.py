"""An archive in the index: articles against which incoming ones are judged by the keys of their claims.

Its cost for one incoming article is that of its own keys, not of the archive's size.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from sqlite3 import Connection

from auditor.copies import told
from auditor.examine import Examined
from auditor.index import Index, chunks, packed, unpacked
from auditor.index.recall import Input
from auditor.judge import HOTTEST, Key, key_of
from auditor.meeting import bands
from auditor.model import Card, Claim, replace
from auditor.signature import Signature

# Paths read, examined and stored in one go while an archive is built: what a kill can lose.
_BATCH = 500


def _number(*parts: str) -> int:
    """A stable 63-bit name, so that the order of an archive does not depend on when an article came to it."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(joined, digest_size=8).digest()) >> 1


@dataclass(frozen=True, slots=True)
class Holdings:
    """What an archive is to hold: its name, a stamp for each path that changes with its content, and how to read it."""

    name: str
    stamps: Mapping[str, str]
    read: Callable[[Sequence[str]], Iterable[Input]]


class Archive:
    """The articles of one archive, those of the `scope` paths left out."""

    def __init__(self, index: Index, number: int, scope: frozenset[str]) -> None:
        self._connection = index.connection
        self._number = number
        self._scope = scope
        self._cards: dict[int, Card | None] = {}
        self._names: dict[str, int] = {}

    def __len__(self) -> int:
        (count,) = self._connection.execute(
            "SELECT count(*) FROM articles WHERE archive = ?", (self._number,)
        ).fetchone()
        return int(count)

    def _card(self, article: int) -> Card | None:
        """The card of an article, None for one in the scope; an id that two files share tells its file."""
        if article not in self._cards:
            row = self._connection.execute("SELECT path, card FROM articles WHERE number = ?", (article,)).fetchone()
            card = unpacked(row[1]) if row and row[0] not in self._scope else None
            if isinstance(card, Card) and self._names.setdefault(card.id, article) != article:
                card = replace(card, id=f"{card.id}@{card.path}")
            self._cards[article] = card if isinstance(card, Card) else None
        return self._cards[article]

    def claims(self, keys: Iterable[Key]) -> Iterator[tuple[Key, Claim]]:
        """The archive's claims under `keys`, placed; of a key with more than the judge will look at, the first ones."""
        for key in sorted(set(keys)):
            rows = self._connection.execute(
                "SELECT article, value FROM claims WHERE archive = ? AND hash = ? LIMIT ?",
                (self._number, _number(*key), HOTTEST + 1),
            )
            for article, value in rows.fetchall():
                card, claim = self._card(article), unpacked(value)
                if card is not None and isinstance(claim, Claim):
                    yield key, replace(claim, card=card)

    def candidates(self, signatures: Iterable[Signature]) -> Iterator[tuple[Card, Signature]]:
        """Articles that may be copies of the given ones, with their signatures."""
        wanted = sorted({band for signature in signatures for band in bands(signature)})
        for article in _meeting(self._connection, self._number, wanted):
            card = self._card(article)
            if card is not None:
                row = self._connection.execute("SELECT signature FROM articles WHERE number = ?", (article,)).fetchone()
                yield card, unpacked(row[0])  # type: ignore[misc]  # written by _store as a Signature


def _meeting(connection: Connection, archive: int, wanted: Sequence[int]) -> list[int]:
    found: set[int] = set()
    for some in chunks(wanted):
        marks = ",".join("?" * len(some))
        rows = connection.execute(
            f"SELECT DISTINCT article FROM bands WHERE archive = ? AND band IN ({marks})", (archive, *some)
        )
        found.update(row[0] for row in rows)
    return sorted(found)


def _opened(index: Index, name: str, state: str) -> int:
    """The archive's number; one that was made under another state is emptied."""
    with index.writing() as connection:
        row = connection.execute("SELECT archive, state FROM archives WHERE name = ?", (name,)).fetchone()
        if row and row[1] == state:
            return int(row[0])
        if row:
            for table in ("members", "articles", "claims", "bands"):
                connection.execute(f"DELETE FROM {table} WHERE archive = ?", (row[0],))
            connection.execute("DELETE FROM archives WHERE archive = ?", (row[0],))
        return int(connection.execute("INSERT INTO archives (name, state) VALUES (?, ?)", (name, state)).lastrowid or 0)


def _forget(connection: Connection, archive: int, paths: Iterable[str]) -> None:
    for path in paths:
        found = connection.execute("SELECT number FROM articles WHERE archive = ? AND path = ?", (archive, path))
        for row in found.fetchall():
            connection.execute("DELETE FROM claims WHERE article = ?", row)
            connection.execute("DELETE FROM bands WHERE article = ?", row)
        connection.execute("DELETE FROM articles WHERE archive = ? AND path = ?", (archive, path))
        connection.execute("DELETE FROM members WHERE archive = ? AND path = ?", (archive, path))


def _store(connection: Connection, archive: int, path: str, number: int, one: Examined) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?)",
        (number, archive, path, packed(one.card), packed(one.signature)),
    )
    connection.executemany(
        "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, ?)",
        [
            (archive, _number(code, key_of(claim, one.card)), number, ordinal, packed(claim))
            for ordinal, (code, claim) in enumerate(one.claims)
        ],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO bands VALUES (?, ?, ?)", [(archive, band, number) for band in bands(one.signature)]
    )


def _clustered(connection: Connection, archive: int, examined: Sequence[Examined]) -> list[Examined]:
    """The new articles told which cluster of copies they belong to, among themselves and with what is there."""
    met = _meeting(connection, archive, sorted({band for one in examined for band in bands(one.signature)}))
    known: list[tuple[Card, Signature]] = []
    for article in met:
        row = connection.execute("SELECT card, signature FROM articles WHERE number = ?", (article,)).fetchone()
        card, marks = unpacked(row[0]), unpacked(row[1])
        if isinstance(card, Card) and isinstance(marks, Signature):
            known.append((card, marks))
    cards = told(((one.card, one.signature) for one in examined), known).cards
    return [replace(one, card=card) for one, card in zip(examined, cards, strict=True)]


def synchronized(
    index: Index,
    holdings: Holdings,
    examine: Callable[[Iterable[Input]], Iterable[Examined]],
    state: str,
    scope: frozenset[str],
) -> Archive:
    """Brings the archive to what it is to hold, examining only what is new, and opens it for judging.

    `state` is a hash of rule set and settings; `scope` are paths that are judged and so no part of the archive.
    """
    archive = _opened(index, holdings.name, state)
    rows = index.connection.execute("SELECT path, stamp FROM members WHERE archive = ?", (archive,))
    known: dict[str, str] = dict(rows.fetchall())
    gone = [path for path in known if path not in holdings.stamps]
    if not scope:  # nothing is judged, so nothing need be learnt
        return Archive(index, archive, scope)
    new = sorted(path for path, stamp in holdings.stamps.items() if known.get(path) != stamp and path not in scope)
    if gone:
        with index.writing() as connection:
            _forget(connection, archive, gone)
    for start in range(0, len(new), _BATCH):
        paths = new[start : start + _BATCH]
        examined = list(examine(holdings.read(paths)))
        with index.writing() as connection:
            _forget(connection, archive, paths)
            for one in _clustered(connection, archive, examined):
                _store(connection, archive, one.card.path, _number(str(archive), one.card.path, one.card.id), one)
            connection.executemany(
                "INSERT OR REPLACE INTO members VALUES (?, ?, ?)",
                [(archive, path, holdings.stamps[path]) for path in paths],
            )
    return Archive(index, archive, scope)
