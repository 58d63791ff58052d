"""Two statements laid side by side: which words they share, and the places where they differ."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from auditor.statements.opposites import exclusive, opposite
from auditor.statements.words import Word, lines, stem
from auditor.text.dates import MONTHS, WEEKDAYS

# Beyond this, two "statements" are texts; it bounds the quadratic alignment.
_LONGEST = 120
_DAYS = frozenset((*WEEKDAYS, *MONTHS, "weekday", "weekdays", "weekend", "weekends"))


@dataclass(frozen=True, slots=True)
class Gap:
    """One place where the statements differ: the words there in each (either may be empty), by index."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    before: int
    before_second: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """`a` and `b` are the words of the statements without marks; `pairs` the indices of shared words.

    `coverage` is the share of the shorter statement's content words that the other one has too.
    """

    a: tuple[Word, ...]
    b: tuple[Word, ...]
    gaps: tuple[Gap, ...]
    pairs: tuple[tuple[int, int], ...]
    coverage: float
    shared: int

    def near(self, i: int, j: int) -> bool:
        """Whether words `i` and `j` stand in one place: a shared word next to both, on the same side."""
        paired = dict(self.pairs)
        left = next((paired[k] for k in range(i - 1, max(-1, i - 3), -1) if k in paired), None)
        right = next((paired[k] for k in range(i + 1, min(len(self.a), i + 3)) if k in paired), None)
        return (left is not None and 0 < j - left <= 2) or (right is not None and 0 < right - j <= 2)


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in lines("synonyms.tsv"):
        for word in row:
            found.setdefault(stem(word), stem(row[0]))
    return found


def key(word: Word) -> str:
    """What a word is compared by: its stem, or its group of near-synonyms."""
    return _groups().get(word.stem, word.stem)


def key_of(word: str) -> str:
    """What a lower-cased word is compared by."""
    base = stem(word)
    return _groups().get(base, base)


@lru_cache(maxsize=1)
def _relatives() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, *others in (*lines("related.tsv"), *lines("told.tsv")):
        for other in others:
            found.setdefault(stem(word), set()).add(stem(other))
            found.setdefault(stem(other), set()).add(stem(word))
    return {one: frozenset(others) for one, others in found.items()}


def related(first: Word, second: Word) -> bool:
    """Whether two words may tell one thing: near-synonyms, derived forms, a thing and its general term."""
    if first.lower in _DAYS or second.lower in _DAYS:
        return False  # "Saturday" is none of the "weekdays"
    # "Bedrooms" are some of the rooms.
    if first.stem.endswith(second.stem) or second.stem.endswith(first.stem):
        return False
    return second.stem in _relatives().get(first.stem, ())


def align(
    first: tuple[Word, ...], second: tuple[Word, ...], coverage: float = 0.0, loose: bool = False
) -> Alignment | None:
    """The alignment, or None where a statement is empty, too long, or shares no content with the other.

    None, too, where the words at hand rule out the `coverage` that a caller needs: that is known before they are laid
    side by side, which costs most.
    """
    a = tuple(word for word in first if word.lower[0].isalnum() or word.number)
    b = tuple(word for word in second if word.lower[0].isalnum() or word.number)
    if not a or not b or len(a) > _LONGEST or len(b) > _LONGEST:
        return None
    keys_a, keys_b = [key(word) for word in a], [key(word) for word in b]
    content = [ours for ours, word in zip(keys_a, a, strict=True) if word.content]
    least = min(len(content), sum(word.content for word in b))
    both = sum(map(set(keys_b).__contains__, content))
    if not least or not both or both / least < coverage:
        return None
    codes = SequenceMatcher(None, keys_a, keys_b, autojunk=False).get_opcodes()
    pairs = [
        (i, j)
        for tag, i1, i2, j1, _ in codes
        if tag == "equal"
        for i, j in zip(range(i1, i2), range(j1, j1 + i2 - i1), strict=True)
    ]
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    moved = _moved(a, b, keys_a, keys_b, taken_a, taken_b, loose)
    pairs += moved
    taken_a |= {i for i, _ in moved}
    taken_b |= {j for _, j in moved}
    gaps = []
    for tag, i1, i2, j1, j2 in codes:
        if tag != "equal":
            left = tuple(i for i in range(i1, i2) if i not in taken_a)
            right = tuple(j for j in range(j1, j2) if j not in taken_b)
            if left or right:
                gaps.append(Gap(left, right, i1 - 1, j1 - 1))
    shared = sum(a[i].content for i, _ in pairs)
    if not shared:
        return None
    return Alignment(a, b, tuple(gaps), tuple(sorted(pairs)), min(1.0, shared / least), shared)


def _moved(
    a: tuple[Word, ...],
    b: tuple[Word, ...],
    keys_a: list[str],
    keys_b: list[str],
    taken_a: set[int],
    taken_b: set[int],
    loose: bool,
) -> list[tuple[int, int]]:
    """Content words that both have, but in another order; `loose`, also those that are related."""
    free: dict[str, list[int]] = {}
    for j, word in enumerate(b):
        if j not in taken_b and word.content:
            free.setdefault(keys_b[j], []).append(j)
    found = []
    for i, word in enumerate(a):
        if i not in taken_a and word.content:
            same = keys_a[i] if free.get(keys_a[i]) else next((k for k in free if free[k] and _kin(keys_a[i], k)), None)
            if same is not None:
                found.append((i, free[same].pop(0)))
    if loose:
        gone = {i for i, _ in found} | taken_a
        for i, word in enumerate(a):
            if i not in gone and word.content and not word.number:
                near = next(
                    (
                        (k, at)
                        for k, some in free.items()
                        for at, j in enumerate(some)
                        if not b[j].number
                        and related(word, b[j])
                        and not opposite(word.lower, b[j].lower)
                        and not exclusive(word.lower, b[j].lower)
                    ),
                    None,
                )
                if near is not None:
                    found.append((i, free[near[0]].pop(near[1])))
    return found


def _kin(first: str, second: str) -> bool:
    """Whether two keys are derived from one word: "abdicat", "abdication"."""
    return len(first) > 6 and first[:7] == second[:7] and first.isalpha() and second.isalpha()
