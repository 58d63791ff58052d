"""Every rule does what its cases say, and has enough of them."""

from pathlib import Path

import pytest

import auditor
from auditor.cases import Case, cases, check
from auditor.errors import RuleError
from auditor.rule import Rule
from auditor.rules import WORKING, load

RULES = load()
CASES = [
    pytest.param(rule, case, id=f"{rule.code}-{number}") for rule in RULES for number, case in enumerate(cases(rule))
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(rule: Rule, case: Case) -> None:
    problem = check(rule, case)
    assert problem is None, f"{rule.id}: {case.name}: {problem}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_two_flags_and_two_passes(rule: Rule) -> None:
    kinds = [case.flag for case in cases(rule)]
    assert kinds.count(True) >= 2, "fewer than two flag cases"
    assert kinds.count(False) >= 2, "fewer than two pass cases"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page(rule: Rule) -> None:
    first = rule.page.strip().splitlines()[0]
    assert first.endswith("."), "a page begins with one sentence that names the fault"
    assert len(first) <= 120


def test_a_folder_without_a_rule_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="holds no rule; a rule is a file"):
        load((str(tmp_path),))


def test_all_that_the_engine_is_made_of_names_its_rule_set() -> None:
    root = Path(auditor.__file__).parent
    files = [path for folder in (root, root.parent / "rules") for path in folder.rglob("*") if path.is_file()]
    kinds = {path.suffix for path in files if path.parent.name != "__pycache__"}
    assert kinds - WORKING == {".md", ".typed"}, "a second run would not see that such a file has changed"
