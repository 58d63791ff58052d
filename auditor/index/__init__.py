"""The index: an embedded SQLite file that remembers what each input yielded, and whole archives by key.

`outcomes` is the cache of a second run: what one raw input yielded, under a hash of its content, its place, the
settings and the rule set; `states` are the settings and rule sets used last, whose outcomes are kept. `members`,
`articles`, `claims` and `bands` hold archives, so that one incoming article is judged against them by the keys of its
claims, however many articles they hold.

Every write is one transaction, so a run killed at any point leaves the last whole state. A file that is corrupt or of
another version is put aside and begun anew; one that cannot be written makes a run that remembers nothing more. An
archive is no cache: a run that needs one and cannot read or write it ends with StorageError.
"""

import contextlib
import io
import os
import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from auditor.errors import StorageError
from auditor.files import cache

SCHEMA = 3
_FILE = f"index-{SCHEMA}.sqlite"
_TABLES = """
CREATE TABLE IF NOT EXISTS states (state INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, used INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS outcomes (key BLOB PRIMARY KEY, state INTEGER NOT NULL, value BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS outcomes_by_state ON outcomes (state);
CREATE TABLE IF NOT EXISTS archives (archive INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, state TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS members (
    archive INTEGER, path TEXT, stamp TEXT NOT NULL, PRIMARY KEY (archive, path)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    number INTEGER PRIMARY KEY, archive INTEGER NOT NULL, path TEXT NOT NULL, card BLOB NOT NULL, signature BLOB);
CREATE INDEX IF NOT EXISTS articles_by_path ON articles (archive, path);
CREATE TABLE IF NOT EXISTS claims (
    archive INTEGER, hash INTEGER, article INTEGER, ordinal INTEGER, value BLOB NOT NULL,
    PRIMARY KEY (archive, hash, article, ordinal)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claims_by_article ON claims (article);
CREATE TABLE IF NOT EXISTS bands (
    archive INTEGER, band INTEGER, article INTEGER, PRIMARY KEY (archive, band, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bands_by_article ON bands (article);
"""
# A second process waits this long for a first one's write; the longest single write measured (10,000 articles) took 6 s.
_PATIENCE = 60.0
# Who edits a rule makes a state a run, each as large as all that it reads; who works on several projects comes back.
_STATES = 16
_NOUNS = ("auditor.model.evidence", "auditor.model.report", "auditor.signature", "auditor.examine")


class _Unpickler(pickle.Unpickler):
    """Rebuilds values of this package and nothing else, so that a file put into the cache folder runs no code."""

    def find_class(self, module: str, name: str) -> object:
        if module in _NOUNS and not name.startswith("_"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} does not belong in an index")


def packed(value: object) -> bytes:
    """A value of frozen nouns as bytes."""
    return pickle.dumps(value, protocol=5)


def unpacked(data: bytes) -> object:
    """The value of `packed`. Raises UnpicklingError for bytes that are none."""
    return _Unpickler(io.BytesIO(data)).load()


def folder(given: str | None) -> Path:
    """The folder of the index: as given, else the user's cache."""
    return Path(given) if given else cache()


class Index:
    """One open index. `remark` says, in a line, why it could not be used as it should; None where it could."""

    def __init__(self, where: Path | None) -> None:
        """Opens `where` (a folder, made if need be); None keeps the index in memory, for this run only."""
        self.remark: str | None = None
        self._file = where / _FILE if where else None
        self._remembers = True
        self.connection = self._opened(self._file) if self._file else _memory()

    def _opened(self, file: Path) -> sqlite3.Connection:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            try:
                return _ready(file)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self.remark = f"{file}: was corrupt and has been begun anew"
                for suffix in ("", "-wal", "-shm"):
                    with contextlib.suppress(FileNotFoundError):
                        os.unlink(f"{file}{suffix}")
                return _ready(file)
        except (OSError, sqlite3.Error) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            self.remark = f"{file}: cannot be used ({reason}); this run remembers nothing"
            return _memory()

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, alone: all of it is written, or nothing."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:  # SQLite has ended it itself where the disk was full
                self.connection.execute("ROLLBACK")
            raise

    @contextlib.contextmanager
    def needed(self) -> Iterator[None]:
        """While an archive is in use: what the database says against it becomes a StorageError."""
        try:
            yield
        except (sqlite3.Error, pickle.UnpicklingError) as error:
            raise StorageError(
                f"{self._file or 'the index in memory'}: cannot be used ({error}); free some space, delete the file, or "
                "name another folder with --cache-dir"
            ) from error

    def _forgets(self, error: sqlite3.Error) -> None:
        """From here on the run goes without its cache."""
        self._remembers = False
        self.remark = f"{self._file}: cannot be used any more ({error}); what this run found is not remembered"

    def state(self, name: str) -> int:
        """The number of a state (rules and settings), now the one used last; outcomes of long unused ones are let go."""
        if not self._remembers:
            return 0
        try:
            last = self.connection.execute("SELECT state, name FROM states ORDER BY used DESC LIMIT 1").fetchone()
            if last and last[1] == name:  # nothing to write, so a folder that is read only serves too
                return int(last[0])
            with self.writing() as connection:
                return _used(connection, name)
        except sqlite3.Error as error:
            self._forgets(error)
            return 0

    def outcome(self, key: bytes) -> object | None:
        """What is remembered under `key`; a damaged value counts as none."""
        if not self._remembers:
            return None
        try:
            row = self.connection.execute("SELECT value FROM outcomes WHERE key = ?", (key,)).fetchone()
            return unpacked(row[0]) if row else None
        except sqlite3.Error as error:
            self._forgets(error)
            return None
        except (pickle.UnpicklingError, EOFError, TypeError, ValueError, AttributeError, IndexError):
            return None

    def remember(self, values: Iterable[tuple[bytes, object]], state: int) -> None:
        """Keeps values under their keys, for as long as their state is kept."""
        if not self._remembers:
            return
        rows = [(key, state, packed(value)) for key, value in values]
        try:
            with self.writing() as connection:
                connection.executemany("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", rows)
        except sqlite3.Error as error:
            self._forgets(error)

    def close(self) -> None:
        """Lets the file go."""
        self.connection.close()


def _used(connection: sqlite3.Connection, name: str) -> int:
    (uses,) = connection.execute("SELECT coalesce(max(used), 0) FROM states").fetchone()
    connection.execute(
        "INSERT INTO states (name, used) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET used = excluded.used",
        (name, uses + 1),
    )
    unused = connection.execute("SELECT state FROM states ORDER BY used DESC LIMIT -1 OFFSET ?", (_STATES,)).fetchall()
    connection.executemany("DELETE FROM outcomes WHERE state = ?", unused)
    connection.executemany("DELETE FROM states WHERE state = ?", unused)
    (number,) = connection.execute("SELECT state FROM states WHERE name = ?", (name,)).fetchone()
    return int(number)


def _memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(_TABLES)
    return connection


def _ready(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        (sound,) = connection.execute("PRAGMA quick_check(1)").fetchone() if _small(file) else ("ok",)
        if sound != "ok":
            raise sqlite3.DatabaseError(sound)
        connection.executescript(_TABLES)
    except BaseException:
        connection.close()
        raise
    return connection


def _small(file: Path) -> bool:
    """Whether a check of the whole file is cheap (it reads all of it: about 1 ms a megabyte)."""
    return file.stat().st_size < 20_000_000


def chunks(items: Sequence[int], size: int = 500) -> Iterator[Sequence[int]]:
    """Pieces small enough for one statement's parameters."""
    return (items[start : start + size] for start in range(0, len(items), size))
