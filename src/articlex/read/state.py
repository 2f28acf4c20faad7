"""Where in the tree the walk stands."""

from __future__ import annotations

from typing import NamedTuple

from articlex.page import Container, Kind


class State(NamedTuple):
    """Where in the tree the walk stands, as far as text that comes now is concerned."""

    node: int
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    style: int = 0
    href: str | None = None
    within: tuple[Container, ...] = ()
    hidden: int = 0
    scope: str = ""
    #: Inside <svg>, or inside an inline element that a browser does not show: text is passed over.
    mute: bool = False
    tag: str = ""
