"""Stretches of a page: neighbours that are kept, or dropped in the same role."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from articlex.page import Role
from articlex.write.explain.account import Entry
from articlex.write.explain.pieces import name_of


class Stretch(NamedTuple):
    """Neighbouring blocks with one fate. The captions between kept blocks are of the body here."""

    role: Role
    is_kept: bool
    entries: tuple[Entry, ...]

    @property
    def label(self) -> str:
        """What the blocks are: "kept", or their role."""
        return "kept" if self.is_kept else name_of(self.role)


def stretches_of(entries: Iterable[Entry]) -> list[Stretch]:
    """The stretches of a page, in order."""
    groups = groupby(entries, lambda entry: (Role.BODY if entry.is_kept else entry.mark.role, entry.is_kept))
    return [Stretch(role, is_kept, tuple(group)) for (role, is_kept), group in groups]
