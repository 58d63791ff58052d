"""Which regular expressions can take more than linear time: judged by their syntax trees, over a sample alphabet.

Refused are (1) a repeat of what itself repeats, unless each round must begin with something its end cannot take, and
(2) neighbouring repeats that take the same characters, with something behind them that can fail. Possessive repeats and
atomic groups never go back, so they are safe. A counted repeat of more than 20 counts as an endless one.
"""

import re
import string
from collections.abc import Iterator, Sequence
from functools import cache
from re import _constants as op  # type: ignore[attr-defined]  # the parser that re itself uses; it has no public name
from re import _parser  # type: ignore[attr-defined]

ALPHABET = frozenset(string.printable + "éÀΩя中١“”‘’–—…«»\xa0\u2028\u200b")
_MANY = 20
_LOOKS = (op.ASSERT, op.ASSERT_NOT, op.AT)
_GREEDY = (op.MAX_REPEAT, op.MIN_REPEAT)

Node = tuple[object, object]


@cache
def _category(name: str) -> frozenset[str]:
    letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[name.rsplit("_", 1)[1]]
    pattern = re.compile("\\" + (letter.upper() if "_NOT_" in name else letter))
    return frozenset(filter(pattern.match, ALPHABET))


def _cased(characters: frozenset[str], flags: int) -> frozenset[str]:
    if flags & re.IGNORECASE:
        return characters | {c.swapcase() for c in characters if len(c.swapcase()) == 1}
    return characters


def _in(items: Sequence[Node], flags: int) -> frozenset[str]:
    found: set[str] = set()
    negated = False
    for kind, value in items:
        if kind is op.NEGATE:
            negated = True
        elif kind is op.LITERAL:
            found.add(chr(value))  # type: ignore[arg-type]  # a code point
        elif kind is op.RANGE:
            found |= {c for c in ALPHABET if value[0] <= ord(c) <= value[1]}  # type: ignore[index]  # two code points
        elif kind is op.CATEGORY:
            found |= _category(str(value))
    taken = _cased(frozenset(found), flags)
    return ALPHABET - taken if negated else taken


def _endless(node: Node) -> bool:
    if node[0] not in _GREEDY:
        return False
    low, high = node[1][:2]  # type: ignore[index]  # (least, most, body)
    return bool(high is op.MAXREPEAT or (high > _MANY and high != low))


def _inner(node: Node) -> list[list[Node]]:
    """The sequences inside a node, an alternative each."""
    kind, value = node
    if kind is op.SUBPATTERN:
        return [list(value[3])]  # type: ignore[index]  # (group, flags, flags, body)
    if kind is op.BRANCH:
        return [list(one) for one in value[1]]  # type: ignore[index]  # (None, alternatives)
    if kind is op.ATOMIC_GROUP:
        return [list(value)]  # type: ignore[call-overload]  # its body
    if kind in (*_GREEDY, op.POSSESSIVE_REPEAT):
        return [list(value[2])]  # type: ignore[index]  # (least, most, body)
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [list(value[1])]  # type: ignore[index]  # (direction, body)
    if kind is op.GROUPREF_EXISTS:
        return [list(one) for one in value[1:] if one]  # type: ignore[index]  # (group, then, else)
    return []


def _characters(node: Node, flags: int) -> frozenset[str]:
    """Every character that the node can take anywhere."""
    kind, value = node
    if kind is op.LITERAL:
        return _cased(frozenset(chr(value)), flags)  # type: ignore[arg-type]  # a code point
    if kind is op.NOT_LITERAL:
        return ALPHABET - {chr(value)}  # type: ignore[arg-type]  # a code point
    if kind is op.ANY:
        return ALPHABET if flags & re.DOTALL else ALPHABET - {"\n"}
    if kind is op.IN:
        return _in(value, flags)  # type: ignore[arg-type]  # a list of items
    if kind in _LOOKS:
        return frozenset()
    if kind is op.GROUPREF:
        return ALPHABET
    return frozenset().union(*(_characters(one, flags) for sequence in _inner(node) for one in sequence))


def _may_be_empty(node: Node) -> bool:
    kind, value = node
    if kind in (*_GREEDY, op.POSSESSIVE_REPEAT) and value[0] == 0:  # type: ignore[index]  # the least
        return True
    if kind in _LOOKS or kind is op.GROUPREF:
        return True
    inner = _inner(node)
    return bool(inner) and any(all(map(_may_be_empty, sequence)) for sequence in inner)


def _first(sequence: Sequence[Node], flags: int) -> frozenset[str]:
    """The characters with which the sequence can begin (all that it takes, where that is not clear)."""
    found: frozenset[str] = frozenset()
    for node in sequence:
        inner = _inner(node) if node[0] not in _LOOKS else []
        found |= frozenset().union(*(_first(one, flags) for one in inner)) if inner else _characters(node, flags)
        if not _may_be_empty(node):
            break
    return found


def _last_repeats(sequence: Sequence[Node], flags: int) -> frozenset[str]:
    """What the variable ends of the sequence can take: repeats and optional parts behind which nothing must follow."""
    found: frozenset[str] = frozenset()
    for node in reversed(sequence):
        varies = node[0] in _GREEDY and node[1][0] != node[1][1]  # type: ignore[index]  # least and most
        if varies or (node[0] is op.BRANCH and _may_be_empty(node)):
            found |= _characters(node, flags)
        elif node[0] in (op.SUBPATTERN, op.BRANCH):
            found |= frozenset().union(*(_last_repeats(one, flags) for one in _inner(node)))
        if not _may_be_empty(node):
            break
    return found


def _faults(sequence: Sequence[Node], flags: int, more: bool) -> Iterator[str]:
    """`more` is whether something that can fail stands behind the sequence."""
    for number, node in enumerate(sequence):
        behind = (
            more
            or not all(map(_may_be_empty, sequence[number + 1 :]))
            or any(n[0] in _LOOKS for n in sequence[number + 1 :])
        )
        safe = node[0] in (op.ATOMIC_GROUP, op.POSSESSIVE_REPEAT, *_LOOKS)
        for inner in _inner(node):
            yield from _faults(inner, flags, False if safe else behind or _endless(node))
            if _endless(node) and behind:
                ends, starts = _last_repeats(inner, flags), _first(inner, flags)
                if ends & starts or all(map(_may_be_empty, inner)):
                    yield "a repeat of a repeat"
        if _endless(node) and behind:
            yield from _neighbours(sequence, number, flags, more)


def _neighbours(sequence: Sequence[Node], number: int, flags: int, more: bool) -> Iterator[str]:
    mine = _characters(sequence[number], flags)
    for after in range(number + 1, len(sequence)):
        node = sequence[after]
        fails = more or not all(map(_may_be_empty, sequence[after + 1 :]))
        if _endless(node) and fails and mine & _characters(node, flags):
            yield "two neighbouring repeats of the same characters"
        if not _may_be_empty(node):
            # What must stand between them has to be outside the first, or it hides nothing.
            if not _characters(node, flags) <= mine:
                return
            if _endless(node):
                return


def faults(pattern: re.Pattern[str] | re.Pattern[bytes]) -> list[str]:
    """Why a pattern may take more than linear time from one starting point; empty where it does not."""
    source = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
    tree = _parser.parse(source, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)
    return sorted(set(_faults(list(tree), pattern.flags, False)))
