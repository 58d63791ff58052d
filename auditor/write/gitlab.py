"""GitLab code quality: a JSON array, one object a finding, shown in the merge request.

GitLab compares the reports of two branches by `fingerprint`, so known findings are in it, suppressed ones are not.
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import json
from collections import Counter
from hashlib import sha256
from typing import TextIO

from auditor.model import Report, Severity, State
from auditor.write import Options
from auditor.write._places import line, said, shown_path

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def issues(report: Report) -> list[dict[str, object]]:
    """The array; of equal findings the second and later ones are told apart by their number, as GitLab demands."""
    seen: Counter[str] = Counter()
    found: list[dict[str, object]] = []
    for finding in report.findings:
        if finding.state is State.SUPPRESSED:
            continue
        seen[finding.fingerprint] += 1
        identity = f"{finding.fingerprint}:{seen[finding.fingerprint]}"
        found.append(
            {
                "description": f"{finding.code} {said(finding)}",
                "check_name": finding.rule,
                "fingerprint": sha256(identity.encode("utf-8", "surrogatepass")).hexdigest(),
                "severity": _SEVERITY[finding.severity],
                "location": {
                    "path": shown_path(finding.path, finding.document),
                    "lines": {"begin": line(finding) or 1},
                },
            }
        )
    return found


def render(report: Report, out: TextIO, options: Options) -> None:  # noqa: ARG001  # the format has one form
    """ASCII, one object a line."""
    rows = ",\n".join(json.dumps(issue) for issue in issues(report))
    out.write(f"[\n{rows}\n]\n" if rows else "[]\n")
