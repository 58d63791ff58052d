"""Denial and reversal: negations, antonyms and verbs like "failed to", counted together.

"Did not accept" and "rejected" agree, since two reversals undo one another: an odd number of reversals that the
statements do not share is a conflict, an even number none.
"""

from collections.abc import Iterator

from auditor.model import Span
from auditor.statements.align import Alignment
from auditor.statements.clauses import DETERMINERS
from auditor.statements.conflict import Found, Kind
from auditor.statements.named import RETURNED
from auditor.statements.opposites import opposite
from auditor.statements.reversal import FALSE, FAR, follows_of, reversals, reverses
from auditor.statements.words import Word, bases, role
from auditor.text.dates import MONTHS, WEEKDAYS

_PARTICLES = frozenset("on off in out up down over under above below before after".split())
# Opposites that tell when, and not what.
_TIMES = role("time")
_ABLE = frozenset("ability able can chance opportunity permission power unable".split())
_MODALS = role("modal")
_HARMLESS = role("harmless")
# "Half of them passed" and "half of them failed" are both true.
_SOME = frozenset("some several numerous part certain many few".split())
# "The three judges" are all of them.
_ALL = frozenset("all both her his its the their these those".split())
# "Most of the dams"
_SHARES = frozenset("few many most one".split())
# Words that put a thing into another's mouth: who denies it does not contradict that it was said.
_SAID = frozenset(
    "reports reportedly claims claimed alleged allegedly alleges accused rumours rumors rumoured feared fears believed "
    "suspected wants wanted hopes hoped whether".split()
)
# "Lost its last bank" and "has no bank" agree.
_ENDS = frozenset("leave lose end lack quit depart abolish close stop".split())
_HAVE = frozenset(("has", "have"))
_DAYS = frozenset((*WEEKDAYS, *MONTHS, "yesterday", "today"))
# A sentence that returns shares more words than "two of the climbers reached the top".
_FEW = 6
# Statements that share fewer of their words seldom speak of one thing; of those that share more, their traits tell (`odds`).
_LEAST = 0.34
_CHARGED = frozenset("accused charged indicted suspected allegedly alleged".split())
_WAS = frozenset("are is was were".split())
_DENIALS = frozenset("deny reject dismiss refute rebut debunk".split())


def _antonyms(aligned: Alignment) -> Iterator[tuple[int, int]]:
    """Opposite words that stand in one place, that both open their difference, or that are the only two."""
    found = [
        (i, j, gap is other)
        for gap in aligned.gaps
        for i in gap.first
        for other in aligned.gaps
        for j in other.second
        # "Have" is mostly an auxiliary.
        if opposite(aligned.a[i].lower, aligned.b[j].lower) and "have" not in bases(aligned.a[i].lower)
    ]
    for i, j, together in found:
        # "Not all have papers", "some have papers": the denial is part of the word.
        if any(
            at and words[at - 1].lower == "not" and words[at].lower in _HARMLESS
            for words, at in ((aligned.a, i), (aligned.b, j))
        ):
            continue
        # "On" and "off" belong to a verb each; alone in their place they are opposites.
        if aligned.a[i].lower in _PARTICLES:
            if any(gap.first == (i,) and gap.second == (j,) for gap in aligned.gaps):
                yield i, j
        elif together or aligned.near(i, j) or (len(found) == 1 and aligned.a[i].content and aligned.b[j].content):
            yield i, j


def _possible(words: tuple[Word, ...], free: Iterator[int], at: int) -> bool:
    """Whether an unshared word near `at` makes its thing a possibility or a condition; "could not" is none."""
    for k in free:
        # "Was to sing", "once the line has been completed"
        planned = words[k].lower == "to" and k and words[k - 1].lower in _WAS and k + 1 < len(words)
        waiting = words[k].lower == "once" and words[k + 1 : k + 2] and words[k + 1].lower in DETERMINERS
        if abs(k - at) < 5 and (planned or waiting):
            return True
        denied = (
            (k + 1 < len(words) and words[k + 1].lower in ("not", "have"))
            or any(word.lower == "before" for word in words[max(0, k - 4) : k])
            or any(reverses(words, before) for before in range(max(0, k - 2), k))
        )
        if abs(k - at) < 5 and words[k].lower in _MODALS and not (k and words[k].capital) and not denied:
            return True
    return False


def _modal(aligned: Alignment, i: int, j: int) -> bool:
    """Whether just one statement says its thing, at `i` and `j`, as a possibility or a condition."""
    if any(word.lower in _ABLE for word in (*aligned.a, *aligned.b)):
        return False  # "could agree", "was unable to agree"
    ours = _possible(aligned.a, (k for gap in aligned.gaps for k in gap.first), i)
    theirs = _possible(aligned.b, (k for gap in aligned.gaps for k in gap.second), j)
    return ours != theirs


def _some(words: tuple[Word, ...], at: int) -> bool:
    """Whether an undetermined part is spoken of before `at`: "some voters", "half of the students", "eight of the 30"."""
    for k in range(max(0, at - FAR), at):
        number = words[k].number
        if words[k].lower in _SOME or (number and number.unit == "%" and number.value <= 50):
            return True
        if words[k].lower == "but" and k + 1 < len(words) and words[k + 1].number:
            return True  # "every pupil but one"
        if words[k].lower in _SHARES and words[k + 1 : k + 2] and words[k + 1].lower == "of":
            return True
        if number and not (number.unit or number.year or number.ordinal) and not (k and words[k - 1].lower in _ALL):
            return True  # "one pupil", "eight of the 30"
    return False


def _only_said(words: tuple[Word, ...], other: tuple[Word, ...], index: int, theirs: int) -> bool:
    """Whether a denial, at `index`, is of what the other statement puts into somebody's mouth."""
    denies = follows_of(words[index])[0] in _DENIALS or words[index].lower in FALSE
    return denies and (
        any(word.lower in _SAID for word in other[max(0, theirs - 8) : theirs])
        or any(word.lower in _CHARGED for word in other)
    )


def _ceased(aligned: Alignment, kind: Kind, i: int, j: int) -> bool:
    """Whether what one statement denies has ended in the other ("no longer on strike", "ended their strike"), or has since
    come about ("has not been found", "was found on Friday")."""
    ours = reverses(aligned.a, i) is not None
    words, at, others = (aligned.a, i, aligned.b) if ours else (aligned.b, j, aligned.a)
    if kind != "negation":
        return False
    told = j if ours else i
    if any(not _ENDS.isdisjoint(bases(word.lower)) for word in others[max(0, told - 4) : told]):
        return True
    perfect = at and words[at - 1].lower in _HAVE and _HAVE.isdisjoint(word.lower for word in others)
    return (
        bool(perfect) and any(word.lower in _DAYS for word in others) and not any(word.lower in _DAYS for word in words)
    )


def flips(aligned: Alignment) -> Iterator[Found]:
    """A conflict where an odd number of reversals is not shared."""
    if any(word.lower == "hoax" for word in (*aligned.a, *aligned.b)):
        return  # what a hoax says is denied by whoever calls it so
    if aligned.coverage < _LEAST:
        return
    a, b = aligned.a, aligned.b
    forward = dict(aligned.pairs)
    backward = {j: i for i, j in aligned.pairs}
    own_a = {i for gap in aligned.gaps for i in gap.first}
    own_b = {j for gap in aligned.gaps for j in gap.second}
    turned = list(_antonyms(aligned))
    # "Never closes", "is always open": a second pair of opposites undoes the first.
    others = {
        (i, j)
        for gap in aligned.gaps
        for i in gap.first
        for other in aligned.gaps
        for j in other.second
        if opposite(a[i].lower, b[j].lower)
    }
    if turned and len({i for i, _ in others}) == len({j for _, j in others}) == 2:
        return
    # "Confirmed" and "denied" are opposites already, and "denied" reverses nothing on top of that.
    denied: list[tuple[Kind, int, int]] = []
    agreed: set[tuple[int, int]] = set()
    for ours, kind, i, j, undone in (
        *((True, *one) for one in reversals(a, b, own_a - {i for i, _ in turned}, forward)),
        *((False, *one) for one in reversals(b, a, own_b - {j for _, j in turned}, backward)),
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
    if denied and not turned and _ceased(aligned, *denied[0]):
        return
    if turned:
        kind, (i, j) = "antonym", turned[0]
        if a[i].lower in _TIMES and b[j].lower in _TIMES:
            kind = "temporal"
    else:
        kind, i, j = denied[0]
    if _modal(aligned, i, j) or (
        (aligned.coverage < RETURNED or aligned.shared < _FEW) and _some(a, i) and _some(b, j)
    ):
        return
    strength = 0.97 if kind == "negation" else 0.9
    yield kind, Span(a[i].start, a[i].end), Span(b[j].start, b[j].end), strength * (0.5 + 0.5 * aligned.coverage)
