"""Quality and cost of the attribution family on development data.

python -m benchmarks.attribution DATA_DIR

Against PolNeAR (dev part; the weights were fitted to its train part): a cue is found when its span meets a gold cue; a
sentence counts when it holds (the beginning of) a cue; a source is right when its span meets the gold source of the cue
that was found, over found cues whose gold has a source; the named share of an article is that of its attributions whose
source is named or a pronoun, gold sources being classified by the same surface test. `wikiweasel` is in-sample: the
shipped weights were fitted to this very part.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import correlation

from auditor import Document
from auditor.rules import load
from auditor.text.attribution.account import account, claim_sentences
from auditor.text.attribution.finder import found_attributions
from auditor.text.attribution.kinds import Kind, kind_of
from auditor.text.hedges import hedges
from auditor.text.sentences import sentences
from auditor.text.tokens import WORD
from benchmarks._data import GENUINE, articles, data_dir, rows
from benchmarks.speed import milliseconds

Pair = tuple[int, int]
# Outlets that experts rate at or above this are "high" (the median of rated articles).
_HIGH = 0.8
_PREPOSITIONS = frozenset("of at in from for with near inside who".split())
_FEWEST = 5  # attributions of an article whose named share means anything


def _f(hits: int, found: int, gold: int, hits_gold: int) -> str:
    precision, recall = hits / max(1, found), hits_gold / max(1, gold)
    return f"P {precision:.3f}  R {recall:.3f}  F {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def _meets(first: Pair, second: Pair) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def _gold(row: Mapping[str, object]) -> Iterator[tuple[Pair, list[Pair]]]:
    """Each gold attribution with a cue: the cue's span and the source's."""
    found = row["attributions"]
    assert isinstance(found, list)
    for one in found:
        for start, end in one["cue"][:1]:
            yield (start, end), [tuple(span) for span in one["source"]]


def _is_named(document: Document, span: Pair) -> bool:
    texts = WORD.findall(document.text[span[0] : span[1]])
    low = [text.lower() for text in texts]
    head = next((i - 1 for i in range(1, len(low)) if low[i] in _PREPOSITIONS), len(low) - 1)
    return bool(texts) and kind_of(texts, low, head, True) in (Kind.NAMED, Kind.PRONOUN)


def polnear(pairs: Sequence[tuple[Document, list[tuple[Pair, list[Pair]]]]]) -> None:
    """Prints cue, sentence, source and share figures over documents with their gold."""
    count: Counter[str] = Counter()
    shares: list[tuple[float, float]] = []
    for document, gold in pairs:
        found = [one for one in found_attributions(document) if one.cue]
        mine = [(one.cue.start, one.cue.end) for one in found if one.cue]
        golden = [cue for cue, _ in gold]
        count["found"] += len(mine)
        count["gold"] += len(golden)
        count["right"] += sum(any(_meets(cue, other) for other in golden) for cue in mine)
        count["met"] += sum(any(_meets(cue, other) for other in mine) for cue in golden)
        starts = [sentence.start for sentence in sentences(document)]
        ours = {bisect_right(starts, cue[0]) for cue in mine}
        theirs = {bisect_right(starts, cue[0]) for cue in golden}
        count["sentences found"] += len(ours)
        count["sentences gold"] += len(theirs)
        count["sentences right"] += len(ours & theirs)
        for cue, source in gold:
            match = next((one for one in found if one.cue and _meets((one.cue.start, one.cue.end), cue)), None)
            if match is not None and source:
                count["sources"] += 1
                span = match.source
                count["sources right"] += span is not None and any(
                    _meets((span.start, span.end), one) for one in source
                )
        if len(gold) >= _FEWEST and len(found) >= _FEWEST:
            named = sum(one.kind in (Kind.NAMED, Kind.PRONOUN) for one in found) / len(found)
            golden_named = sum(any(_is_named(document, span) for span in source) for _, source in gold) / len(gold)
            shares.append((named, golden_named))
    print(f"  cues       {_f(count['right'], count['found'], count['gold'], count['met'])}")
    right = count["sentences right"]
    print(f"  sentences  {_f(right, count['sentences found'], count['sentences gold'], right)}")
    print(f"  sources    {count['sources right'] / max(1, count['sources']):.3f} of {count['sources']} overlap")
    print(f"  named share: correlation {correlation(*zip(*shares, strict=True)):.3f} over {len(shares)} articles")


def weasel(folder: Path) -> None:
    """Prints the figure of `hedges` on Wikipedia's weasel sentences."""
    seen = {str(row["text"]): bool(row["label"]) for row in rows(folder, "wikiweasel")}
    said = {text: bool(hedges(text)) for text in seen}
    hits = sum(said[text] and label for text, label in seen.items())
    print(f"wikiweasel, {len(seen)} sentences (in-sample): {_f(hits, sum(said.values()), sum(seen.values()), hits)}")


def rules(folder: Path) -> None:
    """Prints how many genuine articles each rule of the family marks."""
    mine = [rule for rule in load() if rule.family == "attribution" and rule.examine]
    rated = {str(row["text"]): row.get("pc1") for row in rows(folder, "news_by_outlet")}
    total: Counter[str] = Counter()
    marked: Counter[tuple[str, str]] = Counter()
    for name in GENUINE:
        for document in articles(folder, name):
            rate = rated.get(document.text)
            sets = [name] + (["rated high"] if isinstance(rate, float) and rate >= _HIGH else [])
            total.update(sets)
            for rule in mine:
                if rule.examine and len(document.text.split()) >= rule.min_words and any(rule.examine(document)):
                    marked.update((one, rule.code) for one in sets)
    print("genuine articles marked, in 100")
    for one in total:
        shares = "  ".join(f"{rule.code} {100 * marked[one, rule.code] / total[one]:5.2f}" for rule in mine)
        print(f"  {one:18} {total[one]:5}  {shares}")


def cost(folder: Path) -> None:
    """Prints CPU milliseconds of the family's views and rules on articles of 4 KB."""
    chosen = [d for d in articles(folder, "news_by_outlet") if 3000 <= len(d.text) <= 5000][:400]
    mine = [rule for rule in load() if rule.family == "attribution" and rule.examine]

    def everything(document: Document) -> None:
        account(document)
        for rule in mine:
            if rule.examine:
                list(rule.examine(document))

    print("CPU ms an article of 4 KB, shared views apart")
    for name, work in (("finder", found_attributions), ("claims", claim_sentences), ("whole family", everything)):
        print(f"  {milliseconds(work, chosen, warm=True):6.3f}  {name}")


def main() -> None:
    """Prints all of it."""
    folder = data_dir("attribution: quality and cost")
    for split in ("train", "dev"):
        chosen = [row for row in rows(folder, "polnear") if row["split"] == split]
        pairs = [(Document(id=str(row["id"]), text=str(row["text"])), list(_gold(row))) for row in chosen]
        print(f"polnear {split}, {len(pairs)} articles" + (" (fitted to)" if split == "train" else ""))
        polnear(pairs)
    weasel(folder)
    rules(folder)
    cost(folder)


if __name__ == "__main__":
    main()
