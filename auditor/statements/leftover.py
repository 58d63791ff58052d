"""What two statements say beside their conflict: where both go on to say something else, they may be about two things.

"The plant in Oslo employs 20", "The plant in Lima employs 300": the cities are left over on both sides. A statement and a
shorter one that says part of it leave nothing over on the shorter side.
"""

from collections.abc import Iterator

from auditor.model import Span
from auditor.statements.align import Alignment, key, related
from auditor.statements.conflict import Conflict
from auditor.statements.reversal import knowing, reverses
from auditor.statements.words import Word, bases, role
from auditor.text.dates import MONTHS, WEEKDAYS

# Words that change nothing of what is said.
_LIGHT = role("light")
# A statement that singles out a part speaks of that part: "the first 3 chapters", "12 hotels in the north".
_PART = role("part")
# What is told with one of these is told of another occasion, thing or place.
_OTHER = frozenset(
    "earlier previous previously former formerly another other ago away elsewhere initially originally now eventually later "
    "subsequently vice deputy assistant nearest closest".split()
)
# "Later she chased him", "she admired her too": the roles change, and both are true.
_BACK = frozenset("also back later return too".split())
# A figure told with one of these is one of a series: the toll so far, by Monday evening, or now.
_THEN = frozenset("last once today when at ago nowadays used still".split())
_GROWING = frozenset("far risen rises rising climbed now".split())
_TIMES = frozenset(
    (
        *WEEKDAYS,
        *MONTHS,
        *"weekday weekdays weekend weekends evening morning noon midnight night then late early".split(),
    )
)
_SPANS = frozenset("week month year season decade century".split())
_POSSESSIVE = ("'s", "’s", "s'", "s’")
# Characters before a name in which its titles stand.
_TITLE = 30
FLIPPED = frozenset(("negation", "factive", "antonym"))
# Words between two shared content words, on average; half a dozen function words stand in the plainest sentence.
_SCATTERED = 5
# Statements that share more of their words have one topic.
_COVERED = 0.8
_SAYING = frozenset(
    "put estimate deny accuse insist admit argue say report claim tell announce add confirm find conclude suggest show warn believe".split()
)


def _is_saying(word: Word) -> bool:
    return any(base in _SAYING for base in bases(word.lower)) or word.lower == "according"


def _speaker(words: tuple[Word, ...], free: set[int]) -> set[int]:
    """The unshared words of an opening "Officials in Oslo said that", or of a closing ", the agency said on Monday"."""
    saying = [at for at in sorted(free) if _is_saying(words[at])]
    found: set[int] = set()
    for at in saying:
        if at <= 6 and all(k in free or not words[k].content for k in range(at)):
            found |= set(range(at + 1))
        elif at >= len(words) - 4:
            start = next((k for k in range(at, max(-1, at - 6), -1) if k not in free and words[k].content), at - 6)
            found |= set(range(max(0, start + 1), len(words)))
    return found & free


def informative(word: Word) -> bool:
    """Whether a word says something of its own."""
    return word.content and word.lower not in _LIGHT


def leftovers(aligned: Alignment, conflict: Conflict) -> tuple[list[Word], list[Word]]:
    """The content words of each statement that the other lacks, those of the conflict and light words left out."""
    paired = {i for i, _ in aligned.pairs}, {j for _, j in aligned.pairs}
    both = []
    speakers = []
    for words, taken, span in (
        (aligned.a, paired[0], conflict.first),
        (aligned.b, paired[1], conflict.second),
    ):
        outside = [not (word.start < span.end and word.end > span.start) for word in words]
        free = {at for at, word in enumerate(words) if at not in taken and outside[at] and informative(word)}
        speakers.append(_speaker(words, free | {at for at, w in enumerate(words) if at not in taken and _is_saying(w)}))
        both.append((words, free))
    # Two speakers may disagree; one speaker more says nothing else.
    drop = not (any(speakers[0]) and any(speakers[1]))
    return (
        [both[0][0][at] for at in sorted(both[0][1] - (speakers[0] if drop else set()))],
        [both[1][0][at] for at in sorted(both[1][1] - (speakers[1] if drop else set()))],
    )


def _apart(words: list[Word], span: Span) -> list[Word]:
    """The words that do not stand directly before a name, where its titles do."""
    return [word for word in words if not 0 <= span.start - word.end <= _TITLE]


def beside(aligned: Alignment, conflict: Conflict) -> tuple[list[Word], list[Word]]:
    """The leftovers that may tell two things apart: without relatives of one another, titles of names, and times of a date."""
    first, second = leftovers(aligned, conflict)
    first, second = _unlike(first, second), _unlike(second, first)
    if conflict.kind == "actor":  # "the opposition leader Amina Diallo"
        first, second = _apart(first, conflict.first), _apart(second, conflict.second)
    if conflict.kind in ("date", "temporal"):  # "November 1969" and "July 1971" differ twice, in one thing
        first, second = ([word for word in some if not _is_time(word)] for some in (first, second))
    return first, second


def unshared(aligned: Alignment) -> set[str]:
    """The lower-cased words that stand in one statement alone."""
    return {words[at].lower for words, free in _own(aligned) for at in free}


def tells(aligned: Alignment, conflict: Conflict, words: set[str], left: tuple[Word, ...]) -> Iterator[str]:
    """What tells that another part, time or thing is spoken of; `words` are those unshared, `left` the leftovers."""
    flipped, figures = conflict.kind in FLIPPED, conflict.kind == "numeric"
    told = {
        "another": bool(words & _OTHER),
        "a part": any(word.lower in _PART for word in left),
        "said": not words.isdisjoint(_SAYING),
        "the time before": _the_time_before(aligned),
        "another tense": _other_tense(aligned, words, flipped),
        "somebody's": _other_head(aligned),
        "scattered": flipped and _scattered(aligned),
        "other topic": other_topic(aligned, conflict),
        "both deny": flipped and _both_deny(aligned),
        "within bounds": figures and _within_bounds(aligned, conflict),
        "growing": figures and bool(words & _GROWING),
        "figure denied": figures and _denies(aligned),
        "narrowed figure": figures and _narrowed(aligned.a) != _narrowed(aligned.b),
        "by then": figures and _by_then(aligned.a) != _by_then(aligned.b),
        "told back": conflict.kind == "structural" and bool(words & _BACK),
        "figure of a part": figures and any(word.lower in _PART for word in left),
    }
    return (name for name, holds in told.items() if holds)


def _the_time_before(aligned: Alignment) -> bool:
    """Whether one statement closes "the year before"."""
    return (aligned.a[-1].lower == "before") != (aligned.b[-1].lower == "before")


def _other_tense(aligned: Alignment, unshared: set[str], flipped: bool) -> bool:
    """Whether what is and what was are told, and one of them with a time: "is rare today", "was once common"."""
    present, past = frozenset("is are has have".split()), frozenset("was were had".split())
    ours, theirs = ({word.lower for word in words} for words in (aligned.a, aligned.b))
    turned = (ours & present and theirs & past) or (theirs & present and ours & past)
    # "Are at peace", "were at war in 1870"
    dated = flipped and any(
        (number := words[at].number) is not None and number.year for words, free in _own(aligned) for at in free
    )
    return bool(turned) and (dated or not unshared.isdisjoint(_THEN))


def _own(aligned: Alignment) -> tuple[tuple[tuple[Word, ...], set[int]], tuple[tuple[Word, ...], set[int]]]:
    """The words of each statement, and which of them the other lacks."""
    ours, theirs = {i for gap in aligned.gaps for i in gap.first}, {j for gap in aligned.gaps for j in gap.second}
    return (aligned.a, ours), (aligned.b, theirs)


def _scattered(aligned: Alignment) -> bool:
    """Whether the shared words lie so far apart in one statement that it says something else with them."""
    for places, words in (
        (sorted(i for i, _ in aligned.pairs), aligned.a),
        (sorted(j for _, j in aligned.pairs), aligned.b),
    ):
        some = [at for at in places if words[at].content]
        if some and some[-1] - some[0] > _SCATTERED * len(some):
            return True
    return False


def _denies(aligned: Alignment) -> bool:
    """Whether one statement denies what the other does not: "Ten of them agreed", "Two of them did not"."""
    return any(reverses(words, at) == "negation" for words, free in _own(aligned) for at in free)


def _narrowed(words: tuple[Word, ...]) -> bool:
    """Whether what is counted is told apart by what it has ("four people with serious injuries")."""
    return any(
        word.number and any(other.lower in ("with", "who", "whose") for other in words[at + 1 : at + 4])
        for at, word in enumerate(words)
    )


def _both_deny(aligned: Alignment) -> bool:
    """Whether each statement denies something of its own: "denies interference", "did not establish interference"."""
    return all(any(reverses(words, at) and not knowing(words, at) for at in free) for words, free in _own(aligned))


def _within_bounds(aligned: Alignment, conflict: Conflict) -> bool:
    """Whether both figures are bounds of one kind: "at least six", "at least five"."""
    ours = next((word.number for word in aligned.a if word.number and word.start == conflict.first.start), None)
    theirs = next((word.number for word in aligned.b if word.number and word.start == conflict.second.start), None)
    return bool(ours and theirs and ours.bound in ("least", "most") and ours.bound == theirs.bound)


def _is_time(word: Word) -> bool:
    return word.lower in _TIMES or word.lower in _SPANS or bool(word.number and word.number.year)


def _by_then(words: tuple[Word, ...]) -> bool:
    """Whether a statement counts up to a time ("by Monday evening")."""
    after = (words[at + 1 : at + 3] for at, word in enumerate(words) if word.lower == "by")
    return any(other.lower in _TIMES for others in after for other in others)


def _other_head(aligned: Alignment) -> bool:
    """Whether one statement is about somebody's somebody: "the minister", "the minister's spokesman"."""
    for i, j in aligned.pairs:
        ours, theirs = aligned.a[i].lower, aligned.b[j].lower
        if ours.endswith(_POSSESSIVE) != theirs.endswith(_POSSESSIVE):
            words, at = (aligned.a, i) if ours.endswith(_POSSESSIVE) else (aligned.b, j)
            taken = {x for x, _ in aligned.pairs} if words is aligned.a else {y for _, y in aligned.pairs}
            if at + 1 < len(words) and at + 1 not in taken and words[at + 1].content and not words[at + 1].number:
                return True
    return False


def _unlike(words: list[Word], others: list[Word]) -> list[Word]:
    """The words without those that have a relative among the others ("embezzling", "embezzlement")."""
    return [word for word in words if not any(_kin(word, other) for other in others)]


def _kin(first: Word, second: Word) -> bool:
    """Whether two words are derived from one: they share their first seven letters, or the group of near-synonyms."""
    return (
        key(first) == key(second)
        or related(first, second)
        or (len(first.lower) > 6 and first.lower[:7] == second.lower[:7])
    )


def other_topic(aligned: Alignment, conflict: Conflict) -> bool:
    """Whether something else is named in one place ("not in the kitchen", "in the bedroom"), so that the denial is of that."""
    if conflict.kind not in FLIPPED or aligned.coverage >= _COVERED:
        return False
    for gap in aligned.gaps:
        inside = any(aligned.a[i].start == conflict.first.start for i in gap.first) or any(
            aligned.b[j].start == conflict.second.start for j in gap.second
        )
        if (
            not inside
            and any(aligned.a[i].content for i in gap.first)
            and any(aligned.b[j].content for j in gap.second)
        ):
            return True
    return False
