"""How much a word is at home in names, by the company that it keeps there in genuine news (`_strangeness.tsv`)."""

from collections.abc import Sequence
from functools import lru_cache
from math import log2

from auditor.rule import table_beside

# A word beside which genuine news has this many different capitalised words is at home in names: it proves less.
_STRANGE, _RARE, _FAMILIAR = 3, 7, 21
# Words that stand beside this many others or more (as a power of two) bind a name to nothing.
_LOOSE = 8


def neighbours(word: str) -> int:
    """Beside how many different words it stands in the names of genuine news, 0 for fewer than three."""
    row = table_beside(__file__).get(word)
    return int(row[0]) if row else 0


@lru_cache(maxsize=1 << 14)
def strangeness(word: str) -> float:
    """How little a word is at home in names: 3 for one that hardly ever stands in any, 0.5 for a common one."""
    count = neighbours(word)
    return 3.0 if count < _STRANGE else 2.0 if count < _RARE else 1.0 if count < _FAMILIAR else 0.5


def bound(rest: Sequence[str]) -> float:
    """How much the words of a name bind it: 1 for each that hardly stands beside others ("Zealand")."""
    return sum(1 - min(_LOOSE, log2(1 + neighbours(word))) / _LOOSE for word in rest)
