"""The block that prints the headline, once a stage has marked it."""

from __future__ import annotations

from articlex.page import Page, Role
from articlex.signs.once import once_a_stage


@once_a_stage
def headline_block(page: Page) -> int:
    """The block that is marked as the headline, not one that repeats it, as a menu or a path does; -1 where
    none is."""
    title = Role.TITLE
    return next((m.block for m in page.marks if m.role is title and m.reason != "repeats-title"), -1)
