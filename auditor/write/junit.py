"""JUnit XML: a test suite an article, a test case a finding, and one for each family that found nothing.

A case fails where the finding fails the gate; what is known or suppressed is skipped with its reason, and so is a
family that could not judge. Names hold no line numbers, so that a server follows a case from run to run.
Schema: junit-10.xsd of the Jenkins xUnit plugin, which GitLab, Azure and others read too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from auditor.gate import fails
from auditor.model import FAMILIES, Card, Finding, Report, Severity, Skipped, State
from auditor.words.visible import visible
from auditor.write import Options
from auditor.write._places import said, shown_path

# What XML 1.0 cannot hold, not even escaped (https://www.w3.org/TR/xml/#charsets).
_ILLEGAL = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Case:
    """One `<testcase>`: what became of it (`failure`, `skipped`, or nothing), why in short, and in full."""

    classname: str
    name: str
    outcome: str = ""
    message: str = ""
    detail: str = ""


def _legal(text: str) -> str:
    return _ILLEGAL.sub("�", text)


def _attribute(text: str) -> str:
    return quoteattr(_legal(text)).encode("ascii", "xmlcharrefreplace").decode()


def _content(text: str) -> str:
    return escape(_legal(text)).encode("ascii", "xmlcharrefreplace").decode()


def _detail(finding: Finding) -> str:
    place = f"{shown_path(finding.path, finding.document)}:{finding.line}:{finding.column}"
    lines = [f"{place}: {finding.severity} {finding.code} {finding.rule}", said(finding, 500)]
    lines += [
        f"also {shown_path(other.path, other.document)}:{other.line}: “{visible(other.excerpt, 500)}”"
        for other in finding.related[:20]
    ]
    return "\n".join([*lines, f"fingerprint {finding.fingerprint}"])


def _case(finding: Finding, nth: int, fail_on: Severity | None) -> _Case:
    name = f"{finding.code} “{visible(finding.excerpt, 80)}”" + (f" #{nth}" if nth > 1 else "")
    classname = finding.rule.replace("/", ".")
    if finding.state is State.KNOWN:
        return _Case(classname, name, "skipped", "in the baseline", _detail(finding))
    if finding.state is State.SUPPRESSED:
        return _Case(classname, name, "skipped", f"suppressed: {visible(finding.reason or '')}", _detail(finding))
    return _Case(classname, name, "failure" if fails(finding, fail_on) else "", said(finding), _detail(finding))


def _cases(card: Card, findings: Sequence[Finding], fail_on: Severity | None) -> Iterator[_Case]:
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        seen[finding.code, finding.excerpt] += 1
        yield _case(finding, seen[finding.code, finding.excerpt], fail_on)
    for family in FAMILIES:
        if family in card.unjudged:
            yield _Case(family, "judged", "skipped", f"not judged: {visible(card.unjudged[family])}")
        elif not any(finding.family == family for finding in findings):
            yield _Case(family, "nothing found")


def _written(case: _Case) -> Iterator[str]:
    head = f"<testcase classname={_attribute(case.classname)} name={_attribute(case.name)}"
    if not case.outcome:
        yield f"{head}/>" if not case.detail else f"{head}><system-out>{_content(case.detail)}</system-out></testcase>"
        return
    kind = f" type={_attribute(case.classname)}" if case.outcome == "failure" else ""
    open_ = f"<{case.outcome} message={_attribute(case.message)}{kind}"
    yield f"{head}>{open_}>{_content(case.detail)}</{case.outcome}></testcase>"


def _suite(name: str, cases: Sequence[_Case]) -> Iterator[str]:
    count = Counter(case.outcome for case in cases)
    counts = f'tests="{len(cases)}" failures="{count["failure"]}" errors="0" skipped="{count["skipped"]}"'
    yield f"<testsuite name={_attribute(name)} {counts}>"
    for case in cases:
        yield from _written(case)
    yield "</testsuite>"


def _unread(skipped: Sequence[Skipped]) -> list[_Case]:
    return [
        _Case(
            "audit.read", f"{shown_path(one.path)}{f':{one.line}' if one.line else ''}", "skipped", visible(one.reason)
        )
        for one in skipped
    ]


def _gate(report: Report) -> list[_Case]:
    """The reasons of the gate that no finding shows."""
    reasons = map(visible, report.verdict.by_no_finding if report.verdict else ())
    failing = [_Case("audit.gate", reason, "failure", reason) for reason in reasons]
    if not report.cross_document.startswith("checked"):
        failing.append(_Case("audit.gate", "cross-document", "skipped", visible(report.cross_document)))
    return failing


def _suites(report: Report) -> Iterator[tuple[str, list[_Case]]]:
    fail_on = report.verdict.fail_on if report.verdict else Severity.ERROR
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        findings[finding.document].append(finding)
    for card in report.cards:
        name = visible(card.id) if card.record else shown_path(card.path, card.id)
        yield name, list(_cases(card, findings[card.id], fail_on))
    yield from (
        (name, cases) for name, cases in (("not read", _unread(report.skipped)), ("gate", _gate(report))) if cases
    )


def render(report: Report, out: TextIO, options: Options) -> None:  # noqa: ARG001  # the format has one form
    """ASCII with character references, so that the declared encoding is true of any stream."""
    suites = list(_suites(report))
    cases = [case for _, mine in suites for case in mine]
    failures = sum(case.outcome == "failure" for case in cases)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="audit" tests="{len(cases)}" failures="{failures}" errors="0">\n')
    for name, mine in suites:
        out.writelines(f"{line}\n" for line in _suite(name, mine))
    out.write("</testsuites>\n")
