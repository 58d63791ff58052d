"""All that is held against one source, in lines: what it needs for a right of reply."""

import shlex
from collections.abc import Iterator, Sequence

from auditor.model import Finding, Report, SourceCard, Tier
from auditor.score import PRIOR, Explanation, Step
from auditor.words import interval, plural
from auditor.words.visible import visible


def _standing(card: SourceCard) -> str:
    if not card.effective:
        return f"{card.band}, so it has no score"
    return f"{card.score:.1f} of 100, {card.band}; 90 % interval {interval(card)}"


def _unjudged(step: Step) -> Iterator[str]:
    for reason, count in step.unjudged.items():
        yield f"      not judged for {step.family}: {reason} ({plural(count, 'article')})"


def _step(step: Step) -> Iterator[str]:
    yield (
        f"  {step.family:<14} −{step.points:5.2f}   (its own findings −{step.points - step.lent:.2f}, lent −{step.lent:.2f}; "
        f"usual here −{step.corpus:.2f}; found in {step.documents} of {step.judged} judged)"
    )
    yield from _unjudged(step)
    for finding in step.examples:
        yield f"      {finding.code} {visible(finding.message, 120)}: “{visible(finding.excerpt, 120)}”"


def _waterfall(steps: Sequence[Step]) -> Iterator[str]:
    own, lent = (sum(values) for values in zip(*((one.points - one.lent, one.lent) for one in steps), strict=True))
    yield f"\nWhat is taken from 100, family by family ({own:.2f} for its own findings, {lent:.2f} lent):"
    for step in steps:
        yield from _step(step)
    yield (
        f"  (lent: as if {PRIOR:g} usual articles stood beside the source's own, since few articles may show more or less "
        f"than many would; the fewer the articles, the more is lent)"
    )


def _cost(finding: Finding) -> str:
    if finding.points:
        return f"−{finding.points:.2f}"
    at_odds = finding.tier is Tier.HARD and any(other.document != finding.document for other in finding.related)
    return "(costs nothing: either article may be right)" if at_odds else "(costs nothing)"


def lines(report: Report, found: Explanation, paths: Sequence[str]) -> Iterator[str]:
    """The whole account of one source, from the score down to every finding."""
    card = found.source
    yield f"{visible(card.source)}: {_standing(card)}"
    effective = f"{card.effective:g} effective: copies of one text count as one, what few families could judge as none"
    places = f"{card.rank_low} to {card.rank_high}"
    tied = ", tied with a neighbour" if card.tied else ""
    rank = f"rank {card.rank} of {len(report.sources)} (90 %: {places}{tied})" if card.effective else "listed last"
    yield f"{rank}, from {plural(card.documents, 'article')} ({effective})"
    if card.provisional and card.effective:
        why = "too little evidence to rank it firmly" if "report" in found.genres else "it holds no reports"
        yield f"provisional: {why}; it fails no run"
    if found.grave:
        yield f"of its different articles {found.grave} {'holds' if found.grave == 1 else 'hold'} an error that costs points"
    genres = ", ".join(f"{name} {count}" for name, count in found.genres.items())
    reports = " (ranked by its reports)" if "report" in found.genres and len(found.genres) > 1 else ""
    yield f"genres: {genres}{reports}; {plural(found.copies, 'article')} copied from elsewhere and counted with the original"
    if card.agreement:
        one = card.agreement
        yield (
            f"agreement with independent others, from {plural(one.claims, 'statement')} that both make: about {one.share:.0%} "
            f"(90 % interval {one.low:.0%} to {one.high:.0%})"
            + (f"; of its points under contradiction −{found.odds:.2f} are for that" if found.odds else "")
        )
    if card.effective:
        yield from _waterfall(found.steps)
    else:
        yield from sorted({line for step in found.steps for line in _unjudged(step)})
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
        yield f"  {place}: {finding.severity} {finding.code} {_cost(finding)} {visible(finding.message)}"
        yield f"      “{visible(finding.excerpt, 400)}”   [{finding.fingerprint}]"
        for other in finding.related:
            yield f"      also {visible(other.path or other.document)}:{other.line}: “{visible(other.excerpt, 400)}”"
    yield "\nThe text-evidence score says what the text shows, never whether it is true, nor why it is so."
    yield f"To check: audit {report.version}, rule set {report.ruleset}; `audit explain CODE` shows each rule;"
    yield f"audit sources show {shlex.quote(visible(card.source))} {' '.join(shlex.quote(visible(path)) for path in paths)}"
