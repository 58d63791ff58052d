"""Rules that break and documents that kill: the run goes on, and the report says what was not judged."""

import re
from pathlib import Path

import pytest

from auditor import __version__
from auditor.api import audit, inputs_of
from auditor.errors import RuleError
from auditor.model import Document, Fault
from auditor.pipeline import run
from auditor.runner import Processes
from auditor.settings import Settings
from tests.conftest import CLEAN, Command

RULE = '''"""{page}

    flag: [[One]].
    flag: [[Two]].
    pass: Three.
    pass: Four.
"""

import os

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule


@document_rule(code="SP9{code}", severity=Severity.INFO)
def broken(document: Document) -> Iterator[Hit]:
    if "KEYWORD" in document.text:
        {does}
    yield from ()
'''


def own_rule(folder: Path, code: str, does: str) -> Settings:
    place = folder / "own" / "spin" / f"broken_{code}.py"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(RULE.format(page="A rule that breaks.", code=code, does=does), encoding="utf-8")
    return Settings(rules=(str(folder / "own"),), select=(f"SP9{code}",))


def articles(folder: Path, count: int, marked: int) -> Path:
    (folder / "news").mkdir()
    for number in range(count):
        text = CLEAN + (" KEYWORD" if number == marked else f" Number {number}.")
        (folder / "news" / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder / "news"


def test_a_rule_that_raises_leaves_its_document_unaudited_and_says_so(tmp_path: Path) -> None:
    settings = own_rule(tmp_path, "71", "raise ValueError('no such luck')")
    report = audit([articles(tmp_path, 5, 3)], settings=settings)
    assert len(report.cards) == 4
    (left,) = report.skipped
    assert Path(left.path).name == "003.txt"
    assert left.reason == (
        f"unaudited: rule SP971 failed: ValueError: no such luck ({tmp_path}/own/spin/broken_71.py:17); "
        "mend the rule, or leave it out: --ignore SP971"
    )
    assert left.fault is Fault.RULE


@pytest.mark.parametrize(
    ("code", "does", "said"),
    [
        ("76", "yield 'SP976'", "it yields a str where a Hit belongs"),
        ("77", "yield Hit(Span(0, 10**6), 'all of it')", "its span 0..1000000 ends behind the text"),
        ("78", "document.quote('a')", "AttributeError: 'str' object has no attribute 'field'"),
        ("80", "raise SystemExit(0)", "SystemExit: 0"),
    ],
)
def test_what_no_rule_may_yield_is_told_as_the_rules_fault(tmp_path: Path, code: str, does: str, said: str) -> None:
    settings = own_rule(tmp_path, code, does)
    (left,) = audit([articles(tmp_path, 5, 3)], settings=settings).skipped
    assert left.reason.startswith(f"unaudited: rule SP9{code} failed: {said} ({tmp_path}/own/spin/broken_{code}.py")
    assert left.fault is Fault.RULE


def test_the_command_says_whose_rule_broke_and_its_cases_fail(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    command: Command = request.getfixturevalue("audit")  # whose name is taken here
    own_rule(tmp_path, "79", "raise ValueError('no such luck')")
    articles(tmp_path, 3, 1)
    done = command("news", "--rules", "own", cwd=tmp_path)
    assert done.returncode == 2
    assert "own/spin/broken_79.py:17); mend the rule, or leave it out: --ignore SP979" in done.stdout
    assert done.stdout.rstrip().endswith("exit 2: 1 input unaudited, since a rule of your own broke")
    text = (tmp_path / "own" / "spin" / "broken_79.py").read_text(encoding="utf-8")
    (tmp_path / "own" / "spin" / "broken_79.py").write_text(text.replace("pass: Three", "pass: KEYWORD"), "utf-8")
    done = command("rules", "--rules", "own", "--test", cwd=tmp_path)
    assert done.returncode == 1
    assert "ValueError: no such luck (own/spin/broken_79.py:17)" in done.stdout
    assert done.stdout.rstrip().endswith("1 rule, 4 cases, 3 failed")
    assert "bug of ours" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("code", "right", "wrong", "said"),
    [
        ("81", "import os\n", "raise SystemExit(0)\n", "cannot be loaded (SystemExit: 0)"),
        ("82", "Severity.INFO", "'info'", "severity 'info' is none; write Severity.ERROR"),
        ("83", 'code="SP983"', 'code="S1"', "'S1' is no rule code"),
    ],
)
def test_a_rule_that_cannot_be_loaded_is_said(tmp_path: Path, code: str, right: str, wrong: str, said: str) -> None:
    settings = own_rule(tmp_path, code, "pass")
    file = tmp_path / "own" / "spin" / f"broken_{code}.py"
    file.write_text(file.read_text(encoding="utf-8").replace(right, wrong), encoding="utf-8")
    with pytest.raises(RuleError, match=re.escape(said)):
        audit([Document(id="a", text=CLEAN)], settings=settings)


def test_a_rule_without_cases_fails_its_test(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    command: Command = request.getfixturevalue("audit")
    own_rule(tmp_path, "84", "pass")
    file = tmp_path / "own" / "spin" / "broken_84.py"
    file.write_text(file.read_text(encoding="utf-8").replace("flag:", "e.g.").replace("pass:", "not"), encoding="utf-8")
    done = command("rules", "--rules", "own", "--test", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.rstrip().endswith("1 rule, 0 cases, 1 without any, 0 failed")


COMPARING = '''"""A rule that breaks when articles meet.

flag: [[KEYWORD]]
flag: a [[KEYWORD]]
pass: nothing
pass: nothing at all
"""

from auditor.rule import Claim, Document, Iterator, Judgement, Sequence, Severity, Span, corpus_rule


def judge(key: str, _claims: Sequence[Claim]) -> Iterator[Judgement]:
    raise KeyError(key)


@corpus_rule(code="SP975", severity=Severity.ERROR, languages=(), judge=judge)
def broken_75(document: Document) -> Iterator[Claim]:
    if "KEYWORD" in document.text:
        yield Claim("one key", Span(0, 3))
'''


def test_a_rule_that_breaks_on_what_meets_leaves_the_others_findings_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "own" / "spin").mkdir(parents=True)
    (tmp_path / "own" / "spin" / "broken_75.py").write_text(COMPARING, encoding="utf-8")
    settings = Settings(rules=(str(tmp_path / "own"),), select=("SP975", "SP101"))
    folder = articles(tmp_path, 5, 3)
    (folder / "001.txt").write_text(CLEAN + " The World Wellbeing Organization (WHO) said so.", encoding="utf-8")
    report = audit([folder], settings=settings)
    assert len(report.cards) == 5
    assert {finding.code for finding in report.findings} == {"SP101"}
    (left,) = report.skipped
    assert Path(left.path).name == "003.txt"
    assert left.reason.startswith("unaudited: rule SP975 failed: KeyError: 'one key' (")
    assert "own/spin/broken_75.py:13); mend the rule" in left.reason
    assert left.reason.endswith("it judged no article in this run")
    assert left.fault is Fault.RULE


@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_a_document_that_kills_its_process_is_unaudited_by_name(tmp_path: Path, method: str) -> None:
    code = {"fork": "72", "forkserver": "73", "spawn": "74"}[method]
    settings = own_rule(tmp_path, code, "os.kill(os.getpid(), 9)")
    folder = articles(tmp_path, 60, 41)
    report = run(inputs_of([str(folder)], settings), Processes(2, method), __version__, settings)
    assert len(report.cards) == 59
    (left,) = report.skipped
    assert Path(left.path).name == "041.txt"
    assert left.reason == "unaudited: its process died twice (SIGKILL)"
    assert left.fault is Fault.OURS
