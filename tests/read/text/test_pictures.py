"""Pictures of raw page text that is Markdown."""

from __future__ import annotations

import pytest

from articlex.page import Block, Kind, Run
from articlex.read.text.reader import read_text

#: Enough links that the text is read as Markdown.
MENU = "[Home](/) [Boats](/boats) [Books](/books)\n\n"


def blocks(source: str) -> list[Block]:
    return list(read_text(MENU + source).blocks[1:])


def test_a_picture_alone_is_a_picture() -> None:
    (picture,) = blocks("![The quay](/quay.jpg)")
    assert (picture.kind, picture.text, picture.runs) == (
        Kind.IMAGE,
        "",
        (Run("The quay", src="/quay.jpg"),),
    )


def test_text_behind_a_picture_is_a_paragraph_below_it() -> None:
    picture, caption = blocks("![The quay](/quay.jpg) The quay _at dusk_")
    assert (picture.kind, caption.kind, caption.text) == (Kind.IMAGE, Kind.PARAGRAPH, "The quay at dusk")


def test_a_picture_within_a_sentence_stays_there_and_is_no_part_of_its_text() -> None:
    (block,) = blocks("The sign ![red](/red.png) shows that it is shut.")
    assert block.text == "The sign shows that it is shut."
    assert Run("red", src="/red.png") in block.runs


def test_a_linked_picture_has_both_addresses() -> None:
    (picture,) = blocks("[![The quay](/quay.jpg)](/notice)")
    assert picture.runs == (Run("The quay", href="/notice", src="/quay.jpg"),)


def test_a_picture_and_words_in_one_link_are_both_linked() -> None:
    picture, teaser = blocks("[![boat](/boat.jpg) A boat for sale](/sale)")
    assert (picture.runs[0].href, teaser.runs) == ("/sale", (Run("A boat for sale", href="/sale"),))


@pytest.mark.parametrize(
    ("label", "wanted"), [("Image 7: The quay", "The quay"), ("Image 7", ""), (r"a \[b\]", "a [b]")]
)
def test_the_alternative_text_is_what_the_page_had(label: str, wanted: str) -> None:
    (picture,) = blocks(f"![{label}](/quay.jpg)")
    assert picture.runs[0].text == wanted


def test_what_stands_for_a_picture_that_loads_later_is_left_out() -> None:
    assert [block.text for block in blocks("![The quay](data:image/gif;base64,R0lGOD) The quay")] == [
        "The quay"
    ]


def test_a_picture_in_an_item_is_one_of_the_item() -> None:
    picture, text = blocks("* ![The quay](/quay.jpg) The quay\n* The tower")[:2]
    assert picture.kind is Kind.IMAGE
    assert picture.within == text.within != ()


def test_words_on_both_sides_of_a_picture_are_two() -> None:
    (block,) = blocks("Boats![boat](/boat.jpg)Yards![yard](/yard.jpg)[Books](/books)")
    assert block.text == "Boats Yards Books"
