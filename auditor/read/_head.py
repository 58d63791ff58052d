"""What the head of an HTML page declares: canonical address, publisher, site, title, date, author, language.

Only values are taken, as text; nothing is fetched and nothing in a page is obeyed.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.read._fields import one

if TYPE_CHECKING:
    from lxml.etree import _Element

# Browsers and page savers note where a saved page came from in a comment near its beginning.
_SAVED = re.compile(
    r"saved from url=(?:\([0-9]++\))?(https?://[^\s<>]++)|^[ \t]*+url: (https?://[^\s<>]++)", re.MULTILINE
)
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|WebPage)$")
# JSON-LD of news pages holds an article, an organisation and a breadcrumb: a few dozen objects.
_MOST_OBJECTS = 500
_MOST_JSON = 1_000_000


@dataclass(frozen=True, slots=True)
class Head:
    """Declared values by the names of a Document's fields, None where there is none."""

    title: str | None
    url: str | None
    canonical: str | None
    publisher: str | None
    site_name: str | None
    date: str | None
    author: str | None
    language: str | None


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    """The objects of a JSON-LD block: itself, those in a list, those under @graph."""
    waiting, seen = [value], 0
    while waiting and seen < _MOST_OBJECTS:
        value = waiting.pop(0)
        seen += 1
        if isinstance(value, dict):
            yield value
            waiting.append(value.get("@graph"))
        elif isinstance(value, list):
            waiting.extend(value[:_MOST_OBJECTS])


def _article(tree: "_Element") -> Mapping[str, object]:
    """The first JSON-LD object that calls itself an article; {} where none does."""
    found: Mapping[str, object] = {}
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or not script.text or len(script.text) > _MOST_JSON:
            continue
        try:
            value = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _objects(value):
            kind = one(thing.get("@type")) or ""
            if _ARTICLE.search(kind) and (not found or not kind.endswith("WebPage")):
                if not kind.endswith("WebPage"):
                    return thing
                found = thing
    return found


def _metas(tree: "_Element") -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name and (content := (meta.get("content") or "").strip()):
            found.setdefault(name, content)
    return found


def _link(tree: "_Element", relation: str) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == relation and (href := (link.get("href") or "").strip()):
            return href
    return None


def _heading(tree: "_Element", name: str) -> str | None:
    for element in tree.iter(name):
        if text := " ".join("".join(map(str, element.itertext())).split()):
            return text
    return None


def _absolute(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None


def saved_from(markup: str) -> str | None:
    """The address that a browser noted when it saved the page."""
    match = _SAVED.search(markup[:4000])
    return (match[1] or match[2]) if match else None


def head(tree: "_Element", markup: str) -> Head:
    """What the page at `tree`, whose source is `markup`, declares of itself."""
    article, metas = _article(tree), _metas(tree)
    return Head(
        title=one(article.get("headline")) or metas.get("og:title") or _heading(tree, "h1") or _heading(tree, "title"),
        url=saved_from(markup) or _absolute(metas.get("og:url")),
        canonical=_absolute(_link(tree, "canonical")),
        publisher=one(article.get("publisher")),
        site_name=metas.get("og:site_name"),
        date=one(article.get("datePublished")) or metas.get("article:published_time") or metas.get("date"),
        author=one(article.get("author")) or metas.get("author"),
        language=tree.get("lang"),
    )
