"""The lines of genuine articles that somebody marked, as the article's own or as furniture."""

from collections import defaultdict
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

# In the order of marking.
SETS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def code_of(line: str) -> str:
    """What a line is marked by."""
    return blake2b(line.encode(), digest_size=8).hexdigest()


def marked(name: str = "") -> Mapping[str, Mapping[str, str]]:
    """Article to the hashes of its marked lines and their marks, of one set of marks or of all; "-" is the article's own."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in Path(__file__).with_name("boilerplate_marks.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        which, article, code, mark = row.split("\t")
        if name in ("", which):
            found[article][code] = mark
    return found
