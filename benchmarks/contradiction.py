"""What the contradiction family finds and what it finds wrongly: injected changes, genuine news, statement pairs, tolls, cost.

python -m benchmarks.contradiction DATA_DIR
"""

import random
import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

from auditor import Document, Settings, audit, compare_statements
from auditor.judge import HOTTEST
from auditor.model import Finding, Tier
from auditor.rule import Rule
from auditor.rules import load
from auditor.statements.compare import sure_conflict
from auditor.text.sentences import sentences
from auditor.text.tolls import tolls
from benchmarks._data import GENUINE, articles, data_dir, rows
from benchmarks.speed import by_rule

PAIRS = Path(__file__).parents[1] / "tests" / "data"
CORE = frozenset("numeric negation antonym factive lexical temporal structural".split())
KINDS = CORE | {"date", "place", "actor", "world"}
_COUNT = (
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|dozen)"
)
# A sentence that counts the dead or hurt, told by a pattern of its own.
CASUALTY = re.compile(
    rf"\b{_COUNT}\s(?:[a-z-]+\s){{0,3}}(?:(?:were|was|have been|are|had|has)\s)?(?:killed|dead|died|injured|wounded|hurt)\b"
    rf"|\b(?:killed|killing|injuring|injured|wounded|wounding|kills)\s(?:at least |more than |about |some |up to |nearly )?{_COUNT}\b",
    re.IGNORECASE,
)


def family() -> tuple[Rule, ...]:
    """The rules under test."""
    return tuple(rule for rule in load() if rule.family == "contradiction")


def found(document: Document) -> tuple[Finding, ...]:
    """What the family finds in one document by itself."""
    return audit([document], settings=Settings(select=("contradiction",))).findings


def injected(folder: Path) -> None:
    """Share of changed articles with a hard finding, by the kind of change."""
    total: Counter[str] = Counter()
    hard: Counter[str] = Counter()
    for row in rows(folder, "injected_news"):
        kind, day = str(row["kind"]), row["date"]
        total[kind] += 1
        document = Document(
            id=str(row["id"]), text=str(row["text"]), title=str(row["title"] or ""), date=str(day) if day else None
        )
        hard[kind] += any(finding.tier is Tier.HARD for finding in found(document))
    print("injected_news: articles with a hard finding")
    for kind, count in sorted(total.items()):
        print(f"  {kind:16} {hard[kind]:4} of {count:4}  {hard[kind] / count:.2f}")


def genuine(folder: Path) -> None:
    """Every finding in genuine news, all sets audited as one corpus, to be judged by hand."""
    documents = [document for name in GENUINE for document in articles(folder, name)]
    report = audit(documents, settings=Settings(select=("contradiction",)))
    tiers: dict[str, set[str]] = defaultdict(set)
    for finding in report.findings:
        tiers[str(finding.tier)].add(finding.document)
    print(f"\ngenuine: {len(documents)} articles as one corpus; articles with a finding, by tier:")
    for tier, names in sorted(tiers.items()):
        print(f"  {tier:10} {len(names):4}  {1000 * len(names) / len(documents):.2f} in 1,000")
    for finding in report.findings:
        others = ", ".join(f"{other.excerpt!r} ({other.document})" for other in finding.related)
        print(f"    {finding.code} {finding.tier} {finding.document}: {finding.excerpt!r} against {others}")


def pairs(path: Path) -> None:
    """Recall by kind and precision of `compare_statements` on this project's own pairs, each in both orders."""
    total: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    told: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, first, second = line.split("\t")
        for one, other in ((first, second), (second, first)):
            conflict = compare_statements(one, other)
            total[kind] += 1
            if conflict:
                hits[kind] += 1
                told[conflict.kind] += 1
                right[conflict.kind] += kind in KINDS
    print(f"\n{path.name}: pairs written for this project, in both orders: flagged")
    for kind, count in sorted(total.items(), key=lambda one: (one[0] not in KINDS, one[0])):
        print(f"  {kind:16} {hits[kind]:4} of {count:4}  {hits[kind] / count:.2f}")
    for kinds, name in ((KINDS, "all kinds"), (CORE, "numeric to structural")):
        true, all_of_them = (sum(counts[kind] for kind in kinds) for counts in (hits, total))
        false = sum(count for kind, count in hits.items() if kind not in KINDS)
        print(f"  {name}: recall {true / all_of_them:.3f}, precision {true / (true + false):.3f}")
    print("  right of what is called", ", ".join(f"{k} {right[k]}/{told[k]}" for k in sorted(told)))


def between(folder: Path) -> None:
    """Cross-article sentences of one event that share half their words: mostly compatible, so flags are mostly wrong."""
    events: dict[str, list[Document]] = defaultdict(list)
    for number, row in enumerate(rows(folder, "news_clusters")):
        events[str(row["event_id"])].append(Document(id=str(number), text=str(row["text"])))
    total = flagged = 0
    for documents in events.values():
        told = [
            (at, one.text, set(one.text.lower().split()))
            for at, d in enumerate(documents[:6])
            for one in sentences(d)[:12]
        ]
        for index, (first, one, ours) in enumerate(told):
            for second, other, theirs in told[index + 1 :]:
                if first != second and one != other and len(ours & theirs) >= max(5, 0.5 * min(len(ours), len(theirs))):
                    total += 1
                    flagged += sure_conflict(one, other) is not None
    print(f"\nnews_clusters: {total} pairs of like sentences between articles of one event, {flagged} flagged")


def casualties(folder: Path) -> None:
    """Share of casualty sentences from which a toll is read."""
    total = read = 0
    for name in GENUINE:
        for document in articles(folder, name):
            starts = {(toll.span.start, toll.span.end) for toll in tolls(document)}
            for sentence in sentences(document):
                if CASUALTY.search(sentence.text):
                    total += 1
                    read += any(sentence.start <= start < sentence.end for start, _ in starts)
    print(f"\ncasualty sentences in genuine news: {total}, with a toll read {read} ({read / max(1, total):.3f})")


def scale(folder: Path) -> None:
    """Pairs of claims that meet under a key, a document, in archives of growing size: sentences of real articles mixed."""
    chance = random.Random(0)
    told = [
        [sentence.text for sentence in sentences(d)[:12] if 30 < len(sentence.text) < 300]
        for d in articles(folder, "news_by_outlet")
    ]
    told = [some for some in told if len(some) > 5]
    rules = [rule for rule in family() if rule.claims]
    print("\npairs of claims that meet, a document, in archives of documents mixed from sentences, 100 a day")
    for size in (1_000, 10_000, 50_000):
        keys: Counter[tuple[str, str]] = Counter()
        for number in range(size):
            some = [chance.choice(chance.choice(told)) for _ in range(5)]
            day = date(2000, 1, 1) + timedelta(days=number // 100)
            document = Document(id=str(number), text=" ".join(some), date=day.isoformat())
            keys.update({(rule.code, claim.key) for rule in rules if rule.claims for claim in rule.claims(document)})
        pairs = {rule.code: 0 for rule in rules}
        for (code, _), count in keys.items():
            met = min(count, HOTTEST)
            pairs[code] += met * (met - 1) // 2
        each = ", ".join(f"{code} {count / size:.2f}" for code, count in sorted(pairs.items()))
        print(f"  {size:6} documents: {sum(pairs.values()) / size:.2f} pairs a document ({each})")


def cost(folder: Path) -> None:
    """CPU ms of the family an article of 4 KB; what its rules share is charged once."""
    chosen = [d for d in articles(folder, "news_by_outlet") if 3000 <= len(d.text) <= 5000][:400]
    spent = by_rule(family(), chosen)
    total = sum(milliseconds for code, milliseconds in spent.items() if code != "signature")
    print(f"\n{total:.3f} CPU ms an article of 4 KB, the family whole")


def main() -> None:
    """Prints all of it."""
    folder = data_dir("What the contradiction family finds, and what it finds wrongly")
    injected(folder)
    pairs(PAIRS / "statement_pairs.tsv")
    pairs(PAIRS / "statement_pairs_held.tsv")
    pairs(PAIRS / "statement_pairs_retold.tsv")
    between(folder)
    casualties(folder)
    cost(folder)
    scale(folder)
    genuine(folder)


if __name__ == "__main__":
    main()
