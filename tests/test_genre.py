"""Genre is told from what a text says of itself, and a report is the default."""

import pytest

from auditor import Document
from auditor.text.genre import genre

REPORT = "The council met on Monday. Members said that the bridge will close in May. " * 8


@pytest.mark.parametrize(
    ("title", "url", "text", "expected"),
    [
        ("Bridge to close in May", None, REPORT, "report"),
        ("Opinion | The bridge must stay", None, REPORT, "opinion"),
        ("Editorial: a bridge too dear", None, REPORT, "opinion"),
        ("The bridge must stay", "https://harbour.example/opinion/the-bridge", REPORT, "opinion"),
        ("Public opinion turns against the bridge", "https://harbour.example/news/bridge", REPORT, "report"),
        ("The bridge must stay", None, REPORT + "\nThe views expressed here are those of the writer.", "opinion"),
        ("Live updates: storm nears the coast", None, REPORT, "live"),
        ("Residents live with the noise", None, REPORT, "report"),
        ("Storm", None, "\n".join(f"1{n}:05 The water stands at {n} metres." for n in range(6)), "live"),
        ("What I learned", None, "I think that my town is right. I know it, and I will say why. It is late. " * 6, "opinion"),
        ("What he learned", None, "“I think that I am right. I know it, and I say why,” he said on Monday. " * 6, "report"),
    ],
)  # fmt: skip
def test_genre(title: str, url: str | None, text: str, expected: str) -> None:
    assert genre(Document(id="a", title=title, url=url, text=text)) == expected
