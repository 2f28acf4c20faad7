"""People whom a picture shows: their name is its caption, above the credit of the photographer."""

from __future__ import annotations

from articlex.authors.gathering import Authors
from articlex.bylines.label_tests import may_be_labelled
from articlex.bylines.picture_credits import credits_picture
from articlex.page import Block, Page
from articlex.punctuation import has_colon
from articlex.regex import regex
from articlex.signs import headline_block, signs_of

#: Blocks below a caption in which its credit stands, and below the headline in which the caption does.
_BESIDE, _BELOW = 2, 4
#: A full stop behind a word that is no initial: captions end like sentences.
_ENDS = regex(r"[^\W\d_]{4}\.\Z")
#: Copyright signs, and what parts agency and person behind them.
_SIGNS, _PARTS = ("©", "ⓒ"), "/"


def is_shown(page: Page, candidate: Authors) -> bool:
    """Whether a caption names a candidate, and all other blocks that do are the text or the name alone.

    A caption is a name above a credit, or below a headline with it, or ends with an agency and the name.
    """
    if len(candidate.names) != 1 or not candidate.blocks:
        return False
    name, core = candidate.names[0], signs_of(page).core
    blocks = [page.blocks[index] for index in candidate.blocks]
    if len(blocks) == 1 and _ENDS.match(blocks[0].text[-5:]) and _is_mentioned(page, name.rstrip(".")):
        return _is_alone(blocks[0], name)
    others = [block for block in blocks if not _is_shown(page, block, name)]
    return len(others) < len(blocks) and all(
        _is_alone(block, name) or core.first < block.index <= core.last for block in others
    )


def _is_shown(page: Page, block: Block, name: str) -> bool:
    """Whether a block is the caption of a picture and names somebody."""
    if _is_of_agency(block.text, name):
        return True
    if " " not in name or not _is_alone(block, name):
        return False
    below = page.blocks[block.index + 1 : block.index + 1 + _BESIDE]
    if any(credits_picture(other.text) for other in below):
        return _is_mentioned(page, name)
    headline = headline_block(page)
    return headline >= 0 and headline < block.index <= headline + _BELOW and _is_of(page, headline, name)


def _is_alone(block: Block, name: str) -> bool:
    """Whether a block is a name and nothing else, or the same name twice, as flattened pictures have it."""
    return name in block.text and not block.text.replace(name, "").strip(" .")


def _is_of_agency(text: str, name: str) -> bool:
    """Whether a name stands behind a copyright sign, an agency and a slash: "© POST/Bo Sample"."""
    sign = max(text.rfind(each) for each in _SIGNS)
    place = text.find(name, sign) if sign >= 0 else -1
    return place > 0 and text[:place].rstrip().endswith(_PARTS)


def _is_mentioned(page: Page, name: str) -> bool:
    """Whether the headline or the running text names somebody, as neither does its author."""
    headline = headline_block(page)
    if headline >= 0 and name in page.blocks[headline].text:
        return True
    prose = signs_of(page).prose
    return any(name in block.text for block, is_prose in zip(page.blocks, prose, strict=True) if is_prose)


def _is_of(page: Page, headline: int, name: str) -> bool:
    """Whether a headline says something about somebody, and does not name them as its author."""
    before, found, behind = page.blocks[headline].text.partition(name)
    if not found or has_colon(behind[:2]) or not any(map(str.isalpha, before + behind)):
        return False
    words = before.split()
    return not words or not may_be_labelled(f"{words[-1].lower()} {name}")
