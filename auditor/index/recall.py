"""The second run: what an input yielded before, under the same rules and settings, is not worked out again."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from itertools import islice

from auditor.examine import Examined
from auditor.index import Index
from auditor.model import Document, Skipped
from auditor.read import Raw

Input = Raw | Document | Skipped
Outcome = Examined | Skipped

# Results are written in batches of this size: what a kill can lose.
_BATCH = 200


def key_of(item: Input, state: str) -> bytes | None:
    """The name of an input's outcomes: a hash of its bytes, its place and all that works on it; None for no bytes."""
    if not isinstance(item, Raw):
        return None
    place = f"{state}\0{item.path}\0{item.folder}\0{item.first_line}\0"
    return sha256(place.encode("utf-8", "surrogatepass") + item.data).digest()


def _lasting(outcomes: list[Outcome]) -> bool:
    """What failed for a reason outside it is tried again: a library may have come, a lack of memory have passed."""
    return all(outcome.lasting for outcome in outcomes if isinstance(outcome, Skipped))


def recalled(
    index: Index,
    state: str,
    work: Callable[[Iterable[Input]], Iterator[list[Outcome]]],
    inputs: Iterable[Input],
) -> Iterator[list[Outcome]]:
    """The outcomes of each input, in order: remembered ones from the index, the others by `work`, then remembered.

    `state` is a hash of the rule set and the settings. `work` maps inputs to outcomes in order.
    """
    number = index.state(state)
    waiting: deque[tuple[bytes | None, list[Outcome] | None]] = deque()

    def unknown() -> Iterator[Input]:
        for item in inputs:
            key = key_of(item, state)
            known = index.outcome(key) if key else None
            waiting.append((key, known if isinstance(known, list) else None))
            if not isinstance(known, list):
                yield item

    def merged() -> Iterator[tuple[bytes | None, list[Outcome], bool]]:
        for fresh in work(unknown()):
            while (first := waiting.popleft())[1] is not None:
                yield first[0], first[1], False
            yield first[0], fresh, True
        for key, known in waiting:
            yield key, known or [], False

    results = merged()
    while batch := list(islice(results, _BATCH)):
        new = [(key, outcomes) for key, outcomes, fresh in batch if fresh and key and _lasting(outcomes)]
        if new:
            index.remember(new, number)
        yield from (outcomes for _, outcomes, _ in batch)
