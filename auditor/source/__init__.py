"""Whose article it is, and how that is known. Never a guess: what cannot be told is unattributed.

The first of these that speaks: the configuration map, the declared source (verbatim), the canonical address, the
publisher in the page's JSON-LD, its og:site_name, the domain of its address, the text naming its own outlet, the folder
below the path that was given. Where the text came from, its *upstream*, is another question and kept apart.
"""

from collections.abc import Iterator, Mapping

from auditor.model import Document, replace
from auditor.source.address import site
from auditor.source.naming import self_named, upstream

# How sure each method is, 0 to 1. What somebody declares for this very purpose is certain. Addresses and names in a
# page's head are the page's own word (0.95 to 0.85: a syndicated copy may carry another's). A text that names
# its outlet was right in all 295 development articles that do and whose source is known (but those are four outlets'
# house lines, 239 of them one's). A folder is somebody's order, not the article's word.
CONFIDENCE: Mapping[str, float] = {
    "configuration": 1.0,
    "declared": 1.0,
    "front matter": 1.0,
    "canonical": 0.95,
    "publisher": 0.9,
    "site name": 0.85,
    "url": 0.9,
    "self-naming": 0.9,
    "folder": 0.5,
    "none": 0.0,
}


def _own_canonical(document: Document) -> str | None:
    """The site of the canonical address, unless the page's own address is on another: then that is its upstream."""
    canonical, own = site(document.canonical), site(document.url)
    return canonical if canonical and own in (None, canonical) else None


def _candidates(document: Document, mapped: str | None, folder: str | None) -> Iterator[tuple[str, str | None]]:
    yield "configuration", mapped
    if document.source_method == "none":
        yield "declared", document.source
    else:
        yield document.source_method, document.source
    yield "canonical", _own_canonical(document)
    yield "publisher", document.publisher
    yield "site name", document.site_name
    yield "url", site(document.url)
    yield "self-naming", self_named(document.text)
    yield "folder", folder


def _upstream(document: Document, source: str | None) -> str | None:
    """Where the text came from: declared, named by a footer, or the canonical address on another site."""
    canonical, own = site(document.canonical), site(document.url)
    elsewhere = canonical if canonical and own and canonical != own else None
    found = document.upstream or upstream(document.text) or elsewhere
    return None if found and source and _key(found) == _key(source) else found


def _key(name: str) -> str:
    """What is common to a name and its domain: "The Harbour Gazette" and "harbour-gazette.example" are one."""
    bare = name.casefold().removeprefix("www.").removeprefix("the ")
    bare = bare.partition(".")[0] if " " not in bare else bare
    return "".join(filter(str.isalnum, bare)) or name


def attribute(document: Document, folder: str | None = None, mapped: str | None = None) -> Document:
    """The document with its source, the method and its confidence (0 to 1) settled, and the upstream apart.

    `mapped` is what the configuration says of its path, `folder` the first folder below the path that was given.
    """
    for method, source in _candidates(document, mapped, folder):
        if source and source.strip():
            return replace(
                document,
                source=source,
                source_method=method,
                source_confidence=CONFIDENCE.get(method, 1.0),
                upstream=_upstream(document, source),
            )
    return replace(
        document, source=None, source_method="none", source_confidence=0.0, upstream=_upstream(document, None)
    )
