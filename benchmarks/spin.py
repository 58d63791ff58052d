"""Spun text and template prose: what each signal and the family score find, and what they wrongly flag.

python -m benchmarks.spin DATA_DIR

Recall at 1 % and at 0.1 % false positives and the area under the curve, each over all genuine articles; false flags in
1,000 articles of each genuine set; documents a second. The counts behind SP201 and SP202 come from these genuine
articles, so their false positives are too few here; figures judged out of fold stand on the rules' pages. Then genuine
articles spun in dialects whose pairs no rule has, and names exchanged by a thesaurus that is left out.
"""

import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor import Document, Finding
from auditor.examine import examine
from auditor.model import Severity
from auditor.rule import Rule
from auditor.rules import load
from auditor.score import scored
from benchmarks._data import GENUINE, articles, data_dir
from benchmarks._dialects import dialects, names, spun

# Set name, and which of its rows are positive.
SPUN_EVERY = 20
SPUN, NOISED, MACHINE = "spun_sim_pps", "noised_sim", "llm_xsum"


@dataclass(frozen=True, slots=True)
class Result:
    """One document: its set, the points of each signal (by code), its worst severity and its spin family score."""

    name: str
    points: Mapping[str, float]
    error: bool
    family: float


def judged(document: Document, name: str, rules: Sequence[Rule]) -> Result:
    """What the rules find in one document."""
    examined = examine(document, rules)
    score = scored([examined.card], examined.findings)[1][examined.card.id]
    spin: Sequence[Finding] = [finding for finding in examined.findings if finding.family == "spin"]
    points: dict[str, float] = defaultdict(float)
    for finding in examined.findings:
        points[finding.code] += finding.weight * finding.confidence
    family = score.families["spin"]
    error = any(finding.severity is Severity.ERROR for finding in spin)
    return Result(name, dict(points), error, 100.0 if family is None else family)


def documents(folder: Path) -> Iterator[tuple[str, Document]]:
    """All sets, genuine ones first."""
    for name in (*GENUINE, SPUN, NOISED):
        for document in articles(folder, name):
            yield name, document
    for document in articles(folder, MACHINE, lambda row: row["label"] == "llm"):
        yield MACHINE, document


def line(label: str, positive: list[float], negative: list[float]) -> str:
    """Recall at 1 % and 0.1 % false positives, at any flag, and the area under the curve; higher values are worse."""
    ordered = sorted(negative, reverse=True)
    recalls = []
    for share in (0.01, 0.001):
        limit = ordered[int(share * len(ordered))]
        recalls.append(sum(value > limit for value in positive) / len(positive))
    flagged = sum(value > 0 for value in positive) / len(positive)
    below, ties = 0.0, Counter(negative)
    for value in positive:
        below += sum(count * ((other < value) + 0.5 * (other == value)) for other, count in ties.items())
    area = below / len(positive) / len(negative)
    return f"{label:34} {recalls[0]:7.3f} {recalls[1]:7.3f} {flagged:7.3f} {area:7.4f}"


def held_out(folder: Path, rules: Sequence[Rule]) -> None:
    """Prints what is found of dialects and of names that the rules were not made of."""
    print("\nspun by dialects without the exchanges of the wording rules (WordNet's words are among SP202's preferred)")
    print("flagged by any rule, by SP203")
    some = [document for document in articles(folder, "news_by_outlet") if len(document.text) > 1500][::SPUN_EVERY]
    for name, dialect in dialects().items():
        for share in (0.3, 0.8):
            chance = random.Random(0)
            found = [judged(spun(document, dialect, share, chance), name, rules).points for document in some]
            flagged = sum(map(bool, found)) / len(found)
            wording = sum("SP203" in points for points in found) / len(found)
            print(f"  {name:10} {share:.1f} of its words, {len(found)} articles {flagged:7.3f} {wording:7.3f}")
    print("\nnames with a word exchanged by one thesaurus: flagged with it, and without it")
    for source, many, known, unknown in names(next(rule for rule in rules if rule.code == "SP106")):
        print(f"  {source:10} {many:5} names {known:7.3f} {unknown:7.3f}")


def main() -> None:
    """Prints the tables."""
    folder = data_dir("Recall and false flags of the spin family and of template prose")
    rules = [rule for rule in load() if rule.family == "spin" or rule.code.startswith("BP3")]
    begun = time.process_time()
    results = [judged(document, name, rules) for name, document in documents(folder)]
    speed = len(results) / (time.process_time() - begun)
    genuine = [result for result in results if result.name in GENUINE]
    print(f"{len(genuine)} genuine articles, {speed:.0f} documents a second\n")
    print(f"{'signal':34} {'at 1 %':>7} {'at .1 %':>7} {'flagged':>7} {'AUC':>7}")
    for name in (SPUN, NOISED, MACHINE):
        mine = [result for result in results if result.name == name]
        print(f"{name}, {len(mine)} documents")
        for rule in rules:
            values = [result.points.get(rule.code, 0.0) for result in mine]
            if any(values):
                print(
                    line(
                        f"  {rule.code} {rule.name}", values, [result.points.get(rule.code, 0.0) for result in genuine]
                    )
                )
        if name != MACHINE:
            print(line("  spin family score", [100 - r.family for r in mine], [100 - r.family for r in genuine]))
    print("\nfalse flags in 1,000 articles, and the median family score")
    print(f"{'set':18} {'n':>5} " + " ".join(f"{rule.code:>6}" for rule in rules) + "   spin  error median")
    for name in GENUINE:
        mine = [result for result in results if result.name == name]
        rates = [1000 * sum(rule.code in result.points for result in mine) / len(mine) for rule in rules]
        spin = 1000 * sum(result.family < 100 for result in mine) / len(mine)
        error = 1000 * sum(result.error for result in mine) / len(mine)
        median = sorted(result.family for result in mine)[len(mine) // 2]
        print(
            f"{name:18} {len(mine):5} "
            + " ".join(f"{rate:6.2f}" for rate in rates)
            + f" {spin:6.2f} {error:6.2f} {median:6.1f}"
        )
    held_out(folder, [rule for rule in rules if rule.family == "spin"])


if __name__ == "__main__":
    main()
