"""All that is held against one source, in lines: what it needs for a right of reply."""

import shlex
from collections.abc import Iterator, Sequence

from auditor.model import Report, SourceCard
from auditor.score import PRIOR, Explanation, Step
from auditor.write._visible import visible
from auditor.write._words import interval, plural


def _standing(card: SourceCard) -> str:
    if not card.effective:
        return f"{card.band}, so it has no score"
    return f"{card.score:.1f} of 100, {card.band}; 90 % interval {interval(card)}"


def _step(step: Step) -> Iterator[str]:
    yield (
        f"  {step.family:<14} −{step.points:5.2f}   (usual here −{step.corpus:.2f}; found in {step.documents} of "
        f"{step.judged} judged)"
    )
    for reason, count in step.unjudged.items():
        yield f"      not judged: {reason} ({plural(count, 'article')})"
    for finding in step.examples:
        yield f"      {finding.code} {visible(finding.message, 120)}: “{visible(finding.excerpt, 120)}”"


def lines(report: Report, found: Explanation, paths: Sequence[str]) -> Iterator[str]:
    """The whole account of one source, from the score down to every finding."""
    card = found.source
    yield f"{visible(card.source)}: {_standing(card)}"
    effective = f"{card.effective:g} effective: copies of one text count as one"
    places = f"{card.rank_low} to {card.rank_high}"
    tied = ", tied with a neighbour" if card.tied else ""
    yield f"rank {card.rank} of {len(report.sources)} (90 %: {places}{tied}), from {plural(card.documents, 'article')} ({effective})"
    if card.provisional:
        yield "provisional: too little evidence to rank it firmly; it fails no run"
    genres = ", ".join(f"{name} {count}" for name, count in found.genres.items())
    yield f"genres: {genres}; {plural(found.copies, 'article')} copied from elsewhere and counted with the original"
    if card.agreement:
        one = card.agreement
        yield (
            f"agrees with independent others in {one.share:.0%} of {plural(one.claims, 'statement')} that both make "
            f"(90 % interval {one.low:.0%} to {one.high:.0%})"
            + (f"; of its points under contradiction −{found.odds:.2f} are for that" if found.odds else "")
        )
    yield "\nWhat is taken from 100, family by family:"
    for step in found.steps:
        yield from _step(step)
    yield f"  (each is drawn towards what is usual here, as if {PRIOR:g} usual articles stood beside the source's own)"
    if found.changes:
        yield "\nWhat would change its place:"
    for change in found.changes:
        yield (
            f"  without its {plural(change.findings, 'finding')} of {change.code}: "
            f"{change.score:.1f}, rank {change.rank}"
        )
    yield f"\n{plural(len(found.findings), 'finding')} in all" + (
        ", with the fingerprints that audit-ignore.toml takes:" if found.findings else ""
    )
    for finding in found.findings:
        place = f"{visible(finding.path or finding.document)}:{finding.line}:{finding.column}"
        yield f"  {place}: {finding.severity} {finding.code} −{finding.points:.2f} {visible(finding.message)}"
        yield f"      “{visible(finding.excerpt, 400)}”   [{finding.fingerprint}]"
        for other in finding.related:
            yield f"      also {visible(other.path or other.document)}:{other.line}: “{visible(other.excerpt, 400)}”"
    yield "\nThe text-evidence score says what the text shows, never whether it is true, nor why it is so."
    yield f"To check: audit {report.version}, rule set {report.ruleset}; `audit explain CODE` shows each rule;"
    yield f"audit sources show {shlex.quote(visible(card.source))} {' '.join(shlex.quote(visible(path)) for path in paths)}"
