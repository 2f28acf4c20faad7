"""Sentences and lines without a name around the text that a word, a name or an address tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from articlex.copyright_notices import is_notice
from articlex.data.labels import labels
from articlex.page import Block, Form, Role
from articlex.regex import regex
from articlex.signs.page_names import LONGEST_NAME, is_longer_than_name
from articlex.signs.prose import STOPS
from articlex.stages.parts.author_names import author_names, begins_with
from articlex.stages.parts.leftovers.dropped import Dropped, Found
from articlex.stages.parts.leftovers.told_by_text import BAR
from articlex.tokens import width

#: The width of the longest notice or line with an address.
_NOTICE = 300
#: Blocks behind the notice that belongs to the foot of the page, and those around it that do as well; blocks
#: right below the text that do not.
_FOOT, _ABOVE, _BEHIND = 15, 5, 2
_TAIL = 3
_WORD = regex(r"\w+")
#: The width of the shortest word that tells promotion or a notice inside a sentence: "follow", "terms" and
#: "email" are in others.
_LONG_WORD = 8

_ADDRESS = regex(r"[\w.+-]+@[\w-]+\.\w|\+\d[\d\s()/-]{7,}\d")


def with_addresses(dropped: Dropped) -> Found:
    """The lines below the text that have no name, but an address to write to or a number to call."""
    for block in dropped.page.blocks[dropped.last + 1 :]:
        if (
            dropped.roles[block.index] is None
            and ("@" in block.text or "+" in block.text)
            and width(block.text) <= _NOTICE
            and _ADDRESS.search(block.text)
        ):
            yield block.index, Role.FOOTER, "contact"


def about_authors(dropped: Dropped) -> Found:
    """The sentences without a name that begin with that of an author."""
    names = author_names(dropped.page)
    for index in sorted(dropped.left) if names else ():
        text = dropped.page.blocks[index].text
        if text and text[-1] in STOPS and begins_with(text, names):
            yield index, Role.AUTHOR_BIO, "about-author"


def inviting(dropped: Dropped) -> Found:
    """The sentences without a name that have a word for a newsletter, or for subscribing to one."""
    labels = _long_labels("promo")
    for index, words in _sentences(dropped):
        if not labels.isdisjoint(words):
            yield index, Role.PROMO, "inviting"


def with_terms(dropped: Dropped) -> Found:
    """The sentences without a name around the text that name terms, a policy of privacy or rights."""
    labels = _long_labels("legal")
    for index, words in _sentences(dropped):
        pairs = (" ".join(pair) for pair in pairwise(words))
        if dropped.is_outside(index) and not (labels.isdisjoint(words) and labels.isdisjoint(pairs)):
            yield index, Role.LEGAL, "terms"


def _sentences(dropped: Dropped) -> Iterator[tuple[int, list[str]]]:
    """The blocks without a name that are longer than that of a page, with their words."""
    for index in sorted(dropped.left):
        text = dropped.page.blocks[index].text
        if LONGEST_NAME < width(text) <= _NOTICE:
            yield index, _WORD.findall(text.casefold())


@cache
def _long_labels(meaning: str) -> frozenset[str]:
    """The labels of a ``meaning`` that are one long word or two words."""
    return frozenset(
        label
        for label, means in labels().items()
        if means == meaning and (" " in label or width(label) >= _LONG_WORD)
    )


def beside_notice(dropped: Dropped) -> Found:
    """The lines of raw text without a name around the copyright notice at the end of the page."""
    if dropped.page.form is Form.HTML:
        return
    below = [block for block in dropped.page.blocks[dropped.last + 1 :] if block.text]
    places = [
        place
        for place, block in enumerate(below)
        if dropped.roles[block.index] is Role.LEGAL and is_notice(block.text)
    ]
    if not places or len(below) - places[-1] > _FOOT:
        return
    around = below[places[-1] + 1 : places[-1] + _BEHIND + 1]
    for block in reversed(below[max(_TAIL, places[-1] - _ABOVE) : places[-1]]):
        if dropped.roles[block.index] in (Role.RELATED, Role.COMMENT) or _may_be_title(block):
            break
        around.append(block)
    for block in around:
        if dropped.roles[block.index] is None:
            yield block.index, Role.FOOTER, "beside-notice"


def _may_be_title(block: Block) -> bool:
    return is_longer_than_name(block) and block.text[-1] not in STOPS and not BAR.search(block.text)
