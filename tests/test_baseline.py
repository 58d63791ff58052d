"""A baseline knows findings by rule and content, merges, and is never half-written."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.baseline import Baseline, Known, created, dump, load, loads, marked, pruned, save, told, updated
from auditor.errors import ConfigError
from auditor.model import Finding, State
from tests.reports import finding


def text_of(baseline: Baseline) -> str:
    out = io.StringIO()
    dump(baseline, out)
    return out.getvalue()


def states(findings: tuple[Finding, ...]) -> list[State]:
    return [one.state for one in findings]


def test_what_is_in_the_baseline_is_known_and_what_is_new_is_new() -> None:
    old, new = finding("the High Minister"), finding("the Wellbeing Organization")
    found = marked([old, new], created([old]))
    assert states(found.findings) == [State.KNOWN, State.NEW]
    assert not found.resolved


def test_an_entry_counts_as_often_as_it_was_there() -> None:
    twice = created([finding(line=1), finding(line=5)])
    found = marked([finding(line=2), finding(line=6), finding(line=9)], twice)
    assert states(found.findings) == [State.KNOWN, State.KNOWN, State.NEW]
    assert marked([finding()], twice).resolved[0].count == 1


def test_a_copy_elsewhere_is_new_and_the_one_in_its_place_known() -> None:
    found = marked([finding(path="a.txt"), finding(path="b.txt")], created([finding(path="b.txt")]))
    assert states(found.findings) == [State.NEW, State.KNOWN]


def test_a_moved_article_stays_known() -> None:
    found = marked([finding(path="new/a.txt", line=40)], created([finding(path="old/a.txt")]))
    assert states(found.findings) == [State.KNOWN]
    assert not found.resolved


def test_words_edited_beside_a_finding_keep_it_known_in_its_article_only() -> None:
    before = created([finding(fingerprint="a" * 20, path="a.txt")])
    assert states(marked([finding(fingerprint="b" * 20, path="a.txt")], before).findings) == [State.KNOWN]
    assert states(marked([finding(fingerprint="b" * 20, path="b.txt")], before).findings) == [State.NEW]


def test_what_was_not_looked_at_is_not_resolved_and_excuses_no_copy() -> None:
    before = created(
        [finding(path="old.txt"), finding("gone", path="here.txt"), finding("x", code="CO101", path="here.txt")]
    )
    found = marked([finding(path="copy.txt")], before, paths={"copy.txt", "here.txt"}, codes={"SP101"})
    assert states(found.findings) == [State.NEW]
    assert [entry.excerpt for entry in found.resolved] == ["gone"]


def test_suppressed_findings_neither_enter_nor_use_a_baseline() -> None:
    pardoned = finding(state=State.SUPPRESSED)
    assert not created([pardoned]).entries
    assert states(marked([pardoned], created([finding()])).findings) == [State.SUPPRESSED]


def test_update_adds_the_new_drops_the_gone_and_keeps_what_was_not_looked_at() -> None:
    before = created([finding("gone", path="a.txt"), finding("kept", path="b.txt")])
    after = updated(before, [finding("new", path="a.txt")], paths={"a.txt"})
    assert sorted(entry.excerpt for entry in after.entries) == ["kept", "new"]


def test_prune_drops_the_gone_and_adds_nothing() -> None:
    before = created([finding("gone"), finding("stays"), finding("stays", line=4)])
    found = marked([finding("stays"), finding("new")], before)
    after = pruned(before, found.resolved)
    assert [(entry.excerpt, entry.count) for entry in after.entries] == [("stays", 1)]
    assert told(found.resolved) == (
        "resolved: SP101 news/a.txt: “gone” is in the baseline and gone",
        "resolved: SP101 news/a.txt: “stays” is in the baseline and gone; `audit baseline prune` takes it out",
    )


def test_the_file_is_sorted_one_finding_a_line_without_lines_and_the_same_from_any_order(tmp_path: Path) -> None:
    findings = [finding(f"words {number}", path=f"{number}.txt", line=number + 1) for number in range(9)]
    text = text_of(created(findings))
    assert text == text_of(created(findings[::-1]))
    lines = text.splitlines()
    assert lines[1:-2] == sorted(lines[1:-2])
    assert len(lines) == 9 + 3
    assert "line" not in text
    save(created(findings), tmp_path / "b.json")
    assert (tmp_path / "b.json").read_text(encoding="utf-8") == text
    assert load(tmp_path / "b.json") == created(findings)
    assert [file.name for file in tmp_path.iterdir()] == ["b.json"]


def test_two_branches_merge_by_union() -> None:
    """What git's `merge=union` makes of lines added and counted up on both sides."""
    ours, theirs = created([finding("a"), finding("b")]), created([finding("a"), finding("a", line=3), finding("c")])
    lines = [*text_of(ours).splitlines()[1:-2], *text_of(theirs).splitlines()[1:-2]]
    merged = loads("\n".join(["{", *lines, '"version": 1', "}"]), "b.json")
    assert sorted((entry.excerpt, entry.count) for entry in merged.entries) == [("a", 2), ("b", 1), ("c", 1)]


def test_paths_are_kept_relative_to_the_file(tmp_path: Path) -> None:
    absolute = str(tmp_path / "news" / "a.txt")
    assert created([finding(path=absolute)], tmp_path).entries[0].path == "news/a.txt"
    assert states(
        marked([finding(path=absolute)], created([finding(path=absolute)], tmp_path), root=tmp_path).findings
    ) == [State.KNOWN]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "broken JSON"),
        ("[]", None, "no baseline"),
        ("{}", None, "version None"),
        ('{"version": 2}', None, "version 2"),
        ('{\n"SP101 ab a.txt": {"count": 1, "excerpt": "x"},\n<<<<<<< ours\n"version": 1\n}', 3, "merge conflict"),
        ('{\n"SP101 ab a.txt": {"count": 0, "excerpt": "x"},\n"version": 1\n}', 2, "is no entry"),
        ('{\n"SP102 cd b.txt": {"count": 1, "excerpt": "x"},\n"SP101": 3,\n"version": 1\n}', 3, "is no entry"),
        ('{\n"SP101 ab a.txt": {"count": 1 "excerpt": "x"},\n"version": 1\n}', 2, "broken JSON"),
        ("[" * 100_000, None, "no"),
    ],
)
def test_a_broken_baseline_is_told_with_its_line_and_what_to_do(
    text: str, line: int | None, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(path)
    message = str(caught.value)
    assert message.startswith(f"{path}:{line}: " if line else f"{path}: ")
    assert says in message
    assert "\n" not in message
    assert any(word in message for word in ("run `audit", "delete", "keep"))


def test_a_missing_baseline_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="audit baseline create"):
        load(tmp_path / "none.json")


ENTRIES = st.builds(
    Known,
    st.sampled_from(["SP101", "CO203"]),
    st.sampled_from(["a" * 20, "b" * 20]),
    st.text(max_size=8),
    st.text(max_size=8),
    st.integers(1, 5),
)


@given(st.lists(ENTRIES, max_size=6))
def test_whatever_is_written_is_read_again(entries: list[Known]) -> None:
    unique = {entry.key: entry for entry in entries}
    baseline = Baseline(tuple(unique[key] for key in sorted(unique)))
    assert loads(text_of(baseline), "b") == baseline
