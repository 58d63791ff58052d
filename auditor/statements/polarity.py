"""Denial and reversal: negations, antonyms and verbs like "failed to", counted together.

"Did not accept" and "rejected" agree, since two reversals undo one another: an odd number of reversals that the
statements do not share is a conflict, an even number none.
"""

from collections.abc import Iterator
from functools import lru_cache

from auditor.model import Span
from auditor.statements.align import Alignment
from auditor.statements.conflict import Found, Kind
from auditor.statements.opposites import opposite
from auditor.statements.words import Word, lines, stem

_NEGATIONS = frozenset(
    "not never no nobody nothing none neither nowhere without hardly barely scarcely cannot non".split()
)
_PARTICLES = frozenset("on off in out up down over under above below before after".split())
_FALSE = frozenset("false untrue wrong fake".split())
_MODALS = frozenset("may might could would if unless whether possibly perhaps maybe should probably".split())
# "Not only", "no longer than", "not just", "no doubt": no denial of what follows.
_HARMLESS = frozenset(
    "only just merely simply doubt matter wonder least fewer less more later sooner necessarily".split()
)


@lru_cache(maxsize=1)
def _implicatives() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, follow in lines("implicatives.tsv"):
        found.setdefault(stem(word), set()).add(follow)
        found.setdefault(word, set()).add(follow)
    return {word: frozenset(follows) for word, follows in found.items()}


def _reverses(words: tuple[Word, ...], index: int) -> Kind | None:
    """ "negation" or "factive" where word `index` reverses what follows it."""
    word = words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    if word.lower in _NEGATIONS:
        return None if after and after.lower in _HARMLESS else "negation"
    if word.lower in _FALSE and index and words[index - 1].lower in ("is", "was", "were", "are", "be"):
        return "negation"
    follows = _implicatives().get(word.stem)
    if follows is None or after is None:
        return None
    if "any" in follows or after.lower in follows:
        return "factive"
    if "ing" in follows and after.lower.endswith("ing"):
        return "factive"
    if "from" in follows and any(other.lower == "from" for other in words[index + 1 : index + 8]):
        return "factive"
    return None


def _scope(words: tuple[Word, ...], index: int) -> int | None:
    """The next content word behind a reversing one, within six words."""
    for at in range(index + 1, min(len(words), index + 7)):
        if words[at].content:
            return at
    return None


def _reversals(
    words: tuple[Word, ...], other: tuple[Word, ...], own: set[int], paired: dict[int, int]
) -> Iterator[tuple[Kind, int, int]]:
    """Unshared reversing words with what they deny, where the other statement has that too: (kind, index, theirs)."""
    for index in sorted(own):
        kind = _reverses(words, index)
        if kind is None:
            continue
        behind, skipped = _scope(words, index), 0
        if behind is None and index and index - 1 in paired:
            yield kind, index, paired[index - 1]
        while behind is not None:
            if behind in paired:
                yield kind, index, paired[behind]
                break
            match = next((j for j, word in enumerate(other) if opposite(words[behind].lower, word.lower)), None)
            if match is not None:
                yield kind, index, match
                break
            # One word that the other statement lacks may stand between ("did not formally sign"), or another reversal.
            skipped += _reverses(words, behind) is None
            behind = _scope(words, behind) if skipped <= 1 else None


def _antonyms(aligned: Alignment) -> Iterator[tuple[int, int]]:
    """Opposite words that stand in one place, or that both open their difference."""
    free_b = [j for gap in aligned.gaps for j in gap.second]
    for gap in aligned.gaps:
        for i in gap.first:
            for j in free_b:
                same_gap = j in gap.second
                ours, theirs = aligned.a[i].lower, aligned.b[j].lower
                if not opposite(ours, theirs) or not (same_gap or aligned.near(i, j)):
                    continue
                # "On" and "off" belong to a verb each; alone in their place they are opposites.
                if ours in _PARTICLES and not (len(gap.first) == len(gap.second) == 1 and same_gap):
                    continue
                yield i, j


def _modal(aligned: Alignment, i: int, j: int) -> bool:
    """Whether just one statement says its thing, at `i` and `j`, as a possibility or a condition."""
    ours = {
        aligned.a[k].lower
        for gap in aligned.gaps
        for k in gap.first
        if abs(k - i) < 5 and not (k and aligned.a[k].capital)
    } & _MODALS
    theirs = {
        aligned.b[k].lower
        for gap in aligned.gaps
        for k in gap.second
        if abs(k - j) < 5 and not (k and aligned.b[k].capital)
    } & _MODALS
    return bool(ours) != bool(theirs)


def flips(aligned: Alignment) -> Iterator[Found]:
    """A conflict where an odd number of reversals is not shared."""
    # 0.5: under it, two statements speak of different things more often than they conflict (own pairs, see tests).
    if aligned.coverage < 0.5:
        return
    a, b = aligned.a, aligned.b
    forward = dict(aligned.pairs)
    backward = {j: i for i, j in aligned.pairs}
    own_a = {i for gap in aligned.gaps for i in gap.first}
    own_b = {j for gap in aligned.gaps for j in gap.second}
    turned = list(_antonyms(aligned))
    # "Confirmed" and "denied" are opposites already, and "denied" reverses nothing on top of that.
    denied = list(_reversals(a, b, own_a - {i for i, _ in turned}, forward))
    denied += [(kind, i, j) for kind, j, i in _reversals(b, a, own_b - {j for _, j in turned}, backward)]
    if not (len(denied) + len(turned)) % 2:
        return
    kind: Kind
    if turned:
        kind, (i, j) = "antonym", turned[0]
    else:
        kind, i, j = denied[0]
    if _modal(aligned, i, j):
        return
    strength = 0.97 if kind == "negation" else 0.9
    yield kind, Span(a[i].start, a[i].end), Span(b[j].start, b[j].end), strength * (0.5 + 0.5 * aligned.coverage)
