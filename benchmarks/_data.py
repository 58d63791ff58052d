"""Reads the development data, whose folder every benchmark takes as its argument. Nothing of it is kept here."""

import argparse
import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from auditor import Document

# Sets of genuine articles, by file name.
GENUINE = ("news_by_outlet", "bbc_2005", "fnc_bodies", "foreign_newswire", "news_clusters")


def data_dir(description: str) -> Path:
    """The folder given on the command line."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("data_dir", type=Path, metavar="DATA_DIR")
    folder: Path = parser.parse_args().data_dir
    if not folder.is_dir():
        parser.error(f"{folder}: no such folder")
    return folder


def rows(folder: Path, name: str) -> Iterator[Mapping[str, object]]:
    """The JSON objects of one set."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def articles(
    folder: Path, name: str, keep: Callable[[Mapping[str, object]], bool] = lambda _: True
) -> Iterator[Document]:
    """The documents of one set, exact duplicates once, ids made unique by the set's name."""
    seen: set[str] = set()
    for number, row in enumerate(rows(folder, name)):
        text = _text(row.get("text"))
        if text is None or text in seen or not keep(row):
            continue
        seen.add(text)
        yield Document(
            id=f"{name}/{number}",
            text=text,
            title=_text(row.get("title")) or "",
            source=_text(row.get("source")),
            date=_text(row.get("date")),
            url=_text(row.get("url")),
            author=_text(row.get("authors")),
        )
