"""No pattern and no rule takes more than linear time, whatever stands in an article."""

import importlib
import inspect
import pkgutil
import re
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

import pytest

import auditor
from auditor.model import Document
from auditor.read._markup import plain
from auditor.rule import Rule
from auditor.rules import load
from auditor.source.naming import self_named, upstream
from auditor.text.tokens import tokens
from auditor.text.view import view
from auditor.words.visible import visible
from tests._hostile import texts
from tests._patterns import faults

Pattern = re.Pattern[str] | re.Pattern[bytes]

RULES = load()
# The suite looks at how time grows from one size to eight times it; the campaign (benchmarks.fuzz) at 1 MB itself.
SMALL, LARGE = 1_000, 8_000
SMALLER, LARGER = tuple(texts(SMALL)), tuple(texts(LARGE))
# Linear is 8; a slow machine, caches and the allocator make it up to 13 at times; quadratic is 64.
MOST_GROWTH = 24.0
# Below this, in CPU seconds, even quadratic time on a large article would not matter.
NEGLIGIBLE = 0.05
# CPU seconds for 8,000 characters, far beyond what any rule takes: a bound that no growth excuses.
MOST = 1.0
# They read what the user or a rule's author wrote, never an article.
TRUSTED = ("auditor.cases", "auditor.cli", "auditor.config")


def modules() -> None:
    for found in pkgutil.walk_packages(auditor.__path__, "auditor."):
        if not found.name.endswith("__main__") and ".rules." not in found.name:
            importlib.import_module(found.name)


def within(value: object, name: str, depth: int = 0) -> Iterator[tuple[str, Pattern]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
        for number, one in enumerate(value):
            yield from within(one, f"{name}[{number}]", depth + 1)
    elif depth < 3 and isinstance(value, dict):
        for key, one in value.items():
            yield from within(one, f"{name}[{key!r}]", depth + 1)


def patterns() -> dict[str, Pattern]:
    """Every compiled pattern that a module of ours holds, by the module's and its own name."""
    modules()
    named = [(name, module) for name, module in sorted(sys.modules.items()) if name.startswith("auditor.")]
    named = [(name, module) for name, module in named if not name.startswith(TRUSTED)]
    found = {
        place: pattern
        for name, module in named
        for own, value in list(vars(module).items())
        if not own.startswith("__")
        for place, pattern in within(value, f"{name}.{own}")
    }
    first: dict[Pattern, str] = {}
    return {first.setdefault(pattern, place): pattern for place, pattern in found.items()}


PATTERNS = patterns()


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_has_nested_or_neighbouring_repeats_of_the_same(name: str) -> None:
    assert faults(PATTERNS[name]) == [], PATTERNS[name].pattern


@pytest.mark.parametrize(
    ("pattern", "bad"),
    [
        (r"(a+)+b", True), (r"(?:\w+\s*)+x", True), (r"(?:x*)*y", True), (r"(a|aa)+b", True), (r"(?:\w+ ?)*x", True),
        (r"\s*,?\s*x", True), (r"\w+\w+x", True), (r".*foo.*bar", True), (r"\w{1,50}\w{1,50}x", True),
        (r"(?:a++)+b", False), (r"(?>a+)+b", False), (r"\d+(?:[.,]\d+)*\w*", False), (r"\w+\s+\w+x", False),
        (r"[^)]*\)", False), (r"(?:ab?)*c", False), (r"(?: (?:of|on|the))*x", False), (r"\w{1,9}\w{1,9}x", False),
    ],
)  # fmt: skip
def test_the_test_itself(pattern: str, bad: bool) -> None:
    assert bool(faults(re.compile(pattern))) is bad


def seconds(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return time.process_time() - begun


def slow(work: Callable[[str], object]) -> list[str]:
    """The hostile texts on which `work` grows faster than its input, with the times; a suspicion is tried again."""
    found = []
    for (name, small), (_, large) in zip(SMALLER, LARGER, strict=True):
        took = seconds(work, large)
        if took < NEGLIGIBLE:
            continue
        took = min(took, seconds(work, large), seconds(work, large))
        before = min(seconds(work, small) for _ in range(3))
        if took > MOST or (took > NEGLIGIBLE and took > MOST_GROWTH * max(before, NEGLIGIBLE / MOST_GROWTH)):
            found.append(f"{name}: {SMALL} characters {before:.3f} s, {LARGE} characters {took:.3f} s")
    return found


def only_matched(place: str) -> bool:
    """Whether the module that holds a pattern asks it only for matches at one place, never to search."""
    module, _, name = place.partition("[")[0].rpartition(".")
    source = inspect.getsource(sys.modules[module])
    return set(re.findall(rf"\b{name}\.(\w+)\(", source)) in ({"match"}, {"fullmatch"}, {"match", "fullmatch"})


def searched(pattern: Pattern, matched: bool, text: str) -> None:
    given: Any = text if isinstance(pattern.pattern, str) else text.encode("utf-8", "replace")
    if matched:
        pattern.match(given)
        pattern.fullmatch(given)
    else:
        deque(pattern.finditer(given), 0)


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_is_super_linear(name: str) -> None:
    assert slow(partial(searched, PATTERNS[name], only_matched(name))) == []


@cache
def article(text: str) -> Document:
    """One Document a text, so that the views, which have a test of their own, are worked out once for all rules."""
    return Document(id="a", text=text, title=text[:200], date="2019-05-12", source="A")


def ruled(rule: Rule, text: str) -> None:
    document = article(text)
    if len(tokens(document)) < rule.min_words:
        return
    list(rule.examine(document) if rule.examine else rule.claims(document) if rule.claims else ())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_no_rule_is_super_linear(rule: Rule) -> None:
    assert slow(partial(ruled, rule)) == []


def views() -> dict[str, Callable[[Document], object]]:
    """Every text view: what `auditor.text.view.view` has wrapped."""
    wrapper = view(lambda _: None).__code__
    modules()
    return {
        f"{name}.{own}": value
        for name, module in sorted(sys.modules.items())
        if name.startswith("auditor.")
        for own, value in vars(module).items()
        if getattr(value, "__code__", None) is wrapper and value.__module__ == name
    }


VIEWS = views()


@pytest.mark.parametrize("name", VIEWS)
def test_no_view_is_super_linear(name: str) -> None:
    assert slow(lambda text: VIEWS[name](Document(id="a", text=text))) == []


@pytest.mark.parametrize("work", [plain, visible, self_named, upstream], ids=lambda work: work.__name__)
def test_nothing_else_that_reads_an_article_is_super_linear(work: Callable[[str], object]) -> None:
    assert slow(work) == []
