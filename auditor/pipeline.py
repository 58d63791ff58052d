"""The flow: read, examine, collapse copies, judge, score, report."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain

from auditor.examine import Examined, examine
from auditor.guard import RuleFailure, broken
from auditor.index import Index
from auditor.index.archive import Archive, Holdings, synchronized
from auditor.index.recall import Input, Outcome, recalled
from auditor.judge import Judged, judged
from auditor.kept import Kept
from auditor.model import Card, Document, Fault, Finding, Report, Skipped, replace
from auditor.read import Raw, parse
from auditor.rule import Rule
from auditor.rules import load, ruleset, select
from auditor.runner import Runner
from auditor.score import agreements, rank, scored
from auditor.settings import Settings
from auditor.source import attribute
from auditor.suppress import Suppressed

Answer = Callable[[Sequence[Finding], Sequence[Card]], Suppressed]


def documents(item: Input, settings: Settings) -> Iterator[Document | Skipped]:
    """The articles of one input, each with its source settled."""
    if isinstance(item, Skipped):
        yield item
        return
    folder = item.folder if isinstance(item, Raw) else None
    for one in parse(item) if isinstance(item, Raw) else (item,):
        yield one if isinstance(one, Skipped) else attribute(one, folder, settings.source_at(one.path))


def examine_input(item: Input, settings: Settings) -> list[Outcome]:
    """One input, read and examined; runs in a worker, which loads the rules once."""
    return [one if isinstance(one, Skipped) else _examined(one, settings) for one in documents(item, settings)]


def _examined(document: Document, settings: Settings) -> Outcome:
    """The document under its rules; where a rule or a view breaks on it, it is unaudited, and the reason is told."""
    rules = select(load(settings.rules), settings.select, settings.ignore + settings.ignored_at(document.path))
    try:
        return examine(replace(document, phrases=settings.phrases), rules)
    except RuleFailure as failure:
        return _unaudited(document, str(failure), failure.fault)
    # Broad, since articles are hostile: one on which a view of ours breaks must not take a million others with it. It stands
    # in the report as unaudited, with the line that broke, and the run ends with exit code 3.
    except Exception as error:
        return _unaudited(document, f"the tool failed: {broken(error)}")


def _unaudited(item: Input, reason: str, fault: Fault = Fault.OURS) -> Skipped:
    whole = isinstance(item, Document) and not item.record
    line = None if whole or isinstance(item, Skipped) else item.first_line
    return Skipped(item.path or getattr(item, "id", ""), f"unaudited: {reason}", line, fault, lasting=False)


def _lost(item: Input, reason: str) -> list[Outcome]:
    """What is said of an input that killed its process twice."""
    return [_unaudited(item, reason)]


def _judged(kept: Kept, rules: Sequence[Rule], runner: Runner, archive: Archive | None) -> Judged:
    """What the corpus rules find among the documents and, for these alone, against the archive."""
    if archive is None:
        return judged(kept.claims(), kept.cards, rules, runner)
    scope = frozenset(card.id for card in kept.cards)
    held = list(archive.claims(key for key, _ in kept.claims()))
    others = ((key, (number, claim)) for number, (key, claim) in enumerate(held, len(scope)))
    cards = [*kept.cards, *(claim.document for _, claim in held)]
    return judged(chain(kept.claims(), others), cards, rules, runner, scope)


def _judged_too(card: Card, families: set[str]) -> Card:
    """A family that found something after all has judged."""
    return replace(card, unjudged={name: why for name, why in card.unjudged.items() if name not in families})


def _taken_back(finding: Finding, settings: Settings) -> bool:
    """Whether the words that look spun are a name that the configuration allows."""
    excerpt = finding.excerpt.casefold()
    return finding.family == "spin" and any(name in excerpt for name in settings.names)


def _configured(findings: Iterable[Finding], settings: Settings) -> list[Finding]:
    """The findings in order, with the severities and without the names that the configuration gives."""
    kept = (
        replace(finding, severity=settings.severity.get(finding.code, finding.severity))
        for finding in findings
        if not _taken_back(finding, settings)
    )
    return sorted(kept, key=Finding.order)


def _crossed(rules: Sequence[Rule], documents: int, archive: Archive | None) -> str:
    """Whether articles were compared with each other, or why not."""
    others = len(archive) if archive and documents else 0
    if not documents:
        return "not checked: no article in scope"
    if not any(rule.judge for rule in rules):
        return "not checked: no cross-document rule selected"
    if documents + others < 2:
        return "not checked: no second article to compare with"
    return f"checked against {others:,} others" if archive else "checked"


def _unanswered(findings: Sequence[Finding], cards: Sequence[Card]) -> Suppressed:  # noqa: ARG001  # as Answer has it
    return Suppressed(tuple(findings), ())


def report(
    kept: Kept, runner: Runner, version: str, settings: Settings, archive: Archive | None, answer: Answer
) -> Report:
    """All that the examined documents yield together, and against the archive.

    `answer` marks the findings that somebody has answered for, which cost no score.
    """
    rules = select(load(settings.rules), settings.select, settings.ignore)
    crowded = kept.collapse(archive)
    across = _judged(kept, rules, runner, archive)
    found = _configured([*kept.findings, *across.findings], settings)
    families: dict[str, set[str]] = {}
    for finding in found:
        families.setdefault(finding.document, set()).add(finding.family)
    cards = tuple(_judged_too(card, families.get(card.id, set())) for card in kept.cards)
    answered = answer(found, cards)
    findings, scores = scored(cards, answered.findings)
    return Report(
        version=version,
        ruleset=ruleset(rules, version),
        cards=cards,
        scores=scores,
        sources=rank(cards, findings, None, agreements(kept.statements())),
        findings=findings,
        skipped=tuple(
            sorted([*kept.skipped, *across.failures], key=lambda skip: (skip.path, skip.line or 0, skip.reason))
        ),
        cross_document=_crossed(rules, len(cards), archive),
        scoped=archive is not None,
        notes=(*kept.notes(), *crowded, *across.notes, *answered.notes),
    )


def state_of(settings: Settings, version: str) -> str:
    """A hash of all that what an input yields depends on, beside the input. Raises RuleError for a wrong rule name."""
    rules = select(load(settings.rules), settings.select, settings.ignore)
    return f"{ruleset(rules, version)}-{settings.digest()}"


def run(
    inputs: Iterable[Input],
    runner: Runner,
    version: str,
    settings: Settings,
    index: Index | None = None,
    holdings: Holdings | None = None,
    answer: Answer = _unanswered,
) -> Report:
    """Audits `inputs` as the settings say; the result is the same for any runner, with or without an index.

    With `holdings` (which need an index) the inputs are judged against that archive, not ranked among it.
    """
    state = state_of(settings, version)

    def work(items: Iterable[Input]) -> Iterator[list[Outcome]]:
        return runner.map(partial(examine_input, settings=settings), items, _lost)

    def outcomes(items: Iterable[Input]) -> Iterator[Outcome]:
        several = recalled(index, state, work, items) if index else work(items)
        return (outcome for outcomes in several for outcome in outcomes)

    def examined(items: Iterable[Input]) -> Iterator[Examined]:
        return (outcome for outcome in outcomes(items) if isinstance(outcome, Examined))

    with closing(Kept()) as kept:
        for outcome in outcomes(inputs):
            kept.keep(outcome)
        archive = synchronized(index, holdings, examined, state, kept.paths()) if index and holdings else None
        return report(kept, runner, version, settings, archive, answer)
