"""Configuration: what is in force, where it came from, and one located line for every mistake."""

import json
from pathlib import Path

import pytest

import auditor
from auditor import config
from auditor.config.keys import KEYS, schema
from auditor.errors import ConfigError
from auditor.model import Severity
from tests.conftest import GRAVE, Command


def load(folder: Path, text: str, name: str = "audit.toml") -> config.Config:
    (folder / name).write_text(text, encoding="utf-8")
    return config.load(folder, {})


def test_every_key_reaches_the_settings(tmp_path: Path) -> None:
    found = load(
        tmp_path,
        """
        select = ["SP", "CO"]
        ignore = ["SP103"]
        include = ["articles/**"]
        exclude = ["drafts/**"]
        names = ["Nationwide Building Society"]
        phrases = ["Join OUR club"]
        [per-file-ignores]
        "wire/**" = ["CO"]
        [severity]
        SP103 = "info"
        [sources]
        "feeds/**" = "feeds.example"
        "feeds/own/**" = "own.example"
        [gate]
        fail-on = "warning"
        fail-under = 60
        max-new = 2
        """,
    ).settings
    assert found.select == ("SP", "CO")
    assert found.ignored_at(str(tmp_path / "wire" / "a.txt")) == ("CO",)
    assert found.source_at(str(tmp_path / "feeds" / "a.txt")) == "feeds.example"
    assert found.source_at(str(tmp_path / "feeds" / "own" / "a.txt")) == "own.example"
    assert found.severity == {"SP103": Severity.INFO}
    assert found.phrases == {"join our club"}
    assert (found.gate.fail_on, found.gate.fail_under, found.gate.max_new) == (Severity.WARNING, 60.0, 2)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('ignore = ["SP"]\nselct = ["SP"]\n', 2, "unknown key 'selct'; did you mean 'select'?"),
        ('\n[gate]\nfail-onn = "error"\n', 3, "did you mean 'gate.fail-on'?"),
        ('[gate]\nfail-on = "grave"\n', 2, "must be one of error, warning, info, never"),
        ("select = 3\n", 1, "must be a list of strings"),
        ('\nselect = ["SP1011"]\n', 2, "did you mean SP101?"),
        ('[severity]\nSP1011 = "info"\n', 2, "no rule has the code 'SP1011'"),
        ('[severity]\nSP = "info"\n', 2, "no rule has the code 'SP'; it takes whole codes, like SP103"),
        ('\n[severity]\nSP103 = "grave"\n', 3, 'SP103 must be one of error, warning, info, not "grave"'),
        ('severity = "info"\n', 1, "severity must be a table of names, each with one of error, warning, info"),
        ('[per-file-ignores]\n"a/**" = "SP"\n', 2, 'a/** must be a list of strings, not "SP"'),
        ('gate = "error"\n', 1, "gate must be a table: a line [gate]"),
        ("[tool.audit]\nignore = []\n", 1, "the keys stand alone, without [tool.audit]"),
        ('[sources]\n"a/**" = "*"\n', 2, "stands for the first * of a glob like"),
        ('rules = ["nowhere"]\n', 1, "no such rule folder"),
        ("[gate]\nmax-new = -1\n", 2, "a whole number"),
    ],
)
def test_mistakes_have_file_line_and_what_to_do(tmp_path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(ConfigError) as raised:
        load(tmp_path, text)
    assert str(raised.value).startswith(f"{tmp_path / 'audit.toml'}:{line}: ")
    assert said in str(raised.value)


def test_a_star_names_sources_by_their_folders_or_files(tmp_path: Path) -> None:
    found = load(tmp_path, '[sources]\n"feeds/*/**" = "*"\n"feeds/*.xml" = "*"\n"feeds/own/**" = "Own"\n').settings
    named = {name: found.source_at(str(tmp_path / name)) for name in ("feeds/bay/1/a.txt", "feeds/oak.xml", "a.txt")}
    assert named == {"feeds/bay/1/a.txt": "bay", "feeds/oak.xml": "oak", "a.txt": None}
    assert found.source_at(str(tmp_path / "feeds" / "own" / "a.txt")) == "Own"


def test_broken_toml_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path, "select = [")


def test_the_nearest_file_wins_and_pyproject_counts_with_a_table(tmp_path: Path) -> None:
    load(tmp_path, 'ignore = ["SP"]\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert config.load(inner, {}).settings.ignore == ("SP",)
    (inner / "pyproject.toml").write_text('[tool.audit]\nignore = ["CO"]\n', encoding="utf-8")
    assert config.load(inner, {}).settings.ignore == ("CO",)


def test_a_file_among_the_articles_is_not_obeyed(audit: Command, folder: Path) -> None:
    (folder / "news" / "grave.txt").write_text(GRAVE * 4, encoding="utf-8")
    (folder / "news" / "audit.toml").write_text('ignore = ["SP", "CO", "AT"]\n', encoding="utf-8")
    assert audit("news", cwd=folder).returncode == 1


def test_rules_of_a_file_among_the_articles_are_not_run(audit: Command, folder: Path) -> None:
    (folder / "own" / "spin").mkdir(parents=True)
    (folder / "own" / "spin" / "x.py").write_text("raise SystemExit(77)\n", encoding="utf-8")
    (folder / "audit.toml").write_text('rules = ["own"]\n', encoding="utf-8")
    done = audit(".", cwd=folder)
    assert done.returncode == 2
    assert "audit.toml:1: rules are programs, and this file lies among the articles" in done.stderr
    assert "SystemExit: 77" in audit(".", "--config", "audit.toml", cwd=folder).stderr  # it was run, as asked
    assert "SystemExit: 77" in audit("news", cwd=folder).stderr


def test_origins_are_shown(audit: Command, folder: Path) -> None:
    (folder / "audit.toml").write_text('[gate]\nfail-on = "info"\n', encoding="utf-8")
    shown = audit("config", cwd=folder).stdout
    assert f'gate.fail-on = "info"   ({folder / "audit.toml"}:2)' in shown
    assert shown.count("(default)") == len(KEYS) - 1


def test_settings_act(audit: Command, folder: Path) -> None:
    (folder / "news" / "grave.txt").write_text(GRAVE * 4, encoding="utf-8")
    (folder / "audit.toml").write_text('[severity]\nSP101 = "info"\nSP106 = "info"\n', encoding="utf-8")
    assert audit("news", cwd=folder).returncode == 0
    (folder / "audit.toml").write_text('[per-file-ignores]\n"news/grave.txt" = ["SP"]\n', encoding="utf-8")
    assert "SP101" not in audit("news", cwd=folder).stdout
    (folder / "audit.toml").write_text(
        'names = ["World Wellbeing Organization"]\nignore = ["SP101"]\n', encoding="utf-8"
    )
    assert "SP106" not in audit("news", cwd=folder).stdout
    (folder / "audit.toml").write_text('phrases = ["agreed on a new budget"]\n', encoding="utf-8")
    assert "BP101" in audit("news/clean.txt", cwd=folder).stdout


def test_the_published_schema_is_the_one_in_force() -> None:
    published = Path(auditor.__file__).parent / "config.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == json.loads(json.dumps(schema()))
