"""A rule's functions called: whatever they raise, and whatever they yield that no rule may, becomes a RuleFailure."""

import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import ParamSpec, TypeVar

from auditor.files import portable
from auditor.model import Claim, Document, Fault, Hit, Judgement, Span
from auditor.rule import Rule
from auditor.rules import is_own

P = ParamSpec("P")
T = TypeVar("T")


class RuleFailure(Exception):  # noqa: N818  # it is a rule's failure that is told, in a report
    """A rule broke; the text says which, where and what to do, `fault` whose rule it is."""

    def __init__(self, rule: Rule, what: str) -> None:
        own = is_own(rule)
        self.fault = Fault.RULE if own else Fault.OURS
        todo = f"; mend the rule, or leave it out: --ignore {rule.code}" if own else ""
        super().__init__(f"rule {rule.code} failed: {what}{todo}")


def _line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:160]


def broken(error: BaseException) -> str:
    """An exception in one line: what it is, and the file and line that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{_line(error)} ({PurePath(frames[-1].filename).name}:{frames[-1].lineno})" if frames else _line(error)


def _broken_in(rule: Rule, error: BaseException) -> str:
    """An exception in one line, with the last line of the rule's own file on the way to it."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == rule.file]
    return f"{_line(error)} ({portable(rule.file)}{f':{lines[-1]}' if lines else ''})"


def _yielded(
    rule: Rule, kind: type[T], function: Callable[P, Iterable[T]], *given: P.args, **named: P.kwargs
) -> list[T]:
    """All that a rule's function yields, each of the `kind` that it has to be."""
    try:
        found = list(function(*given, **named))
    # Broad, since rules are strangers' code: none may end the run of the others (nor the run, with sys.exit), and the report
    # names rule, line and cause.
    except (Exception, SystemExit) as error:
        raise RuleFailure(rule, _broken_in(rule, error)) from error
    for one in found:
        if not isinstance(one, kind):
            what = f"it yields a {type(one).__name__} where a {kind.__name__} belongs ({portable(rule.file)})"
            raise RuleFailure(rule, what)
    return found


def _inside(rule: Rule, document: Document, spans: Iterable[Span]) -> None:
    for span in spans:
        field = document.title if span.field == "title" else document.text
        if span.end > len(field):
            what = f"its span {span.start}..{span.end} ends behind the {span.field} ({portable(rule.file)})"
            raise RuleFailure(rule, what)


def hits_of(rule: Rule, document: Document) -> list[Hit]:
    """What a document rule finds; nothing for a corpus rule. Raises RuleFailure."""
    if rule.examine is None:
        return []
    found = _yielded(rule, Hit, rule.examine, document)
    _inside(rule, document, (span for hit in found for span in (hit.span, *hit.related)))
    return found


def claims_of(rule: Rule, document: Document) -> list[Claim]:
    """What a corpus rule claims; nothing for a document rule. Raises RuleFailure."""
    if rule.claims is None:
        return []
    found = _yielded(rule, Claim, rule.claims, document)
    _inside(rule, document, (claim.span for claim in found))
    return found


def judgements_of(rule: Rule, key: str, claims: Sequence[Claim]) -> list[Judgement]:
    """What a corpus rule judges of the claims under one key; nothing for a document rule. Raises RuleFailure."""
    if rule.judge is None:
        return []
    found = _yielded(rule, Judgement, rule.judge, key, claims)
    if any(claim.card is None for one in found for claim in (one.claim, *one.related)):
        raise RuleFailure(rule, f"it judges a claim that it was not given ({portable(rule.file)})")
    return found
