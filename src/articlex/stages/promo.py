"""What the site wants of the reader: newsletters, subscriptions, apps, donations, advertisements."""

from __future__ import annotations

from articlex.data.labels import labels, normal
from articlex.options import Options
from articlex.page import Block, Form, Mark, Page, Role
from articlex.signs import Place, Signs, signs_of
from articlex.stages.contract import Output, Stage

REASONS = {
    "promo-element": "The block stands in an element that is named after newsletters or advertising.",
    "promo-label": "The block is an invitation to subscribe, follow or donate, or labels an advertisement.",
    "promo-line": "A short line after the article that begins with such an invitation.",
}

#: An invitation is short.
MAX_LINE = 90


def run(page: Page, options: Options) -> Output:
    """Mark promotion."""
    signs = signs_of(page)
    for block in page.blocks:
        index = block.index
        if page.role(index) is Role.UNKNOWN and block.text:
            reason = _reason(page, block, signs)
            if reason:
                yield Mark(index, Role.PROMO, reason, 0.85)


def _reason(page: Page, block: Block, signs: Signs) -> str:
    index = block.index
    if signs.places[index] is Place.PROMO and not (signs.prose[index] and signs.first <= index <= signs.last):
        return "promo-element"
    if signs.prose[index]:
        return ""
    if signs.labels[index] == "promo" and (not block.level or index > signs.last):
        return "promo-label"
    if index > signs.last and len(block.text) <= MAX_LINE and _begins_with_invitation(block.text):
        return "promo-line" if page.form is Form.TEXT or index >= signs.tail else ""
    return ""


def _begins_with_invitation(text: str) -> bool:
    words = text.split()
    return any(
        labels().get(normal(" ".join(words[:size]))) == "promo" for size in (1, 2) if len(words) > size
    )


STAGE = Stage(name="promo", run=run, reasons=REASONS, sets=frozenset({Role.PROMO}))
