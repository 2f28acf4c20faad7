"""What the body left out: the blocks that no stage has named, and what is known of the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articlex.page import KEPT, Page, Role

_TITLE, _LEGAL = Role.TITLE, Role.LEGAL  # see articlex.page

#: Blocks, each with the role that it has and the reason.
Found = Iterator[tuple[int, Role, str]]

#: Roles that say nothing of the blocks around: those of single blocks, and those of blocks not known.
SINGLE = frozenset({Role.TITLE, Role.BYLINE, Role.DATE, Role.UNKNOWN, Role.BOILERPLATE})
#: Roles by what is around a block, or by its looks, which a comment may have.
MAYBE_COMMENT = frozenset(
    {None, Role.NAV, Role.RELATED, Role.FOOTER, Role.BOILERPLATE, Role.TAGS, Role.PROMO}
)
#: Why a block without a name is not kept: the scorer dropped it, nothing that it heads is kept, or it stands
#: below the first label under the text, which says where it is and not what.
_UNNAMED = frozenset({"not-main-content", "emptied", "straggler", "own-account", "below-label"})

_UNKNOWN, _DROPPED = Role.UNKNOWN, frozenset({Role.BOILERPLATE, Role.FOOTER})


@dataclass(slots=True)
class Dropped:
    """The blocks that are not kept.

    ``left`` are those that have no name yet. ``roles`` has the role of each block of the page, None there.
    The article begins with the block ``first`` and ends with ``last`` (number of blocks and -1 without one);
    from ``foot`` on there are legal notices.
    """

    page: Page
    left: set[int]
    roles: list[Role | None]
    first: int
    last: int
    foot: int

    def name(self, index: int, role: Role) -> None:
        """Give a block a role."""
        self.roles[index] = role
        self.left.discard(index)

    def unname(self, index: int) -> None:
        """Take the role of a block away again."""
        self.roles[index] = None
        self.left.add(index)

    def is_outside(self, index: int) -> bool:
        """Whether a block stands above the headline or below the body."""
        return index < self.first or index > self.last


def read_dropped(page: Page) -> Dropped:
    """What was dropped from a page."""
    marks = page.marks
    left = {
        mark.block
        for mark in marks
        if mark.role is _UNKNOWN or (mark.reason in _UNNAMED and mark.role in _DROPPED)
    }
    roles = [None if mark.block in left else mark.role for mark in marks]
    kept = [mark.block for mark in marks if mark.role in KEPT]
    first, last = (kept[0], kept[-1]) if kept else (len(marks), -1)
    if kept:
        first = next((mark.block for mark in marks[:first] if mark.role is _TITLE), first)
    notices = (mark.block for mark in marks[last + 1 :] if mark.role is _LEGAL)
    return Dropped(page, left, roles, first, last, next(notices, len(marks)))
