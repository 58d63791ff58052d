"""Whatever stands in an article, no format is broken by it or obeys it."""

import io
import json
import xml.etree.ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from auditor.model import Related, Report, Skipped, Span, State
from auditor.write import Options, writer
from tests.reports import card, finding, report, source
from tests.test_github import parsed
from tests.test_markdown_report import OURS, Page

# Pieces of what programs obey, and anything at all between them.
PIECES = st.sampled_from(
    "` `` ``` ~~~ | \\ \\| * ** _ # ## - + 1. > < </code> <b> <!-- --> & &amp; &#64; [x](y) ![x](y) [x]: y ](1) @a a@b.c "
    "http://x www.x :x: ::error:: ##[x] %0A %25 , = : \n \r\n \t \x00 \x1b[0m ]]> <![CDATA[ {0} {{ $x \u202e \u2028 \ud800 \ufffe".split(" ")
)  # fmt: skip
HOSTILE = st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    text, path, message = draw(HOSTILE), draw(HOSTILE), draw(HOSTILE)
    other = Related(message, text, Span(0, len(text)), text, 2)
    states = draw(st.lists(st.sampled_from(State), min_size=1, max_size=3))
    findings = [
        finding(text, path=path, document="d", message=message, suggestion=text, related=[other], state=state, reason=message)
        for state in states
    ]  # fmt: skip
    return report(findings, cards=[card("d", text, path=path, source=text, unjudged={"spin": message})], notes=[message],
                  sources=[source(text, 40.0)], skipped=[Skipped(path, message, 2)])  # fmt: skip


def written(name: str, made: Report, ascii_only: bool) -> str:
    out = io.StringIO()
    writer(name).render(made, out, Options(ascii=ascii_only))
    return out.getvalue()


@settings(max_examples=60, deadline=None)
@given(reports(), st.booleans())
def test_no_format_is_broken_or_obeys(made: Report, ascii_only: bool) -> None:
    sarif, gitlab = (written(name, made, ascii_only) for name in ("sarif", "gitlab"))
    for text in (sarif, gitlab):
        json.dumps(json.loads(text), ensure_ascii=False).encode("utf-8")  # fails on a lone surrogate
    assert len(ET.fromstring(written("junit", made, ascii_only).encode())) == 2
    commands = [parsed(line) for line in written("github", made, ascii_only).splitlines()]
    assert [name for name, _, _ in commands[:-1]] == ["error"] * sum(one.state is State.NEW for one in made.findings)
    assert all(set(given) <= {"file", "line", "endLine", "col", "endColumn", "title"} for _, given, _ in commands)
    page = Page(MarkdownIt("commonmark", {"html": True}).enable("table").render(written("markdown", made, ascii_only)))
    assert set(page.tags) <= OURS
    assert page.names <= {"style"}
    assert set(page.rows) <= {5, 6}
