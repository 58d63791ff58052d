"""Two places, or two persons, that fill one place of two statements which otherwise run on alike."""

from collections.abc import Iterator

from auditor.model import Span
from auditor.statements.align import Alignment, Gap
from auditor.statements.clauses import is_verb
from auditor.statements.conflict import Found
from auditor.statements.words import Word, role
from auditor.text.persons import given_names
from auditor.text.places import contains, is_place

# From here on the statements are one sentence, returned with a change, and not two reports.
RETURNED = 0.85
# As many shared words tell that one act is meant, where the names alone do not.
_MANY = 4
_WHERE = frozenset("in at near on".split())
_SITES = role("site")


def named(aligned: Alignment, gap: Gap) -> Iterator[Found]:
    """Two places, or two names, where the statements otherwise run on alike."""
    ours = [i for i in gap.first if aligned.a[i].capital and aligned.a[i].content and not aligned.a[i].number]
    theirs = [j for j in gap.second if aligned.b[j].capital and aligned.b[j].content and not aligned.b[j].number]
    if not ours or not theirs or aligned.coverage < 0.5:
        return
    first = " ".join(aligned.a[i].text for i in ours)
    second = " ".join(aligned.b[j].text for j in theirs)
    spans = (
        Span(aligned.a[ours[0]].start, aligned.a[ours[-1]].end),
        Span(aligned.b[theirs[0]].start, aligned.b[theirs[-1]].end),
    )
    if is_place(first) and is_place(second):
        # "Egypt sent aid" and "Turkey sent aid": two who do the same.
        acting = not any(word.content for word in (*aligned.a[: ours[0]], *aligned.b[: theirs[0]]))
        if (acting or _indefinite(aligned, ours[0], theirs[0])) and aligned.coverage < RETURNED:
            return
        if not contains(first, second) and not contains(second, first):
            yield "place", *spans, 0.95 * (0.5 + 0.5 * aligned.coverage)
    elif _sites(aligned, ours, theirs) or (
        _is_site(aligned.a, ours) and _is_site(aligned.b, theirs) and not set(first.split()) & set(second.split())
    ):
        yield "place", *spans, 0.8 * (0.5 + 0.5 * aligned.coverage)
    elif (
        aligned.coverage >= 0.6
        and ((_is_person(first) and _is_person(second)) or _in_a_role(aligned, ours, theirs))
        and len(gap.first) == len(ours)
        and len(gap.second) == len(theirs)
        and not _same_name(first, second)
    ):
        yield "actor", *spans, 0.8 * (0.5 + 0.5 * aligned.coverage)


def _indefinite(aligned: Alignment, i: int, j: int) -> bool:
    """Whether what is at the two places is "a" thing, of which there may be one at each ("a branch in Riga")."""
    return all(
        words[at - 1].lower in _WHERE
        and (any(word.lower in ("a", "an") for word in words[max(0, at - 4) : at]) or several(words, at - 2))
        for words, at in ((aligned.a, i), (aligned.b, j))
    )


def several(words: tuple[Word, ...], at: int) -> bool:
    """Whether several things of a kind are told of behind a verb ("has plants in Peru")."""
    return at > 1 and words[at].lower.endswith("s") and is_verb(words[at - 1].lower)


def _is_site(words: tuple[Word, ...], run: list[int]) -> bool:
    """Whether a name is one of a building or the like, behind "in", "at" or "near"."""
    before = {word.lower for word in words[max(0, run[0] - 2) : run[0]]}
    return bool(before & _WHERE) and any(words[at].lower in _SITES for at in run)


def _sites(aligned: Alignment, ours: list[int], theirs: list[int]) -> bool:
    """Whether two names tell two sites of one kind apart: "at Heathrow Airport", "at Gatwick Airport"."""
    after = ours[-1] + 1, theirs[-1] + 1
    if dict(aligned.pairs).get(after[0]) != after[1] or aligned.a[after[0]].lower not in _SITES:
        return False
    return all(
        words[at - 1].lower in _WHERE or words[at - 2].lower in _WHERE
        for words, at in ((aligned.a, ours[0]), (aligned.b, theirs[0]))
        if at > 1
    )


def _in_a_role(aligned: Alignment, ours: list[int], theirs: list[int]) -> bool:
    """Whether two whole names, in the inventory or not, are what the same thing is done to ("appointed Mara Delgado head
    of"); who does a thing may be two."""
    led = any(word.content for word in aligned.a[: ours[0]]) and any(word.content for word in aligned.b[: theirs[0]])
    return led and len(ours) > 1 and len(theirs) > 1 and aligned.shared >= _MANY


def _is_person(name: str) -> bool:
    """Whether a name begins with a given name."""
    return name.split()[0] in given_names()


def _same_name(first: str, second: str) -> bool:
    """Whether one may be a short or abbreviated form of the other."""
    ours, theirs = set(first.lower().split()), set(second.lower().split())
    if ours & theirs or first.isupper() or second.isupper():
        return True
    initials = "".join(word[0] for word in first.split()), "".join(word[0] for word in second.split())
    return first.replace(".", "") == initials[1] or second.replace(".", "") == initials[0] or first[:3] == second[:3]
