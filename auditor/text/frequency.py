"""How common a word is, on the Zipf scale (3 = once in a million words, 6 = once in a thousand).

The only door to wordfreq. Importing it costs 130 to 290 ms and 62 MB, so its English list is compiled once into a
hash table in the user's cache folder, which later runs map into memory without importing the library.

wordfreq's data end in 2021. A capitalised name that became known later has frequency 0 here, so absence alone is
never evidence against a word.
"""

import mmap
import os
import tempfile
from array import array
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

import platformdirs

# 2**20 slots of 8 bytes: 320,000 words fill under a third, so a probe seldom takes a second step.
_SLOTS = 1 << 20
_FORMAT = 1


def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _compile() -> bytes:
    """The table: each used slot holds 54 bits of the word's hash and, in the low 10, its frequency in hundredths."""
    from math import log10

    from wordfreq import get_frequency_dict
    from wordfreq.numbers import digit_freq as _  # noqa: F401  # fails here, not later, on an unknown wordfreq

    slots = array("Q", bytes(8 * _SLOTS))
    for word, share in sorted(get_frequency_dict("en", wordlist="large").items()):
        code = _hash(word)
        at = code & (_SLOTS - 1)
        while slots[at]:
            at = (at + 1) & (_SLOTS - 1)
        slots[at] = (code >> 10 << 10) | max(1, min(1023, round(100 * (log10(share) + 9))))
    return slots.tobytes()


def _table_path() -> Path:
    name = f"zipf-en-{version('wordfreq')}-{_FORMAT}.bin"
    return Path(platformdirs.user_cache_dir("audit-news", appauthor=False)) / name


def _store(path: Path, table: bytes) -> None:
    """Atomically, so that two first runs at once do not meet; a folder that cannot be written costs time, no more."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(table)
        os.replace(name, path)
    except OSError:
        return


@lru_cache(maxsize=1)
def _table() -> memoryview:
    path = _table_path()
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size == 8 * _SLOTS:
                return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("Q")
    except OSError:
        pass
    table = _compile()
    _store(path, table)
    return memoryview(table).cast("Q")


@lru_cache(maxsize=1 << 16)
def zipf(word: str) -> float:
    """Zipf frequency of a lower-cased English word, 0.0 for a word that is not in the list."""
    table = _table()
    code = _hash(word.replace("’", "'"))
    at = code & (_SLOTS - 1)
    while entry := table[at]:
        if (entry ^ code) >> 10 == 0:
            return (entry & 1023) / 100
        at = (at + 1) & (_SLOTS - 1)
    return 0.0
