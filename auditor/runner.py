"""Where work runs. `Serial` and `Processes` have the same two methods and give the same results in the same order."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Key = TypeVar("Key", bound=tuple[str, ...])
Value = TypeVar("Value")

# Enough articles in one parcel to make the trip to a worker cheap beside them, few enough to keep all workers busy.
_PARCEL = 16


class Runner(Protocol):
    """Knows about machines, and nothing about articles."""

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """`work(item)` for each item, in the items' order."""

    def group(self, pairs: Iterable[tuple[Key, Value]]) -> Iterator[tuple[Key, list[Value]]]:
        """The values of each key in the order they came, keys sorted."""


class Serial:
    """Everything here and now."""

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        return map(work, items)

    def group(self, pairs: Iterable[tuple[Key, Value]]) -> Iterator[tuple[Key, list[Value]]]:
        grouped: dict[Key, list[Value]] = {}
        for key, value in pairs:
            grouped.setdefault(key, []).append(value)
        for key in sorted(grouped):
            yield key, grouped[key]


def _parcel(work: Callable[[Item], Result], items: list[Item]) -> list[Result]:
    return [work(item) for item in items]


class Processes(Serial):
    """`map` over a pool of `jobs` processes; grouping stays here."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def map(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        source = iter(items)
        parcels = iter(lambda: list(islice(source, _PARCEL)), [])
        first = list(islice(parcels, 2))
        if len(first) < 2:  # not worth a process
            for parcel in first:
                yield from map(work, parcel)
            return
        with ProcessPoolExecutor(self.jobs) as pool:
            waiting = [pool.submit(_parcel, work, parcel) for parcel in first]
            for parcel in islice(parcels, 4 * self.jobs):
                waiting.append(pool.submit(_parcel, work, parcel))
            while waiting:
                yield from waiting.pop(0).result()
                for parcel in islice(parcels, 1):
                    waiting.append(pool.submit(_parcel, work, parcel))


def runner(jobs: int | None = None) -> Runner:
    """The runner for `jobs` processes; None means one a core."""
    count = jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else jobs or os.cpu_count() or 1
    return Serial() if count == 1 else Processes(count)
