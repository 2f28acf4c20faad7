"""Legal notices: copyright, terms, privacy, trade marks; a licence that the page prints is stated."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from articlex.copyright_notices import is_notice
from articlex.data.labels import labels
from articlex.options import Options
from articlex.page import Block, Fact, Field, Form, Page, Role
from articlex.signs import Place, Signs, signs_of
from articlex.stages.contract import Output, Stage, has_run, mark_unknown
from articlex.stages.parts.printed_license import printed_license

REASONS = {
    "legal-element": "The block stands in an element that is named after copyright.",
    "copyright": "The block is a copyright notice: the sign or the word, with a year or below the text.",
    "rights": "The block ends with a reservation of rights.",
    "printed": "A line near the end of the page names the licence.",
    "legal-label": "The block is the name of a legal page, and nothing else, above or below the text.",
}

#: The names of elements of notices, and the most blocks of one whose first says so.
_NAMED, _FEW = frozenset({"copyright"}), 6
#: Longer blocks are no notice.
_MAX_CHARS = 500

#: A reservation of rights stands in so many characters at the end of a notice.
_MAX_RESERVATION = 60
#: The words of such a label.
_RESERVED = (3, 4)


def run(page: Page, options: Options) -> Output:
    """Mark legal notices."""
    signs = signs_of(page)
    reasons = dict.fromkeys([*signs.at[Place.LEGAL], *_below_notices(page, signs)], "legal-element")
    for block in page.blocks[_end_of_text(page, signs) + 1 :] if signs.last >= 0 else ():
        if block.index not in reasons and block.text:
            reasons[block.index] = _reason(block, signs)
    yield from mark_unknown(page, Role.LEGAL, reasons, 0.9)
    license = printed_license(page)
    if license and not has_run(page, "legal"):
        address, place = license
        yield Fact(Field.LICENSE, address, "legal", page.blocks[place].text, "printed", 0.4, place)


def _below_notices(page: Page, signs: Signs) -> Iterator[int]:
    """The blocks of short elements named after copyright that begin with a notice, however short the page is:
    a sentence on its licence may be most of the running text of a page of reference."""
    for number in signs.elements.called(_NAMED):
        node = page.nodes[number]
        if 0 < node.last - node.first <= _FEW and is_notice(page.blocks[node.first].text):
            yield from range(node.first, node.last)


def _end_of_text(page: Page, signs: Signs) -> int:
    """The last block of running text that is no notice: a notice may be as long, "This material may not be
    …".

    Not so in raw page text: there the scorer leaves out such a notice by itself, and marking it made it keep
    less of a page of teasers (-0.02 of F1 in sum, no page better).
    """
    last = signs.last
    if page.form is Form.TEXT:
        return last
    while last > signs.first and (not signs.prose[last] or _is_notice_text(page.blocks[last].text)):
        last -= 1
    return last


def _is_notice_text(text: str) -> bool:
    return len(text) <= _MAX_CHARS and is_notice(text)


def _reason(block: Block, signs: Signs) -> str:
    """The reason for which a block below the text is a legal notice, "" if it is none."""
    text = block.text
    if len(text) > _MAX_CHARS:
        return ""
    if is_notice(text):
        return "copyright"
    if _reserves_rights(text):
        return "rights"
    return "legal-label" if signs.labels[block.index] == "legal" else ""


def _reserves_rights(text: str) -> bool:
    """Whether a text ends with "All rights reserved" in a language of the labels, behind other words."""
    words = text[-_MAX_RESERVATION:].casefold().rstrip(" .。").split()
    if not words or words[-1] not in _last_words():
        return False
    return any(labels().get(" ".join(words[-size:])) == "legal" for size in _RESERVED if len(words) > size)


@cache
def _last_words() -> frozenset[str]:
    """The last words of the labels that may reserve rights."""
    return frozenset(label.rpartition(" ")[2] for label, meaning in labels().items() if meaning == "legal")


STAGE = Stage(name="legal", run=run, reasons=REASONS, sets=frozenset({Role.LEGAL}))
