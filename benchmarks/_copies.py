"""Quality and cost of copies, spun copies and clusters, for `benchmarks.boilerplate`."""

import random
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path

from auditor import Document, near_duplicates
from auditor.copies import clusters
from auditor.likeness import likeness
from auditor.signature import signature, whole
from auditor.text.sentences import sentences
from auditor.text.tokens import tokens
from benchmarks._data import GENUINE, articles
from benchmarks._spins import edited, mistyped, spun

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


def _of(right: int, pairs: set[tuple[str, str]]) -> str:
    return f"{right / len(pairs):.3f}" if pairs else "not measured, no pair"


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
            right = len(got & true)
            strange = len(pairs_of(cluster.members for cluster in found if cluster.kind == "spun-copy") - true)
            print(
                f"{name:16} {label:16} {len(documents)} articles, {len(true)} pairs: recall {_of(right, true)}, "
                f"precision {_of(right, got)}; {strange} further pairs taken for spun copies"
            )


# Shares of content words, of names and of small words exchanged.
_SPINS = (
    (0.05, 0.0, 0.0), (0.1, 0.0, 0.0), (0.1, 0.2, 0.0), (0.2, 0.0, 0.0), (0.2, 0.2, 0.0), (0.5, 0.0, 0.0), (0.5, 0.2, 0.0),
    (0.5, 0.5, 0.0), (0.1, 0.0, 0.03), (0.2, 0.0, 0.05), (0.35, 0.1, 0.1), (0.5, 0.0, 0.3),
)  # fmt: skip


def _told(label: str, sample: Sequence[Document], change: Callable[[str], str]) -> None:
    """What is found of changed articles, whole and as the pipeline samples them."""
    shown = []
    for sign in (whole, signature):
        kinds: Counter[str] = Counter()
        for document in sample:
            found = likeness(sign(document), sign(Document(id="changed", text=change(document.text))))
            kinds[found.kind if found else "missed"] += 1
        shown.append(" ".join(f"{kind} {kinds[kind] / len(sample):.3f}" for kind in ("spun-copy", "copy", "missed")))
    print(f"  {label:52} {shown[0]}; sampled {shown[1]}")


def spins(folder: Path) -> None:
    """What is found, and as what, of spun and of edited articles; and what of genuine ones is taken for spun."""
    chance = random.Random(1)
    everything = [d for name in GENUINE for d in articles(folder, name) if len(tokens(d)) >= 100]
    vocabulary = sorted(
        {word for d in everything[:600] for word in tokens(d).lower if word.isalpha() and len(word) > 3}
    )
    sample = chance.sample(everything, 200)
    for share, names, small in _SPINS:
        label = f"{share:.0%} of words, {names:.0%} of names, {small:.0%} of small words exchanged"
        change = partial(spun, share=share, names=names, small=small, vocabulary=vocabulary, chance=chance)
        _told(label, sample, change)
    for rate in (0.01, 0.02):
        _told(f"{rate:.0%} of words mistyped", sample, partial(mistyped, share=rate, chance=chance))
    _told(
        "a fifth of the sentences cut, the first replaced",
        sample,
        partial(edited, vocabulary=vocabulary, chance=chance),
    )
    lightly = [whole(document) for document in articles(folder, "noised_sim")]
    kinds: Counter[str] = Counter()
    for marks in map(whole, articles(folder, "spun_sim_pps")):
        found_all = [alike for other in lightly if (alike := likeness(marks, other))]
        kinds[max(found_all, key=lambda alike: alike.degree).kind if found_all else "unpaired"] += 1
    print(f"  spun_sim_pps against noised_sim, which holds 68 of the same articles: {dict(kinds)}")
    told = [c.members for c in clusters((d, signature(d)) for d in everything) if c.kind == "spun-copy"]
    print(f"  of {len(everything)} genuine articles taken for spun copies of each other: {told}")


def _mixed(folder: Path, count: int, planted: dict[str, str]) -> Iterator[Document]:
    """Articles of 25 sentences drawn from genuine ones; each tenth is a copy of one before it, with a sentence more."""
    chance = random.Random(1)
    pool = [sentence.text for name in GENUINE[:2] for d in articles(folder, name) for sentence in sentences(d)[:40]]
    recent: list[tuple[str, str]] = []
    for number in range(count):
        name = f"{number:06}"
        if number % 10 == 9:
            planted[name], text = chance.choice(recent)
            yield Document(id=name, text=f"{text} {chance.choice(pool)}")
            continue
        text = " ".join(chance.choice(pool) for _ in range(25))
        recent = [*recent[-199:], (name, text)]
        yield Document(id=name, text=text)


def large(folder: Path, count: int = 20_000) -> None:
    """Time and memory of clusters of many documents, from an iterator, with planted copies."""
    planted: dict[str, str] = {}
    begun = time.process_time()
    found = near_duplicates(_mixed(folder, count, planted))
    home = {name: number for number, cluster in enumerate(found) for name in cluster.members}
    right = sum(home.get(copy, -1) == home.get(original, -2) for copy, original in planted.items())
    strange = sum(len({planted.get(name, name) for name in cluster.members}) > 1 for cluster in found)
    print(
        f"  {count} documents: {right} of {len(planted)} planted copies found, {strange} clusters with others; "
        f"{time.process_time() - begun:.0f} s of CPU, the making of the documents included; "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB at most in this process"
    )
