"""Legal notices: copyright, terms, privacy, trade marks."""

from __future__ import annotations

import re

from articlex.data.labels import labels
from articlex.options import Options
from articlex.page import Block, Mark, Page, Role
from articlex.signs import Place, Signs, signs_of
from articlex.stages.contract import Output, Stage

REASONS = {
    "legal-element": "The block stands in an element that is named after copyright.",
    "copyright": "The block is a copyright notice: the sign or the word, with a year or below the text.",
    "rights": "The block ends with a reservation of rights.",
    "legal-label": "The block is the name of a legal page, and nothing else, above or below the text.",
}

#: A notice is short, and begins with the sign or the word.
MAX_CHARS = 500

_NOTICE = re.compile(r"^\W{0,3}(?:\w+ ){0,3}(?:©|\(c\)|copyright\b|℗)", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")


def run(page: Page, options: Options) -> Output:
    """Mark legal notices."""
    signs = signs_of(page)
    for block in page.blocks:
        if page.role(block.index) is Role.UNKNOWN and block.text:
            reason = _reason(block, signs)
            if reason:
                yield Mark(block.index, Role.LEGAL, reason, 0.9)


def _reason(block: Block, signs: Signs) -> str:
    index, text = block.index, block.text
    if signs.places[index] is Place.LEGAL:
        return "legal-element"
    if index <= signs.first or len(text) > MAX_CHARS:
        return ""
    below = index > signs.last
    if below and _NOTICE.match(text) and ("©" in text[:40] or _YEAR.search(text)):
        return "copyright"
    if below and _reserves_rights(text):
        return "rights"
    return "legal-label" if below and signs.labels[index] == "legal" else ""


def _reserves_rights(text: str) -> bool:
    """Whether a text closes with "All rights reserved", in a language that the labels have."""
    words = text.casefold().rstrip(" .。").split()
    return any(labels().get(" ".join(words[-size:])) == "legal" for size in (3, 4) if len(words) > size)


STAGE = Stage(name="legal", run=run, reasons=REASONS, sets=frozenset({Role.LEGAL}))
