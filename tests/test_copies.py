"""Copies and spun copies are found, originals are told, and nothing depends on order."""

import pickle
import random

import pytest

from auditor import Document, audit, near_duplicates
from auditor.copies import clusters
from auditor.judge import HOTTEST
from auditor.settings import Settings
from auditor.shelf import Shelf
from auditor.signature import MOST, overlap, signature, whole
from auditor.text.shingles import run_hashes, word_hashes

NAMES = "Marsh Reiss Holm Brand Lind Tarn Wend Norburg Hallum Oster Greta Anton Ellen Mara Olaf Jon Eastfield Hollis".split()
WORDS = "harbour council bridge storm winter quay ferry engine school letter garden report budget market signal river".split()
SMALL = "the of and to in a was for on that with by at from".split()


def article(seed: int, words: int = 400) -> str:
    """A text of sentences with small words, nouns, names and numbers, the same for the same seed."""
    chance = random.Random(seed)
    sentences = []
    for _ in range(words // 16):
        body = []
        for _ in range(5):
            body += [chance.choice(SMALL), chance.choice(WORDS) + chance.choice(("", "s", "ing"))]
        body += [chance.choice(NAMES), chance.choice(SMALL), str(chance.randrange(2, 900)), chance.choice(WORDS)]
        sentences.append("The " + " ".join(body) + ".")
    return " ".join(sentences)


def spun(text: str, share: float, seed: int = 1) -> str:
    """The text with a share of its nouns exchanged for other words."""
    chance = random.Random(seed)
    swapped = (
        f"zz{chance.randrange(999)}" if word.islower() and word not in SMALL and chance.random() < share else word
        for word in text.split(" ")
    )
    return " ".join(swapped)


def test_hashes_are_those_of_runs_and_of_nothing_else() -> None:
    words = article(1).lower().split()

    def runs(some: list[str], size: int = 5) -> list[int]:
        return [int(code) for code in run_hashes(word_hashes(" ".join(some))[0], size)]

    hashes = runs(words)
    assert len(hashes) == len(words) - 4
    assert runs(words[7:12]) == hashes[7:8]
    assert runs(words[7:14], 7) == runs(words, 7)[7:8]
    assert len(set(hashes)) == len({tuple(words[at : at + 5]) for at in range(len(words) - 4)})
    assert runs(words[:4]) == []


def test_exact_copies_of_part_of_a_text_have_their_exact_similarity() -> None:
    words = article(2).split()
    first, second = Document(id="a", text=" ".join(words)), Document(id="b", text=" ".join(words[:300]))
    runs = {tuple(words[at : at + 5]) for at in range(len(words) - 4)}
    part = {tuple(words[at : at + 5]) for at in range(296)}
    shared, together = overlap(whole(first).runs, whole(second).runs)
    assert (shared, together) == (len(part), len(runs))


def test_a_sample_estimates_the_similarity_of_long_texts() -> None:
    words = article(3, 6000).split()
    first, second = Document(id="a", text=" ".join(words)), Document(id="b", text=" ".join(words[:4500]))
    assert len(signature(first).runs.hashes) <= 4 * MOST
    shared, together = overlap(signature(first).runs, signature(second).runs)
    assert shared / together == pytest.approx(0.75, abs=0.1)


def test_copies_make_a_cluster_and_others_none() -> None:
    documents = [Document(id=str(seed), text=article(seed)) for seed in range(20)]
    copy = Document(id="copy", text=article(7) + " Read more. Share this article.")
    (found,) = near_duplicates([*documents, copy])
    assert (found.members, found.kind, found.spun) == (("7", "copy"), "copy", ())


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_spun_copy_is_found_by_what_a_spinner_leaves_alone(share: float) -> None:
    documents = [Document(id=str(seed), text=article(seed)) for seed in range(20)]
    fake = Document(id="fake", text=spun(article(7), share))
    (found,) = near_duplicates([*documents, fake])
    assert (found.members, found.kind) == (("7", "fake"), "spun-copy")


def test_a_spun_copy_without_its_small_words_is_found_by_its_names() -> None:
    text = article(7)
    chance = random.Random(2)
    fake = " ".join(
        word if word[0].isupper() or word[0].isdigit() or chance.random() < 0.3 else f"zz{chance.randrange(999)}"
        for word in text.split(" ")
    )
    documents = [Document(id=str(seed), text=article(seed)) for seed in range(20)]
    (found,) = near_duplicates([*documents, Document(id="fake", text=fake)])
    assert (found.members, found.kind) == (("7", "fake"), "spun-copy")


def test_an_article_that_lost_a_part_and_its_lead_is_a_copy() -> None:
    sentences = article(7).split(". ")
    edited = ". ".join(["The town has a new lead that nobody wrote before", *sentences[1:12], *sentences[16:]])
    (found,) = near_duplicates([Document(id="a", text=article(7)), Document(id="b", text=edited)])
    assert (found.kind, found.spun) == ("copy", ())


def test_a_chain_is_no_cluster() -> None:
    words = [word for seed in range(40, 44) for word in article(seed, 160).split(" ")]
    size = len(words) // 4
    chain = [Document(id=f"{at}", text=" ".join(words[at * size // 3 :][: 2 * size])) for at in range(7)]
    found = near_duplicates(chain)
    assert found
    for cluster in found:
        first, last = (next(d for d in chain if d.id == name) for name in (cluster.members[0], cluster.members[-1]))
        shared, together = overlap(whole(first).runs, whole(last).runs)
        assert shared >= 0.45 * together


def test_apostrophes_and_case_tell_no_texts_apart() -> None:
    text = article(3).replace(" and ", " doesn't ")
    assert whole(Document(id="a", text=text)).runs == whole(Document(id="b", text=text.replace("'", "’").upper())).runs


def test_documents_come_from_an_iterator_and_wait_in_files() -> None:
    shelf = Shelf[tuple[str, int]](in_memory=10)
    for number in range(100):
        shelf.add(("piece", number))
    assert [shelf[number] for number in (99, 0, 41)] == [("piece", 99), ("piece", 0), ("piece", 41)]
    shelf.close()
    found = near_duplicates(Document(id=f"{n}", text=article(n % 30)) for n in range(60))
    assert [len(cluster.members) for cluster in found] == [2] * 30


def test_an_excerpt_is_no_spun_copy() -> None:
    text = article(5, 800)
    found = near_duplicates(
        [Document(id="a", text=text), Document(id="b", text=" ".join(text.split()[:250]) + article(6))]
    )
    assert [cluster.kind for cluster in found] in ([], ["copy"])


def test_the_earliest_is_the_original() -> None:
    text = article(1)
    later = Document(id="a", text=text, date="2025-03-02")
    earlier = Document(id="b", text=spun(text, 0.4), date="2025-03-01T08:00:00")
    (found,) = near_duplicates([later, earlier])
    assert (found.representative, found.original_by, found.spun) == ("b", "date", ("a",))


def test_the_one_that_others_name_is_the_original_whatever_the_dates() -> None:
    text = article(1)
    copy = Document(id="a", text=text + "\n\nSource link : https://coast.example/x", date="2025-03-01")
    original = Document(id="b", text=text, url="https://www.coast.example/x", date="2025-03-02")
    (found,) = near_duplicates([copy, original])
    assert (found.representative, found.original_by) == ("b", "upstream")


def test_without_dates_nobody_is_called_the_original() -> None:
    (found,) = near_duplicates([Document(id=name, text=article(1)) for name in "ab"])
    assert found.original_by is None


def test_clusters_do_not_depend_on_order() -> None:
    documents = [
        Document(id=f"{seed}-{part}", text=article(seed) + " " + article(90 + part, 40))
        for seed in range(9)
        for part in range(4)
    ]
    signed = [(document, signature(document)) for document in documents]
    expected = clusters(signed)
    assert [len(cluster.members) for cluster in expected] == [4] * 9
    random.Random(4).shuffle(signed)
    assert clusters(signed) == expected


def test_many_copies_of_one_text_cost_no_square() -> None:
    signed = [
        (Document(id=f"{number:05}", text=""), signature(Document(id="x", text=article(1)))) for number in range(3000)
    ]
    (found,) = clusters(signed)
    assert len(found.members) == 3000


def test_a_signature_crosses_processes_and_is_small() -> None:
    marks = signature(Document(id="a", text=article(1, 20_000)))
    assert pickle.loads(pickle.dumps(marks)) == marks
    assert len(pickle.dumps(marks)) < 4000


def test_thresholds_outside_the_scale_are_refused() -> None:
    with pytest.raises(ValueError, match="threshold"):
        near_duplicates([], threshold=1.5)


def test_an_id_that_two_documents_have_is_refused() -> None:
    with pytest.raises(ValueError, match="two documents have the id 'a'"):
        near_duplicates(
            [Document(id="a", text=article(1)), Document(id="b", text=article(2)), Document(id="a", text=article(3))]
        )


def test_no_text_no_signature() -> None:
    assert not signature(Document(id="a", text=""))
    assert near_duplicates([Document(id="a", text=""), Document(id="b", text="")]) == []


def test_keys_that_too_many_share_are_told() -> None:
    def report(count: int) -> tuple[str, ...]:
        everyone = article(90, 120)
        return audit([Document(id=f"{n}", text=f"{article(n, 160)} {everyone}") for n in range(count)]).notes

    assert not any("keys of copies" in note for note in report(8))
    assert any("each of these was compared with its 12 nearest only" in note for note in report(40))


def test_a_passage_that_too_many_share_is_capped_the_same_in_any_order() -> None:
    house = "The Harbour Post was founded by three captains in the winter of the great storm and is read in every port."
    documents = [
        Document(id=f"{n}", text=f"{article(n, 48)}\n{article(n + 900, 48)}\n{house}", source="post.example")
        for n in range(HOTTEST + 4)
    ]
    settings = Settings(select=("BP201",))
    first, again = (audit(some, settings=settings) for some in (documents, documents[::-1]))
    assert any(f"1 key was shared by more than {HOTTEST} claims" in note for note in first.notes)
    assert {finding.code for finding in first.findings} == {"BP201"}
    assert len(first.findings) == HOTTEST
    assert first.findings[0].message.endswith("articles of post.example")
    assert (first.notes, first.findings) == (again.notes, again.findings)
