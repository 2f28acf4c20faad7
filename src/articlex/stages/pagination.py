"""Pagination: page numbers, and the ways to the next and the previous page or post."""

from __future__ import annotations

from articlex.data.labels import labels, normal
from articlex.options import Options
from articlex.page import Block, Form, Mark, Page, Role
from articlex.signs import Place, signs_of
from articlex.stages.contract import Output, Stage

REASONS = {
    "pagination-element": "The block stands in an element that is named after pagination.",
    "page-numbers": "The block is a row of page numbers.",
    "next-previous": "The block is a label for the next or the previous page, and nothing else.",
    "next-title": "A label for the next or the previous post with a colon or an arrow, and its title.",
}

#: A row of page numbers is short, and has this many numbers.
MAX_CHARS, MIN_NUMBERS = 120, 3
#: Separators between a label and the title that it points to.
_BEFORE_TITLE = (":", "：", "→", "←", "»", "«", "›", "‹", "\n")
_GAPS = frozenset("... … | · - – — « » ‹ › < > << >> → ← ,".split())


def run(page: Page, options: Options) -> Output:
    """Mark page numbers and next/previous links."""
    signs = signs_of(page)
    for block in page.blocks:
        index, text = block.index, block.text
        if page.role(index) is not Role.UNKNOWN or not text or signs.prose[index]:
            continue
        if signs.places[index] is Place.PAGINATION:
            yield Mark(index, Role.PAGINATION, "pagination-element", 0.95)
        elif block.level or (page.form is Form.HTML and not block.links):
            continue
        elif len(text) <= MAX_CHARS and _is_row_of_numbers(text):
            yield Mark(index, Role.PAGINATION, "page-numbers", 0.85)
        elif signs.labels[index] == "pagination":
            if not signs.first < index < signs.last:
                yield Mark(index, Role.PAGINATION, "next-previous", 0.85)
        elif index > signs.last and len(text) <= 2 * MAX_CHARS and _points_to_title(block):
            yield Mark(index, Role.PAGINATION, "next-title", 0.8)


def _is_row_of_numbers(text: str) -> bool:
    """Whether a text is "1 2 3 … 10 Next": rising page numbers, labels and signs."""
    numbers: list[int] = []
    for word in text.split():
        core = word.strip("[]()")
        if core.isdecimal() and len(core) <= 4:
            numbers.append(int(core))
        elif word not in _GAPS and labels().get(normal(word)) != "pagination":
            return False
    return (
        len(numbers) >= MIN_NUMBERS and numbers == sorted(set(numbers)) and numbers[0] <= numbers[1] - 1 <= 10
    )


def _points_to_title(block: Block) -> bool:
    for sign in _BEFORE_TITLE:
        label, found, title = block.text.partition(sign)
        if found and title.strip() and len(label) <= 40 and labels().get(normal(label)) == "pagination":
            return True
    return False


STAGE = Stage(name="pagination", run=run, reasons=REASONS, sets=frozenset({Role.PAGINATION}))
