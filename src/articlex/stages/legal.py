"""Legal notices: copyright, terms, privacy, trade marks; a licence that the page prints is stated."""

from __future__ import annotations

import re
from functools import cache

from articlex.data.labels import labels
from articlex.options import Options
from articlex.page import Block, Fact, Field, Mark, Page, Role
from articlex.regex import regex
from articlex.signs import Place, Signs, signs_of
from articlex.signs.reading import begins_with_copyright
from articlex.stages.contract import Output, Stage
from articlex.stages.printed_license import printed_license

_UNKNOWN = Role.UNKNOWN  # see articlex.read.html.assembly

REASONS = {
    "legal-element": "The block stands in an element that is named after copyright.",
    "copyright": "The block is a copyright notice: the sign or the word, with a year or below the text.",
    "rights": "The block ends with a reservation of rights.",
    "printed": "A line near the end of the page names the licence.",
    "legal-label": "The block is the name of a legal page, and nothing else, above or below the text.",
}

#: A notice is short, and begins with the sign or the word.
MAX_CHARS = 500

#: Characters at its beginning in which these are sought, before a pattern looks closer.
MAX_BEFORE_SIGN = 60

#: Characters at the end of a notice in which a reservation of rights stands.
MAX_RESERVATION = 60

_NOTICE = regex(r"^\W{0,3}(?:\w+ ){0,3}(?:©|ⓒ|\(c\)|copyright\b)", re.I)
_YEAR = regex(r"(?:19|20)\d\d")


def run(page: Page, options: Options) -> Output:
    """Mark legal notices."""
    signs = signs_of(page)
    reasons = dict.fromkeys(signs.at[Place.LEGAL], "legal-element")
    for block in page.blocks[signs.last + 1 :] if signs.last >= 0 else ():
        if block.index not in reasons and block.text:
            reasons[block.index] = _reason(block, signs)
    for index, reason in reasons.items():
        if reason and page.role(index) is _UNKNOWN:
            yield Mark(index, Role.LEGAL, reason, 0.9)
    license = printed_license(page)
    if license and not any(fact.stage == "legal" for fact in page.facts):
        address, place = license
        yield Fact(Field.LICENSE, address, "legal", page.blocks[place].text, "printed", 0.4, place)


def _reason(block: Block, signs: Signs) -> str:
    """Why a block below the text is a legal notice; "" when it is none."""
    text = block.text
    if len(text) > MAX_CHARS:
        return ""
    if _is_notice(text) and (begins_with_copyright(text) or _YEAR.search(text)):
        return "copyright"
    if _reserves_rights(text):
        return "rights"
    return "legal-label" if signs.labels[block.index] == "legal" else ""


def _is_notice(text: str) -> bool:
    start = text[:MAX_BEFORE_SIGN].casefold()
    is_likely = "©" in start or "ⓒ" in start or "copyright" in start or "(c)" in start
    return is_likely and bool(_NOTICE.match(text))


@cache
def _last_words() -> frozenset[str]:
    """The last words of the reservations of rights that the labels have."""
    return frozenset(
        label.rpartition(" ")[2]
        for label, name in labels().items()
        if name == "legal" and label.count(" ") > 1
    )


def _reserves_rights(text: str) -> bool:
    """Whether a text closes with "All rights reserved", in a language that the labels have."""
    folded = text[-MAX_RESERVATION:].casefold().rstrip(" .。")
    if folded.rpartition(" ")[2] not in _last_words():
        return False
    words = folded.split()
    return any(labels().get(" ".join(words[-size:])) == "legal" for size in (3, 4) if len(words) > size)


STAGE = Stage(name="legal", run=run, reasons=REASONS, sets=frozenset({Role.LEGAL}))
