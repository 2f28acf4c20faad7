"""A text that may be the headline, and what speaks for and against it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from articlex.page import Fact, Page, Role


@dataclass(slots=True)
class Candidate:
    """``blocks`` are where it is printed, ``facts`` what states it, ``features`` what it is weighed by."""

    text: str
    blocks: list[int] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    features: set[str] = field(default_factory=set)


#: Roles that stages after the headline's give; they say nothing of a candidate.
_LATER = frozenset(
    (Role.UNKNOWN, Role.BODY, Role.CAPTION, Role.TITLE, Role.BYLINE, Role.DATE, Role.BOILERPLATE)
)


def role_feature(page: Page, index: int) -> str:
    """What the stages so far took the block for."""
    role = page.role(index)
    return "role:none" if role in _LATER else f"role:{role}"


def binned(value: int, edges: tuple[int, ...]) -> int:
    """The first of ``edges`` that ``value`` does not exceed; a larger one counts as the last plus one."""
    place = bisect_left(edges, value)
    return edges[place] if place < len(edges) else edges[-1] + 1
