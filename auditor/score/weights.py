"""What findings cost: data with its origin in `weights.tsv`, and a frozen value that `--what-if` can change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from auditor.model import Severity


@dataclass(frozen=True, slots=True)
class Weights:
    """`severity` is the exponent that one finding of weight 1 adds; `rules` scales single codes (1 where not named).

    `repeat` is what each further finding of a rule counts of the one before; `family` is the most that one family can
    add to a document's exponent; `across` scales a contradiction with another article, either of which may be right.
    """

    severity: Mapping[Severity, float]
    repeat: float
    family: float
    across: float
    rules: Mapping[str, float] = field(default_factory=dict)


@lru_cache(maxsize=1)
def default_weights() -> Weights:
    """The weights that ship."""
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    value = {row[0]: float(row[1]) for line in lines if line and not line.startswith("#") and (row := line.split("\t"))}
    return Weights(
        severity={severity: value.pop(f"severity.{severity.value}") for severity in Severity},
        repeat=value.pop("repeat"),
        family=value.pop("family"),
        across=value.pop("across"),
        rules=value,
    )
