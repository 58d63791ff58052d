"""Quality of the boilerplate and quality families, and of copies, on development data.

python -m benchmarks.boilerplate DATA_DIR

1. near-duplicate pairs against an exact oracle; 2. spun copies and edited copies of articles, and what among genuine
articles is taken for spun; 3. boilerplate lines against hand-made marks; 4. how many genuine articles each rule speaks
about; 5. how much injected damage is told; 6. tone against an independent rating of outlets; 7. clusters of many documents.
"""

import random
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path
from statistics import mean

from auditor import Document
from auditor.rules import load
from auditor.text.blocks import blocks
from auditor.text.boilerplate import boilerplate
from auditor.text.tokens import tokens
from auditor.text.tone import tone
from benchmarks._copies import large, near, spins
from benchmarks._damage import DAMAGE
from benchmarks._data import GENUINE, articles, data_dir, rows
from benchmarks._figures import spearman
from benchmarks._marks import SETS, code_of, marked


def lines(folder: Path) -> None:
    """Precision and recall on the marked lines, by set."""
    everything = marked()
    told: dict[str, dict[str, bool]] = {}
    for document in (d for name in GENUINE for d in articles(folder, name) if d.id in everything):
        starts = {piece.span.start for piece in boilerplate(document)}
        told[document.id] = {code_of(block.text): block.start in starts for block in blocks(document)}
    for name in SETS:
        marks = marked(name)
        count = Counter(
            (mark != "-", told[article][code]) for article, some in marks.items() for code, mark in some.items()
        )
        right, wrong, missed = count[True, True], count[False, True], count[True, False]
        print(
            f"  {name} set: {sum(count.values())} lines, {right + missed} boilerplate: "
            f"precision {right / max(1, right + wrong):.3f} ({wrong} false), recall {right / max(1, right + missed):.3f}"
        )


def rates(folder: Path) -> None:
    """Genuine articles in a thousand that each rule speaks about, by its gravest severity there."""
    rules = [rule for rule in load() if rule.family in ("boilerplate", "quality") and rule.examine]
    told: Counter[tuple[str, str, str]] = Counter()
    total = 0
    for name in GENUINE:
        for document in articles(folder, name):
            total += 1
            for rule in rules:
                hits = list(rule.examine(document)) if rule.examine else []
                if hits:
                    gravest = min((hit.severity or rule.severity for hit in hits), key=lambda severity: severity.rank)
                    told[rule.code, rule.name, gravest.value] += 1
    for (code, rule_name, severity), count in sorted(told.items()):
        print(f"  {code} {rule_name:22} {severity:8} {1000 * count / total:7.2f} in 1,000 of {total}")


def damage(folder: Path) -> None:
    """The share of damaged articles that the rule of each damage speaks about, of those that it was silent about before."""
    rules = {rule.code: rule for rule in load()}
    sample = [d for name in GENUINE for d in islice(articles(folder, name), 0, None, 20) if len(tokens(d)) >= 100]
    for name, (code, change) in DAMAGE.items():
        examine, chance = rules[code].examine, random.Random(1)
        if examine is None:
            continue
        changed = [change(d.text, chance) for d in sample if not list(examine(d))]
        told = sum(bool(list(examine(Document(id="damaged", text=text)))) for text in changed)
        print(f"  {name:12} {code} of {len(changed)}: {told / len(changed):.3f}")


def tones(folder: Path) -> None:
    """Tone index of outlets against their rating."""
    for label, everything, least in (("all pieces", True, 8), ("all pieces", True, 3), ("reports", False, 8)):
        found: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for row in rows(folder, "news_by_outlet"):
            rating, text = row.get("pc1"), str(row["text"])
            if isinstance(rating, float) and len(text) > 300 and (everything or not row.get("opinion")):
                found[str(row["source"])].append((tone(Document(id="a", text=text)).index, rating))
        kept = [values for values in found.values() if len(values) >= least]
        rho = spearman([mean(v[0] for v in values) for values in kept], [values[0][1] for values in kept])
        print(f"  {label}, {len(kept)} outlets with {least} articles or more: Spearman {rho:.2f}")


def main() -> None:
    """Prints it all."""
    folder = data_dir("Quality of the boilerplate and quality families, and of copies")
    for title, part in (
        ("near-duplicates", near), ("spun copies", spins), ("boilerplate lines", lines), ("rules on genuine articles", rates),
        ("damage", damage), ("tone", tones), ("large", large),
    ):  # fmt: skip
        print(f"\n{title}")
        part(folder)


if __name__ == "__main__":
    main()
