"""On which days of the week: "Tue-Sun", "closed Monday", "Di–So", "tous les jours"."""

import re

# The days from Monday on, as several languages begin them.
_BEGINNINGS = ("mo lu", "tu di mar", "we mi mer", "th do je ju", "fr ve vi", "sa", "su so dim dom")
_NUMBER = {beginning: at for at, several in enumerate(_BEGINNINGS) for beginning in several.split()}
_DAY = r"(?:mo(?:n|ntag)?|tue?s?|wed?|wednes|thu?r?s?|fri?|sat?|satur|sun?)(?:day)?s?|(?:lun|mar|mer|jeu|ven|vendre|same?)(?:di)?|dim(?:anche)?"
_OTHERS = r"di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?|sa(?:mstag)?|so(?:nntag)?|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo"
_DAYS = re.compile(
    rf"(?<![^\W\d_])({_DAY}|{_OTHERS})(?![^\W\d_])\.?(?:(\s*[-–—]\s*|\s+(?:to|till|until|through|bis|à|au|a)\s+)(?=[^\W\d_]))?"
)
_SHUT = re.compile(r"closed|shut|except|geschlossen|ruhetag|au(?:ß|ss)er|ferm[ée]|sauf|cerrado|chiuso")
_ALL = re.compile(
    r"daily|every ?day|all week|7 days|seven days|t[äa]glich|tous les jours|todos los d[íi]as|tutti i giorni"
)


def _number(day: str) -> int:
    """0 for Monday; the longest beginning tells ("mar" is Tuesday, "mo" Monday)."""
    plain = day.replace("é", "e").replace("á", "a")
    return next(_NUMBER[plain[:long]] for long in (3, 2) if plain[:long] in _NUMBER)


def _named(text: str) -> frozenset[int]:
    found: set[int] = set()
    since: int | None = None
    for match in _DAYS.finditer(text):
        day = _number(match[1])
        first = day if since is None else since
        found.update((first + step) % 7 for step in range((day - first) % 7 + 1))
        since = day if match[2] else None
    return frozenset(found)


def open_days(text: str) -> frozenset[int] | None:
    """The days, 0 for Monday, that a text in lower case names or does not except; None where it says nothing of days."""
    shut = _SHUT.search(text)
    named, closed = _named(text[: shut.start()] if shut else text), _named(text[shut.end() :]) if shut else frozenset()
    if not named and not closed and not _ALL.search(text):
        return None
    return (named or frozenset(range(7))) - closed
