"""A folder of hostile files: one located line for each, and the rest of the run goes on."""

import gzip
import io
import json
import os
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor import Document, __version__
from auditor.api import audit, inputs_of
from auditor.examine import examine
from auditor.model import Report, Skipped
from auditor.pipeline import run
from auditor.read import Raw, parse, split, suffixes
from auditor.rules import load
from auditor.runner import Processes, Runner, Serial
from auditor.settings import Settings
from auditor.source import attribute
from auditor.write import Options, writer
from tests._hostile import documents, hostile_text
from tests.conftest import CLEAN, ROOT, Command

RULES = load()
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><item><title>&b;</title></item></rss>'
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    lines = [json.dumps({"id": f"n{number}", "text": CLEAN}) for number in range(10)]
    lines[6] = lines[6][:-3]
    contents = {
        "good.txt": CLEAN.encode(),
        "empty.txt": b"",
        "blank.txt": b" \n\n\t",
        "binary.txt": random.Random(1).randbytes(20_000),
        "picture.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(500),
        "latin.txt": CLEAN.encode() + "“Café” déjà vu.".encode("cp1252"),
        "large.txt": b"word " * 10_000_000,
        "long-line.jsonl": json.dumps({"text": "word " * 2_000_000}).encode(),
        "broken.jsonl": "\n".join(lines).encode(),
        "deep.json": b"[" * 200_000,
        "deep-lines.jsonl": b'{"text": ' + b"[" * 200_000,
        "bomb.xml": BOMB.encode(),
        "bomb.txt.gz": gzip.compress(bytes(300 << 20), mtime=0),
        "cut.txt.gz": gzip.compress(CLEAN.encode() * 50, mtime=0)[:-20],
        "\x1b[2Jname\u202e.txt": CLEAN.encode(),
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "up").symlink_to(".")
    os.mkfifo(folder / "pipe.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    return folder


@pytest.fixture(scope="module")
def report(hostile: Path) -> Report:
    return audit([hostile], settings=Settings(select=("SP",)))


def test_each_hostile_file_is_one_located_line_and_the_rest_is_read(report: Report) -> None:
    left = {Path(skip.path).name: (skip.line, skip.reason) for skip in report.skipped}
    assert len(left) == len(report.skipped)
    for name, line, reason in (
        ("empty.txt", None, "empty: no text in it"),
        ("blank.txt", None, "empty: no text in it"),
        ("binary.txt", None, "not text: it holds NUL bytes"),
        ("picture.txt", None, "not text: it holds NUL bytes"),
        ("large.txt", None, "50000000 characters, longer than any article"),
        ("long-line.jsonl", 1, "10000000 characters, longer than any article"),
        ("broken.jsonl", 7, "broken JSON"),
        ("deep.json", 1, "broken JSON: nested too deeply"),
        ("deep-lines.jsonl", 1, "broken JSON: nested too deeply"),
        ("bomb.xml", 1, "it declares entities"),
        ("bomb.txt.gz", None, "gzip that unpacks to more than"),
        ("cut.txt.gz", None, "broken gzip"),
        ("loop.txt", None, "cannot be read: Too many levels of symbolic links"),
        ("up", None, "a link to a folder, not followed"),
        ("pipe.txt", None, "not a regular file"),
        ("device.txt", None, "not a regular file"),
    ):
        assert left.pop(name)[0] == line, name
        assert next(s.reason for s in report.skipped if Path(s.path).name == name).startswith(reason)
    assert left == {}
    assert not report.failed
    read = sorted(Path(card.path).name for card in report.cards)
    assert read == sorted(["good.txt", "latin.txt", "\x1b[2Jname\u202e.txt", *["broken.jsonl"] * 9])


@pytest.mark.parametrize("name", ["plain", "terminal", "json", "markdown", "github"])
def test_hostile_file_names_are_shown_not_obeyed(report: Report, name: str) -> None:
    out = io.StringIO()
    writer(name).render(report, out, Options())
    assert "\x1b" not in out.getvalue()
    assert "\u202e" not in out.getvalue()


def test_a_folder_of_hostile_files_can_be_an_archive(
    hostile: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "new.txt").write_text(CLEAN, encoding="utf-8")
    (hostile / "gone.txt").symlink_to("nowhere.txt")
    command: Command = request.getfixturevalue("audit")  # the name is taken here by the library's
    done = command("new.txt", "--against", str(hostile), "--select", "SP,BP", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def rendered(runner: Runner) -> str:
    """The report on the corpus, as JSON."""
    out = io.StringIO()
    report = run(inputs_of([str(ROOT / "corpus")], Settings()), runner, __version__, Settings())
    writer("json").render(report, out, Options())
    return out.getvalue()


@pytest.fixture(scope="module")
def serial() -> str:
    return rendered(Serial())


@pytest.mark.parametrize("method", ["fork", "forkserver", "spawn"])
def test_the_report_is_the_same_byte_for_byte_however_many_processes(method: str, serial: str) -> None:
    assert rendered(Processes(3, method)) == serial


# What the campaign (`python -m benchmarks.fuzz`) does for minutes, the suite does for seconds; not the same examples
# each time would make a suite that fails by chance.
QUICK = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@QUICK
@given(documents)
def test_no_document_breaks_a_rule_or_a_view(document: Document) -> None:
    examined = examine(attribute(document, "folder"), RULES)
    for finding in examined.findings:
        assert finding.excerpt == document.quote(finding.span)
        assert 0 < finding.confidence <= 1
        assert finding.message == " ".join(finding.message.split())


@QUICK
@given(st.lists(documents, min_size=1, max_size=3))
def test_no_documents_break_a_run(several: list[Document]) -> None:
    report = audit(several)
    assert len(report.cards) + len(report.skipped) == len(several)
    assert not report.failed


@QUICK
@given(
    st.sampled_from(suffixes()),
    st.one_of(st.binary(max_size=400), hostile_text.map(lambda t: t.encode("utf-8", "replace"))),
)
def test_no_bytes_break_a_reader(suffix: str, data: bytes) -> None:
    for part in split(Raw(f"a{suffix}", data)):
        for found in parse(part) if isinstance(part, Raw) else [part]:
            assert isinstance(found, Document | Skipped)
            if isinstance(found, Document):
                attribute(found)


@pytest.mark.parametrize("space", ["\u00a0", "\u2007", "\u2009", "\u202f", "\u3000", "\t"])
def test_no_kind_of_space_hides_what_a_plain_one_shows(space: str) -> None:
    text = "The World Wellbeing Organization (WHO) said on Monday that schools would open again in the north."
    plain, odd = (
        [(one.code, one.span, one.excerpt) for one in examine(Document(id="a", text=written), RULES).findings]
        for written in (text, text.replace(" ", space))
    )
    assert "SP101" in {code for code, _, _ in plain}
    assert odd == [(code, span, excerpt.replace(" ", space)) for code, span, excerpt in plain]


@pytest.mark.parametrize("hidden", ["\u200b", "\u2060", "\ufeff", "\xad"])
@pytest.mark.parametrize(("plain", "written"), [(" ", " {}"), (" ", "{} "), ("e", "e{}")])
def test_no_character_that_nobody_sees_hides_what_stands_there(hidden: str, plain: str, written: str) -> None:
    text = "The World Wellbeing Organization (WHO) said on Monday that schools would open again in the north."
    odd = text.replace(plain, written.format(hidden))
    told = {finding.code: finding for finding in examine(Document(id="a", text=odd), RULES).findings}
    assert told["SP101"].excerpt.replace(hidden, "") == "(WHO)"
    assert odd[told["SP101"].span.start : told["SP101"].span.end] == told["SP101"].excerpt
