"""Roles turned round: "Adams succeeded Baker" and "Baker succeeded Adams", "from Rome to Oslo" and "from Oslo to Rome"."""

from collections.abc import Iterator

from auditor.model import Span
from auditor.statements.align import Alignment, key
from auditor.statements.conflict import Found
from auditor.statements.words import Word, lines, stem


def _symmetric() -> frozenset[str]:
    return frozenset(stem(row[0]) for row in lines("symmetric.tsv"))


def _passive(words: tuple[Word, ...], left: int, right: int) -> bool:
    """Whether "was …ed by" stands between the two."""
    between = [word.lower for word in words[left + 1 : right]]
    return "by" in between and any(
        word in ("is", "are", "was", "were", "been", "be", "being", "got") for word in between
    )


def swapped(aligned: Alignment) -> Iterator[Found]:
    """Two content words that stand in the other order about the same verb, all else being shared."""
    # 0.9: a role reversal keeps the words and changes their order; at 0.75 two looser tellings were flagged.
    if aligned.coverage < 0.9 or aligned.shared < 3:
        return
    a, b = aligned.a, aligned.b
    content = [(i, j) for i, j in aligned.pairs if a[i].content]
    fixed = _symmetric()
    if any(key(a[i]) in fixed or a[i].stem in fixed for i, _ in content):
        return
    for one, (i, j) in enumerate(content):
        for k, m in content[one + 1 :]:
            if j < m:
                continue
            middle = [x for x, y in content if i < x < k and m < y < j]
            if not middle and not (_directed(a, i, k) and _directed(b, m, j)):
                continue
            joined = {word.lower for word in (*a[i + 1 : k], *b[m + 1 : j])}
            if "and" in joined or "or" in joined or a[i].number or a[k].number:
                continue
            if _passive(a, i, k) != _passive(b, m, j):
                continue
            if not (_head(a, i) and _head(a, k) and _head(b, j) and _head(b, m)):
                continue
            yield "structural", Span(a[i].start, a[k].end), Span(b[m].start, b[j].end), 0.85 * aligned.coverage
            return


def _head(words: tuple[Word, ...], index: int) -> bool:
    """Whether a word can be an argument: a name, or a noun behind a determiner."""
    if words[index].capital:
        return True
    return any(
        word.lower in ("the", "a", "an", "his", "her", "their", "its") for word in words[max(0, index - 2) : index]
    )


def _directed(words: tuple[Word, ...], left: int, right: int) -> bool:
    """Whether the second follows "to", "than", "from", "by" or "of" and so has a role of its own."""
    return any(
        word.lower in ("to", "than", "from", "by", "of", "over", "before", "after") for word in words[left + 1 : right]
    )
