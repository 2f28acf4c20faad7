"""Pagination: page numbers, and links to the next and the previous page or post."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.data.labels import labels, meaning_of
from articlex.options import Options
from articlex.page import Block, Form, Page, Role
from articlex.punctuation import COLONS, has_colon
from articlex.regex import regex
from articlex.signs import Place, Signs, signs_of
from articlex.signs.page_numbers import GAPS, are_page_numbers
from articlex.stages.contract import Output, Stage, mark_unknown

_TEXT = Form.TEXT  # see articlex.page

REASONS = {
    "pagination-element": "The block stands in an element that is named after pagination.",
    "page-numbers": "The block is a row of page numbers.",
    "next-previous": "The block is a label for the next or the previous page, and nothing else.",
    "next-title": "A label for the next or the previous post with a colon or an arrow, and its title.",
    "section-row": "A row of the sections around one of a manual, each behind its label and a colon.",
}

#: Characters of the longest row of page numbers, and of the longest link to another post, with its title.
_MAX_CHARS, _MAX_LINE = 120, 240
#: Characters of the longest label before the title of a post: "Read the previous post".
_MAX_LABEL = 40
#: What parts such a label and the title.
_BEFORE_TITLE = (*COLONS, "→", "←", "»", "«", "›", "‹", "\n")
_HAS_POINTER = regex(f"[{''.join(_BEFORE_TITLE)}]")
#: What ends a label in a row of sections; words of the longest one; labels of the shortest row.
_ENDS_LABEL = regex(f"[{''.join(COLONS)}]\\s")
_MOST_WORDS = 2
_LEAST_LABELS = 2
_BEGINS_WITH_NUMBER = regex(r"(?:[^\s\d]+ +){0,2}[\[(]?\d+[\])]?(?:\s|$)")
_FIGURES = regex(r"\d{1,9}(?: \d{1,9}){2,40}\Z")


def run(page: Page, options: Options) -> Output:
    """Mark page numbers and next/previous links."""
    signs = signs_of(page)
    reasons = dict.fromkeys(signs.at[Place.PAGINATION], "pagination-element")
    found = (*_rows(page, signs), *_section_rows(page), *_labels(page, signs), *_titles(page, signs))
    for index, reason in found:
        reasons.setdefault(index, reason)
    lines = {i: reason for i, reason in reasons.items() if page.blocks[i].text and not signs.prose[i]}
    yield from mark_unknown(page, Role.PAGINATION, lines, 0.85)


def _rows(page: Page, signs: Signs) -> Iterator[tuple[int, str]]:
    """Rows of page numbers."""
    for block in (page.blocks[index] for index in signs.with_digits):
        may_be_row = len(block.text) <= _MAX_CHARS and _may_be_link(page, block)
        if may_be_row and _is_row_of_numbers(block.text) and not _is_in_table(page, block.index):
            yield block.index, "page-numbers"


def _section_rows(page: Page) -> Iterator[tuple[int, str]]:
    """Rows of the next, the previous and perhaps the upper section, as Texinfo and LaTeX2HTML print them
    around each section."""
    for block in page.blocks:
        if len(block.text) <= _MAX_LINE and not block.level and _is_row_of_sections(block.text):
            yield block.index, "section-row"


def _labels(page: Page, signs: Signs) -> Iterator[tuple[int, str]]:
    """Labels for the next or the previous page, above or below the text."""
    for index in signs.labelled.get("pagination", ()):
        if signs.is_outside(index) and _may_be_link(page, page.blocks[index]):
            yield index, "next-previous"


def _titles(page: Page, signs: Signs) -> Iterator[tuple[int, str]]:
    """Labels for the next or the previous post with its title, below the text; above it two in a row, as
    archives of mail have them."""
    pointing = [
        block.index
        for block in (*page.blocks[: signs.first], *page.blocks[signs.last + 1 :])
        if len(block.text) <= _MAX_LINE and not block.level and _points_to_title(block)
    ]
    found = set(pointing)
    for index in pointing:
        if index > signs.last or not found.isdisjoint((index - 1, index + 1)):
            yield index, "next-title"


def _may_be_link(page: Page, block: Block) -> bool:
    """Whether a block has a link, or may have had one in raw page text, and is no heading."""
    return not block.level and (bool(block.links) or page.form is _TEXT)


def _is_in_table(page: Page, index: int) -> bool:
    """Whether a block is a row of a table: figures alone, as is a block beside it with other figures."""
    rows = [block.text for block in page.blocks[max(0, index - 1) : index + 2] if _FIGURES.match(block.text)]
    return page.blocks[index].text in rows and len(set(rows)) > 1


def _is_row_of_numbers(text: str) -> bool:
    """Whether a text is "1 2 3 … 10 Next": rising page numbers, labels and signs."""
    head = text.partition(" ")[0]
    if head.isalpha() and labels().get(head.casefold()) != "pagination":
        return False
    if not _BEGINS_WITH_NUMBER.match(text):
        return False
    numbers: list[int] = []
    for word in text.split():
        core = word.strip("[]()")
        if core.isdecimal() and len(core) <= 4:
            numbers.append(int(core))
        elif word not in GAPS and meaning_of(word) != "pagination":
            return False
    # Figures alone that do not begin with the first page are a row of a table.
    return are_page_numbers(numbers) and (numbers[0] <= 1 or len(numbers) < len(text.split()))


def _is_row_of_sections(text: str) -> bool:
    """Whether a text begins with a label for the next or the previous section, and has another one.

    >>> _is_row_of_sections("Next: Tides, Previous: The harbour wall, Up: Top")
    True
    """
    if not has_colon(text) or sum(map(text.count, COLONS)) < _LEAST_LABELS:  # as nearly all
        return False
    before = _ENDS_LABEL.split(text)[:-1]
    if len(before) < _LEAST_LABELS or meaning_of(before[0]) != "pagination":
        return False
    return sum(map(_ends_in_label, before)) >= _LEAST_LABELS


def _ends_in_label(text: str) -> bool:
    """Whether the last word or two of a text are a label for the next or the previous section."""
    words = text.split()
    last = (" ".join(words[-count:]) for count in range(1, _MOST_WORDS + 1))
    return any(meaning_of(label) == "pagination" for label in last)


def _points_to_title(block: Block) -> bool:
    """Whether a block is a label for another post, a colon or arrow, and a title."""
    if not _HAS_POINTER.search(block.text):
        return False
    for sign in _BEFORE_TITLE:
        label, found, title = block.text.partition(sign)
        if found and title.strip() and len(label) <= _MAX_LABEL and meaning_of(label) == "pagination":
            return True
    return False


STAGE = Stage(name="pagination", run=run, reasons=REASONS, sets=frozenset({Role.PAGINATION}))
