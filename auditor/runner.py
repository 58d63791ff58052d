"""Where work runs. `Serial` and `Processes` have the same two methods and give the same results in the same order."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Protocol, TypeVar

from auditor.pool import Pool

Item = TypeVar("Item")
Result = TypeVar("Result")
Key = TypeVar("Key", bound=tuple[str, ...])
Value = TypeVar("Value")

# Enough articles in one parcel to make the trip to a worker cheap beside them, few enough to keep all workers busy.
_PARCEL = 16


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

    def group(self, pairs: Iterable[tuple[Key, Value]]) -> Iterator[tuple[Key, list[Value]]]:
        """The values of each key in the order they came, keys sorted."""


class Serial:
    """Everything here and now."""

    def map(
        self,
        work: Callable[[Item], Result],
        items: Iterable[Item],
        failed: Callable[[Item, str], Result] | None = None,  # noqa: ARG002  # nobody is left to tell
    ) -> Iterator[Result]:
        return map(work, items)

    def group(self, pairs: Iterable[tuple[Key, Value]]) -> Iterator[tuple[Key, list[Value]]]:
        grouped: dict[Key, list[Value]] = {}
        for key, value in pairs:
            grouped.setdefault(key, []).append(value)
        for key in sorted(grouped):
            yield key, grouped[key]


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
