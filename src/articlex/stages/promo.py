"""What the site wants of the reader: newsletters, subscriptions, apps, donations, advertisements."""

from __future__ import annotations

from articlex.data.labels import labels, normal
from articlex.options import Options
from articlex.page import Form, Mark, Page, Role
from articlex.signs import Place, signs_of
from articlex.stages.contract import Output, Stage

REASONS = {
    "promo-element": "The block stands in an element that is named after newsletters or advertising.",
    "promo-label": "The block is an invitation to subscribe, follow or donate, outside the text.",
    "advert-label": "The block is the label of an advertisement, and nothing else.",
    "promo-line": "A short line after the article that begins with such an invitation.",
}

#: An invitation is short.
MAX_LINE = 90


def run(page: Page, options: Options) -> Output:
    """Mark promotion."""
    signs = signs_of(page)
    reasons = {}
    for index in signs.at[Place.PROMO]:
        if signs.outside(index) or not signs.prose[index]:
            reasons[index] = "promo-element"
    for index in signs.labelled.get("promo", ()):
        if index > signs.last or (index < signs.first and not page.blocks[index].level):
            reasons.setdefault(index, "promo-label")
    reasons |= dict.fromkeys(signs.labelled.get("advert", ()), "advert-label")
    start = signs.last + 1 if page.form is Form.TEXT else signs.tail
    for block in page.blocks[start:]:
        if len(block.text) <= MAX_LINE and _begins_with_invitation(block.text):
            reasons.setdefault(block.index, "promo-line")
    for index, reason in reasons.items():
        if page.role(index) is Role.UNKNOWN and page.blocks[index].text:
            yield Mark(index, Role.PROMO, reason, 0.85)


def _begins_with_invitation(text: str) -> bool:
    """Whether a text goes on after a label; "Email: ann@harbour.example" is an address, no invitation."""
    words = text.split(maxsplit=3)
    starts = [" ".join(words[:size]) for size in (1, 2) if len(words) > size]
    return any(labels().get(normal(start)) == "promo" and start[-1] not in ":：" for start in starts)


STAGE = Stage(name="promo", run=run, reasons=REASONS, sets=frozenset({Role.PROMO}))
