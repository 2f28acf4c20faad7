"""Where in the tree the walk stands."""

from __future__ import annotations

from typing import NamedTuple

from articlex.page import Container, Kind, new_tuple
from articlex.read.html.scopes import NO_SCOPE, Scope

#: A bit beside those of :class:`~articlex.page.Style`, in states alone: line feeds are line breaks here.
KEEPS_LINES = 1 << 20

#: Structures around a block at most; what is nested deeper counts as in the innermost of these. Each block
#: lists all that are around it: none in 1,500 pages of the corpora has more than 18.
_DEEPEST = 60


class State(NamedTuple):
    """What is known of text that comes now from the elements around it: the same inside most elements.

    The block-level element around it is the walker's ``node``.
    """

    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    style: int = 0
    href: str | None = None
    within: tuple[Container, ...] = ()
    hidden: int = 0
    scope: Scope = NO_SCOPE
    #: Inside <svg>, or inside an inline element that a browser does not show: text is passed over.
    mute: bool = False

    # Elements are many, and these are several times faster than _replace().

    def styled(self, style: int) -> State:
        """The same place, in another style."""
        kind, level, _, href, within, hidden, scope, mute = self
        return new_tuple(State, (kind, level, style, href, within, hidden, scope, mute))

    def linked(self, href: str) -> State:
        """The same place, inside a link."""
        kind, level, style, _, within, hidden, scope, mute = self
        return new_tuple(State, (kind, level, style, href, within, hidden, scope, mute))

    def of_kind(self, kind: Kind, level: int = 0) -> State:
        """The same place, where text is a ``kind``."""
        _, _, style, href, within, hidden, scope, mute = self
        return new_tuple(State, (kind, level, style, href, within, hidden, scope, mute))

    def flagged(self, bits: int) -> State:
        """The same place, where text has these bits of :class:`~articlex.page.Hidden` too."""
        kind, level, style, href, within, hidden, scope, mute = self
        return new_tuple(State, (kind, level, style, href, within, hidden | bits, scope, mute))

    def inside(self, container: Container, kind: Kind, level: int = 0) -> State:
        """The same place, inside ``container``, where text is a ``kind``."""
        _, _, style, href, within, hidden, scope, mute = self
        if len(within) < _DEEPEST:
            within = (*within, container)
        return new_tuple(State, (kind, level, style, href, within, hidden, scope, mute))


class Plain:
    """The type of PLAIN, which is its only value."""


#: What a handler returns for an element that is to be treated as any other block or inline element: see
#: :mod:`articlex.read.html.elements`.
PLAIN = Plain()
