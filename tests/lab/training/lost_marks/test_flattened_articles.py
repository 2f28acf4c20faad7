"""What the HTML of a page says of the lines of its flattened text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.lost_marks.pages import Said, examples_of

LONG = (
    "The wind turned at noon, and by the time the boats were back the whole bay had gone white with foam. "
    * 2
)


@pytest.fixture
def said(
    make_record: Callable[..., Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], set[Said]]:
    """Tells what is said of the line "What we found" in the flattened articles of a page."""
    monkeypatch.setenv("ARTICLEX_CACHE", str(tmp_path))
    monkeypatch.setattr("articlex_lab.training.lost_marks.pages.fitted_flatteners", lambda *_: ["lines"])

    def tell(line: str) -> set[Said]:
        text = f"<p>{LONG}</p>"
        source = f"<body><h1>The storm</h1>{text}{line}<p>Only this.</p>{text}{text}</body>"
        return {each for page in examples_of(make_record(source)) for each in page.said}

    return tell


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<h2>What we found</h2>", Said.HEADING),
        ("<p><b>What we found</b></p>", Said.BOLD),
        ("<p>What we found</p>", Said.OTHER),
        ("<ul><li>What we found</li></ul>", Said.ITEM),
    ],
)
def test_what_a_line_is(said: Callable[[str], set[Said]], line: str, expected: Said) -> None:
    assert said(line) == {expected, Said.OTHER}
