"""Lists that only lay the page out are none of the article."""

from typing import Any

import pytest
from tests.write.handmade import article, block, paragraph

from articlex import extract
from articlex.page import Block, Container, Kind, Role, Run, Wrap

LONG = "The ferry was late again, and nobody on the quay could say when it would come. " * 2


def item(number: int, *inner: Container) -> tuple[Container, ...]:
    return (Container(Wrap.LIST, 1), Container(Wrap.ITEM, 10 + number), *inner)


def picture(name: str, **fields: Any) -> Block:
    return block(Kind.IMAGE, (Run("", src=name),), **fields)


def nested() -> tuple[Container, ...]:
    return (Container(Wrap.LIST, 2), Container(Wrap.ITEM, 20))


def test_an_item_whose_first_block_is_dropped_is_none() -> None:
    made = article(
        paragraph("Share", within=item(1)),
        paragraph(LONG, within=item(1)),
        paragraph("It came at noon.", within=item(1)),
        roles={0: Role.SHARE},
    )
    assert made.markdown == f"{LONG.strip()}\n\nIt came at noon.\n"


def test_nor_is_one_that_has_a_single_block_left() -> None:
    made = article(
        paragraph("Menu", within=item(1)),
        paragraph(LONG, within=item(1)),
        paragraph("It came at noon."),
        roles={0: Role.NAV},
    )
    assert made.markdown == f"{LONG.strip()}\n\nIt came at noon.\n"


def test_but_a_single_answer_to_a_comment_is_one() -> None:
    made = article(
        paragraph(LONG),
        paragraph("Was it late?", within=item(1)),
        paragraph("Anna", within=item(1, *nested())),
        paragraph("Very.", within=item(1, *nested())),
        roles={2: Role.BYLINE},
    )
    assert made.markdown.endswith("- Was it late?\n  - Very.\n")


def test_an_item_with_another_list_alone_is_none() -> None:
    assert article(paragraph("tea", within=item(1, *nested()))).markdown == "- tea\n"


def test_an_item_with_most_of_the_body_is_none() -> None:
    made = article(*(paragraph(LONG, within=item(1)) for _ in range(3)), paragraph("The end."))
    assert not made.markdown.startswith("- ")


def test_a_list_in_an_item_that_is_none_stays() -> None:
    blocks = [paragraph(LONG, within=item(1)) for _ in range(3)]
    made = article(*blocks, paragraph("tea", within=item(1, *nested())))
    assert made.markdown.endswith("\n\n- tea\n")


def test_the_only_item_of_a_list_stays_one() -> None:
    made = article(paragraph(LONG), paragraph("tea", within=item(1)), paragraph("with milk", within=item(1)))
    assert made.markdown.endswith("- tea\n\n  with milk\n")


def test_items_with_neighbours_stay_items_though_one_is_most_of_the_body() -> None:
    made = article(*(paragraph(LONG, within=item(1)) for _ in range(3)), paragraph("tea", within=item(2)))
    assert made.markdown.startswith("- The ferry") and made.markdown.endswith("\n\n- tea\n")


def test_pictures_with_nothing_but_captions_are_no_items() -> None:
    made = article(
        picture("bow.jpg", within=item(1)),
        picture("stern.jpg", within=item(2)),
        block(Kind.CAPTION, "The stern", within=item(2)),
    )
    assert made.markdown == "![](bow.jpg)\n\n![](stern.jpg)\n\n*The stern*\n"


def test_nor_are_those_of_a_card_which_is_one() -> None:
    made = article(
        picture("boat.jpg", within=item(1, *nested())),
        paragraph("A boat", within=item(1)),
        paragraph("A raft", within=item(2)),
    )
    assert made.markdown == "- ![](boat.jpg)\n\n  A boat\n\n- A raft\n"


def test_a_picture_among_items_with_words_is_one() -> None:
    made = article(picture("boat.jpg", within=item(1)), paragraph("A raft", within=item(2)))
    assert made.markdown == "- ![](boat.jpg)\n\n- A raft\n"


@pytest.mark.parametrize("format_", ["html", "tei"])
def test_no_format_prints_such_a_list(format_: str) -> None:
    made = article(*(paragraph(LONG, within=item(1)) for _ in range(3)))
    assert "<li" not in made.render(format_) and "<item" not in made.render(format_)


def test_raw_text_indented_below_a_bullet_of_a_menu_is_no_list() -> None:
    text = f"  * Share\n      * Print\n\n        {LONG}\n\n        {LONG[::-1]}\n\n        {LONG.lower()}\n"
    assert "\n- The ferry" not in extract(text, form="text").markdown
