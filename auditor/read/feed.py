"""RSS and Atom: every item an article. What a feed carries as HTML becomes plain text, a block a line.

Read with the bare expat parser, which fetches nothing. A feed needs no entities of its own, so the first declaration of
one ends the reading: that leaves no room for entity bombs or external files.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from auditor.errors import UnreadableError
from auditor.model import Document, Skipped
from auditor.read._markup import plain
from auditor.read._raw import Raw, decoded

SUFFIXES = (".atom", ".rdf", ".rss", ".xml")

_ITEMS = frozenset({"item", "entry"})
_FEEDS = frozenset({"rss", "feed", "RDF"})
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_OWN = frozenset({"", "http://www.w3.org/2005/Atom", "http://purl.org/rss/1.0/", "http://backend.userland.com/rss2"})
# What a feed calls the texts of an article, the fullest first.
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "updated")
_AUTHORS = ("creator", "author", "name")
_KEPT = frozenset({*_TEXTS, *_DATES, "creator", "guid", "id", "language", "link", "name", "title"})
# Feeds nest four or five deep, XHTML inside them a few more.
_DEEPEST = 200
_STEP = 1 << 16


@dataclass(slots=True)
class _Item:
    line: int
    values: dict[str, str] = field(default_factory=dict)
    markup: dict[str, bool] = field(default_factory=dict)


class _Builder:
    """Collects items from expat's events; `ready` holds those that are closed."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.EntityDeclHandler = self._entity
        self.ready: list[_Item] = []
        self.site: dict[str, str] = {}
        self._path: list[str] = []
        self._item: _Item | None = None
        self._into: tuple[int, str] | None = None
        self._escaped = False
        self._text: list[str] = []

    def _entity(self, *_: object) -> None:
        raise UnreadableError(
            "it declares entities; no feed needs any, so it is not read", self.parser.CurrentLineNumber
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self._path and local not in _FEEDS:
            raise UnreadableError(f"no feed: its root is <{local[:40]}>, not <rss>, <feed> or <rdf:RDF>")
        if len(self._path) >= _DEEPEST:
            raise UnreadableError("nested too deeply for a feed", self.parser.CurrentLineNumber)
        self._path.append(local)
        if self._into is not None:
            # Elements inside a text: Atom's xhtml.
            self._text.append(f"<{local}>")
        elif self._item is None and local in _ITEMS:
            self._item = _Item(self.parser.CurrentLineNumber)
        elif space in _OWN or space in (_CONTENT, _DUBLIN):
            self._open(local, attributes)

    def _open(self, local: str, attributes: dict[str, str]) -> None:
        if local == "link" and "href" in attributes:
            if attributes.get("rel", "alternate") == "alternate":
                self._keep("link", attributes["href"])
        elif local in _KEPT or (local in ("author", "source") and "feed" not in self._path):
            self._into = (len(self._path), local)
            self._escaped = attributes.get("type") == "xhtml"
            if self._item is not None:
                self._item.markup.setdefault(local, attributes.get("type", "html") != "text")

    def _keep(self, name: str, value: str) -> None:
        # The first of a name counts; a title below <source> or <image> is not the item's own.
        if self._item is None:
            if len(self._path) <= 3 and "image" not in self._path:
                self.site.setdefault(name, value.strip())
        elif "source" in self._path[:-1]:
            self._item.values.setdefault("source " + name, value.strip())
        elif value.strip():
            self._item.values.setdefault(name, value)

    def _end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if self._into is not None:
            if self._into[0] < len(self._path):
                self._text.append(f"</{local}>")
            else:
                self._keep(self._into[1], "".join(self._text))
                self._into = None
                self._text = []
        elif self._item is not None and local in _ITEMS:
            self.ready.append(self._item)
            self._item = None
        self._path.pop()

    def _data(self, data: str) -> None:
        if self._into is not None:
            self._text.append(escape(data) if self._escaped else data)


def _first(values: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((value.strip() for name in names if (value := values.get(name))), None)


def _document(raw: Raw, item: _Item, site: dict[str, str]) -> Document:
    name, text = next(((name, item.values[name]) for name in _TEXTS if name in item.values), ("", ""))
    links = (item.values.get(key, "").strip() for key in ("link", "guid", "id"))
    url = next((link for link in links if link.startswith("http")), None)
    return Document(
        id=f"{raw.path}:{item.line}",
        text=plain(text) if item.markup.get(name, True) else text,
        title=plain(item.values.get("title", "")).replace("\n", " "),
        path=raw.path,
        first_line=item.line,
        record=True,
        upstream=_first(item.values, ("source", "source title")),
        url=url,
        date=_first(item.values, _DATES),
        author=_first(item.values, _AUTHORS),
        language=item.values.get("language") or site.get("language"),
        # A feed is often a section ("… - World"), so its title counts only where no link tells the site.
        site_name=None if url else site.get("title"),
    )


def parse(raw: Raw) -> Iterator[Document | Skipped]:
    """The items in order; behind the first break of the XML nothing more is read, and the break is told."""
    builder = _Builder()
    data = decoded(raw).encode("utf-8", "surrogatepass") if raw.data[:2] in (b"\xff\xfe", b"\xfe\xff") else raw.data
    try:
        for at in range(0, len(data) + 1, _STEP):
            builder.parser.Parse(data[at : at + _STEP], at + _STEP > len(data))
            for item in builder.ready:
                yield _document(raw, item, builder.site)
            builder.ready.clear()
    except expat.ExpatError as error:
        yield from (_document(raw, item, builder.site) for item in builder.ready)
        yield Skipped(raw.path, f"broken XML: {expat.ErrorString(error.code)}, column {error.offset + 1}", error.lineno)
    except (ValueError, LookupError) as error:  # an encoding that is none
        yield Skipped(raw.path, f"broken XML: {str(error)[:80]}", builder.parser.CurrentLineNumber)
