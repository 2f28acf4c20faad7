"""Line breaks are put back into a text that has lost them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.read.text.lost_breaks.line_breaks import with_line_breaks
from articlex_lab.repository import FIXTURES

PARAGRAPH = (
    "The harbour was built in 1871, and the quay has been mended twice since then by the same family. "
)
ABSTRACT = (
    "We measured the height of the water in forty-one small harbours over two winters, using a float in "
    "a pipe and a camera that reads a painted staff. In thirty of them the float and the staff agreed "
    "within two centimetres, and in the others the pipe had silted up. Harbour masters were asked each "
    "month how often they had looked at the reading, and what they had done because of it. Most of them "
    "looked once a day, nearly all in the evening, and four had moved a boat. A reading that was sent "
    "to a telephone was looked at twice as often as one on a board at the quay. We found no difference "
    "between harbours with a tide of less than a metre and those with a larger one. The cost of a float "
    "was a tenth of that of a radar gauge, but it had to be cleaned every six weeks, which is more "
    "often than the volunteers had been told. We conclude that a staff with a camera is enough for most "
    "small harbours, provided that somebody wipes the lens. Readings and pictures of both winters are "
    "available from the authors on request, as are the drawings of the pipe."
)


def letters(text: str) -> str:
    return "".join(text.split())


def lines_of(text: str) -> list[str]:
    return (with_line_breaks(text) or "").split("\n")


def source(name: str) -> str:
    return (FIXTURES / "pages" / name / "source.txt").read_text("utf-8")


@pytest.mark.parametrize("text", ["", "one line", "Title\n\n" + PARAGRAPH, "\n".join([PARAGRAPH] * 60)])
def test_a_text_with_lines_keeps_them(text: str) -> None:
    assert with_line_breaks(text) is None


@pytest.mark.parametrize("paragraphs", [[30, *[4] * 10], [12] * 8])
def test_a_text_of_long_paragraphs_keeps_them(paragraphs: list[int]) -> None:
    assert with_line_breaks("\n\n".join(PARAGRAPH * count for count in paragraphs)) is None


def test_a_paragraph_alone_stays_whole() -> None:
    assert len(ABSTRACT) > 1000
    assert with_line_breaks(ABSTRACT) is None


def test_a_page_in_one_line_gets_lines() -> None:
    text = source("text-en-one-line")
    assert "\n" not in text.strip()
    assert len(lines_of(text)) > 30


def test_blank_lines_stay() -> None:
    text = f"Harbour news\n\n{source('text-en-one-line')}"
    assert lines_of(text)[:2] == ["Harbour news", ""]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("URL: https://ex.org/a.html\nRetrieved: 2024-05-03\n\n", ""),
        ("", "\n\nPrinted on 3 May 2024\nPage 1 of 1"),
        ("Harbour news\n\n2024-05-03\n\n", "\n\nEnd of record"),
    ],
)
@pytest.mark.parametrize("name", ["text-en-one-line", "text-ar-one-line"])
def test_lines_around_a_page_in_one_line_change_nothing_in_it(name: str, above: str, below: str) -> None:
    text = source(name).strip()
    assert with_line_breaks(above + text + below) == f"{above}{with_line_breaks(text)}{below}"


def test_texts_written_together_are_parted() -> None:
    assert {"Новости", "Общество", "Культура"} <= set(lines_of(source("text-ru-written-together")))


@given(st.lists(st.text(min_size=1, max_size=9), min_size=400, max_size=500).map(" ".join))
def test_no_character_is_lost(text: str) -> None:
    assert letters(with_line_breaks(text) or text) == letters(text)


@pytest.mark.parametrize(
    ("sentence", "parted"),
    [("港の朝市は十月から三十分遅く始まる。", True), ("The quay is open again. ", False)],
)
def test_a_character_that_is_half_a_word_counts_twice(sentence: str, parted: bool) -> None:
    text = f"{'ホーム ニュース 天気 ' if parted else 'Home News Sport '}{sentence * (700 // len(sentence))}"
    assert (with_line_breaks(text) is not None) == parted


def test_a_word_as_long_as_a_page_is_as_it_was() -> None:
    assert with_line_breaks("x" * 5000) is None


def test_more_words_than_are_looked_at_together() -> None:
    text = PARAGRAPH * 2500
    assert letters(with_line_breaks(text) or "") == letters(text)
