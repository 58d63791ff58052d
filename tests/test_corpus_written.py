"""Whatever the articles of corpus/ hold, no report of them carries an escape, a hidden character or a command."""

import io
import re
from pathlib import Path

import pytest

from auditor import Report, audit
from auditor.write import Options, formats, writer

CORPUS = Path(__file__).parent.parent / "corpus"
# Control characters but line ends, zero-width characters, and those that turn the reading direction.
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


@pytest.fixture(scope="module")
def report() -> Report:
    return audit([CORPUS / "hidden-text.txt", CORPUS / "snapwire-buzz", CORPUS / "lakeside-examiner"])


@pytest.mark.parametrize("name", formats())
def test_nothing_unseen_is_written(name: str, report: Report) -> None:
    out = io.StringIO()
    writer(name).render(report, out, Options(single=True))
    found = UNSEEN.search(out.getvalue())
    assert found is None, f"{name} writes {found[0]!r} in {out.getvalue()[max(0, found.start() - 80) : found.end()]!r}"


@pytest.mark.parametrize("name", formats())
def test_no_line_is_a_command_of_an_article(name: str, report: Report) -> None:
    out = io.StringIO()
    writer(name).render(report, out, Options(single=True))
    lines = out.getvalue().splitlines()
    assert not [line for line in lines if line.lstrip().startswith("::error file=corpus/hidden-text.txt,line=1::")]
