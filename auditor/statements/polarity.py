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
from auditor.statements.words import Word, bases, lines

_NEGATIONS = frozenset(
    "not never no nobody nothing none neither nor nowhere without hardly barely scarcely rarely seldom cannot non".split()
)
_PARTICLES = frozenset("on off in out up down over under above below before after".split())
# Opposites that tell when, and not what.
_TIMES = frozenset(
    "after before last next early late earlier later today tomorrow yesterday day night former current past present "
    "future old new already".split()
)
_HAPPEN = frozenset("happen proceed occur exist materialise materialize succeed".split())
_FALSE = frozenset("false untrue wrong fake gone".split())
_BE = frozenset("is was were are be been being".split())
_MODALS = frozenset(
    "may might could would if unless whether possibly perhaps maybe should probably expected expects set due "
    "scheduled planned plans planning wants wanted hopes hoped urged asked demanded threatened supposed poised".split()
)
# A denial goes through these to what follows: "did not manage to open".
_PASSED = frozenset("manage succeed bother dare able get begin start try participate attend".split())
# "Half of them passed" and "half of them failed" are both true.
_SOME = frozenset("some several numerous part certain".split())
# "Not only", "no longer than", "not just", "no doubt", "not all": no denial of what follows.
_HARMLESS = frozenset(
    "only just merely simply doubt matter wonder least fewer less more later sooner necessarily all every everyone "
    "everybody everything always entirely fully completely exactly until till unless".split()
)
# What a denial may be of, without naming it: "denied reports that", "abandoned plans to", "had no chance to".
_SHELLS = frozenset(
    "report reports claim claims allegation allegations accusation accusations charge charges rumour rumours rumor "
    "rumors suggestion suggestions speculation plan plans bid attempt attempts effort efforts threat threats idea proposal "
    "proposals chance offer having plot plots any ever yet even".split()
)
# Words that put a thing into another's mouth: who denies it does not contradict that it was said.
_SAID = frozenset(
    "reports reportedly claims claimed alleged allegedly alleges accused rumours rumors rumoured feared fears believed "
    "suspected wants wanted hopes hoped whether".split()
)
_DENIALS = frozenset("deny reject dismiss refute rebut debunk".split())
_UNTIL = frozenset("until till unless before".split())
# A denied verb stands within eight words of its denial ("blocked the council of the old town from evicting").
_FAR = 9
# From here on the statements are one sentence, returned with a change.
_RETURNED = 0.85


@lru_cache(maxsize=1)
def _implicatives() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, follow in lines("implicatives.tsv"):
        found.setdefault(word, set()).add(follow)
    return {word: frozenset(follows) for word, follows in found.items()}


def _follows(word: Word) -> tuple[str, frozenset[str]]:
    """The base form of a reversing verb and what it must be followed by; ("", {}) for another word."""
    table = _implicatives()
    for base in bases(word.lower):
        if base in table:
            return base, table[base]
    return "", frozenset()


def _reverses(words: tuple[Word, ...], index: int) -> Kind | None:
    """ "negation" or "factive" where word `index` reverses what follows it (or, "is false", what stands before)."""
    word = words[index]
    after = words[index + 1] if index + 1 < len(words) else None
    if word.lower in _NEGATIONS:
        return None if after and after.lower in _HARMLESS else "negation"
    if word.lower in _FALSE and index and words[index - 1].lower in _BE:
        return "negation"
    # "Would have won" did not win.
    if word.lower == "would" and any(other.lower == "have" for other in words[index + 1 : index + 3]):
        return "factive"
    base, follows = _follows(word)
    if not follows or after is None:
        return None
    # "The blocked road" is a road; "was blocked" has lost its object.
    if "any" in follows and not (base in ("block", "abandon") and after.lower in ("from", "by")):
        return "factive"
    if after.lower in follows or ("ing" in follows and after.lower.endswith("ing")):
        return "factive"
    if "from" in follows and any(other.lower == "from" for other in words[index + 1 : index + _FAR]):
        return "factive"
    return None


def _scope(words: tuple[Word, ...], index: int) -> int | None:
    """The content word that a reversing one at `index` denies: the next one, adverbs and shells ("claims that") left out."""
    start = index + 1
    if "from" in _follows(words[index])[1]:
        start = next((at + 1 for at in range(start, min(len(words), index + _FAR)) if words[at].lower == "from"), start)
    for at in range(start, min(len(words), index + _FAR)):
        word = words[at]
        if word.lower in _SHELLS or (word.lower.endswith("ly") and len(word.lower) > 4):
            continue
        if word.content:
            return at
    return None


def _before(words: tuple[Word, ...], index: int) -> int | None:
    """The content word before "is false" or a closing "not"."""
    return next((at for at in range(index - 1, max(-1, index - 5), -1) if words[at].content), None)


def _is_passed(words: tuple[Word, ...], index: int) -> bool:
    """Whether a denial of word `index` is one of what follows it."""
    return bool(_reverses(words, index)) or not _PASSED.isdisjoint(bases(words[index].lower))


def _looks_back(words: tuple[Word, ...], index: int) -> bool:
    """Whether what is denied stands before: "the report is false", "the strike did not happen"."""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    return after in _HAPPEN or (words[index].lower in _FALSE and after != "that")


def _reversals(
    words: tuple[Word, ...], other: tuple[Word, ...], own: set[int], paired: dict[int, int]
) -> Iterator[tuple[Kind, int, int, bool]]:
    """Unshared reversing words with what they deny, where the other statement has that, too: (kind, index, theirs, as
    its opposite)."""
    for index in sorted(own):
        kind = _reverses(words, index)
        if kind is None or any(words[k].lower in _UNTIL for k in own if index < k < index + _FAR):
            continue
        behind = _before(words, index) if _looks_back(words, index) else _scope(words, index)
        while behind is not None and behind not in paired and _is_passed(words, behind):
            behind = _scope(words, behind)
        if behind is None:
            behind = _before(words, index)
        if behind is None:
            continue
        if behind in paired:
            yield kind, index, paired[behind], False
            continue
        match = next((j for j, word in enumerate(other) if opposite(words[behind].lower, word.lower)), None)
        if match is not None:
            yield kind, index, match, True


def _antonyms(aligned: Alignment) -> Iterator[tuple[int, int]]:
    """Opposite words that stand in one place, or that both open their difference."""
    free_b = [j for gap in aligned.gaps for j in gap.second]
    for gap in aligned.gaps:
        for i in gap.first:
            for j in free_b:
                same_gap = j in gap.second
                ours, theirs = aligned.a[i].lower, aligned.b[j].lower
                # "Have" is mostly an auxiliary.
                if not opposite(ours, theirs) or not (same_gap or aligned.near(i, j)) or "have" in bases(ours):
                    continue
                # "On" and "off" belong to a verb each; alone in their place they are opposites.
                if ours in _PARTICLES and not (len(gap.first) == len(gap.second) == 1 and same_gap):
                    continue
                yield i, j


def _possible(words: tuple[Word, ...], free: Iterator[int], at: int) -> bool:
    """Whether an unshared word near `at` makes its thing a possibility or a condition; "could not" is none."""
    for k in free:
        denied = (k + 1 < len(words) and words[k + 1].lower in ("not", "have")) or any(
            _reverses(words, before) for before in range(max(0, k - 2), k)
        )
        if abs(k - at) < 5 and words[k].lower in _MODALS and not (k and words[k].capital) and not denied:
            return True
    return False


def _modal(aligned: Alignment, i: int, j: int) -> bool:
    """Whether just one statement says its thing, at `i` and `j`, as a possibility or a condition."""
    ours = _possible(aligned.a, (k for gap in aligned.gaps for k in gap.first), i)
    theirs = _possible(aligned.b, (k for gap in aligned.gaps for k in gap.second), j)
    return ours != theirs


def _of_some(aligned: Alignment, at: int) -> bool:
    """Whether both statements speak of the same undetermined part before `at` ("some voters", "half of the students")."""
    for i, j in aligned.pairs:
        number = aligned.a[i].number
        half = number and number.unit == "%" and number.value <= 50 and aligned.b[j].number
        if 0 < at - i <= _FAR and (half or aligned.a[i].lower in _SOME):
            return True
    return False


def _only_said(words: tuple[Word, ...], other: tuple[Word, ...], index: int, theirs: int) -> bool:
    """Whether a denial, at `index`, is of what the other statement puts into somebody's mouth."""
    denies = _follows(words[index])[0] in _DENIALS or words[index].lower in _FALSE
    return denies and any(word.lower in _SAID for word in other[max(0, theirs - 8) : theirs])


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
    denied: list[tuple[Kind, int, int]] = []
    agreed: set[tuple[int, int]] = set()
    for ours, kind, i, j, undone in (
        *((True, *one) for one in _reversals(a, b, own_a - {i for i, _ in turned}, forward)),
        *((False, *one) for one in _reversals(b, a, own_b - {j for _, j in turned}, backward)),
    ):
        if _only_said(*((a, b) if ours else (b, a)), i, j):
            return
        denied.append((kind, i, j) if ours else (kind, j, i))
        if undone:
            agreed.add(denied[-1][1:])
    # "Not armed" and "unarmed": the denial and the opposite undo one another.
    count = len(denied) + len(turned)
    count += sum(not any(i == x or j == y for x, y in turned) for i, j in agreed)
    if not count % 2:
        return
    if turned:
        kind, (i, j) = "antonym", turned[0]
        if a[i].lower in _TIMES and b[j].lower in _TIMES:
            kind = "temporal"
    else:
        kind, i, j = denied[0]
    if _modal(aligned, i, j) or (aligned.coverage < _RETURNED and _of_some(aligned, i)):
        return
    strength = 0.97 if kind == "negation" else 0.9
    yield kind, Span(a[i].start, a[i].end), Span(b[j].start, b[j].end), strength * (0.5 + 0.5 * aligned.coverage)
