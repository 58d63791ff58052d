"""What a page's own style sheets and attributes declare for its elements.

Of the sheets, what is declared for a class, an id or the page alone (`.note`, `p.note`, `#note`, `body`), without what holds
in print or on some screens (`@media`). The cascade is read as "later wins", which is enough to see what hides.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

Style = Mapping[str, str]

_DECLARATION = re.compile(r"(?<![a-zA-Z-])([a-zA-Z-]++)\s*+:\s*+([^;{}]++)")
_BRACE = re.compile(r"[{}]")
_ALONE = re.compile(r"\s*+(?:[a-zA-Z]*+([.#][\w-]++)|(html|body))\s*+")
_MOST_STYLE = 500_000


def _declared(style: str) -> dict[str, str]:
    return {
        name.lower(): value.lower().replace("!important", "").strip() for name, value in _DECLARATION.findall(style)
    }


def named_styles(tree: "_Element") -> dict[str, dict[str, str]]:
    """What the page's own sheets declare for `.class` and `#id` alone; what holds on some screens or in print is left out."""
    sheet = " ".join(str(element.text or "") for element in tree.iter("style") if not element.get("media"))
    first, *rest = sheet[:_MOST_STYLE].split("/*")
    sheet = first + " ".join(piece.partition("*/")[2] for piece in rest)
    found: dict[str, dict[str, str]] = {}
    depth = last = 0
    prelude = ""
    for brace in _BRACE.finditer(sheet):
        between, last = sheet[last : brace.start()], brace.end()
        if brace[0] == "{":
            depth += 1
            prelude = between if depth == 1 else "@"
            continue
        if depth == 1 and "@" not in prelude:
            for selector in prelude.split(","):
                if alone := _ALONE.fullmatch(selector):
                    found.setdefault(alone[1] or alone[2], {}).update(_declared(between))
        depth = max(0, depth - 1)
    return found


def names_of(element: "_Element") -> list[str]:
    """What a sheet may name an element by."""
    names = [f".{name}" for name in (element.get("class") or "").split()[:20]]
    return [str(element.tag), *names, *(f"#{name}" for name in (element.get("id") or "").split())]


def style_of(element: "_Element", named: Mapping[str, Style]) -> Style:
    """What is declared for an element, its own attribute last."""
    found: dict[str, str] = {}
    for name in names_of(element):
        found |= named.get(name, {})
    return found | _declared(element.get("style") or "")
