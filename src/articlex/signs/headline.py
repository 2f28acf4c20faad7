"""The block that prints the headline, once a stage has marked it."""

from __future__ import annotations

from articlex.page import Page, Role
from articlex.signs.once import once_a_stage


@once_a_stage
def headline_block(page: Page) -> int:
    """The index of the block that is marked as the headline, -1 if none is. A menu or a breadcrumb may repeat
    the title; that is not it."""
    title = Role.TITLE
    return next((m.block for m in page.marks if m.role is title and m.reason != "repeats-title"), -1)
