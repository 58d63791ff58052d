"""How likely two statements that seem to be at odds speak of one thing, so that both cannot be true: a sum of learned weights.

The weights stand in `odds.tsv`, a trait a line; `benchmarks/training/statements.py` learns them from pairs written for this project.
"""

from collections.abc import Mapping
from functools import lru_cache
from math import exp

from auditor.statements.align import Alignment
from auditor.statements.conflict import Conflict
from auditor.statements.traits import traits
from auditor.statements.words import lines

# "Ten of the 12 agreed", "two of the 12 did not"; "at least six", "at least five"; "to Cairo", "from Cairo"; "rose by two",
# "rose to five": no weight makes these a conflict.
NEVER = frozenset(("a difference", "a sum", "figure denied", "other way", "room", "told back", "within bounds"))
# What holds of every pair.
ALWAYS = "always"


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    return {trait: float(weight) for trait, weight in lines("odds.tsv")}


def odds(aligned: Alignment, conflict: Conflict) -> float:
    """The likelihood, 0 to 1, that the conflict is one of two statements about one thing."""
    weights, found = _weights(), traits(aligned, conflict)
    if not NEVER.isdisjoint(found):
        return 0.0
    told = sum(weights.get(trait, 0.0) * value for trait, value in found.items())
    return 1 / (1 + exp(-weights[ALWAYS] - told))
