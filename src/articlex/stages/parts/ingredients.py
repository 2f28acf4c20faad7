"""The ingredients of a recipe and the steps below them, which the scorer often leaves out.

It takes short lines for what surrounds a text. But between a line that is the word for ingredients and
sentences that say what is done with them they are part of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.data.labels import normal
from articlex.page import Block, Page, Role
from articlex.punctuation import SENTENCE_ENDS
from articlex.regex import regex
from articlex.signs import signs_of
from articlex.signs.prose import has_no_stops

#: Words for ingredients, as labels are looked up.
_LABELS = frozenset(
    normal(label)
    for label in (
        *(
            "ingredients ingredienti ingredientes ingrédients ingredienser ingrediënten ingredientai "
            "zutaten składniki ingrediencije hozzávalók malzemeler ainekset ingrediente ingrediens suroviny "
            "sastojci ingrediencie bahan-bahan състойки съставки ингредиенты інгредієнти υλικά συστατικά "
            "ინგრედიენტები מצרכים רכיבים המרכיבים מרכיבים المقادير المكونات सामग्री উপকরণ ส่วนผสม วัตถุดิบ "
            "材料 食材 用料 主料 配料 재료 주재료"
        ).split(),
        *("nguyên liệu", "مواد لازم", "தேவையான பொருட்கள்"),
    )
)
#: Lines of the shortest and the longest list, and characters of the longest line.
_LEAST, _MOST, _LONGEST = 3, 60, 90
#: The share of lines with a number from which on one step below the list is enough.
_FIGURED = 0.4
_FIGURE = regex(r"[\d½⅓⅔¼¾⅛一二三四五六七八九十百半]")
#: Steps below a list with fewer numbers, at least.
_LEAST_STEPS = 2
#: Characters of the shortest sentence in a script without full stops.
_LEAST_UNMARKED = 48
#: Roles of lines and steps of a recipe: no stage took them for another part of the page.
_MAYBE_RECIPE = frozenset({Role.BODY, Role.BOILERPLATE})


def listed_ingredients(page: Page) -> Iterator[Block]:
    """The blocks of the lists of ingredients of ``page``, with their labels and the steps below them."""
    short = signs_of(page).short
    labels = {block.index for block in page.blocks if short[block.index] in _LABELS}
    blocks = [block for block in page.blocks if block.text] if labels else []
    for place, block in enumerate(blocks):
        if block.index in labels:
            yield from _list(page, blocks, place)


def _list(page: Page, blocks: Sequence[Block], place: int) -> Sequence[Block]:
    """The label at ``place``, the lines below it and the steps below these; empty if they are too few."""
    end = place + 1
    while end < len(blocks) and end - place <= _MOST and _is_line(page, blocks[end]):
        end += 1
    lines = blocks[place + 1 : end]
    steps = end
    while steps < len(blocks) and _is_step(page, blocks[steps]):
        steps += 1
    figured = sum(_FIGURE.search(line.text) is not None for line in lines)
    least = 1 if figured >= _FIGURED * len(lines) else _LEAST_STEPS
    return blocks[place:steps] if len(lines) >= _LEAST and steps - end >= least else ()


def _is_line(page: Page, block: Block) -> bool:
    text = block.text
    is_part = page.role(block.index) in _MAYBE_RECIPE and not signs_of(page).prose[block.index]
    is_unmarked = len(text) >= _LEAST_UNMARKED and has_no_stops(text)
    return is_part and not is_unmarked and len(text) <= _LONGEST and text[-1] not in SENTENCE_ENDS


def _is_step(page: Page, block: Block) -> bool:
    """Whether a block is a sentence that no stage took for another part of the page."""
    text = block.text
    is_unmarked = len(text) >= _LEAST_UNMARKED and has_no_stops(text)
    is_sentence = text[-1] in SENTENCE_ENDS or is_unmarked or signs_of(page).prose[block.index]
    return is_sentence and page.role(block.index) in _MAYBE_RECIPE
