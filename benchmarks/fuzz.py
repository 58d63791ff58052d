"""Hostile inputs for as long as you like: readers, text views, rules, writers, and 1 MB of every hostile text (--size).

python -m benchmarks.fuzz --minutes 10

Uses the strategies of the suite's short tests (tests/_hostile.py) with fresh examples. Prints what was found, and ends
with 1 where it was anything.
"""

import argparse
import io
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor import Document
from auditor.api import audit
from auditor.examine import examine
from auditor.inputs.walk import files, raws
from auditor.model import Skipped
from auditor.read import Raw, parse, split, suffixes
from auditor.rules import load
from auditor.source import attribute
from auditor.text.tokens import tokens
from auditor.write import Options, formats, writer
from tests._hostile import UNITS, documents, hostile_text, texts

# CPU seconds that a rule may take for 1 MB (the house's own bound is 1 on a quiet machine).
MOST = 2.0
# Examples between two looks at the clock.
BATCH = 200
PIECES = (
    b'{"text": "', b'"}', b"[", b"]", b"{", b"}", b"\\ud800", b"\\u0000", b"<rss>", b"<item>", b"</item>", b"<title>", b"<![CDATA[",
    b"]]>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"<entry>", b"<content type='xhtml'>", b"---\n", b"title: x\n", b"\x1f\x8b",
    b"<html><body><p>", b"<script type='application/ld+json'>", b"<meta charset=", b"\xff\xfe", b"\xef\xbb\xbf", b"\0", b"\n", b"<!--",
)  # fmt: skip

FRESH = settings(
    max_examples=BATCH, deadline=None, database=None, derandomize=False, suppress_health_check=list(HealthCheck)
)

data = st.one_of(
    st.binary(max_size=2_000),
    hostile_text.map(lambda text: text.encode("utf-8", "replace")),
    st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=12)), max_size=40).map(b"".join),
)


def read(suffix: str, content: bytes, packed: bool) -> Iterator[Document]:
    """The articles of hostile bytes; anything raised is a find."""
    for part in split(Raw(f"a{suffix}", content, packed=packed)):
        for found in parse(part) if isinstance(part, Raw) else [part]:
            assert isinstance(found, Document | Skipped)
            if isinstance(found, Document):
                yield attribute(found, "folder")


@FRESH
@given(st.sampled_from(suffixes()), data, st.booleans())
def readers(suffix: str, content: bytes, packed: bool) -> None:
    """No bytes break a reader or provenance."""
    list(read(suffix, content, packed))


@FRESH
@given(documents)
def rules(document: Document) -> None:
    """No document breaks a view or a rule, and every finding quotes what stands there."""
    for finding in examine(attribute(document, "folder"), load()).findings:
        assert finding.excerpt == document.quote(finding.span)
        assert 0 < finding.confidence <= 1


@FRESH
@given(st.lists(documents, min_size=1, max_size=3), st.sampled_from(formats()), st.booleans())
def writers(several: list[Document], name: str, single: bool) -> None:
    """No report breaks a writer, and no escape or override comes through."""
    out = io.StringIO()
    report = audit(several)
    assert not report.failed, report.skipped
    writer(name).render(report, out, Options(single=single))
    assert not {"\x1b", "\u202e", "\x07", "\x9b"}.intersection(out.getvalue())


@FRESH
@given(st.lists(st.tuples(st.sampled_from(suffixes()), data), max_size=5))
def folders(contents: list[tuple[str, bytes]]) -> None:
    """No folder of hostile files stops a walk."""
    with tempfile.TemporaryDirectory() as place:
        for number, (suffix, content) in enumerate(contents):
            Path(place, f"{number}{suffix}").write_bytes(content)
        for found in raws(files([place])):
            assert isinstance(found, Raw | Skipped)


def large(size: int) -> Iterator[str]:
    """The rules that take longer than they should for `size` characters of one hostile text."""
    most = MOST * size / 1_000_000
    for name, text in texts(size):
        document = Document(id="a", text=text, date="2019-05-12")
        begun = time.process_time()
        attribute(document)
        list(examine(document, ()).claims)
        if (took := time.process_time() - begun) > 20 * most:
            yield f"{size} characters of {name}: {took:.1f} s for the common views"
        for rule in load():
            if len(tokens(document)) < rule.min_words:
                continue
            begun = time.process_time()
            list(rule.examine(document) if rule.examine else rule.claims(document) if rule.claims else ())
            if (took := time.process_time() - begun) > most:
                yield f"{size} characters of {name}: {rule.code} took {took:.1f} s"


def campaign(test: Callable[[], None], until: float) -> tuple[int, str | None]:
    """Runs a test with fresh examples until the time is up; how many, and what was found."""
    number = 0
    while time.monotonic() < until:
        try:
            test()
        # Broad, since an uncaught exception of any kind is what the campaign looks for; it is printed and fails the run.
        except Exception:
            return number, traceback.format_exc()
        number += BATCH
    return number, None


def main() -> int:
    """Shares the time among the tests; the exit code says whether anything was found."""
    parser = argparse.ArgumentParser(description="Hostile inputs against readers, views, rules and writers")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the large texts; 0: without them")
    asked = parser.parse_args()
    finds = 0
    if asked.size:
        for find in large(asked.size):
            finds += 1
            print(find, flush=True)
        print(f"{asked.size} characters of each of {len(UNITS)} texts: done", flush=True)
    tests = {"readers": readers, "rules": rules, "writers": writers, "folders": folders}
    for name, test in tests.items():
        count, found = campaign(test, time.monotonic() + 60 * asked.minutes / len(tests))
        print(f"{name}: {count} examples{'' if found is None else ', then:'}", flush=True)
        if found is not None:
            finds += 1
            print(found, flush=True)
    print("nothing uncaught" if not finds else f"{finds} finds")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())
