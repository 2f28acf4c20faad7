"""Rules that part nothing: those before the first kept text, which part it from what is left out around the
headline, and those behind another one with nothing kept between them."""

from __future__ import annotations

from collections.abc import Container

from articlex.page import Block, Form, Kind, Page, Role

_RULE, _UNKNOWN = Kind.RULE, Role.UNKNOWN  # see articlex.page


def stray_rules(page: Page, inside: range, texts: Container[int], left_out: Container[int]) -> set[int]:
    """The stray rules among the blocks ``inside``, of which those in ``texts`` are kept, as are all without
    text but those ``left_out``. In raw page text rules part letters and posts, which later stages tell."""
    blocks = page.blocks[inside.start : inside.stop]
    if page.form is Form.TEXT or not any(block.kind is _RULE for block in blocks):
        return set()
    found: set[int] = set()
    is_behind_text = is_behind_rule = False
    for block in blocks:
        if block.index in texts:
            is_behind_text, is_behind_rule = True, False
        elif _is_rule(page, block):
            if is_behind_rule or not is_behind_text:
                found.add(block.index)
            is_behind_rule = True
        elif not block.text and page.role(block.index) is _UNKNOWN and block.index not in left_out:
            is_behind_rule = False
    return found


def _is_rule(page: Page, block: Block) -> bool:
    return block.kind is _RULE and page.role(block.index) is _UNKNOWN
