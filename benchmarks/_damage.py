"""Damage to genuine articles, to measure with: what broken feeds, wrong tables and tricks do to a text."""

import random
import re
from collections.abc import Callable

_TWINS = dict(zip("aeopcxyi", "аеорсхуі", strict=True))
_WORD = re.compile(r"[a-z]{4,}")
_OTHER = (
    "Der Hafen ist seit gestern wieder offen, und die ersten Schiffe haben am Morgen den Kai verlassen, wie der "
    "Bürgermeister am Montag vor der Presse in der neuen Halle sagte, in der noch niemand arbeitet.",
    "El puerto vuelve a estar abierto y los primeros barcos salieron del muelle por la mañana, según dijo el alcalde el "
    "lunes ante la prensa en la nueva sala del ayuntamiento, que todavía no tiene ventanas.",
    "Le port est de nouveau ouvert et les premiers bateaux ont quitté le quai dans la matinée, a déclaré le maire lundi "
    "devant la presse dans la nouvelle salle de la mairie, où personne ne travaille encore.",
)


def _words(text: str, change: Callable[[str], str], count: int, chance: random.Random) -> str:
    """The text with `count` of its longer words changed."""
    places = [match.span() for match in _WORD.finditer(text)]
    for start, end in sorted(chance.sample(places, min(count, len(places))), reverse=True):
        text = text[:start] + change(text[start:end]) + text[end:]
    return text


def cut_off(text: str, chance: random.Random) -> str:
    """The text up to a random place inside its last paragraphs."""
    lines = text.rstrip().split("\n")
    long = [number for number, line in enumerate(lines) if line.count(" ") > 30 and number > len(lines) // 3]
    number = long[-1] if long else len(lines) - 1
    words = lines[number].split(" ")
    return "\n".join([*lines[:number], " ".join(words[: chance.randrange(len(words) // 2, max(len(words), 2))])])


def mojibake(text: str, _: random.Random) -> str:
    """UTF-8 read as Windows-1252, with curly marks as news has them."""
    curly = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    return curly.encode("utf-8").decode("cp1252", "replace")


def repeated(text: str, chance: random.Random) -> str:
    """The text with one of its longer sentences standing a second time, at the end."""
    # Behind "Sen." no sentence ends, and half a sentence is none that is repeated.
    pieces = re.split(r"(?<=[a-z]{4}[.!?])\s+(?=[A-Z])|\n+", text)
    sentences = [s for s in pieces if 80 < len(s) < 300 and "“" not in s and '"' not in s]
    return f"{text}\n{chance.choice(sentences)}" if sentences else text


def homoglyphs(text: str, chance: random.Random) -> str:
    """Three words with a Cyrillic letter for its Latin twin."""
    return _words(text, lambda word: re.sub("[aeopcxyi]", lambda m: _TWINS[m[0]], word, count=1), 3, chance)


def zero_width(text: str, chance: random.Random) -> str:
    """Five words with a zero-width space inside."""
    return _words(text, lambda word: f"{word[:2]}\u200b{word[2:]}", 5, chance)


def escapes(text: str, chance: random.Random) -> str:
    """A terminal's escape code before a word."""
    return _words(text, lambda word: f"\x1b[1m{word}", 1, chance)


def halves(text: str, chance: random.Random) -> str:
    """The first half of the text, and as much in another language."""
    half = text[: len(text) // 2]
    other = chance.choice(_OTHER)
    return half + "\n" + "\n".join([other] * max(2, len(half) // len(other)))


# Rule and what it is to find.
DAMAGE = {
    "cut_off": ("TQ106", cut_off),
    "mojibake": ("TQ102", mojibake),
    "repeated": ("TQ107", repeated),
    "homoglyphs": ("TQ104", homoglyphs),
    "zero_width": ("TQ103", zero_width),
    "escapes": ("TQ103", escapes),
    "halves": ("TQ105", halves),
}
