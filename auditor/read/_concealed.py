"""What a page holds and does not show: prose of no size, in the colour of its ground, beyond the screen, or not displayed.

Only the page itself is asked: `hidden`, inline style, and the classes and ids that a <style> of its own names alone; no
style sheet is fetched. Pages hide much in good faith: menus, layers, forms and dialogues, what a script shows later,
captions and descriptions of charts for screen readers, logos with a name beyond the screen, honey pots for robots. So
only prose counts, a dozen words of it, beside the article, and `rules/quality/concealed_text.py` says of which kind.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from auditor.read._css import Style, named_styles, names_of, style_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_SIZE = re.compile(r"(?:0|0?\.\d++|1)(?:px|pt)|0++(?:\.0\d*+)?(?:em|rem|%)?")
_BEYOND = re.compile(r"-(?:\d{3,}+(?:\.\d*+)?(?:px|pt)|\d{2,}+(?:\.\d*+)?(?:em|rem|vw|vh)|[1-9]\d{2,}+%)")
_SHORT_HEX = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])")
_NAMED = {"white": "#ffffff", "black": "#000000", "rgb(255,255,255)": "#ffffff", "rgb(0,0,0)": "#000000"}
_CLEAR = re.compile(r"transparent|(?:rgb|hsl)a\([^()]*,0?\.?0\)|#[0-9a-f]{6}00")
# What no article's prose stands in, by element, role, or name; the names are those of captions for screen readers, too.
_ELSEWHERE = frozenset(
    "head nav header footer aside form dialog menu noscript template script style button select option label textarea "
    "details figure figcaption picture svg canvas object video audio iframe h1 a caption".split()
)
_ROLES = frozenset(
    "navigation dialog alertdialog alert menu menubar tooltip img region search banner status log".split()
)
_NAMES = re.compile(
    r"screen-?reader|sr-|-sr\b|\bsr\b|visually|a11y|accessib|assist|offscreen|off-screen|invisible|skip|clip|menu|nav|modal|popup|"
    r"popover|overlay|cookie|consent|gdpr|banner|tooltip|dropdown|drawer|toast|share|social|newsletter|subscri|paywall|print|"
    r"transcript|caption|chart|captcha|honeypot|search|comment|footnote|amp-|lazy|hp-|preheader",
    re.IGNORECASE,
)
_POINTERS = ("aria-describedby", "aria-labelledby", "aria-controls", "data-target", "data-bs-target", "href", "for")
# Attributes of what is read out, or out of which a machine is to read what the page shows elsewhere.
_SPOKEN = ("aria-label", "aria-live", "itemprop")
# Ways that hide whatever stands in an element.
_WHOLE = ("undisplayed", "beyond")
_INLINE = frozenset("b i em strong u span font small".split())
_PARAGRAPHS = frozenset("p li blockquote h2 h3 h4 dd".split())
_FEWEST_WORDS, _FEWEST_CHARACTERS, _LONGEST = 12, 40, 1000
# Pieces of a paragraph that are read, so that nested lists cost no more than flat ones.
_PIECES = 50
# Beyond this share of a page's paragraphs it is the article itself, which a script shows.
_MOST = 0.4


def _ground(element: "_Element", style: Style, named: Mapping[str, Style], behind: str | None) -> str | None:
    """The colour behind an element; None where a sheet of the site may have given it one."""
    if own := style.get("background-color") or style.get("background"):
        return _colour(own)
    return behind if all(name in named for name in names_of(element)[1:]) else None


def _colour(value: str) -> str:
    """A colour as six digits where it is written so, or by one of the names that pages hide text in."""
    value = value.replace(" ", "")
    return _NAMED.get(value) or (_SHORT_HEX.sub(r"#\1\1\2\2\3\3", value) if len(value) == 4 else value)


def _way(element: "_Element", style: Style, ground: str | None) -> str | None:
    """How an element itself hides its text; None where it does not."""
    if element.get("hidden") is not None or style.get("display") == "none" or style.get("visibility") == "hidden":
        return "undisplayed"
    moved = style.get("position") in ("absolute", "fixed") and not {"clip", "clip-path"} & style.keys()
    if moved and any(_BEYOND.fullmatch(style.get(side, "")) for side in ("left", "right", "top")):
        return "beyond"
    if _NO_SIZE.fullmatch(style.get("font-size", "")):
        return "no-size"
    colour = _colour(style.get("color", ""))
    return "colourless" if colour and (_CLEAR.fullmatch(colour) or colour == ground) else None


def _is_barred(element: "_Element", pointed: frozenset[str]) -> bool:
    """Whether an element is no article's prose, or what it holds is hidden in good faith."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if element.tag in _ELSEWHERE or element.get("role") in _ROLES:
        return True
    if element.tag not in ("html", "body") and _NAMES.search(names):
        return True
    return element.get("id") in pointed or any(element.get(name) for name in _SPOKEN)


def _pointed(tree: "_Element") -> frozenset[str]:
    """The ids that other elements point to: as what describes them, or as what they open."""
    values = (element.get(name) for element in tree.iter("*") for name in _POINTERS)
    return frozenset(part.lstrip("#") for value in values if value and len(value) < 200 for part in value.split())


def _is_plain(element: "_Element") -> bool:
    """Whether an element looks as the text around it, as far as the page says."""
    return not (element.get("class") or element.get("style") or element.get("id"))


def _own_text(element: "_Element") -> str:
    """The text of an element and of plain marks in it: other elements may have a size and a colour of their own."""
    pieces = [str(element.text or "")]
    for child in element:
        if child.tag in _INLINE and _is_plain(child):
            pieces.append("".join(map(str, child.itertext())))
        pieces.append(str(child.tail or ""))
    return "".join(pieces)


def _prose(text: str) -> str | None:
    folded = " ".join(text[:_LONGEST].split())
    return folded if folded.count(" ") >= _FEWEST_WORDS - 1 else None


class _State(NamedTuple):
    """What holds for an element's children: the colour behind them, whether they are barred, and how they are hidden."""

    ground: str | None
    barred: bool
    way: str | None


def _hidden(tree: "_Element") -> Iterator[tuple["_Element", str, str]]:
    """Each element whose own prose is hidden, how, and the prose."""
    named, pointed = named_styles(tree), _pointed(tree)
    states: dict[_Element, _State] = {}
    for element in tree.iter("*"):
        parent = element.getparent()
        above = states[parent] if parent is not None else _State(None, False, None)
        if above.way in _WHOLE or (above.way and element.tag in _INLINE and _is_plain(element)):
            states[element] = above
            continue
        style = style_of(element, named)
        ground = _ground(element, style, named, above.ground)
        way = _way(element, style, ground) or (above.way if _is_plain(element) else None)
        state = states[element] = _State(ground, above.barred or _is_barred(element, pointed), way)
        if way and not state.barred:
            text = "".join(map(str, element.itertext())) if way in _WHOLE else _own_text(element)
            if (prose := _prose(text)) and element.find(".//input") is None:
                yield element, way, prose


def _shown(tree: "_Element", hidden: Collection["_Element"]) -> Iterator[tuple["_Element | None", str]]:
    """In order: the paragraphs that are shown, each without an element, and the elements that are hidden, without text."""
    within: set[_Element] = set()
    for element in tree.iter("*"):
        if element in hidden or element.getparent() in within:
            within.add(element)
            if element in hidden:
                yield element, ""
        elif element.tag in _PARAGRAPHS:
            yield None, " ".join("".join(map(str, islice(element.itertext(), _PIECES))).split())


def take_out(tree: "_Element") -> list[tuple[str, str, str]]:
    """Takes the hidden prose out of a page, but for what is not displayed, which a script may show.

    Of each piece: how it is hidden, itself, and the paragraph that is shown before it ("" for none).
    """
    found = {element: (way, prose) for element, way, prose in _hidden(tree)}
    if not found:
        return []
    before, size, told = "", 0, []
    for element, text in _shown(tree, found):
        if element is None:
            size += len(text)
            before = text if len(text) >= _FEWEST_CHARACTERS else before
        else:
            told.append((*found[element], before))
    if sum(len(prose) for _, prose, _ in told) > _MOST * size:
        return []
    for element, (way, _) in found.items():
        if way != "undisplayed" and (parent := element.getparent()) is not None:
            _drop(parent, element)
    return told


def _drop(parent: "_Element", element: "_Element") -> None:
    """Takes an element out, and leaves the text behind it."""
    earlier, tail = element.getprevious(), str(element.tail or "")
    if earlier is not None:
        earlier.tail = str(earlier.tail or "") + tail
    else:
        parent.text = str(parent.text or "") + tail
    parent.remove(element)
