"""Which files are read, in what order, and that every one left out is named with its reason."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from auditor.errors import UsageError
from auditor.inputs.walk import File, files, from_stream, raws
from auditor.model import Skipped
from auditor.read import LARGEST, Raw


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Some text.\n", encoding="utf-8")


def walked(folder: Path, *given: str, **options: object) -> tuple[list[str], dict[str, str]]:
    """What is read below `given`, and what is left out with its reason; paths relative to `folder`."""
    paths = [str(folder / name) for name in given or (".",)]
    found = list(raws(files(paths, **options)))  # type: ignore[arg-type]  # the options of files
    shown = [os.path.relpath(one.path, folder) for one in found if isinstance(one, Raw)]
    return shown, {os.path.relpath(one.path, folder): one.reason for one in found if isinstance(one, Skipped)}


def test_folders_are_read_recursively_in_order_and_hidden_entries_are_not_looked_at(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.txt", "a/b/c.md", ".hidden.txt", ".git/x.txt", "a.txt")
    assert walked(tmp_path) == (["a.txt", "b.txt", "a/z.txt", "a/b/c.md"], {})


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, "a/x.txt")
    (tmp_path / "link.txt").symlink_to("a/x.txt")
    assert walked(tmp_path, "a", "a/x.txt", "link.txt", ".")[0] == ["a/x.txt"]


def folders(*given: Path, against: Path | None = None) -> dict[str, str | None]:
    found = files(map(str, given), against=str(against) if against else None)
    return {one.path.name: one.folder for one in found if isinstance(one, File)}


def test_the_first_folder_below_the_path_is_kept_unless_it_is_a_date(tmp_path: Path) -> None:
    make(tmp_path, "x.txt", "alpha/y.txt", "alpha/deep/z.txt", "2025/u.txt", "2025-03/07/beta/v.txt", "3rd/w.txt")
    expected = {"x.txt": None, "y.txt": "alpha", "z.txt": "alpha", "u.txt": None, "v.txt": "beta", "w.txt": "3rd"}
    assert folders(tmp_path) == expected


def test_the_folders_of_an_archive_name_sources_whichever_part_is_given(tmp_path: Path) -> None:
    make(tmp_path, "archive/alpha/a.txt", "archive/alpha/deep/b.txt", "archive/beta/c.txt", "archive/d.txt")
    archive = tmp_path / "archive"
    assert folders(archive / "alpha", against=archive) == {"a.txt": "alpha", "b.txt": "alpha"}
    assert folders(archive / "alpha" / "deep", against=archive) == {"b.txt": "alpha"}
    assert folders(archive / "d.txt", archive / "beta" / "c.txt", against=archive) == {"d.txt": None, "c.txt": "beta"}
    make(tmp_path, "new/alpha/e.txt", "new/alpha/deep/f.txt", "new/gamma/g.txt")
    expected = {"e.txt": "alpha", "f.txt": "alpha"}
    assert folders(tmp_path / "new" / "alpha", against=archive) == expected
    assert folders(tmp_path / "new" / "alpha" / "e.txt", against=archive) == {"e.txt": "alpha"}
    assert folders(tmp_path / "new", against=archive) == {**expected, "g.txt": "gamma"}
    assert folders(tmp_path / "new" / "gamma", against=archive) == {"g.txt": None}


def test_gitignore_is_respected_as_git_does(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "a.draft.txt", "out/b.txt", "sub/c.draft.txt", "sub/keep.draft.txt", "sub/out/d.txt")
    (tmp_path / ".gitignore").write_text("*.draft.txt\n/out/\n", encoding="utf-8")
    (tmp_path / "sub" / ".gitignore").write_text("!keep.draft.txt\n", encoding="utf-8")
    shown, left = walked(tmp_path)
    assert shown == ["a.txt", "sub/keep.draft.txt", "sub/out/d.txt"]
    assert left == dict.fromkeys(["out", "a.draft.txt", "sub/c.draft.txt"], "ignored by .gitignore")


def test_the_gitignore_above_counts_inside_a_repository_only(tmp_path: Path) -> None:
    make(tmp_path, "news/a.txt", "news/b.txt")
    (tmp_path / ".gitignore").write_text("b.txt\n", encoding="utf-8")
    assert walked(tmp_path, "news")[0] == ["news/a.txt", "news/b.txt"]
    (tmp_path / ".git").mkdir()
    assert walked(tmp_path, "news")[0] == ["news/a.txt"]


def test_who_names_an_ignored_path_wants_it_read(tmp_path: Path) -> None:
    make(tmp_path, "out/a.txt", "out/b.txt")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("out/\n", encoding="utf-8")
    assert walked(tmp_path)[0] == []
    assert walked(tmp_path, "out")[0] == ["out/a.txt", "out/b.txt"]
    assert walked(tmp_path, "out/b.txt")[0] == ["out/b.txt"]


def test_exclude_leaves_out_what_is_found_and_force_exclude_what_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a.txt", "drafts/b.txt", "news/drafts/c.txt", "news/d.tmp.txt")
    monkeypatch.chdir(tmp_path)
    shown, left = walked(tmp_path, exclude=["drafts/", "*.tmp.txt"])
    assert shown == ["a.txt"]
    assert left == dict.fromkeys(["drafts", "news/drafts", "news/d.tmp.txt"], "excluded")
    assert walked(tmp_path, exclude=["/drafts"])[0] == ["a.txt", "news/d.tmp.txt", "news/drafts/c.txt"]
    assert walked(tmp_path, "drafts/b.txt", exclude=["drafts/"])[0] == ["drafts/b.txt"]
    assert walked(tmp_path, "drafts/b.txt", exclude=["drafts/"], force_exclude=True) == (
        [], {"drafts/b.txt": "excluded"},
    )  # fmt: skip


def test_what_cannot_be_opened_is_named_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "good.txt", "photo.png", "locked/x.txt", "deep/y.txt")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    (tmp_path / "deep" / "up").symlink_to("..")
    os.mkfifo(tmp_path / "pipe.txt")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(LARGEST + 1)
    scan = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)  # root, as which a container runs tests, may read every folder
    shown, left = walked(tmp_path)
    assert shown == ["good.txt", "deep/y.txt"]
    assert left.pop("photo.png").startswith("no reader for .png")
    assert left == {
        "empty.txt": "empty: no text in it",
        "loop.txt": "cannot be read: Too many levels of symbolic links",
        "gone.txt": "cannot be read: No such file or directory",
        "device.txt": "not a regular file",
        "pipe.txt": "not a regular file",
        "huge.txt": "larger than 256 MB; split it, one article a line in .jsonl",
        "deep/up": "a link to a folder, not followed",
        "locked": "cannot be read: Permission denied",
    }


@pytest.mark.parametrize("name", ["nowhere", "a.txt/b.txt", "nul\0byte", "x" * 5000])
def test_a_path_that_does_not_exist_is_a_mistake_of_the_user(tmp_path: Path, name: str) -> None:
    make(tmp_path, "a.txt")
    with pytest.raises(UsageError, match=r"no such file or folder|cannot be read"):
        list(files([f"{tmp_path}/{name}"]))


def test_names_that_are_no_utf8_are_read(tmp_path: Path) -> None:
    with open(os.fsencode(str(tmp_path)) + b"/\xff\x1b[31m.txt", "wb") as file:
        file.write(b"Text.")
    (found,) = raws(files([str(tmp_path)]))
    assert isinstance(found, Raw)
    assert found.data == b"Text."


def test_a_stream_is_read_under_the_name_it_is_given() -> None:
    (plain,) = from_stream(BytesIO(b"Text."))
    assert isinstance(plain, Raw)
    assert (plain.path, plain.suffix) == ("-", ".txt")
    lines = list(from_stream(BytesIO(b'{"text": "a"}\n{"text": "b"}\n'), "feeds/x.jsonl"))
    assert [(one.path, one.first_line) for one in lines if isinstance(one, Raw)] == [
        ("feeds/x.jsonl", 1),
        ("feeds/x.jsonl", 2),
    ]
    (empty,) = from_stream(BytesIO(b""))
    assert isinstance(empty, Skipped)
