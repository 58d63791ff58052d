"""Tables from words to small numbers, compiled once into the user's cache folder and mapped into memory after that.

What a language library takes seconds and tens of megabytes to know is so asked once a machine and version. A table
that cannot be stored is compiled for this run alone.
"""

import mmap
import os
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from auditor.files import cache

# Values take the low bits of a slot, the word's hash the others: among 300,000 words two are taken for each other
# with a probability of 300,000² / 2^55, one in 400,000.
_BITS = 10
LARGEST = (1 << _BITS) - 1


def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _path(name: str) -> Path:
    return cache() / f"{name}.bin"


def _store(path: Path, data: bytes) -> None:
    """Atomically, so that two first runs at once do not meet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        os.replace(temporary, path)
    except OSError:  # a cache that cannot be written costs time, no more
        return


class Table:
    """An open-addressing hash table over 64-bit slots; a slot is 0 where it is free."""

    def __init__(self, slots: memoryview) -> None:
        self._slots = slots
        self._mask = len(slots) - 1

    def get(self, word: str) -> int:
        """The word's number, 0 where it has none."""
        code = _hash(word)
        at = code & self._mask
        while entry := self._slots[at]:
            if (entry ^ code) >> _BITS == 0:
                return int(entry & LARGEST)
            at = (at + 1) & self._mask
        return 0


def compiled(entries: Iterable[tuple[str, int]]) -> bytes:
    """The bytes of a table of words to numbers from 1 to `LARGEST`; at most a third of its slots are used."""
    known = dict(entries)
    size = 1 << (3 * len(known) + 1).bit_length()
    slots = array("Q", bytes(8 * size))
    for word in sorted(known):
        code = _hash(word)
        at = code & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = (code >> _BITS << _BITS) | max(1, min(LARGEST, known[word]))
    return slots.tobytes()


def _is_table(size: int) -> bool:
    return size >= 16 and size & (size - 1) == 0


def _stored(name: str) -> Table | None:
    """The table of this name from the cache folder, None where there is none."""
    try:
        with _path(name).open("rb") as file:
            if _is_table(os.fstat(file.fileno()).st_size):
                return Table(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("Q"))
    except OSError:
        return None
    return None


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """While one process of a first run compiles a table, the others wait for it; a lock dies with its process.

    Where the system or the cache folder has no locks, each compiles the table for itself.
    """
    with ExitStack() as stack:
        with suppress(ImportError, OSError):
            from fcntl import LOCK_EX, flock

            _path(name).parent.mkdir(parents=True, exist_ok=True)
            flock(stack.enter_context(_path(name).with_suffix(".lock").open("wb")), LOCK_EX)
        yield


def table(name: str, entries: Callable[[], Iterable[tuple[str, int]]]) -> Table:
    """The table of this name; where the cache folder has none, that of `entries`, kept there for later runs."""
    if found := _stored(name):
        return found
    with _alone(name):
        if found := _stored(name):
            return found
        data = compiled(entries())
        _store(_path(name), data)
        return Table(memoryview(data).cast("Q"))
