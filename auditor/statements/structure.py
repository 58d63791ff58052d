"""Roles turned round: "Adams succeeded Baker" and "Baker succeeded Adams", "from Rome to Oslo" and "from Oslo to Rome".

Two arguments change their roles where they change sides of the verb, or where the verb changes its voice, and not both:
"Adams was succeeded by Baker" says what "Baker succeeded Adams" says.
"""

from collections.abc import Iterator
from functools import lru_cache

from auditor.model import Span
from auditor.statements.align import Alignment, key
from auditor.statements.conflict import Found
from auditor.statements.words import Word, lines, stem

_BE = frozenset("is are was were been be being got".split())
_DETERMINERS = frozenset("the a an his her their its our my this that these those every".split())
_DIRECTED = frozenset("to than from by of over before after on into onto toward towards".split())
_PREPOSITIONS = frozenset(
    "to than from by of over before after on in at with for against into onto under through near toward towards".split()
)
_PLURALS = frozenset("men women people children".split())
# Behind these another clause begins, or a list.
_BREAKS = frozenset("and or said says say that who which while but because".split())
# An argument and its verb stand within so many words ("the old dog of the farmer chased").
_NEAR = 7


@lru_cache(maxsize=1)
def _symmetric() -> frozenset[str]:
    return frozenset(stem(row[0]) for row in lines("symmetric.tsv"))


def is_symmetric(word: Word) -> bool:
    """Whether the sides of a verb or noun may change places."""
    return word.stem in _symmetric() or key(word) in _symmetric()


def _passive(words: tuple[Word, ...], left: int, right: int) -> bool:
    """Whether "was …ed by", or "…ed by" alone, stands between the two."""
    by = next((at for at in range(right - 1, left, -1) if words[at].lower == "by"), None)
    if by is None:
        return False
    return words[by - 1].lower.endswith("ed") or any(word.lower in _BE for word in words[left + 1 : by])


def _head(words: tuple[Word, ...], index: int) -> bool:
    """Whether a word can be an argument: a name, a noun behind a determiner, a plural."""
    word = words[index]
    if (
        word.capital
        or word.lower in _PLURALS
        or (word.lower.endswith("s") and not word.lower.endswith(("ss", "us", "is")))
    ):
        return True
    return any(other.lower in _DETERMINERS for other in words[max(0, index - 2) : index])


def _directed(words: tuple[Word, ...], left: int, right: int) -> bool:
    """Whether the second follows "to", "than", "from", "by" or "of" and so has a role of its own."""
    return any(word.lower in _DIRECTED for word in words[left + 1 : right])


def led(words: tuple[Word, ...], index: int) -> str:
    """The preposition before an argument and its article and adjectives, "" where it has none."""
    for at in range(index - 1, max(-1, index - 4), -1):
        word = words[at]
        if word.lower in _PREPOSITIONS:
            return word.lower
        if word.lower in _DETERMINERS:
            before = words[at - 1].lower if at else ""
            return before if before in _PREPOSITIONS else ""
        if not word.content:
            break
    return ""


# A role reversal keeps the words and changes their order; at 0.75 two looser tellings were flagged.
_COVERED = 0.9


def swapped(aligned: Alignment, least: float = _COVERED) -> Iterator[Found]:
    """Two content words that take one another's role, all else (a share `least` of the words) being shared."""
    if aligned.coverage < least or aligned.shared < 3:
        return
    a, b = aligned.a, aligned.b
    content = [(i, j) for i, j in aligned.pairs if a[i].content]
    fixed = _symmetric()
    if sum(key(a[i]) in fixed or a[i].stem in fixed for i, _ in content[1:-1]):
        return
    for one, (i, j) in enumerate(content):
        for k, m in content[one + 1 :]:
            if _turned(aligned, content, (i, j), (k, m)):
                first, second = sorted((j, m))
                yield (
                    "structural",
                    Span(a[i].start, a[k].end),
                    Span(b[first].start, b[second].end),
                    0.85 * aligned.coverage,
                )
                return


def _equal(between: tuple[Word, ...]) -> bool:
    """Whether two are as far from one another, or as tall as one another: "40 miles from", "as tall as"."""
    lower = [word.lower for word in between]
    still = not _BE.isdisjoint(lower) and "from" in lower and not any(word.endswith(("ed", "en")) for word in lower)
    return lower.count("as") == 2 or still


def _turned(
    aligned: Alignment, content: list[tuple[int, int]], first: tuple[int, int], second: tuple[int, int]
) -> bool:
    """Whether two shared words, in order in the first statement, take one another's role in the second."""
    a, b = aligned.a, aligned.b
    (i, j), (k, m) = first, second
    crossed = m < j
    low, high = min(j, m), max(j, m)
    middle = [x for x, y in content if i < x < k and low < y < high]
    if a[i].number or a[k].number or not all((_head(a, i), _head(a, k), _head(b, j), _head(b, m))):
        return False
    between = (*a[i + 1 : k], *b[low + 1 : high])
    joined = {word.lower for word in between}
    if joined & _BREAKS or _equal(a[i + 1 : k]):
        return False
    if not middle and not (crossed and _directed(a, i, k) and _directed(b, low, high)):
        return False
    if crossed:
        # In "the president of France visited Senegal" it is the president who visits.
        if led(a, i) == "of":
            return False
        # "The festival on the beach", "on the beach, the festival": moved with its preposition, a word keeps its role.
        traded = led(a, i) == led(b, m) and led(a, k) == led(b, j)
        return traded and _passive(a, i, k) == _passive(b, low, high)
    # "The Swedish firm bought its Danish rival", "the Danish firm was bought by its Swedish rival"
    there = dict(aligned.pairs)
    if there.get(i - 1) == m - 1 and there.get(k - 1) == j - 1:
        return False
    # Both orders are one: only the voice may tell the roles apart, and the verb stands close to both.
    verb = len(middle) == 1 and k - i <= _NEAR and high - low <= _NEAR
    return verb and _passive(a, i, k) != _passive(b, low, high)
