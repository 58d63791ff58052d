"""Processes that may die: a pool which knows what each worker holds, replaces it, and retries its items alone.

`concurrent.futures` gives up the whole pool when one worker dies and cannot tell which item killed it; and on Ctrl-C it
waits for all that was handed out. Here a worker holds one parcel at a time and has a pipe of its own.
"""

import multiprocessing
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from types import TracebackType
from typing import Generic, Self, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Parcels that may be ahead of the oldest unfinished one, for each worker: bounds what is held in memory.
_AHEAD = 4
# Seconds that a worker is given to leave before it is killed.
_PATIENCE = 2.0


@dataclass(slots=True)
class _Parcel(Generic[Item]):
    """Items with the number of their parcel and the place of the first one in it; `alone` on the second try."""

    number: int
    at: int
    items: list[Item]
    alone: bool = False


@dataclass(slots=True)
class _Worker(Generic[Item]):
    process: BaseProcess
    pipe: Connection
    holds: _Parcel[Item] | None = None
    ready: bool = False


def _answered(work: Callable[[Item], Result], items: list[Item]) -> bytes | memoryview:
    """The packed results, or the packed RuntimeError that the parent is to raise."""
    doing = "in a worker process"
    try:
        results = [work(item) for item in items]
        doing = "a result cannot leave its process"
        return ForkingPickler.dumps(results)
    # Broad, since a process that dies of an exception looks like one that was killed, and its parcel would be tried again:
    # whatever the work or the packing of its results raises is raised in the parent, with the traceback.
    except Exception as error:
        return ForkingPickler.dumps(RuntimeError(f"{doing}: {''.join(traceback.format_exception(error))}"))


def _serve(work: Callable[[Item], Result], pipe: Connection, inherited: Sequence[Connection]) -> None:
    """A worker's life: answers each parcel until its pipe closes. Ctrl-C is its parent's business.

    `inherited` are the parent's ends of pipes that a fork copies: open here, they would hide the parent's death.
    """
    for one in inherited:
        one.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(EOFError, OSError):  # the parent has left
        pipe.send(None)
        while True:
            pipe.send_bytes(_answered(work, pipe.recv()))


@contextmanager
def _sheltered() -> Iterator[None]:
    """Ctrl-C waits while a process starts, and never reaches the one that is started here."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Pool(Generic[Item, Result]):
    """`jobs` workers for `work`; use as a context, which leaves no process behind."""

    def __init__(
        self,
        work: Callable[[Item], Result],
        jobs: int,
        method: str,
        failed: Callable[[Item, str], Result] | None = None,
    ) -> None:
        self._work = work
        self._jobs = jobs
        self._method = method
        self._context: BaseContext = multiprocessing.get_context(method)
        self._failed = failed
        self._workers: list[_Worker[Item]] = []
        self._done: dict[int, dict[int, Result]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.process.terminate()
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()

    def _hire(self) -> None:
        ours, theirs = self._context.Pipe()
        forked = [*(worker.pipe for worker in self._workers), ours] if self._method == "fork" else []
        process = self._context.Process(target=_serve, args=(self._work, theirs, forked), daemon=True)  # type: ignore[attr-defined]  # typeshed gives BaseContext no Process
        if self._method != "fork":
            resource_tracker.ensure_running()  # its own start would let Ctrl-C in again
        with _sheltered():
            process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))

    def run(self, parcels: Iterable[list[Item]]) -> Iterator[Result]:
        """The results of all items in order; parcels are asked for only as far ahead as memory should bear."""
        waiting: deque[_Parcel[Item]] = deque()
        sizes: dict[int, int] = {}
        coming = iter(parcels)
        begun = given = 0
        while True:
            while begun - given < _AHEAD * self._jobs and (more := next(coming, None)) is not None:
                waiting.append(_Parcel(begun, 0, more))
                sizes[begun] = len(more)
                begun += 1
            if begun == given:
                return
            self._hand_out(waiting)
            self._collect(waiting)
            while given in sizes and len(self._done.get(given, ())) == sizes[given]:
                answers = self._done.pop(given)
                yield from (answers[at] for at in range(sizes.pop(given)))
                given += 1

    def _hand_out(self, waiting: deque[_Parcel[Item]]) -> None:
        while waiting and len(self._workers) < min(self._jobs, len(waiting) + len(self._busy())):
            self._hire()
        for worker in self._workers:
            if waiting and worker.ready and worker.holds is None:
                worker.holds = waiting.popleft()
                with suppress(OSError):  # it has died; its end is met in _collect
                    worker.pipe.send(worker.holds.items)

    def _busy(self) -> list[_Worker[Item]]:
        return [worker for worker in self._workers if worker.holds is not None]

    def _collect(self, waiting: deque[_Parcel[Item]]) -> None:
        """Waits until a worker answers or dies, and takes that in."""
        ready = wait([worker.pipe for worker in self._workers])
        for worker in [worker for worker in self._workers if worker.pipe in ready]:
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker, waiting)
                continue
            if isinstance(answer, RuntimeError):
                raise answer
            if worker.holds is not None:
                answers = self._done.setdefault(worker.holds.number, {})
                answers.update(enumerate(answer, worker.holds.at))
            worker.ready, worker.holds = True, None

    def _bury(self, worker: _Worker[Item], waiting: deque[_Parcel[Item]]) -> None:
        """A worker has died: its items are tried again one by one; one that was alone already is given up."""
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        lost = worker.holds
        if not worker.ready:
            raise RuntimeError(
                f"a worker process ended before its work began (exit code {worker.process.exitcode}); a program that "
                "uses several processes must guard its main part by `if __name__ == '__main__':`"
            )
        if lost is None:
            return
        if not lost.alone:
            alone = [_Parcel(lost.number, lost.at + place, [item], True) for place, item in enumerate(lost.items)]
            waiting.extendleft(reversed(alone))
            return
        reason = f"its process died twice ({_said(worker.process.exitcode)})"
        if self._failed is None:
            raise RuntimeError(reason)
        self._done.setdefault(lost.number, {})[lost.at] = self._failed(lost.items[0], reason)


def _said(code: int | None) -> str:
    if code is not None and code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code}"
