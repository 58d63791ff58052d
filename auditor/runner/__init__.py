"""Where work runs. `Serial` and `Processes` have the same two methods and give the same results in the same order."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from heapq import merge
from itertools import chain, groupby, islice
from typing import Protocol, TypeVar

from auditor.runner.pool import Pool

Item = TypeVar("Item")
Result = TypeVar("Result")
Key = TypeVar("Key", bound=tuple[str, ...])
Value = TypeVar("Value")

# Enough articles in one parcel to make the trip to a worker cheap beside them, few enough to keep all workers busy.
_PARCEL = 16
# Pairs sorted at a time, some 40 MB of claims, and how many of each sorted run are in memory while runs are merged.
_AT_ONCE = 1 << 16
_PIECE = 1 << 7


def _key(pair: tuple[Key, Value]) -> Key:
    return pair[0]


def _in_order(pairs: Iterable[tuple[Key, Value]]) -> Iterator[tuple[Key, Value]]:
    """The pairs by key, equal keys in the order they came; in memory, or merged from files if there are too many."""
    coming = iter(pairs)
    run = sorted(islice(coming, _AT_ONCE), key=_key)
    if len(run) < _AT_ONCE:
        yield from run
        return
    from auditor.shelf import Shelf  # numpy, which small runs need not wait for

    with closing(Shelf[list[tuple[Key, Value]]]()) as shelf:
        runs: list[range] = []
        while run:
            begun = len(shelf)
            for start in range(0, len(run), _PIECE):
                shelf.add(run[start : start + _PIECE])
            runs.append(range(begun, len(shelf)))
            run = sorted(islice(coming, _AT_ONCE), key=_key)
        yield from merge(*(chain.from_iterable(map(shelf.__getitem__, numbers)) for numbers in runs), key=_key)


class Runner(Protocol):
    """Knows about machines, and nothing about articles."""

    def map(
        self,
        work: Callable[[Item], Result],
        items: Iterable[Item],
        failed: Callable[[Item, str], Result] | None = None,
    ) -> Iterator[Result]:
        """`work(item)` for each item, in the items' order; `failed(item, why)` for one that kills its process twice.

        Without `failed` such an item raises RuntimeError. What `work` raises is raised here.
        """

    def group(self, pairs: Iterable[tuple[Key, Value]]) -> Iterator[tuple[Key, Iterator[Value]]]:
        """The values of each key in the order they came, keys sorted; each key's are to be taken before the next's."""


class Serial:
    """Everything here and now."""

    def map(
        self,
        work: Callable[[Item], Result],
        items: Iterable[Item],
        failed: Callable[[Item, str], Result] | None = None,  # noqa: ARG002  # nobody is left to tell
    ) -> Iterator[Result]:
        return map(work, items)

    def group(self, pairs: Iterable[tuple[Key, Value]]) -> Iterator[tuple[Key, Iterator[Value]]]:
        for key, same in groupby(_in_order(pairs), key=_key):
            yield key, (value for _, value in same)


def _method() -> str:
    """How processes start: as the platform does, but no fork of a process with threads, which may hang."""
    method = multiprocessing.get_start_method(allow_none=True) or multiprocessing.get_all_start_methods()[0]
    if method == "fork" and threading.active_count() > 1:
        return "forkserver"
    return method


class Processes(Serial):
    """`map` over `jobs` processes, started by `method` (fork, forkserver, spawn); grouping stays here."""

    def __init__(self, jobs: int, method: str | None = None) -> None:
        self.jobs = jobs
        self.method = method

    def map(
        self,
        work: Callable[[Item], Result],
        items: Iterable[Item],
        failed: Callable[[Item, str], Result] | None = None,
    ) -> Iterator[Result]:
        source = iter(items)
        parcels = iter(lambda: list(islice(source, _PARCEL)), [])
        first = list(islice(parcels, 2))
        if len(first) < 2:  # not worth a process
            for parcel in first:
                yield from map(work, parcel)
            return
        with Pool(work, self.jobs, self.method or _method(), failed) as pool:
            yield from pool.run(chain(first, parcels))


def runner(jobs: int | None = None) -> Runner:
    """The runner for `jobs` processes; None or 0 means one a core."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    count = jobs or cores
    return Serial() if count == 1 else Processes(count)
