"""Words that exclude one another: antonyms (WordNet 3.0 and our own), and classes of which one place takes one."""

from collections.abc import Mapping
from functools import lru_cache

from auditor.statements.words import bases, lines

_PREFIXES = ("un", "non", "non-", "dis", "ir", "il")
# Words that a prefix makes another word of, not its opposite.
_NOT_PREFIXED = frozenset(
    "until unless under unit union dispatch display disease disgust discount distract distress dismiss".split()
)


@lru_cache(maxsize=1)
def _table() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name in ("antonyms.tsv", "opposites.tsv"):
        for word, *others in lines(name):
            for other in others:
                found.setdefault(word, set()).add(other)
                found.setdefault(other, set()).add(word)
    return {word: frozenset(others) for word, others in found.items()}


@lru_cache(maxsize=1)
def classes() -> Mapping[str, frozenset[str]]:
    """Each member to its classes."""
    found: dict[str, set[str]] = {}
    for name, *members in lines("exclusives.tsv"):
        for member in members:
            found.setdefault(member, set()).add(name)
    return {member: frozenset(names) for member, names in found.items()}


@lru_cache(maxsize=1 << 14)
def opposite(first: str, second: str) -> bool:
    """Whether two lower-cased words, in any inflection, are antonyms."""
    table = _table()
    if second in table.get(first, ()):
        return True
    ours, theirs = bases(first), bases(second)
    if set(ours) & set(theirs):
        return False
    if any(other in table.get(word, ()) for word in ours for other in theirs):
        return True
    short, long = sorted((first, second), key=len)
    return len(short) > 3 and long not in _NOT_PREFIXED and any(long == prefix + short for prefix in _PREFIXES)


def exclusive(first: str, second: str) -> str | None:
    """The class of which both are different members, else None."""
    table = classes()
    ours, theirs = (bases(word.removesuffix("'s")) for word in (first, second))
    if first == second or set(ours) & set(theirs) & table.keys():
        return None
    return next(
        (
            min(shared)
            for word in ours
            for other in theirs
            if word != other and (shared := table.get(word, frozenset()) & table.get(other, frozenset()))
        ),
        None,
    )
