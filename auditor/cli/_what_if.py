"""`--what-if`: which scores and ranks another weighting would move."""

from collections.abc import Iterator, Sequence

from auditor.errors import UsageError
from auditor.model import Report
from auditor.rules import load, select
from auditor.score import Moved, Weights, default_weights, what_if
from auditor.words.visible import visible

_MOST = 20


def assumed(assumptions: Sequence[str], folders: tuple[str, ...]) -> tuple[set[str], Weights]:
    """`ignore=SP103` and `SP103=0.5` understood. Raises UsageError, RuleError."""
    rules = load(folders)
    ignored: set[str] = set()
    factors: dict[str, float] = {}
    for assumption in assumptions:
        name, equals, value = assumption.partition("=")
        if not equals or not value:
            raise UsageError(f"--what-if {assumption}: write it as ignore=RULE or RULE=FACTOR, as in SP103=0.5")
        if name == "ignore":
            ignored |= {rule.code for rule in select(rules, (value,))}
            continue
        try:
            factor = float(value)
        except ValueError as error:
            raise UsageError(f"--what-if {assumption}: {value!r} is no number") from error
        if not 0 <= factor <= 20:
            raise UsageError(f"--what-if {assumption}: a factor lies between 0 and 20")
        factors |= {rule.code: factor for rule in select(rules, (name,))}
    usual = default_weights()
    return ignored, Weights(usual.severity, usual.repeat, usual.family, usual.across, {**usual.rules, **factors})


def _line(moved: Moved) -> str:
    def mark(value: float | None) -> str:
        return "-" if value is None else f"{value:.1f}"

    ranks = f", rank {moved.rank_before} → {moved.rank_after}" if moved.rank_before != moved.rank_after else ""
    return f"  {visible(moved.name)}: {mark(moved.before)} → {mark(moved.after)}{ranks}"


def lines(report: Report, assumptions: Sequence[str], folders: tuple[str, ...]) -> Iterator[str]:
    """What moves, sources first, the largest moves first."""
    ignored, weights = assumed(assumptions, folders)
    found = what_if(report, ignored, weights)
    yield f"what if {', '.join(assumptions)}:"
    for what, several, many in (
        ("source", found.sources_moved, len(report.sources)),
        ("article", found.documents_moved, len(report.scores)),
    ):
        yield f"{len(several)} {what}{'' if len(several) == 1 else 's'} would move, {many - len(several)} would not"
        ordered = sorted(several, key=lambda one: (-abs((one.after or 0) - (one.before or 0)), one.name))
        yield from map(_line, ordered[:_MOST])
        if len(ordered) > _MOST:
            yield f"  … and {len(ordered) - _MOST} more"
