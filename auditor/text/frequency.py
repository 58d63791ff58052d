"""How common a word is, on the Zipf scale (3 = once in a million words, 6 = once in a thousand).

The only door to wordfreq. Importing it costs 130 to 290 ms and 62 MB, so its English list is compiled once into a
table (`auditor.text.table`); the library is not imported after that.

wordfreq's data end in 2021. A capitalised name that became known later has frequency 0 here, so absence alone is
never evidence against a word.
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import version
from math import log10

from auditor.text.table import Table, table


def shares() -> Iterator[tuple[str, float]]:
    """Every English word that the library knows, with its Zipf frequency."""
    from wordfreq import get_frequency_dict

    for word, share in get_frequency_dict("en", wordlist="large").items():
        yield word, log10(share) + 9


@lru_cache(maxsize=1)
def _table() -> Table:
    return table(
        f"zipf-en-{version('wordfreq')}", lambda: ((word, max(1, round(100 * zipf))) for word, zipf in shares())
    )


@lru_cache(maxsize=1 << 16)
def zipf(word: str) -> float:
    """Zipf frequency of a lower-cased English word, 0.0 for a word that is not in the list."""
    return _table().get(word.replace("’", "'")) / 100
