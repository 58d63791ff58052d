"""What the finder finds: attributions, and what they are before their spans are worked out."""

from dataclasses import dataclass
from typing import NamedTuple

from auditor.model import Span
from auditor.text.attribution.cues import Cue
from auditor.text.attribution.extents import Phrase
from auditor.text.attribution.kinds import ContentKind, Kind
from auditor.text.attribution.marks import Mark


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: spans of the text, each None where the text has none.

    `kind` tells what is known of the source, `content_kind` what is said; `speaker` is the name under which a named
    source counts. `sentence` is the number of the sentence that holds the cue (or the content, where there is no cue).
    """

    source: Span | None
    cue: Span | None
    content: Span | None
    kind: Kind
    content_kind: ContentKind
    speaker: str | None
    sentence: int


class Sourced(NamedTuple):
    """A cue with the words of its source: an attribution before its spans and its content are worked out.

    Where a `mark` attributes, the cue stands for it at the last word of the source.
    """

    cue: Cue
    source: Phrase | None
    kind: Kind
    speaker: str | None
    mark: Mark | None = None
