"""The foot of the page: the rows of links and notices below everything else."""

from __future__ import annotations

import re

from articlex.data.labels import labels, normal
from articlex.options import Options
from articlex.page import Block, Form, Mark, Page, Role
from articlex.signs import Place, Signs, signs_of
from articlex.stages.contract import Output, Stage

REASONS = {
    "footer-element": "The block stands in the footer of the page.",
    "links-line": "A line below the text that is a row of names of the site's pages.",
    "around-notice": "A short line beside the legal notices at the end of the page.",
    "powered-by": "The block says what the site is made with.",
}

#: A row of links is short names with separators between them, some of which are labels that we know.
MAX_LINE, MAX_NAME, MIN_NAMES, MIN_KNOWN = 400, 40, 3, 2

_HAS_SEPARATOR = re.compile(r"[|·•‧／/\t\n]|\s\s").search
_SEPARATOR = re.compile(r"\s*[|·•‧／/]\s*|\s{2,}|\t|\n")


def run(page: Page, options: Options) -> Output:
    """Mark the foot of the page."""
    signs = signs_of(page)
    below = signs.last + 1
    notices = [mark.block for mark in page.marks[below:] if mark.role is Role.LEGAL]
    for block in page.blocks[below:]:
        if page.role(block.index) is Role.UNKNOWN and block.text:
            reason = _reason(page, block, signs, notices)
            if reason:
                yield Mark(block.index, Role.FOOTER, reason, 0.85)


def _reason(page: Page, block: Block, signs: Signs, notices: list[int]) -> str:
    index = block.index
    if signs.places[index] is Place.FOOTER:
        return "footer-element"
    if signs.prose[index]:
        return ""
    if signs.labels[index] == "powered" or _says_powered(block.text):
        return "powered-by"
    if len(block.text) <= MAX_LINE and is_row_of_labels(block.text):
        return "links-line"
    if page.form is Form.TEXT and notices and index > notices[0] and len(block.text) <= MAX_LINE:
        return "around-notice"
    return ""


def is_row_of_labels(text: str) -> bool:
    """Whether a text is "About us | Terms | Contact": names with separators, known labels among them."""
    if not _HAS_SEPARATOR(text):
        return False
    names = [name for name in _SEPARATOR.split(text) if name]
    if len(names) < MIN_NAMES or max(map(len, names)) > MAX_NAME:
        return False
    known = labels()
    return sum(normal(name) in known for name in names) >= MIN_KNOWN


def _says_powered(text: str) -> bool:
    words = text.split(maxsplit=9)
    return len(words) <= 8 and labels().get(normal(" ".join(words[:2]))) == "powered"


STAGE = Stage(name="footer", run=run, reasons=REASONS, sets=frozenset({Role.FOOTER}))
