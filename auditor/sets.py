"""Which of many things belong together, told pair by pair."""

from array import array
from collections.abc import Iterator


class Sets:
    """Disjoint sets of the numbers below `count` (Tarjan 1975), with the members of those that have two and more."""

    def __init__(self, count: int) -> None:
        self._above = array("I", range(count))
        self._members: dict[int, list[int]] = {}

    def leader(self, number: int) -> int:
        """The one of its set that stands for all."""
        while (above := self._above[number]) != number:
            self._above[number] = number = self._above[above]
        return number

    def members(self, leader: int) -> list[int]:
        """All of the set that it leads."""
        return self._members.get(leader, [leader])

    def join(self, first: int, second: int) -> None:
        """Makes one set of the two that these lead."""
        if first != second:
            self._members[first] = self.members(first) + self._members.pop(second, [second])
            self._above[second] = first

    def groups(self) -> Iterator[list[int]]:
        """The sets of two and more."""
        yield from self._members.values()
