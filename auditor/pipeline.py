"""The flow: read, examine, collapse copies, judge, score, report."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from auditor.copies import clusters
from auditor.examine import Examined, examine, renamed
from auditor.judge import judged
from auditor.model import Card, Document, Finding, Report, Skipped, replace
from auditor.read import Raw, parse
from auditor.rule import Rule
from auditor.rules import load, ruleset, select
from auditor.runner import Runner
from auditor.score import rank, scored
from auditor.source import attribute

Input = Raw | Document | Skipped
Outcome = Examined | Skipped


def examine_input(
    item: Input, folders: tuple[str, ...], chosen: tuple[str, ...], ignored: tuple[str, ...]
) -> list[Outcome]:
    """One input, read and examined; runs in a worker, which loads the rules once."""
    rules = select(load(folders), chosen, ignored)
    if isinstance(item, Skipped):
        return [item]
    documents: Iterable[Document | Skipped] = parse(item) if isinstance(item, Raw) else [item]
    folder = item.folder if isinstance(item, Raw) else None
    return [
        document if isinstance(document, Skipped) else examine(attribute(document, folder), rules)
        for document in documents
    ]


def _unique(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """A document id that was taken gets the suffix ~2, ~3 …, in the order of reading."""
    taken: dict[str, int] = {}
    for outcome in outcomes:
        if isinstance(outcome, Examined):
            name = outcome.card.id
            while name in taken:
                taken[outcome.card.id] += 1
                name = f"{outcome.card.id}~{taken[outcome.card.id]}"
            taken[name] = 1
            yield outcome if name == outcome.card.id else renamed(outcome, name)
        else:
            yield outcome


def collapsed(examined: Sequence[Examined]) -> list[Examined]:
    """The same with each card told which cluster of copies it belongs to."""
    leaders = clusters((one.card.id, one.signature) for one in examined)
    return [
        replace(one, card=replace(one.card, copy_cluster=leaders.get(one.card.id, one.card.id))) for one in examined
    ]


def _judged_too(card: Card, families: set[str]) -> Card:
    """A family that found something after all has judged."""
    return replace(card, unjudged={name: why for name, why in card.unjudged.items() if name not in families})


def report(outcomes: Iterable[Outcome], rules: Sequence[Rule], runner: Runner, version: str) -> Report:
    """All that the examined documents yield together."""
    examined: list[Examined] = []
    skipped: list[Skipped] = []
    for outcome in _unique(outcomes):
        if isinstance(outcome, Examined):
            examined.append(outcome)
        else:
            skipped.append(outcome)
    examined = collapsed(examined)
    across, notes = judged(examined, rules, runner)
    found: list[Finding] = [finding for one in examined for finding in one.findings] + across
    families: dict[str, set[str]] = {}
    for finding in found:
        families.setdefault(finding.document, set()).add(finding.family)
    cards = tuple(_judged_too(one.card, families.get(one.card.id, set())) for one in examined)
    findings, scores = scored(cards, sorted(found, key=Finding.order))
    if not any(rule.judge for rule in rules):
        checked = "not checked: no cross-document rule selected"
    elif len(cards) < 2:
        checked = "not checked: fewer than two articles"
    else:
        checked = "checked"
    return Report(
        version=version,
        ruleset=ruleset(rules, version),
        cards=cards,
        scores=scores,
        sources=rank(cards, scores, findings),
        findings=findings,
        skipped=tuple(sorted(skipped, key=lambda skip: (skip.path, skip.line or 0, skip.reason))),
        cross_document=checked,
        notes=tuple(notes),
    )


def run(
    inputs: Iterable[Input],
    runner: Runner,
    version: str,
    folders: tuple[str, ...] = (),
    chosen: tuple[str, ...] = (),
    ignored: tuple[str, ...] = (),
) -> Report:
    """Audits `inputs` under the chosen rules. The result is the same for any runner."""
    rules = select(load(folders), chosen, ignored)
    work = partial(examine_input, folders=folders, chosen=chosen, ignored=ignored)
    outcomes = (outcome for outcomes in runner.map(work, inputs) for outcome in outcomes)
    return report(outcomes, rules, runner, version)
