"""Quality of the boilerplate and quality families, and of copies, on development data.

python -m benchmarks.boilerplate DATA_DIR

1. near-duplicate pairs against an exact oracle; 2. spun copies of articles, and pairs among genuine articles that are
taken for spun; 3. boilerplate lines against hand-made marks; 4. how many genuine articles each rule speaks about;
5. tone against an independent rating of outlets; 6. clusters of 100,000 signatures.
"""

import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import combinations
from pathlib import Path
from statistics import mean

from auditor import Document, near_duplicates
from auditor.copies import clusters
from auditor.likeness import likeness
from auditor.rules import load
from auditor.signature import Sample, Signature, signature, whole
from auditor.text.blocks import blocks
from auditor.text.boilerplate import boilerplate
from auditor.text.tokens import tokens
from auditor.text.tone import tone
from benchmarks._data import GENUINE, articles, data_dir, rows
from benchmarks._spins import spun

Pair = tuple[str, str]


def runs(document: Document) -> set[tuple[str, ...]]:
    """The five-word runs of a text."""
    words = tokens(document).lower
    return {words[at : at + 5] for at in range(len(words) - 4)}


def oracle(documents: Sequence[Document], threshold: float = 0.5) -> set[Pair]:
    """All pairs whose runs have a Jaccard similarity of `threshold`, by counting every shared run."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes = []
    for number, document in enumerate(documents):
        found = runs(document)
        sizes.append(len(found))
        for run in found:
            holders[run].append(number)
    shared = Counter(pair for numbers in holders.values() if len(numbers) > 1 for pair in combinations(numbers, 2))
    alike = (p for p, count in shared.items() if count >= threshold * (sizes[p[0]] + sizes[p[1]] - count))
    return {tuple(sorted((documents[first].id, documents[second].id))) for first, second in alike}  # type: ignore[misc]  # two ids


def pairs_of(members: Iterable[Sequence[str]]) -> set[Pair]:
    """All pairs within clusters."""
    return {(first, second) for ids in members for first, second in combinations(sorted(ids), 2)}


def near(folder: Path) -> None:
    """Recall and precision of pairs, exact and as the pipeline samples them."""
    for name in ("bbc_2005", "news_by_outlet", "fnc_bodies"):
        documents = list(articles(folder, name))
        true = oracle(documents)
        for label, found in (
            ("near_duplicates", near_duplicates(documents)),
            ("sampled", clusters((document, signature(document)) for document in documents)),
        ):
            got = pairs_of(cluster.members for cluster in found)
            recall, precision = len(got & true) / max(1, len(true)), len(got & true) / max(1, len(got))
            strange = len(pairs_of(cluster.members for cluster in found if cluster.kind == "spun-copy") - true)
            print(
                f"{name:16} {label:16} {len(documents)} articles, {len(true)} pairs: recall {recall:.3f}, "
                f"precision {precision:.3f}; {strange} further pairs taken for spun copies"
            )


def spins(folder: Path) -> None:
    """Recall of spun copies by how much was exchanged."""
    chance = random.Random(1)
    everything = [d for name in GENUINE for d in articles(folder, name) if len(tokens(d)) >= 100]
    vocabulary = sorted(
        {word for d in everything[:600] for word in tokens(d).lower if word.isalpha() and len(word) > 3}
    )
    sample = chance.sample(everything, 250)
    for share in (0.1, 0.2, 0.35, 0.5):
        for names in (0.0, 0.05, 0.1, 0.2):
            kinds: Counter[str] = Counter()
            for document in sample:
                fake = Document(id="fake", text=spun(document.text, share, names, vocabulary, chance))
                found = likeness(signature(document), signature(fake))
                kinds[found.kind if found else "missed"] += 1
            print(
                f"  {share:.0%} of words and {names:.0%} of names exchanged: found {1 - kinds['missed'] / len(sample):.3f}, "
                f"as spun {kinds['spun-copy'] / len(sample):.3f}"
            )
    lightly = [whole(document) for document in articles(folder, "noised_sim")]
    kinds = Counter()
    for document in articles(folder, "spun_sim_pps"):
        found_all = [alike for other in lightly if (alike := likeness(whole(document), other))]
        kinds[max(found_all, key=lambda alike: alike.degree).kind if found_all else "unpaired"] += 1
    print(f"  spun_sim_pps against noised_sim, which holds 68 of the same articles: {dict(kinds)}")


def lines(folder: Path) -> None:
    """Precision and recall on the marked lines, by the half that was looked at while tuning and the other."""
    for file in sorted(Path(__file__).parent.glob("boilerplate_marks*.tsv")):
        marks: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in file.read_text(encoding="utf-8").splitlines()[1:]:
            article, code, mark = row.split("\t")
            marks[article].append((code, mark))
        count: Counter[tuple[bool, bool]] = Counter()
        for name in GENUINE:
            for document in articles(folder, name) if any(a.startswith(name + "/") for a in marks) else ():
                if document.id not in marks:
                    continue
                starts = {piece.span.start for piece in boilerplate(document)}
                seen = {
                    blake2b(b.text.encode(), digest_size=8).hexdigest(): b.start in starts for b in blocks(document)
                }
                for code, mark in marks[document.id]:
                    count[mark != "-", seen[code]] += 1
        right, wrong, missed = count[True, True], count[False, True], count[True, False]
        print(
            f"  {file.name}: {sum(count.values())} lines, {right + missed} boilerplate: "
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


def ranks(values: Sequence[float]) -> list[float]:
    """Ranks, ties in the middle."""
    return [sum(v < value for v in values) + (sum(v == value for v in values) - 1) / 2 for value in values]


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    """Rank correlation, -1 to 1."""
    a, b = ranks(first), ranks(second)
    middle = (len(a) - 1) / 2
    top = sum((x - middle) * (y - middle) for x, y in zip(a, b, strict=True))
    return float(top / (sum((x - middle) ** 2 for x in a) * sum((y - middle) ** 2 for y in b)) ** 0.5)


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


def large(count: int = 100_000) -> None:
    """Seconds for clusters of made-up signatures of an article's size, a tenth of them copies of another."""
    chance = random.Random(1)
    signed: list[tuple[Document, Signature]] = []
    for number in range(count):
        if number % 10 == 9:
            marks = signed[number - 1 - chance.randrange(8)][1]
        else:
            marks = Signature(*(Sample(_drawn(chance, size), scale) for size, scale in ((180, 2), (175, 2), (70, 0))))
        signed.append((Document(id=f"{number:06}", text=""), marks))
    begun = time.process_time()
    found = clusters(signed)
    print(f"  {count} signatures: {len(found)} clusters in {time.process_time() - begun:.1f} s of CPU")


def _drawn(chance: random.Random, size: int) -> bytes:
    return b"".join(code.to_bytes(4, "little") for code in sorted(chance.getrandbits(30) << 2 for _ in range(size)))


def main() -> None:
    """Prints it all."""
    folder = data_dir("Quality of the boilerplate and quality families, and of copies")
    for title, part in (
        ("near-duplicates", near), ("spun copies", spins), ("boilerplate lines", lines), ("rules on genuine articles", rates),
        ("tone", tones),
    ):  # fmt: skip
        print(f"\n{title}")
        part(folder)
    print("\nlarge")
    large()


if __name__ == "__main__":
    main()
