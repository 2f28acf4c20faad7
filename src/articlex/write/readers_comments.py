"""What readers say below a text, where anybody has said anything.

The label ("0 comments"), the form and the rules of the house have the role of comments too, and on two of
three pages there is nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articlex.character_classes import with_ascii_digits
from articlex.page import Block, Form, Page, Role
from articlex.regex import regex
from articlex.signs import signs_of
from articlex.signs.dated_lines import is_dated_line
from articlex.signs.page_names import is_longer_than_name

#: "8d", "3 mo", "20h": how long ago, with a word of so few letters that no list has it.
_AGE = regex(r"\W*\d{1,3}\s?[^\W\d_]{1,6}\W*")
_LONGEST_AGE = 10
_COUNT = regex(r"[1-9]")
#: Ages, and buttons to answer, that show comments where none has a day. Of 951 HTML pages with blocks of that
#: role 280 have a day, nearly always that of a comment; of 36 others with one of the signs below 22 have
#: comments; of the rest fewer than ten, without days, buttons or numbers.
_LEAST = 2


def readers_comments(page: Page) -> tuple[Block, ...]:
    """The blocks of readers' comments and of buyers' reviews, with the labels and forms around them; none
    where these stand alone."""
    found = tuple(block for block in page.blocks if page.marks[block.index].role is Role.COMMENT)
    return next((part for part in (_in_section(page, found), found) if _are_said(page, part)), ())


def _in_section(page: Page, found: tuple[Block, ...]) -> tuple[Block, ...]:
    """What is ``found`` without what follows the outermost element that the label of the comments opens: the
    foot of the page and other columns have that role as well where nothing names them."""
    marks = page.marks
    label = next((block for block in found if marks[block.index].reason == "comments-label"), None)
    if label is None or page.form is not Form.HTML:
        return found
    opened = [node for node in page.around(label) if node.first == label.index]
    end = opened[-1].last if opened else 0
    return tuple(b for b in found if b.index < end or marks[b.index].reason != "comment")


def _are_said(page: Page, found: Sequence[Block]) -> bool:
    return _is_dated(found) or _is_counted(page, found) or _is_answered(page, found)


def _is_dated(found: Sequence[Block]) -> bool:
    ages = sum(len(block.text) <= _LONGEST_AGE and _AGE.fullmatch(block.text) is not None for block in found)
    return ages >= _LEAST or any(is_dated_line(block.text.partition("\n")[0]) for block in found)


def _is_counted(page: Page, found: Sequence[Block]) -> bool:
    """Whether there is text of reviews, or below a label with a number: "14 comentarios"."""
    labels = signs_of(page).labels
    counted = any(
        labels[block.index] == "comments" and _COUNT.search(with_ascii_digits(block.text)) for block in found
    )
    return any(
        is_longer_than_name(block) and (counted or page.marks[block.index].stage == "reviews")
        for block in found
    )


def _is_answered(page: Page, found: Sequence[Block]) -> bool:
    """Whether there is the same button to answer several times."""
    labels = signs_of(page).labels
    buttons = Counter(block.text for block in found if labels[block.index] == "reply")
    return max(buttons.values(), default=0) >= _LEAST
