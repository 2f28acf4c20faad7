"""The lines of a page in the text that ``get_text()`` makes of it."""

from __future__ import annotations

from itertools import pairwise

import pytest

pytest.importorskip("bs4")

from articlex_lab.training.lost_breaks.rows import joined, rows_of


def lines(body: str, separator: str = " ", strip: bool = True) -> list[str]:
    text, places = joined(rows_of(f"<body>{body}</body>".encode(), separator, strip))
    edges = [*sorted(places), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Hail</h1><p>It <b>fell</b> at noon.</p>", ["Hail ", "It fell at noon."]),
        ("<ul><li><a>News</a><li><a>Sport</a></ul>", ["News ", "Sport"]),
        ("<div><a>News</a> <a>Sport</a></div>", ["News ", "Sport"]),
        ("<p>one<br>two</p>", ["one ", "two"]),
        ("<pre>a = 1\nb = 2</pre>", ["a = 1\n", "b = 2"]),
        ("<p>one\ntwo</p><p>three", ["one\ntwo ", "three"]),
    ],
)
def test_a_line_begins_with_each_block(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_texts_are_written_together_as_in_the_html() -> None:
    assert lines("<h1>Hail</h1><p>It fell.</p>\n<p>Here", "", False) == ["Hail", "It fell.\n", "Here"]


def test_the_text_is_what_beautiful_soup_prints() -> None:
    bs4 = pytest.importorskip("bs4")
    page = "<body><h1> Hail </h1>\n<p>It <b>fell</b>.</p><p>\n</p><pre>a\n b</pre></body>"
    for separator, strip in ((" ", True), (" ", False), ("", False)):
        text = joined(rows_of(page.encode(), separator, strip))[0]
        assert text.strip() == bs4.BeautifulSoup(page, "lxml").get_text(separator, strip=strip).strip()
