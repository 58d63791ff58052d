"""What is known already: findings that do not fail a gate again.

A finding is known by its rule and its content (`Finding.fingerprint`), so re-wrapping or moving an article changes
nothing. Two weaker ties spare users what they hate in other tools: an entry whose article has moved is found under the
new path, and one whose neighbouring words were edited by its rule, its article and its own words.

The file is JSON with one finding a line, sorted by identity, without line numbers and times. Its last line never
changes, so lines merge without a fuss about commas, and `merge=union` in .gitattributes is safe: of two lines for one
finding the greater count holds.
"""

from auditor.baseline.file import NAME, VERSION, dump, load, loads, save
from auditor.baseline.matching import Baseline, Known, Marked, created, marked, pruned, told, updated

__all__ = [
    "NAME", "VERSION", "Baseline", "Known", "Marked", "created", "dump", "load", "loads", "marked", "pruned", "save",
    "told", "updated",
]  # fmt: skip
