"""All that a rule imports: the two decorators, the nouns, the text views, and the word lists beside it."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from auditor.errors import RuleError
from auditor.model import FAMILIES, Card, Claim, Concealed, Document, Hit, Judgement, Severity, Span, Tier

Examine = Callable[[Document], Iterable[Hit]]
Claims = Callable[[Document], Iterable[Claim]]
Judge = Callable[[str, Sequence[Claim]], Iterable[Judgement]]

_CODE = re.compile(r"[A-Z]{2}[1-9][0-9]{2}")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it is called, what it costs, and its functions (either `examine`, or `claims` with `judge`).

    `weight` scales the points of a finding (1.0 is an ordinary one). `languages` are those that it can read, empty
    for any; `min_words` is the shortest text that it can judge. Where a long paragraph stands again, `repeats` says
    whether the rule is to see it: most judge what a text says, and it says no more for saying it twice.
    """

    code: str
    family: str
    name: str
    severity: Severity
    weight: float
    page: str
    file: str
    languages: tuple[str, ...]
    min_words: int
    repeats: bool = False
    examine: Examine | None = None
    claims: Claims | None = None
    judge: Judge | None = None

    @property
    def id(self) -> str:
        """`family/name`, the folder and the file."""
        return f"{self.family}/{self.name}"


def _made(
    code: str,
    severity: Severity,
    weight: float,
    languages: tuple[str, ...],
    min_words: int,
    function: Callable[..., object],
    repeats: bool = False,
) -> Rule:
    module = sys.modules[function.__module__]
    file = Path(str(module.__file__))
    family, name = file.parent.name, file.stem.replace("_", "-")
    if family not in FAMILIES:
        raise RuleError(f"{file}: the folder of a rule is its family, one of {', '.join(FAMILIES)}")
    if not _CODE.fullmatch(code):
        raise RuleError(f"{file}: {code!r} is no rule code; write two capitals and three digits, like SP101")
    if not isinstance(severity, Severity):
        raise RuleError(
            f"{file}: severity {severity!r} is none; write Severity.ERROR, Severity.WARNING or Severity.INFO"
        )
    if not 0 <= weight <= 20:
        raise RuleError(f"{file}: weight {weight} is outside 0 to 20")
    return Rule(code, family, name, severity, weight, module.__doc__ or "", str(file), languages, min_words, repeats)


def document_rule(
    code: str,
    severity: Severity,
    weight: float = 1.0,
    languages: tuple[str, ...] = ("en",),
    min_words: int = 0,
    repeats: bool = False,
) -> Callable[[Examine], Rule]:
    """Makes a generator `examine(document) -> Hits` a rule. Its module's docstring is its page and its cases."""
    from dataclasses import replace

    def decorate(examine: Examine) -> Rule:
        return replace(_made(code, severity, weight, languages, min_words, examine, repeats), examine=examine)

    return decorate


def corpus_rule(
    code: str,
    severity: Severity,
    judge: Judge,
    weight: float = 1.0,
    languages: tuple[str, ...] = ("en",),
    min_words: int = 0,
) -> Callable[[Claims], Rule]:
    """Makes a generator `claims(document) -> Claims` and its `judge(key, claims) -> Judgements` a rule.

    `judge` sees all claims under one key, of all documents, in a fixed order, copies marked by their cluster.
    """
    from dataclasses import replace

    def decorate(claims: Claims) -> Rule:
        return replace(_made(code, severity, weight, languages, min_words, claims), claims=claims, judge=judge)

    return decorate


@lru_cache(maxsize=256)
def _lines(path: Path) -> tuple[str, ...]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise RuleError(f"{path}: cannot be read ({error.strerror}); a rule's list stands beside it") from error
    return tuple(line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@lru_cache(maxsize=256)
def words_beside(file: str) -> frozenset[str]:
    """The entries of `<rule>.txt` beside the rule `file`: one a line, `#` begins a comment line."""
    return frozenset(_lines(Path(file).with_suffix(".txt")))


@lru_cache(maxsize=256)
def table_beside(file: str) -> Mapping[str, tuple[str, ...]]:
    """`<rule>.tsv` beside the rule `file`: the first column to the other columns."""
    rows = (line.split("\t") for line in _lines(Path(file).with_suffix(".tsv")))
    return {row[0]: tuple(row[1:]) for row in rows}


def any_of(expressions: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern that finds any of the literal `expressions` as whole words, the longest first."""
    longest = sorted(expressions, key=lambda text: (-len(text), text))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)", flags)


__all__ = [
    "Card", "Claim", "Concealed", "Document", "Hit", "Iterator", "Judgement", "Rule", "Sequence", "Severity", "Span", "Tier",
    "any_of", "corpus_rule", "document_rule", "table_beside", "words_beside",
]  # fmt: skip
